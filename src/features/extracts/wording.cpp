#include "features/extracts/wording.h"

#include "platform/base/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

namespace extracts {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        if (line.ends_with('\r')) line.pop_back();
        lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

std::string small(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// ---- quotations ----

bool is_quote(std::string_view line) {
    const auto mark = line.find_first_not_of(" \t");
    return mark != line.npos && line[mark] == '>';
}

// "> #12": whose words follow.
bool names_a_post(std::string_view line) {
    const auto mark = line.find_first_not_of("> \t");
    return is_quote(line) && mark != line.npos && line[mark] == '#' && mark + 1 < line.size() &&
           std::isdigit(static_cast<unsigned char>(line[mark + 1])) != 0;
}

// What others wrote is theirs to consent to: it stands in its own passage, or nowhere.
void drop_quotations(std::vector<std::string>& lines) {
    std::vector<std::string> kept;
    for (auto from = lines.begin(); from != lines.end();) {
        const auto to = std::find_if_not(from, lines.end(), is_quote);
        if (std::none_of(from, to, names_a_post)) kept.insert(kept.end(), from, to);
        if (to == lines.end()) break;
        kept.push_back(*to);
        from = to + 1;
    }
    lines = std::move(kept);
}

// ---- signatures ----

bool is_closing(std::string_view line) {
    constexpr std::array<std::string_view, 12> closings = {
        "best",   "best wishes",  "kind regards", "regards", "thanks",      "many thanks",
        "cheers", "all the best", "warm wishes",  "yours",   "with thanks", "best regards"};
    std::string words = small(base::trim(line));
    while (!words.empty() && (words.back() == ',' || words.back() == '.' || words.back() == '!')) {
        words.pop_back();
    }
    return std::ranges::find(closings, words) != closings.end();
}

// "-- " and all below; "Best wishes," and a few short lines below.
void drop_signature(std::vector<std::string>& lines) {
    constexpr std::size_t lines_max = 5, line_bytes_max = 80;
    while (!lines.empty() && base::trim(lines.back()).empty()) lines.pop_back();
    const std::size_t first = lines.size() > lines_max ? lines.size() - lines_max : 0;
    for (std::size_t at = first; at < lines.size(); ++at) {
        const bool is_rule = lines[at] == "-- " || lines[at] == "--";
        const bool is_short = std::all_of(
            lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(),
            [](const std::string& line) { return line.size() <= line_bytes_max; });
        if (is_rule || (is_closing(lines[at]) && is_short)) {
            lines.resize(at);
            return;
        }
    }
}

// ---- mentions ----

bool is_handle(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}

std::string without_mentions(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = at == 0 || (!is_handle(text[at - 1]) && text[at - 1] != '@' &&
                                        text[at - 1] != '/');
        std::size_t end = at + 1;
        while (end < text.size() && is_handle(text[end])) ++end;
        while (end > at + 1 && text[end - 1] == '.') --end;  // of the sentence
        if (text[at] != '@' || !begins || end == at + 1) {
            out += text[at++];
            continue;
        }
        out += "a colleague";
        at = end;
    }
    return out;
}

// ---- what leads back ----

class Links {
public:
    Links(std::string_view text, std::string_view host) : text_(text), host_(small(host)) {}

    std::string without() {
        while (at_ < text_.size()) {
            if (!pass_link() && !pass_address()) out_ += text_[at_++];
        }
        return std::move(out_);
    }

private:
    bool leads_back(std::string_view address) const {
        if (address.empty()) return true;
        if (std::string_view("/#?.").find(address.front()) != std::string_view::npos) return true;
        return !host_.empty() && small(address).contains(host_);
    }

    // "[words](address)", "![words](address)": a picture is never shown, whatever it shows.
    bool pass_link() {
        const bool is_picture = text_[at_] == '!' && at_ + 1 < text_.size() &&
                                text_[at_ + 1] == '[';
        const std::size_t open = at_ + (is_picture ? 1 : 0);
        if (text_[open] != '[' || open < no_bracket_before_) return false;
        const auto close = std::min(text_.find_first_of("]\n", open), text_.size());
        if (close == text_.size() || text_[close] != ']') {
            no_bracket_before_ = close;
            return false;
        }
        const auto words = text_.substr(open + 1, close - open - 1);
        if (close + 1 < text_.size() && text_[close + 1] == ':') return pass_definition(close + 2);
        if (close + 1 >= text_.size() || text_[close + 1] != '(') return false;
        if (close < no_parenthesis_before_) return false;
        const auto end = std::min(text_.find_first_of(")\n", close + 2), text_.size());
        if (end == text_.size() || text_[end] != ')') {
            no_parenthesis_before_ = end;
            return false;
        }
        auto address = base::trim(text_.substr(close + 2, end - close - 2));
        if (address.starts_with('<')) address.erase(0, 1);
        if (!is_picture && !leads_back(address)) return false;
        out_ += words;
        at_ = end + 1;
        return true;
    }

    // "[words]: address", on a line of its own.
    bool pass_definition(std::size_t from) {
        const auto end = std::min(text_.find('\n', from), text_.size());
        if (!leads_back(base::trim(text_.substr(from, end - from)))) return false;
        at_ = end;
        return true;
    }

    bool pass_address() {
        const auto rest = text_.substr(at_);
        const std::string begin = small(rest.substr(0, 8));
        if (!begin.starts_with("http://") && !begin.starts_with("https://")) return false;
        const auto size = std::min(rest.find_first_of(" \t\n<>()[]\""), rest.size());
        if (!leads_back(rest.substr(0, size))) {
            out_ += rest.substr(0, size);
        } else {
            out_ += "a page";
        }
        at_ += size;
        return true;
    }

    std::string_view text_;
    const std::string host_;
    std::size_t at_ = 0;
    std::size_t no_bracket_before_ = 0, no_parenthesis_before_ = 0;  // so that one pass is linear
    std::string out_;
};

// ---- what is not seen ----

// Bytes of a character at `at` that carries nothing to read, and could carry a mark: of width zero,
// turning the direction of writing, a control, a tag.
std::size_t unseen_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t ahead) {
        return at + ahead < text.size() ? static_cast<unsigned char>(text[at + ahead]) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x20) return first == '\n' || first == '\t' ? 0 : 1;
    if (first == 0x7F) return 1;
    if (first == 0xC2) return byte(1) == 0xAD || (byte(1) >= 0x80 && byte(1) < 0xA0) ? 2 : 0;
    if (first == 0xE1) return byte(1) == 0xA0 && byte(2) == 0x8E ? 3 : 0;
    if (first == 0xE2 && byte(1) == 0x80) {
        // U+200B; U+202A to U+202E. The joiners U+200C and U+200D belong to some scripts.
        return byte(2) == 0x8B || (byte(2) >= 0xAA && byte(2) <= 0xAE) ? 3 : 0;
    }
    if (first == 0xE2 && byte(1) == 0x81) return byte(2) >= 0xA0 && byte(2) <= 0xAF ? 3 : 0;
    if (first == 0xEF) return byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
    if (first == 0xF3) return byte(1) == 0xA0 ? 4 : 0;
    return 0;
}

std::string without_unseen(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto bytes = unseen_at(text, at);
        if (bytes == 0) out += text[at++];
        at += bytes;
    }
    return out;
}

// A fence that is left open would swallow the passages behind it.
void close_fence(std::string& text) {
    std::string open;
    for (const auto& line : lines_of(text)) {
        const auto mark = line.find_first_not_of(' ');
        if (mark == line.npos || mark > 3) continue;
        const auto fence = std::string_view(line).substr(mark);
        const std::string three = fence.starts_with("```")   ? "```"
                                  : fence.starts_with("~~~") ? "~~~"
                                                             : "";
        if (three.empty()) continue;
        if (open.empty())
            open = fence.substr(0, fence.find_first_not_of(three.front()));
        else if (fence.starts_with(open))
            open.clear();
    }
    if (!open.empty()) text += "\n" + open;
}

}  // namespace

std::string tidied(std::string_view text, std::string_view host) {
    std::string seen = without_unseen(text);
    constexpr int rounds_max = 20;  // what is taken away may leave another
    for (int round = 0; round < rounds_max; ++round) {
        const std::string before = std::move(seen);
        seen = Links(before, host).without();
        if (seen == before) break;
    }
    seen = base::trim(seen);
    close_fence(seen);
    return seen;
}

std::string passage_from(std::string_view markdown, std::string_view host) {
    auto lines = lines_of(without_unseen(markdown));
    drop_quotations(lines);
    drop_signature(lines);
    return tidied(without_mentions(joined(lines)), host);
}

}  // namespace extracts
