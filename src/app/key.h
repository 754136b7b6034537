#pragma once
// The key of the data folder: what is sealed under it opens here alone, whoever has the database.

#include <string>

namespace app {

// Read from the file; made, readable by its owner alone, where there is none. `Refused` where it
// can be neither, or where others may read it.
std::string data_key(const std::string& file);

}  // namespace app
