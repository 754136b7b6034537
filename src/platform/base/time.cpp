#include "platform/base/time.h"

// The zones of the system's tzdata, read where it lies; set here too, so that a build by hand and
// one by CMake (whose date::date-tz sets the same) see one class.
#define USE_OS_TZDB 1
#define HAS_STRING_VIEW 1
#define ONLY_C_LOCALE 1
#include <date/tz.h>

#include <fmt/compile.h>

#include <array>
#include <cassert>
#include <charconv>

namespace base {

namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

const date::time_zone& as_zone(const void* zone) {
    return *static_cast<const date::time_zone*>(zone);
}

std::string ago(std::int64_t count, std::string_view unit) {
    return fmt::format(FMT_COMPILE("{} {}{} ago"), count, unit, count == 1 ? "" : "s");
}

}  // namespace

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

Zone::Zone(std::string_view name) : name_(name), zone_(date::locate_zone(name)) {}

LocalTime Zone::local(Instant at) const {
    const auto second = std::chrono::floor<std::chrono::seconds>(at);
    const auto offset = as_zone(zone_).get_info(second).offset;
    const auto wall = second.time_since_epoch() + offset;
    const auto day = std::chrono::floor<std::chrono::days>(wall);
    const std::chrono::sys_days date{day};
    const std::chrono::year_month_day ymd{date};
    const std::chrono::hh_mm_ss clock{wall - day};
    return {.year = int{ymd.year()},
            .month = unsigned{ymd.month()},
            .day = unsigned{ymd.day()},
            .weekday = std::chrono::weekday{date}.c_encoding(),
            .hour = static_cast<int>(clock.hours().count()),
            .minute = static_cast<int>(clock.minutes().count()),
            .second = static_cast<int>(clock.seconds().count()),
            .day_number = day.count()};
}

Instant Zone::instant(const LocalTime& local) const {
    const std::chrono::year_month_day ymd{std::chrono::year{local.year},
                                          std::chrono::month{local.month},
                                          std::chrono::day{local.day}};
    assert(ymd.ok());
    const std::chrono::seconds wall = std::chrono::sys_days{ymd}.time_since_epoch() +
                                      hours{local.hour} + minutes{local.minute} +
                                      seconds{local.second};
    // `first` is the offset before the change: the earlier of two, and in the hour that is left out
    // the reading of RFC 5545 (01:30 in a spring night is 02:30 by the new clock).
    const auto offset = as_zone(zone_).get_info(date::local_seconds{wall}).first.offset;
    return Instant{wall - offset};
}

std::string iso_utc(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day ymd{day};
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(at - day)};
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z"), int{ymd.year()},
                       unsigned{ymd.month()}, unsigned{ymd.day()}, clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

std::string clock_text(const LocalTime& at) {
    return fmt::format(FMT_COMPILE("{:02}:{:02}"), at.hour, at.minute);
}

std::string weekday_day_month(const LocalTime& at) {
    return fmt::format(FMT_COMPILE("{} {} {}"), weekday_name(at.weekday), at.day,
                       month_name(at.month));
}

std::string day_month(const LocalTime& at) {
    return fmt::format(FMT_COMPILE("{} {}"), at.day, month_name(at.month));
}

std::string day_month_year(const LocalTime& at) {
    return fmt::format(FMT_COMPILE("{} {} {}"), at.day, month_name(at.month), at.year);
}

std::string calendar_text(Instant at, Instant now, const Zone& zone) {
    const LocalTime then = zone.local(at);
    const LocalTime today = zone.local(now);
    const std::string clock = clock_text(then);
    if (then.day_number == today.day_number) return "Today, " + clock;
    if (then.day_number == today.day_number - 1) return "Yesterday, " + clock;
    if (then.year == today.year) return day_month(then) + ", " + clock;
    return day_month_year(then) + ", " + clock;
}

std::string relative_text(Instant at, Instant now, const Zone& zone) {
    const auto age = now - at;
    if (age < -minutes{1} || age >= hours{relative_hours_max}) return calendar_text(at, now, zone);
    if (age < minutes{1}) return "just now";  // and a clock that is a little ahead of ours
    if (age < hours{1}) return ago(std::chrono::floor<minutes>(age).count(), "minute");
    return ago(std::chrono::floor<hours>(age).count(), "hour");
}

std::optional<Day> parse_compact_day(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    if (text.size() != 8 || !is_number) return std::nullopt;
    const std::chrono::year_month_day ymd{
        std::chrono::year{static_cast<int>(number / 10'000)},
        std::chrono::month{number / 100 % 100}, std::chrono::day{number % 100}};
    if (!ymd.ok()) return std::nullopt;
    return Day{ymd};
}

std::optional<Day> parse_day(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    std::string digits(iso.substr(0, 4));
    digits.append(iso.substr(5, 2)).append(iso.substr(8));
    return parse_compact_day(digits);
}

std::string iso_day(Day day) {
    const std::chrono::year_month_day ymd{day};
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), int{ymd.year()}, unsigned{ymd.month()},
                       unsigned{ymd.day()});
}

std::string day_text(Day day) {
    const std::chrono::year_month_day ymd{day};
    return fmt::format(FMT_COMPILE("{} {} {}"), unsigned{ymd.day()},
                       month_name(unsigned{ymd.month()}), int{ymd.year()});
}

Day day_of(const LocalTime& at) { return Day{days{at.day_number}}; }

std::string_view month_name(unsigned month) {
    return month_names.at(month - 1);
}

std::string_view weekday_name(unsigned weekday) {
    return weekday_names.at(weekday);
}

}  // namespace base
