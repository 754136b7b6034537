#include "features/people/pages.h"

#include "features/people/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <charconv>

namespace people {

namespace h = html;

namespace {

const web::Form<IntroductionDraft> introduction_form({
    {{.name = "words",
      .label = "What is it about?",
      .kind = web::FieldFace::Kind::text,
      .hint = "They read this with your name and your role. If they say yes, each of you sees the "
              "other’s address.",
      .required = "Say what it is about",
      .characters_max = words_characters_max},
     &IntroductionDraft::words},
});

Wish wish_of(const web::Call& call) {
    const auto& query = call.query();
    Wish wish{.words = base::one_line(query.get("words")),
              .network = std::string(query.get("network")),
              .region = std::string(query.get("region")),
              .organisation = base::one_line(query.get("organisation")),
              .role = base::one_line(query.get("role")),
              .tag = base::one_line(query.get("tag")),
              .open_to = std::string(query.get("open")),
              .after = {}};
    const auto after = query.get("after");
    std::from_chars(after.data(), after.data() + after.size(), wish.after.value);
    return wish;
}

std::string address_of(const Wish& wish) {
    std::string address = "/people?words=" + http::percent_encode(wish.words);
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        address += "&" + std::string(name) + "=" + http::percent_encode(value);
    };
    add("network", wish.network);
    add("region", wish.region);
    add("organisation", wish.organisation);
    add("role", wish.role);
    add("tag", wish.tag);
    add("open", wish.open_to);
    return address;
}

h::Html choice(std::string_view name, std::string_view label, std::string_view all,
               const std::vector<Count>& counts, const std::string& chosen) {
    const std::string id = "p-" + std::string(name);
    return h::div(
        h::label(h::cls("label"), h::attr("for", id), label),
        h::select(h::cls("select"), h::id(id), h::attr("name", name),
                  h::option(h::attr("value", ""), all), h::each(counts, [&](const Count& one) {
                      return h::option(h::attr("value", one.code),
                                       h::flag("selected", one.code == chosen),
                                       one.words + " (" + base::grouped(one.people) + ")");
                  })));
}

// What was chosen stays a choice, where it leaves nobody too.
std::vector<Count> with_chosen(std::vector<Count> counts, const std::string& chosen,
                               const std::string& words) {
    for (const Count& one : counts) {
        if (one.code == chosen) return counts;
    }
    if (!chosen.empty()) counts.push_back({chosen, words, 0});
    return counts;
}

// The one that was chosen stands there as it was spelled.
std::vector<Count> interests_of(const Wish& wish, const Found& found) {
    auto counts = found.interests;
    for (Count& one : counts) {
        if (base::fold(one.code) == base::fold(wish.tag)) one.code = wish.tag;
    }
    return with_chosen(std::move(counts), wish.tag, wish.tag);
}

h::Html filters(const Wish& wish, const Found& found) {
    std::vector<Count> open = {{"mentoring", "Mentoring", 0}, {"visits", "Site visits", 0}};
    return h::form(
        h::cls("filters mt5"), h::attr("role", "search"), h::attr("aria-label", "People"),
        h::action("/people"),
        h::div(h::label(h::cls("label"), h::attr("for", "p-q"), "Name, organisation or topic"),
               h::input(h::cls("input"), h::id("p-q"), h::attr("name", "words"),
                        h::attr("type", "search"), h::attr("value", wish.words),
                        h::attr("maxlength", "200"))),
        choice("network", "Network", "All networks",
               with_chosen(found.networks, wish.network, wish.network), wish.network),
        choice("region", "Region", "All regions",
               with_chosen(found.regions, wish.region, organisations::region_name(wish.region)),
               wish.region),
        choice("organisation", "Organisation", "All organisations",
               with_chosen(found.organisations, wish.organisation,
                           organisations::display_name(wish.organisation)),
               wish.organisation),
        choice("role", "Role", "All roles", with_chosen(found.roles, wish.role, wish.role),
               wish.role),
        choice("tag", "Interest", "All interests", interests_of(wish, found), wish.tag),
        h::div(h::label(h::cls("label"), h::attr("for", "p-open"), "Open to"),
               h::select(h::cls("select"), h::id("p-open"), h::attr("name", "open"),
                         h::option(h::attr("value", ""), "Anything"),
                         h::each(open,
                                 [&](const Count& one) {
                                     return h::option(h::attr("value", one.code),
                                                      h::flag("selected", one.code == wish.open_to),
                                                      one.words);
                                 }))),
        h::button(h::cls("btn"), h::attr("type", "submit"), "Search"));
}

h::Html row(const Entry& entry) {
    const Line& line = entry.line;
    return h::li(
        h::cls("person"), web::avatar(line.name, line.id.value, "lg"),
        h::div(
            h::h3(h::a(h::href(path_to(line.id)), line.name)),
            h::when(!line.role_line.empty(), [&] { return h::p(line.role_line); }),
            h::when(!line.region.empty(),
                    [&] { return h::p(h::cls("meta"), organisations::region_name(line.region)); }),
            tags_part(entry)),
        h::div(h::cls("act"),
               h::a(h::cls("btn second small"), h::href(path_to(line.id) + "/introduction"),
                    web::icon("i-mail", "i s"), "Ask for an introduction",
                    web::hidden_text(" to " + line.name))));
}

h::Html results(const Wish& wish, const Found& found) {
    const bool has_tag = !wish.tag.empty();
    const std::string title = (found.is_least ? "At least " : "") +
                              base::counted(found.total, "person", "people") +
                              (has_tag ? ": " + wish.tag : "");
    h::Html list;
    if (found.entries.empty()) {
        list = web::empty_state(
            "Nobody is found", "Try other words, or fewer of them. Not everybody shows everything.",
            h::a(h::cls("btn second small"), h::href("/people"), "See everybody"));
    } else {
        list = h::div(h::cls("panel"), h::ul(h::cls("people"), h::each(found.entries, row)));
    }
    h::Html more;
    if (found.is_more && wish.words.empty()) {
        const auto last = found.entries.back().line.id.value;
        more = h::nav(h::cls("pager"), h::attr("aria-label", "Pages of people"),
                      h::a(h::cls("btn second small next"),
                           h::href(address_of(wish) + "&after=" + std::to_string(last)),
                           "More people", web::icon("i-right", "i s")));
    }
    return h::section(h::cls("mt5"), h::attr("aria-labelledby", "rs"),
                      h::div(h::cls("sec-h"), h::h2(h::id("rs"), title),
                             h::p(h::cls("meta more"),
                                  found.is_least ? "Sorted by name. More than 2,000 of them choose "
                                                   "who sees what: that many are counted."
                                  : wish.words.empty() ? "Sorted by name."
                                  : found.is_cut  ? "Counted among the 500 best matches. Add a "
                                                    "word or choose a network."
                                  : found.is_more ? "The best 30. Add a word or choose a network."
                                                  : "The best match first.")),
                      list, more);
}

http::Response show_people(web::Call& call, Index& index) {
    const Wish wish = wish_of(call);
    const Found found = call.open<People>().find(wish, index);
    web::Page page;
    page.name = "people";
    page.title = "People";
    page.current = "/people";
    page.content = h::all(
        h::h1("People"),
        h::p(h::cls("lede"), "Find someone who has already done the thing you are about to do. ",
             h::a(h::href("/people/profile"), "Say what you have done")),
        filters(wish, found), results(wish, found));
    return call.page(std::move(page));
}

// ---- one person ----

h::Html tag_list(std::string_view id, std::string_view title,
                 const std::vector<std::string>& tags) {
    if (tags.empty()) return {};
    return h::section(
        h::cls("mt5"), h::attr("aria-labelledby", id), h::h2(h::id(id), title),
        h::ul(h::cls("tags"), h::each(tags, [](const std::string& tag) {
                  return h::li(h::a(h::cls("pill line"),
                                    h::href("/people?tag=" + http::percent_encode(tag)), tag));
              })));
}

h::Html networks_part(const Entry& entry) {
    if (entry.networks.empty()) return {};
    return h::section(
        h::cls("mt5"), h::attr("aria-labelledby", "nets"), h::h2(h::id("nets"), "Networks"),
        h::ul(h::cls("tags"), h::each(entry.networks, [](const networks::Network& network) {
                  return h::li(h::a(h::cls("pill"), h::href(networks::about_path(network)),
                                    networks::sign_of(network), network.short_name));
              })));
}

http::Response show_person(web::Call& call) {
    const auto people = call.open<People>();
    const auto id = call.id<PersonId>("person");
    if (const auto now = people.merged_into(id)) return call.redirect(path_to(*now));
    const Entry entry = people.person(id);
    const Line& line = entry.line;
    const bool is_own = line.id == call.actor().id();
    web::Page page;
    page.name = "person";
    page.title = line.name;
    page.current = "/people";
    page.content = h::all(
        web::crumbs({{"People", "/people"}}),
        h::div(h::cls("titled"), web::avatar(line.name, line.id.value, "xl"),
               h::div(h::h1(line.name), h::p(h::cls("lede"), line.role_line),
                      h::when(!line.region.empty(),
                              [&] {
                                  return h::p(h::cls("meta"),
                                              organisations::region_name(line.region));
                              }))),
        h::p(h::cls("mt4"),
             is_own
                 ? h::a(h::cls("btn second"), h::href("/people/profile"), "Change what others see")
                 : h::a(h::cls("btn"), h::href(path_to(line.id) + "/introduction"),
                        web::icon("i-mail", "i s"), "Ask for an introduction")),
        h::when(!entry.about.empty(),
                [&] {
                    return h::section(h::cls("mt5"), h::attr("aria-labelledby", "about"),
                                      h::h2(h::id("about"), "About"), h::p(entry.about));
                }),
        networks_part(entry),
        tag_list("done", "Has done, or is interested in", entry.tags.interests),
        tag_list("systems", "Systems they use", entry.tags.systems),
        h::when(line.mentors || line.receives, [&] {
            return h::section(
                h::cls("mt5"), h::attr("aria-labelledby", "open"), h::h2(h::id("open"), "Open to"),
                h::ul(h::cls("tags"),
                      line.mentors ? h::li(h::span(h::cls("pill"), "Mentoring")) : h::Html(),
                      line.receives ? h::li(h::span(h::cls("pill"), "Site visits")) : h::Html()));
        }));
    return call.page(std::move(page));
}

http::Response show_introduction(web::Call& call) {
    const Entry entry = call.open<People>().person(call.id<PersonId>("person"));
    web::Page page;
    page.name = "introduction";
    page.title = "Ask for an introduction to " + entry.line.name;
    page.current = "/people";
    page.content = h::all(
        web::crumbs({{"People", "/people"}, {entry.line.name, path_to(entry.line.id)}}),
        h::h1(page.title),
        h::p(h::cls("lede"), "Neither of you sees the other’s address until they say yes."),
        h::form(h::cls("form mt5"), h::attr("method", "post"),
                h::action(path_to(entry.line.id) + "/introduction"), h::flag("novalidate"),
                call.form_fields(), web::error_summary(call),
                introduction_form.draw_all(call, IntroductionDraft{}),
                h::p(h::cls("mt5"), web::submit_button("Ask them", "Sending…"))));
    return call.page(std::move(page));
}

http::Response ask(web::Call& call) {
    auto people = call.open<People>();
    const Entry entry = people.person(call.id<PersonId>("person"));
    const auto asked = introduction_form.submit(
        call, [&](const IntroductionDraft& draft) { return people.ask(entry, draft); });
    if (!asked) return call.again(show_introduction, asked.error());
    return call.redirect("/people/introductions", "Asked. You hear by email what they say.");
}

}  // namespace

h::Html tags_part(const Entry& entry) {
    const auto tags = [](const std::vector<std::string>& all) {
        return h::each(
            all, [](const std::string& tag) { return h::li(h::span(h::cls("pill line"), tag)); });
    };
    return h::ul(h::cls("tags"),
                 h::each(entry.networks,
                         [](const networks::Network& network) {
                             return h::li(h::span(h::cls("pill"), networks::sign_of(network),
                                                  network.short_name));
                         }),
                 tags(entry.tags.interests), tags(entry.tags.systems));
}

void finding_routes(web::Routes& site, const IndexPtr& index) {
    using web::signed_in;
    site.get("/people", signed_in, [index](web::Call& call) { return show_people(call, *index); },
             {.lane = web::Lane::blocking, .rate = {60}});
    site.get("/people/{person}", signed_in, show_person);
    site.get("/people/{person}/introduction", signed_in, show_introduction);
    site.post("/people/{person}/introduction", signed_in, ask, {.rate = {30}});
}

}  // namespace people
