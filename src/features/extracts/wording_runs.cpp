#include "features/extracts/wording.h"

#include "platform/html/markdown.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>

namespace extracts {

namespace {

// In small letters, as they are read: signs of Markdown part no word.
std::vector<std::string> words_in(std::string_view markdown) {
    const std::string text = html::render_markdown(markdown).text;
    std::vector<std::string> words;
    bool is_in_word = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter = byte >= 0x80 || std::isalnum(byte) != 0;
        if (is_letter && !is_in_word) words.emplace_back();
        if (is_letter) words.back() += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        is_in_word = is_letter;
    }
    return words;
}

std::vector<std::string> runs_of(const std::vector<std::string>& words, std::size_t length) {
    std::vector<std::string> runs;
    for (std::size_t at = 0; at + length <= words.size(); ++at) {
        std::string run = words[at];
        for (std::size_t i = at + 1; i < at + length; ++i) run += " " + words[i];
        runs.push_back(std::move(run));
    }
    return runs;
}

}  // namespace

Shared shared_words(std::string_view passage, std::string_view post) {
    constexpr std::size_t in_a_row = 3;
    const auto of_post = runs_in(post, in_a_row);
    const std::unordered_set<std::string> known(of_post.begin(), of_post.end());
    const auto words = words_in(passage);
    const auto runs = runs_of(words, in_a_row);
    Shared shared{.words = words.size()};
    std::size_t covered = 0;  // to where runs that the post has reach
    for (std::size_t at = 0; at < runs.size(); ++at) {
        if (!known.contains(runs[at])) continue;
        const std::size_t from = std::max(at, covered);
        covered = at + in_a_row;
        shared.common += covered - from;
    }
    return shared;
}

bool is_from(const Shared& shared) {
    constexpr std::size_t common_min = 8;
    return shared.common >= common_min && shared.common * 3 >= shared.words;
}

std::vector<std::string> runs_in(std::string_view markdown, std::size_t length) {
    return runs_of(words_in(markdown), length);
}

}  // namespace extracts
