#pragma once
// Turns what md4c reads into HTML and plain text, and notes the places where names belong; who they
// are is asked afterwards, outside the C library. For the Markdown renderer alone.

#include <md4c.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace html {

// A stretch of the HTML, and of the text if it has one, that a name may take the place of.
struct NamePlace {
    std::string_view handle;  // "meera" of "@meera"; empty: the author of `number`
    int number = 0;
    std::size_t html_begin = 0;
    std::size_t html_end = 0;
    std::size_t text_begin = 0;
    std::size_t text_end = 0;
};

// What was opened is kept on a stack, and only what is on it is closed: md4c promises a leave_… for
// each enter_…, but 0.4.8 breaks that for some links in emphasis. The Markdown must outlive this;
// so must `numbered`, the word before the number of a quote.
class MarkdownWriter {
public:
    MarkdownWriter(std::size_t html_bytes_max, std::string_view numbered);

    void enter_block(MD_BLOCKTYPE type, const void* detail);
    void leave_block(MD_BLOCKTYPE type);
    void enter_span(MD_SPANTYPE type, const void* detail);
    void leave_span(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, std::string_view text);
    void rank_headings();  // once all is read

    bool is_too_long() const { return html_.size() > html_bytes_max_; }
    std::string& html() { return html_; }
    std::string& text() { return text_; }
    const std::vector<NamePlace>& places() const { return places_; }

private:
    // How far the beginning of a quote has been read: its first line may be "#12".
    enum class Opening { none, quote, paragraph, number };

    struct Opened {
        int kind;       // of_block or of_span
        bool is_shown;  // false: flattened or refused, so it has no tags
    };

    void open(int kind, std::string_view tag);
    void skip(int kind) { opened_.push_back({kind, false}); }
    void close(int kind);  // and what is still open in it
    void close_last();
    void open_nested(MD_BLOCKTYPE type, std::string_view tag);
    void open_item(const MD_BLOCK_LI_DETAIL& item);
    void open_heading(unsigned rank);
    void open_cell(MD_BLOCKTYPE type, std::string_view tag, const void* detail);
    void open_emphasis(MD_SPANTYPE type, std::string_view tag);
    void open_link(MD_SPANTYPE type, const MD_ATTRIBUTE& address);
    void close_heading();
    void close_link(MD_SPANTYPE type);

    bool takes_opening(MD_BLOCKTYPE type);
    bool takes_number(MD_TEXTTYPE type, std::string_view text);
    void settle_opening();  // the beginning was no number: an ordinary paragraph
    void cite();

    void words(std::string_view text);
    void words_with_handles(std::string_view text);
    bool is_at_word_start() const;
    void end_line();

    std::size_t html_bytes_max_;
    std::string_view numbered_;
    std::string html_;
    std::string text_;
    std::vector<NamePlace> places_;
    std::vector<Opened> opened_;
    std::vector<std::size_t> heading_digits_;  // where in html_, of the opening and closing tags
    Opening opening_ = Opening::none;
    std::string_view number_;        // "#12", held back
    int nesting_ = 0;                // quotes and lists
    int emphasis_ = 0;               // em, strong, del
    int links_ = 0;                  // links and images, shown or not
    bool in_anchor_ = false;         // an <a> is open
    std::size_t anchor_text_ = 0;    // where in html_ its text begins
    std::string address_;            // of the open <a>
};

}  // namespace html
