#pragma once
// The whole site in process: a real database of either engine, a clock that stands, people who sign
// in, and pages read as a person reads them.

#include "app/wiring.h"
#include "features/forum/forum.h"
#include "features/networks/networks.h"
#include "platform/sql/test_database.h"
#include "tests/support/page.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace testing_site {

using Changes = std::vector<std::pair<std::string, std::string>>;

class TestSite;

// One browser: its cookies, and who is signed in.
class Browser {
public:
    explicit Browser(TestSite& site) : site_(&site) {}

    Page get(const std::string& path);
    // Fills the form whose action has this part, and presses; changed fields replace what stood.
    Page press(const Page& page, std::string_view action_part, const Changes& changes = {});
    // A button that names its form and an address of its own.
    Page press_button(const Page& page, std::string_view selector);
    Page post(const std::string& path, const http::Fields& fields);
    struct Chosen {  // a file, for a field of a form
        std::string field, name, bytes;
    };
    Page upload(const Page& page, std::string_view action_part, const Chosen& file);
    Page follow(const Page& page) { return get(page.location()); }  // after a redirect
    Page get_with(const std::string& path, std::vector<http::Header> headers);
    void forget_cookies() { cookies_.clear(); }
    std::map<std::string, std::string>& cookies() { return cookies_; }
    std::vector<http::Header> post_headers = {{"Sec-Fetch-Site", "same-origin"}};

private:
    Page send(http::Request request);
    TestSite* site_;  // never null; a pointer so that browsers can be assigned
    std::map<std::string, std::string> cookies_;
};

struct Settled {  // what every test site begins with
    networks::Network ccio, cnio;
    networks::Area safety, records;  // of ccio
    networks::Area wards;            // of cnio
};

class TestSite {
public:
    explicit TestSite(sql::Engine engine);
    ~TestSite();

    // A person with these networks ("ccio", "cnio") and roles, made at the first call; they have
    // accepted the Rule, and entered their networks.
    identity::PersonId person(const std::string& name,
                              const std::vector<std::string>& networks = {},
                              const std::vector<std::string>& roles = {});
    identity::PersonId id_of(const std::string& name) const { return persons_.at(name); }
    // Who was enrolled by a verb accepts the Rule, and enters.
    void enter(const std::string& name, const std::string& network);
    // Signed in by a link, through the pages: a mailed one proves one factor.
    Browser as(const std::string& name,
               identity::Assurance assurance = identity::Assurance::two_factors);
    Browser visitor() { return Browser(*this); }

    // The forum as this person, in a transaction of its own.
    template <class Act>
    auto in_forum(const std::string& name, Act&& act) {
        std::optional<std::invoke_result_t<Act, forum::Forum&>> out;
        with_floor(name, [&](const record::Floor& floor) {
            forum::Forum forum(floor);
            out.emplace(act(forum));
        });
        return *std::move(out);
    }
    void with_floor(const std::string& name, const std::function<void(const record::Floor&)>& act);

    forum::TopicId topic(const std::string& author, const std::string& title,
                         const std::string& body = "What do you do?");
    forum::PostId reply(const std::string& author, forum::TopicId topic, const std::string& body);

    void listen() { house_->reader().catch_up(); }  // all facts are heard
    void purge();  // what the night takes
    const Settled& settled() const { return settled_; }
    sql::Database& database() { return place_->database(); }
    app::House& house() { return *house_; }
    base::FrozenClock& clock() { return clock_; }
    http::Response answer(http::Request request);
    // From now on another house answers, of the same database; nullptr: the site's own again.
    void answer_with(app::House* other) { other_ = other; }

private:
    void lay_first_text();
    void settle();
    void accept_rule(sql::Tx& tx, identity::PersonId person,
                     const std::vector<std::string>& networks);

    std::unique_ptr<sql::testing::TestPlace> place_;
    base::FrozenClock clock_;
    std::unique_ptr<app::House> house_;
    app::House* other_ = nullptr;
    Settled settled_;
    std::map<std::string, identity::PersonId> persons_;
};

// TEST_P(…, …) { TestSite& site = this->site(); … } on both engines.
class SiteTest : public ::testing::TestWithParam<sql::Engine> {
protected:
    void SetUp() override { site_ = std::make_unique<TestSite>(GetParam()); }
    void TearDown() override { site_.reset(); }
    TestSite& site() { return *site_; }

private:
    std::unique_ptr<TestSite> site_;
};

std::string path_of(forum::TopicId topic);

}  // namespace testing_site
