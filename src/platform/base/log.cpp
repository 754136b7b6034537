#include "platform/base/log.h"

#include "platform/base/json.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

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

void append(std::string& line, const Json& value) {
    // What is not UTF-8 must not cost us the line: it is replaced, not refused.
    line += value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void start(Level least) {
    lines().set_level(as_spdlog(least));
}

void write(Level level, std::string_view event, std::initializer_list<Field> fields) {
    if (!lines().should_log(as_spdlog(level))) return;
    std::string line = R"("event":)";
    append(line, event);
    for (const Field& field : fields) {
        line += ',';
        append(line, field.name);
        line += ':';
        append(line, std::visit([](auto value) { return Json(value); }, field.value));
    }
    lines().log(as_spdlog(level), line);
}

}  // namespace base::log
