#pragma once
// What a deployment is called and where it lives: name, time zone, address. Set on the set-up page,
// kept in the database, shown on every page.

#include "platform/base/time.h"
#include "platform/sql/tx.h"

#include <string>

namespace web {

struct Community {
    std::string name = "Moothall";
    std::string zone = "Europe/London";
    std::string mail_from;        // "" until set-up
    bool is_set_up = false;
};

Community community(sql::Tx& tx);
void keep_community(sql::Tx& tx, const Community& community);

}  // namespace web
