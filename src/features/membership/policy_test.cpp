#include "features/membership/policy.h"

#include <gtest/gtest.h>

namespace membership {

namespace {

base::Day day(const char* iso) {
    return base::parse_day(iso).value();
}

identity::Actor person(std::int64_t id, std::int64_t leads = 0) {
    identity::Actor::Person made{.id = {id}};
    if (leads > 0) made.rights.held.push_back({verify_positions, {leads}});
    return identity::Actor::person(made);
}

Position position(std::int64_t of, std::int64_t audience = 5) {
    Position made;
    made.person = {of};
    made.audience = {audience};
    made.began = day("2024-04-01");
    return made;
}

TEST(MembershipPolicy, AClaimHasATitleThatFits) {
    const auto field = [](const identity::Actor& actor, const PositionDraft& draft) {
        const auto refusal = may_claim(actor, draft, 0);
        return refusal ? refusal->field + "!" : "";
    };
    PositionDraft draft{.title = std::string(120, 'x'), .evidence = std::string(600, 'x')};
    EXPECT_EQ(field(person(1), draft), "");
    EXPECT_EQ(field(identity::Actor::visitor(), draft), "!");
    EXPECT_FALSE(may_claim(person(1), draft, waiting_max - 1));
    EXPECT_TRUE(may_claim(person(1), draft, waiting_max)) << "nobody can fill the queue";
    draft.evidence += 'x';
    EXPECT_EQ(field(person(1), draft), "evidence!");
    draft.title += 'x';
    EXPECT_EQ(field(person(1), draft), "title!");
    draft.title = "";
    EXPECT_EQ(field(person(1), draft), "title!");
}

TEST(MembershipPolicy, APositionBeginsNotInTheFuture) {
    const auto today = day("2026-11-27");
    EXPECT_FALSE(may_begin(today, today));
    EXPECT_TRUE(may_begin(today + base::days{1}, today));
    EXPECT_FALSE(may_begin(today - base::days{60 * 366}, today));
    EXPECT_TRUE(may_begin(today - base::days{60 * 366 + 1}, today));
}

TEST(MembershipPolicy, WhoLeadsTheNetworkDecidesButNotOnThemselves) {
    EXPECT_FALSE(may_decide(person(2, 5), position(1)));
    EXPECT_FALSE(may_decide(identity::Actor::worker("demo"), position(1)));
    EXPECT_TRUE(may_decide(person(2, 6), position(1))) << "of another network";
    EXPECT_TRUE(may_decide(person(2), position(1)));
    EXPECT_TRUE(may_decide(person(1, 5), position(1))) << "their own";
    Position decided = position(1);
    decided.decided = base::Instant{};
    EXPECT_TRUE(may_decide(person(2, 5), decided)) << "the second sees what happened";
    EXPECT_TRUE(may_refuse(person(2, 5), position(1), {""}));
    EXPECT_FALSE(may_refuse(person(2, 5), position(1), {std::string(400, 'x')}));
    EXPECT_TRUE(may_refuse(person(2, 5), position(1), {std::string(401, 'x')}));
}

TEST(MembershipPolicy, ItsHolderEndsAPositionOnce) {
    const auto today = day("2024-06-01");
    EXPECT_FALSE(may_end(person(1), position(1), day("2024-04-01"), today));
    EXPECT_TRUE(may_end(person(1), position(1), day("2024-03-31"), today)) << "before it began";
    EXPECT_TRUE(may_end(person(2, 5), position(1), day("2025-04-01"), today));
    EXPECT_FALSE(may_end(person(1), position(1), today + base::days{366}, today));
    EXPECT_TRUE(may_end(person(1), position(1), today + base::days{367}, today));
    Position ended = position(1);
    ended.ended = day("2025-03-31");
    EXPECT_TRUE(may_end(person(1), ended, day("2025-04-01"), today));
}

// ---- belonging ----

networks::Network network(networks::Needs needs = networks::Needs::role,
                          networks::Place place = networks::Place::care_provider) {
    networks::Network made;
    made.id = {3};
    made.audience = {5};
    made.needs = needs;
    made.place = place;
    return made;
}

identity::Actor manager(std::int64_t id) {
    identity::Actor::Person made{.id = {id}};
    made.rights.held.push_back({verify_positions, {}});
    return identity::Actor::person(made);
}

TEST(MembershipPolicy, NobodyWorksWhereNobodyWorksAnyMore) {
    organisations::Organisation one;
    const auto today = day("2026-11-27");
    EXPECT_FALSE(may_work_at(one, today));
    one.closed = today - base::days{1};
    EXPECT_FALSE(may_work_at(one, today)) << "it closed yesterday";
    one.closed = today - base::days{2};
    EXPECT_TRUE(may_work_at(one, today));
    one.closed.reset();
    one.successor = {9};
    one.succeeded = today + base::days{1};
    EXPECT_FALSE(may_work_at(one, today));
    one.succeeded = today;
    EXPECT_TRUE(may_work_at(one, today));
}

TEST(MembershipPolicy, WhoDecidesOnANetworkKeepsItsRoll) {
    EXPECT_FALSE(may_keep(person(2, 5), network()));
    EXPECT_TRUE(may_keep(person(2, 6), network())) << "of another network";
    EXPECT_TRUE(may_keep(person(2), network()));
    EXPECT_TRUE(may_keep(identity::Actor::visitor(), network()));
    auto managed = network();
    managed.decided_by = networks::Deciders::managers;
    EXPECT_TRUE(may_keep(person(2, 5), managed));
    EXPECT_FALSE(may_keep(manager(2), managed));
    EXPECT_FALSE(may_keep(identity::Actor::worker("demo"), managed));

    EXPECT_FALSE(may_enrol(manager(2), {1}, network(), Category::full, {}));
    EXPECT_TRUE(may_enrol(manager(1), {1}, network(), Category::full, {})) << "themselves";
    EXPECT_TRUE(may_enrol(manager(2), {1}, network(), Category::sponsor, {}));
    EXPECT_TRUE(may_enrol(person(2), {1}, network(), Category::full, {}));
}

TEST(MembershipPolicy, ASponsorsContactBelongsToNoNetworkAndHoldsNoOffice) {
    const Belongs member{.to_a_network = true}, contact{.to_a_sponsor = true};
    const auto worker = identity::Actor::worker("test");
    EXPECT_FALSE(may_enrol(manager(2), {1}, network(), Category::full, member));
    EXPECT_TRUE(may_enrol(manager(2), {1}, network(), Category::full, contact));
    EXPECT_TRUE(may_enrol(worker, {1}, network(), Category::full, contact)) << "nor by a file";
    EXPECT_FALSE(may_enrol_sponsor(manager(2), {1}, {}, false));
    EXPECT_FALSE(may_enrol_sponsor(manager(2), {1}, contact, false)) << "another day";
    EXPECT_TRUE(may_enrol_sponsor(manager(1), {1}, {}, false)) << "themselves";
    EXPECT_TRUE(may_enrol_sponsor(person(2, 5), {1}, {}, false));
    EXPECT_TRUE(may_enrol_sponsor(manager(2), {1}, member, false));
    EXPECT_TRUE(may_enrol_sponsor(worker, {1}, member, false));
    EXPECT_TRUE(may_enrol_sponsor(manager(2), {1}, {}, true));
    Member sponsor;
    sponsor.person = {1};
    sponsor.category = Category::sponsor;
    EXPECT_FALSE(may_end_sponsorship(manager(2), sponsor, "Their contract ended."));
    EXPECT_FALSE(may_end_sponsorship(worker, sponsor, "Their contract ended."));
    EXPECT_TRUE(may_end_sponsorship(manager(2), sponsor, ""));
    EXPECT_TRUE(may_end_sponsorship(person(2, 5), sponsor, "Their contract ended."));
    sponsor.ended = base::Day{};
    EXPECT_TRUE(may_end_sponsorship(manager(2), sponsor, "Their contract ended."));
}

TEST(MembershipPolicy, ASponsorsContactAndAMemberAreNotOneAccount) {
    const Belongs member{.to_a_network = true}, contact{.to_a_sponsor = true};
    EXPECT_TRUE(may_be_merged(member, contact));
    EXPECT_TRUE(may_be_merged(contact, member));
    EXPECT_FALSE(may_be_merged(member, member));
    EXPECT_FALSE(may_be_merged(contact, contact));
    EXPECT_FALSE(may_be_merged({}, contact));
    EXPECT_FALSE(may_be_merged(member, {}));
}

TEST(MembershipPolicy, WhoKeepsTheRollOrOneselfEndsAMembershipOnce) {
    Member member;
    member.person = {1};
    EXPECT_FALSE(may_end_membership(person(1), member, network(), "I leave."));
    EXPECT_FALSE(may_end_membership(person(2, 5), member, network(), "Left the NHS."));
    EXPECT_TRUE(may_end_membership(person(2), member, network(), "I do not like them."));
    EXPECT_TRUE(may_end_membership(person(2, 5), member, network(), ""));
    EXPECT_TRUE(may_end_membership(person(2, 5), member, network(), std::string(401, 'x')));
    member.ended = day("2026-01-01");
    EXPECT_TRUE(may_end_membership(person(1), member, network(), "Again."));
}

// ---- joining and applying ----

TEST(MembershipPolicy, WhoAsksToJoinHasAName) {
    const auto field = [](const JoinDraft& draft) {
        const auto refusal = may_be_name(draft);
        return refusal ? refusal->field : "";
    };
    EXPECT_EQ(field({"Ann", "ann@example.org", ""}), "");
    EXPECT_EQ(field({"", "ann@example.org", ""}), "full_name");
    EXPECT_EQ(field({std::string(101, 'x'), "ann@example.org", ""}), "full_name");
}

TEST(MembershipPolicy, EachNetworkTakesWhomItIsFor) {
    using networks::Needs;
    using networks::Place;
    using organisations::Kind;
    const auto field = [](const networks::Network& one, Category category,
                          std::optional<Kind> kind) {
        const auto refusal = fits(one, category, kind);
        return refusal ? refusal->field : "";
    };
    EXPECT_EQ(field(network(), Category::full, Kind::trust), "");
    EXPECT_EQ(field(network(), Category::deputy, Kind::private_provider), "");
    EXPECT_EQ(field(network(), Category::full, Kind::supplier), "organisation");
    EXPECT_EQ(field(network(), Category::full, std::nullopt), "organisation");
    EXPECT_EQ(field(network(), Category::wider, Kind::trust), "category");
    EXPECT_EQ(field(network(), Category::patient, std::nullopt), "category");
    EXPECT_EQ(field(network(Needs::work), Category::wider, Kind::trust), "");
    EXPECT_EQ(field(network(Needs::work), Category::patient, std::nullopt), "network");
    EXPECT_EQ(field(network(Needs::work, Place::abroad), Category::international, Kind::abroad),
              "");
    EXPECT_EQ(field(network(Needs::work, Place::abroad), Category::wider, Kind::trust),
              "organisation");
    EXPECT_EQ(field(network(Needs::interest, Place::anywhere), Category::patient, std::nullopt),
              "");
    EXPECT_EQ(
        field(network(Needs::interest, Place::anywhere), Category::specialist, Kind::supplier), "");
    EXPECT_EQ(field(network(Needs::invitation), Category::full, Kind::trust), "network");
    for (const auto category : {Category::alumni, Category::sponsor}) {
        EXPECT_EQ(field(network(Needs::interest, Place::anywhere), category, Kind::trust),
                  "category");
    }
}

TEST(MembershipPolicy, AnApplicationFits) {
    const auto field = [](const ApplicationDraft& draft) {
        const auto refusal = may_apply(person(1), draft, {});
        return refusal ? refusal->field : "";
    };
    EXPECT_TRUE(may_apply(identity::Actor::visitor(), {.title = "CCIO"}, {}));
    EXPECT_TRUE(may_apply(person(1), {.title = "CCIO"}, {.to_a_sponsor = true}));
    EXPECT_EQ(field({.title = std::string(120, 'x'), .words = std::string(1'200, 'x')}), "");
    EXPECT_EQ(field({.title = ""}), "title");
    EXPECT_EQ(field({.category = "patient", .title = ""}), "title");
    EXPECT_EQ(field({.title = "CCIO", .link = "https://" + std::string(292, 'x')}), "");
    EXPECT_EQ(field({.title = "CCIO", .link = "https://" + std::string(293, 'x')}), "link");
    EXPECT_EQ(field({.title = "CCIO", .link = "data:text/html,x"}), "link");
    EXPECT_EQ(field({.title = "CCIO", .words = std::string(1'201, 'x')}), "words");
}

Application application(State state = State::waits) {
    Application made;
    made.id = {7};
    made.person = {1};
    made.network = {3};
    made.state = state;
    return made;
}

TEST(MembershipPolicy, WhoAppliedWithdrawsWhatIsOpen) {
    EXPECT_FALSE(may_withdraw(person(1), application()));
    EXPECT_FALSE(may_withdraw(person(1), application(State::appealed)));
    EXPECT_TRUE(may_withdraw(person(2, 5), application()));
    EXPECT_TRUE(may_withdraw(person(1), application(State::admitted)));
}

TEST(MembershipPolicy, WhoAppliedAttachesAFewSmallDocuments) {
    EXPECT_FALSE(may_attach(person(1), application(), 2, document_bytes_max));
    EXPECT_TRUE(may_attach(person(1), application(), 3, 1));
    EXPECT_TRUE(may_attach(person(1), application(), 0, document_bytes_max + 1));
    EXPECT_TRUE(may_attach(person(2, 5), application(), 0, 1)) << "not who decides";
    EXPECT_TRUE(may_attach(person(1), application(State::refused), 0, 1));
}

TEST(MembershipPolicy, OneAppealWithinThirtyDays) {
    auto refused = application(State::refused);
    refused.decided = base::Instant{};
    const auto now = base::Instant{} + evidence_kept;
    EXPECT_FALSE(may_appeal(person(1), refused, {"Look again."}, now));
    EXPECT_TRUE(may_appeal(person(1), refused, {"Look again."}, now + base::seconds(1)));
    EXPECT_TRUE(may_appeal(person(1), refused, {""}, now));
    EXPECT_TRUE(may_appeal(person(1), refused, {std::string(1'201, 'x')}, now));
    EXPECT_TRUE(may_appeal(person(2), refused, {"Look again."}, now));
    for (const auto state : {State::waits, State::admitted, State::appealed,
                             State::refused_for_good, State::withdrawn}) {
        auto other = application(state);
        other.decided = base::Instant{};
        EXPECT_TRUE(may_appeal(person(1), other, {"Look again."}, now));
    }
}

TEST(MembershipPolicy, MembersWithThatRightVouchForOthers) {
    const VouchDraft yes{"yes", "We work together."};
    EXPECT_FALSE(may_vouch(person(2), application(), Category::full, yes));
    EXPECT_FALSE(may_vouch(person(2), application(), Category::deputy, {"no", ""}));
    EXPECT_TRUE(may_vouch(person(2), application(), Category::wider, yes));
    EXPECT_TRUE(may_vouch(person(2), application(), std::nullopt, yes)) << "not of this network";
    EXPECT_TRUE(may_vouch(person(1), application(), Category::full, yes)) << "themselves";
    EXPECT_TRUE(may_vouch(person(2), application(State::admitted), Category::full, yes));
    EXPECT_TRUE(may_vouch(person(2), application(), Category::full, {"perhaps", ""}));
    EXPECT_TRUE(
        may_vouch(person(2), application(), Category::full, {"yes", std::string(601, 'x')}));
}

TEST(MembershipPolicy, AnApplicationIsDecidedOnceAndAnAppealBySomebodyElse) {
    Filed file{application(), network(), ""};
    EXPECT_FALSE(may_decide_on(person(2, 5), file));
    EXPECT_FALSE(may_refuse_application(person(2, 5), file, {"No role is shown."}));
    EXPECT_TRUE(may_refuse_application(person(2, 5), file, {""}));
    EXPECT_TRUE(may_refuse_application(person(2, 5), file, {std::string(401, 'x')}));
    EXPECT_TRUE(may_decide_on(person(2), file));
    EXPECT_TRUE(may_decide_on(person(1, 5), file)) << "their own";
    for (const auto state :
         {State::admitted, State::refused, State::withdrawn, State::refused_for_good}) {
        EXPECT_TRUE(may_decide_on(manager(2), {application(state), network(), ""}));
    }
    file.application.state = State::appealed;
    file.application.decided_by = PersonId{2};
    EXPECT_TRUE(may_decide_on(manager(2), file)) << "who refused it";
    EXPECT_TRUE(may_decide_on(person(3, 5), file)) << "who leads one network only";
    EXPECT_FALSE(may_decide_on(manager(3), file));
}

TEST(MembershipPolicy, WhoRunsTheCommunityKeepsTheDomains) {
    EXPECT_FALSE(may_keep_domains(manager(2)));
    EXPECT_TRUE(may_keep_domains(person(2, 5))) << "a chair";
}

}  // namespace
}  // namespace membership
