#include "platform/kit/today.h"

#include "platform/html/tags.h"

namespace kit {

namespace h = html;

TodayPart waiting_item(const Waiting& waiting) {
    TodayPart part{.place = TodayPart::Place::waiting, .summary = waiting.title};
    part.html = h::li(h::span(h::cls("tile"), web::icon(waiting.icon)),
                      h::div(h::h3(waiting.title), h::p(h::cls("meta"), waiting.meta)),
                      h::div(h::cls("act"), h::a(h::cls("btn small second"), h::href(waiting.path),
                                                 waiting.button)));
    return part;
}

}  // namespace kit
