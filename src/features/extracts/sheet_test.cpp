// What Markdown becomes on paper.

#include "features/extracts/sheet.h"

#include "features/extracts/edition.h"

#include <gtest/gtest.h>

namespace extracts {
namespace {

// "H2 Title", "P We **do**", "I1• a": role, level, label and runs, with their styles.
std::string told(std::string_view markdown) {
    std::string all;
    for (const auto& block : blocks_of(markdown)) {
        all += block.role == pdf::Role::heading     ? "H"
               : block.role == pdf::Role::item      ? "I"
               : block.role == pdf::Role::quotation ? "Q"
               : block.role == pdf::Role::listing   ? "L"
                                                    : "P";
        if (block.role == pdf::Role::heading || block.role == pdf::Role::item) {
            all += std::to_string(block.level);
        }
        all += block.label + " ";
        for (const auto& run : block.runs) {
            const std::string mark = run.style & pdf::strong       ? "*"
                                     : run.style & pdf::emphasised ? "_"
                                     : run.style & pdf::code       ? "`"
                                     : run.style & pdf::struck     ? "~"
                                                                   : "";
            all += mark + run.text + mark;
        }
        all += "\n";
    }
    return all;
}

TEST(SheetTest, BlocksKeepTheirOrderAndRole) {
    EXPECT_EQ(told("# Top\n\nWe **do** _so_ with `code` and ~~not~~.\n\n> Quoted\n\n- a\n- b\n"
                   "  1. deep\n  2. deeper\n\n3. three\n4. four\n\n   more\n"),
              "H2 Top\nP We *do* _so_ with `code` and ~not~.\nQ Quoted\nI1• a\nI1• b\n"
              "I21. deep\nI22. deeper\nI13. three\nI14. four\nI1 more\n");
}

TEST(SheetTest, LinksAreTheirWordsAndSignsAreThemselves) {
    EXPECT_EQ(told("See [NICE & co](https://www.nice.org.uk) <b> \"q\" 'a' &amp; x"),
              "P See NICE & co <b> \"q\" 'a' & x\n");
    EXPECT_EQ(told("one\ntwo"), "P one two\n");
}

TEST(SheetTest, TablesAreLinesOfCells) {
    EXPECT_EQ(told("| a | b |\n|---|---|\n| 1 | 2 |"), "P a | b\nP 1 | 2\n");
}

TEST(SheetTest, ListingsKeepTheirLines) {
    EXPECT_EQ(told("```\na\n  b\n```"), "L a\n  b\n\n");
}

std::string copied(std::string_view markdown) {
    return as_markdown(blocks_of(markdown));
}

TEST(SheetTest, ACopyInMarkdownLeadsNowhereAndShowsNothing) {
    for (const char* text :
         {"![chart][p] x\n\n[p]: https://b.org/c.png", "![x](https://b.org/c.png)",
          "<img src=\"https://b.org/c.png\">", "a <!-- Grace --> b", "[a [b] c](/forum/12)",
          "[x](\\/forum/12)", "[x](&#47;forum/12)", "[x\ny](/forum/12)", "[x](\n/forum/12\n)",
          "[x](<//localhost/forum>)", "[a]\n\n[a]: /forum/12"}) {
        const auto once = copied(text);
        for (const char* way : {"](", "](<", "forum/12)", "]:"}) {
            EXPECT_EQ(once.find(way), once.npos) << text << " became " << once;
        }
        for (std::size_t at = once.find_first_of("<!"); at != once.npos;
             at = once.find_first_of("<!", at + 1)) {
            ASSERT_TRUE(at > 0 && once[at - 1] == '\\') << text << " became " << once;
        }
    }
}

TEST(SheetTest, ACopyAsAWebPageLeadsNowhereBack) {
    const auto page = bytes_of(
        {.title = "Logs",
         .said_from = {},
         .said_to = {},
         .passages = {"[a](\\/forum/12) [b](#p3) [c](mailto:a@b.org) [d](https://b.org) "
                      "[e [f] g](/forum/12) ![h](/forum/13)"}},
        Form::html);
    for (const char* way : {"forum/", "#p3", "mailto"}) EXPECT_EQ(page.find(way), page.npos) << way;
    EXPECT_NE(page.find("href=\"https://b.org\""), page.npos);
    EXPECT_NE(page.find("e [f] g"), page.npos);
}

TEST(SheetTest, ACopyInMarkdownReadsTheSame) {
    for (const char* text :
         {"# Top\n\nWe **do** _so_ with `code` and ~~not~~.\n\n> Quoted\n\n- a\n- b\n",
          "1\\. not a list", "\\- nor this", "2 \\* 3 \\_ 4 & 5 \\< 6", "```\na\n  b\n```",
          "3. three\n4. four", "`a ` b``"}) {
        EXPECT_EQ(told(copied(text)), told(text)) << copied(text);
    }
}

}  // namespace
}  // namespace extracts
