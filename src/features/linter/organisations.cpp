#include "features/linter/detectors.h"

#include <algorithm>

namespace linter {

namespace {

constexpr std::size_t front_words_max = 6;

class OrganisationReader {
public:
    explicit OrganisationReader(Document& document)
        : document_(document), names_(document.lexicon().organisations) {}

    void read() {
        for (std::size_t i = 0; i < document_.size(); ++i) {
            if (document_.cover(i) != Cover::none) continue;
            if (const auto match = known_at(i)) {
                const auto last = extended(match->last);
                document_.add(Kind::organisation, Cover::organisation, i, last,
                              "This is a name of " + names_.name(match->value).organisation + ".");
                i = last;
            }
        }
        for (std::size_t i = 0; i < document_.size(); ++i) {
            if (document_.cover(i) != Cover::none) continue;
            if (document_.is(i, Trait::body))
                generic(i);
            else if (document_.is(i, Trait::place) || document_.token(i).word == unknown_word)
                town(i);
        }
    }

private:
    struct Match {
        std::size_t last;
        std::uint32_t value;
    };
    struct Walk {
        Phrases::Node node;
        std::size_t at;
        bool is_exact;
    };

    // ---- names that are known ----

    bool goes_on(std::size_t i) const {
        if (i >= document_.size()) return false;
        if (document_.is_joined(i) || document_.has_and(i)) return true;
        constexpr auto list = static_cast<std::uint16_t>(Gap::comma) |
                              static_cast<std::uint16_t>(Gap::space) |
                              static_cast<std::uint16_t>(Gap::line);
        if ((document_.token(i).gap & ~list) == 0 && document_.token(i).is_capital())
            return true;  // "Barking, Havering and …"

        return document_.is_word(i - 1, "st") && !document_.token(i).follows(Gap::paragraph);
    }

    std::optional<Phrases::Node> step(Phrases::Node node, std::size_t i) const {
        const Token& token = document_.token(i);
        if (const auto next = names_.phrases().step(node, token.whole)) return next;
        return names_.phrases().step(node, token.word);
    }

    // "London's ambulance trust" is no name: 's goes only where the name has it, or behind it.
    bool ends_name(Phrases::Node before, std::size_t i) const {
        const Token& token = document_.token(i);
        if (!token.is_possessive || token.whole == token.word) return false;  // or nothing dropped
        return !names_.phrases().step(before, token.whole);
    }

    // A word that is none, a letter away from one that goes on here.
    std::optional<Phrases::Node> near_step(Phrases::Node node, std::size_t i) const {
        const Token& token = document_.token(i);
        const std::size_t letters_min = node == Phrases::root ? 5 : 4;
        if (token.letters() < letters_min || document_.is(i, Trait::ordinary)) return std::nullopt;
        if (node == Phrases::root && !token.is_capital()) return std::nullopt;
        std::string word = lower(document_.letters(i));
        for (const WordId other : names_.near(word, document_.words())) {
            if (const auto next = names_.phrases().step(node, other)) return next;
        }
        return std::nullopt;
    }

    std::optional<Match> known_at(std::size_t i) const {
        const auto exact = walk(i, false);
        if (exact || !may_be_misspelled(i)) return exact;
        return walk(i, true);
    }

    bool may_be_misspelled(std::size_t i) const {
        return document_.token(i).is_capital() && document_.token(i).letters() >= 3 &&
               (step(Phrases::root, i) || document_.token(i).word == unknown_word);
    }

    std::optional<Match> walk(std::size_t first, bool forgives) const {
        std::optional<Match> best;
        Phrases::Node node = Phrases::root;
        const bool may_guess = forgives;
        for (std::size_t i = first; i < document_.size(); ++i) {
            if (i > first && !goes_on(i)) break;
            if (document_.cover(i) != Cover::none) break;
            if (i > first && document_.has_and(i)) {
                if (const auto joined = names_.phrases().step(node, document_.and_word()))
                    node = *joined;
            }
            auto next = step(node, i);
            if (!next && forgives) {
                next = near_step(node, i);
                forgives = false;
            }
            if (!next) break;
            const bool is_end = ends_name(node, i);
            node = *next;
            const auto value = names_.phrases().value(node);
            if (value && counts(names_.name(*value), first, i)) best = Match{i, *value};
            if (is_end) break;
        }
        const bool is_guess = best && may_guess && !forgives && best->last == first &&
                              document_.token(first).word == unknown_word &&
                              document_.token(first).letters() < 9;
        return is_guess ? std::nullopt : best;
    }

    bool counts(const OrganisationName& name, std::size_t first, std::size_t last) const {
        if (!is_written(name, first, last) || document_.is_word(last + 1, "day")) return false;
        if (is_of_more(first, last)) return false;
        switch (name.need) {
            case Need::nothing: return true;
            case Need::area: return !is_where(first) || has_body(last);
            case Need::article:
                return has_article(first, last) || has_body(last) || acts(first, last);
            case Need::place: return is_at(first, last) || has_body(last) || acts(first, last);
        }
        return true;
    }

    bool is_written(const OrganisationName& name, std::size_t first, std::size_t last) const {
        const Token& token = document_.token(first);
        if (name.is_acronym) {
            const auto next = last + 1;
            const bool is_run_on = document_.after(last) == '.' && next < document_.size() &&
                                   document_.token(next).begin == token.end + 1;  // ASP.NET
            if (is_run_on) return false;

            if (token.shape == Shape::upper && document_.is_shouted(first)) {
                return !document_.is(first, Trait::ordinary);
            }
            if (token.shape == Shape::upper || token.shape == Shape::mixed) return true;
            return token.letters() >= 4 && name.need == Need::nothing &&
                   !document_.is(first, Trait::ordinary);
        }
        if (name.is_long) return true;
        for (auto i = first; i <= last; ++i) {
            if (!document_.token(i).is_capital() && !document_.is(i, Trait::small) &&
                !document_.token(i).has_digit) {
                return false;
            }
        }
        return first == last ? !document_.is_shouted(first) || name.need == Need::nothing : true;
    }

    // "King's Speech", "King's Lynn": a word behind it makes something else of it.
    bool is_of_more(std::size_t first, std::size_t last) const {
        const std::size_t next = last + 1;
        if (first != last || !document_.token(last).is_possessive) return false;
        if (next >= document_.size() || !document_.is_joined(next)) return false;
        return document_.token(next).shape == Shape::title && !has_body(last) &&
               !document_.is(next, Trait::first_name) && !document_.is(next, Trait::filler);
    }

    bool is_one_of(std::size_t i, std::string_view words) const {
        return document_.is_one_of(i, words);
    }

    // "Ashfield are live", "Ashfield bought it", "It was Ashfield.": as one body, or as an answer.
    bool acts(std::size_t first, std::size_t last) const {
        if (!document_.token(first).is_capital() || document_.is_shouted(first)) return false;
        constexpr std::string_view where =
            " in of near around across from to the outside over for with between within ";
        if (first > 0 && document_.is_joined(first) && is_one_of(first - 1, where)) return false;
        const std::size_t next = last + 1;
        const bool next_joined = next < document_.size() && document_.is_joined(next);
        constexpr std::string_view deeds =
            " are were have havent arent werent bought chose signed procured switched uses "
            "colleagues team ";
        if (is_in_company(first, last)) return true;
        if (first > 0 && (document_.has_and(first) || is_one_of(first - 1, " and "))) return false;
        if (next_joined && is_one_of(next, deeds)) return true;
        if (next_joined && is_one_of(next, " went goes is gone going ") &&
            document_.is_word(next + 1, "live"))
            return true;
        const bool is_end = next >= document_.size() || document_.token(next).follows(Gap::stop) ||
                            document_.token(next).follows(Gap::paragraph);
        if (!is_end || first < 2 || !document_.is_joined(first)) return false;
        return (is_one_of(first - 1, " was is ") && is_one_of(first - 2, " it that this which ")) ||
               (is_one_of(first - 1, " it that ") && document_.token(first - 1).is_possessive);
    }

    // "Alder Hey and Torbay", "Alder Hey, Torbay"; "ask Torbay"
    bool is_in_company(std::size_t first, std::size_t last) const {
        const std::size_t next = last + 1;
        const bool goes_on_capital = next < document_.size() && document_.is_joined(next) &&
                                     document_.token(next).is_capital();
        if (first == 0 || goes_on_capital) return false;
        if (document_.is_joined(first) && is_one_of(first - 1, " ask asked rang thank thanks "))
            return true;
        const bool is_linked = document_.token(first).follows(Gap::comma) ||
                               document_.has_and(first);
        if (is_linked) return document_.cover(first - 1) == Cover::organisation;
        return first > 1 && document_.is_joined(first) && is_one_of(first - 1, " and or then ") &&
               document_.cover(first - 2) == Cover::organisation;
    }

    bool has_article(std::size_t first, std::size_t last) const {
        if (first == 0 || document_.is(first, Trait::jargon)) return false;
        const bool is_led = document_.is_word(first - 1, "the") ||
                            document_.is_word(first - 1, "at");
        const bool goes_on_capital = last + 1 < document_.size() && document_.is_joined(last + 1) &&
                                     document_.token(last + 1).is_capital() &&
                                     document_.token(last + 1).shape == Shape::title;
        return is_led && document_.token(first).is_capital() && !goes_on_capital;
    }

    bool is_at(std::size_t first, std::size_t last) const {
        const bool is_from = first > 1 && document_.is_word(first - 1, "from") &&
                             document_.token(first - 2).is_capital() &&
                             document_.is(first - 2, Trait::first_name);  // "Amara from Ashfield"
        if (first == 0 || (!document_.is_word(first - 1, "at") && !is_from)) return false;
        const bool goes_on = last + 1 < document_.size() && document_.is_joined(last + 1) &&
                             document_.token(last + 1).is_capital();
        return document_.token(first).is_capital() && !goes_on;
    }

    bool is_where(std::size_t first) const {  // "across Morecambe Bay", "in the Wye Valley"
        const std::size_t before = first > 1 && document_.is_word(first - 1, "the") ? 2 : 1;
        if (first < before) return false;
        constexpr std::string_view where =
            " in across around near through over throughout within outside ";
        const auto word = document_.words().spelling(document_.token(first - before).word);
        return !word.empty() && where.find(" " + std::string(word) + " ") != where.npos;
    }

    bool has_body(std::size_t last) const {
        const auto next = last + 1;
        if (next >= document_.size() || !document_.is_joined(next)) return false;
        const bool is_nhs = document_.is_word(next, "nhs") || document_.is_word(next, "foundation");
        return is_nhs || document_.is(next, Trait::body);
    }

    std::size_t extended(std::size_t last) const {
        const std::size_t most = last + front_words_max;
        while (last < most && has_body(last) && document_.cover(last + 1) == Cover::none) ++last;
        return last;
    }

    // ---- names made as such names are: Ashfield Hospital, University Hospitals of Ashfield ----

    bool is_front(std::size_t i) const {
        return document_.token(i).is_capital() && document_.cover(i) == Cover::none &&
               !document_.is(i, Trait::determiner) && !document_.is(i, Trait::preposition) &&
               !document_.is(i, Trait::pronoun) && !document_.is(i, Trait::auxiliary);
    }

    bool is_proper(std::size_t i) const {
        if (document_.token(i).has_digit || document_.letters(i).size() < 3) return false;
        if (document_.is(i, Trait::ordinary)) {
            const bool is_saint = i > 0 && (document_.is_word(i - 1, "st") || is_royal(i - 1));
            return is_saint && document_.is_joined(i);
        }
        return !document_.is(i, Trait::filler) && !document_.is(i, Trait::body) &&
               !document_.is(i, Trait::jargon) && !document_.is(i, Trait::season) &&
               !document_.is(i, Trait::determiner) && !document_.is(i, Trait::modal);
    }

    bool is_royal(std::size_t i) const {
        return document_.is_word(i, "queen") || document_.is_word(i, "king") ||
               document_.is_word(i, "prince") || document_.is_word(i, "princess") ||
               document_.is_word(i, "saint");
    }

    bool is_body(std::size_t i) const {
        if (!document_.token(i).is_capital()) return false;
        if (document_.is_word(i, "service")) return document_.is_word(i - 1, "ambulance");
        if (document_.is_word(i, "board")) {
            return document_.is_word(i - 1, "health") || document_.is_word(i - 1, "care");
        }
        if (document_.is_word(i, "centre")) return document_.is_word(i - 1, "medical");
        return true;
    }

    void generic(std::size_t body) {
        if (!is_body(body) || document_.is_shouted(body)) return;
        std::size_t first = body;
        bool is_named = false;
        while (first > 0 && body - first < front_words_max) {
            const bool is_linked = document_.is_joined(first) || document_.has_and(first) ||
                                   document_.is_word(first - 1, "st");
            if (!is_linked) break;
            const bool is_small = document_.is(first - 1, Trait::small) && first > 1 &&
                                  is_front(first - 2) && document_.is_joined(first - 1) &&
                                  !document_.is_word(first - 1, "the");
            if (!is_small && !is_front(first - 1)) break;
            is_named |= !is_small && is_proper(first - 1);
            --first;
        }
        std::size_t last = extended(body);
        if (!is_named) last = named_behind(first, body, is_named);
        if (!is_named) return;
        document_.add(Kind::organisation, Cover::organisation, first, last,
                      "This is called as hospitals, trusts and boards are.");
    }

    // "Ashfield General", "Ashfield hospital", "at Ashfield": a town stands for its hospital.
    void town(std::size_t i) {
        if (!document_.token(i).is_capital() || document_.is_shouted(i)) return;
        if (document_.token(i).has_digit || document_.letters(i).size() < 3) return;
        const std::size_t next = i + 1;
        const bool is_joined = next < document_.size() && document_.is_joined(next);
        const bool is_general = is_joined && document_.token(next).is_capital() &&
                                (document_.is_word(next, "general") ||
                                 document_.is_word(next, "district") ||
                                 document_.is_word(next, "royal") ||
                                 document_.is_word(next, "infirmary"));
        const bool is_town = document_.is(i, Trait::place);
        const bool is_hospital = is_town && is_joined && document_.is_word(next, "hospital") &&
                                 !is_any(i);
        if (is_general || is_hospital) {
            return document_.add(Kind::organisation, Cover::organisation, i, extended(next),
                                 "A town and this word behind it are what its hospital is called.");
        }
        const bool goes_on = is_joined && document_.token(next).is_capital();
        if (!is_town || goes_on || !document_.is_word(i - 1, "at") || !document_.is_joined(i) ||
            is_event(i))
            return;
        document_.add(Kind::organisation, Cover::organisation, i, i,
                      "Whoever is at a town works at its hospital or trust.");
    }

    bool is_any(std::size_t i) const {  // "a Leeds hospital"
        return document_.is(i - 1, Trait::determiner) && !document_.is_word(i - 1, "the") &&
               !document_.is_word(i - 1, "our");
    }

    bool is_event(std::size_t i) const {  // "the conference at Leeds"
        constexpr std::string_view events =
            " conference meeting event workshop summit train arrived changed stopped held session "
            "forum stop ";
        if (i < 2) return false;
        const auto word = document_.words().spelling(document_.token(i - 2).word);
        return !word.empty() && events.find(" " + std::string(word) + " ") != events.npos;
    }

    // "University Hospitals of Ashfield", "Royal Infirmary of Ashfield".
    std::size_t named_behind(std::size_t first, std::size_t body, bool& is_named) const {
        std::size_t next = body + 1;
        if (first == body) return body;
        if (document_.is_word(next, "of")) ++next;
        while (document_.is_word(next, "the") || document_.is_word(next, "north") ||
               document_.is_word(next, "south") || document_.is_word(next, "east") ||
               document_.is_word(next, "west")) {
            ++next;
        }
        if (next >= document_.size() || !document_.is_joined(next)) return body;
        if (!document_.token(next).is_capital() || !is_proper(next)) return body;
        is_named = true;
        return extended(next);
    }

    Document& document_;
    const OrganisationNames& names_;
};

}  // namespace

void find_organisations(Document& document) {
    OrganisationReader(document).read();
}

}  // namespace linter
