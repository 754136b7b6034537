#include "platform/html/markdown.h"

#include "platform/html/markdown_check.h"

#include <gtest/gtest.h>

namespace html {
namespace {

MarkdownNames some_names() {
    return {.person = [](std::string_view handle) -> std::optional<Named> {
                if (handle == "meera") return Named{"meera", "Meera Raman", 7};
                if (handle == "dan-f") return Named{"dan-f", "Dan <Fenwick>", 8};
                return std::nullopt;
            },
            .author_of = [](int number) -> std::optional<std::string> {
                if (number == 12) return "Meera Raman";
                if (number == 13) return "A \"B\" <C>";
                return std::nullopt;
            },
            .numbered = "Post"};
}

std::string shown(std::string_view markdown) {
    const Rendered rendered = render_markdown(markdown, some_names());
    EXPECT_EQ(check::fault_of(rendered.html, rendered.text), "") << markdown;
    return rendered.html;
}

std::string text_of(std::string_view markdown) {
    return render_markdown(markdown, some_names()).text;
}

// As `shown`, of one paragraph, without the paragraph.
std::string line(std::string_view markdown) {
    const std::string html = shown(markdown);
    constexpr std::string_view begin = "<p dir=\"auto\">", end = "</p>";
    EXPECT_TRUE(html.starts_with(begin) && html.ends_with(end)) << html;
    return html.substr(begin.size(), html.size() - begin.size() - end.size());
}

TEST(Markdown, ParagraphsTakeTheirDirectionFromTheirText) {
    EXPECT_EQ(shown(""), "");
    EXPECT_EQ(shown("one\ntwo\n\nthree"),
              "<p dir=\"auto\">one\ntwo</p><p dir=\"auto\">three</p>");
    EXPECT_EQ(line("one  \ntwo"), "one<br>two");
    EXPECT_EQ(line("\u202Eevil\u200B"), "\u202Eevil\u200B") << "kept, and closed in";
}

TEST(Markdown, EmphasisAndCode) {
    EXPECT_EQ(line("*a* **b** ~~c~~ `d <e>`"),
              "<em>a</em> <strong>b</strong> <del>c</del> <code>d &lt;e&gt;</code>");
    EXPECT_EQ(shown("```cpp\nif (a < b)\n\n  c();\n```"),
              "<pre tabindex=\"0\"><code>if (a &lt; b)\n\n  c();\n</code></pre>");
    EXPECT_EQ(shown("a\n\n---\n\nb"), "<p dir=\"auto\">a</p><hr><p dir=\"auto\">b</p>");
}

TEST(Markdown, HeadingsBeginAtRankThree) {
    EXPECT_EQ(shown("# a"), "<h3 dir=\"auto\">a</h3>");
    EXPECT_EQ(shown("## a\n\n# b\n\n### c"),
              "<h4 dir=\"auto\">a</h4><h3 dir=\"auto\">b</h3><h5 dir=\"auto\">c</h5>");
    EXPECT_EQ(shown("### a\n\n#### *b*"),
              "<h3 dir=\"auto\">a</h3><h4 dir=\"auto\"><em>b</em></h4>");
    EXPECT_EQ(shown("# a\n\n###### b"), "<h3 dir=\"auto\">a</h3><h6 dir=\"auto\">b</h6>");
    EXPECT_EQ(shown("a\n==="), "<h3 dir=\"auto\">a</h3>");
    EXPECT_EQ(line("#12 is a post"), "#12 is a post");
}

TEST(Markdown, ListsAndTasks) {
    EXPECT_EQ(shown("- a\n- b\n  1. c"),
              "<ul><li dir=\"auto\">a</li><li dir=\"auto\">b<ol><li dir=\"auto\">c</li></ol></li>"
              "</ul>");
    EXPECT_EQ(shown("7. a"), "<ol start=\"7\"><li dir=\"auto\">a</li></ol>");
    EXPECT_EQ(shown("- [x] a\n- [ ] b"),
              "<ul><li class=\"task\" dir=\"auto\"><input type=\"checkbox\" disabled checked"
              " aria-label=\"Done\"> a</li><li class=\"task\" dir=\"auto\"><input"
              " type=\"checkbox\" disabled aria-label=\"To do\"> b</li></ul>");
    EXPECT_EQ(shown("- a\n\n- b"), "<ul><li dir=\"auto\"><p dir=\"auto\">a</p></li>"
                                   "<li dir=\"auto\"><p dir=\"auto\">b</p></li></ul>");
}

TEST(Markdown, TablesCanBeScrolledAndHaveScopedHeads) {
    EXPECT_EQ(shown("|a|b|c|\n|---|:-:|--:|\n|1|2|"),
              "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">"
              "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"center\">b</th>"
              "<th scope=\"col\" class=\"right\">c</th></tr></thead><tbody><tr><td>1</td>"
              "<td class=\"center\">2</td><td class=\"right\"></td></tr></tbody></table></div>");
}

TEST(Markdown, LinksOutsideAreMarkedAsSuch) {
    EXPECT_EQ(line("[a](https://b.org/?c=d&e \"title\")"),
              "<a href=\"https://b.org/?c=d&amp;e\" rel=\"nofollow noopener\">a</a>");
    EXPECT_EQ(line("[a](/forum/1) [b](#p2) [c](mailto:d@e.org)"),
              "<a href=\"/forum/1\">a</a> <a href=\"#p2\">b</a> <a href=\"mailto:d@e.org\">c</a>");
    EXPECT_EQ(line("https://b.org www.c.org d@e.org <http://f.org>"),
              "<a href=\"https://b.org\" rel=\"nofollow noopener\">https://b.org</a> "
              "<a href=\"http://www.c.org\" rel=\"nofollow noopener\">www.c.org</a> "
              "<a href=\"mailto:d@e.org\">d@e.org</a> "
              "<a href=\"http://f.org\" rel=\"nofollow noopener\">http://f.org</a>");
    EXPECT_EQ(line("[a][b]\n\n[b]: <https://c.org/d e>"),
              "<a href=\"https://c.org/d%20e\" rel=\"nofollow noopener\">a</a>");
    EXPECT_EQ(line("[](https://b.org)"),
              "<a href=\"https://b.org\" rel=\"nofollow noopener\">https://b.org</a>");
}

TEST(Markdown, AddressesOfNoKnownKindAreOnlyText) {
    for (const char* address :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
          "file:///etc/passwd", "ftp://a.org", "//evil.org", "/\\\\evil.org", "https:evil.org",
          "https:///evil.org", "http://", "mailto:", "relative/path", "?query", "", "&#x2F;/evil",
          "/&#47;evil.org", "/&#92;evil.org", "&#106;avascript:x", "java&#10;script:x",
          "/a&#9;b", "blob:x", "about:blank", "tel:1"}) {
        EXPECT_EQ(line("[a](" + std::string(address) + ")"), "a") << address;
    }
    EXPECT_EQ(line("[a](https://b.org/" + std::string(2000, 'c') + ")"), "a");
}

TEST(Markdown, AnImageIsALinkToIt) {
    EXPECT_EQ(line("![a chart](https://b.org/c.png)"),
              "<a href=\"https://b.org/c.png\" rel=\"nofollow noopener\">a chart</a>");
    EXPECT_EQ(line("![](/c.png)"), "<a href=\"/c.png\">Image</a>");
    EXPECT_EQ(line("[![a](/b)](/c)"), "<a href=\"/c\">a</a>") << "no link within a link";
    EXPECT_EQ(line("![a [b](/c) d](/e)"), "<a href=\"/e\">a b d</a>");
}

TEST(Markdown, HtmlOfMembersIsText) {
    EXPECT_EQ(line("<b>a</b> <!-- b --> <script>c</script>"),
              "&lt;b&gt;a&lt;/b&gt; &lt;!-- b --&gt; &lt;script&gt;c&lt;/script&gt;");
    EXPECT_EQ(line("<div onclick=\"x\">"), "&lt;div onclick=&quot;x&quot;&gt;");
}

TEST(Markdown, EntitiesBecomeTheirCharacters) {
    EXPECT_EQ(line("&eacute;&#233;&#xE9; &amp;lt; &lt;b&gt;"), "ééé &amp;lt; &lt;b&gt;");
    EXPECT_EQ(line("&nosuch; &#0; &#55296; &#1114112; &#1; &#x80;"),
              "&amp;nosuch; \uFFFD \uFFFD \uFFFD \uFFFD \uFFFD");
    EXPECT_EQ(text_of("caf&eacute; &amp; &#128512;"), "café & 😀");
    EXPECT_EQ(line("a\x01 b\x7F c\xC2\x85 d\fe"), "a\uFFFD b\uFFFD c\uFFFD d e");
    EXPECT_EQ(line(std::string_view("a\0b", 3)), "a\uFFFDb");
}

TEST(Markdown, MentionsNameThePersonOnce) {
    const Rendered rendered = render_markdown("@meera, (@dan-f) and @meera: @nobody", some_names());
    EXPECT_EQ(rendered.html,
              "<p dir=\"auto\"><span class=\"mention\">@Meera Raman</span>, (<span"
              " class=\"mention\">@Dan &lt;Fenwick&gt;</span>) and <span"
              " class=\"mention\">@Meera Raman</span>: @nobody</p>");
    EXPECT_EQ(rendered.named, (std::vector<std::int64_t>{7, 8}));
    EXPECT_EQ(rendered.text, "@Meera Raman, (@Dan <Fenwick>) and @Meera Raman: @nobody");
}

TEST(Markdown, MentionsStandAtTheStartOfAWord) {
    const std::string meera = "<span class=\"mention\">@Meera Raman</span>";
    for (const char* before : {"", "a ", "“", "—", "(", "\"", "*", "Hi,"}) {
        EXPECT_TRUE(shown(before + std::string("@meera")).contains(meera)) << before;
    }
    for (const char* after : {"", ".", "'s", "’s", "-", "!", "?", ",x", " x", "\nx"}) {
        const bool is_word = std::string_view(after) == "’s";  // a letter, for all we know
        EXPECT_EQ(shown("@meera" + std::string(after)).contains(meera), !is_word) << after;
    }
    for (const char* none : {"bob@meera", "é@meera", "a.@meera", "/@meera", "@@meera", "@meerax",
                             "@Meera", "@meera_x", "@meera@host", "@meera.org", "`@meera`",
                             "[@meera](/a)", "[x @meera](javascript:x)", "![@meera](/a)",
                             "    @meera", "https://a.org/@meera", "&#64;meera", "\\@meera"}) {
        EXPECT_FALSE(shown(none).contains("mention")) << none;
        EXPECT_TRUE(render_markdown(none, some_names()).named.empty());
    }
}

TEST(Markdown, WithoutNamesAHandleIsText) {
    EXPECT_EQ(render_markdown("@meera").html, "<p dir=\"auto\">@meera</p>");
    EXPECT_EQ(render_markdown("> #12").html,
              "<blockquote><cite><a href=\"#p12\">No. 12</a></cite></blockquote>");
}

TEST(Markdown, EachNameIsAskedOnceAndNoMoreThanTheLimit) {
    int asked = 0;
    const MarkdownNames names = {.person = [&](std::string_view) -> std::optional<Named> {
                                     ++asked;
                                     return std::nullopt;
                                 },
                                 .author_of = [&](int) -> std::optional<std::string> {
                                     ++asked;
                                     return std::nullopt;
                                 }};
    render_markdown("@a @b @a @b @a", names);
    EXPECT_EQ(asked, 2);
    std::string many;
    for (int n = 0; n < 500; ++n) {
        many += "@a" + std::to_string(n) + "\n\n> #" + std::to_string(n + 1) + "\n\n";
    }
    asked = 0;
    render_markdown(many, names);
    EXPECT_EQ(asked, 2 * static_cast<int>(names_max));
}

TEST(Markdown, NamesThatThrowReachTheCaller) {
    struct Broken {};
    const MarkdownNames names = {
        .person = [](std::string_view) -> std::optional<Named> { throw Broken(); },
        .author_of = {}};
    EXPECT_THROW(render_markdown("hello @meera", names), Broken);
}

TEST(Markdown, AQuoteMayNameItsPost) {
    EXPECT_EQ(shown("> #12\n> What did *you* do?"),
              "<blockquote><cite><a href=\"#p12\">Meera Raman wrote</a></cite>"
              "<p dir=\"auto\">What did <em>you</em> do?</p></blockquote>");
    EXPECT_EQ(shown("> #12\n>\n> Why?"),
              "<blockquote><cite><a href=\"#p12\">Meera Raman wrote</a></cite>"
              "<p dir=\"auto\">Why?</p></blockquote>");
    EXPECT_TRUE(shown("> #13\n> x").contains(">A &quot;B&quot; &lt;C&gt; wrote</a>"));
    EXPECT_TRUE(shown("> #99\n> x").contains("<a href=\"#p99\">Post 99</a>"));
    EXPECT_TRUE(shown("> > #12\n> > x").contains("Meera Raman wrote"));
    EXPECT_EQ(text_of("> #12\n> What?"), "What?") << "an author may be withheld later";
}

TEST(Markdown, OtherFirstLinesOfAQuoteAreText) {
    for (const char* markdown :
         {"> #12 is good", "> #012\n> x", "> #\n> x", "> #1234567890\n> x", "> see\n> #12",
          "> #12x", "> *#12*\n> x", "> `#12`", "#12", "- #12", "> a\n>\n> #12", "> #12&nbsp;x"}) {
        EXPECT_FALSE(shown(markdown).contains("<cite>")) << markdown;
    }
    EXPECT_EQ(shown("> #12*a*"),
              "<blockquote><p dir=\"auto\">#12<em>a</em></p></blockquote>");
    EXPECT_EQ(shown("> #12  \n> x"), shown("> #12\n> x"));
}

TEST(Markdown, TextIsThePlainWords) {
    EXPECT_EQ(text_of("one\ntwo\n\nthree"), "one\ntwo\nthree");
    EXPECT_EQ(text_of("# A *b*\n\n- [x] c\n- d\n\n> e\n\n|f|g|\n|---|---|\n|h|i|\n\n```\nj\n```"),
              "A b\n[x] c\nd\ne\nf g\nh i\nj");
    EXPECT_EQ(text_of("[words](https://a.org) ![a chart](/b)"), "words a chart");
    EXPECT_EQ(text_of(""), "");
}

TEST(Markdown, PlainWordsComeBackAsTheyWere) {
    for (const std::string text :
         {"Hello", "Two words, and three.", "Zoë asked: why?\nNobody knew.", "日本語\nعربى",
          "😀 family 👩‍⚕️", "50% of 3 = 1.5; (really)", "it's \"quoted\" & <not> html"}) {
        EXPECT_EQ(text_of(text), text);
        // And escaped, whatever it is.
        std::string escaped;
        for (const char c : text) {
            if (std::ispunct(static_cast<unsigned char>(c))) escaped += '\\';
            escaped += c;
        }
        EXPECT_EQ(text_of(escaped), text);
    }
}

TEST(Markdown, IsTheSameEachTime) {
    const std::string markdown = "# a\n\n@meera > #12\n\n- [x] b\n\n|c|\n|---|\n|d|";
    EXPECT_EQ(shown(markdown), shown(markdown));
}

TEST(Markdown, LineEndsOfAllKindsAreTheSame) {
    EXPECT_EQ(shown("> #12\r\n> a\r\n\r\n- b\r\n- c\r\n"), shown("> #12\n> a\n\n- b\n- c\n"));
}

}  // namespace
}  // namespace html
