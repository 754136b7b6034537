#include "features/coverage/disclosure.h"

#include <gtest/gtest.h>

namespace coverage {

namespace {

Area area(const std::string& code, const std::string& parent, std::int64_t open,
          std::int64_t covered) {
    return {code, code, parent, open, covered, 0, code};
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

// A region of England with another number of open trusts.
void resize(Levels& levels, std::size_t region, std::int64_t open) {
    const auto change = open - levels.regions[region].open;
    levels.regions[region].open = open;
    levels.nations[0].open += change;
    levels.open += change;
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

TEST(Disclosure, ASingleHiddenRegionHidesTheFigureOfItsNation) {
    Levels levels = worked();
    resize(levels, 1, 5);  // the South West alone
    disclose(levels);
    EXPECT_EQ(hidden(levels.regions), "Y58 W00");
    EXPECT_EQ(hidden(levels.nations), "england wales") << "England less the others would tell";
    EXPECT_FALSE(levels.covered);
}

TEST(Disclosure, TrustsWithoutARegionAreAnAreaToo) {  // as in the file of January 2021
    Levels levels = worked();
    levels.regions.push_back(area("", "england", 2, 1));
    levels.nations[0].open += 2;
    levels.open += 2;
    disclose(levels);
    EXPECT_EQ(hidden(levels.regions), "W00 ");
    EXPECT_EQ(hidden(levels.nations), "england wales");
    EXPECT_FALSE(levels.covered);
}

TEST(Disclosure, HiddenPartsThatAreEnoughTogetherHideNoOther) {
    Levels levels = worked();
    resize(levels, 1, 5);
    resize(levels, 4, 4);  // nine together
    disclose(levels);
    EXPECT_EQ(hidden(levels.regions), "Y58 Y61 W00");
    EXPECT_EQ(hidden(levels.nations), "wales");
    levels = worked();
    levels.boards = {area("QMJ", "Y56", 9, 5), area("QMF", "Y56", 8, 4), area("QKK", "Y56", 7, 4),
                     area("QWE", "Y56", 7, 7)};
    disclose(levels);
    EXPECT_EQ(hidden(levels.boards), "QKK QWE");
}

// The North West of July 2026 has boards of 5, 10 and 15.
TEST(Disclosure, ASingleHiddenBoardTakesTheNextSmallestWithIt) {
    Levels levels = worked();
    levels.boards = {area("QE1", "Y62", 5, 3), area("QYG", "Y62", 10, 7),
                     area("QOP", "Y62", 15, 10)};
    disclose(levels);
    EXPECT_EQ(hidden(levels.boards), "QE1 QYG");
    EXPECT_EQ(hidden(levels.regions), "W00");
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

TEST(Disclosure, TrustsOfNoBoardAreLeftOverToo) {
    Levels levels = worked();  // London has 31
    levels.boards = {area("QMJ", "Y56", 10, 5), area("QMF", "Y56", 10, 7),
                     area("QKK", "Y56", 10, 7)};
    disclose(levels);
    EXPECT_EQ(hidden(levels.boards), "QKK") << "one is in no board";
}

TEST(Disclosure, TrustsKnownByNameDoNotHideTheOthers) {
    Levels levels = worked();
    levels.regions[1].named = 11;  // of the 18 of the South West; seven are not
    levels.nations[0].named = levels.named = 11;
    disclose(levels);
    EXPECT_EQ(hidden(levels.regions), "Y58 W00");
    EXPECT_EQ(hidden(levels.nations), "england wales");
    levels = worked();
    levels.regions[1].named = levels.nations[0].named = levels.named = 10;  // eight are not
    disclose(levels);
    EXPECT_EQ(hidden(levels.regions), "W00");
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
        // What is left of a shown whole when all that is shown within it is taken away, at the
        // finest: shown parts, and of hidden ones their own shown parts.
        const auto shown_within = [](const std::vector<Area>& parts, const std::string& key) {
            std::int64_t shown = 0;
            for (const Area& part : parts) {
                shown += part.parent == key && part.covered ? part.open : 0;
            }
            return shown;
        };
        const auto is_enough = [](std::int64_t rest) { return rest == 0 || rest >= open_min; };
        std::int64_t rest_of_all = levels.open;
        for (const Area& nation : levels.nations) {
            std::int64_t rest = nation.open;
            for (const Area& region : levels.regions) {
                if (region.parent != nation.key) continue;
                const auto of_boards = shown_within(levels.boards, region.key);
                EXPECT_TRUE(!region.covered || is_enough(region.open - of_boards)) << region.key;
                EXPECT_TRUE(!region.covered || region.open >= open_min);
                rest -= region.covered ? region.open : of_boards;
            }
            EXPECT_TRUE(!nation.covered || is_enough(rest)) << nation.key << ' ' << rest;
            EXPECT_TRUE(!nation.covered || nation.open >= open_min);
            rest_of_all -= nation.covered ? nation.open : nation.open - rest;
        }
        for (const Area& board : levels.boards) {
            EXPECT_TRUE(!board.covered || board.open >= open_min);
        }
        EXPECT_TRUE(!levels.covered || is_enough(rest_of_all));
    }
}

}  // namespace
}  // namespace coverage
