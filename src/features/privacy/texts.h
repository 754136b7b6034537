#pragma once
// All texts that people are asked to consent to, every version of each, the oldest first.

#include "features/privacy/privacy.h"

#include <span>

namespace privacy {

// A version that stands here never changes: write the next below it. `check` compares what stands
// here with what people consented to.
std::span<const Text> all_texts();

}  // namespace privacy
