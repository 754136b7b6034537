#pragma once
// A named right. A feature declares it, says which roles hold it, and asks the actor for it.

#include <string_view>
#include <vector>

namespace identity {

struct Permission {
    std::string_view name;  // "moderate_forum"
    friend bool operator==(const Permission&, const Permission&) = default;
};

// Which roles hold a permission. A role held for one audience (a chair's) holds it there only.
struct Grant {
    Permission permission;
    std::vector<std::string_view> roles;
};

}  // namespace identity
