#pragma once
// What happened to a topic and its posts, for those who moderate it. Read from the record; replies
// are not told, for they stand in the topic.

#include "features/forum/forum.h"
#include "platform/record/history.h"

#include <vector>

namespace forum {

inline constexpr int told_max = 100;

class TopicHistory {
public:
    explicit TopicHistory(const record::Floor& floor) : floor_(floor) {}

    // The newest first, at most told_max. NotFound for whoever may not moderate it.
    std::vector<record::ToldFact> of(const Topic& topic) const;

private:
    record::Floor floor_;
};

}  // namespace forum
