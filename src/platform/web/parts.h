#pragma once
// Parts that pages of several features share.

#include "platform/base/time.h"
#include "platform/html/html.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

html::Html when(base::Instant at, base::Instant now, const base::Zone& zone);      // calendar
html::Html how_long(base::Instant at, base::Instant now, const base::Zone& zone);  // relative
html::Html separator();  // the dot between two facts of one line
html::Html crumbs(const std::vector<std::pair<std::string, std::string>>& steps);  // label, path
// What stands where a list has nothing: what that means, and the way on (a link or a button).
html::Html empty_state(std::string_view title, std::string_view sentence, const html::Html& way_on);

// Only within this site; anything else leads home. Browsers drop tabs and line ends from addresses,
// and read '\' as '/'.
std::string safe_next(std::string_view next);

}  // namespace web
