// A second factor that is lost: its owner asks, officers who know them vouch.

#include "features/account/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace account {

namespace h = html;

namespace {

const web::Form<LostDraft> lost_form({
    {{.name = "words",
      .label = "How can an officer reach you, and who knows you?",
      .kind = web::FieldFace::Kind::text,
      .hint = "A phone number at work, a colleague who is a member: they call before they vouch.",
      .required = "Say how an officer can reach you, and who knows you",
      .characters_max = lost_words_max},
     &LostDraft::words},
});

std::string half_of(const web::Call& call) {
    return call.is_drawn_again() ? call.typed("half", {}) : std::string(call.query().get("half"));
}

// Who asks: signed in with one factor, or half way in.
std::optional<identity::PersonId> asker(const web::Call& call, const Entrance& entrance,
                                        std::string_view half) {
    if (call.actor().is_person()) return call.actor().id();
    const auto found = open_half_way(entrance.door, call.bound(half_way_bound), half, call.now());
    return found ? std::optional(found->person) : std::nullopt;
}

http::Response show_lost(web::Call& call, const Entrance& entrance) {
    if (!asker(call, entrance, half_of(call))) return call.redirect("/sign-in");
    const auto content = h::all(
        h::h1("You have lost your second factor"),
        h::p(h::cls("lede"),
             "Officers of this community can let you in: one who knows that it is you, or two "
             "where you hold an office yourself. Your passkeys and your app are removed then."),
        h::form(h::cls("form"), h::attr("method", "post"), h::action("/sign-in/lost"),
                h::flag("novalidate"), call.form_fields(), hidden_input("half", half_of(call)),
                web::error_summary(call), lost_form.draw_all(call, {}),
                web::submit_button("Ask to be let in", "Sending…")));
    return call.page(
        web::plain_page("lost", "You have lost your second factor", sign_panel(content)));
}

http::Response ask(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    const auto person = asker(call, entrance, call.form().get("half"));
    if (!person) return call.redirect("/sign-in", "That took too long. Sign in again.");
    const auto asked = lost_form.submit(call, [&](const LostDraft& draft) {
        return call.open<LostAccess>(entrance.door).ask(*person, draft);
    });
    if (!asked) return call.again(page, asked.error());
    return call.redirect("/sign-in/lost/asked");
}

http::Response show_asked(web::Call& call) {
    return call.page(web::plain_page(
        "lost-asked", "Officers are asked",
        sign_panel(h::all(h::h1("Officers are asked"),
                          h::p(h::cls("lede"),
                               "They call you or somebody who knows you. A letter tells you when "
                               "you can sign in. If you find your phone meanwhile, sign in as "
                               "ever: that ends it."),
                          h::p(h::a(h::href("/sign-in"), "Sign in"))))));
}

// ---- officers ----

std::string path_to(LostFactorId id) {
    return "/lost-access/" + std::to_string(id.value);
}

h::Html choice(const web::Call& call, const std::string& action, std::string_view words,
               std::string_view classes) {
    return h::form(h::attr("method", "post"), h::action(action), call.token_field(),
                   h::button(h::cls(std::string(classes)), h::attr("type", "submit"), words));
}

h::Html lost_card(const web::Call& call, const LostFactor& lost) {
    const bool is_mine = lost.vouched_by == call.actor().id() || lost.person == call.actor().id();
    const std::string_view stands =
        !lost.is_officer  ? "A member without an office: one officer is enough."
        : lost.vouched_by ? "Holds an office. One officer has vouched: one more has to."
                          : "Holds an office: two officers have to vouch.";
    return h::li(h::cls("card"), h::h3(lost.name),
                 h::p(h::cls("meta"), lost.role_line, web::separator(), "asked ",
                      web::how_long(lost.asked, call.now(), call.zone())),
                 h::p(lost.words), h::p(h::cls("hint"), stands),
                 is_mine ? h::p("Somebody else has to decide now.")
                         : h::div(h::cls("flex"),
                                  choice(call, path_to(lost.id) + "/voucher",
                                         "I have spoken with them, and it is they", "btn small"),
                                  choice(call, path_to(lost.id) + "/refusal",
                                         "I cannot be sure: refuse", "btn second small")));
}

http::Response show_open(web::Call& call, const Entrance& entrance) {
    const auto all = call.open<LostAccess>(entrance.door).open();
    web::Page page;
    page.name = "lost-access";
    page.title = "Lost second factors";
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"),
             "Whoever asks here reads the person's mail or knows their password, and "
             "that is all we know. Call them on a number that you know, not on the one given."),
        web::error_summary(call), h::h2(h::cls("vh"), "Who asks"),
        all.empty() ? web::empty_state("Nobody has lost anything",
                                       "Whoever asks to be let in appears here for a week.",
                                       h::a(h::cls("btn second small"), h::href("/"), "Today"))
                    : h::ul(h::cls("cards mt5"), h::each(all, [&](const LostFactor& one) {
                                return lost_card(call, one);
                            })));
    return call.page(std::move(page));
}

http::Response vouch(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    const auto done = call.open<LostAccess>(entrance.door).vouch(call.id<LostFactorId>("lost"));
    if (!done) return call.again(page, done.error());
    return call.redirect("/lost-access", *done == LostAccess::Vouched::last
                                             ? "They can sign in by email, and are told so."
                                             : "You have vouched. Another officer has to.");
}

http::Response refuse(web::Call& call, const Entrance& entrance, const web::Handler& page) {
    const auto done = call.open<LostAccess>(entrance.door).refuse(call.id<LostFactorId>("lost"));
    if (!done) return call.again(page, done.error());
    return call.redirect("/lost-access", "They are not let in, and are told so.");
}

}  // namespace

void lost_access_routes(web::Routes& site, const EntrancePtr& entrance) {
    using web::anyone, web::needs;
    const auto with = [&](auto act, const web::Handler& page) -> web::Handler {
        return [entrance, page, act](web::Call& call) { return act(call, *entrance, page); };
    };
    const web::Handler lost = [entrance](web::Call& call) { return show_lost(call, *entrance); };
    const web::Handler all = [entrance](web::Call& call) { return show_open(call, *entrance); };
    site.get("/sign-in/lost", anyone, lost);
    site.post("/sign-in/lost", anyone, with(ask, lost),
              {.rate = {10}, .body_bytes_max = sign_in_bytes_max});
    site.get("/sign-in/lost/asked", anyone, show_asked);
    site.get("/lost-access", needs(restore_access), all);
    site.post("/lost-access/{lost}/voucher", needs(restore_access), with(vouch, all));
    site.post("/lost-access/{lost}/refusal", needs(restore_access), with(refuse, all));
}

}  // namespace account
