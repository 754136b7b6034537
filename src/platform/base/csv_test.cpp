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

// "1: a|b; 2: !reason": what became of the lines.
std::string told(std::string_view bytes) {
    std::string said;
    for (const auto& line : csv_lines(bytes, 1024)) {
        said += (said.empty() ? "" : "; ") + std::to_string(line.number) + ":";
        if (!line.trouble.empty()) said += " !" + line.trouble.substr(0, 20);
        for (std::size_t i = 0; i < line.fields.size(); ++i) {
            said += (i == 0 ? " " : "|") + line.fields[i];
        }
    }
    return said;
}

TEST(Csv, AByteOfZeroCostsItsLineAlone) {
    const std::string bytes = std::string("a,b\nc,") + '\0' + "d\ne,f\n";
    EXPECT_EQ(told(bytes), "1: a|b; 2: !It has a byte of zer; 3: e|f");
}

TEST(Csv, AQuotedCellMayHoldLineBreaks) {
    EXPECT_EQ(told("a,\"two\nlines\"\nb,c\n"), "1: a|two\nlines; 3: b|c");
    EXPECT_EQ(told("a,\"two\r\nlines\"\r\nb,c\r\n"), "1: a|two\r\nlines; 3: b|c");
    EXPECT_EQ(told("\"the \"\"Royal\"\"\n\n, East\",x"), "1: the \"Royal\"\n\n, East|x");
    EXPECT_EQ(told("a,\"one\n\",\"two\n\"\nb"), "1: a|one\n|two\n; 4: b");
}

TEST(Csv, AQuoteThatIsNeverClosedCostsItsLineAlone) {
    EXPECT_EQ(told("a,\"open\nb,c\nd,e"), "1: !A quotation mark is ; 2: b|c; 3: d|e");
    EXPECT_EQ(told("a,\"open\n\"b\",\"c\"\nd,\"e\""), "1: !A quotation mark is ; 2: b|c; 3: d|e");
    EXPECT_EQ(told("a\"b\nc\"d\ne"), "1: !A quotation mark is ; 2: !A quotation mark is ; 3: e");
    for (const int lines : {20, 21}) {
        std::string bytes = "\"1";
        for (int i = 1; i < lines; ++i) bytes += "\n" + std::to_string(i + 1);
        const auto read = csv_lines(bytes + "\"\nlast", 1024);
        EXPECT_EQ(read.size(), lines == 20 ? 2u : 22u) << lines;
        EXPECT_EQ(read.back().number, lines + 1);
        EXPECT_EQ(read.back().fields, Fields{"last"});
    }
    const std::string long_cell = "\"" + std::string(40'000, 'x') + "\n" + std::string(40'000, 'x');
    EXPECT_EQ(csv_lines(long_cell + "\"\nlast", 50'000).size(), 3u) << "more than 64 kB";
}

// Each open quote looks at a few lines ahead, and no further.
TEST(Csv, AFileOfOpenQuotesIsReadInTime) {
    std::string bytes;
    for (int i = 0; i < 200'000; ++i) bytes += "\"open, and open\n\n";
    EXPECT_EQ(csv_lines(bytes, 1024).size(), 200'000u);
}

}  // namespace
}  // namespace base
