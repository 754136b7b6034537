#pragma once
// The manifest of the account.

#include "features/account/openid.h"
#include "features/account/ways.h"
#include "platform/kit/feature.h"

#include <memory>
#include <string>
#include <vector>

namespace account {

// `whole`: all features of the house, this one too; asked when somebody is erased or two accounts
// become one, so that what each holds of them goes or passes, and what stays is said.
struct Whole {
    std::vector<kit::Forget> forget;
    std::vector<kit::Merge> merge;
    std::vector<kit::Hold> holds;
    std::vector<std::string> keeps;
};

// What the ways in need of the world outside.
struct Entrance {
    Door door;
    OpenId openid;

    Entrance(Door its_door, std::vector<Provider> providers, http::Fetch fetch)
        : door(std::move(its_door)), openid(std::move(providers), std::move(fetch)) {
        for (const Provider& one : openid.providers()) {
            if (one.asks_two_factors) door.sure_providers.push_back(one.key);
        }
    }
};
using EntrancePtr = std::shared_ptr<Entrance>;  // shared: by the routes, for as long as they live

kit::Feature feature(std::shared_ptr<const Whole> whole, const EntrancePtr& entrance);

}  // namespace account
