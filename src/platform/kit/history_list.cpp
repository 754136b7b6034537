#include "platform/kit/history_list.h"

#include "platform/html/tags.h"
#include "platform/web/parts.h"

#include <algorithm>

namespace kit {

namespace h = html;

h::Html history_list(const web::Call& call, const std::vector<record::ToldFact>& facts,
                     std::span<const record::Telling> tellings, const PathOfFact& path_of) {
    const auto line = [&](const record::ToldFact& fact) {
        const auto telling = std::ranges::find(tellings, fact.kind, &record::Telling::kind);
        if (telling == tellings.end()) return h::Html();
        const std::string sentence = telling->sentence(fact.details);
        const std::string path = path_of(fact);
        const std::string reason = fact.details.text("reason");
        return h::li(
            h::cls("setting"),
            h::div(h::p(h::strong(fact.actor_name.empty() ? "The program" : fact.actor_name), " ",
                        path.empty() ? h::all(sentence) : h::a(h::href(path), sentence)),
                   h::when(!reason.empty(),
                           [&] { return h::p(h::cls("meta"), "Reason: ", reason); })),
            h::p(h::cls("meta"), web::when(fact.at, call.now(), call.zone())));
    };
    return h::div(h::cls("panel"), h::ol(h::cls("rows"), h::each(facts, line)));
}

}  // namespace kit
