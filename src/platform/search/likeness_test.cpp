#include "platform/search/likeness.h"

#include <gtest/gtest.h>

namespace search {

namespace {

using Ids = std::vector<std::int64_t>;

MatchIndex index() {
    return MatchIndex({{1, "ROYAL FREE LONDON NHS FOUNDATION TRUST", "RAL", true},
                       {2, "GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "RJ1", true},
                       {3, "LEEDS TEACHING HOSPITALS NHS TRUST", "RR8", true},
                       {4, "LEEDS COMMUNITY HEALTHCARE NHS TRUST", "RY6", true},
                       {5, "ROYAL SURREY NHS FOUNDATION TRUST", "RA2", true},
                       {6, "YSBYTY GLÂN", "-6", true},
                       {7, "NORTH BRISTOL NHS TRUST", "RVJ", false},
                       {8, "NORTH BRISTOL NHS TRUST", "RVK", true}});
}

std::int64_t first(std::string_view typed) {
    const auto ids = index().find(typed, 5);
    return ids.empty() ? 0 : ids.front();
}

TEST(MatchIndex, FindsByPartsOfTheName) {
    EXPECT_EQ(first("royal free"), 1);
    EXPECT_EQ(first("Leeds community"), 4);
    EXPECT_EQ(first("st thomas"), 2);
    EXPECT_EQ(first("hospitals leeds"), 3) << "in any order";
    EXPECT_EQ(first("surr"), 5) << "while it is typed";
}

TEST(MatchIndex, ForgivesMistakes) {
    EXPECT_EQ(first("royel free"), 1);
    EXPECT_EQ(first("guys and saint thomas"), 2);
    EXPECT_EQ(first("Leads teaching"), 3);
    EXPECT_EQ(first("teching hospitals"), 3);
    EXPECT_EQ(first("ysbyty glan"), 6) << "marks may be left out";
}

TEST(MatchIndex, KnowsCodes) {
    EXPECT_EQ(first("RJ1"), 2);
    EXPECT_EQ(first(" rr8 "), 3);
    EXPECT_EQ(index().find("ral", 5).front(), 1);
}

TEST(MatchIndex, TheOpenOneOfTwoComesFirst) {
    EXPECT_EQ(index().find("north bristol", 2), (Ids{8, 7}));
}

TEST(MatchIndex, GivesNothingWhereNothingIsAlike) {
    EXPECT_EQ(index().find("zzzz", 5), Ids{});
    EXPECT_EQ(index().find("", 5), Ids{});
    EXPECT_EQ(index().find("  -- ", 5), Ids{});
    EXPECT_EQ(index().find(std::string(100'000, 'q'), 5), Ids{});
    EXPECT_EQ(index().find("royal", 0), Ids{});
    EXPECT_EQ(MatchIndex({}).find("royal", 5), Ids{});
    EXPECT_NO_THROW(index().find("\xff\xfe royal \xc3", 5));
}

TEST(MatchIndex, GivesAtMostSoMany) {
    EXPECT_EQ(index().find("nhs trust", 3).size(), 3u);
    EXPECT_EQ(index().find("leeds", 1).size(), 1u);
}

}  // namespace
}  // namespace search
