#include "platform/search/words.h"

#include "platform/search/query.h"
#include "platform/search/rank.h"

#include <gtest/gtest.h>

namespace search {

namespace {

using Words = std::vector<std::string>;

std::string without_tags(std::string text) {
    for (auto open = text.find('<'); open != text.npos; open = text.find('<')) {
        text.erase(open, text.find('>', open) - open + 1);
    }
    return text;
}

TEST(WordsTest, AreFoldedAndSplitAtWhatIsNoLetter) {
    EXPECT_EQ(words_of("Zoë’s DPIA, 2nd draft—(v1.2)"),
              (Words{"zoe", "s", "dpia", "2nd", "draft", "v1", "2"}));
    EXPECT_EQ(words_of("Ærøskøbing ﬁle €5 🙂 naïve"),
              (Words{"aeroskobing", "file", "5", "naive"}));
    EXPECT_EQ(words_of(""), Words{});
    EXPECT_EQ(words_of("\xff\xfe \"';--"), Words{});
    EXPECT_EQ(word_line("Ambient voice!"), " ambient voice");
}

TEST(WordsTest, ALongWordIsCutBetweenTwoCharacters) {
    const auto words = words_of(std::string(63, 'a') + "жжж");
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0], std::string(63, 'a'));
}

TEST(WordsTest, ALineThatIsTooLongEndsBetweenTwoWords) {
    EXPECT_EQ(word_line("Ambient voice here", 100), " ambient voice here");
    EXPECT_EQ(word_line("Ambient voice here", 14), " ambient voice");
    EXPECT_EQ(word_line("Ambient voice here", 13), " ambient");
    EXPECT_EQ(word_line("Ambient voice here", 7), "");
    EXPECT_EQ(word_line("\uFDFA", 20), " صلى الله") << "one letter folds to four words";
}

TEST(QueryTest, TheLastWordMayBeUnfinished) {
    const Query query = parse("Ambient voic");
    ASSERT_EQ(query.wanted.size(), 2U);
    EXPECT_FALSE(query.wanted[0].is_prefix);
    EXPECT_EQ(query.wanted[1].words, Words{"voic"});
    EXPECT_TRUE(query.wanted[1].is_prefix);
    EXPECT_FALSE(parse("AI").wanted[0].is_prefix);  // too short to mean a beginning
    EXPECT_FALSE(parse("voice -over").wanted[0].is_prefix);
    EXPECT_FALSE(parse("\"voice\"").wanted[0].is_prefix);
}

TEST(QueryTest, QuotesMakeAPhraseWhateverTheyLookLike) {
    for (const char* text : {"\"single sign on\"", "“single sign on”", "„Single Sign-On“ ",
                             "\"single sign on", "single-sign-on"}) {
        const Query query = parse(text);
        ASSERT_EQ(query.wanted.size(), 1U) << text;
        EXPECT_EQ(query.wanted[0].words, (Words{"single", "sign", "on"})) << text;
        EXPECT_FALSE(query.wanted[0].is_prefix) << text;
    }
}

TEST(QueryTest, AMinusExcludesAtTheBeginningOfAnItemOnly) {
    const Query query = parse("voice -dictation -\"speech recognition\" e-mail");
    ASSERT_EQ(query.wanted.size(), 2U);
    EXPECT_EQ(query.wanted[1].words, (Words{"e", "mail"}));
    ASSERT_EQ(query.excluded.size(), 2U);
    EXPECT_EQ(query.excluded[0].words, Words{"dictation"});
    EXPECT_EQ(query.excluded[1].words, (Words{"speech", "recognition"}));
}

TEST(QueryTest, NothingAndNoiseAskForNothing) {
    for (const char* text :
         {"", "   ", "\"\"", "-", "--", "*", "- - -", "\"", "()", "':*", "\xff"}) {
        EXPECT_TRUE(parse(text).wanted.empty()) << text;
    }
}

TEST(QueryTest, IsNoLongerThanItsLimits) {
    std::string many;
    for (int i = 0; i < 500; ++i) many += "w" + std::to_string(i) + " ";
    EXPECT_EQ(parse(many).wanted.size(), query_words_max);
    EXPECT_EQ(parse("\"" + many).wanted[0].words.size(), query_words_max);
}

TEST(MatchTest, HoldsWordsAndAudiencesForBothEngines) {
    const Match match = match_for(parse("ambient \"open mic\" -speech voices"), {3, 12});
    EXPECT_EQ(match.fts5,
              "({title text} : (\"ambient\" AND \"open mic\" AND \"voice\" *) AND "
              "place : (\"#3\" OR \"#12\")) NOT {title text} : (\"speech\")");
    EXPECT_EQ(match.check, " voices");
    EXPECT_EQ(match.tsquery,
              "('ambient') & ('open' <-> 'mic') & ('=voice') & ('#3' | '#12') & !(('speech'))");
}

TEST(MatchTest, ABeginningIsCheckedOnlyWhereTheIndexHasNoneSoLong) {
    EXPECT_EQ(match_for(parse("epr"), {1}).check, "");
    EXPECT_EQ(match_for(parse("dpia"), {1}).check, " dpia");
    EXPECT_EQ(match_for(parse("voice"), {1}).check, "");
    EXPECT_EQ(match_for(parse("жук"), {1}).check, "");  // characters, not bytes
    EXPECT_EQ(match_for(parse("single-sig"), {1}).check, " single sig");
}

TEST(SnippetTest, MarksWordsAsTheySay) {
    EXPECT_EQ(marked("What’s in your DPIA for Zoë’s trust?", "dpia zoe").text(),
              "What’s in your <mark>DPIA</mark> for <mark>Zoë</mark>’s trust?");
    EXPECT_EQ(marked("Single sign-on, sign off", "\"sign on\"").text(),
              "Single <mark>sign-on</mark>, sign off");
    EXPECT_EQ(marked("Hospitals and hospitality", "hospital").text(),
              "<mark>Hospitals</mark> and <mark>hospitality</mark>");
}

TEST(SnippetTest, EscapesWhatItShows) {
    EXPECT_EQ(marked("1 < 2 & \"two\"", "two").text(),
              "1 &lt; 2 &amp; &quot;<mark>two</mark>&quot;");
}

TEST(SnippetTest, ShowsTheStretchWithMostOfTheWords) {
    std::string text = "voice once. ";
    for (int i = 0; i < 200; ++i) text += "filler ";
    text += "Here ambient voice is\nwritten of. ";
    for (int i = 0; i < 200; ++i) text += "filler ";
    const std::string shown = snippet(text, "ambient voice", 120).text();
    EXPECT_NE(shown.find("<mark>ambient</mark> <mark>voice</mark> is written of."), shown.npos)
        << shown;
    EXPECT_TRUE(shown.starts_with("… filler"));
    EXPECT_TRUE(shown.ends_with("filler …"));
    EXPECT_LE(without_tags(shown).size(), 120U + std::string("……  ").size());
}

TEST(SnippetTest, AShortTextIsShownWhole) {
    EXPECT_EQ(snippet("Short\ntext.", "text").text(), "Short <mark>text</mark>.");
    EXPECT_EQ(snippet("", "text").text(), "");
    EXPECT_EQ(snippet("No hit here.", "").text(), "No hit here.");
    EXPECT_EQ(snippet(std::string(900, 'x'), "voice", 100).text(), std::string(100, 'x') + " …");
}

TEST(RankTest, TheTitleCountsMoreThanTheTextAndTheNewerOfTwoEqualsIsFirst) {
    const std::vector<store::Words> rows = {
        {1, " ambient voice in outpatients", " what did you write"},
        {2, " other things", " ambient voice is one of them"},
        {3, " other things", " ambient voice is one of them"},
        {4, " other things", " of voice then ambient"},
    };
    EXPECT_EQ(ranked(parse("ambient voice"), rows), (std::vector<std::int64_t>{1, 3, 2, 4}));
}

TEST(RankTest, AWholeWordCountsMoreThanTheBeginningOfAnother) {
    const std::vector<store::Words> rows = {
        {1, " a", " the hospital is large"},
        {2, " a", " the hospitality is large"},
    };
    EXPECT_EQ(ranked(parse("hospital"), rows), (std::vector<std::int64_t>{1, 2}));
}

}  // namespace

}  // namespace search
