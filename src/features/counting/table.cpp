// The stage table as text for a terminal, and as comma-separated values.

#include "features/counting/words.h"
#include "platform/base/csv.h"
#include "platform/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace counting {

namespace {

constexpr std::size_t columns_max = 100;
constexpr std::size_t name_columns_max = 28;

// A row's cells, as wide as the widest of each column.
class Table {
public:
    explicit Table(std::size_t rows) : rows_(rows) {}

    // How wide it would be with these cells beside the others.
    std::size_t width_with(const std::vector<std::string>& cells) const {
        return base::length(rows_.front()) + gap.size() + widest(cells);
    }

    void add_left(const std::vector<std::string>& cells) { add(cells, false); }
    void add_right(const std::vector<std::string>& cells) { add(cells, true); }

    std::string text() const {
        std::string all;
        for (const std::string& row : rows_) {
            all += row.substr(0, row.find_last_not_of(' ') + 1);
            all += '\n';
        }
        return all;
    }

private:
    static constexpr std::string_view gap = "  ";

    static std::size_t widest(const std::vector<std::string>& cells) {
        std::size_t most = 0;
        for (const std::string& cell : cells) most = std::max(most, base::length(cell));
        return most;
    }

    void add(const std::vector<std::string>& cells, bool is_right) {
        const std::size_t wide = widest(cells);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const std::string blanks(wide - base::length(cells[i]), ' ');
            if (!rows_[i].empty()) rows_[i] += gap;
            rows_[i] += is_right ? blanks + cells[i] : cells[i] + blanks;
        }
    }

    std::vector<std::string> rows_;
};

std::vector<std::string> head_column(const Election& election, const Result& result) {
    std::vector<std::string> cells = {""};
    for (const int c : standing(election)) {
        cells.push_back(base::excerpt(base::one_line(name_of(election, c)), name_columns_max));
    }
    cells.push_back(result.rule == Rule::block ? "Not used" : "Non-transferable");
    if (result.rule != Rule::block) {
        cells.push_back(result.rule == Rule::irv ? "More than half" : "Quota");
    }
    return cells;
}

bool is_out_before(const Result& result, const Stage& stage, int candidate) {
    return std::ranges::any_of(result.stages, [&](const Stage& earlier) {
        return earlier.number < stage.number && std::ranges::count(earlier.excluded, candidate) > 0;
    });
}

// "*" beside the votes of whoever is elected in this stage; "–" where somebody is out.
std::vector<std::string> stage_column(const Election& election, const Result& result,
                                      const Stage& stage) {
    std::vector<std::string> cells = {fmt::format("Stage {} ", stage.number)};
    for (const int c : standing(election)) {
        const std::int64_t votes = stage.votes[static_cast<std::size_t>(c)];
        if (votes == 0 && is_out_before(result, stage, c)) {
            cells.push_back("– ");
            continue;
        }
        const bool is_elected = std::ranges::count(stage.elected, c) > 0;
        cells.push_back(votes_text(votes, result.digits) + (is_elected ? "*" : " "));
    }
    cells.push_back(votes_text(stage.non_transferable, result.digits) + " ");
    const auto quota = stage.quota ? stage.quota : result.quota;
    if (quota) cells.push_back(votes_text(*quota, result.digits) + " ");
    return cells;
}

// As many stages beside each other as a terminal has room for, then the next ones below.
std::string stage_table(const Election& election, const Result& result) {
    const auto head = head_column(election, result);
    std::string text;
    for (std::size_t next = 0; next < result.stages.size();) {
        Table table(head.size());
        table.add_left(head);
        for (bool is_first = true; next < result.stages.size(); ++next, is_first = false) {
            const auto cells = stage_column(election, result, result.stages[next]);
            if (!is_first && table.width_with(cells) > columns_max) break;
            table.add_right(cells);
        }
        text += table.text() + "\n";
    }
    return text;
}

std::string head(const Election& election, const Result& result) {
    std::string text = election.title.empty() ? "" : election.title + "\n";
    text += fmt::format("{}, {}, {}, of which {} valid\n", name_of(result.rule),
                        base::counted(result.seats, "seat", "seats"),
                        base::counted(result.ballots, "ballot", "ballots"),
                        base::grouped(result.valid));
    std::vector<int> withdrawn;
    for (std::size_t c = 0; c < election.candidates.size(); ++c) {
        if (election.candidates[c].has_withdrawn) withdrawn.push_back(static_cast<int>(c));
    }
    if (!withdrawn.empty()) {
        text += fmt::format("Counted as if they had never stood: {}\n",
                            names_of(election, withdrawn));
    }
    return text;
}

bool has_tie_by_number(const Result& result) {
    return std::ranges::any_of(result.stages, [](const Stage& stage) {
        return std::ranges::count(stage.ties, Tie::By::number, &Tie::by) > 0;
    });
}

}  // namespace

std::string text_of(const Election& election, const Result& result) {
    std::string text = head(election, result) + "\n" + outcome_words(election, result) + "\n";
    if (result.stages.empty()) return text;
    text += "\n" + stage_table(election, result) + "* elected\n\n";
    const auto words = plain_words(election, result);
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += fmt::format("Stage {}. {}. {}\n", i + 1,
                            action_words(election, result, result.stages[i]), words[i]);
    }
    if (has_tie_by_number(result)) {
        text +=
            "\nA tie came to the lot and no lot was given (--lot): it went against the lower "
            "number on the ballot.\n";
    }
    return text;
}

std::string csv_of(const Election& election, const Result& result) {
    std::string text = "stage,action,quota,vote_required";
    for (const int c : standing(election)) text += "," + base::csv_cell(name_of(election, c));
    text += ",non_transferable,elected,excluded,tie\r\n";
    const auto optional = [&](const std::optional<std::int64_t>& votes) {
        return votes ? votes_text(*votes, result.digits) : std::string();
    };
    for (const Stage& stage : result.stages) {
        text += std::to_string(stage.number) + ",";
        text += base::csv_cell(action_words(election, result, stage)) + ",";
        text += optional(stage.quota ? stage.quota : result.quota) + ",";
        text += optional(stage.vote_required);
        for (const int c : standing(election)) {
            text += "," + votes_text(stage.votes[static_cast<std::size_t>(c)], result.digits);
        }
        text += "," + votes_text(stage.non_transferable, result.digits);
        text += "," + base::csv_cell(names_of(election, stage.elected));
        text += "," + base::csv_cell(names_of(election, stage.excluded));
        text += "," + base::csv_cell(tie_words(election, stage)) + "\r\n";
    }
    return text;
}

}  // namespace counting
