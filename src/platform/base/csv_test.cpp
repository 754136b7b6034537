#include "platform/base/csv.h"

#include <gtest/gtest.h>

namespace base {

namespace {

using Fields = std::vector<std::string>;

TEST(Csv, ReadsFieldsWithAndWithoutQuotes) {
    EXPECT_EQ(csv_fields("R1A,NHS TRUST,,0"), (Fields{"R1A", "NHS TRUST", "", "0"}));
    EXPECT_EQ(csv_fields("\"R1A\",\"4TH FLOOR, EAST WING\",\"\""),
              (Fields{"R1A", "4TH FLOOR, EAST WING", ""}));
    EXPECT_EQ(csv_fields("\"the \"\"Royal\"\"\",x"), (Fields{"the \"Royal\"", "x"}));
    EXPECT_EQ(csv_fields(""), (Fields{""}));
    EXPECT_EQ(csv_fields(","), (Fields{"", ""}));
    EXPECT_EQ(csv_fields("\"\""), (Fields{""}));
}

TEST(Csv, SaysWhereQuotesDoNotFit) {
    for (const char* wrong : {"\"open", "a,\"open, b", "\"a\"b,c", "a\"b,c", "\"a\"\"", "\""}) {
        EXPECT_FALSE(csv_fields(wrong)) << wrong;
    }
}

TEST(Csv, WritesWhatItReadsAgain) {
    for (const char* text : {"plain", "with, comma", "with \"quotes\"", "", "O'Brien", "é"}) {
        const auto fields = csv_fields(csv_cell(text) + ",next");
        ASSERT_TRUE(fields) << text;
        EXPECT_EQ(fields->front(), text);
    }
    EXPECT_EQ(csv_cell("two\nlines"), "\"two\nlines\"");
}

TEST(Csv, AFormulaIsOnlyText) {
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("@SUM(A1),2"), "\"'@SUM(A1),2\"");
    EXPECT_EQ(csv_cell("-"), "'-");
    EXPECT_EQ(csv_cell("1-1"), "1-1");
    EXPECT_TRUE(is_formula("=cmd"));
    EXPECT_TRUE(is_formula("\tx"));
    EXPECT_FALSE(is_formula(""));
    EXPECT_FALSE(is_formula("'=quoted"));
}

}  // namespace
}  // namespace base
