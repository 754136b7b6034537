#pragma once
// Passages as the blocks of a paper: what render_markdown makes of them, read again. Links are
// their words, tables lines of cells.

#include "platform/pdf/document.h"

#include <string_view>
#include <vector>

namespace extracts {

std::vector<pdf::Block> blocks_of(std::string_view markdown);

}  // namespace extracts
