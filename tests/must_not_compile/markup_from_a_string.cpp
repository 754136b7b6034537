// expects: no matching function for call to
#include "platform/html/builder.h"

#include <string>

html::Html item(const std::string& typed) {
    html::Builder out;
    out << html::Markup(typed);
    return std::move(out).done();
}
