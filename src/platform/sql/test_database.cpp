#include "platform/sql/test_database.h"

#include "platform/sql/libpq.h"

#include <cstdlib>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <unistd.h>

namespace sql::testing {

namespace {

std::string fresh_name() {
    std::random_device random;
    return "moothall_test_" + std::to_string(getpid()) + "_" + std::to_string(random());
}

class SqlitePlace final : public TestPlace {
public:
    SqlitePlace() { url_ = {.engine = Engine::sqlite, .place = folder_.path() + "/test.db"}; }
    ~SqlitePlace() override { close(); }
    const Url& url() const override { return url_; }

private:
    TestFolder folder_;
    Url url_;
};

// The same address, with another database's name.
std::string with_database(const std::string& url, const std::string& name) {
    const auto host = url.find("://") + 3;
    const auto slash = std::min(url.find('/', host), url.find('?', host));
    const auto query = url.find('?', host);
    return url.substr(0, slash) + "/" + name +
           (query == std::string::npos ? "" : url.substr(query));
}

class PostgresPlace final : public TestPlace {
public:
    explicit PostgresPlace(std::string maintenance)
        : maintenance_(std::move(maintenance)), name_(fresh_name()) {
        run("CREATE DATABASE " + name_);
        url_ = {.engine = Engine::postgresql, .place = with_database(maintenance_, name_)};
    }
    ~PostgresPlace() override {
        close();
        try {
            run("DROP DATABASE " + name_ + " WITH (FORCE)");
        } catch (const std::exception& error) {
            ADD_FAILURE() << error.what();
        }
    }
    const Url& url() const override { return url_; }

private:
    void run(const std::string& statement) {
        const std::unique_ptr<PGconn, decltype(pq_.finish)> connection(connect(), pq_.finish);
        const std::unique_ptr<PGresult, decltype(pq_.clear)> result(
            pq_.exec(connection.get(), statement.c_str()), pq_.clear);
        if (pq_.resultStatus(result.get()) != PGRES_COMMAND_OK) {
            throw std::runtime_error(statement + ": " + pq_.errorMessage(connection.get()));
        }
    }
    PGconn* connect() {
        const char* const names[] = {"dbname", nullptr};
        const char* const values[] = {maintenance_.c_str(), nullptr};
        return pq_.connectdbParams(names, values, 1);
    }

    const Libpq pq_;
    const std::string maintenance_;
    const std::string name_;
    Url url_;
};

}  // namespace

TestFolder::TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "moothall-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("cannot make " + pattern);
    path_ = pattern;
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<Database> TestPlace::open(const Options& options) {
    return Database::open(url(), options);
}

Database& TestPlace::database() {
    if (!database_) database_ = open();
    return *database_;
}

std::unique_ptr<TestPlace> make_place(Engine engine) {
    if (engine == Engine::sqlite) return std::make_unique<SqlitePlace>();
    const char* const maintenance = std::getenv("MOOTHALL_TEST_POSTGRES");
    if (!maintenance || !*maintenance) {
        throw std::runtime_error("MOOTHALL_TEST_POSTGRES is not set: tests on PostgreSQL need the "
                                 "URL of a database where CREATE DATABASE is allowed.");
    }
    return std::make_unique<PostgresPlace>(maintenance);
}

void OnBothEngines::SetUp() {
    try {
        place_ = make_place(GetParam());
    } catch (const std::exception& error) {
        FAIL() << error.what();
    }
}

std::string engine_name(const ::testing::TestParamInfo<Engine>& parameter) {
    return parameter.param == Engine::sqlite ? "Sqlite" : "Postgresql";
}

}  // namespace sql::testing
