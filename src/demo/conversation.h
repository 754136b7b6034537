#pragma once
// Writes the posts of one topic: who speaks next, what kind of thing they say, and in which words.
// Times, sizes and titles are decided elsewhere.

#include "demo/community.h"
#include "demo/dice.h"
#include "demo/people.h"
#include "demo/phrase.h"
#include "demo/subject.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace demo {

// What a conversation is about and among whom. All references outlive it.
struct Setting {
    const Community& community;
    const Library& library;
    const Circle& circle;
    std::size_t network;
    const Subject& subject;
    std::uint32_t contexts;                  // those the title allows, as bits; 0: any
    const std::vector<const Subject*>& kin;  // what the talk may drift to
    std::size_t number;                      // in its series
    Memory memory;                           // what the title has settled
};

class Conversation {
public:
    Conversation(const Setting& setting, const std::vector<std::int64_t>& times, Dice dice);

    std::vector<Post> write();

private:
    enum class Kind { opening, report, entry, question, answer, chatter, from_asker };
    struct Exchanged {  // a question put to somebody who has not answered yet
        std::string_view answer;
        std::size_t to, by, at;
    };
    struct Turn {
        std::size_t author;
        std::string markdown;
        Kind kind;
    };

    // The matter in hand. A long conversation moves on to a second, akin to the first.
    struct Matter {
        const Subject* subject;
        std::uint32_t context;  // one bit
    };
    bool begin_matter(Matter matter, std::size_t asker, std::string_view turn);
    std::uint32_t choose_context(const Subject& subject, std::uint32_t allowed);
    bool is_done(Matter matter) const;
    SaidPool unsaid(const SaidPool& pool, std::uint32_t context);
    void open();
    void next();

    bool answer_pending();
    bool report_back();
    bool follow_up();
    bool give_thanks();
    bool put_question();
    bool remark_on_quote();
    bool ask_amira();
    bool chat();
    bool report();
    bool move_on();
    bool series_entry();
    bool welcome();
    bool anything();

    std::string opening_text(Matter matter, std::size_t author);
    std::string report_text(const Said& reply, std::size_t author);
    std::string points_text(std::size_t author);
    std::string say(std::string_view line, std::size_t author, std::string_view mentioned = {});
    std::string quoted(std::size_t post);

    bool post(Turn turn);  // false, and nothing posted, if it repeats a sentence
    void remember(const Turn& turn);
    bool is_new(std::string_view markdown) const;

    std::size_t writer();
    // Somebody entitled to this line ("GP here"), else nobody; `wanted` when anyone may say it.
    std::optional<std::size_t> voice_for(std::string_view line, std::size_t wanted);
    std::size_t newcomer();
    std::size_t speaker_for_report();
    bool is_last(std::size_t person) const;
    std::optional<std::size_t> recent_report();
    std::string_view draw(Pool& pool);
    Said draw(SaidPool& pool);
    bool draw_answer(SaidPool& pool, Said& drawn);  // one whose occasion has been posted
    std::int64_t since_s() const;
    std::size_t left() const { return times_.size() - posts_.size(); }
    const Person& person(std::size_t at) const { return setting_.community.people[at]; }

    const Setting& setting_;
    Memory memory_;
    const std::vector<std::int64_t>& times_;
    Dice dice_;
    std::vector<Post> posts_;
    std::vector<Kind> kinds_;
    std::vector<std::size_t> speakers_;  // each once, in order of appearance
    std::vector<Exchanged> pending_;
    std::unordered_set<std::size_t> taken_up_;  // posts asked about or remarked on
    std::unordered_set<std::uint64_t> said_;

    const Subject* matter_ = nullptr;
    std::size_t asker_ = 0;
    std::size_t matter_began_ = 0;
    std::vector<Matter> matters_;
    SaidPool replies_, points_, follow_ups_, updates_;
    std::vector<std::string_view> drawn_;                         // for the post being written
    std::unordered_map<std::string_view, std::size_t> posted_in_;  // by the text of the line
    Pool entries_, remarks_;  // of a series: dealt again when all have been used
    Pool chatter_, thanks_, quote_remarks_, leads_, amira_questions_, welcomes_;
    std::vector<Exchange> exchanges_;
};

}  // namespace demo
