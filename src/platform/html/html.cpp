#include "platform/html/html.h"

#include <array>
#include <cassert>
#include <charconv>

namespace html {

namespace {

constexpr std::array<bool, 256> special_characters() {
    std::array<bool, 256> table{};
    for (const char special : {'&', '<', '>', '"', '\''}) {
        table[static_cast<unsigned char>(special)] = true;
    }
    return table;
}

bool is_harmless(std::string_view address) {
    if (address.empty()) return false;
    // Browsers read "//", "/\\" and addresses with tabs or line ends in them as other hosts.
    if (address.starts_with("//") || address.starts_with("/\\")) return false;
    for (const char c : address) {
        if (static_cast<unsigned char>(c) < 0x20) return false;
    }
    constexpr std::string_view beginnings[] = {"/", "#", "?", "https://", "http://", "mailto:"};
    for (const auto beginning : beginnings) {
        if (address.starts_with(beginning)) return true;
    }
    return false;
}

void write_number(std::string& out, long long number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

}  // namespace

std::size_t plain_length(std::string_view text) {
    static constexpr auto is_special = special_characters();
    std::size_t length = 0;
    while (length < text.size() && !is_special[static_cast<unsigned char>(text[length])]) ++length;
    return length;
}

std::string_view escaped(char character) {
    switch (character) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        default: assert(character == '\''); return "&#39;";
    }
}

void escape_into(std::string& out, std::string_view text) {
    for (;;) {
        const std::size_t plain = plain_length(text);
        out.append(text, 0, plain);
        if (plain == text.size()) return;
        out.append(escaped(text[plain]));
        text.remove_prefix(plain + 1);
    }
}

Html rendered_before(std::string_view stored) { return Trusted::html(std::string(stored)); }

Attribute href(std::string_view address) {
    return {"href", is_harmless(address) ? address : std::string_view("#")};
}

Attribute action(std::string_view address) {
    return {"action", is_harmless(address) ? address : std::string_view("#")};
}

Attribute formaction(std::string_view address) {
    return {"formaction", is_harmless(address) ? address : std::string_view("#")};
}

void Html::share_if_large() {
    if (text_.size() < share_bytes_min || !shared_.empty()) return;
    shared_.push_back({0, std::make_shared<const std::string>(std::move(text_))});
    text_ = std::string();
}

std::size_t Html::size() const {
    std::size_t bytes = text_.size();
    for (const Shared& stretch : shared_) bytes += stretch.text->size();
    return bytes;
}

void Html::append_to(std::string& out) const {
    each_stretch([&out](std::string_view stretch) { out += stretch; });
}

std::string Html::text() const {
    std::string out;
    out.reserve(size());
    append_to(out);
    return out;
}

std::string Html::take() && { return shared_.empty() ? std::move(text_) : text(); }

Html& Html::add(const Html& more) {
    for (const Shared& stretch : more.shared_) {
        shared_.push_back({text_.size() + stretch.at, stretch.text});
    }
    text_ += more.text_;
    return *this;
}

// Appends pieces to a growing Html, whose room was reserved.
struct Writer {
    Html made;
    std::string& out = made.text_;

    Html finish() && {
        made.share_if_large();
        return std::move(made);
    }

    static std::size_t size(std::span<const Part> parts) {
        std::size_t bytes = 0;
        for (const Part& part : parts) {
            bytes += part.name_.size() + part.text_.size() + 20;
            if (part.html_ != nullptr) bytes += part.html_->text_.size();
        }
        return bytes;
    }

    void attributes(std::span<const Part> parts) {
        for (const Part& part : parts) {
            if (part.kind_ != Part::Kind::attribute || !part.present_) continue;
            out += ' ';
            out += part.name_;
            if (part.text_.data() == nullptr) continue;  // a bare attribute
            out += "=\"";
            escape_into(out, part.text_);
            out += '"';
        }
    }

    void content(std::span<const Part> parts) {
        for (const Part& part : parts) {
            switch (part.kind_) {
                case Part::Kind::attribute: break;
                case Part::Kind::text: escape_into(out, part.text_); break;
                case Part::Kind::number: write_number(out, part.number_); break;
                case Part::Kind::html: made.add(*part.html_); break;
            }
        }
    }
};

Html element(std::string_view tag, std::span<const Part> parts) {
    Writer writer;
    writer.out.reserve(Writer::size(parts) + 2 * tag.size() + 8);
    writer.out += '<';
    writer.out += tag;
    writer.attributes(parts);
    writer.out += '>';
    writer.content(parts);
    writer.out += "</";
    writer.out += tag;
    writer.out += '>';
    return std::move(writer).finish();
}

Html empty_element(std::string_view tag, std::span<const Part> parts) {
    Writer writer;
    writer.out.reserve(Writer::size(parts) + tag.size() + 4);
    writer.out += '<';
    writer.out += tag;
    writer.attributes(parts);
    writer.out += '>';
    return std::move(writer).finish();
}

Html sequence(std::span<const Part> parts) {
    Writer writer;
    writer.out.reserve(Writer::size(parts));
    writer.content(parts);
    return std::move(writer).finish();
}

}  // namespace html
