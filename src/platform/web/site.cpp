#include "platform/web/site.h"

#include "platform/assets/assets.h"
#include "platform/base/log.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"
#include "platform/http/proxies.h"
#include "platform/web/cookies.h"
#include "platform/web/ready_answers.h"
#include "platform/web/receipt.h"
#include "platform/web/requests.h"
#include "platform/web/store.h"

namespace web {

namespace {

constexpr std::size_t queue_max = 2048;
constexpr int preparing_threads = 1;         // at most one core hashes
constexpr std::size_t preparing_max = 40;    // about four seconds of it; more: come again
constexpr int asking_threads = 4;            // each waits for one answer, and does nothing else
constexpr std::size_t asking_max = 40;

// Whoever asked has their answer, and it holds: a read mark is set by the next visit, and for a
// letter that does not come the page says to ask again.
void log_afterwards(std::string_view request, std::exception_ptr trouble) {
    try {
        std::rethrow_exception(std::move(trouble));
    } catch (const std::exception& broken) {
        base::log::warning("afterwards_failed", {{"request", base::log::ours(request)},
                                                 {"reason", base::log::ours(broken.what())}});
    }
}

}  // namespace

struct Site::Visit {
    explicit Visit(std::shared_ptr<UnderWay> counted) : under_way(std::move(counted)) {
        const std::scoped_lock lock(under_way->mutex);
        ++under_way->visits;
    }
    Visit(const Visit&) = delete;
    ~Visit() {
        const std::scoped_lock lock(under_way->mutex);
        if (--under_way->visits == 0) under_way->gone.notify_all();
    }

    std::shared_ptr<UnderWay> under_way;  // shared with the site
    http::Request request;
    http::Reply reply;
    Match match;
    http::Fields form;
    http::Multipart multipart;  // of a form with files: keeps their bytes
    bool has_form = false;
    std::optional<DrawAgain> again;
    std::any prepared;
    std::string visitor_secret;
    bool is_new_visitor = false;
    std::shared_ptr<const identity::SignedIn> signed_in;  // shared with the cache
    identity::Actor actor = identity::Actor::visitor();
    std::shared_ptr<const std::pair<Community, base::Zone>> community;  // shared with the cache
    std::shared_ptr<const std::string> name;  // of the community, until it is read; shared
    std::vector<std::function<void(const record::Floor&)>> afterwards;
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
    std::int64_t statements_written = 0;  // of them, before the page was drawn again
    std::int64_t statements = 0;
    http::Response response;

    std::string_view community_name() const {
        return community ? std::string_view(community->first.name) : std::string_view(*name);
    }
    bool leaves_no_trace() const { return match.route && match.route->options.leaves_no_trace; }
    // No cookie counts in it, so there is no token that would have to guard one.
    bool is_one_click() const {
        return has_form && match.route->options.takes_one_click && is_one_click_form(form);
    }
    std::string_view secret() const {
        return signed_in ? std::string_view(signed_in->session.secret) : visitor_secret;
    }
};

Site::Site(Parts parts)
    : parts_(std::move(parts)),
      blocking_(parts_.blocking_threads, queue_max),
      preparing_(preparing_threads, preparing_max),
      asking_(asking_threads, asking_max) {
    name_ = std::make_shared<const std::string>("Moothall");
    try {
        parts_.database.read([this](sql::Tx& tx) {
            name_ = std::make_shared<const std::string>(community(tx).name);
        });
    } catch (const std::exception&) {
        // No schema yet, or away: the first page that is drawn knows it.
    }
}

Site::~Site() { stop(); }

void Site::wait_until_quiet() {
    std::unique_lock lock(under_way_->mutex);
    under_way_->gone.wait(lock, [this] { return under_way_->visits == 0; });
}

void Site::stop() {
    wait_until_quiet();
    preparing_.stop();
    asking_.stop();
    blocking_.stop();
}

void Site::answer(http::Request request, http::Reply reply) {
    auto visit = std::make_shared<Visit>(under_way_);
    visit->request = std::move(request);
    visit->reply = std::move(reply);
    visit->name = name_;
    if (answer_without_route(visit)) return;
    visit->match = parts_.routes.find(visit->request.method, visit->request.path);
    if (visit->match.route == nullptr) {
        auto page = error_page(visit->match.other_method ? 405 : 404, visit->community_name());
        return finish(*visit, std::move(page));
    }
    if (is_over_limit(*visit)) return finish(*visit, error_page(429, visit->community_name()));
    visit->visitor_secret = visitor_secret(visit->request);
    if (visit->request.method == http::Method::post) return start_write(std::move(visit));
    start_read(std::move(visit));
}

bool Site::answer_without_route(const VisitPtr& held) {
    Visit& visit = *held;
    const std::string& path = visit.request.path;
    if (path.starts_with("/assets/")) {
        const auto* asset = assets::find(path);
        finish(visit, asset ? asset_response(*asset, visit.request.header("Accept-Encoding"))
                            : error_page(404, visit.community_name()));
        return true;
    }
    if (path == "/health") answer_health(held);
    else if (path == "/metrics") finish(visit, metrics(visit.request));
    else return false;
    return true;
}

// By address, and for those with a session by session too: a made-up session does not help.
bool Site::is_over_limit(const Visit& visit) {
    constexpr int persons_behind_an_address = 20;
    const Route& route = *visit.match.route;
    const int count = route.options.rate.count_a_minute;
    if (count == 0) return false;
    const auto now = parts_.clock.now();
    const auto token = session_token(visit.request);
    const bool is_open = route.access.kind() == Access::Kind::anyone;
    const int of_address = is_open ? count : count * persons_behind_an_address;
    const auto peer = http::subscriber_of(visit.request.peer);
    if (!limits_.allow(route.pattern + '\n' + peer, of_address, now)) return true;
    return !is_open && !token.empty() &&
           !limits_.allow(route.pattern + '\n' + crypto::digest(token), count, now);
}

// ---- reading ----

void Site::start_read(VisitPtr visit) {
    if (visit->match.route->options.lane == Lane::blocking) return read_apart(std::move(visit));
    parts_.database.submit_read([this, visit](sql::Tx& tx) { draw_answer(tx, *visit); },
                                [this, visit](std::exception_ptr trouble) {
                                    end_read(visit, std::move(trouble));
                                });
}

// Where it holds up nobody: what takes long, and what is drawn again after a write.
void Site::read_apart(VisitPtr visit) {
    const bool is_taken = blocking_.submit([this, visit] {
        std::exception_ptr trouble;
        try {
            parts_.database.read([&](sql::Tx& tx) { draw_answer(tx, *visit); });
        } catch (const std::exception&) {
            trouble = std::current_exception();
        }
        end_read(visit, std::move(trouble));
    });
    if (!is_taken) finish(*visit, trouble_page(*visit, 503));
}

// May run a second time.
void Site::draw_answer(sql::Tx& tx, Visit& visit) {
    visit.afterwards.clear();
    visit.response = handle(tx, visit);
    visit.statements = visit.statements_written + tx.statements();
}

void Site::end_read(const VisitPtr& visit, std::exception_ptr trouble) {
    if (trouble) return finish(*visit, trouble_response(*visit, trouble));
    finish(*visit, std::move(visit->response));
    run_afterwards(visit);
}

void Site::run_afterwards(const VisitPtr& visit) {
    if (visit->afterwards.empty()) return;
    parts_.database.submit(
        [this, visit](sql::Tx& tx) {
            const record::Floor floor{tx, visit->actor, parts_.clock.now()};
            for (const auto& work : visit->afterwards) work(floor);
            return sql::Ending::commit;
        },
        [this, visit](std::exception_ptr trouble) {
            // Read marks, which most of it is, leave nothing for others to do.
            if (!trouble && visit->has_form && parts_.committed) parts_.committed();
            if (trouble) log_afterwards(visit->request.id, trouble);
        });
}

// ---- writing ----

void Site::start_write(VisitPtr visit) {
    const auto& options = visit->match.route->options;
    const bool is_mailed = options.takes_one_click && is_multipart(visit->request);
    if (options.takes_files || is_mailed) return start_upload(visit);
    if (visit->request.body.size() > options.body_bytes_max || !visit->request.body_file.empty()) {
        return finish(*visit, error_page(413, visit->community_name()));
    }
    auto form = visit->request.form_fields();
    if (!form) return finish(*visit, error_page(400, visit->community_name()));
    visit->form = *std::move(form);
    visit->has_form = true;
    if (is_from_elsewhere(visit->request)) {
        return finish(*visit, error_page(403, visit->community_name()));
    }
    if (!options.prepare) return submit_write(visit);
    WorkLane& lane = options.prepare_spends == Spends::work ? preparing_ : asking_;
    if (lane.submit([this, visit] { prepare_then_write(visit); })) return;
    finish(*visit, trouble_page(*visit, 503));
}

// A body in a file is mapped, and taken apart where nobody waits behind it.
void Site::start_upload(const VisitPtr& visit) {
    if (is_from_elsewhere(visit->request)) {
        return finish(*visit, error_page(403, visit->community_name()));
    }
    const bool is_taken = blocking_.submit([this, visit] {
        auto read = http::read_multipart(visit->request);
        if (!read) return finish(*visit, error_page(400, visit->community_name()));
        visit->multipart = *std::move(read);
        visit->form = visit->multipart.fields;
        visit->has_form = true;
        submit_write(visit);
    });
    if (!is_taken) finish(*visit, trouble_page(*visit, 503));
}

void Site::prepare_then_write(const VisitPtr& visit) {
    try {
        parts_.database.read([&](sql::Tx& tx) {
            know_actor(tx, *visit);
            if (turned_away(*visit)) return;  // the write says so
            const Call::Setting setting{visit->request, visit->match.route, visit->match.values,
                                        visit->signed_in.get(), visit->visitor_secret,
                                        visit->community->first, visit->community->second,
                                        &visit->form, nullptr, nullptr, nullptr,
                                        parts_.base_url};
            Call call(setting, tx, visit->actor, parts_.clock.now());
            if (!call.is_token(visit->form.get("token"))) return;  // likewise
            visit->prepared = visit->match.route->options.prepare(call);
        });
    } catch (const std::exception&) {
        return finish(*visit, trouble_response(*visit, std::current_exception()));
    }
    submit_write(visit);
}

void Site::submit_write(const VisitPtr& visit) {
    parts_.database.submit(
        [this, visit](sql::Tx& tx) {
            visit->again.reset();  // the work may run a second time
            visit->afterwards.clear();
            visit->response = handle(tx, *visit);
            visit->statements = visit->statements_written = tx.statements();
            const bool keeps = !visit->again && visit->response.status < 400;
            return keeps ? sql::Ending::commit : sql::Ending::roll_back;
        },
        [this, visit](std::exception_ptr trouble) { end_write(visit, trouble); });
}

void Site::end_write(const VisitPtr& visit, std::exception_ptr trouble) {
    if (trouble) return finish(*visit, trouble_response(*visit, trouble));
    if (visit->again) return read_apart(visit);  // the writer is held for the writing only
    if (parts_.committed && visit->response.status < 400) parts_.committed();
    finish(*visit, std::move(visit->response));
    run_afterwards(visit);
}

// ---- both ----

void Site::know_actor(sql::Tx& tx, Visit& visit) {
    const bool writes = visit.has_form && !visit.again;
    const std::string version = writes ? std::string() : tx.version();
    visit.community = writes ? nullptr : community_.find(0, version);
    if (!visit.community) {
        auto read = community(tx);
        base::Zone zone(read.zone);
        visit.community = std::make_shared<const std::pair<Community, base::Zone>>(
            std::move(read), std::move(zone));
        name_ = std::make_shared<const std::string>(visit.community->first.name);
        if (!writes) community_.keep(0, version, visit.community);
    }
    const auto token = session_token(visit.request);
    visit.signed_in = nullptr;
    visit.actor = identity::Actor::visitor();
    if (token.empty() || visit.is_one_click()) return;
    const std::string digest = crypto::digest(token);
    const auto now = parts_.clock.now();
    if (!writes) visit.signed_in = signed_in_.find(digest, version);
    const bool has_ended = visit.signed_in && visit.signed_in->session.expires <= now;
    if (!visit.signed_in || has_ended) {
        visit.signed_in = nullptr;
        auto found = identity::find_signed_in(tx, token, now, parts_.grants);
        if (!found) return;
        visit.signed_in = std::make_shared<const identity::SignedIn>(*std::move(found));
        if (!writes) signed_in_.keep(digest, version, visit.signed_in);
    }
    visit.actor = visit.signed_in->actor;
    const auto& session = visit.signed_in->session;
    if (now - session.seen < identity::session_seen_step || visit.leaves_no_trace()) return;
    visit.afterwards.push_back([id = session.id](const record::Floor& floor) {
        identity::store::see_session(floor.tx, id, floor.now);
    });
}

std::optional<http::Response> Site::turned_away(const Visit& visit) const {
    const Access& access = visit.match.route->access;
    if (access.kind() == Access::Kind::anyone) return std::nullopt;
    if (visit.actor.is_person()) {
        const bool may = access.kind() == Access::Kind::signed_in ||
                         visit.actor.may(access.permission());
        if (may) return std::nullopt;
        if (!visit.actor.is_office_closed() || visit.has_form) throw base::NotFound();
        return to_page("/sign-in/confirmation", visit.request, visit.leaves_no_trace());
    }
    if (visit.has_form) {
        return resend_page({.status = 401,
                            .title = "You were signed out",
                            .why = "Your text is still here. Sign in, then send it again.",
                            .path = visit.request.path,
                            .token = {},
                            .offer_sign_in = true},
                           visit.form, visit.community_name());
    }
    return to_page("/sign-in", visit.request, visit.leaves_no_trace());
}

http::Response Site::handle(sql::Tx& tx, Visit& visit) {
    if (visit.leaves_no_trace()) tx.log_nothing();
    know_actor(tx, visit);
    if (auto response = turned_away(visit)) return *std::move(response);
    if (!visit.actor.is_person() && visit.visitor_secret.size() < 22) {
        visit.visitor_secret = crypto::random_token();
        visit.is_new_visitor = true;
    }
    const bool is_again = visit.again.has_value();
    const Call::Setting setting{visit.request,
                                visit.match.route,
                                visit.match.values,
                                visit.signed_in.get(),
                                visit.visitor_secret,
                                visit.community->first,
                                visit.community->second,
                                visit.has_form ? &visit.form : nullptr,
                                &visit.multipart.uploads,
                                is_again ? &visit.again->refused : nullptr,
                                &visit.prepared,
                                parts_.base_url};
    Call call(setting, tx, visit.actor, parts_.clock.now());
    auto response = run_handler(tx, visit, call);
    if (visit.actor.is_person()) return response;
    return let_out(visit, std::move(response));
}

http::Response Site::run_handler(sql::Tx& tx, Visit& visit, Call& call) {
    const bool is_again = visit.again.has_value();
    if (visit.has_form && !is_again) return handle_post(tx, visit, call);
    try {
        return handle_get(visit, call);
    } catch (const base::NotFound&) {
        const auto asking = where_asked(visit.actor);
        if (is_again || asking.empty()) throw;
        return to_page(asking, visit.request, visit.leaves_no_trace());
    }
}

// Whoever is not signed in is outside: what they read has passed the gate.
http::Response Site::let_out(const Visit& visit, http::Response response) const {
    if (response.body.empty()) return response;
    auto passed = parts_.gate.pass({.exit = leaving::Exit::page_for_outsiders,
                                    .from = {"page", 0, 0},
                                    .audience = {},
                                    .subject_line = visit.match.route->pattern,
                                    .content = std::move(response.body)});
    if (!passed) throw base::NotFound();
    response.body = std::move(*passed).content();
    return response;
}

// Whoever is asked something before a door of theirs opens is led there from all that is not there
// for them, whether it stands behind that door or nowhere: the answer does not tell which.
std::string Site::where_asked(const identity::Actor& actor) const {
    const auto& asked = actor.asked();
    if (asked.empty() || parts_.signposts.asking.empty()) return {};
    if (asked.size() > 1) return parts_.signposts.asking;
    return parts_.signposts.asking + "/" + std::to_string(asked.front());
}

http::Response Site::handle_get(Visit& visit, Call& call) {
    http::Response response =
        visit.again ? visit.again->page(call) : visit.match.route->handler(call);
    if (call.page_) draw_page(call, visit, response);
    for (auto& work : call.afterwards_) visit.afterwards.push_back(std::move(work));
    return response;
}

http::Response Site::handle_post(sql::Tx& tx, Visit& visit, Call& call) {
    if (!visit.is_one_click() && !call.is_token(visit.form.get("token"))) {
        const std::string token = crypto::form_token(visit.secret());
        return resend_page({.status = 403,
                            .title = "That form was too old",
                            .why = "Your text is still here. Check it and send it again.",
                            .path = visit.request.path,
                            .token = token},
                           visit.form, visit.community_name());
    }
    auto receipt = receipt_of(visit.request.path, visit.form, visit.multipart.uploads);
    if (visit.leaves_no_trace()) receipt.reset();
    if (receipt && !store::take_receipt(tx, *receipt, call.now())) {
        const auto location = store::outcome_of(tx, *receipt).value_or("");
        return call.redirect(is_local_path(location) ? location : "/", "That was sent already.");
    }
    http::Response response;
    try {
        response = visit.match.route->handler(call);
    } catch (DrawAgain& again) {
        visit.again = std::move(again);
        return response;
    }
    if (receipt && response.status == 303) {
        for (const auto& header : response.headers) {
            if (header.name == "Location") store::note_outcome(tx, *receipt, header.value);
        }
    }
    for (auto& work : call.afterwards_) visit.afterwards.push_back(std::move(work));
    return response;
}

std::shared_ptr<const Surroundings> Site::surroundings(Call& call, Visit& visit) {
    const std::string& current = call.page_->current;
    const std::string key = std::to_string(call.actor().id().value) + current;
    const bool is_usual = call.query().get("q").empty();  // the search box shows what was typed
    if (is_usual) {
        if (auto found = surroundings_.find(key, call.version())) return found;
    }
    std::vector<MenuEntry> menu;
    for (const Menu& part : parts_.menus) {
        for (auto& entry : part(call)) menu.push_back(std::move(entry));
    }
    const Shell shell{visit.community->first, parts_.signposts, menu, parts_.bar(call), {}};
    if (!is_usual) {
        return std::make_shared<const Surroundings>(draw_surroundings(call, current, shell));
    }
    // Most commits change nothing that stands here: what would be drawn of the same is the same.
    const std::string shown = digest_of_surroundings(call, shell);
    auto made = drawn_.find(key, shown);
    if (!made) {
        made = std::make_shared<const Surroundings>(draw_surroundings(call, current, shell));
        drawn_.keep(key, shown, made);
    }
    surroundings_.keep(key, call.version(), made);
    return made;
}

void Site::draw_page(Call& call, Visit& visit, http::Response& response) {
    const std::string said = flash(visit.request);
    std::shared_ptr<const Surroundings> around;
    if (call.actor().is_person() && call.page_->frame == Page::Frame::full) {
        around = surroundings(call, visit);
    }
    auto banner = around && parts_.banner ? parts_.banner(call) : html::Html();
    const std::vector<MenuEntry> no_menu;
    const Shell shell{visit.community->first, parts_.signposts, no_menu, {}, said,
                      !call.refused().empty(), around.get(), std::move(banner)};
    response.body = draw(call, *call.page_, shell);
    response.with("Content-Type", "text/html; charset=utf-8");
    if (!said.empty()) response.with("Set-Cookie", flash_cookie({}, visit.request.secure));
}

http::Response Site::trouble_response(Visit& visit, std::exception_ptr trouble) {
    int status = 500;
    try {
        std::rethrow_exception(trouble);
    } catch (const base::NotFound&) {
        status = 404;
    } catch (const base::Unavailable& gone) {
        status = 503;
        base::log::error("unavailable", {{"request", base::log::ours(visit.request.id)},
                                         {"reason", base::log::ours(gone.what())}});
    } catch (const std::exception& broken) {
        base::log::error("request_failed", {{"request", base::log::ours(visit.request.id)},
                                            {"reason", base::log::ours(broken.what())}});
    }
    return trouble_page(visit, status);
}

http::Response Site::trouble_page(Visit& visit, int status) {
    const bool gives_back = visit.has_form && (status != 404 || has_typed(visit.form));
    if (!gives_back) return error_page(status, visit.community_name());
    // Nothing typed is lost: it comes back, with a token where it is known who asks.
    const std::string token =
        visit.secret().empty() ? std::string() : crypto::form_token(visit.secret());
    Resend resend{.status = status,
                  .title = "That did not send",
                  .why = "Something went wrong on our side. Your text is still here. Wait a "
                         "minute, then send it again.",
                  .path = visit.request.path,
                  .token = token};
    if (status == 404) {  // the same words for what is not there and what is not theirs
        resend.title = "We cannot find that page";
        resend.why = "Your text is still here. What it was for may be hidden now, or not be open "
                     "to you. Copy it, or send it again later.";
        resend.asking = where_asked(visit.actor);
    }
    return resend_page(resend, visit.form, visit.community_name());
}

http::Response Site::error_page(int status, std::string_view community) const {
    return web::error_page(status, {community, parts_.signposts});
}

http::Response Site::resend_page(const Resend& resend, const http::Fields& fields,
                                 std::string_view community) const {
    return web::resend_page(resend, fields, {community, parts_.signposts});
}

void Site::finish(Visit& visit, http::Response response) {
    add_safety_headers(response, visit.request.secure);
    if (visit.is_new_visitor) {  // errors too: what they give back is bound to it
        response.with("Set-Cookie", visitor_cookie(visit.visitor_secret, visit.request.secure));
    }
    if (visit.leaves_no_trace()) return visit.reply(std::move(response));
    const auto took = std::chrono::steady_clock::now() - visit.began;
    const auto took_us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    const std::string_view route =
        visit.match.route ? std::string_view(visit.match.route->pattern) : "-";
    metrics_.count_request(route, response.status, static_cast<double>(took_us) / 1e6);
    base::log::info("request", {{"id", base::log::ours(visit.request.id)},
                                {"route", base::log::ours(route)},
                                {"status", std::int64_t{response.status}},
                                {"us", std::int64_t{took_us}},
                                {"statements", visit.statements}});
    visit.reply(std::move(response));
}

// Rolled back again: a health check must not make others' kept values old.
void Site::answer_health(const VisitPtr& visit) {
    parts_.database.submit(
        [](sql::Tx& tx) {
            store::settings(tx);
            store::keep_setting(tx, "health", "checked");
            return sql::Ending::roll_back;
        },
        [this, visit](std::exception_ptr trouble) {
            finish(*visit, trouble ? text_response(503, "application/json",
                                                   R"({"status":"unavailable"})")
                                   : text_response(200, "application/json", R"({"status":"ok"})"));
        });
}

http::Response Site::metrics(const http::Request& request) {
    const bool is_local = request.peer == "127.0.0.1" || request.peer == "::1";
    const std::string bearer = "Bearer " + parts_.metrics_token;
    const bool has_token = !parts_.metrics_token.empty() &&
                           crypto::equal(request.header("Authorization"), bearer);
    if (!is_local && !has_token) return error_page(404, *name_.load());
    std::string text = metrics_.text();
    if (parts_.metrics) text += parts_.metrics();
    return text_response(200, "text/plain; version=0.0.4", std::move(text));
}

}  // namespace web
