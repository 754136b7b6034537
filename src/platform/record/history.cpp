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

// Left out: the details, which name others and what was decided of them, and who did what was done
// to this person. The other thing that a fact is about stands here as a number, and no more.
std::vector<identity::Holding> held(sql::Tx& tx, identity::PersonId person,
                                    const std::vector<std::string_view>& about_persons) {
    std::string kinds = ",";
    for (const auto kind : about_persons) kinds.append(kind).append(",");
    return {identity::with_rows(
        {.name = "record",
         .title = "The record of what you did",
         .why = "So that what happened here can be told and answered for. What you read is not in "
                "it, but that you looked at somebody's evidence stands in a table of its own.",
         .tables = {"facts"},
         .columns = {"When", "What", "Number of the thing", "By you"}},
        store::facts_of(tx, person, kinds, identity::rows_held_max))};
}

}  // namespace record
