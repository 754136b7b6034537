#include "features/forum/diff.h"

#include "platform/html/tags.h"

#include <string>
#include <vector>

namespace forum {

namespace h = html;

namespace {

constexpr std::size_t words_max = 1'500;  // of the part that differs; the table is its square

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto gap = text.find_first_of(" \n\t");
        const auto end = gap == text.npos ? text.size() : gap + 1;  // a word keeps its white space
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

using Words = std::vector<std::string_view>;

std::string joined(Words::const_iterator from, Words::const_iterator to) {
    std::string text;
    for (; from != to; ++from) text += *from;
    return text;
}

h::Html removed(std::string_view text) { return text.empty() ? h::Html() : h::del(text); }
h::Html added(std::string_view text) { return text.empty() ? h::Html() : h::ins(text); }

// Lengths of the longest common subsequences of all pairs of ends.
std::vector<std::vector<std::uint16_t>> common_lengths(const Words& a, const Words& b) {
    std::vector lengths(a.size() + 1, std::vector<std::uint16_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            lengths[i][j] = a[i] == b[j] ? static_cast<std::uint16_t>(lengths[i + 1][j + 1] + 1)
                                         : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    return lengths;
}

h::Html middle(const Words& a, const Words& b) {
    if (a.size() > words_max || b.size() > words_max) {
        return h::all(removed(joined(a.begin(), a.end())), added(joined(b.begin(), b.end())));
    }
    const auto lengths = common_lengths(a, b);
    h::Html out;
    std::string gone, come, same;
    const auto flush_change = [&] {
        out.add(removed(gone)).add(added(come));
        gone.clear();
        come.clear();
    };
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            flush_change();
            out.add(h::all(a[i]));
            ++i, ++j;
        } else if (j == b.size() || (i < a.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
            gone += a[i++];
        } else {
            come += b[j++];
        }
    }
    flush_change();
    return out;
}

}  // namespace

h::Html show_difference(std::string_view before, std::string_view after) {
    const Words a = words_of(before);
    const Words b = words_of(after);
    std::size_t front = 0;
    while (front < a.size() && front < b.size() && a[front] == b[front]) ++front;
    std::size_t back = 0;
    while (back + front < a.size() && back + front < b.size() &&
           a[a.size() - 1 - back] == b[b.size() - 1 - back]) {
        ++back;
    }
    const auto end = [&](const Words& words) {
        return words.begin() + static_cast<std::ptrdiff_t>(words.size() - back);
    };
    const auto begin = static_cast<std::ptrdiff_t>(front);
    return h::p(joined(a.begin(), a.begin() + begin),
                middle(Words(a.begin() + begin, end(a)), Words(b.begin() + begin, end(b))),
                joined(end(a), a.end()));
}

}  // namespace forum
