#pragma once
// What went wrong, as a row keeps it: one line of valid text, not long.

#include <exception>
#include <string>

namespace base {

std::string trouble_line(const std::exception& trouble);

}  // namespace base
