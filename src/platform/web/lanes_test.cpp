// What is done before a form's transaction, for whom, and whom it holds up; and what is done when
// the answer has left.

#include "platform/web/test_small_site.h"

#include <future>
#include <gtest/gtest.h>

namespace web {
namespace {

using testing_site::Page;

class Lanes : public testing::SmallSite {};
MOOTHALL_ON_BOTH_ENGINES(Lanes);

// ---- what is prepared ----

TEST_P(Lanes, NothingSlowIsDoneForAForgedForm) {
    const auto bob = cookies_of("Bob");
    const auto form = with(form_for(bob), {{"title", "A"}});
    EXPECT_EQ(post("/prepared", {{"title", "A"}}, bob).status(), 403);
    EXPECT_EQ(post("/prepared", {{"token", "made-up"}, {"title", "A"}}, bob).status(), 403);
    EXPECT_EQ(post("/prepared", form).status(), 401) << "of nobody";
    const auto foreign = ask({.method = http::Method::post,
                              .path = "/prepared",
                              .body = body_of(form),
                              .headers = {{"Origin", "https://evil.example"}},
                              .cookies = bob});
    EXPECT_EQ(foreign.status(), 403);
    EXPECT_EQ(preparing().begun, 0);
    EXPECT_EQ(post("/prepared", form, bob).status(), 303);
    EXPECT_EQ(preparing().begun, 1);
}

TEST_P(Lanes, WhatIsPreparedHoldsUpNoPageAndTooMuchOfItIsRefusedWithTheTextBack) {
    constexpr int many = 200;
    const auto bob = cookies_of("Bob");
    const auto form = form_for(bob);
    preparing().is_held = true;
    std::vector<std::future<http::Response>> sent;
    for (int i = 0; i < many; ++i) {
        sent.push_back(send_form("/prepared",
                                 with(form, {{"title", "A"}, {"body", "My words"}}), bob));
    }
    auto apart = send({.path = "/apart"});
    auto drawn_again = send_form("/notes", with(form, {{"title", ""}}), bob);
    const auto time_max = std::chrono::seconds(10);
    EXPECT_EQ(apart.wait_for(time_max), std::future_status::ready);
    EXPECT_EQ(drawn_again.wait_for(time_max), std::future_status::ready);
    preparing().let_go();
    EXPECT_EQ(apart.get().status, 200);
    EXPECT_EQ(drawn_again.get().status, 422);
    int refused = 0;
    for (auto& answered : sent) {
        const Page page(answered.get());
        if (page.status() == 303) continue;
        EXPECT_EQ(page.status(), 503);
        EXPECT_EQ(page.find("#body").text(), "My words");
        ++refused;
    }
    EXPECT_GT(refused, many / 2);
    EXPECT_LT(refused, many - 10);
}

// A password that is checked waits for no server of somebody else, and the other way round.
TEST_P(Lanes, WhatWorksAndWhatWaitsDoNotHoldUpEachOther) {
    const auto bob = cookies_of("Bob");
    preparing().is_held = true;
    auto held = send_form("/prepared", with(form_for(bob), {{"title", "A"}}), bob);
    auto asked = send_form("/asked", with(form_for(bob), {{"title", "B"}}), bob);
    EXPECT_EQ(asked.wait_for(std::chrono::seconds(10)), std::future_status::ready);
    EXPECT_EQ(held.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
    preparing().let_go();
    EXPECT_EQ(asked.get().status, 303);
    EXPECT_EQ(held.get().status, 303);
}

// ---- what follows an answer ----

TEST_P(Lanes, WhatFollowsAnAnswerIsDoneAndAfterAFormItsReadersAreTold) {
    const auto bob = cookies_of("Bob");
    const auto form = form_for(bob);
    EXPECT_EQ(get("/later", bob).status(), 303);
    small().wait_until_quiet();
    EXPECT_EQ(kept(), 1u);
    EXPECT_EQ(committed(), 0) << "a read mark leaves nothing for others to do";
    EXPECT_EQ(post("/later", form, bob).status(), 303);
    small().wait_until_quiet();
    EXPECT_EQ(kept(), 2u);
    EXPECT_EQ(committed(), 2) << "for the form, and for what followed";
    EXPECT_EQ(post("/later", form, bob).status(), 303);
    small().wait_until_quiet();
    EXPECT_EQ(kept(), 2u) << "sent twice";
}

}  // namespace
}  // namespace web
