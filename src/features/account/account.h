#pragma once
// A person's own account: ways to sign in, sessions, the look of the pages. What others may know of
// a person is not here.

#include "platform/base/result.h"
#include "platform/identity/identity.h"
#include "platform/kit/feature.h"
#include "platform/record/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace account {

inline constexpr auto address_undo_life = base::hours(24 * 7);  // for the address of before
inline constexpr int links_waiting_max = 5;  // unused links a person may have at a time

// The answer to a mail address, ready to be sent.
struct SignInLetter {
    identity::PersonId person;
    std::string name;
    std::string email;
    std::string token;
};

// Who has shown how that it is they, and on what.
struct Shown {
    identity::PersonId person;
    std::string way;  // "link", "password", "passkey", "password and code", …
    identity::Assurance assurance = identity::Assurance::one_factor;
    std::string device;
};

// ---- another address, a lost factor: access.h has what is done about them ----

using LostFactorId = base::Id<struct LostFactorTag>;
// Lets members in again who have lost their second factor.
inline constexpr identity::Permission restore_access{"restore_access"};
inline constexpr std::size_t lost_words_max = 600;

struct AddressDraft {
    std::string email;
};

struct LostFactor {
    LostFactorId id;
    identity::PersonId person;
    std::string name, role_line, words;
    base::Instant asked;
    std::optional<identity::PersonId> vouched_by;
    bool is_officer = false;  // two have to vouch
};

struct LostDraft {
    std::string words;
};

class Account {
public:
    explicit Account(const record::Floor& floor) : floor_(floor) {}

    // Nothing for an unknown address or too many waiting links; the page says the same either way.
    std::optional<SignInLetter> ask_for_link(std::string_view email);
    identity::LinkState link_state(std::string_view token) const;
    base::Result<identity::UsedLink> use_link(std::string_view token);
    std::optional<identity::PasswordOf> find_password(std::string_view email) const;

    // Lets somebody in who has shown who they are; nothing where one factor was shown and theirs
    // are two: then a code is asked for.
    std::optional<identity::NewSession> enter(const Shown& shown);
    // The same session's person with a second factor: a new session in place of the old.
    identity::NewSession strengthen(identity::SessionId session, const Shown& shown);

    std::vector<identity::store::SessionLine> sessions() const;
    std::string email() const;
    bool has_password() const;
    void end_session(identity::SessionId session);
    void end_other_sessions(identity::SessionId kept);
    void set_password(std::string_view hash);
    base::Result<bool> set_theme(std::string_view theme);  // "", "light" or "dark"

    // Whether this person can go: whoever is the last to run the community cannot. `typed`: their
    // address, as a sign that they mean it.
    base::Verdict may_be_erased(std::string_view typed) const;
    // Told to the address that they had; then `forget` is carried out, and their name is gone.
    base::Result<identity::PersonId> erase(std::string_view typed,
                                           const std::vector<kit::Forget>& forget);

private:
    record::Floor floor_;
};

}  // namespace account
