#pragma once
// Markdown that members write becomes HTML that is safe to send: CommonMark with tables, task
// lists, strikethrough and bare addresses; no HTML of theirs, no pictures, only harmless links.
// What it costs to read and to send is bounded, whatever is written.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace html {

struct Named {
    std::string handle;
    std::string name;
    std::int64_t person = 0;
};

// What a renderer must ask its surroundings: who "@handle" is, who wrote what "> #12" quotes.
// Either may be missing; each is asked once for a handle or a number, and at most names_max times.
struct MarkdownNames {
    std::function<std::optional<Named>(std::string_view handle)> person;
    std::function<std::optional<std::string>(int number)> author_of;  // a name
    std::string_view numbered = "No.";  // "No. 12" is quoted while nobody says whose it is
};

struct Rendered {
    std::string html;                 // at most output_bytes_max(size of the Markdown)
    std::vector<std::int64_t> named;  // persons, each once, in order of appearance
    std::string text;  // plain words for search and excerpts, without the names of the quoted
};

inline constexpr std::size_t markdown_characters_max = 32'000;
inline constexpr std::size_t names_max = 50;
inline constexpr int nesting_max = 8;  // quotes and lists, emphasis: deeper ones are flattened

constexpr std::size_t output_bytes_max(std::size_t markdown_bytes) {
    return 12 * markdown_bytes + 4'096;
}

// Takes UTF-8. What would grow beyond the bound, or is longer than any text of
// markdown_characters_max, is shown as it was written. The HTML is balanced; its elements are
// p h3 h4 h5 h6 blockquote cite ul ol li input hr pre code div table thead tbody tr th td
// em strong del a br span.
Rendered render_markdown(std::string_view markdown, const MarkdownNames& names = {});

}  // namespace html
