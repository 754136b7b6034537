#pragma once
// What can be found: one entry for each thing that a feature lets out to the search. Listeners put
// and remove entries; what is found, query.h says.

#include "platform/base/time.h"
#include "platform/exit/gate.h"
#include "platform/sql/database.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace search {

struct Entry {
    std::string kind;          // "forum.post"
    std::int64_t subject = 0;  // the topic
    std::int64_t part = 0;     // the post; with the kind it names the entry
    std::int64_t audience = 0;
    std::string title;
    std::string text;
    base::Instant at;
};

// Of an entry's text, and once more of its words, which folding may make many times as long (of
// a title's: 8 kB). The rest is not found.
inline constexpr std::size_t text_bytes_max = 256 * 1024;

// Replaces the entry of the same kind and part. The entry's title is the subject line, its text the
// content; only what passed by Exit::search is taken (else std::logic_error).
void put(sql::Tx& tx, const leaving::Passed& passed, base::Instant at);

void remove(sql::Tx& tx, std::string_view kind, std::int64_t part);
void remove_all_of(sql::Tx& tx, std::string_view kind, std::int64_t subject);

// The words of all entries anew (tables `search_text…`, which backups leave out), in many short
// transactions while serving goes on; gives the number of entries. For a restore, and for
// `moothall migrate` where words are missing.
std::int64_t reindex(sql::Database& database);

// Every write leaves a small piece of word index behind, and a search asks each piece. This makes
// them one, in many short transactions while serving goes on: for the nights.
void tidy(sql::Database& database);

// False where words are missing: after a restore, before its reindex.
bool is_whole(sql::Tx& tx);

}  // namespace search
