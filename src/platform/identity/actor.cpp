#include "platform/identity/actor.h"

#include <algorithm>

namespace identity {

Rights Rights::of(const std::vector<RoleHeld>& roles, const std::vector<Grant>& grants) {
    Rights rights;
    for (const Grant& grant : grants) {
        for (const RoleHeld& held : roles) {
            if (std::ranges::find(grant.roles, held.role) == grant.roles.end()) continue;
            rights.held.push_back({grant.permission, held.audience});
        }
    }
    return rights;
}

Actor Actor::worker(std::string name) {
    Person person;
    person.name = std::move(name);
    return Actor(Kind::worker, std::move(person));
}

bool Actor::belongs_to(AudienceId audience) const {
    return std::ranges::binary_search(person_.audiences, audience.value);
}

bool Actor::is_member_of(AudienceId audience) const {
    return belongs_to(audience) || is_asked(audience) ||
           std::ranges::binary_search(person_.suspended, audience.value);
}

bool Actor::is_asked(AudienceId audience) const {
    return std::ranges::binary_search(person_.asked, audience.value);
}

bool Actor::may(Permission permission) const {
    return std::ranges::any_of(person_.rights.held, [&](const Rights::Right& right) {
        return right.permission == permission && !right.audience;
    });
}

bool Actor::may(Permission permission, AudienceId audience) const {
    return std::ranges::any_of(person_.rights.held, [&](const Rights::Right& right) {
        return right.permission == permission && (!right.audience || right.audience == audience);
    });
}

}  // namespace identity
