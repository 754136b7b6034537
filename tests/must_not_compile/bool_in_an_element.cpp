// expects: use of deleted function 'html::Part::Part(bool)'
// Truth has words; "1" is none of them.

#include "platform/html/tags.h"

html::Html told(bool closed) { return html::p("Closed: ", closed); }
