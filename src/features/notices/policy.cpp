#include "features/notices/policy.h"

#include "platform/base/text.h"

#include <algorithm>

namespace notices {

base::Verdict may_write(const identity::Actor& actor, const networks::Network& network) {
    if (actor.is_person() && actor.may(write_notices, network.audience)) return base::allowed;
    return base::Refusal{"Only those who lead this network write to its members."};
}

base::Verdict may_draft(const NoticeDraft& draft, std::int64_t there) {
    if (there >= drafts_max) {
        return base::Refusal{"You have ten drafts here. Send or discard one of them first."};
    }
    if (draft.subject.empty()) return base::Refusal{"Enter the subject", "subject"};
    if (auto refusal = base::fits(draft.subject, subject_characters_max, "A subject", "subject")) {
        return refusal;
    }
    if (draft.body.empty()) return base::Refusal{"Write the text", "body"};
    return base::fits(draft.body, body_characters_max, "A text", "body");
}

base::Verdict may_change(const identity::Actor& actor, const Notice& notice) {
    if (notice.state != State::draft) return base::Refusal{"It has been sent already."};
    if (notice.author == actor.id()) return base::allowed;
    return base::Refusal{"Only whoever began this draft may change it."};
}

base::Verdict may_send(const identity::Actor& actor, const Notice& notice, const Reach& reach,
                       std::int64_t this_week) {
    if (auto refusal = may_change(actor, notice)) return refusal;
    if (this_week >= notices_a_week) {
        return base::Refusal{
            "This network got three notices within seven days, which is the most there are. Your "
            "draft is kept: send it when the first of them is a week old."};
    }
    if (reach.receivers == 0) {
        return base::Refusal{"It would reach nobody. Your draft is kept."};
    }
    return base::allowed;
}

Office office_of(const identity::Actor& actor, const networks::Network& network) {
    const auto holds = [&](std::string_view role) {
        return std::ranges::any_of(actor.roles(), [&](const identity::RoleHeld& held) {
            return held.role == role && held.audience == network.audience;
        });
    };
    if (holds("chair")) return Office::chair;
    return holds("vice_chair") ? Office::vice_chair : Office::community;
}

}  // namespace notices
