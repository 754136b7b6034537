#pragma once
// What can happen on the roll. Ids, never names: a fact is kept for ever.

#include "features/membership/applications.h"

namespace membership {

struct PositionClaimed {
    static constexpr std::string_view kind = "membership.claimed";
    PositionId position;
    NetworkId network;

    std::int64_t subject() const { return position.value; }
    record::Details details() const { return {{"network", network.value}}; }
};

struct PositionDecided {
    static constexpr std::string_view kind = "membership.decided";
    PositionId position;
    PersonId person;
    bool is_verified = false;

    std::int64_t subject() const { return position.value; }
    record::Details details() const {
        return {{"outcome", std::string(is_verified ? "verified" : "refused")},
                {"person", person.value}};
    }
};

struct PositionEnded {
    static constexpr std::string_view kind = "membership.ended";
    PositionId position;
    PersonId person;

    std::int64_t subject() const { return position.value; }
    record::Details details() const { return {{"person", person.value}}; }
};

// The last day of a position has come and gone; found by night.
struct PositionOver {
    static constexpr std::string_view kind = "membership.position_over";
    PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"person", person.value}}; }
};

// The day of a succession has come: people are found at another organisation; found by night.
struct PlacesMoved {
    static constexpr std::string_view kind = "membership.places_moved";

    std::int64_t subject() const { return 0; }
    record::Details details() const { return {}; }
};

struct MembershipSet {
    static constexpr std::string_view kind = "membership.member_set";
    MembershipId membership;
    PersonId person;
    std::optional<NetworkId> network;
    Category category = Category::full;

    std::int64_t subject() const { return membership.value; }
    record::Details details() const {
        return {{"person", person.value},
                {"network", network ? network->value : 0},
                {"category", std::string(face_of(category).code)}};
    }
};

struct MembershipEnded {
    static constexpr std::string_view kind = "membership.member_ended";
    MembershipId membership;
    PersonId person;
    std::optional<NetworkId> network;

    std::int64_t subject() const { return membership.value; }
    record::Details details() const {
        return {{"person", person.value}, {"network", network ? network->value : 0}};
    }
};

// Two accounts became one; a fact for each of them.
struct Merged {
    static constexpr std::string_view kind = "membership.merged";
    PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"person", person.value}}; }
};

struct Confirmed {
    static constexpr std::string_view kind = "membership.confirmed";
    PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {}; }
};

struct AccountBegun {
    static constexpr std::string_view kind = "membership.account_begun";
    PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {}; }
};

struct Applied {
    static constexpr std::string_view kind = "membership.applied";
    ApplicationId application;
    NetworkId network;

    std::int64_t subject() const { return application.value; }
    record::Details details() const { return {{"network", network.value}}; }
};

struct ApplicationStepped {
    static constexpr std::string_view kind = "membership.application_stepped";
    ApplicationId application;
    std::string step;  // "admitted", "refused", "withdrawn", "appealed", "vouched"

    std::int64_t subject() const { return application.value; }
    record::Details details() const { return {{"step", step}}; }
};

struct DomainsChanged {
    static constexpr std::string_view kind = "membership.domains_changed";
    std::string domain, step;  // "added", "removed"

    std::int64_t subject() const { return 0; }
    record::Details details() const { return {{"domain", domain}, {"step", step}}; }
};

}  // namespace membership
