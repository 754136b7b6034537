#include "features/coverage/store.h"

namespace coverage::store {

namespace {

using sql::Nothing;
using sql::Query;

const Query<Row()> consents_all{"coverage_consents", R"(
    SELECT organisation_id, given, words
      FROM coverage_consents
     ORDER BY organisation_id
     LIMIT 1000)"};
const Query<Nothing(OrganisationId, base::Day, std::string_view)> consent_put{
    "coverage_consent_put", R"(
    INSERT INTO coverage_consents (organisation_id, given, words)
    VALUES ($1, $2, $3)
        ON CONFLICT (organisation_id)
        DO UPDATE SET given = excluded.given, words = excluded.words)"};
const Query<Nothing(OrganisationId)> consent_dropped{
    "coverage_consent_dropped", "DELETE FROM coverage_consents WHERE organisation_id = $1"};

}  // namespace

std::vector<Row> consents(sql::Tx& tx) {
    return tx.all(consents_all);
}

void put_consent(sql::Tx& tx, OrganisationId organisation, base::Day given,
                 std::string_view words) {
    tx.run(consent_put, organisation, given, words);
}

bool drop_consent(sql::Tx& tx, OrganisationId organisation) {
    return tx.run(consent_dropped, organisation) == 1;
}

}  // namespace coverage::store
