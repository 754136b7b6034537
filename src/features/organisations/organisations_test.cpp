#include "features/organisations/organisations.h"

#include "features/organisations/directory.h"
#include "features/organisations/feature.h"
#include "tests/support/test_site.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace organisations {

namespace {

using Codes = std::vector<std::string>;

base::Day day(const char* iso) {
    return base::parse_day(iso).value();
}

struct Row {
    std::string code, name = "A TRUST", region = "Y56", board = "QMJ", opened = "20110401",
                      closed = "", town = "LONDON";
};

std::string file_of(const std::vector<Row>& rows) {
    std::string bytes;
    for (const Row& row : rows) {
        bytes += row.code + "," + row.name + "," + row.region + "," + row.board +
                 ",1 HIGH ROAD,,," + row.town + ",,NW1," + row.opened + "," + row.closed +
                 ",,,,,,,,,,0,,H\r\n";
    }
    return bytes;
}

Codes codes_of(const ImportReport& report, Change::Kind kind) {
    Codes codes;
    for (const auto& change : report.changes) {
        if (change.kind == kind) codes.push_back(change.code);
    }
    return codes;
}

class OrganisationsTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Kim", {"ccio"}, {"administrator"});
        site().person("Ann", {"ccio"});
    }

    template <class Act>
    auto as(const std::string& name, Act&& act) {
        std::optional<std::invoke_result_t<Act, Organisations&>> out;
        site().with_floor(name, [&](const record::Floor& floor) {
            Organisations organisations(floor);
            out.emplace(act(organisations));
        });
        return *std::move(out);
    }
    base::Result<ImportReport> import(const std::string& bytes, const char* as_of,
                                      Missing missing = Missing::refused) {
        return as("Kim",
                  [&](Organisations& o) { return o.import_trusts(bytes, day(as_of), missing); });
    }
    Codes open_on(const char* iso) {
        return as("Ann", [&](Organisations& o) {
            Codes codes;
            for (const auto& trust : o.open_trusts(day(iso))) codes.push_back(trust.code);
            return codes;
        });
    }
    Organisation one(const char* code) {
        return as("Ann", [&](Organisations& o) { return o.organisation(code); });
    }
    std::string trouble() {
        std::string all;
        site().database().read([&](sql::Tx& tx) {
            const auto manifest = feature(std::make_shared<Directory>());
            for (const auto& sentence : manifest.check.value(tx)) all += sentence + "\n";
        });
        return all;
    }
};
MOOTHALL_ON_BOTH_ENGINES(OrganisationsTest);

TEST_P(OrganisationsTest, AFileSaysWhatItChanged) {
    using enum Change::Kind;
    const auto first = import(file_of({{"R1A"}, {"R1C"}, {"R1D"}, {"R1E"}, {"R1F"}, {"R1G"}}),
                              "2021-01-31");
    ASSERT_TRUE(first) << first.error().sentence;
    EXPECT_EQ(codes_of(*first, added).size(), 6u);
    const auto second = import(file_of({{.code = "R1A", .name = "ANOTHER NAME"},
                                        {.code = "R1C", .region = "Y60", .board = "QK1"},
                                        {.code = "R1D", .town = "LEEDS"},
                                        {.code = "R1E", .closed = "20220331"},
                                        {.code = "R1F"},
                                        {.code = "K0N6A", .opened = "20260601"}}),
                               "2022-03-31");
    ASSERT_TRUE(second) << second.error().sentence;
    EXPECT_EQ(codes_of(*second, added), Codes{"K0N6A"});
    EXPECT_EQ(codes_of(*second, renamed), Codes{"R1A"});
    EXPECT_EQ(codes_of(*second, recoded), Codes{"R1C"});
    EXPECT_EQ(codes_of(*second, moved), Codes{"R1D"});
    EXPECT_EQ(codes_of(*second, closed), Codes{"R1E"});
    EXPECT_EQ(codes_of(*second, absent), Codes{"R1G"});
    EXPECT_EQ(second->import.unchanged, 1);
    EXPECT_EQ(open_on("2022-03-31"), (Codes{"R1A", "R1C", "R1D", "R1E", "R1F"}));
    EXPECT_EQ(open_on("2022-04-01"), (Codes{"R1A", "R1C", "R1D", "R1F"})) << "the day after";
    EXPECT_EQ(open_on("2026-06-01").front(), "K0N6A") << "it had a future opening date";
    const auto third = import(
        file_of({{"R1A", "ANOTHER NAME"}, {"R1C", "A TRUST", "Y60", "QK1"}, {"R1F"}, {"R1G"}}),
        "2022-04-30", Missing::accepted);
    ASSERT_TRUE(third) << third.error().sentence;
    EXPECT_EQ(codes_of(*third, returned), Codes{"R1G"});
    EXPECT_EQ(codes_of(*third, absent), (Codes{"K0N6A", "R1D", "R1E"}));
    EXPECT_EQ(trouble(), "");
}

TEST_P(OrganisationsTest, AClosingDayIsToldWhenItHasCome) {
    using enum Change::Kind;
    const std::string open = file_of({{"R1A"}, {"R1C"}});
    const std::string announced = file_of({{"R1A"}, {.code = "R1C", .closed = "20220331"}});
    ASSERT_TRUE(import(open, "2021-01-31"));
    const auto before = import(announced, "2022-01-31");
    ASSERT_TRUE(before);
    EXPECT_EQ(codes_of(*before, closed), Codes{}) << "it is open for two months yet";
    EXPECT_EQ(codes_of(*before, redated), Codes{"R1C"});
    EXPECT_TRUE(import(announced, "2022-02-28")->changes.empty());
    const auto on_it = import(announced, "2022-03-31");
    EXPECT_EQ(codes_of(*on_it, closed), Codes{"R1C"});
    EXPECT_EQ(on_it->import.unchanged, 1);
    EXPECT_TRUE(import(announced, "2022-03-31")->changes.empty()) << "the same file twice";
    EXPECT_TRUE(import(announced, "2022-04-30")->changes.empty());
}

TEST_P(OrganisationsTest, ADayThatIsTakenBackOrMovedIsToldAndStored) {
    using enum Change::Kind;
    ASSERT_TRUE(import(file_of({{.code = "R1A", .closed = "20200331"},
                                {.code = "R1C", .closed = "20200331"},
                                {"R1D"},
                                {"R1E"}}),
                       "2021-01-31"));
    const auto report = import(file_of({{.code = "R1A"},
                                        {.code = "R1C", .closed = "20200430"},
                                        {.code = "R1D", .opened = "20120401"},
                                        {"R1E"}}),
                               "2021-02-28");
    ASSERT_TRUE(report) << report.error().sentence;
    EXPECT_EQ(codes_of(*report, redated), (Codes{"R1A", "R1D"}));
    EXPECT_EQ(codes_of(*report, closed), Codes{"R1C"}) << "on another day";
    EXPECT_EQ(report->import.unchanged, 1);
    EXPECT_FALSE(one("R1A").closed);
    const auto kept = as("Ann", [&](Organisations& o) { return o.import(report->import.id); });
    ASSERT_EQ(kept.changes.size(), 3u);
    EXPECT_EQ(kept.changes[0].kind, redated);
    EXPECT_EQ(kept.changes[0].words, "opened 2011-04-01, closed 2020-03-31");
    const auto path = "/organisations/imports/" + std::to_string(report->import.id.value);
    EXPECT_TRUE(site().as("Kim").get(path).says("Days changed"));
}

TEST_P(OrganisationsTest, EachLineOfAFileStandsInTheReportOnce) {
    ASSERT_TRUE(import(file_of({{"R1A"},
                                {.code = "R1C", .closed = "20200331"},
                                {"R1D"},
                                {"R1E"},
                                {"R1F"},
                                {"R1G"},
                                {"R1H"}}),
                       "2021-01-31"));
    const std::vector<Row> rows = {{.code = "R1A", .name = "NEW", .town = "LEEDS"},  // two changes
                                   {.code = "R1C"},
                                   {.code = "R1D", .opened = "20120401"},
                                   {.code = "R1E", .region = "Y60"},
                                   {.code = "R1F", .closed = "20220101"},
                                   {.code = "R1G"},
                                   {.code = "R1X"},
                                   {.code = "R1H", .opened = "never"}};
    const auto report = import(file_of(rows) + "nonsense\n", "2021-02-28");
    ASSERT_TRUE(report) << report.error().sentence;
    std::set<int> lines;
    for (const auto& change : report->changes) {
        if (change.line > 0) lines.insert(change.line);
    }
    EXPECT_EQ(static_cast<std::int64_t>(lines.size()) + report->import.unchanged, 9)
        << "every line changed something, was refused, or is counted as unchanged";
    EXPECT_EQ(report->import.unchanged, 1);
}

TEST_P(OrganisationsTest, ThePastStaysAsItWas) {
    ASSERT_TRUE(import(file_of({{"R1A", "OLD NAME", "Y55"}}), "2021-01-31"));
    ASSERT_TRUE(import(file_of({{"R1A", "NEW NAME", "Y60"}}), "2022-03-31"));
    const auto then = [&](const char* iso) {
        return as("Ann", [&](Organisations& o) { return o.open_trusts(day(iso)).at(0); });
    };
    EXPECT_EQ(then("2022-03-30").name, "OLD NAME");
    EXPECT_EQ(then("2022-03-30").region, "Y55");
    EXPECT_EQ(then("2022-03-31").name, "NEW NAME");
    EXPECT_EQ(then("2019-06-01").region, "Y55") << "before the first file: as the first says";
    EXPECT_TRUE(open_on("2011-03-31").empty()) << "not open yet";
}

TEST_P(OrganisationsTest, TheSameFileTwiceChangesNothing) {
    const auto bytes = file_of({{"R1A"}, {"R1C", "B", "", "", "", "20200101"}});
    ASSERT_TRUE(import(bytes, "2021-01-31"));
    const auto version = as("Ann", [](Organisations& o) { return o.version(); });
    for (const char* as_of : {"2021-01-31", "2021-02-28"}) {
        const auto again = import(bytes, as_of);
        ASSERT_TRUE(again);
        EXPECT_TRUE(again->changes.empty());
        EXPECT_EQ(again->import.unchanged, 2);
    }
    EXPECT_EQ(as("Ann", [](Organisations& o) { return o.version(); }), version);
    const auto states = as(
        "Ann", [](Organisations& o) { return o.history(o.organisation("R1A")).size(); });
    EXPECT_EQ(states, 1u);
}

TEST_P(OrganisationsTest, ALineThatIsRefusedStopsNoOtherAndLosesNobody) {
    ASSERT_TRUE(import(file_of({{"R1A"}, {"R1C"}}), "2021-01-31"));
    const auto report = import(
        file_of({{.code = "R1A", .opened = "never"}, {"R1C"}, {"R1D"}}) + "nonsense\n",
        "2021-02-28");
    ASSERT_TRUE(report) << report.error().sentence;
    EXPECT_EQ(codes_of(*report, Change::Kind::added), Codes{"R1D"});
    EXPECT_EQ(codes_of(*report, Change::Kind::absent), Codes{}) << "R1A is there, unreadable";
    ASSERT_EQ(codes_of(*report, Change::Kind::rejected).size(), 2u);
    const auto kept = as("Ann", [&](Organisations& o) { return o.import(report->import.id); });
    ASSERT_EQ(kept.changes.size(), report->changes.size()) << "it is stored as it was told";
    EXPECT_EQ(kept.changes.back().line, 4);
    EXPECT_NE(kept.changes.back().words.find("fields"), std::string::npos);
}

TEST_P(OrganisationsTest, AFileThatIsCutOffIsRefusedWhole) {
    std::vector<Row> rows;
    for (const char* code :
         {"R1A", "R1C", "R1D", "R1E", "R1F", "R1G", "R1H", "R1J", "R1K", "R1L"}) {
        rows.push_back({code});
    }
    ASSERT_TRUE(import(file_of(rows), "2021-01-31"));
    const std::vector<Row> seven(rows.begin(), rows.begin() + 7);
    const auto cut = import(file_of(seven), "2021-02-28");
    ASSERT_FALSE(cut);
    EXPECT_NE(cut.error().sentence.find("Of the 10 organisations open on 28 February 2021, 3 are "),
              std::string::npos)
        << cut.error().sentence;
    EXPECT_EQ(open_on("2021-02-28").size(), 10u) << "nothing of it was taken";
    EXPECT_TRUE(import(file_of({rows.begin(), rows.begin() + 8}), "2021-02-28")) << "a fifth";
    const auto accepted = import(file_of({rows.begin(), rows.begin() + 3}), "2021-03-31",
                                 Missing::accepted);
    ASSERT_TRUE(accepted);
    EXPECT_EQ(codes_of(*accepted, Change::Kind::absent).size(), 5u);
}

TEST_P(OrganisationsTest, WhatIsOlderOrEmptyIsRefused) {
    const auto bytes = file_of({{"R1A"}});
    ASSERT_TRUE(import(bytes, "2022-03-31"));
    const auto older = import(bytes, "2022-03-30");
    ASSERT_FALSE(older);
    EXPECT_EQ(older.error().field, "as_of");
    EXPECT_EQ(import(bytes, "2062-03-31").error().field, "as_of") << "a slip of the hand";
    for (const std::string wrong : {"", "\n\n", "code,name\n", "PK\3\4\0\0"}) {
        const auto refused = import(wrong, "2022-04-30");
        ASSERT_FALSE(refused) << wrong;
        EXPECT_EQ(refused.error().field, "file");
    }
    const auto member = as("Ann", [&](Organisations& o) {
        return o.import_trusts(bytes, day("2022-04-30"), Missing::accepted).has_value();
    });
    EXPECT_FALSE(member);
}

TEST_P(OrganisationsTest, WhatIsOutsideTheListIsAddedByHand) {
    const auto added = as("Kim", [](Organisations& o) {
        return o.add({"  Karolinska   Institutet ", "abroad", "Solna", ""});
    });
    ASSERT_TRUE(added);
    const auto found = as("Ann", [&](Organisations& o) { return o.organisation(*added); });
    EXPECT_EQ(found.name, "Karolinska Institutet");
    EXPECT_EQ(found.kind, Kind::abroad);
    EXPECT_EQ(found.code, "-" + std::to_string(added->value));
    EXPECT_TRUE(found.is_open(day("2027-01-01")));
    ASSERT_TRUE(import(file_of({{"R1A"}}), "2021-01-31"));
    EXPECT_TRUE(one(found.code.c_str()).is_listed) << "no file can make it missing";
    EXPECT_EQ(open_on("2027-01-01"), Codes{"R1A"}) << "it is no trust";
    EXPECT_EQ(trouble(), "");
}

TEST_P(OrganisationsTest, SuccessionsRunInNoCircle) {
    ASSERT_TRUE(import(file_of({{"R1A"}, {"R1C"}, {"R1D"}}), "2021-01-31"));
    const auto succeed = [&](const char* code, const char* successor, const char* on) {
        return as("Kim", [&](Organisations& o) {
            return o.succeed(o.organisation(code), {successor, on});
        });
    };
    ASSERT_TRUE(succeed("R1A", "R1C", "2021-04-01"));
    ASSERT_TRUE(succeed("R1C", "R1D", "2022-04-01"));
    EXPECT_EQ(one("R1A").successor, one("R1C").id);
    EXPECT_EQ(one("R1A").succeeded, day("2021-04-01"));
    const auto circle = succeed("R1D", "R1A", "2023-04-01");
    ASSERT_FALSE(circle);
    EXPECT_EQ(circle.error().field, "successor");
    EXPECT_EQ(succeed("R1A", "R1A", "2021-04-01").error().field, "successor");
    EXPECT_EQ(succeed("R1A", "R9Z", "2021-04-01").error().field, "successor");
    EXPECT_EQ(succeed("R1A", "R1D", "1 April").error().field, "on");
    const auto waiting = as(
        "Kim", [&](Organisations& o) { return o.without_successor(day("2027-01-01")).size(); });
    EXPECT_EQ(waiting, 0u) << "nothing closed";
    ASSERT_TRUE(
        as("Kim", [](Organisations& o) { return o.end_succession(o.organisation("R1A")); }));
    EXPECT_FALSE(one("R1A").successor) << "a mistake is taken back";
}

TEST_P(OrganisationsTest, WhatClosedOrLeftWaitsForASuccessor) {
    std::vector<Row> rows = {{.code = "R1A", .closed = "20210101"}};
    for (const char* code : {"R1C", "R1D", "R1E", "R1F", "R1G", "R1H"}) rows.push_back({code});
    ASSERT_TRUE(import(file_of(rows), "2021-01-31"));
    rows.pop_back();
    ASSERT_TRUE(import(file_of(rows), "2021-02-28"));
    const auto waiting = [&] {
        return as("Kim", [&](Organisations& o) {
            Codes codes;
            for (const auto& one : o.without_successor(day("2021-02-28"))) {
                codes.push_back(one.code);
            }
            return codes;
        });
    };
    EXPECT_EQ(waiting(), (Codes{"R1A", "R1H"}));
    ASSERT_TRUE(as("Kim", [&](Organisations& o) {
        return o.succeed(o.organisation("R1A"), {"R1C", "2021-01-02"});
    }));
    EXPECT_EQ(waiting(), Codes{"R1H"});
}

TEST_P(OrganisationsTest, TheDirectoryIsFoundAnewWhenItChanges) {
    Directory directory;
    const auto found = [&](std::string_view words) {
        return as("Ann", [&](Organisations& o) {
            return directory.find(o, words, day("2022-01-01")).size();
        });
    };
    EXPECT_EQ(found("royal free"), 0u);
    ASSERT_TRUE(import(file_of({{"RAL", "ROYAL FREE LONDON"}}), "2021-01-31"));
    EXPECT_EQ(found("royel free"), 1u);
    ASSERT_TRUE(import(file_of({{"RAL", "QUITE ANOTHER"}}), "2021-02-28"));
    EXPECT_EQ(found("royal free"), 0u);
}

// The published files of five years, each as of its month's end.
TEST_P(OrganisationsTest, TheRealSequenceIsAsItWasCounted) {
    const std::filesystem::path folder = "../shared/data/ods";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << folder << " is not here: five published trust files were not read in turn, "
                     << "and what each adds, renames and closes was not counted.";
    }
    struct Step {
        const char *file, *as_of;
        std::size_t added, returned, renamed, absent, open;
    };
    const Step steps[] = {{"etr-2021-01.csv", "2021-01-31", 241, 0, 0, 0, 239},
                          {"etr-2022-03.csv", "2022-03-31", 2, 0, 37, 25, 212},
                          {"etr-2022-04.csv", "2022-04-30", 1, 9, 6, 1, 223},
                          {"etr-2025-07.csv", "2025-07-31", 1, 1, 16, 19, 205},
                          {"etr-2026-07.csv", "2026-07-31", 29, 35, 7, 0, 202}};
    for (const Step& step : steps) {
        std::ifstream in(folder / step.file, std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        const auto report = import(bytes, step.as_of);
        ASSERT_TRUE(report) << step.file << ": " << report.error().sentence;
        const auto count = [&](Change::Kind kind) { return codes_of(*report, kind).size(); };
        EXPECT_EQ(count(Change::Kind::added), step.added) << step.file;
        EXPECT_EQ(count(Change::Kind::returned), step.returned) << step.file;
        EXPECT_EQ(count(Change::Kind::renamed), step.renamed) << step.file;
        EXPECT_EQ(count(Change::Kind::absent), step.absent) << step.file;
        EXPECT_EQ(count(Change::Kind::rejected), 0u) << step.file;
        EXPECT_EQ(open_on(step.as_of).size(), step.open) << step.file;
        std::set<int> lines;
        for (const auto& change : report->changes) {
            if (change.line > 0) lines.insert(change.line);
        }
        EXPECT_EQ(static_cast<std::int64_t>(lines.size()) + report->import.unchanged,
                  report->import.total)
            << step.file << ": no line is lost";
        const auto again = import(bytes, step.as_of);
        ASSERT_TRUE(again);
        EXPECT_TRUE(again->changes.empty()) << step.file;
    }
    std::map<std::string, int> by_region;
    as("Ann", [&](Organisations& o) {
        for (const auto& trust : o.open_trusts(day("2026-07-31"))) ++by_region[trust.region];
        return true;
    });
    EXPECT_EQ(by_region, (std::map<std::string, int>{{"", 3},
                                                     {"Y56", 31},
                                                     {"Y58", 18},
                                                     {"Y59", 29},
                                                     {"Y60", 39},
                                                     {"Y61", 21},
                                                     {"Y62", 30},
                                                     {"Y63", 31}}));
    EXPECT_EQ(open_on("2021-01-31").size(), 216u) << "23 had closed, as later files told";
    EXPECT_EQ(trouble(), "");
}

}  // namespace
}  // namespace organisations
