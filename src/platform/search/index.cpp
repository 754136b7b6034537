#include "platform/search/index.h"

#include "platform/search/fts.h"
#include "platform/search/store.h"
#include "platform/search/words.h"

#include <stdexcept>

namespace search {

namespace {

constexpr int reindexed_at_once = 200;
// PostgreSQL takes one megabyte for an entry. With their beginnings, words take up to three times
// and a third of their line; those of five letters take most.
constexpr std::size_t text_line_bytes_max = text_bytes_max;
constexpr std::size_t title_line_bytes_max = 8 * 1024;

Entry entry_of(const leaving::Passed& passed, base::Instant at) {
    if (passed.exit() != leaving::Exit::search) {
        throw std::logic_error("what passed by another exit was put into the search");
    }
    Entry entry;
    entry.kind = passed.from().kind;
    entry.subject = passed.from().subject;
    entry.part = passed.from().part;
    entry.audience = passed.audience().value;
    entry.title = passed.subject_line();
    entry.text = cut_at_character(passed.content(), text_bytes_max);
    entry.at = at;
    return entry;
}

bool is_same(const store::Row& row, const Entry& entry) {
    return row.subject == entry.subject && row.audience == entry.audience && row.at == entry.at &&
           row.title == entry.title && row.text == entry.text;
}

void add_words(sql::Tx& tx, std::int64_t id, std::int64_t audience, std::string_view title,
               std::string_view text) {
    full_text(tx).add(tx, {id, audience, word_line(title, title_line_bytes_max),
                           word_line(text, text_line_bytes_max)});
}

void remove_entry(sql::Tx& tx, std::int64_t id) {
    full_text(tx).drop(tx, id);
    store::remove(tx, id);
}

}  // namespace

void put(sql::Tx& tx, const leaving::Passed& passed, base::Instant at) {
    const Entry entry = entry_of(passed, at);
    if (const auto row = store::find(tx, entry.kind, entry.part)) {
        if (is_same(*row, entry)) return;  // a fact heard twice
        remove_entry(tx, row->id);
    }
    add_words(tx, store::add(tx, entry), entry.audience, entry.title, entry.text);
}

void remove(sql::Tx& tx, std::string_view kind, std::int64_t part) {
    if (const auto row = store::find(tx, kind, part)) remove_entry(tx, row->id);
}

void remove_all_of(sql::Tx& tx, std::string_view kind, std::int64_t subject) {
    for (const std::int64_t id : store::ids_of(tx, kind, subject)) remove_entry(tx, id);
}

std::int64_t reindex(sql::Database& database) {
    database.write([](sql::Tx& tx) { full_text(tx).clear(tx); });
    std::int64_t entries = 0;
    std::int64_t last = INT64_MIN;
    for (bool is_more = true; is_more;) {
        std::vector<store::Row> rows;
        database.write([&rows, last](sql::Tx& tx) {
            auto found = store::without_words(tx, last, reindexed_at_once);
            for (const auto& row : found) {
                add_words(tx, row.id, row.audience, row.title, row.text);
            }
            rows = std::move(found);
        });
        entries += static_cast<std::int64_t>(rows.size());
        is_more = !rows.empty();
        if (is_more) last = rows.back().id;
    }
    tidy(database);
    return entries;
}

void tidy(sql::Database& database) {
    bool is_first = true;
    for (bool is_more = true; is_more; is_first = false) {
        database.write([&, is_first](sql::Tx& tx) { is_more = full_text(tx).tidy(tx, is_first); });
    }
}

bool is_whole(sql::Tx& tx) { return store::without_words(tx, INT64_MIN, 1).empty(); }

}  // namespace search
