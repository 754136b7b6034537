#pragma once
// What follows when a text of the Rule was published.

#include "platform/record/reader.h"

#include <vector>

namespace rule {

std::vector<record::Listener> listeners();

}  // namespace rule
