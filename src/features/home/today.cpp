#include "features/home/pages.h"

#include "platform/base/text.h"
#include "platform/html/tags.h"
#include "platform/web/call.h"

namespace home {

namespace h = html;

namespace {

using Place = kit::TodayPart::Place;

std::string greeting(const web::Call& call) {
    const auto hour = call.zone().local(call.now()).hour;
    const std::string name = call.actor().name();
    const std::string first = name.substr(0, name.find(' '));
    const std::string_view part = hour < 12   ? "Good morning, "
                                  : hour < 18 ? "Good afternoon, "
                                              : "Good evening, ";
    return std::string(part) + first;
}

std::string summary(const web::Call& call, const std::vector<kit::TodayPart>& parts) {
    std::string words;
    for (const auto& part : parts) {
        if (part.summary.empty()) continue;
        if (!words.empty()) words += ", and ";
        words += part.summary;
    }
    if (words.empty()) words = "nothing new since you last looked";
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return base::weekday_day_month(call.zone().local(call.now())) + ". " + words + ".";
}

h::Html placed(const std::vector<kit::TodayPart>& parts, Place place) {
    return h::each(parts, [&](const kit::TodayPart& part) {
        return part.place == place ? part.html : h::Html();
    });
}

h::Html waiting_for_you(const h::Html& items) {
    if (items.empty()) return {};
    return h::section(
        h::attr("aria-labelledby", "w"),
        h::div(h::cls("sec-h"), h::h2(h::id("w"), "Waiting for you")),
        h::div(h::cls("panel"), h::ul(h::cls("todo"), items)));
}

http::Response show_today(web::Call& call, const std::vector<kit::Today>& makers) {
    std::vector<kit::TodayPart> parts;
    for (const kit::Today& make : makers) {
        for (auto& part : make(call)) parts.push_back(std::move(part));
    }
    web::Page page;
    page.name = "today";
    page.title = "Today";
    page.current = "/";
    const auto rail = placed(parts, Place::rail);
    page.content = h::all(
        h::div(h::cls("sec-h"), h::div(h::h1(greeting(call)),
                                       h::p(h::cls("lede"), summary(call, parts)))),
        h::div(h::cls("cols mt5"),
               h::div(h::cls("stack"), waiting_for_you(placed(parts, Place::waiting)),
                      placed(parts, Place::main)),
               h::when(!rail.empty(), [&] {
                   return h::aside(h::cls("stack rail"), h::attr("aria-label", "Also for you"),
                                   rail);
               })));
    return call.page(std::move(page));
}

}  // namespace

void today_routes(web::Routes& site, std::vector<kit::Today> parts) {
    site.get("/", web::signed_in, [parts = std::move(parts)](web::Call& call) {
        return show_today(call, parts);
    });
}

}  // namespace home
