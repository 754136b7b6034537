#include "platform/base/log.h"

#include "platform/base/json.h"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace base::log {
namespace {

std::vector<Json> parsed(const std::string& text) {
    std::vector<Json> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(Json::parse(line));
    return lines;
}

template <class Work>
std::vector<Json> logged(Work work) {
    testing::internal::CaptureStderr();
    work();
    return parsed(testing::internal::GetCapturedStderr());
}

TEST(Log, ALineIsOneJsonObjectWithTypedFields) {
    start(Level::info);
    const auto lines = logged([] {
        info("request", {{"path", ours("/forum/1")}, {"status", std::int64_t{200}},
                         {"took_ms", 1.5}, {"cached", true}});
    });
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0]["level"], "info");
    EXPECT_EQ(lines[0]["event"], "request");
    EXPECT_EQ(lines[0]["path"], "/forum/1");
    EXPECT_EQ(lines[0]["status"], 200);
    EXPECT_EQ(lines[0]["took_ms"], 1.5);
    EXPECT_EQ(lines[0]["cached"], true);
    const std::string at = lines[0]["at"];
    EXPECT_EQ(at.size(), std::string("2027-06-08T08:57:03.120Z").size());
    EXPECT_TRUE(at.starts_with("20") && at.ends_with("Z"));
}

TEST(Log, HostileTextStaysInItsField) {
    start(Level::info);
    const std::string_view text = "\"}\n{\"level\":\"error\"} {} %v \x01 \xFF\xC3 \xE2\x80\xA8";
    const auto lines = logged([&] { warning(ours(text), {{ours(text), ours(text)}}); });
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0]["level"], "warning");
    EXPECT_EQ(lines[0].size(), 4u);
}

TEST(Log, WhatIsNoNumberIsNull) {
    start(Level::info);
    const auto lines = logged(
        [] { error("ratio", {{"of", std::numeric_limits<double>::quiet_NaN()}}); });
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_TRUE(lines[0]["of"].is_null());
    EXPECT_EQ(lines[0]["level"], "error");
}

TEST(Log, WritesNothingBelowTheLeastLevel) {
    start(Level::warning);
    const auto lines = logged([] {
        info("unheard");
        warning("heard");
        error("heard");
    });
    EXPECT_EQ(lines.size(), 2u);
    start(Level::info);
}

TEST(Log, LinesOfManyThreadsDoNotMix) {
    start(Level::info);
    const auto lines = logged([] {
        std::vector<std::jthread> threads;
        for (std::int64_t n = 0; n < 4; ++n) {
            threads.emplace_back([n] {
                for (int i = 0; i < 200; ++i) info("tick", {{"thread", n}});
            });
        }
    });
    EXPECT_EQ(lines.size(), 800u);
}

}  // namespace
}  // namespace base::log
