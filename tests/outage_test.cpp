// PostgreSQL goes away under the running program and comes back: requests wait or are told so, what
// was typed comes back, and nothing has to be started again.

#include "platform/sql/test_server.h"
#include "tests/real_site.h"

#include <future>
#include <gtest/gtest.h>

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

class Outage : public testing::Test {
protected:
    void SetUp() override {
        place_ = std::make_unique<Place>(postgres_.url());
        const auto email = plant(*place_);
        server_ = std::make_unique<Server>(*place_);
        member_ = sign_in(*place_, port(), email, 1).front();
        topic_ = a_topic(member_, port());
    }
    std::uint16_t port() { return server_->port(); }
    Reply reply(const std::string& words) { return write_reply(member_, port(), topic_, words); }
    Answer post(const Reply& reply) { return member_.post(port(), reply.path, reply.fields, 40); }
    int count(const std::string& words) {
        const auto found =
            place_->rows("SELECT markdown FROM posts WHERE markdown = '" + words + "'");
        return static_cast<int>(found.size());
    }

    sql::testing::TestServer postgres_;
    std::unique_ptr<Place> place_;
    std::unique_ptr<Server> server_;
    Member member_;
    std::string topic_;
};

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
