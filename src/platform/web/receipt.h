#pragma once
// A form counts once: whoever presses twice has done one thing. What was done is known again by the
// form's number together with all that was sent, so that another text from the same page (Back
// brings it with its number) is another thing.

#include "platform/http/message.h"
#include "platform/http/multipart.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web {

bool is_form_number(std::string_view number);  // could be one of ours

// nullopt: may be done again as often as it is sent. That holds for a form without a number, and
// for steps aside, which a button named "do" takes: a preview, a draft.
std::optional<std::string> receipt_of(std::string_view path, const http::Fields& sent,
                                      const std::vector<http::Upload>& uploads = {});

}  // namespace web
