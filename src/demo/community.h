#pragma once
// An invented community of digital health leaders, whose forum reads like real talk: for trying the
// platform out and for measuring it. It is pure: the same wish gives the same community on any
// machine. It does no I/O, reads no clock, and knows no real trust, supplier or person.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace demo {

// Needs members >= 1, topics >= 1 and posts >= topics. A topic with many times more posts than
// anything hand-written can fill (thousands) may begin to repeat itself.
struct Wish {
    std::size_t members = 3500;
    std::size_t topics = 2000;
    std::size_t posts = 20000;
    std::string seed = "moothall";
};

struct Organisation {
    std::string name;
    std::string kind;    // "Acute trust", "Mental health trust", "University hospital"…
    std::string region;  // a region of England, a nation, or the country of a chapter
};

struct Person {
    std::string name;
    std::string handle;  // unique, lower-case ASCII
    std::string role;
    std::size_t organisation = 0;
    std::string email;                  // unique, at an invented domain under .example
    std::vector<std::string> networks;  // slugs, in the order of Community::networks
    std::int64_t joined_ago_s = 0;      // never after the person's first post
};

struct Area {
    std::string slug;
    std::string name;
    std::string purpose;
};

struct Network {
    std::string slug;
    std::string name;
    std::string short_name;
    std::string purpose;
    std::string glyph;   // of the sprite
    std::string colour;  // and the rule of who may join, in the words of features/networks
    std::string who_for, needs, place;
    int panel_size = 0;
    bool has_role_at_trusts = false;  // one that every trust should have
    std::vector<Area> areas;
};

// Authors and reactions are indexes into Community::people; all are members of the topic's network.
struct Post {
    std::size_t author = 0;
    std::int64_t ago_s = 0;  // seconds before now, at least 60
    std::string markdown;
    std::vector<std::size_t> thanked_by;
    std::vector<std::size_t> found_useful_by;
};

// Posts are in time order; the first opens the topic.
struct Topic {
    std::size_t network = 0;
    std::size_t area = 0;
    std::string title;
    bool pinned = false;
    bool closed = false;
    std::vector<Post> posts;
};

struct Community {
    std::vector<Network> networks;
    std::vector<Organisation> organisations;
    std::vector<Person> people;  // the first is Amira Haddad
    std::vector<Topic> topics;   // oldest first
};

Community community(const Wish& wish);

}  // namespace demo
