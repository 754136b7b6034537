#include "platform/sql/test_server.h"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <unistd.h>

namespace sql::testing {

namespace {

std::string programs() {
    const std::filesystem::path versions = "/usr/lib/postgresql";
    if (std::filesystem::exists(versions)) {
        for (const auto& version : std::filesystem::directory_iterator(versions)) {
            if (std::filesystem::exists(version.path() / "bin/initdb")) {
                return (version.path() / "bin").string();
            }
        }
    }
    throw std::runtime_error("PostgreSQL's server is not installed under /usr/lib/postgresql.");
}

void run_as_server(const std::string& command) {
    const std::string as_server = geteuid() == 0 ? "runuser -u postgres -- " : "";
    const std::string whole = as_server + command + " >/dev/null 2>&1";
    if (std::system(whole.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

}  // namespace

TestServer::TestServer() {
    if (geteuid() == 0 && std::system(("chown postgres " + folder_.path()).c_str()) != 0) {
        throw std::runtime_error("there is no user postgres to run the server");
    }
    run_as_server(programs() + "/initdb --no-sync -A trust -U postgres -D " + folder_.path() +
                  "/data");
    start();
}

TestServer::~TestServer() {
    try {
        if (is_running_) crash();
    } catch (const std::exception& error) {
        ADD_FAILURE() << error.what();
    }
}

Url TestServer::url() const {
    return {.engine = Engine::postgresql,
            .place = "postgresql://postgres@/postgres?host=" + folder_.path()};
}

void TestServer::control(const std::string& command) {
    run_as_server(programs() + "/pg_ctl -w -D " + folder_.path() + "/data " + command);
}

void TestServer::start() {
    control("-l " + folder_.path() + "/log -o \"-h '' -k " + folder_.path() + "\" start");
    is_running_ = true;
}

void TestServer::stop() {
    control("-m fast stop");
    is_running_ = false;
}

void TestServer::crash() {
    control("-m immediate stop");
    is_running_ = false;
}

}  // namespace sql::testing
