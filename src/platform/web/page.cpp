#include "platform/web/page.h"

#include "platform/assets/assets.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/crypto/token.h"
#include "platform/web/call.h"

#include <algorithm>
#include <utility>

namespace web {

namespace h = html;
using namespace html::literals;

namespace {

h::Html sprite_use(std::string_view symbol) {
    std::string address(assets::path_to("icons.svg"));
    address += '#';
    address += symbol;
    return h::use(h::href(address));
}

h::Html brand(std::string_view name, std::string_view classes, std::string_view size) {
    return h::a(h::cls(classes), h::href("/"),
                h::svg(h::attr("width", size), h::attr("height", size),
                       h::attr("aria-hidden", "true"), sprite_use("g-brand")),
                name);
}

h::Html count_mark(const MenuEntry& entry) {
    if (entry.count.shown.empty()) return {};
    return h::span(h::cls("count"), entry.count.shown, hidden_text(entry.count.noun));
}

h::Html menu_link(const MenuEntry& entry, std::string_view current) {
    const bool is_glyph = entry.icon.starts_with("g-");
    return h::a(h::href(entry.path),
                h::attr_if(entry.path == current, "aria-current", "page"),
                h::attr_if(!entry.keys.empty(), "data-key", entry.keys),  // keys.js presses it
                is_glyph ? glyph(entry.icon, entry.tone) : icon(entry.icon), entry.label,
                count_mark(entry));
}

h::Html section_links(const Shell& shell, MenuEntry::Section section, std::string_view current) {
    return h::each(shell.menu, [&](const MenuEntry& entry) {
        return entry.section == section ? menu_link(entry, current) : h::Html();
    });
}

h::Html sidebar(std::string_view current, const Shell& shell) {
    const auto& [name, heading] = shell.signposts.listed;
    const std::string& subject = shell.signposts.menu_subject;
    const std::string list = "side-" + name;
    const auto listed = section_links(shell, MenuEntry::Section::listed, current);
    return h::aside(
        h::cls("side"), h::attr("aria-label", "Sidebar"),
        brand(shell.community.name, "brand", "30"),
        h::nav(h::cls("nav"), h::id("side-nav"), h::attr("aria-label", "Main"),
               h::attr_if(!subject.empty(), "data-live-refresh", "side-nav " + list),
               h::attr_if(!subject.empty(), "data-subject", subject),
               section_links(shell, MenuEntry::Section::main, current)),
        h::when(!listed.empty(),
                [&] {
                    return h::all(h::p(h::cls("nav-h"), h::id("yn"), heading),
                                  h::nav(h::cls("nav"), h::id(list),
                                         h::attr("aria-labelledby", "yn"), listed));
                }),
        h::nav(h::cls("nav foot"), h::attr("aria-label", "Help and settings"),
               section_links(shell, MenuEntry::Section::foot, current)));
}

h::Html search_form(const Link& search, std::string_view typed) {
    if (search.path.empty()) return {};
    return h::form(h::cls("search"), h::attr("role", "search"), h::action(search.path),
                   h::label(h::cls("vh"), h::attr("for", "q"), search.label),
                   icon("i-search"),
                   h::input(h::id("q"), h::attr("name", "q"), h::attr("type", "search"),
                            h::attr("placeholder", search.label),
                            h::attr("maxlength", "200"), h::attr("value", typed),
                            h::attr("data-key", "/")),
                   h::kbd(h::attr("aria-hidden", "true"), "/"));
}

h::Html bell(const BarNotes& notes) {
    if (notes.waiting_path.empty()) return {};
    const bool any = !notes.waiting.empty();
    const std::string words = any ? "Notices: " + notes.waiting : "Notices";
    return h::a(h::cls("icon-btn"), h::href(notes.waiting_path), icon("i-bell"),
                h::when(any, [] { return h::span(h::cls("dot")); }), hidden_text(words));
}

h::Html top_bar(const Call& call, const Shell& shell) {
    const BarNotes& notes = shell.notes;
    const Link search = shell.notes.has_search ? shell.signposts.search : Link{};
    return h::header(
        h::cls("top"), brand(shell.community.name, "brand phone", "28"),
        search_form(search, call.query().get("q")), h::span(h::cls("push")),
        h::when(!search.path.empty(),
                [&] {
                    return h::a(h::cls("icon-btn phone"), h::href(search.path),
                                icon("i-search"), hidden_text("Search"));
                }),
        h::when(!notes.action_path.empty(),
                [&] {
                    return h::a(h::cls("btn small desk"), h::href(notes.action_path),
                                h::attr("data-key", "c"), icon("i-plus", "i s"),
                                notes.action_label);
                }),
        bell(notes),
        h::a(h::cls("icon-btn"), h::href(notes.account_path),
             avatar(call.actor().name(), call.actor().id().value, "md"),
             hidden_text("Your account, " + call.actor().name())));
}

// The phone's bar: the places first, then the one thing to start, then help.
h::Html tab_bar(std::string_view current, const Shell& shell) {
    const auto tabs = [&](MenuEntry::Section section) {
        return h::each(shell.menu, [&](const MenuEntry& entry) {
            if (entry.short_label.empty() || entry.section != section) return h::Html();
            return h::a(h::href(entry.path),
                        h::attr_if(entry.path == current, "aria-current", "page"),
                        icon(entry.icon), entry.short_label,
                        h::when(!entry.count.shown.empty(),
                                [] { return h::span(h::cls("dot")); }));
        });
    };
    const std::string_view action = shell.notes.action_label;
    const auto word = std::min(action.find(' '), action.size());
    return h::nav(h::cls("tabbar"), h::attr("aria-label", "Main, short"),
                  tabs(MenuEntry::Section::main),
                  h::when(!shell.notes.action_path.empty(),
                          [&] {
                              return h::a(h::href(shell.notes.action_path), icon("i-plus"),
                                          h::span(action.substr(0, word),
                                                  hidden_text(action.substr(word))));
                          }),
                  tabs(MenuEntry::Section::foot));
}

// Help stands in the same place on every page; on a phone, which has no sidebar, this is the way to
// what is not in the tab bar. What is listed has a tab that leads to all of it.
h::Html legal(const std::vector<Link>& help, const std::vector<MenuEntry>& menu) {
    const auto item = [](std::string_view path, std::string_view label) {
        return h::li(h::a(h::href(path), label));
    };
    return h::footer(
        h::cls("legal"),
        h::ul(h::each(help, [&](const Link& link) { return item(link.path, link.label); }),
              h::each(menu, [&](const MenuEntry& entry) {
                  const bool has_tab = !entry.short_label.empty() ||
                                       entry.section == MenuEntry::Section::listed;
                  return has_tab ? h::Html() : item(entry.path, entry.label);
              })));
}

h::Html drawn_keys(std::string_view keys) {
    h::Html drawn;
    while (!keys.empty()) {
        const auto end = std::min(keys.find(' '), keys.size());
        const auto word = keys.substr(0, end);
        drawn.add(word == "then" ? h::all("then ") : h::all(h::kbd(word), " "));
        keys.remove_prefix(std::min(end + 1, keys.size()));
    }
    return drawn;
}

h::Html shortcut_row(std::string_view keys, std::string_view meaning) {
    return h::tr(h::td(drawn_keys(keys)), h::th(h::attr("scope", "row"), meaning));
}

h::Html shortcut_rows(const std::vector<Shortcut>& shortcuts) {
    using enum Shortcut::Kind;
    h::Html rows;
    for (const auto kind : {moving, acting, going, writing}) {
        for (const Shortcut& shortcut : shortcuts) {
            if (shortcut.kind == kind) rows.add(shortcut_row(shortcut.keys, shortcut.meaning));
        }
    }
    rows.add(shortcut_row("?", "Show this list"));
    return rows;
}

// Waits in the page until somebody presses "?"; keys.js takes it out.
h::Html keyboard_help(const std::vector<Shortcut>& shortcuts) {
    return h::template_(
        h::id("keys"),
        h::Element{"dialog"}(
            h::cls("dialog"), h::attr("aria-labelledby", "keys-h"),
            h::h2(h::id("keys-h"), "Keyboard shortcuts"),
            h::table(h::cls("keys mt3"), h::Element{"caption"}(h::cls("vh"), "Keyboard shortcuts"),
                     h::tbody(shortcut_rows(shortcuts))),
            h::p(h::cls("flex mt4"),
                 h::button(h::cls("btn"), h::attr("type", "button"), h::flag("data-close"),
                           "Close"),
                 h::button(h::cls("btn quiet"), h::attr("type", "button"),
                           h::flag("data-keys-off"), "Turn shortcuts off"))));
}

// The first things in a page: the way past the menus, and the line that is read out.
h::Html beginning() {
    return h::all(h::a(h::cls("skip"), h::href("#main"), "Skip to main content"),
                  h::p(h::cls("vh"), h::id("announce"), h::attr("role", "status")));
}

// What the last step came to. It floats above the page, wherever the page begins.
h::Html flash_note(std::string_view sentence) {
    if (sentence.empty()) return {};
    return h::div(h::cls("toasts"), h::id("toasts"), h::div(h::cls("toast"), sentence));
}

// What stands in every head after the title.
h::Html head_links() {
    const auto font = [](std::string_view name) {
        return h::link(h::attr("rel", "preload"), h::href(assets::path_to(name)),
                       h::attr("as", "font"), h::attr("type", "font/woff2"),
                       h::attr("crossorigin", "anonymous"));
    };
    return h::all(
        h::meta(h::attr("name", "color-scheme"), h::attr("content", "light dark")),
        h::link(h::attr("rel", "icon"), h::href(assets::path_to("icon.svg")),
                h::attr("type", "image/svg+xml")),
        font("fonts/public-sans.woff2"), font("fonts/newsreader.woff2"),
        h::link(h::attr("rel", "stylesheet"), h::href(assets::path_to("app.css"))),
        h::script(h::attr("src", assets::path_to("app.js")), h::flag("defer")));
}

h::Html head(std::string_view title, std::string_view community) {
    static const h::Html first =
        h::all(h::meta(h::attr("charset", "utf-8")),
               h::meta(h::attr("name", "viewport"),
                       h::attr("content", "width=device-width, initial-scale=1")));
    static const h::Html links = head_links();
    std::string full(title);
    full += " | ";
    full += community;
    return h::head(first, h::title(full), links);
}

std::string document(std::string_view theme, const h::Html& head, const h::Html& body) {
    const h::Html root = h::Element{"html"}(h::attr("lang", "en-GB"),
                                            h::attr_if(!theme.empty(), "data-theme", theme), head,
                                            body);
    std::string out = "<!DOCTYPE html>\n";
    out.reserve(out.size() + root.size());
    root.append_to(out);
    return out;
}

h::Html plain_body(std::string_view name, std::string_view community, const h::Html& flash,
                   const h::Html& foot, const h::Html& content) {
    return h::body(h::attr("data-page", name), beginning(),
                   h::div(h::cls("shell plain"),
                          h::header(h::cls("top"), brand(community, "brand", "30")),
                          h::main(h::id("main"), h::attr("tabindex", "-1"),
                                  h::div(h::cls("wrap"), content)),
                          foot),
                   flash);
}

}  // namespace

h::Html icon(std::string_view symbol, std::string_view classes) {
    return h::svg(h::cls(classes), h::attr("aria-hidden", "true"), sprite_use(symbol));
}

Page plain_page(std::string name, std::string title, h::Html content) {
    Page page;
    page.name = std::move(name);
    page.title = std::move(title);
    page.content = std::move(content);
    page.frame = Page::Frame::plain;
    return page;
}

h::Html glyph(std::string_view symbol, std::string_view tone) {
    if (tone.empty()) return icon(symbol, "glyph");
    return icon(symbol, "glyph " + std::string(tone));
}

h::Html picture(std::string_view symbol, std::string_view classes) {
    std::string address(assets::path_to("pictures.svg"));
    address += '#';
    address += symbol;
    return h::svg(h::cls(classes),
                  h::attr("aria-hidden", "true"), h::use(h::href(address)));
}

h::Html hidden_text(std::string_view text) {
    return text.empty() ? h::Html() : h::span(h::cls("vh"), text);
}

h::Html avatar(std::string_view name, std::int64_t seed, std::string_view size) {
    h::Builder out;
    write_avatar(out, name, seed, size);
    return std::move(out).done();
}

void write_avatar(h::Builder& out, std::string_view name, std::int64_t seed,
                  std::string_view size) {
    out << "<span class=\"avatar h"_h << seed % 8;
    if (!size.empty()) out << " "_h << size;
    out << "\" aria-hidden=\"true\">"_h << base::initials(name) << "</span>"_h;
}

std::string draw(const Call& call, const Page& page, const Shell& shell) {
    const std::string title = shell.is_error ? "Error: " + page.title : page.title;
    const h::Html the_head = head(title, shell.community.name);
    const std::string& theme = call.actor().theme();
    if (page.frame == Page::Frame::plain || !call.actor().is_person()) {
        return document(theme, the_head,
                        plain_body(page.name, shell.community.name, flash_note(shell.flash),
                                   legal(shell.signposts.help, shell.menu), page.content));
    }
    const Surroundings& around = *shell.surroundings;
    const h::Html body = h::body(
        h::attr("data-page", page.name), h::attr("data-live", "/live"),
        h::attr_if(!page.subject.empty(), "data-subject", page.subject), beginning(),
        h::div(h::cls("shell"), around.side, around.top,
               h::main(h::id("main"), h::attr("tabindex", "-1"),
                       h::div(h::cls("wrap"), shell.banner, page.content)),
               around.legal),
        around.tabs, flash_note(shell.flash), around.keys);
    return document(theme, the_head, body);
}

Surroundings draw_surroundings(const Call& call, std::string_view current, const Shell& shell) {
    const Signposts& signposts = shell.signposts;
    return {sidebar(current, shell), top_bar(call, shell), legal(signposts.help, shell.menu),
            tab_bar(current, shell), keyboard_help(signposts.shortcuts)};
}

std::string digest_of_surroundings(const Call& call, const Shell& shell) {
    std::string all;
    const auto add = [&all](std::string_view text) {
        all += std::to_string(text.size());
        all += ':';
        all += text;
    };
    add(call.actor().name());
    add(shell.community.name);
    for (const MenuEntry& entry : shell.menu) {
        all += static_cast<char>('0' + static_cast<int>(entry.section));
        for (const auto* text : {&entry.label, &entry.path, &entry.icon, &entry.short_label,
                                 &entry.keys, &entry.count.shown, &entry.count.noun, &entry.tone}) {
            add(*text);
        }
    }
    const BarNotes& notes = shell.notes;
    for (const auto* text : {&notes.action_path, &notes.action_label, &notes.waiting,
                             &notes.waiting_path, &notes.account_path}) {
        add(*text);
    }
    all += notes.has_search ? '1' : '0';
    return crypto::digest(all);
}

std::string draw_plain(std::string_view name, std::string_view title, const h::Html& content,
                       const PlainShell& shell) {
    return document("", head(title, shell.community),
                    plain_body(name, shell.community, {}, legal(shell.signposts.help, {}),
                               content));
}

}  // namespace web
