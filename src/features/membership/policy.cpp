#include "features/membership/policy.h"

#include "platform/base/text.h"

namespace membership {

namespace {

base::Verdict fits(std::string_view text, std::size_t characters_max, const char* what,
                   const char* field) {
    if (base::length(text) <= characters_max && base::code_points(text) <= 2 * characters_max) {
        return base::allowed;
    }
    return base::Refusal{std::string(what) + " can be " +
                             base::grouped(static_cast<long long>(characters_max)) +
                             " characters long. Shorten it and send again.",
                         field};
}

}  // namespace

base::Verdict may_claim(const identity::Actor& actor, const PositionDraft& draft,
                        std::ptrdiff_t waiting) {
    if (!actor.is_person()) return base::Refusal{"Sign in to say where you work."};
    if (waiting >= waiting_max) {
        return base::Refusal{"Ten of your positions wait to be verified. Wait for those first."};
    }
    if (draft.title.empty()) return base::Refusal{"Enter the title of your role", "title"};
    if (auto refusal = fits(draft.title, title_characters_max, "A title", "title")) return refusal;
    return fits(draft.evidence, evidence_characters_max, "What shows it", "evidence");
}

base::Verdict may_begin(base::Day began, base::Day today) {
    if (began > today) {
        return base::Refusal{"Enter a day that has come: say it when you have begun", "began"};
    }
    if (began < today - base::days{60 * 366}) {
        return base::Refusal{"Enter the day on which you began in this role", "began"};
    }
    return base::allowed;
}

base::Verdict may_decide(const identity::Actor& actor, const Position& position) {
    const bool is_worker = actor.kind() == identity::Actor::Kind::worker;
    if (!is_worker && !actor.may(verify_positions, position.audience)) {
        return base::Refusal{"Only those who lead the network may decide this."};
    }
    if (!is_worker && position.person == actor.id()) {
        return base::Refusal{"Somebody else has to decide on your own position."};
    }
    if (!position.waits()) {
        return base::Refusal{position.is_verified ? "Somebody has verified it already."
                                                  : "Somebody has refused it already."};
    }
    return base::allowed;
}

base::Verdict may_refuse(const identity::Actor& actor, const Position& position,
                         const RefusalDraft& draft) {
    if (auto refusal = may_decide(actor, position)) return refusal;
    if (draft.reason.empty()) return base::Refusal{"Say why, in a sentence they can use", "reason"};
    return fits(draft.reason, reason_characters_max, "A reason", "reason");
}

base::Verdict may_end(const identity::Actor& actor, const Position& position, base::Day last,
                      base::Day today) {
    if (position.person != actor.id()) return base::Refusal{"Only its holder may end a position."};
    if (position.ended) return base::Refusal{"It has ended already."};
    if (last > today + base::days{366}) {
        return base::Refusal{"Enter a last day within a year from now", "on"};
    }
    if (last < position.began) {
        return base::Refusal{
            "The last day cannot be before the first, " + base::day_text(position.began), "on"};
    }
    return base::allowed;
}

}  // namespace membership
