#pragma once
// What can happen to keys and openings. Whose name it was, and what was said, no fact has.

#include "features/sealing/sealing.h"

namespace sealing {

struct KeyMade {
    static constexpr std::string_view kind = "sealing.key_made";
    KeyId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "made a key"; }
};

struct KeyRetired {
    static constexpr std::string_view kind = "sealing.key_retired";
    KeyId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "retired a key"; }
};

struct RecoveryDecided {
    static constexpr std::string_view kind = "sealing.recovery_decided";
    Way way = Way::nothing;

    std::int64_t subject() const { return 0; }
    record::Details details() const {
        return {{"way", std::string(way == Way::deposit ? "deposit" : "nothing")}};
    }
    static std::string sentence(const record::Details& details) {
        return details.text("way") == "deposit"
                   ? "decided that a key is deposited for when others are lost"
                   : "decided that names whose keys are lost stay sealed";
    }
};

struct OpeningAsked {
    static constexpr std::string_view kind = "sealing.opening_asked";
    OpeningId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "asked to open a sealed name"; }
};

struct NameOpened {
    static constexpr std::string_view kind = "sealing.name_opened";
    OpeningId id;
    bool is_own = false;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {{"own", is_own ? 1 : 0}}; }
    static std::string sentence(const record::Details& details) {
        return details.integer("own") != 0
                   ? "opened a sealed name, which was that of one of the two officers"
                   : "opened a sealed name";
    }
};

struct OpeningDeclined {
    static constexpr std::string_view kind = "sealing.opening_declined";
    OpeningId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "declined to open it"; }
};

struct OpeningMoved {
    static constexpr std::string_view kind = "sealing.opening_moved";
    OpeningId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) {
        return "found that the sealed name belongs elsewhere";
    }
};

inline constexpr record::Telling tellings[] = {
    record::telling<KeyMade>(),         record::telling<KeyRetired>(),
    record::telling<RecoveryDecided>(), record::telling<OpeningAsked>(),
    record::telling<NameOpened>(),      record::telling<OpeningDeclined>(),
    record::telling<OpeningMoved>()};

}  // namespace sealing
