#include "features/forum/desk.h"

#include "features/forum/render.h"
#include "features/forum/store.h"
#include "platform/base/text.h"

#include <charconv>

namespace forum {

std::optional<Draft> Desk::draft(std::string_view place) const {
    return store::find_draft(floor_.tx, floor_.actor.id(), place);
}

std::vector<Mentionable> Desk::mentionable(const Topic& topic, std::string_view beginning) const {
    return store::mentionable(floor_.tx, floor_.actor.id(), topic.audience, beginning);
}

std::string Desk::preview(std::string_view markdown, const Topic& topic) const {
    return render(floor_, markdown, topic.id, topic.audience).html;
}

std::string Desk::preview_new(std::string_view markdown) const {
    return render(floor_, markdown, {}, {}).html;
}

std::optional<std::string> Desk::find_place(std::string_view named) const {
    constexpr std::string_view before = "topic:";
    if (named == new_topic_place) return std::string(named);
    if (!named.starts_with(before)) return std::nullopt;
    const auto number = named.substr(before.size());
    TopicId topic;
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), topic.value);
    const bool is_whole = error == std::errc() && end == number.data() + number.size();
    if (!is_whole || topic.value <= 0) return std::nullopt;
    return draft_place(Forum(floor_).topic(topic).id);
}

base::Result<base::Instant> Desk::keep_draft(std::string_view place, std::string_view title,
                                             std::string_view body) {
    const auto me = floor_.actor.id();
    if (title.empty() && body.empty()) {
        store::drop_draft(floor_.tx, me, place);
        return floor_.now;
    }
    if (title.size() + body.size() > draft_bytes_max) {
        return base::refuse("A draft can be " + base::grouped(body_characters_max) +
                                " characters long, as a post. Split it, then save it again.",
                            "body");
    }
    if (store::count_drafts_elsewhere(floor_.tx, me, place) >= drafts_max) {
        return base::refuse("You have " + base::grouped(drafts_max) +
                                " drafts, as many as we keep. Post or discard one of them, then "
                                "save this one again.",
                            "body");
    }
    store::keep_draft(floor_.tx, me, place,
                      {std::string(title), std::string(body), floor_.now});
    return floor_.now;
}

void Desk::drop_draft(std::string_view place) {
    store::drop_draft(floor_.tx, floor_.actor.id(), place);
}

std::string draft_place(TopicId topic) { return "topic:" + std::to_string(topic.value); }

}  // namespace forum
