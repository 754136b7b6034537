// Where the votes went: a column a stage, a bar a candidate, a band for what stays and for what
// moves. All places are whole numbers, so that the same count always gives the same picture.

#include "features/counting/contest.h"
#include "features/counting/words.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>
#include <fmt/format.h>

namespace counting {

namespace {

namespace h = html;

constexpr h::Element svg_group{"g"}, svg_text{"text"}, svg_title{"title"}, svg_desc{"desc"};
constexpr h::Element svg_rect{"rect"}, svg_path{"path"}, svg_style{"style"};

// In units of the picture, of which a pixel has ten.
constexpr std::int64_t left_margin = 2'200, right_margin = 2'600, head_height = 560;
constexpr std::int64_t column_width = 1'700, bar_width = 90, bars_height = 5'000, gap = 130;

constexpr std::string_view colours =
    "text{font:140px system-ui,sans-serif;fill:#1d2a2e;stroke:#ffffffb0;stroke-width:24px;"
    "paint-order:stroke}"
    ".sub{font-size:120px;fill:#4c5a5f}.won{font-weight:600}"
    ".bar{fill:#5b7178}.bar.elected{fill:#0b6b4f}.bar.none{fill:#9aa5a9}"
    ".keep{fill:#5b7178;opacity:.16}.move{fill:#a8541a;opacity:.42}"
    "@media (prefers-color-scheme:dark){text{fill:#e8ecea;stroke:#12181ab0}.sub{fill:#b3bfc2}"
    ".bar{fill:#9db2b8}.bar.elected{fill:#5fd0aa}.bar.none{fill:#6d797d}"
    ".keep{fill:#9db2b8;opacity:.2}.move{fill:#f0a667;opacity:.5}}";

class Diagram {
public:
    Diagram(const Election& election, const Result& result)
        : election_(election), result_(result), rows_(standing(election)) {
        rows_.push_back(nowhere);
        total_ = std::max<std::int64_t>(sum_of(result.stages.front()), 1);
        place();
    }

    h::Html drawn(Placed placed) {
        h::Html bands, bars;
        for (std::size_t s = 0; s < result_.stages.size(); ++s) {
            if (s + 1 < result_.stages.size()) bands.add(bands_after(s));
            bars.add(column(s));
        }
        const std::string box = fmt::format("0 0 {} {}", width(), height());
        const bool is_alone = placed == Placed::alone;
        return h::svg(h::attr_if(is_alone, "xmlns", "http://www.w3.org/2000/svg"),
                      h::cls("transfers"), h::attr("viewBox", box), h::attr("role", "img"),
                      h::attr("aria-labelledby", "transfers-title transfers-desc"),
                      svg_title(h::id("transfers-title"), title()),
                      svg_desc(h::id("transfers-desc"), description()),
                      h::when(is_alone, [] { return svg_style(colours); }), bands, bars);
    }

private:
    struct Bar {
        std::int64_t top = 0, height = 0;
    };

    // ---- places ----

    static std::int64_t sum_of(const Stage& stage) {
        std::int64_t sum = stage.non_transferable;
        for (const std::int64_t votes : stage.votes) sum += votes;
        return sum;
    }

    std::int64_t votes(const Stage& stage, int row) const {
        return row == nowhere ? stage.non_transferable : stage.votes[static_cast<std::size_t>(row)];
    }

    std::int64_t scaled(std::int64_t votes) const {
        return static_cast<std::int64_t>(Wide{votes} * bars_height / total_);
    }

    // From the top down as on the ballot, each as high as its votes; whoever has none takes no
    // room.
    void place() {
        for (const Stage& stage : result_.stages) {
            std::vector<Bar> column;
            std::int64_t at = head_height;
            for (const int row : rows_) {
                const std::int64_t high = scaled(votes(stage, row));
                column.push_back({at, high});
                if (votes(stage, row) > 0) at += std::max<std::int64_t>(high, 10) + gap;
            }
            bottom_ = std::max(bottom_, at);
            bars_.push_back(std::move(column));
        }
    }

    std::int64_t width() const {
        return left_margin + right_margin +
               static_cast<std::int64_t>(result_.stages.size() - 1) * column_width + bar_width;
    }
    std::int64_t height() const { return bottom_ + 200; }
    static std::int64_t left_of(std::size_t stage) {
        return left_margin + static_cast<std::int64_t>(stage) * column_width;
    }
    std::size_t row_of(int candidate) const {
        return static_cast<std::size_t>(std::ranges::find(rows_, candidate) - rows_.begin());
    }

    // ---- words ----

    std::string row_name(int row) const {
        return row == nowhere ? "No further choice" : name_of(election_, row);
    }
    std::string shown(std::int64_t votes) const { return votes_words(votes, result_.digits); }

    std::string title() const {
        return "How the votes moved" + (election_.title.empty() ? "" : ": " + election_.title);
    }

    std::string description() const {
        return fmt::format("{} stages, from left to right. {} The stage table has every number.",
                           result_.stages.size(), outcome_words(election_, result_));
    }

    bool is_elected_by(int row, std::size_t stage) const {
        for (std::size_t s = 0; s <= stage; ++s) {
            if (std::ranges::count(result_.stages[s].elected, row) > 0) return true;
        }
        return false;
    }

    // ---- what is drawn ----

    static std::string number(std::int64_t value) { return std::to_string(value); }

    h::Html words_at(std::int64_t x, std::int64_t y, std::string_view classes,
                     std::string_view anchor, const std::string& text) const {
        return svg_text(h::cls(classes), h::attr("x", number(x)), h::attr("y", number(y)),
                        h::attr("text-anchor", anchor), text);
    }

    h::Html column(std::size_t s) const {
        const Stage& stage = result_.stages[s];
        const std::int64_t left = left_of(s);
        h::Html all = words_at(left, 180, "won", "start", fmt::format("Stage {}", stage.number));
        all.add(words_at(left, 360, "sub", "start", column_words(stage)));
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            if (votes(stage, rows_[r]) == 0) continue;
            all.add(bar(s, r));
        }
        return svg_group(all);
    }

    // What happened, short enough for a column.
    std::string column_words(const Stage& stage) const {
        constexpr std::size_t characters_max = 24;
        const std::string words = action_words(election_, result_, stage);
        return base::excerpt(words, characters_max);
    }

    h::Html bar(std::size_t s, std::size_t r) const {
        const Stage& stage = result_.stages[s];
        const int row = rows_[r];
        const Bar place = bars_[s][r];
        const std::int64_t left = left_of(s), middle = place.top + place.height / 2 + 50;
        const bool is_elected = row != nowhere && is_elected_by(row, s);
        const std::string votes_shown = shown(votes(stage, row));
        h::Html all = svg_rect(h::cls(row == nowhere ? "bar none"
                                      : is_elected   ? "bar elected"
                                                     : "bar"),
                               h::attr("x", number(left)), h::attr("y", number(place.top)),
                               h::attr("width", number(bar_width)),
                               h::attr("height", number(std::max<std::int64_t>(place.height, 10))),
                               svg_title(fmt::format("{}: {}{}", row_name(row), votes_shown,
                                                     is_elected ? ", elected" : "")));
        const bool is_last = s + 1 == result_.stages.size();
        const bool is_elected_now = row != nowhere && std::ranges::count(stage.elected, row) > 0;
        const std::string_view weight = is_elected_now ? "won" : "sub";
        if (s == 0) {
            all.add(
                words_at(left - 60, middle, weight, "end", short_name(row) + " " + votes_shown));
        }
        if (is_last) {
            all.add(
                words_at(left + bar_width + 60, middle, is_elected ? "won" : "sub", "start",
                         short_name(row) + " " + votes_shown + (is_elected ? ", elected" : "")));
        } else if (s > 0 || is_elected_now) {
            all.add(words_at(left + bar_width + 60, middle, weight, "start",
                             is_elected_now ? votes_shown + " elected" : votes_shown));
        }
        return all;
    }

    std::string short_name(int row) const {
        constexpr std::size_t characters_max = 20;
        return base::excerpt(row_name(row), characters_max);
    }

    // From the right side of a bar to the left side of the next stage's: first what stays, then
    // what moves, in the order in which both are listed, so that bands lie side by side.
    h::Html bands_after(std::size_t s) const {
        const Stage& now = result_.stages[s];
        const Stage& next = result_.stages[s + 1];
        std::vector<std::int64_t> used_left(rows_.size(), 0), used_right(rows_.size(), 0);
        h::Html all;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const std::int64_t kept = std::min(votes(now, rows_[r]), votes(next, rows_[r]));
            if (kept == 0) continue;
            const std::int64_t high = scaled(kept);
            all.add(band(s, {bars_[s][r].top, high}, {bars_[s + 1][r].top, high}, "keep",
                         fmt::format("{} keeps {}", row_name(rows_[r]), shown(kept))));
            used_left[r] = used_right[r] = high;
        }
        for (const Transfer& transfer : next.transfers) {
            const std::size_t from = row_of(transfer.from), to = row_of(transfer.to);
            const std::int64_t high = scaled(transfer.votes);
            all.add(band(s, {bars_[s][from].top + used_left[from], high},
                         {bars_[s + 1][to].top + used_right[to], high}, "move",
                         fmt::format("{} from {} to {}", shown(transfer.votes),
                                     row_name(transfer.from), row_name(transfer.to))));
            used_left[from] += high;
            used_right[to] += high;
        }
        return all;
    }

    h::Html band(std::size_t s, Bar from, Bar to, std::string_view classes,
                 const std::string& words) const {
        const std::int64_t left = left_of(s) + bar_width, right = left_of(s + 1);
        const std::int64_t middle = (left + right) / 2;
        const std::int64_t high = std::max<std::int64_t>(from.height, 4);
        const std::string path = fmt::format(
            "M{0} {1}C{2} {1} {2} {3} {4} {3}V{5}C{2} {5} {2} {6} {0} {6}Z", left, from.top, middle,
            to.top, right, to.top + high, from.top + high);
        return svg_path(h::cls(classes), h::attr("d", path), svg_title(words));
    }

    const Election& election_;
    const Result& result_;
    std::vector<int>
        rows_;  // candidates in the order of the ballot, then what no choice is left for
    std::vector<std::vector<Bar>> bars_;  // by stage, then by row
    std::int64_t total_ = 1, bottom_ = head_height;
};

}  // namespace

html::Html diagram_of(const Election& election, const Result& result, Placed placed) {
    const std::size_t cells = result.stages.size() * election.candidates.size();
    if (result.stages.empty() || cells > diagram_cells_max) return {};
    return Diagram(election, result).drawn(placed);
}

}  // namespace counting
