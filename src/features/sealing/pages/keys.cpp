#include "features/sealing/pages.h"

#include "features/sealing/policy.h"
#include "platform/base/text.h"
#include "platform/crypto/phrase.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

#include <algorithm>

namespace sealing {

namespace h = html;

namespace {

using FieldKind = web::FieldFace::Kind;

const web::FieldFace phrase_face{.name = "phrase",
                                 .label = "Phrase",
                                 .kind = FieldKind::hidden,
                                 .characters_max = crypto::phrase_characters_max};
const web::FieldFace typed_face{.name = "typed",
                                .label = "The phrase, from your paper",
                                .hint = "All twelve words, in their order.",
                                .characters_max = crypto::phrase_characters_max,
                                .autocomplete = "off"};

const web::Form<KeyDraft> key_form({{phrase_face, &KeyDraft::phrase},
                                    {typed_face, &KeyDraft::typed}});

const web::Form<RetirementDraft> retirement_form({
    {{.name = "why",
      .label = "What happened to it",
      .hint = "Other officers read this: the paper is lost, the office ended.",
      .required = "Say what happened to it",
      .characters_max = reason_characters_max},
     &RetirementDraft::why},
});

const web::Form<RecoveryDraft> recovery_form({
    {{.name = "way",
      .label = "When keys are lost",
      .kind = FieldKind::choice,
      .required = "Choose what happens when keys are lost"},
     &RecoveryDraft::way},
    {{.name = "keeper",
      .label = "Who keeps the paper, and where",
      .hint = "Only for a deposited key. Nobody who holds a key: the company secretary, in the "
              "safe.",
      .characters_max = keeper_characters_max},
     &RecoveryDraft::keeper},
    {phrase_face, &RecoveryDraft::phrase},
    {typed_face, &RecoveryDraft::typed},
});

// The same phrase on a page drawn again as before; a fresh one each time else.
std::string phrase_on(const web::Call& call) {
    const auto again = call.typed("phrase", {});
    return crypto::secret_of(again) ? again : crypto::random_phrase();
}

// ---- the officers' page ----

std::string key_words(const Key& key) {
    if (key.is_deposit) return "The deposited key";
    return key.holder_name.empty() ? "A former member’s key" : key.holder_name;
}

h::Html key_row(const web::Call& call, const Key& key) {
    const bool may_go = !may_retire(call.actor(), key, {.why = "lost"});
    const std::string state = key.retired        ? "Retired: " + key.retired_why
                              : key.is_in_office ? "Present"
                                                 : "Their office ended: nobody acts with it";
    return h::li(
        h::span(h::cls("tile"), web::icon("i-lock")),
        h::div(h::h3(key_words(key)),
               h::p(h::cls("meta"), state, web::separator(), "made ", day_of(call, key.made))),
        h::when(may_go, [&] {
            return h::div(h::cls("act"),
                          h::a(h::cls("btn small second"), h::href(path_to(key.id) + "/retirement"),
                               "Retire", h::span(h::cls("vh"), " the key of " + key_words(key))));
        }));
}

h::Html recovery_words(const std::optional<Recovery>& recovery) {
    if (!recovery) {
        return h::p("Not decided. Until it is, nobody can speak unattributed.");
    }
    return h::all(h::when(recovery->way == Way::nothing,
                          [] {
                              return h::p(
                                  "Names whose keys are lost stay sealed for ever. Nobody "
                                  "opens them.");
                          }),
                  h::when(recovery->way == Way::deposit, [&] {
                      return h::p("A key is deposited: ", recovery->keeper,
                                  ". An officer may use it in place of a lost one; still two "
                                  "different officers act.");
                  }));
}

h::Html reach_words(const Reach& reach) {
    if (reach.names == 0) return h::p("No name is sealed yet.");
    return h::p(base::counted(reach.names, "name is sealed", "names are sealed"),
                "; two present keys can open ",
                reach.openable == reach.names ? std::string("all of them")
                                              : base::grouped(reach.openable) + " of them",
                ".");
}

http::Response show_keys(web::Call& call) {
    const auto keys = call.open<Keys>();
    const auto all = keys.all();
    const auto recovery = keys.recovery();
    const auto offered = may_be_sealed(all, recovery);
    web::Page page;
    page.name = "sealing";
    page.title = "Sealed names";
    page.current = keys_path;
    page.content = h::all(
        h::h1(page.title),
        h::p(h::cls("lede"),
             "Who speaks unattributed is sealed to the keys of officers. Two of them open a name "
             "together, with a stated ground; its author is told. ",
             h::a(h::href("/rule/openings"), "How often that was, for everybody to see"), "."),
        h::div(h::cls(offered ? "notice warn mt4" : "notice mt4"), web::icon("i-lock"),
               h::div(h::p(offered ? offered->sentence : "Members can speak unattributed."))),
        part_of_page(
            "officers-keys", "Keys",
            h::all(h::p("Three officers with keys are better than two: then one can be lost."),
                   h::when(!all.empty(),
                           [&] {
                               return h::ul(h::cls("rows mt3"), h::each(all, [&](const Key& key) {
                                                return key_row(call, key);
                                            }));
                           }),
                   reach_words(keys.reach()),
                   h::when(!may_hold_key(call.actor(), all),
                           [] {
                               return h::p(
                                   h::cls("mt3"),
                                   h::a(h::cls("btn"), h::href("/sealing/key"), "Make your key"));
                           }))),
        part_of_page(
            "recovery", "When keys are lost",
            h::all(recovery_words(recovery),
                   h::p(h::cls("mt3"), h::a(h::cls("btn second"), h::href("/sealing/recovery"),
                                            recovery ? "Decide anew" : "Decide this")))),
        part_of_page("openings", "Openings", opening_rows(call, call.open<Openings>().all())));
    return call.page(std::move(page));
}

// ---- a key ----

http::Response show_key(web::Call& call) {
    const auto all = call.open<Keys>().all();
    const auto refusal = may_hold_key(call.actor(), all);
    const auto phrase = phrase_on(call);
    web::Page page;
    page.name = "sealing-key";
    page.title = "Your key to sealed names";
    page.current = keys_path;
    page.content = h::all(web::crumbs({{"Sealed names", std::string(keys_path)}}),
                          h::h1(page.title), web::error_summary(call));
    if (refusal && call.refused().empty()) {
        page.content.add(h::p(h::cls("mt4"), refusal->sentence));
        return call.page(std::move(page));
    }
    page.content.add(h::all(
        h::p(h::cls("lede"),
             "These twelve words are your key. Write them on paper and keep it where nobody else "
             "reads it. We keep only what closes; these words open, and are kept nowhere here."),
        phrase_panel(phrase),
        h::form(h::cls("form mt4"), h::attr("method", "post"), h::action("/sealing/key"),
                h::flag("novalidate"), call.token_field(),
                key_form.draw(call, "phrase", {.phrase = phrase, .typed = {}}),
                key_form.draw(call, "typed", {}),
                h::p(web::submit_button("Make this my key", "Making it…")))));
    return call.page(std::move(page));
}

http::Response make_key(web::Call& call) {
    const auto made = key_form.submit(
        call, [&](const KeyDraft& draft) { return call.open<Keys>().make(draft); });
    if (!made) return call.again(show_key, made.error());
    return call.redirect(keys_path, "Your key is made. The phrase stands on your paper alone.");
}

http::Response show_retirement(web::Call& call) {
    const auto key = call.open<Keys>().one(call.id<KeyId>("sealing_key"));
    web::Page page;
    page.name = "sealing-retirement";
    page.title = "Retire a key";
    page.current = keys_path;
    page.content = h::all(
        web::crumbs({{"Sealed names", std::string(keys_path)}}), h::h1(page.title),
        web::error_summary(call),
        h::p(h::cls("lede"), key_words(key),
             ". New names are not sealed to it any more, and nobody acts with it. What was sealed "
             "to it is opened by others it was sealed to as well."),
        h::form(h::cls("form mt4"), h::attr("method", "post"),
                h::action(path_to(key.id) + "/retirement"), h::flag("novalidate"),
                call.form_fields(), retirement_form.draw_all(call, {}),
                h::p(web::submit_button("Retire this key", "Retiring…"))));
    return call.page(std::move(page));
}

http::Response retire_key(web::Call& call) {
    auto keys = call.open<Keys>();
    const auto key = keys.one(call.id<KeyId>("sealing_key"));
    const auto done = retirement_form.submit(
        call, [&](const RetirementDraft& draft) { return keys.retire(key, draft); });
    if (!done) return call.again(show_retirement, done.error());
    return call.redirect(keys_path, "The key is retired.");
}

// ---- what was decided beforehand ----

http::Response show_recovery(web::Call& call) {
    const auto recovery = call.open<Keys>().recovery();
    const auto phrase = phrase_on(call);
    const std::vector<web::Choice> ways = {
        {"", "Choose"},
        {"nothing", "Nothing: names whose keys are lost stay sealed for ever"},
        {"deposit", "A deposited key, on paper with a keeper outside the officers"}};
    web::Page page;
    page.name = "sealing-recovery";
    page.title = "When keys are lost";
    page.current = keys_path;
    page.content = h::all(
        web::crumbs({{"Sealed names", std::string(keys_path)}}), h::h1(page.title),
        web::error_summary(call),
        h::p(h::cls("lede"),
             "Decided before there is anything to lose, and recorded. It holds for "
             "names that are sealed from now on."),
        recovery_words(recovery),
        h::form(h::cls("form mt4"), h::attr("method", "post"), h::action("/sealing/recovery"),
                h::flag("novalidate"), call.token_field(),
                recovery_form.draw(call, "way", {}, ways), recovery_form.draw(call, "keeper", {}),
                h::div(h::cls("field"), h::p(h::cls("label"), "The phrase of a deposited key"),
                       h::p(h::cls("hint"),
                            "Only for a deposited key. Write it on paper and hand "
                            "the paper to its keeper. You have seen it, so it never serves "
                            "together with a key of yours, and you cannot use it: best an "
                            "officer makes it who has no key."),
                       phrase_panel(phrase)),
                recovery_form.draw(call, "phrase", {.phrase = phrase}),
                recovery_form.draw(call, "typed", {}),
                h::p(web::submit_button("Decide this", "Recording…"))));
    return call.page(std::move(page));
}

http::Response decide_recovery(web::Call& call) {
    const auto done = recovery_form.submit(
        call, [&](const RecoveryDraft& draft) { return call.open<Keys>().decide(draft); });
    if (!done) return call.again(show_recovery, done.error());
    return call.redirect(keys_path, "What happens when keys are lost is decided.");
}

}  // namespace

h::Html phrase_panel(std::string_view phrase) {
    return h::p(h::cls("panel pad mt3 phrase"), h::attr("translate", "no"), phrase);
}

void key_routes(web::Routes& site) {
    const auto officers = web::needs(open_sealed_names);
    const web::RouteOptions guessing{.rate = {20}};
    site.get("/sealing", officers, show_keys);
    site.get("/sealing/key", officers, show_key);
    site.post("/sealing/key", officers, make_key, guessing);
    site.get("/sealing/recovery", officers, show_recovery);
    site.post("/sealing/recovery", officers, decide_recovery, guessing);
    site.get("/sealing/keys/{sealing_key}/retirement", officers, show_retirement);
    site.post("/sealing/keys/{sealing_key}/retirement", officers, retire_key);
}

}  // namespace sealing
