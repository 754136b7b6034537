#pragma once
// What follows a fact of the forum: the search index and the mails to those who were mentioned, by
// listeners; live hints, by a watcher.

#include "features/forum/feature.h"

#include <vector>

namespace forum {

std::vector<record::Listener> listeners(const Mailing& mailing);
record::Watcher watcher(Hint hint);

}  // namespace forum
