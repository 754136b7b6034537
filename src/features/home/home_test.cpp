// The first page of the day, help, and the parts on show.

#include "features/home/feature.h"

#include "tests/support/test_site.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace home {
namespace {

class Home : public testing_site::SiteTest {
protected:
    std::string greeting_at(int hour) {
        // 8 June 2027 in London, where it is summer.
        const auto midnight = std::chrono::sys_days{std::chrono::year{2027} / 6 / 8};
        site().clock().move_to(midnight + base::hours(hour - 1));
        return site().as("Ann Lee").get("/").find("h1").text();
    }
};
MOOTHALL_ON_BOTH_ENGINES(Home);

TEST_P(Home, TheGreetingKnowsTheHour) {
    EXPECT_EQ(greeting_at(1), "Good morning, Ann");
    EXPECT_EQ(greeting_at(11), "Good morning, Ann");
    EXPECT_EQ(greeting_at(12), "Good afternoon, Ann");
    EXPECT_EQ(greeting_at(17), "Good afternoon, Ann");
    EXPECT_EQ(greeting_at(18), "Good evening, Ann");
}

TEST_P(Home, WithNothingNewTodaySaysSo) {
    const auto page = site().as("Ann").get("/");
    EXPECT_TRUE(page.says("Tuesday 8 June. Nothing new since you last looked."));
    EXPECT_FALSE(page.says("Waiting for you"));
}

TEST_P(Home, ANameIsTextWhateverItIs) {
    const auto page = site().as("<b>Ann</b> & Co").get("/");
    EXPECT_EQ(page.find("h1").text(), "Good morning, <b>Ann</b>");
    EXPECT_EQ(page.body().find("<b>Ann"), std::string::npos);
}

TEST_P(Home, TheMenuSaysWhereOneIs) {
    auto ann = site().as("Ann");
    for (const auto* path : {"/", "/help", "/settings", "/forum"}) {
        const auto page = ann.get(path);
        std::string current;
        for (const auto& link : page.all("a[aria-current=page]")) {
            current = link.attribute("href").value_or("");
        }
        EXPECT_EQ(current, path);
    }
}

TEST_P(Home, HelpIsForAnyoneAndThePartsOnShowForMembers) {
    auto ann = site().as("Ann");
    for (const auto* path : {"/help", "/help/rule"}) {
        EXPECT_EQ(ann.get(path).status(), 200) << path;
        const auto page = site().visitor().get(path);
        EXPECT_EQ(page.status(), 200) << path;
        EXPECT_FALSE(page.has("aside.side")) << "a visitor has no menu";
    }
    EXPECT_EQ(site().visitor().get("/design").status(), 303);
    EXPECT_TRUE(ann.get("/help").says("use what you learn, never say who said it"));
}

TEST_P(Home, EveryPageLeadsToHelp) {
    for (const auto* path : {"/sign-in", "/help", "/no-such-page"}) {
        const auto page = site().visitor().get(path);
        const auto links = page.all("a");
        const auto is_help = [](const auto& link) { return link.attribute("href") == "/help"; };
        EXPECT_TRUE(std::ranges::any_of(links, is_help)) << path;
    }
}

}  // namespace
}  // namespace home
