#include "platform/base/text.h"

#include <gtest/gtest.h>

#include <unicode/utf8.h>

#include <cstdint>

namespace base {
namespace {

std::string utf8(char32_t point) {
    std::uint8_t bytes[4];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<std::int32_t>(point));
    return {bytes, bytes + length};
}

TEST(Text, Utf8IsWellFormedAndWithoutNul) {
    for (const char* good : {"", "plain", "Zoë", "😀", "\xEF\xBB\xBF", "\xF4\x8F\xBF\xBF"}) {
        EXPECT_TRUE(is_utf8(good)) << good;
    }
    for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                            "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "a\xFF", "\xE2\x82"}) {
        EXPECT_FALSE(is_utf8(bad));
    }
    EXPECT_FALSE(is_utf8(std::string_view("a\0b", 3)));
}

TEST(Text, LengthCountsWhatPeopleSee) {
    EXPECT_EQ(length(""), 0u);
    EXPECT_EQ(length("plain"), 5u);
    EXPECT_EQ(length("a\r\nb"), 3u);
    EXPECT_EQ(length("Zoë"), 3u);
    EXPECT_EQ(length("Zoe\u0308"), 3u);
    EXPECT_EQ(length("👩‍⚕️"), 1u) << "a health worker: four code points";
    EXPECT_EQ(length("🇬🇧🇮🇪"), 2u);
    EXPECT_EQ(length("각"), 1u);
    EXPECT_EQ(length("\xFFz\xE2\x82"), 3u) << "what is not UTF-8 is counted, not trusted";
}

TEST(Text, FoldIgnoresCaseMarksAndLigatures) {
    EXPECT_EQ(fold("Zoë Ó"), "zoe o");
    EXPECT_EQ(fold("PLAIN 12"), "plain 12");
    EXPECT_EQ(fold("Straße STRASSE"), "strasse strasse");
    EXPECT_EQ(fold("Ærø Łódź Đorđe Œuvre þórr"), "aero lodz dorde oeuvre thorr");
    EXPECT_EQ(fold("ﬁrst ℌ ① Ⅳ"), "first h 1 iv");
    EXPECT_EQ(fold("İstanbul ısı"), "istanbul isi");
    EXPECT_EQ(fold("O’Brien"), fold("O'BRIEN"));
    EXPECT_EQ(fold("Angharad–Siân"), "angharad-sian");
    EXPECT_EQ(fold("Zoe\u0308"), fold("Zoë"));
    EXPECT_EQ(fold("Me\u200Bera\u00AD"), "meera") << "what nobody sees does not count";
    EXPECT_EQ(fold("ΟΔΥΣΣΕΎΣ"), fold("οδυσσεύς"));
}

TEST(Text, FoldKeepsMarksThatMakeTheWord) {
    EXPECT_NE(fold("が"), fold("か"));
    EXPECT_NE(fold("कि"), fold("क"));
    EXPECT_NE(fold("กุ"), fold("ก"));
    EXPECT_EQ(fold("שָׁלוֹם"), fold("שלום")) << "Hebrew points are left out by most writers";
    EXPECT_EQ(fold("각"), "각");
}

TEST(Text, FoldOfFoldedIsFoldedForEveryCodePoint) {
    for (char32_t point = 1; point < 0x110000; ++point) {
        if (point >= 0xD800 && point < 0xE000) continue;
        const std::string once = fold(utf8(point));
        ASSERT_EQ(fold(once), once) << std::hex << static_cast<std::uint32_t>(point);
        ASSERT_TRUE(is_utf8(once) || once.empty());
    }
}

TEST(Text, SlugIsReadableAndNeverEmpty) {
    EXPECT_EQ(slug("What's new? Siân’s DPIA"), "whats-new-sians-dpia");
    EXPECT_EQ(slug("  --A & B--  "), "a-b");
    EXPECT_EQ(slug("Łódź / Ærø"), "lodz-aero");
    EXPECT_EQ(slug(""), "untitled");
    EXPECT_EQ(slug("日本語"), "untitled");
    EXPECT_EQ(slug("?!"), "untitled");
}

TEST(Text, SlugEndsAtAWordWithinItsLimit) {
    EXPECT_EQ(slug("one two three", 7), "one-two");
    EXPECT_EQ(slug("one two three", 8), "one-two");
    EXPECT_EQ(slug("one two three", 10), "one-two");
    EXPECT_EQ(slug("one two three", 13), "one-two-three");
    EXPECT_EQ(slug("extraordinarily", 5), "extra");
    EXPECT_EQ(slug(std::string(500, 'a')).size(), 60u);
    EXPECT_EQ(slug("a b", 0), "untitled");
}

TEST(Text, ExcerptCutsAtAWord) {
    EXPECT_EQ(excerpt("short", 10), "short");
    EXPECT_EQ(excerpt("exactly ten", 11), "exactly ten");
    EXPECT_EQ(excerpt("The quick, brown fox jumps", 12), "The quick…");
    EXPECT_EQ(excerpt("The quick brown fox", 17), "The quick brown…");
    EXPECT_EQ(excerpt("Donaudampfschifffahrt", 8), "Donauda…");
    EXPECT_EQ(excerpt("anything", 1), "…");
    EXPECT_EQ(excerpt("anything", 0), "");
    EXPECT_EQ(excerpt("Zoë", 3), "Zoë");
}

TEST(Text, ExcerptNeverCutsACharacterAndKeepsItsLimit) {
    const std::string text = "Grüße, 👩‍⚕️👩‍⚕️ and 🇬🇧🇮🇪 to Zoe\u0308 \xFF and all the others";
    for (std::size_t max = 0; max < 50; ++max) {
        const std::string cut = excerpt(text, max);
        EXPECT_LE(length(cut), max);
        if (max > 2 && cut != text) {
            const std::string kept = cut.substr(0, cut.size() - std::string("…").size());
            EXPECT_TRUE(text.starts_with(kept));
            EXPECT_EQ(length(kept) + length(text.substr(kept.size())), length(text)) << cut;
        }
    }
}

TEST(Text, TrimAndOneLineKnowEveryWhiteSpace) {
    EXPECT_EQ(trim(" \t\r\n\u00A0\u2003a b\u3000\v"), "a b");
    EXPECT_EQ(trim(" \n "), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("\xFF "), "\xFF");
    EXPECT_EQ(one_line("  a\r\n\tb\u00A0\u2028c "), "a b c");
    EXPECT_EQ(one_line(" \u2003 "), "");
}

TEST(Text, OneLineTurnsNoDirection) {
    for (const char* mark : {"\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D",
                             "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
        EXPECT_EQ(one_line(std::string("Ann") + mark + " Lee" + mark), "Ann Lee");
        EXPECT_EQ(one_line(mark), "");
    }
    const char* name = "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df";  // from right to left, by itself
    EXPECT_EQ(one_line(name), name);
    EXPECT_EQ(one_line("\u200D\u2070\u2065"), "\u200D\u2070\u2065") << "their neighbours";
}

TEST(Text, ACharacterMayHaveManyCodePoints) {
    EXPECT_EQ(code_points(""), 0u);
    EXPECT_EQ(code_points("Zoë"), 3u);
    EXPECT_EQ(code_points("e\u0301"), 2u);
    const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";
    EXPECT_EQ(code_points(family), 7u);
    EXPECT_EQ(length(family), 1u);
}

TEST(Text, InitialsAreTheFirstLettersOfFirstAndLastName) {
    EXPECT_EQ(initials("Meera Raman"), "MR");
    EXPECT_EQ(initials("zoë"), "Z");
    EXPECT_EQ(initials("émile de la Tour"), "ÉT");
    EXPECT_EQ(initials("e\u0301mile"), "E\u0301");
    EXPECT_EQ(initials("(Dr) “Bo” Ek"), "DE");
    EXPECT_EQ(initials("ßen"), "ß") << "one letter stays one";
    EXPECT_EQ(initials(" – … "), "");
    EXPECT_EQ(initials(""), "");
    EXPECT_EQ(initials("d'arcy-jones\to'neill"), "DO") << "ASCII takes another way";
    EXPECT_EQ(initials(" (dr) ann 2nd "), "D2");
    EXPECT_EQ(initials("-- . !"), "");
    EXPECT_LE(length(initials("李 小 龙")), 2u);
}

TEST(Text, NumbersAreGroupedAndTakeTheirNoun) {
    EXPECT_EQ(counted(1, "reply", "replies"), "1 reply");
    EXPECT_EQ(counted(0, "reply", "replies"), "0 replies");
    EXPECT_EQ(counted(1208, "member", "members"), "1,208 members");
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(1234567), "1,234,567");
    EXPECT_EQ(grouped(-999), "-999");
    EXPECT_EQ(grouped(-1000), "-1,000");
    EXPECT_EQ(grouped(-9223372036854775807LL - 1), "-9,223,372,036,854,775,808");
}

TEST(Text, WhatIsTooLongIsRefusedWithALimit) {
    EXPECT_FALSE(fits(std::string(12, 'x'), 12, "A title", "title"));
    const auto refusal = fits(std::string(1'201, 'x'), 1'200, "A title", "title");
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->sentence,
              "A title can be 1,200 characters long. Shorten it and send again.");
    EXPECT_EQ(refusal->field, "title");
    std::string stacked = "a";
    for (int n = 0; n < 40; ++n) stacked += "\xcc\x81";  // one character with forty accents
    EXPECT_TRUE(fits(stacked, 12, "A title", "title"));
}

}  // namespace
}  // namespace base
