#include "platform/search/query.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/search/words.h"

#include <algorithm>
#include <bit>

namespace search {

namespace {

namespace h = html;

constexpr std::size_t looked_at_bytes_max = 32 * 1024;  // of a very long text

struct Word {
    WordWalk::Span span;
    std::string folded;
};

// A stretch of words that matches one phrase.
struct Hit {
    std::size_t begin = 0;  // bytes of the text
    std::size_t end = 0;
    std::size_t phrase = 0;
};

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    WordWalk walk(text);
    while (const auto span = walk.next()) {
        std::string folded = base::fold(text.substr(span->begin, span->end - span->begin));
        folded.resize(cut_at_character(folded, word_bytes_max).size());
        words.push_back({*span, std::move(folded)});
    }
    return words;
}

bool is_hit(const std::vector<Word>& words, std::size_t at, const Phrase& phrase) {
    if (words.size() - at < phrase.words.size()) return false;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        const bool may_go_on = phrase.is_prefix && i + 1 == phrase.words.size();
        const std::string& word = words[at + i].folded;
        if (may_go_on ? !word.starts_with(phrase.words[i]) : word != phrase.words[i]) return false;
    }
    return true;
}

std::vector<Hit> hits_in(const std::vector<Word>& words, const Query& query) {
    std::vector<Hit> hits;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < query.wanted.size(); ++i) {
            const Phrase& phrase = query.wanted[i];
            if (phrase.words.size() <= length || !is_hit(words, at, phrase)) continue;
            if (length > 0) hits.pop_back();  // the longer of two that begin here
            length = phrase.words.size();
            hits.push_back({words[at].span.begin, words[at + length - 1].span.end, i});
        }
        at += std::max<std::size_t>(length, 1);
    }
    return hits;
}

h::Html with_marks(std::string_view text, const std::vector<Hit>& hits, std::size_t begin,
                   std::size_t end) {
    h::Html out;
    std::size_t written = begin;
    for (const Hit& hit : hits) {
        if (hit.begin < begin || hit.end > end) continue;
        out.add(h::all(text.substr(written, hit.begin - written)));
        out.add(h::mark(text.substr(hit.begin, hit.end - hit.begin)));
        written = hit.end;
    }
    return out.add(h::all(text.substr(written, end - written)));
}

// How many different phrases, and then how many hits, stand in so many bytes from here.
std::size_t worth(const std::vector<Hit>& hits, std::size_t first, std::size_t bytes) {
    std::size_t count = 0;
    std::uint64_t seen = 0;
    for (std::size_t i = first; i < hits.size() && hits[i].end <= hits[first].begin + bytes; ++i) {
        ++count;
        seen |= std::uint64_t{1} << hits[i].phrase;
    }
    return static_cast<std::size_t>(std::popcount(seen)) * 1000 + count;
}

std::size_t best_hit(const std::vector<Hit>& hits, std::size_t bytes) {
    std::size_t best = 0;
    std::size_t best_worth = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(hits.size(), 200); ++i) {
        const std::size_t its_worth = worth(hits, i, bytes);
        if (its_worth <= best_worth) continue;
        best = i;
        best_worth = its_worth;
    }
    return best;
}

// Begins with a word a little before the hit, ends with a word's end.
WordWalk::Span stretch(std::string_view text, const std::vector<Word>& words, std::size_t hit_begin,
                       std::size_t bytes_max) {
    WordWalk::Span span;
    const std::size_t lead = bytes_max / 4;
    if (hit_begin > lead && text.size() > bytes_max) {
        const std::size_t earliest = std::min(hit_begin - lead, text.size() - bytes_max);
        const auto first = std::ranges::find_if(
            words, [&](const Word& word) { return word.span.begin >= earliest; });
        span.begin = first != words.end() ? std::min(first->span.begin, hit_begin) : hit_begin;
    }
    if (text.size() - span.begin <= bytes_max) {
        span.end = text.size();
        return span;
    }
    span.end = span.begin + cut_at_character(text.substr(span.begin), bytes_max).size();
    for (const Word& word : words) {
        if (word.span.begin >= span.end) break;
        if (word.span.end > span.end && word.span.begin > span.begin) span.end = word.span.begin;
    }
    while (span.end > span.begin && text[span.end - 1] == ' ') --span.end;
    return span;
}

}  // namespace

h::Html snippet(std::string_view whole, std::string_view asked, std::size_t characters_max) {
    const std::string text = base::one_line(cut_at_character(whole, looked_at_bytes_max));
    const auto words = words_in(text);
    const auto hits = hits_in(words, parse(asked));
    const std::size_t hit_begin = hits.empty() ? 0 : hits[best_hit(hits, characters_max)].begin;
    const auto span = stretch(text, words, hit_begin, characters_max);
    h::Html out;
    if (span.begin > 0) out.add(h::all("… "));
    out.add(with_marks(text, hits, span.begin, span.end));
    if (span.end < text.size()) out.add(h::all(" …"));
    return out;
}

h::Html marked(std::string_view text, std::string_view asked) {
    return with_marks(text, hits_in(words_in(text), parse(asked)), 0, text.size());
}

}  // namespace search
