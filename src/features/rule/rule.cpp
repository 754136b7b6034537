#include "features/rule/rule.h"

#include "features/rule/facts.h"
#include "features/rule/store.h"

namespace rule {

State Rule::state_of(networks::AreaId area) const {
    return store::find_state(floor_.tx, area).value_or(State::chatham_house);
}

void Rule::set(networks::AreaId area, State state) {
    store::keep_state(floor_.tx, area, state);
    floor_.record().add(RuleSet{area, state});
}

}  // namespace rule
