#include "features/linter/document.h"

#include <algorithm>

namespace linter {

Document::Document(std::string_view text, const Lexicon& lexicon)
    : text_(text),
      lexicon_(lexicon),
      plain_(plain_text(text)),
      tokens_(linter::tokens(plain_, lexicon.words)),
      covers_(tokens_.size(), Cover::none) {}

std::string_view Document::letters(std::size_t i) const {
    const Token& token = tokens_[i];
    return std::string_view(plain_.letters).substr(token.begin, token.end - token.begin);
}

char Document::after(std::size_t i) const {
    const auto end = tokens_[i].end;
    return end < plain_.size() ? plain_.letters[end] : '\0';
}

bool Document::is_joined(std::size_t i) const {
    if (i == 0 || i >= tokens_.size()) return false;
    constexpr auto all = static_cast<std::uint16_t>(Gap::space) |
                         static_cast<std::uint16_t>(Gap::line) |
                         static_cast<std::uint16_t>(Gap::quote) |
                         static_cast<std::uint16_t>(Gap::open) |
                         static_cast<std::uint16_t>(Gap::close) |
                         static_cast<std::uint16_t>(Gap::hyphen);
    return (tokens_[i].gap & ~all) == 0;
}

bool Document::is_word(std::size_t i, std::string_view word) const {
    return i < tokens_.size() && words().spelling(tokens_[i].word) == word;
}

bool Document::is_one_of(std::size_t i, std::string_view words) const {
    if (i >= tokens_.size()) return false;
    const WordId id = tokens_[i].word;
    const std::string unknown = id == unknown_word ? lower(letters(i)) : std::string();
    const std::string_view word = id == unknown_word ? unknown : this->words().spelling(id);
    if (word.empty()) return false;
    for (auto at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
        const auto end = at + word.size();
        if (at > 0 && end < words.size() && words[at - 1] == ' ' && words[end] == ' ') return true;
    }
    return false;
}

bool Document::has_and(std::size_t i) const {  // "Guy's & St Thomas'"
    constexpr std::size_t wide = 6;            // "'s & "
    const auto begin = tokens_[i - 1].end, end = tokens_[i].begin;
    const auto gap = std::string_view(plain_.letters).substr(begin, end - begin);
    return gap.size() <= wide && gap.find('&') != gap.npos;
}

bool Document::is_shouted(std::size_t i) const {
    constexpr std::size_t run_min = 6;
    const auto is_capitals = [&](std::size_t at) {
        const Token& token = tokens_[at];
        return token.shape == Shape::upper && !token.has_digit;
    };
    if (!is_capitals(i)) return false;
    std::size_t first = i, last = i;
    while (i - first < run_min && first > 0 && !tokens_[first].follows(Gap::paragraph) &&
           is_capitals(first - 1)) {
        --first;
    }
    while (last - i < run_min && last + 1 < tokens_.size() && is_capitals(last + 1) &&
           !tokens_[last + 1].follows(Gap::paragraph)) {
        ++last;
    }
    return last - first + 1 >= run_min;
}

Finding Document::finding(Kind kind, std::size_t begin, std::size_t end, std::string reason) const {
    const std::size_t from = plain_.from[begin];
    const std::size_t to = plain_.to[end - 1];
    return {from, to, kind, std::string(text_.substr(from, to - from)), std::move(reason), {}};
}

bool Document::is_covered(std::size_t letter) const {
    const auto after = std::ranges::upper_bound(tokens_, letter, {}, &Token::begin);
    if (after == tokens_.begin()) return false;
    const auto i = static_cast<std::size_t>(after - tokens_.begin()) - 1;
    return tokens_[i].end > letter && covers_[i] != Cover::none;
}

void Document::add(Kind kind, Cover cover, std::size_t first, std::size_t last,
                   std::string reason) {
    for (auto i = first; i <= last; ++i) covers_[i] = cover;
    findings_.push_back(finding(kind, tokens_[first].begin, tokens_[last].end, std::move(reason)));
}

void Document::add_letters(Kind kind, Cover cover, std::size_t begin, std::size_t end,
                           std::string reason) {
    auto i = std::ranges::lower_bound(tokens_, begin, {}, &Token::begin) - tokens_.begin();
    if (i > 0 && tokens_[static_cast<std::size_t>(i) - 1].end > begin) --i;
    for (auto at = static_cast<std::size_t>(i); at < tokens_.size() && tokens_[at].begin < end;
         ++at) {
        covers_[at] = cover;
    }
    findings_.push_back(finding(kind, begin, end, std::move(reason)));
}

void Document::add_combination(std::size_t first, std::size_t last, std::string reason, int k) {
    auto made = finding(Kind::combination, tokens_[first].begin, tokens_[last].end,
                        std::move(reason));
    made.k = k;
    findings_.push_back(std::move(made));
}

std::vector<Finding> Document::take() {
    const auto length = [](const Finding& one) { return one.to - one.from; };
    std::ranges::stable_sort(findings_, [&](const Finding& a, const Finding& b) {
        if (a.kind != b.kind) return a.kind < b.kind;
        if (a.from != b.from) return a.from < b.from;
        return length(a) > length(b);
    });
    std::vector<Finding> kept;
    for (Finding& one : findings_) {
        const bool overlaps = !kept.empty() && kept.back().kind == one.kind &&
                              one.from < kept.back().to;
        if (!overlaps)
            kept.push_back(std::move(one));
        else if (length(one) > length(kept.back()))
            kept.back() = std::move(one);
    }
    std::ranges::stable_sort(kept, {}, &Finding::from);
    return kept;
}

}  // namespace linter
