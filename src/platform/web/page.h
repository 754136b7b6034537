#pragma once
// A page as a feature hands it over, and the shell that the site draws around it: sidebar, bar,
// tab bar, flash. One shell for members, a plain one for visitors and errors.

#include "platform/html/builder.h"
#include "platform/web/community.h"
#include "platform/web/signposts.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace web {

class Call;

struct Page {
    std::string name;          // data-page
    std::string title;         // of the document, without the community's name
    html::Html content;        // within <main>: begins with the page's h1, or crumbs before it
    std::string current = {};  // the path of the menu entry that is current
    enum class Frame { full, plain } frame = Frame::full;
    int status = 200;
    std::string subject = {};  // "topic:12": what live hints on this page are about
};

// A page without the members' menu: for visitors, and for what stands alone.
Page plain_page(std::string name, std::string title, html::Html content);

struct MenuEntry {
    enum class Section { main, listed, foot };
    Section section = Section::main;
    std::string label;
    std::string path;
    std::string icon;         // a symbol of the sprite: "i-today", "g-ccio"
    std::string short_label = {};  // set: it stands in the phone's tab bar too
    std::string keys = {};         // "g f": pressed in turn they go there
    struct Count {
        std::string shown = {};  // "12", "1,204+"; empty: nothing is counted
        std::string noun = {};   // " new posts": read out, not shown
    } count = {};
    std::string tone = {};         // the class of a glyph's colour
};

// What a feature adds to every page's menu for this actor.
using Menu = std::function<std::vector<MenuEntry>(Call&)>;

// What stands in the bar at the top. An empty path leaves the thing out.
struct BarNotes {
    std::string action_path = {};  // the one thing to start from anywhere
    std::string action_label = {};
    std::string waiting = {};      // "2 are new": unread notices, for the bell
    std::string waiting_path = {};
    std::string account_path = {};
    bool has_search = true;  // whether the actor has anything to search
};
using Bar = std::function<BarNotes(Call&)>;

// What stands above the content of every member's page, for this actor: nothing, or one line that
// cannot wait. It is made of what the actor carries, not of the database.
using Banner = std::function<html::Html(const Call&)>;

html::Html icon(std::string_view symbol, std::string_view classes = "i");
html::Html glyph(std::string_view symbol, std::string_view tone = {});  // tone: a class
html::Html picture(std::string_view symbol, std::string_view classes = "art");  // drawn
html::Html hidden_text(std::string_view text);
html::Html avatar(std::string_view name, std::int64_t seed, std::string_view size = "");
void write_avatar(html::Builder& out, std::string_view name, std::int64_t seed,
                  std::string_view size = "");

// What stands around a member's page: drawn once for a person and a menu entry, for as long as
// nothing is committed.
struct Surroundings {
    html::Html side, top, legal, tabs, keys;
};

struct Shell {
    const Community& community;
    const Signposts& signposts;
    const std::vector<MenuEntry>& menu;
    BarNotes notes;
    std::string flash;
    bool is_error = false;  // the title says so
    const Surroundings* surroundings = nullptr;  // of a full page
    html::Html banner = {};
};

Surroundings draw_surroundings(const Call& call, std::string_view current, const Shell& shell);
// Of all that these show of an actor and an entry: the same where the same would be drawn.
std::string digest_of_surroundings(const Call& call, const Shell& shell);

// The whole document.
std::string draw(const Call& call, const Page& page, const Shell& shell);

// What stands around a document that needs neither database nor actor: for errors.
struct PlainShell {
    std::string_view community;  // its name
    const Signposts& signposts;
};
std::string draw_plain(std::string_view name, std::string_view title, const html::Html& content,
                       const PlainShell& shell);

}  // namespace web
