#include "features/organisations/organisations.h"

#include "features/organisations/facts.h"
#include "features/organisations/policy.h"
#include "features/organisations/store.h"
#include "platform/base/text.h"

#include <algorithm>
#include <array>

namespace organisations {

namespace {

struct KindWords {
    Kind kind;
    std::string_view code, words;
};
constexpr std::array kind_words = {
    KindWords{Kind::trust, "trust", "NHS trust"},
    KindWords{Kind::nhs_body, "nhs-body", "Other NHS body"},
    KindWords{Kind::private_provider, "private-provider", "Private provider"},
    KindWords{Kind::charity, "charity", "Charity"},
    KindWords{Kind::university, "university", "University"},
    KindWords{Kind::supplier, "supplier", "Supplier"},
    KindWords{Kind::abroad, "abroad", "Abroad"},
};

constexpr int successions_max = 50;  // in a row, when one is followed to its end

}  // namespace

std::string_view code_of(Kind kind) {
    return std::ranges::find(kind_words, kind, &KindWords::kind)->code;
}

std::string_view words_of(Kind kind) {
    return std::ranges::find(kind_words, kind, &KindWords::kind)->words;
}

std::optional<Kind> kind_of(std::string_view code) {
    const auto found = std::ranges::find(kind_words, code, &KindWords::code);
    return found == kind_words.end() ? std::nullopt : std::optional(found->kind);
}

std::string_view code_of(Change::Kind kind) {
    static constexpr std::array<std::string_view, 9> codes = {"added",   "returned", "renamed",
                                                              "recoded", "moved",    "closed",
                                                              "absent",  "rejected", "redated"};
    return codes.at(static_cast<std::size_t>(kind) - 1);
}

bool Organisation::is_open(base::Day day) const {
    return is_listed && (!opened || *opened <= day) && (!closed || *closed >= day);
}

OrganisationId Successions::at(OrganisationId organisation, base::Day day) const {
    for (int steps = 0; steps < successions_max; ++steps) {
        const auto step = std::ranges::lower_bound(steps_, organisation.value, {},
                                                   [](const Step& one) { return one.from.value; });
        if (step == steps_.end() || step->from != organisation || step->on > day) break;
        organisation = step->to;
    }
    return organisation;
}

bool Successions::begin(base::Day first, base::Day last) const {
    return std::ranges::any_of(
        steps_, [&](const Step& step) { return first <= step.on && step.on <= last; });
}

std::string path_to(OrganisationId id) {
    return "/organisations/" + std::to_string(id.value);
}

base::Day latest_today(base::Instant now) {
    return std::chrono::floor<base::days>(now + base::hours(14));
}

// ---- reads ----

Organisation Organisations::organisation(OrganisationId id) const {
    auto found = store::find(floor_.tx, id);
    if (!found) throw base::NotFound();
    return *std::move(found);
}

Organisation Organisations::organisation(std::string_view code) const {
    auto found = find(code);
    if (!found) throw base::NotFound();
    return *std::move(found);
}

std::optional<Organisation> Organisations::find(std::string_view code) const {
    return store::find(floor_.tx, code);
}

std::vector<Organisation> Organisations::some(const std::vector<std::int64_t>& ids) const {
    auto found = store::some(floor_.tx, ids);
    std::ranges::sort(found, {}, [&](const Organisation& one) {
        return std::ranges::find(ids, one.id.value) - ids.begin();
    });
    return found;
}

std::vector<Organisation> Organisations::after(std::string_view code, int count) const {
    return store::after(floor_.tx, code, count);
}

std::vector<State> Organisations::history(const Organisation& organisation) const {
    return store::states(floor_.tx, organisation.id);
}

std::vector<Organisation> Organisations::predecessors(const Organisation& organisation) const {
    return store::predecessors(floor_.tx, organisation.id);
}

std::vector<Organisation> Organisations::without_successor(base::Day today) const {
    return store::without_successor(floor_.tx, today);
}

std::vector<TrustThen> Organisations::open_trusts(base::Day day) const {
    return store::open_trusts(floor_.tx, day);
}

Successions Organisations::successions() const {
    return Successions(store::successions(floor_.tx));
}

std::vector<Import> Organisations::imports() const {
    return store::imports(floor_.tx);
}

ImportReport Organisations::import(ImportId id) const {
    auto found = store::find_import(floor_.tx, id);
    if (!found) throw base::NotFound();
    return {*std::move(found), store::changes(floor_.tx, id)};
}

std::int64_t Organisations::version() const {
    return store::version(floor_.tx);
}

// ---- verbs; import_trusts stands in import.cpp ----

base::Result<OrganisationId> Organisations::add(const HandDraft& draft) {
    if (auto refusal = may_add(floor_.actor, draft)) return std::unexpected(*refusal);
    Organisation added;
    added.kind = kind_of(draft.kind).value();
    added.name = base::one_line(draft.name);
    added.town = base::one_line(draft.town);
    added.nation = draft.nation;
    added.code = "-";  // only until its number is known, in this transaction
    added.id = store::add(floor_.tx, added);
    store::set_code(floor_.tx, added.id, "-" + std::to_string(added.id.value));
    store::put_state(floor_.tx, added, std::chrono::floor<base::days>(floor_.now));
    store::move_version(floor_.tx);
    floor_.record().add(OrganisationAdded{added.id});
    return added.id;
}

base::Result<OrganisationId> Organisations::succeed(const Organisation& organisation,
                                                    const SuccessionDraft& draft) {
    if (auto refusal = may_keep(floor_.actor)) return std::unexpected(*refusal);
    const auto successor = store::find(floor_.tx, draft.successor);
    if (!successor) return base::refuse("Choose the organisation that follows it", "successor");
    if (auto refusal = may_succeed(floor_.actor, organisation, *successor)) {
        return std::unexpected(*refusal);
    }
    const auto on = base::parse_day(draft.on);
    if (!on) return base::refuse("Enter the first day as year, month and day", "on");
    auto next = successor;
    for (int steps = 0; next && next->successor; ++steps) {
        if (next->successor == organisation.id || steps == successions_max) {
            return base::refuse(display_name(successor->name) + " was itself succeeded by " +
                                    display_name(organisation.name) +
                                    ". End that succession first.",
                                "successor");
        }
        next = store::find(floor_.tx, next->successor);
    }
    store::set_successor(floor_.tx, organisation.id, successor->id, *on);
    store::move_version(floor_.tx);
    floor_.record().add(OrganisationSucceeded{organisation.id, successor->id});
    return successor->id;
}

base::Result<OrganisationId> Organisations::end_succession(const Organisation& organisation) {
    if (auto refusal = may_keep(floor_.actor)) return std::unexpected(*refusal);
    store::drop_successor(floor_.tx, organisation.id);
    store::move_version(floor_.tx);
    floor_.record().add(OrganisationSucceeded{organisation.id, {}});
    return organisation.id;
}

}  // namespace organisations
