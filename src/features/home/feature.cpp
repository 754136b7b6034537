#include "features/home/feature.h"

#include "features/home/pages.h"

namespace home {

kit::Feature feature(std::vector<kit::Today> parts) {
    using Section = web::MenuEntry::Section;
    return {
        .name = "home",
        .routes =
            [parts](web::Routes& site) {
                today_routes(site, parts);
                help_routes(site);
                design_routes(site);
            },
        .forget = [](const record::Floor&, identity::PersonId) {},
        .merge = kit::nothing_to_merge,
        .hold = [](const record::Floor&) { return std::vector<identity::Holding>{}; },
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .menu =
            [](web::Call&) {
                return std::vector<web::MenuEntry>{
                    {Section::main, "Today", "/", "i-today", "Today", "g t"},
                    {Section::foot, "Help and house rules", "/help", "i-help", "Help"}};
            },
        .signposts = {.help = {{"/help", "Help"}},
                      .shortcuts = {{web::Shortcut::Kind::going, "G then T", "Go to Today"}},
                      .home = {"/", "Go to Today"}},
    };
}

}  // namespace home
