#pragma once
// What the demo has grown so far, and the cases of the Rule that it plants in it.

#include "demo/community.h"
#include "features/networks/networks.h"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

using identity::Actor;
using identity::AudienceId;
using identity::PersonId;

struct Grown {
    const demo::Community& community;
    base::Instant now;
    std::vector<std::string> organisations;  // their codes
    std::vector<PersonId> persons;
    std::vector<std::vector<std::int64_t>> audiences;  // of each person, ascending
    std::vector<networks::Network> networks;
    std::vector<AudienceId> network_audiences;
    std::vector<std::vector<networks::Area>> areas;  // of each network

    base::Instant ago(std::int64_t seconds) const { return now - base::seconds(seconds); }

    Actor actor(std::size_t person) const {
        Actor::Person held;
        held.id = persons[person];
        held.name = community.people[person].name;
        held.handle = community.people[person].handle;
        held.audiences = audiences[person];
        held.joined = ago(community.people[person].joined_ago_s);
        return Actor::person(std::move(held));
    }
};

// One case of a breach that was closed and one that waits, both of the first network.
void plant_cases(sql::Tx& tx, const Grown& grown);

}  // namespace app
