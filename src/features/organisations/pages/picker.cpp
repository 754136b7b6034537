#include "features/organisations/pages.h"

#include "features/organisations/feature.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/form.h"

namespace organisations {

namespace h = html;

namespace {

h::Html choice_of(const web::Call& call, const Organisation& one, std::string_view field) {
    const std::string id = "o" + std::to_string(one.id.value);
    const bool is_chosen = call.typed(field, "") == one.code;
    return h::div(
        h::cls("choice"),
        h::input(h::id(id), h::attr("type", "radio"), h::attr("name", field),
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

}  // namespace

Picker picker(const web::Call& call, Directory& directory, const Organisation* except) {
    constexpr std::size_t offered_max = 8;
    Picker picker{
        .words = base::one_line(call.typed("name", std::string(call.query().get("name")))),
        .found = {}};
    if (picker.words.empty()) return picker;
    picker.found = directory.find(call.open<Organisations>(), picker.words, today(call),
                                  offered_max);
    if (except) std::erase_if(picker.found, [&](const auto& one) { return one.id == except->id; });
    return picker;
}

h::Html search_part(const Picker& picker, std::string_view path, std::string_view label) {
    return search_field(path, picker.words, label, "found");
}

h::Html choices_part(const web::Call& call, const Picker& picker, const web::FieldFace& face) {
    const web::FieldNotes notes = web::field_notes(call, face);
    return h::fieldset(
        h::cls(notes.is_refused ? "field bad" : "field"), h::id(face.name),
        h::attr_if(!notes.described_by.empty(), "aria-describedby", notes.described_by),
        h::legend(h::cls("label"), face.label), notes.html,
        h::div(h::cls("choices"), h::id("found"), h::attr("data-said", said(picker)),
               h::input(h::attr("type", "hidden"), h::attr("name", "name"),
                        h::attr("value", picker.words)),
               picker.found.empty() ? h::p(h::cls("hint"), said(picker))
                                    : h::each(picker.found, [&](const Organisation& one) {
                                          return choice_of(call, one, face.name);
                                      })));
}

}  // namespace organisations
