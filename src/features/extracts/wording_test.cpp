// What is taken away from a post by its form alone, and what stays.

#include "features/extracts/wording.h"

#include "features/extracts/times.h"

#include <gtest/gtest.h>

namespace extracts {
namespace {

constexpr const char* host = "moothall.example:8080";

std::string passage(std::string_view markdown) {
    return passage_from(markdown, host);
}

TEST(WordingTest, WhatAnotherPostSaidIsNotTakenAlong) {
    EXPECT_EQ(passage("> #3\n> We have **none**.\n\nNor have we."), "Nor have we.");
    EXPECT_EQ(passage("> > #12\n> > Deep.\n> Less.\n\nSo."), "So.");
    EXPECT_EQ(passage("> A standard says so.\n\nSo."), "> A standard says so.\n\nSo.")
        << "a quotation of something else is the writer's";
    EXPECT_EQ(passage("> #3\n> All of it."), "");
    EXPECT_EQ(passage("- > #3\n  > All of it.\n- So."), "- So.");
    EXPECT_EQ(passage("1. - > #3\n     > All.\n\nSo."), "So.");
}

TEST(WordingTest, MentionsNameNobody) {
    EXPECT_EQ(passage("As @meera-raman. said, and @bob, too."),
              "As a colleague. said, and a colleague, too.");
    EXPECT_EQ(passage("@ann has it"), "a colleague has it");
    EXPECT_EQ(passage("Write to ann@example.org"), "Write to ann@example.org")
        << "an address is the linter's";
    EXPECT_EQ(passage("2 @ 3"), "2 @ 3");
}

TEST(WordingTest, SignaturesGo) {
    EXPECT_EQ(passage("We log it.\n\nBest wishes,\nMeera\nCCIO"), "We log it.");
    EXPECT_EQ(passage("We log it.\n-- \nMeera Raman\n020 7946 0000"), "We log it.");
    EXPECT_EQ(passage("We log it.\r\n\r\nThanks,\r\nMeera\r\n"), "We log it.");
    const std::string longer = "Thanks\n" + std::string(200, 'x');
    EXPECT_EQ(passage(longer), longer) << "what is long is no name";
}

TEST(WordingTest, WhatLeadsBackGoes) {
    EXPECT_EQ(
        passage("See [the log](/forum/12-log#p3) and [this](https://moothall.example:8080/x)."),
        "See the log and this.");
    EXPECT_EQ(passage("See https://MOOTHALL.example:8080/forum/12, now."), "See a page now.");
    EXPECT_EQ(passage("See <https://moothall.example:8080/forum/12>."), "See <a page>.");
    EXPECT_EQ(passage("![Meera at work](https://elsewhere.example/meera.png)"), "Meera at work");
    EXPECT_EQ(passage("[a]: /forum/12\nSo [it][a] is."), "So [it][a] is.");
    EXPECT_EQ(passage("[NICE](https://www.nice.org.uk/x)"), "[NICE](https://www.nice.org.uk/x)");
    EXPECT_EQ(passage("[a[b](/x)](/y)"), "ab") << "one within the other";
}

TEST(WordingTest, WhatIsNotSeenGoes) {
    EXPECT_EQ(tidied("Ho\u200Bpe\uFEFF P\u00ADrice\u202E\u2060\U000E0041", host), "Hope Price");
    EXPECT_EQ(tidied("می\u200Cخواهم", host), "می\u200Cخواهم") << "joiners belong to a script";
    EXPECT_EQ(tidied("a\x01"
                     "b\x7F",
                     host),
              "ab");
}

TEST(WordingTest, EntitiesAreTheirCharacters) {
    for (const char* hidden : {"&lrm;", "&rlm;", "&shy;", "&zwnj;", "&zwj;", "&#8203;", "&#x200B;",
                               "&#xFE0F;", "&#12644;", "&&lrm;lrm;", "\u200E", "\u200F", "\u061C",
                               "\u034F", "\uFE00", "\uFE0F", "\u3164", "\u200C", "\u200D"}) {
        EXPECT_EQ(tidied("Gr" + std::string(hidden) + "ace", host), "Grace") << hidden;
    }
    EXPECT_EQ(tidied("Ok&omicron;njo", host), "Ok\u03BFnjo");
    EXPECT_EQ(tidied("a &lt; b &amp; c &gt; d &#60; &quot; &bogus; &; & e;", host),
              "a &lt; b &amp; c &gt; d &#60; &quot; &bogus; &; & e;");
    EXPECT_EQ(passage("[x](&#47;forum/12)"), "x");
    EXPECT_EQ(tidied("\U0001F469\u200D\U0001F680", host), "\U0001F469\u200D\U0001F680");
}

TEST(WordingTest, AnOpenFenceIsClosed) {
    EXPECT_EQ(tidied("```\ncode", host), "```\ncode\n```");
    EXPECT_EQ(tidied("```\ncode\n```", host), "```\ncode\n```");
    EXPECT_EQ(tidied("~~~~\ncode\n~~~", host), "~~~~\ncode\n~~~\n~~~~");
}

TEST(WordingTest, TidyingTwiceChangesNothing) {
    for (const char* text : {"[a](/b) https://moothall.example:8080 @x", "```\nx",
                             "  [![x](/y)](/z)", "[[x](/a)](/b)", "> #1", "a\u200B[b\u200B](/c)"}) {
        const auto once = tidied(text, host);
        EXPECT_EQ(tidied(once, host), once) << text;
    }
}

TEST(WordingTest, ALargeTextOfOneThingIsReadInATime) {
    for (const char* piece : {"[", "](", "[](", "![x](", "> #1\n", "@a", "```\n", "http://"}) {
        std::string text;
        while (text.size() < 120'000) text += piece;
        (void)passage(text);
        (void)exact_times(text);
    }
}

std::vector<std::string> times_in(const std::string& text) {
    std::vector<std::string> found;
    for (const auto& one : exact_times(text))
        found.push_back(text.substr(one.from, one.to - one.from));
    return found;
}

TEST(TimesTest, ExactTimesAreFound) {
    using Found = std::vector<std::string>;
    EXPECT_EQ(times_in("At 14:32, or 9.15 am, or 9.15pm."), (Found{"14:32", "9.15 am", "9.15pm"}));
    EXPECT_EQ(times_in("On 3 March 2027 and the 4th of May, or June 5."),
              (Found{"3 March 2027", "4th of May", "June 5"}));
    EXPECT_EQ(times_in("3/3/2027, 03.04.27, 2027-03-03"),
              (Found{"3/3/2027", "03.04.27", "2027-03-03"}));
}

TEST(TimesTest, MonthsYearsAndFiguresAreNoExactTimes) {
    for (const char* text :
         {"In March 2027 we began.", "It may 100 times.", "Version 2.15 is out.", "3 of 5 trusts",
          "DCB0129 5.2", "a ratio of 3/4", "May we?", "12 marches", "in 2027", "May 60% hold"}) {
        EXPECT_TRUE(times_in(text).empty()) << text << ": " << times_in(text).front();
    }
}

}  // namespace
}  // namespace extracts
