#include "features/linter/detectors.h"
#include "features/linter/lone_names.h"

#include <algorithm>
#include <unordered_set>

namespace linter {

namespace {

constexpr std::string_view by_title = "A title and the name behind it tell who this is.";
constexpr std::string_view by_pair = "This is a name of somebody on the roll.";
constexpr std::string_view by_part = "This is a part of a name on the roll.";
constexpr std::string_view by_initials = "These are the initials of somebody on the roll.";

constexpr std::size_t parts_max = 5;  // titles, initials, particles, names: of each

class PersonReader : LoneNames {
public:
    explicit PersonReader(Document& document) : LoneNames(document), text_(document) {}

    void read() {
        for (std::size_t i = 0; i < document_.size();) {
            if (document_.cover(i) != Cover::none)
                ++i;
            else
                i = read_at(i);
        }
        read_explained();
    }

private:
    // ---- one place ----

    std::size_t read_at(std::size_t i) {
        if (const auto last = titled(i)) return found(i, *last, by_title);
        if (const auto last = pair(i)) return found(i, *last, by_pair);
        if (const auto last = initials(i)) return found(i, *last, by_initials);
        if (const auto last = turn_of_phrase(i)) return *last + 1;
        if (is_name(i) && stands_alone(i)) return found(i, trailing(i), by_part);
        if (is_shortened(i)) return found(i, i, by_part);
        if (is_in_small_letters(i)) return found(i, i, by_part);
        return i + 1;
    }

    std::size_t found(std::size_t first, std::size_t last, std::string_view reason) {
        text_.add(Kind::person, Cover::person, first, last, std::string(reason));
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
        return is_last_of_line(b) || token(b + 1).follows(Gap::comma) ||
               token(b + 1).follows(Gap::dash) || token(b + 1).follows(Gap::colon) ||
               token(b + 1).follows(Gap::open) || token(b + 1).follows(Gap::bullet) ||
               token(b + 1).follows(Gap::other);
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
        const bool is_person = is_deed(i + 1) || is_speaker(i) || is_tasked(i) ||
                               is_among_initials(i);
        return is_person ? std::optional(i) : std::nullopt;
    }

    bool are_initials(std::size_t i) const {
        if (!exists(i) || token(i).shape != Shape::upper || token(i).letters() != 2) return false;
        const auto letters = document_.letters(i);
        return !token(i).has_digit && people_.has_initials(letters[0], letters[1]);
    }

    // "HP to send the list"
    bool is_tasked(std::size_t i) const { return is_first_of_line(i) && is_task(i + 1); }

    // "HP and WG to agree": others beside it, and what they do or that a line begins with them.
    bool is_among_initials(std::size_t i) const {
        const bool before = i > 1 && document_.is_word(i - 1, "and") && document_.is_joined(i) &&
                            token(i - 2).shape == Shape::upper && token(i - 2).letters() == 2 &&
                            document_.cover(i - 2) == Cover::person;
        if (before) return true;
        return document_.is_word(i + 1, "and") && document_.is_joined(i + 1) &&
               are_initials(i + 2) && !is(i + 2, Trait::jargon) &&
               (is_task(i + 3) || is_deed(i + 3));
    }

    // "HP asked … (Hope Price)": a name that the text has in full, and its initials elsewhere.
    void read_explained() {
        std::unordered_set<std::string> told;
        for (std::size_t i = 0; i + 1 < document_.size(); ++i) {
            if (document_.cover(i) != Cover::person || !token(i).is_capital()) continue;
            const auto last = last_of_name(i);
            if (last == i || token(last).letters() < 2 || token(i).letters() < 2) continue;
            const auto first = is(i, Trait::title) ? i + 1 : i;
            if (first < last) told.insert({initial(first), initial(last)});
            i = last;
        }
        if (told.empty()) return;
        for (std::size_t i = 0; i < document_.size(); ++i) {
            if (is_explained(i, told) &&
                (!is(i, Trait::jargon) || (is_explained(i + 2, told) && is_linked(i + 1)))) {
                found(i, i, by_initials);
            }
        }
    }

    std::size_t last_of_name(std::size_t i) const {
        const std::size_t most = i + parts_max;
        while (i < most && i + 1 < document_.size() && document_.cover(i + 1) == Cover::person &&
               document_.is_joined(i + 1) && token(i + 1).is_capital()) {
            ++i;
        }
        return i;
    }

    bool is_explained(std::size_t i, const std::unordered_set<std::string>& told) const {
        if (!exists(i) || token(i).shape != Shape::upper || token(i).letters() != 2 ||
            token(i).has_digit || is(i, Trait::ordinary) || is(i, Trait::place)) {
            return false;
        }
        return told.contains(std::string(document_.letters(i)));
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

    std::size_t trailing(std::size_t i) const {
        const std::size_t last = named_on(i, false);
        const std::size_t next = last + 1;
        const bool takes_family = last == i && is(i, Trait::first_name) && is_joined(next) &&
                                  !token(i).is_possessive && is_capital(next) && is_plain(next) &&
                                  token(next).shape == Shape::title && token(next).letters() > 2;
        return takes_family ? next : last;
    }

    // "Tom, Dick and Harry"
    std::optional<std::size_t> turn_of_phrase(std::size_t i) const {
        const Phrases& phrases = document_.lexicon().turns_of_phrase;
        std::optional<std::size_t> last;
        Phrases::Node node = Phrases::root;
        for (auto at = i; at < document_.size(); ++at) {
            auto next = phrases.step(node, token(at).whole);
            if (!next) next = phrases.step(node, token(at).word);
            if (!next) break;
            node = *next;
            if (phrases.value(node)) last = at;
        }
        return last;
    }

    Document& text_;  // what is found is added to it
};

}  // namespace

void find_persons(Document& document) {
    PersonReader(document).read();
}

}  // namespace linter
