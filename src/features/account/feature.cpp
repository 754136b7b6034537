#include "features/account/feature.h"

#include "features/account/access.h"
#include "features/account/facts.h"
#include "features/account/letters.h"
#include "features/account/pages.h"
#include "features/account/store.h"
#include "platform/base/text.h"
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

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    store::merge(floor.tx, merger);
    mail::merge(floor.tx, merger);
    identity::merge(floor.tx, merger);
    return base::allowed;
}

std::vector<std::string> broken_accounts(sql::Tx& tx) {
    auto broken = identity::store::broken_member_counts(tx);
    for (auto& one : identity::store::broken_mergers(tx)) broken.push_back(std::move(one));
    return broken;
}

std::vector<kit::TodayPart> today_parts(web::Call& call, const Entrance& entrance) {
    std::vector<kit::TodayPart> parts;
    if (call.actor().is_office_closed()) {
        parts.push_back(
            kit::waiting_item({"Your office is closed until you sign in with two factors",
                               "A passkey does it, or a code from an app", "i-lock",
                               "/sign-in/confirmation", "Open it"}));
    }
    if (!call.actor().may(restore_access)) return parts;
    const auto lost = call.open<LostAccess>(entrance.door).open();
    if (lost.empty()) return parts;
    parts.push_back(kit::waiting_item(
        {base::counted(static_cast<long long>(lost.size()), "person has", "people have") +
             " lost a second factor",
         "The oldest: " + lost.front().name, "i-key", "/lost-access", "See who"}));
    return parts;
}

void tell_owner(const record::Floor& floor, const record::StoredFact& fact) {
    std::string what;
    if (fact.kind == WayChanged::kind) what = fact.details.text("what");
    if (fact.kind == AccessStepped::kind) what = fact.details.text("step");
    if (fact.kind == PasswordSet::kind) what = "password_set";
    if (!what.empty()) Letters(floor).send_way_changed(identity::PersonId{fact.subject}, what);
}

std::vector<identity::Holding> held(const record::Floor& floor) {
    const auto me = floor.actor.id();
    auto all = identity::store::held(floor.tx, me);
    for (auto& holding : store::held(floor.tx, me)) all.push_back(std::move(holding));
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
        {.name = "account.ways",
         .what = "Passkeys, apps that show codes, accounts held elsewhere",
         .from = "Until you remove them",
         .why = "So that you can sign in with them."},
        {.name = "account.answers",
         .what = "That a challenge was answered; recovery codes while they are shown",
         .from = "after they have ended",
         .why = "So that no answer counts twice.",
         .kept = base::seconds(0),
         .purge = &purge},
        {.name = "account.lost_words",
         .what = "What you wrote when you had lost your second factor: how to reach you",
         .from = "after you asked, or as soon as it was decided",
         .why = "So that officers can call you.",
         .kept = lost_factor_life,
         .purge = &store::purge_lost_words},
        {.name = "account.access",
         .what = "Which addresses you moved from and to, and that you had lost a second factor",
         .from = "after it was asked for",
         .why = "So that a change that was not yours can be followed.",
         .kept = access_kept,
         .purge = &store::purge_access},
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
                address_routes(site, entrance);
                lost_access_routes(site, entrance);
                merging_routes(site, whole, entrance);
                erasure_routes(site, whole, entrance);
            },
        .forget = &forget,
        .merge = &merge,
        .hold = &held,
        .check = &broken_accounts,
        .keeps = {"The record of what was done stays, without your name: who looks into what "
                  "happened finds “Former member”. Copies of the database made before are kept "
                  "until they are rotated away."},
        .retains = retained(),
        .about_persons = {SignedIn::kind, SessionsEnded::kind, PasswordSet::kind, WayChanged::kind,
                          AddressStepped::kind, AccessStepped::kind, Merged::kind,
                          Erased::kind},
        .grants = {{restore_access, {"administrator", "community_manager"}}},
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
        .today = [entrance](web::Call& call) { return today_parts(call, *entrance); },
    };
}

}  // namespace account
