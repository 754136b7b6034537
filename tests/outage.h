#pragma once
// A site of the real program on a PostgreSQL of its own, which tests take away.

#include "platform/sql/test_server.h"
#include "tests/real_site.h"

#include <future>
#include <gtest/gtest.h>

namespace real_site {

class Outage : public ::testing::Test {
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

}  // namespace real_site
