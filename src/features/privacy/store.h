#pragma once
// All SQL of consents and of what the purge removed. A consent is read of one person at a time.

#include "features/privacy/privacy.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

namespace privacy::store {

struct StoredText {
    std::string key;
    std::int64_t version = 1;
    std::string title, words;
    base::Day since;
};
void keep_text(sql::Tx& tx, const Text& text);  // nothing, where it is there
std::optional<StoredText> find_text(sql::Tx& tx, std::string_view key, std::int64_t version);
std::vector<StoredText> texts(sql::Tx& tx);

std::vector<Consent> consents_of(sql::Tx& tx, PersonId person);
std::vector<Consent> standing_of(sql::Tx& tx, PersonId person);
ConsentId add_consent(sql::Tx& tx, PersonId person, const Text& text, std::string_view how,
                      base::Instant now);
void withdraw(sql::Tx& tx, PersonId person, std::string_view key, base::Instant now);
void withdraw_all(sql::Tx& tx, PersonId person, base::Instant now);
// Gives the texts to which a consent does not stand any more.
std::vector<std::string> merge(sql::Tx& tx, const identity::Merger& merger, base::Instant now);
std::vector<identity::Holding> held(sql::Tx& tx, PersonId person);

PurgeRunId add_run(sql::Tx& tx, base::Instant now);
void add_count(sql::Tx& tx, PurgeRunId run, const PurgeCount& count);
std::optional<PurgeRun> last_run(sql::Tx& tx);
std::int64_t purge_runs(sql::Tx& tx, base::Instant before);

}  // namespace privacy::store
