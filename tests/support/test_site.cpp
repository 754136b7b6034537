#include "features/membership/membership.h"
#include "features/privacy/privacy.h"
#include "features/rule/rule.h"
#include "tests/support/test_site.h"

#include "app/migrations.h"
#include "platform/base/text.h"
#include "platform/identity/identity.h"
#include "platform/web/community.h"

#include <algorithm>
#include <future>

namespace testing_site {

namespace {

// Tuesday 8 June 2027, 09:12 in London.
const base::Instant beginning{std::chrono::sys_days{std::chrono::year{2027} / 6 / 8} +
                              base::hours(8) + base::minutes(12)};

std::string encode(const http::Fields& fields) {
    std::string body;
    for (const auto& [name, value] : fields.all()) {
        if (!body.empty()) body += '&';
        body += http::percent_encode(name) + '=' + http::percent_encode(value);
    }
    return body;
}

http::Request request_for(http::Method method, const std::string& address) {
    http::Request request;
    request.method = method;
    const auto hash = address.find('#');
    const auto target = address.substr(0, hash);
    const auto question = target.find('?');
    request.path = http::percent_decode(target.substr(0, question), false).value_or("/");
    if (question != std::string::npos) request.query = target.substr(question + 1);
    request.peer = "127.0.0.1";
    request.id = "0123456789abcdef";
    request.headers = {{"Host", "localhost"}, {"User-Agent", "Firefox/140 Linux"}};
    return request;
}

}  // namespace

// ---- a browser ----

Page Browser::get(const std::string& path) { return get_with(path, {}); }

Page Browser::get_with(const std::string& path, std::vector<http::Header> headers) {
    auto request = request_for(http::Method::get, path);
    for (auto& header : headers) request.headers.push_back(std::move(header));
    return send(std::move(request));
}

Page Browser::post(const std::string& path, const http::Fields& fields) {
    auto request = request_for(http::Method::post, path);
    request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    for (const auto& header : post_headers) request.headers.push_back(header);
    request.body = encode(fields);
    return send(std::move(request));
}

Page Browser::upload(const Page& page, std::string_view action_part, const Chosen& file) {
    constexpr std::string_view boundary = "a-boundary-of-our-own";
    const auto begin = [&](const std::string& name) {
        return "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; name=\"" +
               name + "\"";
    };
    auto request = request_for(http::Method::post, page.action_of(action_part));
    const auto fields = page.fields_of(action_part);
    for (const auto& [name, value] : fields.all()) {
        request.body += begin(name) + "\r\n\r\n" + value + "\r\n";
    }
    request.body += begin(file.field) + "; filename=\"" + file.name +
                    "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.bytes +
                    "\r\n--" + std::string(boundary) + "--\r\n";
    request.headers.push_back(
        {"Content-Type", "multipart/form-data; boundary=" + std::string(boundary)});
    for (const auto& header : post_headers) request.headers.push_back(header);
    return send(std::move(request));
}

Page Browser::press(const Page& page, std::string_view action_part, const Changes& changes) {
    const auto before = page.fields_of(action_part);
    http::Fields fields;
    for (const auto& [name, value] : before.all()) {
        const bool is_changed = std::ranges::find(changes, name, &Changes::value_type::first) !=
                                changes.end();
        if (!is_changed) fields.add(name, value);
    }
    for (const auto& [name, value] : changes) fields.add(name, value);
    return post(page.action_of(action_part), fields);
}

Page Browser::press_button(const Page& page, std::string_view selector) {
    const auto button = page.find(selector);
    const auto form = page.find("#" + button.attribute("form").value());
    http::Fields fields = page.fields_of(form.attribute("action").value());
    fields.add(button.attribute("name").value(), button.attribute("value").value());
    return post(button.attribute("formaction").value(), fields);
}

Page Browser::send(http::Request request) {
    std::string cookies;
    for (const auto& [name, value] : cookies_) {
        cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
    }
    if (!cookies.empty()) request.headers.push_back({"Cookie", cookies});
    auto response = site_->answer(std::move(request));
    for (const auto& header : response.headers) {
        if (header.name != "Set-Cookie") continue;
        const auto equals = header.value.find('=');
        const auto name = header.value.substr(0, equals);
        const auto value = header.value.substr(equals + 1, header.value.find(';') - equals - 1);
        if (header.value.find("Max-Age=0") != std::string::npos) cookies_.erase(name);
        else cookies_[name] = value;
    }
    return Page(std::move(response));
}

// ---- the site ----

namespace {

// On PostgreSQL a new database with its schema takes a third of a second: the one that a test has
// left is emptied for the next, unless a table was dropped to see what comes of it.
std::unique_ptr<sql::testing::TestPlace>& left_place() {
    static std::unique_ptr<sql::testing::TestPlace> left;
    return left;
}

// It goes while there is still all that a connection needs: after main, OpenSSL has tidied up.
class LastPlaceGone : public ::testing::Environment {
    void TearDown() override { left_place().reset(); }
};
const auto* const last_place_gone = ::testing::AddGlobalTestEnvironment(new LastPlaceGone);

std::vector<std::string> tables_of(sql::Tx& tx) {
    static const sql::Query<std::string()> tables{"test_tables", R"(
        SELECT quote_ident(tablename)
          FROM pg_tables
         WHERE schemaname = 'public' AND tablename <> 'schema_steps'
         ORDER BY tablename)"};
    return tx.all(tables);
}

std::vector<std::string>& tables_made() {
    static std::vector<std::string> made;
    return made;
}

std::unique_ptr<sql::testing::TestPlace> place_with_schema(sql::Engine engine) {
    if (engine == sql::Engine::postgresql && left_place()) return std::move(left_place());
    auto place = sql::testing::make_place(engine);
    sql::migrate(place->database(), app::migrations());
    if (engine == sql::Engine::postgresql) {
        place->database().read([](sql::Tx& tx) { tables_made() = tables_of(tx); });
    }
    return place;
}

void leave(std::unique_ptr<sql::testing::TestPlace> place) {
    bool is_whole = false;
    place->database().write([&](sql::Tx& tx) {
        is_whole = tables_of(tx) == tables_made();
        if (!is_whole) return;
        std::string list;
        for (const auto& name : tables_made()) list += (list.empty() ? "" : ", ") + name;
        tx.run_script({"test_emptied", "TRUNCATE " + list + " RESTART IDENTITY"});
    });
    place->close();
    if (is_whole) left_place() = std::move(place);
}

}  // namespace

TestSite::TestSite(sql::Engine engine)
    : place_(place_with_schema(engine)), clock_(beginning) {
    house_ = std::make_unique<app::House>(database(), clock_, "http://localhost");
    lay_first_text();
    settle();
}

TestSite::~TestSite() {
    house_.reset();
    if (database().engine() == sql::Engine::sqlite) return;
    try {
        leave(std::move(place_));
    } catch (const std::exception& error) {
        ADD_FAILURE() << "the database could not be emptied: " << error.what();
    }
}

// A place that another test has left was emptied, of what the schema laid down too.
void TestSite::lay_first_text() {
    database().write([&](sql::Tx& tx) {
        if (identity::store::terms_of(tx, {}).version > 0) return;
        const auto all = app::migrations();
        const auto step = std::ranges::find_if(all, [](const sql::Migration& one) {
            return one.room == "rule" && one.name == "0003_first_text";
        });
        tx.run_script({"test_first_text", std::string(step->postgres)});
    });
}

void TestSite::settle() {
    database().write([&](sql::Tx& tx) {
        web::keep_community(tx, {.name = "The Networks", .is_set_up = true});
        const auto worker = identity::Actor::worker("test");
        networks::Networks networks(record::Floor{tx, worker, clock_.now()});
        const auto found = [&](const std::string& slug, const std::string& short_name) {
            return *networks.found({slug, short_name + " of health", short_name, "To talk.", slug});
        };
        const auto open = [&](const networks::Network& network, const std::string& slug,
                              const std::string& name) {
            return *networks.open_area(network, {slug, name, "For this."});
        };
        settled_.ccio = found("ccio", "CCIO");
        settled_.cnio = found("cnio", "CNIO");
        settled_.safety = open(settled_.ccio, "clinical-safety", "Clinical safety");
        settled_.records = open(settled_.ccio, "records", "Records");
        settled_.wards = open(settled_.cnio, "wards", "Wards");
    });
}

identity::PersonId TestSite::person(const std::string& name,
                                    const std::vector<std::string>& networks,
                                    const std::vector<std::string>& roles) {
    if (const auto known = persons_.find(name); known != persons_.end()) return known->second;
    identity::PersonId id;
    database().write([&](sql::Tx& tx) {
        const auto handle = base::slug(name);
        id = identity::store::add_person(tx, {.name = name,
                                              .handle = handle,
                                              .role_line = "CCIO, Calder Vale",
                                              .email = handle + "@example.org",
                                              .joined = clock_.now() - base::days(400)});
        for (const auto& slug : networks) {
            const auto& network = slug == "ccio" ? settled_.ccio : settled_.cnio;
            const auto worker = identity::Actor::worker("test");
            (void)membership::Roll(record::Floor{tx, worker, clock_.now()})
                .enrol(id, network, membership::Category::full);
        }
        accept_rule(tx, id, networks);
        for (const auto& role : roles) {
            const bool is_chair = role == "chair";
            identity::store::give_role(
                tx, id, role, is_chair ? settled_.ccio.audience : identity::AudienceId{});
        }
    });
    persons_[name] = id;
    return id;
}

void TestSite::accept_rule(sql::Tx& tx, identity::PersonId person,
                           const std::vector<std::string>& networks) {
    const auto actor = identity::actor_of(tx, person, {}, identity::Assurance::one_factor);
    const record::Floor floor{tx, actor, clock_.now()};
    const rule::Texts texts(floor);
    rule::Acceptance acceptance(floor);
    const auto text = std::to_string(texts.present().version);
    (void)acceptance.accept({text, ""}, "when joining");
    for (const auto& slug : networks) {
        const auto& network = slug == "ccio" ? settled_.ccio : settled_.cnio;
        const auto addition = std::to_string(texts.present({network}).version);
        (void)acceptance.enter(network, {text, addition});
    }
}

void TestSite::enter(const std::string& name, const std::string& network) {
    database().write([&](sql::Tx& tx) { accept_rule(tx, id_of(name), {network}); });
}

Browser TestSite::as(const std::string& name, identity::Assurance assurance) {
    std::string token;
    const auto id = person(name, {"ccio"});
    database().write([&](sql::Tx& tx) { 
        token = identity::make_link(tx, id, clock_.now(),
                                    {.assurance = assurance});
    });
    Browser browser(*this);
    const auto page = browser.get("/sign-in/link/" + token);
    const auto signed_in = browser.press(page, "/sign-in/link/");
    if (signed_in.status() != 303) throw std::runtime_error("cannot sign in " + name);
    return browser;
}

void TestSite::with_floor(const std::string& name,
                          const std::function<void(const record::Floor&)>& act) {
    const auto id = person(name, {"ccio"});
    database().write([&](sql::Tx& tx) {
        const auto actor = identity::actor_of(tx, id, app::grants(house_->features()),
                                              identity::Assurance::two_factors);
        act(record::Floor{tx, actor, clock_.now()});
    });
}

void TestSite::purge() {
    database().write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("purge");
        const record::Floor floor{tx, worker, clock_.now()};
        ASSERT_TRUE(privacy::Purging(floor).run(app::retentions(house_->features())));
    });
}

forum::TopicId TestSite::topic(const std::string& author, const std::string& title,
                               const std::string& body) {
    return *in_forum(author, [&](forum::Forum& forum) {
        return forum.start_topic(settled_.safety, {title, body});
    });
}

forum::PostId TestSite::reply(const std::string& author, forum::TopicId topic,
                              const std::string& body) {
    return *in_forum(author, [&](forum::Forum& forum) {
        return forum.reply(forum.topic(topic), {body});
    });
}

http::Response TestSite::answer(http::Request request) {
    // Shared: the answering thread may still hold it when this one goes on.
    auto promise = std::make_shared<std::promise<http::Response>>();
    auto answered = promise->get_future();
    app::House& house = other_ ? *other_ : *house_;
    house.site().answer(std::move(request), [promise](http::Response response) {
        promise->set_value(std::move(response));
    });
    auto response = answered.get();
    house_->site().wait_until_quiet();  // what follows an answer is done too
    return response;
}

std::string path_of(forum::TopicId topic) { return "/forum/" + std::to_string(topic.value); }

}  // namespace testing_site
