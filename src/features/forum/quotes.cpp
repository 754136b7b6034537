#include "features/forum/quotes.h"

#include "features/forum/forum.h"
#include "platform/base/text.h"

#include <charconv>

namespace forum {

std::vector<std::int64_t> quoted_in(std::string_view body) {
    std::vector<std::int64_t> numbers;
    while (!body.empty()) {
        const auto end = std::min(body.find('\n'), body.size());
        auto line = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        const auto mark = line.find_first_not_of("> \t");
        const bool is_quote = mark != line.npos && line.substr(0, mark).contains('>');
        if (!is_quote || line[mark] != '#') continue;
        std::int64_t number = 0;
        line.remove_prefix(mark + 1);
        std::from_chars(line.data(), line.data() + line.size(), number);
        if (number > 0) numbers.push_back(number);
    }
    return numbers;
}

base::Verdict may_be_body(std::string_view body) {
    if (body.empty()) return base::Refusal{"Write something first.", "body"};
    const auto length = base::length(body);
    if (length <= body_characters_max) return base::allowed;
    return base::Refusal{
        "A post can be " + base::grouped(body_characters_max) + " characters long; this has " +
            base::grouped(static_cast<long long>(length)) + ". Split it into several posts.",
        "body"};
}

}  // namespace forum
