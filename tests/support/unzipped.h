#pragma once
// The files of a ZIP archive by name, read as whoever downloads it reads it.

#include <map>
#include <string>
#include <string_view>

namespace testing_site {

// Throws std::runtime_error where it is no archive, or not whole.
std::map<std::string, std::string> unzipped(std::string_view bytes);

}  // namespace testing_site
