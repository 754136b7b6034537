#include "features/admin/admin.h"

#include "features/admin/facts.h"
#include "features/admin/store.h"
#include "features/membership/membership.h"
#include "platform/base/text.h"
#include "platform/exit/gate.h"
#include "platform/identity/identity.h"
#include "platform/mail/mime.h"
#include "platform/record/store.h"

namespace admin {

namespace {

bool is_zone(const std::string& name) {
    try {
        base::Zone zone(name);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

}  // namespace

web::Community Administration::community() const { return web::community(floor_.tx); }

base::Result<bool> Administration::set_up(const SetUpDraft& draft) {
    if (!floor_.actor.may(administer)) return base::refuse("Only administrators may do this.");
    if (!is_zone(draft.zone)) {
        return base::refuse("Time zone must be like Europe/London", "zone");
    }
    if (identity::may_be_email(draft.mail_from) || !mail::is_address(draft.mail_from)) {
        return base::refuse("Email address must be like name@example.org", "mail_from");
    }
    const bool is_first_time = !community().is_set_up;
    web::keep_community(floor_.tx, {draft.name, draft.zone, draft.mail_from, true});
    if (is_first_time) {
        networks::Networks networks(floor_);
        const auto network = networks.found({.slug = base::slug(draft.network),
                                             .name = draft.network,
                                             .short_name = draft.network,
                                             .purpose = "The first network of " + draft.name + ".",
                                             .glyph = "ccio"});
        if (!network) return std::unexpected(network.error());
        (void)networks.open_area(*network,
                                 {"general", "General", "Whatever has no area of its own."});
        // Whoever sets the community up is its first member; there is nobody else to decide.
        const auto worker = identity::Actor::worker("set-up");
        (void)membership::Roll(record::Floor{floor_.tx, worker, floor_.now})
            .enrol(floor_.actor.id(), *network, membership::Category::full);
    }
    floor_.record().add(CommunitySetUp{draft.name});
    const auto passed = leaving::Gate().pass(
        {.exit = leaving::Exit::mail,
         .from = {"admin.set_up", 0, 0},
         .audience = {},
         .subject_line = "Mail from " + draft.name + " works",
         .summary = "You set up " + draft.name + ". This letter shows that its mail arrives."});
    if (passed) {
        mail::queue_letter(floor_, {.to = floor_.actor.id(),
                                    .sheet = {.news = *passed,
                                              .community = draft.name,
                                              .footer = {.why = "You get this once, because you "
                                                                "set the community up."}}});
    }
    return true;
}

base::Result<identity::PersonId> Administration::appoint_first(std::string_view email) {
    if (identity::store::count_persons(floor_.tx) > 0) {
        return base::refuse("This community has members already. Sign in as an administrator.");
    }
    if (auto refusal = identity::may_be_email(email)) return std::unexpected(*refusal);
    const auto person = identity::store::add_person(
        floor_.tx, {.name = "Administrator",
                    .handle = "administrator",
                    .role_line = "Administrator",
                    .email = std::string(email),
                    .joined = floor_.now});
    identity::store::give_role(floor_.tx, person, "administrator", {});
    floor_.record().add(AdministratorAppointed{person});
    return person;
}

void Administration::note_backup(const Backup& backup) { store::add_backup(floor_.tx, backup); }

std::optional<Backup> Administration::last_backup() const {
    return store::find_last_backup(floor_.tx);
}

std::optional<Backup> Administration::last_good_backup() const {
    return store::find_last_good_backup(floor_.tx);
}

bool Administration::is_backup_overdue() const {
    const auto last = last_good_backup();
    return !last || floor_.now - last->at > backup_age_max;
}

Counts Administration::counts() const {
    return {identity::store::count_persons(floor_.tx), jobs::counters(floor_.tx, floor_.now),
            mail::counters(floor_.tx), record::store::count_set_aside(floor_.tx)};
}

}  // namespace admin
