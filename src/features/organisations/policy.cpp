#include "features/organisations/policy.h"

#include "platform/base/csv.h"
#include "platform/base/text.h"

#include <algorithm>

namespace organisations {

base::Verdict may_keep(const identity::Actor& actor) {
    const bool is_worker = actor.kind() == identity::Actor::Kind::worker;  // the command line
    if (is_worker || actor.may(keep_organisations)) return base::allowed;
    return base::Refusal{"Only those who keep the directory may do this."};
}

namespace {

base::Verdict may_be_text(std::string_view text, const char* field) {
    if (!base::is_formula(text)) return base::allowed;
    return base::Refusal{base::formula_trouble("A field", text), field};
}

}  // namespace

base::Verdict may_add(const identity::Actor& actor, const HandDraft& draft) {
    if (auto refusal = may_keep(actor)) return refusal;
    const auto name = base::one_line(draft.name);
    if (name.empty()) return base::Refusal{"Enter the name of the organisation", "name"};
    if (base::length(name) > name_characters_max ||
        base::code_points(name) > name_code_points_max) {
        return base::Refusal{"A name can be 200 characters long. Shorten it.", "name"};
    }
    if (auto refusal = may_be_text(name, "name")) return refusal;
    if (auto refusal = may_be_text(base::one_line(draft.town), "town")) return refusal;
    const auto kind = kind_of(draft.kind);
    if (!kind || std::ranges::find(kinds_by_hand, *kind) == std::end(kinds_by_hand)) {
        return base::Refusal{"Choose what kind of organisation it is", "kind"};
    }
    const bool is_abroad = *kind == Kind::abroad;
    if (is_abroad && !draft.nation.empty()) {
        return base::Refusal{"Leave the nation empty for an organisation abroad", "nation"};
    }
    if (!is_abroad && !is_nation(draft.nation)) {
        return base::Refusal{"Choose the nation it is in", "nation"};
    }
    return base::allowed;
}

base::Verdict may_succeed(const identity::Actor& actor, const Organisation& organisation,
                          const Organisation& successor) {
    if (auto refusal = may_keep(actor)) return refusal;
    if (organisation.id == successor.id) {
        return base::Refusal{"An organisation cannot succeed itself", "successor"};
    }
    // Who was verified at one counts as verified at the other.
    if (organisation.kind != successor.kind) {
        return base::Refusal{"Only an organisation of the same kind can take over its positions",
                             "successor"};
    }
    return base::allowed;
}

}  // namespace organisations
