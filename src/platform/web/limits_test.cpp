// How often is too often, and how little is kept to know it.

#include "platform/web/limits.h"

#include <gtest/gtest.h>
#include <malloc.h>

namespace web {
namespace {

const base::Instant start{std::chrono::seconds(1'800'000'000)};

std::size_t heap_bytes() {
    return mallinfo2().uordblks;
}

TEST(Limits, ABurstIsAllowedAndThenWhatRunsOut) {
    Limits limits;
    for (int i = 0; i < 6; ++i) EXPECT_TRUE(limits.allow("ann", 6, start)) << i;
    EXPECT_FALSE(limits.allow("ann", 6, start));
    EXPECT_TRUE(limits.allow("bob", 6, start));
    EXPECT_FALSE(limits.allow("ann", 6, start + base::seconds(9)));
    EXPECT_TRUE(limits.allow("ann", 6, start + base::seconds(11)));
    EXPECT_FALSE(limits.allow("ann", 6, start + base::seconds(11)));
}

TEST(Limits, AClockThatIsSetBackLocksNobodyOut) {
    Limits limits;
    EXPECT_TRUE(limits.allow("ann", 6, start));
    EXPECT_TRUE(limits.allow("ann", 6, start - base::hours(1)));
    EXPECT_TRUE(limits.allow("ann", 6, start - base::hours(1) + base::seconds(30)));
}

TEST(Limits, KeysThatDifferAtTheirEndAreTwo) {
    Limits limits;
    const std::string begin(100'000, 'x');
    EXPECT_TRUE(limits.allow(begin + "a", 1, start));
    EXPECT_TRUE(limits.allow(begin + "b", 1, start));
    EXPECT_FALSE(limits.allow(begin + "a", 1, start));
}

TEST(Limits, ALongKeyTakesNoMoreRoomThanAShortOne) {
    Limits limits;
    limits.allow("the first", 10, start);
    const auto before = heap_bytes();
    for (int i = 0; i < 100; ++i) {
        limits.allow(std::string(100'000, 'x') + std::to_string(i), 10, start);
    }
    EXPECT_LT(heap_bytes(), before + 100 * 1'000);
}

TEST(Limits, WhatHasRunOutIsForgotten) {
    Limits limits;
    limits.allow("the first", 10, start);
    const auto before = heap_bytes();
    for (int i = 0; i < 10'000; ++i) limits.allow(std::to_string(i), 10, start);
    limits.allow("the first", 10, start + base::minutes(2));
    EXPECT_LT(heap_bytes(), before + 10'000 * 40) << "the table stays, what it held is gone";
}

}  // namespace
}  // namespace web
