// How well the linter does on the labelled sets of tests/linter, printed: ./test linter_figures, or
// build/release/tests/test_linter_figures. MOOTHALL_LINTER_SET names another set to measure.

#include "tests/linter/labelled_set.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace {

constexpr double direct_recall_min = 0.99;
constexpr double combination_recall_min = 0.9;
constexpr double precision_min = 0.9;

const std::filesystem::path folder = std::filesystem::path(SOURCE_FOLDER) / "tests/linter";

void expect_limits(const std::filesystem::path& set) {
    const labelled::Figures figures = labelled::measure(set);
    figures.print(set.string());
    EXPECT_GE(figures.recall(false), direct_recall_min);
    EXPECT_GE(figures.recall(true), combination_recall_min);
    EXPECT_GE(figures.precision(), precision_min);
}

TEST(LinterFigures, TheDevelopmentSetIsFoundWithinTheLimits) {
    expect_limits(folder / "development.txt");
}

TEST(LinterFigures, TheSetThatSomebodyElseWroteIsFoundWithinTheLimits) {
    expect_limits(folder / "held-out/set.txt");
}

TEST(LinterFigures, TheSecondSetThatSomebodyElseWroteIsFoundWithinTheLimits) {
    expect_limits(folder / "second/set.txt");
}

TEST(LinterFigures, ASetThatIsNamedIsFoundWithinTheLimits) {
    const char* const set = std::getenv("MOOTHALL_LINTER_SET");
    if (set == nullptr) GTEST_SKIP() << "MOOTHALL_LINTER_SET names none";
    expect_limits(set);
}

TEST(LinterFigures, AMissAndAFalseFindingAreBothCounted) {
    labelled::Figures figures;
    labelled::Case one{.line = 1, .text = "Ann and Bob", .labels = {{"person", 0, 3}}};
    labelled::judge(one, {{8, 11, linter::Kind::person, "Bob", "", {}}}, figures);
    EXPECT_EQ(figures.recall(false), 0);
    EXPECT_EQ(figures.precision(), 0);
    EXPECT_EQ(figures.misses.size(), 1u);
    EXPECT_EQ(figures.false_findings.size(), 1u);
}

}  // namespace
