#include "features/linter/lone_names.h"

#include <algorithm>

namespace linter {

namespace {

constexpr std::string_view tasks =
    " agree send draft chase ask bring check circulate confirm contact discuss email find finish "
    "follow review ring speak share update write take talk tell arrange book look report raise "
    "sort organise present prepare meet invite feed produce pick provide ";

}  // namespace

bool LoneNames::is_task(std::size_t i) const {  // "to agree", at the end of who shall
    return document_.is_word(i, "to") && document_.is_joined(i) && i + 1 < document_.size() &&
           is_one_of(i + 1, tasks);
}

bool LoneNames::is_deed(std::size_t i) const {
    if (!exists(i) || !document_.is_joined(i) || token(i).shape != Shape::lower) return false;
    if (is(i, Trait::deed)) return true;
    const bool is_name_of_more = i > 1 && token(i - 2).is_capital() &&
                                 !token(i - 2).begins_sentence;
    return is(i, Trait::act) && is(i - 1, Trait::first_name) && !is_name_of_more;
}

// "Price: I think …"
bool LoneNames::is_speaker(std::size_t i) const {
    if (!is_first_of_line(i) || i + 1 >= document_.size() || !token(i + 1).follows(Gap::colon)) {
        return false;
    }
    return !token(i + 1).follows(Gap::paragraph) &&
           (is(i + 1, Trait::pronoun) || is(i + 1, Trait::greeting) ||
            (i + 2 < document_.size() && is(i + 2, Trait::pronoun)));
}

bool LoneNames::stands_alone(std::size_t i) const {
    if (token(i).has_digit || token(i).letters() < 2) return false;
    if (!token(i).is_capital()) return false;
    if (is_called_after(i)) return false;
    if (token(i).follows(Gap::hyphen) && i > 0 && token(i - 1).letters() <= 2 &&
        !is(i - 1, Trait::particle))
        return false;  // X-Ray, Wi-Fi; but Al-Hashimi
    if (is_day(i)) return false;
    if (has_strong_sign(i)) return true;
    if (is(i, Trait::season) || is(i, Trait::proper) || is(i, Trait::title)) return false;
    if (is(i, Trait::jargon) && !is_rather_short(i)) return false;
    if (is(i, Trait::filler) || is(i, Trait::body)) return false;
    if (is(i, Trait::place)) return is(i, Trait::first_name) && !is_where(i);
    if (!is(i, Trait::ordinary)) return !is_placed(i);
    return stands_out(i);
}

// "3 June", "June 2024"
bool LoneNames::is_day(std::size_t i) const {
    if (!is(i, Trait::season)) return false;
    const bool is_behind = i > 0 && document_.is_joined(i) && token(i - 1).has_digit;
    const bool is_before = i + 1 < document_.size() && document_.is_joined(i + 1) &&
                           token(i + 1).has_digit;
    return is_behind || is_before;
}

// "Ed", where the field writes ED; not "Cath lab".
bool LoneNames::is_rather_short(std::size_t i) const {
    return is(i, Trait::first_name) && token(i).shape == Shape::title &&
           !document_.is_word(i + 1, "lab") && !document_.is_word(i + 1, "labs");
}

// "Adrian's law", "Adrian's charter": what colleagues are teased with, but for what has a name.
bool LoneNames::is_somebodys(std::size_t i) const {
    constexpr std::string_view known =
        " murphy moore parkinson conway goodhart hofstadter amdahl brooks metcalfe godwin hanlon "
        "occam sod newton ohm hooke boyle pareto fick poiseuille starling laplace hick fitts "
        "maslow kotter little ";
    constexpr std::string_view teased =
        " law principle principles rule theorem charter method effect ";
    if (is_one_of(i, known)) return false;
    return is_one_of(i + 1, teased) || (is(i, Trait::first_name) && !is(i, Trait::family_name));
}

// Parkinson's disease, Churchill Ward, St Thomas.
bool LoneNames::is_called_after(std::size_t i) const {
    const std::size_t next = i + 1;
    if (next < document_.size() && document_.is_joined(next) && is(next, Trait::eponymous)) {
        const bool is_house = token(next).shape == Shape::title;
        const bool is_of_somebody = token(i).is_possessive && is_plain(i) && !is_house &&
                                    is_somebodys(i);
        if (is_of_somebody) return false;  // "Adrian's law"
        if (is_house || !is(next, Trait::small)) return token(next).shape != Shape::upper;
    }
    if (i == 0 || !document_.is_joined(i)) return false;
    if (is_reported(i)) return true;
    constexpr std::string_view before =
        " st saint queen king prince princess lake mount port fort royal new upper lower north "
        "south east west great big ";
    const auto word = document_.words().spelling(token(i - 1).word);
    return token(i - 1).is_capital() && !word.empty() &&
           before.find(" " + std::string(word) + " ") != before.npos;
}

// "the Francis report"
bool LoneNames::is_reported(std::size_t i) const {
    if (token(i).is_possessive || !document_.is_word(i - 1, "the")) return false;
    return document_.is_word(i + 1, "report") || document_.is_word(i + 1, "review") ||
           document_.is_word(i + 1, "inquiry") || document_.is_word(i + 1, "recommendations");
}

bool LoneNames::is_where(
    std::size_t i) const {  // "from Preston", where Preston is also a first name
    return i == 0 || is_one_of(i - 1, " in near around across at from of to outside for the ");
}

// "in Preston": people are not in people.
bool LoneNames::is_placed(std::size_t i) const {
    if (i == 0 || token(i).is_possessive || is(i, Trait::first_name)) return false;
    return document_.is_joined(i) &&
           (document_.is_word(i - 1, "in") || document_.is_word(i - 1, "near") ||
            document_.is_word(i - 1, "around") || document_.is_word(i - 1, "across"));
}

// Whatever else the word may be, here it is somebody.
bool LoneNames::has_strong_sign(std::size_t i) const {
    if (token(i).is_disguised && !is(i, Trait::season) && !is(i, Trait::place)) return true;
    const bool is_in_capitals = document_.is_shouted(i);
    if (is_in_capitals) return false;
    if (is_deed(i + 1) && !is_articled(i) && !is_dated(i)) return true;
    if (is_in_charge(i) || is_sender(i) || is_rather_name(i)) return true;
    if (is_subject(i) || is_off(i) || is_addressed(i) || is_assigned(i) || is_asked_to(i))
        return true;
    if (is_greeted(i) || is_speaker(i) || is_signed(i)) return true;
    if (is(i, Trait::modal) && !is(i, Trait::season) && exists(i + 1) &&
        document_.is_joined(i + 1) && is(i + 1, Trait::auxiliary)) {
        return true;
    }
    return is_described(i) || is_in_company(i);
}

bool LoneNames::is_articled(std::size_t i) const {  // but not "what Rob thinks"
    return is_determined(i) && !is_one_of(i - 1, " what which that all both ");
}

bool LoneNames::may_be_somebody(std::size_t i) const {
    return is(i, Trait::first_name) && token(i).shape == Shape::title && !is_articled(i) &&
           !is_dated(i);
}

// "Frank rings me", "Art keeps saying": what ends as a verb does, with what only verbs have.
bool LoneNames::is_subject(std::size_t i) const {
    const std::size_t verb = i + 1, after = i + 2;
    if (!may_be_somebody(i) || token(i).is_possessive || !exists(verb) ||
        !document_.is_joined(verb) || token(verb).shape != Shape::lower)
        return false;
    if (is_refusing(i)) return true;
    const auto letters = document_.letters(verb);
    const bool is_verb = letters.size() > 3 && !letters.ends_with("ss") &&
                         (letters.ends_with('s') || letters.ends_with("ed"));
    if (!is_verb || !exists(after) || !document_.is_joined(after)) return false;
    if (is_one_of(after, " me us him them you ")) return true;
    const bool ends = letters.ends_with("ed") && is(after, Trait::preposition);
    if ((ends || is(after, Trait::determiner)) && !is_thing(i)) return true;
    return is_one_of(verb, " keeps kept starts started stops stopped goes went ") &&
           document_.letters(after).ends_with("ing");
}

// Of which what people do is said as well: "hope fades", "the bill passed".
bool LoneNames::is_thing(std::size_t i) const {
    return is_one_of(i,
                     " hope grant price faith charity patience mercy prudence amber ruby "
                     "jasmine basil may page grace penny ");
}

// "Ivy can't make Tuesdays", "Mark never reads"
bool LoneNames::is_refusing(std::size_t i) const {
    constexpr std::string_view adverbs =
        " just always never really actually still also then only often already even finally "
        "usually sometimes kindly quietly ";
    constexpr std::string_view refusals =
        " cant wont wouldnt couldnt shouldnt doesnt didnt hasnt isnt wasnt ";
    const std::size_t next = i + 1, after = i + 2;
    if (is_one_of(next, refusals)) return !is_thing(i);
    if (!is_one_of(next, adverbs) || !exists(after) || !document_.is_joined(after)) return false;
    const auto letters = document_.letters(after);
    return is_deed(after) || is(after, Trait::act) ||
           (letters.size() > 3 && letters.ends_with('s') && !letters.ends_with("ss") &&
            token(after).shape == Shape::lower && !is(after, Trait::auxiliary));
}

// "Ed's off to", "Mo is covering": where people are and what they are doing.
bool LoneNames::is_off(std::size_t i) const {
    constexpr std::string_view where =
        " off away late out ill sick here retiring covering leaving presenting chairing "
        "asking saying telling writing drafting talking speaking joining waiting driving "
        "sitting shouting laughing crying emailing phoning ringing bringing sending trying "
        "learning teaching visiting hiding wondering thinking planning helping hosting "
        "adamant convinced keen worried furious happy unhappy sad angry cross tired ";
    if (!may_be_somebody(i) || is(i, Trait::modal)) return false;
    if (token(i).is_possessive) return is_one_of(i + 1, where) && document_.is_joined(i + 1);
    const bool is_being = is_one_of(i + 1, " is was isnt wasnt ") && document_.is_joined(i + 1);
    const std::size_t next = is_one_of(i + 2, " still not always just now already ") ? i + 3
                                                                                     : i + 2;
    return is_being && is_one_of(next, where) && document_.is_joined(next);
}

// "Ray you're on mute", "Ray, can you hear us"
bool LoneNames::is_addressed(std::size_t i) const {
    if (!may_be_somebody(i) || is(i, Trait::season) || i + 1 >= document_.size()) return false;
    if (is_one_of(i, " hope mark trust wish thank bless grant ")) return false;
    const bool has_comma = is_after_comma(i + 1);
    if (document_.is_word(i + 1, "you") || document_.is_word(i + 1, "your"))
        return has_comma || (document_.is_joined(i + 1) && !is(i, Trait::modal));
    return has_comma && is_one_of(i + 1, " can could would will are do ") &&
           document_.is_word(i + 2, "you");
}

// "Steph thinks", of Stephanie; "Gracie", of Grace: the roll has a name that begins so, and the
// place is a person's.
bool LoneNames::is_shortened(std::size_t i) const {
    if (!exists(i) || !is(i, Trait::short_form) || is_name(i) || !is_plain(i)) return false;
    if (token(i).shape != Shape::title || token(i).has_digit || is_articled(i)) return false;
    if (is_called_after(i)) return false;
    const std::size_t next = i + 1;
    const bool next_joined = next < document_.size() && document_.is_joined(next);
    if (next_joined && token(next).is_capital() && token(next).letters() > 1) return false;
    if (is_deed(next) || is_greeted(i) || is_speaker(i) || is_described(i)) return true;
    if (next_joined && is(next, Trait::act) && token(next).shape == Shape::lower) return true;
    if (token(i).is_possessive || is_in_company(i) || is_task(next)) return true;
    if (next_joined && (is_one_of(next, " you youre ") || is(next, Trait::modal))) return true;
    return is_called_upon(i);
}

// "ask Steph", "from Steph"
bool LoneNames::is_called_upon(std::size_t i) const {
    constexpr std::string_view before =
        " ask asked asking tell told telling thank thanks email emailed emailing ring rang "
        "ringing phone phoned phoning call called text texted message messaged chase chased "
        "met meet saw with from by to for and copied cc ";
    return i > 0 && document_.is_joined(i) && is_one_of(i - 1, before);
}

// "i emailed featherstone": no word, and a person's place.
bool LoneNames::is_in_small_letters(std::size_t i) const {
    constexpr std::size_t letters_min = 4;
    constexpr std::string_view before =
        " ask asked asking tell told telling thank thanks email emailed emailing ring rang "
        "ringing phone phoned phoning texted messaged chase chased chasing met ";
    if (!is_name(i) || !is_plain(i) || token(i).shape != Shape::lower || token(i).has_digit)
        return false;
    if (token(i).letters() < letters_min || token(i).follows(Gap::hyphen) || is_determined(i))
        return false;
    if (i > 0 && document_.is_joined(i) && is_one_of(i - 1, before)) return true;
    const bool is_spoken_to = i > 1 && document_.is_joined(i) &&
                              is_one_of(i - 1, " to with from ") &&
                              is_one_of(i - 2,
                                        " spoke speak speaking talk talked talking chat "
                                        "chatted heard listen word agreed email ");
    if (is_spoken_to) return true;
    const std::size_t next = i + 1;
    const bool next_joined = next < document_.size() && document_.is_joined(next);
    if (next_joined && is_one_of(next, " said says thinks reckons asked thought emailed "))
        return true;
    const bool is_line = is_first_of_line(i) && next_joined;
    return is_line && (is(next, Trait::auxiliary) || is(next, Trait::deed));
}

bool LoneNames::is_dated(std::size_t i) const {  // "in May", "since April"
    constexpr std::string_view before =
        " in since until by last this next during of early late mid from ";
    if (!is(i, Trait::season) || i == 0) return false;
    const auto word = document_.words().spelling(token(i - 1).word);
    return !word.empty() && before.find(" " + std::string(word) + " ") != before.npos;
}

// "- Rich to send the list", "| Summer | book a room |"
bool LoneNames::is_in_charge(std::size_t i) const {
    const bool is_begin = is(i, Trait::first_name) && !is(i, Trait::season) &&
                          token(i).shape == Shape::title && token(i).follows(Gap::bullet);
    if (!is_begin || i + 1 >= document_.size()) return false;
    if (token(i + 1).follows(Gap::colon) && !token(i + 1).follows(Gap::line)) return true;
    const bool is_cell = token(i + 1).follows(Gap::bullet) && !token(i + 1).follows(Gap::line);
    return is_cell || (document_.is_word(i + 1, "to") && document_.is_joined(i + 1) &&
                       !document_.is_word(i, "hope"));
}

// "Ray will be there": words that are names more often where they have a capital.
bool LoneNames::is_rather_name(std::size_t i) const {
    constexpr std::string_view all =
        " ray pat rob sue nick drew jack rich mark amber ruby iris ivy hazel daisy violet "
        "jasmine faith pearl page al di dot gene olive kit peg rod eve grace carol ";
    if (token(i).shape != Shape::title || is_seldom_word(i)) return is_seldom_word(i);
    if (!exists(i + 1) || !document_.is_joined(i + 1)) return false;
    if (!is(i + 1, Trait::auxiliary) && !is(i + 1, Trait::modal)) return false;
    return is_one_of(i, all);
}

// "Pat on reception", "Iris – can you?": few sentences begin with the word that these are too.
bool LoneNames::is_seldom_word(std::size_t i) const {
    constexpr std::string_view all =
        " ray pat rob nick ivy iris robin daisy heather holly poppy penny josh jay glen dale "
        "cliff earl gill gus hal jude teddy bob jim tom mo jo lily hazel violet dawn sandy "
        "rosemary jack harry frank ";
    if (!may_be_somebody(i) || !is_one_of(i, all) || is_part_of(i)) return false;
    if (i > 0 && document_.is_joined(i) && is_capital_word(i - 1)) return false;
    const std::size_t next = i + 1;
    if (next >= document_.size()) return true;
    if (!document_.is_joined(next)) return !token(next).follows(Gap::comma);
    return goes_on_as_sentence(next);
}

// After somebody; "Dawn raids", "Sandy soil" and "Heather and brick" go on otherwise.
bool LoneNames::goes_on_as_sentence(std::size_t i) const {
    constexpr std::string_view others =
        " out off away back here there again too just always never still also not cant wont "
        "wouldnt couldnt shouldnt doesnt didnt hasnt isnt wasnt ";
    if (token(i).shape != Shape::lower || token(i).follows(Gap::hyphen) || is_linked(i))
        return false;
    return is(i, Trait::auxiliary) || is(i, Trait::modal) || is(i, Trait::deed) ||
           is(i, Trait::act) || is(i, Trait::preposition) || is_one_of(i, others);
}

bool LoneNames::is_part_of(std::size_t i) const {  // "Ray of light"
    return document_.is_word(i + 1, "of") && i + 2 < document_.size() && !token(i + 2).is_capital();
}

// "Credit: Joy", "Owner: Mark"
bool LoneNames::is_assigned(std::size_t i) const {
    if (i == 0 || !may_be_somebody(i) || is(i, Trait::season) || is_one_of(i, " amber "))
        return false;
    if (document_.is_joined(i) && is_one_of(i - 1, " action owner scribe apologies minutes "))
        return i + 1 >= document_.size() || !document_.is_joined(i + 1);
    if (!token(i).follows(Gap::colon) || token(i).follows(Gap::line) ||
        token(i).follows(Gap::paragraph))
        return false;
    const bool is_end = i + 1 >= document_.size() || !document_.is_joined(i + 1);
    return is_end || is_last_of_line(i) || is_linked(i + 1) || is_task(i + 1);
}

// "Jan will chase", "Will to send"
bool LoneNames::is_asked_to(std::size_t i) const {
    return may_be_somebody(i) && i + 2 < document_.size() && is(i + 1, Trait::modal) &&
           token(i + 1).shape == Shape::lower && document_.is_joined(i + 1) &&
           document_.is_joined(i + 2) && is_one_of(i + 2, tasks);
}

bool LoneNames::is_sender(std::size_t i) const {  // "Faith from Ashfield here", "Bill from finance"
    constexpr std::string_view departments =
        " procurement finance estates pharmacy hr comms theatres pathology radiology legal audit "
        "informatics governance security infrastructure integration training digital maternity ";
    return is(i, Trait::first_name) && !is(i, Trait::season) && token(i).shape == Shape::title &&
           document_.is_word(i + 1, "from") && document_.is_joined(i + 1) &&
           i + 2 < document_.size() && !document_.is_word(i, "grant") &&
           (token(i + 2).is_capital() || is_one_of(i + 2, departments));
}

bool LoneNames::is_greeted(std::size_t i) const {  // "Hi Will", "Thanks, Mark"
    if (i == 0 || token(i).follows(Gap::paragraph) || token(i).follows(Gap::stop)) return false;
    if (!is(i - 1, Trait::greeting) || token(i).shape != Shape::title) return false;
    return token(i).follows(Gap::line) || is_joined(i) || is_after_comma(i);
}

bool LoneNames::is_signed(std::size_t i) const {  // "Best wishes,\nGrace"
    if (!is(i, Trait::first_name) || !is_first_of_line(i) || !is_last_of_line(i)) return false;
    if (i == 0 || token(i).shape != Shape::title || token(i).follows(Gap::bullet)) return false;
    return token(i).follows(Gap::comma) || token(i).follows(Gap::dash) ||
           is(i - 1, Trait::greeting);
}

bool LoneNames::is_described(
    std::size_t i) const {  // "Hope, who chairs", "Will, our CCIO", "Mark and I"
    const std::size_t next = i + 1;
    if (next >= document_.size() || token(i).shape != Shape::title) return false;
    const bool is_who = document_.is_word(next, "who") || document_.is_word(next, "whose");
    if (is_who && (document_.is_joined(next) || is_after_comma(next))) return true;
    if (is_after_comma(next) &&
        (document_.is_word(next, "our") || document_.is_word(next, "their")))
        return true;
    const bool is_and = document_.is_word(next, "and") && document_.is_joined(next);
    return is_and && next + 1 < document_.size() &&
           (document_.is_word(next + 1, "i") || document_.is_word(next + 1, "his") ||
            document_.is_word(next + 1, "her") || document_.is_word(next + 1, "myself"));
}

// "Hope and Amara", "Amara, Will and Mark": beside a name that is nothing else.
bool LoneNames::is_in_company(std::size_t i) const {
    if (token(i).shape != Shape::title || is_determined(i)) return false;
    const auto is_companion = [&](std::size_t other) {
        if (other >= document_.size() || token(other).shape != Shape::title) return false;
        if (document_.cover(other) == Cover::person) return true;
        return is_name(other) && (is_plain(other) || is_deed(other + 1) || is_refusing(other) ||
                                  (!token(other).begins_sentence && is_listed(other)));
    };
    if (i + 1 < document_.size() && document_.has_and(i + 1) && is_companion(i + 1)) return true;
    const auto links = [&](std::size_t at) {
        return at < document_.size() &&
               (document_.is_word(at, "and") || document_.is_word(at, "or")) &&
               document_.is_joined(at);
    };
    if (links(i + 1) && document_.is_joined(i + 2) && is_companion(i + 2)) return true;
    if (is_after_comma(i + 1) && !token(i + 1).follows(Gap::line) && is_companion(i + 1))
        return true;
    if (i > 1 && links(i - 1) && is_companion(i - 2)) return true;
    return i > 0 && is_after_comma(i) && is_companion(i - 1);
}

// In "Sharp, Wise and Swift": a comma before it, and "and" or a comma behind.
bool LoneNames::is_listed(std::size_t i) const {
    const bool is_next = i + 2 < document_.size() && document_.is_word(i + 1, "and") &&
                         is_name(i + 2) && token(i + 2).is_capital();
    return is_after_comma(i) && is_next;
}

bool LoneNames::is_determined(std::size_t i) const {
    return i > 0 && document_.is_joined(i) && is(i - 1, Trait::determiner);
}

bool LoneNames::is_capital_word(std::size_t i) const {  // of a heading, or of a name of something
    return i < document_.size() && document_.token(i).is_capital() &&
           document_.cover(i) != Cover::person && document_.token(i).letters() > 1 &&
           !is(i, Trait::title) && !is(i, Trait::greeting);
}

// A word of the language with a capital where none is due.
bool LoneNames::stands_out(std::size_t i) const {
    if (token(i).shape != Shape::title || is_articled(i) || token(i).follows(Gap::hyphen))
        return false;
    if (is_part_of(i)) return false;
    const std::size_t next = i + 1;
    if (next < document_.size() && document_.is_joined(next) && token(next).has_digit) return false;
    const bool next_joined = next < document_.size() && document_.is_joined(next);
    const bool next_capital = next_joined && is_capital_word(next);
    if (token(i).is_possessive)
        return !next_capital && (!token(i).begins_sentence || is(i, Trait::first_name));
    if (token(i).begins_sentence) return false;
    if (next_capital && (!is_name(next) || !is_pair(i, next))) return false;
    if (next_joined && token(next).follows(Gap::hyphen)) return false;
    if (!document_.is_joined(i) || !is_capital_word(i - 1)) return true;
    const bool is_cue = is(i - 1, Trait::preposition) || is(i - 1, Trait::deed) ||
                        is(i - 1, Trait::pronoun) || is(i - 1, Trait::auxiliary);
    const bool is_role = is(i - 1, Trait::jargon) && token(i - 1).shape == Shape::upper &&
                         !token(i - 1).follows(Gap::hyphen);
    return (token(i - 1).begins_sentence && is_cue) ||
           (is_role && (is_after_comma(next) || is_last_of_line(i)));
}

}  // namespace linter
