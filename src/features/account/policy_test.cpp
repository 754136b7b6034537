#include "features/account/policy.h"

#include <gtest/gtest.h>

namespace account {
namespace {

identity::Actor actor(std::int64_t id, bool restores) {
    identity::Actor::Person person;
    person.id = identity::PersonId{id};
    if (restores) person.rights.held.push_back({restore_access, {}});
    return identity::Actor::person(std::move(person));
}

TEST(AccountPolicy, OneMovesToAnAddressThatIsOneAndNotTheSame) {
    EXPECT_FALSE(may_move_to("ann@new.example", "ann@old.example"));
    EXPECT_TRUE(may_move_to("nowhere", "ann@old.example"));
    EXPECT_TRUE(may_move_to("ANN@old.example", "ann@old.example"));
}

TEST(AccountPolicy, WhoAsksToBeLetInHasSomethingThatCanBeLostAndSaysHowToReachThem) {
    EXPECT_FALSE(may_ask_for_access({"Call me."}, true));
    EXPECT_TRUE(may_ask_for_access({"Call me."}, false));
    EXPECT_TRUE(may_ask_for_access({""}, true));
    EXPECT_TRUE(may_ask_for_access({std::string(lost_words_max + 1, 'x')}, true));
}

TEST(AccountPolicy, OfficersRestoreAccessForOthersOnceEach) {
    EXPECT_FALSE(may_restore(actor(1, true)));
    EXPECT_TRUE(may_restore(actor(1, false)));
    EXPECT_TRUE(may_restore(identity::Actor::visitor()));
    const LostFactor lost{.person = identity::PersonId{2}};
    EXPECT_FALSE(may_vouch(actor(1, true), lost));
    EXPECT_TRUE(may_vouch(actor(1, false), lost));
    EXPECT_TRUE(may_vouch(actor(2, true), lost)) << "for oneself";
    const LostFactor once{.person = identity::PersonId{2}, .vouched_by = identity::PersonId{1}};
    EXPECT_TRUE(may_vouch(actor(1, true), once)) << "twice";
    EXPECT_FALSE(may_vouch(actor(3, true), once));
}

}  // namespace
}  // namespace account
