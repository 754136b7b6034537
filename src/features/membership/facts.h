#pragma once
// What can happen on the roll. Ids, never names: a fact is kept for ever.

#include "features/membership/membership.h"

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
    bool is_verified = false;

    std::int64_t subject() const { return position.value; }
    record::Details details() const {
        return {{"outcome", std::string(is_verified ? "verified" : "refused")}};
    }
};

struct PositionEnded {
    static constexpr std::string_view kind = "membership.ended";
    PositionId position;

    std::int64_t subject() const { return position.value; }
    record::Details details() const { return {}; }
};

}  // namespace membership
