// The attacks that docs/rule.md lists, on a copy of all there is: database with its free pages and
// write-ahead log, backup, log, letters. In each trial a few members do the same visible things,
// and one of them, drawn by lot, speaks unattributed; each attacker says who. None finds more than
// by guessing; where a leak is planted each finds it; with both officers' keys all are found.

#include "features/forum/desk.h"
#include "features/forum/voices.h"
#include "features/sealing/seals.h"
#include "features/sealing/store.h"
#include "platform/base/log.h"
#include "platform/crypto/phrase.h"
#include "platform/identity/store.h"
#include "platform/sql/backup.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <random>

namespace {

using testing_site::Browser;
using testing_site::TestSite;

constexpr int members = 4;
constexpr int trials_all = 500;
constexpr int trials_of_a_site = 50;  // then a fresh one, so that files stay small

// What somebody sees who has a copy of all, and knows who was there in which order.
struct Copy {
    forum::TopicId topic;
    std::string body;                    // of the post that appeared
    std::int64_t post = 0;               // its number among all posts
    std::vector<std::int64_t> persons;   // the members, in the order of their visits
    std::vector<std::size_t> log_lines;  // during each one's visit
    std::vector<std::uint32_t> written;  // how often, to the write-ahead log, in each one’s visit
    std::string database, backup;        // bytes; "" where the engine keeps no files here
};

// A planted leak, to see that the attacker is one.
enum class Leak { none, order, reading, draft, session, log, pages, wal, backup, letters };

using Scores = std::vector<double>;  // of each member; the highest is accused, by lot among equals

struct Attacker {
    std::string name;
    Leak leak;  // the one it finds
    bool needs_files;
    std::function<Scores(sql::Tx&, const Copy&)> look;
};

template <class Look>
Scores for_each_person(const Copy& copy, Look&& look) {
    Scores scores;
    for (const auto person : copy.persons) scores.push_back(look(person));
    return scores;
}

// Whose number stands before the words of the post, wherever they stand in a file: as the engine
// writes it, or as a backup does. Before a draft's words it stands before its place.
Scores nearness(const std::string& bytes, const Copy& copy) {
    constexpr std::size_t before = 40;
    Scores scores(members, 0);
    for (auto at = bytes.find(copy.body); at != bytes.npos; at = bytes.find(copy.body, at + 1)) {
        const std::size_t from = at < before ? 0 : at - before;
        const auto around = std::string_view(bytes).substr(from, at - from);
        const auto place = around.rfind("topic:");
        for (std::size_t who = 0; who < members; ++who) {
            const char as_row = static_cast<char>(copy.persons[who]);
            const std::string in_backup = {'i', static_cast<char>(copy.persons[who] * 2)};
            const bool is_near = around.find(as_row) != around.npos ||
                                 around.find(in_backup) != around.npos;
            const bool is_draft = place != around.npos && place >= 4 &&
                                  (around[place - 1] == as_row ||
                                   around.substr(place - 4, 2) == in_backup);
            scores[who] += (is_near ? 0.001 : 0) + (is_draft ? 1 : 0);
        }
    }
    return scores;
}

// Whose mention or letter is missing: an ordinary reply leaves its author out.
const std::vector<Attacker>& attackers() {
    static const sql::Query<std::int64_t(std::int64_t, std::int64_t)> facts_before{"trial_facts",
                                                                                   R"(
        SELECT count(*) FROM facts f
         WHERE f.actor_id = $1 AND f.kind = 'forum.replied' AND f.subject_id = $2
           AND f.id = (SELECT max(id) FROM facts WHERE kind = 'forum.replied' AND subject_id = $2))"};
    static const sql::Query<std::int64_t(std::int64_t, std::int64_t)> read{"trial_reading", R"(
        SELECT coalesce(sum(read_number * 100 + own_after * 10 + attention), 0)
          FROM reading WHERE person_id = $1 AND topic_id = $2)"};
    static const sql::Query<std::int64_t(std::int64_t)> drafts{
        "trial_drafts", "SELECT count(*) FROM drafts WHERE person_id = $1"};
    static const sql::Query<std::int64_t(std::int64_t)> seen{
        "trial_sessions", "SELECT coalesce(max(seen_at), 0) FROM sessions WHERE person_id = $1"};
    static const sql::Query<std::int64_t(std::int64_t, std::int64_t)> told{"trial_letters", R"(
        SELECT (SELECT count(*) FROM mentions WHERE person_id = $1 AND post_id = $2)
               + (SELECT count(*) FROM letters WHERE person_id = $1))"};
    static const std::vector<Attacker> all = {
        {"row order and ids", Leak::order, false,
         [](sql::Tx& tx, const Copy& copy) {
             return for_each_person(copy, [&](std::int64_t person) {
                 return static_cast<double>(tx.one(facts_before, person, copy.topic.value));
             });
         }},
        {"read marks", Leak::reading, false,
         [](sql::Tx& tx, const Copy& copy) {
             return for_each_person(copy, [&](std::int64_t person) {
                 return static_cast<double>(tx.one(read, person, copy.topic.value));
             });
         }},
        {"drafts", Leak::draft, false,
         [](sql::Tx& tx, const Copy& copy) {
             return for_each_person(copy, [&](std::int64_t person) {
                 return -static_cast<double>(tx.one(drafts, person));
             });
         }},
        {"sessions", Leak::session, false,
         [](sql::Tx& tx, const Copy& copy) {
             return for_each_person(copy, [&](std::int64_t person) {
                 return static_cast<double>(tx.one(seen, person));
             });
         }},
        {"log lines", Leak::log, false,
         [](sql::Tx&, const Copy& copy) {
             return Scores(copy.log_lines.begin(), copy.log_lines.end());
         }},
        {"mail queue", Leak::letters, false,
         [](sql::Tx& tx, const Copy& copy) {
             return for_each_person(copy, [&](std::int64_t person) {
                 return -static_cast<double>(tx.one(told, person, copy.post));
             });
         }},
        {"free pages", Leak::pages, true,
         [](sql::Tx&, const Copy& copy) { return nearness(copy.database, copy); }},
        {"write-ahead log", Leak::wal, true,
         [](sql::Tx&, const Copy& copy) {
             return Scores(copy.written.begin(), copy.written.end());
         }},
        {"backups", Leak::backup, true,
         [](sql::Tx&, const Copy& copy) { return nearness(copy.backup, copy); }},
    };
    return all;
}

// The most and the least hits that guessing makes in all but one of a thousand such series.
std::pair<int, int> bounds(int trials) {
    const double p = 1.0 / members;
    std::vector<double> chance(static_cast<std::size_t>(trials) + 1);
    for (int k = 0; k <= trials; ++k) {
        chance[static_cast<std::size_t>(k)] = std::exp(
            std::lgamma(trials + 1) - std::lgamma(k + 1) - std::lgamma(trials - k + 1) +
            k * std::log(p) + (trials - k) * std::log(1 - p));
    }
    int least = 0, most = trials;
    for (double below = chance[0]; below < 0.0005; ++least) {
        below += chance[static_cast<std::size_t>(least) + 1];
    }
    for (double above = chance.back(); above < 0.0005; --most) {
        above += chance[static_cast<std::size_t>(most) - 1];
    }
    return {least, most};
}

std::string bytes_of(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string unpacked(const std::string& file) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(("gzip -dc " + file).c_str(), "r"),
                                                     &pclose);
    std::string bytes(1 << 16, '\0'), all;
    while (const auto count = fread(bytes.data(), 1, bytes.size(), pipe.get())) {
        all.append(bytes, 0, count);
    }
    return all;
}

class Community {
public:
    Community(sql::Engine engine, Leak leak) : site_(engine), leak_(leak) {
        for (int n = 0; n < members; ++n) {
            names_.push_back("Member " + std::string(1, static_cast<char>('A' + n)));
            site_.person(names_.back(), {"ccio"});
        }
        site_.person("Starter", {"ccio"});
        for (const char* who : {"Adm", "Man"}) {
            const auto role = std::string(who) == "Adm" ? "administrator" : "community_manager";
            site_.person(who, {"ccio"}, {role});
            phrases_.push_back(crypto::random_phrase());
            site_.with_floor(who, [&](const record::Floor& floor) {
                ASSERT_TRUE(sealing::Keys(floor).make({phrases_.back(), phrases_.back()}));
            });
        }
        site_.with_floor("Adm", [](const record::Floor& floor) {
            ASSERT_TRUE(sealing::Keys(floor).decide({"nothing", "", "", ""}));
        });
        for (const auto& name : names_) browsers_.push_back(site_.as(name));
        if (engine == sql::Engine::sqlite) file_ = site_.database().description();
        if (const auto at = file_.find('/'); at != file_.npos) file_ = file_.substr(at);
    }

    // One hour of it; gives who spoke, and what a thief finds.
    std::pair<std::size_t, Copy> live(int number, std::mt19937& lot) {
        site_.clock().advance(base::hours(8) + base::minutes(7));
        Copy copy;
        copy.topic = site_.topic("Starter", "Topic " + std::to_string(number), "What do you do?");
        copy.body = "Ours was wrong " + std::to_string(number) + " times";
        const auto speaker = std::uniform_int_distribution<std::size_t>(0, members - 1)(lot);
        std::vector<std::size_t> order(members);
        for (std::size_t who = 0; who < members; ++who) order[who] = who;
        std::ranges::shuffle(order, lot);
        std::size_t place = 0;
        for (std::size_t at = 0; at < members; ++at) {
            if (order[at] == speaker) place = at;
            visit(order[at], order[at] == speaker, copy);
        }
        if (leak_ == Leak::reading) note_reading(speaker, copy);
        site_.clock().advance(base::hours(2));
        site_.house().publish_due();
        site_.listen();
        steal(speaker, copy);
        return {place, std::move(copy)};
    }

    template <class Look>
    void read(Look&& look) {
        site_.database().read(look);
    }

    // Of each sealed name, in their order, whose it is.
    std::vector<identity::PersonId> opened() {
        std::vector<identity::PersonId> all;
        const auto first = sealing::key_of(phrases_[0]), second = sealing::key_of(phrases_[1]);
        site_.database().read([&](sql::Tx& tx) {
            all.clear();
            for (std::int64_t id = 1;; ++id) {
                const auto name = sealing::store::find_name(tx, sealing::NameId{id});
                if (!name) break;
                const auto bound =
                    sealing::bound_to(name->binding.bytes, {name->words, name->path});
                for (const auto& halves : sealing::store::halves_of(tx, name->id)) {
                    const auto one = first->open(halves.first.bytes);
                    const auto other = second->open(halves.second.bytes);
                    const auto who =
                        one && other ? sealing::named_by(*one, *other, bound) : std::nullopt;
                    all.push_back(who.value_or(identity::PersonId{}));
                }
            }
        });
        return all;
    }
    identity::PersonId id_of(std::size_t who) const { return site_.id_of(names_[who]); }
    std::size_t who_at(const Copy& copy, std::size_t place) const {
        for (std::size_t who = 0; who < members; ++who) {
            if (id_of(who).value == copy.persons[place]) return who;
        }
        return members;
    }

private:
    // Reads, begins a draft of something else, opens the page; and one of them speaks there.
    void visit(std::size_t who, bool speaks, Copy& copy) {
        auto& browser = browsers_[who];
        const auto topic = testing_site::path_of(copy.topic);
        const auto before = written_so_far();
        ::testing::internal::CaptureStderr();
        browser.get(topic + "-x");
        site_.with_floor(names_[who], [&](const record::Floor& floor) {
            ASSERT_TRUE(forum::Desk(floor).keep_draft("topic:new", "", "Something else"));
        });
        const auto form = browser.get(topic + "/unattributed");
        if (speaks) {
            const auto said = browser.press(
                form, "/unattributed",
                {{"body", copy.body + ", @member-a, @member-b, @member-c and @member-d."}});
            EXPECT_EQ(said.status(), 303) << said.body();
            plant(who, copy);
        }
        site_.house().site().wait_until_quiet();
        const auto log = ::testing::internal::GetCapturedStderr();
        copy.log_lines.push_back(static_cast<std::size_t>(std::ranges::count(log, '\n')));
        copy.written.push_back(written_so_far() - before);
        copy.persons.push_back(id_of(who).value);
    }

    // What an ordinary reply would have left behind.
    void plant(std::size_t who, const Copy& copy) {
        site_.with_floor(names_[who], [&](const record::Floor& floor) {
            forum::Desk desk(floor);
            if (leak_ == Leak::draft) desk.drop_draft("topic:new");
            if (leak_ == Leak::session) {
                floor.tx.run_script({"trial_leak",
                                     "UPDATE sessions SET seen_at = seen_at + 1 "
                                     "WHERE person_id = " +
                                         std::to_string(id_of(who).value)});
            }
            if (leak_ == Leak::wal || leak_ == Leak::pages || leak_ == Leak::backup) {
                (void)desk.keep_draft("topic:" + std::to_string(copy.topic.value), "", copy.body);
            }
        });
        if (leak_ == Leak::pages) {  // gone from the table, and not from the file
            site_.with_floor(names_[who], [&](const record::Floor& floor) {
                forum::Desk(floor).drop_draft("topic:" + std::to_string(copy.topic.value));
            });
        }
        if (leak_ == Leak::log) base::log::info("request", {{"route", "/forum/{topic}"}});
    }

    void note_reading(std::size_t speaker, const Copy& copy) {
        site_.with_floor(names_[speaker], [&](const record::Floor& floor) {
            forum::Forum forum(floor);
            (void)forum.attend(forum.topic(copy.topic), forum::Attention::followed);
        });
    }

    void steal(std::size_t speaker, Copy& copy) {
        static const sql::Query<std::int64_t(forum::TopicId)> last{
            "trial_post", "SELECT max(id) FROM posts WHERE topic_id = $1 AND voice_id IS NOT NULL"};
        site_.database().read([&](sql::Tx& tx) { copy.post = tx.one(last, copy.topic); });
        const auto speakers = std::to_string(id_of(speaker).value);
        site_.database().write([&](sql::Tx& tx) {
            if (leak_ == Leak::order) {
                tx.run_script(
                    {"trial_leak", "UPDATE facts SET actor_id = " + speakers +
                                       " WHERE kind = 'forum.replied' AND actor_id IS NULL "
                                       "AND subject_id = " +
                                       std::to_string(copy.topic.value)});
            }
            if (leak_ == Leak::letters) {
                tx.run_script({"trial_leak", "DELETE FROM mentions WHERE person_id = " + speakers +
                                                 " AND post_id = " + std::to_string(copy.post)});
            }
        });
        if (file_.empty()) return;
        copy.database = bytes_of(file_) + bytes_of(file_ + "-wal");
        const bool backs_up = leak_ == Leak::none || leak_ == Leak::backup;
        if (!backs_up) return;
        const std::string to = file_ + ".moothall";
        std::filesystem::remove(to);
        sql::back_up(site_.database(), to);
        copy.backup = unpacked(to);
    }

    // How many transactions have been written to the write-ahead log: its index counts them.
    std::uint32_t written_so_far() const {
        if (file_.empty()) return 0;
        std::ifstream stream(file_ + "-shm", std::ios::binary);
        std::array<char, 12> header{};
        stream.read(header.data(), header.size());
        std::uint32_t changes = 0;
        std::memcpy(&changes, header.data() + 8, sizeof changes);
        return changes;
    }

    TestSite site_;
    Leak leak_;
    std::vector<std::string> names_, phrases_;
    std::vector<Browser> browsers_;
    std::string file_;
};

std::size_t accused(const Scores& scores, std::mt19937& lot) {
    const double highest = *std::ranges::max_element(scores);
    std::vector<std::size_t> suspects;
    for (std::size_t who = 0; who < scores.size(); ++who) {
        if (scores[who] == highest) suspects.push_back(who);
    }
    return suspects[std::uniform_int_distribution<std::size_t>(0, suspects.size() - 1)(lot)];
}

struct Outcome {
    std::map<std::string, int> hits;  // by attacker
    int named = 0;                    // by both officers' keys
};

Outcome run(sql::Engine engine, Leak leak, int trials) {
    Outcome outcome;
    std::mt19937 lot(20270608 + static_cast<unsigned>(leak));
    for (int done = 0; done < trials;) {
        Community community(engine, leak);
        std::vector<identity::PersonId> spoke;
        for (int n = 0; n < trials_of_a_site && done < trials; ++n, ++done) {
            const auto [place, copy] = community.live(n, lot);
            spoke.push_back(community.id_of(community.who_at(copy, place)));
            for (const Attacker& attacker : attackers()) {
                if (attacker.needs_files && copy.database.empty()) continue;
                if (leak != Leak::none && attacker.leak != leak) continue;
                Scores scores;
                community.read([&](sql::Tx& tx) { scores = attacker.look(tx, copy); });
                outcome.hits[attacker.name] += accused(scores, lot) == place ? 1 : 0;
            }
        }
        const auto opened = community.opened();
        for (std::size_t at = 0; at < std::min(opened.size(), spoke.size()); ++at) {
            outcome.named += opened[at] == spoke[at] ? 1 : 0;
        }
    }
    return outcome;
}

class Trials : public ::testing::TestWithParam<sql::Engine> {
protected:
    static void SetUpTestSuite() { base::log::start(base::log::Level::info); }
    static void TearDownTestSuite() { base::log::start(base::log::Level::warning); }
};
MOOTHALL_ON_BOTH_ENGINES(Trials);

TEST_P(Trials, NoAttackOnACopyOfTheDataFindsMoreThanGuessing) {
    const int trials = GetParam() == sql::Engine::sqlite ? trials_all : trials_of_a_site * 2;
    const auto [least, most] = bounds(trials);
    const auto outcome = run(GetParam(), Leak::none, trials);
    EXPECT_EQ(outcome.hits.size(), GetParam() == sql::Engine::sqlite ? 9u : 6u);
    for (const auto& [name, hits] : outcome.hits) {
        EXPECT_GE(hits, least) << name;
        EXPECT_LE(hits, most) << name << " finds who spoke";
    }
    EXPECT_EQ(outcome.named, trials) << "with both officers' keys every author is found";
}

TEST_P(Trials, EachAttackFindsALeakThatIsPlanted) {
    constexpr int trials = 12;
    for (const Attacker& attacker : attackers()) {
        if (attacker.needs_files && GetParam() != sql::Engine::sqlite) continue;
        const auto outcome = run(GetParam(), attacker.leak, trials);
        EXPECT_GE(outcome.hits.at(attacker.name), trials - 1) << attacker.name;
    }
}

// A way that is remembered over signing in goes into a letter, and stays there.
TEST_P(Trials, NoLetterSaysWhoWantedToSpeakUnattributed) {
    TestSite site(GetParam());
    site.person("Ann", {"ccio"});
    const auto topic = site.topic("Ann", "Hazard logs", "What do you do?");
    auto visitor = site.visitor();
    const auto asking = visitor.follow(
        visitor.get(testing_site::path_of(topic) + "/unattributed"));
    EXPECT_EQ(visitor.press(asking, "/sign-in", {{"email", "ann@example.org"}}).status(), 303);
    site.house().site().wait_until_quiet();
    static const sql::Query<std::int64_t()> all{"trial_ways", "SELECT count(*) FROM letters"};
    static const sql::Query<std::int64_t()> said{
        "trial_ways_said",
        "SELECT count(*) FROM letters WHERE text LIKE '%nattributed%' OR html LIKE "
        "'%nattributed%'"};
    site.database().read([&](sql::Tx& tx) {
        EXPECT_GE(tx.one(all), 1);
        EXPECT_EQ(tx.one(said), 0);
    });
    if (GetParam() != sql::Engine::sqlite) return;
    std::string file = site.database().description();
    file = file.substr(file.find('/'));
    const auto bytes = bytes_of(file) + bytes_of(file + "-wal");
    EXPECT_NE(bytes.find("ann@example.org"), bytes.npos);
    for (const char* way : {"%2Funattributed", "/unattributed"}) {
        EXPECT_EQ(bytes.find(way), bytes.npos) << way;
    }
}

TEST(TrialBounds, AreThoseOfTheBinomialDistribution) {
    const auto [least, most] = bounds(500);
    EXPECT_EQ(least, 94);
    EXPECT_EQ(most, 158);
}

}  // namespace
