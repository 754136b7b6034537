#pragma once
// Names of the places that the trust file knows by codes only: regions of NHS England, integrated
// care boards, nations. Source: NHS England, Organisation Data Service (Open Government Licence 3).

#include <string>
#include <string_view>
#include <vector>

namespace organisations {

struct NamedPlace {
    std::string_view code, name;
};

// The code itself where nobody has told us a name.
std::string region_name(std::string_view code);
std::string board_name(std::string_view code);
std::string nation_name(std::string_view code);
const std::vector<NamedPlace>& nations();

}  // namespace organisations
