// Extracts: taken, made safe, handed on, consented to and published by a second person; who may
// know of one, and what stops one.

#include "features/extracts/test_extracts.h"
#include "platform/html/markdown.h"

#include <thread>

namespace extracts {
namespace {

class ExtractsTest : public Talked {};
INSTANTIATE_TEST_SUITE_P(On, ExtractsTest,
                         ::testing::Values(sql::Engine::sqlite, sql::Engine::postgresql));

// ---- taking ----

TEST_P(ExtractsTest, AnExtractHasWhatWasSaidAndNothingOfWhoSaidIt) {
    const auto topic = site().topic("Grace Okonjo", "Hazard logs", "Ours is a [log](/forum/3).");
    site().reply("Meera Raman", topic,
                 "> #1\n> Ours is a log.\n\nSo does @grace-okonjo.\n\nBest wishes,\nMeera");
    const auto id = taken(topic, {1, 2});
    EXPECT_EQ(text(id), "Ours is a log.\nSo does a colleague.\n");
    EXPECT_TRUE(marks(id).empty());
    const auto seen = in_room("Tak Er", [&](Extracts& room) { return room.one(id); });
    EXPECT_EQ(months_in_words(seen.said_from, seen.said_to), "June 2027");
    EXPECT_EQ(seen.title, "Hazard logs");
}

TEST_P(ExtractsTest, OnlyThePostsChosenAreTakenAndNoneThatIsClosedOrHidden) {
    const auto topic = talked(4);
    EXPECT_EQ(text(taken(topic, {1, 3})), std::string(said[0]) + "\n" + said[2] + "\n");
    site().with_floor("Mod Erator", [&](const record::Floor& floor) {
        const forum::Forum forum(floor);
        const auto posts = forum::posts_of(forum, forum.topic(topic), 1, 4);
        ASSERT_TRUE(forum::Ruling(floor).tighten(posts.at(1), {"closed"}));
        ASSERT_TRUE(forum::Moderation(floor).hide(posts.at(2), {"It named a place."}));
    });
    EXPECT_TRUE(try_take("Tak Er", topic, {2}).error().sentence.starts_with("Post 2 may not"));
    EXPECT_FALSE(try_take("Tak Er", topic, {3}));
    EXPECT_FALSE(try_take("Mod Erator", topic, {1, 3})) << "whoever reads it all the same";
    EXPECT_TRUE(try_take("Tak Er", topic, {1, 4}));
    EXPECT_FALSE(try_take("Tak Er", topic, {}));
    EXPECT_FALSE(try_take("Tak Er", topic, {9}));
    const auto quote = site().topic("Grace Okonjo", "Quotes", "> #1\n> Nothing of mine.");
    EXPECT_FALSE(try_take("Tak Er", quote, {1})) << "nothing is left";
}

TEST_P(ExtractsTest, WhoeverIsNotOfTheNetworkFindsNothing) {
    const auto id = handed_on(5);
    const auto draft = taken_whole(1);
    const auto topic = topic_of(id);
    auto outsider = site().as("Out Sider"), member = site().as("Oth Er");
    for (const std::string& path : {path_to(id), path_to(draft), path_to(id) + "/consent",
                                    path_to_take(topic), path_to(id) + "/copies/1"}) {
        EXPECT_EQ(outsider.get(path).status(), 404) << path;
        EXPECT_EQ(outsider.get(path).body(), outsider.get("/extracts/999999").body()) << path;
    }
    EXPECT_EQ(member.get(path_to(id)).status(), 200);
    EXPECT_EQ(member.get(path_to(draft)).status(), 404) << "a draft is its taker's alone";
    EXPECT_EQ(site().as("Tak Er").get(path_to(draft)).status(), 200);
    EXPECT_EQ(site().visitor().get(path_to(id)).status(), 303);
    EXPECT_FALSE(outsider.get("/extracts").says("Hazard logs"));
}

// ---- what the linter marks ----

TEST_P(ExtractsTest, NamesAreFoundHoweverTheyAreWritten) {
    for (const char* name :
         {"Grace Okonjo", "GRACE OKONJO", "Grace\nOkonjo", "**Grace** _Okonjo_",
          "Gr\u0430ce Okonjo", "Grace\u200B Okon\u200Bjo", "Siobhan O\u2019Brien",
          "Siobhán O'Brien", "[Grace Okonjo](https://www.nice.org.uk)", "`Meera Raman`",
          "Okonjo, Grace"}) {
        const auto id = of_text("It was " + std::string(name) + " who said so.");
        const auto found = marks(id);
        const auto person = std::ranges::find(found, "person", &Mark::kind);
        ASSERT_NE(person, found.end()) << name;
        EXPECT_FALSE(person->may_stay);
        EXPECT_FALSE(act("Tak Er", id, &Extracts::hand_on)) << name;
        const auto kept = in_room("Tak Er", [&](Extracts& room) {
            return room.keep(room.one(id), person->key, {"She does not mind."});
        });
        EXPECT_FALSE(kept) << "whatever the reason";
        ASSERT_TRUE(in_room(
            "Tak Er", [&](Extracts& room) { return room.write_otherwise(room.one(id), ""); }));
        const auto after = text(id);
        for (const char* part : {"Okonjo", "OKONJO", "Brien", "Raman", "Okon"}) {
            EXPECT_EQ(after.find(part), after.npos) << name << " became " << after;
        }
        EXPECT_NE(after.find("a colleague"), after.npos) << after;
    }
}

TEST_P(ExtractsTest, WhatIsReadOnceItIsSetIsFoundToo) {
    for (const char* name :
         {"Gr&lrm;ace Okon&lrm;jo", "Grace Ok&omicron;njo", "Gr~a~ce Okonjo", "Gr~a~ce Ok~on~jo",
          "[Gr](https://www.nice.org.uk)[ace Okon](https://www.nice.org.uk)jo",
          "Gr\u200Ea\u034Fce Okon\u3164jo", "Gr&#97;ce Ok&#x6F;njo", "Gr**a**ce Ok<b></b>onjo"}) {
        const auto id = of_text("It was " + std::string(name) + " who said so.");
        const auto found = marks(id);
        const auto person = std::ranges::find_if(
            found, [](const Mark& mark) { return mark.kind == "person" && mark.is_open(); });
        ASSERT_NE(person, found.end()) << name;
        EXPECT_FALSE(in_room("Tak Er", [&](Extracts& room) {
            return room.keep(room.one(id), person->key, {"She does not mind."});
        }));
        auto taker = site().as("Tak Er");
        EXPECT_TRUE(whole(taker, path_to(id)).has("#next")) << name;
        ASSERT_TRUE(in_room(
            "Tak Er", [&](Extracts& room) { return room.write_otherwise(room.one(id), ""); }));
        const auto set = html::render_markdown(text(id)).text;
        EXPECT_TRUE(set.find("Grace Okonjo") == set.npos || !act("Tak Er", id, &Extracts::hand_on))
            << set;
    }
    const auto plain = of_text(
        "As **at** [NICE](https://www.nice.org.uk), 5 of 6:\n\n- one\n- two");
    for (const auto& mark : marks(plain)) EXPECT_FALSE(mark.is_hidden) << mark.text;
}

TEST_P(ExtractsTest, EachFindingHasItsReasonAndCombinationsTheirNumber) {
    const auto id = of_text(
        "We at Alder Hey, code RBS, rang 020 7946 0018 at 14:32. "
        "Write to log@example.org.\n\n"
        "The CCIO of an ambulance trust in London said no.");
    const auto found = marks(id);
    for (const char* kind : {"organisation", "code", "contact", "time", "combination"}) {
        const auto mark = std::ranges::find(found, kind, &Mark::kind);
        ASSERT_NE(mark, found.end()) << kind;
        EXPECT_FALSE(mark->reason.empty());
        EXPECT_TRUE(mark->is_open());
    }
    const auto combination = std::ranges::find(found, "combination", &Mark::kind);
    EXPECT_EQ(combination->k, 1) << "one on the network's roll fits: " << combination->reason;
    EXPECT_TRUE(combination->may_stay && combination->instead.empty());
    works_at("Oth Er", "RRU");
    const auto again = marks(id);
    EXPECT_EQ(std::ranges::find(again, "combination", &Mark::kind)->k, 2)
        << "the roll as it is now";
}

TEST_P(ExtractsTest, KIsCountedOverTheNetworksOwnRoll) {
    site().person("Far Away", {"cnio"});
    membership::PositionId position;
    site().with_floor("Far Away", [&](const record::Floor& floor) {
        position = membership::Membership(floor)
                       .claim({"RRU", "cnio", "CCIO", "2021-01-01", "The board page."})
                       .value();
    });
    site().with_floor("Adm Inistrator", [&](const record::Floor& floor) {
        membership::Membership roll(floor);
        ASSERT_TRUE(roll.verify(roll.position(position)));
    });
    const auto id = of_text("The CCIO of an ambulance trust in London said no. So did Far Away.");
    const auto found = marks(id);
    EXPECT_EQ(std::ranges::find(found, "combination", &Mark::kind)->k, 1);
    EXPECT_NE(std::ranges::find(found, "person", &Mark::kind), found.end())
        << "names of others whom the directory shows are found all the same";
}

TEST_P(ExtractsTest, AFindingIsResolvedByOtherWordsOrByAReasonThatTheSecondPersonReads) {
    const auto id = of_text("As at Alder Hey.");
    ASSERT_EQ(marks(id).size(), 1u);
    EXPECT_TRUE(
        why_not(act("Tak Er", id, &Extracts::hand_on)).starts_with("1 finding is still open"));
    const auto key = marks(id).at(0).key;
    const auto keep = [&](const char* why) {
        return in_room("Tak Er",
                       [&](Extracts& room) { return room.keep(room.one(id), key, {why}); });
    };
    EXPECT_FALSE(keep(""));
    ASSERT_TRUE(keep("It published its own review."));
    EXPECT_FALSE(marks(id).at(0).is_open());
    ASSERT_TRUE(
        in_room("Tak Er", [&](Extracts& room) { return room.judge_anew(room.one(id), key); }));
    EXPECT_TRUE(marks(id).at(0).is_open());
    ASSERT_TRUE(keep("It published its own review."));
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    auto second = site().as("Sec Ond");
    EXPECT_TRUE(whole(second, path_to(id)).says("It stays: It published its own review."));
}

// ---- released ----

TEST_P(ExtractsTest, FiveOfFiveOrganisationsAndASecondPersonReleaseIt) {
    const auto id = handed_on(5);
    EXPECT_EQ(standing(id), Standing::ready);
    EXPECT_FALSE(is_asked("Grace Okonjo", id)) << "nobody has to be";
    EXPECT_TRUE(why_not(publish("Tak Er", id)).contains("You took it"));
    EXPECT_TRUE(why_not(publish("Grace Okonjo", id)).contains("You wrote"));
    ASSERT_TRUE(publish("Sec Ond", id));
    const auto seen = in_room("Oth Er", [&](Extracts& room) { return room.one(id); });
    EXPECT_EQ(seen.state, State::published);
    EXPECT_EQ(seen.second_name, "Sec Ond");
    EXPECT_FALSE(publish("Oth Er", id)) << "the other was faster";
    EXPECT_FALSE(change(id, "Otherwise."));
    EXPECT_FALSE(act("Tak Er", id, &Extracts::take_back));
    EXPECT_TRUE(broken().empty());
}

TEST_P(ExtractsTest, FiveOfFourOrganisationsAreTooFew) {
    site().person("Ed Two", {"ccio"});
    works_at("Ed Two", "RAL");
    const auto topic = talked(4);
    site().reply("Ed Two", topic, "We too keep a log, and read it every month.");
    const auto id = taken(topic, {1, 2, 3, 4, 5});
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    EXPECT_EQ(standing(id), Standing::waits);
    EXPECT_TRUE(is_asked("Ed Two", id));
}

TEST_P(ExtractsTest, TwoPostsByOneAuthorNeedTheirConsent) {
    const auto topic = site().topic("Grace Okonjo", "Hazard logs", said[0]);
    site().reply("Grace Okonjo", topic, said[1]);
    const auto id = taken(topic, {1, 2});
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    EXPECT_EQ(standing(id), Standing::waits);
    const auto refused = publish("Sec Ond", id);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().sentence.starts_with("It cannot be released as it is"));
    const auto asked = as_author("Grace Okonjo", [&](Consents& all) { return all.asked(id); });
    ASSERT_EQ(asked.passages.size(), 2u);
    ASSERT_TRUE(agree("Grace Okonjo", id));
    EXPECT_EQ(standing(id), Standing::ready);
    EXPECT_TRUE(publish("Sec Ond", id));
}

TEST_P(ExtractsTest, WhoTakesTheirOwnWordsAgrees) {
    const auto topic = site().topic("Grace Okonjo", "Hazard logs", said[0]);
    const auto id = taken(topic, {1}, "Grace Okonjo");
    ASSERT_TRUE(act("Grace Okonjo", id, &Extracts::hand_on));
    EXPECT_EQ(standing(id), Standing::ready);
    EXPECT_FALSE(publish("Grace Okonjo", id)) << "but is no second person";
    EXPECT_TRUE(publish("Sec Ond", id));
}

TEST_P(ExtractsTest, AllButOneDoNotRelease) {
    const auto id = handed_on(4);
    for (const char* who : {"Grace Okonjo", "Meera Raman", "Owen Hughes"}) {
        ASSERT_TRUE(agree(who, id));
    }
    EXPECT_EQ(standing(id), Standing::waits);
    ASSERT_TRUE(decline("Siobhán O'Brien", id));
    EXPECT_EQ(standing(id), Standing::waits) << "a no looks like no answer";
    EXPECT_FALSE(publish("Sec Ond", id));
    site().clock().advance(answer_within + base::hours(1));
    EXPECT_EQ(standing(id), Standing::late);
    EXPECT_FALSE(publish("Sec Ond", id));
    EXPECT_TRUE(why_not(agree("Siobhán O'Brien", id)).starts_with("The time to say yes is over"));
    EXPECT_EQ(standing(id), Standing::late);
    EXPECT_TRUE(decline("Grace Okonjo", id)) << "a no goes at any time";
}

TEST_P(ExtractsTest, BelowTheThresholdThePageIsTheSameWhateverTheNumber) {
    const auto page_with = [&](std::size_t authors, std::size_t answers, const char* reader) {
        testing_site::TestSite other(GetParam());
        for (const char* name : writers) other.person(name, {"ccio"});
        for (const char* name : {"Tak Er", "Sec Ond"}) other.person(name, {"ccio"});
        const auto topic = other.topic(writers.at(0), "Hazard logs", said.at(0));
        for (std::size_t i = 1; i < 4; ++i) {
            other.reply(writers.at(i % authors), topic, said.at(i));
        }
        other.with_floor("Tak Er", [&](const record::Floor& floor) {
            Extracts room(floor, shop_);
            const auto id = room.take(forum::Forum(floor).topic(topic), {1, 2, 3, 4}).value();
            ASSERT_TRUE(room.hand_on(room.one(id)));
        });
        for (std::size_t i = 0; i < answers; ++i) {
            other.with_floor(writers.at(i), [&](const record::Floor& floor) {
                Consents all(floor, shop_);
                const auto asked = all.asked({1});
                ASSERT_TRUE(i % 2 == 0 ? all.agree(asked, {}) : all.decline(asked));
            });
        }
        auto browser = other.as(reader);
        std::string bytes = browser.get("/extracts/1").body() + browser.get("/extracts").body();
        std::string token;  // drawn by lot
        for (auto at = bytes.find("value=\""); at != bytes.npos;
             at = bytes.find("value=\"", at + 1)) {
            const auto end = bytes.find('"', at + 7);
            if (end - at > 25) bytes.erase(at + 7, end - at - 7);
        }
        return bytes;
    };
    for (const char* reader : {"Tak Er", "Sec Ond"}) {
        const auto of_one = page_with(1, 0, reader);
        EXPECT_NE(of_one.find("It waits."), of_one.npos);
        EXPECT_EQ(of_one, page_with(4, 0, reader));
        EXPECT_EQ(of_one, page_with(4, 3, reader)) << "nor does it say what was answered";
        EXPECT_EQ(of_one, page_with(2, 1, reader));
    }
}

TEST_P(ExtractsTest, AConsentIsToTheWordsAndOwnWordsBecomeTheText) {
    const auto id = handed_on(1);
    const auto own = as_author("Grace Okonjo", [&](Consents& all) { return all.asked(id); });
    const auto passage = own.passages.at(0).id;
    const auto with_name = agree("Grace Okonjo", id, {{passage, "I, Grace Okonjo, say so."}});
    ASSERT_FALSE(with_name);
    EXPECT_EQ(with_name.error().field, "text-" + std::to_string(passage.value));
    EXPECT_FALSE(agree("Grace Okonjo", id, {{passage, ""}}));
    ASSERT_TRUE(agree("Grace Okonjo", id, {{passage, "We read ours every week."}}));
    EXPECT_EQ(text(id, "Sec Ond"), "We read ours every week.\n");
    EXPECT_EQ(standing(id), Standing::ready);
    site().database().write(
        [&](sql::Tx& tx) { store::set_text(tx, id, passage, "We never read ours."); });
    EXPECT_EQ(standing(id), Standing::waits) << "however the words came to be others";
    ASSERT_TRUE(act("Tak Er", id, &Extracts::take_back));
    ASSERT_TRUE(change(id, "We hardly read ours."));
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    EXPECT_EQ(standing(id), Standing::waits) << "to other words nobody has agreed";
    EXPECT_TRUE(is_asked("Grace Okonjo", id));
}

TEST_P(ExtractsTest, AYesTakenBackDuringReleaseStopsIt) {
    const auto id = handed_on(2);
    ASSERT_TRUE(agree("Grace Okonjo", id));
    ASSERT_TRUE(agree("Meera Raman", id));
    auto second = site().as("Sec Ond");
    const auto page = second.get(path_to(id));  // as the second person has it before them
    ASSERT_TRUE(page.has("form[action*=/publication]"));
    ASSERT_TRUE(decline("Meera Raman", id));
    const auto refused = second.press(page, "/publication");
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(
        refused.says("It cannot be released as it is: consent is missing, or was taken back"));
    EXPECT_FALSE(refused.has("form[action*=/publication]"));
    ASSERT_TRUE(agree("Meera Raman", id));
    ASSERT_EQ(second.press(second.get(path_to(id)), "/publication").status(), 303);
    const auto late = decline("Meera Raman", id);
    ASSERT_FALSE(late);
    EXPECT_TRUE(late.error().sentence.contains("cannot be taken back"));
}

TEST_P(ExtractsTest, WhatTheSecondPersonHasNotReadDoesNotGoOut) {
    const auto id = of_text("As at Alder Hey we read it.");
    const auto key = marks(id).at(0).key;
    const auto keep = [&](const char* why) {
        return in_room("Tak Er",
                       [&](Extracts& room) { return room.keep(room.one(id), key, {why}); });
    };
    ASSERT_TRUE(keep("It published its own review."));
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    ASSERT_TRUE(agree("Grace Okonjo", id));
    auto second = site().as("Sec Ond");
    const auto is_refused = [&](const testing_site::Page& page) {
        const auto refused = second.press(page, "/publication");
        EXPECT_TRUE(refused.says("It has changed since you read it: read it again."));
        return refused.status() == 422;
    };
    const auto again = [&] {
        ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
        ASSERT_TRUE(agree("Grace Okonjo", id));
    };
    auto page = second.get(path_to(id));
    ASSERT_TRUE(act("Tak Er", id, &Extracts::take_back));
    ASSERT_TRUE(change(id, "As at Alder Hey we never read it."));
    again();
    EXPECT_TRUE(is_refused(page)) << "other words";
    page = second.get(path_to(id));
    ASSERT_TRUE(act("Tak Er", id, &Extracts::take_back));
    ASSERT_TRUE(keep("She said I may."));
    again();
    EXPECT_TRUE(is_refused(page)) << "another reason";
    page = second.get(path_to(id));
    const auto own = as_author("Grace Okonjo", [&](Consents& all) { return all.asked(id); });
    ASSERT_TRUE(agree("Grace Okonjo", id, {{own.passages.at(0).id, "As at Alder Hey."}}));
    EXPECT_TRUE(is_refused(page)) << "an author's own words";
    EXPECT_EQ(second.press(second.get(path_to(id)), "/publication").status(), 303);
}

TEST_P(ExtractsTest, WhatIsEditedClosedOrHiddenAfterItWasTakenStopsIt) {
    const auto edited = handed_on(5);
    const auto topic = topic_of(edited);
    auto second = site().as("Sec Ond");
    const auto page = second.get(path_to(edited));
    edit(topic, 2, "We bought nothing. Nobody would ever have used it, we thought.");
    const auto refused = second.press(page, "/publication");
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("was changed, closed or hidden since"));
    EXPECT_EQ(standing(edited), Standing::changed);
    auto taker = site().as("Tak Er");
    EXPECT_TRUE(whole(taker, path_to(edited)).says("a post that it was taken from has changed"));
    ASSERT_EQ(taker.press(taker.get(path_to(edited)), "/renewal").status(), 303);
    EXPECT_NE(text(edited).find("We bought nothing."), std::string::npos);
    EXPECT_TRUE(whole(taker, path_to(edited)).has("form[action*=/text]")) << "a draft again";
    ASSERT_TRUE(act("Tak Er", edited, &Extracts::hand_on));
    EXPECT_EQ(standing(edited), Standing::ready);
    site().with_floor("Mod Erator", [&](const record::Floor& floor) {
        const forum::Forum forum(floor);
        const auto posts = forum::posts_of(forum, forum.topic(topic), 3, 2);
        ASSERT_TRUE(forum::Ruling(floor).tighten(posts.at(0), {"closed"}));
    });
    EXPECT_EQ(standing(edited), Standing::changed);
    ASSERT_TRUE(act("Tak Er", edited, &Extracts::take_anew));
    EXPECT_EQ(text(edited).find(said[2]), std::string::npos) << "what is closed is left out";
    site().with_floor("Mod Erator", [&](const record::Floor& floor) {
        ASSERT_TRUE(forum::Moderation(floor).hide(forum::Forum(floor).topic(topic),
                                                  {"It is not for here."}));
    });
    EXPECT_FALSE(act("Tak Er", edited, &Extracts::hand_on)) << "nor of a topic that is hidden";
    const auto nothing = act("Tak Er", edited, &Extracts::take_anew);
    ASSERT_FALSE(nothing);
    EXPECT_TRUE(nothing.error().sentence.starts_with("Nothing of it may be used any more"));
}

TEST_P(ExtractsTest, WhoJoinsMeanwhileCanStopIt) {
    const auto topic = talked(5);
    const auto id = taken(topic, {1, 2, 3, 4, 5});
    ASSERT_TRUE(
        change(id, "As Newton Comer says, ours is a spreadsheet, read every week by one of us."));
    const auto before = marks(id);
    for (const auto& mark : before) {
        ASSERT_TRUE(mark.kind != "person") << mark.reason;
    }
    ASSERT_TRUE(act("Tak Er", id, &Extracts::hand_on));
    EXPECT_EQ(standing(id), Standing::ready);
    site().person("Newton Comer", {"ccio"});
    EXPECT_EQ(standing(id), Standing::open_findings);
    EXPECT_TRUE(why_not(publish("Sec Ond", id)).contains("roll"));
}

TEST_P(ExtractsTest, ASecondPersonSendsItBackWithAReason) {
    const auto id = handed_on(2);
    ASSERT_TRUE(agree("Grace Okonjo", id));
    const auto back = [&](const char* who, const char* why) {
        return in_room(who, [&](Extracts& room) { return room.send_back(room.one(id), {why}); });
    };
    EXPECT_FALSE(back("Sec Ond", ""));
    EXPECT_FALSE(back("Grace Okonjo", "No."));
    EXPECT_FALSE(back("Tak Er", "No."));
    ASSERT_TRUE(back("Sec Ond", "The story of the tool is known."));
    EXPECT_EQ(site().as("Sec Ond").get(path_to(id)).status(), 404) << "a draft again";
    auto taker = site().as("Tak Er");
    EXPECT_TRUE(whole(taker, path_to(id)).says("The story of the tool is known."));
    EXPECT_FALSE(is_asked("Meera Raman", id)) << "nobody is asked of a draft";
    EXPECT_EQ(site().as("Grace Okonjo").get(path_to(id) + "/consent").status(), 404);
}

TEST_P(ExtractsTest, OfTwoSecondPersonsAtOnceOneReleasesIt) {
    const auto id = handed_on(5);
    std::array<int, 2> statuses{};
    std::array<std::string, 2> who = {"Sec Ond", "Oth Er"};
    std::vector<testing_site::Browser> browsers;
    std::vector<testing_site::Page> pages;
    for (const auto& name : who) {
        browsers.push_back(site().as(name));
        pages.push_back(browsers.back().get(path_to(id)));
    }
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < 2; ++i) {
            threads.emplace_back(
                [&, i] { statuses[i] = browsers[i].press(pages[i], "/publication").status(); });
        }
    }
    EXPECT_EQ(std::ranges::count(statuses, 303), 1);
    EXPECT_EQ(std::ranges::count(statuses, 422), 1);
    static const sql::Query<std::int64_t()> facts{
        "test_published", "SELECT count(*) FROM facts WHERE kind = 'extracts.published'"};
    site().database().read([&](sql::Tx& tx) { EXPECT_EQ(tx.one(facts), 1); });
}

}  // namespace
}  // namespace extracts
