#pragma once
// What people consented to, and what is kept for how long. A consent is a person's own: no verb
// takes another person than the actor. The archive of all that is held of somebody is in archive.h.

#include "platform/base/result.h"
#include "platform/kit/feature.h"
#include "platform/record/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace privacy {

using identity::PersonId;
using ConsentId = base::Id<struct ConsentTag>;
using PurgeRunId = base::Id<struct PurgeRunTag>;

// ---- consents ----

inline constexpr std::string_view privacy_notice = "privacy-notice";
inline constexpr std::string_view letters_from_chairs = "letters-from-chairs";

// One version of a text. Another wording is another version: what somebody consented to stays
// readable word for word.
struct Text {
    std::string key;
    int version = 1;
    std::string title;
    std::string words;  // paragraphs, with an empty line between two
    base::Day since;
    std::string if_withdrawn;     // what follows then, in a sentence
    bool is_for_joining = false;  // said yes to by whoever joins
};

struct Consent {
    ConsentId id;
    std::string key;
    int version = 1;
    std::string title;
    base::Instant given;
    std::optional<base::Instant> withdrawn;
    std::string how;  // "when joining"
};

class Consents {
public:
    explicit Consents(const record::Floor& floor) : floor_(floor) {}

    std::vector<Text> texts() const;                              // the version of each in force
    Text text(std::string_view key) const;                        // the version in force
    Text text(std::string_view key, std::int64_t version) const;  // NotFound if there is none
    std::vector<Consent> mine() const;  // of the actor, withdrawn ones too; the latest first
    // What stands of this person's: for features that ask before they write to somebody.
    std::vector<Consent> standing(PersonId person) const;
    bool stands(PersonId person, std::string_view key) const;

    // By the actor alone. Given twice it is given once; after a withdrawal it is a new consent.
    base::Result<ConsentId> give(std::string_view key, std::int64_t version, std::string_view how);
    base::Result<PersonId> withdraw(std::string_view key);

private:
    record::Floor floor_;
};

// Whoever has just joined said yes to these texts with the same press, as that person's own deed.
void consent_when_joining(const record::Floor& floor, PersonId person);
std::string path_to(const Text& text);

// ---- what is kept for how long ----

struct PurgeCount {
    std::string name;  // of the retention
    std::int64_t removed = 0;
};

struct PurgeRun {
    PurgeRunId id;
    base::Instant at;
    std::vector<PurgeCount> counts;

    std::int64_t removed(std::string_view name) const;
    std::int64_t total() const;
};

inline constexpr auto purge_runs_kept = base::days{365};

class Purging {
public:
    explicit Purging(const record::Floor& floor) : floor_(floor) {}

    std::optional<PurgeRun> last() const;
    // By night, as a worker: all that is kept no longer goes, and how much of each went is noted.
    base::Result<PurgeRunId> run(const std::vector<kit::Retention>& retentions);

private:
    record::Floor floor_;
};

// "30 days after the decision"; "Until the night after they have ended" where nothing is kept.
std::string period_words(const kit::Retention& retention);

}  // namespace privacy
