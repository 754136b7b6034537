#include "features/notices/pages.h"

#include "features/notices/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace notices {

namespace h = html;

networks::Network network_of(const web::Call& call) {
    return call.open<networks::Networks>().network(call.part("network"));
}

Notice notice_of(const web::Call& call, const networks::Network& network) {
    return call.open<Notices>().notice(network, call.id<NoticeId>("notice"));
}

h::Html crumbs_of(const networks::Network& network) {
    return web::crumbs({{"Networks", "/networks"},
                        {network.short_name + " network", networks::about_path(network)},
                        {"Notices", notices_path(network)}});
}

namespace {

// How far it is, for those who may write there: "150 of 212 letters are queued."
std::string progress_of(const Notice& notice) {
    if (notice.state == State::sent) {
        return "Sent to " + base::counted(notice.letters, "member", "members") + ".";
    }
    return base::grouped(notice.letters) + " of " +
           base::counted(notice.receivers, "letter is", "letters are") + " queued.";
}

h::Html meta_of(const web::Call& call, const Notice& notice, const networks::Network& network) {
    return h::p(h::cls("meta"), byline(notice, network), web::separator(),
                web::when(*notice.sent, call.now(), call.zone()));
}

h::Html progress_part(const web::Call& call, const Notice& notice,
                      const networks::Network& network) {
    if (!call.open<Notices>().writes_in(network)) return {};
    return h::p(h::cls("meta"), progress_of(notice));
}

h::Html notice_article(const web::Call& call, const Notice& notice,
                       const networks::Network& network) {
    return h::article(h::cls("panel pad mt4 narrow-stack"),
                      h::h2(h::a(h::href(path_to(network, notice.id)), notice.subject)),
                      meta_of(call, notice, network), progress_part(call, notice, network),
                      h::div(h::cls("body mt3"), h::rendered_before(notice.html)));
}

h::Html drafts_part(const web::Call& call, const networks::Network& network) {
    const auto drafts = call.open<Notices>().drafts(network);
    if (drafts.empty()) return {};
    const auto row = [&](const Notice& draft) {
        return h::li(
            h::cls("row"), h::span(h::cls("mark"), web::icon("i-edit")),
            h::div(
                h::h3(h::a(h::href(path_to(network, draft.id) + "/preview"), draft.subject)),
                h::p(h::cls("meta"), "Begun ", web::when(draft.written, call.now(), call.zone()))));
    };
    return h::section(h::cls("mt5"), h::attr("aria-labelledby", "drafts"),
                      h::h2(h::id("drafts"), "Your drafts"),
                      h::div(h::cls("panel mt3"), h::ol(h::cls("rows"), h::each(drafts, row))));
}

h::Html writing_part(const web::Call& call, const networks::Network& network) {
    if (!call.open<Notices>().writes_in(network)) return {};
    return h::all(h::p(h::cls("mt4"), h::a(h::cls("btn"), h::href(notices_path(network) + "/new"),
                                           "Write a notice")),
                  drafts_part(call, network));
}

// Whether they come by letter, to be changed with one press.
h::Html subscription_part(const web::Call& call, const networks::Network& network) {
    if (!call.actor().belongs_to(network.audience)) return {};
    const bool is_subscribed = call.open<Notices>().is_subscribed(network);
    const std::string path = notices_path(network) +
                             (is_subscribed ? "/unsubscription" : "/subscription");
    return h::section(
        h::cls("mt6"), h::attr("aria-labelledby", "letters"), h::h2(h::id("letters"), "By email"),
        h::p(h::cls("mt2"), is_subscribed ? "You get the notices of this network by email."
                                          : "You get no notices of this network by email. You "
                                            "read them here."),
        h::form(h::cls("mt3"), h::attr("method", "post"), h::action(path), call.token_field(),
                h::button(h::cls("btn second small"), h::attr("type", "submit"),
                          is_subscribed ? "Stop these emails" : "Get them by email again")));
}

h::Html nothing_yet(const networks::Network& network) {
    return h::all(
        h::h2(h::cls("vh"), "What was written"),
        h::div(
            h::cls("mt5"),
            web::empty_state("No notices yet",
                             "What those who lead the network write to its members stands here, "
                             "and comes by email.",
                             h::a(h::cls("btn second small"), h::href(networks::path_to(network)),
                                  "See its topics"))));
}

http::Response show_network(web::Call& call) {
    const auto network = network_of(call);
    const auto slice = call.open<Notices>().sent_in(network,
                                                    sql::After::parse(call.query().get("after")));
    web::Page page;
    page.name = "network-notices";
    page.title = "Notices of the " + network.short_name + " network";
    page.current = "/notices";
    page.content = h::all(
        web::crumbs({{"Networks", "/networks"},
                     {network.short_name + " network", networks::about_path(network)}}),
        h::h1(page.title),
        h::p(h::cls("lede"), "What those who lead it have written to its members."),
        writing_part(call, network),
        slice.rows.empty()
            ? nothing_yet(network)
            : h::each(slice.rows,
                      [&](const Notice& notice) { return notice_article(call, notice, network); }),
        h::when(slice.next.has_value(),
                [&] {
                    return h::nav(
                        h::cls("pager"), h::attr("aria-label", "Pages of notices"),
                        h::a(h::cls("btn second small next"),
                             h::href(notices_path(network) + "?after=" + slice.next->text()),
                             "Earlier notices", web::icon("i-right", "i s")));
                }),
        subscription_part(call, network));
    return call.page(std::move(page));
}

http::Response show_notice(web::Call& call) {
    const auto network = network_of(call);
    const Notice notice = notice_of(call, network);
    if (notice.state == State::draft)
        return call.redirect(path_to(network, notice.id) + "/preview");
    web::Page page;
    page.name = "notice";
    page.title = notice.subject;
    page.current = "/notices";
    page.content = h::all(crumbs_of(network), h::h1(notice.subject), meta_of(call, notice, network),
                          progress_part(call, notice, network), h::h2(h::cls("vh"), "The text"),
                          h::div(h::cls("panel pad mt4 narrow-stack"),
                                 h::div(h::cls("body"), h::rendered_before(notice.html))),
                          subscription_part(call, network));
    return call.page(std::move(page));
}

// ---- of all networks ----

h::Html line_of(const web::Call& call, const Notice& notice,
                const std::vector<networks::Network>& mine) {
    const auto network = std::ranges::find(mine, notice.network, &networks::Network::id);
    if (network == mine.end()) return {};
    return h::li(h::cls("row"), h::span(h::cls("mark"), web::icon("i-mail")),
                 h::div(h::h3(h::a(h::href(path_to(*network, notice.id)), notice.subject)),
                        meta_of(call, notice, *network)));
}

h::Html latest_part(const web::Call& call, const std::vector<networks::Network>& mine) {
    const auto latest = call.open<Notices>().latest();
    if (latest.empty()) {
        return web::empty_state(
            "No notices yet",
            "What those who lead your networks write to their members stands here.",
            h::a(h::cls("btn second small"), h::href("/networks"), "See all networks"));
    }
    return h::div(h::cls("panel"), h::ol(h::cls("rows"), h::each(latest, [&](const Notice& notice) {
                                             return line_of(call, notice, mine);
                                         })));
}

// The networks whose notices the actor reads, or to which they write.
h::Html networks_part(const web::Call& call) {
    const auto all = call.open<networks::Networks>().all();
    const auto item = [&](const networks::Network& network) {
        const auto notices = call.open<Notices>();
        if (!notices.reads_in(network)) return h::Html();
        return h::li(
            h::a(h::href(notices_path(network)), network.short_name, " network"),
            h::when(notices.writes_in(network), [] { return h::all(": you write here"); }));
    };
    const auto items = h::each(all, item);
    if (items.empty()) return {};
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", "by-network"),
                      h::h2(h::id("by-network"), "By network"),
                      h::div(h::cls("prose mt3"), h::ul(items)));
}

http::Response show_all(web::Call& call) {
    const auto mine = call.open<networks::Networks>().mine();
    web::Page page;
    page.name = "notices";
    page.title = "Notices";
    page.current = "/notices";
    page.content = h::all(h::h1(page.title),
                          h::p(h::cls("lede"), "The latest from those who lead your networks."),
                          h::h2(h::cls("vh"), "The latest"),
                          h::div(h::cls("mt5"), latest_part(call, mine)), networks_part(call));
    return call.page(std::move(page));
}

}  // namespace

void reading_routes(web::Routes& site) {
    using web::signed_in;
    site.get("/notices", signed_in, show_all);
    site.get("/networks/{network}/notices", signed_in, show_network);
    site.get("/networks/{network}/notices/{notice}", signed_in, show_notice);
}

std::vector<web::MenuEntry> menu(web::Call& call) {
    const auto& actor = call.actor();
    if (actor.audiences().empty() && !actor.may(write_notices)) return {};
    return {{.section = web::MenuEntry::Section::foot,
             .label = "Notices",
             .path = "/notices",
             .icon = "i-mail"}};
}

}  // namespace notices
