#pragma once
// What can happen to offices, of the person who holds them.

#include "features/offices/offices.h"

namespace offices {

// The title as the details have it: "chair of the CCIO network".
std::string told_title(const record::Details& details);

struct OfficeGiven {
    static constexpr std::string_view kind = "offices.appointed";
    PersonId person;
    Office office = Office::chair;
    std::optional<Network> network = {};

    std::int64_t subject() const { return person.value; }
    record::Details details() const {
        return {{"office", std::string(face_of(office).role)},
                {"network", network ? network->id.value : 0},
                {"network_name", network ? network->short_name : std::string()}};
    }
    static std::string sentence(const record::Details& details) {
        return "appointed them " + told_title(details);
    }
};

struct OfficeEnded {
    static constexpr std::string_view kind = "offices.ended";
    PersonId person;
    Office office = Office::chair;
    std::optional<Network> network = {};

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return OfficeGiven{person, office, network}.details(); }
    static std::string sentence(const record::Details& details) {
        return "ended their office as " + told_title(details);
    }
};

inline constexpr record::Telling tellings[] = {record::telling<OfficeGiven>(),
                                               record::telling<OfficeEnded>()};

}  // namespace offices
