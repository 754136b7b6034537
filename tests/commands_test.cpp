// What the program says and how it ends when something is wrong, and copies that go from one engine
// to the other.

#include "tests/real_site.h"

#include "platform/base/json.h"

#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>

namespace {

using namespace real_site;

constexpr int refused = 1;
constexpr int wrong_use = 2;
constexpr int broken = 3;

bool says(const Ended& ended, std::string_view words) {
    return ended.err.find(words) != std::string::npos;
}

// One sentence for a person: no trace, no empty answer.
void expect_sentence(const Ended& ended, std::string_view words) {
    EXPECT_TRUE(says(ended, words)) << ended.err;
    EXPECT_TRUE(says(ended, "moothall: ")) << ended.err;
    EXPECT_EQ(ended.out, "");
}

// ---- wrong use ----

TEST(CommandLine, WhatItDoesNotKnowEndsWithTwo) {
    const std::vector<Arguments> wrong = {
        {}, {"sevre"}, {"serve", "--prot", "80"}, {"sign-in"}, {"backup"}, {"restore"},
        {"administrator"}, {"organisations"}, {"members"}, {"members", "import"}, {"organisations", "import", "x.csv"},
        {"rule"}, {"rule", "lint", "x"}, {"count"}, {"count", "x"}, {"count", "x", "--rule", "stv"},
        {"count", "x", "--rule", "irv", "--seats", "0"},
        {"count", "x", "--rule", "irv", "--format", "xml"},
        {"demo", "--members", "many"}, {"demo", "--members", "3"},
        {"check", "--format", "xml"}, {"serve", "--workers", "x"}, {"serve", "extra"}};
    for (const auto& words : wrong) {
        sql::testing::TestFolder folder;
        auto all = words;
        all.insert(all.end(), {"--data", folder.path()});
        const auto ended = run(all);
        EXPECT_EQ(ended.code, wrong_use) << testing::PrintToString(words);
        EXPECT_FALSE((ended.out + ended.err).empty()) << testing::PrintToString(words);
        EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "nothing is made";
    }
}

TEST(CommandLine, WordsAreGivenToThoseWhoAsk) {
    const auto words = run({"--help"});
    EXPECT_EQ(words.code, 0);
    for (const auto* command : {"serve", "demo", "migrate", "check", "administrator", "retry",
                                "routes", "sign-in", "backup", "restore", "organisations", "members",
                                "rule", "count"}) {
        EXPECT_NE(words.out.find(command), std::string::npos) << command;
    }
    EXPECT_EQ(run({"--version"}).out.rfind("moothall ", 0), 0u);
}

// ---- the linter of the Rule ----

TEST(Linting, TellsWhatIdentifiesAndTouchesNoDatabase) {
    const sql::testing::TestFolder folder;
    const auto text = folder.path() + "/text", roll = folder.path() + "/roll.csv";
    std::ofstream(text) << "Thanks to Hope Price, the CCIO of an ambulance trust in London.\n";
    std::ofstream(roll) << "name,organisation,role,region\n"
                           "Hope Price,Vale Ambulance NHS Trust,CCIO,London\n";
    const auto ended = run({"rule", "lint", text, "--roll", roll, "--format", "json"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    const auto findings = base::Json::parse(ended.out)["findings"];
    ASSERT_EQ(findings.size(), 2u) << ended.out;
    EXPECT_EQ(findings[0]["kind"], "person");
    EXPECT_EQ(findings[0]["from"], 10);
    EXPECT_EQ(findings[0]["to"], 20);
    EXPECT_EQ(findings[0]["text"], "Hope Price");
    EXPECT_TRUE(findings[0]["k"].is_null());
    EXPECT_EQ(findings[1]["kind"], "combination");
    EXPECT_EQ(findings[1]["k"], 1);
    const auto read = run({"rule", "lint", text, "--roll", roll});
    EXPECT_EQ(read.code, 0);
    EXPECT_NE(read.out.find("line 1: person \"Hope Price\": "), std::string::npos) << read.out;
}

TEST(Linting, WhatCannotBeReadEndsWithTwo) {
    const sql::testing::TestFolder folder;
    const auto text = folder.path() + "/text", roll = folder.path() + "/roll.csv";
    std::ofstream(text) << "Nothing.\n";
    expect_sentence(run({"rule", "lint", text, "--roll", roll}), "roll.csv cannot be read");
    std::ofstream(roll) << "no,such\ncolumn,here\n";
    for (const auto& [file, words] : {std::pair{text, "no column"}, {text + "2", "cannot be read"},
                                      {folder.path(), "cannot be read"}}) {
        const auto ended = run({"rule", "lint", file, "--roll", roll});
        EXPECT_EQ(ended.code, wrong_use);
        expect_sentence(ended, words);
    }
}

// ---- counting ----

struct Ballots {
    sql::testing::TestFolder folder;
    std::string file = folder.path() + "/ballots.blt";

    explicit Ballots(const std::string& ballots) {
        std::ofstream(file) << "4 2\n" << ballots
                            << "0\n\"Ann\"\n\"Bob\"\n\"Cy\"\n\"Dé\"\n\"A panel\"\n";
    }
    Ended counted(Arguments more) const {
        more.insert(more.begin(), {"count", file});
        return run(more);
    }
    base::Json json(Arguments more) const {
        more.insert(more.end(), {"--format", "json"});
        const auto ended = counted(more);
        EXPECT_EQ(ended.code, 0) << ended.err;
        return base::Json::parse(ended.out);
    }
};

TEST(Counting, GivesTheResultInEachForm) {
    const Ballots ballots("7 1 3 0\n4 2 0\n4 3 0\n2 4 2 0\n1 4 0\n2 0\n");
    const auto json = ballots.json({"--rule", "scottish"});
    EXPECT_EQ(json["rule"], "scottish");
    EXPECT_EQ(json["title"], "A panel");
    EXPECT_EQ(json["seats"], 2);
    EXPECT_EQ(json["candidates"], (base::Json{"Ann", "Bob", "Cy", "Dé"}));
    EXPECT_EQ(json["ballots"], 20);
    EXPECT_EQ(json["valid"], 18);
    EXPECT_EQ(json["quota"], "7.00000");
    EXPECT_EQ(json["elected"], (base::Json{"Ann", "Bob"}));
    const auto& stage = json["stages"][1];
    EXPECT_EQ(stage["number"], 2);
    EXPECT_EQ(stage["action"], "Exclusion of Dé");
    EXPECT_EQ(stage["votes"], (base::Json{"7.00000", "6.00000", "4.00000", "0.00000"}));
    EXPECT_EQ(stage["non_transferable"], "1.00000");
    EXPECT_EQ(stage["elected"], base::Json::array());
    EXPECT_EQ(stage["excluded"], base::Json{"Dé"});
    EXPECT_TRUE(stage["tie"].is_null());
    EXPECT_FALSE(stage.contains("quota"));
    EXPECT_EQ(json.size(), 9u);
    EXPECT_EQ(ballots.json({"--rule", "ers97"})["stages"][0]["quota"], "6.00");
    EXPECT_EQ(ballots.json({"--rule", "ers97"})["stages"][0]["vote_required"], "6.00");
    EXPECT_NE(ballots.counted({"--rule", "meek"}).out.find("Elected: Ann"), std::string::npos);
    EXPECT_EQ(ballots.counted({"--rule", "block", "--format", "csv"}).out.rfind("stage,action", 0), 0u);
    EXPECT_EQ(ballots.counted({"--rule", "scottish", "--format", "svg"}).out.rfind("<svg ", 0), 0u);
    EXPECT_EQ(ballots.json({"--rule", "irv", "--seats", "1"})["elected"].size(), 1u);
}

TEST(Counting, SaysWhyNothingIsCounted) {
    const auto none = Ballots("").json({"--rule", "meek"});
    EXPECT_EQ(none["outcome"], "no_valid_ballots");
    EXPECT_EQ(none["unfilled"], 2);
    EXPECT_TRUE(none["quota"].is_null());
    const auto unopposed = Ballots("-1\n-2\n3 3 0\n").json({"--rule", "scottish"});
    EXPECT_EQ(unopposed["outcome"], "unopposed");
    EXPECT_EQ(unopposed["elected"], (base::Json{"Cy", "Dé"}));
    EXPECT_EQ(unopposed["withdrawn"], (base::Json{"Ann", "Bob"}));
}

TEST(Counting, TheLotIsTheOrderOfTheNumbersUnderTheSeed) {
    // python3: sorted(range(1, 5), key=lambda c: hmac.new(bytes(32), str(c).encode(),
    // hashlib.sha256).digest())
    const Ballots equal("1 1 0\n1 2 0\n1 3 0\n1 4 0\n");
    std::string seed(64, '0');
    const auto drawn = equal.json({"--rule", "scottish", "--seats", "1", "--lot", seed});
    std::vector<std::string> order;
    for (const auto& stage : drawn["stages"]) {
        for (const auto& name : stage["excluded"]) order.push_back(name);
    }
    order.push_back(drawn["elected"][0]);
    EXPECT_EQ(order, (std::vector<std::string>{"Dé", "Ann", "Bob", "Cy"}));
    EXPECT_NE(drawn["stages"][1]["tie"].get<std::string>().find("The lot decides"),
              std::string::npos);
    const auto without = equal.counted({"--rule", "scottish", "--seats", "1"});
    EXPECT_NE(without.out.find("no lot was given (--lot)"), std::string::npos) << without.out;
    for (const auto* wrong : {"12", "xyz", "0"}) {
        const auto ended = equal.counted({"--rule", "scottish", "--lot", wrong});
        EXPECT_EQ(ended.code, wrong_use);
        expect_sentence(ended, "--lot must be 64 hexadecimal digits");
    }
}

TEST(Counting, WhatCannotBeReadEndsWithTwo) {
    const auto ended = Ballots("1 5 0\n").counted({"--rule", "scottish"});
    EXPECT_EQ(ended.code, wrong_use);
    expect_sentence(ended, "ballots.blt, line 2: There is no candidate 5");
    const auto seats = Ballots("1 1 0\n").counted({"--rule", "irv"});
    EXPECT_EQ(seats.code, wrong_use);
    expect_sentence(seats, "irv fills one seat");
    const auto missing = run({"count", "/no/such/file.blt", "--rule", "meek"});
    EXPECT_EQ(missing.code, wrong_use);
    expect_sentence(missing, "cannot be read");
    EXPECT_EQ(run({"count", "/", "--rule", "meek"}).code, wrong_use);
    const auto nothing = Ballots("").counted({"--rule", "meek", "--format", "svg"});
    EXPECT_EQ(nothing.code, wrong_use);
    expect_sentence(nothing, "nothing to draw");
}

// ---- refusals to start ----

TEST(Starting, OnAPortThatIsTakenItSaysSo) {
    const Place place(sql::Engine::sqlite);
    Server first(place);
    const Place other(sql::Engine::sqlite);
    const auto address = "127.0.0.1:" + std::to_string(first.port());
    const auto ended = other.run({"serve", "--listen", address});
    EXPECT_EQ(ended.code, broken);
    expect_sentence(ended, "Cannot listen on 127.0.0.1");
    EXPECT_TRUE(says(ended, std::to_string(first.port()))) << ended.err;
}

TEST(Starting, AnAddressThatIsNoneIsRefused) {
    const Place place(sql::Engine::sqlite);
    for (const auto* address : {"8080", "127.0.0.1:port", "127.0.0.1:70000", "127.0.0.1:"}) {
        const auto ended = place.run({"serve", "--listen", address});
        EXPECT_EQ(ended.code, refused) << address;
        expect_sentence(ended, address);
    }
}

TEST(Starting, ASenderThatIsNoBareAddressIsRefused) {
    const Place place(sql::Engine::sqlite);
    for (const auto* sender : {"Our network <hello@example.org>", "hello", "hello@",
                               "hello@exämple.org", "a@example.org, b@example.org"}) {
        const auto ended = place.run({"serve", "--listen", "127.0.0.1:0", "--mail-from", sender});
        EXPECT_EQ(ended.code, refused) << sender;
        expect_sentence(ended, "mail_from must be like hello@example.org, not " +
                                   std::string(sender) + ".");
    }
    EXPECT_NO_THROW(Server(place, {"--mail-from", "hello@members.example.org"}));
}

TEST(Starting, ADataFolderThatCannotBeIsRefused) {
    sql::testing::TestFolder folder;
    const auto file = folder.path() + "/file";
    std::ofstream(file) << "not a folder";
    for (const auto& path : {file, file + "/within", std::string("/proc/moothall")}) {
        for (const auto* command : {"serve", "check"}) {
            const auto ended = run({command, "--data", path});
            EXPECT_EQ(ended.code, refused) << path;
            expect_sentence(ended, "The data folder " + path + " cannot be ");
        }
    }
    EXPECT_EQ(read_file(file), "not a folder");
}

TEST(Starting, ADatabaseThatIsNoneIsRefusedWithoutItsPassword) {
    sql::testing::TestFolder folder;
    const auto with = [&](const std::string& database) {
        return run({"check", "--data", folder.path(), "--database", database});
    };
    for (const auto* address : {"mysql://here", "moothall.db", "postgresql://[", "sqlite:"}) {
        const auto ended = with(address);
        EXPECT_EQ(ended.code, refused) << address << ": " << ended.err;
        EXPECT_TRUE(says(ended, "moothall: ")) << address;
    }
    const auto text = folder.path() + "/text.db";
    std::ofstream(text) << std::string(5000, 'x');
    const auto ended = with("sqlite:" + text);
    EXPECT_EQ(ended.code, broken) << ended.err;
    expect_sentence(ended, "is not a database");
    const auto away = with("postgresql://ann:geheim@127.0.0.1:1/there");
    EXPECT_EQ(away.code, broken);
    EXPECT_TRUE(says(away, "cannot be reached")) << away.err;
    EXPECT_FALSE(says(away, "geheim")) << away.err;
    EXPECT_LT(away.seconds, 15.0);
}

class OnAnEngine : public testing::TestWithParam<sql::Engine> {};
MOOTHALL_ON_BOTH_ENGINES(OnAnEngine);

TEST_P(OnAnEngine, ANewerSchemaIsLeftAlone) {
    const Place place(GetParam());
    EXPECT_EQ(place.run({"migrate"}).code, 0);
    place.open()->write([](sql::Tx& tx) {
        tx.run_script({"newer", "INSERT INTO schema_steps SELECT room, '9999_tomorrow', checksum, "
                                "at FROM schema_steps WHERE name LIKE '0001%' AND room = 'web'"});
    });
    for (const auto& words : {Arguments{"serve", "--listen", "127.0.0.1:0"}, Arguments{"check"},
                              Arguments{"demo"}, Arguments{"backup", place.folder() + "/copy"}}) {
        const auto ended = place.run(words);
        EXPECT_EQ(ended.code, refused) << words.front();
        expect_sentence(ended, "The database was made by a newer Moothall");
    }
    EXPECT_NE(place.run({"migrate"}).code, 0);
    EXPECT_FALSE(std::filesystem::exists(place.folder() + "/copy"));
}

// ---- what was set aside ----

TEST_P(OnAnEngine, AFactThatWasSetAsideIsToldAndTriedAgain) {
    const Place place(GetParam());
    plant(place);
    place.open()->write([](sql::Tx& tx) {
        tx.run_script({"set_aside", "INSERT INTO facts_set_aside (listener, fact_id, at, reason) "
                                    "SELECT 'forum.search', min(id), 0, 'It was too long.' "
                                    "FROM facts WHERE kind = 'forum.topic_started'"});
    });
    const auto wrong = place.run({"check"});
    EXPECT_EQ(wrong.code, refused);
    for (const auto* words : {"forum.search", "It was too long.", "moothall retry"}) {
        EXPECT_NE(wrong.out.find(words), std::string::npos) << wrong.out;
    }
    const auto retried = place.run({"retry"});
    EXPECT_EQ(retried.code, 0) << retried.err;
    EXPECT_EQ(retried.out, "1 heard, 0 still set aside\n");
    EXPECT_EQ(place.run({"check"}).code, 0);
    EXPECT_EQ(place.run({"retry"}).out, "0 heard, 0 still set aside\n");
}

// ---- people ----

TEST_P(OnAnEngine, TheFirstAdministratorIsMadeOnce) {
    const Place place(GetParam());
    const auto wrong = place.run({"administrator", "not an address"});
    EXPECT_EQ(wrong.code, refused);
    expect_sentence(wrong, "Email address must be like name@example.org");
    const auto made = place.run({"administrator", "root@example.org"});
    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_NE(made.out.find("/sign-in/link/"), std::string::npos);
    const auto again = place.run({"administrator", "root@example.org"});
    EXPECT_EQ(again.code, refused);
    expect_sentence(again, "This community has members already.");
    expect_sentence(place.run({"sign-in", "nobody@example.org"}), "Nobody here has the address");
}

TEST_P(OnAnEngine, TheDemoFillsAnEmptyPlaceOnly) {
    const Place place(GetParam());
    plant(place);
    const auto before = place.rows("SELECT title FROM topics ORDER BY id");
    const auto again = place.run({"demo", "--members", "20", "--topics", "3", "--posts", "12"});
    EXPECT_EQ(again.code, refused);
    EXPECT_TRUE(says(again, "This database has members already.")) << again.err;
    EXPECT_EQ(place.rows("SELECT title FROM topics ORDER BY id"), before);
    EXPECT_EQ(place.run({"check"}).code, 0);
}

TEST_P(OnAnEngine, TheDemoHasANoticeOfAChairAndWritesToNobody) {
    const Place place(GetParam());
    ASSERT_EQ(place.run({"demo", "--members", "60", "--topics", "3", "--posts", "12"}).code, 0);
    EXPECT_EQ(place.rows("SELECT subject FROM notices WHERE state = 3 AND letters > 3 "
                         "AND letters = receivers"),
              std::vector<std::string>{"How we work here"});
    EXPECT_TRUE(place.rows("SELECT to_address FROM letters").empty());
    EXPECT_EQ(place.run({"check"}).code, 0);
}

TEST_P(OnAnEngine, TheDemoLeavesADirectoryOfOrganisationsAlone) {
    const Place place(GetParam());
    ASSERT_EQ(place.run({"migrate"}).code, 0);
    sql::testing::TestFolder folder;
    const auto file = folder.path() + "/etr.csv";
    std::ofstream(file) << "R1A,ONE,Y56,QMJ,,,,LONDON,,NW1,20110401,,,,,,,,,,,0,,H\n";
    ASSERT_EQ(place.run({"organisations", "import", file, "--as-of", "2021-01-31"}).code, 0);
    const auto planted = place.run({"demo", "--members", "20", "--topics", "3", "--posts", "12"});
    EXPECT_EQ(planted.code, refused);
    expect_sentence(planted, "has a directory of organisations already");
    const auto list = base::Json::parse(
        place.run({"organisations", "list", "--format", "json"}).out);
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list.at(0).at("open"), true);
    EXPECT_TRUE(place.rows("SELECT slug FROM networks").empty());
}

TEST(Demo, TheSameSeedGivesTheSameCommunityOnEitherEngine) {
    const Place one(sql::Engine::sqlite), two(sql::Engine::postgresql), other(sql::Engine::sqlite);
    const auto plant_as = [](const Place& place, const std::string& seed) {
        const auto planted = place.run({"demo", "--members", "20", "--topics", "30", "--posts",
                                        "90", "--seed", seed});
        EXPECT_EQ(planted.code, 0) << planted.err;
    };
    plant_as(one, "north");
    plant_as(two, "north");
    plant_as(other, "south");
    for (const auto* statement : {"SELECT title FROM topics ORDER BY id",
                                  "SELECT markdown FROM posts ORDER BY id",
                                  "SELECT name FROM persons ORDER BY id"}) {
        EXPECT_TRUE(one.rows(statement) == two.rows(statement)) << statement;
        EXPECT_FALSE(one.rows(statement) == other.rows(statement)) << statement;
    }
    EXPECT_EQ(one.rows("SELECT title FROM topics").size(), 30u);
}

// ---- a roll kept elsewhere ----

TEST_P(OnAnEngine, ARollIsTriedFirstAndThenBrought) {
    const Place place(GetParam());
    ASSERT_EQ(place.run({"demo", "--members", "30", "--topics", "5", "--posts", "20"}).code, 0);
    sql::testing::TestFolder folder;
    const auto file = folder.path() + "/roll.csv";
    std::ofstream(file) << "\xEF\xBB\xBFname,email,network,organisation,role\r\n"
                           "Ann Lee,ann@nhs.example,CCIO,harbourne university hospitals,CCIO\r\n"
                           "Ann Lee,ANN@nhs.example,cnio,,\r\n"
                           "\"Bo,bo@nhs.example,ccio,,\r\n"
                           "Cy,cy@nhs.example,ccio,Xyzzy Trust of Nowhere,\r\n";
    const auto invitations = [&] { return place.rows("SELECT email FROM invitations").size(); };
    const auto tried = place.run({"members", "import", file, "--dry-run", "--format", "json"});
    ASSERT_EQ(tried.code, 0) << tried.err;
    EXPECT_EQ(invitations(), 0u) << "nothing is changed";
    const auto done = place.run({"members", "import", file, "--format", "json"});
    EXPECT_EQ(done.out, tried.out) << "what was said comes true";
    EXPECT_EQ(invitations(), 2u);
    EXPECT_EQ(place.rows("SELECT to_address FROM letters").size(), 1u) << "the first letters go";
    const auto json = base::Json::parse(done.out);
    EXPECT_EQ(json.at("matched"), 1);
    EXPECT_EQ(json.at("invited"), 1);
    ASSERT_EQ(json.at("rejected").size(), 2u);
    EXPECT_EQ(json.at("rejected").at(0).at("line"), 4);
    EXPECT_EQ(json.at("rejected").at(1).at("line"), 5);
    const auto again = place.run({"members", "import", file});
    EXPECT_TRUE(again.out.find("2 lines change nothing") != std::string::npos) << again.out;
    EXPECT_EQ(invitations(), 2u);
    std::ofstream(file) << "first,second\n";
    const auto wrong = place.run({"members", "import", file});
    EXPECT_EQ(wrong.code, wrong_use);
    expect_sentence(wrong, "The first line must name the columns");
    EXPECT_EQ(place.run({"check"}).code, 0);
}

// ---- organisations and their coverage ----

std::vector<std::string> keys_of(const base::Json& json) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : json.items()) keys.push_back(key);
    std::ranges::sort(keys);
    return keys;
}
using Keys = std::vector<std::string>;

TEST_P(OnAnEngine, AFileOfTrustsIsReadInAndListed) {
    const Place place(GetParam());
    ASSERT_EQ(place.run({"migrate"}).code, 0);
    sql::testing::TestFolder folder;
    const auto file = folder.path() + "/etr.csv";
    const auto import = [&](const std::string& text, const std::string& as_of) {
        std::ofstream(file) << text;
        return place.run({"organisations", "import", file, "--as-of", as_of, "--format", "json"});
    };
    const auto trust = [](const std::string& code, const std::string& name,
                          const std::string& closed) {
        return code + "," + name + ",Y56,QMJ,,,,LONDON,,NW1,20110401," + closed +
               ",,,,,,,,,,0,,H\n";
    };
    const auto first = import(
        trust("R1A", "ONE", "20200331") + trust("R1C", "TWO", "") + "nonsense\n", "2021-01-31");
    ASSERT_EQ(first.code, 0) << first.err;
    auto json = base::Json::parse(first.out);
    EXPECT_EQ(keys_of(json), (Keys{"absent", "added", "closed", "moved", "recoded", "redated",
                                   "rejected", "renamed", "returned", "unchanged"}));
    EXPECT_EQ(json.at("added").size(), 2u);
    EXPECT_EQ(keys_of(json.at("added").at(0)), (Keys{"code", "name"}));
    EXPECT_EQ(json.at("rejected").at(0).at("line"), 3);
    EXPECT_EQ(json.at("unchanged"), 0);
    const auto second = import(trust("R1A", "ONE", "") + trust("R1C", "TWO", ""), "2021-02-28");
    json = base::Json::parse(second.out);
    EXPECT_EQ(json.at("redated").at(0).at("code"), "R1A");
    EXPECT_EQ(json.at("unchanged"), 1);
    EXPECT_EQ(import(trust("R1A", "ONE", ""), "2021-01-01").code, refused) << "older";
    EXPECT_EQ(import("code,name\n", "2021-03-31").code, wrong_use) << "no line is a trust";
    EXPECT_EQ(import(trust("R1A", "ONE", ""), "soon").code, wrong_use);

    const auto listed = place.run({"organisations", "list", "--format", "json"});
    ASSERT_EQ(listed.code, 0) << listed.err;
    json = base::Json::parse(listed.out);
    ASSERT_EQ(json.size(), 2u);
    EXPECT_EQ(keys_of(json.at(0)),
              (Keys{"board", "closed", "code", "kind", "name", "open", "opened", "region"}));
    EXPECT_TRUE(json.at(0).at("closed").is_null());
    EXPECT_EQ(json.at(0).at("open"), true);
    EXPECT_EQ(json.at(0).at("opened"), "2011-04-01");
}

TEST_P(OnAnEngine, TheCoverageOfTheDemoIsToldAndNoDayThatTellsOfFew) {
    const Place place(GetParam());
    ASSERT_EQ(place.run({"demo", "--members", "3000", "--topics", "5", "--posts", "20"}).code, 0);
    const auto told = [&](const std::string& on) {
        Arguments words = {"coverage", "--network", "ccio", "--by", "region", "--format", "json"};
        if (!on.empty()) words.insert(words.end(), {"--on", on});
        return place.run(words);
    };
    const auto today = told("");
    ASSERT_EQ(today.code, 0) << today.err;
    const auto json = base::Json::parse(today.out);
    EXPECT_EQ(keys_of(json), (Keys{"covered", "rows", "scope"}));
    int open = 0, covered = 0, hidden = 0;
    for (const auto& row : json.at("rows")) {
        EXPECT_EQ(keys_of(row), (Keys{"code", "covered", "name", "open"}));
        open += row.at("open").get<int>();
        if (row.at("covered").is_null()) {
            ++hidden;
            continue;
        }
        EXPECT_GE(row.at("open").get<int>(), 8) << "fewer than eight are hidden";
        EXPECT_LE(row.at("covered"), row.at("open"));
        covered += row.at("covered").get<int>();
    }
    EXPECT_EQ(json.at("scope"), open) << "each open trust stands in one region";
    EXPECT_GT(covered, 0);
    EXPECT_GE(hidden, 1);
    EXPECT_TRUE(json.at("covered").is_null()) << "less the others it would be Wales";
    EXPECT_TRUE(std::ranges::any_of(json.at("rows"), [](const base::Json& row) {
        return row.at("name") == "Wales" && row.at("open") == 3 && row.at("covered").is_null();
    }));

    // Of the trusts, which began later than a day: one to seven, or more.
    const auto list = base::Json::parse(
        place.run({"organisations", "list", "--format", "json"}).out);
    std::string of_few, of_many;
    for (int year = 2020; year > 1990; --year) {
        const std::string day = std::to_string(year) + "-03-31";
        const auto later = std::ranges::count_if(list, [&](const base::Json& one) {
            return one.at("kind") == "trust" && !one.at("opened").is_null() &&
                   one.at("opened").get<std::string>() > day;
        });
        if (later >= 1 && later <= 7) of_few = day;
        if (later >= 8 && of_many.empty()) of_many = day;
    }
    ASSERT_FALSE(of_few.empty());
    ASSERT_FALSE(of_many.empty());
    const auto few = told(of_few);
    EXPECT_EQ(few.code, refused);
    expect_sentence(few, "fewer than eight trusts");
    const auto many = told(of_many);
    ASSERT_EQ(many.code, 0) << many.err;
    const auto then = base::Json::parse(many.out);
    EXPECT_TRUE(then.at("covered").is_null());
    EXPECT_TRUE(std::ranges::any_of(then.at("rows"), [](const base::Json& row) {
        return row.at("open") >= 8 && row.at("covered").is_null();
    })) << "few differ in one region";
    const auto past = base::Json::parse(told("2018-12-31").out);
    int had_one = 0;
    for (const auto& row : past.at("rows")) {
        if (!row.at("covered").is_null()) had_one += row.at("covered").get<int>();
    }
    EXPECT_GT(had_one, 0) << "the demo has a past";
    EXPECT_EQ(place.run({"coverage", "--network", "nowhere"}).code, refused);
    const auto guardians = place.run({"coverage", "--network", "caldicott-guardians"});
    EXPECT_EQ(guardians.code, refused);
    expect_sentence(guardians, "The coverage does not tell of the network");
    for (const char* slug : {"cio", "cnio"}) {
        EXPECT_EQ(place.run({"coverage", "--network", slug}).code, 0) << slug;
    }
}

// ---- strangers ----

// The head alone is refused: nothing of the body is taken, in memory or on disk.
TEST(Serving, MoreThanARouteTakesIsRefusedAtItsHead) {
    const Place place(sql::Engine::sqlite);
    Server server(place);
    const auto status = [&](const std::string& path, int bytes) {
        return ask(server.port(),
                   "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                   "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                       std::to_string(bytes) + "\r\n\r\n",
                   1)
            .status;
    };
    for (const auto* path : {"/sign-in", "/sign-in/password", "/nowhere", "/", "/assets/a"}) {
        EXPECT_EQ(status(path, 100'000), 413) << path;
    }
    EXPECT_EQ(status("/forum/7/replies", 1'500'000), 413);
    EXPECT_EQ(status("/forum/7/replies", 500'000), 0) << "waits for the body";
}

// ---- copies ----

sql::Engine other_than(sql::Engine engine) {
    return engine == sql::Engine::sqlite ? sql::Engine::postgresql : sql::Engine::sqlite;
}

TEST_P(OnAnEngine, ACopyTakenWhileServingIsWholeOnTheOtherEngine) {
    const Place place(GetParam());
    const auto email = plant(place);
    Server server(place);
    auto member = sign_in(place, server.port(), email, 1).front();
    const auto topic = a_topic(member, server.port());
    const auto write = [&](const std::string& words) {
        const auto reply = write_reply(member, server.port(), topic, words);
        return member.post(server.port(), reply.path, reply.fields).status;
    };
    const std::string before = "Before the copy: “Zoë’s 👩🏽‍⚕️ notes”.";
    EXPECT_EQ(write(before), 303);
    std::atomic<bool> is_over = false;
    int meanwhile = 0;
    std::jthread writer([&] {
        while (!is_over && meanwhile < 25) meanwhile += write("Meanwhile.") == 303;
    });
    const auto file = place.folder() + "/copy.moothall";
    const auto copied = place.run({"backup", file});
    is_over = true;
    writer.join();
    ASSERT_EQ(copied.code, 0) << copied.err;
    EXPECT_EQ(write("After the copy."), 303);

    const Place there(other_than(GetParam()));
    const auto restored = there.run({"restore", file});
    ASSERT_EQ(restored.code, 0) << restored.err;
    const auto checked = there.run({"check"});
    EXPECT_EQ(checked.code, 0) << checked.out;
    const auto words = there.rows("SELECT markdown FROM posts ORDER BY id");
    EXPECT_EQ(std::ranges::count(words, before), 1);
    EXPECT_EQ(std::ranges::count(words, "After the copy."), 0);
    const auto all = place.rows("SELECT markdown FROM posts ORDER BY id");
    ASSERT_LE(words.size(), all.size());
    EXPECT_TRUE(std::equal(words.begin(), words.end(), all.begin())) << "one moment, no gaps";

    Server elsewhere(there);
    const auto page = member.get(elsewhere.port(), topic);
    EXPECT_EQ(page.status, 200) << "sessions come along";
    auto found = sign_in(there, elsewhere.port(), email, 1).front();
    const auto hits = found.get(elsewhere.port(), "/search?q=%22Before%20the%20copy%22");
    EXPECT_TRUE(hits.page().has("mark")) << "so does the search index";
}

TEST_P(OnAnEngine, ACopyIsNotPouredOverWhatIsThere) {
    const Place place(GetParam());
    plant(place);
    const auto file = place.folder() + "/copy.moothall";
    ASSERT_EQ(place.run({"backup", file}).code, 0);
    const auto before = place.rows("SELECT markdown FROM posts ORDER BY id");
    const auto poured = place.run({"restore", file});
    EXPECT_EQ(poured.code, broken);
    EXPECT_TRUE(says(poured, "A backup is restored into an empty database only")) << poured.err;
    EXPECT_EQ(place.rows("SELECT markdown FROM posts ORDER BY id"), before);
    EXPECT_EQ(place.run({"check"}).code, 0);
}

TEST_P(OnAnEngine, ABrokenCopyLeavesThePlaceEmpty) {
    const Place place(GetParam());
    plant(place);
    const auto file = place.folder() + "/copy.moothall";
    ASSERT_EQ(place.run({"backup", file}).code, 0);
    const auto bytes = read_file(file);
    const Place there(GetParam());
    const auto nowhere = there.run({"restore", file + ".not"});
    EXPECT_EQ(nowhere.code, refused);
    expect_sentence(nowhere, "There is no file");
    auto changed = bytes;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    for (const auto& wrong : {bytes.substr(0, bytes.size() / 2), std::string("text"), changed,
                              std::string()}) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << wrong;
        const auto ended = there.run({"restore", file});
        EXPECT_EQ(ended.code, broken) << wrong.size();
        EXPECT_TRUE(says(ended, "moothall: ")) << ended.err;
    }
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    const auto whole = there.run({"restore", file});
    EXPECT_EQ(whole.code, 0) << "the place is still empty: " << whole.err;
}

}  // namespace
