#include "features/extracts/sheet.h"

#include "platform/html/markdown.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace extracts {

namespace {

// Reads the HTML that we made ourselves: balanced, of few elements, each attribute in quotes.
class SheetReader {
public:
    explicit SheetReader(std::string_view html) : html_(html) {}

    std::vector<pdf::Block> read() {
        while (at_ < html_.size()) {
            if (html_[at_] == '<') {
                read_tag();
            } else {
                add(read_text());
            }
        }
        end_block();
        return std::move(blocks_);
    }

private:
    struct Listed {
        bool is_numbered;
        int number;
    };

    void read_tag() {
        const auto end = std::min(html_.find('>', at_), html_.size());
        auto tag = html_.substr(at_ + 1, end - at_ - 1);
        at_ = std::min(end + 1, html_.size());
        const bool is_end = tag.starts_with('/');
        if (is_end) tag.remove_prefix(1);
        const auto name = tag.substr(0, std::min(tag.find(' '), tag.size()));
        is_end ? close(name) : open(name, tag);
    }

    void open(std::string_view name, std::string_view tag) {
        if (name == "br") return add("\n");
        if (name == "input") return add(tag.contains("checked") ? "[x] " : "[ ] ");
        if (name == "td" || name == "th") return add(is_empty() ? "" : " | ");
        if (const unsigned style = style_of(name)) {
            style_ |= style;
            return;
        }
        if (!begins_block(name)) return;
        end_block();
        if (name == "blockquote") ++quotes_;
        if (name == "pre") is_listing_ = true;
        if (name == "ul" || name == "ol") lists_.push_back({name == "ol", first_number(tag)});
        if (name == "li" && !lists_.empty()) {
            auto& list = lists_.back();
            label_ = list.is_numbered ? std::to_string(list.number++) + "." : "•";
        }
        if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
            heading_ = name[1] - '0';
        }
    }

    void close(std::string_view name) {
        if (const unsigned style = style_of(name)) {
            style_ &= ~style;
            return;
        }
        if (!begins_block(name)) return;
        end_block();
        if (name == "blockquote") --quotes_;
        if (name == "pre") is_listing_ = false;
        if ((name == "ul" || name == "ol") && !lists_.empty()) lists_.pop_back();
        if (name.starts_with('h')) heading_ = 0;
    }

    unsigned style_of(std::string_view name) const {
        if (name == "strong") return pdf::strong;
        if (name == "em" || name == "cite") return pdf::emphasised;
        if (name == "del") return pdf::struck;
        return name == "code" && !is_listing_ ? unsigned{pdf::code} : 0U;
    }

    static bool begins_block(std::string_view name) {
        constexpr std::string_view blocks =
            " p h1 h2 h3 h4 h5 h6 blockquote ul ol li hr pre div table thead tbody tr ";
        return blocks.contains(" " + std::string(name) + " ");
    }

    static int first_number(std::string_view tag) {
        constexpr std::string_view start = "start=\"";
        int number = 1;
        const auto at = tag.find(start);
        if (at != tag.npos) {
            const auto from = tag.substr(at + start.size());
            std::from_chars(from.data(), from.data() + from.size(), number);
        }
        return number;
    }

    std::string read_text() {
        const auto end = std::min(html_.find('<', at_), html_.size());
        std::string text;
        while (at_ < end) {
            if (html_[at_] == '&') {
                text += read_entity();
            } else {
                text += html_[at_++];
            }
        }
        return text;
    }

    std::string read_entity() {
        struct Named {
            std::string_view name, text;
        };
        constexpr Named all[] = {
            {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
        for (const Named& one : all) {
            if (!html_.substr(at_).starts_with(one.name)) continue;
            at_ += one.name.size();
            return std::string(one.text);
        }
        ++at_;
        return "&";
    }

    bool is_empty() const { return block_.runs.empty(); }

    void add(std::string text) {
        if (!is_listing_ && is_empty()) text.erase(0, text.find_first_not_of(" \n"));
        if (text.empty()) return;
        if (!is_listing_) std::ranges::replace(text, '\n', ' ');
        block_.runs.push_back({std::move(text), style_});
    }

    void end_block() {
        if (is_empty()) return;
        const bool is_item = !lists_.empty();
        block_.role = heading_ > 0  ? pdf::Role::heading
                      : is_listing_ ? pdf::Role::listing
                      : is_item     ? pdf::Role::item
                      : quotes_ > 0 ? pdf::Role::quotation
                                    : pdf::Role::paragraph;
        // A passage's first heading, which is the third on a page, stands below the title here.
        block_.level = heading_ > 0 ? std::max(heading_ - 1, 2)
                                    : static_cast<int>(lists_.size()) + quotes_;
        block_.label = is_item ? std::exchange(label_, "") : "";
        blocks_.push_back(std::exchange(block_, {}));
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::vector<pdf::Block> blocks_;
    pdf::Block block_;
    std::vector<Listed> lists_;
    std::string label_;
    unsigned style_ = pdf::plain;
    int quotes_ = 0, heading_ = 0;
    bool is_listing_ = false;
};

}  // namespace

std::vector<pdf::Block> blocks_of(std::string_view markdown) {
    const auto rendered = html::render_markdown(markdown);
    return SheetReader(rendered.html).read();
}

}  // namespace extracts
