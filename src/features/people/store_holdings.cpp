#include "features/people/store.h"

namespace people::store {

namespace {

using identity::Holding;
using identity::with_rows_of;
using sql::Query;

struct ListingHeld {
    std::string organisation, region;
};
const Query<ListingHeld(PersonId, int)> listing_held{"listing_held", R"(
    SELECT organisation, region
      FROM listings
     WHERE person_id = $1
     LIMIT $2)"};

std::string seen_by(const std::string& part) {
    return "CASE see_" + part + " WHEN 1 THEN 'me' WHEN 2 THEN 'my networks' ELSE 'members' END";
}

struct ProfileHeld {
    std::string about;
    bool mentors = false, receives = false;
    std::string name, work, networks, about_seen, interests, systems;
};
const Query<ProfileHeld(PersonId, int)> profile_held{
    "profile_held", "SELECT about, mentors, receives, " + seen_by("name") + ", " + seen_by("work") +
                        ", " + seen_by("networks") + ", " + seen_by("about") + ", " +
                        seen_by("interests") + ", " + seen_by("systems") + R"(
      FROM profiles
     WHERE person_id = $1
     LIMIT $2)"};

struct TagHeld {
    std::string kind, tag;
};
const Query<TagHeld(PersonId, int)> tags_held{"profile_tags_held", R"(
    SELECT CASE kind WHEN 1 THEN 'interest' ELSE 'system' END, tag
      FROM profile_tags
     WHERE person_id = $1
     ORDER BY kind, folded
     LIMIT $2)"};

struct IntroductionHeld {
    base::Instant asked;
    std::string who, words;
    std::optional<base::Instant> answered;
    std::string answer;
};
const Query<IntroductionHeld(PersonId, int)> introductions_held{"introductions_held", R"(
    SELECT asked_at, CASE WHEN asker_id = $1 THEN 'you' ELSE 'another member' END,
           CASE WHEN asker_id = $1 THEN words ELSE '' END, answered_at,
           CASE WHEN answered_at IS NULL THEN '' WHEN is_yes = 1 THEN 'yes' ELSE 'no' END
      FROM introductions
     WHERE asker_id = $1 OR asked_id = $1
     ORDER BY asked_at, id
     LIMIT $2)"};

}  // namespace

// Left out, because it is others': with whom an introduction was, their address, and what they
// wrote when they asked. The page of introductions shows it for as long as they have an account.
std::vector<Holding> held(sql::Tx& tx, PersonId person) {
    return {
        with_rows_of(tx,
                     {.name = "listing",
                      .title = "Your line in the directory of people",
                      .why = "So that members find you.",
                      .tables = {"listings"},
                      .columns = {"Organisation", "Region"}},
                     listing_held, person),
        with_rows_of(
            tx,
            {.name = "profile",
             .title = "What you say of yourself",
             .why = "So that those see it whom you chose.",
             .tables = {"profiles"},
             .columns = {"About", "Mentors", "Receives visits", "Who sees the name",
                         "Who sees the work", "Who sees the networks", "Who sees the words",
                         "Who sees the interests", "Who sees the systems"}},
            profile_held, person),
        with_rows_of(tx,
                     {.name = "profile_tags",
                      .title = "Your interests and systems",
                      .why = "So that those see them whom you chose.",
                      .tables = {"profile_tags"},
                      .columns = {"Kind", "Words"}},
                     tags_held, person),
        with_rows_of(tx,
                     {.name = "introductions",
                      .title = "Introductions",
                      .why = "So that nobody is asked twice, and addresses are shared only after "
                             "a yes.",
                      .tables = {"introductions"},
                      .columns = {"Asked", "By whom", "What you wrote", "Answered", "Answer"}},
                     introductions_held, person),
    };
}

}  // namespace people::store
