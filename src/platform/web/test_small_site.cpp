#include "platform/web/test_small_site.h"

#include "platform/record/history.h"
#include "platform/web/form.h"

namespace web::testing {

using testing_site::Page;

namespace {

constexpr identity::Permission keep_keys{"keep_keys"};

// ---- a feature as small as they come: notes are facts ----

struct Noted {
    static constexpr std::string_view kind = "notes.noted";
    std::string words;

    std::int64_t subject() const { return 1; }
    record::Details details() const { return {{"words", words}}; }
};

class Notes {
public:
    explicit Notes(const record::Floor& floor) : floor_(floor) {}
    void add(std::string_view words) { floor_.record().add(Noted{std::string(words)}); }

private:
    record::Floor floor_;
};

struct NoteDraft {
    std::string title;
    std::string body;
};

const Form<NoteDraft> note_form({
    {{.name = "title", .label = "Title", .required = "Enter a title", .characters_max = 10},
     &NoteDraft::title},
    {{.name = "body", .label = "Note", .kind = FieldFace::Kind::text, .characters_max = 20},
     &NoteDraft::body},
});

http::Response show_note(Call& call) {
    web::Page page;
    page.name = "note";
    page.title = "Note";
    page.frame = web::Page::Frame::plain;
    html::Html content;
    content.add(error_summary(call));
    content.add(html::Element{"form"}(html::attr("method", "post"), html::attr("action", "/notes"),
                                      call.form_fields(), note_form.draw_all(call, {})));
    page.content = std::move(content);
    return call.page(std::move(page));
}

http::Response keep_note(Call& call) {
    const auto draft = note_form.read(call.form());
    if (!draft) return call.again(show_note, draft.error());
    call.open<Notes>().add(draft->title);
    if (draft->body == "refuse") {  // after something was written
        return call.again(show_note, base::Refusal{"Not like this.", "body"});
    }
    return call.redirect("/notes?kept=" + http::percent_encode(draft->title),
                         "Kept <b>" + draft->title + "</b>.");
}

http::Response note_later(Call& call) {
    call.afterwards([](const record::Floor& floor) { Notes(floor).add("Later"); });
    return call.redirect("/notes");
}

http::Response say(Call&, std::string words) {
    http::Response response;
    response.body = std::move(words);
    return response;
}

http::Response stop(Call& call) {
    call.open<Notes>().add(call.actor().is_person() ? "by a person" : "by nobody");
    return say(call, call.actor().is_person() ? "stopped by a person" : "stopped by nobody");
}

Routes small_routes(Preparing& preparing) {
    Routes site;
    site.get("/notes", signed_in, show_note);
    site.post("/notes", signed_in, keep_note);
    site.get("/open", anyone, show_note);
    site.post("/open", anyone, keep_note);
    site.get("/keys", needs(keep_keys), [](Call& call) { return say(call, "keys"); });
    site.post("/keys", needs(keep_keys), keep_note);
    site.get("/things/{thing}", anyone, [](Call& call) {
        return say(call, std::to_string(call.id<identity::PersonId>("thing").value));
    });
    const auto broken = [](Call&) -> http::Response { throw std::runtime_error("secret words"); };
    const auto gone = [](Call&) -> http::Response { throw base::Unavailable("secret words"); };
    site.get("/broken", anyone, broken);
    site.get("/broken/again", anyone, [](Call& call) { return call.again(show_note, Refused{}); });
    site.get("/broken/form", anyone, [](Call& call) {
        return say(call, std::string(call.form().get("body")));
    });
    site.post("/broken", anyone, broken);
    site.get("/gone", anyone, gone);
    site.post("/gone", anyone, gone);
    site.post("/gone/early", anyone, keep_note,
              {.prepare = [gone](Call& call) { return std::any(gone(call).status); }});
    site.get("/seldom", anyone, [](Call& call) { return say(call, "once in a while"); },
             {.rate = {3}});
    site.post("/short", anyone, keep_note, {.body_bytes_max = 400});
    site.post("/stop/{token}", anyone, stop,
              {.body_bytes_max = 4'000, .takes_one_click = true});
    site.post("/prepared", signed_in, keep_note,
              {.prepare = [&preparing](Call& call) { return preparing(call); }});
    site.post("/asked", signed_in, keep_note,
              {.prepare = [](Call&) { return std::any(); }, .prepare_spends = Spends::waiting});
    site.get("/later", anyone, note_later);
    site.post("/later", anyone, note_later);
    site.get("/room", anyone, [](Call& call) { return say(call, "said in the room"); });
    site.get("/apart", anyone, [](Call& call) { return say(call, "apart"); },
             {.lane = Lane::blocking});
    return site;
}

leaving::Ruling said_in_the_room(leaving::Draft& draft, const record::Floor*) {
    const bool is_said = draft.content.find("said in the room") != std::string::npos;
    return draft.exit == leaving::Exit::page_for_outsiders && is_said ? leaving::Ruling::refuse
                                                                      : leaving::Ruling::pass;
}

}  // namespace

void SmallSite::SetUp() {
    SiteTest::SetUp();
    if (HasFatalFailure()) return;
    small_ = std::make_unique<Site>(
        Site::Parts{.database = site().database(),
                    .clock = site().clock(),
                    .routes = small_routes(preparing_),
                    .grants = {{keep_keys, {"moderator"}}},
                    .menus = {},
                    .bar = [](Call&) { return BarNotes{}; },
                    .gate = leaving::Gate({&said_in_the_room}),
                    .base_url = "http://localhost",
                    .metrics_token = "let-me-see",
                    .committed = [this] { ++committed_; },
                    .metrics = [] { return std::string("more_of_it 1\n"); }});
}

void SmallSite::TearDown() {
    small_.reset();
    SiteTest::TearDown();
}

std::future<http::Response> SmallSite::send(Sent sent) {
    http::Request request{.method = sent.method, .path = std::move(sent.path)};
    if (const auto at = request.path.find('?'); at != std::string::npos) {
        request.query = request.path.substr(at + 1);
        request.path.resize(at);
    }
    request.headers = std::move(sent.headers);
    request.headers.push_back({"Host", "localhost"});
    if (!sent.cookies.empty()) request.headers.push_back({"Cookie", sent.cookies});
    if (sent.method == http::Method::post) {
        request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    }
    request.body = std::move(sent.body);
    request.peer = std::move(sent.peer);
    request.secure = sent.secure;
    request.id = "0123456789abcdef";
    auto promise = std::make_shared<std::promise<http::Response>>();  // shared with the site
    auto answered = promise->get_future();
    small_->answer(std::move(request), [promise](http::Response response) {
        promise->set_value(std::move(response));
    });
    return answered;
}

Page SmallSite::get(const std::string& path, const std::string& cookies) {
    return ask({.path = path, .cookies = cookies});
}

std::string SmallSite::body_of(const Named& fields) {
    std::string body;
    for (const auto& [name, value] : fields) {
        if (!body.empty()) body += '&';
        body += name + '=' + http::percent_encode(value);
    }
    return body;
}

std::future<http::Response> SmallSite::send_form(const std::string& path, const Named& fields,
                                                 const std::string& cookies) {
    return send({.method = http::Method::post,
                 .path = path,
                 .body = body_of(fields),
                 .cookies = cookies});
}

Page SmallSite::post(const std::string& path, const Named& fields, const std::string& cookies) {
    return Page(send_form(path, fields, cookies).get());
}

std::string SmallSite::cookies_of(const std::string& name) {
    auto browser = site().as(name);
    return "session=" + browser.cookies().at("session");
}

Named SmallSite::form_for(const std::string& cookies) {
    const auto fields = get("/notes", cookies).fields_of("/notes");
    return {{"token", std::string(fields.get("token"))},
            {"once", std::string(fields.get("once"))}};
}

Named SmallSite::with(Named fields, const Named& more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

std::size_t SmallSite::kept() {
    std::size_t count = 0;
    site().database().read([&](sql::Tx& tx) {
        count = record::history(tx, Noted::kind, 1, 1000).size();
    });
    return count;
}

}  // namespace web::testing
