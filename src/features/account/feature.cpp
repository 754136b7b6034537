#include "features/account/feature.h"

#include "features/account/facts.h"
#include "features/account/pages.h"
#include "platform/identity/store.h"
#include "platform/mail/outbox.h"

namespace account {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    mail::forget(floor.tx, person);
    identity::store::anonymise(floor.tx, person);
}

std::vector<identity::Holding> held(const record::Floor& floor) {
    const auto me = floor.actor.id();
    auto all = identity::store::held(floor.tx, me);
    for (auto& holding : mail::held(floor.tx, me)) all.push_back(std::move(holding));
    return all;
}

std::vector<kit::Retention> retained() {
    return {
        {.name = "account.rows",
         .what = "Your account: name, address, role, password, devices",
         .from = "As long as you have an account",
         .why = "So that you can sign in and be written to."},
        {.name = "account.sessions",
         .what = "Sessions and sign-in links",
         .from = "after they have ended",
         .why = "So that you stay signed in; what has ended is of no use.",
         .kept = base::seconds(0),
         .purge = &identity::store::purge_expired},
        {.name = "account.texts",
         .what = "The text of a letter that could not be sent",
         .from = "after it was made; one with a sign-in link is empty as soon as that ends",
         .why = "So that it can be tried again. What was sent is empty at once.",
         .kept = mail::unsent_kept,
         .purge = &mail::empty_unsent},
        {.name = "account.letters",
         .what = "That a letter was sent to you, without its text",
         .from = "after it was made",
         .why = "So that it can be seen whether mail reaches you.",
         .kept = mail::letters_kept,
         .purge = &mail::purge},
    };
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
        .hold = &held,
        .check = &identity::store::broken_member_counts,
        .keeps = {"The record of what was done stays, without your name: who looks into what "
                  "happened finds “Former member”. Copies of the database made before are kept "
                  "until they are rotated away."},
        .retains = retained(),
        .about_persons = {SignedIn::kind, SessionsEnded::kind, PasswordSet::kind, Erased::kind},
        .menu =
            [](web::Call&) {
                return std::vector<web::MenuEntry>{
                    {Section::foot, "Settings", "/settings", "i-cog"}};
            },
    };
}

}  // namespace account
