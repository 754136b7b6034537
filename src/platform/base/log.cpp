#include "platform/base/log.h"

#include "platform/base/json.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace base::log {

namespace {

spdlog::level::level_enum as_spdlog(Level level) {
    if (level == Level::info) return spdlog::level::info;
    return level == Level::warning ? spdlog::level::warn : spdlog::level::err;
}

std::shared_ptr<spdlog::logger> made() {
    auto logger = std::make_shared<spdlog::logger>(
        "moothall", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_level(spdlog::level::warn);
    logger->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                        spdlog::pattern_time_type::utc);
    return logger;
}

// spdlog's logger is safe for concurrent use; it keeps the one thing that changes, the level.
spdlog::logger& lines() {
    static const std::shared_ptr<spdlog::logger> logger = made();
    return *logger;
}

bool is_plain(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
}

void append(std::string& line, std::string_view text) {
    if (is_plain(text)) {  // nearly all: names of events, routes, numbers of requests
        line.append("\"").append(text).append("\"");
        return;
    }
    // What is not UTF-8 must not cost us the line: it is replaced, not refused.
    line += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void append(std::string& line, Words words) { append(line, words.text()); }

void append(std::string& line, std::int64_t number) { line += std::to_string(number); }

template <class Value>
void append(std::string& line, const Value& value) {
    line += Json(value).dump();
}

}  // namespace

void start(Level least) {
    lines().set_level(as_spdlog(least));
}

void write(Level level, Words event, std::initializer_list<Field> fields) {
    if (!lines().should_log(as_spdlog(level))) return;
    std::string line = R"("event":)";
    append(line, event);
    for (const Field& field : fields) {
        line += ',';
        append(line, field.name);
        line += ':';
        std::visit([&](const auto& value) { append(line, value); }, field.value);
    }
    lines().log(as_spdlog(level), line);
}

}  // namespace base::log
