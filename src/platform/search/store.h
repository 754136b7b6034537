#pragma once
// The entries as rows, on both engines alike; what finds them by their words is fts.h.

#include "platform/search/index.h"
#include "platform/sql/tx.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace search::store {

struct Row {
    std::int64_t id = 0;
    std::string kind;
    std::int64_t subject = 0;
    std::int64_t part = 0;
    std::int64_t audience = 0;
    base::Instant at;
    std::string title;
    std::string text;
};

std::optional<Row> find(sql::Tx& tx, std::string_view kind, std::int64_t part);
std::vector<std::int64_t> ids_of(sql::Tx& tx, std::string_view kind, std::int64_t subject);
std::int64_t add(sql::Tx& tx, const Entry& entry);  // gives its id
void remove(sql::Tx& tx, std::int64_t id);
// Without those of other audiences: this is the shelf, whatever the word index holds.
std::vector<Row> visible(sql::Tx& tx, const std::vector<std::int64_t>& ids,
                         const std::vector<std::int64_t>& audiences);
std::vector<Row> without_words(sql::Tx& tx, std::int64_t after_id, int rows_max);

struct Words {
    std::int64_t id = 0;
    std::string title;  // as word_line
    std::string text;   // the beginning of it
};
std::vector<Words> words_of(sql::Tx& tx, const std::vector<std::int64_t>& ids);

}  // namespace search::store
