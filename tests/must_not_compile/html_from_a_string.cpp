// expects: could not convert 'text' from
// Text does not turn into Html by itself.

#include "platform/html/html.h"

html::Html forged(const std::string& text) { return text; }
