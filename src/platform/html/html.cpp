#include "platform/html/html.h"

#include <array>
#include <cassert>
#include <charconv>

namespace html {

namespace {

constexpr std::array<std::string_view, 256> replacements() {
    std::array<std::string_view, 256> table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
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

void escape_into(std::string& out, std::string_view text) {
    static constexpr auto table = replacements();
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto replacement = table[static_cast<unsigned char>(text[i])];
        if (replacement.empty()) continue;
        out.append(text, written, i - written);
        out.append(replacement);
        written = i + 1;
    }
    out.append(text, written);
}

Html rendered_before(std::string_view stored) { return Trusted::html(std::string(stored)); }

Attribute href(std::string_view address) {
    return {"href", is_harmless(address) ? address : std::string_view("#")};
}

Attribute action(std::string_view address) {
    return {"action", is_harmless(address) ? address : std::string_view("#")};
}

// Appends pieces to a string whose room was reserved.
struct Writer {
    std::string& out;

    static std::size_t size(std::span<const Part> parts) {
        std::size_t bytes = 0;
        for (const Part& part : parts) bytes += part.name_.size() + part.text_.size() + 20;
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
                case Part::Kind::html: out += part.text_; break;
            }
        }
    }
};

Html element(std::string_view tag, std::span<const Part> parts) {
    std::string out;
    out.reserve(Writer::size(parts) + 2 * tag.size() + 8);
    Writer writer{out};
    out += '<';
    out += tag;
    writer.attributes(parts);
    out += '>';
    writer.content(parts);
    out += "</";
    out += tag;
    out += '>';
    return Trusted::html(std::move(out));
}

Html empty_element(std::string_view tag, std::span<const Part> parts) {
    std::string out;
    out.reserve(Writer::size(parts) + tag.size() + 4);
    out += '<';
    out += tag;
    Writer{out}.attributes(parts);
    out += '>';
    return Trusted::html(std::move(out));
}

Html sequence(std::span<const Part> parts) {
    std::string out;
    out.reserve(Writer::size(parts));
    Writer{out}.content(parts);
    return Trusted::html(std::move(out));
}

}  // namespace html
