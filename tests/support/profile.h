#pragma once
// What people say of themselves, for tests: a profile of which every member sees all.

#include "features/people/people.h"

#include <string>

namespace testing_site {

inline people::ProfileDraft open_profile(const std::string& about, const std::string& interests) {
    return {.about = about,
            .interests = interests,
            .systems = "",
            .mentors = "",
            .receives = "",
            .see_name = "members",
            .see_work = "members",
            .see_networks = "members",
            .see_about = "members",
            .see_interests = "members",
            .see_systems = "members"};
}

}  // namespace testing_site
