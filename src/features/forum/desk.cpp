#include "features/forum/desk.h"

#include "features/forum/render.h"
#include "features/forum/store.h"

namespace forum {

std::optional<Draft> Desk::draft(std::string_view place) const {
    return store::find_draft(floor_.tx, floor_.actor.id(), place);
}

std::vector<Mentionable> Desk::mentionable(const Topic& topic, std::string_view beginning) const {
    return store::mentionable(floor_.tx, topic.audience, beginning);
}

std::string Desk::preview(std::string_view markdown, const Topic& topic) const {
    return render(floor_, markdown, topic.id, topic.audience).html;
}

std::string Desk::preview_new(std::string_view markdown) const {
    return render(floor_, markdown, {}, {}).html;
}

void Desk::keep_draft(std::string_view place, std::string_view title, std::string_view body) {
    const auto me = floor_.actor.id();
    if (title.empty() && body.empty()) return store::drop_draft(floor_.tx, me, place);
    store::keep_draft(floor_.tx, me, place,
                      {std::string(title), std::string(body), floor_.now});
}

void Desk::drop_draft(std::string_view place) {
    store::drop_draft(floor_.tx, floor_.actor.id(), place);
}

std::string draft_place(TopicId topic) { return "topic:" + std::to_string(topic.value); }

}  // namespace forum
