#pragma once
// A file that leaves by the browser, to be kept: the bytes of what the gate let pass, and nothing
// else can be one.

#include "platform/exit/gate.h"
#include "platform/http/message.h"

namespace web {

struct FileFace {
    std::string name;  // as it is offered to be saved, any characters
    std::string type;  // "text/csv; charset=utf-8"
};

// Never shown within our pages, never kept by caches between.
http::Response download(leaving::Passed passed, const FileFace& file);

}  // namespace web
