#pragma once
// Plants the invented community of the demo through the same verbs that members use.

#include "app/wiring.h"

#include <functional>
#include <string>
#include <vector>

namespace app {

struct DemoPerson {
    std::string role;
    std::string name;
    std::string email;
    std::string sign_in;  // a path with a one-time token
};

struct Planted {
    std::int64_t members = 0, topics = 0, posts = 0;
    std::vector<DemoPerson> people;
};

struct DemoWish {
    std::int64_t members = 3500, topics = 2000, posts = 20'000;
    std::string seed = "moothall";
};

using Progress = std::function<void(std::string_view what, std::int64_t done, std::int64_t of)>;

// `Refused` where the database has members.
Planted plant_demo(sql::Database& database, const base::Clock& clock, const DemoWish& wish,
                   const Progress& progress);

}  // namespace app
