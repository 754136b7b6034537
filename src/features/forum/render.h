#pragma once
// What becomes of Markdown on its way into a post: safe HTML, and who is mentioned in it.

#include "features/forum/forum.h"

#include <string>
#include <string_view>
#include <vector>

namespace forum {

struct Written {
    std::string html;
    std::vector<PersonId> mentioned;
};

// Names and quotes are looked up as of this topic; without one, nobody is mentioned.
Written render(const record::Floor& floor, std::string_view markdown, TopicId topic,
               AudienceId audience);

}  // namespace forum
