// Counts real and made-up elections that other programs have counted, and compares every figure;
// prints how many agree: ./test count_agreement. The files lie beside this repository, in
// ../shared/data/elections, or where MOOTHALL_ELECTIONS says; without them nothing is compared, and
// the test says so.

#include "features/counting/counting.h"
#include "platform/base/json.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <gtest/gtest.h>
#include <set>

namespace {

using counting::Election;
using counting::Result;
using counting::Rule;
using counting::Stage;

std::filesystem::path elections() {
    const char* named = std::getenv("MOOTHALL_ELECTIONS");
    if (named != nullptr && *named != '\0') return named;
    return std::filesystem::path(SOURCE_FOLDER) / "../shared/data/elections";
}

#define NEED_ELECTIONS()                                                            \
    if (!std::filesystem::exists(elections())) {                                    \
        GTEST_SKIP() << "nothing is compared: there is no " << elections().string() \
                     << " (MOOTHALL_ELECTIONS names another folder)";               \
    }

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> files(const std::string& folder, const std::string& ending) {
    std::vector<std::filesystem::path> found;
    if (!std::filesystem::exists(elections() / folder)) return found;
    for (const auto& entry : std::filesystem::directory_iterator(elections() / folder)) {
        if (entry.path().extension() == ending) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

// ---- one election by one rule: each trouble is a sentence ----

std::vector<std::string> names(const Election& election, const std::vector<int>& candidates) {
    std::vector<std::string> all;
    for (const int c : candidates) {
        all.push_back(election.candidates[static_cast<std::size_t>(c)].name);
    }
    return all;
}

std::vector<std::string> votes_of(const Election& election, const Result& result,
                                  const Stage& stage) {
    std::vector<std::string> all;
    for (const int c : counting::standing(election)) {
        all.push_back(
            counting::votes_text(stage.votes[static_cast<std::size_t>(c)], result.digits));
    }
    return all;
}

struct Comparison {
    std::vector<std::string> troubles;
    int figures = 0;

    template <class Ours, class Theirs>
    void same(const std::string& what, const Ours& ours, const Theirs& theirs) {
        const base::Json one = ours, other = theirs;
        figures += one.is_array() ? static_cast<int>(one.size()) : 1;
        if (one != other) troubles.push_back(what + ": " + one.dump() + " for " + other.dump());
    }
};

void compare_stages(const Election& election, const Result& result, const base::Json& expected,
                    Comparison& comparison) {
    const auto& stages = expected["stages"];
    comparison.same("stages", result.stages.size(), stages.size());
    for (std::size_t i = 0; i < std::min(result.stages.size(), stages.size()); ++i) {
        const Stage& stage = result.stages[i];
        const base::Json& theirs = stages[i];
        const std::string at = "stage " + std::to_string(stage.number) + ", ";
        comparison.same(at + "number", stage.number, theirs["n"]);
        comparison.same(at + "votes", votes_of(election, result, stage), theirs["votes"]);
        comparison.same(at + "non-transferable",
                        counting::votes_text(stage.non_transferable, result.digits),
                        theirs["non_transferable"]);
        if (theirs.contains("elected")) {
            comparison.same(at + "elected", names(election, stage.elected), theirs["elected"]);
        }
        for (const auto& [field, votes] :
             {std::pair{"quota", stage.quota}, {"vote_required", stage.vote_required}}) {
            if (!theirs.contains(field)) continue;
            comparison.same(at + field, votes ? counting::votes_text(*votes, result.digits) : "",
                            theirs[field]);
        }
    }
}

// "Elect: Ann" and "Defeat (surplus …): Bob", with round and quota. What happens in one round may
// stand in any order but for who is elected, whose order the list of the elected has.
std::multiset<std::string> events(const Election& election, const Result& result) {
    std::multiset<std::string> all;
    const auto add = [&](const Stage& stage, const std::string& what, int c) {
        all.insert(fmt::format("{} {} {} {}", stage.number, what, names(election, {c}).front(),
                               counting::votes_text(stage.quota.value(), result.digits)));
    };
    for (const Stage& stage : result.stages) {
        for (const int c : stage.elected) add(stage, "Elect", c);
        for (const int c : stage.excluded) add(stage, "Defeat", c);
    }
    return all;
}

std::multiset<std::string> events(const base::Json& expected) {
    std::multiset<std::string> all;
    for (const auto& event : expected["events"]) {
        const auto action = event["action"].get<std::string>();
        const auto name = action.substr(action.find(": ") + 2);
        all.insert(fmt::format("{} {} {} {}", event["round"].get<int>(),
                               action.substr(0, action.find_first_of(" :")), name,
                               event["quota"].get<std::string>()));
    }
    return all;
}

Comparison compare(const Election& election, Rule rule, const base::Json& expected) {
    Comparison comparison;
    const auto result = counting::count(election, rule, {});
    if (!result) return {{result.error()}, 0};
    comparison.same("elected", names(election, result->elected), expected["elected"]);
    if (expected.contains("quota")) {
        comparison.same("quota", counting::votes_text(result->quota.value(), result->digits),
                        expected["quota"]);
    }
    if (expected.contains("stages")) compare_stages(election, *result, expected, comparison);
    if (expected.contains("events")) {
        comparison.same("events", events(election, *result), events(expected));
        comparison.same("final quota", counting::votes_text(result->quota.value(), result->digits),
                        expected["final_quota"]);
    }
    return comparison;
}

// Where nothing is counted, all rules say the same.
Comparison compare_uncounted(const Election& election, Rule rule, const base::Json& expected) {
    Comparison comparison;
    const auto result = counting::count(election, rule, {});
    if (!result) return {};  // irv for more than one seat
    comparison.same("elected", names(election, result->elected), expected["elected"]);
    comparison.same("unfilled", result->unfilled(), expected["unfilled"]);
    comparison.same("is counted", result->outcome == counting::Outcome::counted,
                    expected["count_needed"]);
    return comparison;
}

struct Agreement {
    int agreeing = 0, compared = 0, figures = 0;
};

TEST(CountAgreement, EveryElectionAgreesByEachRuleItsFileGives) {
    NEED_ELECTIONS();
    constexpr std::array<std::pair<Rule, const char*>, 4> rules = {{{Rule::scottish, "scottish"},
                                                                    {Rule::ers97, "ers97"},
                                                                    {Rule::meek, "meek_prf"},
                                                                    {Rule::irv, "irv"}}};
    std::map<std::string, Agreement> by_rule;
    int elections_read = 0;
    const auto judge = [&](const std::string& rule, const std::string& where,
                           const Comparison& comparison) {
        Agreement& agreement = by_rule[rule];
        ++agreement.compared;
        agreement.agreeing += comparison.troubles.empty();
        agreement.figures += comparison.figures;
        for (const std::string& trouble : comparison.troubles) {
            ADD_FAILURE() << where << ", " << rule << ": " << trouble;
        }
    };
    for (const auto* folder : {"public", "textbook", "speed"}) {
        for (const auto& path : files(folder, ".blt")) {
            const auto election = counting::read_blt(read(path));
            ASSERT_TRUE(election) << path << ", line " << election.error().line << ": "
                                  << election.error().reason;
            ++elections_read;
            const auto known = base::Json::parse(
                read(std::filesystem::path(path).replace_extension(".json")))["expected"];
            for (const auto& [rule, name] : rules) {
                if (known.contains(name)) {
                    judge(name, path.stem(), compare(*election, rule, known[name]));
                }
                if (known.contains("all_rules")) {
                    judge("uncounted", path.stem(),
                          compare_uncounted(*election, rule, known["all_rules"]));
                }
            }
        }
    }
    EXPECT_GT(elections_read, 40);
    for (const auto& [rule, agreement] : by_rule) {
        fmt::print("{:10} {} of {} agree, {} figures\n", rule, agreement.agreeing,
                   agreement.compared, agreement.figures);
    }
}

// ---- files that are to be refused, and a few that look odd and are not ----

TEST(CountAgreement, FilesAreRefusedAndReadAsTheListSays) {
    NEED_ELECTIONS();
    const auto list = base::Json::parse(read(elections() / "invalid/manifest.json"));
    for (const auto& [name, why] : list["reject"].items()) {
        const auto election = counting::read_blt(read(elections() / "invalid" / name));
        ASSERT_FALSE(election) << name << " is to be refused: " << why;
        EXPECT_GE(election.error().line, 1) << name;
        EXPECT_TRUE(election.error().reason.ends_with('.')) << election.error().reason;
        fmt::print("{}: line {}: {}\n", name, election.error().line, election.error().reason);
    }
    for (const auto& [name, why] : list["accept"].items()) {
        const auto election = counting::read_blt(read(elections() / "invalid" / name));
        ASSERT_TRUE(election) << name << " is to be read: " << why << "; "
                              << election.error().reason;
        for (const Rule rule : {Rule::scottish, Rule::ers97, Rule::meek, Rule::irv, Rule::block}) {
            EXPECT_TRUE(counting::count(*election, rule, {})) << name;
        }
    }
    const auto blank = counting::read_blt(read(elections() / "invalid/ok_blank_ballots.blt"));
    EXPECT_EQ(counting::count(*blank, Rule::scottish, {})->valid, 2);
    EXPECT_EQ(counting::count(*blank, Rule::scottish, {})->ballots, 5);
    const auto withdrawn = counting::read_blt(read(elections() / "invalid/ok_withdrawn.blt"));
    EXPECT_EQ(counting::count(*withdrawn, Rule::scottish, {})->elected, std::vector<int>{0});
}

}  // namespace
