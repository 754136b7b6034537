#include "platform/base/trouble.h"

#include "platform/base/text.h"

#include <string_view>

namespace base {

namespace {

constexpr std::size_t characters_max = 300;

}  // namespace

std::string trouble_line(const std::exception& trouble) {
    const std::string_view what = trouble.what();
    if (what.empty()) return "It failed without a word.";
    if (!is_utf8(what)) return "It failed, and what it said cannot be read.";
    return excerpt(one_line(what), characters_max);
}

}  // namespace base
