#include "platform/sql/job_queue.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace sql {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

struct NamedJob {
    int name = 0;
    Done done = [](const std::exception_ptr&) {};
};

class JobQueueTest : public ::testing::Test {
protected:
    void add(int count) {
        for (int i = 0; i < count; ++i) queue_.add({.name = i});
    }
    std::size_t take_together(std::chrono::microseconds moment) {
        queue_.take_together(jobs_, 64, moment);
        return jobs_.size();
    }

    JobQueue<NamedJob> queue_{100, "full"};
    std::vector<NamedJob> jobs_;
};

TEST_F(JobQueueTest, OneAloneIsNotKeptWaiting) {
    for (int i = 0; i < 3; ++i) {
        add(1);
        const auto began = Clock::now();
        EXPECT_EQ(take_together(10s), 1u);
        EXPECT_LT(Clock::now() - began, 5s);
    }
}

TEST_F(JobQueueTest, WhoCameTogetherIsWaitedForTogether) {
    add(4);
    EXPECT_EQ(take_together(10s), 4u);
    std::jthread late([this] {
        for (int i = 0; i < 4; ++i) {
            std::this_thread::sleep_for(5ms);
            add(1);
        }
    });
    EXPECT_EQ(take_together(10s), 4u);
}

TEST_F(JobQueueTest, WhoDoesNotComeIsWaitedForAMomentOnly) {
    add(4);
    EXPECT_EQ(take_together(1ms), 4u);
    add(2);
    EXPECT_EQ(take_together(1ms), 2u);
    add(1);
    EXPECT_EQ(take_together(1ms), 1u);
    add(1);
    EXPECT_EQ(take_together(10s), 1u) << "one came last, so one is enough";
}

TEST_F(JobQueueTest, ClosingEndsTheWait) {
    add(3);
    EXPECT_EQ(take_together(10s), 3u);
    std::jthread closer([this] {
        std::this_thread::sleep_for(5ms);
        queue_.close();
    });
    EXPECT_EQ(take_together(10s), 0u);
    add(1);
    EXPECT_EQ(take_together(10s), 0u) << "what comes later is told at once";
}

}  // namespace
}  // namespace sql
