#pragma once
// One connection to a SQLite file. Used by one thread at a time.

#include "platform/sql/statement_cache.h"
#include "platform/sql/tx.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace sql {

struct CloseSqlite {
    void operator()(sqlite3* database) const noexcept;
};
struct FinalizeSqlite {
    void operator()(sqlite3_stmt* statement) const noexcept;
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, FinalizeSqlite>;

class SqliteConnection final : public Connection {
public:
    enum class Role { reads, writes };

    SqliteConnection(const std::string& path, Role role);
    SqliteConnection(const SqliteConnection&) = delete;

    Engine engine() const override { return Engine::sqlite; }
    std::int64_t run(const Statement& statement, std::span<const Value> values,
                     const Visit& visit) override;
    void run_script(const Statement& script) override;
    std::string version() override;
    std::int64_t transaction_number() override { return 0; }
    std::int64_t settled_below() override { return INT64_MAX; }

    // Another commit came between the version that a read was given and its first statement: it
    // begins again, with a snapshot from the start.
    struct VersionMoved {};

    // A transaction: of a group of works, or of one reader, for whom it begins with the first
    // statement where they may be told of VersionMoved.
    void begin();
    void begin_lazily();
    void commit();
    void roll_back() noexcept;
    void end_snapshot() noexcept;  // of a reader: a commit that cannot fail
    bool is_in_transaction() const;

    // One work's part of it.
    void begin_part();
    void keep_part();  // throws when a statement had failed or a foreign key leads nowhere
    void undo_part() noexcept;

    // Frames in the write-ahead log after the last commit; `checkpoint` moves them to the database.
    int log_frames() const { return log_frames_; }
    enum class Checkpoint { what_can_be, everything };
    void checkpoint(Checkpoint extent) noexcept;

private:
    struct Prepared {
        SqliteStatement statement;
        int columns = 0;
        bool is_read_only = false;
    };
    using Cache = StatementCache<Prepared>;
    class Lease;

    // What tells one commit from another: three words of the header of the write-ahead log's index.
    using CommitMark = std::array<std::uint32_t, 3>;

    Prepared prepare(const Statement& statement, std::string_view shape);
    std::int64_t run_prepared(const Statement& statement, const Prepared& prepared,
                              const Visit& visit);
    void run_plain(const char* text);
    void configure();
    void step_plain(SqliteStatement& statement, const char* text);
    std::optional<CommitMark> last_commit() const;
    void begin_before_statement();
    void hold_snapshot();
    static std::string text_of(const CommitMark& mark);
    std::string version_of_connection();
    void find_log_index();
    [[noreturn]] void fail(const std::string& name, int code, const char* message);

    const Role role_;
    const std::string name_;  // told apart from every other connection by chance
    std::unique_ptr<sqlite3, CloseSqlite> database_;
    SqliteStatement begin_, commit_, begin_part_, keep_part_, undo_part_;
    Cache cache_;
    std::string shape_;  // kept for its memory
    std::uint32_t* log_index_ = nullptr;  // only ever read
    std::optional<CommitMark> commit_at_begin_;
    std::optional<CommitMark> told_;  // the version of a read that has run no statement yet
    bool begins_later_ = false;
    std::int64_t versions_ = 0;
    int log_frames_ = 0;
    bool has_failed_ = false;  // a statement of this transaction, or of this part
};

}  // namespace sql
