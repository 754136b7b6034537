#pragma once
// A PostgreSQL server of a test's own, on a socket in a folder of its own, that may be stopped,
// killed and started again. As root it runs as the user `postgres`.

#include "platform/sql/test_database.h"

#include <string>

namespace sql::testing {

class TestServer {
public:
    TestServer();  // throws std::runtime_error when PostgreSQL is not installed
    TestServer(const TestServer&) = delete;
    ~TestServer();

    Url url() const;
    std::string socket() const { return folder_.path() + "/.s.PGSQL.5432"; }
    void start();
    void stop();   // as an administrator does, with connections cut
    void crash();  // as a power cut does to its memory

private:
    void control(const std::string& command);

    TestFolder folder_;
    bool is_running_ = false;
};

}  // namespace sql::testing
