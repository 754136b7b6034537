#pragma once
// All SQL of the web room: the community's settings and the receipts of forms sent once.

#include "platform/base/time.h"
#include "platform/sql/tx.h"

#include <optional>
#include <string>
#include <string_view>

namespace web::store {

struct Setting {
    std::string name;
    std::string value;
};
std::vector<Setting> settings(sql::Tx& tx);
void keep_setting(sql::Tx& tx, std::string_view name, std::string_view value);

// True where this form is seen for the first time.
bool take_receipt(sql::Tx& tx, std::string_view form, base::Instant now);
void note_outcome(sql::Tx& tx, std::string_view form, std::string_view location);
std::optional<std::string> outcome_of(sql::Tx& tx, std::string_view form);
inline constexpr auto receipts_kept = base::hours(48);
std::int64_t purge_receipts(sql::Tx& tx, base::Instant before);

}  // namespace web::store
