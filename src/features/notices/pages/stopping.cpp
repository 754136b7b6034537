#include "features/notices/pages.h"

#include "platform/html/tags.h"

namespace notices {

namespace h = html;

namespace {

h::Html old_link() {
    return h::all(h::h1("Nothing to stop"),
                  h::p(h::cls("lede"),
                       "This link is an old one. Sign in to choose which notices "
                       "come by email."),
                  h::p(h::cls("mt5"), h::a(h::cls("btn"), h::href("/notices"), "Go to notices")));
}

h::Html stopped(const networks::Network& network) {
    return h::all(
        h::h1("These emails are stopped"),
        h::p(h::cls("lede"), "You get no more notices of the ", network.short_name,
             " network by email. They stand on its pages, where you can have them by email again."),
        h::p(h::cls("mt5"),
             h::a(h::cls("btn second"), h::href(notices_path(network)), "See its notices")));
}

h::Html question(const web::Call& call, const networks::Network& network) {
    return h::all(h::h1("Stop these emails?"),
                  h::p(h::cls("lede"), "The notices of the ", network.short_name,
                       " network come to you by email no more. You still read them on its pages."),
                  h::form(h::cls("form mt5"), h::attr("method", "post"),
                          h::action(path_to_stop(call.part("token"))), call.token_field(),
                          web::error_summary(call),
                          h::p(web::submit_button("Stop these emails", "One moment…"))));
}

// From a letter, without signing in: it says of nobody anything. Mail filters follow links; only a
// person presses the button.
http::Response show_link(web::Call& call) {
    const auto link = call.open<Links>().find(call.part("token"));
    web::Page page;
    page.name = "unsubscription";
    page.title = "Notices by email";
    page.frame = web::Page::Frame::plain;
    if (!link) {
        page.content = old_link();
        return call.page(std::move(page));
    }
    const auto network = call.open<networks::Networks>().find(link->network).value();
    page.content = link->is_stopped ? stopped(network) : question(call, network);
    return call.page(std::move(page));
}

// A mail server follows no redirect (RFC 8058, 3.1): it is told in a word.
http::Response done() {
    http::Response response;
    response.status = 200;
    response.body = "Stopped.\n";
    response.with("Content-Type", "text/plain; charset=utf-8");
    response.with("Cache-Control", "no-store");
    return response;
}

http::Response stop(web::Call& call) {
    const auto stopped = call.open<Links>().stop(call.part("token"));
    if (web::is_one_click_form(call.form())) return done();
    if (!stopped) return call.again(show_link, stopped.error());
    return call.redirect(path_to_stop(call.part("token")));
}

// ---- by those who are signed in ----

http::Response set_subscription(web::Call& call, bool wants, std::string_view said) {
    const auto network = network_of(call);
    (void)call.open<Notices>().subscribe(network, wants);
    return call.redirect(notices_path(network), said);
}

http::Response subscribe(web::Call& call) {
    return set_subscription(call, true, "They come by email again.");
}

http::Response unsubscribe(web::Call& call) {
    return set_subscription(call, false, "They come by email no more.");
}

}  // namespace

void stopping_routes(web::Routes& site) {
    const web::RouteOptions pressing{.rate = {30}};
    site.post("/networks/{network}/notices/subscription", web::signed_in, subscribe, pressing);
    site.post("/networks/{network}/notices/unsubscription", web::signed_in, unsubscribe, pressing);
    site.get("/notices/unsubscription/{token}", web::anyone, show_link);
    // Many members' letters are stopped from the few addresses of a mail provider.
    site.post("/notices/unsubscription/{token}", web::anyone, stop,
              {.rate = {120}, .body_bytes_max = 64 * 1024, .takes_one_click = true});
}

}  // namespace notices
