#include "features/account/policy.h"

#include "platform/base/text.h"

namespace account {

base::Verdict may_move_to(std::string_view email, std::string_view present) {
    if (auto refusal = identity::may_be_email(email)) return refusal;
    if (base::fold(email) == base::fold(present)) {
        return base::Refusal{"That is your address already.", "email"};
    }
    return base::allowed;
}

base::Verdict may_ask_for_access(const LostDraft& draft, bool has_second_factor) {
    if (!has_second_factor) {
        return base::Refusal{"Your account asks for no second factor. Sign in by email."};
    }
    if (draft.words.empty()) {
        return base::Refusal{"Say how an officer can reach you, and who knows you", "words"};
    }
    return base::fits(draft.words, lost_words_max, "This", "words");
}

base::Verdict may_restore(const identity::Actor& actor) {
    if (actor.may(restore_access)) return base::allowed;
    return base::Refusal{"Only those who run this community may do this."};
}

base::Verdict may_vouch(const identity::Actor& actor, const LostFactor& lost) {
    if (auto refusal = may_restore(actor)) return refusal;
    if (lost.person == actor.id()) {
        return base::Refusal{"Somebody else has to vouch for you."};
    }
    if (lost.vouched_by == actor.id()) {
        return base::Refusal{"You have vouched already: now another officer has to."};
    }
    return base::allowed;
}

base::Verdict may_be_given_up(const MergerState& state, base::Instant now) {
    if (state.holds_office) {
        return base::Refusal{"This account holds an office, so it is the one to keep. Sign in with "
                             "the other, and give that up; or hand the office over first."};
    }
    if (state.changed && now - *state.changed < address_undo_life) {
        return base::Refusal{"How one signs in to this account changed less than a week ago. If "
                             "that was not its owner, they have a week to say so: come back when "
                             "it is over."};
    }
    return base::allowed;
}

base::Verdict may_take_in(const MergerState& gone, const MergerState& kept, base::Instant now) {
    if (gone.person == kept.person) {
        return base::Refusal{"These are not two accounts. Sign in with the one that you keep."};
    }
    if (auto refusal = may_be_given_up(gone, now)) return refusal;
    if (kept.moved && now - *kept.moved < address_undo_life) {
        return base::Refusal{"The address of your account changed less than a week ago, and the "
                             "old one can still undo that. Come back when the week is over."};
    }
    return base::allowed;
}

}  // namespace account
