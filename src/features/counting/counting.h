#pragma once
// Counts elections: single transferable vote by three rules, and two simpler rules. Pure: ballots
// in, a result with every stage out; it knows no voter, no file and no chance of its own.

#include "features/counting/ballots.h"
#include "platform/html/html.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace counting {

enum class Rule { scottish, ers97, meek, irv, block };
std::optional<Rule> rule_of(std::string_view code);
std::string_view code_of(Rule rule);  // "scottish"
std::string_view name_of(Rule rule);  // "Scottish STV", for people

// ---- what is counted ----

struct Candidate {
    std::string name;
    bool has_withdrawn = false;  // counted as if they had never stood
};

struct Election {
    std::string title;
    int seats = 1;
    std::vector<Candidate> candidates;  // elsewhere a candidate is its index here
    Ballots ballots;
};

inline constexpr int candidates_max = 1'000;  // a result has a row for each, of as many stages
inline constexpr int seats_max = 1'000;
inline constexpr std::size_t blt_bytes_max = 256 * 1024 * 1024;

struct Unread {
    int line = 0;        // from 1
    std::string reason;  // a sentence
};
std::expected<Election, Unread> read_blt(std::string_view text);
std::string blt_of(const Election& election);  // sorted, equal rankings merged

// The ranks that a voter wrote beside the candidates on paper; 0 beside whom they left out. Kept is
// what comes before the first rank that is missing or stands twice (SLGE Order 2011 r.44,
// ERS97 6.10).
std::vector<Choice> preferences_on_paper(const std::vector<int>& ranks);

// ---- how it is counted ----

// A condition on who may be elected together: at least so many, at most so many of these.
struct Category {
    std::string name;
    std::vector<int> members;
    int least = 0;
    int most = seats_max;
};
inline constexpr int categories_max = 8;

struct Terms {
    // The candidates in the order of the lot: of those still tied the first is excluded, or has its
    // surplus transferred first. Empty: nothing was drawn, and the lower number comes first.
    std::vector<int> lot;
    std::vector<Category> categories;
};

// Whether anybody can be elected under these conditions: to be asked before the voting.
bool is_possible(const Election& election, const std::vector<Category>& categories);

// ---- what comes out ----

enum class Outcome { counted, unopposed, no_valid_ballots, impossible };

inline constexpr int nowhere = -1;

struct Transfer {
    int from = 0;
    int to = nowhere;  // nowhere: non-transferable
    std::int64_t votes = 0;
};

struct Action {
    enum class Kind { first_preferences, surplus, exclusion, iteration, choices };
    Kind kind = Kind::first_preferences;
    std::vector<int> of;      // whose surplus; who is excluded
    std::int64_t value = 0;   // of each paper, where all have one value
    int part = 0, parts = 0;  // of an exclusion by values
};

struct Tie {
    enum class For { surplus, exclusion, election };
    enum class By { stage, lot, number };  // number: no lot was given
    For purpose = For::exclusion;
    By by = By::lot;
    std::vector<int> among;
    std::vector<int> chosen;  // whom the surplus, the exclusion or the seat falls to
    int stage = 0;            // at whose end they differed
};

struct Stage {
    int number = 0;
    Action action;
    std::vector<std::int64_t> votes;    // of each candidate, at its end
    std::int64_t non_transferable = 0;  // what truncation lost is in it, so the sum stays the same
    std::vector<int> elected, excluded;
    std::vector<Tie> ties;
    std::vector<Transfer> transfers;
    std::optional<std::int64_t> quota, vote_required;  // where they change from stage to stage
};

// All votes are whole numbers of the rule's unit: 10^-digits of a vote.
struct Result {
    Rule rule = Rule::scottish;
    Outcome outcome = Outcome::counted;
    int digits = 0;
    int seats = 0;
    std::int64_t ballots = 0, valid = 0;
    std::optional<std::int64_t> quota;
    std::vector<int> elected;  // in the order of election
    std::vector<Stage> stages;
    bool has_lot = false;

    int unfilled() const { return seats - static_cast<int>(elected.size()); }
};

// Refused where the rule does not fit: irv fills one seat. The categories are those of `terms`.
std::expected<Result, std::string> count(const Election& election, Rule rule, const Terms& terms);

// Who fills a casual vacancy, from the ballots of the original election (ERS97 7.1): all are
// counted again as if those who leave had never stood; those who stay cannot be excluded; it ends
// with the first new person. They are the last of `elected`, unless nobody was found.
struct Vacancy {
    std::vector<int> leaving;    // the seat's holder, and who is not willing any more
    std::vector<int> remaining;  // who keeps their seat
};
std::expected<Result, std::string> countback(Election election, Rule rule, const Terms& terms,
                                             const Vacancy& vacancy);

// ---- for people ----

std::string votes_text(std::int64_t votes, int digits);   // "108.74618"
std::string votes_words(std::int64_t votes, int digits);  // the same without closing zeros: "108"

// Those who stood, in the order of the ballot: rows and columns of everything below.
std::vector<int> standing(const Election& election);

std::string action_words(const Election& election, const Result& result, const Stage& stage);
std::string tie_words(const Election& election, const Stage& stage);  // "" where there was none
std::string outcome_words(const Election& election, const Result& result);
// The count in plain words: a paragraph a stage.
std::vector<std::string> plain_words(const Election& election, const Result& result);

std::string text_of(const Election& election, const Result& result);  // all of it, for a terminal
std::string csv_of(const Election& election, const Result& result);   // the stage table

// Where the votes went, stage by stage, as a picture; the stage table is its equal in words. Empty
// where the count has more stages and candidates than a picture can show.
inline constexpr std::size_t diagram_cells_max = 10'000;
enum class Placed { in_page, alone };  // alone it brings its colours along
html::Html diagram_of(const Election& election, const Result& result, Placed placed);

}  // namespace counting
