#include "platform/html/tags.h"

#include <gtest/gtest.h>
#include <string>

namespace html {
namespace {

TEST(Html, EscapesTextAndAttributes) {
    EXPECT_EQ(p("<b> & \"you\" 'me'").text(),
              "<p>&lt;b&gt; &amp; &quot;you&quot; &#39;me&#39;</p>");
    EXPECT_EQ(div(cls("a\"b<c")).text(), "<div class=\"a&quot;b&lt;c\"></div>");
}

TEST(Html, NestsWithoutEscapingTwice) {
    EXPECT_EQ(div(p("a & b"), span("c")).text(), "<div><p>a &amp; b</p><span>c</span></div>");
}

TEST(Html, WritesNumbersAndBareAttributes) {
    EXPECT_EQ(p(42, " of ", 100u).text(), "<p>42 of 100</p>");
    EXPECT_EQ(input(attr("name", "q"), flag("required"), flag("checked", false)).text(),
              "<input name=\"q\" required>");
}

TEST(Html, KeepsEmptyAttributeValues) {
    EXPECT_EQ(input(attr("value", "")).text(), "<input value=\"\">");
    EXPECT_EQ(input(attr("value", std::string())).text(), "<input value=\"\">");
}

TEST(Html, TurnsHarmfulAddressesIntoNothing) {
    for (const auto* address :
         {"javascript:alert(1)", "data:text/html,x", "//evil.example", "/\\evil.example", "",
          "JAVASCRIPT:x", " /x", "/\tevil", "vbscript:x", "https:evil"}) {
        EXPECT_EQ(a(href(address)).text(), "<a href=\"#\"></a>") << address;
        EXPECT_EQ(form(action(address)).text(), "<form action=\"#\"></form>") << address;
        EXPECT_EQ(button(formaction(address)).text(), "<button formaction=\"#\"></button>");
    }
    for (const auto* address : {"/forum/1", "#p2", "?from=1", "https://example.org/a?b=c"}) {
        EXPECT_EQ(a(href(address)).text(), "<a href=\"" + std::string(address) + "\"></a>");
    }
}

TEST(Html, DrawsListsAndConditions) {
    const int numbers[] = {1, 2};
    EXPECT_EQ(ul(each(numbers, [](int n) { return li(n); })).text(),
              "<ul><li>1</li><li>2</li></ul>");
    EXPECT_EQ(p(when(false, [] { return span("x"); })).text(), "<p></p>");
}

}  // namespace
}  // namespace html
