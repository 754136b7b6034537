#include "platform/sql/sqlite_connection.h"

#include "platform/base/result.h"
#include "platform/sql/database.h"
#include "platform/sql/statement_text.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <random>
#include <sqlite3.h>
#include <utility>

namespace sql {

namespace {

constexpr std::size_t statements_max = 256;
constexpr int busy_timeout_ms = 5'000;
constexpr int checkpoint_wait_ms = 50;

class SqliteRow final : public Row {
public:
    SqliteRow(sqlite3_stmt* statement, int columns) : statement_(statement), columns_(columns) {}
    int columns() const override { return columns_; }
    bool is_null(int column) const override {
        return sqlite3_column_type(statement_, checked(column)) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override {
        return sqlite3_column_int64(statement_, checked(column));
    }
    std::string_view text(int column) const override {
        const auto* text = sqlite3_column_text(statement_, checked(column));
        return {reinterpret_cast<const char*>(text), size(column)};
    }
    std::string_view bytes(int column) const override {
        const void* bytes = sqlite3_column_blob(statement_, checked(column));
        return {static_cast<const char*>(bytes), size(column)};
    }

private:
    std::size_t size(int column) const {
        return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    }
    int checked(int column) const {
        if (column >= columns_) detail::wrong_columns(columns_, column + 1);
        return column;
    }
    sqlite3_stmt* statement_;
    int columns_;
};

// Views stay valid for the call, so SQLite need not copy them.
int bind_value(sqlite3_stmt* statement, int& slot, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return sqlite3_bind_int64(statement, slot++, *number);
    }
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        const char* first = text->data() ? text->data() : "";
        return sqlite3_bind_text64(statement, slot++, first, text->size(), SQLITE_STATIC,
                                   SQLITE_UTF8);
    }
    if (const auto* blob = std::get_if<BlobView>(&value)) {
        const char* first = blob->bytes.data() ? blob->bytes.data() : "";
        return sqlite3_bind_blob64(statement, slot++, first, blob->bytes.size(), SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement, slot++);
}

int bind_list(sqlite3_stmt* statement, int& slot, List list, std::size_t width) {
    if (list.empty()) return sqlite3_bind_null(statement, slot++);
    for (std::size_t i = 0; i < width; ++i) {
        const std::int64_t number = list[std::min(i, list.size() - 1)];
        if (const int code = sqlite3_bind_int64(statement, slot++, number)) return code;
    }
    return SQLITE_OK;
}

// PostgreSQL's text cannot hold it; SQLite would cut the text where it is next compared.
void refuse_nul(const Statement& statement, const Value& value) {
    const auto* text = std::get_if<std::string_view>(&value);
    if (text && std::memchr(text->data() ? text->data() : "", 0, text->size())) {
        throw std::invalid_argument("statement " + statement.name + " was given a text with NUL");
    }
}

bool passes_by_itself(int code) {
    switch (code & 0xFF) {
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_NOMEM:
        case SQLITE_INTERRUPT:
        case SQLITE_PROTOCOL: return true;
        default: return false;
    }
}

// What passes by itself, in words for a person.
const char* sentence(int code) {
    switch (code & 0xFF) {
        case SQLITE_FULL: return "The disk is full, so nothing can be saved. Try again later.";
        case SQLITE_IOERR: return "The disk does not answer as it should. Try again later.";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return "Another program is using the database. Try again in a moment.";
        default: return "The database could not do this just now. Try again in a moment.";
    }
}

bool is_conflict(int extended) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
        case SQLITE_CONSTRAINT_FOREIGNKEY:
        case SQLITE_CONSTRAINT_CHECK:
        case SQLITE_CONSTRAINT_NOTNULL: return true;
        default: return false;
    }
}

// "UNIQUE constraint failed: posts.topic, posts.number" names the columns after the colon.
std::string constraint_of(std::string_view message) {
    const auto colon = message.find(": ");
    return colon == std::string_view::npos ? std::string() : std::string(message.substr(colon + 2));
}

std::string random_name() {
    std::random_device random;
    return std::to_string((std::uint64_t{random()} << 32) | random());
}

}  // namespace

void CloseSqlite::operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
void FinalizeSqlite::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

// Holds a prepared statement while it runs: from the cache, or, when a row of the very same
// statement is being looked at further up the stack, a second one of its own.
class SqliteConnection::Lease {
public:
    Lease(SqliteConnection& connection, const Statement& statement) {
        std::string& shape = connection.shape_;
        entry_ = connection.cache_.find(statement.text, shape);
        if (entry_ && entry_->in_use) {
            own_ = connection.prepare(statement, shape);
            entry_ = nullptr;
        } else if (!entry_) {
            Prepared prepared = connection.prepare(statement, shape);
            entry_ = &connection.cache_.keep(statement.text, shape, std::move(prepared));
        }
        if (entry_) entry_->in_use = true;
    }
    Lease(const Lease&) = delete;
    ~Lease() {
        sqlite3_reset(prepared().statement.get());
        if (entry_) entry_->in_use = false;
    }
    Prepared& prepared() { return entry_ ? entry_->prepared : own_; }

private:
    Cache::Entry* entry_ = nullptr;
    Prepared own_;
};

SqliteConnection::SqliteConnection(const std::string& path, Role role)
    : role_(role), name_(random_name()), cache_(statements_max) {
    const int flags = role == Role::reads ? SQLITE_OPEN_READONLY
                                          : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) {
        const std::string why = opened ? sqlite3_errmsg(opened) : sqlite3_errstr(code);
        throw std::runtime_error("cannot open the database " + path + ": " + why);
    }
    configure();
}

void SqliteConnection::configure() {
    sqlite3_extended_result_codes(database_.get(), 1);
    sqlite3_busy_timeout(database_.get(), busy_timeout_ms);
    if (role_ == Role::writes) {
        run_plain("PRAGMA journal_mode=WAL");
        run_plain("PRAGMA synchronous=FULL");
        run_plain("PRAGMA journal_size_limit=67108864");
        // In place of SQLite's own checkpoints, which would delay the answers: see checkpoint().
        sqlite3_wal_hook(
            database_.get(),
            [](void* self, sqlite3*, const char*, int frames) {
                static_cast<SqliteConnection*>(self)->log_frames_ = frames;
                return SQLITE_OK;
            },
            this);
    }
    run_plain("PRAGMA foreign_keys=ON");
    run_plain("PRAGMA mmap_size=0");
    run_plain("PRAGMA cache_size=-8192");
    run_plain("PRAGMA trusted_schema=OFF");
    run_plain("SELECT count(*) FROM sqlite_schema");  // opens the log's index
    find_log_index();
}

// SQLite's own mapping of the index, asked of its file object; opening the file ourselves and
// closing it again would drop SQLite's locks. A pointer once given stays until the file is closed.
void SqliteConnection::find_log_index() {
    constexpr int region_size = 32 * 1024;
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database_.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (!file || !file->pMethods || file->pMethods->iVersion < 2) return;
    volatile void* region = nullptr;
    const int code = file->pMethods->xShmMap(file, 0, region_size, 0, &region);
    if (code == SQLITE_OK) log_index_ = static_cast<std::uint32_t*>(const_cast<void*>(region));
}

// The index begins with its header, twice (https://www.sqlite.org/walformat.html, 2.1): equal
// copies were not caught in the middle of a change. Word 2 counts commits; 6 and 7 sum the log.
std::optional<SqliteConnection::CommitMark> SqliteConnection::last_commit() const {
    constexpr std::size_t header_words = 12;
    if (!log_index_) return std::nullopt;
    std::array<std::uint32_t, 2 * header_words> words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] = std::atomic_ref(log_index_[i]).load(std::memory_order_acquire);
    }
    if (!std::equal(words.begin(), words.begin() + header_words, words.begin() + header_words)) {
        return std::nullopt;
    }
    return CommitMark{words[2], words[6], words[7]};
}

std::string SqliteConnection::text_of(const CommitMark& mark) {
    return std::to_string(mark[0]) + '.' + std::to_string(mark[1]) + '.' + std::to_string(mark[2]);
}

// Our snapshot was taken some time between begin() and now; where no commit came between, it is
// the one that the mark names, on every connection and in every process alike. Before the first
// statement of a read the last commit is what it will see, or it will be told that it was not.
std::string SqliteConnection::version() {
    if (role_ == Role::writes) return name_ + "+" + std::to_string(++versions_);
    if (begins_later_) {
        if (!told_) told_ = last_commit();
        if (told_) return text_of(*told_);
        begin_before_statement();
    }
    hold_snapshot();
    const auto now = last_commit();
    return now && now == commit_at_begin_ ? text_of(*now) : version_of_connection();
}

void SqliteConnection::hold_snapshot() {
    static const Statement any_read{"sql_hold_snapshot", "SELECT 1 FROM sqlite_schema LIMIT 1"};
    run(any_read, {}, [](const Row&) { return true; });
}

void SqliteConnection::begin_before_statement() {
    const auto told = std::exchange(told_, std::nullopt);
    begin();
    if (!told) return;
    hold_snapshot();
    if (commit_at_begin_ != told || last_commit() != told) throw VersionMoved{};
}

// True for this connection alone, and therefore seldom of use to another reader.
std::string SqliteConnection::version_of_connection() {
    static const Statement data_version{"sql_data_version", "PRAGMA data_version"};
    std::string version = name_ + '-';
    run(data_version, {}, [&version](const Row& row) {
        version += row.text(0);
        return false;
    });
    return version;
}

SqliteConnection::Prepared SqliteConnection::prepare(const Statement& statement,
                                                     std::string_view shape) {
    const std::string text = expand(statement, shape, Mark::question);
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(database_.get(), text.c_str(),
                                        static_cast<int>(text.size() + 1),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    SqliteStatement owned(made);
    if (code != SQLITE_OK) fail(statement.name, code, sqlite3_errmsg(database_.get()));
    if (!made) throw std::logic_error("statement " + statement.name + " is empty");
    return {std::move(owned), sqlite3_column_count(made), sqlite3_stmt_readonly(made) != 0};
}

std::int64_t SqliteConnection::run(const Statement& statement, std::span<const Value> values,
                                   const Visit& visit) {
    if (has_failed_) {
        throw std::runtime_error("statement " + statement.name + " came after one that failed");
    }
    if (begins_later_) begin_before_statement();
    write_shape(values, shape_);
    Lease lease(*this, statement);
    Prepared& prepared = lease.prepared();
    sqlite3_stmt* const bound = prepared.statement.get();
    int slot = 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
        refuse_nul(statement, values[i]);
        const List* list = std::get_if<List>(&values[i]);
        const int code = list ? bind_list(bound, slot, *list, width(shape_[i]))
                              : bind_value(bound, slot, values[i]);
        if (code != SQLITE_OK) fail(statement.name, code, sqlite3_errstr(code));
    }
    return run_prepared(statement, prepared, visit);
}

std::int64_t SqliteConnection::run_prepared(const Statement& statement, const Prepared& prepared,
                                            const Visit& visit) {
    sqlite3_stmt* const running = prepared.statement.get();
    const std::int64_t changes_before = sqlite3_total_changes64(database_.get());
    const SqliteRow row(running, prepared.columns);
    bool wants_more = true;
    int code = sqlite3_step(running);
    for (; code == SQLITE_ROW; code = sqlite3_step(running)) {
        if (wants_more) wants_more = visit(row);
        // What changes rows runs to its end, where its foreign keys are checked.
        if (!wants_more && prepared.is_read_only) return 0;
    }
    // The message of a plain error at this point may hold values (a search text, a bad JSON).
    if (code != SQLITE_DONE) {
        const bool is_plain = (code & 0xFF) == SQLITE_ERROR;
        fail(statement.name, code,
             is_plain ? sqlite3_errstr(code) : sqlite3_errmsg(database_.get()));
    }
    // Kept by SQLite from an earlier statement where this one changed nothing.
    const bool has_changed = sqlite3_total_changes64(database_.get()) != changes_before;
    return has_changed && !prepared.is_read_only ? sqlite3_changes64(database_.get()) : 0;
}

void SqliteConnection::run_script(const Statement& script) {
    if (has_failed_) throw std::runtime_error(script.name + " came after a statement that failed");
    if (begins_later_) begin_before_statement();
    const char* rest = script.text.c_str();
    while (*rest) {
        sqlite3_stmt* made = nullptr;
        int code = sqlite3_prepare_v2(database_.get(), rest, -1, &made, &rest);
        const SqliteStatement owned(made);
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            code = made ? sqlite3_step(made) : SQLITE_DONE;  // none: only a comment was left
        }
        if (code != SQLITE_DONE) fail(script.name, code, sqlite3_errmsg(database_.get()));
    }
}

void SqliteConnection::run_plain(const char* text) {
    const int code = sqlite3_exec(database_.get(), text, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(text, code, sqlite3_errmsg(database_.get()));
}

// The few statements of every transaction, prepared once and kept outside the cache.
void SqliteConnection::step_plain(SqliteStatement& statement, const char* text) {
    if (!statement) statement = prepare({text, text}, "").statement;
    const int code = sqlite3_step(statement.get());
    if (code == SQLITE_DONE) {
        sqlite3_reset(statement.get());
        return;
    }
    const std::string message = sqlite3_errmsg(database_.get());
    sqlite3_reset(statement.get());
    fail(text, code, message.c_str());
}

void SqliteConnection::begin_lazily() {
    has_failed_ = false;
    begins_later_ = true;
    told_.reset();
}

void SqliteConnection::begin() {
    has_failed_ = false;
    begins_later_ = false;
    commit_at_begin_ = last_commit();
    step_plain(begin_, role_ == Role::writes ? "BEGIN IMMEDIATE" : "BEGIN");
    if (!commit_) commit_ = prepare({"COMMIT", "COMMIT"}, "").statement;
}

void SqliteConnection::commit() { step_plain(commit_, "COMMIT"); }

void SqliteConnection::end_snapshot() noexcept {
    if (std::exchange(begins_later_, false)) return;  // no statement was run
    const bool has_ended = commit_ && sqlite3_step(commit_.get()) == SQLITE_DONE;
    sqlite3_reset(commit_.get());
    if (!has_ended) roll_back();
}

void SqliteConnection::roll_back() noexcept {
    has_failed_ = false;
    if (is_in_transaction()) {
        sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

bool SqliteConnection::is_in_transaction() const {
    return sqlite3_get_autocommit(database_.get()) == 0;
}

void SqliteConnection::begin_part() {
    has_failed_ = false;
    step_plain(begin_part_, "SAVEPOINT part");
}

void SqliteConnection::keep_part() {
    if (has_failed_) throw std::runtime_error("a statement of this transaction had failed");
    // A deferred key is checked when the whole group commits; its owner alone shall suffer.
    int unresolved = 0;
    int unused = 0;
    sqlite3_db_status(database_.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &unresolved, &unused, 0);
    if (unresolved > 0) throw Conflict("a foreign key leads nowhere", "");
    step_plain(keep_part_, "RELEASE part");
}

void SqliteConnection::undo_part() noexcept {
    has_failed_ = false;
    if (!is_in_transaction()) return;
    const int code = sqlite3_exec(database_.get(), "ROLLBACK TO part; RELEASE part", nullptr,
                                  nullptr, nullptr);
    if (code != SQLITE_OK) roll_back();  // the caller sees that the transaction is gone
}

void SqliteConnection::checkpoint(Checkpoint extent) noexcept {
    const int mode = extent == Checkpoint::everything ? SQLITE_CHECKPOINT_RESTART
                                                      : SQLITE_CHECKPOINT_PASSIVE;
    sqlite3_busy_timeout(database_.get(), checkpoint_wait_ms);  // writers wait behind us
    // A failure (a full disk, a long reader) loses nothing: the log is kept, and tried again.
    sqlite3_wal_checkpoint_v2(database_.get(), "main", mode, nullptr, nullptr);
    sqlite3_busy_timeout(database_.get(), busy_timeout_ms);
}

void SqliteConnection::fail(const std::string& name, int code, const char* message) {
    has_failed_ = true;
    if (passes_by_itself(code)) throw base::Unavailable(sentence(code));
    const std::string told = "statement " + name + ": " + message;
    if (is_conflict(code)) throw Conflict(told, constraint_of(message));
    throw std::runtime_error(told);
}

}  // namespace sql
