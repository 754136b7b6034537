#include "platform/web/form.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"

#include <algorithm>

namespace web {

namespace h = html;

namespace {

const base::Refusal* refusal_of(const Call& call, std::string_view field) {
    for (const base::Refusal& refusal : call.refused()) {
        if (refusal.field == field) return &refusal;
    }
    return nullptr;
}

std::string_view input_type(FieldFace::Kind kind) {
    switch (kind) {
        case FieldFace::Kind::email: return "email";
        case FieldFace::Kind::password: return "password";
        case FieldFace::Kind::hidden: return "hidden";
        default: return "text";
    }
}

h::Html options(std::string_view value, const std::vector<Choice>& choices) {
    return h::each(choices, [&](const Choice& choice) {
        return h::option(h::attr("value", choice.value),
                         h::flag("selected", choice.value == value), choice.label);
    });
}

h::Html control(const FieldFace& face, std::string_view value, bool is_refused,
                std::string_view described_by, const std::vector<Choice>& choices) {
    const std::string limit = std::to_string(face.characters_max * 2);  // we count, not the browser
    const bool invalid = is_refused;
    if (face.kind == FieldFace::Kind::text) {
        return h::textarea(h::cls("area"), h::id(face.name), h::attr("name", face.name),
                           h::attr("rows", "8"),
                           h::attr_if(!described_by.empty(), "aria-describedby", described_by),
                           h::attr_if(invalid, "aria-invalid", "true"), "\n", value);
    }
    if (face.kind == FieldFace::Kind::choice) {
        return h::select(h::cls("select"), h::id(face.name), h::attr("name", face.name),
                         h::attr_if(!described_by.empty(), "aria-describedby", described_by),
                         h::attr_if(invalid, "aria-invalid", "true"), options(value, choices));
    }
    const bool secret = face.kind == FieldFace::Kind::password;
    return h::input(h::cls("input"), h::id(face.name), h::attr("name", face.name),
                    h::attr("type", input_type(face.kind)), h::attr("maxlength", limit),
                    h::attr_if(!face.autocomplete.empty(), "autocomplete", face.autocomplete),
                    h::attr_if(!described_by.empty(), "aria-describedby", described_by),
                    h::attr_if(invalid, "aria-invalid", "true"),
                    h::attr_if(!secret, "value", value));
}

}  // namespace

h::Html error_summary(const Call& call) {
    if (call.refused().empty()) return {};
    return h::div(h::cls("error-sum"), h::attr("role", "alert"), h::attr("tabindex", "-1"),
                  h::flag("autofocus"), h::h2("There is a problem"),
                  h::ul(h::each(call.refused(), [](const base::Refusal& refusal) {
                      if (refusal.field.empty()) return h::li(refusal.sentence);
                      return h::li(h::a(h::href("#" + refusal.field), refusal.sentence));
                  })));
}

FieldNotes field_notes(const Call& call, const FieldFace& face) {
    FieldNotes notes;
    const base::Refusal* refusal = refusal_of(call, face.name);
    const std::string hint_id = face.name + "-hint";
    const std::string error_id = face.name + "-error";
    if (!face.hint.empty()) {
        notes.html.add(h::p(h::cls("hint"), h::id(hint_id), face.hint));
        notes.described_by = hint_id;
    }
    if (refusal == nullptr) return notes;
    notes.is_refused = true;
    notes.described_by += (notes.described_by.empty() ? "" : " ") + error_id;
    notes.html.add(h::p(h::cls("err"), h::id(error_id), icon("i-x", "i s"),
                        h::span(hidden_text("Error: "), refusal->sentence)));
    return notes;
}

h::Html field(const Call& call, const FieldFace& face, std::string_view value,
              const std::vector<Choice>& choices) {
    if (face.kind == FieldFace::Kind::hidden) {
        return h::input(h::attr("type", "hidden"), h::attr("name", face.name),
                        h::attr("value", value));
    }
    const FieldNotes notes = field_notes(call, face);
    const bool is_optional = face.required.empty() && face.kind != FieldFace::Kind::choice;
    return h::div(h::cls(notes.is_refused ? "field bad" : "field"),
                  h::label(h::cls("label"), h::attr("for", face.name), face.label,
                           h::when(is_optional,
                                   [] { return h::span(h::cls("opt"), " (optional)"); })),
                  notes.html,
                  control(face, value, notes.is_refused, notes.described_by, choices));
}

std::string clean_field(const FieldFace& face, std::string_view sent) {
    if (face.kind == FieldFace::Kind::password) return std::string(sent);
    if (face.kind == FieldFace::Kind::text) {
        std::string text;
        for (const char c : base::trim(sent)) {
            if (c != '\r') text += c;  // browsers send CRLF
        }
        return text;
    }
    // Of an address nothing is taken out within: it would become another one.
    if (face.kind == FieldFace::Kind::email) return base::trim(sent);
    return base::one_line(sent);
}

base::Verdict check_field(const FieldFace& face, std::string_view value) {
    if (value.empty()) {
        if (face.required.empty()) return base::allowed;
        return base::Refusal{face.required, face.name};
    }
    // A character may be put together of any number of code points, which is what databases count
    // and limit. Two for each are enough for every script; flags and families count for more.
    const std::size_t length =
        std::max(base::length(value), (base::code_points(value) + 1) / 2);
    if (length <= face.characters_max) return base::allowed;
    return base::Refusal{face.label + " can be " + base::grouped(long(face.characters_max)) +
                             " characters long; this has " + base::grouped(long(length)) +
                             ". Shorten it and send again.",
                         face.name};
}

h::Html submit_button(std::string_view label, std::string_view busy) {
    return h::button(h::cls("btn"), h::attr("type", "submit"), h::attr("data-busy", busy), label);
}

h::Html enter_button(std::string_view label) {
    return h::button(h::cls("vh"), h::attr("type", "submit"), h::attr("tabindex", "-1"),
                     h::attr("aria-hidden", "true"), label);
}

}  // namespace web
