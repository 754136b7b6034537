#include "features/counting/words.h"

#include "platform/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace counting {

namespace {

// One stage told: everything that a sentence about it may name.
class Told {
public:
    Told(const Election& election, const Result& result, const Stage& stage)
        : election_(election), result_(result), stage_(stage) {}

    std::string paragraph() const {
        // A tie of the exclusion is told before it; one of the seats stands beside who won them.
        const bool is_before = stage_.action.kind == Action::Kind::exclusion ||
                               stage_.action.kind == Action::Kind::surplus;
        std::string text = is_before ? tie_words(election_, stage_) : std::string();
        append(text, what_happened());
        if (!is_before) append(text, tie_words(election_, stage_));
        append(text, who_was_elected());
        append(text, who_went());
        return text;
    }

private:
    static void append(std::string& text, std::string_view sentence) {
        if (sentence.empty()) return;
        if (!text.empty()) text += ' ';
        text += sentence;
    }

    std::string name(int c) const { return name_of(election_, c); }
    std::string names(const std::vector<int>& all) const { return names_of(election_, all); }
    std::string shown(std::int64_t votes) const { return votes_words(votes, result_.digits); }
    std::string votes_of(int c) const { return shown(stage_.votes[static_cast<std::size_t>(c)]); }
    std::string had(int c) const { return shown(votes_before(result_, stage_, c)); }
    bool is_first() const { return stage_.number == 1; }

    std::int64_t lost() const {
        const std::int64_t before =
            is_first()
                ? 0
                : result_.stages[static_cast<std::size_t>(stage_.number - 2)].non_transferable;
        return stage_.non_transferable - before;
    }

    std::string what_happened() const {
        switch (stage_.action.kind) {
            case Action::Kind::first_preferences: return first_preferences();
            case Action::Kind::surplus: return surplus();
            case Action::Kind::exclusion: return exclusion();
            case Action::Kind::iteration: return iteration();
            case Action::Kind::choices: return choices();
        }
        return {};
    }

    std::string valid_ballots() const {
        return base::counted(result_.valid, "valid ballot was", "valid ballots were");
    }

    std::string first_preferences() const {
        std::string text = valid_ballots() + " sorted by first preferences.";
        append(text, quota());
        return text;
    }

    std::string quota() const {
        const std::string by = fmt::format("{} divided by {}, one more than the seats",
                                           base::grouped(result_.valid), result_.seats + 1);
        switch (result_.rule) {
            case Rule::scottish:
                return fmt::format("The quota is {}: {}, without the fraction, plus 1.",
                                   shown(*result_.quota), by);
            case Rule::ers97:
                return fmt::format("The quota is {}: {}, rounded up to two decimal places.",
                                   shown(*result_.quota), by);
            case Rule::meek:
                return fmt::format(
                    "The quota is {}: {}. It falls with the votes that no choice is left for.",
                    shown(*stage_.quota), by);
            case Rule::irv: return fmt::format("More than half is {}.", shown(*stage_.quota));
            case Rule::block: return {};
        }
        return {};
    }

    std::string surplus() const {
        const int from = stage_.action.of.front();
        const std::int64_t after = stage_.votes[static_cast<std::size_t>(from)];
        const std::string over = shown(votes_before(result_, stage_, from) - after);
        std::string text = fmt::format("{} had {}, which is {} more than the quota of {}.",
                                       name(from), had(from), over, shown(after));
        if (result_.rule == Rule::ers97) {
            append(text,
                   fmt::format("The ballots that came last moved to their next choice, each at "
                               "{} of a vote.",
                               shown(stage_.action.value)));
        } else {
            append(text,
                   fmt::format("Every ballot moved to its next choice at {} ÷ {} of its value.",
                               over, had(from)));
        }
        append(text, not_transferred());
        return text;
    }

    std::string exclusion() const {
        const auto& of = stage_.action.of;
        std::string text;
        if (stage_.action.part <= 1) {
            text = of.size() == 1 ? fmt::format("{} had the fewest votes, {}, and was excluded.",
                                                name(of.front()), had(of.front()))
                                  : fmt::format("{} were excluded together.", names(of));
            if (is_forbidden()) {
                text = fmt::format(
                    "{} could not be elected any more under the conditions on "
                    "reserved seats, and went out.",
                    names(of));
            }
        }
        if (stage_.action.parts > 1) {
            append(text, fmt::format("Ballots worth {} each moved to their next choice.",
                                     shown(stage_.action.value)));
        } else if (!stage_.transfers.empty()) {
            append(text, "The votes moved to the next choice on each ballot.");
        }
        append(text, not_transferred());
        if (result_.rule == Rule::ers97 && has_lower_quota()) {
            append(text, fmt::format("Since nobody is elected yet, the quota fell to {}.",
                                     shown(*stage_.quota)));
        }
        return text;
    }

    // Somebody who continues has fewer votes than one of them, so it was not for their votes.
    bool is_forbidden() const {
        if (result_.rule == Rule::ers97 && stage_.action.of.size() > 1) return false;
        std::int64_t most = 0;
        for (const int c : stage_.action.of)
            most = std::max(most, votes_before(result_, stage_, c));
        return std::ranges::any_of(standing(election_), [&](int c) {
            const bool is_one = std::ranges::count(stage_.action.of, c) > 0;
            return !is_one && is_ongoing_at(result_, stage_, c) &&
                   votes_before(result_, stage_, c) < most;
        });
    }

    bool has_lower_quota() const {
        if (is_first() || !stage_.quota) return false;
        return *stage_.quota < *result_.stages[static_cast<std::size_t>(stage_.number - 2)].quota;
    }

    std::string iteration() const {
        const Stage& before = result_.stages[static_cast<std::size_t>(stage_.number - 2)];
        std::string text;
        if (!before.elected.empty()) {
            text = fmt::format(
                "{} just enough of each ballot for a quota; the rest of it moved on.",
                names(before.elected) + (before.elected.size() == 1 ? " keeps" : " keep"));
        }
        if (!before.excluded.empty()) {
            append(text, fmt::format("The ballots were counted anew as if {} had not stood.",
                                     names(before.excluded)));
        }
        append(text, fmt::format("The quota is now {}.", shown(*stage_.quota)));
        return text;
    }

    std::string choices() const {
        return fmt::format(
            "{} counted: the first {} on each, whatever their order, has a vote.", valid_ballots(),
            result_.seats == 1 ? "choice" : fmt::format("{} choices", result_.seats));
    }

    std::string not_transferred() const {
        if (lost() == 0) return {};
        if (stage_.action.kind == Action::Kind::exclusion) {
            return fmt::format("{} had no further choice.", shown(lost()));
        }
        return fmt::format("{} had no further choice, or went in rounding.", shown(lost()));
    }

    // ---- who was elected ----

    enum class Why { quota, active_vote, last_ones, most };

    Why why(int c) const {
        const std::int64_t votes = stage_.votes[static_cast<std::size_t>(c)];
        if (result_.rule == Rule::block) return Why::most;
        const auto quota = stage_.quota ? stage_.quota : result_.quota;
        if (quota && votes >= *quota) return Why::quota;
        if (stage_.vote_required && votes >= *stage_.vote_required) return Why::active_vote;
        return Why::last_ones;
    }

    std::string who_was_elected() const {
        std::string text;
        for (const Why reason : {Why::most, Why::quota, Why::active_vote, Why::last_ones}) {
            std::vector<int> all;
            for (const int c : stage_.elected) {
                if (why(c) == reason) all.push_back(c);
            }
            if (!all.empty()) append(text, elected(all, reason));
        }
        if (text.empty() && is_first()) return "Nobody was elected.";
        return text;
    }

    std::string elected(const std::vector<int>& all, Why reason) const {
        const std::string_view were = all.size() == 1 ? "was" : "were";
        std::string with;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string_view joint = i == 0 ? "" : i + 1 == all.size() ? " and " : ", ";
            with += fmt::format("{}{}", joint, votes_of(all[i]));
        }
        switch (reason) {
            case Why::most:
                return fmt::format("{} {} elected with the most votes: {}.", names(all), were,
                                   with);
            case Why::quota:
                return fmt::format("{} reached the {} with {} and {} elected.", names(all),
                                   result_.rule == Rule::irv ? "majority" : "quota", with, were);
            case Why::active_vote:
                return fmt::format(
                    "With the seats and votes that were left, {} was enough: {} {} "
                    "elected with {}.",
                    shown(*stage_.vote_required), names(all), were, with);
            case Why::last_ones:
                return fmt::format("As many candidates were left as seats: {} {} elected with {}.",
                                   names(all), were, with);
        }
        return {};
    }

    // Whoever goes after the votes were shared out, and at the end of the count.
    std::string who_went() const {
        std::vector<int> went = stage_.excluded;
        const bool is_action = stage_.action.kind == Action::Kind::exclusion;
        std::erase_if(
            went, [&](int c) { return is_action && std::ranges::count(stage_.action.of, c) > 0; });
        if (went.empty()) return {};
        if (result_.rule == Rule::meek && stage_.elected.empty() && went.size() == 1) {
            return fmt::format("{} had the fewest votes, {}, and was excluded.", names(went),
                               votes_of(went.front()));
        }
        return fmt::format("{} {} not elected.", names(went), went.size() == 1 ? "was" : "were");
    }

    const Election& election_;
    const Result& result_;
    const Stage& stage_;
};

// Meek's surplus could still part those who are not quite equal.
bool is_close_alone(const Stage& stage, const Tie& tie) {
    const auto kind = stage.action.kind;
    if (kind != Action::Kind::iteration && kind != Action::Kind::first_preferences) return false;
    return std::ranges::any_of(tie.among, [&](int c) {
        return stage.votes[static_cast<std::size_t>(c)] !=
               stage.votes[static_cast<std::size_t>(tie.among.front())];
    });
}

std::string told_tie(const Election& election, const Stage& stage, const Tie& tie) {
    const std::string chosen = names_of(election, tie.chosen);
    std::string falls;
    switch (tie.purpose) {
        case Tie::For::surplus: falls = "the surplus of " + chosen + " goes first"; break;
        case Tie::For::exclusion: falls = chosen + " is excluded"; break;
        case Tie::For::election:
            falls = chosen + (tie.chosen.size() == 1 ? " is elected" : " are elected");
            break;
    }
    std::string text = names_of(election, tie.among) +
                       (is_close_alone(stage, tie) ? " were closer together than the surplus. "
                                                   : " were equal. ");
    switch (tie.by) {
        case Tie::By::stage:
            return text + fmt::format("What they had at stage {} decides: {}.", tie.stage, falls);
        case Tie::By::lot: return text + fmt::format("The lot decides: {}.", falls);
        case Tie::By::number:
            return text + fmt::format(
                              "No lot was given, so it goes against the lower number on the "
                              "ballot: {}.",
                              falls);
    }
    return text;
}

}  // namespace

const std::string& name_of(const Election& election, int candidate) {
    return election.candidates[static_cast<std::size_t>(candidate)].name;
}

std::string names_of(const Election& election, const std::vector<int>& candidates) {
    std::string text;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i > 0) text += i + 1 == candidates.size() ? " and " : ", ";
        text += name_of(election, candidates[i]);
    }
    return text;
}

std::int64_t votes_before(const Result& result, const Stage& stage, int candidate) {
    if (stage.number < 2) return 0;
    return result.stages[static_cast<std::size_t>(stage.number - 2)]
        .votes[static_cast<std::size_t>(candidate)];
}

bool is_ongoing_at(const Result& result, const Stage& stage, int candidate) {
    for (const Stage& earlier : result.stages) {
        if (earlier.number >= stage.number) break;
        if (std::ranges::count(earlier.excluded, candidate) > 0) return false;
        if (std::ranges::count(earlier.elected, candidate) > 0) return false;
    }
    return true;
}

std::string action_words(const Election& election, const Result& result, const Stage& stage) {
    const std::string names = names_of(election, stage.action.of);
    switch (stage.action.kind) {
        case Action::Kind::first_preferences: return "First preferences";
        case Action::Kind::surplus: return "Surplus of " + names;
        case Action::Kind::exclusion:
            if (stage.action.parts < 2) return "Exclusion of " + names;
            return fmt::format("Exclusion of {}, part {} of {}: ballots worth {}", names,
                               stage.action.part, stage.action.parts,
                               votes_text(stage.action.value, result.digits));
        case Action::Kind::iteration: {
            const Stage& before = result.stages[static_cast<std::size_t>(stage.number - 2)];
            if (before.elected.empty()) return "Without " + names_of(election, before.excluded);
            return "Surplus of " + names_of(election, before.elected);
        }
        case Action::Kind::choices: return "All choices";
    }
    return {};
}

std::string tie_words(const Election& election, const Stage& stage) {
    std::string text;
    for (const Tie& tie : stage.ties) {
        if (!text.empty()) text += ' ';
        text += told_tie(election, stage, tie);
    }
    return text;
}

std::string outcome_words(const Election& election, const Result& result) {
    const std::string unfilled = result.unfilled() == 0
                                     ? ""
                                     : " " + base::counted(result.unfilled(), "seat stays empty.",
                                                           "seats stay empty.");
    const std::string elected = names_of(election, result.elected);
    switch (result.outcome) {
        case Outcome::counted: return "Elected: " + elected + "." + unfilled;
        case Outcome::unopposed:
            if (result.elected.empty()) return "Nobody stands." + unfilled;
            return "There are no more candidates than seats, so nothing is counted. Elected: " +
                   elected + "." + unfilled;
        case Outcome::no_valid_ballots:
            return "There is no valid ballot, so nobody can be elected by counting." + unfilled;
        case Outcome::impossible:
            return "Nobody can be elected so that all conditions on reserved seats are met.";
    }
    return {};
}

std::vector<std::string> plain_words(const Election& election, const Result& result) {
    std::vector<std::string> all;
    for (const Stage& stage : result.stages) {
        all.push_back(Told(election, result, stage).paragraph());
    }
    return all;
}

}  // namespace counting
