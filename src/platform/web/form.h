#pragma once
// A form declared once: its fields serve reading, checking, drawing and drawing again with what was
// typed. Drafts are structs of strings; what they mean is the verb's business.

#include "platform/base/result.h"
#include "platform/html/html.h"
#include "platform/web/call.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace web {

struct Choice {
    std::string value;
    std::string label;
};

struct FieldFace {
    enum class Kind { line, email, password, text, choice, hidden };
    std::string name;
    std::string label;
    Kind kind = Kind::line;
    std::string hint = {};
    std::string required = {};  // the sentence where nothing was entered; empty: optional
    std::size_t characters_max = 200;
    std::string autocomplete = {};
};

// The parts that forms share; each ties label, hint and error to its control.
html::Html error_summary(const Call& call);  // nothing where nothing was refused
html::Html field(const Call& call, const FieldFace& face, std::string_view value,
                 const std::vector<Choice>& choices = {});

// Hint and error of a field, for those who draw the control themselves.
struct FieldNotes {
    html::Html html;
    std::string described_by;  // ids, for aria-describedby
    bool is_refused = false;
};
FieldNotes field_notes(const Call& call, const FieldFace& face);
base::Verdict check_field(const FieldFace& face, std::string_view value);
html::Html submit_button(std::string_view label, std::string_view busy);
// Enter in a field presses the first button of its form. Where that one takes a step aside, this
// stands before it: the submit button once more, for the Enter key alone.
html::Html enter_button(std::string_view label);

template <class Draft>
class Form {
public:
    struct Field {
        FieldFace face;
        std::string Draft::*value;
    };

    explicit Form(std::vector<Field> fields) : fields_(std::move(fields)) {}

    // What was sent, checked field by field; one refusal a field.
    std::expected<Draft, Refused> read(const http::Fields& sent) const {
        Draft draft;
        Refused refused;
        for (const Field& field : fields_) {
            draft.*field.value = clean(field.face, sent.get(field.face.name));
            if (auto refusal = check_field(field.face, draft.*field.value)) {
                refused.push_back(*std::move(refusal));
            }
        }
        if (!refused.empty()) return std::unexpected(std::move(refused));
        return draft;
    }

    // Reads, and carries out the verb if all is well.
    template <class Verb>
    auto submit(Call& call, Verb&& verb) const
        -> std::expected<typename std::invoke_result_t<Verb, const Draft&>::value_type, Refused> {
        auto draft = read(call.form());
        if (!draft) return std::unexpected(std::move(draft.error()));
        auto done = verb(*draft);
        if (!done) return std::unexpected(Refused{std::move(done.error())});
        return *std::move(done);
    }

    html::Html draw(const Call& call, std::string_view name, const Draft& draft,
                    const std::vector<Choice>& choices = {}) const {
        for (const Field& one : fields_) {
            if (one.face.name != name) continue;
            return field(call, one.face, call.typed(name, draft.*one.value), choices);
        }
        return {};
    }

    html::Html draw_all(const Call& call, const Draft& draft) const {
        return html::each(fields_, [&](const Field& one) {
            return field(call, one.face, call.typed(one.face.name, draft.*one.value));
        });
    }

private:
    static std::string clean(const FieldFace& face, std::string_view sent);
    std::vector<Field> fields_;
};

std::string clean_field(const FieldFace& face, std::string_view sent);

template <class Draft>
std::string Form<Draft>::clean(const FieldFace& face, std::string_view sent) {
    return clean_field(face, sent);
}

}  // namespace web
