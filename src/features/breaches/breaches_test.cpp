// Breaches of the Rule: reported, heard, decided, appealed; who may know of a case, what follows
// from it, and what is left of it.

#include "features/breaches/breaches.h"

#include "features/breaches/feature.h"
#include "features/breaches/store.h"
#include "features/membership/membership.h"
#include "platform/identity/store.h"
#include "tests/support/page_check.h"
#include "tests/support/test_site.h"
#include "tests/support/watching.h"

#include <gtest/gtest.h>

namespace breaches {
namespace {

class BreachesTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        for (const char* name : {"Ann", "Bob", "Pat"}) site().person(name, {"ccio"});
        site().person("Cat", {"cnio"});
        site().person("Mod", {"ccio"}, {"moderator"});
        site().person("Two", {"ccio"}, {"moderator"});
        site().person("Man", {"cnio"}, {"community_manager"});
        topic_ = site().topic("Ann", "Hazard logs", "Our log is a spreadsheet.");
        post_ = site().reply("Bob", topic_, "The hospital on the hill has none.");
    }

    std::string path() const { return "/breaches/posts/" + std::to_string(post_.value); }

    // By Ann, of Bob, without her name.
    CaseId report(const ReportDraft& draft = {.kind = "forwarded",
                                              .words = "Our log stood in a mail.",
                                              .came_out = "Last Tuesday, at a supplier",
                                              .whom = "author",
                                              .handle = "",
                                              .named = "no"},
                  const std::string& by = "Ann") {
        std::optional<CaseId> id;
        site().with_floor(by, [&](const record::Floor& floor) {
            const auto done = Cases(floor).report(spot_of(forum::Forum(floor).post(post_)), draft);
            ASSERT_TRUE(done) << done.error().sentence;
            id = *done;
        });
        return id.value();
    }
    template <class Draft>
    base::Result<CaseId> act(const std::string& who, CaseId id,
                             base::Result<CaseId> (Cases::*verb)(const Case&, const Draft&),
                             const std::type_identity_t<Draft>& draft) {
        std::optional<base::Result<CaseId>> out;
        site().with_floor(who, [&](const record::Floor& floor) {
            Cases cases(floor);
            out.emplace((cases.*verb)(cases.one(id), draft));
        });
        return *std::move(out);
    }
    // Asked, answered, decided.
    CaseId decided(const OutcomeDraft& draft, const std::string& by = "Mod") {
        const auto id = report();
        EXPECT_TRUE(act("Mod", id, &Cases::ask, {"Did you pass it on?"}));
        EXPECT_TRUE(act("Bob", id, &Cases::answer, {"I did not think."}));
        const auto done = act(by, id, &Cases::decide, draft);
        EXPECT_TRUE(done) << done.error().sentence;
        return id;
    }
    std::optional<Case> seen(const std::string& who, CaseId id) {
        std::optional<Case> found;
        site().with_floor(who, [&](const record::Floor& floor) { found = Cases(floor).find(id); });
        return found;
    }
    // The page of the case, whole in the state that it has now.
    testing_site::Page whole(testing_site::Browser& browser, const std::string& at) {
        auto page = browser.get(at);
        for (const auto& fault : testing_site::faults_of(page)) ADD_FAILURE() << fault;
        return page;
    }
    int status(const std::string& who, CaseId id) {
        return site().as(who).get(path_to(id)).status();
    }
    struct Letter {
        std::string subject, text;
    };
    std::vector<Letter> letters_to(const std::string& whom) {
        site().listen();
        static const sql::Query<Letter(PersonId)> all{
            "test_breach_letters",
            "SELECT subject, text FROM letters WHERE person_id = $1 AND subject NOT LIKE '%sign%' "
            "ORDER BY id"};
        std::vector<Letter> found;
        const auto person = site().person(whom);
        site().database().read([&](sql::Tx& tx) { found = tx.all(all, person); });
        return found;
    }
    std::string in_days(int count) {
        return base::iso_day(std::chrono::floor<base::days>(site().clock().now()) +
                             base::days{count});
    }
    std::vector<std::string> broken() {
        std::vector<std::string> all;
        site().database().read([&](sql::Tx& tx) { all = store::broken(tx); });
        return all;
    }

    forum::TopicId topic_;
    forum::PostId post_;
};
MOOTHALL_ON_BOTH_ENGINES(BreachesTest);

TEST_P(BreachesTest, FromAPostToAnAppealOnPages) {
    auto ann = site().as("Ann"), bob = site().as("Bob"), mod = site().as("Mod");
    const auto topic_page = ann.get(testing_site::path_of(topic_) + "-hazard-logs");
    EXPECT_TRUE(topic_page.has("a[href=" + path() + "]"));
    EXPECT_TRUE(topic_page.has("a[href=/breaches/topics/" + std::to_string(topic_.value) + "]"));
    const auto form = ann.get(path());
    EXPECT_TRUE(form.says("The hospital on the hill has none."));
    const auto empty = ann.press(form, path(), {{"words", "A long story."}});
    EXPECT_EQ(empty.status(), 422);
    EXPECT_EQ(empty.find("#words").text(), "A long story.") << "nothing typed is lost";
    const auto done = ann.press(
        empty, path(),
        {{"kind", "forwarded"}, {"came_out", "Last Tuesday"}, {"whom", "author"}, {"named", "no"}});
    ASSERT_EQ(done.status(), 303);
    const std::string at = done.location();
    EXPECT_TRUE(whole(ann, at).says("A long story."));
    EXPECT_EQ(bob.get(at).status(), 404) << "not asked yet";
    EXPECT_TRUE(mod.get("/").says("1 case of the Rule waits"));
    EXPECT_TRUE(mod.get("/breaches").has("a[href=" + at + "]"));

    const auto open = whole(mod, at);
    EXPECT_TRUE(open.says("A long story.") && open.says("Ann"));
    EXPECT_EQ(mod.press(open, at + "/notes", {{"note", "Looks so."}}).status(), 303);
    const auto early = mod.press(whole(mod, at), at + "/outcome",
                                 {{"outcome", "warning"}, {"reason", "It is so."}});
    EXPECT_TRUE(early.says("Ask the person reported for their word first"));
    EXPECT_EQ(early.find("#reason").text(), "It is so.");
    EXPECT_EQ(mod.press(whole(mod, at), at + "/question", {{"question", "Was it you?"}}).status(),
              303);

    EXPECT_TRUE(bob.get("/").says("You are asked for your word"));
    const auto asked = whole(bob, at);
    EXPECT_TRUE(asked.says("Was it you?"));
    for (const char* hidden : {"A long story.", "Ann", "Looks so.", "Mod"}) {
        EXPECT_EQ(asked.find("main").text().find(hidden), std::string::npos) << hidden;
    }
    EXPECT_EQ(bob.press(asked, at + "/word", {{"word", "It was me."}}).status(), 303);
    EXPECT_FALSE(whole(ann, at).says("It was me.")) << "who reported does not read it";

    EXPECT_EQ(mod.press(whole(mod, at), at + "/outcome",
                        {{"outcome", "warning"}, {"reason", "It was passed on."}})
                  .status(),
              303);
    for (auto* browser : {&ann, &bob}) {
        EXPECT_TRUE(whole(*browser, at).says("It was passed on."));
        EXPECT_FALSE(whole(*browser, at).find("main").text().find("Mod") != std::string::npos);
    }
    EXPECT_EQ(bob.press(whole(bob, at), at + "/appeal", {{"appeal", "Nobody read it."}}).status(),
              303);
    EXPECT_TRUE(whole(mod, at).says("Another officer decides the appeal"));
    EXPECT_FALSE(whole(mod, at).has("form[action*=/appeal/outcome]"));
    auto two = site().as("Two");
    EXPECT_TRUE(whole(two, at).says("Nobody read it."));
    EXPECT_EQ(two.press(whole(two, at), at + "/appeal/outcome",
                        {{"outcome", "reminder"}, {"reason", "Few could read it."}})
                  .status(),
              303);
    EXPECT_TRUE(whole(bob, at).says("On appeal, and this holds: A reminder"));
    const auto story = whole(two, at);
    for (const char* step : {"reported a breach", "added a note", "gave their word",
                             "decided: a warning", "appealed", "decided the appeal: a reminder"}) {
        EXPECT_TRUE(story.says(step)) << step;
    }
    EXPECT_TRUE(broken().empty());
}

TEST_P(BreachesTest, WhoMayNotKnowOfACaseFindsNone) {
    const auto id = report();
    for (const char* who : {"Bob", "Pat", "Cat", "Man"}) EXPECT_EQ(status(who, id), 404) << who;
    for (const char* who : {"Ann", "Mod", "Two"}) EXPECT_EQ(status(who, id), 200) << who;
    ASSERT_TRUE(act("Mod", id, &Cases::ask, {"Was it you?"}));
    EXPECT_EQ(status("Bob", id), 200);
    EXPECT_EQ(site().visitor().get(path_to(id)).status(), 303);
    EXPECT_EQ(site().as("Mod", identity::Assurance::one_factor).get(path_to(id)).status(), 404);
    auto pat = site().as("Pat");
    const auto there = pat.get(path_to(id)), nowhere = pat.get("/breaches/999999");
    EXPECT_EQ(there.body(), nowhere.body());
    EXPECT_EQ(site().as("Cat").get(path()).status(), 404) << "nor reports what they do not read";
}

TEST_P(BreachesTest, WhomACaseConcernsNeverHandlesIt) {
    const auto of_mod = report({.kind = "other",
                                .words = "In the corridor.",
                                .came_out = "Today",
                                .whom = "other",
                                .handle = "@Mod",
                                .named = "no"});
    EXPECT_FALSE(seen("Mod", of_mod)) << "the person reported, not asked yet";
    ASSERT_TRUE(act("Two", of_mod, &Cases::ask, {"Was it you?"}));
    EXPECT_EQ(seen("Mod", of_mod)->part, Part::reported);
    EXPECT_FALSE(act("Mod", of_mod, &Cases::decide, {"no-breach", "", "It was not me."}));
    EXPECT_FALSE(act("Mod", of_mod, &Cases::note, {"It was not me."}));
    const auto by_mod = report({.kind = "other",
                                .words = "In the corridor.",
                                .came_out = "Today",
                                .whom = "author",
                                .handle = "",
                                .named = "no"},
                               "Mod");
    EXPECT_EQ(seen("Mod", by_mod)->part, Part::reporter);
    EXPECT_FALSE(act("Mod", by_mod, &Cases::decide, {"no-breach", "", "It was nothing."}));
    auto mod = site().as("Mod");
    EXPECT_FALSE(mod.get("/").says("case of the Rule waits"));
    EXPECT_FALSE(mod.get(path_to(by_mod)).has("form[action*=/outcome]"));
    EXPECT_TRUE(act("Two", by_mod, &Cases::decide, {"no-breach", "", "It was nothing."}));
}

TEST_P(BreachesTest, OfTwoOfficersAtOnceTheSecondSeesWhatHappened) {
    const auto id = report();
    std::optional<Case> as_it_was = seen("Two", id);
    auto two = site().as("Two");
    const auto page = two.get(path_to(id));
    ASSERT_TRUE(act("Mod", id, &Cases::decide, {"no-breach", "", "Nothing came out."}));
    site().with_floor("Two", [&](const record::Floor& floor) {
        const auto late = Cases(floor).decide(*as_it_was, {"nobody-known", "", "Who knows?"});
        ASSERT_FALSE(late);
        EXPECT_TRUE(late.error().sentence.starts_with("It has been decided already"));
    });
    const auto answer = two.press(page, "/outcome",
                                  {{"outcome", "nobody-known"}, {"reason", "Who knows?"}});
    EXPECT_EQ(answer.status(), 422);
    EXPECT_TRUE(answer.says("It has been decided already"));
    EXPECT_TRUE(answer.says("Nothing came out."));
    EXPECT_EQ(answer.find("#kept").text(), "Who knows?");
    EXPECT_EQ(seen("Mod", id)->standing()->outcome, Outcome::no_breach);
}

TEST_P(BreachesTest, TheReportersNameIsReadOnlyWhereTheyAgreed) {
    const auto hidden = report();
    ASSERT_TRUE(act("Mod", hidden, &Cases::ask, {"Was it you?"}));
    EXPECT_EQ(seen("Bob", hidden)->reporter_name, "");
    EXPECT_EQ(seen("Bob", hidden)->words, "");
    EXPECT_EQ(seen("Ann", hidden)->reported_name, "") << "nor who it is that is heard";
    const auto named = report({.kind = "other",
                               .words = "You told my board.",
                               .came_out = "Today",
                               .whom = "author",
                               .handle = "",
                               .named = "yes"});
    ASSERT_TRUE(act("Mod", named, &Cases::ask, {"Was it you?"}));
    const auto page = site().as("Bob").get(path_to(named));
    EXPECT_TRUE(page.says("Ann reported") && page.says("You told my board."));
}

TEST_P(BreachesTest, LettersSayNeitherWhatNorWhom) {
    const auto id = decided({"warning", "", "It was passed on."});
    EXPECT_EQ(letters_to("Ann").size(), 1u);
    const auto to_bob = letters_to("Bob");
    ASSERT_EQ(to_bob.size(), 2u);
    EXPECT_EQ(to_bob[0].subject, "You are asked for your word");
    EXPECT_EQ(to_bob[1].subject, "A decision about the Chatham House Rule");
    for (const auto& letter : {to_bob[0], to_bob[1], letters_to("Ann")[0]}) {
        EXPECT_NE(letter.text.find(path_to(id)), std::string::npos);
        for (const char* word :
             {"Our log", "Hazard", "hospital", "passed", "warning", "Mod", "Did you", "CCIO"}) {
            EXPECT_EQ(letter.text.find(word), std::string::npos) << word;
        }
    }
    EXPECT_TRUE(letters_to("Pat").empty());
    ASSERT_TRUE(act("Bob", id, &Cases::appeal, {"Nobody read it."}));
    ASSERT_TRUE(act("Two", id, &Cases::settle, {"warning", "", "It stands."}));
    EXPECT_EQ(letters_to("Ann").size(), 2u);
    EXPECT_EQ(letters_to("Bob").size(), 3u);
}

TEST_P(BreachesTest, OfficersAreToldThatSomethingWaitsForThem) {
    const auto id = report();
    ASSERT_EQ(letters_to("Mod").size(), 1u);
    ASSERT_EQ(letters_to("Two").size(), 1u);
    EXPECT_EQ(letters_to("Two")[0].subject, "A case waits for an officer");
    ASSERT_TRUE(act("Mod", id, &Cases::ask, {"Did you pass it on?"}));
    ASSERT_TRUE(act("Bob", id, &Cases::answer, {"I did not think."}));
    ASSERT_TRUE(act("Mod", id, &Cases::decide, {"warning", "", "It was passed on."}));
    ASSERT_TRUE(act("Bob", id, &Cases::appeal, {"Nobody read it."}));
    EXPECT_EQ(letters_to("Mod").size(), 1u) << "who decided before";
    ASSERT_EQ(letters_to("Two").size(), 2u);
    for (const auto& letter : letters_to("Two")) {
        EXPECT_NE(letter.text.find(path_to(id)), std::string::npos);
        for (const char* word : {"Our log", "Hazard", "hospital", "Bob", "Ann", "CCIO"}) {
            EXPECT_EQ(letter.text.find(word), std::string::npos) << word;
        }
    }
    (void)report({.kind = "forwarded",
                  .words = "Again.",
                  .came_out = "Today",
                  .whom = "author",
                  .named = "no"},
                 "Two");
    EXPECT_EQ(letters_to("Two").size(), 2u) << "not of what they reported themselves";
    EXPECT_EQ(letters_to("Mod").size(), 2u);
}

TEST_P(BreachesTest, ASuspensionClosesTheNetworksForumUntilItsDay) {
    site().person("Bob", {"ccio"});
    site().with_floor("Mod", [&](const record::Floor& floor) {
        const auto worker = identity::Actor::worker("test");
        ASSERT_TRUE(
            membership::Roll({floor.tx, worker, floor.now})
                .enrol(site().id_of("Bob"), site().settled().cnio, membership::Category::full));
    });
    auto bob = site().as("Bob");
    const auto door = rule::asking_path(site().settled().cnio);
    ASSERT_EQ(bob.press(bob.get(door), door).status(), 303);
    const auto topic = testing_site::path_of(topic_) + "-hazard-logs";
    EXPECT_EQ(bob.get(topic).status(), 200);
    site().listen();  // to all that was before
    const auto tab = testing_site::watch(site(), "Bob", site().settled().ccio.audience);
    const auto id = decided({"suspended", in_days(10), "It was passed on."});
    EXPECT_EQ(bob.get(topic).status(), 404);
    site().listen();
    EXPECT_FALSE(tab->is_open()) << "nor is anything told to an open tab";
    EXPECT_FALSE(bob.get("/forum").says("Hazard logs"));
    EXPECT_FALSE(bob.get("/search?q=spreadsheet").says("Hazard logs"));
    EXPECT_FALSE(bob.get("/forum/new").says("Clinical safety"));
    EXPECT_EQ(bob.get("/networks/ccio/notices").status(), 404);
    EXPECT_EQ(bob.get("/networks/cnio").status(), 200) << "every other stays open";
    EXPECT_TRUE(bob.get("/").says("The forum of the CCIO network is closed to you"));
    EXPECT_TRUE(bob.get(path_to(id)).says("It stands in a forum that is not open to you"));
    site().with_floor("Mod", [&](const record::Floor& floor) {
        EXPECT_EQ(membership::category_of(floor, site().id_of("Bob"), site().settled().ccio.id),
                  membership::Category::full)
            << "they stay on the roll";
    });
    site().clock().advance(base::days(9));
    site().purge();
    EXPECT_EQ(site().as("Bob").get(topic).status(), 404);
    site().clock().advance(base::days(1));
    site().purge();
    EXPECT_EQ(site().as("Bob").get(topic).status(), 200);
}

TEST_P(BreachesTest, OnAppealASuspensionIsLiftedOrEndsEarlierButNotOneOfAnotherCase) {
    const auto topic = testing_site::path_of(topic_) + "-hazard-logs";
    const auto first = decided({"suspended", in_days(10), "It was passed on."});
    auto bob = site().as("Bob");
    ASSERT_TRUE(act("Bob", first, &Cases::appeal, {"Nobody read it."}));
    EXPECT_EQ(bob.get(topic).status(), 404) << "it holds until then";
    EXPECT_FALSE(act("Two", first, &Cases::settle, {"suspended", in_days(11), "Longer."}));
    EXPECT_FALSE(act("Two", first, &Cases::settle, {"excluded", "", "For good."}));
    const auto second = decided({"suspended", in_days(5), "Once more."}, "Two");
    ASSERT_TRUE(act("Two", first, &Cases::settle, {"reminder", "", "Few read it."}));
    EXPECT_EQ(bob.get(topic).status(), 404) << "for the other case";
    ASSERT_TRUE(act("Bob", second, &Cases::appeal, {"Nor this."}));
    ASSERT_TRUE(act("Mod", second, &Cases::settle, {"no-breach", "", "Nothing came out."}));
    EXPECT_EQ(bob.get(topic).status(), 200);
}

TEST_P(BreachesTest, WhoHoldsAnOfficeIsNotShutOutBesideIt) {
    site().with_floor("Mod", [&](const record::Floor& floor) {
        identity::store::give_role(floor.tx, site().id_of("Bob"), "chair",
                                   site().settled().ccio.audience);
    });
    const auto id = report();
    ASSERT_TRUE(act("Mod", id, &Cases::ask, {"Was it you?"}));
    ASSERT_TRUE(act("Bob", id, &Cases::answer, {"Yes."}));
    const auto done = act("Mod", id, &Cases::decide, {"suspended", in_days(3), "So."});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().field, "outcome");
    EXPECT_TRUE(act("Mod", id, &Cases::decide, {"warning", "", "So."}));
}

TEST_P(BreachesTest, AnExclusionIsHandedToTheCommunityManagers) {
    const auto id = decided({"excluded", "", "It was sold."});
    ASSERT_EQ(letters_to("Man").size(), 1u);
    const auto page = site().as("Man").get(path_to(id));
    EXPECT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("Bob is to leave the network"));
    for (const char* hidden : {"Ann", "Our log", "I did not think", "hospital"}) {
        EXPECT_FALSE(page.says(hidden)) << hidden;
    }
    ASSERT_TRUE(act("Bob", id, &Cases::appeal, {"It was given."}));
    ASSERT_TRUE(act("Two", id, &Cases::settle, {"warning", "", "It was given."}));
    EXPECT_EQ(status("Man", id), 404) << "there is nothing for them any more";
}

TEST_P(BreachesTest, SmallNumbersAreNotTold) {
    const auto close = [&] {
        ASSERT_TRUE(act("Mod", report(), &Cases::decide, {"no-breach", "", "Nothing."}));
    };
    EXPECT_TRUE(site().visitor().get("/rule/breaches").says("No case was closed yet"));
    for (int i = 0; i < 4; ++i) close();
    const auto rows = [&] {
        std::vector<std::string> all;
        const auto page = site().visitor().get("/rule/breaches");
        for (const auto& row : page.all("tr")) {
            all.push_back(row.text());
        }
        return all;
    };
    for (const auto& row : rows()) {
        EXPECT_TRUE(row.starts_with("Outcome") || row.ends_with("fewer than five")) << row;
    }
    close();
    EXPECT_EQ(rows().at(1), "No breach 5");
    EXPECT_EQ(rows().at(3), "A reminder fewer than five") << "none is no other than few";
    site().clock().advance(base::days(731));
    site().purge();
    EXPECT_EQ(rows().at(1), "No breach 5") << "the numbers stay when the cases go";
}

TEST_P(BreachesTest, AnAppealMovesTheNumberOfItsCase) {
    std::vector<CaseId> ids;
    for (int i = 0; i < 5; ++i) ids.push_back(decided({"warning", "", "It was passed on."}));
    const auto told = [&](Outcome outcome) {
        std::optional<std::int64_t> cases;
        site().with_floor("Cat", [&](const record::Floor& floor) {
            for (const Tally& one : tallies(floor)) {
                if (one.outcome == outcome) cases = one.cases;
            }
        });
        return cases;
    };
    EXPECT_EQ(told(Outcome::warning), 5);
    ASSERT_TRUE(act("Bob", ids[0], &Cases::appeal, {"Nobody read it."}));
    ASSERT_TRUE(act("Two", ids[0], &Cases::settle, {"reminder", "", "Few read it."}));
    EXPECT_EQ(told(Outcome::warning), std::nullopt);
    EXPECT_EQ(told(Outcome::reminder), std::nullopt);
}

TEST_P(BreachesTest, ACaseGoesTwoYearsAfterItWasClosed) {
    const auto closed = decided({"warning", "", "It was passed on."});
    ASSERT_TRUE(act("Mod", closed, &Cases::note, {"For the file."}));
    const auto open = report();
    site().clock().advance(base::days(729));
    site().purge();
    EXPECT_TRUE(seen("Mod", closed));
    site().clock().advance(base::days(2));
    site().purge();
    EXPECT_FALSE(seen("Mod", closed));
    EXPECT_TRUE(seen("Mod", open)) << "what was never decided waits on";
    EXPECT_TRUE(site().as("Ann").get("/privacy/retention").says("Cases of breaches of the Rule"));
}

TEST_P(BreachesTest, NothingIsHeldOfAForgottenPerson) {
    const auto id = decided({"suspended", in_days(5), "It was passed on."});
    ASSERT_TRUE(act("Bob", id, &Cases::appeal, {"Nobody read it."}));
    ASSERT_TRUE(act("Mod", id, &Cases::note, {"For the file."}));
    const auto forget = [&](const std::string& who) {
        const auto person = site().person(who);
        site().with_floor("Two", [&](const record::Floor& floor) {
            feature({.gate = leaving::Gate(), .base_url = ""}).forget.value(floor, person);
        });
    };
    for (const char* who : {"Ann", "Bob", "Mod"}) forget(who);
    const auto left = seen("Two", id).value();
    EXPECT_FALSE(left.reporter || left.reported || left.ruling->by);
    EXPECT_EQ(left.word + left.appeal, "");
    EXPECT_EQ(left.words, "Our log stood in a mail.") << "the report stays, without a name";
    EXPECT_TRUE(site().as("Two").get(path_to(id)).says("Former member")) << "of the note";
    EXPECT_FALSE(seen("Bob", id));
    EXPECT_TRUE(act("Two", id, &Cases::settle, {"reminder", "", "They are gone."}));
    EXPECT_TRUE(broken().empty());
}

TEST_P(BreachesTest, TwoPartsInOneCaseDoNotBecomeOnePerson) {
    decided({"warning", "", "It was passed on."});
    const auto refused = [&](const std::string& gone, const std::string& kept) {
        const identity::Merger merger{site().person(gone), site().person(kept)};
        bool is = false;
        site().with_floor("Two", [&](const record::Floor& floor) {
            is = feature({.gate = leaving::Gate(), .base_url = ""})
                     .merge.value(floor, merger)
                     .has_value();
        });
        return is;
    };
    EXPECT_TRUE(refused("Ann", "Bob"));
    EXPECT_TRUE(refused("Bob", "Mod"));
    EXPECT_TRUE(refused("Mod", "Ann"));
    EXPECT_FALSE(refused("Bob", "Pat"));
    EXPECT_FALSE(refused("Ann", "Cat"));
    EXPECT_TRUE(broken().empty());
}

TEST_P(BreachesTest, ThreeCasesTakeAsManyStatementsAsOne) {
    const auto statements = [&](const std::string& who) {
        std::int64_t taken = 0;
        site().with_floor(who, [&](const record::Floor& floor) {
            const auto before = floor.tx.statements();
            EXPECT_FALSE(Cases(floor).handled().empty() && Cases(floor).mine().empty());
            taken = floor.tx.statements() - before;
        });
        return taken;
    };
    report();
    const auto officer = statements("Mod"), reporter = statements("Ann");
    report();
    report();
    EXPECT_EQ(statements("Mod"), officer);
    EXPECT_EQ(statements("Ann"), reporter);
}

TEST_P(BreachesTest, TheCheckFindsACaseThatOneOfficerDecidedTwice) {
    const auto id = decided({"warning", "", "It was passed on."});
    ASSERT_TRUE(act("Bob", id, &Cases::appeal, {"Nobody read it."}));
    ASSERT_TRUE(act("Two", id, &Cases::settle, {"warning", "", "It stands."}));
    EXPECT_TRUE(broken().empty());
    static const sql::Query<sql::Nothing()> same{"test_same_officer",
                                                 "UPDATE breach_cases SET settled_by = decided_by"};
    site().database().write([&](sql::Tx& tx) { tx.run(same); });
    EXPECT_EQ(broken().size(), 1u);
}

}  // namespace
}  // namespace breaches
