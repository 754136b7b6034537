#include "features/linter/linter.h"

#include <chrono>
#include <gtest/gtest.h>
#include <random>

namespace linter {

namespace {

const Linter& linter() {
    static const Linter made(
        {{"Hope Price", "Ashcombe Hospital NHS Trust", "XA1", "CCIO", "London"},
         {"Mark O'Brien", "Vale Ambulance NHS Trust", "XB2", "CIO", "Midlands"}},
        {});
    return made;
}

// Where a well-formed code point begins or the text ends, or where no byte is well formed.
bool is_boundary(std::string_view text, std::size_t at) {
    if (at == text.size()) return true;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if ((byte(at) & 0xC0) != 0x80) return true;
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        const auto lead = byte(at - back);
        if ((lead & 0xC0) == 0x80) continue;
        const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        return bytes <= back || at - back + bytes > text.size() ||
               std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at - back) + 1,
                           text.begin() + static_cast<std::ptrdiff_t>(at - back + bytes),
                           [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    }
    return true;
}

void expect_sound(std::string_view text) {
    std::size_t last = 0;
    for (const Finding& one : linter().findings(text)) {
        ASSERT_LT(one.from, one.to);
        ASSERT_LE(one.to, text.size());
        ASSERT_TRUE(is_boundary(text, one.from)) << one.text;
        ASSERT_TRUE(is_boundary(text, one.to)) << one.text;
        ASSERT_LE(last, one.from) << "in order";
        last = one.from;
    }
}

TEST(AnyBytes, AreReadAndFindingsLieWithinThem) {
    std::mt19937 dice(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text(dice() % 200, '\0');
        for (char& c : text) c = static_cast<char>(dice());
        expect_sound(text);
    }
}

TEST(AnyBytes, PiecesOfNamesAndMarksInAnyOrderAreReadToo) {
    const std::string_view pieces[] = {
        "Hope",  "Price", "Dr",   "O’Brien", " ",      "\n",   "\n\n", "**",  "_",   "&shy;",
        "&#",    ";",     "@",    ".",       "nhs",    "uk",   "://",  "<b>", "<",   "!---->",
        "\xC3",  "\xE2",  "\x80", "😀",      "\u0301", "0113", "+44",  "(",   ")",   "XA1",
        "CCIO",  "the",   "only", "London",  "'",      "'s",   "-",    "at",  "dot", "UCLH",
        "trust", "ext",   "7",    "[.]",     "\\",     "А",    "&",    "NHS", "St",  "Hospital"};
    std::mt19937 dice(11);
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (auto count = dice() % 30; count > 0; --count)
            text += pieces[dice() % std::size(pieces)];
        expect_sound(text);
    }
}

// Each may need the other: a kind of trust stands by a role or a place, never by its like.
TEST(AnyBytes, KindsOfTrustBesideEachOther) {
    const std::string pieces[] = {"acute", "Acute", "mental health", "in", "the", "CCIO",
                                  "London", ",", ", Ambulance", ".\n", "\xFF"};
    for (const auto& a : pieces) {
        for (const auto& b : pieces) {
            for (const auto& c : pieces) {
                for (const auto& d : pieces) expect_sound(a + " " + b + " " + c + " " + d);
            }
        }
    }
    expect_sound("\xFF" "acutE \x8D,\xFF" "acute \xB0p\xFFr");
}

double seconds(const std::string& text) {
    const auto begun = std::chrono::steady_clock::now();
    expect_sound(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

std::string repeated(std::string_view part, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + part.size());
    while (text.size() < bytes) text += part;
    return text;
}

// A quadratic reader would need hours for a megabyte of any of these.
TEST(AnyBytes, AMegabyteOfOneThingIsReadInSeconds) {
    constexpr std::size_t megabyte = 1'000'000;
    constexpr double seconds_max = 20;  // under a sanitizer too
    for (const std::string_view part : {"a",           "A",
                                        "A ",          "1",
                                        "0 ",          "@",
                                        ".",           "a.",
                                        "a@",          "'",
                                        "-",           "_",
                                        "*",           "&",
                                        "<",           "\\",
                                        "(",           "Hope ",
                                        "Hope Price ", "A.",
                                        "A. ",         "CCIO London ",
                                        "the only ",   "at ",
                                        "dot ",        "a dot ",
                                        "Ashcombe ",   "\n",
                                        "\n\n",        "é",
                                        "\xFF",        "\u200B",
                                        "Dr ",         "ext ",
                                        "@a ",         "http://",
                                        "UCLH & ",     "Hospital ",
                                        "van ",        "Mark and ",
                                        "acute, ",     "Acute in ",
                                        "[.]",         "St ",
                                        "0113 "}) {
        EXPECT_LT(seconds(repeated(part, megabyte)), seconds_max) << part;
    }
}

}  // namespace

}  // namespace linter
