#include "platform/web/store.h"

namespace web::store {

namespace {

using sql::Nothing;
using sql::Query;

const Query<Setting()> settings_all{"settings_all", "SELECT name, value FROM settings"};
const Query<Nothing(std::string_view, std::string_view)> setting_kept{"setting_kept", R"(
    INSERT INTO settings (name, value)
    VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value)"};
const Query<Nothing(std::string_view, base::Instant)> receipt_taken{"receipt_taken", R"(
    INSERT INTO form_receipts (form, at, location)
    VALUES ($1, $2, '')
        ON CONFLICT (form) DO NOTHING)"};
const Query<Nothing(std::string_view, std::string_view)> outcome_noted{
    "outcome_noted", "UPDATE form_receipts SET location = $2 WHERE form = $1"};
const Query<std::string(std::string_view)> outcome_found{
    "outcome_found", "SELECT location FROM form_receipts WHERE form = $1"};
const Query<Nothing(base::Instant)> receipts_purged{"receipts_purged",
                                                    "DELETE FROM form_receipts WHERE at < $1"};

}  // namespace

std::vector<Setting> settings(sql::Tx& tx) { return tx.all(settings_all); }

void keep_setting(sql::Tx& tx, std::string_view name, std::string_view value) {
    tx.run(setting_kept, name, value);
}

bool take_receipt(sql::Tx& tx, std::string_view form, base::Instant now) {
    return tx.run(receipt_taken, form, now) == 1;
}

void note_outcome(sql::Tx& tx, std::string_view form, std::string_view location) {
    tx.run(outcome_noted, form, location);
}

std::optional<std::string> outcome_of(sql::Tx& tx, std::string_view form) {
    return tx.find(outcome_found, form);
}

std::int64_t purge_receipts(sql::Tx& tx, base::Instant before) {
    return tx.run(receipts_purged, before);
}

}  // namespace web::store
