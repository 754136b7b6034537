// Breaks every transaction at every statement, on both engines: a deed happens wholly or not at
// all.

#include "features/account/access.h"
#include "features/account/account.h"
#include "features/admin/admin.h"
#include "features/breaches/breaches.h"
#include "features/coverage/coverage.h"
#include "features/extracts/extracts.h"
#include "features/forum/desk.h"
#include "features/forum/voices.h"
#include "features/membership/sponsors.h"
#include "features/notices/feature.h"
#include "features/offices/offices.h"
#include "features/organisations/organisations.h"
#include "features/privacy/archive.h"
#include "features/rule/rule.h"
#include "features/sealing/sealing.h"
#include "platform/crypto/phrase.h"
#include "platform/sql/check.h"
#include "tests/support/snapshot.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace {

using forum::Desk;
using forum::Forum;
using testing_site::snapshot;

struct Broken : std::runtime_error {
    Broken() : std::runtime_error("broken on purpose") {}
};

// Passes statements on to a transaction, and throws instead of the one at `break_at` (from 1).
class Breaking final : public sql::Connection {
public:
    Breaking(sql::Tx& tx, int break_at) : tx_(tx), break_at_(break_at) {}

    sql::Engine engine() const override { return tx_.engine(); }
    std::int64_t run(const sql::Statement& statement, std::span<const sql::Value> values,
                     const Visit& visit) override {
        count();
        return tx_.run_text(statement, values, visit);
    }
    void run_script(const sql::Statement& script) override {
        count();
        tx_.run_script(script);
    }
    std::string version() override { return tx_.version(); }
    std::int64_t transaction_number() override { return tx_.transaction_number(); }
    std::int64_t settled_below() override { return tx_.settled_below(); }

    // The last thing before the commit: breaks there if it never broke before.
    void end() { count(); }

private:
    void count() {
        if (++statements_ == break_at_) throw Broken();
    }

    sql::Tx& tx_;
    const int break_at_;
    int statements_ = 0;
};

// A database in which writes break at one statement; 0: in which they work.
class BreakingDatabase final : public sql::Database {
public:
    explicit BreakingDatabase(sql::Database& inner) : inner_(inner) {}

    int break_at = 0;

    sql::Engine engine() const override { return inner_.engine(); }
    void read(const std::function<void(sql::Tx&)>& work) override { inner_.read(work); }
    void submit(sql::Work work, sql::Done done) override {
        inner_.submit(
            [work = std::move(work), at = break_at](sql::Tx& tx) {
                Breaking connection(tx, at);
                sql::Tx breaking(connection);
                const auto ending = work(breaking);
                if (ending == sql::Ending::commit) connection.end();
                return ending;
            },
            std::move(done));
    }
    void submit_read(sql::Read work, sql::Done done) override {
        inner_.submit_read(std::move(work), std::move(done));
    }
    void stop() override {}
    std::string description() const override { return inner_.description(); }

private:
    bool is_own_thread() const override { return false; }
    sql::Database& inner_;
};

struct Verb {
    std::string name;
    std::string who;
    std::function<void(const record::Floor&)> act;
};

template <class Result>
void done(const Result& result) {
    if (!result) throw std::logic_error("it was refused: " + result.error().sentence);
}

class FaultsTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Ann", {"ccio"});
        site().person("Bob", {"ccio"});
        site().person("Mia", {"ccio"}, {"moderator", "administrator"});
        site().person("Spo");
        topic_ = site().topic("Ann", "Hazard logs");
        post_ = site().reply("Ann", topic_, "We keep ours in a spreadsheet.");
        breaking_ = std::make_unique<BreakingDatabase>(site().database());
    }

    // What the checks of all features, and of the engine, say to the data as it is.
    std::string wrong() {
        std::string words;
        site().database().read([&](sql::Tx& tx) {
            words.clear();
            for (const auto& feature : site().house().features()) {
                for (const auto& sentence : feature.check.value(tx)) words += sentence + "; ";
            }
        });
        for (const auto& sentence : sql::broken_references(site().database())) words += sentence;
        return words;
    }

    void carry_out(const Verb& verb, int break_at) {
        const auto grants = app::grants(site().house().features());
        const auto id = site().person(verb.who);
        site().database().write([&](sql::Tx& tx) {
            const auto actor = identity::actor_of(tx, id, grants, identity::Assurance::two_factors);
            Breaking connection(tx, break_at);
            sql::Tx breaking(connection);
            verb.act(record::Floor{breaking, actor, site().clock().now()});
            connection.end();
        });
    }

    bool is_broken(const Verb& verb, int break_at) {
        try {
            carry_out(verb, break_at);
            return false;
        } catch (const Broken&) {
            return true;
        }
    }

    // Breaks it at its first statement, its second, … until it went through.
    void break_everywhere(const Verb& verb) {
        const auto before = snapshot(site().database());
        int at = 1;
        for (; is_broken(verb, at); ++at) {
            ASSERT_LT(at, 150) << verb.name;
            const auto after = snapshot(site().database());
            ASSERT_EQ(testing_site::difference(before, after), "")
                << verb.name << ", broken at statement " << at;
            ASSERT_EQ(wrong(), "") << verb.name << ", broken at statement " << at;
        }
        EXPECT_GT(at, 2) << verb.name << " ran no statement that could break";
        EXPECT_NE(testing_site::difference(before, snapshot(site().database())), "")
            << verb.name << " changed nothing";
        EXPECT_EQ(wrong(), "") << "after " << verb.name;
    }

    // `act` is given the feature, opened where it is carried out.
    template <class Feature = Forum>
    Verb in(std::string name, std::string who,
            std::type_identity_t<std::function<bool(Feature&)>> act) {
        return {std::move(name), std::move(who), [act](const record::Floor& floor) {
                    Feature feature(floor);
                    if (!act(feature)) throw std::logic_error("the verb was refused");
                }};
    }

    template <class Feature = Forum>
    Verb in_topic(std::string name, std::string who,
                  std::type_identity_t<std::function<bool(Feature&, const forum::Topic&)>> act) {
        return {std::move(name), std::move(who), [this, act](const record::Floor& floor) {
                    Feature feature(floor);
                    const auto topic = Forum(floor).topic(topic_);
                    if (!act(feature, topic)) throw std::logic_error("the verb was refused");
                }};
    }

    template <class Feature = Forum>
    Verb in_post(std::string name, std::string who,
                 std::type_identity_t<std::function<bool(Feature&, const forum::Post&)>> act) {
        return {std::move(name), std::move(who), [this, act](const record::Floor& floor) {
                    Feature feature(floor);
                    const auto post = Forum(floor).post(post_);
                    if (!act(feature, post)) throw std::logic_error("the verb was refused");
                }};
    }

    forum::TopicId topic_;
    forum::PostId post_;
    std::unique_ptr<BreakingDatabase> breaking_;
};
MOOTHALL_ON_BOTH_ENGINES(FaultsTest);

TEST_P(FaultsTest, WritingHappensWhollyOrNotAtAll) {
    using forum::Attention;
    using forum::Reaction;
    const std::vector<Verb> verbs = {
        in("start_topic", "Ann",
           [&](Forum& forum) {
               const auto draft = forum::TopicDraft{"Audio", "How long, @bob and @mia?"};
               return forum.start_topic(site().settled().safety, draft).has_value();
           }),
        in_topic("reply", "Bob",
                 [](Forum& forum, const forum::Topic& topic) {
                     return forum.reply(topic, {"A month, @ann.\n\n> #1\n> words"}).has_value();
                 }),
        in_post("edit", "Ann",
                [](Forum& forum, const forum::Post& post) {
                    return forum.edit(post, {"Ask @mia.", "1"}).has_value();
                }),
        in_post("react", "Bob",
                [](Forum& forum, const forum::Post& post) {
                    return forum.react(post, Reaction::thanks).has_value();
                }),
        in_post("react otherwise", "Mia",
                [](Forum& forum, const forum::Post& post) {
                    return forum.react(post, Reaction::useful).has_value();
                }),
        in_post("take a reaction back", "Bob",
                [](Forum& forum, const forum::Post& post) {
                    return forum.react(post, Reaction::thanks).has_value();
                }),
        in_topic("attend", "Mia",
                 [](Forum& forum, const forum::Topic& topic) {
                     return forum.attend(topic, Attention::muted).has_value();
                 }),
        in_topic("note_shown", "Mia",
                 [](Forum& forum, const forum::Topic& topic) {
                     forum.note_shown(topic, {1, 2});
                     return true;
                 }),
        in<Desk>("keep_draft", "Bob",
                 [](Desk& desk) {
                     return desk.keep_draft("topic:1", "", "Half a thought").has_value();
                 }),
        in<Desk>("drop_draft", "Bob",
                 [](Desk& desk) {
                     desk.drop_draft("topic:1");
                     return true;
                 }),
        in("catch_up", "Mia", [](Forum& forum) {
            forum.catch_up();
            return true;
        })};
    for (const Verb& verb : verbs) break_everywhere(verb);
}

TEST_P(FaultsTest, ModeratingHappensWhollyOrNotAtAll) {
    using forum::Moderation;
    using Step = base::Result<forum::TopicId> (Moderation::*)(const forum::Topic&);
    const auto step = [&](std::string name, Step verb) {
        return in_topic<Moderation>(std::move(name), "Mia",
                                    [verb](Moderation& moderation, const forum::Topic& topic) {
                                        return (moderation.*verb)(topic).has_value();
                                    });
    };
    const std::vector<Verb> verbs = {
        step("close", &Moderation::close),
        step("reopen", &Moderation::reopen),
        step("pin", &Moderation::pin),
        step("unpin", &Moderation::unpin),
        in_topic<Moderation>("hide a topic", "Mia",
                             [](Moderation& moderation, const forum::Topic& topic) {
                                 return moderation.hide(topic, {"Off the subject."}).has_value();
                             }),
        step("show a topic", &Moderation::show),
        in_post<Moderation>("hide a post", "Mia",
                            [](Moderation& moderation, const forum::Post& post) {
                                return moderation.hide(post, {"It named a person."}).has_value();
                            }),
        in_post<Moderation>("show a post", "Mia",
                            [](Moderation& moderation, const forum::Post& post) {
                                return moderation.show(post).has_value();
                            })};
    for (const Verb& verb : verbs) break_everywhere(verb);
}

TEST_P(FaultsTest, TheRuleChangesWhollyOrNotAtAll) {
    using forum::Ruling;
    const auto in_ruling = [&](std::string name, std::string who, auto act) {
        return in_topic<Ruling>(std::move(name), std::move(who), act);
    };
    const auto answers = [](bool is_yes) {
        return [is_yes](Ruling& ruling, const forum::Topic&) {
            return ruling.answer(ruling.asked_of_me().at(0), is_yes).has_value();
        };
    };
    const std::vector<Verb> verbs = {
        in_ruling("set the next rule", "Mia",
                  [](Ruling& ruling, const forum::Topic& topic) {
                      return ruling.set_next(topic, {"record"}).has_value();
                  }),
        in_post<Ruling>("allow naming", "Ann",
                        [](Ruling& ruling, const forum::Post& post) {
                            return ruling.allow_naming(post, true).has_value();
                        }),
        in_ruling("ask to loosen", "Mia",
                  [](Ruling& ruling, const forum::Topic& topic) {
                      return ruling.ask(topic, {"record", "1", "2", "For a report."}).has_value();
                  }),
        in_ruling("agree", "Ann", answers(true)),
        in_post<Ruling>("tighten a post", "Ann",
                        [](Ruling& ruling, const forum::Post& post) {
                            return ruling.tighten(post, {"rule"}).has_value();
                        }),
        in_ruling("ask again", "Mia",
                  [](Ruling& ruling, const forum::Topic& topic) {
                      return ruling.ask(topic, {"record", "1", "2", "More of it."}).has_value();
                  }),
        in_ruling("withdraw", "Mia",
                  [](Ruling& ruling, const forum::Topic& topic) {
                      return ruling.withdraw(ruling.of(topic).at(0)).has_value();
                  }),
        in_ruling("tighten a topic", "Mia",
                  [](Ruling& ruling, const forum::Topic& topic) {
                      return ruling.tighten(topic, {"closed"}).has_value();
                  }),
        in_ruling("ask for less", "Mia",
                  [](Ruling& ruling, const forum::Topic& topic) {
                      return ruling.ask(topic, {"rule", "1", "1", "For a report."}).has_value();
                  }),
        in_ruling("do not agree", "Ann", answers(false))};
    for (const Verb& verb : verbs) break_everywhere(verb);
}

TEST_P(FaultsTest, FoundingAndAccountsHappenWhollyOrNotAtAll) {
    const std::vector<Verb> verbs = {
        {"found a network", "Mia",
         [](const record::Floor& floor) {
             done(networks::Networks(floor).found(
                 {"pharm", "Pharmacists", "PHARM", "To talk.", "ccio"}));
         }},
        {"open an area", "Mia",
         [&](const record::Floor& floor) {
             done(networks::Networks(floor).open_area(site().settled().ccio,
                                                      {"audio", "Audio", "For this."}));
         }},
        {"read a trust file", "Mia",
         [](const record::Floor& floor) {
             const std::string line = "RAL,ROYAL FREE,Y56,QMJ,,,,LONDON,,NW3,,,,,,,,,,,,0,,H\n";
             done(organisations::Organisations(floor).import_trusts(
                 line + "R" + line + "RA7" + line.substr(3), base::parse_day("2021-07-31").value(),
                 organisations::Missing::accepted));
         }},
        {"add an organisation", "Mia",
         [](const record::Floor& floor) {
             done(organisations::Organisations(floor).add({"Acme", "supplier", "", "wales"}));
         }},
        {"say where one works", "Ann",
         [](const record::Floor& floor) {
             done(membership::Membership(floor).claim(
                 {"RAL", "ccio", "CCIO", "2021-01-01", "The board page."}));
         }},
        {"verify it", "Mia",
         [](const record::Floor& floor) {
             membership::Membership roll(floor);
             done(roll.verify(roll.waiting().at(0)));
         }},
        {"leave it", "Ann",
         [](const record::Floor& floor) {
             membership::Membership roll(floor);
             done(roll.end(roll.mine().at(0), {"2021-02-01"}));
         }},
        {"claim it anew", "Ann",
         [](const record::Floor& floor) {
             done(membership::Membership(floor).claim(
                 {"RAL", "ccio", "CCIO", "2021-03-01", "The board page."}));
         }},
        {"refuse it", "Mia",
         [](const record::Floor& floor) {
             membership::Membership roll(floor);
             done(roll.refuse(roll.waiting().at(0), {"It names another."}));
         }},
        {"appoint a chair", "Mia",
         [&](const record::Floor& floor) {
             done(offices::Offices(floor).appoint(site().id_of("Bob"), {"chair", "ccio"}));
         }},
        {"end an office", "Mia",
         [&](const record::Floor& floor) {
             offices::Offices all(floor);
             done(all.end(all.held_by(site().id_of("Bob")).at(0), {"The term is over."}));
         }},
        {"add a sponsor contact", "Mia",
         [](const record::Floor& floor) {
             done(membership::Sponsors(floor).add({"spo@example.org", "2099-12-31"}));
         }},
        {"change a sponsor contact", "Mia",
         [](const record::Floor& floor) {
             membership::Sponsors sponsors(floor);
             done(sponsors.change(sponsors.contacts().at(0), ""));
         }},
        {"end a sponsor contact", "Mia",
         [](const record::Floor& floor) {
             membership::Sponsors sponsors(floor);
             done(sponsors.end(sponsors.contacts().at(0), "Their contract is over."));
         }},
        {"note a consent", "Mia",
         [](const record::Floor& floor) {
             done(coverage::Coverage(floor).note_consent({"RAL", "By letter."}));
         }},
        {"withdraw a consent", "Mia",
         [](const record::Floor& floor) {
             coverage::Coverage coverage(floor);
             done(coverage.withdraw_consent(coverage.consents().at(0).organisation));
         }},
        {"say who succeeds", "Mia",
         [](const record::Floor& floor) {
             organisations::Organisations directory(floor);
             done(directory.succeed(directory.organisation("RAL"), {"RA7", "2021-08-01"}));
         }},
        {"end a succession", "Mia",
         [](const record::Floor& floor) {
             organisations::Organisations directory(floor);
             done(directory.end_succession(directory.organisation("RAL")));
         }},
        {"set the rule", "Mia",
         [&](const record::Floor& floor) {
             done(rule::Rule(floor).set(site().settled().safety, rule::State::closed));
         }},
        {"publish a text of the Rule", "Mia",
         [&](const record::Floor& floor) {
             done(rule::Texts(floor).publish({}, {"Keep it.", "yes", "", "1"}));
         }},
        {"accept it", "Ann",
         [](const record::Floor& floor) {
             done(rule::Acceptance(floor).accept({"2", ""}, "when asked"));
         }},
        {"withdraw from a network", "Ann",
         [&](const record::Floor& floor) {
             done(rule::Acceptance(floor).withdraw({site().settled().ccio}));
         }},
        {"enter it", "Ann",
         [&](const record::Floor& floor) {
             done(rule::Acceptance(floor).enter(site().settled().ccio, {"2", "0"}));
         }},
        {"ask for a link", "Ann",
         [](const record::Floor& floor) {
             const auto letter = account::Account(floor).ask_for_link("ann@example.org");
             if (!letter) throw std::logic_error("there is no letter");
         }},
        {"set a password", "Ann",
         [](const record::Floor& floor) { account::Account(floor).set_password("hash"); }},
        {"move to another address", "Ann",
         [](const record::Floor& floor) {
             account::Addresses addresses(floor);
             const auto letters = addresses.ask({"ann@new.example"});
             if (!letters) throw std::logic_error(letters.error().sentence);
             done(addresses.confirm(letters->confirm_token));
         }},
        {"sign in", "Ann",
         [&](const record::Floor& floor) {
             account::Account(floor).enter({floor.actor.id(), "password"});
         }},
        {"end all sessions", "Ann",
         [](const record::Floor& floor) { account::Account(floor).end_other_sessions({}); }},
        {"choose a look", "Ann",
         [](const record::Floor& floor) { (void)account::Account(floor).set_theme("dark"); }},
        {"draft a notice", "Mia",
         [&](const record::Floor& floor) {
             done(notices::Notices(floor).draft(site().settled().ccio, {"The vote", "Opens."}));
         }},
        {"change it", "Mia",
         [&](const record::Floor& floor) {
             notices::Notices notices(floor);
             const auto draft = notices.drafts(site().settled().ccio).at(0);
             done(notices.change(draft, {"The vote", "Opens on Monday."}));
         }},
        {"send it", "Mia",
         [&](const record::Floor& floor) {
             notices::Notices notices(floor);
             const auto& network = site().settled().ccio;
             done(notices.send(network, notices.drafts(network).at(0)));
         }},
        {"want none", "Ann",
         [&](const record::Floor& floor) {
             done(notices::Notices(floor).subscribe(site().settled().ccio, false));
         }},
        {"want them again", "Ann",
         [&](const record::Floor& floor) {
             done(notices::Notices(floor).subscribe(site().settled().ccio, true));
         }},
        {"queue its letters", "Mia",
         [&](const record::Floor& floor) {
             const auto sent = notices::Notices(floor).latest().at(0).id;
             notices::queue_letters(floor, {{"notice", sent.value}, {"after", 0}},
                                    {leaving::Gate(), "http://localhost"});
         }},
        {"consent", "Ann",
         [](const record::Floor& floor) {
             done(privacy::Consents(floor).give(privacy::privacy_notice, 1, "by a test"));
         }},
        {"withdraw it", "Ann",
         [](const record::Floor& floor) {
             done(privacy::Consents(floor).withdraw(privacy::privacy_notice));
         }},
        {"take an archive", "Ann",
         [](const record::Floor& floor) { privacy::Archives(floor).note_taken(); }},
        {"note a backup", "Mia", [](const record::Floor& floor) {
             admin::Administration(floor).note_backup({floor.now, 12, 3000, ""});
         }}};
    for (const Verb& verb : verbs) break_everywhere(verb);
}

TEST_P(FaultsTest, ACaseIsHandledWhollyOrNotAtAll) {
    using breaches::Cases;
    site().person("Two", {"ccio"}, {"moderator"});
    const auto until = base::iso_day(std::chrono::floor<base::days>(site().clock().now()) +
                                     base::days{9});
    const auto step = [](std::string name, std::string who, auto verb, auto draft) {
        return Verb{std::move(name), std::move(who), [verb, draft](const record::Floor& floor) {
                        Cases cases(floor);
                        const auto handled = cases.handled();
                        const auto all = handled.empty() ? cases.mine() : handled;
                        done((cases.*verb)(all.at(0), draft));
                    }};
    };
    const std::vector<Verb> verbs = {
        {"report a breach", "Bob",
         [&](const record::Floor& floor) {
             done(Cases(floor).report(
                 breaches::spot_of(Forum(floor).post(post_)),
                 {.kind = "forwarded", .words = "It was in a mail.", .came_out = "Yesterday",
                  .whom = "unknown", .handle = "", .named = "no"}));
         }},
        step("name a person", "Mia", &Cases::name, breaches::NameDraft{"@ann"}),
        step("ask for a word", "Mia", &Cases::ask, breaches::QuestionDraft{"Was it you?"}),
        step("give it", "Ann", &Cases::answer, breaches::WordDraft{"It was."}),
        step("note", "Mia", &Cases::note, breaches::NoteDraft{"It was."}),
        step("decide", "Mia", &Cases::decide,
             breaches::OutcomeDraft{"suspended", until, "It was."}),
        step("appeal against it", "Ann", &Cases::appeal, breaches::AppealDraft{"It was not."}),
        step("settle the appeal", "Two", &Cases::settle,
             breaches::OutcomeDraft{"reminder", "", "It was nearly not."}),
    };
    for (const Verb& verb : verbs) break_everywhere(verb);
}

TEST_P(FaultsTest, ANameIsSealedAndOpenedWhollyOrNotAtAll) {
    using sealing::Keys;
    using sealing::Openings;
    site().person("Man", {}, {"community_manager"});
    sealing::NameId name;
    const std::string mias = crypto::random_phrase(), mans = crypto::random_phrase(),
                      kept = crypto::random_phrase();
    const auto key = [](std::string who, std::string phrase) {
        return Verb{"make a key", std::move(who), [phrase](const record::Floor& floor) {
                        done(Keys(floor).make({phrase, phrase}));
                    }};
    };
    const auto ask = [&](std::string who, std::string phrase) {
        return Verb{"ask to open", std::move(who), [&name, phrase](const record::Floor& floor) {
                        Openings openings(floor);
                        done(openings.ask(openings.name(name),
                                          {"law", "A court asks.", phrase}));
                    }};
    };
    const std::vector<Verb> verbs = {
        key("Mia", mias),
        key("Man", mans),
        {"decide on a deposit", "Mia",
         [&](const record::Floor& floor) {
             done(Keys(floor).decide({"deposit", "The safe", kept, kept}));
         }},
        {"seal a name", "Ann",
         [&](const record::Floor& floor) {
             const Keys keys(floor);
             name = keys.keep(
                 keys.seal(floor.actor.id(), "a voice", {"Amber Heron", "/forum/1"}));
         }},
        ask("Mia", mias),
        {"decline", "Man",
         [](const record::Floor& floor) {
             Openings openings(floor);
             done(openings.decline(openings.all().at(0), {"It is none."}));
         }},
        ask("Mia", mias),
        {"agree", "Man",
         [&](const record::Floor& floor) {
             Openings openings(floor);
             done(openings.agree(openings.all().at(0), {mans}));
         }},
        {"retire a key", "Mia",
         [](const record::Floor& floor) {
             Keys keys(floor);
             done(keys.retire(keys.all().at(0), {"The paper is lost."}));
         }},
    };
    for (const Verb& verb : verbs) break_everywhere(verb);
}

TEST_P(FaultsTest, AnExtractIsTakenAndReleasedWhollyOrNotAtAll) {
    using extracts::Extracts;
    extracts::Workshop shop("localhost", {});
    site().person("Two", {"ccio"});
    const auto latest = [&](const record::Floor& floor, const auto& deed) {
        Extracts room(floor, shop);
        deed(room, room.all().at(0));
    };
    const auto step = [&](std::string name, std::string who,
                          base::Result<extracts::ExtractId> (Extracts::*verb)(
                              const extracts::Extract&)) {
        return Verb{std::move(name), std::move(who), [&, verb](const record::Floor& floor) {
                        latest(floor, [&](Extracts& room, const extracts::Extract& seen) {
                            done((room.*verb)(seen));
                        });
                    }};
    };
    const auto agree = [&](const record::Floor& floor) {
        extracts::Consents consents(floor, shop);
        const auto id = consents.asked_of_me().at(0).extract.id;
        done(consents.agree(consents.asked(id), {}));
    };
    const std::vector<Verb> verbs = {
        {"take an extract", "Bob",
         [&](const record::Floor& floor) {
             done(Extracts(floor, shop).take(Forum(floor).topic(topic_), {1, 2}));
         }},
        {"change it", "Bob",
         [&](const record::Floor& floor) {
             latest(floor, [](Extracts& room, const extracts::Extract& seen) {
                 const auto all = room.passages(seen);
                 done(room.change(seen, {"Logs", {{all.at(0).id, ""},
                                                  {all.at(1).id, "At 14:32 it was so."}}}));
             });
         }},
        {"keep a finding", "Bob",
         [&](const record::Floor& floor) {
             latest(floor, [](Extracts& room, const extracts::Extract& seen) {
                 const auto marks = room.marks(seen, room.passages(seen));
                 done(room.keep(seen, marks.at(0).key, {"It is a form's."}));
             });
         }},
        step("hand it on", "Bob", &Extracts::hand_on),
        step("take it back", "Bob", &Extracts::take_back),
        step("hand it on again", "Bob", &Extracts::hand_on),
        {"agree", "Ann", agree},
        {"send it back", "Two",
         [&](const record::Floor& floor) {
             latest(floor, [](Extracts& room, const extracts::Extract& seen) {
                 done(room.send_back(seen, {"Shorter."}));
             });
         }},
        step("hand it on for good", "Bob", &Extracts::hand_on),
        {"agree again", "Ann", agree},
        {"publish it", "Two",
         [&](const record::Floor& floor) {
             latest(floor, [](Extracts& room, const extracts::Extract& seen) {
                 const auto all = room.passages(seen);
                 done(room.publish(seen,
                                   extracts::what_is_read(seen, all, room.marks(seen, all))));
             });
         }},
        {"take a copy", "Ann", [&](const record::Floor& floor) {
             latest(floor, [](Extracts& room, const extracts::Extract& seen) {
                 done(room.copy(seen, extracts::Form::markdown));
             });
         }}};
    for (const Verb& verb : verbs) break_everywhere(verb);
}

TEST_P(FaultsTest, ABatchAppearsWhollyOrNotAtAll) {
    site().person("Man", {}, {"community_manager"});
    const std::string phrase = crypto::random_phrase();
    for (const char* who : {"Mia", "Man"}) {
        site().with_floor(who, [&](const record::Floor& floor) {
            const auto key = crypto::random_phrase();
            done(sealing::Keys(floor).make({key, key}));
        });
    }
    site().with_floor("Mia", [](const record::Floor& floor) {
        done(sealing::Keys(floor).decide({"nothing", "", "", ""}));
    });
    forum::Batch batch;
    const auto say = [&](const std::string& body) {
        site().with_floor("Ann", [&](const record::Floor& floor) {
            done(forum::Voices(floor, batch)
                     .say(Forum(floor).topic(topic_), {body, phrase, "", true}));
        });
    };
    const auto appear = [](std::string name, std::vector<forum::Held> held) {
        return Verb{std::move(name), "Mia", [held = std::move(held)](const record::Floor& floor) {
                        const auto worker = identity::Actor::worker("voices");
                        forum::publish({floor.tx, worker, floor.now}, held);
                    }};
    };
    say("Ours was wrong, @bob.");
    say("And the one before.");
    break_everywhere(appear("two posts of a new voice", batch.take_all()));
    site().with_floor("Ann", [&](const record::Floor& floor) {
        forum::Voices voices(floor, batch);
        const auto topic = Forum(floor).topic(topic_);
        const auto voice = voices.find(topic, phrase).value();
        const auto said = voices.fetch(topic, voice).said.at(0);
        done(voices.edit(topic, voice,
                         {std::to_string(said.number), std::to_string(said.version), "Better."}));
        done(voices.let_go(topic, voice));
    });
    break_everywhere(appear("an edit and a farewell", batch.take_all()));
    break_everywhere({"silence", "Mia", [&](const record::Floor& floor) {
                          const Forum forum(floor);
                          const auto posts = forum::posts_of(forum, forum.topic(topic_), 3, 1);
                          done(forum::Moderation(floor).silence(posts.at(0), {"It names one."}));
                      }});
}

TEST_P(FaultsTest, ThePurgeHappensWhollyOrNotAtAll) {
    (void)site().as("Ann");  // a session, and the link that made it
    site().clock().advance(base::days(40));
    break_everywhere({"purge", "Ann", [&](const record::Floor& floor) {
                          const auto worker = identity::Actor::worker("purge");
                          done(privacy::Purging({floor.tx, worker, floor.now})
                                   .run(app::retentions(site().house().features())));
                      }});
}

TEST_P(FaultsTest, ForgettingAPersonHappensWhollyOrNotAtAll) {
    site().in_forum("Bob", [&](Forum& forum) {
        (void)forum.react(forum.post(post_), forum::Reaction::thanks);
        (void)forum.reply(forum.topic(topic_), {"Noted, @ann."});
        return 0;
    });
    site().with_floor("Bob", [](const record::Floor& floor) {
        (void)Desk(floor).keep_draft("topic:new", "Title", "Body");
    });
    const auto bob = site().person("Bob");
    break_everywhere({"forget", "Mia", [&](const record::Floor& floor) {
                          for (const auto& feature : site().house().features()) {
                              feature.forget.value(floor, bob);
                          }
                      }});
}

TEST_P(FaultsTest, TwoAccountsBecomeOneWhollyOrNotAtAll) {
    site().in_forum("Bob", [&](Forum& forum) {
        (void)forum.react(forum.post(post_), forum::Reaction::thanks);
        (void)forum.reply(forum.topic(topic_), {"Noted, @ann."});
        return 0;
    });
    const identity::Merger merger{site().person("Bob"), site().person("Ann")};
    break_everywhere({"merge", "Ann", [&](const record::Floor& floor) {
                          for (const auto& feature : site().house().features()) {
                              if (feature.merge.value(floor, merger)) {
                                  throw std::logic_error("it was refused");
                              }
                          }
                      }});
}

// The same through the whole site: the answer says so, the text comes back, and the very same form
// can be sent again.
TEST_P(FaultsTest, AFormThatBrokeCanBeSentAgain) {
    auto bob = site().as("Bob");
    const auto page = bob.get(testing_site::path_of(topic_));
    const auto before = snapshot(site().database());
    app::House house(*breaking_, site().clock(), "http://localhost");
    site().answer_with(&house);
    int at = 1;
    for (;; ++at) {
        ASSERT_LT(at, 100);
        breaking_->break_at = at;
        const auto sent = bob.press(page, "/replies", {{"body", "My long words."}});
        if (sent.status() == 303) break;
        EXPECT_EQ(sent.status(), 500) << at;
        EXPECT_EQ(sent.find("textarea").text(), "My long words.") << at;
        ASSERT_EQ(testing_site::difference(before, snapshot(site().database())), "") << at;
    }
    EXPECT_GT(at, 8);
    site().answer_with(nullptr);
    EXPECT_TRUE(bob.get(testing_site::path_of(topic_)).has("#p3"));
    EXPECT_EQ(wrong(), "");
}

// What follows a fact follows it once, however often its listener was interrupted.
TEST_P(FaultsTest, InterruptedListenersLoseAndDoubleNothing) {
    site().listen();
    const auto letters = snapshot(site().database())["letters"].size();
    site().reply("Bob", topic_, "Ask @mia about the retention of audio.");
    int at = 1;
    for (bool is_broken = true; is_broken; ++at) {
        ASSERT_LT(at, 100);
        breaking_->break_at = at;
        app::House house(*breaking_, site().clock(), "http://localhost");  // after a restart
        is_broken = false;
        try {
            house.reader().catch_up();
        } catch (const Broken&) {
            is_broken = true;
        }
        ASSERT_EQ(wrong(), "") << at;
    }
    EXPECT_GT(at, 4);
    EXPECT_EQ(snapshot(site().database())["letters"].size(), letters + 1);
    const auto hits = site().in_forum("Ann", [](Forum& forum) {
        return forum.search("retention", false);
    });
    EXPECT_EQ(hits.rows.size(), 1u);
}

}  // namespace
