// The second factor: asked for on the way in, or later, where an office or a change needs it.

#include "features/account/pages.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace account {

namespace h = html;

namespace {

using identity::Assurance;

constexpr int tries_a_minute = 10;

h::Html code_entry(const web::Call& call, std::string_view action, const h::Html& more) {
    return h::form(h::attr("method", "post"), h::action(std::string(action)), h::flag("novalidate"),
                   call.token_field(), more,
                   code_form.draw_all(call, {"", safe_next(call.query().get("next"))}),
                   h::button(h::cls("btn block"), h::attr("type", "submit"),
                             h::attr("data-busy", "Checking…"), "Go on"));
}

std::string half_of(const web::Call& call) {
    return call.is_drawn_again() ? call.typed("half", {}) : std::string(call.query().get("half"));
}

h::Html lost_both(const std::string& half) {
    return h::p(h::a(h::href("/sign-in/lost" + (half.empty() ? "" : "?half=" + half)),
                     "I have lost it, and my recovery codes"));
}

bool is_wrong_code(const web::Call& call) {
    return call.is_drawn_again() && call.refused().front().sentence == wrong_code;
}

std::optional<HalfWay> half_way(const web::Call& call, const Entrance& entrance) {
    return open_half_way(entrance.door, call.bound(half_way_bound), half_of(call), call.now());
}

http::Response too_late(web::Call& call) {
    const auto content = h::all(
        h::h1("That took too long"),
        h::p(h::cls("lede"), "A sign-in has ten minutes, in one browser. Begin again."),
        h::p(h::a(h::cls("btn block"), h::href("/sign-in"), "Sign in")));
    return call.page(web::plain_page("sign-in-code", "Sign in", sign_panel(content)));
}

http::Response show_code(web::Call& call, const Entrance& entrance) {
    const auto half = half_way(call, entrance);
    if (!half) return too_late(call);
    // What was refused is rolled back: that it was wrong is noted afterwards.
    if (is_wrong_code(call)) {
        call.afterwards([&entrance, person = half->person](const record::Floor& floor) {
            Ways(floor, entrance.door).note_code_failure(person);
        });
    }
    const auto credentials = call.open<Ways>(entrance.door).credentials(half->person);
    const auto content = h::all(
        h::h1("One more step"),
        h::p(h::cls("lede"), "Your account asks for a second proof that it is you."),
        h::when(!credentials.empty(),
                [&] {
                    return passkey_form(
                        call, entrance.door,
                        {.action = "/sign-in/passkey",
                         .button = "Use a passkey",
                         .next = call.typed("next", safe_next(call.query().get("next"))),
                         .credentials = credentials});
                }),
        code_entry(call, "/sign-in/code",
                   h::all(hidden_input("half", half_of(call)), web::error_summary(call))),
        lost_both(half_of(call)));
    return call.page(web::plain_page("sign-in-code", "One more step", sign_panel(content)));
}

std::string_view with_code(Ways::CodeKind kind) {
    return kind == Ways::CodeKind::recovery ? " and recovery code" : " and code";
}

http::Response use_code(web::Call& call, const Entrance& entrance, web::Limits& limits,
                        const web::Handler& page) {
    const auto half = open_half_way(entrance.door, call.bound(half_way_bound),
                                    call.form().get("half"), call.now());
    if (!half) return call.redirect("/sign-in", "That took too long. Sign in again.");
    const auto draft = code_form.read(call.form());
    if (!draft) return call.again(page, draft.error());
    if (!limits.allow(std::to_string(half->person.value), tries_a_minute, call.now())) {
        return call.again(page, base::Refusal{"Too many tries. Wait a minute.", "code"});
    }
    const auto kind = call.open<Ways>(entrance.door).answer_by_code(half->person, draft->code);
    if (!kind) return call.again(page, kind.error());
    const auto session = call.open<Account>().enter({half->person,
                                                     half->way + std::string(with_code(*kind)),
                                                     Assurance::two_factors, device_of(call)});
    return call.sign_in(*session, safe_next(draft->next));
}

// By a passkey alone; who is signed in with one factor becomes sure of with it.
http::Response use_passkey(web::Call& call, const Entrance& entrance, const web::Handler& sign_in,
                           const web::Handler& confirm) {
    const bool confirms = call.actor().is_person();
    const auto& page = confirms ? confirm : sign_in;
    const auto person = call.open<Ways>(entrance.door)
                            .answer_by_passkey(passkey_answer(call.form()),
                                               call.bound(passkey_bound));
    if (!person) return call.again(page, person.error());
    const auto next = safe_next(call.form().get("next"));
    const Shown shown{*person, "passkey", Assurance::two_factors, device_of(call)};
    auto account = call.open<Account>();
    if (!confirms) return call.sign_in(*account.enter(shown), next);
    if (*person != call.actor().id()) {
        return call.again(page, base::Refusal{"That passkey belongs to another account here."});
    }
    return call.sign_in(account.strengthen(call.session(), shown), next);
}

// ---- confirming, by those who are signed in ----

h::Html no_second_factor() {
    return h::all(
        h::p("Your office opens to two factors only, and you have set up none yet. A passkey is "
             "the quickest: your phone's or computer's own lock."),
        h::p(h::a(h::cls("btn block"), h::href("/settings/sign-in"), "Set one up")));
}

http::Response show_confirmation(web::Call& call, const Entrance& entrance) {
    const auto me = call.actor().id();
    const auto ways = call.open<Ways>(entrance.door);
    const auto standing = ways.standing(me);
    const auto next = call.typed("next", safe_next(call.query().get("next")));
    if (is_wrong_code(call)) {
        call.afterwards([&entrance, me](const record::Floor& floor) {
            Ways(floor, entrance.door).note_code_failure(me);
        });
    }
    const auto content = h::all(
        h::h1("Confirm that it is you"),
        h::p(h::cls("lede"), "What you asked for needs a second proof, once in this session."),
        web::error_summary(call), h::when(!standing.has_second_factor(), no_second_factor),
        h::when(!standing.passkeys.empty(),
                [&] {
                    return h::all(passkey_form(call, entrance.door,
                                               {.action = "/sign-in/passkey",
                                                .button = "Use a passkey",
                                                .next = next,
                                                .credentials = ways.credentials(me)}),
                                  without_script());
                }),
        h::each(entrance.openid.providers(),
                [&](const Provider& one) {
                    const bool is_theirs = one.asks_two_factors &&
                                           std::ranges::find(standing.providers, one.key,
                                                             &ProviderAccount::provider) !=
                                               standing.providers.end();
                    if (!is_theirs) return h::Html();
                    return h::p(h::a(h::cls("btn second block"),
                                     h::href("/sign-in/with/" + one.key + next_query(next)),
                                     web::icon("i-right", "i s"), "Confirm with " + one.name));
                }),
        h::when(standing.has_authenticator,
                [&] { return code_entry(call, "/sign-in/confirmation", {}); }),
        h::when(standing.has_second_factor(), [] { return lost_both({}); }),
        h::p(h::a(h::href("/"), "Go on without it")));
    return call.page(
        web::plain_page("confirmation", "Confirm that it is you", sign_panel(content)));
}

http::Response confirm(web::Call& call, const Entrance& entrance, web::Limits& limits,
                       const web::Handler& page) {
    const auto me = call.actor().id();
    const auto draft = code_form.read(call.form());
    if (!draft) return call.again(page, draft.error());
    if (!limits.allow(std::to_string(me.value), tries_a_minute, call.now())) {
        return call.again(page, base::Refusal{"Too many tries. Wait a minute.", "code"});
    }
    const auto kind = call.open<Ways>(entrance.door).answer_by_code(me, draft->code);
    if (!kind) return call.again(page, kind.error());
    const auto session = call.open<Account>().strengthen(
        call.session(), {me, *kind == Ways::CodeKind::recovery ? "recovery code" : "code",
                         Assurance::two_factors, device_of(call)});
    return call.sign_in(session, safe_next(draft->next));
}

}  // namespace

void second_step_routes(web::Routes& site, const EntrancePtr& entrance) {
    using web::anyone, web::signed_in;
    const auto limits = std::make_shared<web::Limits>();  // shared: lives with the routes
    const web::RouteOptions options{.rate = {30}, .body_bytes_max = sign_in_bytes_max};
    const web::Handler code = [entrance](web::Call& call) { return show_code(call, *entrance); };
    const web::Handler confirmation = [entrance](web::Call& call) {
        return show_confirmation(call, *entrance);
    };
    site.get("/sign-in/code", anyone, code);
    site.post(
        "/sign-in/code", anyone,
        [entrance, limits, code](web::Call& call) {
            return use_code(call, *entrance, *limits, code);
        },
        options);
    site.post(
        "/sign-in/passkey", anyone,
        [entrance, confirmation](web::Call& call) {
            return use_passkey(
                call, *entrance,
                [entrance](web::Call& again) { return show_sign_in(again, *entrance); },
                confirmation);
        },
        options);
    site.get("/sign-in/confirmation", signed_in, confirmation);
    site.post(
        "/sign-in/confirmation", signed_in,
        [entrance, limits, confirmation](web::Call& call) {
            return confirm(call, *entrance, *limits, confirmation);
        },
        options);
}

}  // namespace account
