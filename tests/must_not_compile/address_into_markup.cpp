// expects: is not a constant expression
#include "platform/html/builder.h"

using namespace html::literals;

html::Html link(std::string_view typed) {
    html::Builder out;
    out << "<a href=\""_h << typed << "\">Look</a>"_h;
    return std::move(out).done();
}
