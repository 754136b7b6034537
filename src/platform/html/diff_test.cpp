#include "platform/html/diff.h"

#include <gtest/gtest.h>
#include <string>

namespace html {
namespace {

TEST(Difference, ShowsWordsThatWentAndCame) {
    EXPECT_EQ(Differences().show("a six week pilot", "a four week pilot").text(),
              "<p>a <del>six </del><ins>four </ins>week pilot</p>");
    EXPECT_EQ(Differences().show("same", "same").text(), "<p>same</p>");
    EXPECT_EQ(Differences().show("", "new").text(), "<p><ins>new</ins></p>");
}

TEST(Difference, AHundredLongVersionsStayWithinOneBudget) {
    const auto text = [](int version) {
        std::string words;
        for (int i = 0; i < 1'500; ++i) {
            words += std::to_string(version) + "-" + std::to_string(i) + " ";
        }
        return words;
    };
    Differences differences;
    for (int version = 1; version <= 100; ++version) {
        const auto shown = differences.show(text(version), text(version + 1)).text();
        EXPECT_TRUE(shown.starts_with("<p><del>" + std::to_string(version) + "-0 ")) << version;
        EXPECT_TRUE(shown.ends_with("-1499 </ins></p>")) << version;
    }
    EXPECT_LE(differences.cells(), Differences::cells_max);
    EXPECT_GT(differences.cells(), 0u) << "some of them were compared";
    EXPECT_EQ(differences.show("a six week pilot", "a four week pilot").text(),
              "<p>a <del>six </del><ins>four </ins>week pilot</p>")
        << "what is spent, and what is cheap all the same";
}

TEST(Difference, StaysBoundedOnLongTexts) {
    std::string left, right;
    for (int i = 0; i < 5'000; ++i) {
        left += "l" + std::to_string(i) + " ";
        right += "r" + std::to_string(i) + " ";
    }
    EXPECT_LT(Differences().show(left, right).text().size(), left.size() + right.size() + 100);
}

}  // namespace
}  // namespace html
