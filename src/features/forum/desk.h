#pragma once
// What a writer has before anything is posted: drafts, a preview, and whom to mention.

#include "features/forum/forum.h"

namespace forum {

inline constexpr int drafts_max = 200;  // of one person
inline constexpr std::size_t draft_bytes_max = 8 * body_characters_max;  // whatever can be posted

struct Draft {
    std::string title;  // of a new topic
    std::string body;
    base::Instant saved;
};

struct Mentionable {
    std::string handle;
    std::string name;
    std::string role_line;
};

class Desk {
public:
    explicit Desk(const record::Floor& floor) : floor_(floor) {}

    std::optional<Draft> draft(std::string_view place) const;
    // The place that a form names. NotFound for a topic that is not there or not for this actor;
    // nullopt for what is no place.
    std::optional<std::string> find_place(std::string_view named) const;
    std::vector<Mentionable> mentionable(const Topic& topic, std::string_view beginning) const;
    std::string preview(std::string_view markdown, const Topic& topic) const;  // HTML
    std::string preview_new(std::string_view markdown) const;  // HTML, of a topic not yet started

    base::Result<base::Instant> keep_draft(std::string_view place, std::string_view title,
                                           std::string_view body);
    void drop_draft(std::string_view place);

private:
    record::Floor floor_;
};

std::string draft_place(TopicId topic);  // "topic:12"
inline constexpr std::string_view new_topic_place = "topic:new";

}  // namespace forum
