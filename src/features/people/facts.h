#pragma once
// What can happen in the directory. Neither words nor tags: a fact is kept for ever.

#include "features/people/people.h"

namespace people {

struct ProfileSaved {
    static constexpr std::string_view kind = "people.profile_saved";
    PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {}; }
};

// Organisations were renamed or succeeded, and the role lines of who works there say so.
struct RoleLinesMoved {
    static constexpr std::string_view kind = "people.role_lines_moved";

    std::int64_t subject() const { return 0; }
    record::Details details() const { return {}; }
};

struct IntroductionAsked {
    static constexpr std::string_view kind = "people.introduction_asked";
    IntroductionId introduction;

    std::int64_t subject() const { return introduction.value; }
    record::Details details() const { return {}; }
};

struct IntroductionAnswered {
    static constexpr std::string_view kind = "people.introduction_answered";
    IntroductionId introduction;

    std::int64_t subject() const { return introduction.value; }
    record::Details details() const { return {}; }
};

}  // namespace people
