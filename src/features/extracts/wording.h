#pragma once
// From what was written to what may go out: what names somebody by its form alone is taken away,
// before the linter reads the rest. Pure.

#include <string>
#include <string_view>

namespace extracts {

// A post's Markdown without quotations of other posts, mentions, a signature, pictures and
// addresses that lead back to this host, and characters that are not seen. May be empty.
std::string passage_from(std::string_view markdown, std::string_view host);

// What somebody has typed as a passage, without what leads back and what is not seen; doing it
// twice changes nothing.
std::string tidied(std::string_view text, std::string_view host);

}  // namespace extracts
