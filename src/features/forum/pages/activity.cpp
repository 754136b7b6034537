#include "features/forum/pages.h"

#include "features/forum/activity.h"
#include "features/forum/feature.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace forum {

namespace h = html;

html::Html activity_of(const web::Call& call, const networks::Network& network) {
    constexpr auto month = base::days{30};
    if (!call.open<networks::Networks>().belongs(network)) return {};
    const auto posts = call.open<Activity>().posts_since(network.audience, call.now() - month);
    if (posts == 0) return h::p("Nobody has written in its forum in the last 30 days.");
    return h::p(base::counted(posts, "post", "posts"), " in its forum in the last 30 days.");
}

}  // namespace forum
