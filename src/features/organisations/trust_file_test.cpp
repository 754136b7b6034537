#include "features/organisations/trust_file.h"

#include "platform/base/csv.h"
#include "platform/base/text.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace organisations {

namespace {

// 24 fields, as the shortest published files have.
std::string line(const std::string& code, const std::string& name,
                 const std::string& opened = "20110701", const std::string& closed = "",
                 const std::string& region = "Y56") {
    return code + "," + name + "," + region + ",QMJ,1 HIGH ROAD,,,LONDON,,NW1 0PE," + opened + "," +
           closed + ",,,,,,,,,,0,,H";
}

TrustFile read(const std::string& bytes) {
    auto file = read_trust_file(bytes);
    EXPECT_TRUE(file) << file.error();
    return file.value_or(TrustFile{});
}

std::string reason(const std::string& bad) {
    const auto file = read(line("R1A", "FIRST") + "\n" + bad + "\n" + line("R1C", "LAST"));
    EXPECT_EQ(file.rows.size(), 2u) << "a broken line never stops the others";
    if (file.refused.size() != 1) return "refused " + std::to_string(file.refused.size());
    EXPECT_EQ(file.refused.front().line, 2);
    return file.refused.front().reason;
}

TEST(TrustFile, ReadsWhatALineSays) {
    const auto file = read(
        "\"G6V2S\",\"NORTH  LONDON NHS FOUNDATION TRUST\",\"Y56\",\"QMJ\",\"4TH FLOOR, EAST "
        "WING\",\"ST. PANCRAS HOSPITAL\",\"\",\"LONDON\",\"MIDDLESEX\",\"NW1 0PE\",\"20241101\","
        "\"20270331\",\"\",\"\",\"\",\"\",\"\",\"020\",\"\",\"\",\"\",\"0\",\"\",\"H\",\"\",\"\","
        "\"\"\r\n");
    ASSERT_EQ(file.rows.size(), 1u);
    const auto& row = file.rows.front();
    EXPECT_EQ(row.code, "G6V2S");
    EXPECT_EQ(row.name, "NORTH LONDON NHS FOUNDATION TRUST");
    EXPECT_EQ(row.address, "4TH FLOOR, EAST WING, ST. PANCRAS HOSPITAL, MIDDLESEX");
    EXPECT_EQ(row.town, "LONDON");
    EXPECT_EQ(row.postcode, "NW1 0PE");
    EXPECT_EQ(row.nation, "england");
    EXPECT_EQ(row.opened, base::parse_day("2024-11-01"));
    EXPECT_EQ(row.closed, base::parse_day("2027-03-31"));
}

TEST(TrustFile, TakesTwentyFourToTwentySevenFieldsAndEitherLineEnd) {
    const std::string bytes = line("R1A", "A") + "\r\n" + line("R1C", "B") + ",\n" +
                              line("R1D", "C") + ",,\r\n\r\n\n" + line("R1E", "D") + ",,,";
    EXPECT_EQ(read(bytes).rows.size(), 4u);
    EXPECT_EQ(read(bytes).rows.back().line, 6);
    EXPECT_EQ(read("\xEF\xBB\xBF" + bytes).rows.front().code, "R1A") << "a byte order mark";
    EXPECT_TRUE(read("").rows.empty());
}

TEST(TrustFile, ABlankRegionIsWelshOnlyWhereTheOfficeSaysSo) {
    auto welsh = line("7A1", "BETSI", "20091001", "", "");
    welsh.back() = 'W';
    const auto file = read(line("R0A", "BLANK", "", "", "") + "\n" + welsh + "\n" +
                           line("7A2", "HYWEL DDA", "20091001", "", "W00"));
    ASSERT_EQ(file.rows.size(), 3u);
    EXPECT_EQ(file.rows[0].nation, "england");
    EXPECT_FALSE(file.rows[0].opened) << "unknown";
    EXPECT_EQ(file.rows[1].nation, "wales");
    EXPECT_EQ(file.rows[2].nation, "wales");
}

TEST(TrustFile, NamesOfAnyScriptComeThrough) {
    for (const char* name : {"ST JAMES'S", "YSBYTY GL\u00c2N", "E\u0301COLE",
                             "\u05d1\u05d9\u05ea \u05d7\u05d5\u05dc\u05d9\u05dd"}) {
        const auto file = read(line("R1A", name));
        ASSERT_EQ(file.rows.size(), 1u) << name;
        EXPECT_EQ(file.rows.front().name, name);
    }
}

TEST(TrustFile, SaysOfEachLineThatItRefusesWhy) {
    const auto has = [](const std::string& reason, std::string_view words) {
        return reason.find(words) != std::string::npos;
    };
    EXPECT_TRUE(has(reason("R1B,TOO FEW"), "There are 2 fields"));
    EXPECT_TRUE(has(reason(line("R1B", "X") + ",,,,"), "There are 28 fields"));
    EXPECT_TRUE(has(reason(line("R1BX", "X")), "not an organisation code"));
    EXPECT_TRUE(has(reason(line("", "X")), "not an organisation code"));
    EXPECT_TRUE(has(reason(line("R1B", "  ")), "name is missing"));
    EXPECT_TRUE(has(reason(line("R1B", std::string(201, 'X'))), "longer than 200"));
    EXPECT_TRUE(has(reason(line("R1B", "=HYPERLINK(1)")), "formula"));
    EXPECT_TRUE(has(reason(line("R1B", "\"@SUM(1,2)\"")), "formula"));
    EXPECT_TRUE(has(reason(line("R1B", "X", "20110231")), "opening date"));
    EXPECT_TRUE(has(reason(line("R1B", "X", "20110701", "soon")), "closing date"));
    EXPECT_TRUE(has(reason(line("R1B", "X", "20110701", "20110630")), "closes before"));
    EXPECT_TRUE(has(reason(line("R1A", "AGAIN")), "in the file already"));
    EXPECT_TRUE(has(reason(line("R1B", "\"OPEN")), "quotation mark"));
    EXPECT_TRUE(has(reason(line("R1B", "M\xF6RK")), "not UTF-8"));
    EXPECT_TRUE(has(reason(std::string(10 * 1024 * 1024, 'x')), "longer than 4 kB"));
    EXPECT_EQ(read(line("R1B", "X", "20110701", "20110701")).rows.size(), 1u) << "one day long";
    EXPECT_EQ(read(line("R1B", std::string(200, 'X'))).rows.size(), 1u);
    std::string marks = "X";
    for (int i = 0; i < 400; ++i) marks += "\u0301";  // one character to the eye
    EXPECT_TRUE(has(reason(line("R1B", marks)), "longer than 200"));
}

TEST(TrustFile, ABrokenLineStillTellsWhomItNames) {
    const std::vector<std::string> lines = {line("R1B", "M\xF6RK"), line("R1B", "\"OPEN"),
                                            "\"R1B\",\"OPEN", "R1B,TOO FEW",
                                            "R1B," + std::string(5'000, 'x')};
    for (const std::string& broken : lines) {
        const auto file = read(broken);
        ASSERT_EQ(file.refused.size(), 1u);
        EXPECT_EQ(file.refused.front().code, "R1B") << broken.substr(0, 40);
    }
    EXPECT_EQ(read("no trust").refused.front().code, "");
}

TEST(TrustFile, OneThatIsAllNonsenseIsGivenUp) {
    std::string bytes = line("R1A", "A") + "\n";
    for (int i = 0; i < 1'000; ++i) bytes += "x\n";
    EXPECT_EQ(read(bytes).refused.size(), 1'000u);
    EXPECT_FALSE(read_trust_file(bytes + "x\n"));
}

// Any bytes: what is taken has been checked, and each line is taken, refused or empty.
TEST(TrustFile, OfAnyBytesOnlyWhatHoldsIsTaken) {
    const std::string good = line("R1A", "FIRST") + "\r\n\"R1C\",\"SE\"\"COND\"" +
                             line("", "").substr(1) + "\n" + line("K0N6A", "THIRD", "20260601");
    const std::string hostile = ",\"\n\r\\=+-@\xC3\xFF\t R0";
    std::uint32_t seed = 7;
    const auto below = [&seed](std::size_t limit) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<std::size_t>(seed >> 8) % limit;
    };
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes = good;
        for (std::size_t changes = 1 + below(6); changes > 0; --changes) {
            const char c = hostile[below(hostile.size())];
            if (below(2) == 0)
                bytes.insert(below(bytes.size()), 1, c);
            else
                bytes[below(bytes.size())] = c;
        }
        bytes.resize(bytes.size() - below(bytes.size() / 4));
        const auto file = read_trust_file(bytes);
        ASSERT_TRUE(file) << bytes;
        for (const auto& row : file->rows) {
            ASSERT_TRUE(row.code.size() == 3 || row.code.size() == 5) << bytes;
            ASSERT_FALSE(row.name.empty() || base::is_formula(row.name)) << bytes;
            ASSERT_TRUE(base::is_utf8(row.name + row.address + row.town + row.postcode)) << bytes;
            ASSERT_FALSE(row.opened && row.closed && *row.closed < *row.opened) << bytes;
        }
        const auto lines = std::ranges::count(bytes, '\n') + 1;
        ASSERT_LE(static_cast<std::ptrdiff_t>(file->rows.size() + file->refused.size()), lines);
    }
}

TEST(TrustFile, CodesAreTakenAsMeant) {
    const auto file = read(line(" r1b ", "X", "20110701", "", " y56 ") + "\n" +
                           line("\"r1c\"", "Y") + "\n" + line("R1B", "AGAIN"));
    ASSERT_EQ(file.rows.size(), 2u);
    EXPECT_EQ(file.rows[0].code, "R1B");
    EXPECT_EQ(file.rows[0].region, "Y56");
    EXPECT_EQ(file.rows[1].code, "R1C");
    ASSERT_EQ(file.refused.size(), 1u);
    EXPECT_NE(file.refused[0].reason.find("in the file already"), std::string::npos);
    EXPECT_EQ(read("r1d ,TOO FEW").refused.front().code, "R1D");
}

TEST(TrustFile, WhatIsNotKeptHarmsNobodyAndADashIsNothing) {
    const std::string head = "R1A,FIRST,Y56,QMJ,1 HIGH ROAD,-,,LONDON,,";
    const std::string tail = ",20110701,,,,,,,+44 20 7946 0000,,=1+1,,0,,H";
    const auto file = read(head + "-" + tail);
    ASSERT_EQ(file.rows.size(), 1u);
    EXPECT_EQ(file.rows.front().postcode, "");
    EXPECT_EQ(file.rows.front().address, "1 HIGH ROAD");
    EXPECT_NE(reason("R1B" + head.substr(3) + "=NW1" + tail).find("formula"), std::string::npos);
    EXPECT_NE(reason(line("R1B", "-")).find("formula"), std::string::npos) << "no name";
    EXPECT_NE(reason(line("R1B", " =1+1")).find("formula"), std::string::npos);
}

TEST(TrustFile, AByteOfZeroCostsItsLineAlone) {
    const auto why = reason(line("R1B", std::string("X\0Y", 3)));
    EXPECT_NE(why.find("UTF-8"), std::string::npos) << why;
    EXPECT_TRUE(read(std::string("R\0001\0A\0", 6)).rows.empty());
}

TEST(TrustFile, AQuotedCellMayGoOverLines) {
    const auto file = read(line("R1A", "\"NORTH\r\nLONDON\"") + "\r\n" + line("R1C", "LAST"));
    ASSERT_EQ(file.rows.size(), 2u);
    EXPECT_EQ(file.rows[0].name, "NORTH LONDON");
    EXPECT_EQ(file.rows[1].line, 3);
}

}  // namespace
}  // namespace organisations
