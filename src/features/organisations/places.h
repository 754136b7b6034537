#pragma once
// Names of the places that the trust file knows by codes only: regions of NHS England, integrated
// care boards, nations. Source: NHS England, Organisation Data Service (Open Government Licence 3).

#include <string_view>
#include <vector>

namespace organisations {

struct NamedPlace {
    std::string_view code, name;
};

const std::vector<NamedPlace>& nations();

}  // namespace organisations
