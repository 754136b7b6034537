#include "platform/html/diff.h"

#include "platform/html/tags.h"

#include <string>
#include <vector>

namespace html {

namespace {

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

Html removed(std::string_view text) { return text.empty() ? Html() : del(text); }
Html added(std::string_view text) { return text.empty() ? Html() : ins(text); }

// Lengths of the longest common subsequences of all pairs of ends. The shorter side has at most
// the root of the budget, which fits.
class Lengths {
public:
    Lengths(const Words& a, const Words& b)
        : width_(b.size() + 1), lengths_((a.size() + 1) * width_, 0) {
        for (std::size_t i = a.size(); i-- > 0;) {
            for (std::size_t j = b.size(); j-- > 0;) {
                lengths_[i * width_ + j] = static_cast<std::uint16_t>(
                    a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1)));
            }
        }
    }
    std::uint16_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

private:
    std::size_t width_;
    std::vector<std::uint16_t> lengths_;
};

Html whole(const Words& a, const Words& b) {
    return all(removed(joined(a.begin(), a.end())), added(joined(b.begin(), b.end())));
}

Html compared(const Words& a, const Words& b) {
    const Lengths lengths(a, b);
    Html out;
    std::string gone, come;
    const auto flush_change = [&] {
        out.add(removed(gone)).add(added(come));
        gone.clear();
        come.clear();
    };
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            flush_change();
            out.add(all(a[i]));
            ++i, ++j;
        } else if (j == b.size() ||
                   (i < a.size() && lengths.at(i + 1, j) >= lengths.at(i, j + 1))) {
            gone += a[i++];
        } else {
            come += b[j++];
        }
    }
    flush_change();
    return out;
}

}  // namespace

Html Differences::show(std::string_view before, std::string_view after) {
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
    const Words gone(a.begin() + begin, end(a)), come(b.begin() + begin, end(b));
    const std::size_t cost = gone.size() * come.size();
    const bool is_affordable = cost <= cells_max - cells_;
    if (is_affordable) cells_ += cost;
    return p(joined(a.begin(), a.begin() + begin),
                is_affordable ? compared(gone, come) : whole(gone, come),
                joined(end(a), a.end()));
}

}  // namespace html
