#pragma once
// What every page must have, and must not have, whatever it shows.

#include "platform/web/route.h"
#include "tests/support/page.h"

#include <string>
#include <vector>

namespace testing_site {

// What is wrong with a whole page, in sentences.
std::vector<std::string> faults_of(const Page& page);

// What on the page leads nowhere, for whoever got it as the answer of this address: the answer to a
// POST stands where only a POST may go. In sentences too.
std::vector<std::string> dead_ends_of(const Page& page, const std::string& address,
                                      const web::Routes& routes);

// Headers that a response lacks.
std::vector<std::string> missing_headers(const Page& page);

}  // namespace testing_site
