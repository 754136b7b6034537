#include "platform/identity/holding.h"

namespace identity {

std::string cell(std::string_view text) {
    return std::string(text);
}

std::string cell(bool is_so) {
    return is_so ? "yes" : "no";
}

std::string cell(base::Instant at) {
    return base::iso_utc(at);
}

std::string cell(base::Day day) {
    return base::iso_day(day);
}

}  // namespace identity
