#include "features/notices/pages.h"

#include "features/notices/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace notices {

namespace h = html;

namespace {

const web::Form<NoticeDraft> notice_form({
    {{.name = "subject",
      .label = "Subject",
      .hint = "The news in one line. It is the subject of the email too.",
      .required = "Enter the subject",
      .characters_max = subject_characters_max},
     &NoticeDraft::subject},
    {{.name = "body",
      .label = "Text",
      .kind = web::FieldFace::Kind::text,
      .hint = "Markdown works, up to 6,000 characters. Write links whole, beginning with https://. "
              "It goes to inboxes that we do not guard: leave out what was said under the Rule.",
      .required = "Write the text",
      .characters_max = body_characters_max},
     &NoticeDraft::body},
});

networks::Network written_to(const web::Call& call) {
    auto network = network_of(call);
    if (!call.open<Notices>().writes_in(network)) throw base::NotFound();
    return network;
}

Notice draft_of(const web::Call& call, const networks::Network& network) {
    Notice notice = notice_of(call, network);
    if (notice.state != State::draft) throw base::NotFound();
    return notice;
}

h::Html form_to(const web::Call& call, const std::string& path, const NoticeDraft& now) {
    return h::form(h::cls("form mt5"), h::attr("method", "post"), h::action(path),
                   h::flag("novalidate"), call.form_fields(), web::error_summary(call),
                   notice_form.draw_all(call, now),
                   h::p(web::submit_button("Look at it before it goes", "Saving…")));
}

http::Response show_new(web::Call& call) {
    const auto network = written_to(call);
    web::Page page;
    page.name = "notice-new";
    page.title = "Write to the " + network.short_name + " network";
    page.current = "/notices";
    page.content = h::all(crumbs_of(network), h::h1(page.title),
                          h::p(h::cls("lede"),
                               "Its members get it by email, and read it here. Nothing goes "
                               "before you have seen the letter."),
                          form_to(call, notices_path(network), NoticeDraft{}));
    return call.page(std::move(page));
}

http::Response keep(web::Call& call) {
    const auto network = written_to(call);
    const auto kept = notice_form.submit(
        call, [&](const NoticeDraft& draft) { return call.open<Notices>().draft(network, draft); });
    if (!kept) return call.again(show_new, kept.error());
    return call.redirect(path_to(network, *kept) + "/preview");
}

http::Response show_edit(web::Call& call) {
    const auto network = written_to(call);
    const Notice draft = draft_of(call, network);
    web::Page page;
    page.name = "notice-edit";
    page.title = "Change the notice";
    page.current = "/notices";
    page.content = h::all(crumbs_of(network), h::h1(page.title),
                          form_to(call, path_to(network, draft.id), {draft.subject, draft.body}));
    return call.page(std::move(page));
}

http::Response change(web::Call& call) {
    const auto network = written_to(call);
    const Notice notice = draft_of(call, network);
    const auto changed = notice_form.submit(
        call, [&](const NoticeDraft& draft) { return call.open<Notices>().change(notice, draft); });
    if (!changed) return call.again(show_edit, changed.error());
    return call.redirect(path_to(network, *changed) + "/preview");
}

// ---- before it goes ----

std::string who_gets_it(const Reach& reach, const networks::Network& network) {
    std::string words = "It goes to " + base::counted(reach.receivers, "member", "members") +
                        " of the " + network.short_name + " network.";
    if (reach.unsubscribed == 0) return words + " Nobody has unsubscribed.";
    const bool is_one = reach.unsubscribed == 1;
    return words + " " + base::grouped(reach.unsubscribed) +
           (is_one ? " other has unsubscribed, and reads it here."
                   : " others have unsubscribed, and read it here.");
}

h::Html letter_part(const web::Call& call, const Notice& draft, const networks::Network& network,
                    const Mailing& mailing) {
    const auto sheet = call.open<Preview>().sheet(draft, mailing);
    if (!sheet) return h::p(h::cls("mt4"), "This text may not leave by email. Change it.");
    return h::all(
        h::section(h::cls("panel pad mt5 narrow-stack"), h::attr("aria-labelledby", "letter"),
                   h::h2(h::id("letter"), draft.subject),
                   h::p(h::cls("meta"), "From ", byline(draft, network)),
                   h::div(h::cls("body mt3"), h::rendered_before(draft.html)),
                   h::p(h::cls("meta mt4"), sheet->footer.why,
                        " Each letter has a link that stops "
                        "these emails.")),
        h::details(h::cls("mt4"), h::summary("The letter as plain text"),
                   h::div(h::cls("field mt3"),
                          h::label(h::cls("label"), h::attr("for", "plain"), "Plain text"),
                          h::textarea(h::cls("area"), h::id("plain"), h::attr("rows", "12"),
                                      h::flag("readonly"), "\n", mail::draw(*sheet).text))));
}

h::Html send_form(const web::Call& call, const Notice& draft, const networks::Network& network,
                  const Reach& reach) {
    const auto refusal = may_send(call.actor(), draft, reach,
                                  call.open<Notices>().sent_this_week(network));
    const std::string path = path_to(network, draft.id);
    const auto change = h::a(h::cls("btn second"), h::href(path + "/edit"), "Change it");
    if (refusal) {
        return h::all(
            h::div(h::cls("notice warn mt5"), web::icon("i-warn"), h::p(refusal->sentence)),
            h::p(h::cls("mt4"), change));
    }
    const std::string label = "Send to " + base::counted(reach.receivers, "member", "members");
    return h::form(h::cls("flex mt5"), h::attr("method", "post"), h::action(path + "/dispatch"),
                   call.form_fields(), web::submit_button(label, "Sending…"), change);
}

h::Html discard_form(const web::Call& call, const Notice& draft, const networks::Network& network) {
    return h::form(h::cls("mt4"), h::attr("method", "post"),
                   h::action(path_to(network, draft.id) + "/removal"), call.token_field(),
                   h::button(h::cls("btn quiet"), h::attr("type", "submit"), "Discard this draft"));
}

http::Response show_preview(web::Call& call, const Mailing& mailing) {
    const auto network = written_to(call);
    const Notice draft = draft_of(call, network);
    const Reach reach = call.open<Notices>().reach(network);
    web::Page page;
    page.name = "notice-preview";
    page.title = "Look at it before it goes";
    page.current = "/notices";
    page.content = h::all(
        crumbs_of(network), h::h1(page.title), h::p(h::cls("lede"), who_gets_it(reach, network)),
        web::error_summary(call), letter_part(call, draft, network, mailing),
        send_form(call, draft, network, reach), discard_form(call, draft, network));
    return call.page(std::move(page));
}

http::Response send(web::Call& call, const Mailing& mailing) {
    const auto network = written_to(call);
    const Notice notice = notice_of(call, network);
    if (notice.state != State::draft) {  // pressed twice, or in two tabs
        return call.redirect(path_to(network, notice.id), "It has been sent already.");
    }
    const auto sent = call.open<Notices>().send(network, notice);
    if (!sent) {
        const auto page = [mailing](web::Call& again) { return show_preview(again, mailing); };
        return call.again(page, sent.error());
    }
    return call.redirect(path_to(network, *sent), "It is on its way.");
}

http::Response discard(web::Call& call) {
    const auto network = written_to(call);
    (void)call.open<Notices>().discard(draft_of(call, network));
    return call.redirect(notices_path(network), "The draft is gone.");
}

}  // namespace

void writing_routes(web::Routes& site, const Mailing& mailing) {
    using web::signed_in;
    const web::RouteOptions writing{.rate = {30}};
    const std::string all = "/networks/{network}/notices";
    const std::string one = all + "/{notice}";
    site.get(all + "/new", signed_in, show_new);
    site.post(all, signed_in, keep, writing);
    site.get(one + "/edit", signed_in, show_edit);
    site.get(one + "/preview", signed_in,
             [mailing](web::Call& call) { return show_preview(call, mailing); });
    site.post(
        one + "/dispatch", signed_in, [mailing](web::Call& call) { return send(call, mailing); },
        writing);
    site.post(one + "/removal", signed_in, discard, writing);
    site.post(one, signed_in, change, writing);
}

}  // namespace notices
