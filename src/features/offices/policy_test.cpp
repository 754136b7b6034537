// Who may give and end which office, and who may hold it.

#include "features/offices/policy.h"

#include <gtest/gtest.h>

namespace offices {
namespace {

using membership::Category;

Network network() {
    Network one;
    one.id = {7};
    one.audience = {70};
    one.short_name = "CCIO";
    return one;
}

identity::Actor with(std::int64_t id, const std::vector<identity::Permission>& permissions) {
    identity::Actor::Person person;
    person.id = {id};
    for (const auto permission : permissions) person.rights.held.push_back({permission, {}});
    return identity::Actor::person(person);
}
identity::Actor administrator(std::int64_t id) {
    return with(id, {appoint_leaders, appoint_officers});
}
identity::Actor manager(std::int64_t id) {
    return with(id, {appoint_leaders});
}

Held held(Office office) {
    Held one;
    one.person = {1};
    one.office = office;
    return one;
}

TEST(OfficesPolicy, AManagerGivesTheOfficesOfNetworksAndAnAdministratorAll) {
    for (const OfficeFace& face : offices()) {
        const bool leads = face.place == Place::network;
        EXPECT_FALSE(may_give(administrator(2), face.office)) << face.words;
        EXPECT_EQ(may_give(manager(2), face.office).has_value(), !leads) << face.words;
        EXPECT_TRUE(may_give(with(2, {}), face.office)) << face.words;
        EXPECT_TRUE(may_give(identity::Actor::visitor(), face.office)) << face.words;
        EXPECT_FALSE(may_give(identity::Actor::worker("test"), face.office)) << face.words;
        EXPECT_EQ(office_of(face.role), face.office);
        EXPECT_EQ(&face_of(face.office), &face);
    }
    EXPECT_FALSE(office_of("ruler"));
}

TEST(OfficesPolicy, AChairIsOfANetworkAndAnAdministratorOfNone) {
    EXPECT_FALSE(fits(Office::chair, true));
    EXPECT_TRUE(fits(Office::chair, false));
    EXPECT_TRUE(fits(Office::administrator, true));
    EXPECT_FALSE(fits(Office::administrator, false));
    EXPECT_FALSE(fits(Office::moderator, true));
    EXPECT_FALSE(fits(Office::moderator, false));
}

TEST(OfficesPolicy, WhoMayStandHoldsAnOfficeOfTheirNetwork) {
    EXPECT_TRUE(may_hold(Office::chair, Category::full));
    EXPECT_TRUE(may_hold(Office::panel_member, Category::specialist));
    EXPECT_FALSE(may_hold(Office::vice_chair, Category::deputy));
    EXPECT_FALSE(may_hold(Office::chair, Category::alumni));
    EXPECT_FALSE(may_hold(Office::chair, std::nullopt));
    EXPECT_TRUE(may_hold(Office::moderator, Category::alumni)) << "who reads may moderate";
    EXPECT_FALSE(may_hold(Office::moderator, std::nullopt));
    EXPECT_FALSE(may_hold(Office::moderator, Category::sponsor));
}

TEST(OfficesPolicy, NobodyAppointsThemselvesASponsorOrWhoDoesNotBelong) {
    const Plan chair{Office::chair, network()}, administers{Office::administrator, std::nullopt};
    const PersonId person{1};
    const Standing full{.category = Category::full};
    EXPECT_FALSE(may_appoint(manager(2), person, chair, full));
    EXPECT_TRUE(may_appoint(manager(1), person, chair, full)) << "themselves";
    EXPECT_TRUE(may_appoint(administrator(1), person, administers, {})) << "themselves";
    EXPECT_TRUE(may_appoint(manager(2), person, administers, {}));
    EXPECT_FALSE(may_appoint(administrator(2), person, administers, {}));
    EXPECT_TRUE(may_appoint(administrator(2), person, administers, {.is_sponsor = true}));
    EXPECT_TRUE(
        may_appoint(manager(2), person, chair, {.is_sponsor = true, .category = Category::full}));
    EXPECT_TRUE(may_appoint(manager(2), person, chair, {}));
    EXPECT_TRUE(may_appoint(manager(2), person, chair, {.category = Category::wider}));
    EXPECT_TRUE(
        may_appoint(manager(2), person, chair, {.holds_it = true, .category = Category::full}));
    EXPECT_TRUE(may_appoint(manager(2), person, {Office::chair, std::nullopt}, full));
}

TEST(OfficesPolicy, TheLastAdministratorStays) {
    EXPECT_TRUE(may_end(administrator(2), held(Office::administrator), 1));
    EXPECT_FALSE(may_end(administrator(2), held(Office::administrator), 2));
    EXPECT_FALSE(may_end(administrator(2), held(Office::community_manager), 1));
    EXPECT_TRUE(may_end(manager(2), held(Office::administrator), 2));
    EXPECT_FALSE(may_end(manager(2), held(Office::chair), 1));
    EXPECT_TRUE(may_end(with(2, {}), held(Office::chair), 1));
}

TEST(OfficesPolicy, AnEndHasAReason) {
    EXPECT_TRUE(may_say({""}));
    EXPECT_FALSE(may_say({std::string(400, 'x')}));
    EXPECT_TRUE(may_say({std::string(401, 'x')}));
}

}  // namespace
}  // namespace offices
