#pragma once
// Work that waits for a thread of the database's own; bounded. Safe for concurrent use.

#include "platform/sql/database.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <mutex>
#include <vector>

namespace sql {

// A Job has a `done`, which is told at once where there is no place for it.
template <class Job>
class JobQueue {
public:
    // `full` says in a sentence what there is too much of.
    JobQueue(std::size_t jobs_max, const char* full) : jobs_max_(jobs_max), full_(full) {}

    // When there is no place, or it is closed, the job's `done` is told at once.
    void add(Job job) {
        const char* why = nullptr;
        if (try_add(job, why)) tell();
        else job.done(std::make_exception_ptr(base::Unavailable(why)));
    }

    // Waits, then gives what is there, up to `most`; nothing when it is closed and empty.
    void take(std::vector<Job>& into, std::size_t most) {
        into.clear();
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !jobs_.empty() || is_closed_; });
        move_out(into, most);
    }

    // The same for one thread that pays much for each turn: where several came together last time,
    // they have their answers now and soon ask again, so it waits a moment for as many.
    void take_together(std::vector<Job>& into, std::size_t most, std::chrono::microseconds moment) {
        into.clear();
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !jobs_.empty() || is_closed_; });
        wanted_ = together_;
        changed_.wait_for(lock, moment, [this] { return jobs_.size() >= wanted_ || is_closed_; });
        wanted_ = 1;
        together_ = std::clamp<std::size_t>(jobs_.size(), 1, most);
        move_out(into, most);
    }

    void close() {
        const std::scoped_lock lock(mutex_);
        is_closed_ = true;
        changed_.notify_all();
    }

private:
    void move_out(std::vector<Job>& into, std::size_t most) {
        const auto count = static_cast<std::ptrdiff_t>(std::min(most, jobs_.size()));
        std::move(jobs_.begin(), jobs_.begin() + count, std::back_inserter(into));
        jobs_.erase(jobs_.begin(), jobs_.begin() + count);
    }
    void tell() {
        {
            const std::scoped_lock lock(mutex_);
            if (jobs_.size() < wanted_) return;
        }
        changed_.notify_one();
    }
    bool try_add(Job& job, const char*& why) {
        const std::scoped_lock lock(mutex_);
        if (is_closed_) {
            why = "The database is being closed.";
            return false;
        }
        if (jobs_.size() >= jobs_max_) {
            why = full_;
            return false;
        }
        jobs_.push_back(std::move(job));
        return true;
    }

    const std::size_t jobs_max_;
    const char* const full_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    bool is_closed_ = false;
    std::size_t together_ = 1;  // how many came last time
    std::size_t wanted_ = 1;    // how many are waited for
};

struct WriteJob {
    Work work;
    Done done;
};

struct ReadJob {
    Read work;
    Done done;
    std::string version = {};  // as it was looked at; empty: not yet
};

inline constexpr const char* too_many_writes =
    "Too many changes are waiting to be saved. Try again in a moment.";
inline constexpr const char* too_many_reads =
    "Too many people are asking at once. Try again in a moment.";

}  // namespace sql
