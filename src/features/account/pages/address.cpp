// Moving to another address: asked for in the settings, confirmed there, undone from the old one.

#include "features/account/pages.h"

#include "features/account/letters.h"
#include "platform/html/tags.h"

namespace account {

namespace h = html;

namespace {

const web::Form<AddressDraft> address_form({
    {{.name = "email",
      .label = "New email address",
      .kind = web::FieldFace::Kind::email,
      .hint = "We send a link there. Until it is pressed, nothing changes.",
      .required = "Enter your new email address",
      .characters_max = 254,
      .autocomplete = "email"},
     &AddressDraft::email},
});

http::Response show_address(web::Call& call, const Entrance& entrance) {
    if (!call.is_drawn_again()) {
        if (auto elsewhere = confirm_first(call, entrance)) return *std::move(elsewhere);
    }
    web::Page page;
    page.name = "address";
    page.title = "Change your address";
    page.current = "/settings";
    page.content = h::all(
        web::crumbs({{"Settings", "/settings"}}), h::h1(page.title),
        h::p(h::cls("lede"), "We write to " + call.open<Account>().email() +
                                 " now, and you sign in "
                                 "with it. Both addresses are told of a change."),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action("/settings/address"),
                h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                address_form.draw_all(call, {}),
                h::p(web::submit_button("Send the link", "Sending…"))));
    return call.page(std::move(page));
}

http::Response ask(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    if (auto refusal = call.open<Ways>(entrance.door).may_change())
        return call.again(page, *refusal);
    const auto asked = address_form.submit(
        call, [&](const AddressDraft& draft) { return call.open<Addresses>().ask(draft); });
    if (!asked) return call.again(page, asked.error());
    call.open<Letters>().send_address_change(*asked, std::string(call.base_url()));
    return call.redirect("/settings/address/sent");
}

http::Response show_sent(web::Call& call) {
    return call.page(web::plain_page(
        "address-sent", "Look into both mailboxes",
        h::all(h::h1("Look into both mailboxes"),
               h::p(h::cls("lede"),
                    "A link is on its way to the new address: press it within a day. The old one "
                    "is told too, and can undo it for a week."),
               h::p(h::cls("mt4"),
                    "Nothing there? The address may belong to another account here. "
                    "Write to whoever runs this community."),
               h::p(h::a(h::href("/settings"), "Back to your settings")))));
}

http::Response show_dead(web::Call& call) {
    return call.page(web::plain_page(
        "address-link", "That link does not work",
        h::all(h::h1("That link does not work"),
               h::p(h::cls("lede"),
                    "It was used, or is too old. See in your settings which address "
                    "is yours now."),
               h::p(h::a(h::cls("btn"), h::href("/settings"), "Settings")))));
}

h::Html press(const web::Call& call, const std::string& action, std::string_view label) {
    return h::form(h::cls("mt5"), h::attr("method", "post"), h::action(action), call.token_field(),
                   web::error_summary(call), web::submit_button(label, "One moment…"));
}

http::Response show_confirm(web::Call& call) {
    const auto change = call.open<Addresses>().to_confirm(call.part("token"));
    if (!change) return show_dead(call);
    const std::string action = "/settings/address/confirm/" + std::string(call.part("token"));
    return call.page(web::plain_page(
        "address-link", "Confirm your new address",
        h::all(h::h1("Confirm your new address"),
               h::p(h::cls("lede"),
                    "From then on we write to " + change->new_email + ", and you sign in with it."),
               press(call, action, "This address is mine"))));
}

http::Response confirm(web::Call& call) {
    const auto confirmed = call.open<Addresses>().confirm(call.part("token"));
    if (!confirmed) return call.again(show_confirm, confirmed.error());
    return call.redirect(call.actor().is_person() ? "/settings" : "/sign-in",
                         "Your address is changed.");
}

http::Response show_undo(web::Call& call) {
    const auto change = call.open<Addresses>().to_undo(call.part("token"));
    if (!change) return show_dead(call);
    const std::string action = "/settings/address/undo/" + std::string(call.part("token"));
    return call.page(web::plain_page(
        "address-link", "Keep your address",
        h::all(h::h1("Keep your address"),
               h::p(h::cls("lede"), "The account stays with " + change->old_email +
                                        ", everybody who is signed in to it is signed out, "
                                        "and whatever was added to sign in with since is removed, "
                                        "the password too."),
               press(call, action, "It was not me: keep this address"))));
}

http::Response undo(web::Call& call) {
    const auto undone = call.open<Addresses>().undo(call.part("token"));
    if (!undone) return call.again(show_undo, undone.error());
    return call.redirect("/sign-in",
                         "Your address is as it was. Sign in, and look at your settings.");
}

}  // namespace

void address_routes(web::Routes& site, const EntrancePtr& entrance) {
    using web::anyone, web::signed_in;
    const web::RouteOptions options{.rate = {30}, .body_bytes_max = sign_in_bytes_max};
    const web::Handler page = [entrance](web::Call& call) { return show_address(call, *entrance); };
    site.get("/settings/address", signed_in, page);
    site.post("/settings/address", signed_in,
              [entrance, page](web::Call& call) { return ask(call, *entrance, page); },
              {.rate = {5}});
    site.get("/settings/address/sent", signed_in, show_sent);
    site.get("/settings/address/confirm/{token}", anyone, show_confirm);
    site.post("/settings/address/confirm/{token}", anyone, confirm, options);
    site.get("/settings/address/undo/{token}", anyone, show_undo);
    site.post("/settings/address/undo/{token}", anyone, undo, options);
}

}  // namespace account
