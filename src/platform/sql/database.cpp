#include "platform/sql/database.h"

#include "platform/sql/postgres.h"
#include "platform/sql/sqlite.h"

#include <condition_variable>
#include <mutex>

namespace sql {

namespace {

// Where the writer of `write` waits. Told under the lock, so that the waiting thread cannot take it
// down while it is still being told.
class Wait {
public:
    void tell(std::exception_ptr error) {
        const std::scoped_lock lock(mutex_);
        error_ = std::move(error);
        is_over_ = true;
        over_.notify_one();
    }
    void until_over() {
        std::unique_lock lock(mutex_);
        over_.wait(lock, [this] { return is_over_; });
        if (error_) std::rethrow_exception(std::move(error_));
    }

private:
    std::mutex mutex_;
    std::condition_variable over_;
    std::exception_ptr error_;
    bool is_over_ = false;
};

}  // namespace

Url Url::parse(std::string_view text) {
    constexpr std::string_view sqlite = "sqlite:";
    if (text.starts_with("postgresql://") || text.starts_with("postgres://")) {
        return {.engine = Engine::postgresql, .place = std::string(text)};
    }
    if (text.starts_with(sqlite) && text.size() > sqlite.size()) {
        return {.engine = Engine::sqlite, .place = std::string(text.substr(sqlite.size()))};
    }
    // The text is not repeated: it may hold a password.
    throw std::invalid_argument(
        "A database is named by sqlite:PATH or by postgresql://USER@HOST/NAME.");
}

std::unique_ptr<Database> Database::open(const Url& url, const Options& options) {
    if (url.engine == Engine::sqlite) return open_sqlite(url.place, options);
    return open_postgres(url.place, options);
}

void Database::write(const std::function<void(Tx&)>& work) {
    if (is_own_thread()) throw std::logic_error("a write cannot wait for another write");
    Wait wait;
    submit(
        [&work](Tx& tx) {
            work(tx);
            return Ending::commit;
        },
        [&wait](std::exception_ptr error) { wait.tell(std::move(error)); });
    wait.until_over();
}

}  // namespace sql
