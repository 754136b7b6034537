#include "platform/sql/write_queue.h"

#include <algorithm>
#include <iterator>

namespace sql {

bool WriteQueue::try_add(Job& job, const char*& why) {
    const std::scoped_lock lock(mutex_);
    if (is_closed_) {
        why = "The database is being closed.";
        return false;
    }
    if (jobs_.size() >= jobs_max_) {
        why = "Too many changes are waiting to be saved. Try again in a moment.";
        return false;
    }
    jobs_.push_back(std::move(job));
    return true;
}

void WriteQueue::add(Job job) {
    const char* why = nullptr;
    if (try_add(job, why)) changed_.notify_one();
    else job.done(std::make_exception_ptr(base::Unavailable(why)));
}

void WriteQueue::take(std::vector<Job>& into, std::size_t most) {
    into.clear();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !jobs_.empty() || is_closed_; });
    const auto count = static_cast<std::ptrdiff_t>(std::min(most, jobs_.size()));
    std::move(jobs_.begin(), jobs_.begin() + count, std::back_inserter(into));
    jobs_.erase(jobs_.begin(), jobs_.begin() + count);
}

void WriteQueue::close() {
    const std::scoped_lock lock(mutex_);
    is_closed_ = true;
    changed_.notify_all();
}

}  // namespace sql
