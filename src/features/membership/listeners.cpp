#include "features/membership/listeners.h"

#include "features/membership/store.h"

namespace membership {

namespace {

// By what stands there now, so that a fact heard twice does nothing the second time.
void follow(const record::Floor& floor, const record::StoredFact& fact) {
    if (fact.kind != organisations::succeeded_fact) return;
    const OrganisationId id{fact.subject};
    const auto organisation = organisations::Organisations(floor).organisation(id);
    store::move_back(floor.tx, id);
    if (!organisation.successor) return;
    store::move_on(floor.tx, id, organisation.successor, *organisation.succeeded);
}

}  // namespace

std::vector<record::Listener> listeners() {
    return {{"membership.successions", follow}};
}

}  // namespace membership
