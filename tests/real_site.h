#pragma once
// The program itself, as a person starts it and a browser meets it: processes, sockets, databases
// on disk. The program is MOOTHALL_BINARY, or stands one folder above this test program.

#include "platform/http/message.h"
#include "platform/sql/test_database.h"
#include "tests/support/page.h"

#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <netinet/in.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace real_site {

using Arguments = std::vector<std::string>;
using SteadyClock = std::chrono::steady_clock;
using testing_site::Page;

inline double seconds_since(SteadyClock::time_point begin) {
    return std::chrono::duration<double>(SteadyClock::now() - begin).count();
}

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string binary() {
    const char* named = std::getenv("MOOTHALL_BINARY");
    const auto beside = std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path();
    const std::string path = named && *named ? named : (beside / "moothall").string();
    if (access(path.c_str(), X_OK) == 0) return path;
    throw std::runtime_error("There is no program " + path + "; build moothall, or set "
                             "MOOTHALL_BINARY.");
}

// ---- processes ----

struct Ended {
    int code = -1;  // 128 + the signal, where one ended it
    std::string out, err;
    double seconds = 0;
};

// One process of the program; killed with its object.
class Process {
public:
    explicit Process(Arguments arguments) : begin_(SteadyClock::now()) {
        arguments.insert(arguments.begin(), binary());
        std::vector<char*> words;
        for (auto& argument : arguments) words.push_back(argument.data());
        words.push_back(nullptr);
        std::vector<char*> settings;  // nothing of the tests' own settings leaks in
        for (char** each = environ; *each; ++each) {
            if (!std::string_view(*each).starts_with("MOOTHALL_")) settings.push_back(*each);
        }
        settings.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        for (const auto& [number, path] : {std::pair{1, out()}, std::pair{2, err()}}) {
            posix_spawn_file_actions_addopen(&actions, number, path.c_str(),
                                             O_WRONLY | O_CREAT | O_TRUNC, 0600);
        }
        const int failed = posix_spawn(&id_, words[0], &actions, nullptr, words.data(),
                                       settings.data());
        posix_spawn_file_actions_destroy(&actions);
        if (failed != 0) throw std::runtime_error("cannot start " + arguments[0]);
    }
    Process(const Process&) = delete;
    ~Process() {
        if (is_running()) send(SIGKILL);
        if (is_running()) wait();
    }

    void send(int signal) { kill(id_, signal); }
    bool is_running() {
        if (!has_ended_) has_ended_ = waitpid(id_, &status_, WNOHANG) == id_;
        return !has_ended_;
    }
    // Waits for its end, and kills it when that takes too long.
    Ended wait(std::chrono::seconds most = std::chrono::seconds(60)) {
        const auto until = SteadyClock::now() + most;
        while (is_running()) {
            if (SteadyClock::now() > until) {
                send(SIGKILL);
                waitpid(id_, &status_, 0);
                has_ended_ = true;
                break;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        const int code =
            WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
        return {code, read_file(out()), read_file(err()), seconds_since(begin_)};
    }
    std::string said() const { return read_file(err()); }

private:
    std::string out() const { return folder_.path() + "/out"; }
    std::string err() const { return folder_.path() + "/err"; }

    sql::testing::TestFolder folder_;
    SteadyClock::time_point begin_;
    pid_t id_ = 0;
    int status_ = 0;
    bool has_ended_ = false;
};

inline Ended run(Arguments arguments) { return Process(std::move(arguments)).wait(); }

// ---- a place: data folder and database ----

inline std::string address_of(const sql::Url& url) {
    return url.engine == sql::Engine::sqlite ? "sqlite:" + url.place : url.place;
}

class Place {
public:
    explicit Place(sql::Engine engine) : database_(sql::testing::make_place(engine)) {
        url_ = database_->url();
    }
    explicit Place(sql::Url url) : url_(std::move(url)) {}

    const std::string& folder() const { return folder_.path(); }
    std::string address() const { return address_of(url_); }
    Arguments with(Arguments words) const {
        words.insert(words.end(), {"--data", folder(), "--database", address()});
        return words;
    }
    Ended run(Arguments words) const { return real_site::run(with(std::move(words))); }
    std::unique_ptr<sql::Database> open() const { return sql::Database::open(url_); }

    // What a statement gives, row by row, its first column as text.
    std::vector<std::string> rows(const std::string& statement) const {
        std::vector<std::string> all;
        open()->read([&](sql::Tx& tx) {
            all.clear();
            tx.run_text({"test_rows", statement}, {}, [&](const sql::Row& row) {
                all.emplace_back(row.text(0));
                return true;
            });
        });
        return all;
    }

private:
    sql::testing::TestFolder folder_;
    std::unique_ptr<sql::testing::TestPlace> database_;
    sql::Url url_;
};

// A small community, and the address of one of its members.
inline std::string plant(const Place& place) {
    const auto planted = place.run({"demo", "--members", "20", "--topics", "3", "--posts", "12"});
    if (planted.code != 0) throw std::runtime_error("demo: " + planted.err);
    const auto people = read_file(place.folder() + "/demo-people.json");
    const std::string before = "\"email\": \"";
    const auto at = people.find(before) + before.size();
    return people.substr(at, people.find('"', at) - at);
}

// ---- a browser on a socket ----

struct Answer {
    int status = 0;  // 0: no whole answer came
    std::string head, body;
    double seconds = 0;

    Page page() const {
        http::Response response;
        response.status = status;
        response.body = body;
        return Page(std::move(response));
    }
};

inline std::string header_of(const std::string& head, const std::string& name,
                             std::size_t from = 0) {
    const auto at = head.find("\r\n" + name + ": ", from);
    if (at == head.npos) return {};
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

// One request on a connection of its own; an answer counts only when it came whole.
inline Answer ask(std::uint16_t port, const std::string& request, int most_s = 30) {
    const auto begin = SteadyClock::now();
    const int peer = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval most{most_s, 0};
    setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
    std::string bytes;
    if (connect(peer, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 &&
        send(peer, request.data(), request.size(), MSG_NOSIGNAL) == ssize_t(request.size())) {
        char part[16 * 1024];
        for (ssize_t got = 1; got > 0;) {
            got = recv(peer, part, sizeof part, 0);
            if (got > 0) bytes.append(part, static_cast<std::size_t>(got));
            if (got < 0 && errno == EINTR) got = 1;  // a child has ended
        }
    }
    close(peer);
    Answer answer{.seconds = seconds_since(begin)};
    const auto end = bytes.find("\r\n\r\n");
    if (end == bytes.npos) return answer;
    answer.head = bytes.substr(0, end + 2);
    answer.body = bytes.substr(end + 4);
    const auto length = header_of(answer.head, "Content-Length");
    if (!length.empty() && std::stoul(length) != answer.body.size()) return answer;
    answer.status = std::stoi(answer.head.substr(9, 3));
    return answer;
}

class Member {
public:
    Answer get(std::uint16_t port, const std::string& path, int most_s = 30) {
        return send(port, "GET " + path + " HTTP/1.1\r\n", "", most_s);
    }
    Answer post(std::uint16_t port, const std::string& path, const http::Fields& fields,
                int most_s = 30) {
        std::string body;
        for (const auto& [name, value] : fields.all()) {
            body += (body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
        }
        return send(port,
                    "POST " + path + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded"
                                     "\r\nSec-Fetch-Site: same-origin\r\nContent-Length: " +
                        std::to_string(body.size()) + "\r\n",
                    body, most_s);
    }
    // With a link that `moothall sign-in` printed.
    bool sign_in(std::uint16_t port, const std::string& link) {
        const auto path = link.substr(link.find("/sign-in/"));
        const auto page = get(port, path);
        return page.status == 200 &&
               post(port, path, page.page().fields_of("/sign-in/link/")).status == 303;
    }

private:
    Answer send(std::uint16_t port, const std::string& begin, const std::string& body, int most_s) {
        std::string request = begin + "Host: localhost\r\nConnection: close\r\n";
        std::string cookies;
        for (const auto& [name, value] : cookies_) {
            cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
        }
        if (!cookies.empty()) request += "Cookie: " + cookies + "\r\n";
        auto answer = ask(port, request + "\r\n" + body, most_s);
        for (auto at = answer.head.find("\r\nSet-Cookie: "); at != answer.head.npos;
             at = answer.head.find("\r\nSet-Cookie: ", at + 2)) {
            const auto set = header_of(answer.head, "Set-Cookie", at);
            const auto equals = set.find('=');
            cookies_[set.substr(0, equals)] = set.substr(equals + 1, set.find(';') - equals - 1);
        }
        return answer;
    }
    std::map<std::string, std::string> cookies_;
};

// ---- serving ----

class Server {
public:
    explicit Server(const Place& place, const Arguments& more = {})
        : process_(std::make_unique<Process>(words(place, more))) {
        const auto until = SteadyClock::now() + std::chrono::seconds(20);
        while (port_ == 0) {
            const auto said = process_->said();
            const std::string before = "moothall: http://localhost:";
            const auto at = said.find(before);
            if (at != said.npos && said.find(" on ", at) != said.npos) {
                port_ = static_cast<std::uint16_t>(std::stoi(said.substr(at + before.size())));
            } else if (!process_->is_running() || SteadyClock::now() > until) {
                throw std::runtime_error("the server does not start: " + said);
            } else {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        }
    }
    std::uint16_t port() const { return port_; }
    Process& process() { return *process_; }

private:
    static Arguments words(const Place& place, const Arguments& more) {
        auto all = place.with({"serve", "--listen", "127.0.0.1:0", "--log-level", "error"});
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    std::unique_ptr<Process> process_;
    std::uint16_t port_ = 0;
};

// Members who are signed in; each may write thirty times a minute.
inline std::vector<Member> sign_in(const Place& place, std::uint16_t port, const std::string& email,
                                   int count) {
    std::vector<Member> members(static_cast<std::size_t>(count));
    for (Member& member : members) {
        const auto link = place.run({"sign-in", email});
        if (link.code != 0 || !member.sign_in(port, link.out.substr(0, link.out.find('\n')))) {
            throw std::runtime_error("cannot sign in: " + link.out + link.err);
        }
    }
    return members;
}

// The path of a topic this member may reply to.
inline std::string a_topic(Member& member, std::uint16_t port) {
    const auto page = member.get(port, "/forum").page();
    for (const auto& link : page.all("a[href*=/forum/]")) {
        const auto path = link.attribute("href").value_or("");
        const auto plain = path.substr(0, path.find_first_of("?#"));
        if (plain.size() <= 7 || !std::isdigit(static_cast<unsigned char>(plain[7]))) continue;
        if (member.get(port, plain).page().has("form[action*=/replies]")) return plain;
    }
    throw std::runtime_error("no topic to reply to");
}

// A reply as it is sent: again and again the same form.
struct Reply {
    std::string path;
    http::Fields fields;
};

inline Reply write_reply(Member& member, std::uint16_t port, const std::string& topic,
                         const std::string& words) {
    const auto page = member.get(port, topic).page();
    const auto drawn = page.fields_of("/replies");
    Reply reply{page.action_of("/replies"), {}};
    reply.fields.add("token", std::string(drawn.get("token")));
    reply.fields.add("once", std::string(drawn.get("once")));
    reply.fields.add("body", words);
    return reply;
}

}  // namespace real_site
