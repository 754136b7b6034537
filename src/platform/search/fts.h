#pragma once
// The words of entries in the engine's own full-text index, behind one face. The two sources below
// this line are all that differs between the engines.

#include "platform/search/words.h"
#include "platform/sql/tx.h"

#include <cstdint>
#include <string>
#include <vector>

namespace search {

struct EntryWords {
    std::int64_t id = 0;
    std::int64_t audience = 0;
    std::string title;  // as word_line
    std::string text;
};

class FullText {
public:
    virtual ~FullText() = default;
    virtual void add(sql::Tx& tx, const EntryWords& words) const = 0;
    virtual void drop(sql::Tx& tx, std::int64_t id) const = 0;  // nothing, if it has no words
    virtual void clear(sql::Tx& tx) const = 0;
    // A piece of bringing the index into the shape in which it is fastest read; the first of them
    // begins it. False: that was the last, and nothing was left to do.
    virtual bool tidy(sql::Tx& tx, bool is_first) const = 0;
    // The newest entries that match and whose audience is one of these, newest first.
    virtual std::vector<std::int64_t> newest(sql::Tx& tx, const Match& match,
                                             const std::vector<std::int64_t>& audiences,
                                             int count) const = 0;
};

const FullText& sqlite_fts();
const FullText& postgres_fts();
const FullText& full_text(const sql::Tx& tx);

}  // namespace search
