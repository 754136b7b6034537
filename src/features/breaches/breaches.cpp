#include "features/breaches/breaches.h"

#include "features/breaches/facts.h"
#include "features/breaches/policy.h"
#include "features/breaches/store.h"
#include "features/membership/membership.h"
#include "platform/base/text.h"
#include "platform/identity/store.h"

#include <algorithm>

namespace breaches {

using base::Result;

namespace {

store::Eyes eyes_of(const record::Floor& floor, const std::vector<Network>& networks) {
    store::Eyes eyes{.person = floor.actor.id(),
                     .audiences = {},
                     .carries_out = floor.actor.may(membership::verify_positions)};
    for (const Network& network : networks) {
        if (handles(floor.actor, network.audience))
            eyes.audiences.push_back(network.audience.value);
    }
    return eyes;
}

Part part_of(const store::Row& row, const store::Eyes& eyes) {
    if (row.reporter == eyes.person) return Part::reporter;
    if (row.reported == eyes.person) return Part::reported;
    const bool is_theirs = std::ranges::find(eyes.audiences, row.audience.value) !=
                           eyes.audiences.end();
    return is_theirs ? Part::officer : Part::keeper;
}

std::optional<Ruling> first_ruling(const store::Row& row) {
    if (!row.outcome) return std::nullopt;
    return Ruling{*row.outcome, row.reason,     row.until,
                  *row.decided, row.decided_by, row.decided_by_name};
}

std::optional<Ruling> ruling_on_appeal(const store::Row& row) {
    if (!row.appeal_outcome) return std::nullopt;
    return Ruling{*row.appeal_outcome, row.appeal_reason, row.appeal_until,
                  *row.settled,        row.settled_by,    row.settled_by_name};
}

void leave_out_officers(std::optional<Ruling>& ruling) {
    if (!ruling) return;
    ruling->by.reset();
    ruling->by_name.clear();
}

void leave_out_report(Case& one) {
    one.words.clear();
    one.came_out.clear();
    one.reporter.reset();
    one.reporter_name.clear();
}

void leave_out_hearing(Case& one) {
    one.question.clear();
    one.word.clear();
    one.appeal.clear();
    one.reported.reset();
    one.reported_name.clear();
}

// What each part may not know is not in the case that it gets.
Case masked(Case one) {
    if (one.part == Part::officer) return one;
    if (one.part == Part::keeper) {
        leave_out_report(one);
        return one;
    }
    leave_out_officers(one.ruling);
    leave_out_officers(one.on_appeal);
    if (one.part == Part::reporter) leave_out_hearing(one);
    if (one.part == Part::reported && !one.names_reporter) leave_out_report(one);
    return one;
}

std::vector<Case> cases_of(std::vector<store::Row> rows, const store::Eyes& eyes,
                           const std::vector<Network>& networks) {
    std::vector<Case> cases;
    for (auto& row : rows) {
        const auto network = std::ranges::find(networks, row.audience, &Network::audience);
        if (network == networks.end()) continue;
        Case one{.id = row.id,
                 .part = part_of(row, eyes),
                 .state = row.state,
                 .network = *network,
                 .topic = row.topic,
                 .post = row.post,
                 .kind = row.kind,
                 .at = row.at,
                 .words = std::move(row.words),
                 .came_out = std::move(row.came_out),
                 .names_reporter = row.names_reporter,
                 .reporter = row.reporter,
                 .reported = row.reported,
                 .reporter_name = std::move(row.reporter_name),
                 .reported_name = std::move(row.reported_name),
                 .question = std::move(row.question),
                 .word = std::move(row.word),
                 .asked = row.asked,
                 .answered = row.answered,
                 .ruling = first_ruling(row),
                 .appeal = std::move(row.appeal),
                 .appealed = row.appealed,
                 .on_appeal = ruling_on_appeal(row)};
        cases.push_back(masked(std::move(one)));
    }
    return cases;
}

Result<Ruling> ruling_of(const record::Floor& floor, const OutcomeDraft& draft) {
    const auto outcome = outcome_of(draft.outcome);
    if (!outcome) return base::refuse("Choose what is decided", "outcome");
    Ruling ruling{.outcome = *outcome,
                  .reason = draft.reason,
                  .until = {},
                  .at = floor.now,
                  .by = {},
                  .by_name = {}};
    if (floor.actor.is_person()) ruling.by = floor.actor.id();
    if (ruling.outcome != Outcome::suspended) return ruling;
    ruling.until = base::parse_day(draft.until);
    if (!ruling.until) return base::refuse("Enter a day like 2027-03-31", "until");
    return ruling;
}

Standing standing_of(const record::Floor& floor, const Case& seen) {
    Standing standing;
    if (!seen.reported) return standing;
    for (const auto& role : identity::store::roles_of(floor.tx, *seen.reported)) {
        standing.holds_office |= !role.audience || role.audience == seen.network.audience;
    }
    return standing;
}

int year_of(base::Instant at) {
    return int(std::chrono::year_month_day(std::chrono::floor<base::days>(at)).year());
}

// As somebody types it, or as a post has it.
std::string handle_of(std::string_view typed) {
    std::string handle = base::trim(typed);
    if (handle.starts_with('@')) handle.erase(0, 1);
    std::ranges::transform(handle, handle.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return handle;
}

}  // namespace

const Ruling* Case::standing() const {
    if (on_appeal) return &*on_appeal;
    return ruling ? &*ruling : nullptr;
}

Cases::Cases(const record::Floor& floor) : floor_(floor) {}

bool Cases::handles_any() const {
    const auto& actor = floor_.actor;
    if (actor.may(forum::moderate_forum) || actor.may(membership::verify_positions)) return true;
    return std::ranges::any_of(actor.roles(), [&](const identity::RoleHeld& role) {
        return handles(actor, role.audience);
    });
}

std::vector<Case> Cases::handled() const {
    if (!handles_any()) return {};
    const auto networks = networks::Networks(floor_).all();
    const auto eyes = eyes_of(floor_, networks);
    return cases_of(store::handled(floor_.tx, eyes), eyes, networks);
}

std::vector<Case> Cases::mine() const {
    const store::Eyes eyes{.person = floor_.actor.id(), .audiences = {}};
    auto rows = store::concerning(floor_.tx, eyes);
    if (rows.empty()) return {};
    return cases_of(std::move(rows), eyes, networks::Networks(floor_).all());
}

std::optional<Case> Cases::find(CaseId id) const {
    const auto networks = networks::Networks(floor_).all();
    const auto eyes = eyes_of(floor_, networks);
    std::vector<store::Row> rows;
    if (auto row = store::find(floor_.tx, eyes, id)) rows.push_back(*std::move(row));
    auto cases = cases_of(std::move(rows), eyes, networks);
    if (cases.empty()) return std::nullopt;
    return std::move(cases.front());
}

Case Cases::one(CaseId id) const {
    auto found = find(id);
    if (!found) throw base::NotFound();
    return *std::move(found);
}

std::vector<Note> Cases::notes(const Case& seen) const {
    if (seen.part != Part::officer) throw base::NotFound();
    return store::notes(floor_.tx, seen.id);
}

std::vector<record::ToldFact> Cases::history(const Case& seen) const {
    if (seen.part != Part::officer) throw base::NotFound();
    return record::history(floor_.tx, "breaches.", seen.id.value, told_max);
}

Result<std::optional<PersonId>> Cases::reported_by(const Spot& spot,
                                                   const ReportDraft& draft) const {
    using Who = std::optional<PersonId>;
    if (draft.whom == "unknown") return Who();
    // Who spoke unattributed is sealed: whoever handles the case may have it opened and name them.
    const bool is_readable = spot.post && !spot.is_unattributed;
    if (draft.whom == "author" && is_readable) return Who(spot.author);
    if (draft.whom != "other")
        return base::refuse("Say who it was, or that you do not know", "whom");
    const auto found = store::find_member(floor_.tx, spot.audience, handle_of(draft.handle));
    if (!found) {
        return base::refuse(
            "No member of the network has that name. It is the one with @, as in "
            "posts; or choose that you do not know",
            "handle");
    }
    return Who(*found);
}

Result<CaseId> Cases::report(const Spot& spot, const ReportDraft& draft) {
    const auto me = floor_.actor.id();
    const auto reported = reported_by(spot, draft);
    const Report report{reported.value_or(std::nullopt),
                        store::count_reports(floor_.tx, me, floor_.now - base::days{1})};
    if (auto refusal = may_report(floor_.actor, spot, draft, report)) {
        return std::unexpected(*refusal);
    }
    if (!reported) return std::unexpected(reported.error());
    const auto kind = std::ranges::find(kinds(), draft.kind, &KindFace::code)->kind;
    const CaseId id = store::add(floor_.tx, {.audience = spot.audience,
                                             .topic = spot.topic,
                                             .post = spot.post,
                                             .kind = kind,
                                             .reporter = me,
                                             .names_reporter = draft.named == "yes",
                                             .reported = *reported,
                                             .words = draft.words,
                                             .came_out = draft.came_out,
                                             .now = floor_.now});
    floor_.record().add(CaseReported{id});
    return id;
}

// Each verb looks at the case as it is now: another officer may have been faster.
Result<CaseId> Cases::note(const Case& seen, const NoteDraft& draft) {
    const Case now = one(seen.id);
    const auto earlier = store::notes(floor_.tx, now.id).size();
    if (auto refusal = may_note(now, draft, earlier)) return std::unexpected(*refusal);
    store::add_note(floor_.tx, now.id, floor_.actor.id(), draft.note, floor_.now);
    floor_.record().add(CaseNoted{now.id});
    return now.id;
}

Result<CaseId> Cases::name(const Case& seen, const NameDraft& draft) {
    const Case now = one(seen.id);
    const auto person = store::find_member(floor_.tx, now.network.audience,
                                           handle_of(draft.handle));
    if (auto refusal = may_name(now, person)) return std::unexpected(*refusal);
    store::set_reported(floor_.tx, now.id, *person);
    floor_.record().add(PersonNamed{now.id});
    return now.id;
}

Result<CaseId> Cases::ask(const Case& seen, const QuestionDraft& draft) {
    const Case now = one(seen.id);
    if (auto refusal = may_ask(now, draft)) return std::unexpected(*refusal);
    store::set_question(floor_.tx, now.id, draft.question, floor_.now);
    floor_.record().add(WordAsked{now.id});
    return now.id;
}

Result<CaseId> Cases::answer(const Case& seen, const WordDraft& draft) {
    const Case now = one(seen.id);
    if (auto refusal = may_answer(now, draft)) return std::unexpected(*refusal);
    store::set_word(floor_.tx, now.id, draft.word, floor_.now);
    floor_.record().add(WordGiven{now.id});
    return now.id;
}

Result<CaseId> Cases::decide(const Case& seen, const OutcomeDraft& draft) {
    const Case now = one(seen.id);
    const auto ruling = ruling_of(floor_, draft);
    if (!ruling) return std::unexpected(ruling.error());
    if (auto refusal = may_decide(now, *ruling, standing_of(floor_, now))) {
        return std::unexpected(*refusal);
    }
    store::set_ruling(floor_.tx, now.id, *ruling);
    store::count(floor_.tx, year_of(floor_.now), ruling->outcome, 1);
    carry_out(now);
    floor_.record().add(CaseDecided{now.id, ruling->outcome});
    return now.id;
}

Result<CaseId> Cases::appeal(const Case& seen, const AppealDraft& draft) {
    const Case now = one(seen.id);
    if (auto refusal = may_appeal(now, draft, floor_.now)) return std::unexpected(*refusal);
    store::set_appeal(floor_.tx, now.id, draft.appeal, floor_.now);
    floor_.record().add(AppealMade{now.id});
    return now.id;
}

Result<CaseId> Cases::settle(const Case& seen, const OutcomeDraft& draft) {
    const Case now = one(seen.id);
    const auto ruling = ruling_of(floor_, draft);
    if (!ruling) return std::unexpected(ruling.error());
    if (auto refusal = may_settle(now, *ruling, standing_of(floor_, now))) {
        return std::unexpected(*refusal);
    }
    store::set_ruling_on_appeal(floor_.tx, now.id, *ruling);
    store::count(floor_.tx, year_of(now.ruling->at), now.ruling->outcome, -1);
    store::count(floor_.tx, year_of(now.ruling->at), ruling->outcome, 1);
    carry_out(now);
    floor_.record().add(AppealSettled{now.id, ruling->outcome});
    return now.id;
}

// The one place in which a suspension is enforced: the network's audience is closed to the person,
// whatever of it is asked for, until the latest day of all that stand against them.
void Cases::carry_out(const Case& seen) const {
    if (!seen.reported) return;
    const auto until = store::suspended_until(floor_.tx, *seen.reported, seen.network.audience);
    if (until && *until > floor_.now) {
        identity::store::suspend(floor_.tx, *seen.reported, seen.network.audience, *until);
    } else {
        identity::store::lift_suspension(floor_.tx, *seen.reported, seen.network.audience);
    }
}

std::vector<Tally> tallies(const record::Floor& floor) {
    std::vector<Tally> all;
    for (const auto& row : store::tallies(floor.tx)) {
        all.push_back({row.year, row.outcome,
                       row.cases < shown_from ? std::nullopt : std::optional(row.cases)});
    }
    return all;
}

}  // namespace breaches
