#pragma once
// Persons, their mailed one-time links and their sessions. A session's token is held by the browser
// only; the database holds its digest, so a stolen copy opens nothing. Other ways to show who one
// is (passkeys, codes, providers) belong to the account.

#include "platform/base/result.h"
#include "platform/identity/store.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// The whole actor: person, roles, rights, audiences. With one factor they have no roles and no
// rights, whatever they hold. NotFound if there is no such person.
Actor actor_of(sql::Tx& tx, PersonId person, const std::vector<Grant>& grants,
               Assurance assurance);

// Who holds this token, if its session is still good.
std::optional<SignedIn> find_signed_in(sql::Tx& tx, std::string_view token, base::Instant now,
                                       const std::vector<Grant>& grants);

// A link token that signs this person in once, within `life`. A mailed one proves one factor; those
// that the console prints open all, for whoever has the machine has everything.
struct LinkTerms {
    std::chrono::microseconds life = link_life;
    Assurance assurance = Assurance::one_factor;
};
std::string make_link(sql::Tx& tx, PersonId person, base::Instant now,
                      const LinkTerms& terms = {});

enum class LinkState { good, used, expired, unknown };
LinkState link_state(sql::Tx& tx, std::string_view token, base::Instant now);

// Uses the link up; nothing if it is not good (any more).
struct UsedLink {
    PersonId person;
    Assurance assurance;
};
std::optional<UsedLink> use_link(sql::Tx& tx, std::string_view token, base::Instant now);

struct NewSessionOf {
    PersonId person;
    std::string_view device;  // "Firefox on Windows"
    std::string_view way;     // "link", "password and code", …
    Assurance assurance = Assurance::one_factor;
};
NewSession open_session(sql::Tx& tx, const NewSessionOf& session, base::Instant now);

// The hash to check a password against; nothing if there is no such account or it has no password.
struct PasswordOf {
    PersonId person;
    std::string hash;
};
std::optional<PasswordOf> find_password(sql::Tx& tx, std::string_view email);

// Not one that is guessed soon; `own_words` are those that this person's guesser tries first.
base::Verdict may_be_password(std::string_view password,
                              const std::vector<std::string>& own_words = {});
// The words of a name, an address, a community, in small letters, for may_be_password.
std::vector<std::string> own_words(std::initializer_list<std::string_view> texts);
base::Verdict may_be_email(std::string_view email);  // shape only: name@host.tld

// "Firefox on Windows": what a person recognises of a User-Agent; nothing finer is kept.
std::string device_name(std::string_view user_agent);

}  // namespace identity
