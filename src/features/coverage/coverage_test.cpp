#include "features/coverage/coverage.h"

#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace coverage {

namespace {

base::Day day(const char* iso) {
    return base::parse_day(iso).value();
}

// Nine trusts of London, of which the first few may have closed in 2025, eight of the South West
// and three of Wales.
std::string trust_file(int closed = 0) {
    const auto line = [](const std::string& code, const std::string& name,
                         const std::string& region, const std::string& board, char office,
                         const std::string& end = "") {
        return code + "," + name + "," + region + "," + board +
               ",1 HIGH ROAD,,,TOWN,,NW1,20110401," + end + ",,,,,,,,,,0,," + office + "\n";
    };
    std::string file;
    for (int i = 0; i < 9; ++i) {
        file += line("RL" + std::to_string(i), "LONDON " + std::to_string(i), "Y56", "QMJ", 'H',
                     i < closed ? "20250331" : "");
    }
    for (int i = 0; i < 8; ++i) {
        file += line("RS" + std::to_string(i), "SOUTH WEST " + std::to_string(i), "Y58",
                     i < 2 ? "QJK" : "QVV", 'K');
    }
    for (int i = 0; i < 3; ++i) {
        file += line("7A" + std::to_string(i), "WELSH " + std::to_string(i), "", "", 'W');
    }
    return file;
}

class CoverageTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Kim", {"ccio"}, {"administrator"});
        site().person("Ann", {"ccio"});
        site().person("Robin");  // an applicant
        import(trust_file(), "2021-07-31");
        for (const char* code : {"RL0", "RL1", "RL2", "RS0", "7A0"}) hold(code);
    }

    void import(const std::string& file, const char* as_of) {
        site().with_floor("Kim", [&](const record::Floor& floor) {
            const auto read = organisations::Organisations(floor).import_trusts(
                file, day(as_of), organisations::Missing::refused);
            ASSERT_TRUE(read) << read.error().sentence;
        });
    }
    // Whether this person is told of the last day of March 2024 beside the first of 2026.
    bool may_tell(const std::string& name) {
        bool may = false;
        site().with_floor(name, [&](const record::Floor& floor) {
            may = !Coverage(floor).may_tell(day("2024-03-31"), day("2026-01-01"));
        });
        return may;
    }
    void hold(const std::string& code, const char* began = "2022-01-01") {
        membership::PositionId id;
        site().with_floor("Ann", [&](const record::Floor& floor) {
            const auto claimed = membership::Membership(floor).claim(
                {code, "ccio", "CCIO", began, ""});
            ASSERT_TRUE(claimed) << claimed.error().sentence;
            id = *claimed;
        });
        site().with_floor("Kim", [&](const record::Floor& floor) {
            membership::Membership roll(floor);
            ASSERT_TRUE(roll.verify(roll.position(id)));
        });
    }
    Table table(const std::string& name, By by, const char* on = "2026-01-01") {
        Table made;
        site().with_floor(name, [&](const record::Floor& floor) {
            made = Coverage(floor).table(site().settled().ccio.id, by, day(on));
        });
        return made;
    }
    static std::string words(const Table& table) {
        std::string said = table.covered ? std::to_string(*table.covered) : "hidden";
        for (const Area& area : table.rows) {
            said += "; " + area.code + " " + std::to_string(area.open) + " " +
                    (area.covered ? std::to_string(*area.covered) : "hidden");
        }
        return said;
    }
};
MOOTHALL_ON_BOTH_ENGINES(CoverageTest);

TEST_P(CoverageTest, MembersSeeAllOfIt) {
    EXPECT_EQ(words(table("Ann", By::region)), "5; Y56 9 3; Y58 8 1;  3 1");
    EXPECT_EQ(words(table("Ann", By::nation)), "5; england 17 4; wales 3 1");
    EXPECT_EQ(words(table("Ann", By::board)), "5; QJK 2 1; QVV 6 0;  3 1; QMJ 9 3");
    EXPECT_EQ(words(table("Ann", By::region, "2021-12-31")), "0; Y56 9 0; Y58 8 0;  3 0");
}

TEST_P(CoverageTest, OutsidersSeeNoAreaOfFewAndNothingThatTellsOfOne) {
    EXPECT_EQ(words(table("Robin", By::region)), "hidden; Y56 9 3; Y58 8 1;  3 hidden");
    EXPECT_EQ(words(table("Robin", By::nation)), "hidden; england 17 4; wales 3 hidden");
    EXPECT_EQ(words(table("Robin", By::board)),
              "hidden; QJK 2 hidden; QVV 6 hidden;  3 hidden; QMJ 9 3");
    EXPECT_EQ(table("Robin", By::region).scope, 20) << "how many are open is published";
}

TEST_P(CoverageTest, BoardsAddUpToTheirTotalWithThoseOfNone) {
    const auto add = [](int from, int to) {
        std::string lines;
        for (int i = from; i < to; ++i) {
            lines += "RX" + std::to_string(i) + ",OF NO BOARD " + std::to_string(i) +
                     ",Y56,,1 HIGH ROAD,,,TOWN,,NW1,20110401,,,,,,,,,,,0,,H\n";
        }
        return lines;
    };
    const auto read = [&](int count) {
        site().with_floor("Kim", [&](const record::Floor& floor) {
            ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
                trust_file() + add(0, count), day("2021-08-31"),
                organisations::Missing::refused));
        });
    };
    read(2);
    EXPECT_EQ(words(table("Ann", By::board)), "5; QJK 2 1; QVV 6 0;  2 0;  3 1; QMJ 9 3");
    EXPECT_EQ(words(table("Robin", By::board)),
              "hidden; QJK 2 hidden; QVV 6 hidden;  2 hidden;  3 hidden; QMJ 9 hidden")
        << "London less the board would tell of two";
    const Table told = table("Ann", By::board);
    std::int64_t open = 0;
    for (const Area& area : told.rows) open += area.open;
    EXPECT_EQ(open, told.scope);
    EXPECT_TRUE(site().as("Ann").get("/coverage?by=board").says("No board given, London"));
    read(8);
    EXPECT_EQ(words(table("Robin", By::board)),
              "hidden; QJK 2 hidden; QVV 6 hidden;  8 0;  3 hidden; QMJ 9 3");
}

TEST_P(CoverageTest, ATrustIsNamedToOutsidersWithItsConsentOnly) {
    const auto named = [&](const std::string& name) {
        std::size_t count = 0;
        site().with_floor(name, [&](const record::Floor& floor) {
            count = Coverage(floor).trusts(site().settled().ccio.id, day("2026-01-01")).size();
        });
        return count;
    };
    EXPECT_EQ(named("Ann"), 20u);
    EXPECT_EQ(named("Robin"), 0u);
    site().with_floor("Kim", [](const record::Floor& floor) {
        Coverage coverage(floor);
        ASSERT_TRUE(coverage.note_consent({"RL0", "By letter of its chief executive."}));
        EXPECT_EQ(coverage.note_consent({"R9Z", "By letter."}).error().field, "organisation");
    });
    EXPECT_EQ(named("Robin"), 1u);
    auto visitor = site().visitor();
    const auto page = visitor.get("/coverage");
    EXPECT_TRUE(page.says("London 0: covered"));
    EXPECT_FALSE(page.says("London 1")) << "it could have leaked: a member sees it";
    EXPECT_TRUE(site().as("Ann").get("/coverage").says("London 1"));
    auto kim = site().as("Kim");
    EXPECT_EQ(kim.press(kim.get("/coverage/consents"), "/withdrawal").status(), 303);
    EXPECT_EQ(named("Robin"), 0u);
}

TEST_P(CoverageTest, TheDayIsForMembers) {
    const auto visitor = site().visitor().get("/coverage?on=2021-12-31");
    EXPECT_EQ(visitor.status(), 422);
    EXPECT_TRUE(visitor.says("Figures of another day are for members"));
    EXPECT_FALSE(visitor.says("Open trusts")) << "figures of today would pass for those";
    EXPECT_FALSE(visitor.has("#on"));
    EXPECT_EQ(site().visitor().get("/coverage.csv?on=2021-12-31").status(), 422);
    const auto member = site().as("Ann").get("/coverage?on=2021-12-31");
    EXPECT_TRUE(member.says("31 December 2021"));
    EXPECT_TRUE(member.says("0 of 20 open trusts"));
    for (const char* wrong : {"on=2099-01-01", "on=yesterday", "by=ward"}) {
        const auto refused = site().as("Ann").get("/coverage?" + std::string(wrong));
        EXPECT_EQ(refused.status(), 422) << wrong;
        EXPECT_TRUE(refused.has("[role=alert]")) << wrong;
        const auto file = site().as("Ann").get("/coverage.csv?" + std::string(wrong));
        EXPECT_EQ(file.status(), 422) << wrong;
        EXPECT_EQ(file.body().find("code,name"), std::string::npos) << wrong;
    }
    EXPECT_EQ(site().visitor().get("/coverage?network=nowhere").status(), 404);
}

TEST_P(CoverageTest, ADayOf2019IsToldAsItWasHoweverTrustsFollowedEachOther) {
    hold("RL5", "2018-03-01");
    site().with_floor("Kim", [](const record::Floor& floor) {
        organisations::Organisations directory(floor);
        ASSERT_TRUE(directory.succeed(directory.organisation("RL5"), {"RS7", "2021-04-01"}));
    });
    EXPECT_EQ(words(table("Ann", By::region, "2019-06-01")), "1; Y56 9 1; Y58 8 0;  3 0");
    EXPECT_EQ(words(table("Ann", By::region, "2021-03-31")), "1; Y56 9 1; Y58 8 0;  3 0");
    EXPECT_EQ(words(table("Ann", By::region, "2021-04-01")), "1; Y56 9 0; Y58 8 1;  3 0");
    std::string years;
    site().with_floor("Ann", [&](const record::Floor& floor) {
        const auto network = site().settled().ccio.id;
        for (const Point& point : Coverage(floor).over_time(network, day("2019-06-01"))) {
            years += base::iso_day(point.on) + " " + std::to_string(point.covered) + " of " +
                     std::to_string(point.open) + "; ";
        }
    });
    EXPECT_EQ(years,
              "2015-12-31 0 of 20; 2016-12-31 0 of 20; 2017-12-31 0 of 20; "
              "2018-12-31 1 of 20; 2019-06-01 1 of 20; ");
    const auto page = site().as("Ann").get("/coverage?on=2019-06-01");
    EXPECT_TRUE(page.says("1 June 2019"));
    EXPECT_TRUE(page.says("1 of 20 open trusts"));
}

TEST_P(CoverageTest, TheDayThatIsAskedForIsInTheMapTheListsAndTheFile) {
    hold("RL5", "2018-03-01");
    import(trust_file() + "RX0,YOUNG,Y56,QMJ,1 HIGH ROAD,,,TOWN,,NW1,20240401,,,,,,,,,,,0,,H\n",
           "2025-07-31");
    auto ann = site().as("Ann");
    const std::string by_board = "/coverage?by=board", in_2019 = "&on=2019-06-01";
    const auto now = ann.get(by_board), then = ann.get(by_board + in_2019);
    EXPECT_EQ(now.find("svg.tiles").text(), "Wales 33 % South West 13 % London 40 %");
    EXPECT_EQ(then.find("svg.tiles").text(), "Wales 0 % South West 0 % London 11 %");
    EXPECT_TRUE(now.says("With a CCIO 6"));
    EXPECT_TRUE(then.says("With a CCIO 1"));
    EXPECT_TRUE(now.says("Young"));
    EXPECT_FALSE(then.says("Young")) << "it was not open yet";
    EXPECT_TRUE(then.says("1 of 20 open trusts"));
    EXPECT_EQ(ann.get("/coverage.csv?by=region" + in_2019).body(),
              "code,name,open,covered\r\nY56,London,9,1\r\nY58,South West,8,0\r\n,Wales,3,0\r\n");
}

TEST_P(CoverageTest, ADayThatDiffersByOneToSevenTrustsIsNotToldToOutsiders) {
    std::string file = trust_file();
    const auto add = [&](int from, int to) {  // open since 2024
        for (int i = from; i < to; ++i) {
            file += "RX" + std::to_string(i) + ",NEW " + std::to_string(i) +
                    ",Y56,QMJ,1 HIGH ROAD,,,TOWN,,NW1,20240401,,,,,,,,,,,0,,H\n";
        }
        import(file, "2025-07-31");
    };
    EXPECT_TRUE(may_tell("Robin")) << "the same trusts";
    add(0, 1);
    EXPECT_FALSE(may_tell("Robin"));
    EXPECT_TRUE(may_tell("Ann")) << "a member";
    add(1, 7);
    EXPECT_FALSE(may_tell("Robin")) << "seven";
    add(7, 8);
    EXPECT_TRUE(may_tell("Robin")) << "eight";
}

TEST_P(CoverageTest, NorIsADayOnWhichOneToSevenMoreWereOpen) {
    import(trust_file(1), "2025-07-31");
    EXPECT_FALSE(may_tell("Robin"));
    EXPECT_TRUE(may_tell("Ann")) << "a member";
    import(trust_file(7), "2025-08-31");
    EXPECT_FALSE(may_tell("Robin")) << "seven";
    import(trust_file(8), "2025-09-30");
    EXPECT_TRUE(may_tell("Robin")) << "eight";
}

// Ten opened since, which all alone would not tell; but few of them in one area.
TEST_P(CoverageTest, AnAreaThatDiffersByFewIsHiddenOnTheOtherDay) {
    const auto line = [](const std::string& code, const char* region, const char* board) {
        return code + ",NEW " + code + "," + region + "," + board +
               ",1 HIGH ROAD,,,TOWN,,NW1,20240401,,,,,,,,,,,0,,H\n";
    };
    const auto shown_with = [&](int in_london, int in_devon) {
        std::string file = trust_file(), shown;
        for (int i = 0; i < in_london + in_devon; ++i) {
            const std::string code = "RX" + std::to_string(i);
            file += i < in_london ? line(code, "Y56", "QMJ") : line(code, "Y58", "QJK");
        }
        site().with_floor("Kim", [&](const record::Floor& floor) {
            ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
                file, day("2025-07-31"), organisations::Missing::accepted));
        });
        site().with_floor("Robin", [&](const record::Floor& floor) {
            const Coverage coverage(floor);
            for (const By by : {By::nation, By::region, By::board}) {
                const auto table = coverage.table(site().settled().ccio.id, by, day("2024-03-31"),
                                                  day("2026-01-01"));
                for (const auto& area : table.rows) {
                    if (area.covered) shown += area.code + " ";
                }
                EXPECT_FALSE(table.covered) << "Wales is hidden";
            }
        });
        return shown;
    };
    EXPECT_EQ(shown_with(8, 0), "england Y56 Y58 ") << "no boards of another day";
    EXPECT_EQ(shown_with(8, 2), "Y56 ") << "two in the South West, and England less London is it";
    EXPECT_EQ(shown_with(5, 5), "") << "five in each";
}

TEST_P(CoverageTest, ItIsOfferedForNetworksWithARoleAtTrustsOnly) {
    site().with_floor("Kim", [&](const record::Floor& floor) {
        networks::Networks networks(floor);
        ASSERT_TRUE(networks.found({.slug = "guardians",
                                    .name = "Guardians",
                                    .short_name = "Guardians",
                                    .purpose = "",
                                    .glyph = "",
                                    .coverage = "none"}));
        ASSERT_TRUE(networks.found({.slug = "wide",
                                    .name = "The wide one",
                                    .short_name = "Wide",
                                    .purpose = "",
                                    .glyph = "",
                                    .needs = "work"}));
    });
    auto ann = site().as("Ann");
    EXPECT_EQ(ann.get("/coverage?network=ccio").status(), 200);
    const auto page = ann.get("/coverage");
    for (const char* slug : {"guardians", "wide"}) {
        const std::string wanted = "?network=" + std::string(slug);
        EXPECT_EQ(ann.get("/coverage" + wanted).status(), 404) << slug;
        EXPECT_EQ(ann.get("/coverage.csv" + wanted).status(), 404) << slug;
        EXPECT_FALSE(page.has("option[value=" + std::string(slug) + "]")) << slug;
    }
    EXPECT_TRUE(page.has("option[value=ccio]"));
}

TEST_P(CoverageTest, TheMapOf2021IsWholeAndABlankRegionOfEnglandIsNotWales) {
    std::string file = trust_file();
    for (const char* region : {"Y54", "Y55", "Y57", ""}) {
        for (int i = 0; i < 9; ++i) {
            const std::string code = std::string("T") + (*region ? region[2] : '0') +
                                     std::to_string(i);
            file += code + ",OLD " + code + "," + region +
                    ",,1 HIGH ROAD,,,TOWN,,NW1,20110401,,,,,,,,,,,0,,H\n";
        }
    }
    site().with_floor("Kim", [&](const record::Floor& floor) {
        ASSERT_TRUE(organisations::Organisations(floor).import_trusts(
            file, day("2021-08-31"), organisations::Missing::refused));
    });
    const auto page = site().as("Ann").get("/coverage");
    for (const char* label : {"North of England", "Midlands and East", "South of England",
                              "London", "Wales"}) {
        EXPECT_NE(page.find("svg.tiles").text().find(label), std::string::npos) << label;
    }
    EXPECT_NE(page.find("svg.tiles").text().find("Wales 33 %"), std::string::npos)
        << "one of three; of those without a region none";
}

TEST_P(CoverageTest, TheFileSaysWhatThePageSays) {
    const auto outside = site().visitor().get("/coverage.csv?by=region");
    EXPECT_EQ(outside.header("Content-Type"), "text/csv; charset=utf-8");
    EXPECT_EQ(outside.body(),
              "code,name,open,covered\r\nY56,London,9,3\r\nY58,South West,8,1\r\n,Wales,3,\r\n");
    EXPECT_NE(site().as("Ann").get("/coverage.csv?by=region").body().find(",Wales,3,1\r\n"),
              std::string::npos);
}

TEST_P(CoverageTest, ItTakesAsManyStatementsHoweverManyTrustsThereAre) {
    std::int64_t count = 0;
    site().with_floor("Ann", [&](const record::Floor& floor) {
        const auto before = floor.tx.statements();
        (void)Coverage(floor).table(site().settled().ccio.id, By::board, day("2026-01-01"));
        count = floor.tx.statements() - before;
    });
    EXPECT_EQ(count, 4) << "trusts, positions, successions, consents";
}

}  // namespace
}  // namespace coverage
