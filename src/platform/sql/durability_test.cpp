// What was acknowledged is there, whatever happened; what failed took nobody along.

#include "platform/sql/test_database.h"

#include <algorithm>
#include <csignal>
#include <future>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace sql {

namespace {

const Query<Nothing(std::int64_t, Blob)> add("test_add", R"(
    INSERT INTO rows (number, bytes) VALUES ($1, $2))");
const Query<std::int64_t()> numbers("test_numbers", "SELECT number FROM rows ORDER BY number");

void make_table(Database& database) {
    database.write([](Tx& tx) {
        const bool is_sqlite = tx.engine() == Engine::sqlite;
        tx.run_script({"test_table", is_sqlite ? "CREATE TABLE rows (number INTEGER PRIMARY KEY, "
                                                 "bytes BLOB NOT NULL) STRICT"
                                               : "CREATE TABLE rows (number BIGINT PRIMARY KEY, "
                                                 "bytes BYTEA NOT NULL)"});
    });
}

std::vector<std::int64_t> stored(Database& database) {
    std::vector<std::int64_t> found;
    database.read([&found](Tx& tx) { found = tx.all(numbers); });
    return found;
}

// Outcomes of many works submitted at once, in order.
class Outcomes {
public:
    explicit Outcomes(Database& database) : database_(database) {}

    void submit(Work work) {
        auto told = std::make_shared<std::promise<void>>();  // shared by the work's end and us
        outcomes_.push_back(told->get_future());
        database_.submit(std::move(work), [told](std::exception_ptr error) {
            if (error) told->set_exception(error);
            else told->set_value();
        });
    }
    std::future<void>& operator[](std::size_t index) { return outcomes_[index]; }
    // "ok", or what kind of thing went wrong.
    std::string told(std::size_t index) {
        try {
            outcomes_[index].get();
            return "ok";
        } catch (const Conflict&) {
            return "conflict";
        } catch (const base::Unavailable&) {
            return "unavailable";
        } catch (const std::exception& error) {
            return error.what();
        }
    }

private:
    Database& database_;
    std::vector<std::future<void>> outcomes_;
};

// Holds the writing threads until opened, so that all that is submitted meanwhile waits together.
class Gate {
public:
    explicit Gate(Database& database) {
        auto opened = open_.get_future().share();
        auto is_held = std::make_shared<std::promise<void>>();  // shared with the held work
        auto held = is_held->get_future();
        database.submit(
            [opened, is_held](Tx&) {
                is_held->set_value();
                opened.wait();
                return Ending::roll_back;
            },
            [](std::exception_ptr) {});
        held.wait();
    }
    void open() { open_.set_value(); }

private:
    std::promise<void> open_;
};

Work adding(std::int64_t number, std::size_t size = 1) {
    return [number, size](Tx& tx) {
        tx.run(add, number, Blob{std::string(size, 'x')});
        return Ending::commit;
    };
}

class DurabilityTest : public testing::OnBothEngines {
protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (!HasFatalFailure()) make_table(database());
    }
};

MOOTHALL_ON_BOTH_ENGINES(DurabilityTest);

TEST_P(DurabilityTest, AFailingWorkTakesNoNeighbourAlong) {
    Outcomes outcomes(database());
    Gate gate(database());
    outcomes.submit(adding(1));
    outcomes.submit([](Tx& tx) {
        tx.run(add, 2, Blob{});
        throw std::runtime_error("thrown by the work");
        return Ending::commit;
    });
    outcomes.submit(adding(3));
    outcomes.submit([](Tx& tx) {
        tx.run(add, 4, Blob{});
        return Ending::roll_back;
    });
    outcomes.submit([](Tx& tx) {
        tx.run(add, 5, Blob{});
        tx.run(add, 5, Blob{});  // taken
        return Ending::commit;
    });
    outcomes.submit(adding(6));
    gate.open();
    const char* const expected[] = {"ok", "thrown by the work", "ok", "ok", "conflict", "ok"};
    for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(outcomes.told(i), expected[i]) << i;
    EXPECT_EQ(stored(database()), (std::vector<std::int64_t>{1, 3, 6}));
}

// The child tells each number only after its commit; then it is killed in the middle of its work.
[[noreturn]] void acknowledge_until_killed(const Url& url, int told) {
    const auto database = Database::open(url);
    std::atomic<std::int64_t> next{1};
    const auto write_on = [&] {
        for (;;) {
            const std::int64_t number = next++;
            database->submit(adding(number, 300), [told, number](std::exception_ptr error) {
                if (!error && ::write(told, &number, sizeof number) != sizeof number) _exit(1);
            });
            if (number % 16 == 0) database->write([](Tx&) {});  // keeps the queue short
        }
    };
    const std::jthread other(write_on);
    write_on();
    _exit(0);
}

TEST_P(DurabilityTest, NothingIsAcknowledgedBeforeItWouldOutliveTheProcess) {
    place().close();
    std::size_t total = 0;
    for (int round = 0; round < 3; ++round) {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            acknowledge_until_killed(place().url(), ends[1]);
        }
        close(ends[1]);
        std::vector<std::int64_t> told;
        std::int64_t number = 0;
        const auto kill_at = std::chrono::steady_clock::now() + std::chrono::milliseconds(400);
        bool is_killed = false;
        while (::read(ends[0], &number, sizeof number) == sizeof number) {
            told.push_back(number);
            if (!is_killed && std::chrono::steady_clock::now() > kill_at) {
                is_killed = kill(child, SIGKILL) == 0;
            }
        }
        close(ends[0]);
        waitpid(child, nullptr, 0);
        ASSERT_TRUE(is_killed);
        total += told.size();

        const auto found = stored(database());
        for (const std::int64_t each : told) {
            ASSERT_TRUE(std::ranges::binary_search(found, each)) << each << " was lost";
        }
        database().write([](Tx& tx) { tx.run_script({"test_clear", "DELETE FROM rows"}); });
        place().close();
    }
    EXPECT_GT(total, 100u) << "too few to prove anything";
}

// ---- a full disk, on SQLite

class FullDiskTest : public ::testing::Test {
protected:
    void SetUp() override { make_table(database()); }
    Database& database() { return place_->database(); }

    void set_page_count_max(int pages) {
        database().write([pages](Tx& tx) {
            tx.run_script({"test_limit", "PRAGMA max_page_count = " + std::to_string(pages)});
        });
    }

    std::unique_ptr<testing::TestPlace> place_ = testing::make_place(Engine::sqlite);
};

TEST_F(FullDiskTest, OnlyTheWorkThatDidNotFitIsRefused) {
    set_page_count_max(20);
    Outcomes outcomes(database());
    Gate gate(database());
    outcomes.submit(adding(1));
    outcomes.submit(adding(2, 1'000'000));
    outcomes.submit(adding(3));
    outcomes.submit(adding(4, 1'000'000));
    outcomes.submit(adding(5));
    gate.open();
    const char* const expected[] = {"ok", "unavailable", "ok", "unavailable", "ok"};
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(outcomes.told(i), expected[i]) << i;
    EXPECT_EQ(stored(database()), (std::vector<std::int64_t>{1, 3, 5}));

    set_page_count_max(1'000'000);
    database().write([](Tx& tx) { tx.run(add, 6, Blob{std::string(1'000'000, 'x')}); });
    EXPECT_EQ(stored(database()), (std::vector<std::int64_t>{1, 3, 5, 6}));
}

// The file system itself refuses: the log cannot grow. Returns what went wrong, "" for nothing.
std::string fill_the_disk_and_make_room(const Url& url) {
    const auto database = Database::open(url);
    signal(SIGXFSZ, SIG_IGN);  // so that a write gives an error instead
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 600'000;
    setrlimit(RLIMIT_FSIZE, &limit);

    Outcomes outcomes(*database);
    std::vector<std::int64_t> acknowledged;
    int refused = 0;
    for (std::int64_t number = 1; number <= 40; ++number) {
        outcomes.submit(adding(number, 30'000));
        const std::string told = outcomes.told(static_cast<std::size_t>(number - 1));
        if (told == "ok") acknowledged.push_back(number);
        else if (told == "unavailable") ++refused;
        else return "another error: " + told;
    }
    if (acknowledged.empty() || refused == 0) return "the limit was not met";
    if (stored(*database) != acknowledged) return "not what was acknowledged";

    limit.rlim_cur = before;
    setrlimit(RLIMIT_FSIZE, &limit);
    database->write([](Tx& tx) { tx.run(add, 100, Blob{std::string(30'000, 'x')}); });
    acknowledged.push_back(100);
    return stored(*database) == acknowledged ? "" : "not usable again";
}

TEST_F(FullDiskTest, WhatWasAcknowledgedStaysAndTheDatabaseWorksOnceThereIsRoom) {
    place_->close();
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        std::string trouble;
        try {
            trouble = fill_the_disk_and_make_room(place_->url());
        } catch (const std::exception& error) {
            trouble = error.what();
        }
        trouble += '.';
        _exit(::write(ends[1], trouble.data(), trouble.size()) > 0 ? 0 : 1);
    }
    close(ends[1]);
    std::string told(200, '\0');
    told.resize(static_cast<std::size_t>(std::max<ssize_t>(::read(ends[0], told.data(), 200), 0)));
    close(ends[0]);
    waitpid(child, nullptr, 0);
    EXPECT_EQ(told, ".");
    EXPECT_FALSE(stored(database()).empty());
}

}  // namespace

}  // namespace sql
