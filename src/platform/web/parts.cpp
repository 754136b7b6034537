#include "platform/web/parts.h"

#include "platform/html/tags.h"
#include "platform/web/page.h"

#include <algorithm>

namespace web {

namespace h = html;

h::Html when(base::Instant at, base::Instant now, const base::Zone& zone) {
    return h::time(h::attr("datetime", base::iso_utc(at)), base::calendar_text(at, now, zone));
}

h::Html how_long(base::Instant at, base::Instant now, const base::Zone& zone) {
    return h::time(h::attr("datetime", base::iso_utc(at)), base::relative_text(at, now, zone));
}

h::Html separator() {
    return h::span(h::cls("sep"), h::attr("aria-hidden", "true"), "·");
}

h::Html crumbs(const std::vector<std::pair<std::string, std::string>>& steps) {
    return h::nav(h::cls("crumbs"), h::attr("aria-label", "Breadcrumb"),
                  h::ol(h::each(steps, [&](const auto& step) {
                      const bool is_last = &step == &steps.back();
                      return h::li(h::a(h::href(step.second), h::attr_if(is_last, "data-key", "u"),
                                        step.first));
                  })));
}

h::Html empty_state(std::string_view title, std::string_view sentence, const h::Html& way_on) {
    return h::div(h::cls("panel empty"), picture("p-empty"), h::h3(title), h::p(sentence),
                  way_on);
}

std::string safe_next(std::string_view next) {
    const bool is_plain = std::ranges::none_of(
        next, [](unsigned char c) { return c < 0x20 || c == 0x7f || c == '\\'; });
    const bool is_local = is_plain && next.starts_with('/') && !next.starts_with("//");
    return is_local ? std::string(next) : "/";
}

}  // namespace web
