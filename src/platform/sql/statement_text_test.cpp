#include "platform/sql/statement_text.h"

#include "platform/sql/slice.h"
#include "platform/sql/statement_cache.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace sql {

namespace {

std::string for_sqlite(std::string text, std::string_view shape) {
    return expand({"test", std::move(text)}, shape, Mark::question);
}
std::string for_postgres(std::string text, std::string_view shape) {
    return expand({"test", std::move(text)}, shape, Mark::dollar);
}

std::string shape_of(std::vector<Value> values) {
    std::string shape;
    write_shape(values, shape);
    return shape;
}

TEST(StatementText, NumberedParametersKeepTheirNumbers) {
    EXPECT_EQ(for_sqlite("SELECT $2, $1, $2", "ii"), "SELECT ?2, ?1, ?2");
    EXPECT_EQ(for_postgres("SELECT $2, $1, $2", "ii"), "SELECT $2, $1, $2");
}

TEST(StatementText, TenIsNotOneAndZero) {
    EXPECT_EQ(for_sqlite("$1 $2 $3 $4 $5 $6 $7 $8 $9 $10 $1", "iiiiiiiiii"),
              "?1 ?2 ?3 ?4 ?5 ?6 ?7 ?8 ?9 ?10 ?1");
}

TEST(StatementText, AListBecomesAsManyParametersAsItsWidth) {
    EXPECT_EQ(for_sqlite("a IN ($1) AND b = $2", "Ci"), "a IN (?1,?2,?3,?4) AND b = ?5");
    EXPECT_EQ(for_postgres("a IN ($2) AND b = $1 OR c IN ($2)", "iB"),
              "a IN ($2,$3) AND b = $1 OR c IN ($2,$3)");
}

TEST(StatementText, ListsArePaddedToAPowerOfTwo) {
    const std::vector<std::int64_t> numbers = {1, 2, 3, 4, 5};
    const List all = numbers;
    EXPECT_EQ(shape_of({List(), all.first(1), all.first(2), all.first(3), all.first(4), all}),
              "AABCCD");
    EXPECT_EQ(width('A'), 1u);
    EXPECT_EQ(width('D'), 8u);
    EXPECT_EQ(width('i'), 1u);
    const std::vector<std::int64_t> many(20'000);
    EXPECT_THROW(shape_of({List(many)}), std::length_error);
}

TEST(StatementText, ShapesTellIntegersFromTheRest) {
    EXPECT_EQ(shape_of({std::int64_t{1}, std::string_view("x"), BlobView{}, std::monostate{}}),
              "i---");
}

TEST(StatementText, DollarsInQuotesAndCommentsAreLeftAlone) {
    EXPECT_EQ(for_sqlite("SELECT '$1', 'it''s $1', \"$1\", $1", "i"),
              "SELECT '$1', 'it''s $1', \"$1\", ?1");
    EXPECT_EQ(for_sqlite("SELECT $1 -- $2\n, $2 /* $3 */", "ii"), "SELECT ?1 -- $2\n, ?2 /* $3 */");
    EXPECT_EQ(for_postgres("SELECT $1 /* a /* $2 */ $3 */", "i"), "SELECT $1 /* a /* $2 */ $3 */");
    EXPECT_EQ(for_postgres("SELECT E'\\'$2', e'$3', $1", "i"), "SELECT E'\\'$2', e'$3', $1");
    EXPECT_EQ(for_postgres("SELECT $$ $2 $$, $q$ $3 $q$, $1", "B"),
              "SELECT $$ $2 $$, $q$ $3 $q$, $1,$2");
    EXPECT_EQ(for_postgres("SELECT a$1, $1", "i"), "SELECT a$1, $1");
}

TEST(StatementText, WhatIsNeverClosedRunsToTheEnd) {
    EXPECT_EQ(for_sqlite("SELECT $1 '$2", "i"), "SELECT ?1 '$2");
    EXPECT_EQ(for_sqlite("SELECT $1 /* $2", "i"), "SELECT ?1 /* $2");
    EXPECT_EQ(for_sqlite("SELECT $1 -- $2", "i"), "SELECT ?1 -- $2");
    EXPECT_EQ(for_postgres("SELECT $1 $q$ $2", "i"), "SELECT $1 $q$ $2");
}

TEST(StatementText, ValuesAndParametersMustAgree) {
    EXPECT_THROW(for_sqlite("SELECT $1", ""), std::logic_error);
    EXPECT_THROW(for_sqlite("SELECT 1", "i"), std::logic_error);
    EXPECT_THROW(for_sqlite("SELECT $1, $3", "iii"), std::logic_error);
    EXPECT_THROW(for_sqlite("SELECT $0", "i"), std::logic_error);
    EXPECT_THROW(for_sqlite("SELECT $99999999999999999999", "i"), std::logic_error);
}

TEST(StatementCache, KeepsAsManyAsAllowedAndDropsTheLeastUsed) {
    StatementCache<int> cache(2);
    std::vector<int> dropped;
    const auto note = [&dropped](int& prepared) { dropped.push_back(prepared); };
    cache.keep("a", "", 1, note);
    cache.keep("b", "", 2, note);
    ASSERT_TRUE(cache.find("a", ""));
    cache.keep("c", "", 3, note);
    EXPECT_EQ(dropped, std::vector{2});
    EXPECT_FALSE(cache.find("b", ""));
    EXPECT_EQ(cache.find("a", "")->prepared, 1);
    EXPECT_FALSE(cache.find("a", "i")) << "another shape is another statement";
}

TEST(StatementCache, DoesNotDropWhatIsInUse) {
    StatementCache<int> cache(1);
    cache.keep("a", "", 1).in_use = true;
    cache.keep("b", "", 2);
    ASSERT_TRUE(cache.find("a", ""));
    EXPECT_EQ(cache.find("a", "")->prepared, 1);
}

TEST(StatementCache, TellsLongTextsApartThatDifferInOneLetter) {
    StatementCache<std::size_t> cache(1'000);
    const std::string text(300, 'x');
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = 'y';
        cache.keep(other, "", i);
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = 'y';
        ASSERT_EQ(cache.find(other, "")->prepared, i);
    }
}

TEST(After, GoesIntoAnAddressAndBack) {
    const After after{.number = 1'718'000'000'000'000, .id = 42};
    EXPECT_EQ(after.text(), "1718000000000000-42");
    EXPECT_EQ(After::parse(after.text()).number, after.number);
    EXPECT_EQ(After::parse(after.text()).id, 42);
    EXPECT_EQ(After::parse("-5--7").number, -5);
    EXPECT_EQ(After::parse("-5--7").id, -7);
}

TEST(After, IsTheBeginningWhereTheTextIsNotOneOfOurs) {
    for (const char* text : {"", "1", "1-", "-", "1-2x", "x-2", "99999999999999999999-1", "1 -2"}) {
        EXPECT_EQ(After::parse(text).number, INT64_MAX) << text;
        EXPECT_EQ(After::parse(text).id, INT64_MAX) << text;
    }
}

}  // namespace

}  // namespace sql
