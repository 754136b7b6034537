#pragma once
// How much was said in a network lately, as a number, for those who belong to it.

#include "features/forum/forum.h"

namespace forum {

class Activity {
public:
    explicit Activity(const record::Floor& floor) : floor_(floor) {}

    std::int64_t posts_since(AudienceId audience, base::Instant since) const;

private:
    record::Floor floor_;
};

}  // namespace forum
