#include "features/account/feature.h"

#include "features/account/pages.h"
#include "platform/identity/store.h"

namespace account {

namespace {

std::vector<std::string> forget(const record::Floor& floor, identity::PersonId person) {
    identity::store::end_other_sessions(floor.tx, person, {});
    return {};
}

}  // namespace

kit::Feature feature() {
    using Section = web::MenuEntry::Section;
    return {
        .name = "account",
        .routes =
            [](web::Routes& site) {
                sign_in_routes(site);
                settings_routes(site);
            },
        .forget = &forget,
        .check = &identity::store::broken_member_counts,
        .menu =
            [](web::Call&) {
                return std::vector<web::MenuEntry>{
                    {Section::foot, "Settings", "/settings", "i-cog"}};
            },
    };
}

}  // namespace account
