#include "features/membership/roll_file.h"

#include <gtest/gtest.h>

namespace membership {
namespace {

const std::string head = "name,email,network\n";

RollFile read(const std::string& bytes) {
    auto file = read_roll_file(bytes);
    EXPECT_TRUE(file) << (file ? "" : file.error());
    return file ? *std::move(file) : RollFile{};
}

// The reason for which the one line of it was not taken.
std::string refusal(const std::string& line) {
    const auto file = read(head + line + "\n");
    EXPECT_EQ(file.rows.size(), 0U) << line;
    return file.refused.empty() ? "" : file.refused.front().reason;
}

TEST(RollFile, ColumnsAreFoundByNameInAnyOrderAndOthersAreLeftAlone) {
    const auto file = read(
        "Job title,E-mail,Fax,Networks,Full name,Since,Organisation code,"
        "Category\r\n"
        "CCIO,ann@nhs.net,0,ccio; cnio,Ann Lee,2021-04-01,RA7,full\r\n");
    ASSERT_EQ(file.rows.size(), 1U);
    const auto& row = file.rows.front();
    EXPECT_EQ(row.line, 2);
    EXPECT_EQ(row.name, "Ann Lee");
    EXPECT_EQ(row.email, "ann@nhs.net");
    EXPECT_EQ(row.networks, (std::vector<std::string>{"ccio", "cnio"}));
    EXPECT_EQ(row.title, "CCIO");
    EXPECT_EQ(row.began, "2021-04-01");
    EXPECT_EQ(row.organisation, "RA7");
    EXPECT_EQ(row.category, "full");
}

TEST(RollFile, AByteOrderMarkAndBlankLinesDoNotMatter) {
    const auto file = read("\xEF\xBB\xBF" + head + "\nAnn,ann@nhs.net,ccio\n\n");
    ASSERT_EQ(file.rows.size(), 1U);
    EXPECT_EQ(file.rows.front().line, 3);
}

TEST(RollFile, NamesKeepTheirApostrophesMarksAndDirection) {
    const auto file = read(head + "Siobhán O'Brien,s@nhs.net,ccio\n" +
                           "\"de la Cruz, A\u0301na\",a@nhs.net,ccio\n" +
                           "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df,d@nhs.net,ccio\n");
    ASSERT_EQ(file.rows.size(), 3U);
    EXPECT_EQ(file.rows[0].name, "Siobhán O'Brien");
    EXPECT_EQ(file.rows[1].name, "de la Cruz, A\u0301na");
    EXPECT_EQ(file.rows[2].name, "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df");
}

TEST(RollFile, WhatTurnsTheDirectionIsTakenOutOfNamesAndRefusedInAnAddress) {
    const auto file = read(head + "An\u202En\u202C Lee,ann@nhs.net,ccio\n");
    ASSERT_EQ(file.rows.size(), 1U);
    EXPECT_EQ(file.rows.front().name, "Ann Lee");
    for (const char* wrong : {"ann@nhs.net\u200F", "ann\u202E@nhs.net", "ann@nhs\u00A0.net"}) {
        EXPECT_EQ(refusal("Ann," + std::string(wrong) + ",ccio"),
                  "The email address is not like name@example.org.");
    }
}

TEST(RollFile, ABrokenLineIsNamedAndDoesNotStopTheOthers) {
    const auto file = read(head + "Ann,ann@nhs.net,ccio\n" + "\"Bob,bob@nhs.net,ccio\n" +
                           std::string(10'000'000, 'x') + "\n" + "C\xE9line,c@nhs.net,ccio\n" +
                           "Dan,dan@nhs.net,ccio\n");
    ASSERT_EQ(file.rows.size(), 2U);
    EXPECT_EQ(file.rows[1].name, "Dan");
    ASSERT_EQ(file.refused.size(), 3U);
    EXPECT_EQ(file.refused[0].line, 3);
    EXPECT_NE(file.refused[0].reason.find("quotation mark"), std::string::npos);
    EXPECT_NE(file.refused[1].reason.find("longer than 8 kB"), std::string::npos);
    EXPECT_NE(file.refused[2].reason.find("not UTF-8"), std::string::npos);
}

TEST(RollFile, ACellMayGoOverLinesAndAByteOfZeroCostsItsLineAlone) {
    const auto file = read(head + "\"Ann\nLee\",ann@nhs.net,ccio\n" + "Bob" + '\0' +
                           ",bob@nhs.net,ccio\n" + "Dan,dan@nhs.net,ccio\n");
    ASSERT_EQ(file.rows.size(), 2U);
    EXPECT_EQ(file.rows[0].name, "Ann Lee");
    EXPECT_EQ(file.rows[1].line, 5);
    ASSERT_EQ(file.refused.size(), 1U);
    EXPECT_EQ(file.refused[0].line, 4);
}

TEST(RollFile, WhatALineLacksOrHasTooMuchOfIsSaid) {
    EXPECT_EQ(refusal(",ann@nhs.net,ccio"), "The name is missing.");
    EXPECT_EQ(refusal("Ann,,ccio"), "The email address is missing.");
    EXPECT_EQ(refusal("Ann,nowhere,ccio"), "The email address is not like name@example.org.");
    EXPECT_EQ(refusal("Ann,ann@nhs.net, ; "), "The network is missing.");
    EXPECT_EQ(refusal("Ann"), "The email address is missing.");
    EXPECT_EQ(refusal(std::string(101, 'x') + ",ann@nhs.net,ccio"),
              "The name is longer than 100 characters.");
    EXPECT_EQ(refusal(std::string(201, 'x') + ",ann@nhs.net,ccio"),
              "A cell is longer than 200 characters.");
    for (const auto* formula : {"=1+1", "+44", "@SUM(A1)", "-2+3"}) {
        EXPECT_EQ(refusal(std::string(formula) + ",ann@nhs.net,ccio"),
                  "A cell begins with " + std::string(formula).substr(0, 1) +
                      ", which a spreadsheet would run as a formula.");
    }
}

TEST(RollFile, ALoneDashIsNothingWhereACellMayBeEmpty) {
    const auto file = read("name,email,network,role,since,organisation,category\n"
                           "Ann,ann@nhs.net,ccio,-,-, - ,-\n");
    ASSERT_EQ(file.rows.size(), 1U);
    const auto& row = file.rows.front();
    EXPECT_EQ(row.title + row.began + row.organisation + row.category, "");
    EXPECT_NE(refusal("-,ann@nhs.net,ccio").find("formula"), std::string::npos);
}

TEST(RollFile, ALineOfMoreCellsThanColumnsIsNotTaken) {
    EXPECT_EQ(refusal("Ann,ann@nhs.net,ccio,cnio"),
              "There are 4 cells, and the first line names 3 columns. Put a cell that holds a "
              "comma between quotation marks.");
    EXPECT_EQ(read(head + "\"Lee, Ann\",ann@nhs.net,ccio\n").rows.size(), 1U);
}

TEST(RollFile, AColumnThatIsNamedTwiceIsRefused) {
    for (const char* first : {"name,email,network,email", "name,E-mail,network,email address"}) {
        const auto file = read_roll_file(std::string(first) + "\nAnn,a@nhs.net,ccio,b@nhs.net\n");
        ASSERT_FALSE(file) << first;
        EXPECT_NE(file.error().find("names a column twice"), std::string::npos) << file.error();
    }
    EXPECT_TRUE(read_roll_file("name,email,network,notes,notes\n")) << "others are left alone";
}

TEST(RollFile, FiveThousandDuplicatesAreEachNamedWithTheLineThatCounts) {
    std::string bytes = head;
    for (int i = 0; i < 5'001; ++i) bytes += "Ann,ANN@nhs.net,ccio\n";
    bytes += "Ann,ann@nhs.net,cnio\n";
    const auto file = read(bytes);
    EXPECT_EQ(file.rows.size(), 2U);
    ASSERT_EQ(file.refused.size(), 5'000U);
    EXPECT_EQ(file.refused.back().line, 5'002);
    EXPECT_EQ(file.refused.back().reason,
              "The same person and network stand in line 2; that one counts.");
}

TEST(RollFile, WhatIsNoRollIsRefusedWhole) {
    EXPECT_EQ(read_roll_file("").error(), "The file is empty.");
    EXPECT_NE(read_roll_file("Ann,ann@nhs.net,ccio\n").error().find("must name the columns"),
              std::string::npos);
    EXPECT_NE(read_roll_file("name;email;network\nAnn;ann@nhs.net;ccio\n")
                  .error()
                  .find("commas between the columns"),
              std::string::npos);
    EXPECT_NE(read_roll_file(std::string("n\0a\0m\0e", 7)).error().find("CSV UTF-8"),
              std::string::npos);
    std::string many = head;
    for (std::size_t i = 0; i <= roll_lines_max; ++i) many += "a\n";
    EXPECT_NE(read_roll_file(many).error().find("more than 100,000 lines"), std::string::npos);
}

}  // namespace
}  // namespace membership
