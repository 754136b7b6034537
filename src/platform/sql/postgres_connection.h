#pragma once
// One connection to a PostgreSQL server. What belongs together travels together: BEGIN with the
// first statement, COMMIT without waiting where nobody needs its answer. A read that knows the
// version sends its first statement alone, as a transaction of its own with the version beside it;
// most pages need no second. Used by one thread at a time.

#include "platform/base/result.h"
#include "platform/sql/libpq.h"
#include "platform/sql/statement_cache.h"
#include "platform/sql/tx.h"

#include <memory>
#include <string>
#include <vector>

namespace sql {

// The connection is gone, or unfit; the work may run again on another one.
struct ConnectionLost : base::Unavailable {
    using base::Unavailable::Unavailable;
};

// Two transactions stood in each other's way; this one may run again.
struct SerializationFailure : base::Unavailable {
    using base::Unavailable::Unavailable;
};

struct FinishPostgres {
    const Libpq* pq = nullptr;
    void operator()(PGconn* connection) const noexcept { pq->finish(connection); }
};
struct ClearPostgres {
    const Libpq* pq = nullptr;
    void operator()(PGresult* result) const noexcept { pq->clear(result); }
};

class PostgresConnection final : public Connection {
public:
    enum class Role { reads, writes };

    // Throws ConnectionLost when the server does not answer, std::runtime_error when it refuses.
    // What is remembered of one era is nothing to the next: a server that has crashed gives the
    // numbers of lost transactions out again, and so may name another state by the same snapshot.
    PostgresConnection(const Libpq& pq, const std::string& url, Role role, std::int64_t era);
    std::int64_t era() const { return era_; }
    PostgresConnection(const PostgresConnection&) = delete;

    Engine engine() const override { return Engine::postgresql; }
    std::int64_t run(const Statement& statement, std::span<const Value> values,
                     const Visit& visit) override;
    void run_script(const Statement& script) override;
    std::string version() override;
    std::int64_t transaction_number() override;
    std::int64_t settled_below() override;

    // Another version than the one that a read began with: it begins again, without one.
    struct VersionMoved {};

    // Sent with the first statement; with a version, if at all, with the second.
    void begin(std::string_view version = {});
    std::string look();  // the version now, outside of a transaction
    void end_snapshot() noexcept { send_end("COMMIT"); }  // of a reader
    void roll_back() noexcept { send_end("ROLLBACK"); }

    // What a commit leaves behind, so that its fate can be told when its answer is lost.
    struct CommitMark {
        std::int64_t writer = 0;  // one row of commit_marks each
        std::int64_t count = 0;
    };
    void commit(const CommitMark& mark);
    // True from the sending of a commit to its answer; then number() tells whose fate is unknown.
    bool is_commit_unanswered() const { return is_commit_unanswered_; }
    std::int64_t number() const { return number_; }  // 0 before the first statement

    enum class Fate { open, committed, undone };
    Fate fate(std::int64_t number, const CommitMark& mark);
    void remove_mark(std::int64_t writer);

private:
    using Result = std::unique_ptr<PGresult, ClearPostgres>;
    struct Prepared {
        std::string name;
        bool has_run = false;
    };
    using Cache = StatementCache<Prepared>;

    // What was sent and is not yet answered, in order.
    enum class Part { ignored, begin, version, prepare, rows, number, mark, commit, sync };
    struct Answers {
        Result rows;
        Result error;        // the first
        bool is_prepared = false;
        std::string commit_tag;
    };
    class ResultRow;

    void connect(const std::string& url);
    void set_up();
    void send(int is_sent, Part part);
    void send_plain(const char* text, Part part);
    void send_begin();
    void send_prepare(const Statement& statement, std::span<const Value> values,
                      const std::string& name);
    void send_execute(const std::string& name);
    void send_number();
    void send_version();
    void read_version();
    void send_end(const char* text) noexcept;
    void fill_parameters(std::span<const Value> values);
    void add_parameter(const Value& value, std::size_t width);
    void add_number(std::int64_t number);

    Answers exchange();  // sync, and wait for all that is unanswered
    void sort_answer(Part part, Result result, Answers& answers);
    Result next_result();
    void wait_for_server();
    Cache::Entry* prepare(const Statement& statement, std::span<const Value> values);

    [[noreturn]] void lose(const std::string& why);
    [[noreturn]] void fail(const std::string& name, const PGresult* error, bool may_be_stale);
    std::string field(const PGresult* result, int code) const;
    void refuse_if_failed(const std::string& name) const;

    const Libpq& pq_;
    const Role role_;
    const std::int64_t era_;
    std::unique_ptr<PGconn, FinishPostgres> connection_;
    Cache cache_;
    std::vector<Part> unanswered_;
    std::vector<std::string> dropped_;  // prepared statements to be forgotten by the server
    std::int64_t names_ = 0;
    std::int64_t versions_ = 0;

    bool has_begun_ = false;
    bool stood_alone_ = false;   // the first statement of a read that knows its version
    std::string version_;        // of this read's snapshot, once it is known
    std::string expected_;       // the version that it began with; empty: none
    bool has_failed_ = false;   // a statement of this transaction
    bool is_patient_ = false;   // this transaction runs scripts, which may take their time
    bool is_commit_unanswered_ = false;
    std::int64_t number_ = 0;

    // Kept for their memory: the parameters of the statement being sent.
    std::string shape_;
    std::string digits_;
    std::vector<const char*> places_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

}  // namespace sql
