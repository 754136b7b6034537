#include "platform/record/history.h"

#include "platform/record/store.h"

namespace record {

std::vector<ToldFact> history(sql::Tx& tx, std::string_view kind_prefix, std::int64_t subject,
                              int facts_max) {
    std::vector<ToldFact> told;
    for (auto& row : store::facts_about(tx, kind_prefix, subject, facts_max)) {
        told.push_back({row.id, row.at, std::move(row.actor_name), std::move(row.kind),
                        Details::parse(row.details)});
    }
    return told;
}

}  // namespace record
