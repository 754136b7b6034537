#include "features/linter/detectors.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_map>

namespace linter {

namespace {

constexpr std::size_t tokens_apart_max = 60;
constexpr int sentences_apart_max = 3;
constexpr std::size_t body_near = 4;

// Where something is said.
struct Said {
    std::size_t first, last;
    const Saying* saying;
    int sentence;
    int paragraph;
};

std::size_t place_of(Aspect aspect) {  // regions and towns are one: where
    return aspect == Aspect::town ? static_cast<std::size_t>(Aspect::region)
                                  : static_cast<std::size_t>(aspect);
}

class SayingReader {
public:
    explicit SayingReader(const Document& document)
        : document_(document), combinations_(document.lexicon().combinations) {}

    std::vector<Said> read() {
        std::vector<Said> all;
        int sentence = 0, paragraph = 0;
        for (std::size_t i = 0; i < document_.size(); ++i) {
            const Token& token = document_.token(i);
            if (token.follows(Gap::paragraph))
                ++paragraph, ++sentence;
            else if (token.begins_sentence && token.follows(Gap::stop))
                ++sentence;
            if (document_.cover(i) == Cover::address) continue;
            const auto said = at(i);
            if (said && may_be_said(i, *said)) {
                all.push_back({i, said->last, said->saying, sentence, paragraph});
                i = said->last;
            }
        }
        return all;
    }

private:
    struct Match {
        std::size_t last;
        const Saying* saying;
    };

    // Words of an organisation's name say nothing, but where the whole of it is also a place.
    bool may_be_said(std::size_t first, const Match& said) const {
        if (document_.cover(first) != Cover::organisation) return true;
        const auto is_organisation = [&](std::size_t i) {
            return i < document_.size() && document_.cover(i) == Cover::organisation;
        };
        const auto aspect = said.saying->aspect;
        const bool is_place = aspect == Aspect::town || aspect == Aspect::region;
        return is_place && said.last > first && !is_organisation(said.last + 1) &&
               (first == 0 || !is_organisation(first - 1));
    }

    std::optional<Match> at(std::size_t first) const {
        return longest(first, [&](const Saying& saying, std::size_t last) {
            return counts(saying, first, last);
        });
    }

    // A role or a place: what needs another beside it is neither, and so never asks its neighbour
    // whether that one counts.
    std::optional<Match> by_itself(std::size_t first) const {
        return longest(first, [&](const Saying& saying, std::size_t) {
            return !saying.needs_body && may_stand(saying, first);
        });
    }

    template <class Counts>
    std::optional<Match> longest(std::size_t first, Counts&& counts) const {
        std::optional<Match> best;
        Phrases::Node node = Phrases::root;
        for (std::size_t i = first; i < document_.size(); ++i) {
            if (i > first && !document_.is_joined(i)) {
                const auto joined = document_.has_and(i)
                                        ? combinations_.phrases().step(node, document_.and_word())
                                        : std::nullopt;
                if (!joined) break;
                node = *joined;
            }
            const Token& token = document_.token(i);
            auto next = combinations_.phrases().step(node, token.word);
            if (!next) next = combinations_.phrases().step(node, token.whole);
            if (!next) break;
            node = *next;
            const auto value = combinations_.phrases().value(node);
            if (value && counts(combinations_.saying(*value), i)) {
                best = Match{i, &combinations_.saying(*value)};
            }
        }
        return best;
    }

    bool counts(const Saying& saying, std::size_t first, std::size_t last) const {
        if (!may_stand(saying, first)) return false;
        return !saying.needs_body || has_body_near(last) || is_field(first, last) ||
               is_beside_role(first, last);
    }

    bool may_stand(const Saying& saying, std::size_t first) const {
        if (saying.needs_capitals && !document_.token(first).is_capital()) return false;
        if (saying.aspect == Aspect::town && document_.cover(first) == Cover::person) return false;
        if (saying.aspect == Aspect::town && document_.is(first, Trait::ordinary)) {
            return !document_.token(first).begins_sentence;
        }
        return true;
    }

    // "CCIO in mental health", "mental health in Cornwall".
    bool is_field(std::size_t first, std::size_t last) const {
        if (first > 1 && document_.is_word(first - 1, "in")) {
            for (std::size_t back = 2; back <= 6 && back <= first; ++back) {
                if (!document_.is_joined(first - back + 1)) break;
                const auto role = by_itself(first - back);
                if (role && role->saying->aspect == Aspect::role && role->last + 2 == first)
                    return true;
            }
        }
        const bool is_listed = last + 1 < document_.size() &&
                               document_.token(last + 1).follows(Gap::comma) &&
                               !document_.token(last + 1).follows(Gap::line) &&
                               document_.token(first).is_capital();
        if (!is_listed && !document_.is_word(last + 1, "in")) return false;
        const std::size_t after = is_listed ? last + 1 : last + 2;
        const std::size_t next = document_.is_word(after, "the") ? after + 1 : after;
        if (next >= document_.size()) return false;
        const auto where = by_itself(next);
        return where &&
               (where->saying->aspect == Aspect::town || where->saying->aspect == Aspect::region);
    }

    // "medical director, ambulance, wouldn't say", "CCIO / acute", "- CCIO\n- ambulance".
    bool is_beside_role(std::size_t first, std::size_t last) const {
        const bool goes_on = last + 1 < document_.size() && document_.is_joined(last + 1) &&
                             !document_.token(last + 1).follows(Gap::open);
        if (first == 0 || goes_on) return false;
        const Token& token = document_.token(first);
        if (document_.is_joined(first) && !token.follows(Gap::open)) return false;
        if (token.follows(Gap::stop) || token.follows(Gap::paragraph)) return false;
        constexpr std::size_t role_words_max = 6;
        for (std::size_t back = 1; back <= role_words_max && back <= first; ++back) {
            const auto role = by_itself(first - back);
            if (role && role->saying->aspect == Aspect::role) return role->last + 1 == first;
            if (!document_.is_joined(first - back)) break;
        }
        return false;
    }

    // "mental health trust", "ambulance NHS trust", "a community CCIO".
    bool has_body_near(std::size_t last) const {
        for (auto i = last + 1; i <= last + body_near && i < document_.size(); ++i) {
            if (!document_.is_joined(i)) return false;
            if (is_body(i)) return true;
            if (is_role(i)) return i == last + 1;
            const bool passes = document_.is(i, Trait::filler) || document_.is(i, Trait::small);
            if (!passes) return false;
        }
        return false;
    }

    bool is_body(std::size_t i) const {
        constexpr std::string_view bodies =
            " trust trusts hospital hospitals provider providers organisation organisations sector "
            "foundation ft board boards body site centre infirmary world lot land side crowd folk "
            "folks "
            "setting settings place unit units ";
        const auto word = document_.words().spelling(document_.token(i).word);
        return !word.empty() && bodies.find(" " + std::string(word) + " ") != bodies.npos;
    }

    bool is_role(std::size_t i) const {
        const auto there = by_itself(i);
        return there && there->saying->aspect == Aspect::role;
    }

    const Document& document_;
    const CombinationWords& combinations_;
};

class CombinationReader {
public:
    explicit CombinationReader(Document& document)
        : document_(document), said_(SayingReader(document).read()) {}

    void read() {
        for (std::size_t i = 0; i < said_.size(); ++i) {
            if (said_[i].saying->aspect != Aspect::standing) judge(around(i));
        }
    }

private:
    // One of each aspect; nullptr where nothing near says it.
    using Chosen = std::array<const Said*, 5>;

    static std::size_t distance(const Said& a, const Said& b) {
        return a.first < b.first ? b.first - a.last : a.first - b.last;
    }

    static bool is_near(const Said& a, const Said& b) {
        const int sentences = std::abs(a.sentence - b.sentence);
        if (a.paragraph != b.paragraph || sentences > sentences_apart_max) return false;
        if (sentences > 0 && (a.saying->is_many || b.saying->is_many)) return false;
        return distance(a, b) <= tokens_apart_max;
    }

    Chosen around(std::size_t i) const {
        Chosen chosen{};
        const Said& middle = said_[i];
        chosen[place_of(middle.saying->aspect)] = &middle;
        const auto consider = [&](const Said& other) {
            if (!is_near(middle, other)) return false;
            auto& place = chosen[place_of(other.saying->aspect)];
            const bool is_standing = other.saying->aspect == Aspect::standing;
            if (is_standing && !stands_before_something(other)) return true;
            if (!place || (place != &middle && is_closer(other, *place, middle))) place = &other;
            return true;
        };
        for (std::size_t back = i; back-- > 0;) {
            if (!consider(said_[back]) && is_far(said_[back], middle)) break;
        }
        for (std::size_t next = i + 1; next < said_.size(); ++next) {
            if (!consider(said_[next]) && is_far(said_[next], middle)) break;
        }
        return chosen;
    }

    static bool is_far(const Said& a, const Said& b) {
        return a.paragraph != b.paragraph ||
               std::abs(a.sentence - b.sentence) > sentences_apart_max ||
               distance(a, b) > tokens_apart_max;
    }

    // The same sentence is nearer than any other.
    static bool is_closer(const Said& a, const Said& b, const Said& middle) {
        const bool a_here = a.sentence == middle.sentence, b_here = b.sentence == middle.sentence;
        if (a_here != b_here) return a_here;
        return distance(a, middle) < distance(b, middle);
    }

    // "the only ambulance trust", "the first female CCIO".
    bool stands_before_something(const Said& standing) const {
        constexpr std::size_t words_between_max = 3;
        auto other = std::ranges::upper_bound(said_, standing.last, {}, &Said::first);
        for (; other != said_.end() && other->sentence == standing.sentence; ++other) {
            if (other->first - standing.last > words_between_max + 1) return false;
            const auto aspect = other->saying->aspect;
            if (aspect == Aspect::role || aspect == Aspect::kind) return true;
        }
        return false;
    }

    void judge(const Chosen& chosen) {
        const Said* const role = chosen[static_cast<std::size_t>(Aspect::role)];
        const Said* const kind = chosen[static_cast<std::size_t>(Aspect::kind)];
        const Said* const where = chosen[static_cast<std::size_t>(Aspect::region)];
        const Said* const standing = chosen[static_cast<std::size_t>(Aspect::standing)];
        const auto& roll = document_.lexicon().roll;
        const int said = (role != nullptr) + (kind != nullptr) + (where != nullptr);
        if (said == 0 || (said == 1 && (standing == nullptr || (where && !role && !kind)))) return;
        if ((role && !roll.has_roles()) || (where && !roll.has_regions())) return;
        const int k = fitting(role, kind, where);
        const bool is_sole = standing && standing->saying->is_sole && where && (role || kind);
        if (k >= document_.lexicon().settings.people_min && !is_sole) return;
        tell(chosen, k);
    }

    int fitting(const Said* role, const Said* kind, const Said* where) {
        Combination said;
        if (role) said.role = static_cast<int>(role->saying->value);
        if (kind) said.kinds = kind->saying->value;
        if (where) said.regions = where->saying->value;
        if (where) said.town = where->saying->town;
        const std::uint64_t key = (static_cast<std::uint64_t>(said.role + 1) << 52) ^
                                  (static_cast<std::uint64_t>(said.kinds) << 40) ^
                                  (static_cast<std::uint64_t>(said.regions) << 28) ^ said.town;
        const auto [at, is_new] = counted_.try_emplace(key, 0);
        if (is_new) at->second = document_.lexicon().roll.fitting(said);
        return at->second;
    }

    void tell(const Chosen& chosen, int k) {
        std::size_t first = SIZE_MAX, last = 0;
        std::string list;
        for (const Said* const said : chosen) {
            if (said == nullptr) continue;
            first = std::min(first, said->first);
            last = std::max(last, said->last);
            list += (list.empty() ? "" : ", ") + said->saying->label;
        }
        const std::string who = k == 0   ? "No member of the roll fits"
                                : k == 1 ? "One member of the roll fits"
                                         : fmt::format("{} members of the roll fit", k);
        document_.add_combination(first, last, who + ": " + list + ".", k);
    }

    Document& document_;
    const std::vector<Said> said_;
    std::unordered_map<std::uint64_t, int> counted_;
};

}  // namespace

void find_combinations(Document& document) {
    CombinationReader(document).read();
}

}  // namespace linter
