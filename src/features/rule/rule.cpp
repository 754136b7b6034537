#include "features/rule/rule.h"

#include "features/rule/facts.h"
#include "features/rule/policy.h"
#include "features/rule/store.h"

namespace rule {

State Rule::state_of(networks::AreaId area) const {
    return store::find_state(floor_.tx, area).value_or(State::chatham_house);
}

base::Result<State> Rule::set(const networks::Area& area, State state) {
    if (auto refusal = may_set(floor_.actor)) return std::unexpected(*refusal);
    store::keep_state(floor_.tx, area.id, state);
    floor_.record().add(RuleSet{area.id, state});
    return state;
}

}  // namespace rule
