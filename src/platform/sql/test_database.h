#pragma once
// Databases for tests: a fresh one of each engine, gone when the test is over. PostgreSQL needs
// MOOTHALL_TEST_POSTGRES, the URL of a maintenance database where we may CREATE DATABASE; without
// it those tests fail, and never skip.

#include "platform/sql/database.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace sql::testing {

class TestPlace {
public:
    virtual ~TestPlace() = default;
    virtual const Url& url() const = 0;

    Database& database();                                         // opened at the first call
    std::unique_ptr<Database> open(const Options& options = {});  // another one of the same place
    void close() { database_.reset(); }

protected:
    std::unique_ptr<Database> database_;
};

// Throws std::runtime_error with a sentence when the engine is not to be had.
std::unique_ptr<TestPlace> make_place(Engine engine);

// A folder of its own for files, removed with all that is in it.
class TestFolder {
public:
    TestFolder();
    TestFolder(const TestFolder&) = delete;
    ~TestFolder();
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

// class ForumTest : public sql::testing::OnBothEngines {};
// MOOTHALL_ON_BOTH_ENGINES(ForumTest);
// TEST_P(ForumTest, AReplyIsKept) { database().write(…); }
class OnBothEngines : public ::testing::TestWithParam<Engine> {
protected:
    void SetUp() override;
    void TearDown() override { place_.reset(); }
    TestPlace& place() { return *place_; }
    Database& database() { return place_->database(); }

private:
    std::unique_ptr<TestPlace> place_;
};

std::string engine_name(const ::testing::TestParamInfo<Engine>& parameter);

}  // namespace sql::testing

#define MOOTHALL_ON_BOTH_ENGINES(suite)                                                     \
    INSTANTIATE_TEST_SUITE_P(On, suite,                                                     \
                             ::testing::Values(sql::Engine::sqlite, sql::Engine::postgresql), \
                             sql::testing::engine_name)
