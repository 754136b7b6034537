#include "features/account/pages.h"

#include "features/account/account.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

namespace account {

namespace h = html;

namespace {

using WholePtr = std::shared_ptr<const Whole>;  // shared with the manifest

struct ErasureDraft {
    std::string email;
};
const web::Form<ErasureDraft> erasure_form({
    {{.name = "email",
      .label = "Your email address",
      .kind = web::FieldFace::Kind::email,
      .hint = "To show that you mean it. There is no way back.",
      .required = "Enter your own email address, to show that you mean it",
      .characters_max = 254,
      .autocomplete = "off"},
     &ErasureDraft::email},
});

h::Html what_stays(const Whole& whole) {
    return h::ul(h::cls("side-list mt3"), h::each(whole.keeps, [](const std::string& sentence) {
                     return h::li(web::icon("i-info", "i s"), h::p(sentence));
                 }));
}

http::Response show_erasure(web::Call& call, const Whole& whole, const Entrance& entrance) {
    if (!call.is_drawn_again()) {
        if (auto elsewhere = confirm_first(call, entrance)) return *std::move(elsewhere);
    }
    web::Page page;
    page.name = "erasure";
    page.title = "Erase my account";
    page.current = "/settings";
    page.content = h::all(
        web::crumbs({{"Settings", "/settings"}}), h::h1(page.title),
        h::p(h::cls("lede"),
             "Your name, your address, your profile, where you work, your memberships, what you "
             "applied with, your drafts and reading marks: all of it goes, at once."),
        h::section(h::cls("mt5"), h::attr("aria-labelledby", "stays"),
                   h::h2(h::id("stays"), "What stays, and why"), what_stays(whole)),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action("/settings/erasure"),
                h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                erasure_form.draw_all(call, ErasureDraft{}),
                h::p(web::submit_button("Erase my account", "Erasing…"))));
    return call.page(std::move(page));
}

http::Response erase(web::Call& call, const WholePtr& whole, const EntrancePtr& entrance) {
    const web::Handler page = [whole, entrance](web::Call& again) {
        return show_erasure(again, *whole, *entrance);
    };
    if (auto refusal = call.open<Ways>(entrance->door).may_change()) {
        return call.again(page, *refusal);
    }
    const auto erased = erasure_form.submit(call, [&](const ErasureDraft& draft) {
        return call.open<Account>().erase(draft.email, whole->forget);
    });
    if (!erased) return call.again(page, erased.error());
    return call.sign_out("/erased");
}

http::Response show_erased(web::Call& call, const Whole& whole) {
    web::Page page;
    page.name = "erased";
    page.title = "Your account is erased";
    page.frame = web::Page::Frame::plain;
    page.content = h::all(h::h1(page.title),
                          h::p(h::cls("lede"), "What we held of you is gone. Fare well."),
                          h::h2("What stays, and why"), what_stays(whole));
    return call.page(std::move(page));
}

}  // namespace

void erasure_routes(web::Routes& site, const WholePtr& whole, const EntrancePtr& entrance) {
    site.get("/settings/erasure", web::signed_in,
             [whole, entrance](web::Call& call) { return show_erasure(call, *whole, *entrance); });
    site.post("/settings/erasure", web::signed_in,
              [whole, entrance](web::Call& call) { return erase(call, whole, entrance); },
              {.rate = {5}});
    site.get("/erased", web::anyone,
             [whole](web::Call& call) { return show_erased(call, *whole); });
}

}  // namespace account
