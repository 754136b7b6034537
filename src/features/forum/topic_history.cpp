#include "features/forum/topic_history.h"

#include "features/forum/policy.h"

#include <algorithm>
#include <iterator>

namespace forum {

std::vector<record::ToldFact> TopicHistory::of(const Topic& topic) const {
    if (may_moderate(floor_.actor, topic.audience)) throw base::NotFound();
    auto told = record::history(floor_.tx, "forum.topic_", topic.id.value, told_max);
    auto of_posts = record::history(floor_.tx, "forum.post_", topic.id.value, told_max);
    std::ranges::move(of_posts, std::back_inserter(told));
    auto of_rule = record::history(floor_.tx, "forum.rule_", topic.id.value, told_max);
    std::ranges::move(of_rule, std::back_inserter(told));
    std::ranges::sort(told, std::greater(), &record::ToldFact::id);
    if (told.size() > told_max) told.resize(told_max);
    return told;
}

}  // namespace forum
