#pragma once
// Who may do what to a case, now: pure functions, the first line of each verb, and the same that
// decide which forms are drawn. Whom a case concerns has no officer's part in it.

#include "features/breaches/breaches.h"

namespace breaches {

// What is known of whoever reports and of whom they report.
struct Report {
    std::optional<PersonId> reported;
    std::int64_t earlier = 0;  // reports of the last day
};

// What is known of the person reported, where they would be shut out.
struct Standing {
    bool holds_office = false;  // of the network, or of all
};

bool handles(const identity::Actor& actor, AudienceId audience);
base::Verdict may_report(const identity::Actor& actor, const Spot& spot, const ReportDraft& draft,
                         const Report& report);
base::Verdict may_note(const Case& seen, const NoteDraft& draft, std::size_t earlier);
base::Verdict may_name(const Case& seen, std::optional<PersonId> person);
base::Verdict may_ask(const Case& seen, const QuestionDraft& draft);
base::Verdict may_answer(const Case& seen, const WordDraft& draft);
base::Verdict may_rule(const Ruling& ruling, const Standing& standing);  // whatever the case
base::Verdict may_decide(const Case& seen, const Ruling& ruling, const Standing& standing);
base::Verdict may_appeal(const Case& seen, const AppealDraft& draft, base::Instant now);
base::Verdict may_settle(const Case& seen, const Ruling& ruling, const Standing& standing);

}  // namespace breaches
