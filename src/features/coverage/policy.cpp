#include "features/coverage/policy.h"

#include "platform/base/text.h"

namespace coverage {

// Whoever belongs to a network; neither applicants nor the command line, whose output travels.
bool may_see_all(const identity::Actor& actor) {
    return actor.is_person() && !actor.audiences().empty();
}

base::Verdict may_compare(const identity::Actor& actor, const Differing& differing) {
    const auto is_few = [](std::size_t trusts) {
        return trusts > 0 && trusts < static_cast<std::size_t>(open_min);
    };
    const bool tells_of_few = is_few(differing.trusts) || is_few(differing.unnamed);
    if (may_see_all(actor) || !tells_of_few) return base::allowed;
    return base::Refusal{
        "Between that day and today fewer than eight trusts differ, in all or in one area. Side by "
        "side the figures would tell of these. Choose another day, or leave it out.",
        "on"};
}

base::Verdict may_choose_day(const identity::Actor& actor, base::Day day, base::Day today) {
    if (day > today) return base::Refusal{"That day has not come. Choose another.", "on"};
    if (day == today || may_see_all(actor)) return base::allowed;
    return base::Refusal{
        "Figures of another day are for members: beside those of today they could tell of a few "
        "trusts. Sign in, or leave the day out.",
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
