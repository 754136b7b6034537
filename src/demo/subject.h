#pragma once
// The material sorted by subject, so that a conversation can draw on it. It owns no words: they are
// views of the material's literals.

#include "demo/material.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace demo {

using Pool = std::vector<std::string_view>;

// A line with the marks taken off it.
struct Said {
    std::string_view text;
    std::uint32_t fits = 0;       // a bit for each context it may stand under; 0: any
    std::string_view after = {};  // the text of the line it answers, which must have been posted
};
using SaidPool = std::vector<Said>;

inline bool fits(const Said& said, std::uint32_t contexts) {
    return said.fits == 0 || (said.fits & contexts) != 0;
}

// How near to the bedside a subject is; an exchange asks for at least so much.
enum class Nearness : std::uint8_t { anywhere, organisation, ward };

struct Subject {
    std::string_view key;
    Pool themes;    // an area that names one of these is the subject's home
    Pool networks;  // slugs
    std::string_view setting;  // "any", or the kind of organisation whose people know about it
    SaidPool titles, contexts, questions, replies, points, follow_ups, updates;
    Pool entries, remarks, asides;  // of a series only

    bool is_series() const { return !entries.empty(); }
    Nearness nearness() const;
};

struct Exchange {
    Nearness at_least = Nearness::anywhere;
    std::string_view question;
    std::string_view answer;
};

struct GeneralTalk {
    Pool remarks, thanks, quote_remarks, ask_amira, amira_answers, leads, closings, welcomes;
    Pool title_fronts, title_backs;
    std::vector<Exchange> exchanges;
};

struct Library {
    std::vector<Subject> subjects;
    GeneralTalk talk;
};

Library library();

}  // namespace demo
