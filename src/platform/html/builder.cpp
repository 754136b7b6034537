#include "platform/html/builder.h"

#include <charconv>

namespace html {

Builder& Builder::operator<<(Markup markup) {
    out_ += markup.text();
    return *this;
}

Builder& Builder::operator<<(std::string_view text) {
    escape_into(out_, text);
    return *this;
}

Builder& Builder::operator<<(const Html& html) {
    html.append_to(out_);
    return *this;
}

Builder& Builder::add_number(long long number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out_.append(digits.data(), end);
    return *this;
}

Builder& Builder::add(const Sheet& sheet, Cut cut) {
    out_.append(*sheet.text_, cut.begin, cut.end - cut.begin);
    return *this;
}

Sheet Builder::sheet() && {
    Sheet sheet;
    out_.shrink_to_fit();  // it is kept
    sheet.text_ = std::make_shared<const std::string>(std::move(out_));
    return sheet;
}

Html Sheet::whole() const { return text_ ? Trusted::html(text_) : Html(); }

Html Builder::done() && { return Trusted::html(std::move(out_)); }

}  // namespace html
