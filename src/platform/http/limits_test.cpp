#include "platform/base/log.h"
#include "platform/http/test_client.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <memory>

#include <sys/resource.h>
#include <unistd.h>

namespace http {
namespace {

using namespace std::chrono_literals;
using test::Client;
using test::TestServer;
using test::get;

void short_times(Server::Options& options) {
    options.limits.header_time_max = 1s;
    options.limits.body_time_max = 1s;
    options.limits.idle_time_max = 2s;
    options.limits.write_time_max = 1s;
}

int status_of(std::uint16_t port, std::string_view request) {
    Client client(port);
    client.send(request);
    return client.read().value_or(test::Reading{}).status;
}

double seconds_until(const std::function<void()>& done) {
    const auto start = std::chrono::steady_clock::now();
    done();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void send_endlessly(Client& client, std::string_view bytes) {  // until the connection breaks
    while (client.send(bytes)) {}
}

TEST(Limits, HeadsAndTargetsAreTakenUpToTheirLimit) {
    TestServer server(test::echo());
    const Limits limits;
    const auto target = [&](std::size_t size) { return get("/" + std::string(size - 1, 'a')); };
    EXPECT_EQ(status_of(server.port(), target(limits.target_bytes_max)), 200);
    EXPECT_EQ(status_of(server.port(), target(limits.target_bytes_max + 1)), 414);
    const auto head = [&](std::size_t size) {
        return get("/", "A: " + std::string(size - get("/", "A: \r\n").size(), 'a') + "\r\n");
    };
    EXPECT_EQ(status_of(server.port(), head(limits.header_bytes_max)), 200);
    EXPECT_EQ(status_of(server.port(), head(limits.header_bytes_max + 1)), 431);
}

TEST(Limits, EightMegabytesOfHeadAreAnswered) {
    TestServer server(test::echo());
    const std::string bytes(8 * 1024 * 1024, 'a');
    EXPECT_EQ(status_of(server.port(), "GET / HTTP/1.1\r\nHost: test\r\nA: " + bytes), 431);
    EXPECT_EQ(status_of(server.port(), "GET /" + bytes), 414);
    EXPECT_EQ(status_of(server.port(), bytes), 414);
    std::string many = "GET / HTTP/1.1\r\nHost: test\r\n";
    while (many.size() < bytes.size()) many += "A: b\r\n";
    EXPECT_EQ(status_of(server.port(), many), 431);
}

TEST(Limits, BodiesBeyondTheLimitAreRefusedAtTheirHead) {
    TestServer server(test::echo(), [](auto& options) {
        options.body_limit = [](const Request& request) -> std::uint64_t {
            return request.path == "/upload" ? 3'000'000 : 10;
        };
    });
    const auto post = [](std::string_view path, std::size_t size) {
        return "POST " + std::string(path) + " HTTP/1.1\r\nHost: test\r\nContent-Length: " +
               std::to_string(size) + "\r\n\r\n" + std::string(size, 'a');
    };
    EXPECT_EQ(status_of(server.port(), post("/", 10)), 200);
    EXPECT_EQ(status_of(server.port(), post("/", 11)), 413);
    EXPECT_EQ(status_of(server.port(), post("/upload", 3'000'000)), 200);
    EXPECT_EQ(status_of(server.port(), post("/upload", 3'000'001)), 413);
    const std::string chunked =
        "POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n";
    EXPECT_EQ(status_of(server.port(), chunked + "5\r\nabcde\r\n5\r\nabcde\r\n0\r\n\r\n"), 200);
    EXPECT_EQ(status_of(server.port(), chunked + "5\r\nabcde\r\n6\r\nabcdef\r\n0\r\n\r\n"), 413);
}

TEST(Limits, AnEndlessBodyIsAnsweredAndThenCutOff) {
    TestServer server(test::echo());
    const auto flood = [&](const std::string& framing, const std::string& bytes) {
        Client client(server.port());
        client.send("POST / HTTP/1.1\r\nHost: test\r\n" + framing + "\r\n");
        std::jthread sender([&] { send_endlessly(client, bytes); });
        EXPECT_EQ(client.read().value_or(test::Reading{}).status, 413);
        EXPECT_LT(seconds_until([&] { sender.join(); }), 10) << "it goes on reading for ever";
    };
    const std::string bytes(10'000, 'a');
    std::jthread other([&] { flood("Content-Length: 999999999999\r\n", bytes); });
    flood("Transfer-Encoding: chunked\r\n", "2710\r\n" + bytes + "\r\n");
}

TEST(Limits, AHeadOfOneByteAtATimeRunsOutOfTime) {
    TestServer server(test::echo(), short_times);
    Client client(server.port());
    std::atomic<bool> is_done = false;
    std::jthread dripping([&] {
        for (const char byte : get("/a", "X: " + std::string(100, 'a') + "\r\n")) {
            if (is_done || !client.send({&byte, 1})) return;
            std::this_thread::sleep_for(100ms);
        }
    });
    const double seconds = seconds_until([&] {
        const auto answer = client.read();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, 408);
        EXPECT_EQ(answer->header("connection"), "close");
    });
    is_done = true;
    EXPECT_GT(seconds, 0.8);
    EXPECT_LT(seconds, 3) << "the clock starts at the first byte, not at the last";
}

TEST(Limits, ABodyBelowTheRateRunsOutOfTime) {
    TestServer server(test::echo(), short_times);
    Client client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 1000\r\n\r\n");
    std::atomic<bool> is_done = false;
    std::jthread dripping([&] {
        while (!is_done && client.send("a")) std::this_thread::sleep_for(100ms);
    });
    const double seconds = seconds_until(
        [&] { EXPECT_EQ(client.read().value_or(test::Reading{}).status, 408); });
    is_done = true;
    EXPECT_LT(seconds, 3);
}

TEST(Limits, ASlowButSteadyBodyMayTakeLonger) {
    TestServer server(test::echo(), short_times);
    Client client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 12000\r\n\r\n");
    for (int count = 0; count < 12; ++count) {  // 5 kB a second for 2.4 s; one second is free
        ASSERT_TRUE(client.send(std::string(1'000, 'a')));
        std::this_thread::sleep_for(200ms);
    }
    EXPECT_EQ(client.read().value_or(test::Reading{}).status, 200);
}

TEST(Limits, AnIdleConnectionIsClosedWithoutAWord) {
    TestServer server(test::echo(), short_times);
    Client fresh(server.port()), used(server.port());
    EXPECT_TRUE(used.ask(get("/")));
    EXPECT_FALSE(fresh.ends_within(500ms));
    EXPECT_TRUE(fresh.ends_within(4s));
    EXPECT_TRUE(used.ends_within(4s));
    EXPECT_TRUE(
        test::becomes_true([&] { return server.server().counters().open_connections == 0; }));
}

TEST(Limits, OneWhoDoesNotReadIsCutOff) {
    const std::string bytes(20'000'000, 'x');
    std::string path;
    TestServer server(
        [&](Request request, Reply reply) {
            if (request.path == "/file") return reply({.file = path});
            reply({.static_body = bytes});
        },
        short_times);
    path = server.folder() / "download";
    std::ofstream(path) << bytes;
    for (const char* target : {"/static", "/file"}) {
        Client client(server.port(), 4'096);
        client.send(get(target));
        ASSERT_TRUE(
            test::becomes_true([&] { return server.server().counters().open_connections == 1; }));
        const double seconds = seconds_until([&] {
            EXPECT_TRUE(test::becomes_true(
                [&] { return server.server().counters().open_connections == 0; }));
        });
        EXPECT_GT(seconds, 0.8);
        EXPECT_LT(seconds, 4);
        EXPECT_FALSE(client.read());
    }
}

TEST(Limits, AReaderWhoIsSlowButReadsGetsItAll) {
    const std::string bytes(3'000'000, 'x');
    TestServer server([&](Request, Reply reply) { reply({.static_body = bytes}); }, short_times);
    Client client(server.port(), 4'096);
    client.send(get("/"));
    std::size_t size = 0;
    for (int count = 0; count < 10; ++count) {
        size += client.read_some().size();
        std::this_thread::sleep_for(250ms);
    }
    EXPECT_GT(size, 0U);
    while (size < bytes.size()) {
        const auto some = client.read_some();
        ASSERT_FALSE(some.empty());
        size += some.size();
    }
}

TEST(Limits, AHandlerMayTakeLongerThanAnyOfThem) {
    std::vector<std::jthread> threads;
    TestServer server(
        [&](Request, Reply reply) {
            threads.emplace_back([reply = std::move(reply)]() mutable {
                std::this_thread::sleep_for(3s);
                reply(test::page("done"));
            });
        },
        short_times);
    EXPECT_EQ(status_of(server.port(), get("/")), 200);
}

TEST(Limits, APeerWithTooManyConnectionsIsRefused) {
    TestServer server(test::echo(), [](auto& options) {
        options.limits.connections_per_peer_max = 2;
    });
    Client first(server.port());
    {
        Client second(server.port());
        EXPECT_TRUE(first.ask(get("/")) && second.ask(get("/")));
        Client third(server.port());
        EXPECT_EQ(third.read().value_or(test::Reading{}).status, 503);
        EXPECT_EQ(server.server().counters().refused, 1U);
    }
    EXPECT_TRUE(test::becomes_true([&] { return status_of(server.port(), get("/")) == 200; }));
}

TEST(Limits, AFullServerClosesAnIdleConnectionForAFreshOne) {
    TestServer server(test::echo(), [](auto& options) { options.limits.connections_max = 3; });
    Client first(server.port()), second(server.port()), third(server.port());
    EXPECT_TRUE(first.ask(get("/")) && second.ask(get("/")) && third.ask(get("/")));
    EXPECT_EQ(status_of(server.port(), get("/")), 200);
    EXPECT_TRUE(first.ends_within(1s)) << "the one that has waited longest";
    EXPECT_TRUE(second.ask(get("/")));
}

TEST(Limits, AServerFullOfRequestsRefusesMore) {
    std::atomic<int> held = 0;
    std::vector<Reply> replies;
    TestServer server(
        [&](Request, Reply reply) {
            replies.push_back(std::move(reply));
            ++held;
        },
        [](auto& options) { options.limits.connections_max = 2; });
    Client first(server.port()), second(server.port());
    first.send(get("/"));
    second.send(get("/"));
    ASSERT_TRUE(test::becomes_true([&] { return held == 2; }));
    Client third(server.port());
    EXPECT_EQ(third.read().value_or(test::Reading{}).status, 503);
    server.server().post([&] { replies.clear(); });
    EXPECT_EQ(first.read().value_or(test::Reading{}).status, 500);
    EXPECT_EQ(second.read().value_or(test::Reading{}).status, 500);
}

TEST(Limits, FiveThousandIdleConnectionsDoNotHoldUpAnother) {
    TestServer server(test::echo());
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    ASSERT_GT(files.rlim_cur, 10'100U) << "the server raises the limit for its process";
    std::vector<std::unique_ptr<Client>> idle;
    for (int count = 0; count < 5'000; ++count) {
        idle.push_back(std::make_unique<Client>(server.port()));
        if (count % 3 == 0) idle.back()->send("GET / HTTP");
        if (count % 3 == 1) idle.back()->ask(get("/"));
    }
    EXPECT_TRUE(
        test::becomes_true([&] { return server.server().counters().open_connections == 5'000; }));
    for (int count = 0; count < 20; ++count) {
        const double seconds = seconds_until([&] {
            Client fresh(server.port());
            EXPECT_EQ(fresh.ask(get("/fresh")).value_or(test::Reading{}).body, "GET /fresh");
        });
        EXPECT_LT(seconds, 0.2);
    }
}

TEST(Limits, WithoutFilesLeftOthersAreServedAndTheNextOnesWait) {
    TestServer server(test::echo());
    Client kept(server.port());
    ASSERT_TRUE(kept.ask(get("/")));
    ASSERT_TRUE(kept.send("GET /kept"));  // not idle: it is not closed to make room
    std::this_thread::sleep_for(50ms);
    // The log is opened now: under UBSan, what is new to it needs descriptors to be looked at.
    base::log::warning("test.files_run_out");
    rlimit before{}, now{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    // Room for the clients below, but not for the server's side of them.
    Descriptor lowest(::dup(0));
    now = before;
    now.rlim_cur = static_cast<rlim_t>(lowest.get()) + 1;
    lowest = Descriptor();
    Client waiting(server.port());
    ::setrlimit(RLIMIT_NOFILE, &now);
    std::this_thread::sleep_for(100ms);
    const auto usage = [] {
        rusage used{};
        ::getrusage(RUSAGE_SELF, &used);
        return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
               static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    };
    const double start = usage();
    std::this_thread::sleep_for(1s);
    EXPECT_LT(usage() - start, 0.3) << "it spins";
    ::setrlimit(RLIMIT_NOFILE, &before);
    EXPECT_TRUE(kept.ask(" HTTP/1.1\r\nHost: test\r\n\r\n"));
    EXPECT_EQ(waiting.ask(get("/waiting")).value_or(test::Reading{}).body, "GET /waiting");
}

}  // namespace
}  // namespace http
