// What waits for a PostgreSQL that is away holds up nothing else. Each of these takes the time that
// a lost database is given: hence a program of their own, beside outage_test.cpp.

#include "tests/outage.h"

namespace {

using namespace real_site;

TEST_F(Outage, HealthDoesNotHoldUpTheRest) {
    postgres_.stop();
    auto health = std::async(std::launch::async, [&] {
        return ask(port(), "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    const auto asset = ask(port(), "GET /assets/none HTTP/1.1\r\nHost: localhost\r\n"
                                   "Connection: close\r\n\r\n");
    EXPECT_EQ(asset.status, 404);
    EXPECT_LT(asset.seconds, 2.0);
    EXPECT_EQ(health.get().status, 503);
    postgres_.start();
}

TEST_F(Outage, AskedToStopWhileTheDatabaseIsAwayItStops) {
    postgres_.stop();
    auto waiting = std::async(std::launch::async, [&] { return member_.get(port(), topic_, 40); });
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const auto asked = SteadyClock::now();
    server_->process().send(SIGTERM);
    const auto ended = server_->process().wait();
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_LT(seconds_since(asked), 20.0);
    waiting.get();
    postgres_.start();
}

}  // namespace
