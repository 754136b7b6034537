// Two accounts of one person become one: begun with the one that goes, ended with the other.

#include "features/account/pages.h"

#include "features/account/letters.h"
#include "features/account/mergers.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace account {

namespace h = html;

namespace {

using WholePtr = std::shared_ptr<const Whole>;  // shared with the manifest

struct TakingDraft {
    std::string email;
};
const web::Form<TakingDraft> taking_form({
    {{.name = "email",
      .label = "Address of the account that goes",
      .kind = web::FieldFace::Kind::email,
      .hint = "To show that you mean it. There is no way back.",
      .required = "Enter the address of the account that goes, to show that you mean it",
      .characters_max = 254,
      .autocomplete = "off"},
     &TakingDraft::email},
});

std::string path_of(std::string_view token) {
    return "/settings/merging/" + std::string(token);
}

h::Html what_passes(const std::vector<Passing>& all) {
    return h::section(
        h::cls("mt5"), h::attr("aria-labelledby", "passes"),
        h::h2(h::id("passes"), "What passes to the other account"),
        h::ul(h::cls("side-list mt3"), h::each(all, [](const Passing& one) {
                  const auto count = static_cast<long long>(one.count);
                  return h::li(
                      web::icon("i-check", "i s"),
                      h::p(one.title, h::span(h::cls("meta"),
                                              " " + base::counted(count, "entry", "entries"))));
              })));
}

h::Html how_it_goes() {
    return h::section(
        h::cls("mt5"), h::attr("aria-labelledby", "steps"), h::h2(h::id("steps"), "How it goes"),
        h::ol(h::cls("steps mt3"),
              h::li("You say here that this account is to go. We mail its address a link, to be "
                    "sure that it is you; if you signed in with two factors, you need not wait for "
                    "it."),
              h::li("You sign in with the account that you keep, and take this one in."),
              h::li("This account’s address, password, passkeys and codes sign in nowhere any "
                    "more. There is no way back.")));
}

http::Response show_giving_up(web::Call& call, const Whole& whole, const Entrance& entrance) {
    if (!call.is_drawn_again()) {
        if (auto elsewhere = confirm_first(call, entrance)) return *std::move(elsewhere);
    }
    const auto mergers = call.open<Mergers>(entrance.door);
    const auto refusal = mergers.may_give_up();
    web::Page page;
    page.name = "merging";
    page.title = "I have two accounts";
    page.current = "/settings";
    page.content = h::all(
        web::crumbs({{"Settings", "/settings"}}), h::h1(page.title),
        h::p(h::cls("lede"), "You are signed in as " + call.open<Account>().email() +
                                 ". Is this the account that is to go? All that is in it passes "
                                 "to your other one."),
        h::p(h::cls("mt4"),
             "Is it the one that you keep? Sign out, sign in with the other, and come back here."),
        how_it_goes(), what_passes(mergers.passing(whole.holds)),
        h::form(h::cls("form mt5"), h::attr("method", "post"), h::action("/settings/merging"),
                call.form_fields(), web::error_summary(call),
                refusal ? h::p(web::icon("i-info", "i s"), " ", refusal->sentence)
                        : h::p(web::submit_button("Give this account up", "One moment…"))));
    return call.page(std::move(page));
}

http::Response give_up(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    if (auto refusal = call.open<Ways>(entrance.door).may_change()) {
        return call.again(page, *refusal);
    }
    const auto mergers = call.open<Mergers>(entrance.door);
    if (auto refusal = mergers.may_give_up()) return call.again(page, *refusal);
    const bool is_sure = call.actor().assurance() == identity::Assurance::two_factors;
    if (is_sure) call.open<Account>().end_session(call.session());
    const auto path = path_of(mergers.give_up());
    // With two factors one goes on at once; the letter says what to do if it was somebody else.
    call.open<Letters>().send_merging(call.actor().id(), std::string(call.base_url()) + path);
    if (!is_sure) return call.redirect("/settings/merging/sent");
    return call.sign_out("/sign-in?next=" + http::percent_encode(path));
}

http::Response show_sent(web::Call& call) {
    return call.page(web::plain_page(
        "merging-sent", "Look into your mailbox",
        h::all(h::h1("Look into your mailbox"),
               h::p(h::cls("lede"),
                    "A link is on its way to the address of this account. Open it within an hour, "
                    "and sign in there with the account that you keep. Until then nothing "
                    "changes."),
               h::p("Does mail not reach you there any more? Set up a passkey or an app for this "
                    "account first: then no letter is needed."),
               h::p(h::a(h::href("/settings"), "Back to your settings")))));
}

http::Response show_dead(web::Call& call) {
    return call.page(web::plain_page(
        "merging-link", "That link does not work",
        h::all(h::h1("That link does not work"),
               h::p(h::cls("lede"),
                    "It is too old, or that account has gone. If you still have two, sign in with "
                    "the one that is to go, and begin again."),
               h::p(h::a(h::cls("btn"), h::href("/settings"), "Settings")))));
}

h::Html account_card(const web::Call& call, std::string_view title, const GivenUp& account) {
    const auto fact = [](std::string_view what, const auto& value) {
        return h::div(h::dt(what), h::dd(value));
    };
    const auto joined = h::time(h::attr("datetime", base::iso_utc(account.joined)),
                                base::calendar_text(account.joined, call.now(), call.zone()));
    return h::section(h::cls("panel pad"), h::h2(title),
                      h::dl(h::cls("facts mt3"), fact("Name", account.name),
                            fact("Address", account.email), fact("Joined", joined)));
}

h::Html two_accounts(const web::Call& call, const GivenUp& gone) {
    const auto& me = call.actor();
    return h::div(h::cls("grid2 mt5"), account_card(call, "Goes", gone),
                  account_card(call, "Is kept",
                               {me.id(), me.name(), call.open<Account>().email(), me.joined()}));
}

http::Response show_own(web::Call& call) {
    return call.page(web::plain_page(
        "merging-link", "Sign in with the other account",
        h::all(h::h1("Now the other account"),
               h::p(h::cls("lede"),
                    "You are still signed in with the account that is to go. Sign in with the one "
                    "that you keep: this page follows."),
               h::form(h::cls("mt5"), h::attr("method", "post"),
                       h::action(path_of(call.part("token")) + "/sign-out"), call.token_field(),
                       web::submit_button("Sign in with the other", "One moment…")))));
}

http::Response show_taking_in(web::Call& call, const Entrance& entrance) {
    const auto mergers = call.open<Mergers>(entrance.door);
    const auto gone = mergers.find(call.part("token"));
    if (!gone) return show_dead(call);
    if (gone->person == call.actor().id()) return show_own(call);
    if (!call.is_drawn_again()) {
        if (auto elsewhere = confirm_first(call, entrance)) return *std::move(elsewhere);
    }
    return call.page(web::plain_page(
        "merging-link", "Take the other account in",
        h::all(h::h1("Take the other account in"),
               h::p(h::cls("lede"),
                    "Are both yours? Then memberships, posts, drafts and what you follow are all "
                    "in the one. Where both have the same, it stands once."),
               two_accounts(call, *gone),
               h::form(h::cls("mt5"), h::attr("method", "post"),
                       h::action(path_of(call.part("token"))), h::flag("novalidate"),
                       call.form_fields(), web::error_summary(call),
                       taking_form.draw_all(call, TakingDraft{}),
                       web::submit_button("Make the two one", "Merging…")))));
}

http::Response take_in(web::Call& call, const Whole& whole, const Entrance& entrance,
                       const web::Handler& page) {
    if (auto refusal = call.open<Ways>(entrance.door).may_change()) {
        return call.again(page, *refusal);
    }
    const auto gone = taking_form.submit(call, [&](const TakingDraft& draft) {
        return call.open<Mergers>(entrance.door)
            .take_in(call.part("token"), draft.email, whole.merge);
    });
    if (!gone) return call.again(page, gone.error());
    call.open<Letters>().send_merged(call.actor().id(), gone->name, gone->email);
    return call.redirect("/settings", "The two accounts are one now.");
}

http::Response sign_out(web::Call& call, const Entrance& entrance) {
    call.open<Mergers>(entrance.door).leave(call.session());
    return call.sign_out("/sign-in?next=" + http::percent_encode(path_of(call.part("token"))));
}

}  // namespace

void merging_routes(web::Routes& site, const WholePtr& whole, const EntrancePtr& entrance) {
    using web::signed_in;
    const web::Handler begin = [whole, entrance](web::Call& call) {
        return show_giving_up(call, *whole, *entrance);
    };
    const web::Handler end = [entrance](web::Call& call) {
        return show_taking_in(call, *entrance);
    };
    site.get("/settings/merging", signed_in, begin, {.lane = web::Lane::blocking, .rate = {20}});
    site.post("/settings/merging", signed_in,
              [entrance, begin](web::Call& call) { return give_up(call, *entrance, begin); },
              {.rate = {5}});
    site.get("/settings/merging/sent", signed_in, show_sent);
    site.get("/settings/merging/{token}", signed_in, end);
    site.post(
        "/settings/merging/{token}", signed_in,
        [whole, entrance, end](web::Call& call) { return take_in(call, *whole, *entrance, end); },
        {.rate = {5}});
    site.post("/settings/merging/{token}/sign-out", signed_in,
              [entrance](web::Call& call) { return sign_out(call, *entrance); });
}

}  // namespace account
