#include "features/membership/pages.h"

#include "features/membership/invitations.h"
#include "features/membership/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace membership {

namespace h = html;

namespace {

const web::Form<MemberDraft> member_form({
    {{.name = "category",
      .label = "What they are",
      .kind = web::FieldFace::Kind::choice,
      .required = "Choose what they are"},
     &MemberDraft::category},
    {last_day_face(), &MemberDraft::expires},
});

const web::Form<InvitationDraft> invitation_form({
    {{.name = "email",
      .label = "Email address",
      .kind = web::FieldFace::Kind::email,
      .hint = "Of somebody who has an account.",
      .required = "Enter their email address",
      .characters_max = 254},
     &InvitationDraft::email},
    {{.name = "category",
      .label = "What they are",
      .kind = web::FieldFace::Kind::choice,
      .required = "Choose what they are"},
     &InvitationDraft::category},
});

const web::Form<RefusalDraft> leaving_form = reason_form("Why you leave",
                                                         "Those who lead it read this.");

std::string path_to(MembershipId id) {
    return "/memberships/" + std::to_string(id.value);
}

std::string roll_path(const networks::Network& network) {
    return "/memberships?network=" + network.slug;
}

// `named`: the networks to tell apart; none where all rows are of one.
h::Html member_row(const Member& member, const std::vector<networks::Network>& named) {
    const std::string until = member.expires ? ", " + until_words(member) : "";
    const auto network = std::ranges::find(named, member.network, &networks::Network::id);
    return h::tr(
        h::th(h::attr("scope", "row"), h::a(h::href(path_to(member.id)), member.person_name),
              h::small(member.role_line)),
        h::td(face_of(member.category).words,
              h::when(network != named.end(),
                      [&] { return h::small(network->short_name + " network"); })),
        h::td(base::day_text(member.began) + until));
}

h::Html members_table(std::string_view label, const std::vector<Member>& members,
                      const std::vector<networks::Network>& named) {
    const auto column = [](std::string_view words) {
        return h::th(h::attr("scope", "col"), words);
    };
    return h::div(
        h::cls("panel pad mt3"),
        h::div(h::cls("scroll"), h::attr("tabindex", "0"), h::attr("role", "region"),
               h::attr("aria-label", label),
               h::table(h::cls("tbl"),
                        h::thead(h::tr(column("Name"), column("As what"), column("Since"))),
                        h::tbody(h::each(members, [&](const Member& member) {
                            return member_row(member, named);
                        })))));
}

http::Response show_roll(web::Call& call) {
    const auto network = call.open<networks::Networks>().network(call.query().get("network"));
    const auto slice = call.open<Roll>().members(network,
                                                 sql::After::parse(call.query().get("after")));
    web::Page page;
    page.name = "roll";
    page.title = "The roll of the " + network.short_name + " network";
    page.current = "/applications/waiting";
    page.content = h::all(
        web::crumbs({{"Networks", "/networks"},
                     {network.short_name + " network", networks::about_path(network)}}),
        h::h1(page.title), h::p(h::cls("lede"), "Who belongs, and as what. The newest first."),
        h::h2(h::cls("vh"), "Members"),
        slice.rows.empty()
            ? web::empty_state("Nobody belongs yet", "Whoever is admitted appears here.",
                               h::a(h::cls("btn second small"), h::href("/applications/waiting"),
                                    "See who applies"))
            : members_table("Members", slice.rows, {}),
        h::section(h::cls("mt6"), h::attr("aria-labelledby", "add"),
                   h::h2(h::id("add"), "Add a member"),
                   form_to(call, roll_path(network),
                           h::all(invitation_form.draw(call, "email", InvitationDraft{}),
                                  invitation_form.draw(call, "category", InvitationDraft{},
                                                       category_choices())),
                           "Add them")),
        h::when(slice.next.has_value(), [&] {
            return h::nav(h::cls("pager"), h::attr("aria-label", "Pages of the roll"),
                          h::a(h::cls("btn second small next"),
                               h::href(roll_path(network) + "&after=" + slice.next->text()),
                               "Earlier members", web::icon("i-right", "i s")));
        }));
    return call.page(std::move(page));
}

http::Response invite(web::Call& call) {
    const auto network = call.open<networks::Networks>().network(call.query().get("network"));
    if (!call.open<Roll>().keeps(network)) throw base::NotFound();
    const auto invited = invitation_form.submit(call, [&](const InvitationDraft& draft) {
        return call.open<Roll>().invite(network, draft);
    });
    if (!invited) return call.again(show_roll, invited.error());
    return call.redirect(roll_path(network), "They belong to the network now.");
}

// ---- leaving ----

Member own(const web::Call& call) {
    const auto id = call.id<MembershipId>("membership");
    for (auto& one : call.open<Roll>().mine()) {
        if (one.id == id && one.network && !one.ended) return std::move(one);
    }
    throw base::NotFound();
}

http::Response show_leaving(web::Call& call) {
    const Member member = own(call);
    const auto network = call.open<networks::Networks>().find(*member.network);
    web::Page page;
    page.name = "leaving";
    page.title = "Leave the " + network->short_name + " network";
    page.current = "/applications";
    page.content = h::all(
        web::crumbs({{"Your networks", "/applications"}}), h::h1(page.title),
        h::p(h::cls("lede"), "You no longer read what is said there. To come back, apply anew."),
        form_to(call, path_to(member.id) + "/leaving", leaving_form.draw_all(call, {}),
                "Leave the network"));
    return call.page(std::move(page));
}

http::Response leave(web::Call& call) {
    const Member member = own(call);
    const auto left = leaving_form.submit(call, [&](const RefusalDraft& draft) {
        return call.open<Roll>().end(member, draft.reason);
    });
    if (!left) return call.again(show_leaving, left.error());
    return call.redirect("/applications", "You have left the network.");
}

Member kept(const web::Call& call) {
    return call.open<Roll>().member(call.id<MembershipId>("membership"));
}

web::Page page_of(const web::Call& call, const Member& member, std::string name,
                  std::string title) {
    const auto network = call.open<networks::Networks>().find(*member.network);
    web::Page page;
    page.name = std::move(name);
    page.title = std::move(title);
    page.current = "/applications/waiting";
    page.content = h::all(
        web::crumbs({{"The " + network->short_name + " roll", roll_path(*network)}}),
        h::h1(page.title),
        h::p(h::cls("lede"), member.role_line.empty() ? "No role is known." : member.role_line));
    return page;
}

http::Response show_member(web::Call& call) {
    const Member member = kept(call);
    const MemberDraft now{std::string(face_of(member.category).code), last_day_of(member)};
    web::Page page = page_of(call, member, "membership", member.person_name);
    if (member.ended) {
        page.content.add(ended_words(member));
        return call.page(std::move(page));
    }
    page.content.add(form_to(call, path_to(member.id),
                             h::all(member_form.draw(call, "category", now, category_choices()),
                                    member_form.draw(call, "expires", now)),
                             "Save changes"));
    page.content.add(way_to_end(path_to(member.id), "End this membership"));
    return call.page(std::move(page));
}

http::Response change(web::Call& call) {
    const Member member = kept(call);
    const auto changed = member_form.submit(
        call, [&](const MemberDraft& draft) { return call.open<Roll>().change(member, draft); });
    if (!changed) return call.again(show_member, changed.error());
    return call.redirect(path_to(*changed), "Saved.");
}

http::Response show_end(web::Call& call) {
    const Member member = kept(call);
    if (member.ended) throw base::NotFound();
    web::Page page = page_of(call, member, "membership-end",
                             "End the membership of " + member.person_name);
    page.content.add(ending_part(call, path_to(member.id)));
    return call.page(std::move(page));
}

http::Response end(web::Call& call) {
    const Member member = kept(call);
    const auto ended = member_ending_form().submit(call, [&](const RefusalDraft& draft) {
        return call.open<Roll>().end(member, draft.reason);
    });
    if (!ended) return call.again(show_end, ended.error());
    return call.redirect(path_to(*ended), "The membership has ended.");
}

// ---- still so? ----

http::Response confirm(web::Call& call) {
    call.open<Review>().confirm();
    return call.redirect("/", "Thank you. We ask again in a year.");
}

// From the letter, without signing in: it says of nobody anything. Mail filters follow links; only
// a person presses the button.
http::Response show_question(web::Call& call) {
    const bool is_known = call.open<Review>().knows(call.part("token"));
    web::Page page;
    page.name = "confirmation";
    page.title = is_known ? "Is it still so?" : "Nothing to answer";
    page.frame = web::Page::Frame::plain;
    page.content =
        is_known
            ? h::all(
                  h::h1(page.title),
                  h::p(h::cls("lede"),
                       "Your role, where you work, and the networks you belong to."),
                  h::form(h::cls("form mt5"), h::attr("method", "post"),
                          h::action("/memberships/confirmation/" + std::string(call.part("token"))),
                          call.token_field(), web::error_summary(call),
                          h::p(h::cls("flex"), web::submit_button("Yes, still so", "One moment…"),
                               h::a(h::cls("btn second"), h::href("/positions"),
                                    "Something has changed"))))
            : h::all(h::h1(page.title),
                     h::p(h::cls("lede"), "You have answered already, or the link is an old one."),
                     h::p(h::cls("mt5"), h::a(h::cls("btn"), h::href("/"), "Go to Today")));
    return call.page(std::move(page));
}

http::Response confirm_by_link(web::Call& call) {
    const auto confirmed = call.open<Review>().confirm_by(call.part("token"));
    if (!confirmed) return call.again(show_question, confirmed.error());
    return call.redirect("/memberships/confirmed");
}

http::Response show_confirmed(web::Call& call) {
    web::Page page;
    page.name = "confirmed";
    page.title = "Thank you";
    page.frame = web::Page::Frame::plain;
    page.content = h::all(h::h1(page.title),
                          h::p(h::cls("lede"), "It is noted. We ask again in a year."),
                          h::p(h::cls("mt5"), h::a(h::cls("btn"), h::href("/"), "Go to Today")));
    return call.page(std::move(page));
}

// ---- who needs attention ----

h::Html attention_part(const web::Call& call, std::string_view id, std::string_view title,
                       std::string_view nobody, const std::vector<Member>& members) {
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", id), h::h2(h::id(id), title),
                      members.empty()
                          ? h::p(h::cls("mt3"), nobody)
                          : members_table(title, members, call.open<networks::Networks>().all()));
}

// How far a roll that was brought here has come in.
h::Html invitations_part(const web::Call& call) {
    const auto counts = call.open<Invitations>().counts();
    if (counts.waiting + counts.sent == 0) return {};
    return h::section(
        h::cls("mt5"), h::attr("aria-labelledby", "invited"),
        h::h2(h::id("invited"), "Invitations"),
        h::p(base::counted(counts.sent, "person has", "people have") +
             " a letter and " + (counts.sent == 1 ? "has" : "have") + " not come in yet. " +
             base::counted(counts.waiting, "letter waits", "letters wait") +
             " to be sent: a hundred go every five minutes."));
}

http::Response show_attention(web::Call& call) {
    const auto review = call.open<Review>();
    web::Page page;
    page.name = "attention";
    page.title = "Members we have lost touch with";
    page.current = "/applications/waiting";
    page.content = h::all(web::crumbs({{"Applications", "/applications/waiting"}}),
                          h::h1(page.title),
                          h::p(h::cls("lede"), "Ask a colleague of theirs, or end the membership."),
                          attention_part(call, "dormant", "No answer for 60 days",
                                         "Everybody has answered.", review.dormant()),
                          attention_part(call, "returned", "Letters come back",
                                         "No letter has come back.", review.unreachable()),
                          invitations_part(call));
    return call.page(std::move(page));
}

}  // namespace

void roll_routes(web::Routes& site) {
    using web::signed_in;
    const web::RouteOptions writing{.rate = {60}};
    site.get("/memberships", signed_in, show_roll);
    site.post("/memberships", signed_in, invite, writing);
    site.get("/memberships/{membership}/leaving", signed_in, show_leaving);
    site.post("/memberships/{membership}/leaving", signed_in, leave, writing);
    site.get("/memberships/attention", web::needs(verify_positions), show_attention);
    site.post("/memberships/confirmation", signed_in, confirm, writing);
    site.get("/memberships/confirmation/{token}", web::anyone, show_question);
    site.post("/memberships/confirmation/{token}", web::anyone, confirm_by_link,
              {.rate = {30}, .body_bytes_max = 64 * 1024});
    site.get("/memberships/confirmed", web::anyone, show_confirmed);
    site.get("/memberships/{membership}", signed_in, show_member);
    site.post("/memberships/{membership}", signed_in, change, writing);
    site.get("/memberships/{membership}/end", signed_in, show_end);
    site.post("/memberships/{membership}/end", signed_in, end, writing);
}

}  // namespace membership
