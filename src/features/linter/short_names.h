#pragma once
// What NHS bodies and their hospitals are called for short, from common use; which of these names
// need more than themselves to be told from a word, a person or a place.

#include <cstdint>
#include <span>
#include <string_view>

namespace linter {

// What must stand beside a name before it counts.
enum class Need : std::uint8_t {
    nothing,  // UCLH
    area,     // East Kent, Wye Valley; not "in East Kent"
    article,  // the Christie, at Christie, Christie NHS Trust
    place,    // at Leeds, Leeds Teaching Hospitals; not "in Leeds"
};

struct ShortName {
    std::string_view name;
    std::string_view organisation;
    Need need = Need::nothing;
};

// Codes of the Organisation Data Service: trusts, integrated care boards, health boards; with
// spaces between.
std::string_view known_codes();

std::span<const ShortName> english_short_names();
std::span<const ShortName> hospital_short_names();
std::span<const ShortName> national_short_names();  // Scotland, Wales, Northern Ireland, the centre

}  // namespace linter
