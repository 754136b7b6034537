#include "features/account/feature.h"

#include "features/account/facts.h"
#include "features/account/letters.h"
#include "features/account/pages.h"
#include "features/account/store.h"
#include "platform/identity/store.h"
#include "platform/kit/today.h"
#include "platform/mail/outbox.h"

namespace account {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    store::forget(floor.tx, person);
    mail::forget(floor.tx, person);
    identity::store::anonymise(floor.tx, person);
}

std::vector<kit::TodayPart> today_parts(web::Call& call) {
    if (!call.actor().is_office_closed()) return {};
    return {kit::waiting_item({"Your office is closed until you sign in with two factors",
                               "A passkey does it, or a code from an app", "i-lock",
                               "/sign-in/confirmation", "Open it"})};
}

void tell_owner(const record::Floor& floor, const record::StoredFact& fact) {
    if (fact.kind != WayChanged::kind) return;
    Letters(floor).send_way_changed(identity::PersonId{fact.subject}, fact.details.text("what"));
}

}  // namespace

kit::Feature feature(std::shared_ptr<const Whole> whole,
                     const EntrancePtr& entrance) {  // shared: filled when all are known
    using Section = web::MenuEntry::Section;
    return {
        .name = "account",
        .routes =
            [whole, entrance](web::Routes& site) {
                sign_in_routes(site, entrance);
                second_step_routes(site, entrance);
                provider_routes(site, entrance);
                settings_routes(site);
                ways_routes(site, entrance);
                authenticator_routes(site, entrance);
                erasure_routes(site, whole);
            },
        .forget = &forget,
        .check = &identity::store::broken_member_counts,
        .keeps = {"The record of what was done stays, without your name: who looks into what "
                  "happened finds “Former member”. Copies of the database made before are kept "
                  "until they are rotated away."},
        .listeners = {{"account.mail", &tell_owner}},
        .menu =
            [](web::Call& call) {
                std::vector<web::MenuEntry> entries = {
                    {Section::foot, "Settings", "/settings", "i-cog"}};
                if (call.actor().is_office_closed()) {
                    entries.insert(entries.begin(), {Section::foot, "Open your office",
                                                     "/sign-in/confirmation", "i-lock"});
                }
                return entries;
            },
        .today = &today_parts,
    };
}

}  // namespace account
