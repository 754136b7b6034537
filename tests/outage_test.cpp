// PostgreSQL goes away under the running program and comes back: requests wait or are told so, what
// was typed comes back, and nothing has to be started again.

#include "tests/outage.h"

namespace {

using namespace real_site;

bool becomes_true(std::chrono::seconds most, const std::function<bool()>& condition) {
    const auto until = SteadyClock::now() + most;
    while (!condition()) {
        if (SteadyClock::now() > until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return true;
}

TEST_F(Outage, AShortOneIsWaitedOut) {
    const auto before = reply("Written before.");
    postgres_.crash();
    auto sent = std::async(std::launch::async, [&] { return post(before); });
    Member reader = member_;
    auto read = std::async(std::launch::async, [&] { return reader.get(port(), topic_, 40); });
    std::this_thread::sleep_for(std::chrono::seconds(2));
    postgres_.start();
    const auto answer = sent.get();
    EXPECT_EQ(answer.status, 303) << answer.head << " after " << answer.seconds << " s; "
                                  << server_->process().said();
    EXPECT_EQ(read.get().status, 200);
    EXPECT_TRUE(server_->process().is_running()) << server_->process().said();
    EXPECT_EQ(count("Written before."), 1);
}

TEST_F(Outage, ALongOneIsSaidAndWhatWasTypedComesBack) {
    const auto before = reply("Nobody shall lose this.");
    postgres_.stop();
    const auto began = SteadyClock::now();
    auto sent = std::async(std::launch::async, [&] { return post(before); });
    Member reader = member_;
    auto read = std::async(std::launch::async, [&] { return reader.get(port(), topic_, 40); });
    const auto asset = ask(port(), "GET /assets/none HTTP/1.1\r\nHost: localhost\r\n"
                                   "Connection: close\r\n\r\n");
    EXPECT_EQ(asset.status, 404);
    EXPECT_LT(asset.seconds, 2.0) << "what needs no database is answered meanwhile";
    const auto told = sent.get();
    EXPECT_EQ(told.status, 503);
    EXPECT_EQ(read.get().status, 503);
    EXPECT_GT(seconds_since(began), 8.0) << "it was given time to come back";
    ASSERT_TRUE(told.page().has("#body"));
    EXPECT_EQ(told.page().find("#body").text(), "Nobody shall lose this.");
    const auto health = ask(port(), "GET /health HTTP/1.1\r\nHost: localhost\r\n"
                                    "Connection: close\r\n\r\n");
    EXPECT_EQ(health.status, 503);
    EXPECT_LT(health.seconds, 3.0) << "who comes late does not wait the whole time again";
    EXPECT_TRUE(server_->process().is_running());

    postgres_.start();
    EXPECT_TRUE(becomes_true(std::chrono::seconds(20), [&] {
        return ask(port(), "GET /health HTTP/1.1\r\nHost: localhost\r\n"
                           "Connection: close\r\n\r\n").status == 200;
    }));
    auto page = told.page();
    Answer again;
    for (int presses = 0; presses < 2 && again.status != 303; ++presses) {  // "once more", perhaps
        again = member_.post(port(), page.action_of("/replies"), page.fields_of("/replies"));
        page = again.page();
    }
    EXPECT_EQ(again.status, 303);
    EXPECT_EQ(count("Nobody shall lose this."), 1);
}

TEST_F(Outage, WhatWasAcknowledgedOutlivesTheServersCrash) {
    for (int i = 0; i < 5; ++i) {
        const auto words = "Crash " + std::to_string(i);
        EXPECT_EQ(post(reply(words)).status, 303);
        postgres_.crash();
        postgres_.start();
        EXPECT_EQ(count(words), 1);
    }
    EXPECT_EQ(place_->run({"check"}).code, 0);
}

}  // namespace
