#include "features/admin/feature.h"

#include "features/admin/admin.h"
#include "features/admin/pages.h"
#include "platform/web/call.h"

namespace admin {

kit::Feature feature() {
    using Section = web::MenuEntry::Section;
    return {
        .name = "admin",
        .routes = &routes,
        .forget = [](const record::Floor&, identity::PersonId) {},
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .grants = {{administer, {"administrator"}}},
        .menu =
            [](web::Call& call) {
                std::vector<web::MenuEntry> entries;
                if (call.actor().may(administer)) {
                    entries.push_back({Section::foot, "Administration", "/admin", "i-filter"});
                }
                return entries;
            },
        .today = &today,
    };
}

}  // namespace admin
