#include "platform/html/markdown_writer.h"

#include "platform/html/html.h"
#include "platform/html/markdown.h"
#include "platform/html/markdown_address.h"
#include "platform/html/markdown_entities.h"

#include <algorithm>
#include <charconv>

namespace html {

namespace {

constexpr std::size_t handle_bytes_max = 64;
constexpr std::size_t number_digits_max = 9;

// One number for what may be open: blocks as md4c numbers them, then spans.
constexpr int first_span = 100;

constexpr int of_block(MD_BLOCKTYPE type) {
    return static_cast<int>(type);
}

constexpr int of_span(MD_SPANTYPE type) {
    return first_span + static_cast<int>(type);
}

bool is_span(int kind) {
    return kind >= first_span;
}

std::string_view end_tag(int kind) {
    switch (kind) {
        case of_block(MD_BLOCK_QUOTE): return "</blockquote>";
        case of_block(MD_BLOCK_UL): return "</ul>";
        case of_block(MD_BLOCK_OL): return "</ol>";
        case of_block(MD_BLOCK_LI): return "</li>";
        case of_block(MD_BLOCK_H): return "</h3>";
        case of_block(MD_BLOCK_CODE): return "</code></pre>";
        case of_block(MD_BLOCK_P): return "</p>";
        case of_block(MD_BLOCK_TABLE): return "</table></div>";
        case of_block(MD_BLOCK_THEAD): return "</thead>";
        case of_block(MD_BLOCK_TBODY): return "</tbody>";
        case of_block(MD_BLOCK_TR): return "</tr>";
        case of_block(MD_BLOCK_TH): return "</th>";
        case of_block(MD_BLOCK_TD): return "</td>";
        case of_span(MD_SPAN_EM): return "</em>";
        case of_span(MD_SPAN_STRONG): return "</strong>";
        case of_span(MD_SPAN_DEL): return "</del>";
        case of_span(MD_SPAN_CODE): return "</code>";
        case of_span(MD_SPAN_A):
        case of_span(MD_SPAN_IMG): return "</a>";
        default: return "";
    }
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_handle_letter(char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-';
}

bool is_word_letter(char c) {
    return is_handle_letter(c) || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// "#12", the way a quote says what it is of.
bool is_number(std::string_view text) {
    return text.size() > 1 && text.size() <= number_digits_max + 1 && text[0] == '#' &&
           text[1] != '0' && std::ranges::all_of(text.substr(1), is_digit);
}

// The handle that `text` begins with; empty where the word is none: "@Meera", "@meera.org", "@a@b".
std::string_view handle_at(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, is_word_letter);
    const auto size = static_cast<std::size_t>(end - text.begin());
    std::string_view word = text.substr(0, size);
    const std::string_view rest = text.substr(size);
    if (rest.starts_with('@')) return {};
    if (rest.size() > 1 && rest[0] == '.' && is_word_letter(rest[1])) return {};
    if (!std::ranges::all_of(word, is_handle_letter)) return {};
    while (word.ends_with('-')) word.remove_suffix(1);
    return word.size() <= handle_bytes_max ? word : std::string_view();
}

// An address with its entities decoded, as a browser would read it.
void decode_into(std::string& text, const MD_ATTRIBUTE& attribute) {
    text.clear();
    for (unsigned n = 0; attribute.substr_offsets[n] < attribute.size; ++n) {
        const auto begin = attribute.substr_offsets[n];
        const std::string_view part(attribute.text + begin,
                                    attribute.substr_offsets[n + 1] - begin);
        switch (attribute.substr_types[n]) {
            case MD_TEXT_ENTITY: append_decoded(text, part); break;
            case MD_TEXT_NULLCHAR: text += "\uFFFD"; break;
            default: text += part; break;
        }
    }
}

}  // namespace

MarkdownWriter::MarkdownWriter(std::size_t html_bytes_max, std::string_view numbered)
    : html_bytes_max_(html_bytes_max), numbered_(numbered) {
    html_.reserve(html_bytes_max / 8);
    text_.reserve(html_bytes_max / 12);
    opened_.reserve(32);
}

void MarkdownWriter::enter_block(MD_BLOCKTYPE type, const void* detail) {
    while (!opened_.empty() && is_span(opened_.back().kind)) close_last();
    if (takes_opening(type)) return;
    const int kind = of_block(type);
    switch (type) {
        case MD_BLOCK_QUOTE:
            open_nested(type, "<blockquote>");
            opening_ = Opening::quote;
            return;
        case MD_BLOCK_UL: return open_nested(type, "<ul>");
        case MD_BLOCK_OL: {
            const unsigned start = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start;
            if (start == 1) return open_nested(type, "<ol>");
            return open_nested(type, "<ol start=\"" + std::to_string(start) + "\">");
        }
        case MD_BLOCK_LI: return open_item(*static_cast<const MD_BLOCK_LI_DETAIL*>(detail));
        case MD_BLOCK_HR: return open(kind, "<hr>");
        case MD_BLOCK_H: return open_heading(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        case MD_BLOCK_CODE: return open(kind, "<pre tabindex=\"0\"><code>");
        case MD_BLOCK_P: return open(kind, "<p dir=\"auto\">");
        case MD_BLOCK_TABLE:
            return open(kind, "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\""
                              " aria-label=\"Table\"><table>");
        case MD_BLOCK_THEAD: return open(kind, "<thead>");
        case MD_BLOCK_TBODY: return open(kind, "<tbody>");
        case MD_BLOCK_TR: return open(kind, "<tr>");
        case MD_BLOCK_TH: return open_cell(type, "<th scope=\"col\"", detail);
        case MD_BLOCK_TD: return open_cell(type, "<td", detail);
        case MD_BLOCK_DOC:
        case MD_BLOCK_HTML: return skip(kind);  // HTML is never read: MD_FLAG_NOHTML
    }
}

void MarkdownWriter::leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_P && opening_ == Opening::number) cite();
    settle_opening();
    close(of_block(type));
    // The cells of a row are one line of the text.
    if (type != MD_BLOCK_TH && type != MD_BLOCK_TD) end_line();
}

void MarkdownWriter::enter_span(MD_SPANTYPE type, const void* detail) {
    settle_opening();
    switch (type) {
        case MD_SPAN_EM: return open_emphasis(type, "<em>");
        case MD_SPAN_STRONG: return open_emphasis(type, "<strong>");
        case MD_SPAN_DEL: return open_emphasis(type, "<del>");
        case MD_SPAN_CODE: return open(of_span(type), "<code>");
        case MD_SPAN_A: return open_link(type, static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
        case MD_SPAN_IMG:
            return open_link(type, static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src);
        default: return skip(of_span(type));  // is never read: its flag is not set
    }
}

void MarkdownWriter::leave_span(MD_SPANTYPE type) {
    close(of_span(type));
}

void MarkdownWriter::text(MD_TEXTTYPE type, std::string_view text) {
    if (takes_number(type, text)) return;
    switch (type) {
        case MD_TEXT_NORMAL: return links_ == 0 ? words_with_handles(text) : words(text);
        case MD_TEXT_NULLCHAR: return words("\uFFFD");
        case MD_TEXT_BR:
            html_ += "<br>";
            text_ += '\n';
            return;
        case MD_TEXT_SOFTBR: return words("\n");
        case MD_TEXT_ENTITY: {
            std::string character;
            append_decoded(character, text);
            return words(character);
        }
        default: return words(text);
    }
}

// The smallest rank used becomes h3 (h1 and h2 belong to the page), the others keep their distance.
void MarkdownWriter::rank_headings() {
    char least = '6';
    for (const std::size_t at : heading_digits_) least = std::min(least, html_[at]);
    for (const std::size_t at : heading_digits_) {
        html_[at] = std::min('6', static_cast<char>(html_[at] - least + '3'));
    }
}

void MarkdownWriter::open(int kind, std::string_view tag) {
    opened_.push_back({kind, true});
    html_ += tag;
}

void MarkdownWriter::close(int kind) {
    const auto last = std::find_if(opened_.rbegin(), opened_.rend(), [&](const Opened& opened) {
        return opened.kind == kind || (is_span(kind) && !is_span(opened.kind));
    });
    if (last == opened_.rend() || last->kind != kind) return;
    while (opened_.back().kind != kind) close_last();
    close_last();
}

void MarkdownWriter::close_last() {
    const Opened last = opened_.back();
    switch (last.kind) {
        case of_block(MD_BLOCK_QUOTE):
        case of_block(MD_BLOCK_UL):
        case of_block(MD_BLOCK_OL): --nesting_; break;
        case of_span(MD_SPAN_EM):
        case of_span(MD_SPAN_STRONG):
        case of_span(MD_SPAN_DEL): --emphasis_; break;
        case of_span(MD_SPAN_A): close_link(MD_SPAN_A); break;
        case of_span(MD_SPAN_IMG): close_link(MD_SPAN_IMG); break;
        default: break;
    }
    opened_.pop_back();
    if (last.is_shown) html_ += end_tag(last.kind);
    if (last.kind == of_block(MD_BLOCK_H)) close_heading();
}

void MarkdownWriter::open_nested(MD_BLOCKTYPE type, std::string_view tag) {
    end_line();
    if (++nesting_ > nesting_max) return skip(of_block(type));
    open(of_block(type), tag);
}

void MarkdownWriter::open_item(const MD_BLOCK_LI_DETAIL& item) {
    end_line();
    const bool is_done = item.task_mark != ' ';
    const std::string_view mark = is_done ? "[x] " : "[ ] ";
    const int kind = of_block(MD_BLOCK_LI);
    if (nesting_ > nesting_max) {  // its list is flattened
        skip(kind);
        if (!html_.ends_with('>')) html_ += "<br>";
        if (item.is_task) words(mark);
        return;
    }
    if (!item.is_task) return open(kind, "<li dir=\"auto\">");
    open(kind, "<li class=\"task\" dir=\"auto\"><input type=\"checkbox\" disabled");
    html_ += is_done ? " checked aria-label=\"Done\"> " : " aria-label=\"To do\"> ";
    text_ += mark;
}

void MarkdownWriter::open_heading(unsigned rank) {
    heading_digits_.push_back(html_.size() + 2);
    open(of_block(MD_BLOCK_H), "<h3 dir=\"auto\">");
    html_[heading_digits_.back()] = static_cast<char>('0' + rank);
}

void MarkdownWriter::close_heading() {
    heading_digits_.push_back(html_.size() - 2);
    html_[heading_digits_.back()] = html_[heading_digits_.end()[-2]];
}

void MarkdownWriter::open_cell(MD_BLOCKTYPE type, std::string_view tag, const void* detail) {
    if (!text_.empty() && text_.back() != '\n') text_ += ' ';
    open(of_block(type), tag);
    const MD_ALIGN align = static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align;
    if (align == MD_ALIGN_RIGHT) html_ += " class=\"right\"";
    if (align == MD_ALIGN_CENTER) html_ += " class=\"center\"";
    html_ += '>';
}

void MarkdownWriter::open_emphasis(MD_SPANTYPE type, std::string_view tag) {
    if (++emphasis_ > nesting_max) return skip(of_span(type));
    open(of_span(type), tag);
}

// An image is a link to it: nothing loads from elsewhere until the reader asks for it.
void MarkdownWriter::open_link(MD_SPANTYPE type, const MD_ATTRIBUTE& address) {
    const int kind = of_span(type);
    ++links_;
    if (in_anchor_) return skip(kind);  // an image in a link, a link in an image's description
    if (address.size > address_bytes_max) return skip(kind);  // decoding it would cost, too
    decode_into(address_, address);
    const Target target = target_of(address_);
    if (target == Target::refused) return skip(kind);
    percent_encode(address_);
    open(kind, "<a href=\"");
    escape_into(html_, address_);
    html_ += target == Target::outside ? "\" rel=\"nofollow noopener\">" : "\">";
    in_anchor_ = true;
    anchor_text_ = html_.size();
}

void MarkdownWriter::close_link(MD_SPANTYPE type) {
    --links_;
    if (!opened_.back().is_shown) return;
    in_anchor_ = false;
    // A link without words could not be found by those who cannot see it.
    if (html_.size() == anchor_text_) words(type == MD_SPAN_IMG ? "Image" : address_);
}

bool MarkdownWriter::takes_opening(MD_BLOCKTYPE type) {
    if (opening_ == Opening::none) return false;
    const bool is_first_paragraph = opening_ == Opening::quote && type == MD_BLOCK_P;
    opening_ = is_first_paragraph ? Opening::paragraph : Opening::none;
    return is_first_paragraph;
}

bool MarkdownWriter::takes_number(MD_TEXTTYPE type, std::string_view text) {
    if (opening_ == Opening::paragraph && type == MD_TEXT_NORMAL && is_number(text)) {
        opening_ = Opening::number;
        number_ = text;
        return true;
    }
    if (opening_ == Opening::number && (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR)) {
        cite();
        opened_.pop_back();
        open(of_block(MD_BLOCK_P), "<p dir=\"auto\">");  // for what follows in this paragraph
        return true;
    }
    settle_opening();
    return false;
}

void MarkdownWriter::settle_opening() {
    const Opening opening = opening_;
    opening_ = Opening::none;
    if (opening == Opening::none || opening == Opening::quote) return;
    open(of_block(MD_BLOCK_P), "<p dir=\"auto\">");
    if (opening == Opening::number) words(number_);
}

// "No. 12" until its author is asked for. Not part of the text: an author may be withheld later.
void MarkdownWriter::cite() {
    opening_ = Opening::none;
    const std::string_view digits = number_.substr(1);
    NamePlace place;
    std::from_chars(digits.data(), digits.data() + digits.size(), place.number);
    html_.append("<cite><a href=\"#p").append(digits).append("\">");
    place.html_begin = html_.size();
    html_.append(numbered_).append(" ").append(digits);
    place.html_end = html_.size();
    html_ += "</a></cite>";
    place.text_begin = place.text_end = text_.size();
    places_.push_back(place);
    skip(of_block(MD_BLOCK_P));  // the paragraph that held nothing but the number
}

void MarkdownWriter::words(std::string_view text) {
    escape_into(html_, text);
    text_ += text;
}

void MarkdownWriter::words_with_handles(std::string_view text) {
    std::size_t written = 0;
    constexpr std::size_t none = std::string_view::npos;
    for (std::size_t at = text.find('@'); at != none; at = text.find('@', at + 1)) {
        const std::string_view handle = handle_at(text.substr(at + 1));
        if (handle.empty()) continue;
        words(text.substr(written, at - written));
        written = at;
        if (!is_at_word_start()) continue;
        NamePlace place{.handle = handle, .html_begin = html_.size(), .text_begin = text_.size()};
        words(text.substr(at, handle.size() + 1));
        written = at + handle.size() + 1;
        place.html_end = html_.size();
        place.text_end = text_.size();
        places_.push_back(place);
    }
    words(text.substr(written));
}

// After a space, an opening mark or a dash; not in "bob@meera" nor in "example.org/@meera".
bool MarkdownWriter::is_at_word_start() const {
    if (text_.empty()) return true;
    const char last = text_.back();
    if (static_cast<unsigned char>(last) < 0x80) {
        return std::string_view(" \t\n([{\"'<>*~,;:!?=|+").contains(last);
    }
    // U+00A0, and the spaces, dashes and quotation marks from U+2000 to U+203F.
    const std::string_view text = text_;
    return text.ends_with("\u00A0") ||
           (text.size() > 2 && text[text.size() - 3] == '\xE2' && text[text.size() - 2] == '\x80');
}

void MarkdownWriter::end_line() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
}

}  // namespace html
