#include "platform/http/test_client.h"
#include "platform/http/writer.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <mutex>

namespace http {
namespace {

using namespace std::chrono_literals;
using test::Client;
using test::TestServer;
using test::get;

std::string post(std::string_view body, std::string_view fields = "") {
    return "POST /a HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + std::string(fields) + "\r\n" + std::string(body);
}

const std::string chunked_post = "POST /a HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n";

TEST(Server, AnswersRequestAfterRequestOnOneConnection) {
    TestServer server(test::echo());
    Client client(server.port());
    for (int count = 0; count < 3; ++count) {
        const auto answer = client.ask(get("/a%20b?c=d%20e"));
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->line, "HTTP/1.1 200 OK");
        EXPECT_EQ(answer->body, "GET /a b?c=d%20e");
        EXPECT_EQ(answer->header("connection"), "");
        EXPECT_TRUE(read_http_date(answer->header("date")));
    }
    EXPECT_EQ(server.server().counters().requests, 3U);
    EXPECT_EQ(server.server().counters().connections, 1U);
    EXPECT_EQ(server.server().counters().open_connections, 1U);
}

TEST(Server, ABodyComesWholeHoweverItIsCut) {
    TestServer server(test::echo());
    Client client(server.port());
    const std::string request = post("hello") + chunked_post +
                                "\r\n3\r\nabc\r\n02\r\nde\r\n0\r\n\r\n";
    for (const char byte : request) {
        ASSERT_TRUE(client.send({&byte, 1}));
        std::this_thread::sleep_for(200us);
    }
    EXPECT_EQ(client.read().value_or(test::Reading{}).body, "POST /a hello");
    EXPECT_EQ(client.read().value_or(test::Reading{}).body, "POST /a abcde");
    EXPECT_EQ(client.ask(post("")).value_or(test::Reading{}).body, "POST /a");
    EXPECT_EQ(client.ask(chunked_post + "\r\n0\r\n\r\n").value_or(test::Reading{}).body, "POST /a");
}

TEST(Server, PipelinedRequestsAreAnsweredInOrder) {
    TestServer server(test::echo());
    Client client(server.port());
    std::string requests;
    for (int count = 0; count < 1'000; ++count)
        requests += count % 3 ? get("/" + std::to_string(count)) : "\r\n" + post("x");
    std::thread sender([&] { client.send(requests); });
    for (int count = 0; count < 1'000; ++count) {
        const auto answer = client.read();
        ASSERT_TRUE(answer) << count;
        EXPECT_EQ(answer->body, count % 3 ? "GET /" + std::to_string(count) : "POST /a x");
    }
    sender.join();
}

TEST(Server, PipelinedRequestsWaitForASlowAnswer) {
    std::vector<std::jthread> threads;
    TestServer server([&](Request request, Reply reply) {
        threads.emplace_back([path = request.path, reply = std::move(reply)]() mutable {
            std::this_thread::sleep_for(path == "/slow" ? 100ms : 0ms);
            reply(test::page(path));
        });
    });
    Client client(server.port());
    client.send(get("/slow") + get("/quick") + get("/slow") + get("/last"));
    for (const char* path : {"/slow", "/quick", "/slow", "/last"}) {
        const auto answer = client.read();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->body, path);
    }
}

TEST(Server, AHeadIsAnsweredWithoutTheBody) {
    TestServer server(test::echo());
    Client client(server.port());
    client.send("HEAD /abc HTTP/1.1\r\nHost: test\r\n\r\n");
    const auto head = client.read(true);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->header("content-length"), "9");
    EXPECT_EQ(client.ask(get("/")).value_or(test::Reading{}).body, "GET /");  // no body before
}

TEST(Server, AKnownPageIsNotSentAgain) {
    TestServer server([](Request, Reply reply) {
        reply(test::page(std::string(5'000, 'a')).with("ETag", "\"1\""));
    });
    Client client(server.port());
    const auto known = client.ask(get("/", "If-None-Match: W/\"1\"\r\n"));
    ASSERT_TRUE(known);
    EXPECT_EQ(known->status, 304);
    EXPECT_EQ(known->header("etag"), "\"1\"");
    EXPECT_EQ(known->header("content-length"), "");
    const auto other = client.ask(get("/", "If-None-Match: \"2\"\r\n"));
    ASSERT_TRUE(other);
    EXPECT_EQ(other->body.size(), 5'000U);
}

TEST(Server, APageIsCompressedForAClientThatCanReadIt) {
    const std::string text(50'000, 'a');
    TestServer server([&](Request, Reply reply) { reply(test::page(text)); });
    Client client(server.port());
    const auto answer = client.ask(get("/", "Accept-Encoding: gzip, deflate, br\r\n"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("content-encoding"), "gzip");
    EXPECT_EQ(answer->header("vary"), "Accept-Encoding");
    std::string unpacked(text.size(), '\0');
    auto* decompressor = libdeflate_alloc_decompressor();
    EXPECT_EQ(libdeflate_gzip_decompress(decompressor, answer->body.data(), answer->body.size(),
                                         unpacked.data(), unpacked.size(), nullptr),
              LIBDEFLATE_SUCCESS);
    libdeflate_free_decompressor(decompressor);
    EXPECT_EQ(unpacked, text);
    EXPECT_EQ(client.ask(get("/")).value_or(test::Reading{}).body, text);
}

TEST(Server, SpeaksHttp10) {
    TestServer server(test::echo());
    Client once(server.port());
    const auto answer = once.ask("GET /old HTTP/1.0\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "GET /old");
    EXPECT_EQ(answer->header("connection"), "close");
    EXPECT_TRUE(once.ends_within(2s));
    Client kept(server.port());
    for (int count = 0; count < 2; ++count) {
        const auto again = kept.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        ASSERT_TRUE(again);
        EXPECT_EQ(again->header("connection"), "keep-alive");
    }
}

TEST(Server, ClosesWhenAskedTo) {
    TestServer server(test::echo());
    Client client(server.port());
    client.send(get("/", "Connection: close\r\n") + get("/never"));
    const auto answer = client.read();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("connection"), "close");
    EXPECT_TRUE(client.ends_within(2s));
}

TEST(Server, AnAbsoluteTargetNamesThePath) {
    TestServer server(test::echo());
    Client client(server.port());
    EXPECT_EQ(client.ask("GET http://test/a?b HTTP/1.1\r\nHost: TEST\r\n\r\n")->body, "GET /a?b");
    EXPECT_EQ(client.ask("GET HTTPS://test HTTP/1.1\r\nHost: test\r\n\r\n")->body, "GET /");
    EXPECT_EQ(client.ask("GET http://test?b HTTP/1.1\r\nHost: test\r\n\r\n")->status, 400);
}

TEST(Server, ABodyThatWaitsForLeaveGetsIt) {
    TestServer server(test::echo());
    Client client(server.port());
    client.send("POST /a HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n"
                "Expect: 100-continue\r\n\r\n");
    const auto leave = client.read();
    ASSERT_TRUE(leave);
    EXPECT_EQ(leave->line, "HTTP/1.1 100 Continue");
    EXPECT_EQ(client.ask("ab").value_or(test::Reading{}).body, "POST /a ab");
    client.send("POST /a HTTP/1.1\r\nHost: test\r\nContent-Length: 9000000\r\n"
                "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read().value_or(test::Reading{}).status, 413) << "without leave";
}

TEST(Server, TheHandlersRequestHoldsWhatCame) {
    Request seen;
    TestServer server([&](Request request, Reply reply) {
        seen = std::move(request);
        reply(test::page(""));
    });
    Client client(server.port());
    client.ask(get("/", "X-One:  two words \t\r\nCookie: a=b\r\nX-Forwarded-For: 1.2.3.4\r\n"
                        "X-Forwarded-Proto: https\r\nEmpty:\r\n"));
    EXPECT_EQ(seen.header("x-one"), "two words");
    EXPECT_EQ(seen.cookie("a"), "b");
    EXPECT_EQ(seen.header("empty"), "");
    EXPECT_EQ(seen.peer, "127.0.0.1") << "nobody trusts this proxy";
    EXPECT_FALSE(seen.secure);
    const std::string first_id = seen.id;
    EXPECT_EQ(first_id.size(), 16U);
    client.ask(get("/"));
    EXPECT_NE(seen.id, first_id);
}

TEST(Server, ATrustedProxySpeaksForItsClient) {
    Request seen;
    TestServer server(
        [&](Request request, Reply reply) {
            seen = std::move(request);
            reply(test::page(""));
        },
        [](auto& options) { options.trusted_proxies = {"127.0.0.0/8"}; });
    Client client(server.port());
    client.ask(get("/", "X-Forwarded-For: 6.6.6.6, 1.2.3.4\r\nX-Forwarded-Proto: https\r\n"));
    EXPECT_EQ(seen.peer, "1.2.3.4");
    EXPECT_TRUE(seen.secure);
}

TEST(Server, AReplyMayComeFromAnyThreadAndOnlyOnceCounts) {
    std::vector<std::jthread> threads;
    TestServer server([&](Request, Reply reply) {
        threads.emplace_back([reply = std::move(reply)]() mutable {
            reply(test::page("first"));
            reply(test::page("second"));
        });
    });
    Client client(server.port());
    EXPECT_EQ(client.ask(get("/")).value_or(test::Reading{}).body, "first");
    EXPECT_EQ(client.ask(get("/")).value_or(test::Reading{}).body, "first");
}

TEST(Server, ADroppedReplyAndAHandlerThatThrowsAre500) {
    TestServer server([](Request request, Reply reply) {
        if (request.path == "/throw") throw std::runtime_error("broken");
        if (request.path == "/status") return reply({.status = 101});
        if (request.path == "/file") return reply({.file = "/no/such/file"});
        if (request.path == "/thread") std::jthread([reply = std::move(reply)] {}).join();
    });
    Client client(server.port());
    for (const char* path : {"/drop", "/throw", "/status", "/file", "/thread"}) {
        const auto answer = client.ask(get(path));
        ASSERT_TRUE(answer) << path;
        EXPECT_EQ(answer->status, 500) << path;
        EXPECT_EQ(answer->header("connection"), "") << "the connection is as good as before";
    }
}

TEST(Server, AnAnswerToOneWhoLeftIsDropped) {
    std::mutex mutex;
    std::vector<Reply> replies;
    {
        TestServer server([&](Request request, Reply reply) {
            if (request.path == "/quick") return reply(test::page("quick"));
            const std::scoped_lock lock(mutex);
            replies.push_back(std::move(reply));
        });
        Client gone(server.port());
        gone.send(get("/"));
        ASSERT_TRUE(test::becomes_true([&] { return std::scoped_lock(mutex), !replies.empty(); }));
        gone.reset();
        std::thread([&] { replies[0](test::page(std::string(100'000, 'a'))); }).join();
        Client client(server.port());
        EXPECT_EQ(client.ask(get("/quick")).value_or(test::Reading{}).body, "quick");
        client.send(get("/"));
        ASSERT_TRUE(
            test::becomes_true([&] { return std::scoped_lock(mutex), replies.size() == 2; }));
        client.reset();
        server.server().stop();
        std::thread([&] { replies[1](test::page("late")); }).join();
    }
    Reply after_all;
    {
        TestServer server([&](Request, Reply reply) { after_all = std::move(reply); },
                          [](auto& options) { options.limits.stop_time_max = 0s; });
        Client client(server.port());
        client.send(get("/"));
        ASSERT_TRUE(test::becomes_true([&] { return server.server().counters().requests == 1; }));
        std::this_thread::sleep_for(50ms);
    }
    after_all(test::page("the server is gone"));
}

TEST(Server, ALargeBodyIsInAFileUntilTheAnswerIsOut) {
    std::string name, content;
    TestServer server(
        [&](Request request, Reply reply) {
            name = request.body_file;
            std::ifstream file(name);
            content.assign(std::istreambuf_iterator<char>(file), {});
            reply(test::page(request.body));
        },
        [](auto& options) { options.limits.body_in_memory_max = 1'000; });
    std::string body;
    for (int count = 0; count < 20'000; ++count) body += std::to_string(count) + "\r\n";
    Client client(server.port());
    ASSERT_TRUE(client.ask(post(body)));
    EXPECT_EQ(content, body);
    EXPECT_TRUE(name.starts_with(server.folder().string()));
    EXPECT_TRUE(test::becomes_true([&] { return server.spooled_files() == 0; }));

    content.clear();
    std::string chunks;
    for (std::size_t at = 0; at < body.size(); at += 0x3e8)
        chunks += "3e8\r\n" + body.substr(at, 0x3e8) + "\r\n";
    body.resize(body.size() / 0x3e8 * 0x3e8);
    chunks.resize(body.size() / 0x3e8 * (0x3e8 + 7));
    ASSERT_TRUE(client.ask(chunked_post + "\r\n" + chunks + "0\r\n\r\n"));
    EXPECT_EQ(content, body);

    ASSERT_TRUE(client.ask(post(std::string(1'000, 'a'))));
    EXPECT_EQ(name, "") << "small enough for memory";
    EXPECT_TRUE(test::becomes_true([&] { return server.spooled_files() == 0; }));
}

TEST(Server, ASpooledBodyIsGoneWhenItsSenderIs) {
    TestServer server(test::echo(),
                      [](auto& options) { options.limits.body_in_memory_max = 1'000; });
    Client client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 100000\r\n\r\n" +
                std::string(5'000, 'a'));
    ASSERT_TRUE(test::becomes_true([&] { return server.spooled_files() == 1; }));
    client.reset();
    EXPECT_TRUE(test::becomes_true([&] { return server.spooled_files() == 0; }));
}

TEST(Server, ABodyWithNowhereToGoIsRefused) {
    TestServer full(test::echo(), [](auto& options) {
        options.limits.body_in_memory_max = 1'000;
        options.spool_folder = "/no/such/folder";
    });
    Client client(full.port());
    EXPECT_EQ(client.ask(post(std::string(5'000, 'a'))).value_or(test::Reading{}).status, 503);
    TestServer without(test::echo(), [](auto& options) {
        options.limits.body_in_memory_max = 1'000;
        options.spool_folder = "";
    });
    Client other(without.port());
    EXPECT_EQ(other.ask(post(std::string(5'000, 'a'))).value_or(test::Reading{}).status, 413);
}

TEST(Server, AFileIsSentFromDisk) {
    const std::string bytes = [] {
        std::string text;
        for (int count = 0; count < 300'000; ++count) text += std::to_string(count) + ' ';
        return text;
    }();
    std::string path;
    TestServer server([&](Request, Reply reply) {
        reply(Response{.file = path}.with("Content-Type", "text/plain"));
    });
    path = server.folder() / "download";
    std::ofstream(path) << bytes;
    Client client(server.port(), 4'096);  // slow enough to come back for
    for (int count = 0; count < 2; ++count) {
        const auto answer = client.ask(get("/", "Accept-Encoding: gzip\r\n"));
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->header("content-encoding"), "");
        EXPECT_TRUE(answer->body == bytes);
    }
    client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n");
    EXPECT_EQ(client.read(true)->header("content-length"), std::to_string(bytes.size()));
    std::ofstream(path, std::ios::trunc).close();
    EXPECT_EQ(client.ask(get("/")).value_or(test::Reading{}).status, 200);
}

TEST(Server, StaticBytesAndLargeBodiesGoOutWhole) {
    const std::string bytes(3'000'000, 'x');
    TestServer server([&](Request request, Reply reply) {
        if (request.path == "/static") return reply({.static_body = bytes});
        reply(test::page(bytes));
    });
    Client client(server.port(), 4'096);
    EXPECT_TRUE(client.ask(get("/static"))->body == bytes);
    EXPECT_TRUE(client.ask(get("/body"))->body == bytes);
    EXPECT_TRUE(client.ask(get("/static"))->body == bytes);
}

TEST(Server, PostedWorkRunsOnTheLoop) {
    std::thread::id loop;
    TestServer server([&](Request, Reply reply) {
        loop = std::this_thread::get_id();
        reply(test::page(""));
    });
    Client(server.port()).ask(get("/"));
    std::atomic<std::thread::id> ran{};
    auto only = std::make_unique<int>(1);  // work may hold what cannot be copied
    server.server().post([&, only = std::move(only)] { ran = std::this_thread::get_id(); });
    EXPECT_TRUE(test::becomes_true([&] { return ran.load() == loop; }));
}

TEST(Server, APlaceThatIsTakenIsNamed) {
    TestServer server(test::echo());
    Server::Options options;
    options.listen.port = server.port();
    const auto message = [](Server::Options wrong) -> std::string {
        try {
            Server second(std::move(wrong), test::echo());
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(message(options), "Cannot listen on 127.0.0.1, port " +
                                    std::to_string(server.port()) + ": Address already in use.");
    options.listen.address = "localhost";
    EXPECT_TRUE(message(options).contains("not an IP address"));
    options.listen.inherited = 0;
    EXPECT_TRUE(message(options).contains("inherited socket 0"));
}

TEST(Server, ListensOnIPv6) {
    Server::Options options;
    options.listen = {.address = "::1", .port = 0};
    Server server(options, test::echo());
    EXPECT_NE(server.port(), 0);
}

}  // namespace
}  // namespace http
