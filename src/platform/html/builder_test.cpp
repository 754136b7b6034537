// The builder for what is drawn by the thousand: literals as they are, all else escaped.

#include "platform/html/builder.h"

#include "platform/html/tags.h"

#include <gtest/gtest.h>
#include <string>

namespace html {
namespace {

TEST(Builder, KeepsMarkupAndEscapesTheRest) {
    Builder out;
    const std::string title = "<b> & \"you\" 'me'";
    out << "<li id=\"p"_h << 7 << "\" title=\""_h << title << "\">"_h << title << "</li>"_h;
    EXPECT_EQ(std::move(out).done().text(),
              "<li id=\"p7\" title=\"&lt;b&gt; &amp; &quot;you&quot; &#39;me&#39;\">"
              "&lt;b&gt; &amp; &quot;you&quot; &#39;me&#39;</li>");
}

TEST(Builder, TakesHtmlAsItIs) {
    Builder out;
    out << "<div>"_h << p("a & b") << "</div>"_h;
    EXPECT_EQ(div(std::move(out).done()).text(), "<div><div><p>a &amp; b</p></div></div>");
}

TEST(Builder, WritesNumbers) {
    Builder out;
    out << -1 << " "_h << std::size_t{12} << " "_h << INT64_MIN;
    EXPECT_EQ(std::move(out).done().text(), "-1 12 -9223372036854775808");
}

TEST(Builder, WhatItWroteIsTakenOutAgain) {
    Builder out;
    out << "<ol>"_h;
    const Cut first{out.size(), (out << "<li>one</li>"_h).size()};
    out << "<li>"_h;
    const Cut inside{out.size(), (out << "two & more").size()};
    out << "</li></ol>"_h;
    const Sheet sheet = std::move(out).sheet();
    EXPECT_EQ(sheet.whole().text(), "<ol><li>one</li><li>two &amp; more</li></ol>");
    EXPECT_EQ(sheet.size(), sheet.whole().size());
    Builder again;
    again.add(sheet, inside).add(sheet, first);
    EXPECT_EQ(std::move(again).done().text(), "two &amp; more<li>one</li>");
}

TEST(Builder, OneWithinAnotherHasAPadOfItsOwn) {
    const std::string long_text(50'000, 'x');  // more than a pad has room for at first
    Builder outer;
    outer << "<ol>"_h;
    for (int i = 0; i < 3; ++i) {
        Builder inner;
        inner << "<li>"_h << i << long_text << "</li>"_h;
        outer << std::move(inner).done();
    }
    outer << "</ol>"_h;
    std::string expected = "<ol>";
    for (const char* number : {"0", "1", "2"}) expected += "<li>" + (number + long_text) + "</li>";
    EXPECT_EQ(std::move(outer).done().text(), expected + "</ol>");
    Builder next;  // of what the one before wrote nothing is left
    next << "<p>"_h;
    EXPECT_EQ(std::move(next).done().text(), "<p>");
    EXPECT_TRUE(Builder().done().empty());
}

TEST(Builder, AnEmptySheetIsNothing) {
    EXPECT_EQ(Sheet().size(), 0u);
    EXPECT_TRUE(Sheet().whole().empty());
}

// What must not compile stands in tests/must_not_compile; what may, here.
TEST(Builder, KnowsWhereAValueMayStand) {
    static_assert(detail::may_a_value_follow("<a href=\"/forum/"));
    static_assert(detail::may_a_value_follow("<a href=\"?quote="));
    static_assert(detail::may_a_value_follow("\" id=\"w"));
    static_assert(detail::may_a_value_follow("<p class=\""));
    static_assert(detail::may_a_value_follow("&b="));
    static_assert(!detail::may_a_value_follow("<a href=\""));
    static_assert(!detail::may_a_value_follow("\" formaction=\""));
    static_assert(!detail::may_a_value_follow("<b onclick=\""));
    static_assert(!detail::may_a_value_follow("<p class="));
    static_assert(!detail::may_a_value_follow("\" id="));
    static_assert(!detail::may_a_value_follow("<"));
}

}  // namespace
}  // namespace html
