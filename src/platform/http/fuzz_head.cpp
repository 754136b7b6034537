// Heads and bodies: what our check lets through, the library's parser must take, and both must see
// the same end of it; cut into pieces, the bytes must give the same request as whole.

#include "platform/http/head.h"
#include "platform/http/incoming.h"

#include <cstdlib>
#include <optional>

namespace {

const http::Limits limits{.body_in_memory_max = 1'000};
const std::string no_folder;

void must(bool condition) {
    if (!condition) std::abort();
}

struct Outcome {
    int refusal = 0;
    std::size_t bytes = 0;
    std::string path = {}, body = {};
    bool operator==(const Outcome&) const = default;
};

Outcome outcome_of(std::string_view bytes, std::size_t step) {
    std::size_t scanned = 0, given = 0;
    http::HeadEnd end;
    while (end.length == 0 && end.refusal == 0 && given < bytes.size()) {
        given = std::min(bytes.size(), given + step);
        end = http::find_head_end(bytes.substr(0, given), scanned, limits);
    }
    if (end.length == 0) return {.refusal = end.refusal};
    const auto head = bytes.substr(0, end.length);
    const auto verdict = http::check_head(head, limits);
    if (verdict.refusal) return {.refusal = verdict.refusal};
    http::Incoming incoming(limits, no_folder);
    if (const int refusal = incoming.take_head(head)) return {.refusal = refusal};
    Outcome outcome{.bytes = end.length, .path = incoming.request().path};
    must(outcome.path.starts_with('/'));
    must(incoming.request().header("host").size() > 0 || incoming.is_http_1_0());
    if (!incoming.expects_body()) return outcome;
    must(incoming.request().method == http::Method::post);
    if (const int refusal = incoming.limit_body(2'000)) return {.refusal = refusal};
    given = std::max(given, outcome.bytes);
    for (;;) {
        const auto rest = bytes.substr(outcome.bytes, given - outcome.bytes);
        const auto taken = incoming.take_body(rest);
        must(taken.bytes <= rest.size());
        outcome.bytes += taken.bytes;
        if (taken.refusal) return {.refusal = taken.refusal};
        if (taken.is_whole) break;
        if (given == bytes.size()) return {};
        given = std::min(bytes.size(), given + step);
    }
    outcome.body = incoming.request().body;
    must(outcome.body.size() <= limits.body_in_memory_max);
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)http::check_head(bytes, limits);
    const Outcome whole = outcome_of(bytes, bytes.size() + 1);
    const Outcome pieces = outcome_of(bytes, 1);
    if (whole.bytes || pieces.bytes) must(whole == pieces);
    return 0;
}
