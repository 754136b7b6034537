#pragma once
// What looks for one kind of trace each. The order matters: what belongs to an address is no
// organisation, what belongs to an organisation is no person.

#include "features/linter/document.h"

namespace linter {

void find_addresses(Document& document);  // contact, url, handle
void find_codes(Document& document);
void find_organisations(Document& document);
void find_persons(Document& document);
void find_combinations(Document& document);  // of what the others left

}  // namespace linter
