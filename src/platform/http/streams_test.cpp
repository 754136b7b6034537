#include "platform/http/test_client.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

namespace http {
namespace {

using namespace std::chrono_literals;
using test::Client;
using test::TestServer;
using test::get;

// A server whose every GET becomes a stream, which the test then holds.
class Streams : public ::testing::Test {
protected:
    std::mutex mutex_;
    std::vector<std::shared_ptr<Stream>> streams_;
    TestServer server_{[this](Request, Reply reply) {
                           Response response;
                           response.with("Content-Type", "text/event-stream");
                           response.stream = [this](std::shared_ptr<Stream> stream) {
                               stream->send("retry: 1000\n\n");
                               const std::scoped_lock lock(mutex_);
                               streams_.push_back(std::move(stream));
                           };
                           reply(std::move(response));
                       },
                       [](auto& options) { options.limits.write_time_max = 1s; }};

    std::shared_ptr<Stream> open(Client& client) {
        client.send(get("/stream"));
        std::string head;
        while (!head.ends_with("retry: 1000\n\n")) {
            const auto some = client.read_some();
            if (some.empty()) return nullptr;
            head += some;
        }
        EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\n"));
        EXPECT_TRUE(head.contains("Connection: close\r\n"));
        EXPECT_FALSE(head.contains("Content-Length"));
        const std::scoped_lock lock(mutex_);
        return streams_.back();
    }

    std::size_t open_streams() { return server_.server().counters().open_streams; }

    void let_go() {
        const std::scoped_lock lock(mutex_);
        streams_.clear();
    }
};

TEST_F(Streams, WhatIsSentArrivesInOrderFromAnyThread) {
    Client client(server_.port());
    const auto stream = open(client);
    ASSERT_TRUE(stream);
    std::string expected, came;
    for (int count = 0; count < 5'000; ++count) expected += std::to_string(count) + "\n";
    std::jthread sender([&] {
        for (int count = 0; count < 5'000; ++count) stream->send(std::to_string(count) + "\n");
    });
    while (came.size() < expected.size()) {
        const auto some = client.read_some();
        ASSERT_FALSE(some.empty());
        came += some;
    }
    EXPECT_EQ(came, expected);
    EXPECT_EQ(open_streams(), 1U);
}

TEST_F(Streams, ManyThreadsMaySendToOne) {
    Client client(server_.port());
    const auto stream = open(client);
    ASSERT_TRUE(stream);
    {
        std::vector<std::jthread> senders;
        for (int thread = 0; thread < 4; ++thread)
            senders.emplace_back([&] {
                for (int count = 0; count < 500; ++count) stream->send("12345678\n");
            });
    }
    std::size_t size = 0;
    while (size < 4 * 500 * 9) size += client.read_some().size();
    EXPECT_EQ(size, 4U * 500 * 9);
}

TEST_F(Streams, ItIsClosedWhenTheHandlerSaysSoAndNothingIsLost) {
    Client client(server_.port());
    const auto stream = open(client);
    ASSERT_TRUE(stream);
    stream->send("last words");
    stream->close();
    stream->send("unheard");
    EXPECT_FALSE(stream->is_open());
    EXPECT_EQ(client.read_to_end(), "last words");
    EXPECT_TRUE(test::becomes_true([&] { return open_streams() == 0; }));
}

TEST_F(Streams, ItIsClosedWhenTheHandlerLetsGo) {
    Client client(server_.port());
    ASSERT_TRUE(open(client));
    let_go();
    EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(Streams, APeerThatLeavesIsNoticed) {
    Client polite(server_.port()), rude(server_.port());
    const auto first = open(polite), second = open(rude);
    ASSERT_TRUE(first && second);
    polite.end_sending();
    EXPECT_TRUE(test::becomes_true([&] { return !first->is_open(); }));
    rude.reset();
    EXPECT_TRUE(test::becomes_true([&] { return !second->is_open(); }));
    first->send("to nobody");
    EXPECT_TRUE(test::becomes_true([&] { return open_streams() == 0; }));
}

TEST_F(Streams, OneThatDoesNotKeepUpIsDropped) {
    Client client(server_.port(), 4'096);
    const auto stream = open(client);
    ASSERT_TRUE(stream);
    const std::string bytes(10'000, 'x');
    EXPECT_TRUE(test::becomes_true([&] {
        for (int count = 0; count < 100; ++count) stream->send(bytes);
        return !stream->is_open();
    }));
    EXPECT_TRUE(test::becomes_true([&] { return open_streams() == 0; }));
}

TEST_F(Streams, OneThatTakesNothingIsDroppedInTime) {
    Client client(server_.port(), 4'096);
    const auto stream = open(client);
    ASSERT_TRUE(stream);
    for (int count = 0; count < 10'000 && stream->is_open(); ++count) {
        stream->send(std::string(1'000, 'x'));  // slowly enough for the queue to be taken
        std::this_thread::sleep_for(100us);
    }
    EXPECT_TRUE(test::becomes_true([&] { return !stream->is_open(); }));
}

TEST_F(Streams, AMessageBeyondTheQueueDropsIt) {
    Client client(server_.port());
    const auto stream = open(client);
    ASSERT_TRUE(stream);
    stream->send(std::string(60 * 1024, 'x'));
    EXPECT_EQ(client.read_some().empty(), false);
    stream->send(std::string(64 * 1024 + 1, 'x'));
    EXPECT_FALSE(stream->is_open());
}

TEST_F(Streams, APeerThatTalksIsHeardOutButNotForEver) {
    Client client(server_.port());
    const auto stream = open(client);
    ASSERT_TRUE(stream);
    client.send(std::string(1'000, 'x'));
    stream->send("still here");
    EXPECT_EQ(client.read_some(), "still here");
    client.send(std::string(200'000, 'x'));
    EXPECT_TRUE(test::becomes_true([&] { return !stream->is_open(); }));
}

TEST_F(Streams, AHeadRequestOpensNone) {
    Client client(server_.port());
    client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n");
    const auto answer = client.read(true);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("content-type"), "text/event-stream");
    EXPECT_TRUE(client.ends_within(2s));
    EXPECT_TRUE(streams_.empty());
}

TEST_F(Streams, AStopClosesThem) {
    std::vector<std::unique_ptr<Client>> clients;
    for (int count = 0; count < 200; ++count) {
        clients.push_back(std::make_unique<Client>(server_.port()));
        ASSERT_TRUE(open(*clients.back()));
    }
    EXPECT_EQ(open_streams(), 200U);
    const auto start = std::chrono::steady_clock::now();
    server_.stop();
    for (auto& client : clients) {
        EXPECT_EQ(client->read_to_end(), "");
        client.reset();
    }
    server_.wait();
    EXPECT_LT(std::chrono::steady_clock::now() - start, 3s);
    for (const auto& stream : streams_) {
        EXPECT_FALSE(stream->is_open());
        stream->send("the server is gone");
    }
}

TEST(StreamsAtTheEnd, OneMayOutliveItsServer) {
    std::shared_ptr<Stream> stream;
    {
        TestServer server([&](Request, Reply reply) {
            Response response;
            response.stream = [&](std::shared_ptr<Stream> opened) { stream = std::move(opened); };
            reply(std::move(response));
        });
        Client client(server.port());
        client.send(get("/"));
        ASSERT_TRUE(
            test::becomes_true([&] { return server.server().counters().open_streams == 1; }));
    }
    stream->send("nobody");
    stream->close();
    EXPECT_FALSE(stream->is_open());
}

}  // namespace
}  // namespace http
