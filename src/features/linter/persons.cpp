#include "features/linter/detectors.h"

#include <algorithm>

namespace linter {

namespace {

constexpr std::string_view by_title = "A title and the name behind it tell who this is.";
constexpr std::string_view by_pair = "This is a name of somebody on the roll.";
constexpr std::string_view by_part = "This is a part of a name on the roll.";
constexpr std::string_view by_initials = "These are the initials of somebody on the roll.";

constexpr std::size_t parts_max = 5;  // titles, initials, particles, names: of each

class PersonReader {
public:
    explicit PersonReader(Document& document)
        : document_(document), people_(document.lexicon().people) {}

    void read() {
        for (std::size_t i = 0; i < document_.size();) {
            if (document_.cover(i) != Cover::none)
                ++i;
            else
                i = read_at(i);
        }
    }

private:
    // ---- what a word is ----

    const Token& token(std::size_t i) const { return document_.token(i); }
    bool is(std::size_t i, Trait trait) const { return document_.is(i, trait); }
    bool exists(std::size_t i) const {
        return i < document_.size() && document_.cover(i) == Cover::none;
    }
    bool is_name(std::size_t i) const {
        return exists(i) && (is(i, Trait::first_name) || is(i, Trait::family_name));
    }
    bool is_capital(std::size_t i) const { return exists(i) && token(i).is_capital(); }
    // Also something else than a name: then only what stands around it decides.
    bool is_plain(std::size_t i) const {
        return !is(i, Trait::ordinary) && !is(i, Trait::proper) && !is(i, Trait::season) &&
               !is(i, Trait::jargon) && !is(i, Trait::place) && !is(i, Trait::filler) &&
               !is(i, Trait::body) && !is(i, Trait::title);
    }
    bool is_initial(std::size_t i) const {
        return exists(i) && token(i).letters() == 1 && token(i).shape == Shape::upper;
    }
    bool is_dotted(std::size_t i) const { return document_.after(i) == '.'; }
    char initial(std::size_t i) const { return document_.letters(i)[0]; }

    // Nothing but space stands between, or the dot of an initial or a title.
    bool is_joined(std::size_t i) const {
        if (!exists(i) || i == 0) return false;
        if (document_.is_joined(i)) return true;
        const bool may_have_dot = is_initial(i - 1) || is(i - 1, Trait::title) ||
                                  (token(i - 1).letters() <= 2 &&
                                   token(i - 1).shape == Shape::upper);
        const bool is_list = token(i).follows(Gap::comma) || token(i).follows(Gap::colon);
        return may_have_dot && token(i).follows(Gap::stop) && !is_list &&
               !token(i).follows(Gap::paragraph) && token(i).begin - token(i - 1).end <= 3;
    }
    bool is_after_comma(std::size_t i) const {
        return exists(i) && token(i).follows(Gap::comma) && !token(i).follows(Gap::paragraph) &&
               !token(i).follows(Gap::stop) && token(i).begin - token(i - 1).end <= 2;
    }

    // ---- one place ----

    std::size_t read_at(std::size_t i) {
        if (const auto last = titled(i)) return found(i, *last, by_title);
        if (const auto last = pair(i)) return found(i, *last, by_pair);
        if (const auto last = initials(i)) return found(i, *last, by_initials);
        if (is_name(i) && stands_alone(i)) return found(i, trailing(i), by_part);
        return i + 1;
    }

    std::size_t found(std::size_t first, std::size_t last, std::string_view reason) {
        document_.add(Kind::person, Cover::person, first, last, std::string(reason));
        return last + 1;
    }

    std::size_t after_particles(std::size_t i) const {  // van der
        const std::size_t most = i + parts_max;
        while (i < most && is_joined(i) && is(i, Trait::particle)) ++i;
        return i;
    }

    // ---- Dr A. Price ----

    bool is_strong_title(std::size_t i) const {
        constexpr std::string_view weak =
            " sister lord lady sir dame miss master matron father nurse brother judge rev reverend "
            "mx ms ";
        const auto word = document_.words().spelling(token(i).word);
        return weak.find(" " + std::string(word) + " ") == weak.npos;
    }

    bool may_be_named(std::size_t i, bool is_strong) const {
        if (!exists(i) || is(i, Trait::title)) return false;
        if (token(i).has_digit || token(i).letters() < 2) return false;
        if (is_name(i)) return token(i).is_capital() || (is_strong && !is(i, Trait::ordinary));
        if (!token(i).is_capital() || is(i, Trait::office) || is(i, Trait::jargon)) return false;
        const bool is_grammar = is(i, Trait::determiner) || is(i, Trait::preposition) ||
                                is(i, Trait::pronoun) || is(i, Trait::auxiliary) ||
                                is(i, Trait::modal) || is(i, Trait::deed) || is(i, Trait::small) ||
                                is(i, Trait::greeting) || is(i, Trait::body);
        return !is_grammar && (is_strong || is_plain(i) || is(i, Trait::place));
    }

    std::optional<std::size_t> titled(std::size_t i) const {
        if (!is(i, Trait::title)) return std::nullopt;
        const bool is_lower = !token(i).is_capital();
        const bool is_strong = is_strong_title(i);
        if (is_lower && !is_strong) return std::nullopt;
        std::size_t next = i + 1;
        while (next <= i + parts_max && is_joined(next) &&
               (is(next, Trait::title) || is_initial(next) || is_pair_of_initials(next))) {
            ++next;
        }
        next = after_particles(next);
        if (!is_joined(next) || !may_be_named(next, is_strong)) return std::nullopt;
        if (is_lower && !is_name(next) && document_.is_shouted(next)) return std::nullopt;
        return named_on(next, is_strong);
    }

    bool is_pair_of_initials(std::size_t i) const {  // "AB Price"
        return exists(i) && token(i).letters() == 2 && token(i).shape == Shape::upper &&
               is_joined(i + 1) && is(i + 1, Trait::family_name);
    }

    // Further parts of a name: a family name, what a hyphen joins, particles, initials.
    std::size_t named_on(std::size_t last, bool takes_unknown) const {
        for (std::size_t more = 0; more < parts_max && !token(last).is_possessive; ++more) {
            std::size_t next = last + 1;
            next = after_particles(next);
            if (!is_joined(next)) break;
            const bool is_hyphened = token(next).follows(Gap::hyphen) && is_capital(next);
            const bool is_part = is_capital(next) && is_name(next) && !is(next, Trait::season) &&
                                 (is_plain(next) || is_pair(last, next) || takes_unknown);
            const bool is_unknown = takes_unknown && is_capital(next) && is_plain(next) &&
                                    token(next).shape == Shape::title && may_be_named(next, false);
            if (!is_hyphened && !is_part && !is_unknown && !is_initial_before_name(next)) break;
            last = next;
        }
        return last;
    }

    bool is_initial_before_name(std::size_t i) const {
        return is_initial(i) && is_joined(i + 1) && is_capital(i + 1) &&
               is(i + 1, Trait::family_name);
    }

    bool is_pair(std::size_t a, std::size_t b) const {
        const WordId one = token(a).word, other = token(b).word;
        return people_.is_pair(one, other) || people_.is_pair(other, one);
    }

    // ---- Hope Price, H. Price, Price, Hope ----

    std::optional<std::size_t> pair(std::size_t i) const {
        if (is_initial(i) || is_pair_of_initials(i)) return initial_and_family(i);
        if (!is_name(i)) return std::nullopt;
        if (const auto last = whole_name(i)) return last;
        return name_and_initial(i);
    }

    std::optional<std::size_t> whole_name(std::size_t i) const {
        constexpr std::size_t between_max = 3;
        std::size_t next = i + 1;
        for (std::size_t between = 0; between <= between_max; ++between, ++next) {
            const bool is_turned = between == 0 && is_after_comma(next);
            if (!is_joined(next) && !is_turned) return std::nullopt;
            if (is_name(next) && is_pair(i, next) && is_written_as_pair(i, next, is_turned)) {
                return named_on(next, false);
            }
            const bool passes = !is_turned &&
                                (is_initial(next) || is(next, Trait::particle) ||
                                 (is_capital(next) && (is_plain(next) || is_name(next))));
            if (!passes || token(next).is_possessive) return std::nullopt;
        }
        return std::nullopt;
    }

    bool is_written_as_pair(std::size_t a, std::size_t b, bool is_turned) const {
        if (token(a).is_possessive && !token(b).follows(Gap::quote)) return false;
        const bool a_plain = is_plain(a), b_plain = is_plain(b);
        const bool a_capital = token(a).is_capital(), b_capital = token(b).is_capital();
        if (is_turned)
            return a_capital && b_capital && people_.is_pair(token(b).word, token(a).word) &&
                   (a_plain || b_plain || !is(b, Trait::season));
        if (token(a).is_disguised || token(b).is_disguised) return a_capital || b_capital;
        if (a_plain && b_plain) return true;
        if (document_.is_shouted(a) || document_.is_shouted(b))
            return a_plain || b_plain || is_entry(a, b) || is(b + 1, Trait::deed) ||
                   is(b + 1, Trait::act) || is(b + 1, Trait::auxiliary);
        if (a_capital && b_capital) return a_plain || b_plain || !is_headline(a, b);
        if (a_capital || b_capital) return (a_capital || a_plain) && (b_capital || b_plain);
        return (a_plain || b_plain) && people_.is_pair(token(a).word, token(b).word) &&
               !is(a, Trait::determiner) && !is(a, Trait::preposition) && !is(a, Trait::modal) &&
               !is(b, Trait::modal) && !is(a, Trait::proper);
    }

    // "HOPE PRICE, CHIEF NURSE": a line begins with it, and a comma or the line's end follows.
    bool is_entry(std::size_t a, std::size_t b) const {
        if (!is_first_of_line(a)) return false;
        return is_last_of_line(b) || token(b + 1).follows(Gap::comma);
    }

    // "Grant Field Work": other words around are in capitals too.
    bool is_headline(std::size_t a, std::size_t b) const {
        const auto is_shaped = [&](std::size_t i) {
            return document_.token(i).shape == Shape::title && !is_name(i) &&
                   document_.cover(i) == Cover::none && !is(i, Trait::title) &&
                   !is(i, Trait::preposition) && !is(i, Trait::greeting);
        };
        if (b + 1 < document_.size() && document_.is_joined(b + 1) && is_shaped(b + 1)) return true;
        return a > 0 && document_.is_joined(a) && !token(a - 1).begins_sentence && is_shaped(a - 1);
    }

    std::optional<std::size_t> initial_and_family(std::size_t i) const {
        std::size_t next = i;
        while (is_initial(next) || is_pair_of_initials(next)) {
            if (next - i >= parts_max) return std::nullopt;
            if (!is_joined(next + 1)) return std::nullopt;
            ++next;
        }
        next = after_particles(next);
        if (!is_capital(next) || !is_joined(next) || !is(next, Trait::family_name))
            return std::nullopt;
        bool is_known = false;
        for (auto at = i; at < next; ++at) {
            is_known |= people_.is_initial_of(initial(at), token(next).word);
        }
        if (!is_known) return std::nullopt;
        const bool has_dot = is_dotted(next - 1) || is_dotted(i);
        const bool may_be_word = initial(i) == 'A' || initial(i) == 'I' || is(next, Trait::season);
        const bool is_lone_letter = next == i + 1 && token(i).letters() == 1;
        if (!has_dot && !is_plain(next)) {
            if (!is_lone_letter || may_be_word || is_headline(i, next) || is_lettered(i))
                return std::nullopt;
        }
        if (!has_dot && may_be_word && is_lone_letter && token(i).begins_sentence &&
            !is_plain(next))
            return std::nullopt;
        return named_on(next, false);
    }

    // "Plan B", "Vitamin C": the letter belongs to what stands before it.
    bool is_lettered(std::size_t i) const {
        return i > 0 && document_.is_joined(i) && token(i - 1).shape == Shape::title;
    }

    // Hope P., Price H
    std::optional<std::size_t> name_and_initial(std::size_t i) const {
        const std::size_t next = i + 1;
        if (!is_capital(i) || !is_initial(next) || token(i).is_possessive) return std::nullopt;
        const bool has_comma = is_after_comma(next);
        if (!is_joined(next) && !has_comma) return std::nullopt;
        const bool has_dot = is_dotted(next);
        const bool is_word = initial(next) == 'I' || initial(next) == 'A';
        if (is_word && !has_dot) return std::nullopt;
        if (!is_plain(i) && !has_dot && !has_comma && token(i).begins_sentence) return std::nullopt;
        if (is(i, Trait::season)) return std::nullopt;
        if (!has_comma && people_.is_first_of(token(i).word, initial(next))) return next;
        const bool is_family = people_.is_initial_of(initial(next), token(i).word);
        if (!is_family || (!is_plain(i) && !has_dot)) return std::nullopt;
        return next;
    }

    // ---- H.P. ----

    std::optional<std::size_t> initials(std::size_t i) const {
        if (is_initial(i)) return dotted_initials(i);
        if (!exists(i) || token(i).shape != Shape::upper || token(i).letters() != 2)
            return std::nullopt;
        if (is(i, Trait::jargon) || is(i, Trait::ordinary) || is(i, Trait::season) ||
            is(i, Trait::place))
            return std::nullopt;
        const auto letters = document_.letters(i);
        if (token(i).has_digit || !people_.has_initials(letters[0], letters[1]))
            return std::nullopt;
        return is_deed(i + 1) || is_speaker(i) ? std::optional(i) : std::nullopt;
    }

    std::optional<std::size_t> dotted_initials(std::size_t i) const {
        if (!is_dotted(i) || !is_initial(i + 1)) return std::nullopt;
        std::size_t last = i;
        while (last <= i + parts_max && is_initial(last + 1) && is_dotted(last) &&
               token(last + 1).begin - token(last).end <= 2) {
            ++last;
        }
        if (last == i || last > i + 2 || !is_dotted(last)) return std::nullopt;
        constexpr std::string_view words = " us uk eu am pm eg ie un ai it id uae qa hr ";
        std::string letters;
        for (auto at = i; at <= last; ++at) letters += static_cast<char>(initial(at) | 0x20);
        if (words.find(" " + letters + " ") != words.npos) return std::nullopt;
        if (!people_.has_initials(initial(i), initial(last))) return std::nullopt;
        return last;
    }

    // ---- a name alone ----

    bool is_deed(std::size_t i) const {
        if (!exists(i) || !document_.is_joined(i) || token(i).shape != Shape::lower) return false;
        if (is(i, Trait::deed)) return true;
        const bool is_name_of_more = i > 1 && token(i - 2).is_capital() &&
                                     !token(i - 2).begins_sentence;
        return is(i, Trait::act) && is(i - 1, Trait::first_name) && !is_name_of_more;
    }
    bool is_last_of_line(std::size_t i) const {
        if (i + 1 >= document_.size()) return true;
        return token(i + 1).follows(Gap::paragraph) || token(i + 1).follows(Gap::line);
    }
    bool is_first_of_line(std::size_t i) const {
        return token(i).follows(Gap::paragraph) || token(i).follows(Gap::line) ||
               token(i).follows(Gap::bullet);
    }

    // "Price: I think …"
    bool is_speaker(std::size_t i) const {
        if (!is_first_of_line(i) || i + 1 >= document_.size() ||
            !token(i + 1).follows(Gap::colon)) {
            return false;
        }
        return !token(i + 1).follows(Gap::paragraph) &&
               (is(i + 1, Trait::pronoun) || is(i + 1, Trait::greeting) ||
                (i + 2 < document_.size() && is(i + 2, Trait::pronoun)));
    }

    std::size_t trailing(std::size_t i) const {
        const std::size_t last = named_on(i, false);
        const std::size_t next = last + 1;
        const bool takes_family = last == i && is(i, Trait::first_name) && is_joined(next) &&
                                  !token(i).is_possessive && is_capital(next) && is_plain(next) &&
                                  token(next).shape == Shape::title && token(next).letters() > 2;
        return takes_family ? next : last;
    }

    bool stands_alone(std::size_t i) const {
        if (token(i).has_digit || token(i).letters() < 2) return false;
        if (!token(i).is_capital()) return false;
        if (is_called_after(i)) return false;
        if (token(i).follows(Gap::hyphen) && i > 0 && token(i - 1).letters() == 1)
            return false;  // X-Ray
        if (has_strong_sign(i)) return true;
        if (is(i, Trait::season) || is(i, Trait::proper) || is(i, Trait::jargon) ||
            is(i, Trait::title))
            return false;
        if (is(i, Trait::place) || is(i, Trait::filler) || is(i, Trait::body)) return false;
        if (!is(i, Trait::ordinary)) return !is_placed(i);
        return stands_out(i);
    }

    // Parkinson's disease, Churchill Ward, St Thomas.
    bool is_called_after(std::size_t i) const {
        const std::size_t next = i + 1;
        if (next < document_.size() && document_.is_joined(next) && is(next, Trait::eponymous)) {
            const bool is_house = token(next).shape == Shape::title;
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
    bool is_reported(std::size_t i) const {
        if (token(i).is_possessive || !document_.is_word(i - 1, "the")) return false;
        return document_.is_word(i + 1, "report") || document_.is_word(i + 1, "review") ||
               document_.is_word(i + 1, "inquiry") || document_.is_word(i + 1, "recommendations");
    }

    // "in Preston": people are not in people.
    bool is_placed(std::size_t i) const {
        if (i == 0 || token(i).is_possessive || is(i, Trait::first_name)) return false;
        return document_.is_joined(i) &&
               (document_.is_word(i - 1, "in") || document_.is_word(i - 1, "near") ||
                document_.is_word(i - 1, "around") || document_.is_word(i - 1, "across"));
    }

    // Whatever else the word may be, here it is somebody.
    bool has_strong_sign(std::size_t i) const {
        if (token(i).is_disguised && !is(i, Trait::season) && !is(i, Trait::place)) return true;
        const bool is_in_capitals = document_.is_shouted(i);
        if (is_in_capitals) return false;
        if (is_deed(i + 1) && !is_determined(i) && !is_dated(i)) return true;
        if (is_in_charge(i) || is_sender(i) || is_rather_name(i)) return true;
        if (is_greeted(i) || is_speaker(i) || is_signed(i)) return true;
        if (is(i, Trait::modal) && !is(i, Trait::season) && exists(i + 1) &&
            document_.is_joined(i + 1) && is(i + 1, Trait::auxiliary)) {
            return true;
        }
        return is_described(i) || is_in_company(i);
    }

    bool is_dated(std::size_t i) const {  // "in May", "since April"
        constexpr std::string_view before =
            " in since until by last this next during of early late mid from ";
        if (!is(i, Trait::season) || i == 0) return false;
        const auto word = document_.words().spelling(token(i - 1).word);
        return !word.empty() && before.find(" " + std::string(word) + " ") != before.npos;
    }

    // "- Rich to send the list", "| Summer | book a room |"
    bool is_in_charge(std::size_t i) const {
        const bool is_begin = is(i, Trait::first_name) && !is(i, Trait::season) &&
                              token(i).shape == Shape::title && token(i).follows(Gap::bullet);
        if (!is_begin || i + 1 >= document_.size()) return false;
        if (token(i + 1).follows(Gap::colon) && !token(i + 1).follows(Gap::line)) return true;
        const bool is_cell = token(i + 1).follows(Gap::bullet) && !token(i + 1).follows(Gap::line);
        return is_cell || (document_.is_word(i + 1, "to") && document_.is_joined(i + 1) &&
                           !document_.is_word(i, "hope"));
    }

    // "Ray will be there": words that are names more often where they have a capital.
    bool is_rather_name(std::size_t i) const {
        constexpr std::string_view all =
            " ray pat rob sue nick drew jack rich mark amber ruby iris ivy hazel daisy violet "
            "jasmine faith pearl page ";
        const auto word = document_.words().spelling(token(i).word);
        if (token(i).shape != Shape::title || !exists(i + 1) || !document_.is_joined(i + 1))
            return false;
        if (!is(i + 1, Trait::auxiliary) && !is(i + 1, Trait::modal)) return false;
        return !word.empty() && all.find(" " + std::string(word) + " ") != all.npos;
    }

    bool is_sender(std::size_t i) const {  // "Faith from Ashfield here"
        return is(i, Trait::first_name) && !is(i, Trait::season) &&
               token(i).shape == Shape::title && document_.is_word(i + 1, "from") &&
               document_.is_joined(i + 1) && i + 2 < document_.size() &&
               token(i + 2).is_capital() && !document_.is_word(i, "grant");
    }

    bool is_greeted(std::size_t i) const {  // "Hi Will", "Thanks, Mark"
        if (i == 0 || token(i).follows(Gap::paragraph) || token(i).follows(Gap::stop)) return false;
        if (!is(i - 1, Trait::greeting) || token(i).shape != Shape::title) return false;
        return token(i).follows(Gap::line) || is_joined(i) || is_after_comma(i);
    }

    bool is_signed(std::size_t i) const {  // "Best wishes,\nGrace"
        if (!is(i, Trait::first_name) || !is_first_of_line(i) || !is_last_of_line(i)) return false;
        if (i == 0 || token(i).shape != Shape::title || token(i).follows(Gap::bullet)) return false;
        return token(i).follows(Gap::comma) || token(i).follows(Gap::dash) ||
               is(i - 1, Trait::greeting);
    }

    bool is_described(std::size_t i) const {  // "Hope, who chairs", "Will, our CCIO", "Mark and I"
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
    bool is_in_company(std::size_t i) const {
        if (token(i).shape != Shape::title || is_determined(i)) return false;
        const auto is_companion = [&](std::size_t other) {
            if (other >= document_.size() || token(other).shape != Shape::title) return false;
            if (document_.cover(other) == Cover::person) return true;
            return is_name(other) &&
                   (is_plain(other) || (!token(other).begins_sentence && is_listed(other)));
        };
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
    bool is_listed(std::size_t i) const {
        const bool is_next = i + 2 < document_.size() && document_.is_word(i + 1, "and") &&
                             is_name(i + 2) && token(i + 2).is_capital();
        return is_after_comma(i) && is_next;
    }

    bool is_determined(std::size_t i) const {
        return i > 0 && document_.is_joined(i) && is(i - 1, Trait::determiner);
    }

    bool is_capital_word(std::size_t i) const {  // of a heading, or of a name of something
        return i < document_.size() && document_.token(i).is_capital() &&
               document_.cover(i) != Cover::person && document_.token(i).letters() > 1 &&
               !is(i, Trait::title) && !is(i, Trait::greeting);
    }

    // A word of the language with a capital where none is due.
    bool stands_out(std::size_t i) const {
        if (token(i).shape != Shape::title || is_determined(i) || token(i).follows(Gap::hyphen))
            return false;
        const std::size_t next = i + 1;
        if (next < document_.size() && document_.is_joined(next) && token(next).has_digit)
            return false;
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

    Document& document_;
    const People& people_;
};

}  // namespace

void find_persons(Document& document) {
    PersonReader(document).read();
}

}  // namespace linter
