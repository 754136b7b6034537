#include "features/organisations/pages.h"

#include "features/organisations/feature.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"

#include <algorithm>

namespace organisations {

namespace h = html;

namespace {

constexpr std::string_view search_wish = "search";  // what the search's button says

h::Html choice_of(const Picker& picker, const Organisation& one) {
    const std::string id = "o" + std::to_string(one.id.value);
    const bool is_chosen = picker.chosen && picker.chosen->id == one.id;
    return h::div(
        h::cls("choice"),
        h::input(h::id(id), h::attr("type", "radio"), h::attr("name", picker.field),
                 h::attr("value", one.code), h::flag("checked", is_chosen)),
        h::label(h::attr("for", id), display_name(one.name), h::small(" " + place_line(one))));
}

std::string said(const Picker& picker) {
    if (picker.words.empty()) return "First search above.";
    if (!picker.found.empty()) {
        return base::counted(static_cast<long long>(picker.found.size()),
                             "organisation is like that", "organisations are like that");
    }
    return "No organisation is like that. Try a part of the name or the town; if it is not there, "
           "ask those who run this community to add it.";
}

bool is_found(const Picker& picker, const Organisation& one) {
    return std::ranges::find(picker.found, one.id, &Organisation::id) != picker.found.end();
}

h::Html search_part(const Picker& picker, const PickerFace& where) {
    return h::div(h::cls("search large mt4"), h::attr("role", "search"),
                  h::attr("aria-label", where.search), h::attr("data-finds", "found"),
                  h::attr("data-from", where.page), search_inside(picker.words, where.search),
                  h::button(h::cls("btn small"), h::attr("type", "submit"), h::attr("name", "do"),
                            h::attr("value", search_wish),
                            h::formaction(where.action + "#" + picker.field), "Search"));
}

h::Html choices(const Picker& picker) {
    const bool is_apart = picker.chosen && !is_found(picker, *picker.chosen);
    return h::div(h::cls("choices"), h::id("found"), h::attr("data-said", said(picker)),
                  h::input(h::attr("type", "hidden"), h::attr("name", "searched"),
                           h::attr("value", picker.words)),
                  h::when(is_apart, [&] { return choice_of(picker, *picker.chosen); }),
                  h::when(picker.found.empty(), [&] { return h::p(h::cls("hint"), said(picker)); }),
                  h::each(picker.found, [&](const auto& one) { return choice_of(picker, one); }));
}

}  // namespace

Picker picker(const web::Call& call, Directory& directory, std::string_view field,
              const Organisation* except) {
    constexpr std::size_t offered_max = 8;
    const auto organisations = call.open<Organisations>();
    const auto typed = [&](std::string_view name) {
        return base::one_line(call.typed(name, std::string(call.query().get(name))));
    };
    Picker picker{.field = std::string(field), .words = typed("name"), .found = {}, .chosen = {}};
    if (const auto code = typed(field); !code.empty()) picker.chosen = organisations.find(code);
    if (except && picker.chosen && picker.chosen->id == except->id) picker.chosen.reset();
    if (picker.words.empty()) return picker;
    picker.found = directory.find(organisations, picker.words, today(call), offered_max);
    if (except) std::erase_if(picker.found, [&](const auto& one) { return one.id == except->id; });
    return picker;
}

h::Html picker_part(const web::Call& call, const Picker& picker, const PickerFace& where,
                    const web::FieldFace& face) {
    const web::FieldNotes notes = web::field_notes(call, face);
    return h::all(
        search_part(picker, where),
        h::fieldset(h::cls(notes.is_refused ? "field bad" : "field"), h::id(face.name),
                    h::attr_if(!notes.described_by.empty(), "aria-describedby", notes.described_by),
                    h::legend(h::cls("label"), face.label), notes.html, choices(picker)));
}

bool is_search(const web::Call& call) {
    const auto& sent = call.form();
    const auto words = base::one_line(sent.get("name"));
    return sent.get("do") == search_wish || (!words.empty() && words != sent.get("searched"));
}

}  // namespace organisations
