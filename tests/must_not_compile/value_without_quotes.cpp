// expects: is not a constant expression
#include "platform/html/builder.h"

using namespace html::literals;

html::Html item(std::string_view typed) {
    html::Builder out;
    out << "<li class="_h << typed << ">Look</li>"_h;
    return std::move(out).done();
}
