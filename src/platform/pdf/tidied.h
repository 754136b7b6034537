#pragma once
// The second pass over a PDF that cairo wrote: what cairo cannot say is added, and what it says of
// itself and of the moment is taken out.

#include <string>
#include <string_view>

namespace pdf {

std::string tidied(std::string_view drawn, const std::string& title, const std::string& language);

}  // namespace pdf
