// expects: use of deleted function 'html::Attribute::Attribute(const html::Attribute&)'
// An attribute holds views: kept by name it would outlive its text.

#include "platform/html/tags.h"

html::Html kept(const std::string& kind) {
    const auto name = html::cls("notice " + kind);
    return html::div(html::Attribute(name), "Words");
}
