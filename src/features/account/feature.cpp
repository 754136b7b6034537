#include "features/account/feature.h"

#include "features/account/pages.h"
#include "platform/identity/store.h"
#include "platform/mail/outbox.h"

namespace account {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    mail::forget(floor.tx, person);
    identity::store::anonymise(floor.tx, person);
}

}  // namespace

kit::Feature feature(std::shared_ptr<const Whole> whole) {  // shared: filled when all are known
    using Section = web::MenuEntry::Section;
    return {
        .name = "account",
        .routes =
            [whole](web::Routes& site) {
                sign_in_routes(site);
                settings_routes(site);
                erasure_routes(site, whole);
            },
        .forget = &forget,
        .check = &identity::store::broken_member_counts,
        .keeps = {"The record of what was done stays, without your name: who looks into what "
                  "happened finds “Former member”. Copies of the database made before are kept "
                  "until they are rotated away."},
        .menu =
            [](web::Call&) {
                return std::vector<web::MenuEntry>{
                    {Section::foot, "Settings", "/settings", "i-cog"}};
            },
    };
}

}  // namespace account
