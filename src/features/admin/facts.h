#pragma once
// What can happen to a community as a whole.

#include "features/admin/admin.h"

namespace admin {

struct CommunitySetUp {
    static constexpr std::string_view kind = "admin.set_up";
    std::string name;

    std::int64_t subject() const { return 0; }
    record::Details details() const { return {{"name", name}}; }
};

struct AdministratorAppointed {
    static constexpr std::string_view kind = "admin.administrator_appointed";
    identity::PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {}; }
};

}  // namespace admin
