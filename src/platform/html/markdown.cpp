#include "platform/html/markdown.h"

#include "platform/html/html.h"
#include "platform/html/markdown_cost.h"
#include "platform/html/markdown_writer.h"

#include <md4c.h>

#include <algorithm>
#include <array>

namespace html {

namespace {

constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH |
                             MD_FLAG_NOHTML;

// The longest UTF-8 of markdown_characters_max code points.
constexpr std::size_t markdown_bytes_max = 4 * markdown_characters_max;

// md4c is C: its callbacks hand on to the writer, and stop it (1) when the HTML grows too long.
// Nothing here throws but for want of memory.
MarkdownWriter& writer(void* context) {
    return *static_cast<MarkdownWriter*>(context);
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* context) {
    writer(context).enter_block(type, detail);
    return writer(context).is_too_long() ? 1 : 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* context) {
    writer(context).leave_block(type);
    return 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* context) {
    writer(context).enter_span(type, detail);
    return writer(context).is_too_long() ? 1 : 0;
}

int leave_span(MD_SPANTYPE type, void*, void* context) {
    writer(context).leave_span(type);
    return 0;
}

int text(MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* context) {
    writer(context).text(type, {characters, size});
    return writer(context).is_too_long() ? 1 : 0;
}

// How many bytes of a control character begin at `at`: 0, 1, or 2 (U+0080 to U+009F).
std::size_t control_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0x7F) return 1;
    if (byte < 0x20) return byte != '\n' && byte != '\t' && byte != '\r' ? 1 : 0;
    if (byte != 0xC2 || at + 1 == text.size()) return 0;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    return next >= 0x80 && next < 0xA0 ? 2 : 0;
}

// The bytes that a control character may begin with; nearly no text has one.
constexpr std::array<bool, 256> suspect = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) {
        table[byte] = byte != '\n' && byte != '\t' && byte != '\r';
    }
    table[0x7F] = table[0xC2] = true;
    return table;
}();

bool has_controls(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (suspect[static_cast<unsigned char>(text[at])] && control_at(text, at) != 0) return true;
    }
    return false;
}

// HTML has no place for control characters; nor have they anything to say.
std::string without_controls(std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = control_at(text, at);
        if (bytes == 0) {
            clean += text[at++];
            continue;
        }
        clean += text[at] == '\f' || text[at] == '\v' ? " " : "\uFFFD";
        at += bytes;
    }
    return clean;
}

bool write(std::string_view markdown, MarkdownWriter& out) {
    const bool reads_addresses = bare_addresses(markdown) <= bare_addresses_max;
    const unsigned flags =
        dialect | (reads_addresses ? unsigned{MD_FLAG_PERMISSIVEAUTOLINKS} : 0U);
    const MD_PARSER parser = {.abi_version = 0, .flags = flags,
                              .enter_block = enter_block, .leave_block = leave_block,
                              .enter_span = enter_span, .leave_span = leave_span, .text = text,
                              .debug_log = nullptr, .syntax = nullptr};
    const auto size = static_cast<MD_SIZE>(markdown.size());
    if (md_parse(markdown.data(), size, &parser, &out) != 0 || out.is_too_long()) return false;
    out.rank_headings();
    return true;
}

// The Markdown itself, for readers: what no writer means to be read as more.
Rendered as_written(std::string_view markdown) {
    Rendered rendered;
    rendered.text = markdown;
    rendered.html = "<p dir=\"auto\">";
    for (std::size_t at = 0; at <= markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        if (at > 0) rendered.html += "<br>";
        escape_into(rendered.html, markdown.substr(at, end - at));
        at = end + 1;
    }
    rendered.html += "</p>";
    return rendered;
}

// Asks each name once.
class Names {
public:
    explicit Names(const MarkdownNames& names) : names_(names) {}

    const Named* person(std::string_view handle) {
        const auto known = std::ranges::find(people_, handle, &Person::handle);
        if (known != people_.end()) return known->named ? &*known->named : nullptr;
        if (!names_.person || people_.size() == names_max) return nullptr;
        const auto& asked = people_.emplace_back(handle, names_.person(handle));
        return asked.named ? &*asked.named : nullptr;
    }

    const std::string* author_of(int number) {
        const auto known = std::ranges::find(authors_, number, &Author::number);
        if (known != authors_.end()) return known->name ? &*known->name : nullptr;
        if (!names_.author_of || authors_.size() == names_max) return nullptr;
        const auto& asked = authors_.emplace_back(number, names_.author_of(number));
        return asked.name ? &*asked.name : nullptr;
    }

private:
    struct Person {
        std::string_view handle;
        std::optional<Named> named;
    };
    struct Author {
        int number;
        std::optional<std::string> name;
    };

    const MarkdownNames& names_;
    std::vector<Person> people_;
    std::vector<Author> authors_;
};

// What stands at a place once it is known who is meant.
struct Filling {
    std::string html;
    std::string text;
};

std::optional<Filling> filling(const NamePlace& place, Names& names, Rendered& rendered) {
    Filling filled;
    if (place.handle.empty()) {
        const std::string* author = names.author_of(place.number);
        if (author == nullptr) return std::nullopt;
        escape_into(filled.html, *author);
        filled.html += " wrote";
        return filled;
    }
    const Named* person = names.person(place.handle);
    if (person == nullptr) return std::nullopt;
    filled.text = "@" + person->name;
    filled.html = "<span class=\"mention\">";
    escape_into(filled.html, filled.text);
    filled.html += "</span>";
    if (std::ranges::find(rendered.named, person->person) == rendered.named.end()) {
        rendered.named.push_back(person->person);
    }
    return filled;
}

// The writer's HTML and text with names in their places, as far as the bound leaves room for them.
Rendered with_names(MarkdownWriter& out, const MarkdownNames& asked, std::size_t bytes_max) {
    Rendered rendered;
    rendered.html.reserve(out.html().size() + 64 * out.places().size());
    rendered.text.reserve(out.text().size() + 32 * out.places().size());
    Names names(asked);
    std::size_t size = out.html().size();
    std::size_t html_at = 0;
    std::size_t text_at = 0;
    for (const NamePlace& place : out.places()) {
        const auto filled = filling(place, names, rendered);
        if (!filled) continue;
        size += filled->html.size();
        if (size > bytes_max) continue;
        rendered.html.append(out.html(), html_at, place.html_begin - html_at);
        rendered.html += filled->html;
        rendered.text.append(out.text(), text_at, place.text_begin - text_at);
        rendered.text += filled->text;
        html_at = place.html_end;
        text_at = place.text_end;
    }
    rendered.html.append(out.html(), html_at);
    rendered.text.append(out.text(), text_at);
    return rendered;
}

}  // namespace

Rendered render_markdown(std::string_view markdown, const MarkdownNames& names) {
    const std::size_t bytes_max = output_bytes_max(markdown.size());
    // A copy, since md4c 0.4.8 looks at the character behind a text that ends within a link.
    std::string text = has_controls(markdown) ? without_controls(markdown) : std::string(markdown);
    if (text.size() > markdown_bytes_max || is_too_costly(text)) return as_written(text);
    text += '\n';
    MarkdownWriter out(bytes_max, names.numbered);
    if (!write(text, out)) {
        text.pop_back();
        return as_written(text);
    }
    Rendered rendered;
    if (!out.places().empty() && (names.person || names.author_of)) {
        rendered = with_names(out, names, bytes_max);
    } else {
        rendered.html = std::move(out.html());
        rendered.text = std::move(out.text());
    }
    while (rendered.text.ends_with('\n')) rendered.text.pop_back();
    return rendered;
}

}  // namespace html
