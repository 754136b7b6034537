#pragma once
// The story of one thing: what happened to it, who did it, when. It asks nobody's right; whoever
// shows it has asked before whether the reader may know.

#include "platform/identity/holding.h"
#include "platform/record/fact.h"
#include "platform/sql/tx.h"

#include <string>
#include <string_view>
#include <vector>

namespace record {

struct ToldFact {
    FactId id;
    base::Instant at;
    std::string actor_name;  // "": a worker
    std::string kind;
    Details details;
};

// The newest facts about the subject whose kind begins so ("forum.topic_"), the newest first.
std::vector<ToldFact> history(sql::Tx& tx, std::string_view kind_prefix, std::int64_t subject,
                              int facts_max);

// For Feature::hold: when this person did what, and when what was done to them. `about_persons`:
// the kinds of facts whose subject is a person.
std::vector<identity::Holding> held(sql::Tx& tx, identity::PersonId person,
                                    const std::vector<std::string_view>& about_persons);

}  // namespace record
