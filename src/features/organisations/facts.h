#pragma once
// What can happen to the directory of organisations.

#include "features/organisations/organisations.h"

namespace organisations {

struct TrustsImported {
    static constexpr std::string_view kind = "organisations.imported";
    ImportId import;
    std::int64_t total = 0;

    std::int64_t subject() const { return import.value; }
    record::Details details() const { return {{"total", total}}; }
};

struct OrganisationAdded {
    static constexpr std::string_view kind = "organisations.added";
    OrganisationId organisation;

    std::int64_t subject() const { return organisation.value; }
    record::Details details() const { return {}; }
};

struct OrganisationSucceeded {
    static constexpr std::string_view kind = "organisations.succeeded";
    OrganisationId organisation;
    OrganisationId successor;

    std::int64_t subject() const { return organisation.value; }
    record::Details details() const { return {{"successor", successor.value}}; }
};

}  // namespace organisations
