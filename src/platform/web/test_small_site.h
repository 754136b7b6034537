#pragma once
// A site as small as they come, with one feature of its own whose notes are facts: for the tests of
// the pipeline. Requests reach it without sockets.

#include "platform/web/site.h"
#include "tests/support/test_site.h"

#include <any>
#include <atomic>
#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace web::testing {

using Headers = std::vector<http::Header>;
using Named = std::vector<std::pair<std::string, std::string>>;

// Slow work before the write of /prepared: counted, and held where a test wants to see what goes on
// meanwhile.
struct Preparing {
    std::atomic<int> begun = 0;
    std::atomic<bool> is_held = false;

    std::any operator()(Call&) {
        ++begun;
        is_held.wait(true);
        return {};
    }
    void let_go() {
        is_held = false;
        is_held.notify_all();
    }
};

// class WebSite : public SmallSite {};
// MOOTHALL_ON_BOTH_ENGINES(WebSite);
class SmallSite : public testing_site::SiteTest {
protected:
    void SetUp() override;
    void TearDown() override;

    struct Sent {
        http::Method method = http::Method::get;
        std::string path;
        std::string body = {};
        Headers headers = {{"Sec-Fetch-Site", "same-origin"}};
        std::string cookies = {};
        std::string peer = "127.0.0.1";
        bool secure = false;
    };
    std::future<http::Response> send(Sent sent);
    std::future<http::Response> send_form(const std::string& path, const Named& fields,
                                          const std::string& cookies);
    testing_site::Page ask(Sent sent) { return testing_site::Page(send(std::move(sent)).get()); }
    testing_site::Page get(const std::string& path, const std::string& cookies = {});
    testing_site::Page post(const std::string& path, const Named& fields,
                            const std::string& cookies = {});

    static std::string body_of(const Named& fields);

    std::string cookies_of(const std::string& name);
    // A token and a number, as a browser holds them with the page.
    Named form_for(const std::string& cookies);
    static Named with(Named fields, const Named& more);
    std::size_t kept();  // notes
    Site& small() { return *small_; }
    Preparing& preparing() { return preparing_; }
    int committed() const { return committed_; }  // how often the site said so

private:
    Preparing preparing_;
    std::atomic<int> committed_ = 0;
    std::unique_ptr<Site> small_;
};

}  // namespace web::testing
