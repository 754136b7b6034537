// What is done before a form's transaction, and for whom.

#include "platform/web/test_small_site.h"

#include <gtest/gtest.h>

namespace web {
namespace {

class Lanes : public testing::SmallSite {};
MOOTHALL_ON_BOTH_ENGINES(Lanes);

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

}  // namespace
}  // namespace web
