#pragma once
// One transaction: the only place from which statements run. Rows come back as the struct that the
// query names, its fields in the order of the columns.

#include "platform/sql/query.h"

#include <array>
#include <boost/pfr/core.hpp>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace sql {

enum class Engine { sqlite, postgresql };

// What an engine does for a transaction. Implemented by SqliteConnection and PostgresConnection.
class Connection {
public:
    using Visit = std::function<bool(const Row&)>;  // false: enough

    virtual ~Connection() = default;
    virtual Engine engine() const = 0;
    // Runs the statement, shows each row to `visit`; gives the number of rows changed.
    virtual std::int64_t run(const Statement& statement, std::span<const Value> values,
                             const Visit& visit) = 0;
    // Several statements without parameters, separated by semicolons.
    virtual void run_script(const Statement& script) = 0;
    // The same for as long as nothing was committed by anyone: a key for what is remembered.
    virtual std::string version() = 0;
    // Numbers this transaction in the order of beginnings; 0 where commits come one by one.
    virtual std::int64_t transaction_number() = 0;
    // Every transaction with a lower number has ended, and its rows can be seen or never will be.
    virtual std::int64_t settled_below() = 0;
};

namespace detail {

template <class T>
concept Scalar = requires(const Row& row, T& into) { read(row, 0, into); };

[[noreturn]] void wrong_columns(int columns, int fields);

template <class T>
void read_row(const Row& row, T& into) {
    if constexpr (Scalar<T>) {
        read(row, 0, into);
    } else if constexpr (!std::is_same_v<T, Nothing>) {
        constexpr int fields = static_cast<int>(boost::pfr::tuple_size_v<T>);
        if (row.columns() != fields) wrong_columns(row.columns(), fields);
        int column = 0;
        boost::pfr::for_each_field(into, [&](auto& field) { read(row, column++, field); });
    }
}

}  // namespace detail

// After a statement has failed the transaction is over: what is run next throws, and so does its
// commit. That is PostgreSQL's rule; SQLite is held to it, so that tests on one tell of both.
class Tx {
public:
    explicit Tx(Connection& connection, std::int64_t slow_us = 50'000)
        : connection_(connection), slow_us_(slow_us) {}
    Tx(const Tx&) = delete;

    template <class R, class... P>
    std::vector<R> all(const Query<R(P...)>& query, const std::type_identity_t<P>&... arguments) {
        std::vector<R> rows;
        visit(query, values(arguments...), [&](const Row& row) {
            detail::read_row(row, rows.emplace_back());
            return true;
        });
        return rows;
    }

    template <class R, class... P>
    std::optional<R> find(const Query<R(P...)>& query,
                          const std::type_identity_t<P>&... arguments) {
        std::optional<R> found;
        visit(query, values(arguments...), [&](const Row& row) {
            detail::read_row(row, found.emplace());
            return false;
        });
        return found;
    }

    // Exactly one row is promised by the statement (an aggregate, a RETURNING).
    template <class R, class... P>
    R one(const Query<R(P...)>& query, const std::type_identity_t<P>&... arguments) {
        auto found = find(query, arguments...);
        if (!found) no_row(query);
        return *std::move(found);
    }

    // Without copies: views inside a row are valid until the next. `each` returns void.
    template <class R, class... P, class Each>
    void each(const Query<R(P...)>& query, Each&& each,
              const std::type_identity_t<P>&... arguments) {
        R read{};  // its strings keep their memory from row to row
        visit(query, values(arguments...), [&](const Row& row) {
            detail::read_row(row, read);
            each(read);
            return true;
        });
    }

    // Gives the number of rows changed.
    template <class... P>
    std::int64_t run(const Query<Nothing(P...)>& query,
                     const std::type_identity_t<P>&... arguments) {
        return visit(query, values(arguments...), [](const Row&) { return true; });
    }

    // For migrations and backups: statements made at run time, as slow as they are.
    std::int64_t run_text(const Statement& statement, std::span<const Value> values = {},
                          const Connection::Visit& visit = [](const Row&) { return true; });
    void run_script(const Statement& script);

    Engine engine() const { return connection_.engine(); }
    std::string version() { return connection_.version(); }
    // For readers of what happened: a row that stores its transaction's number may be passed by
    // a cursor only once it is below settled_below(). SQLite: always 0, and INT64_MAX.
    std::int64_t transaction_number() { return connection_.transaction_number(); }
    std::int64_t settled_below() { return connection_.settled_below(); }
    // From here on, however slow a statement is: for what must leave no line.
    void log_nothing() { slow_us_ = std::numeric_limits<std::int64_t>::max(); }
    std::int64_t statements() const { return statements_; }  // run so far, for tests and the log

private:
    template <class... P>
    static std::array<Value, sizeof...(P)> values(const P&... arguments) {
        return {to_value(arguments)...};
    }
    std::int64_t visit(const Statement& statement, std::span<const Value> values,
                       const Connection::Visit& visit);  // counts, times, logs what is slow
    [[noreturn]] static void no_row(const Statement& statement);

    Connection& connection_;
    std::int64_t slow_us_;
    std::int64_t statements_ = 0;
};

}  // namespace sql
