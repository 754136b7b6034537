#include "platform/web/signposts.h"

namespace web {

void Signposts::add(const Signposts& more) {
    help.insert(help.end(), more.help.begin(), more.help.end());
    shortcuts.insert(shortcuts.end(), more.shortcuts.begin(), more.shortcuts.end());
    if (!more.home.path.empty()) home = more.home;
    if (!more.search.path.empty()) search = more.search;
    if (!more.not_found.empty()) not_found = more.not_found;
    if (!more.listed.name.empty()) listed = more.listed;
    if (!more.asking.empty()) asking = more.asking;
    if (!more.menu_subject.empty()) menu_subject = more.menu_subject;
}

}  // namespace web
