#include "features/forum/activity.h"

#include "features/forum/store.h"

namespace forum {

std::int64_t Activity::posts_since(AudienceId audience, base::Instant since) const {
    return store::count_posts(floor_.tx, floor_.actor.audiences(), audience, since);
}

}  // namespace forum
