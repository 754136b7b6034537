#pragma once
// The characters that "&eacute;", "&#233;" and "&#xE9;" stand for. For the Markdown renderer alone.

#include <string>
#include <string_view>

namespace html {

// Appends the character as UTF-8; an entity is "&", a name or number, ";". An unknown name stays
// as it is written, a number that is no character of HTML becomes U+FFFD.
void append_decoded(std::string& out, std::string_view entity);

}  // namespace html
