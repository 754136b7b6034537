#pragma once
// One structured line (JSON) on standard error for each request, job and trouble. What happened in
// the community goes to the record, not here; secrets, message texts and authorship go nowhere.

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

namespace base::log {

enum class Level { info, warning, error };  // happened; look this week; wake someone

struct Field {
    std::string_view name;
    std::variant<std::string_view, std::int64_t, double, bool> value;
};

void start(Level least);  // once, by the app; before it nothing below `warning` is written
// {"at":"2027-06-08T08:57:03.120Z","level":"info","event":"request","status":200}; safe for
// concurrent use. A text that is not UTF-8 is mended, a number that is none becomes null.
void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});

inline void info(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::info, event, fields);
}
inline void warning(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::warning, event, fields);
}
inline void error(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::error, event, fields);
}

}  // namespace base::log
