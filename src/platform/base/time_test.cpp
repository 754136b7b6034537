#include "platform/base/time.h"

#include <gtest/gtest.h>

#include <ctime>
#include <stdexcept>
#include <thread>
#include <vector>

namespace base {
namespace {

using namespace std::chrono_literals;

Instant utc(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
    return std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) /
                                 static_cast<int>(day)} +
           hours{hour} + minutes{minute} + seconds{second};
}

LocalTime wall(int year, unsigned month, unsigned day, int hour, int minute) {
    return {.year = year, .month = month, .day = day, .hour = hour, .minute = minute};
}

TEST(Time, TheSystemClockIsTheMachinesClock) {
    const Instant before{seconds{std::time(nullptr)}};
    const Instant now = SystemClock{}.now();
    EXPECT_LE(before, now);
    EXPECT_LE(now, before + 1min);
}

TEST(Time, AFrozenClockMovesOnlyWhenMoved) {
    FrozenClock clock(utc(2027, 6, 8));
    EXPECT_EQ(clock.now(), utc(2027, 6, 8));
    clock.advance(90s);
    EXPECT_EQ(clock.now(), utc(2027, 6, 8, 0, 1, 30));
    clock.move_to(utc(2020, 1, 1));
    EXPECT_EQ(clock.now(), utc(2020, 1, 1));
}

TEST(Time, AZoneKnowsItsNameAndRefusesOthers) {
    EXPECT_EQ(Zone{}.name(), "Europe/London");
    EXPECT_EQ(Zone("America/St_Johns").name(), "America/St_Johns");
    for (const char* name : {"", "Europe/Atlantis", "europe/london", "../../etc/passwd",
                             "/usr/share/zoneinfo/Europe/London", "Europe/London\n", "BST"}) {
        EXPECT_THROW(Zone{name}, std::runtime_error) << name;
    }
}

TEST(Time, LondonIsAnHourAheadInSummer) {
    const Zone london;
    const LocalTime summer = london.local(utc(2027, 6, 8, 7, 57, 3) + 999999us);
    EXPECT_EQ(summer.year, 2027);
    EXPECT_EQ(summer.month, 6u);
    EXPECT_EQ(summer.day, 8u);
    EXPECT_EQ(summer.weekday, 2u);
    EXPECT_EQ(summer.hour, 8);
    EXPECT_EQ(summer.minute, 57);
    EXPECT_EQ(summer.second, 3);
    EXPECT_EQ(london.local(utc(2027, 1, 8, 7)).hour, 7);
    EXPECT_EQ(london.local(utc(2027, 6, 8, 23, 30)).day, 9u);
}

TEST(Time, LondonsClocksGoForwardAtOneOnTheLastSundayOfMarch) {
    const Zone london;
    EXPECT_EQ(clock_text(london.local(utc(2027, 3, 28, 0, 59, 59))), "00:59");
    EXPECT_EQ(clock_text(london.local(utc(2027, 3, 28, 1, 0))), "02:00");
    EXPECT_EQ(london.instant(wall(2027, 3, 28, 0, 59)), utc(2027, 3, 28, 0, 59));
    EXPECT_EQ(london.instant(wall(2027, 3, 28, 2, 0)), utc(2027, 3, 28, 1, 0));
    // What the clocks leave out is read as if they had not moved yet.
    EXPECT_EQ(london.instant(wall(2027, 3, 28, 1, 30)), utc(2027, 3, 28, 1, 30));
}

TEST(Time, LondonsClocksGoBackAtTwoOnTheLastSundayOfOctober) {
    const Zone london;
    EXPECT_EQ(clock_text(london.local(utc(2027, 10, 31, 0, 30))), "01:30");
    EXPECT_EQ(clock_text(london.local(utc(2027, 10, 31, 1, 30))), "01:30");
    EXPECT_EQ(london.instant(wall(2027, 10, 31, 1, 30)), utc(2027, 10, 31, 0, 30)) << "earlier";
    EXPECT_EQ(london.instant(wall(2027, 10, 31, 2, 0)), utc(2027, 10, 31, 2, 0));
}

TEST(Time, LocalAndInstantAreEachOthersInverse) {
    for (const char* name : {"Europe/London", "Asia/Kathmandu", "America/St_Johns", "UTC",
                             "Pacific/Apia", "Australia/Lord_Howe"}) {
        const Zone zone(name);
        for (Instant at = utc(2026, 1, 1); at < utc(2028, 1, 1); at += 10h + 7min + 11s) {
            const LocalTime local = zone.local(at);
            const Instant back = zone.instant(local);
            EXPECT_TRUE(back == at || (at - back <= 1h && zone.local(back).hour == local.hour))
                << name << ' ' << iso_utc(at);
        }
    }
}

TEST(Time, DaysAreNumberedByTheZonesMidnight) {
    const Zone london;
    const Zone auckland("Pacific/Auckland");
    const Instant at = utc(2027, 6, 8, 22, 59);
    EXPECT_EQ(london.local(at).day_number + 1, auckland.local(at).day_number);
    EXPECT_EQ(london.local(at).day_number + 1, london.local(at + 1min).day_number);
    EXPECT_EQ(Zone("UTC").local(utc(1970, 1, 1)).day_number, 0);
    EXPECT_EQ(Zone("UTC").local(utc(1969, 12, 31, 23, 59)).day_number, -1);
}

TEST(Time, DaysOfTheCalendarAreReadAndWritten) {
    const auto day = parse_day("2027-06-08");
    ASSERT_TRUE(day);
    EXPECT_EQ(parse_compact_day("20270608"), day);
    EXPECT_EQ(iso_day(*day), "2027-06-08");
    EXPECT_EQ(day_text(*day), "8 June 2027");
    EXPECT_EQ(iso_day(day_of(Zone{}.local(utc(2027, 6, 8, 23, 30)))), "2027-06-09");
    EXPECT_TRUE(parse_day("2028-02-29"));
    for (const char* wrong : {"2027-02-29", "2027-13-01", "2027-00-10", "2027-6-8", "08/06/2027",
                              "2027-06-08 ", "+027-06-08", "", "20270608"}) {
        EXPECT_FALSE(parse_day(wrong)) << wrong;
    }
    for (const char* wrong : {"20270230", "2027060", "202706081", "2027O608", "-2027060", ""}) {
        EXPECT_FALSE(parse_compact_day(wrong)) << wrong;
    }
}

TEST(Time, BeforeTheEpochTheClockStillRunsForward) {
    const LocalTime at = Zone("UTC").local(utc(1899, 12, 31, 23, 58, 57) + 1us);
    EXPECT_EQ(at.year, 1899);
    EXPECT_EQ(at.hour, 23);
    EXPECT_EQ(at.second, 57);
    EXPECT_EQ(at.weekday, 0u);
    EXPECT_EQ(iso_utc(utc(1899, 12, 31, 23, 58, 57) + 1us), "1899-12-31T23:58:57Z");
}

TEST(Time, TextsForPeopleAndForMachines) {
    EXPECT_EQ(iso_utc(utc(2027, 6, 8, 8, 57, 3) + 999ms), "2027-06-08T08:57:03Z");
    const LocalTime at = Zone{}.local(utc(2027, 6, 8, 7, 57));
    EXPECT_EQ(clock_text(at), "08:57");
    EXPECT_EQ(weekday_day_month(at), "Tuesday 8 June");
    EXPECT_EQ(day_month(at), "8 June");
    EXPECT_EQ(day_month_year(at), "8 June 2027");
    EXPECT_EQ(month_name(1), "January");
    EXPECT_EQ(month_name(12), "December");
    EXPECT_EQ(weekday_name(0), "Sunday");
    EXPECT_EQ(weekday_name(6), "Saturday");
    EXPECT_THROW(month_name(0), std::out_of_range);
    EXPECT_THROW(month_name(13), std::out_of_range);
    EXPECT_THROW(weekday_name(7), std::out_of_range);
}

TEST(Time, CalendarTextNamesTheNearDays) {
    const Zone london;
    const Instant now = utc(2027, 6, 8, 8, 9);
    EXPECT_EQ(calendar_text(utc(2027, 6, 8, 7, 49), now, london), "Today, 08:49");
    EXPECT_EQ(calendar_text(utc(2027, 6, 7, 20, 14), now, london), "Yesterday, 21:14");
    EXPECT_EQ(calendar_text(utc(2027, 6, 7, 23, 5), now, london), "Today, 00:05");
    EXPECT_EQ(calendar_text(utc(2027, 6, 3, 7, 40), now, london), "3 June, 08:40");
    EXPECT_EQ(calendar_text(utc(2025, 6, 3, 7, 40), now, london), "3 June 2025, 08:40");
    EXPECT_EQ(calendar_text(utc(2027, 6, 9, 7, 40), now, london), "9 June, 08:40");
    const Instant new_year = utc(2028, 1, 1, 0, 5);
    EXPECT_EQ(calendar_text(utc(2027, 12, 31, 23, 0), new_year, london), "Yesterday, 23:00");
    EXPECT_EQ(calendar_text(utc(2027, 12, 30, 23, 0), new_year, london),
              "30 December 2027, 23:00");
}

TEST(Time, RelativeTextCountsThenNamesTheDay) {
    const Zone london;
    const Instant now = utc(2027, 6, 8, 8, 9);
    const auto ago = [&](microseconds by) { return relative_text(now - by, now, london); };
    EXPECT_EQ(ago(0s), "just now");
    EXPECT_EQ(ago(-40s), "just now");
    EXPECT_EQ(ago(59s), "just now");
    EXPECT_EQ(ago(60s), "1 minute ago");
    EXPECT_EQ(ago(12min + 59s), "12 minutes ago");
    EXPECT_EQ(ago(59min), "59 minutes ago");
    EXPECT_EQ(ago(1h), "1 hour ago");
    EXPECT_EQ(ago(2h + 30min), "2 hours ago");
    EXPECT_EQ(ago(5h + 59min), "5 hours ago");
    EXPECT_EQ(ago(6h), "Today, 03:09");
    EXPECT_EQ(ago(11h), "Yesterday, 22:09");
    EXPECT_EQ(ago(-2h), "Today, 11:09");
}

TEST(Time, ZonesAreSafeForConcurrentUse) {
    std::vector<std::jthread> threads;
    for (int n = 0; n < 4; ++n) {
        threads.emplace_back([] {
            for (const char* name : {"Asia/Tokyo", "Europe/Rome", "Africa/Cairo"}) {
                for (int day = 0; day < 200; ++day) {
                    const LocalTime at = Zone(name).local(utc(2027, 1, 1) + days{day});
                    EXPECT_EQ(at.year, 2027);
                }
            }
        });
    }
}

}  // namespace
}  // namespace base
