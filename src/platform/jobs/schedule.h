#pragma once
// Work that comes again every so often (purges, backups), at most once a turn however many nodes
// there are. A turn that failed is tried again soon; one that was missed is not made up for twice.

#include "platform/base/time.h"
#include "platform/sql/database.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace jobs {

struct Recurring {
    std::string name;  // "web.purge"; of its row
    std::chrono::microseconds every;
    std::function<void()> run;  // outside any transaction; throws: again in ten minutes
};

// Safe for concurrent use.
class Schedule {
public:
    Schedule(sql::Database& database, const base::Clock& clock, std::vector<Recurring> works);
    ~Schedule();

    void start();
    void stop();  // waits for the work under way

    int run_due();  // on the calling thread; gives how many it ran

private:
    void run(const std::stop_token& stop);
    bool run_one(const Recurring& work);
    bool claim(const Recurring& work);

    sql::Database& database_;
    const base::Clock& clock_;
    const std::vector<Recurring> works_;
    std::mutex mutex_;
    std::condition_variable_any stopping_;
    std::jthread thread_;
};

}  // namespace jobs
