// Reads and writes .blt, the customary file of ranked ballots:
//
//   file    = header withdrawn* ballot* "0" name×candidates title
//   header  = candidates seats            withdrawn = "-" number, one or more on a line
//   ballot  = weight number* "0"          weight    = whole number, or "(" id ")" for one paper
//   name, title = quoted text             a comment runs from "#" to the end of its line
//
// Each stands on a line of its own; lines with nothing on them, or a comment alone, are passed
// over.

#include "features/counting/counting.h"
#include "platform/base/text.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <set>

namespace counting {

namespace {

constexpr std::size_t shown_bytes_max = 40;
constexpr std::size_t name_bytes_max = 1'000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
std::uint32_t digit(char c) {
    return static_cast<std::uint32_t>(c - '0');
}
bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

// What somebody can read of any bytes.
std::string shown(std::string_view bytes) {
    std::string text;
    for (const char c : bytes.substr(0, shown_bytes_max)) {
        text += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    }
    if (!base::is_utf8(text)) {
        for (char& c : text) {
            if (static_cast<unsigned char>(c) >= 0x80) c = '?';
        }
    }
    return "\"" + text + (bytes.size() > shown_bytes_max ? "…\"" : "\"");
}

// Each part says whether it could be read; if not, `reason_` has why.
class Reader {
public:
    explicit Reader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    bool read(Election& election) {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        const auto bytes = static_cast<std::size_t>(end_ - at_);
        if (bytes > blt_bytes_max) return refuse("The file is larger than 256 MB.");
        if (std::string_view(at_, bytes).starts_with(byte_order_mark)) at_ += 3;
        next_ = at_;
        election.ballots.expect(bytes);
        return header(election) && ballots(election) && names(election);
    }

    Unread unread() && { return {std::max(line_, 1), std::move(reason_)}; }

private:
    bool refuse(std::string reason) {
        reason_ = std::move(reason);
        return false;
    }

    // ---- lines and words ----

    // Goes to the next line that says something; false at the end of the file.
    bool next_line() {
        while (next_ != end_) {
            at_ = next_;
            ++line_;
            const auto* found = static_cast<const char*>(
                std::memchr(at_, '\n', static_cast<std::size_t>(end_ - at_)));
            line_end_ = found == nullptr ? end_ : found;
            next_ = found == nullptr ? end_ : found + 1;
            if (!is_line_done()) return true;
        }
        at_ = line_end_ = end_;
        return false;
    }

    // Passes blanks; true where nothing but a comment follows.
    bool is_line_done() {
        while (at_ != line_end_ && is_blank(*at_)) ++at_;
        return at_ == line_end_ || *at_ == '#';
    }

    bool ends_word(const char* at) const { return at == line_end_ || is_blank(*at) || *at == '#'; }

    std::string_view word() const {
        const char* end = at_;
        while (!ends_word(end)) ++end;
        return {at_, static_cast<std::size_t>(end - at_)};
    }

    // A whole number of no more than `most`. The bound is looked at with each digit, so that
    // nothing is ever too large for its type.
    bool number(std::int64_t most, std::string_view what, std::int64_t& value) {
        const char* const begin = at_;
        value = 0;
        for (; at_ != line_end_ && is_digit(*at_); ++at_) {
            value = value * 10 + (*at_ - '0');
            if (value <= most) continue;
            at_ = begin;
            return refuse(fmt::format("{} is too large: {} can be at most {}.", shown(word()), what,
                                      base::grouped(most)));
        }
        if (at_ != begin && ends_word(at_)) return true;
        at_ = begin;
        return refuse_word();
    }

    bool refuse_word() {
        const std::string_view found = word();
        if (found.find('\0') != found.npos) return refuse(std::string(damaged));
        if (found.find('=') != found.npos) {
            return refuse(fmt::format(
                "{} ranks candidates as equal, which these rules do not allow.", shown(found)));
        }
        if (found.find('.') != found.npos && is_digit(found.front())) {
            return refuse(fmt::format("{} is not a whole number.", shown(found)));
        }
        return refuse(fmt::format("{} stands where a number is expected.", shown(found)));
    }

    // ---- the parts of the file ----

    bool header(Election& election) {
        if (!next_line()) return refuse("The file is empty.");
        std::int64_t candidates = 0, seats = 0;
        if (!positive(candidates_max, "the number of candidates", candidates)) return false;
        if (!positive(seats_max, "the number of seats", seats)) return false;
        if (!is_line_done()) return refuse(std::string(first_line));
        election.candidates.resize(static_cast<std::size_t>(candidates));
        election.seats = static_cast<int>(seats);
        read_on_.assign(election.candidates.size(), 0);
        return true;
    }

    bool positive(std::int64_t most, std::string_view what, std::int64_t& value) {
        if (is_line_done() || *at_ == '-') return refuse(std::string(first_line));
        if (!number(most, what, value)) return false;
        return value > 0 || refuse(std::string(first_line));
    }

    bool ballots(Election& election) {
        while (next_line()) {
            if (*at_ == '-') {
                if (!withdrawn(election)) return false;
                continue;
            }
            if (*at_ == '"') {
                return refuse(
                    "A name stands where a ballot, or the line 0 that ends the ballots, "
                    "is expected.");
            }
            std::int64_t weight = 1;
            const std::int64_t most = Ballots::papers_max - election.ballots.papers();
            if (*at_ == '(' ? !pass_id() : !number(most, "the number of ballots", weight)) {
                return false;
            }
            if (weight == 0 && is_line_done()) {
                election.ballots.finish();
                return true;
            }
            if (weight == 0) {
                return refuse("The weight of a ballot is 0; a line 0 alone ends the ballots.");
            }
            has_ballots_ = true;
            if (!ballot(election.ballots, static_cast<std::uint32_t>(weight))) return false;
        }
        return refuse("The line 0 that ends the ballots is missing.");
    }

    // "(17)" in place of a weight: one paper with a number of its own, which is not kept.
    bool pass_id() {
        const std::string_view rest(at_, static_cast<std::size_t>(line_end_ - at_));
        const auto close = rest.find(')');
        if (close == rest.npos) return refuse("The id of the ballot is not closed with ).");
        if (rest.substr(0, close).find('\0') != rest.npos) return refuse(std::string(damaged));
        at_ += close + 1;
        return true;
    }

    bool withdrawn(Election& election) {
        if (has_ballots_) {
            return refuse(
                fmt::format("{} stands after the first ballot: withdrawn candidates come "
                            "before, and no weight is negative.",
                            shown(word())));
        }
        while (!is_line_done()) {
            if (*at_ != '-') {
                return refuse(
                    fmt::format("{} stands among withdrawn candidates, which have a - "
                                "before their number.",
                                shown(word())));
            }
            ++at_;
            std::int64_t found = 0;
            if (!number(numbers_max, "the number of a candidate", found)) return false;
            if (!is_known(found)) return false;
            election.candidates[static_cast<std::size_t>(found - 1)].has_withdrawn = true;
        }
        return true;
    }

    bool is_known(std::int64_t number) {
        const auto last = static_cast<std::int64_t>(read_on_.size());
        if (number >= 1 && number <= last) return true;
        return refuse(
            fmt::format("There is no candidate {}: they are numbered from 1 to {}.", number, last));
    }

    // The preferences, and the 0 after them. Most of a file is this, so the place in it is a
    // variable of the function: what is written elsewhere cannot change it.
    bool ballot(Ballots& ballots, std::uint32_t papers) {
        const std::uint32_t ballot_number = ++ballot_number_;
        const auto last = static_cast<std::uint32_t>(read_on_.size());
        std::uint32_t* const read_on = read_on_.data();
        const char* const end = line_end_;
        const char* at = at_;
        Ballots::Draft draft = ballots.begin(last);
        for (;;) {
            while (at != end && is_blank(*at)) ++at;
            const char* const begin = at;
            std::uint32_t found = 0;
            // Whether a number has one digit or two no processor guesses, so nothing branches on
            // it.
            if (end - at > 2 && is_digit(*at)) {
                const std::uint32_t two = is_digit(at[1]) ? 1 : 0;
                found = digit(at[0]) * (1 + 9 * two) + digit(at[1]) * two;
                at += 1 + two;
            }
            for (; at != end && is_digit(*at) && found <= last; ++at) {
                found = found * 10 + digit(*at);
            }
            if (at == begin || found > last || !ends_word(at)) return refuse_preference(begin);
            if (found == 0) break;
            if (read_on[found - 1] == ballot_number) return refuse_second(begin, found);
            read_on[found - 1] = ballot_number;
            draft.prefer(static_cast<Choice>(found - 1));
        }
        at_ = at;
        ballots.close(draft, papers);
        if (is_line_done()) return true;
        return refuse(fmt::format("{} follows the 0 that ends the ballot.", shown(word())));
    }

    bool refuse_second(const char* begin, std::uint32_t candidate) {
        at_ = begin;
        return refuse(fmt::format("Candidate {} stands on the ballot twice.", candidate));
    }

    bool refuse_preference(const char* begin) {
        at_ = begin;
        if (is_line_done()) return refuse("The ballot does not end with 0.");
        std::int64_t found = 0;
        if (number(numbers_max, "the number of a candidate", found)) is_known(found);
        return false;
    }

    bool names(Election& election) {
        std::set<std::string_view> known;
        const std::size_t candidates = election.candidates.size();
        for (std::size_t i = 0; i < candidates; ++i) {
            if (!next_line()) return refuse_names(i, candidates);
            std::string& name = election.candidates[i].name;
            if (!quoted(fmt::format("the name of candidate {}", i + 1), name)) return false;
            if (base::trim(name).empty()) {
                return refuse(fmt::format("Candidate {} has no name.", i + 1));
            }
            if (!known.insert(name).second) {
                return refuse(fmt::format("Two candidates have the name {}.", shown(name)));
            }
        }
        if (!next_line()) return refuse_names(candidates, candidates);
        if (!quoted("the title", election.title)) return false;
        return !next_line() || refuse(fmt::format("{} follows the title.", shown(word())));
    }

    bool refuse_names(std::size_t found, std::size_t candidates) {
        return refuse(fmt::format(
            "{} for {} and the title: a name or the title is missing.",
            base::counted(static_cast<long long>(found), "quoted line stands",
                          "quoted lines stand"),
            base::counted(static_cast<long long>(candidates), "candidate", "candidates")));
    }

    // A quote within the text belongs to it where more text follows: "Ann "Nan" Lee".
    bool quoted(const std::string& what, std::string& text) {
        if (*at_ != '"') {
            return refuse(
                fmt::format("{} stands where {} is expected, in quotes.", shown(word()), what));
        }
        const char* const begin = ++at_;
        while (at_ != line_end_) {
            const char* const quote = at_++;
            if (*quote != '"') continue;
            if (is_line_done()) {
                text.assign(begin, quote);
                return is_text(text, what);
            }
            at_ = quote + 1;
        }
        return refuse(
            fmt::format("The quotes around {} are not closed, or something follows them.", what));
    }

    bool is_text(std::string_view text, const std::string& what) {
        if (text.find('\0') != text.npos) return refuse(std::string(damaged));
        if (text.size() > name_bytes_max) {
            return refuse(fmt::format("There are {} bytes in {}; at most {} are allowed.",
                                      text.size(), what, name_bytes_max));
        }
        if (!base::is_utf8(text)) {
            return refuse(fmt::format(
                "There are bytes in {} that are not UTF-8. Save the file as UTF-8.", what));
        }
        const bool has_control = std::ranges::any_of(
            text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
        return !has_control || refuse(fmt::format("There is a control character in {}.", what));
    }

    static constexpr std::int64_t numbers_max = 1'000'000'000;
    static constexpr std::string_view damaged = "There is a NUL byte: the file is damaged.";
    static constexpr std::string_view first_line =
        "The first line must be two numbers, each at least 1, and nothing else: candidates and "
        "seats.";

    const char* at_;
    const char* const end_;
    const char* line_end_ = nullptr;
    const char* next_ = nullptr;  // the line after this one
    int line_ = 0;
    std::string reason_;
    bool has_ballots_ = false;
    std::uint32_t ballot_number_ = 0;
    std::vector<std::uint32_t> read_on_;  // by candidate: the last ballot that named them
};

}  // namespace

std::expected<Election, Unread> read_blt(std::string_view text) {
    Reader reader(text);
    Election election;
    if (!reader.read(election)) return std::unexpected(std::move(reader).unread());
    return election;
}

std::string blt_of(const Election& election) {
    std::string text = fmt::format("{} {}\n", election.candidates.size(), election.seats);
    for (std::size_t i = 0; i < election.candidates.size(); ++i) {
        if (election.candidates[i].has_withdrawn) text += fmt::format("-{}\n", i + 1);
    }
    const Ballots& ballots = election.ballots;
    std::vector<Paper> rankings;
    ballots.each([&](Paper ranking) { rankings.push_back(ranking); });
    std::ranges::sort(rankings, [&](Paper one, Paper other) {
        return std::ranges::lexicographical_compare(ballots.preferences(one.at),
                                                    ballots.preferences(other.at));
    });
    if (ballots.blank() > 0) text += fmt::format("{} 0\n", ballots.blank());
    for (const Paper ranking : rankings) {
        text += std::to_string(ranking.papers);
        for (const Choice choice : ballots.preferences(ranking.at)) {
            (text += ' ') += std::to_string(choice + 1);
        }
        text += " 0\n";
    }
    text += "0\n";
    for (const Candidate& candidate : election.candidates) text += "\"" + candidate.name + "\"\n";
    return text + "\"" + election.title + "\"\n";
}

std::vector<Choice> preferences_on_paper(const std::vector<int>& ranks) {
    std::vector<Choice> preferences;
    for (int rank = 1; rank <= static_cast<int>(ranks.size()); ++rank) {
        const auto first = std::ranges::find(ranks, rank);
        if (first == ranks.end() || std::ranges::count(ranks, rank) > 1) break;
        preferences.push_back(static_cast<Choice>(first - ranks.begin()));
    }
    return preferences;
}

}  // namespace counting
