#pragma once
// Moments and how people write them. An Instant is UTC in microseconds; a Zone turns it into the
// local day and clock that a page shows. Only time.cpp asks the machine for the time.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Day = std::chrono::sys_days;  // of the calendar, in no zone: when a body opened

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

// The machine's clock. Safe for concurrent use.
class SystemClock final : public Clock {
public:
    Instant now() const override;
};

// A clock that stands until it is moved; for tests and for the demo community.
class FrozenClock final : public Clock {
public:
    explicit FrozenClock(Instant at) : at_(at) {}
    Instant now() const override { return at_; }
    void move_to(Instant at) { at_ = at; }
    void advance(std::chrono::microseconds by) { at_ += by; }

private:
    Instant at_;
};

// Day and clock in one zone, for reading, never for reckoning.
struct LocalTime {
    int year = 1970;
    unsigned month = 1;    // 1 to 12
    unsigned day = 1;      // 1 to 31
    unsigned weekday = 4;  // 0 is Sunday
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t day_number = 0;  // days since 1970-01-01 in the zone; one per local day
};

// A named time zone of the IANA database. Safe for concurrent use. The system's files spell changes
// out until 2037; after that the winter's clock is shown all year.
class Zone {
public:
    explicit Zone(std::string_view name = "Europe/London");  // throws std::runtime_error if unknown
    const std::string& name() const { return name_; }
    LocalTime local(Instant at) const;
    // Reads year to second; the day must exist. Where the clock goes back, the earlier of the two;
    // where it goes forward, as if it had not yet (01:30 in that night is 02:30).
    Instant instant(const LocalTime& local) const;

private:
    std::string name_;
    const void* zone_;  // a date::time_zone; the database lives as long as the program
};

std::string iso_utc(Instant at);              // 2027-06-08T08:57:03Z, for datetime attributes
std::string clock_text(const LocalTime& at);  // 08:57
std::string weekday_day_month(const LocalTime& at);        // Tuesday 8 June
std::string day_month(const LocalTime& at);                // 8 June
std::string day_month_year(const LocalTime& at);           // 8 June 2027
// "Today, 08:49" · "Yesterday, 21:14" · "3 June, 08:40" · "3 June 2025, 08:40"
std::string calendar_text(Instant at, Instant now, const Zone& zone);
// "just now" · "12 minutes ago" · "2 hours ago" · then, and for what is to come, as calendar_text
inline constexpr int relative_hours_max = 6;
std::string relative_text(Instant at, Instant now, const Zone& zone);

std::optional<Day> parse_day(std::string_view iso);           // 2027-06-08, a day that exists
std::optional<Day> parse_compact_day(std::string_view text);  // 20270608
std::string iso_day(Day day);                                 // 2027-06-08
std::string day_text(Day day);                                // 8 June 2027
Day day_of(const LocalTime& at);

std::string_view month_name(unsigned month);      // 1 to 12: January …
std::string_view weekday_name(unsigned weekday);  // 0 to 6: Sunday …

}  // namespace base
