#pragma once
// Who is asking: a visitor, a person who signed in, or a worker of the program. An actor carries
// all that access depends on; there is no other way to ask who may do what.

#include "platform/base/id.h"
#include "platform/base/time.h"
#include "platform/identity/permission.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace identity {

using PersonId = base::Id<struct PersonTag>;
using AudienceId = base::Id<struct AudienceTag>;
using SessionId = base::Id<struct SessionTag>;

// How sure a sign-in is of who asks: by one factor (a mailed link, a password), or by two (a
// passkey with its user verified, a password and a code). NIST SP 800-63B calls them AAL1 and AAL2.
enum class Assurance : std::int64_t { one_factor = 1, two_factors = 2 };

// A role held everywhere, or for one audience only.
struct RoleHeld {
    std::string role;
    AudienceId audience;  // 0: everywhere
};

struct Rights {
    struct Right {
        Permission permission;
        AudienceId audience;  // 0: everywhere
    };
    std::vector<Right> held;

    static Rights of(const std::vector<RoleHeld>& roles, const std::vector<Grant>& grants);
};

class Actor {
public:
    enum class Kind { visitor, person, worker };

    struct Person {
        PersonId id;
        std::string name;
        std::string handle;
        Assurance assurance = Assurance::one_factor;
        bool is_office_closed = false;  // has roles, and signed in with one factor: none of them is
        std::vector<RoleHeld> roles;    // here, nor a right
        std::vector<std::int64_t> audiences;  // those open to them; ascending, as the next two
        std::vector<std::int64_t> asked;      // closed until they have met what is asked
        std::vector<std::int64_t> suspended;  // closed until a day
        std::optional<base::Day> asked_from;  // the first day on which more will be asked
        Rights rights;
        std::string theme;  // "", "light" or "dark"
        base::Instant joined;
    };

    static Actor visitor() { return Actor(Kind::visitor, {}); }
    static Actor worker(std::string name);
    static Actor person(Person person) { return Actor(Kind::person, std::move(person)); }

    Kind kind() const { return kind_; }
    bool is_person() const { return kind_ == Kind::person; }
    PersonId id() const { return person_.id; }
    const std::string& name() const { return person_.name; }
    const std::string& handle() const { return person_.handle; }
    const std::string& theme() const { return person_.theme; }
    base::Instant joined() const { return person_.joined; }
    const std::vector<RoleHeld>& roles() const { return person_.roles; }
    Assurance assurance() const { return person_.assurance; }
    bool is_office_closed() const { return person_.is_office_closed; }

    // The ids of the audiences that are open to this actor: what every `visible` condition asks
    // for. One of which they are a member may be closed to them: what it guards is not there.
    const std::vector<std::int64_t>& audiences() const { return person_.audiences; }
    bool belongs_to(AudienceId audience) const;
    bool is_member_of(AudienceId audience) const;  // whether it is open to them or not
    const std::vector<std::int64_t>& asked() const { return person_.asked; }
    bool is_asked(AudienceId audience) const;
    std::optional<base::Day> asked_from() const { return person_.asked_from; }

    bool may(Permission permission) const;                       // everywhere
    bool may(Permission permission, AudienceId audience) const;  // there, or everywhere

private:
    Actor(Kind kind, Person person) : kind_(kind), person_(std::move(person)) {}
    Kind kind_;
    Person person_;
};

}  // namespace identity
