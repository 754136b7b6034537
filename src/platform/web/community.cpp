#include "platform/web/community.h"

#include "platform/web/store.h"

namespace web {

Community community(sql::Tx& tx) {
    Community community;
    for (auto& [name, value] : store::settings(tx)) {
        if (name == "name") community.name = value;
        if (name == "zone") community.zone = value;
        if (name == "mail_from") community.mail_from = value;
        if (name == "set_up") community.is_set_up = value == "1";
    }
    return community;
}

void keep_community(sql::Tx& tx, const Community& community) {
    store::keep_setting(tx, "name", community.name);
    store::keep_setting(tx, "zone", community.zone);
    store::keep_setting(tx, "mail_from", community.mail_from);
    store::keep_setting(tx, "set_up", community.is_set_up ? "1" : "0");
}

}  // namespace web
