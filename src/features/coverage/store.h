#pragma once
// All SQL of the coverage: consents only. The figures come from the faces of the roll and of the
// organisations.

#include "features/coverage/coverage.h"

namespace coverage::store {

struct Row {
    OrganisationId organisation;
    base::Day given;
    std::string words;
};

std::vector<Row> consents(sql::Tx& tx);
void put_consent(sql::Tx& tx, OrganisationId organisation, base::Day given, std::string_view words);
bool drop_consent(sql::Tx& tx, OrganisationId organisation);

}  // namespace coverage::store
