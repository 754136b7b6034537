#include "features/breaches/policy.h"

#include "platform/base/text.h"

#include <algorithm>

namespace breaches {

using base::allowed;
using base::Refusal;
using base::Verdict;

namespace {

Verdict is_officer(const Case& seen) {
    if (seen.part == Part::officer) return allowed;
    return Refusal{"Only those who moderate the network’s forum handle a case of it."};
}

Verdict is_open(const Case& seen) {
    if (seen.state == State::open) return allowed;
    return Refusal{"It has been decided already. What was decided stands below."};
}

base::Day day_of(base::Instant at) {
    return std::chrono::floor<base::days>(at);
}

// What says that somebody did it.
bool is_against_somebody(Outcome outcome) {
    return outcome >= Outcome::reminder;
}

}  // namespace

bool handles(const identity::Actor& actor, AudienceId audience) {
    return actor.may(forum::moderate_forum, audience);
}

Verdict may_report(const identity::Actor& actor, const Spot& spot, const ReportDraft& draft,
                   const Report& report) {
    if (!actor.is_person() || !actor.belongs_to(spot.audience)) {
        return Refusal{"Only members of the network report what became of its posts."};
    }
    const bool is_kind = std::ranges::any_of(
        kinds(), [&](const KindFace& face) { return face.code == draft.kind; });
    if (!is_kind) return Refusal{"Choose what happened", "kind"};
    if (draft.words.empty()) return Refusal{"Say what happened", "words"};
    if (draft.came_out.empty()) {
        return Refusal{"Say when and where it came out, as far as you know", "came_out"};
    }
    if (auto refusal = base::fits(draft.words, words_characters_max, "A report", "words")) {
        return refusal;
    }
    if (auto refusal = base::fits(draft.came_out, came_out_characters_max, "This", "came_out")) {
        return refusal;
    }
    if (report.reported == actor.id()) {
        return Refusal{"Nobody reports themselves. Write to a moderator instead.", "whom"};
    }
    if (report.earlier >= reports_a_day) {
        return Refusal{
            "You have reported ten breaches in a day. Go on tomorrow, or write to a "
            "moderator."};
    }
    return allowed;
}

Verdict may_note(const Case& seen, const NoteDraft& draft, std::size_t earlier) {
    if (auto refusal = is_officer(seen)) return refusal;
    if (draft.note.empty()) return Refusal{"Write the note", "note"};
    if (earlier >= notes_max) return Refusal{"This case has as many notes as we keep.", "note"};
    return base::fits(draft.note, words_characters_max, "A note", "note");
}

Verdict may_name(const Case& seen, std::optional<PersonId> person) {
    if (auto refusal = is_officer(seen)) return refusal;
    if (auto refusal = is_open(seen)) return refusal;
    // Whoever was named once might come to read, as an officer, who named them.
    if (seen.reported) {
        return Refusal{"Somebody is named already. If it was not them, close this case as no "
                       "breach and report anew."};
    }
    if (!person) {
        return Refusal{"No member of the network has that name. It is the one with @, as in posts",
                       "handle"};
    }
    if (person == seen.reporter) {
        return Refusal{"They reported it, and nobody reports themselves.", "handle"};
    }
    return allowed;
}

Verdict may_ask(const Case& seen, const QuestionDraft& draft) {
    if (auto refusal = is_officer(seen)) return refusal;
    if (auto refusal = is_open(seen)) return refusal;
    if (!seen.reported) return Refusal{"Say first who is reported."};
    if (seen.asked) return Refusal{"They were asked already. The question stands below."};
    if (draft.question.empty()) return Refusal{"Say what you ask them", "question"};
    return base::fits(draft.question, reason_characters_max, "A question", "question");
}

Verdict may_answer(const Case& seen, const WordDraft& draft) {
    if (seen.part != Part::reported) return Refusal{"Only the person who was asked answers."};
    if (auto refusal = is_open(seen)) return refusal;
    if (!seen.asked) return Refusal{"You were not asked yet."};
    if (seen.answered) return Refusal{"You have answered already. Your word stands below."};
    if (draft.word.empty()) return Refusal{"Say how it was", "word"};
    return base::fits(draft.word, words_characters_max, "Your word", "word");
}

Verdict may_rule(const Ruling& ruling, const Standing& standing) {
    if (ruling.reason.empty())
        return Refusal{"Say why, in a sentence that both can read", "reason"};
    if (auto refusal = base::fits(ruling.reason, reason_characters_max, "A reason", "reason")) {
        return refusal;
    }
    if (ruling.outcome >= Outcome::suspended && standing.holds_office) {
        return Refusal{"They hold an office here. Have that ended first, then decide", "outcome"};
    }
    if (ruling.outcome != Outcome::suspended) return allowed;
    if (!ruling.until) return Refusal{"Say until which day they are suspended", "until"};
    const auto today = day_of(ruling.at);
    if (*ruling.until <= today || *ruling.until > today + base::days{suspended_days_max}) {
        return Refusal{"A suspension ends on a day to come, within a year", "until"};
    }
    return allowed;
}

Verdict may_decide(const Case& seen, const Ruling& ruling, const Standing& standing) {
    if (auto refusal = is_officer(seen)) return refusal;
    if (auto refusal = is_open(seen)) return refusal;
    if (auto refusal = may_rule(ruling, standing)) return refusal;
    if (!is_against_somebody(ruling.outcome)) return allowed;
    if (!seen.reported) {
        return Refusal{"Nobody is named whom this could be about. Say first who is reported",
                       "outcome"};
    }
    const bool is_heard = seen.answered || (seen.asked && ruling.at > *seen.asked + answer_within);
    if (is_heard) return allowed;
    return Refusal{"Ask the person reported for their word first, and give them a week to answer",
                   "outcome"};
}

Verdict may_appeal(const Case& seen, const AppealDraft& draft, base::Instant now) {
    if (seen.part != Part::reported) return Refusal{"Only whom it was decided against may appeal."};
    if (seen.appealed) return Refusal{"You have appealed already. One appeal is possible."};
    if (seen.state != State::decided || !is_against_somebody(seen.ruling->outcome)) {
        return Refusal{"Nothing was decided against you."};
    }
    if (now > seen.appeal_until()) return Refusal{"An appeal is possible for 28 days."};
    if (draft.appeal.empty()) return Refusal{"Say what was overlooked", "appeal"};
    return base::fits(draft.appeal, words_characters_max, "An appeal", "appeal");
}

Verdict may_settle(const Case& seen, const Ruling& ruling, const Standing& standing) {
    if (auto refusal = is_officer(seen)) return refusal;
    if (seen.state == State::settled) {
        return Refusal{"The appeal has been decided already. What was decided stands below."};
    }
    if (seen.state != State::appealed) return Refusal{"Nobody has appealed."};
    if (ruling.by && ruling.by == seen.ruling->by) {
        return Refusal{"An appeal is decided by another officer than the first."};
    }
    if (auto refusal = may_rule(ruling, standing)) return refusal;
    const bool is_longer = ruling.outcome == Outcome::suspended &&
                           seen.ruling->outcome == Outcome::suspended &&
                           ruling.until > seen.ruling->until;
    if (ruling.outcome > seen.ruling->outcome || is_longer) {
        return Refusal{"An appeal makes nothing harder than it was", "outcome"};
    }
    return allowed;
}

}  // namespace breaches
