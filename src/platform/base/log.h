#pragma once
// One structured line (JSON) on standard error for each request, job and trouble. What happened in
// the community goes to the record, not here; secrets, message texts and authorship go nowhere.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

namespace base::log {

enum class Level { info, warning, error };  // happened; look this week; wake someone

// What may stand in a line as text. A literal is our own words. Of all else its caller says that it
// is: a route, a name that we gave, what a library says of a fault of its own; never what somebody
// wrote, nor who they are. The house's list of ways out names who says so.
class Words {
public:
    template <std::size_t size>
    consteval Words(const char (&literal)[size])  // NOLINT: written as the literal itself
        : text_(literal, size - 1) {}
    std::string_view text() const { return text_; }

private:
    friend Words ours(std::string_view text);
    explicit Words(std::string_view text) : text_(text) {}
    std::string_view text_;
};
inline Words ours(std::string_view text) {
    return Words(text);
}

template <class T>
concept Figure = std::same_as<T, std::int64_t> || std::same_as<T, double> || std::same_as<T, bool>;

struct Field {
    Field(Words its_name, Words words) : name(its_name), value(words) {}
    template <Figure T>
    Field(Words its_name, T figure) : name(its_name), value(figure) {}

    Words name;
    std::variant<Words, std::int64_t, double, bool> value;
};

void start(Level least);  // once, by the app; before it nothing below `warning` is written
// {"at":"2027-06-08T08:57:03.120Z","level":"info","event":"request","status":200}; safe for
// concurrent use. A text that is not UTF-8 is mended, a number that is none becomes null.
void write(Level level, Words event, std::initializer_list<Field> fields = {});

inline void info(Words event, std::initializer_list<Field> fields = {}) {
    write(Level::info, event, fields);
}
inline void warning(Words event, std::initializer_list<Field> fields = {}) {
    write(Level::warning, event, fields);
}
inline void error(Words event, std::initializer_list<Field> fields = {}) {
    write(Level::error, event, fields);
}

}  // namespace base::log
