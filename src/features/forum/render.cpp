#include "features/forum/render.h"

#include "features/forum/store.h"
#include "platform/html/markdown.h"

namespace forum {

Written render(const record::Floor& floor, std::string_view markdown, TopicId topic,
               AudienceId audience) {
    html::MarkdownNames names;
    names.person = [&](std::string_view handle) -> std::optional<html::Named> {
        const auto found = store::find_mentionable(floor.tx, handle, audience);
        if (!found) return std::nullopt;
        return html::Named{found->handle, found->name, found->id.value};
    };
    names.author_of = [&](int number) { return store::author_of(floor.tx, topic, number); };
    names.numbered = "Post";
    auto rendered = html::render_markdown(markdown, names);
    Written written{std::move(rendered.html), {}};
    for (const auto person : rendered.named) written.mentioned.push_back(PersonId{person});
    return written;
}

}  // namespace forum
