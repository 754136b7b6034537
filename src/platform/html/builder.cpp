#include "platform/html/builder.h"

#include <charconv>
#include <utility>

namespace html {

namespace {

constexpr std::size_t pad_bytes_min = 16 * 1024;
constexpr std::size_t pad_bytes_kept_max = 256 * 1024;  // a larger one goes with its builder

std::string& spare_pad() {
    thread_local std::string pad;
    return pad;
}

}  // namespace

Builder::Builder() : pad_(std::exchange(spare_pad(), {})) {}

Builder::~Builder() {
    if (pad_.size() <= pad_bytes_kept_max) spare_pad() = std::move(pad_);
}

void Builder::grow(std::size_t bytes) {
    pad_.resize(std::max({pad_bytes_min, 2 * pad_.size(), size_ + bytes}));
}

Builder& Builder::operator<<(std::string_view text) {
    for (;;) {
        const std::size_t plain = plain_length(text);
        put(text.substr(0, plain));
        if (plain == text.size()) return *this;
        put(escaped(text[plain]));
        text.remove_prefix(plain + 1);
    }
}

Builder& Builder::operator<<(const Html& html) {
    html.each_stretch([this](std::string_view stretch) { put(stretch); });
    return *this;
}

Builder& Builder::add_number(long long number) {
    constexpr std::size_t digits_max = 24;
    char* const begin = room(digits_max);
    size_ += static_cast<std::size_t>(std::to_chars(begin, begin + digits_max, number).ptr - begin);
    return *this;
}

Builder& Builder::add(const Sheet& sheet, Cut cut) {
    put(std::string_view(*sheet.text_).substr(cut.begin, cut.end - cut.begin));
    return *this;
}

Builder& Builder::add_rendered_before(std::string_view stored) {
    put(stored);
    return *this;
}

Sheet Builder::sheet() && {
    Sheet sheet;
    sheet.text_ = std::make_shared<const std::string>(pad_, 0, size_);
    return sheet;
}

Html Sheet::whole() const { return text_ ? Trusted::html(text_) : Html(); }

Html Builder::done() && { return Trusted::html(pad_.substr(0, size_)); }

}  // namespace html
