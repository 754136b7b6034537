#pragma once
// What the taker's and the authors' verbs have in common.

#include "features/extracts/store.h"

#include <string>
#include <vector>

namespace extracts {

std::vector<Extract> extracts_of(std::vector<store::Row> rows, const record::Floor& floor);
std::optional<Extract> extract_of(std::optional<store::Row> row, const record::Floor& floor);

// Of the words that an author agrees to: any other are not agreed.
std::string digest_of(const std::vector<Passage>& own);

base::Verdict may_be_passage(std::string_view text, PassageId id);

// The words that were typed for this passage; its own where none were.
std::string typed_for(const Passage& passage, const Texts& texts, std::string_view host);

}  // namespace extracts
