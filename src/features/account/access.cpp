#include "features/account/access.h"

#include "features/account/facts.h"
#include "features/account/policy.h"
#include "features/account/store.h"
#include "platform/base/text.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"

#include <algorithm>

namespace account {

using identity::PersonId;

// ---- another address ----

base::Result<AddressLetters> Addresses::ask(const AddressDraft& draft) {
    const auto me = identity::store::find_person(floor_.tx, floor_.actor.id());
    const std::string email(base::trim(draft.email));
    if (auto refusal = may_move_to(email, me->email)) return std::unexpected(*refusal);
    if (store::count_address_changes(floor_.tx, me->id, floor_.now - base::hours(24)) >=
        address_changes_a_day) {
        return base::refuse("You have asked for three changes today. Try again tomorrow.", "email");
    }
    AddressLetters letters{.name = me->name,
                           .old_email = me->email,
                           .new_email = email,
                           .confirm_token = crypto::random_token(),
                           .undo_token = crypto::random_token()};
    store::add_address_change(floor_.tx, {.person = me->id,
                                          .old_email = letters.old_email,
                                          .new_email = letters.new_email,
                                          .confirm_digest = crypto::digest(letters.confirm_token),
                                          .undo_digest = crypto::digest(letters.undo_token),
                                          .asked = floor_.now});
    floor_.record().add(AddressStepped{me->id, "asked"});
    const bool is_taken = identity::store::find_person_by_email(floor_.tx, email).has_value();
    if (is_taken) letters.confirm_token.clear();
    return letters;
}

std::optional<Addresses::Change> Addresses::to_confirm(std::string_view token) const {
    const auto row = store::find_address_change(floor_.tx, crypto::digest(token));
    const bool is_good = row && !row->confirmed && !row->undone &&
                         row->asked + address_link_life > floor_.now;
    if (!is_good) return std::nullopt;
    return Change{row->old_email, row->new_email, false};
}

std::optional<Addresses::Change> Addresses::to_undo(std::string_view token) const {
    const auto row = store::find_address_undo(floor_.tx, crypto::digest(token));
    const bool is_good = row && !row->undone && row->asked + address_undo_life > floor_.now;
    if (!is_good) return std::nullopt;
    return Change{row->old_email, row->new_email, row->confirmed.has_value()};
}

base::Result<PersonId> Addresses::confirm(std::string_view token) {
    const auto row = store::find_address_change(floor_.tx, crypto::digest(token));
    if (!row || !to_confirm(token)) return base::refuse("This link does not work any more.");
    const auto person = identity::store::find_person(floor_.tx, row->person);
    if (person->email != row->old_email) {  // it has moved since, or was moved back
        return base::refuse("This link does not work any more.");
    }
    if (identity::store::find_person_by_email(floor_.tx, row->new_email)) {
        return base::refuse("There is another account with this address by now.");
    }
    // The latest counts: of two links on their way, one is used.
    store::end_address_changes(floor_.tx, row->person, row->id, floor_.now);
    store::note_address_confirmed(floor_.tx, row->id, floor_.now);
    identity::store::set_email(floor_.tx, row->person, row->new_email);
    floor_.record().add(AddressStepped{row->person, "confirmed"});
    return row->person;
}

base::Result<PersonId> Addresses::undo(std::string_view token) {
    const auto row = store::find_address_undo(floor_.tx, crypto::digest(token));
    if (!row || !to_undo(token)) return base::refuse("This link does not work any more.");
    if (row->confirmed) {
        const auto holder = identity::store::find_person_by_email(floor_.tx, row->old_email);
        if (holder && holder->id != row->person) {
            return base::refuse(
                "There is another account with your old address by now. Write to "
                "whoever runs this community.");
        }
        identity::store::set_email(floor_.tx, row->person, row->old_email);
    }
    // Whoever moved it may have moved it on, and made ways in of their own.
    store::undo_address_changes(floor_.tx, row->person, row->id, floor_.now);
    store::take_ways_since(floor_.tx, row->person, row->asked);
    identity::store::take_password_and_links(floor_.tx, row->person);
    identity::store::end_other_sessions(floor_.tx, row->person, {});
    floor_.record().add(AddressStepped{row->person, "undone"});
    floor_.record().add(SessionsEnded{row->person, 0});
    return row->person;
}

// ---- a factor that is lost ----

base::Result<LostFactorId> LostAccess::ask(PersonId person, const LostDraft& draft) {
    const auto standing = Ways(floor_, door_).standing(person);
    if (auto refusal = may_ask_for_access(draft, standing.has_second_factor())) {
        return std::unexpected(*refusal);
    }
    store::end_old_lost_factors(floor_.tx, person, floor_.now - lost_factor_life, floor_.now);
    if (store::find_open_lost_factor(floor_.tx, person)) {
        return base::refuse(
            "You have asked already. Officers have to know that it is you: that "
            "takes a while.",
            "words");
    }
    const auto id = store::add_lost_factor(floor_.tx, person, draft.words, floor_.now);
    floor_.record().add(AccessStepped{person, "asked"});
    return id;
}

std::vector<LostFactor> LostAccess::open() const {
    if (may_restore(floor_.actor)) throw base::NotFound();
    return store::open_lost_factors(floor_.tx, floor_.now - lost_factor_life);
}

LostFactor LostAccess::find(LostFactorId id) const {
    const auto all = open();
    const auto found = std::ranges::find(all, id, &LostFactor::id);
    if (found == all.end()) throw base::NotFound();
    return *found;
}

base::Result<LostAccess::Vouched> LostAccess::vouch(LostFactorId id) {
    const auto lost = find(id);
    if (auto refusal = may_vouch(floor_.actor, lost)) return std::unexpected(*refusal);
    if (lost.is_officer && !lost.vouched_by) {
        store::note_vouched(floor_.tx, id, floor_.actor.id(), floor_.now);
        floor_.record().add(AccessStepped{lost.person, "vouched"});
        return Vouched::first;
    }
    store::end_lost_factor(floor_.tx, id, store::Outcome::let_in, floor_.actor.id(), floor_.now);
    store::take_factors(floor_.tx, lost.person);
    // From here on their mailbox is all they have: what somebody may know of them must not do.
    identity::store::take_password_and_links(floor_.tx, lost.person);
    identity::store::end_other_sessions(floor_.tx, lost.person, {});
    floor_.record().add(AccessStepped{lost.person, "restored"});
    floor_.record().add(SessionsEnded{lost.person, 0});
    return Vouched::last;
}

base::Result<PersonId> LostAccess::refuse(LostFactorId id) {
    const auto lost = find(id);
    if (lost.person == floor_.actor.id()) return base::refuse("Somebody else has to decide this.");
    store::end_lost_factor(floor_.tx, id, store::Outcome::refused, floor_.actor.id(), floor_.now);
    floor_.record().add(AccessStepped{lost.person, "refused"});
    return lost.person;
}

void found_again(const record::Floor& floor, PersonId person) {
    const auto id = store::find_open_lost_factor(floor.tx, person);
    if (!id) return;
    store::end_lost_factor(floor.tx, *id, store::Outcome::found_again, person, floor.now);
    floor.record().add(AccessStepped{person, "found_again"});
}

}  // namespace account
