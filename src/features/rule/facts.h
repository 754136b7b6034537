#pragma once
// What can happen to the rule of an area, and to the text of the Rule.

#include "features/rule/rule.h"

namespace rule {

struct RuleSet {
    static constexpr std::string_view kind = "rule.set";
    networks::AreaId area;
    State state;

    std::int64_t subject() const { return area.value; }
    record::Details details() const { return {{"state", static_cast<std::int64_t>(state)}}; }
};

struct TextPublished {
    static constexpr std::string_view kind = "rule.text_published";
    AudienceId audience;
    int version = 0;
    bool asks = false;

    std::int64_t subject() const { return audience.value; }
    record::Details details() const {
        return {{"version", std::int64_t{version}}, {"asks", std::int64_t{asks}}};
    }
};

struct TextAccepted {
    static constexpr std::string_view kind = "rule.text_accepted";
    PersonId person;
    AudienceId audience;
    int version = 0;

    std::int64_t subject() const { return person.value; }
    record::Details details() const {
        return {{"audience", audience.value}, {"version", std::int64_t{version}}};
    }
};

struct AcceptanceWithdrawn {
    static constexpr std::string_view kind = "rule.acceptance_withdrawn";
    PersonId person;
    AudienceId audience;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"audience", audience.value}}; }
};

}  // namespace rule
