// Which route a path leads to, and how much a request to it may bring.

#include "platform/web/call.h"

#include <gtest/gtest.h>

namespace web {
namespace {

http::Response nothing(Call&) { return {}; }

TEST(Routes, TakeWhatTheirOptionsSayAndUnknownPathsWhatTheSmallestTakes) {
    Routes site;
    site.get("/notes", signed_in, nothing);
    site.post("/notes", signed_in, nothing, {.body_bytes_max = 400'000});
    site.post("/notes/{note}/picture", signed_in, nothing, {.body_bytes_max = 2'000'000});
    site.post("/sign-out", signed_in, nothing, {.body_bytes_max = 1'000});
    using enum http::Method;
    EXPECT_EQ(site.body_bytes_max(post, "/notes"), 400'000u);
    EXPECT_EQ(site.body_bytes_max(post, "/notes/7/picture"), 2'000'000u);
    EXPECT_EQ(site.body_bytes_max(post, "/nowhere"), 1'000u);
    EXPECT_EQ(site.body_bytes_max(post, "/notes/7"), 1'000u);
    EXPECT_EQ(site.body_bytes_max(get, "/notes"), 1'000u);
    EXPECT_EQ(Routes().body_bytes_max(post, "/"), 0u);
}

}  // namespace
}  // namespace web
