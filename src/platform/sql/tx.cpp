#include "platform/sql/tx.h"

#include "platform/base/log.h"

#include <chrono>
#include <stdexcept>

namespace sql {

namespace {

// Writes the slow log also when the statement ends by throwing.
class Stopwatch {
public:
    Stopwatch(const Statement& statement, Engine engine, std::int64_t slow_us)
        : statement_(statement), engine_(engine), slow_us_(slow_us) {}
    Stopwatch(const Stopwatch&) = delete;
    ~Stopwatch() {
        const auto taken = std::chrono::steady_clock::now() - begin_;
        const std::int64_t us =
            std::chrono::duration_cast<std::chrono::microseconds>(taken).count();
        if (us < slow_us_) return;
        const auto engine = engine_ == Engine::sqlite ? base::log::Words("sqlite")
                                                      : base::log::Words("postgresql");
        base::log::warning("slow_statement", {{"name", base::log::ours(statement_.name)},
                                              {"us", us},
                                              {"engine", engine}});
    }

private:
    const Statement& statement_;
    const Engine engine_;
    const std::int64_t slow_us_;
    const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace

std::int64_t Tx::visit(const Statement& statement, std::span<const Value> values,
                       const Connection::Visit& visit) {
    ++statements_;
    const Stopwatch stopwatch(statement, connection_.engine(), slow_us_);
    return connection_.run(statement, values, visit);
}

std::int64_t Tx::run_text(const Statement& statement, std::span<const Value> values,
                          const Connection::Visit& visit) {
    ++statements_;
    return connection_.run(statement, values, visit);
}

void Tx::run_script(const Statement& script) {
    ++statements_;
    connection_.run_script(script);
}

void Tx::no_row(const Statement& statement) {
    throw std::runtime_error("statement " + statement.name + " gave no row, but one was promised");
}

void detail::wrong_columns(int columns, int fields) {
    throw std::logic_error("a statement gives " + std::to_string(columns) +
                           " columns, but its row has " + std::to_string(fields) + " fields");
}

}  // namespace sql
