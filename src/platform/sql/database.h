#pragma once
// One door to the data, two engines behind it. Reads see one snapshot; writes are durable when they
// return. Safe for concurrent use.

#include "platform/base/result.h"
#include "platform/sql/tx.h"

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace sql {

// A constraint of the schema said no: unique, foreign key, check or not null. The transaction is
// over. The text names statement and constraint, never a value.
struct Conflict : std::runtime_error {
    Conflict(const std::string& sentence, std::string constraint_name)
        : std::runtime_error(sentence), constraint(std::move(constraint_name)) {}
    std::string constraint;  // the engine's name for it; SQLite's is "table.column, table.column"
};

// "sqlite:PATH", "postgresql://…" or "postgres://…"; throws std::invalid_argument with a sentence.
struct Url {
    Engine engine = Engine::sqlite;
    std::string place;  // a file's path, or the whole postgresql URL
    static Url parse(std::string_view text);
};

struct Options {
    // PostgreSQL: half read, half write, and one looks; SQLite reads use one a thread.
    int connections_max = 8;
    int group_max = 64;                  // writes in one SQLite transaction
    std::size_t queue_max = 4096;        // waiting, of either kind; more: Unavailable
    std::int64_t slow_statement_us = 50'000;
    std::chrono::seconds lost_time_max{10};  // waiting for a database that is gone
};

enum class Ending { commit, roll_back };

// May run more than once: what it found is assigned by its last act, not added to.
using Read = std::function<void(Tx&)>;
// May run more than once (after a conflict): no effect outside its transaction.
using Work = std::function<Ending(Tx&)>;
// Called once, after the commit is durable (null) or with what went wrong; from any thread. Short,
// since others wait behind it, and never throws.
using Done = std::move_only_function<void(std::exception_ptr)>;

class Database {
public:
    static std::unique_ptr<Database> open(const Url& url, const Options& options = {});
    virtual ~Database() = default;  // stops, as stop() does

    virtual Engine engine() const = 0;

    // Runs in a read-only snapshot, on the calling thread; again when the connection was lost.
    virtual void read(const Read& work) = 0;

    // The same for many, each of which may find all it needs among what is remembered of the
    // version; the first statement opens the snapshot, and the work begins again if the version has
    // moved on by then. On SQLite at once, on the calling thread. On PostgreSQL soon, on threads of
    // the database's own: those that come together share one look at the version.
    virtual void submit_read(Read work, Done done) = 0;

    // One durable transaction, soon, on a thread of the database's own. On SQLite it shares one
    // commit with its neighbours, in a savepoint of its own; on PostgreSQL it is serialisable and
    // runs again after a conflict, up to five times. When the queue is full or stopped, `done` is
    // called at once, on this thread, with base::Unavailable.
    virtual void submit(Work work, Done done) = 0;

    // submit, and wait for its end. Throws what the work threw. Not from within a Work.
    void write(const std::function<void(Tx&)>& work);

    // Empties the queues, then stops its threads; submits are refused from then on.
    virtual void stop() = 0;

    virtual std::string description() const = 0;  // without password, for logs and /health

protected:
    virtual bool is_own_thread() const = 0;  // one of those that carry out writes
};

}  // namespace sql
