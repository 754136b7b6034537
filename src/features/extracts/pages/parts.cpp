#include "features/extracts/pages.h"

#include "platform/html/tags.h"
#include "platform/web/parts.h"

#include <algorithm>
#include <array>

namespace extracts {

namespace h = html;

web::Handler at(const Door& door, DoorPage page) {
    return [door, page](web::Call& call) { return page(call, door); };
}

Extracts opened(const web::Call& call, const Door& door) {
    return call.open<Extracts>(*door.workshop);
}

Extract extract_in(const web::Call& call, const Door& door) {
    return opened(call, door).one(call.id<ExtractId>("extract"));
}

h::Html stages(Stage now) {
    constexpr std::array names = {"Choose", "Make safe", "Consent", "Second person", "Published"};
    h::Html steps;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int here = static_cast<int>(now) - 1, step = static_cast<int>(i);
        const bool is_done = step < here || now == Stage::published;
        steps.add(h::li(h::cls(is_done ? "done" : ""),
                        h::attr_if(step == here, "aria-current", "step"), h::span(names[i]),
                        is_done ? web::hidden_text(", done") : h::Html()));
    }
    return h::ol(h::cls("stages mt4"), h::attr("aria-label", "How far it is"), steps);
}

h::Html section(std::string_view id, std::string_view title, const h::Html& content) {
    return h::section(h::cls("mt6"), h::attr("aria-labelledby", id), h::h2(h::id(id), title),
                      content);
}

h::Html one_button(const web::Call& call, const std::string& path, std::string_view label,
                   std::string_view classes) {
    return h::form(h::attr("method", "post"), h::action(path), call.form_fields(),
                   h::button(h::cls(classes), h::attr("type", "submit"), label));
}

h::Html marked(std::string_view text, const std::vector<Mark>& marks,
               std::optional<std::size_t> passage) {
    h::Html out;
    std::size_t at = 0;
    for (const Mark& mark : marks) {
        if (mark.passage != passage || mark.is_hidden || mark.from < at) continue;
        out.add(h::all(text.substr(at, mark.from - at)));
        out.add(h::mark(h::cls(mark.is_open() ? "found" : "found kept"),
                        text.substr(mark.from, mark.to - mark.from)));
        at = mark.to;
    }
    out.add(h::all(text.substr(at)));
    return out;
}

h::Html gone_words() {
    return h::p(h::cls("meta mt3"), "Hidden or closed since.");
}

h::Html day_of(const web::Call& call, base::Instant at) {
    return h::time(h::attr("datetime", base::iso_utc(at)),
                   base::calendar_text(at, call.now(), call.zone()));
}

std::string field_of(PassageId id) {
    return "text-" + std::to_string(id.value);
}

Texts texts_in(const web::Call& call, const std::vector<Passage>& passages) {
    const auto& form = call.form();
    Texts texts;
    for (const Passage& one : passages) {
        const std::string name = field_of(one.id);
        const bool is_sent = std::ranges::any_of(
            form.all(), [&](const auto& field) { return field.first == name; });
        if (is_sent) texts.emplace_back(one.id, form.get(name));
    }
    return texts;
}

}  // namespace extracts
