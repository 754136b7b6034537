#pragma once
// Persons and how they show who they are: mailed one-time links, passwords, sessions. A session's
// token is held by the browser only; the database holds its digest, so a stolen copy opens nothing.

#include "platform/base/result.h"
#include "platform/identity/store.h"

#include <optional>
#include <string>
#include <string_view>

namespace identity {

inline constexpr auto link_life = base::minutes(20);
inline constexpr auto session_life = base::hours(24 * 30);
inline constexpr auto session_seen_step = base::hours(1);  // how coarse "last used" is
inline constexpr std::size_t password_characters_min = 12;
inline constexpr std::size_t password_characters_max = 200;

// A session as the site holds it while a request lasts.
struct Session {
    SessionId id;
    std::string secret;  // binds form tokens
    base::Instant seen;
    base::Instant expires;
};

struct SignedIn {
    Session session;
    Actor actor;
};

// What the browser takes away from a sign-in.
struct NewSession {
    SessionId id;
    PersonId person;
    std::string token;
    base::Instant expires;
};

// The whole actor: person, roles, rights, audiences. NotFound if there is no such person.
Actor actor_of(sql::Tx& tx, PersonId person, const std::vector<Grant>& grants);

// Who holds this token, if its session is still good.
std::optional<SignedIn> find_signed_in(sql::Tx& tx, std::string_view token, base::Instant now,
                                       const std::vector<Grant>& grants);

// A link token that signs this person in once, within link_life.
std::string make_link(sql::Tx& tx, PersonId person, base::Instant now,
                      std::chrono::microseconds life = link_life);

enum class LinkState { good, used, expired, unknown };
LinkState link_state(sql::Tx& tx, std::string_view token, base::Instant now);

// Uses the link up and opens a session; nothing if the link is not good (any more).
std::optional<NewSession> sign_in_by_link(sql::Tx& tx, std::string_view token,
                                          std::string_view device, base::Instant now);

NewSession open_session(sql::Tx& tx, PersonId person, std::string_view device, base::Instant now);

// The hash to check a password against; nothing if there is no such account or it has no password.
struct PasswordOf {
    PersonId person;
    std::string hash;
};
std::optional<PasswordOf> find_password(sql::Tx& tx, std::string_view email);

base::Verdict may_be_password(std::string_view password);
base::Verdict may_be_email(std::string_view email);  // shape only: name@host.tld

// "Firefox on Windows": what a person recognises of a User-Agent; nothing finer is kept.
std::string device_name(std::string_view user_agent);

}  // namespace identity
