#pragma once
// What can happen to consents and archives. That an archive was taken, never what was in it.

#include "features/privacy/privacy.h"

namespace privacy {

struct ConsentGiven {
    static constexpr std::string_view kind = "privacy.consent_given";
    ConsentId consent;
    std::string key;
    std::int64_t version = 1;

    std::int64_t subject() const { return consent.value; }
    record::Details details() const { return {{"text", key}, {"version", version}}; }
};

struct ConsentWithdrawn {
    static constexpr std::string_view kind = "privacy.consent_withdrawn";
    PersonId person;
    std::string key;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"text", key}}; }
};

struct ArchiveTaken {
    static constexpr std::string_view kind = "privacy.archive_taken";
    PersonId person;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {}; }
};

struct Purged {
    static constexpr std::string_view kind = "privacy.purged";
    PurgeRunId run;
    std::int64_t removed = 0;

    std::int64_t subject() const { return run.value; }
    record::Details details() const { return {{"removed", removed}}; }
};

}  // namespace privacy
