#pragma once
// From what was written to what may go out: what names somebody by its form alone is taken away,
// before the linter reads the rest. Pure.

#include <string>
#include <string_view>
#include <vector>

namespace extracts {

// A post's Markdown without quotations of other posts, mentions, a signature, pictures and
// addresses that lead back to this host, and characters that are not seen. May be empty.
std::string passage_from(std::string_view markdown, std::string_view host);

// What somebody has typed as a passage, without what leads back and what is not seen; doing it
// twice changes nothing.
std::string tidied(std::string_view text, std::string_view host);

// How many words a passage has, and how many of them stand in a row of three or more in its post.
struct Shared {
    std::size_t words = 0, common = 0;
};
Shared shared_words(std::string_view passage, std::string_view post);
bool is_from(const Shared& shared);  // enough for its author to be counted

// Each stretch of so many words in a row, in small letters and without signs.
std::vector<std::string> runs_in(std::string_view markdown, std::size_t length);

}  // namespace extracts
