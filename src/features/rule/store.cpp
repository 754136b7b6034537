#include "features/rule/store.h"

namespace rule::store {

namespace {

using sql::Query;

const Query<State(networks::AreaId)> state_by_area{
    "state_by_area", "SELECT state FROM area_rules WHERE area_id = $1"};
const Query<sql::Nothing(networks::AreaId, State)> state_kept{"state_kept", R"(
    INSERT INTO area_rules (area_id, state)
    VALUES ($1, $2)
        ON CONFLICT (area_id) DO UPDATE SET state = excluded.state)"};

}  // namespace

std::optional<State> find_state(sql::Tx& tx, networks::AreaId area) {
    return tx.find(state_by_area, area);
}

void keep_state(sql::Tx& tx, networks::AreaId area, State state) {
    tx.run(state_kept, area, state);
}

}  // namespace rule::store
