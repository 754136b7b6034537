#pragma once
// Makes appear what was said unattributed, when its hour has come; all of it, when the program ends
// in good order. Safe for concurrent use.

#include "features/forum/feature.h"
#include "platform/base/time.h"
#include "platform/sql/database.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace app {

class Publishing {
public:
    // `committed`: after a batch has become durable.
    Publishing(sql::Database& database, const base::Clock& clock, forum::Batch& batch,
               std::function<void()> committed);
    ~Publishing();

    void start();
    void stop();  // what still waits appears now, where it was started

    void run_due();  // on the calling thread

private:
    void run(const std::stop_token& stop);
    void publish(std::vector<forum::Held> batch);
    bool appears(const std::vector<forum::Held>& batch, base::Instant now);
    void done(std::size_t deeds);

    sql::Database& database_;
    const base::Clock& clock_;
    forum::Batch& batch_;
    const std::function<void()> committed_;
    std::mutex mutex_;
    std::condition_variable_any stopping_;
    std::jthread thread_;
};

}  // namespace app
