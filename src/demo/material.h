#pragma once
// The hand-written words of the demo: subjects with their openings and replies, general talk, word
// lists and names. Only words: what is done with them is in subject, phrase, conversation, people.
//
// The small language of a line (expanded in phrase.cpp):
//   <a|b>       one of these            {w 3-8}  a number, in words up to twelve
//   {11-19}     a number from..to       {200-900/50}  in steps of 50     {1.1-2.8}  one decimal
//   {ward}      a word from a list      {a ward} with its article        {Ward}     capitalised
//   ^12 text    said only under the first or second context of its subject (no mark: under any)
//   ^e ^o ^w    an exchange that fits everywhere, in an organisation's affairs, or on wards only
//   ^r3 text    said only after the subject's third reply (^p3: point) has been posted
//   {ward#a}    the same word or number wherever "#a" stands in one topic
//   @@          mentions the person answered     @@amira  mentions Amira Haddad

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace demo {

enum class Part : std::uint8_t {
    subject,  // "key; theme; network slugs; setting": begins a new subject
    title,
    context,   // an opening post is a context and a question
    question,
    reply,
    point,      // a short remark that stands alone or at the end of a reply
    follow_up,  // said by the person who asked
    update,     // said by the person who asked, weeks later
    // A series is a recurring open topic, whose posts are entry + remark (+ aside).
    entry,
    remark,
    aside,
    // General talk, true of any subject.
    general,
    thanks,
    quote_remark,
    exchange,  // "question || answer"
    ask_amira,
    amira_answers,
    lead,
    closing,
    welcome,
    title_front,
    title_back,
};

struct Line {
    Part part;
    std::string_view text;
};

// Every file of material, in a fixed order.
std::vector<std::span<const Line>> all_material();

// The list behind a slot, empty when there is none of that name.
std::span<const std::string_view> words(std::string_view slot);

// First names and family names of one part of the world.
struct Names {
    std::string_view origin;
    std::uint32_t share;  // among members at home, per thousand
    std::span<const std::string_view> first;
    std::span<const std::string_view> last;
};
std::span<const Names> all_names();
std::span<const std::string_view> place_beginnings();
std::span<const std::string_view> place_endings();

}  // namespace demo
