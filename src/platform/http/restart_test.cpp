#include "platform/http/test_client.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <set>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace http {
namespace {

using namespace std::chrono_literals;
using test::Client;
using test::TestServer;
using test::get;

constexpr const char* listening_variable = "MOOTHALL_TEST_LISTENING";

// Threads that ask without a pause until told to end; each failure is kept in words.
class Load {
public:
    Load(std::uint16_t port, int threads) {
        for (int count = 0; count < threads; ++count)
            threads_.emplace_back([this, port, count] { ask_on(port, count % 2 == 0); });
    }

    std::vector<std::string> end() {
        is_ending_ = true;
        threads_.clear();
        return failures_;
    }
    int answers() const { return answers_; }
    std::size_t servers() {
        const std::scoped_lock lock(mutex_);
        return servers_.size();
    }

private:
    void ask_on(std::uint16_t port, bool keeps_connection) {
        while (!is_ending_) {
            Client client(port);
            for (int count = 0; !is_ending_; ++count) {
                const auto answer = client.ask(get("/"));
                if (!answer || answer->status != 200) return fail(count, answer);
                ++answers_;
                note(answer->body);
                if (!keeps_connection || answer->header("connection") == "close") break;
            }
        }
    }

    void note(const std::string& server) {
        const std::scoped_lock lock(mutex_);
        servers_.insert(server);
    }

    void fail(int count, const std::optional<test::Reading>& answer) {
        const std::scoped_lock lock(mutex_);
        failures_.push_back("request " + std::to_string(count) + " of a connection: " +
                            (answer ? answer->line : "no answer"));
    }

    std::atomic<bool> is_ending_ = false;
    std::atomic<int> answers_ = 0;
    std::mutex mutex_;
    std::vector<std::string> failures_;
    std::set<std::string> servers_;
    std::vector<std::jthread> threads_;
};

void work_a_little(std::string text, Reply reply) {
    std::this_thread::sleep_for(500us);
    reply(test::page(std::move(text)));
}

TEST(Restart, OverOneInheritedSocketNoRequestFails) {
    Listen place;
    place.port = 0;
    const Descriptor socket = listen_on(place);
    std::unique_ptr<Load> load;
    for (int round = 0; round < 6; ++round) {
        TestServer server([round](Request, Reply reply) {
            work_a_little(std::to_string(round), std::move(reply));
        }, [&](auto& options) { options.listen.inherited = socket.get(); });
        if (!load) load = std::make_unique<Load>(server.port(), 6);
        std::this_thread::sleep_for(250ms);
        server.stop();
        server.wait();
        std::this_thread::sleep_for(20ms);  // nobody serves; who comes now waits
    }
    const int before = load->answers();
    TestServer last([](Request, Reply reply) { reply(test::page("last")); },
                    [&](auto& options) { options.listen.inherited = socket.get(); });
    EXPECT_TRUE(test::becomes_true([&] { return load->answers() > before + 100; }));
    EXPECT_EQ(load->end(), std::vector<std::string>{});
    EXPECT_EQ(load->servers(), 7U);
}

// Not a test: what the process below runs, when it is started anew.
TEST(RestartProcess, DISABLED_Serve) {
    const char* number = std::getenv(listening_variable);
    ASSERT_TRUE(number);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    TestServer server([](Request, Reply reply) {
        work_a_little(std::to_string(::getpid()), std::move(reply));
    }, [&](auto& options) { options.listen.inherited = std::atoi(number); });
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
    server.wait();
}

class Process {
public:
    explicit Process(int listening) {
        std::string filter = "--gtest_filter=RestartProcess.DISABLED_Serve";
        std::string run = "--gtest_also_run_disabled_tests", name = "serve";
        std::string variable = std::string(listening_variable) + "=9";
        std::array<char*, 4> arguments{name.data(), filter.data(), run.data(), nullptr};
        std::array<char*, 2> environment{variable.data(), nullptr};
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, listening, 9);
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        ::posix_spawn(&id_, "/proc/self/exe", &actions, nullptr, arguments.data(),
                      environment.data());
        posix_spawn_file_actions_destroy(&actions);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() { end(); }

    int end() {  // its exit code
        if (id_ == 0) return -1;
        ::kill(id_, SIGTERM);
        int status = 0;
        ::waitpid(std::exchange(id_, 0), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t id_ = 0;
};

TEST(Restart, FromProcessToProcessNoRequestFails) {
    Listen place;
    place.port = 0;
    const Descriptor socket = listen_on(place);
    auto process = std::make_unique<Process>(socket.get());
    Load load(port_of(socket), 6);
    EXPECT_TRUE(test::becomes_true([&] { return load.answers() > 100; }));
    for (int round = 0; round < 3; ++round) {
        EXPECT_EQ(process->end(), 0);  // as systemd does: the old one ends, then the next begins
        process = std::make_unique<Process>(socket.get());
        const int before = load.answers();
        EXPECT_TRUE(test::becomes_true([&] { return load.answers() > before + 100; }));
    }
    EXPECT_EQ(load.end(), std::vector<std::string>{});
    EXPECT_EQ(load.servers(), 4U);
}

TEST(Stop, RequestsUnderWayAreAnswered) {
    std::vector<std::jthread> threads;
    std::atomic<int> begun = 0;
    TestServer server([&](Request, Reply reply) {
        ++begun;
        threads.emplace_back([reply = std::move(reply)]() mutable {
            std::this_thread::sleep_for(400ms);
            reply(test::page("done"));
        });
    });
    std::vector<std::unique_ptr<Client>> clients;
    for (int count = 0; count < 20; ++count) {
        clients.push_back(std::make_unique<Client>(server.port()));
        clients.back()->send(get("/"));
    }
    Client half(server.port());
    half.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n\r\na");
    ASSERT_TRUE(test::becomes_true([&] { return begun == 20; }));
    server.stop();
    std::this_thread::sleep_for(50ms);
    half.send("b");
    for (const auto& client : clients) {
        const auto answer = client->read();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->body, "done");
        EXPECT_EQ(answer->header("connection"), "close");
    }
    EXPECT_EQ(half.read().value_or(test::Reading{}).body, "done");
    clients.clear();
    half.reset();
    server.wait();
}

TEST(Stop, TakesNoLongerThanItsLimit) {
    std::vector<Reply> never;
    TestServer server([&](Request, Reply reply) { never.push_back(std::move(reply)); },
                      [](auto& options) { options.limits.stop_time_max = 1s; });
    Client client(server.port());
    client.send(get("/"));
    ASSERT_TRUE(test::becomes_true([&] { return server.server().counters().requests == 1; }));
    const auto start = std::chrono::steady_clock::now();
    server.stop();
    server.wait();
    EXPECT_LT(std::chrono::steady_clock::now() - start, 3s);
    EXPECT_TRUE(client.ends_within(1s));
}

TEST(Stop, IdleConnectionsAreGivenUpSoon) {
    TestServer server(test::echo());
    Client fresh(server.port()), used(server.port());
    ASSERT_TRUE(used.ask(get("/")));
    const auto start = std::chrono::steady_clock::now();
    server.stop();
    const auto last = used.ask(get("/on-its-way"));
    ASSERT_TRUE(last) << "a request that crosses the stop is answered";
    EXPECT_EQ(last->header("connection"), "close");
    used.reset();
    server.wait();
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
    EXPECT_FALSE(Client(server.port()).ask(get("/")));
}

TEST(Stop, MayComeBeforeTheRun) {
    Server::Options options;
    options.listen.port = 0;
    Server server(options, test::echo());
    server.stop();
    server.stop();
    server.run();
}

TEST(Stop, SomeServersAreNeverRun) {
    Server::Options options;
    options.listen.port = 0;
    Server server(options, test::echo());
    server.post([] {});
}

TEST(Spool, WhatACrashLeftIsSwept) {
    TestServer before(test::echo());
    const auto old = before.folder() / "request-body-old123";
    const auto young = before.folder() / "request-body-young1";
    const auto other = before.folder() / "precious";
    for (const auto& path : {old, young, other}) {
        Descriptor(::open(path.c_str(), O_CREAT | O_WRONLY, 0600));
        if (path != young)
            std::filesystem::last_write_time(
                path, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    }
    TestServer next(test::echo(), [&](auto& options) { options.spool_folder = before.folder(); });
    EXPECT_FALSE(std::filesystem::exists(old));
    EXPECT_TRUE(std::filesystem::exists(young));
    EXPECT_TRUE(std::filesystem::exists(other));
}

}  // namespace
}  // namespace http
