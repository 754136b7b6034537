#include "features/coverage/policy.h"

#include "platform/base/text.h"

namespace coverage {

// Whoever belongs to a network; neither applicants nor the command line, whose output travels.
bool may_see_all(const identity::Actor& actor) {
    return actor.is_person() && !actor.audiences().empty();
}

base::Verdict may_compare(const identity::Actor& actor, std::size_t differing) {
    const bool tells_of_few = differing > 0 && differing < static_cast<std::size_t>(open_min);
    if (may_see_all(actor) || !tells_of_few) return base::allowed;
    return base::Refusal{
        "On that day fewer than eight trusts more or fewer were open than today. "
        "Side by side the figures would tell of these. Choose a day further "
        "back.",
        "on"};
}

base::Verdict may_keep(const identity::Actor& actor) {
    if (actor.may(keep_coverage)) return base::allowed;
    return base::Refusal{"Only those who keep the consents may do this."};
}

base::Verdict may_note(const identity::Actor& actor, const ConsentDraft& draft) {
    if (auto refusal = may_keep(actor)) return refusal;
    if (draft.words.empty()) {
        return base::Refusal{"Say who gave the consent, and where it is kept", "words"};
    }
    if (base::length(draft.words) > words_characters_max ||
        base::code_points(draft.words) > 2 * words_characters_max) {
        return base::Refusal{"This can be 300 characters long. Shorten it.", "words"};
    }
    return base::allowed;
}

}  // namespace coverage
