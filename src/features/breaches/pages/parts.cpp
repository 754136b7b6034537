#include "features/breaches/pages.h"

#include "features/breaches/policy.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/call.h"
#include "platform/web/parts.h"

#include <array>

namespace breaches {

namespace h = html;

namespace {

h::Html post_panel(const forum::Topic& topic, const forum::Post& post, bool is_officer) {
    const bool shows = !post.hidden || is_officer;
    return h::div(
        h::cls("panel pad mt3"),
        h::p(h::cls("meta"), "Post ", std::to_string(post.number), " by ", post.author.name,
             web::separator(),
             h::a(h::href(forum::path_to(topic, post.number)), "In its topic: ", topic.title)),
        h::when(post.hidden.has_value(),
                [&] { return h::p(h::cls("mt3"), "Hidden by a moderator: ", post.hidden_reason); }),
        h::when(shows, [&] { return h::div(h::cls("body mt3"), h::rendered_before(post.html)); }));
}

}  // namespace

h::Html paragraphs(std::string_view text) {
    h::Html all;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (const auto line = text.substr(0, end); !line.empty()) all.add(h::p(line));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return all;
}

h::Html day_of(const web::Call& call, base::Instant at) {
    return h::time(h::attr("datetime", base::iso_utc(at)),
                   base::calendar_text(at, call.now(), call.zone()));
}

h::Html spot_part(const web::Call& call, forum::TopicId topic, std::optional<forum::PostId> post) {
    const auto forum = call.open<forum::Forum>();
    const std::array asked = {topic};
    if (forum.visible_of(asked).empty()) {
        return h::p(h::cls("mt3"), "It stands in a forum that is not open to you.");
    }
    const auto found = forum.topic(topic);
    if (post && forum.find_line(*post)) {
        return post_panel(found, forum.post(*post), handles(call.actor(), found.audience));
    }
    return h::div(h::cls("panel pad mt3"), h::p(h::a(h::href(forum::path_to(found)), found.title)),
                  h::p(h::cls("meta"), "Begun by ", found.author.name));
}

}  // namespace breaches
