#pragma once
// One post as it stands in its topic: drawn once for most readers, and anew for whoever wrote it,
// reacted to it or moderates it.

#include "features/forum/pages.h"

#include <span>
#include <utility>
#include <vector>

namespace forum {

struct Reader {
    const identity::Actor& actor;
    std::vector<std::pair<PostId, Reaction>> reactions;  // the reader's own, in this topic
    bool moderates = false;
    base::Instant now;
    bool opens_names = false;  // an officer: of sealed names

    bool reacted(PostId post, Reaction reaction) const;
};

DrawnPosts draw_posts(web::Call& call, const Topic& topic, int from_number, int count);
html::Html for_reader(const DrawnPosts& drawn, const Reader& reader);
// Some of the drawn.
html::Html for_reader(const DrawnPosts& drawn, std::span<const DrawnPost> some,
                      const Reader& reader);

}  // namespace forum
