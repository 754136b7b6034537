#pragma once
// Writes that wait for a thread of the database's own; bounded. Safe for concurrent use.

#include "platform/sql/database.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace sql {

struct Job {
    Work work;
    Done done;
};

class WriteQueue {
public:
    explicit WriteQueue(std::size_t jobs_max) : jobs_max_(jobs_max) {}

    // When there is no place, or it is closed, the job's `done` is told at once.
    void add(Job job);
    // Waits, then gives what is there, up to `most`; nothing when it is closed and empty.
    void take(std::vector<Job>& into, std::size_t most);
    void close();

private:
    bool try_add(Job& job, const char*& why);

    const std::size_t jobs_max_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    bool is_closed_ = false;
};

}  // namespace sql
