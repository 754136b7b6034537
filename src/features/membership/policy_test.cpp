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

}  // namespace
}  // namespace membership
