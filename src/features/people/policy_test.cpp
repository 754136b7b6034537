#include "features/people/policy.h"

#include <gtest/gtest.h>

namespace people {
namespace {

identity::Actor person(std::int64_t id) {
    return identity::Actor::person({.id = {id}});
}

ProfileDraft draft() {
    return {.about = "I lead.",
            .interests = "EPR go-lives",
            .systems = "Rowan",
            .mentors = "yes",
            .receives = "",
            .see_name = "members",
            .see_work = "networks",
            .see_networks = "me",
            .see_about = "members",
            .see_interests = "members",
            .see_systems = "members"};
}

TEST(PeoplePolicy, EachPartOfAProfileFits) {
    const auto field = [](std::string ProfileDraft::* member, std::string value) {
        ProfileDraft changed = draft();
        changed.*member = std::move(value);
        const auto refusal = may_save(person(1), changed);
        return refusal ? refusal->field : "";
    };
    EXPECT_TRUE(may_save(identity::Actor::visitor(), draft()));
    EXPECT_EQ(field(&ProfileDraft::about, std::string(1'200, 'x')), "");
    EXPECT_EQ(field(&ProfileDraft::about, std::string(1'201, 'x')), "about");
    EXPECT_EQ(field(&ProfileDraft::interests, std::string(60, 'x')), "");
    EXPECT_EQ(field(&ProfileDraft::interests, std::string(61, 'x')), "interests");
    std::string many;
    for (int n = 0; n < 21; ++n) many += "tag " + std::to_string(n) + "\n";
    EXPECT_EQ(field(&ProfileDraft::systems, many), "systems");
    for (const auto member :
         {&ProfileDraft::see_name, &ProfileDraft::see_work, &ProfileDraft::see_networks,
          &ProfileDraft::see_about, &ProfileDraft::see_interests, &ProfileDraft::see_systems}) {
        EXPECT_NE(field(member, "everyone"), "");
        EXPECT_NE(field(member, ""), "");
    }
}

TEST(PeoplePolicy, OneAsksOthersNotTooOften) {
    Line line;
    line.id = {2};
    EXPECT_FALSE(may_ask(person(1), line, {"Your go-live."}, {.today = 4}));
    EXPECT_TRUE(may_ask(person(1), line, {"Your go-live."}, {.today = 5}));
    EXPECT_TRUE(may_ask(person(1), line, {"Your go-live."}, {.waits = true})) << "asked already";
    EXPECT_TRUE(may_ask(person(1), line, {"Your go-live."}, {.was_refused = true}));
    EXPECT_TRUE(may_ask(person(2), line, {"Myself."}, {}));
    EXPECT_TRUE(may_ask(person(1), line, {""}, {}));
    EXPECT_TRUE(may_ask(person(1), line, {std::string(601, 'x')}, {}));
}

TEST(PeoplePolicy, WhoWasAskedAnswersOnce) {
    Introduction one;
    one.asker = {1};
    one.asked = {2};
    EXPECT_FALSE(may_answer(person(2), one));
    EXPECT_TRUE(may_answer(person(1), one));
    one.answered = base::Instant{};
    EXPECT_TRUE(may_answer(person(2), one));
}

TEST(Tags, AreOneALineOrPartedByCommasEachOnce) {
    EXPECT_EQ(tags_in(" EPR  go-lives,\nepr go-lives\n\nVirtual wards , "),
              (std::vector<std::string>{"EPR go-lives", "Virtual wards"}));
    EXPECT_TRUE(tags_in("").empty());
    EXPECT_TRUE(tags_in(" ,\n, ").empty());
}

}  // namespace
}  // namespace people
