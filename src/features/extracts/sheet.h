#pragma once
// Passages as the blocks of a paper: what render_markdown makes of them, read again. Links are
// their words, tables lines of cells.

#include "platform/pdf/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace extracts {

std::vector<pdf::Block> blocks_of(std::string_view markdown);

// The blocks as Markdown again: words and how they are set, and nothing that leads anywhere.
std::string as_markdown(const std::vector<pdf::Block>& blocks);
std::string as_markdown(std::string_view words);  // a line of words, with no sign of Markdown in it

}  // namespace extracts
