// Who may do what to a case: both sides of each limit.

#include "features/breaches/policy.h"

#include <gtest/gtest.h>

namespace breaches {
namespace {

constexpr AudienceId ccio{70};
constexpr PersonId ann{1}, bob{2}, mia{3};
const base::Instant now = base::Instant(base::days(20'000)) + base::hours(9);
const base::Day today = std::chrono::floor<base::days>(now);

identity::Actor member(PersonId id, AudienceId audience = ccio) {
    identity::Actor::Person person;
    person.id = id;
    person.audiences = {audience.value};
    return identity::Actor::person(person);
}
identity::Actor officer(AudienceId of) {
    identity::Actor::Person person;
    person.id = mia;
    person.rights.held.push_back({forum::moderate_forum, of});
    return identity::Actor::person(person);
}

const Spot spot{{1}, forum::PostId{7}, ccio, bob};
ReportDraft report() {
    return {.kind = "forwarded",
            .words = "It was in a mail.",
            .came_out = "Last Tuesday",
            .whom = "author",
            .handle = "",
            .named = "no"};
}

Case as(Part part, State state = State::open) {
    Case one;
    one.part = part;
    one.state = state;
    one.reporter = ann;
    one.reported = bob;
    if (state == State::open) return one;
    one.ruling = Ruling{.outcome = Outcome::suspended,
                        .reason = "So.",
                        .until = today + base::days{20},
                        .at = now - base::days{1},
                        .by = mia,
                        .by_name = "Mia"};
    if (state == State::decided) return one;
    one.appealed = now;
    if (state == State::settled) one.on_appeal = one.ruling;
    return one;
}
Case asked(base::Instant at) {
    Case one = as(Part::officer);
    one.asked = at;
    return one;
}

Ruling ruling(Outcome outcome, std::optional<base::Day> until = {}) {
    return {.outcome = outcome,
            .reason = "So it was.",
            .until = until,
            .at = now,
            .by = PersonId{9},
            .by_name = "Kay"};
}

TEST(BreachesPolicy, WhoModeratesThereHandlesCases) {
    EXPECT_TRUE(handles(officer(ccio), ccio));
    EXPECT_TRUE(handles(officer({}), ccio)) << "everywhere";
    EXPECT_FALSE(handles(officer({71}), ccio));
    EXPECT_FALSE(handles(member(ann), ccio));
}

TEST(BreachesPolicy, MembersReportWhatIsWholeAndNotThemselves) {
    EXPECT_FALSE(may_report(member(ann), spot, report(), {bob, 0}));
    EXPECT_FALSE(may_report(member(ann), spot, report(), {std::nullopt, 0}));
    EXPECT_TRUE(may_report(member(ann, {71}), spot, report(), {bob, 0})) << "of another network";
    EXPECT_TRUE(may_report(identity::Actor::visitor(), spot, report(), {bob, 0}));
    EXPECT_TRUE(may_report(member(bob), spot, report(), {bob, 0})) << "themselves";
    EXPECT_FALSE(may_report(member(ann), spot, report(), {bob, reports_a_day - 1}));
    EXPECT_TRUE(may_report(member(ann), spot, report(), {bob, reports_a_day}));
    const auto refused = [](auto change) {
        auto draft = report();
        change(draft);
        const auto refusal = may_report(member(ann), spot, draft, {bob, 0});
        return refusal ? refusal->field : "nothing";
    };
    EXPECT_EQ(refused([](ReportDraft& draft) { draft.kind = "gossip"; }), "kind");
    EXPECT_EQ(refused([](ReportDraft& draft) { draft.words = ""; }), "words");
    EXPECT_EQ(refused([](ReportDraft& draft) { draft.came_out = ""; }), "came_out");
    EXPECT_EQ(refused([](ReportDraft& draft) { draft.words.assign(words_characters_max, 'a'); }),
              "nothing");
    EXPECT_EQ(
        refused([](ReportDraft& draft) { draft.words.assign(words_characters_max + 1, 'a'); }),
        "words");
    EXPECT_EQ(refused([](ReportDraft& draft) {
                  draft.came_out.assign(came_out_characters_max + 1, 'a');
              }),
              "came_out");
}

TEST(BreachesPolicy, OfficersNoteNameAndAsk) {
    EXPECT_FALSE(may_note(as(Part::officer), {"Seen."}, notes_max - 1));
    EXPECT_TRUE(may_note(as(Part::officer), {"Seen."}, notes_max));
    EXPECT_FALSE(may_note(as(Part::officer, State::settled), {"Seen."}, 0)) << "afterwards too";
    EXPECT_TRUE(may_note(as(Part::officer), {""}, 0));
    Case unnamed = as(Part::officer);
    unnamed.reported.reset();
    EXPECT_FALSE(may_name(unnamed, mia));
    EXPECT_TRUE(may_name(unnamed, std::nullopt));
    EXPECT_TRUE(may_name(unnamed, ann)) << "who reported";
    EXPECT_TRUE(may_name(as(Part::officer), mia)) << "nobody is named after another";
    EXPECT_TRUE(may_name(asked(now), mia)) << "somebody is heard already";
    EXPECT_FALSE(may_ask(as(Part::officer), {"Was it you?"}));
    EXPECT_TRUE(may_ask(as(Part::officer), {""}));
    EXPECT_TRUE(may_ask(asked(now), {"Was it you?"})) << "once";
    Case unknown = as(Part::officer);
    unknown.reported.reset();
    EXPECT_TRUE(may_ask(unknown, {"Was it you?"}));
    for (const Part part : {Part::keeper, Part::reporter, Part::reported}) {
        EXPECT_TRUE(may_note(as(part), {"Seen."}, 0));
        EXPECT_TRUE(may_name(as(part), mia));
        EXPECT_TRUE(may_ask(as(part), {"Was it you?"}));
    }
    for (const State state : {State::decided, State::appealed, State::settled}) {
        EXPECT_TRUE(may_name(as(Part::officer, state), mia));
        EXPECT_TRUE(may_ask(as(Part::officer, state), {"Was it you?"}));
    }
}

TEST(BreachesPolicy, WhoWasAskedAnswersOnce) {
    Case one = as(Part::reported);
    EXPECT_TRUE(may_answer(one, {"It was not me."})) << "not asked yet";
    one.asked = now;
    EXPECT_FALSE(may_answer(one, {"It was not me."}));
    EXPECT_TRUE(may_answer(one, {""}));
    one.part = Part::reporter;
    EXPECT_TRUE(may_answer(one, {"It was not me."}));
    one.part = Part::reported;
    one.answered = now;
    EXPECT_TRUE(may_answer(one, {"It was not me."}));
    Case late = as(Part::reported, State::decided);
    late.asked = now;
    EXPECT_TRUE(may_answer(late, {"It was not me."}));
}

TEST(BreachesPolicy, ARulingHasAReasonAndASuspensionADay) {
    EXPECT_FALSE(may_rule(ruling(Outcome::warning), {}));
    auto silent = ruling(Outcome::warning);
    silent.reason = "";
    EXPECT_TRUE(may_rule(silent, {}));
    EXPECT_TRUE(may_rule(ruling(Outcome::suspended), {})) << "until when?";
    EXPECT_TRUE(may_rule(ruling(Outcome::suspended, today), {}));
    EXPECT_FALSE(may_rule(ruling(Outcome::suspended, today + base::days{1}), {}));
    EXPECT_FALSE(may_rule(ruling(Outcome::suspended, today + base::days{suspended_days_max}), {}));
    EXPECT_TRUE(
        may_rule(ruling(Outcome::suspended, today + base::days{suspended_days_max + 1}), {}));
    const Standing holder{.holds_office = true};
    EXPECT_FALSE(may_rule(ruling(Outcome::warning), holder));
    EXPECT_TRUE(may_rule(ruling(Outcome::suspended, today + base::days{1}), holder));
    EXPECT_TRUE(may_rule(ruling(Outcome::excluded), holder));
}

TEST(BreachesPolicy, NothingIsDecidedAgainstWhoWasNotHeard) {
    EXPECT_FALSE(may_decide(as(Part::officer), ruling(Outcome::no_breach), {}));
    EXPECT_FALSE(may_decide(as(Part::officer), ruling(Outcome::nobody_known), {}));
    EXPECT_TRUE(may_decide(as(Part::officer), ruling(Outcome::reminder), {}));
    EXPECT_TRUE(may_decide(asked(now - answer_within), ruling(Outcome::warning), {}));
    const auto long_ago = now - answer_within - base::seconds(1);
    EXPECT_FALSE(may_decide(asked(long_ago), ruling(Outcome::warning), {}));
    Case answered = asked(now - base::hours(1));
    answered.answered = now;
    EXPECT_FALSE(may_decide(answered, ruling(Outcome::warning), {}));
    Case unknown = answered;
    unknown.reported.reset();
    EXPECT_TRUE(may_decide(unknown, ruling(Outcome::warning), {}));
    for (const Part part : {Part::keeper, Part::reporter, Part::reported}) {
        EXPECT_TRUE(may_decide(as(part), ruling(Outcome::no_breach), {}));
    }
    for (const State state : {State::decided, State::appealed, State::settled}) {
        EXPECT_TRUE(may_decide(as(Part::officer, state), ruling(Outcome::no_breach), {}));
    }
}

TEST(BreachesPolicy, ItIsAppealedOnceWithin28DaysByWhomItIsAgainst) {
    const Case one = as(Part::reported, State::decided);
    const auto decided = one.ruling->at;
    EXPECT_FALSE(may_appeal(one, {"Overlooked."}, now));
    EXPECT_FALSE(may_appeal(one, {"Overlooked."}, decided + base::days{28}));
    EXPECT_TRUE(may_appeal(one, {"Overlooked."}, decided + base::days{28} + base::seconds(1)));
    EXPECT_TRUE(may_appeal(one, {""}, now));
    EXPECT_TRUE(may_appeal(as(Part::reported), {"Overlooked."}, now)) << "nothing was decided";
    EXPECT_TRUE(may_appeal(as(Part::reported, State::appealed), {"Overlooked."}, now));
    EXPECT_TRUE(may_appeal(as(Part::reported, State::settled), {"Overlooked."}, now));
    for (const Part part : {Part::officer, Part::keeper, Part::reporter}) {
        EXPECT_TRUE(may_appeal(as(part, State::decided), {"Overlooked."}, now));
    }
    Case mild = one;
    mild.ruling->outcome = Outcome::no_breach;
    EXPECT_TRUE(may_appeal(mild, {"Overlooked."}, now));
    mild.ruling->outcome = Outcome::reminder;
    EXPECT_FALSE(may_appeal(mild, {"Overlooked."}, now));
}

TEST(BreachesPolicy, AnotherOfficerSettlesAndNothingBecomesHarder) {
    const Case one = as(Part::officer, State::appealed);
    const auto until = one.ruling->until;
    EXPECT_FALSE(may_settle(one, ruling(Outcome::no_breach), {}));
    EXPECT_FALSE(may_settle(one, ruling(Outcome::suspended, until), {})) << "it stands";
    EXPECT_FALSE(may_settle(one, ruling(Outcome::suspended, *until - base::days{1}), {}));
    EXPECT_TRUE(may_settle(one, ruling(Outcome::suspended, *until + base::days{1}), {}));
    EXPECT_TRUE(may_settle(one, ruling(Outcome::excluded), {}));
    auto same_officer = ruling(Outcome::no_breach);
    same_officer.by = mia;
    EXPECT_TRUE(may_settle(one, same_officer, {}));
    Case of_erased = one;
    of_erased.ruling->by.reset();
    EXPECT_FALSE(may_settle(of_erased, same_officer, {}));
    for (const Part part : {Part::keeper, Part::reporter, Part::reported}) {
        EXPECT_TRUE(may_settle(as(part, State::appealed), ruling(Outcome::no_breach), {}));
    }
    for (const State state : {State::open, State::decided, State::settled}) {
        EXPECT_TRUE(may_settle(as(Part::officer, state), ruling(Outcome::no_breach), {}));
    }
}

}  // namespace
}  // namespace breaches
