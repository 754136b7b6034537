#include "platform/sql/sqlite.h"

#include "platform/base/log.h"
#include "platform/sql/job_queue.h"
#include "platform/sql/sqlite_connection.h"

#include <algorithm>
#include <mutex>
#include <thread>

namespace sql {

namespace {

constexpr std::size_t idle_readers_max = 64;
constexpr std::chrono::microseconds commit_delay{300};  // a sync of the disk takes about that
constexpr int checkpoint_frames = 1'000;       // about 4 MB, SQLite's own habit
constexpr int log_frames_max = 32 * 1'024;     // about 128 MB: readers are waited for

// Connections that no thread is reading from. Safe for concurrent use.
class Readers {
public:
    explicit Readers(std::string path) : path_(std::move(path)) {}

    std::unique_ptr<SqliteConnection> take() {
        {
            const std::scoped_lock lock(mutex_);
            if (!idle_.empty()) {
                auto last = std::move(idle_.back());  // its cache is the warmest
                idle_.pop_back();
                return last;
            }
        }
        return std::make_unique<SqliteConnection>(path_, SqliteConnection::Role::reads);
    }

    void give_back(std::unique_ptr<SqliteConnection> connection) {
        const std::scoped_lock lock(mutex_);
        if (idle_.size() < idle_readers_max) idle_.push_back(std::move(connection));
    }

private:
    const std::string path_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_;
};

// One read: a connection and its snapshot, both given back at the end however it comes.
class Snapshot {
public:
    enum class Begin { with_first_statement, now };

    Snapshot(Readers& readers, Begin begin) : readers_(readers), connection_(readers.take()) {
        if (begin == Begin::now) connection_->begin();
        else connection_->begin_lazily();
    }
    Snapshot(const Snapshot&) = delete;
    ~Snapshot() {
        connection_->end_snapshot();
        readers_.give_back(std::move(connection_));
    }
    SqliteConnection& connection() { return *connection_; }

private:
    Readers& readers_;
    std::unique_ptr<SqliteConnection> connection_;
};

struct Attempt {
    WriteJob job;
    std::exception_ptr error;
    bool is_settled = false;  // its end is known, whatever becomes of its neighbours
};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(const std::string& path, const Options& options)
        : path_(path),
          options_(options),
          writer_(path, SqliteConnection::Role::writes),
          readers_(path),
          queue_(options.queue_max, too_many_writes),
          thread_([this] { serve(); }) {}
    ~SqliteDatabase() override { close(); }

    Engine engine() const override { return Engine::sqlite; }
    std::string description() const override { return "sqlite:" + path_; }

    void read(const Read& work) override { read_once(work, Snapshot::Begin::now); }
    void submit_read(Read work, Done done) override;

    void submit(Work work, Done done) override { queue_.add({std::move(work), std::move(done)}); }
    void stop() override { close(); }

private:
    bool is_own_thread() const override { return std::this_thread::get_id() == own_; }

    void read_soon(const Read& work);
    void read_once(const Read& work, Snapshot::Begin begin) {
        Snapshot snapshot(readers_, begin);
        Tx tx(snapshot.connection(), options_.slow_statement_us);
        work(tx);
    }
    void close() {
        queue_.close();
        const std::scoped_lock lock(closing_);
        if (thread_.joinable()) thread_.join();
    }

    void serve();
    void settle(std::vector<Attempt>& group);
    bool run_all(std::vector<Attempt>& group);
    void run_one(Attempt& attempt);
    std::exception_ptr try_to(void (SqliteConnection::*step)());
    void tidy_log();

    const std::string path_;
    const Options options_;
    SqliteConnection writer_;  // used by the writing thread alone
    Readers readers_;
    JobQueue<WriteJob> queue_;
    std::mutex closing_;
    int log_frames_tidied_ = 0;
    std::jthread thread_;  // after all that it uses
    const std::thread::id own_ = thread_.get_id();
};

// Who finds all they need among the remembered runs no statement, and takes no lock.
void SqliteDatabase::read_soon(const Read& work) {
    try {
        return read_once(work, Snapshot::Begin::with_first_statement);
    } catch (const SqliteConnection::VersionMoved&) {
        // Somebody committed just then.
    }
    read(work);
}

void SqliteDatabase::submit_read(Read work, Done done) {
    std::exception_ptr error;
    try {
        read_soon(work);
    } catch (...) {  // whatever it is goes to the one who submitted, as from a thread
        error = std::current_exception();
    }
    done(std::move(error));
}

// One writing thread: what waits together commits together, and is answered after the commit.
void SqliteDatabase::serve() {
    std::vector<WriteJob> jobs;
    std::vector<Attempt> group;
    const auto most = static_cast<std::size_t>(std::max(options_.group_max, 1));
    for (;;) {
        queue_.take_together(jobs, most, commit_delay);
        if (jobs.empty()) return;
        for (WriteJob& job : jobs) group.push_back({.job = std::move(job), .error = {}});
        settle(group);
        for (Attempt& attempt : group) attempt.job.done(std::move(attempt.error));
        group.clear();  // what the works hold is let go now, not with the next group
        tidy_log();
    }
}

// Ends with an outcome for each. When a work costs us the whole transaction, it alone is told so
// and the others run again in a new one; each round settles one, so the rounds are bounded.
void SqliteDatabase::settle(std::vector<Attempt>& group) {
    const auto settle_rest = [&group](const std::exception_ptr& error) {
        for (Attempt& attempt : group) {
            if (!attempt.is_settled && error) attempt.error = error;
            attempt.is_settled = true;
        }
    };
    for (;;) {
        if (const auto error = try_to(&SqliteConnection::begin)) return settle_rest(error);
        if (!run_all(group)) continue;
        const auto error = try_to(&SqliteConnection::commit);
        if (error) writer_.roll_back();
        return settle_rest(error);
    }
}

// False when the transaction was lost on the way.
bool SqliteDatabase::run_all(std::vector<Attempt>& group) {
    for (Attempt& attempt : group) {
        if (attempt.is_settled) continue;
        run_one(attempt);
        if (writer_.is_in_transaction()) continue;
        attempt.is_settled = true;
        if (!attempt.error) {
            attempt.error = std::make_exception_ptr(base::Unavailable(
                "The change was lost before it was saved. Try again in a moment."));
        }
        return false;
    }
    return true;
}

void SqliteDatabase::run_one(Attempt& attempt) {
    attempt.error = nullptr;
    try {
        writer_.begin_part();
        Tx tx(writer_, options_.slow_statement_us);
        if (attempt.job.work(tx) == Ending::commit) writer_.keep_part();
        else writer_.undo_part();
    } catch (...) {  // the boundary of a thread: whatever it is goes to the one who submitted
        attempt.error = std::current_exception();
        writer_.undo_part();
    }
}

std::exception_ptr SqliteDatabase::try_to(void (SqliteConnection::*step)()) {
    try {
        (writer_.*step)();
        return nullptr;
    } catch (const std::exception& error) {
        base::log::error("sqlite_transaction", {{"trouble", base::log::ours(error.what())}});
        return std::current_exception();
    }
}

// Between groups, when the answers have left. Readers keep the log from being begun anew only
// while they read; should it grow all the same, the writer waits for them.
void SqliteDatabase::tidy_log() {
    using enum SqliteConnection::Checkpoint;
    const int frames = writer_.log_frames();
    if (frames < log_frames_tidied_) log_frames_tidied_ = 0;  // it was begun anew
    if (frames < log_frames_tidied_ + checkpoint_frames) return;
    writer_.checkpoint(frames >= log_frames_max ? everything : what_can_be);
    log_frames_tidied_ = frames;
}

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options) {
    return std::make_unique<SqliteDatabase>(path, options);
}

}  // namespace sql
