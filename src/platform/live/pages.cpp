#include "platform/live/pages.h"

#include "platform/web/call.h"

#include <string>

namespace live {

namespace {

// Milliseconds before the browser comes again; the rest of the spread is the streams' own.
constexpr std::string_view first_words = "retry: 4000\n\n";

http::Response listen(web::Call& call, Hub& hub) {
    http::Response response;
    response.may_compress = false;  // a hint must not wait for more
    response.with("Content-Type", "text/event-stream");
    response.with("Cache-Control", "no-store");
    response.with("X-Accel-Buffering", "no");
    const identity::PersonId person = call.actor().id();
    response.stream = [&hub, person, audiences = call.actor().audiences()](
                          std::shared_ptr<http::Stream> stream) {
        stream->send(std::string(first_words));
        hub.join(std::move(stream), person, audiences);
    };
    return response;
}

}  // namespace

void routes(web::Routes& site, Hub& hub) {
    site.get("/live", web::signed_in, [&hub](web::Call& call) { return listen(call, hub); },
             {.rate = {.count_a_minute = 60}});
}

}  // namespace live
