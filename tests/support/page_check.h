#pragma once
// What every page must have, and must not have, whatever it shows.

#include "tests/support/page.h"

#include <string>
#include <vector>

namespace testing_site {

// What is wrong with a whole page, in sentences.
std::vector<std::string> faults_of(const Page& page);

// Headers that a response lacks.
std::vector<std::string> missing_headers(const Page& page);

}  // namespace testing_site
