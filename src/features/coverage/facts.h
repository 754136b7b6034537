#pragma once
// What can happen to the coverage: a trust may be named, or no longer.

#include "features/coverage/coverage.h"

namespace coverage {

struct ConsentNoted {
    static constexpr std::string_view kind = "coverage.consent";
    OrganisationId organisation;
    bool is_given = true;

    std::int64_t subject() const { return organisation.value; }
    record::Details details() const {
        return {{"step", std::string(is_given ? "given" : "withdrawn")}};
    }
};

}  // namespace coverage
