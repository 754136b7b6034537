#include "platform/html/markdown.h"

#include "platform/html/markdown_check.h"

#include <gtest/gtest.h>

#include <ctime>
#include <utility>

namespace html {
namespace {

using Inputs = std::vector<std::pair<std::string, std::string>>;

std::string times(std::size_t count, std::string_view part) {
    std::string text;
    text.reserve(count * part.size());
    for (std::size_t n = 0; n < count; ++n) text += part;
    return text;
}

// As long as a text may be, of one part.
std::string full(std::string_view part) {
    return times(markdown_characters_max / part.size(), part);
}

Inputs one_part_over_and_over() {
    Inputs inputs;
    for (const char* part :
         {">", "> ", "[", "]", "*", "_", "`", "~", "|", "<", "&", "\"", "'", "\\", "!", "@", "#",
          ":", "(", "$", "-", "- ", "+ ", "1. ", "\n", "\t", "\r", " ", "\x01", "* ", "> - 1. ",
          "*a ", "a* ", "**a *b ", "*_", "~a ", "`a", "``a`", "[]", "[a](", "[a]()", "![]()",
          "![[]()", "![", "[a](<b", "[a](\n", "[a]:\n", "[`", "[*a](", "[[a]]", "![a](", "&amp;",
          "&#60;", "&a", "<a ", "</", "<!--", "<?", "<a href=\"", "http://", "http://a.b ",
          "http://a.b/(", "(http://a.b/)", "www.", "_www.", "www.a.b>*", "![www.a.b", "://", "a@a",
          "a@a.a ", "@a ", "a.", "a\n", "a\n\n", "a  \n", "a\\\n", "#\n", "a\n===\n", "***\n",
          "-\n", "-\n+\n", "9.\n9)\n", ">\n\n", ">a\n\n", ">#1\n\n", "    a\n\n", "```\n",
          "~~~a\n", "|\n---|\n", "a|b\n---|---\n\n", "- [ ]\n+ [ ]\n", "[a](/b)\n", "`a\n", "[\n",
          "\\|", "(((", "\u202E", "\u200B", "😀"}) {
        inputs.emplace_back(part, full(part));
    }
    return inputs;
}

std::string stairs() {
    std::string text;
    for (std::size_t n = 0; text.size() < 30'000; ++n) text += std::string(2 * n, ' ') + "- a\n";
    return text;
}

std::string ticks() {
    std::string text;
    for (std::size_t n = 1; text.size() < 31'000; ++n) text += std::string(n, '`') + ' ';
    return text;
}

Inputs constructions() {
    const std::string long_address(16'000, 'b');
    return {
        {"a definition used often", "[a]: /" + long_address + "\n\n" + times(5'000, "[a]")},
        {"a shorter one", "[a]: /" + std::string(1'900, 'b') + "\n\n" + times(10'000, "[a]")},
        {"a refused one", "[a]: x" + std::string(1'900, 'b') + "\n\n" + times(10'000, "[a]")},
        {"its title", "[a]: /b '" + times(8'000, "b\n") + "'\n\n" + times(5'000, "[a]")},
        {"many definitions", times(2'600, "[a]: /x\n") + "\n" + times(2'000, "[a]")},
        {"a definition in nested brackets", "[a]: /x\n\n" + times(8'000, "[") + times(8'000, "]")},
        {"a wide table", times(2'000, "|a") + "\n" + times(2'000, "|---") + "\n" +
                             times(11'000, "|\n")},
        {"a table of a thousand columns", times(1'000, "a|") + "\n" + times(1'000, "---|") + "\n" +
                                              times(14'000, "a\n")},
        {"a table of short rows", times(3'000, "a|") + "\n" + times(3'000, "---|") + "\n" +
                                      times(6'000, "a\n")},
        {"centred empty cells", times(100, "|a") + "\n" + times(100, "|:-:") + "\n" +
                                    times(15'000, "|\n")},
        {"stairs of lists", stairs()},
        {"lists in a line", times(15'000, "- ") + "a"},
        {"lists, then blank lines", times(8'000, "- ") + "a" + times(15'900, "\n")},
        {"quotes, then blank lines", times(16'000, ">") + "a" + times(15'900, "\n")},
        {"quotes, then lazy lines", times(16'000, ">") + "a\n" + times(7'900, "a\n")},
        {"deep quotes again and again", times(31, times(1'000, ">") + "a\n")},
        {"mixed containers", times(80, times(100, "> - ") + "a\n")},
        {"openers, lines, closers", times(1'500, "\\]([---\n") + times(3'000, "a \n") +
                                        times(10'000, "]")},
        {"escaped closers", "[a]: /x\n\n" + times(1'200, "[a]\\](/x)![") + times(8'000, "a@]")},
        {"hidden closers", "[a]: /x\n\n" + times(4'000, "[`]`") + times(8'000, "a]")},
        {"links in links", times(8'000, "[") + "a" + times(4'000, "](/x)")},
        {"images in images", times(5'000, "![a") + times(3'000, "](/x)")},
        {"ticks of all lengths", ticks()},
        {"brackets in an address", "[a](" + times(15'900, "(") + times(15'900, ")")},
        {"stars around", times(16'000, "*") + "a" + times(15'900, "*")},
        {"an endless address", "http://a.b/" + std::string(31'900, 'a')},
        {"an endless mail address", times(10'000, "a.") + "@" + times(5'900, "a.")},
        {"a label of many lines", "[\n" + times(15'900, "a\n") + "]: /x"},
        {"names without end", times(3'000, "@meera-the-long ")},
        {"a fence that never ends", times(16'000, "`") + "\n" + times(7'900, "a\n")},
    };
}

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void expect_cheap(const Inputs& inputs) {
    const MarkdownNames names = {
        .person = [](std::string_view) { return Named{"m", std::string(80, 'M'), 7}; },
        .author_of = [](int) { return std::string(80, 'A'); }};
    for (const auto& [name, markdown] : inputs) {
        const double start = cpu_ms();
        const Rendered rendered = render_markdown(markdown, names);
        const double took = cpu_ms() - start;
        EXPECT_LE(took, 50.0) << name;
        EXPECT_LE(rendered.html.size(), output_bytes_max(markdown.size())) << name;
        EXPECT_EQ(check::fault_of(rendered.html, rendered.text), "") << name;
        check::Reader reader(rendered.html);
        reader.fault();
        EXPECT_LE(reader.depth(), 40u) << name;
    }
}

TEST(MarkdownHostile, RepeatedMarksAreCheapAndBounded) {
    expect_cheap(one_part_over_and_over());
}

TEST(MarkdownHostile, ConstructionsAreCheapAndBounded) {
    expect_cheap(constructions());
}

TEST(MarkdownHostile, TextBeyondAnyLimitIsShownAsWritten) {
    const Rendered rendered = render_markdown(times(50'000, "*a* "));
    EXPECT_FALSE(rendered.html.contains("<em>"));
    EXPECT_EQ(check::fault_of(rendered.html, rendered.text), "");
}

TEST(MarkdownHostile, LongButHonestTextIsRendered) {
    const std::string post = "A *word* about [this](https://a.org/b?c=d), see [1].\r\n\r\n- one\r\n"
                             "- two\r\n\r\n> quote\r\n\r\nhttps://example.org/x\r\n\r\n";
    const std::string text = full(post) + "\r\n[1]: https://example.org/a/long/address\r\n";
    const std::string html = render_markdown(text).html;
    EXPECT_TRUE(html.contains("<em>word</em>"));
    EXPECT_TRUE(html.contains(">1</a>"));
    EXPECT_TRUE(html.contains("<blockquote>"));
}

TEST(MarkdownHostile, DeepNestingIsFlattened) {
    const auto quotes = [](std::size_t depth) {
        const std::string html = render_markdown(times(depth, "> ") + "a").html;
        std::size_t count = 0;
        for (std::size_t at = html.find("<blockquote>"); at != std::string::npos;
             at = html.find("<blockquote>", at + 1)) {
            ++count;
        }
        return count;
    };
    EXPECT_EQ(quotes(7), 7u);
    EXPECT_EQ(quotes(8), 8u);
    EXPECT_EQ(quotes(9), 8u);
    EXPECT_EQ(quotes(30), 8u);
    const std::string list = "- a\n  - b\n    - c\n      - d\n        - e\n          - f\n"
                             "            - g\n              - h\n                - i\n"
                             "                - [x] j\n";
    const Rendered rendered = render_markdown(list);
    EXPECT_TRUE(rendered.html.contains("h<br>i<br>[x] j</li>")) << rendered.html;
    EXPECT_EQ(rendered.text, "a\nb\nc\nd\ne\nf\ng\nh\ni\n[x] j");
}

// After the OWASP collection, and what Markdown adds to it.
constexpr std::string_view attacks[] = {
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.org/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\"\\>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<base href=javascript:/a/+alert(1)//>",
    "<link rel=stylesheet href=//evil.org>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<style>@import'//evil.org';</style>",
    "<form action=//evil.org><input name=token></form>",
    "<details open ontoggle=alert(1)>",
    "<a href=javascript:alert(1)>a</a>",
    "<b onmouseover=alert(1)>b</b>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo '<script>' ?>",
    "</p></div></article><script>alert(1)</script>",
    "<plaintext>", "<textarea><script>alert(1)</script>", "<title></title><script>x</script>",
    "[a](javascript:alert(1))",
    "[a](JAVASCRIPT:alert(1))",
    "[a]( javascript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a](java\tscript:alert(1))",
    "[a](java&Tab;script:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](javascript&#58;alert(1))",
    "[a](&#x6A;avascript:alert(1))",
    "[a](&#106&#97;vascript:alert(1))",
    "[a](\x01javascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:msgbox(1))",
    "[a](//evil.org)",
    "[a](/\\evil.org)",
    "[a](\\\\evil.org)",
    "[a](https://a.org/\"onmouseover=\"alert(1))",
    "[a](https://a.org/'onmouseover='alert(1))",
    "[a](<https://a.org/\" onmouseover=\"alert(1)>)",
    "[a](https://a.org \"title\\\" onmouseover=\\\"alert(1)\")",
    "[a\"><script>alert(1)</script>](https://a.org)",
    "![a](javascript:alert(1))",
    "![a\" onerror=\"alert(1)](https://a.org/x.png)",
    "![a](https://a.org/x.png\" onerror=\"alert(1))",
    "[![<script>](javascript:x)](javascript:y)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "[a][b]\n\n[b]: <data:text/html,x> \"</a><script>\"",
    "<javascript:alert(1)>",
    "<https://a.org/\"><script>alert(1)</script>>",
    "https://a.org/<script>alert(1)</script>",
    "www.a.org/\"onclick=\"alert(1)",
    "a@b.org\"onclick=\"alert(1)",
    "```\"><script>alert(1)</script>\nx\n```",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "`</code><script>alert(1)</script>`",
    "|<script>|\n|---|\n|</td><script>alert(1)</script>|",
    "> #1\"><script>alert(1)</script>",
    "> #12\n> </blockquote><script>",
    "@meera\"><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script\\>alert(1)</script>",
    "*<script>*alert(1)*</script>*",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "\xC0\xBCscript\xC0\xBE" "alert(1)",
    "- <input autofocus onfocus=alert(1)>\n- [x] <script>",
    "# <script>alert(1)</script>\n===",
    "[](https:**a.org/)*[a](javascript:alert(2))",  // md4c 0.4.8 leaves what it never entered
};

TEST(MarkdownHostile, AttacksBecomeTextOrHarmlessLinks) {
    static_assert(std::size(attacks) >= 40);
    const MarkdownNames names = {
        .person = [](std::string_view) { return Named{"m", "<script>\"'onload=x", 7}; },
        .author_of = [](int) { return std::string("\"><script>alert(1)</script>"); }};
    for (const std::string_view attack : attacks) {
        for (const std::string& markdown :
             {std::string(attack), "> " + std::string(attack), "- a\n\n  " + std::string(attack),
              "|a|\n|---|\n|" + std::string(attack) + "|", "**" + std::string(attack) + "**",
              "[" + std::string(attack) + "](/a)", "\n\n" + std::string(attack) + "\n\n"}) {
            const Rendered rendered = render_markdown(markdown, names);
            EXPECT_EQ(check::fault_of(rendered.html, rendered.text), "") << markdown;
        }
    }
}

TEST(MarkdownHostile, TheStrictReaderIsStrict) {
    for (const char* bad :
         {"a", "<p>a", "</p>", "<p dir=\"auto\">a</p></p>", "<p onclick=\"x\">a</p>",
          "<p dir=\"rtl\">a</p>", "<script>a</script>", "<p>a & b</p>", "<p>\"</p>",
          "<a href=\"/b\">a</a>", "<p><a href=\"javascript:x\">a</a></p>",
          "<p><a href=\"https://b\">a</a></p>",
          "<p><a href=\"//b\" rel=\"nofollow noopener\">a</a></p>",
          "<p><a>a</a></p>", "<p><p>a</p></p>", "<ul>a</ul>", "<p><li>a</li></p>", "<td>a</td>",
          "<p><em>a</p></em>", "<P>a</P>", "<p >a</p>", "<p/>", "<p dir='auto'>a</p>",
          "<img src=\"/a\">", "<p><a href=\"/b\"><a href=\"/c\">a</a></a></p>", "<!-- a -->",
          "<span class=\"other\">a</span>", "<p>\x01</p>", "<p dir=\"auto\" dir=\"auto\">a</p>"}) {
        EXPECT_NE(check::Reader(bad).fault(), "") << bad;
    }
    EXPECT_NE(check::fault_of("<p>a</p>", "b"), "");
    EXPECT_EQ(check::fault_of("<p>a <em>b</em></p>", "a b"), "");
}

}  // namespace
}  // namespace html
