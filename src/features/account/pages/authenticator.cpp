// Setting up an app that shows codes, and the recovery codes that come with it.

#include "features/account/pages.h"
#include "platform/crypto/one_time_code.h"
#include "platform/html/qr_code.h"
#include "platform/html/tags.h"

namespace account {

namespace h = html;

namespace {

constexpr std::string_view ways_path = "/settings/sign-in";
constexpr std::string_view sheet_path = "/settings/recovery-codes";

web::Page page_of(std::string name, std::string title, const h::Html& content) {
    web::Page page;
    page.name = std::move(name);
    page.current = "/settings";
    page.content = h::all(
        web::crumbs({{"Settings", "/settings"}, {"How you sign in", std::string(ways_path)}}),
        h::h1(title), content);
    page.title = std::move(title);
    return page;
}

const web::Form<CodeDraft> first_code_form({
    {{.name = "code",
      .label = "Code from your app",
      .hint = "The six digits that it shows now.",
      .required = "Enter the code that your app shows",
      .characters_max = 40,
      .autocomplete = "one-time-code"},
     &CodeDraft::code},
});

// In fours, as apps let one type it.
std::string spaced(const std::string& secret) {
    std::string out;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += ' ';
        out += secret[i];
    }
    return out;
}

http::Response begin(web::Call& call, const Entrance& entrance) {
    if (call.open<Ways>(entrance.door).begin_authenticator()) {
        return call.redirect(ways_path, "Codes are asked for already, or you must confirm first.");
    }
    return call.redirect("/settings/authenticator");
}

http::Response show_set_up(web::Call& call, const Entrance& entrance) {
    const auto secret = call.open<Ways>(entrance.door).waiting_secret();
    if (!secret) return call.redirect(ways_path);
    const auto address = crypto::code_address(call.community().name, call.open<Account>().email(),
                                              *secret);
    const auto content = h::all(
        web::error_summary(call),
        h::ol(
            h::cls("steps mt5"),
            h::li(h::p("Open an authenticator app, and scan this with it."),
                  h::qr_code(address, "QR code for your authenticator app"),
                  h::details(h::summary("Type it instead"),
                             h::p(h::code(spaced(crypto::base32(*secret)))),
                             h::p(h::cls("hint"), "By time, six digits, SHA-1."))),
            h::li(h::form(h::cls("form"), h::attr("method", "post"),
                          h::action("/settings/authenticator/confirmation"), h::flag("novalidate"),
                          call.token_field(), first_code_form.draw_all(call, {}),
                          h::button(h::cls("btn"), h::attr("type", "submit"),
                                    h::attr("data-busy", "Checking…"), "Turn codes on")))));
    return call.page(page_of("authenticator", "Set up an app", content));
}

http::Response confirm(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    const auto draft = first_code_form.read(call.form());
    if (!draft) return call.again(page, draft.error());
    if (auto refusal = call.open<Ways>(entrance.door).confirm_authenticator(draft->code)) {
        return call.again(page, *refusal);
    }
    const auto session = call.open<Account>().strengthen(
        call.session(),
        {call.actor().id(), "code", identity::Assurance::two_factors, device_of(call)});
    return call.sign_in(session, sheet_path);
}

http::Response remove(web::Call& call, const Entrance& entrance) {
    if (auto refusal = call.open<Ways>(entrance.door).remove_authenticator()) {
        return call.redirect(ways_path, refusal->sentence);
    }
    return call.redirect(ways_path, "Codes are not asked for any more.");
}

http::Response renew(web::Call& call, const Entrance& entrance) {
    if (auto refusal = call.open<Ways>(entrance.door).renew_recovery_codes()) {
        return call.redirect(ways_path, refusal->sentence);
    }
    return call.redirect(sheet_path);
}

http::Response show_sheet(web::Call& call, const Entrance& entrance) {
    const auto codes = call.open<Ways>(entrance.door).recovery_sheet();
    if (codes.empty()) return call.redirect(ways_path);
    const auto content = h::all(
        h::p(h::cls("lede"),
             "Each opens your account once where your phone is not at hand. They "
             "are shown now and never again: print this page, or write them down."),
        h::div(h::cls("panel pad mt5"),
               h::ol(h::cls("codes"),
                     h::each(codes, [](const std::string& code) { return h::li(h::code(code)); }))),
        h::form(h::cls("mt5"), h::attr("method", "post"),
                h::action("/settings/recovery-codes/put-away"), call.token_field(),
                h::button(h::cls("btn"), h::attr("type", "submit"), "I have them safe")));
    auto page = page_of("recovery-codes", "Your recovery codes", content);
    return call.page(std::move(page));
}

http::Response put_away(web::Call& call, const Entrance& entrance) {
    call.open<Ways>(entrance.door).put_sheet_away();
    return call.redirect(ways_path, "Codes are on. Keep the recovery codes safe.");
}

}  // namespace

void authenticator_routes(web::Routes& site, const EntrancePtr& entrance) {
    using web::signed_in;
    const auto with = [&](auto act) -> web::Handler {
        return [entrance, act](web::Call& call) { return act(call, *entrance); };
    };
    const web::Handler set_up = with(show_set_up);
    site.post("/settings/authenticator", signed_in, with(begin));
    site.get("/settings/authenticator", signed_in, set_up);
    site.post("/settings/authenticator/confirmation", signed_in,
              [entrance, set_up](web::Call& call) { return confirm(call, *entrance, set_up); },
              {.rate = {10}});
    site.post("/settings/authenticator/removal", signed_in, with(remove));
    site.post(std::string(sheet_path), signed_in, with(renew), {.rate = {5}});
    site.get(std::string(sheet_path), signed_in, with(show_sheet));
    site.post("/settings/recovery-codes/put-away", signed_in, with(put_away));
}

}  // namespace account
