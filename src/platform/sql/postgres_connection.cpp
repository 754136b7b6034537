#include "platform/sql/postgres_connection.h"

#include "platform/sql/database.h"
#include "platform/sql/statement_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <poll.h>
#include <utility>

namespace sql {

namespace {

constexpr std::size_t statements_max = 256;
constexpr int answer_time_max_ms = 45'000;  // above the server's own statement_timeout
constexpr int binary = 1;
constexpr Oid oid_bool = 16;
constexpr Oid oid_bytes = 17;
constexpr Oid oid_bigint = 20;

// synchronous_commit off would answer before the disk has it.
constexpr const char* settings = R"(
    SET statement_timeout = '30s';
    SET lock_timeout = '10s';
    SET idle_in_transaction_session_timeout = '60s';
    SET client_min_messages = 'warning';
    SET bytea_output = 'hex';
    SET standard_conforming_strings = 'on';
    SELECT set_config('synchronous_commit', 'on', false)
     WHERE current_setting('synchronous_commit') = 'off';)";

// Statements between two Syncs are one transaction even without BEGIN: it shall be a snapshot too.
constexpr const char* reader_settings = R"(
    SET default_transaction_isolation = 'repeatable read';
    SET default_transaction_read_only = 'on';
    PREPARE moothall_version AS SELECT pg_current_snapshot()::text;)";

// A commit whose answer is lost is looked up by its mark. The server's pg_xact_status alone does
// not do: after a crash the number of a lost transaction is given out again.
constexpr const char* writer_settings = R"(
    BEGIN;
    SELECT pg_advisory_xact_lock(7239054882317716461);
    DO $$ BEGIN
        IF to_regclass('commit_marks') IS NULL THEN
            CREATE TABLE commit_marks (
                writer BIGINT PRIMARY KEY,
                count BIGINT NOT NULL,
                at TIMESTAMPTZ NOT NULL DEFAULT now());
        END IF;
    END $$;
    DELETE FROM commit_marks WHERE at < now() - INTERVAL '30 days';
    COMMIT;
    PREPARE moothall_number AS SELECT pg_current_xact_id()::text;
    PREPARE moothall_mark(BIGINT, BIGINT) AS
        INSERT INTO commit_marks (writer, count) VALUES ($1, $2)
            ON CONFLICT (writer) DO UPDATE SET count = excluded.count, at = excluded.at;)";

void ignore_notice(void*, const char*) {}

int hex_digit(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

std::int64_t to_integer(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
        throw std::runtime_error("a column that is read as an integer holds none");
    }
    return number;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::ranges::any_of(beginnings, [text](auto b) { return text.starts_with(b); });
}

}  // namespace

// A row of an answer that has arrived whole.
class PostgresConnection::ResultRow final : public Row {
public:
    ResultRow(const Libpq& pq, const PGresult* result)
        : pq_(pq), result_(result), columns_(pq.nfields(result)) {}

    void move_to(int row) { row_ = row; }
    int columns() const override { return columns_; }
    bool is_null(int column) const override {
        return pq_.getisnull(result_, row_, checked(column)) != 0;
    }
    std::int64_t integer(int column) const override {
        if (is_null(column)) return 0;
        const std::string_view value = text(column);
        if (pq_.ftype(result_, column) == oid_bool) return value == "t" ? 1 : 0;
        return to_integer(value);
    }
    std::string_view text(int column) const override {
        return {pq_.getvalue(result_, row_, checked(column)),
                static_cast<std::size_t>(pq_.getlength(result_, row_, column))};
    }
    std::string_view bytes(int column) const override {
        const std::string_view hex = text(column);
        if (pq_.ftype(result_, column) != oid_bytes || !hex.starts_with("\\x")) return hex;
        decoded_.resize(static_cast<std::size_t>(columns_));
        std::string& into = decoded_[static_cast<std::size_t>(column)];
        into.clear();
        for (std::size_t i = 2; i + 1 < hex.size(); i += 2) {
            into += static_cast<char>(hex_digit(hex[i]) << 4 | hex_digit(hex[i + 1]));
        }
        return into;
    }

private:
    int checked(int column) const {
        if (column >= columns_) detail::wrong_columns(columns_, column + 1);
        return column;
    }
    const Libpq& pq_;
    const PGresult* result_;
    const int columns_;
    int row_ = 0;
    mutable std::vector<std::string> decoded_;  // a column each, so that views last for the row
};

PostgresConnection::PostgresConnection(const Libpq& pq, const std::string& url, Role role,
                                       std::int64_t era)
    : pq_(pq),
      role_(role),
      era_(era),
      connection_(nullptr, FinishPostgres{&pq}),
      cache_(statements_max) {
    connect(url);
    set_up();
}

void PostgresConnection::connect(const std::string& url) {
    constexpr std::array names = {"dbname", "application_name", "client_encoding",
                                  "connect_timeout", "keepalives_idle", "keepalives_interval",
                                  "keepalives_count", "tcp_user_timeout",
                                  static_cast<const char*>(nullptr)};
    const std::array values = {url.c_str(), "moothall", "UTF8", "3", "5", "2", "3", "10000",
                               static_cast<const char*>(nullptr)};
    connection_.reset(pq_.connectdbParams(names.data(), values.data(), 1));
    if (!connection_) throw std::bad_alloc();
    pq_.setNoticeProcessor(connection_.get(), ignore_notice, nullptr);
    if (pq_.status(connection_.get()) == CONNECTION_OK) return;

    const std::string why = pq_.errorMessage(connection_.get());
    // libpq gives no code here. Where the words are another language's, it is tried again in vain.
    for (const char* final_word : {"authentication failed", "does not exist", "no pg_hba.conf"}) {
        if (why.contains(final_word)) throw std::runtime_error("PostgreSQL refuses us: " + why);
    }
    lose(why);
}

void PostgresConnection::set_up() {
    for (const char* script :
         {settings, role_ == Role::writes ? writer_settings : reader_settings}) {
        const Result result(pq_.exec(connection_.get(), script), ClearPostgres{&pq_});
        if (pq_.status(connection_.get()) != CONNECTION_OK) {
            lose(pq_.errorMessage(connection_.get()));
        }
        if (pq_.resultStatus(result.get()) == PGRES_FATAL_ERROR) {
            fail("sql_set_up", result.get(), false);
        }
    }
    pq_.enterPipelineMode(connection_.get());
}

// ---- sending

void PostgresConnection::send(int is_sent, Part part) {
    if (!is_sent) lose(pq_.errorMessage(connection_.get()));
    unanswered_.push_back(part);
}

void PostgresConnection::send_plain(const char* text, Part part) {
    send(pq_.sendQueryParams(connection_.get(), text, 0, nullptr, nullptr, nullptr, nullptr, 0),
         part);
}

void PostgresConnection::begin(std::string_view version) {
    has_begun_ = false;
    stood_alone_ = false;
    expected_ = version;
    version_ = version;
    has_failed_ = false;
    is_patient_ = false;
    is_commit_unanswered_ = false;
    number_ = 0;
}

void PostgresConnection::send_begin() {
    if (has_begun_) return;
    for (const std::string& name : dropped_) {
        send_plain(("DEALLOCATE " + name).c_str(), Part::ignored);
    }
    dropped_.clear();
    const bool stands_alone = !expected_.empty() && !std::exchange(stood_alone_, true);
    if (!stands_alone) {
        has_begun_ = true;
        send_plain(role_ == Role::reads ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                                        : "BEGIN ISOLATION LEVEL SERIALIZABLE",
                   Part::begin);
    }
    if (!expected_.empty()) send_version();
}

// Integers are declared: undeclared ones become four bytes wide in `$1 + 1`, and overflow.
void PostgresConnection::send_prepare(const Statement& statement, std::span<const Value> values,
                                      const std::string& name) {
    std::vector<Oid> types;
    for (std::size_t i = 0; i < values.size(); ++i) {
        types.insert(types.end(), width(shape_[i]), shape_[i] == '-' ? Oid{0} : oid_bigint);
    }
    const std::string text = expand(statement, shape_, Mark::dollar);
    send(pq_.sendPrepare(connection_.get(), name.c_str(), text.c_str(),
                         static_cast<int>(types.size()), types.data()),
         Part::prepare);
}

void PostgresConnection::add_number(std::int64_t number) {
    std::array<char, 24> digits;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    places_.push_back(digits_.data() + digits_.size());
    digits_.append(digits.data(), written.ptr).push_back('\0');
    lengths_.push_back(0);
    formats_.push_back(0);
}

// Numbers and texts travel as text, which must end with NUL; bytes travel as they are.
void PostgresConnection::add_parameter(const Value& value, std::size_t width) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return add_number(*number);
    if (const List* list = std::get_if<List>(&value); list && !list->empty()) {
        for (std::size_t i = 0; i < width; ++i) add_number((*list)[std::min(i, list->size() - 1)]);
        return;
    }
    const auto* text = std::get_if<std::string_view>(&value);
    const auto* blob = std::get_if<BlobView>(&value);
    const char* place = nullptr;
    if (text) {
        place = digits_.data() + digits_.size();
        digits_.append(*text).push_back('\0');
    } else if (blob) {
        place = blob->bytes.data() ? blob->bytes.data() : "";
    }
    places_.push_back(place);
    lengths_.push_back(blob ? static_cast<int>(blob->bytes.size()) : 0);
    formats_.push_back(blob ? binary : 0);
}

void PostgresConnection::fill_parameters(std::span<const Value> values) {
    constexpr std::size_t number_size_max = 24;
    digits_.clear();
    places_.clear();
    lengths_.clear();
    formats_.clear();
    std::size_t size = 0;  // reserved at once: `places_` point into it
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto* text = std::get_if<std::string_view>(&values[i]);
        if (text && text->find('\0') != std::string_view::npos) {
            throw std::invalid_argument("a text with NUL cannot be stored");
        }
        size += text ? text->size() + 1 : number_size_max * width(shape_[i]);
    }
    digits_.reserve(size);
    for (std::size_t i = 0; i < values.size(); ++i) add_parameter(values[i], width(shape_[i]));
}

void PostgresConnection::send_execute(const std::string& name) {
    send(pq_.sendQueryPrepared(connection_.get(), name.c_str(), static_cast<int>(places_.size()),
                               places_.data(), lengths_.data(), formats_.data(), 0),
         Part::rows);
}

void PostgresConnection::send_number() {
    send(pq_.sendQueryPrepared(connection_.get(), "moothall_number", 0, nullptr, nullptr, nullptr,
                               0),
         Part::number);
}

void PostgresConnection::send_version() {
    send(pq_.sendQueryPrepared(connection_.get(), "moothall_version", 0, nullptr, nullptr, nullptr,
                               0),
         Part::version);
}

// Its answer is read with the next batch's. A connection that fails here shows it then.
void PostgresConnection::send_end(const char* text) noexcept {
    if (!has_begun_) return;
    has_begun_ = false;
    const bool is_sent = pq_.sendQueryParams(connection_.get(), text, 0, nullptr, nullptr, nullptr,
                                             nullptr, 0) != 0 &&
                         pq_.pipelineSync(connection_.get()) != 0;
    if (is_sent) unanswered_.insert(unanswered_.end(), {Part::ignored, Part::sync});
}

// ---- receiving

void PostgresConnection::wait_for_server() {
    pollfd socket{.fd = pq_.socket(connection_.get()), .events = POLLIN, .revents = 0};
    const int ready = poll(&socket, 1, is_patient_ ? -1 : answer_time_max_ms);
    if (ready == 0) lose("the server does not answer");
    if (ready < 0 && errno != EINTR) lose(std::strerror(errno));
}

PostgresConnection::Result PostgresConnection::next_result() {
    while (pq_.isBusy(connection_.get())) {
        wait_for_server();
        if (!pq_.consumeInput(connection_.get())) lose(pq_.errorMessage(connection_.get()));
    }
    Result result(pq_.getResult(connection_.get()), ClearPostgres{&pq_});
    if (pq_.status(connection_.get()) != CONNECTION_OK) lose(pq_.errorMessage(connection_.get()));
    return result;
}

void PostgresConnection::sort_answer(Part part, Result result, Answers& answers) {
    if (part == Part::ignored) return;
    const ExecStatusType status = pq_.resultStatus(result.get());
    if (status == PGRES_PIPELINE_ABORTED) return;  // an earlier one has failed
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        if (!answers.error) answers.error = std::move(result);
        return;
    }
    if (part == Part::prepare) answers.is_prepared = true;
    if (part == Part::version) {
        version_ = std::to_string(era_) + '/' + pq_.getvalue(result.get(), 0, 0);
    }
    if (part == Part::number) number_ = to_integer(pq_.getvalue(result.get(), 0, 0));
    if (part == Part::commit) answers.commit_tag = pq_.cmdStatus(result.get());
    if (part == Part::rows) answers.rows = std::move(result);
}

PostgresConnection::Answers PostgresConnection::exchange() {
    send(pq_.pipelineSync(connection_.get()), Part::sync);
    Answers answers;
    for (const Part part : unanswered_) {
        Result result = next_result();
        if (part == Part::sync) {
            if (pq_.resultStatus(result.get()) != PGRES_PIPELINE_SYNC) lose("an answer is missing");
            continue;
        }
        if (!result) lose("an answer is missing");
        sort_answer(part, std::move(result), answers);
        if (next_result()) lose("an answer was not expected");  // each ends with nothing
    }
    unanswered_.clear();
    return answers;
}

// ---- statements

void PostgresConnection::refuse_if_failed(const std::string& name) const {
    if (has_failed_) throw std::runtime_error("statement " + name + " came after one that failed");
}

PostgresConnection::Cache::Entry* PostgresConnection::prepare(const Statement& statement,
                                                              std::span<const Value> values) {
    if (Cache::Entry* known = cache_.find(statement.text, shape_)) {
        send_begin();
        return known;
    }
    const std::string name = "s" + std::to_string(++names_);
    send_begin();
    send_prepare(statement, values, name);
    return &cache_.keep(statement.text, shape_, {.name = name},
                        [this](Prepared& dropped) { dropped_.push_back(dropped.name); });
}

std::int64_t PostgresConnection::run(const Statement& statement, std::span<const Value> values,
                                     const Visit& visit) {
    refuse_if_failed(statement.name);
    write_shape(values, shape_);
    fill_parameters(values);
    Cache::Entry* const entry = prepare(statement, values);
    const bool had_run = entry->prepared.has_run;
    send_execute(entry->prepared.name);
    if (role_ == Role::writes && number_ == 0) send_number();

    const Answers answers = exchange();
    entry->prepared.has_run = had_run || answers.is_prepared;
    if (!entry->prepared.has_run) cache_.remove(*entry);
    if (!expected_.empty() && version_ != expected_) throw VersionMoved{};
    if (answers.error) fail(statement.name, answers.error.get(), had_run);
    if (!answers.rows) lose("an answer is missing");

    ResultRow row(pq_, answers.rows.get());
    const int rows = pq_.ntuples(answers.rows.get());
    for (int i = 0; i < rows; ++i) {
        row.move_to(i);
        if (!visit(row)) break;
    }
    // A SELECT counts its rows too, which changed nothing.
    const std::string_view tag = pq_.cmdStatus(answers.rows.get());
    const std::string_view count = pq_.cmdTuples(answers.rows.get());
    return count.empty() || starts_with_any(tag, {"SELECT", "FETCH"}) ? 0 : to_integer(count);
}

void PostgresConnection::run_script(const Statement& script) {
    refuse_if_failed(script.name);
    is_patient_ = true;
    send_begin();
    if (role_ == Role::writes && number_ == 0) send_number();
    if (const Answers answers = exchange(); answers.error) {
        fail(script.name, answers.error.get(), false);
    }
    pq_.exitPipelineMode(connection_.get());  // several statements in one text need it
    const Result result(pq_.exec(connection_.get(), script.text.c_str()), ClearPostgres{&pq_});
    if (pq_.status(connection_.get()) != CONNECTION_OK) lose(pq_.errorMessage(connection_.get()));
    pq_.enterPipelineMode(connection_.get());
    const ExecStatusType status = pq_.resultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) {
        fail(script.name, result.get(), false);
    }
}

std::string PostgresConnection::version() {
    if (role_ == Role::writes) {
        return "writing-" + std::to_string(transaction_number()) + '-' +
               std::to_string(++versions_);
    }
    refuse_if_failed("sql_version");
    if (version_.empty()) {
        send_begin();
        read_version();
    }
    return version_;
}

std::string PostgresConnection::look() {
    begin();
    read_version();
    return version_;
}

void PostgresConnection::read_version() {
    send_version();
    if (const Answers answers = exchange(); answers.error) {
        fail("sql_version", answers.error.get(), false);
    }
}

std::int64_t PostgresConnection::transaction_number() {
    refuse_if_failed("sql_transaction_number");
    if (role_ == Role::writes && number_ == 0) {
        send_begin();
        send_number();
        const Answers answers = exchange();
        if (answers.error) fail("sql_transaction_number", answers.error.get(), false);
    }
    return number_;
}

std::int64_t PostgresConnection::settled_below() {
    static const Statement settled{"sql_settled_below",
                                   "SELECT pg_snapshot_xmin(pg_current_snapshot())::text"};
    std::int64_t number = 0;
    run(settled, {}, [&number](const Row& row) {
        number = row.integer(0);
        return false;
    });
    return number;
}

// ---- the end of a transaction

void PostgresConnection::commit(const CommitMark& mark) {
    if (has_failed_) throw std::runtime_error("a statement of this transaction had failed");
    if (!has_begun_) return;  // nothing was run, so there is nothing to save
    shape_ = "ii";
    fill_parameters(std::array{Value(mark.writer), Value(mark.count)});
    send(pq_.sendQueryPrepared(connection_.get(), "moothall_mark", 2, places_.data(), nullptr,
                               nullptr, 0),
         Part::mark);
    is_commit_unanswered_ = true;
    send_plain("COMMIT", Part::commit);
    const Answers answers = exchange();
    is_commit_unanswered_ = false;
    if (answers.error) fail("COMMIT", answers.error.get(), false);
    has_begun_ = false;
    if (answers.commit_tag != "COMMIT") {
        throw std::runtime_error("PostgreSQL has rolled the transaction back");
    }
}

// The number tells whether it is still under way, the mark, in a snapshot taken after that, what
// became of it.
PostgresConnection::Fate PostgresConnection::fate(std::int64_t number, const CommitMark& mark) {
    static const Statement status{"sql_fate", "SELECT pg_xact_status(CAST($1 AS xid8))"};
    static const Statement left{"sql_mark",
                                "SELECT 1 FROM commit_marks WHERE writer = $1 AND count = $2"};
    bool is_open = false;
    bool is_marked = false;
    begin();
    try {
        const std::string text = std::to_string(number);
        run(status, std::array{Value(std::string_view(text))}, [&](const Row& row) {
            is_open = !row.is_null(0) && row.text(0) == "in progress";
            return false;
        });
    } catch (const ConnectionLost&) {
        throw;
    } catch (const std::runtime_error&) {
        // A number of the future: the server has gone back to a time before this transaction.
    }
    roll_back();
    if (is_open) return Fate::open;
    begin();
    run(left, std::array{Value(mark.writer), Value(mark.count)}, [&](const Row&) {
        is_marked = true;
        return false;
    });
    roll_back();
    return is_marked ? Fate::committed : Fate::undone;
}

void PostgresConnection::remove_mark(std::int64_t writer) {
    static const Statement remove{"sql_remove_mark", "DELETE FROM commit_marks WHERE writer = $1"};
    begin();
    run(remove, std::array{Value(writer)}, [](const Row&) { return true; });
    send_plain("COMMIT", Part::ignored);
    exchange();
}

// ---- errors

void PostgresConnection::lose(const std::string& why) {
    has_failed_ = true;
    throw ConnectionLost("The database cannot be reached: " + why.substr(0, why.find('\n')));
}

std::string PostgresConnection::field(const PGresult* result, int code) const {
    const char* text = pq_.resultErrorField(result, code);
    return text ? text : "";
}

// Only the primary message is told, for the detail quotes the row; and of bad values (class 22) not
// even that, for it quotes the value.
void PostgresConnection::fail(const std::string& name, const PGresult* error, bool may_be_stale) {
    has_failed_ = true;
    const std::string state = field(error, PG_DIAG_SQLSTATE);
    const std::string said = field(error, PG_DIAG_MESSAGE_PRIMARY);
    const std::string told =
        "statement " + name + ": " + (state.starts_with("22") ? "a value does not fit" : said) +
        " (" + state + ")";
    if (state == "40001" || state == "40P01") {
        throw SerializationFailure("Too many people were changing this at once. Try again.");
    }
    if (state.empty() || starts_with_any(state, {"08", "57P"})) lose(said);
    // The schema was changed under a prepared statement; a new connection prepares it anew.
    if (may_be_stale && (state == "0A000" || state == "26000")) lose(said);
    if (state.starts_with("23")) throw Conflict(told, field(error, PG_DIAG_CONSTRAINT_NAME));
    if (starts_with_any(state, {"53100", "58030"})) {
        throw base::Unavailable("The database's disk is full or broken, so nothing can be saved.");
    }
    if (starts_with_any(state, {"53", "57014", "55P03"})) {
        throw base::Unavailable("The database is too busy (" + state + "). Try again in a moment.");
    }
    throw std::runtime_error(told);
}

}  // namespace sql
