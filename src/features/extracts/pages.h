#pragma once
// The pages of extracts: taking one from a topic, making it safe, what its authors, its second
// person and the members see of it, and the copies.

#include "features/extracts/edition.h"
#include "features/extracts/letters.h"
#include "platform/kit/feature.h"
#include "platform/web/call.h"

namespace extracts {

struct Door {
    WorkshopPtr workshop;
    leaving::Gate gate;
};

void taking_routes(web::Routes& site, const Door& door);
void preparing_routes(web::Routes& site, const Door& door);
void consent_routes(web::Routes& site, const Door& door);
void routes(web::Routes& site, const Door& door);
std::vector<web::MenuEntry> menu(web::Call& call);
std::vector<kit::TodayPart> today(web::Call& call, Workshop& workshop);

inline constexpr std::size_t findings_shown_max = 200;
inline constexpr std::string_view list_path = "/extracts";

using DoorPage = http::Response (*)(web::Call&, const Door&);
web::Handler at(const Door& door, DoorPage page);

Extracts opened(const web::Call& call, const Door& door);
Extract extract_in(const web::Call& call, const Door& door);  // whom the path names
http::Response show_extract(web::Call& call, const Door& door);

enum class Stage { choosing = 1, making_safe, consent, second, published };
html::Html stages(Stage now);
html::Html section(std::string_view id, std::string_view title, const html::Html& content);
html::Html one_button(const web::Call& call, const std::string& path, std::string_view label,
                      std::string_view classes);
// The text with what was found in it marked; `passage`: none is the title.
html::Html marked(std::string_view text, const std::vector<Mark>& marks,
                  std::optional<std::size_t> passage);
html::Html gone_words();  // in place of a passage whose post may not be read or used any more
html::Html day_of(const web::Call& call, base::Instant at);
std::string field_of(PassageId id);                                           // "text-12"
Texts texts_in(const web::Call& call, const std::vector<Passage>& passages);  // as typed

// The page of a draft, for who takes it.
html::Html draft_part(const web::Call& call, const Door& door, const Extract& seen);

}  // namespace extracts
