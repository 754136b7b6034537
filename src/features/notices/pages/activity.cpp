#include "features/notices/pages.h"

#include "features/notices/feature.h"
#include "features/notices/notices.h"
#include "platform/base/text.h"
#include "platform/html/tags.h"

namespace notices {

namespace h = html;

html::Html activity_of(const web::Call& call, const networks::Network& network) {
    const auto notices = call.open<Notices>();
    if (!notices.reads_in(network)) return {};
    const auto sent = notices.sent_in(network, {}).rows;
    if (sent.empty()) return h::p("No notice was sent to its members yet.");
    const Notice& last = sent.front();
    return h::p("The last notice: ", h::a(h::href(path_to(network, last.id)), last.subject), ", ",
                base::calendar_text(last.sent.value_or(last.written), call.now(), call.zone()),
                ".");
}

}  // namespace notices
