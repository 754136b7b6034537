#include "features/coverage/disclosure.h"

#include <gtest/gtest.h>

namespace coverage {

namespace {

Area area(const std::string& code, const std::string& parent, std::int64_t open,
          std::int64_t covered) {
    return {code, code, parent, open, covered};
}

std::string hidden(const std::vector<Area>& areas) {
    std::string codes;
    for (const Area& one : areas) {
        if (!one.covered) codes += (codes.empty() ? "" : " ") + one.code;
    }
    return codes;
}

// The worked table of docs/howto/read-the-coverage.md: open trusts of July 2026.
Levels worked() {
    Levels levels{.nations = {area("england", "", 199, 120), area("wales", "", 3, 2)},
                  .regions = {area("Y56", "england", 31, 20), area("Y58", "england", 18, 9),
                              area("Y59", "england", 29, 15), area("Y60", "england", 39, 26),
                              area("Y61", "england", 21, 12), area("Y62", "england", 30, 20),
                              area("Y63", "england", 31, 18), area("W00", "wales", 3, 2)},
                  .open = 202,
                  .covered = 122};
    return levels;
}

TEST(Disclosure, WalesHasThreeSoNoFigureOverBothNationsIsShown) {
    Levels levels = worked();
    disclose(levels);
    EXPECT_EQ(hidden(levels.nations), "wales");
    EXPECT_EQ(hidden(levels.regions), "W00");
    EXPECT_EQ(levels.nations.front().covered, 120);
    EXPECT_FALSE(levels.covered) << "122 less 120 would be Wales";
}

TEST(Disclosure, EightAreEnoughAndSevenAreNot) {
    for (const std::int64_t open : {7, 8}) {
        Levels levels = worked();
        levels.nations.back().open = open;
        levels.open = 199 + open;
        disclose(levels);
        EXPECT_EQ(levels.nations.back().covered.has_value(), open == 8);
        EXPECT_EQ(levels.covered.has_value(), open == 8);
    }
}

TEST(Disclosure, ASingleHiddenPartTakesTheNextSmallestWithIt) {
    Levels levels = worked();
    levels.regions[1].open = 5;  // the South West alone
    disclose(levels);
    EXPECT_EQ(hidden(levels.regions), "Y58 Y61 W00") << "England less the others would tell";
}

TEST(Disclosure, HiddenPartsThatAreEnoughTogetherHideNoOther) {
    Levels levels = worked();
    levels.regions[1].open = 5;
    levels.regions[4].open = 4;  // nine together
    disclose(levels);
    EXPECT_EQ(hidden(levels.regions), "Y58 Y61 W00");
    levels = worked();
    levels.boards = {area("QMJ", "Y56", 9, 5), area("QMF", "Y56", 8, 4), area("QKK", "Y56", 7, 4),
                     area("QWE", "Y56", 7, 7)};
    disclose(levels);
    EXPECT_EQ(hidden(levels.boards), "QKK QWE");
}

TEST(Disclosure, BoardsOfAHiddenRegionStayHidden) {
    Levels levels = worked();
    levels.boards = {area("W1", "W00", 3, 2), area("QMJ", "Y56", 31, 20)};
    disclose(levels);
    EXPECT_EQ(hidden(levels.boards), "W1");
}

TEST(Disclosure, FewTrustsInAllShowNothing) {
    Levels levels{.nations = {area("england", "", 7, 5)},
                  .regions = {area("Y56", "england", 7, 5)},
                  .boards = {area("QMJ", "Y56", 7, 5)},
                  .open = 7,
                  .covered = 5};
    disclose(levels);
    EXPECT_FALSE(levels.covered);
    EXPECT_EQ(hidden(levels.nations) + hidden(levels.regions) + hidden(levels.boards),
              "englandY56QMJ");
}

// Whatever the numbers: no figure that can be worked out from those shown is of one to seven.
TEST(Disclosure, NothingCanBeWorkedOutOfASmallArea) {
    std::uint32_t seed = 1;
    const auto below = [&seed](std::uint32_t limit) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<std::int64_t>((seed >> 16) % limit);
    };
    for (int round = 0; round < 2000; ++round) {
        Levels levels;
        for (const std::string nation : {"e", "w", "s"}) {
            std::int64_t nation_open = 0;
            for (int r = 0; r < 4; ++r) {
                const std::string region = nation + std::to_string(r);
                std::int64_t region_open = 0;
                for (int b = 0; b < 4; ++b) {
                    const auto open = below(14);
                    levels.boards.push_back(area(region + std::to_string(b), region, open, 0));
                    region_open += open;
                }
                levels.regions.push_back(area(region, nation, region_open, 0));
                nation_open += region_open;
            }
            levels.nations.push_back(area(nation, "", nation_open, 0));
            levels.open += nation_open;
        }
        levels.covered = 0;
        disclose(levels);
        // What is left of a shown whole when its shown parts are taken away.
        const auto check = [](const std::vector<Area>& wholes, const std::vector<Area>& parts) {
            for (const Area& whole : wholes) {
                std::int64_t rest = 0;
                for (const Area& part : parts) {
                    rest += part.parent == whole.code && !part.covered ? part.open : 0;
                }
                EXPECT_TRUE(!whole.covered || whole.open >= open_min);
                EXPECT_TRUE(!whole.covered || may_stand_beside(rest, 0)) << whole.code << rest;
            }
        };
        check({{"", "all", "", levels.open, levels.covered}}, levels.nations);
        check(levels.nations, levels.regions);
        check(levels.regions, levels.boards);
        check(levels.boards, {});
    }
}

}  // namespace
}  // namespace coverage
