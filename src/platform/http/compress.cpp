#include "platform/http/compress.h"

#include "platform/http/message.h"

#include <brotli/encode.h>
#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace http {

namespace {

constexpr int gzip_level = 1;
constexpr int brotli_quality = 1;
constexpr int brotli_window_bits = 18;  // 256 kB: more than a page

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The weight of "gzip;q=0.5" in thousandths; 1000 without one, 0 if it cannot be read.
int weight_of(std::string_view parameters) {
    parameters = trim(parameters);
    if (parameters.empty()) return 1000;
    if (!same_name(parameters.substr(0, 2), "q=")) return 0;
    const auto digits = parameters.substr(2, 5);
    int weight = 0, unit = 1000;
    for (const char c : digits) {
        if (c == '.') continue;
        if (c < '0' || c > '9') return 0;
        weight += (c - '0') * unit;
        unit /= 10;
    }
    return std::min(weight, 1000);
}

struct Weights {
    int gzip = -1, brotli = -1, any = 0;  // -1: not named
};

Weights weights_of(std::string_view rest) {
    Weights weights;
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const auto item = rest.substr(0, comma);
        rest = comma == rest.npos ? std::string_view{} : rest.substr(comma + 1);
        const auto semicolon = item.find(';');
        const auto name = trim(item.substr(0, semicolon));
        const int weight = semicolon == item.npos ? 1000 : weight_of(item.substr(semicolon + 1));
        if (same_name(name, "gzip")) weights.gzip = weight;
        if (same_name(name, "br")) weights.brotli = weight;
        if (name == "*") weights.any = weight;
    }
    return weights;
}

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const {
        libdeflate_free_compressor(compressor);
    }
};

// Fills a string that grows to `bytes_max`; `write` answers how much it wrote, 0 for nothing.
template <class Write>
std::optional<std::string> filled(std::size_t bytes_max, Write write) {
    std::string bytes;
    bytes.resize_and_overwrite(bytes_max, write);
    if (bytes.empty()) return std::nullopt;
    return bytes;
}

// The room given is what the text itself takes: what does not fit was not worth it.
std::optional<std::string> gzip(std::string_view text) {
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(gzip_level));  // one a thread: it cannot be shared
    if (!compressor) return std::nullopt;
    return filled(text.size(), [&](char* room, std::size_t size) {
        return libdeflate_gzip_compress(compressor.get(), text.data(), text.size(), room, size);
    });
}

std::optional<std::string> brotli(std::string_view text) {
    return filled(text.size(), [&](char* room, std::size_t size) {
        const auto* from = reinterpret_cast<const std::uint8_t*>(text.data());
        auto* to = reinterpret_cast<std::uint8_t*>(room);
        const bool fits = BrotliEncoderCompress(brotli_quality, brotli_window_bits,
                                                BROTLI_MODE_TEXT, text.size(), from, &size, to);
        return fits ? size : 0;
    });
}

}  // namespace

Encoding preferred_encoding(std::string_view accept_encoding) {
    if (accept_encoding.empty()) return Encoding::none;
    Weights weights = weights_of(accept_encoding);
    if (weights.gzip < 0) weights.gzip = weights.any;
    if (weights.brotli < 0) weights.brotli = weights.any;
    if (weights.brotli > std::max(weights.gzip, 0)) return Encoding::brotli;
    return weights.gzip > 0 ? Encoding::gzip : Encoding::none;
}

bool is_compressible(std::string_view content_type) {
    constexpr auto types = std::to_array<std::string_view>(
        {"application/json", "application/javascript", "application/xml", "image/svg+xml",
         "application/manifest+json", "application/ld+json", "application/atom+xml",
         "application/rss+xml", "application/xhtml+xml", "application/problem+json"});
    const auto type = trim(content_type.substr(0, content_type.find(';')));
    if (same_name(type.substr(0, 5), "text/")) return !same_name(type, "text/event-stream");
    return std::ranges::any_of(types, [&](auto known) { return same_name(type, known); });
}

std::optional<std::string> compress(Encoding encoding, std::string_view text) {
    switch (encoding) {
    case Encoding::gzip: return gzip(text);
    case Encoding::brotli: return brotli(text);
    case Encoding::none: break;
    }
    return std::nullopt;
}

}  // namespace http
