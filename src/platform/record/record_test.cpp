// Facts: added in the transaction of the deed, read in order, none skipped, none heard twice.

#include "platform/record/history.h"
#include "platform/record/reader.h"
#include "platform/record/store.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <limits>
#include <thread>

namespace record {
namespace {

using testing_site::SiteTest;
using Numbers = std::vector<std::int64_t>;

struct Happened {
    static constexpr std::string_view kind = "test.happened";
    std::int64_t number;

    std::int64_t subject() const { return number; }
    Details details() const { return {{"number", number}, {"words", "It happened."}}; }
};

bool is_ours(std::string_view kind) { return kind == Happened::kind; }

void add(sql::Tx& tx, std::int64_t number, base::Instant now) {
    Record(tx, {}, now).add(Happened{number});
}

bool becomes_true(const std::function<bool()>& condition) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

// What listeners write down: in the transaction that moves their cursor.
const sql::Query<sql::Nothing(std::int64_t)> heard_added("heard_added", R"(
    INSERT INTO heard (number, place)
    SELECT CAST($1 AS BIGINT), count(*) FROM heard)");
const sql::Query<std::int64_t()> heard_all("heard_all", "SELECT number FROM heard ORDER BY place");
const sql::Query<sql::Nothing()> nothing_heard("nothing_heard", R"(
    INSERT INTO heard (number, place)
    VALUES (NULL, NULL))");
// The cursor that everybody writes first: the highest id seen so far.
const sql::Query<std::int64_t(std::int64_t)> naively_after("naively_after", R"(
    SELECT id FROM facts WHERE id > $1 ORDER BY id)");

class RecordTest : public SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        if (HasFatalFailure()) return;
        database().write([](sql::Tx& tx) {
            tx.run_script({"heard_made", "CREATE TABLE heard (number BIGINT NOT NULL, "
                                         "place BIGINT NOT NULL)"});
        });
        database().read([this](sql::Tx& tx) { beginning_ = store::newest(tx); });
    }

    sql::Database& database() { return site().database(); }
    void add_each(std::int64_t first, std::int64_t last) {
        for (auto number = first; number <= last; ++number) {
            database().write([&](sql::Tx& tx) { add(tx, number, site().clock().now()); });
        }
    }
    Reader reader(std::vector<Listener> listeners, std::vector<Watcher> watchers = {}) {
        return {database(), site().clock(), std::move(listeners), std::move(watchers)};
    }
    static Listener writing_down(const std::string& name = "test.heard") {
        return {name, [](const Floor& floor, const StoredFact& fact) {
                    if (is_ours(fact.kind)) floor.tx.run(heard_added, fact.subject);
                }};
    }
    // Breaks its transaction too, as what a database refuses does.
    static Listener stumbling_over(const Numbers& stones) {
        return {"test.heard", [stones](const Floor& floor, const StoredFact& fact) {
                    if (!is_ours(fact.kind)) return;
                    floor.tx.run(heard_added, fact.subject);
                    if (std::ranges::find(stones, fact.subject) == stones.end()) return;
                    floor.tx.run(nothing_heard);
                }};
    }
    // Until it gives the fact up over which it stumbles.
    static void stumble(Reader& reader) {
        for (int i = 0; i < Reader::tries_max; ++i) {
            EXPECT_THROW(reader.catch_up(), std::exception) << i;
        }
    }
    Numbers aside() {
        Numbers numbers;
        database().read([&](sql::Tx& tx) {
            numbers.clear();
            for (const auto& row : store::set_aside_after(tx, "", {}, 100)) {
                numbers.push_back(store::find_fact(tx, row.fact)->subject);
            }
        });
        return numbers;
    }
    Numbers heard() {
        Numbers all;
        database().read([&](sql::Tx& tx) { all = tx.all(heard_all); });
        return all;
    }
    store::Cursor beginning_;
};
MOOTHALL_ON_BOTH_ENGINES(RecordTest);

Numbers up_to(std::int64_t last) {
    Numbers all;
    for (std::int64_t number = 1; number <= last; ++number) all.push_back(number);
    return all;
}

// ---- details ----

TEST(Details, ComeBackAsTheyWereStored) {
    const Details details{{"quote", "She said \"no\"\\\n\tand left"},
                          {"far", "Zoë 👩🏽‍⚕️ 漢字"},
                          {"least", std::numeric_limits<std::int64_t>::min()},
                          {"most", std::numeric_limits<std::int64_t>::max()},
                          {"none", ""}};
    const Details back = Details::parse(details.json());
    EXPECT_EQ(back.text("quote"), "She said \"no\"\\\n\tand left");
    EXPECT_EQ(back.text("far"), "Zoë 👩🏽‍⚕️ 漢字");
    EXPECT_EQ(back.integer("least"), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(back.integer("most"), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(back.text("none"), "");
    EXPECT_EQ(back.json(), details.json());
}

TEST(Details, WhatIsNotThereIsEmpty) {
    const Details details{{"number", 7}, {"text", "seven"}};
    EXPECT_EQ(details.integer("text"), 0);
    EXPECT_EQ(details.text("number"), "");
    EXPECT_EQ(details.integer("other"), 0);
    EXPECT_EQ(Details::parse("{}").text("other"), "");
}

TEST(Details, BrokenOnesAreNotReadAsSomethingElse) {
    EXPECT_ANY_THROW(Details::parse("{\"number\":"));
    EXPECT_ANY_THROW(Details::parse("{\"number\":{}}"));
}

// ---- the record ----

TEST_P(RecordTest, FactsAreReadInTheOrderTheyWereAdded) {
    add_each(1, 3);
    database().write([&](sql::Tx& tx) {
        add(tx, 4, site().clock().now());
        add(tx, 5, site().clock().now());
    });
    database().read([&](sql::Tx& tx) {
        Numbers all;
        auto cursor = beginning_;
        for (const int at_once : {2, 2, 2}) {
            for (const auto& row : store::facts_after(tx, cursor, at_once)) {
                all.push_back(row.subject);
                cursor = {row.transaction, row.id.value};
            }
        }
        EXPECT_EQ(all, up_to(5));
        EXPECT_TRUE(store::facts_after(tx, cursor, 10).empty());
    });
}

TEST_P(RecordTest, AHistorySaysWhoWhatAndWhen) {
    site().person("Ann");
    site().with_floor("Ann", [](const Floor& floor) { floor.record().add(Happened{42}); });
    database().read([&](sql::Tx& tx) {
        const auto told = history(tx, "test.", 42, 10);
        ASSERT_EQ(told.size(), 1u);
        EXPECT_EQ(told.front().actor_name, "Ann");
        EXPECT_EQ(told.front().kind, "test.happened");
        EXPECT_EQ(told.front().at, site().clock().now());
        EXPECT_EQ(told.front().details.text("words"), "It happened.");
        EXPECT_TRUE(history(tx, "other.", 42, 10).empty());
    });
}

TEST_P(RecordTest, AHistoryIsOfOneThingTheNewestFirst) {
    site().person("Ann");
    site().person("Bob");
    site().with_floor("Ann", [](const Floor& floor) { floor.record().add(Happened{42}); });
    site().with_floor("Bob", [](const Floor& floor) {
        floor.record().add(Happened{42});
        floor.record().add(Happened{43});
    });
    add_each(42, 42);  // a worker's
    database().read([&](sql::Tx& tx) {
        std::vector<std::string> names;
        for (const auto& told : history(tx, "test.", 42, 10)) names.push_back(told.actor_name);
        EXPECT_EQ(names, (std::vector<std::string>{"", "Bob", "Ann"}));
        EXPECT_EQ(history(tx, "test.", 42, 2).size(), 2u);
    });
}

TEST_P(RecordTest, AFactGoesWithItsDeed) {
    EXPECT_THROW(database().write([&](sql::Tx& tx) {
        add(tx, 1, site().clock().now());
        throw std::runtime_error("the deed failed");
    }),
                 std::runtime_error);
    database().read([&](sql::Tx& tx) {
        EXPECT_TRUE(store::facts_after(tx, beginning_, 10).empty());
    });
}

// ---- listeners ----

TEST_P(RecordTest, AListenerHearsEveryFactOnceInOrder) {
    auto first = reader({writing_down()});
    add_each(1, 3);
    first.catch_up();
    add_each(4, 5);
    auto after_a_restart = reader({writing_down()});
    after_a_restart.catch_up();
    after_a_restart.catch_up();
    EXPECT_EQ(heard(), up_to(5));
}

TEST_P(RecordTest, MoreFactsThanFitInOneGoAreAllHeard) {
    const std::int64_t many = 2 * Reader::facts_at_once_max + 1;
    database().write([&](sql::Tx& tx) {
        for (std::int64_t i = 1; i <= many; ++i) add(tx, i, site().clock().now());
    });
    reader({writing_down()}).catch_up();
    EXPECT_EQ(heard(), up_to(many));
}

TEST_P(RecordTest, AListenerThatThrowsHearsTheFactAgainAndSkipsNone) {
    int troubles = 2;
    Numbers told;
    const Listener stumbling{"test.heard", [&](const Floor& floor, const StoredFact& fact) {
                                 if (!is_ours(fact.kind)) return;
                                 told.push_back(fact.subject);
                                 floor.tx.run(heard_added, fact.subject);
                                 if (fact.subject == 3 && troubles-- > 0) {
                                     throw std::runtime_error("not now");
                                 }
                             }};
    auto stumbler = reader({stumbling});
    add_each(1, 5);
    EXPECT_THROW(stumbler.catch_up(), std::runtime_error);
    EXPECT_TRUE(heard().empty()) << "what it did goes back with its cursor";
    EXPECT_THROW(stumbler.catch_up(), std::runtime_error);
    EXPECT_EQ(heard(), (Numbers{1, 2})) << "what came before it does not wait";
    stumbler.catch_up();
    EXPECT_EQ(told, (Numbers{1, 2, 3, 1, 2, 3, 3, 4, 5}));
    EXPECT_EQ(heard(), up_to(5));
    EXPECT_TRUE(aside().empty());
}

TEST_P(RecordTest, AFactThatCannotBeHeardIsSetAsideAndTheOthersAreHeardInOrder) {
    auto first = reader({stumbling_over({3})});
    add_each(1, 6);
    stumble(first);
    EXPECT_EQ(heard(), (Numbers{1, 2}));
    first.catch_up();
    EXPECT_EQ(heard(), (Numbers{1, 2, 4, 5, 6}));
    EXPECT_EQ(aside(), (Numbers{3}));
    add_each(7, 7);
    reader({writing_down()}).catch_up();
    EXPECT_EQ(heard(), (Numbers{1, 2, 4, 5, 6, 7})) << "nor does a restart bring it back";
    EXPECT_EQ(aside(), (Numbers{3}));
}

TEST_P(RecordTest, WhatIsSetAsideSaysByWhomAndWhy) {
    auto broken = reader({{"test.broken", [](const Floor&, const StoredFact& fact) {
                               if (is_ours(fact.kind)) throw std::runtime_error("Not\nthis one.");
                           }}});
    add_each(1, 1);
    stumble(broken);
    broken.catch_up();
    database().read([&](sql::Tx& tx) {
        const auto rows = store::set_aside_after(tx, "", {}, 10);
        ASSERT_EQ(rows.size(), 1u);
        EXPECT_EQ(rows.front().listener, "test.broken");
        EXPECT_EQ(rows.front().reason, "Not this one.");
        EXPECT_EQ(rows.front().at, site().clock().now());
        EXPECT_EQ(store::count_set_aside(tx), 1);
    });
}

TEST_P(RecordTest, SeveralThatCannotBeHeardAreSetAsideOneAfterTheOther) {
    auto first = reader({stumbling_over({1, 2, 5}), writing_down("test.other")});
    add_each(1, 5);
    for (int i = 0; i < 3; ++i) stumble(first);
    first.catch_up();
    EXPECT_EQ(aside(), (Numbers{1, 2, 5}));
    EXPECT_EQ(heard(), (Numbers{3, 4, 1, 2, 3, 4, 5})) << "the other listener hears all";
}

TEST_P(RecordTest, ADatabaseThatIsAwaySetsNothingAside) {
    int troubles = 3 * Reader::tries_max;
    const Listener waiting{"test.heard", [&](const Floor& floor, const StoredFact& fact) {
                               if (!is_ours(fact.kind)) return;
                               if (troubles-- > 0) throw base::Unavailable("The disk is full.");
                               floor.tx.run(heard_added, fact.subject);
                           }};
    auto patient = reader({waiting});
    add_each(1, 3);
    while (troubles > 0) EXPECT_THROW(patient.catch_up(), base::Unavailable);
    patient.catch_up();
    EXPECT_EQ(heard(), up_to(3));
    EXPECT_TRUE(aside().empty());
}

TEST_P(RecordTest, AFactThatCannotBeReadIsSetAsideToo) {
    database().write([&](sql::Tx& tx) {
        store::append(tx, {.at = site().clock().now(),
                           .kind = std::string(Happened::kind),
                           .subject = 1,
                           .details = "{\"number\":"});
    });
    add_each(2, 2);
    auto reading = reader({writing_down()});
    stumble(reading);
    reading.catch_up();
    EXPECT_EQ(heard(), (Numbers{2}));
    EXPECT_EQ(aside(), (Numbers{1}));
}

TEST_P(RecordTest, WhatWasSetAsideIsHeardAgainWhenItCanBe) {
    auto first = reader({stumbling_over({2, 3})});
    add_each(1, 4);
    stumble(first);
    stumble(first);
    first.catch_up();
    const auto in_vain = first.retry();
    EXPECT_EQ(in_vain.heard, 0);
    EXPECT_EQ(in_vain.failed, 2);
    EXPECT_EQ(aside(), (Numbers{2, 3}));
    auto half_mended = reader({stumbling_over({3})});
    const auto in_part = half_mended.retry();
    EXPECT_EQ(in_part.heard, 1);
    EXPECT_EQ(in_part.failed, 1);
    EXPECT_EQ(heard(), (Numbers{1, 4, 2}));
    EXPECT_EQ(aside(), (Numbers{3}));
    auto without_it = reader({writing_down("test.other")});
    EXPECT_EQ(without_it.retry().failed, 0) << "nobody waits for what its listener left behind";
    EXPECT_TRUE(aside().empty());
    EXPECT_EQ(heard(), (Numbers{1, 4, 2}));
}

TEST_P(RecordTest, AListenerThatThrowsDoesNotHoldUpTheOthers) {
    const Listener broken{"test.broken", [](const Floor&, const StoredFact& fact) {
                              if (is_ours(fact.kind)) throw std::runtime_error("never");
                          }};
    auto both = reader({broken, writing_down()});
    add_each(1, 3);
    both.start();
    both.nudge();
    EXPECT_TRUE(becomes_true([&] { return heard() == up_to(3); }));
    both.stop();
}

TEST_P(RecordTest, TwoReadersAtOnceMoveOneCursor) {
    const std::int64_t many = 3 * Reader::facts_at_once_max;
    database().write([&](sql::Tx& tx) {
        for (std::int64_t i = 1; i <= many; ++i) add(tx, i, site().clock().now());
    });
    auto one = reader({writing_down()});
    auto other = reader({writing_down()});
    std::promise<void> go;
    const auto gone = go.get_future().share();
    const auto catch_up = [gone](Reader& each) {
        gone.wait();
        each.catch_up();
    };
    auto first = std::async(std::launch::async, catch_up, std::ref(one));
    auto second = std::async(std::launch::async, catch_up, std::ref(other));
    go.set_value();
    first.get();
    second.get();
    EXPECT_EQ(heard(), up_to(many));
}

TEST_P(RecordTest, AWatcherSeesOnlyWhatComesAfterItsStart) {
    add_each(1, 2);
    std::mutex mutex;
    Numbers seen;
    const auto watcher = [&](const StoredFact& fact) {
        const std::scoped_lock lock(mutex);
        if (is_ours(fact.kind)) seen.push_back(fact.subject);
    };
    auto watching = reader({writing_down()}, {watcher});
    watching.start();
    ASSERT_TRUE(becomes_true([&] { return heard() == up_to(2); }));  // it has begun
    add_each(3, 5);
    watching.nudge();
    EXPECT_TRUE(becomes_true([&] {
        const std::scoped_lock lock(mutex);
        return seen.size() >= 3;
    }));
    watching.stop();
    EXPECT_EQ(seen, (Numbers{3, 4, 5}));
}

// ---- PostgreSQL: numbers are taken in one order and committed in another ----

class CommitOrder : public RecordTest {
protected:
    // Begins a transaction that adds a fact, and holds it open until told to end.
    void begin_slowly(std::int64_t number, sql::Ending ending) {
        auto gate = let_go_.get_future().share();
        auto told = std::make_shared<std::atomic<bool>>(false);  // shared: the work may run again
        database().submit(
            [this, number, ending, gate, told](sql::Tx& tx) {
                add(tx, number, site().clock().now());
                if (!told->exchange(true)) begun_.set_value();
                gate.wait();
                return ending;
            },
            [this](std::exception_ptr trouble) {
                if (trouble) ended_.set_exception(trouble);
                else ended_.set_value();
            });
        begun_.get_future().get();
    }
    void end_it() {
        let_go_.set_value();
        ended_.get_future().get();
    }
    Numbers naively(std::int64_t& cursor) {
        Numbers ids;
        database().read([&](sql::Tx& tx) { ids = tx.all(naively_after, cursor); });
        if (!ids.empty()) cursor = ids.back();
        return ids;
    }

private:
    std::promise<void> begun_, let_go_, ended_;
};
INSTANTIATE_TEST_SUITE_P(On, CommitOrder, ::testing::Values(sql::Engine::postgresql),
                         sql::testing::engine_name);

TEST_P(CommitOrder, AFactThatCommitsLateIsNotSkipped) {
    auto listening = reader({writing_down()});
    listening.catch_up();
    std::int64_t naive_cursor = beginning_.id;
    begin_slowly(1, sql::Ending::commit);  // takes the lower id, and is not done yet
    add_each(2, 2);                        // takes the higher id, and is done at once
    EXPECT_EQ(naively(naive_cursor).size(), 1u) << "a naive reader passes the open one by";
    listening.catch_up();
    EXPECT_EQ(heard(), Numbers()) << "ours waits for it";
    end_it();
    EXPECT_EQ(naively(naive_cursor).size(), 0u) << "the naive reader never hears of it: the trap";
    listening.catch_up();
    EXPECT_EQ(heard(), up_to(2));
}

TEST_P(CommitOrder, WhatComesToNothingLeavesNoGapToWaitFor) {
    auto listening = reader({writing_down()});
    listening.catch_up();
    begin_slowly(1, sql::Ending::roll_back);
    add_each(2, 3);
    listening.catch_up();
    EXPECT_EQ(heard(), Numbers());
    end_it();
    EXPECT_TRUE(becomes_true([&] {  // the server is told, but not waited for
        listening.catch_up();
        return heard() == Numbers{2, 3};
    }));
}

}  // namespace
}  // namespace record
