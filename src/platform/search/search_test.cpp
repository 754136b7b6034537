#include "platform/search/query.h"

#include "app/migrations.h"
#include "platform/identity/store.h"
#include "platform/search/index.h"
#include "platform/sql/test_database.h"

#include <chrono>
#include <random>

namespace search {

namespace {

using Parts = std::vector<std::int64_t>;

base::Instant minute(int number) {
    return base::Instant(std::chrono::seconds(1'800'000'000)) + base::minutes(number);
}

leaving::Passed passed(std::int64_t part, std::int64_t audience, std::string title,
                       std::string text) {
    return *leaving::Gate().pass({.exit = leaving::Exit::search,
                                  .from = {"forum.post", part / 10, part},
                                  .audience = {audience},
                                  .subject_line = std::move(title),
                                  .content = std::move(text)});
}

class SearchTest : public sql::testing::OnBothEngines {
protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (HasFatalFailure()) return;
        sql::migrate(database(), app::migrations());
        database().write([this](sql::Tx& tx) {
            cio_ = identity::store::add_audience(tx, "CIO").value;
            ccio_ = identity::store::add_audience(tx, "CCIO").value;
        });
    }

    void put_one(std::int64_t part, std::int64_t audience, const std::string& title,
                 const std::string& text, base::Instant at) {
        database().write([&](sql::Tx& tx) { put(tx, passed(part, audience, title, text), at); });
    }

    Results find(std::string_view words, const std::vector<std::int64_t>& audiences,
                 Order order = Order::newest, int count = 20) {
        Results results;
        database().read([&](sql::Tx& tx) { results = search(tx, words, audiences, order, count); });
        return results;
    }

    Parts parts(std::string_view words, Order order = Order::newest) {
        Parts parts;
        for (const Found& one : find(words, {cio_, ccio_}, order).found) parts.push_back(one.part);
        return parts;
    }

    void put_some() {
        put_one(11, cio_, "Ambient voice in outpatients", "What did you put in your DPIA?",
                minute(1));
        put_one(12, cio_, "Ambient voice in outpatients", "We wrote ours with Zoë’s team.",
                minute(2));
        put_one(21, ccio_, "Single sign-on on night one", "Agency staff voice their anger. DPIAs",
                minute(3));
        put_one(31, ccio_, "A 30-hour outage", "Hospitals sign on to nothing.", minute(4));
    }

    std::int64_t cio_ = 0;
    std::int64_t ccio_ = 0;
};
MOOTHALL_ON_BOTH_ENGINES(SearchTest);

TEST_P(SearchTest, FindsWordsInTitleAndTextNewestFirst) {
    put_some();
    EXPECT_EQ(parts("voice"), (Parts{21, 12, 11}));
    EXPECT_EQ(parts("voice outpatients"), (Parts{12, 11}));
    EXPECT_EQ(parts("ZOE"), (Parts{12}));
    EXPECT_EQ(parts("nowhere"), Parts{});
    const Results results = find("dpia", {cio_});
    ASSERT_EQ(results.found.size(), 1U);
    EXPECT_EQ(results.found[0].kind, "forum.post");
    EXPECT_EQ(results.found[0].subject, 1);
    EXPECT_EQ(results.found[0].part, 11);
    EXPECT_EQ(results.found[0].title, "Ambient voice in outpatients");
    EXPECT_EQ(results.found[0].text, "What did you put in your DPIA?");
    EXPECT_EQ(results.found[0].at, minute(1));
    EXPECT_EQ(results.matches, 1);
    EXPECT_FALSE(results.is_capped);
}

TEST_P(SearchTest, TheLastWordMayBeUnfinishedAtAnyLength) {
    put_some();
    const std::string word = "outpatients";
    for (std::size_t size = 4; size <= word.size(); ++size) {
        EXPECT_EQ(parts("voice " + word.substr(0, size)), (Parts{12, 11})) << size;
    }
    EXPECT_EQ(parts("out"), (Parts{31, 12, 11}));  // outage too
    EXPECT_EQ(parts("outpatientx"), Parts{});
    EXPECT_EQ(parts("ou"), Parts{});  // shorter than three: whole words
    EXPECT_EQ(parts("outpat voice"), Parts{});  // not the last
}

TEST_P(SearchTest, QuotesAndMinusNarrow) {
    put_some();
    EXPECT_EQ(parts("\"sign on\""), (Parts{31, 21}));
    EXPECT_EQ(parts("\"on sign\""), Parts{});
    EXPECT_EQ(parts("\"single sign on\""), (Parts{21}));
    EXPECT_EQ(parts("single-sig"), (Parts{21}));
    EXPECT_EQ(parts("voice -dpia"), (Parts{21, 12}));
    EXPECT_EQ(parts("voice -\"night one\""), (Parts{12, 11}));
    EXPECT_EQ(parts("\"outpatients what\""), Parts{});  // no phrase runs from title into text
    EXPECT_EQ(parts("-voice"), Parts{});
}

TEST_P(SearchTest, WhatIsForOthersIsNotFound) {
    put_some();
    EXPECT_EQ(find("voice", {cio_}).matches, 2);
    EXPECT_EQ(find("voice", {ccio_}).matches, 1);
    EXPECT_EQ(find("voice", {}).matches, 0);
    EXPECT_EQ(find("voice", {ccio_ + 1}).matches, 0);
    // An audience's number is no word, in whatever disguise.
    const std::string number = std::to_string(ccio_);
    for (const std::string& text : {"#" + number, "\"#" + number + "\"", "place : #" + number,
                                    "voice OR \"#" + number, "voice') | ('#" + number}) {
        for (const Found& one : find(text, {cio_}).found) EXPECT_LT(one.part, 20) << text;
    }
    // More audiences than the match may name.
    std::vector<std::int64_t> many;
    for (std::int64_t i = 0; i < 200; ++i) many.push_back(1'000'000 + i);
    EXPECT_EQ(find("voice", many).matches, 0);
    many.push_back(cio_);
    EXPECT_EQ(find("voice", many).matches, 2);
}

TEST_P(SearchTest, AnEntryIsReplacedMovedAndRemoved) {
    put_some();
    put_one(11, ccio_, "Ambient voice", "Now without that word.", minute(9));
    EXPECT_EQ(parts("dpia"), (Parts{21}));
    EXPECT_EQ(parts("voice"), (Parts{11, 21, 12}));
    EXPECT_EQ(find("voice", {cio_}).matches, 1);
    put_one(11, ccio_, "Ambient voice", "Now without that word.", minute(9));  // a fact heard twice
    EXPECT_EQ(parts("voice"), (Parts{11, 21, 12}));
    database().write([](sql::Tx& tx) { remove(tx, "forum.post", 21); });
    EXPECT_EQ(parts("voice"), (Parts{11, 12}));
    database().write([](sql::Tx& tx) {
        remove(tx, "forum.post", 21);
        remove_all_of(tx, "forum.post", 1);
    });
    EXPECT_EQ(parts("voice"), Parts{});
    EXPECT_EQ(parts("sign"), (Parts{31}));
}

TEST_P(SearchTest, OnlyWhatPassedByTheSearchsExitIsTaken) {
    const auto letter = leaving::Gate().pass(
        {.exit = leaving::Exit::mail, .from = {}, .audience = {cio_}, .subject_line = "News"});
    EXPECT_THROW(database().write([&](sql::Tx& tx) { put(tx, *letter, minute(1)); }),
                 std::logic_error);
}

TEST_P(SearchTest, BestPutsTheTitleFirst) {
    put_one(10, cio_, "Ambient voice", "Which do you use?", minute(1));
    put_one(20, cio_, "Minutes", "Then somebody spoke of ambient voice.", minute(2));
    EXPECT_EQ(parts("ambient voice", Order::best), (Parts{10, 20}));
    EXPECT_EQ(parts("ambient voice", Order::newest), (Parts{20, 10}));
}

TEST_P(SearchTest, ManyOfOneMomentKeepTheirOrder) {
    database().write([&](sql::Tx& tx) {
        for (int i = 0; i < 2500; ++i) put(tx, passed(i, cio_, "Same moment", "text"), minute(5));
    });
    const Results results = find("moment", {cio_}, Order::newest, 3);
    ASSERT_EQ(results.found.size(), 3U);
    EXPECT_EQ(results.found[0].part, 2499);
    EXPECT_EQ(results.found[2].part, 2497);
    EXPECT_EQ(results.matches, ranked_max);
    EXPECT_TRUE(results.is_capped);
    EXPECT_EQ(find("moment", {cio_}, Order::best, 500).found.size(), 100U);
}

TEST_P(SearchTest, TheCapTakesTheNewestAndSaysSo) {
    database().write([&](sql::Tx& tx) {
        put(tx, passed(1, cio_, "Ambient voice voice", "voice"), minute(0));  // fits best, too old
        for (int i = 2; i <= ranked_max; ++i) put(tx, passed(i, cio_, "A voice", "b"), minute(i));
    });
    EXPECT_FALSE(find("voice", {cio_}, Order::best).is_capped);
    EXPECT_EQ(find("voice", {cio_}, Order::best).found[0].part, 1);
    put_one(5000, cio_, "One more voice", "b", minute(5000));
    const Results results = find("voice", {cio_}, Order::best, 100);
    EXPECT_TRUE(results.is_capped);
    EXPECT_EQ(results.matches, ranked_max);
    for (const Found& one : results.found) EXPECT_NE(one.part, 1);
}

TEST_P(SearchTest, WhatLiesBehindManyMatchesOfOthersIsFound) {
    database().write([&](sql::Tx& tx) {
        put(tx, passed(1, ccio_, "Ambient voice", "Ours alone."), minute(0));
        for (int i = 2; i <= 5'200; ++i) put(tx, passed(i, cio_, "A voice", "b"), minute(i));
    });
    const Results results = find("voice", {ccio_});
    ASSERT_EQ(results.found.size(), 1U);
    EXPECT_EQ(results.found[0].part, 1);
    EXPECT_EQ(find("voice", {ccio_, cio_}, Order::newest, 3).found[0].part, 5'200);
}

TEST_P(SearchTest, AnySearchTextIsAnswered) {
    put_some();
    std::mt19937 random(7);
    const std::string pieces =
        "abvoice \"\"--*():^+~<>&|!'\\#{}[]%_;\t\n\xc3\xab\xff\xe2\x80\x9c@.,/";
    for (int i = 0; i < 400; ++i) {
        std::string text;
        for (unsigned length = random() % 40; length > 0; --length) {
            text += pieces[random() % pieces.size()];
        }
        EXPECT_NO_THROW(find(text, {cio_, ccio_}, i % 2 == 0 ? Order::best : Order::newest))
            << text;
    }
    for (const char* text :
         {"AND", "voice AND", "NOT voice", "NEAR(voice)", "title:voice", "voice*", "\"voice",
          "^voice", "voice OR dpia", "{title} : voice", "'voice':A"}) {
        EXPECT_NO_THROW(find(text, {cio_})) << text;
    }
    EXPECT_NO_THROW(find(std::string("vo\0ice", 6), {cio_}));
    EXPECT_NO_THROW(find(std::string(100'000, 'x'), {cio_}));
}

TEST_P(SearchTest, ReindexBringsBackWhatABackupLeavesOut) {
    put_some();
    sql::Statement emptied{"test_emptied", "DELETE FROM search_text_rows"};
    database().write([&](sql::Tx& tx) {
        tx.run_script(emptied);
        if (tx.engine() == sql::Engine::sqlite) {
            tx.run_script({"test_emptied",
                           "INSERT INTO search_text (search_text) VALUES ('delete-all')"});
        }
    });
    database().read([](sql::Tx& tx) { EXPECT_FALSE(is_whole(tx)); });
    EXPECT_EQ(parts("voice"), Parts{});
    put_one(41, cio_, "Voice of the new", "meanwhile", minute(6));
    put_one(11, cio_, "Ambient voice, edited", "meanwhile", minute(1));
    EXPECT_EQ(reindex(database()), 5);
    database().read([](sql::Tx& tx) { EXPECT_TRUE(is_whole(tx)); });
    EXPECT_EQ(parts("voice"), (Parts{41, 21, 12, 11}));
    EXPECT_EQ(parts("dpia"), (Parts{21}));
    EXPECT_EQ(reindex(database()), 5);
    EXPECT_EQ(parts("voice"), (Parts{41, 21, 12, 11}));
}

// Words of so many letters that differ from the first on, so that each has beginnings of its own.
std::string many_words(std::size_t size, std::size_t first,
                       std::size_t bytes = text_bytes_max) {
    constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::string text;
    for (std::size_t number = first; text.size() < bytes; ++number) {
        std::string word(size, 'z');
        auto rest = number;
        for (std::size_t i = 0; i < size; ++i, rest /= letters.size()) {
            word[i] = letters[rest % letters.size()];
        }
        text += word + " ";
    }
    return text;
}

TEST_P(SearchTest, TidyMakesOnePieceOfTheManyThatWritesLeft) {
    constexpr int entries = 120;
    for (int i = 1; i <= entries; ++i) {
        const auto text = many_words(4, static_cast<std::size_t>(i) * 20, 2000);
        put_one(10 + i, cio_, "Ambient voice", text, minute(i));
    }
    const auto pieces = [this] {
        std::int64_t count = 1;
        database().read([&](sql::Tx& tx) {
            if (tx.engine() != sql::Engine::sqlite) return;
            tx.run_text({"test_pieces", "SELECT count(DISTINCT segid) FROM search_text_idx"}, {},
                        [&](const sql::Row& row) {
                            count = row.integer(0);
                            return true;
                        });
        });
        return count;
    };
    const auto before = parts("voice");
    const bool has_pieces = database().engine() == sql::Engine::sqlite;
    EXPECT_EQ(pieces() > 3, has_pieces);
    tidy(database());
    EXPECT_EQ(pieces(), 1);
    EXPECT_EQ(parts("voice"), before);
    put_one(9, cio_, "Voice once more", "after it", minute(200));
    tidy(database());
    tidy(database());
    EXPECT_EQ(pieces(), 1);
    EXPECT_EQ(parts("voice").front(), 9);
}

TEST_P(SearchTest, OfATextThatFoldingMakesLongTheBeginningIsFound) {
    std::string text = "first";
    for (int i = 0; i < 32'000; ++i) text += "\U00011D46\uFDFA";  // the latter folds to four words
    put_one(11, cio_, "Ambient voice", text + " last", minute(1));
    EXPECT_EQ(parts("voice"), (Parts{11}));
    EXPECT_EQ(parts("first"), (Parts{11}));
    EXPECT_EQ(parts("last"), Parts{});
    put_one(11, cio_, "Ambient voice", "Shorter, at last", minute(1));
    EXPECT_EQ(parts("last"), (Parts{11}));
    EXPECT_EQ(parts("first"), Parts{});
}

TEST_P(SearchTest, NoWordsAreTooManyWhateverTheirLength) {
    for (std::size_t size = 1; size <= 8; ++size) {
        const std::string title = many_words(size, 100'000);
        EXPECT_NO_THROW(put_one(10, cio_, title, many_words(size, 0), minute(1))) << size;
        EXPECT_EQ(parts(std::string(size, '0')), (Parts{10})) << size;
    }
}

TEST_P(SearchTest, AnUnhappyTransactionLeavesNoWords) {
    put_some();
    EXPECT_THROW(database().write([&](sql::Tx& tx) {
        put(tx, passed(99, cio_, "Never committed voice", ""), minute(7));
        remove(tx, "forum.post", 11);
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(parts("voice"), (Parts{21, 12, 11}));
}

}  // namespace

}  // namespace search
