#pragma once
// A lane: a few threads that take work from one bounded queue. What is left when it stops is still
// carried out.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace web {

// Safe for concurrent use.
class WorkLane {
public:
    using Work = std::move_only_function<void()>;

    WorkLane(int threads, std::size_t queue_max);
    ~WorkLane();
    bool submit(Work work);  // false: the queue is full, or the lane has stopped
    void stop();             // finishes what was taken

private:
    void run(const std::stop_token& stop);

    const std::size_t queue_max_;
    std::mutex mutex_;
    std::condition_variable_any news_;
    std::deque<Work> queue_;
    bool is_open_ = true;
    std::vector<std::jthread> threads_;
};

}  // namespace web
