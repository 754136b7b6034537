#pragma once
// What features put on every page, the same for whoever reads it. They bring the words, the shell
// has the places; what an actor's own menu and bar show is in page.h.

#include <string>
#include <vector>

namespace web {

struct Link {
    std::string path;
    std::string label;
};

// A line of the list that "?" shows; keys.js and the links with data-key do what it says.
struct Shortcut {
    enum class Kind { moving, acting, going, writing };  // in the order of the list
    Kind kind = Kind::acting;
    std::string keys;  // " then " between keys pressed in turn, " " between those together
    std::string meaning;
};

// What stands above the menu entries of Section::listed.
struct MenuList {
    std::string name;     // "networks"
    std::string heading;  // "Your networks"
};

struct Signposts {
    std::vector<Link> help = {};  // first at the foot of every page
    std::vector<Shortcut> shortcuts = {};
    // Of these one feature brings each; what is empty is left out.
    Link home = {};                 // the way on from a page that says what went wrong
    Link search = {};               // takes ?q=
    std::string not_found = {};     // a sentence: what a page that is not there may be
    std::string menu_subject = {};  // live hints about it have the menu drawn anew
    MenuList listed = {};
    // Where a member meets what is asked before audiences open; with "/7" for the audience 7 alone.
    std::string asking = {};

    void add(const Signposts& more);
};

}  // namespace web
