// What leaves of an extract and to whom: files, letters, pages; what is kept of it, and of whoever
// is erased.

#include "features/extracts/edition.h"
#include "features/extracts/test_extracts.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace extracts {
namespace {

class LeavingTest : public Talked {
protected:
    // Of a PDF, what others read in it, and what stands in it beside the text; else the bytes.
    std::string words_in(const std::string& bytes) {
        if (!bytes.starts_with("%PDF-")) return bytes;
        const auto path = std::filesystem::temp_directory_path() /
                          ("moothall-extract." + std::to_string(::getpid()) + ".pdf");
        std::ofstream(path, std::ios::binary) << bytes;
        std::string words;
        const std::array<std::string, 2> commands = {
            "pdftotext -enc UTF-8 " + path.string() + " - | tr -s ' \\n' ' '",
            "pdfinfo " + path.string() + " | grep -v '^File size'"};
        for (const auto& ask : commands) {
            FILE* const pipe = ::popen(ask.c_str(), "r");
            std::array<char, 4096> part{};
            while (const auto size = std::fread(part.data(), 1, part.size(), pipe)) {
                words.append(part.data(), size);
            }
            ::pclose(pipe);
        }
        std::filesystem::remove(path);
        return words;
    }
};
INSTANTIATE_TEST_SUITE_P(On, LeavingTest,
                         ::testing::Values(sql::Engine::sqlite, sql::Engine::postgresql));

// ---- what leaves ----

TEST_P(LeavingTest, ACopyHasTheRuleTheMonthAndNothingThatLeadsBack) {
    const auto id = handed_on(5);
    ASSERT_TRUE(publish("Sec Ond", id));
    auto member = site().as("Oth Er");
    const auto page = whole(member, path_to(id));
    for (const char* form : {"md", "html", "pdf"}) {
        const auto taken = member.press(page, "/copies", {{"form", form}});
        ASSERT_EQ(taken.status(), 303);
        const auto file = member.follow(taken);
        ASSERT_EQ(file.status(), 200);
        EXPECT_EQ(file.header("Content-Disposition"),
                  "attachment; filename*=UTF-8''hazard-logs." + std::string(form));
        const std::string bytes = words_in(file.body());
        EXPECT_NE(bytes.find("When a meeting, or part thereof, is held under the Chatham House "
                             "Rule"),
                  bytes.npos);
        EXPECT_NE(bytes.find("June 2027"), bytes.npos);
        for (const char* words : said) EXPECT_NE(bytes.find(words), bytes.npos);
        for (const char* name : writers) EXPECT_EQ(bytes.find(name), bytes.npos) << name;
        for (const char* trace : {"Tak Er", "Sec Ond", "localhost", "/extracts", "/forum", "2027-",
                                  "8 June", "script", "Post ", "Test community"}) {
            EXPECT_EQ(bytes.find(trace), bytes.npos) << trace << " in " << form;
        }
    }
    EXPECT_TRUE(whole(member, path_to(id)).says("Oth Er took it as Markdown"));
    EXPECT_EQ(member.press(page, "/copies", {{"form", "docx"}}).status(), 404);
}

TEST_P(LeavingTest, WhatIsNotPublishedCannotBeTakenNorTheCopyOfAnother) {
    const auto id = handed_on(5);
    EXPECT_FALSE(
        in_room("Oth Er", [&](Extracts& room) { return room.copy(room.one(id), Form::markdown); }));
    ASSERT_TRUE(publish("Sec Ond", id));
    const auto copy = in_room(
        "Oth Er", [&](Extracts& room) { return room.copy(room.one(id), Form::markdown); });
    ASSERT_TRUE(copy);
    const auto path = path_to(id) + "/copies/" + std::to_string(copy->value);
    EXPECT_EQ(site().as("Oth Er").get(path).status(), 200);
    EXPECT_EQ(site().as("Sec Ond").get(path).status(), 404) << "it is noted that Oth took it";
    site().clock().advance(copy_good_for + base::minutes(1));
    EXPECT_EQ(site().as("Oth Er").get(path).status(), 404) << "the next one is noted anew";
}

TEST_P(LeavingTest, OfWhatWasSaidTheGateLetsOutPublishedExtractsAlone) {
    const auto id = handed_on(5);
    const leaving::Gate gate({extracts_alone()});
    using leaving::Exit;
    for (const Exit exit :
         {Exit::export_file, Exit::print, Exit::feed, Exit::api, Exit::page_for_outsiders}) {
        EXPECT_FALSE(gate.pass({.exit = exit,
                                .from = {"forum.post", 1, 1},
                                .audience = {},
                                .subject_line = "",
                                .content = said[0]}));
    }
    EXPECT_TRUE(gate.pass({.exit = Exit::search,
                           .from = {"forum.post", 1, 1},
                           .audience = {},
                           .subject_line = "",
                           .content = said[0]}));
    EXPECT_TRUE(gate.pass({.exit = Exit::export_file,
                           .from = {"coverage.table", 1, 0},
                           .audience = {},
                           .subject_line = "",
                           .content = "a,b"}));
    const auto knock = [&](const char* who, ExtractId extract, CopyId copy) {
        std::optional<leaving::Passed> passed;
        site().with_floor(who, [&](const record::Floor& floor) {
            passed = gate.pass({.exit = Exit::export_file,
                                .from = {std::string(copy_kind), extract.value, copy.value},
                                .audience = {},
                                .subject_line = "Grace Okonjo",
                                .content = "Grace Okonjo said so."},
                               floor);
        });
        return passed;
    };
    CopyId early;
    site().database().write([&](sql::Tx& tx) {
        early = store::add_copy(tx, id, site().id_of("Oth Er"), Form::markdown,
                                site().clock().now());
    });
    EXPECT_FALSE(knock("Oth Er", id, early)) << "it is not published, whoever noted what";
    ASSERT_TRUE(publish("Sec Ond", id));
    EXPECT_FALSE(knock("Oth Er", id, {early.value + 1})) << "nothing was noted";
    const auto copy = in_room(
        "Oth Er", [&](Extracts& room) { return room.copy(room.one(id), Form::markdown); });
    const auto passed = knock("Oth Er", id, *copy);
    ASSERT_TRUE(passed);
    EXPECT_EQ(passed->content().find("Grace"), std::string::npos)
        << "what was published, whatever the draft says";
    EXPECT_NE(passed->content().find(said[0]), std::string::npos);
    EXPECT_FALSE(knock("Sec Ond", id, *copy));
    EXPECT_FALSE(gate.pass({.exit = Exit::export_file,
                            .from = {std::string(copy_kind), id.value, copy->value},
                            .audience = {},
                            .subject_line = ""}))
        << "without a floor nothing can be looked up";
}

TEST(EditionTest, AFileIsTheSameForTheSameWords) {
    const Edition edition{"Logs <b> *and* tools",
                          base::parse_day("2027-05-01").value(),
                          base::parse_day("2027-06-01").value(),
                          {"We **do**.", "- a\n- b"}};
    EXPECT_EQ(bytes_of(edition, Form::markdown),
              "# Logs \\<b\\> \\*and\\* tools\n\nSaid in May to June 2027, under the Chatham House "
              "Rule:\n\n> When a meeting, or part thereof, is held under the Chatham House Rule, "
              "participants are free to use the information received, but neither the identity nor "
              "the affiliation of the speaker(s), nor that of any other participant, may be "
              "revealed.\n\n* * *\n\nWe **do**.\n\n* * *\n\n- a\n- b\n");
    const auto html = bytes_of(edition, Form::html);
    EXPECT_EQ(html, bytes_of(edition, Form::html));
    EXPECT_NE(html.find("<h1>Logs &lt;b&gt; *and* tools</h1>"), html.npos);
    EXPECT_NE(html.find("<strong>do</strong>"), html.npos);
    EXPECT_NE(html.find("<html lang=\"en-GB\">"), html.npos);
}

TEST_P(LeavingTest, AnArchiveOfOnesOwnIsNoWayAroundTheSecondPerson) {
    const auto id = of_text("Ask Owen Hughes of Alder Hey at 14:32.");
    const auto found = marks(id);
    const auto stays = std::ranges::find(found, "time", &Mark::kind);
    ASSERT_TRUE(in_room("Tak Er", [&](Extracts& room) {
        return room.keep(room.one(id), stays->key, {"It is the name of a form."});
    }));
    std::string all;
    site().with_floor("Tak Er", [&](const record::Floor& floor) {
        for (const auto& holding : store::holdings(floor.tx, floor.actor.id())) {
            for (const auto& row : holding.rows) {
                for (const auto& cell : row) all += cell + "\n";
            }
        }
    });
    EXPECT_NE(all.find("It is the name of a form."), all.npos);
    for (const char* words : {"Owen", "Alder", "14:32"}) EXPECT_EQ(all.find(words), all.npos);
}

// ---- letters ----

TEST_P(LeavingTest, LettersSayNeitherWhatWasSaidNorByWhom) {
    const auto id = handed_on(2);
    ASSERT_EQ(letters_to("Grace Okonjo").size(), 1u);
    EXPECT_TRUE(letters_to("Owen Hughes").empty());
    EXPECT_TRUE(letters_to("Mod Erator").empty()) << "not while it waits";
    ASSERT_TRUE(agree("Grace Okonjo", id));
    EXPECT_TRUE(letters_to("Mod Erator").empty());
    ASSERT_TRUE(agree("Meera Raman", id));
    ASSERT_EQ(letters_to("Mod Erator").size(), 1u);
    ASSERT_TRUE(publish("Sec Ond", id));
    ASSERT_EQ(letters_to("Tak Er").size(), 1u);
    for (const char* who : {"Grace Okonjo", "Meera Raman", "Mod Erator", "Tak Er"}) {
        for (const auto& letter : letters_to(who)) {
            EXPECT_NE(letter.text.find(path_to(id)), std::string::npos);
            for (const char* word :
                 {"Hazard", "spreadsheet", "Okonjo", "Raman", "Tak Er", "Sec Ond", "log"}) {
                EXPECT_EQ((letter.subject + letter.text).find(word), std::string::npos) << word;
            }
        }
    }
}

// ---- the pages ----

TEST_P(LeavingTest, ItGoesFromATopicThroughAllPagesToAFile) {
    const auto topic = site().topic("Grace Okonjo", "Hazard logs", "Ask Owen Hughes at Alder Hey.");
    site().reply("Meera Raman", topic, said[1]);
    auto taker = site().as("Tak Er");
    const auto start = whole(taker, testing_site::path_of(topic) + "-hazard-logs");
    ASSERT_TRUE(start.has("a[href=" + path_to_take(topic) + "]"));
    const auto choosing = whole(taker, path_to_take(topic));
    const auto none = taker.press(choosing, path_to_take(topic), {{"do", "chosen"}});
    EXPECT_EQ(none.status(), 422);
    EXPECT_TRUE(none.says("Choose at least one post"));
    const auto made = taker.press(choosing, path_to_take(topic), {{"do", "whole"}});
    ASSERT_EQ(made.status(), 303);
    const auto at = made.location();

    const auto draft = whole(taker, at);
    EXPECT_TRUE(draft.says("2 findings are open"));
    EXPECT_EQ(draft.all("mark.found").size(), 2u);
    const auto early = taker.press(draft, "/text", {{"do", "hand-on:"}});
    EXPECT_EQ(early.status(), 422);
    EXPECT_TRUE(early.says("2 findings are still open"));
    const auto replaced = taker.press(draft, "/text", {{"do", "replace:"}});
    ASSERT_EQ(replaced.status(), 303);
    const auto safe = whole(taker, at);
    EXPECT_TRUE(safe.says("Nothing is marked any more"));
    EXPECT_EQ(safe.find("#text-1").text(), "Ask a colleague at an organisation.");
    ASSERT_EQ(taker.press(safe, "/text", {{"do", "hand-on:"}}).status(), 303);
    EXPECT_TRUE(whole(taker, at).says("It waits."));

    auto moderator = site().as("Mod Erator");
    EXPECT_TRUE(moderator.get("/").says("1 extract is handed on"));
    for (const char* who : {"Grace Okonjo", "Meera Raman"}) {
        auto author = site().as(who);
        EXPECT_TRUE(author.get("/").says("May your words be taken outside?"));
        const auto asked = whole(author, at + "/consent");
        EXPECT_EQ(author.press(asked, "/consent", {{"answer", "yes"}}).status(), 303);
        EXPECT_TRUE(whole(author, at + "/consent").says("You said yes"));
        EXPECT_FALSE(whole(author, at).has("form[action*=/publication]"));
    }
    EXPECT_FALSE(whole(taker, at).has("form[action*=/publication]"));
    const auto ready = whole(moderator, at);
    EXPECT_TRUE(ready.says("It is ready for a second person"));
    ASSERT_EQ(moderator.press(ready, "/publication").status(), 303);
    const auto out = whole(taker, at);
    EXPECT_TRUE(out.says("published it as the second person"));
    EXPECT_FALSE(out.says("answered")) << "who was asked is no part of its story";
    ASSERT_EQ(taker.press(out, "/copies", {{"form", "html"}}).status(), 303);
    EXPECT_TRUE(whole(taker, "/extracts").says("Published"));
}

TEST_P(LeavingTest, WhatIsTypedIsSavedWhateverIsPressed) {
    const auto id = of_text("Ask Owen Hughes at Alder Hey.");
    auto taker = site().as("Tak Er");
    const auto page = whole(taker, path_to(id));
    const auto found = marks(id);
    const auto pressed = taker.press(page, "/text",
                                     {{"text-1", "Do ask Owen Hughes at Alder Hey, twice."},
                                      {"do", "replace:" + found.at(0).key}});
    ASSERT_EQ(pressed.status(), 303);
    EXPECT_TRUE(pressed.location().ends_with("#next"));
    EXPECT_EQ(text(id), "Do ask a colleague at Alder Hey, twice.\n");
    const auto too_long = taker.press(whole(taker, path_to(id)), "/text",
                                      {{"text-1", std::string(passage_characters_max + 1, 'x')}});
    EXPECT_EQ(too_long.status(), 422);
    EXPECT_TRUE(too_long.has("#text-1"));
    const auto untitled = taker.press(whole(taker, path_to(id)), "/text", {{"title", ""}});
    EXPECT_EQ(untitled.status(), 422);
    const auto empty = taker.press(whole(taker, path_to(id)), "/text", {{"text-1", ""}});
    EXPECT_EQ(empty.status(), 422);
    EXPECT_TRUE(empty.says("One passage has to stay"));
    EXPECT_EQ(text(id), "Do ask a colleague at Alder Hey, twice.\n");
}

TEST_P(LeavingTest, APassageIsTakenOut) {
    const auto id = taken_whole(3);
    auto taker = site().as("Tak Er");
    const auto page = whole(taker, path_to(id));
    const auto second = in_room(
        "Tak Er", [&](Extracts& room) { return room.passages(room.one(id)).at(1).id; });
    ASSERT_EQ(taker.press(page, "/text", {{"do", "drop:" + std::to_string(second.value)}}).status(),
              303);
    EXPECT_EQ(text(id), std::string(said[0]) + "\n" + said[2] + "\n");
}

// ---- what is kept ----

TEST_P(LeavingTest, DraftsGoAfterATimeAndPublishedOnesStay) {
    const auto draft = taken_whole(1);
    const auto out = handed_on(5);
    ASSERT_TRUE(publish("Sec Ond", out));
    site().clock().advance(drafts_kept + base::days{1});
    site().purge();
    EXPECT_EQ(site().as("Tak Er").get(path_to(draft)).status(), 404);
    EXPECT_EQ(site().as("Tak Er").get(path_to(out)).status(), 200);
    EXPECT_TRUE(broken().empty());
}

TEST_P(LeavingTest, AnErasedAuthorsConsentEnds) {
    const auto id = handed_on(2);
    ASSERT_TRUE(agree("Grace Okonjo", id));
    ASSERT_TRUE(agree("Meera Raman", id));
    EXPECT_EQ(standing(id), Standing::ready);
    const auto grace = site().id_of("Grace Okonjo");
    site().with_floor("Mod Erator", [&](const record::Floor& floor) {
        store::forget(floor.tx, grace);
        identity::store::anonymise(floor.tx, grace);
    });
    EXPECT_EQ(standing(id), Standing::waits);
    EXPECT_FALSE(publish("Sec Ond", id));
}

TEST_P(LeavingTest, OfAnErasedTakerOnlyWhatIsPublishedStays) {
    const auto waiting = handed_on(2);
    const auto out = handed_on(5);
    ASSERT_TRUE(publish("Sec Ond", out));
    const auto taker = site().id_of("Tak Er");
    site().with_floor("Mod Erator", [&](const record::Floor& floor) {
        store::forget(floor.tx, taker);
        identity::store::anonymise(floor.tx, taker);
    });
    auto second = site().as("Sec Ond");
    EXPECT_EQ(second.get(path_to(waiting)).status(), 404);
    EXPECT_TRUE(whole(second, path_to(out)).says("Taken by a former member"));
    EXPECT_TRUE(broken().empty());
}

TEST_P(LeavingTest, TwoAccountsThatBecomeOneAreAskedAnew) {
    const auto id = handed_on(2);
    ASSERT_TRUE(agree("Grace Okonjo", id));
    ASSERT_TRUE(agree("Meera Raman", id));
    const identity::Merger merger{site().id_of("Grace Okonjo"), site().id_of("Meera Raman")};
    site().with_floor("Mod Erator", [&](const record::Floor& floor) {
        EXPECT_FALSE(store::met(floor.tx, merger));
        store::merge(floor.tx, merger);
    });
    EXPECT_EQ(standing(id), Standing::waits);
    EXPECT_TRUE(is_asked("Meera Raman", id));
    EXPECT_FALSE(is_asked("Grace Okonjo", id));
    const auto out = handed_on(5);
    ASSERT_TRUE(publish("Sec Ond", out));
    site().with_floor("Mod Erator", [&](const record::Floor& floor) {
        EXPECT_TRUE(store::met(floor.tx, {site().id_of("Sec Ond"), site().id_of("Tak Er")}));
    });
}

TEST_P(LeavingTest, AListOfOneCostsAsManyStatementsAsOfThree) {
    const auto count = [&] {
        auto taker = site().as("Tak Er");
        std::int64_t statements = 0;
        site().with_floor("Tak Er", [&](const record::Floor& floor) {
            const auto before = floor.tx.statements();
            (void)Extracts(floor, shop_).all();
            statements = floor.tx.statements() - before;
        });
        return statements;
    };
    (void)taken_whole(1);
    const auto one = count();
    (void)taken_whole(2);
    (void)taken_whole(3);
    EXPECT_EQ(count(), one);
}

}  // namespace
}  // namespace extracts
