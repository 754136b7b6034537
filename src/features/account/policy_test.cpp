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

TEST(AccountPolicy, AnOfficeAndAnAddressJustChangedHoldAMergerUp) {
    const base::Instant now = base::Instant() + base::hours(24 * 365);
    const MergerState plain{.person = identity::PersonId{1}};
    const MergerState other{.person = identity::PersonId{2}};
    const MergerState chair{.person = identity::PersonId{1}, .holds_office = true};
    const auto changed = [&](auto ago) {
        return MergerState{.person = identity::PersonId{1}, .changed = now - ago};
    };
    const auto moved = [&](auto ago) {
        return MergerState{.person = identity::PersonId{2}, .moved = now - ago};
    };
    EXPECT_FALSE(may_be_given_up(plain, now));
    EXPECT_TRUE(may_be_given_up(chair, now));
    EXPECT_TRUE(may_be_given_up(changed(address_undo_life - base::seconds(1)), now));
    EXPECT_FALSE(may_be_given_up(changed(address_undo_life), now));
    EXPECT_FALSE(may_take_in(plain, other, now));
    EXPECT_TRUE(may_take_in(plain, plain, now)) << "one account is not two";
    EXPECT_TRUE(may_take_in(chair, other, now));
    EXPECT_FALSE(may_take_in(other, chair, now)) << "the one with the office takes in";
    EXPECT_TRUE(may_take_in(plain, moved(address_undo_life - base::seconds(1)), now));
    EXPECT_FALSE(may_take_in(plain, moved(address_undo_life), now));
    EXPECT_FALSE(may_take_in(other, changed(base::hours(1)), now)) << "a new one takes in at once";
}

}  // namespace
}  // namespace account
