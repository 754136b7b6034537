#include "platform/sql/postgres.h"

#include "platform/base/log.h"
#include "platform/sql/glance.h"
#include "platform/sql/job_queue.h"
#include "platform/sql/postgres_connection.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

namespace sql {

namespace {

using namespace std::chrono_literals;
using SteadyTime = std::chrono::steady_clock::time_point;
using Role = PostgresConnection::Role;
using CommitMark = PostgresConnection::CommitMark;
using PostgresPointer = std::unique_ptr<PostgresConnection>;

constexpr int conflicts_max = 5;
constexpr int conflicts_in_company = 2;
constexpr std::chrono::microseconds look_delay{100};  // a look takes about that
constexpr int losses_max = 5;
constexpr auto between_tries = 100ms;

// How long the server has been away, for all threads alike: who comes late does not wait the whole
// time again. Safe for concurrent use.
class Outage {
public:
    explicit Outage(std::chrono::seconds time_max) : time_max_(time_max) {}

    void is_over() {
        const std::scoped_lock lock(mutex_);
        since_.reset();
        changed_.notify_all();
    }
    // After a failed try: waits for the next one; false when the time is up.
    bool wait() {
        std::unique_lock lock(mutex_);
        last_try_ = std::chrono::steady_clock::now();
        if (!since_) since_ = last_try_;
        if (last_try_ - *since_ >= time_max_) return false;
        changed_.wait_for(lock, between_tries, [this] { return !since_; });
        return true;
    }
    // Just tried in vain, after the time was up.
    bool is_hopeless() {
        const std::scoped_lock lock(mutex_);
        const auto now = std::chrono::steady_clock::now();
        return since_ && now - *since_ >= time_max_ && now - last_try_ < between_tries;
    }
    void pause(std::chrono::microseconds time) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, time, [] { return false; });
    }

private:
    const std::chrono::seconds time_max_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<SteadyTime> since_;
    SteadyTime last_try_;
};

// Reading connections, bounded. Safe for concurrent use.
class Readers {
public:
    Readers(int most, std::chrono::seconds time_max) : free_(most), time_max_(time_max) {}

    // Null: the caller may open one. Those of an earlier era are let go.
    PostgresPointer take(std::int64_t era) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, time_max_, [this] { return free_ > 0; })) {
            throw base::Unavailable("All connections to the database are in use. Try again.");
        }
        --free_;
        std::erase_if(idle_, [era](const auto& idle) { return idle->era() != era; });
        if (idle_.empty()) return nullptr;
        PostgresPointer last = std::move(idle_.back());
        idle_.pop_back();
        return last;
    }
    void give_back(PostgresPointer connection) {
        const std::scoped_lock lock(mutex_);
        ++free_;
        if (connection) idle_.push_back(std::move(connection));
        changed_.notify_one();
    }
private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<PostgresPointer> idle_;
    int free_;
    const std::chrono::seconds time_max_;
};

// One read's connection, given back at the end however it comes.
class Loan {
public:
    Loan(Readers& readers, std::int64_t era) : readers_(readers), connection(readers.take(era)) {}
    Loan(const Loan&) = delete;
    ~Loan() {
        if (connection) connection->roll_back();
        readers_.give_back(std::move(connection));
    }

private:
    Readers& readers_;

public:
    PostgresPointer connection;
};

// Who has run into conflicts time and again runs alone, so that no work of this process starves;
// who comes meanwhile waits. Safe for concurrent use.
class Turns {
public:
    enum class Company { together, alone };

    void enter(Company company) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !is_alone_; });
        is_alone_ = company == Company::alone;
        if (is_alone_) changed_.wait(lock, [this] { return running_ == 0; });
        ++running_;
    }
    void leave(Company company) {
        const std::scoped_lock lock(mutex_);
        --running_;
        if (company == Company::alone) is_alone_ = false;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int running_ = 0;
    bool is_alone_ = false;
};

class Turn {
public:
    Turn(Turns& turns, Turns::Company company) : turns_(turns), company_(company) {
        turns_.enter(company_);
    }
    Turn(const Turn&) = delete;
    ~Turn() { turns_.leave(company_); }

private:
    Turns& turns_;
    const Turns::Company company_;
};

std::int64_t random_number() {
    std::random_device random;
    return static_cast<std::int64_t>((std::uint64_t{random()} << 32 | random()) >> 1);
}

// One writing thread's own.
struct Writer {
    PostgresPointer connection;
    CommitMark mark = {.writer = random_number()};
    std::minstd_rand jitter{static_cast<unsigned>(mark.writer)};
};

class PostgresDatabase final : public Database {
public:
    PostgresDatabase(const std::string& url, const Options& options);
    ~PostgresDatabase() override { close(); }

    Engine engine() const override { return Engine::postgresql; }
    std::string description() const override { return description_; }
    void read(const Read& work) override { read_from(work, {}); }
    void submit_read(Read work, Done done) override {
        looks_.add({std::move(work), std::move(done)});
    }
    void submit(Work work, Done done) override { queue_.add({std::move(work), std::move(done)}); }
    void stop() override { close(); }

private:
    bool is_own_thread() const override;
    void close();
    std::string describe() const;
    PostgresPointer connect(Role role);

    void look();
    std::string version_seen(PostgresPointer& connection);
    void answer_or_pass_on(ReadJob job);
    void serve_reads();
    void read_from(const Read& work, const std::string& version);
    void read_once(PostgresConnection& connection, const Read& work, const std::string& version);

    void serve_writes();
    std::exception_ptr outcome(Writer& writer, Work& work);
    void carry_out(Writer& writer, const Work& work);
    void run_once(Writer& writer, const Work& work);
    bool has_committed(Writer& writer, std::int64_t number);

    const std::string url_;
    const Options options_;
    const Libpq pq_;
    const std::string description_;
    std::atomic<std::int64_t> era_ = 0;  // ends whenever a connection is found dead
    Outage outage_;
    Readers readers_;
    Turns turns_;
    JobQueue<ReadJob> looks_;
    JobQueue<ReadJob> reads_;
    JobQueue<WriteJob> queue_;
    std::mutex closing_;
    std::jthread looking_;  // one, so that all who wait share its look
    std::vector<std::jthread> reading_;
    std::vector<std::jthread> writing_;
    std::vector<std::thread::id> own_;
};

PostgresDatabase::PostgresDatabase(const std::string& url, const Options& options)
    : url_(url),
      options_(options),
      description_(describe()),
      outage_(options.lost_time_max),
      readers_(std::max(options.connections_max / 2, 1), options.lost_time_max),
      looks_(options.queue_max, too_many_reads),
      reads_(options.queue_max, too_many_reads),
      queue_(options.queue_max, too_many_writes) {
    Loan(readers_, era_).connection = connect(Role::reads);
    looking_ = std::jthread([this] { look(); });
    for (int i = 0; i < std::max(options.connections_max / 2, 1); ++i) {
        reading_.emplace_back([this] { serve_reads(); });
    }
    const int writers = std::max(options.connections_max - options.connections_max / 2, 1);
    for (int i = 0; i < writers; ++i) {
        writing_.emplace_back([this] { serve_writes(); });
        own_.push_back(writing_.back().get_id());
    }
}

// Taken from what libpq understands of the address; never the address itself, which has a password.
std::string PostgresDatabase::describe() const {
    char* trouble = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(pq_.conninfoFree)> parts(
        pq_.conninfoParse(url_.c_str(), &trouble), pq_.conninfoFree);
    if (!parts) {
        throw std::invalid_argument("The address of the PostgreSQL database cannot be read. It is "
                                    "like postgresql://USER:PASSWORD@HOST:PORT/NAME.");
    }
    const auto part = [&parts](std::string_view name) -> std::string {
        for (const PQconninfoOption* each = parts.get(); each->keyword; ++each) {
            if (each->keyword == name) return each->val ? each->val : "";
        }
        return "";
    };
    const std::string port = part("port");
    return "postgresql://" + part("host") + (port.empty() ? "" : ":" + port) + "/" + part("dbname");
}

bool PostgresDatabase::is_own_thread() const {
    return std::ranges::find(own_, std::this_thread::get_id()) != own_.end();
}

void PostgresDatabase::close() {
    looks_.close();
    queue_.close();
    const std::scoped_lock lock(closing_);
    if (looking_.joinable()) looking_.join();
    reads_.close();  // only now: the look passes on to it
    reading_.clear();
    writing_.clear();
}

// Waits for a server that is away, as long as the outage may last.
PostgresPointer PostgresDatabase::connect(Role role) {
    if (outage_.is_hopeless()) throw base::Unavailable("The database cannot be reached.");
    for (;;) {
        try {
            auto connection = std::make_unique<PostgresConnection>(pq_, url_, role, era_);
            outage_.is_over();
            return connection;
        } catch (const ConnectionLost& lost) {
            if (!outage_.wait()) throw base::Unavailable(lost.what());
        }
    }
}

// ---- reading

void PostgresDatabase::look() {
    PostgresPointer connection;
    std::vector<ReadJob> jobs;
    for (;;) {
        looks_.take_together(jobs, options_.queue_max, look_delay);
        if (jobs.empty()) return;
        const std::string version = version_seen(connection);
        for (ReadJob& job : jobs) {
            job.version = version;
            answer_or_pass_on(std::move(job));
        }
        jobs.clear();  // what the works hold is let go now, not with the next ones
    }
}

// Empty when the server is away: then each read waits for it by itself.
std::string PostgresDatabase::version_seen(PostgresPointer& connection) {
    try {
        if (connection && connection->era() != era_) connection.reset();
        if (!connection) {
            if (outage_.is_hopeless()) return {};
            connection = std::make_unique<PostgresConnection>(pq_, url_, Role::reads, era_);
        }
        return connection->look();
    } catch (const std::exception& trouble) {
        base::log::warning("postgres_look", {{"trouble", base::log::ours(trouble.what())}});
        if (connection) ++era_;
        connection.reset();
        return {};
    }
}

void PostgresDatabase::answer_or_pass_on(ReadJob job) {
    if (job.version.empty()) return reads_.add(std::move(job));
    std::exception_ptr error;
    try {
        Glance glance(Engine::postgresql, job.version);
        Tx tx(glance, options_.slow_statement_us);
        job.work(tx);
    } catch (const Glance::NeedsSnapshot&) {
        return reads_.add(std::move(job));
    } catch (...) {  // the boundary of a thread: whatever it is goes to the one who submitted
        error = std::current_exception();
    }
    job.done(std::move(error));
}

void PostgresDatabase::serve_reads() {
    std::vector<ReadJob> jobs;
    for (reads_.take(jobs, 1); !jobs.empty(); reads_.take(jobs, 1)) {
        ReadJob& job = jobs.front();
        std::exception_ptr error;
        try {
            read_from(job.work, job.version);
        } catch (...) {  // the boundary of a thread: whatever it is goes to the one who submitted
            error = std::current_exception();
        }
        job.done(std::move(error));
        jobs.clear();
    }
}

void PostgresDatabase::read_from(const Read& work, const std::string& version) {
    for (int losses = 0;;) {
        Loan loan(readers_, era_);
        try {
            if (!loan.connection) loan.connection = connect(Role::reads);
            return read_once(*loan.connection, work, version);
        } catch (const ConnectionLost&) {
            loan.connection.reset();
            ++era_;
            if (++losses > losses_max) throw;
        }
    }
}

void PostgresDatabase::read_once(PostgresConnection& connection, const Read& work,
                                 const std::string& version) {
    const auto run = [&] {
        Tx tx(connection, options_.slow_statement_us);
        work(tx);
        connection.end_snapshot();
    };
    try {
        connection.begin(version);
        return run();
    } catch (const PostgresConnection::VersionMoved&) {
        connection.roll_back();
    }
    connection.begin();
    run();
}

// ---- writing

void PostgresDatabase::serve_writes() {
    Writer writer;
    std::vector<WriteJob> jobs;
    for (queue_.take(jobs, 1); !jobs.empty(); queue_.take(jobs, 1)) {
        std::exception_ptr error = outcome(writer, jobs.front().work);
        jobs.front().done(std::move(error));
        jobs.clear();  // what the work holds is let go now, not with the next one
    }
    if (!writer.connection || writer.mark.count == 0) return;
    try {
        writer.connection->remove_mark(writer.mark.writer);
    } catch (const std::exception&) {
        // Left to the next one that connects, who clears old marks away.
    }
}

std::exception_ptr PostgresDatabase::outcome(Writer& writer, Work& work) {
    try {
        carry_out(writer, work);
        return nullptr;
    } catch (...) {  // the boundary of a thread: whatever it is goes to the one who submitted
        if (writer.connection) writer.connection->roll_back();
        return std::current_exception();
    }
}

void PostgresDatabase::carry_out(Writer& writer, const Work& work) {
    for (int conflicts = 0, losses = 0;;) {
        try {
            if (!writer.connection) writer.connection = connect(Role::writes);
            const bool runs_alone = conflicts > conflicts_in_company;
            const Turn turn(turns_, runs_alone ? Turns::Company::alone : Turns::Company::together);
            return run_once(writer, work);
        } catch (const SerializationFailure&) {
            writer.connection->roll_back();
            if (++conflicts > conflicts_max) throw;
            const int most_us = 1'000 << conflicts;
            outage_.pause(std::chrono::microseconds(writer.jitter() % most_us));
        } catch (const ConnectionLost& lost) {
            base::log::warning("postgres_lost", {{"trouble", base::log::ours(lost.what())}});
            const bool is_unsure = writer.connection && writer.connection->is_commit_unanswered();
            const std::int64_t number = writer.connection ? writer.connection->number() : 0;
            writer.connection.reset();
            ++era_;
            if (is_unsure && has_committed(writer, number)) return;
            if (++losses > losses_max) throw;
        }
    }
}

void PostgresDatabase::run_once(Writer& writer, const Work& work) {
    PostgresConnection& connection = *writer.connection;
    connection.begin();
    Tx tx(connection, options_.slow_statement_us);
    if (work(tx) == Ending::roll_back) return connection.roll_back();
    ++writer.mark.count;
    connection.commit(writer.mark);
}

// The answer to a commit was lost: asks the server what became of it, and never guesses.
bool PostgresDatabase::has_committed(Writer& writer, std::int64_t number) {
    const SteadyTime until = std::chrono::steady_clock::now() + options_.lost_time_max;
    while (std::chrono::steady_clock::now() < until) {
        try {
            if (!writer.connection) writer.connection = connect(Role::writes);
            const auto fate = writer.connection->fate(number, writer.mark);
            if (fate != PostgresConnection::Fate::open) {
                return fate == PostgresConnection::Fate::committed;
            }
        } catch (const base::Unavailable&) {
            writer.connection.reset();
        }
        outage_.pause(between_tries);
    }
    throw base::Unavailable("The connection to the database was lost while saving. The change may "
                            "or may not have been saved: look before you try again.");
}

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& url, const Options& options) {
    return std::make_unique<PostgresDatabase>(url, options);
}

}  // namespace sql
