// Any bytes as a text, as a roll and as a list of organisations: findings lie within the text, in
// order, and say why.

#include "features/linter/linter.h"

#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(std::string_view text, const std::vector<linter::Finding>& findings) {
    std::size_t last = 0;
    for (const linter::Finding& one : findings) {
        require(one.from < one.to && one.to <= text.size() && last <= one.from);
        require(one.text == text.substr(one.from, one.to - one.from));
        require(!one.reason.empty());
        last = one.from;
    }
}

const linter::Linter& known() {
    static const linter::Linter made(
        {{"Hope Price", "Ashcombe Hospital NHS Trust", "XA1", "CCIO", "London"}}, {});
    return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    check(text, known().findings(text));
    constexpr std::uint8_t one_in = 64;  // a linter of its own takes long to make
    if (size == 0 || bytes[0] % one_in != 0) return 0;
    const auto roll = linter::read_roll(text);
    const auto organisations = linter::read_organisations(text);
    if (!roll || !organisations) return 0;
    check(text, linter::Linter(roll->rows, organisations->rows).findings(text));
    return 0;
}
