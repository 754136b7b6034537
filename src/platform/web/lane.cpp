#include "platform/web/lane.h"

namespace web {

WorkLane::WorkLane(int threads, std::size_t queue_max) : queue_max_(queue_max) {
    for (int i = 0; i < threads; ++i) {
        threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
    }
}

WorkLane::~WorkLane() { stop(); }

bool WorkLane::submit(Work work) {
    {
        const std::scoped_lock lock(mutex_);
        if (!is_open_ || queue_.size() >= queue_max_) return false;
        queue_.push_back(std::move(work));
    }
    news_.notify_one();
    return true;
}

void WorkLane::stop() {
    {
        const std::scoped_lock lock(mutex_);
        is_open_ = false;
    }
    for (auto& thread : threads_) thread.request_stop();
    news_.notify_all();
    threads_.clear();
}

void WorkLane::run(const std::stop_token& stop) {
    for (;;) {
        Work work;
        {
            std::unique_lock lock(mutex_);
            news_.wait(lock, stop, [this] { return !queue_.empty(); });
            if (queue_.empty()) return;
            work = std::move(queue_.front());
            queue_.pop_front();
        }
        work();
    }
}

}  // namespace web
