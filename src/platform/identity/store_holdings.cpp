#include "platform/identity/store.h"

namespace identity::store {

namespace {

using sql::Query;

struct AccountHeld {
    std::string name, handle, role_line, email;
    bool has_password = false;
    std::string theme;
    base::Instant joined;
};
const Query<AccountHeld(PersonId, int)> account_held{"account_held", R"(
    SELECT name, handle, role_line, email, CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END,
           theme, joined_at
      FROM persons
     WHERE id = $1
     LIMIT $2)"};

struct SessionHeld {
    std::string device, way;
    std::int64_t factors = 1;
    base::Instant created, seen, expires;
};
const Query<SessionHeld(PersonId, int)> sessions_held{"sessions_held", R"(
    SELECT device, way, assurance, created_at, seen_at, expires_at
      FROM sessions
     WHERE person_id = $1
     ORDER BY id
     LIMIT $2)"};

struct LinkHeld {
    base::Instant expires;
    std::optional<base::Instant> used;
};
const Query<LinkHeld(PersonId, int)> links_held{"links_held", R"(
    SELECT expires_at, used_at
      FROM sign_in_links
     WHERE person_id = $1
     ORDER BY expires_at
     LIMIT $2)"};

struct RoleLine {
    std::string role, audience;
};
const Query<RoleLine(PersonId, int)> roles_of_held{"roles_of_held", R"(
    SELECT r.role, coalesce(a.name, 'everywhere')
      FROM roles_held r
      LEFT JOIN audiences a ON a.id = r.audience_id
     WHERE r.person_id = $1
     ORDER BY r.id
     LIMIT $2)"};

struct AudienceHeld {
    std::string name;
};
const Query<AudienceHeld(PersonId, int)> audiences_held{"audiences_held", R"(
    SELECT a.name
      FROM audience_members m
      JOIN audiences a ON a.id = m.audience_id
     WHERE m.person_id = $1
     ORDER BY a.id
     LIMIT $2)"};

struct SuspensionHeld {
    std::string name;
    base::Instant until;
};
const Query<SuspensionHeld(PersonId, int)> suspensions_held{"suspensions_held", R"(
    SELECT a.name, s.until_at
      FROM suspensions s
      JOIN audiences a ON a.id = s.audience_id
     WHERE s.person_id = $1
     ORDER BY a.id
     LIMIT $2)"};

struct TermsHeld {
    std::string name;
    std::int64_t version = 0;
};
const Query<TermsHeld(PersonId, int)> terms_held{"terms_held", R"(
    SELECT coalesce(a.name, 'every audience'), t.version
      FROM terms_met t
      LEFT JOIN audiences a ON a.id = t.audience_id
     WHERE t.person_id = $1
     ORDER BY t.audience_id
     LIMIT $2)"};

}  // namespace

// Left out: the hash of the password, and the secrets and digests of sessions and links, for who
// had them could try them. That they are there is said.
std::vector<Holding> held(sql::Tx& tx, PersonId person) {
    return {
        with_rows_of(tx,
                     {.name = "account",
                      .title = "Your account",
                      .why = "So that you can sign in, be written to and be known by name.",
                      .tables = {"persons"},
                      .columns = {"Name", "Handle", "Role", "Email address", "Has a password",
                                  "Look", "Joined"}},
                     account_held, person),
        with_rows_of(tx,
                     {.name = "sessions",
                      .title = "Devices on which you are signed in",
                      .why = "So that you stay signed in, and can see and end it. Of the device "
                             "we keep what stands here and nothing finer.",
                      .tables = {"sessions"},
                      .columns = {"Device", "Way", "Factors", "Signed in", "Last used",
                                  "Ends"}},
                     sessions_held, person),
        with_rows_of(tx,
                     {.name = "sign_in_links",
                      .title = "Sign-in links you asked for",
                      .why = "So that each works once and not for long.",
                      .tables = {"sign_in_links"},
                      .columns = {"Good until", "Used"}},
                     links_held, person),
        with_rows_of(tx,
                     {.name = "roles",
                      .title = "Roles you hold",
                      .why = "They say what you may do for others.",
                      .tables = {"roles_held"},
                      .columns = {"Role", "Where"}},
                     roles_of_held, person),
        with_rows_of(tx,
                     {.name = "audiences",
                      .title = "Audiences you belong to",
                      .why = "They say what you may read.",
                      .tables = {"audience_members"},
                      .columns = {"Audience"}},
                     audiences_held, person),
        with_rows_of(tx,
                     {.name = "suspensions",
                      .title = "Audiences that are closed to you for a time",
                      .why = "So that a suspension that was decided holds until its end.",
                      .tables = {"suspensions"},
                      .columns = {"Audience", "Until"}},
                     suspensions_held, person),
        with_rows_of(tx,
                     {.name = "terms",
                      .title = "Versions that you accepted, of what is asked at the door",
                      .why = "So that what you belong to is open to you.",
                      .tables = {"terms_met"},
                      .columns = {"Of", "Version"}},
                     terms_held, person),
    };
}

}  // namespace identity::store
