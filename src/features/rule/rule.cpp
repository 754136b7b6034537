#include "features/rule/rule.h"

#include "features/rule/facts.h"
#include "features/rule/policy.h"
#include "features/rule/store.h"
#include "platform/identity/identity.h"
#include "platform/identity/store.h"

#include <algorithm>
#include <stdexcept>

namespace rule {

using base::Result;

namespace {

base::Day today(const record::Floor& floor) {
    return std::chrono::floor<base::days>(floor.now);
}

}  // namespace

State Rule::state_of(networks::AreaId area) const {
    return store::find_state(floor_.tx, area).value_or(State::chatham_house);
}

std::vector<State> Rule::states_of(const std::vector<networks::Area>& areas) const {
    const auto stated = store::states(floor_.tx);
    std::vector<State> states;
    for (const networks::Area& area : areas) {
        const auto found = std::ranges::find(stated, area.id, &store::AreaState::area);
        states.push_back(found == stated.end() ? State::chatham_house : found->state);
    }
    return states;
}

Result<State> Rule::set(const networks::Area& area, State state) {
    if (auto refusal = may_set(floor_.actor)) return std::unexpected(*refusal);
    store::keep_state(floor_.tx, area.id, state);
    floor_.record().add(RuleSet{area.id, state});
    return state;
}

// ---- the text ----

void Texts::require_reader(const Scope& scope) const {
    if (!reads_text(floor_.actor, scope)) throw base::NotFound();
}

Text Texts::present() const {
    return store::last(floor_.tx, {}).value_or(Text{});
}

Text Texts::present(const Scope& scope) const {
    require_reader(scope);
    return store::last(floor_.tx, scope.audience()).value_or(Text{});
}

std::vector<Text> Texts::versions(const Scope& scope) const {
    require_reader(scope);
    return store::versions(floor_.tx, scope.audience());
}

Text Texts::version(const Scope& scope, std::int64_t number) const {
    require_reader(scope);
    auto found = store::find(floor_.tx, scope.audience(), number);
    if (!found) throw base::NotFound();
    return *std::move(found);
}

bool Texts::writes(const Scope& scope) const {
    return writes_text(floor_.actor, scope);
}

std::int64_t Texts::readers(const Scope& scope) const {
    return scope.network ? identity::store::count_members(floor_.tx, scope.audience())
                         : store::count_members(floor_.tx);
}

Result<int> Texts::publish(const Scope& scope, const TextDraft& draft) {
    const AudienceId audience = scope.audience();
    const Publication known{.last = store::last(floor_.tx, audience).value_or(Text{}),
                            .coming = identity::store::terms_of(floor_.tx, audience).coming_day,
                            .today = today(floor_)};
    if (auto refusal = may_publish(floor_.actor, scope, draft, known)) {
        return std::unexpected(*refusal);
    }
    const int version = known.last.version + 1;
    const bool asks = draft.asks == "yes";
    const auto from = base::parse_day(draft.from);
    store::add(floor_.tx, store::NewText{.audience = audience,
                                         .version = version,
                                         .words = draft.words,
                                         .now = floor_.now,
                                         .by = floor_.actor.id(),
                                         .asks = asks,
                                         .from = from});
    if (asks) identity::store::ask(floor_.tx, audience, version, from);
    store::add(floor_.tx, store::NewAcceptance{.person = floor_.actor.id(),
                                               .audience = audience,
                                               .version = version,
                                               .how = "by publishing it",
                                               .now = floor_.now});
    identity::store::meet(floor_.tx, floor_.actor.id(), audience, version);
    floor_.record().add(TextPublished{audience, version, asks});
    return version;
}

// ---- its acceptance ----

std::optional<Accepted> Acceptance::standing(AudienceId audience) const {
    return store::standing(floor_.tx, floor_.actor.id(), audience);
}

// Twice is once.
void Acceptance::keep(AudienceId audience, int version, std::string_view how) {
    const PersonId me = floor_.actor.id();
    const auto known = standing(audience);
    if (known && known->version == version) return;
    store::add(
        floor_.tx,
        store::NewAcceptance{
            .person = me, .audience = audience, .version = version, .how = how, .now = floor_.now});
    identity::store::meet(floor_.tx, me, audience, version);
    floor_.record().add(TextAccepted{me, audience, version});
}

Result<int> Acceptance::accept(const Shown& shown, std::string_view how) {
    const int version = Texts(floor_).present().version;
    if (auto refusal = may_accept(floor_.actor, shown.text, version)) {
        return std::unexpected(*refusal);
    }
    keep({}, version, how);
    return version;
}

Result<int> Acceptance::enter(const Network& network, const Shown& shown) {
    if (!floor_.actor.is_member_of(network.audience)) throw base::NotFound();
    const Texts texts(floor_);
    const int version = texts.present().version;
    const int addition = texts.present({network}).version;
    if (auto refusal = may_accept(floor_.actor, shown.text, version)) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = may_accept(floor_.actor, shown.addition, addition)) {
        return std::unexpected(*refusal);
    }
    keep({}, version, "on entering a network");
    keep(network.audience, addition, "on entering it");
    return version;
}

Result<PersonId> Acceptance::withdraw(const Scope& scope) {
    const PersonId me = floor_.actor.id();
    const AudienceId audience = scope.audience();
    if (auto refusal = may_withdraw(floor_.actor, standing(audience).has_value())) {
        return std::unexpected(*refusal);
    }
    store::withdraw(floor_.tx, me, audience, floor_.now);
    identity::store::unmeet(floor_.tx, me, audience);
    floor_.record().add(AcceptanceWithdrawn{me, audience});
    return me;
}

// ---- joining ----

base::Verdict may_join(const record::Floor& floor, const Shown& shown) {
    const auto joining = identity::Actor::person({});
    return may_accept(joining, shown.text, Texts(floor).present().version);
}

void accept_when_joining(const record::Floor& floor, PersonId person, const Shown& shown) {
    const auto actor = identity::actor_of(floor.tx, person, {}, identity::Assurance::one_factor);
    const auto accepted =
        Acceptance(record::Floor{floor.tx, actor, floor.now}).accept(shown, "when joining");
    if (!accepted) throw std::logic_error(accepted.error().sentence);
}

std::string path_to(const Scope& scope) {
    return scope.network ? "/rule/networks/" + scope.network->slug : std::string("/rule");
}

std::string asking_path(const Network& network) {
    return "/rule/acceptance/" + std::to_string(network.audience.value);
}

}  // namespace rule
