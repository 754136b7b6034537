// Where an invitation's button leads: in with one press, or never written to again.

#include "features/membership/pages.h"

#include "features/membership/invitations.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace membership {

namespace h = html;

namespace {

constexpr std::uint64_t body_bytes_max = 64 * 1024;  // whoever sends these is a stranger

std::string path_of(std::string_view token) {
    return "/join/invitation/" + std::string(token);
}

h::Html choice(const web::Call& call, const std::string& action, const h::Html& button) {
    return h::form(h::attr("method", "post"), h::action(action), call.token_field(), button);
}

http::Response show_invitation(web::Call& call) {
    const auto token = call.part("token");
    const auto found = call.open<Invitations>().find(token);
    if (!found) {
        return call.page(web::plain_page(
            "invitation", "That invitation does not work",
            h::all(h::h1("That invitation does not work"),
                   h::p(h::cls("lede"),
                        "It was used already, or is older than 60 days. If you are in, sign in; "
                        "if not, ask to join."),
                   h::p(h::cls("flex mt5"), h::a(h::cls("btn"), h::href("/sign-in"), "Sign in"),
                        h::a(h::cls("btn second"), h::href("/join"), "Join")))));
    }
    const auto networks = h::ul(h::cls("plain mt4"),
                                h::each(found->networks, [](const std::string& name) {
                                    return h::li(web::icon("i-check", "i s"), " ", name);
                                }));
    const auto content = h::all(
        h::h1("Good to see you, " + found->name),
        h::p(h::cls("lede"),
             "You are on the roll of " + call.community().name + ". One press, and you are in."),
        web::error_summary(call), networks,
        h::div(
            h::cls("mt5 stack"),
            choice(call, path_of(token),
                   h::all(consented_words(call),
                          h::p(h::cls("mt5"),
                               web::submit_button("This is me: come in", "One moment…")))),
            choice(call, path_of(token) + "/refusal",
                   h::button(h::cls("link"), h::attr("type", "submit"),
                             "This is not me, or I do not want to: delete my name here and do "
                             "not write again"))));
    return call.page(web::plain_page("invitation", "Come in", content));
}

// Who had an account by then signs in, so that a second factor of theirs is asked for.
http::Response accept(web::Call& call) {
    const auto device = identity::device_name(call.request().header("User-Agent"));
    const auto session =
        call.open<Invitations>().accept(call.part("token"), device, shown_on(call));
    if (!session) return call.again(show_invitation, session.error());
    if (!*session) {
        return call.redirect("/sign-in", "You had an account already: sign in, and you are in.");
    }
    return call.sign_in(**session, "/", "Welcome. You are in.");
}

http::Response decline(web::Call& call) {
    const auto declined = call.open<Invitations>().decline(call.part("token"));
    if (!declined) return call.again(show_invitation, declined.error());
    return call.redirect("/join/declined");
}

}  // namespace

void invitation_routes(web::Routes& site) {
    using web::anyone;
    const web::RouteOptions options{.rate = {30}, .body_bytes_max = body_bytes_max};
    site.get("/join/declined", anyone, [](web::Call& call) {
        return call.page(
            web::plain_page("invitation-declined", "Your name is deleted",
                            h::all(h::h1("Your name is deleted"),
                                   h::p(h::cls("lede"),
                                        "We do not write to this address again. If you change your "
                                        "mind, you can join like anybody else."),
                                   h::p(h::a(h::href("/join"), "Join")))));
    });
    site.get("/join/invitation/{token}", anyone, show_invitation);
    site.post("/join/invitation/{token}", anyone, accept, options);
    site.post("/join/invitation/{token}/refusal", anyone, decline, options);
}

}  // namespace membership
