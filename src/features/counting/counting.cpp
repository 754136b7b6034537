#include "features/counting/counting.h"

#include "features/counting/contest.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>

namespace counting {

namespace {

struct RuleWords {
    Rule rule;
    std::string_view code, name;
    int digits;
    void (*count)(Contest&);
};

constexpr std::array<RuleWords, 5> rules = {{
    {Rule::scottish, "scottish", "Scottish STV", 5, &count_scottish},
    {Rule::ers97, "ers97", "STV by the rules of the Electoral Reform Society (1997)", 2,
     &count_ers97},
    {Rule::meek, "meek", "STV by Meek's rule", 9, &count_meek},
    {Rule::irv, "irv", "Instant run-off", 0, &count_irv},
    {Rule::block, "block", "Block vote", 0, &count_block},
}};

const RuleWords& words_of(Rule rule) {
    return *std::ranges::find(rules, rule, &RuleWords::rule);
}

// Ballots that name somebody who stands.
std::int64_t valid_ballots(const Election& election) {
    const bool all_stand = std::ranges::none_of(election.candidates, &Candidate::has_withdrawn);
    if (all_stand) return election.ballots.papers() - election.ballots.blank();
    std::int64_t valid = 0;
    election.ballots.each([&](Paper ranking) {
        const bool names_somebody = std::ranges::any_of(
            election.ballots.preferences(ranking.at),
            [&](Choice choice) { return !election.candidates[choice].has_withdrawn; });
        if (names_somebody) valid += ranking.papers;
    });
    return valid;
}

Result counted(const Election& election, Rule rule, const Terms& terms,
               const std::vector<int>& remaining) {
    Result result;
    result.rule = rule;
    result.digits = words_of(rule).digits;
    result.seats = election.seats;
    result.ballots = election.ballots.papers();
    result.valid = valid_ballots(election);
    result.has_lot = !terms.lot.empty();
    Contest contest(election, terms, result, remaining);
    if (result.outcome == Outcome::impossible) return result;
    if (const auto standing_ones = standing(election);
        static_cast<int>(standing_ones.size()) <= election.seats) {
        result.outcome = Outcome::unopposed;
        result.elected = standing_ones;
    } else if (result.valid == 0) {
        result.outcome = Outcome::no_valid_ballots;
    } else {
        words_of(rule).count(contest);
    }
    return result;
}

std::string misfit(const Election& election, Rule rule) {
    if (rule == Rule::irv && election.seats != 1) {
        return "The rule irv fills one seat, and there are " + std::to_string(election.seats) +
               ". Choose another rule, or one seat.";
    }
    return {};
}

}  // namespace

std::optional<Rule> rule_of(std::string_view code) {
    const auto found = std::ranges::find(rules, code, &RuleWords::code);
    return found == rules.end() ? std::nullopt : std::optional(found->rule);
}

std::string_view code_of(Rule rule) {
    return words_of(rule).code;
}
std::string_view name_of(Rule rule) {
    return words_of(rule).name;
}

std::vector<int> standing(const Election& election) {
    std::vector<int> all;
    for (std::size_t i = 0; i < election.candidates.size(); ++i) {
        if (!election.candidates[i].has_withdrawn) all.push_back(static_cast<int>(i));
    }
    return all;
}

bool is_possible(const Election& election, const std::vector<Category>& categories) {
    const int seats = std::min(election.seats, static_cast<int>(standing(election).size()));
    std::vector<Place> places(election.candidates.size(), Place::out);
    for (const int c : standing(election)) places[static_cast<std::size_t>(c)] = Place::open;
    return Constraints(categories, places.size(), seats).judge(places).is_possible;
}

std::expected<Result, std::string> count(const Election& election, Rule rule, const Terms& terms) {
    if (auto reason = misfit(election, rule); !reason.empty()) return std::unexpected(reason);
    return counted(election, rule, terms, {});
}

std::expected<Result, std::string> countback(Election election, Rule rule, const Terms& terms,
                                             const Vacancy& vacancy) {
    if (auto reason = misfit(election, rule); !reason.empty()) return std::unexpected(reason);
    for (const int c : vacancy.leaving) {
        election.candidates.at(static_cast<std::size_t>(c)).has_withdrawn = true;
    }
    Result result = counted(election, rule, terms, vacancy.remaining);
    if (result.outcome != Outcome::unopposed) return result;
    // Nobody had to be counted out: those who remain come first, and of the others one alone.
    const auto is_new = [&](int c) { return std::ranges::count(vacancy.remaining, c) == 0; };
    std::ranges::stable_partition(result.elected, std::not_fn(is_new));
    return result;
}

std::string votes_text(std::int64_t votes, int digits) {
    std::string text = std::to_string(votes < 0 ? -votes : votes);
    const auto places = static_cast<std::size_t>(digits);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    if (places > 0) text.insert(text.size() - places, ".");
    return votes < 0 ? "-" + text : text;
}

std::string votes_words(std::int64_t votes, int digits) {
    std::string text = votes_text(votes, digits);
    if (text.find('.') == text.npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace counting
