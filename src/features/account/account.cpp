#include "features/account/account.h"

#include "features/account/access.h"
#include "features/account/facts.h"
#include "features/account/letters.h"
#include "features/account/store.h"
#include "platform/base/text.h"

#include <cassert>

namespace account {

using identity::PersonId;

std::optional<SignInLetter> Account::ask_for_link(std::string_view email) {
    auto person = identity::store::find_person_by_email(floor_.tx, email);
    if (!person) return std::nullopt;
    if (identity::store::count_links(floor_.tx, person->id, floor_.now) >= links_waiting_max) {
        return std::nullopt;
    }
    return SignInLetter{person->id, std::move(person->name), std::move(person->email),
                        identity::make_link(floor_.tx, person->id, floor_.now)};
}

identity::LinkState Account::link_state(std::string_view token) const {
    return identity::link_state(floor_.tx, token, floor_.now);
}

base::Result<identity::UsedLink> Account::use_link(std::string_view token) {
    const auto used = identity::use_link(floor_.tx, token, floor_.now);
    if (!used) return base::refuse("This link does not work any more. Ask for a new one.");
    return *used;
}

std::optional<identity::PasswordOf> Account::find_password(std::string_view email) const {
    return identity::find_password(floor_.tx, email);
}

std::optional<identity::NewSession> Account::enter(const Shown& shown) {
    if (shown.assurance == identity::Assurance::one_factor) {
        const auto app = store::find_authenticator(floor_.tx, shown.person);
        if (app && app->confirmed) return std::nullopt;
    } else {
        found_again(floor_, shown.person);
    }
    floor_.record().add(SignedIn{shown.person, shown.way});
    return identity::open_session(floor_.tx,
                                  {.person = shown.person,
                                   .device = shown.device,
                                   .way = shown.way,
                                   .assurance = shown.assurance},
                                  floor_.now);
}

identity::NewSession Account::strengthen(identity::SessionId session, const Shown& shown) {
    assert(shown.assurance == identity::Assurance::two_factors);
    assert(shown.person == floor_.actor.id());
    identity::store::end_session(floor_.tx, floor_.actor.id(), session);
    return *enter(shown);
}

std::vector<identity::store::SessionLine> Account::sessions() const {
    return identity::store::sessions_of(floor_.tx, floor_.actor.id());
}

std::string Account::email() const {
    const auto person = identity::store::find_person(floor_.tx, floor_.actor.id());
    return person ? person->email : std::string();
}

bool Account::has_password() const {
    const auto person = identity::store::find_person(floor_.tx, floor_.actor.id());
    return person && person->password_hash.has_value();
}

void Account::end_session(identity::SessionId session) {
    if (!identity::store::end_session(floor_.tx, floor_.actor.id(), session)) return;
    floor_.record().add(SessionsEnded{floor_.actor.id(), 1});
}

void Account::end_other_sessions(identity::SessionId kept) {
    const auto count = identity::store::end_other_sessions(floor_.tx, floor_.actor.id(), kept);
    floor_.record().add(SessionsEnded{floor_.actor.id(), count});
}

void Account::set_password(std::string_view hash) {
    identity::store::set_password(floor_.tx, floor_.actor.id(), hash);
    floor_.record().add(PasswordSet{floor_.actor.id()});
}

base::Result<bool> Account::set_theme(std::string_view theme) {
    if (theme != "" && theme != "light" && theme != "dark") {
        return base::refuse("Choose one of the three looks.", "theme");
    }
    identity::store::set_theme(floor_.tx, floor_.actor.id(), theme);
    return true;
}

base::Verdict Account::may_be_erased(std::string_view typed) const {
    const auto me = floor_.actor.id();
    if (base::fold(base::trim(typed)) != base::fold(email())) {
        return base::Refusal{"Enter your own email address, to show that you mean it", "email"};
    }
    const auto administrators = identity::store::holders_of(floor_.tx, "administrator");
    if (administrators.size() == 1 && administrators.front() == me) {
        return base::Refusal{"You are the last administrator. Appoint another first."};
    }
    return base::allowed;
}

base::Result<identity::PersonId> Account::erase(std::string_view typed,
                                                const std::vector<kit::Forget>& forget) {
    if (auto refusal = may_be_erased(typed)) return std::unexpected(*refusal);
    const auto me = floor_.actor.id();
    const auto person = identity::store::find_person(floor_.tx, me);
    floor_.record().add(Erased{me});
    for (const auto& one : forget) one(floor_, me);
    Letters(floor_).send_farewell(person->name, person->email);
    return me;
}

}  // namespace account
