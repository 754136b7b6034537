#include "platform/jobs/worker.h"

#include "app/migrations.h"
#include "platform/jobs/queue.h"
#include "platform/jobs/schedule.h"
#include "platform/jobs/store.h"
#include "platform/sql/test_database.h"

#include <array>
#include <atomic>
#include <chrono>
#include <latch>
#include <stdexcept>
#include <thread>

namespace jobs {

namespace {

const base::Instant start_of_test{std::chrono::seconds(1'800'000'000)};

struct JobState {
    int attempts = 0;
    std::string last_error;
    bool is_done = false;
    bool is_dead = false;
    base::Instant run_at;
};
const sql::Query<JobState(std::int64_t)> job_state{"test_job_state", R"(
    SELECT attempts, last_error, CASE WHEN done_at IS NULL THEN 0 ELSE 1 END,
           CASE WHEN dead_at IS NULL THEN 0 ELSE 1 END, run_at
      FROM jobs
     WHERE id = $1)"};
const sql::Query<std::int64_t()> jobs_counted{"test_jobs_counted", "SELECT count(*) FROM jobs"};
const sql::Query<std::string(std::string_view)> schedule_error{
    "test_schedule_error", "SELECT last_error FROM schedules WHERE name = $1"};

class JobsTest : public sql::testing::OnBothEngines {
protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (HasFatalFailure()) return;
        sql::migrate(database(), app::migrations());
    }

    JobId put(std::string_view kind, const record::Details& payload = {},
              base::microseconds later = {}) {
        JobId id;
        database().write([&](sql::Tx& tx) {
            const auto actor = identity::Actor::worker("test");
            const record::Floor floor{tx, actor, clock_.now()};
            id = enqueue(floor, kind, payload, clock_.now() + later);
        });
        return id;
    }

    JobState state(JobId id) {
        JobState state;
        database().read([&](sql::Tx& tx) { state = tx.one(job_state, id.value); });
        return state;
    }

    Counters counted() {
        Counters counted;
        database().read([&](sql::Tx& tx) { counted = counters(tx, clock_.now()); });
        return counted;
    }

    base::FrozenClock clock_{start_of_test};
};
MOOTHALL_ON_BOTH_ENGINES(JobsTest);

TEST_P(JobsTest, ADueJobIsRunOnceWithItsPayload) {
    std::vector<std::int64_t> seen;
    Worker worker(database(), clock_, {{"mail.send", [&](const record::Details& payload) {
                                            seen.push_back(payload.integer("letter"));
                                        }}});
    const JobId job = put("mail.send", {{"letter", 7}});
    put("mail.send", {{"letter", 8}}, base::minutes(5));
    EXPECT_EQ(worker.run_due(), 1);
    EXPECT_EQ(seen, (std::vector<std::int64_t>{7}));
    EXPECT_TRUE(state(job).is_done);
    EXPECT_EQ(worker.run_due(), 0);
    clock_.advance(base::minutes(5));
    EXPECT_EQ(worker.run_due(), 1);
    EXPECT_EQ(seen, (std::vector<std::int64_t>{7, 8}));
}

TEST_P(JobsTest, AJobOfARolledBackDeedDoesNotExist) {
    EXPECT_THROW(database().write([&](sql::Tx& tx) {
        const auto actor = identity::Actor::worker("test");
        enqueue(record::Floor{tx, actor, clock_.now()}, "mail.send", {}, clock_.now());
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(counted().waiting, 0);
}

TEST_P(JobsTest, ABadJobNeitherStopsTheOthersNorIsForgotten) {
    int good = 0;
    Worker worker(database(), clock_,
                  {{"bad",
                    [](const record::Details&) { throw std::runtime_error("refused\nline"); }},
                   {"good", [&](const record::Details&) { ++good; }}});
    const JobId bad = put("bad");
    put("good");
    const JobId unknown = put("unheard.of");
    put("good");
    EXPECT_EQ(worker.run_due(), 4);
    EXPECT_EQ(good, 2);
    EXPECT_EQ(state(bad).last_error, "refused line");
    EXPECT_EQ(state(bad).attempts, 1);
    EXPECT_FALSE(state(bad).is_done);
    EXPECT_GE(state(bad).run_at, start_of_test + pause_min);
    EXPECT_FALSE(state(unknown).is_done);
    EXPECT_EQ(counted().waiting, 2);
}

TEST_P(JobsTest, AfterTwelveTriesAJobIsDead) {
    int tries = 0;
    Worker worker(database(), clock_, {{"bad", [&](const record::Details&) {
                                            ++tries;
                                            throw std::runtime_error("never");
                                        }}});
    const JobId job = put("bad");
    for (int i = 0; i < 40; ++i) {
        worker.run_due();
        clock_.advance(base::hours(8));
    }
    EXPECT_EQ(tries, tries_max);
    EXPECT_TRUE(state(job).is_dead);
    EXPECT_EQ(counted().dead, 1);
    EXPECT_EQ(counted().waiting, 0);
}

TEST_P(JobsTest, AJobWhoseNodeDiedRunsAgainAfterItsLeaseButNotForEver) {
    int runs = 0;
    Worker worker(database(), clock_, {{"job", [&](const record::Details&) { ++runs; }}});
    const JobId job = put("job");
    const auto die_with_it = [&] {
        database().write([&](sql::Tx& tx) {
            EXPECT_TRUE(store::claim(tx, clock_.now(), clock_.now() + lease));
        });
    };
    die_with_it();
    EXPECT_EQ(worker.run_due(), 0);
    clock_.advance(lease);
    for (int i = 1; i < tries_max; ++i) {
        die_with_it();
        clock_.advance(lease);
    }
    EXPECT_EQ(worker.run_due(), 1);
    EXPECT_EQ(runs, 0);
    EXPECT_TRUE(state(job).is_dead);
}

TEST_P(JobsTest, WhoLostItsClaimChangesNothing) {
    const JobId job = put("job");
    std::optional<store::JobRow> first;
    std::optional<store::JobRow> second;
    database().write([&](sql::Tx& tx) {
        first = store::claim(tx, clock_.now(), clock_.now() + lease);
    });
    clock_.advance(lease);
    database().write([&](sql::Tx& tx) {
        second = store::claim(tx, clock_.now(), clock_.now() + lease);
    });
    ASSERT_TRUE(first && second);
    database().write([&](sql::Tx& tx) { store::finish(tx, *first, clock_.now()); });
    EXPECT_FALSE(state(job).is_done);
    database().write([&](sql::Tx& tx) { store::finish(tx, *second, clock_.now()); });
    EXPECT_TRUE(state(job).is_done);
}

TEST_P(JobsTest, SeveralNodesRunEachJobOnce) {
    constexpr int nodes = 4;
    constexpr int jobs_put = 40;
    std::atomic<int> runs = 0;
    std::array<std::atomic<int>, jobs_put> by_job{};
    const Kind kind = [&](const record::Details& payload) {
        ++by_job[static_cast<std::size_t>(payload.integer("number"))];
        ++runs;
    };
    database().write([&](sql::Tx& tx) {
        const auto actor = identity::Actor::worker("test");
        for (int i = 0; i < jobs_put; ++i) {
            enqueue(record::Floor{tx, actor, clock_.now()}, "job", {{"number", i}}, clock_.now());
        }
    });
    {
        const auto other = place().open();
        Worker here(database(), clock_, {{"job", kind}});
        Worker there(*other, clock_, {{"job", kind}});
        std::vector<std::jthread> threads;
        for (int i = 0; i < nodes; ++i) {
            threads.emplace_back([&, i] {
                Worker& worker = i % 2 == 0 ? here : there;
                for (int looks = 0; looks < 50 && runs < jobs_put; ++looks) {
                    try {
                        worker.run_due();
                    } catch (const base::Unavailable&) {
                        continue;  // too many at once: a worker looks again, as it does here
                    }
                }
            });
        }
    }
    EXPECT_EQ(runs, jobs_put);
    for (const auto& count : by_job) EXPECT_EQ(count, 1);
}

TEST_P(JobsTest, ANudgeWakesAWorkerThatWaits) {
    std::latch ran(1);
    Worker worker(database(), clock_, {{"job", [&](const record::Details&) { ran.count_down(); }}});
    worker.start();
    put("job");
    worker.nudge();
    ran.wait();
    worker.stop();
    EXPECT_EQ(counted().waiting, 0);
}

TEST_P(JobsTest, CountsForMetricsAndPurges) {
    Worker worker(database(), clock_, {{"job", [](const record::Details&) {}}});
    put("job");
    put("job", {}, base::hours(1));
    EXPECT_EQ(counted().waiting, 2);
    clock_.advance(base::seconds(90));
    EXPECT_EQ(counted().oldest_seconds, 90);
    const std::string text = metrics(database(), clock_);
    EXPECT_NE(text.find("\nmoothall_jobs_waiting 2\n"), text.npos) << text;
    EXPECT_NE(text.find("\nmoothall_jobs_oldest_seconds 90\n"), text.npos) << text;
    worker.run_due();
    EXPECT_EQ(counted().oldest_seconds, 0);
    clock_.advance(base::days(8));
    database().write([&](sql::Tx& tx) { EXPECT_EQ(purge_done(tx, clock_.now() - done_kept), 1); });
    std::int64_t rows = 0;
    database().read([&](sql::Tx& tx) { rows = tx.one(jobs_counted); });
    EXPECT_EQ(rows, 1);
}

TEST_P(JobsTest, RecurringWorkRunsOnceATurnHoweverManyNodes) {
    int runs = 0;
    const std::vector<Recurring> works = {{"web.purge", base::hours(1), [&] { ++runs; }}};
    const auto other = place().open();
    Schedule here(database(), clock_, works);
    Schedule there(*other, clock_, works);
    EXPECT_EQ(here.run_due() + there.run_due(), 1);
    EXPECT_EQ(here.run_due() + there.run_due(), 0);
    clock_.advance(base::hours(5));
    EXPECT_EQ(there.run_due() + here.run_due(), 1);  // four missed turns are not made up for
    EXPECT_EQ(runs, 2);
}

TEST_P(JobsTest, RecurringWorkThatFailsIsTriedAgainSoonAndStopsNoOther) {
    int tries = 0;
    int others = 0;
    Schedule schedule(database(), clock_,
                      {{"backup", base::hours(24),
                        [&] {
                            if (++tries < 2) throw std::runtime_error("The disk is full.");
                        }},
                       {"purge", base::hours(24), [&] { ++others; }}});
    const auto error = [&] {
        std::string error;
        database().read([&](sql::Tx& tx) { error = tx.one(schedule_error, "backup"); });
        return error;
    };
    EXPECT_EQ(schedule.run_due(), 2);
    EXPECT_EQ(error(), "The disk is full.");
    clock_.advance(base::minutes(5));
    EXPECT_EQ(schedule.run_due(), 0);
    clock_.advance(base::minutes(5));
    EXPECT_EQ(schedule.run_due(), 1);
    EXPECT_EQ(error(), "");
    EXPECT_EQ(tries, 2);
    EXPECT_EQ(others, 1);
    clock_.advance(base::hours(24));
    EXPECT_EQ(schedule.run_due(), 2);
}

TEST_P(JobsTest, AShorterTurnIsHeardOfAtOnce) {
    int runs = 0;
    Schedule(database(), clock_, {{"purge", base::hours(24), [&] { ++runs; }}}).run_due();
    clock_.advance(base::hours(2));
    Schedule(database(), clock_, {{"purge", base::hours(1), [&] { ++runs; }}}).run_due();
    EXPECT_EQ(runs, 2);
}

TEST(PauseTest, DoublesFromAMinuteToSixHoursWithUpToAQuarterMore) {
    EXPECT_EQ(pause_after(1, 0), base::minutes(1));
    EXPECT_EQ(pause_after(2, 0), base::minutes(2));
    EXPECT_EQ(pause_after(9, 0), base::minutes(256));
    EXPECT_EQ(pause_after(10, 0), base::hours(6));
    EXPECT_EQ(pause_after(1000, 0), base::hours(6));
    EXPECT_EQ(pause_after(1, 1), base::seconds(75));
    EXPECT_EQ(pause_after(0, 0), base::minutes(1));
}

}  // namespace

}  // namespace jobs
