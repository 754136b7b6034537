#include "features/membership/pages.h"

#include "features/membership/sponsors.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace membership {

namespace h = html;

namespace {

constexpr std::string_view list_path = "/memberships/sponsors";

struct DayDraft {
    std::string expires;
};

const web::Form<SponsorDraft> sponsor_form({
    {{.name = "email",
      .label = "Email address",
      .kind = web::FieldFace::Kind::email,
      .hint = "Of somebody who has an account and belongs to no network.",
      .required = "Enter their email address",
      .characters_max = 254},
     &SponsorDraft::email},
    {last_day_face(), &SponsorDraft::expires},
});

const web::Form<DayDraft> day_form({{last_day_face(), &DayDraft::expires}});

std::string path_to(MembershipId id) {
    return std::string(list_path) + "/" + std::to_string(id.value);
}

h::Html contact_row(const Member& one) {
    return h::li(h::cls("person"), web::avatar(one.person_name, one.person.value, "lg"),
                 h::div(h::h3(h::a(h::href(path_to(one.id)), one.person_name)),
                        h::when(!one.role_line.empty(), [&] { return h::p(one.role_line); }),
                        h::p(h::cls("meta"), "Since ", base::day_text(one.began),
                             one.expires ? ", " + until_words(one) : ", without an end", ".")));
}

http::Response show_contacts(web::Call& call) {
    const auto contacts = call.open<Sponsors>().contacts();
    web::Page page;
    page.name = "sponsors";
    page.title = "Sponsor contacts";
    page.current = std::string(list_path);
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"),
             "They speak for a sponsor. They have an account, belong to no "
             "network, and never see the forum or the people in it."),
        h::h2(h::cls("vh"), "Who they are"),
        h::div(h::cls("mt5"),
               contacts.empty() ? web::empty_state("There are no sponsor contacts",
                                                   "Whoever you add below appears here.", h::Html())
                                : h::div(h::cls("panel"),
                                         h::ul(h::cls("people"), h::each(contacts, contact_row)))),
        h::section(
            h::cls("mt6"), h::attr("aria-labelledby", "add"),
            h::h2(h::id("add"), "Add a sponsor contact"),
            form_to(call, std::string(list_path), sponsor_form.draw_all(call, {}), "Add them")));
    return call.page(std::move(page));
}

http::Response add(web::Call& call) {
    const auto added = sponsor_form.submit(
        call, [&](const SponsorDraft& draft) { return call.open<Sponsors>().add(draft); });
    if (!added) return call.again(show_contacts, added.error());
    return call.redirect(std::string(list_path), "They are a sponsor’s contact now.");
}

Member contact_in(const web::Call& call) {
    return call.open<Sponsors>().contact(call.id<MembershipId>("sponsor"));
}

web::Page page_of(const Member& contact, std::string name, std::string title) {
    web::Page page;
    page.name = std::move(name);
    page.title = std::move(title);
    page.current = std::string(list_path);
    page.content = h::all(
        web::crumbs({{"Sponsor contacts", std::string(list_path)}}), h::h1(page.title),
        h::p(h::cls("lede"), "Sponsor contact since ", base::day_text(contact.began), "."));
    return page;
}

http::Response show_contact(web::Call& call) {
    const Member contact = contact_in(call);
    web::Page page = page_of(contact, "sponsor", contact.person_name);
    if (contact.ended) {
        page.content.add(ended_words(contact));
        return call.page(std::move(page));
    }
    page.content.add(form_to(call, path_to(contact.id),
                             day_form.draw_all(call, {last_day_of(contact)}), "Save changes"));
    page.content.add(way_to_end(path_to(contact.id), "End this contact"));
    return call.page(std::move(page));
}

http::Response change(web::Call& call) {
    const Member contact = contact_in(call);
    const auto changed = day_form.submit(call, [&](const DayDraft& draft) {
        return call.open<Sponsors>().change(contact, draft.expires);
    });
    if (!changed) return call.again(show_contact, changed.error());
    return call.redirect(path_to(*changed), "Saved.");
}

http::Response show_end(web::Call& call) {
    const Member contact = contact_in(call);
    if (contact.ended) throw base::NotFound();
    web::Page page = page_of(contact, "sponsor-end",
                             "End that " + contact.person_name + " is a sponsor’s contact");
    page.content.add(ending_part(call, path_to(contact.id)));
    return call.page(std::move(page));
}

http::Response end(web::Call& call) {
    const Member contact = contact_in(call);
    const auto ended = member_ending_form().submit(call, [&](const RefusalDraft& draft) {
        return call.open<Sponsors>().end(contact, draft.reason);
    });
    if (!ended) return call.again(show_end, ended.error());
    return call.redirect(std::string(list_path), "They are no sponsor’s contact any more.");
}

}  // namespace

void sponsor_routes(web::Routes& site) {
    const auto keepers = web::needs(verify_positions);
    const web::RouteOptions writing{.rate = {60}};
    site.get("/memberships/sponsors", keepers, show_contacts);
    site.post("/memberships/sponsors", keepers, add, writing);
    site.get("/memberships/sponsors/{sponsor}", keepers, show_contact);
    site.post("/memberships/sponsors/{sponsor}", keepers, change, writing);
    site.get("/memberships/sponsors/{sponsor}/end", keepers, show_end);
    site.post("/memberships/sponsors/{sponsor}/end", keepers, end, writing);
}

}  // namespace membership
