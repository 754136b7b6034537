#pragma once
// The pipeline from a request to its answer: route, actor, access, token, transaction, handler,
// shell, errors. The one place for all of these; a handler cannot leave one out.

#include "platform/base/time.h"
#include "platform/exit/gate.h"
#include "platform/http/server.h"
#include "platform/identity/identity.h"
#include "platform/sql/database.h"
#include "platform/sql/remembered.h"
#include "platform/web/call.h"
#include "platform/web/errors.h"
#include "platform/web/lane.h"
#include "platform/web/limits.h"
#include "platform/web/metrics.h"
#include "platform/web/page.h"
#include "platform/web/route.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace web {

class Site {
public:
    struct Parts {
        sql::Database& database;
        const base::Clock& clock;
        Routes routes;
        std::vector<identity::Grant> grants;
        std::vector<Menu> menus;
        Bar bar;
        Banner banner = {};
        Signposts signposts = {};
        leaving::Gate gate = leaving::Gate();  // by which pages leave to visitors
        std::string base_url;                      // "https://networks.example.org"
        std::string metrics_token;                 // empty: loopback only
        std::function<void()> committed;           // a write has become durable
        std::function<std::string()> metrics;      // what others have to tell /metrics
        int blocking_threads = 2;
    };

    explicit Site(Parts parts);
    ~Site();

    // http::Handler. Safe for concurrent use.
    void answer(http::Request request, http::Reply reply);
    const Routes& routes() const { return parts_.routes; }
    const std::vector<identity::Grant>& grants() const { return parts_.grants; }
    const Signposts& signposts() const { return parts_.signposts; }
    void wait_until_quiet();  // no request is under way, nor what follows one
    void stop();  // waits for the requests under way, and finishes what was taken

private:
    // How many requests are on their way; outlives the site if the last of them does.
    struct UnderWay {
        std::mutex mutex;
        std::condition_variable gone;
        int visits = 0;
    };
    struct Visit;  // one request on its way
    using VisitPtr = std::shared_ptr<Visit>;  // shared: lanes hand it on from thread to thread

    void start_read(VisitPtr visit);
    void start_write(VisitPtr visit);
    void read_apart(VisitPtr visit);
    void draw_answer(sql::Tx& tx, Visit& visit);
    void end_read(const VisitPtr& visit, std::exception_ptr trouble);
    void start_upload(const VisitPtr& visit);
    void prepare_then_write(const VisitPtr& visit);
    void submit_write(const VisitPtr& visit);
    void end_write(const VisitPtr& visit, std::exception_ptr trouble);
    void run_afterwards(const VisitPtr& visit);

    http::Response handle(sql::Tx& tx, Visit& visit);
    http::Response run_handler(sql::Tx& tx, Visit& visit, Call& call);
    http::Response let_out(const Visit& visit, http::Response response) const;
    http::Response handle_get(Visit& visit, Call& call);
    http::Response handle_post(sql::Tx& tx, Visit& visit, Call& call);
    std::optional<http::Response> turned_away(const Visit& visit) const;
    std::string where_asked(const identity::Actor& actor) const;  // "": nothing is
    void know_actor(sql::Tx& tx, Visit& visit);
    void draw_page(Call& call, Visit& visit, http::Response& response);
    std::shared_ptr<const Surroundings> surroundings(Call& call, Visit& visit);
    http::Response trouble_response(Visit& visit, std::exception_ptr trouble);
    http::Response trouble_page(Visit& visit, int status);
    http::Response error_page(int status, std::string_view community) const;
    http::Response resend_page(const Resend& resend, const http::Fields& fields,
                               std::string_view community) const;
    void finish(Visit& visit, http::Response response);
    bool answer_without_route(const VisitPtr& held);
    bool is_over_limit(const Visit& visit);
    void answer_health(const VisitPtr& visit);
    http::Response metrics(const http::Request& request);

    Parts parts_;
    std::shared_ptr<UnderWay> under_way_ = std::make_shared<UnderWay>();  // shared with visits
    Limits limits_;
    Metrics metrics_;
    sql::Remembered<std::string, std::string, identity::SignedIn> signed_in_{10'000};
    sql::Remembered<int, std::string, std::pair<Community, base::Zone>> community_{1};
    // As it was last read: for answers before the database is asked, or while it is away.
    std::atomic<std::shared_ptr<const std::string>> name_;
    sql::Remembered<std::string, std::string, Surroundings> surroundings_{5'000};
    sql::Remembered<std::string, std::string, Surroundings> drawn_{5'000};  // by what it shows
    WorkLane blocking_;
    WorkLane preparing_;  // apart: hashing holds up neither searches nor pages drawn again
    WorkLane asking_;     // other servers
};

}  // namespace web
