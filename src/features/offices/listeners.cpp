#include "features/offices/listeners.h"

#include "features/offices/offices.h"

namespace offices {

namespace {

void follow_roll(const record::Floor& floor, const record::StoredFact& fact) {
    const bool is_of_roll = fact.kind == "membership.member_ended" ||
                            fact.kind == "membership.member_set";
    const NetworkId network{fact.details.integer("network")};
    if (is_of_roll && network) settle(floor, PersonId{fact.details.integer("person")}, network);
}

}  // namespace

std::vector<record::Listener> listeners(const Mailing& mailing) {
    return {{"offices.roll", &follow_roll},
            {"offices.mail", [mailing](const record::Floor& floor, const record::StoredFact& fact) {
                 tell_holder(floor, fact, mailing);
             }}};
}

}  // namespace offices
