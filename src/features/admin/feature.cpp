#include "features/admin/feature.h"

#include "features/admin/admin.h"
#include "features/admin/facts.h"
#include "features/admin/pages.h"
#include "platform/web/call.h"

namespace admin {

kit::Feature feature() {
    using Section = web::MenuEntry::Section;
    return {
        .name = "admin",
        .routes = &routes,
        .forget = [](const record::Floor&, identity::PersonId) {},
        .merge = kit::nothing_to_merge,
        .hold = [](const record::Floor&) { return std::vector<identity::Holding>{}; },
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .retains = {{.name = "admin.backups",
                     .what = "Copies of the whole database",
                     .from = "Until newer ones take their place; the newest stay, as many as those "
                             "who run the community have set",
                     .why = "So that nothing is lost when a machine breaks. What was deleted is in "
                            "them for that long."}},
        .about_persons = {AdministratorAppointed::kind},
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
