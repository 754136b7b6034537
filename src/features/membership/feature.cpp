#include "features/membership/feature.h"

#include "features/membership/facts.h"
#include "features/membership/holdings.h"
#include "features/membership/listeners.h"
#include "features/membership/merging.h"
#include "features/membership/pages.h"
#include "features/membership/store.h"
#include "platform/base/text.h"
#include "platform/crypto/token.h"

namespace membership {

namespace {

void forget(const record::Floor& floor, identity::PersonId person) {
    // Not to be written to again, should they stand on a roll that is brought later.
    if (const auto row = identity::store::find_person(floor.tx, person)) {
        const std::string folded = base::fold(row->email);
        store::remove_invitations(floor.tx, folded);
        store::note_declined(floor.tx, crypto::digest(folded), floor.now);
    }
    store::forget(floor.tx, person);
}

std::vector<kit::Retention> retained() {
    return {
        {.name = "membership.rows",
         .what = "Memberships, positions, and applications that were admitted",
         .from = "As long as you have an account",
         .why = "The roll says who belongs, as what, and on whose word."},
        {.name = "membership.evidence",
         .what = "Evidence: documents, vouches, pages, words, appeals",
         .from = "after the decision",
         .why = "Only for deciding, and for an appeal.",
         .kept = evidence_kept,
         .purge = &store::purge_evidence},
        {.name = "membership.views",
         .what = "Who looked at what shows a position or an application, and when",
         .from = "after they looked, or as long as we keep what they looked at",
         .why = "So that you can see that only those look who decide.",
         .kept = views_kept,
         .purge = &store::purge_views},
        {.name = "membership.unsuccessful",
         .what = "Applications that came to nothing",
         .from = "after the decision",
         .why = "So that what was decided can be answered for.",
         .kept = unsuccessful_kept,
         .purge = &store::purge_applications},
        {.name = "membership.requests",
         .what = "That somebody asked to join: name and address",
         .from = "after the link in the letter has ended",
         .why = "So that nobody is sent letters without end.",
         .kept = requests_kept,
         .purge = &store::purge_requests},
        {.name = "membership.invitations",
         .what = "Who stood on a roll that was brought here, and was invited",
         .from = "after the letter",
         .why = "So that they can come in. Of who declines, a mark of the address stays.",
         .kept = invitation_life,
         .purge = &store::purge_invitations},
    };
}

}  // namespace

kit::Feature feature(const organisations::DirectoryPtr& directory, const Mailing& mailing) {
    return {
        .name = "membership",
        .routes =
            [directory, mailing](web::Routes& site) {
                joining_routes(site, mailing);
                invitation_routes(site);
                deciding_routes(site);
                document_routes(site, mailing);
                applying_routes(site, directory);
                sponsor_routes(site);  // before {membership}, who it would be else
                roll_routes(site);
                position_routes(site, directory);
            },
        .forget = &forget,
        .merge = &merge,
        .hold = &held,
        .check = &store::broken_memberships,
        .keeps = {"That somebody was admitted or refused, and by whom, stays in the record as a "
                  "number: without it nobody could answer for the roll."},
        .retains = retained(),
        .about_persons = {PositionOver::kind, Merged::kind, Confirmed::kind, AccountBegun::kind},
        .grants = {{verify_positions,
                    {"administrator", "community_manager", "chair", "vice_chair"}}},
        .listeners = listeners(mailing),
        .menu = &menu,
        .today = &today_parts,
    };
}

}  // namespace membership
