#pragma once
// The directory for members (pages/directory.cpp), and for those who keep it (pages/keeping.cpp).

#include "features/organisations/directory.h"
#include "platform/web/page.h"
#include "platform/web/parts.h"
#include "platform/web/route.h"

namespace organisations {

void directory_routes(web::Routes& site, const DirectoryPtr& directory);
void keeping_routes(web::Routes& site, const DirectoryPtr& directory);
std::vector<web::MenuEntry> menu(web::Call& call);

// ---- parts of both ----

base::Day today(const web::Call& call);
std::string place_line(const Organisation& organisation);  // "RJ1 · London · NHS trust"
// What is unusual: closed, not in the last file, not open yet, succeeded; nothing for most.
html::Html standing(const web::Call& call, const Organisation& organisation);
html::Html organisation_rows(const web::Call& call, const std::vector<Organisation>& some);
// A field for words, to be sent to `path` by GET; with script, what has this id follows typing.
html::Html search_field(std::string_view path, std::string_view words, std::string_view label,
                        std::string_view follows = "");
html::Html search_inside(std::string_view words, std::string_view label);  // but for its button

}  // namespace organisations
