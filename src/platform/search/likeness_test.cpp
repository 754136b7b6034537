#include "platform/search/likeness.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace search {

namespace {

using Ids = std::vector<std::int64_t>;

MatchIndex index() {
    return MatchIndex({{1, "ROYAL FREE LONDON NHS FOUNDATION TRUST", "RAL", true},
                       {2, "GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "RJ1", true},
                       {3, "LEEDS TEACHING HOSPITALS NHS TRUST", "RR8", true},
                       {4, "LEEDS COMMUNITY HEALTHCARE NHS TRUST", "RY6", true},
                       {5, "ROYAL SURREY NHS FOUNDATION TRUST", "RA2", true},
                       {6, "YSBYTY GLÂN", "-6", true},
                       {7, "NORTH BRISTOL NHS TRUST", "RVJ", false},
                       {8, "NORTH BRISTOL NHS TRUST", "RVK", true}});
}

std::int64_t first(std::string_view typed) {
    const auto ids = index().find(typed, 5);
    return ids.empty() ? 0 : ids.front();
}

TEST(MatchIndex, FindsByPartsOfTheName) {
    EXPECT_EQ(first("royal free"), 1);
    EXPECT_EQ(first("Leeds community"), 4);
    EXPECT_EQ(first("st thomas"), 2);
    EXPECT_EQ(first("hospitals leeds"), 3) << "in any order";
    EXPECT_EQ(first("surr"), 5) << "while it is typed";
}

TEST(MatchIndex, ForgivesMistakes) {
    EXPECT_EQ(first("royel free"), 1);
    EXPECT_EQ(first("guys and saint thomas"), 2);
    EXPECT_EQ(first("Leads teaching"), 3);
    EXPECT_EQ(first("teching hospitals"), 3);
    EXPECT_EQ(first("ysbyty glan"), 6) << "marks may be left out";
}

TEST(MatchIndex, KnowsCodes) {
    EXPECT_EQ(first("RJ1"), 2);
    EXPECT_EQ(first(" rr8 "), 3);
    EXPECT_EQ(index().find("ral", 5).front(), 1);
}

TEST(MatchIndex, TheOpenOneOfTwoComesFirst) {
    EXPECT_EQ(index().find("north bristol", 2), (Ids{8, 7}));
}

TEST(MatchIndex, GivesNothingWhereNothingIsAlike) {
    EXPECT_EQ(index().find("zzzz", 5), Ids{});
    EXPECT_EQ(index().find("", 5), Ids{});
    EXPECT_EQ(index().find("  -- ", 5), Ids{});
    EXPECT_EQ(index().find(std::string(100'000, 'q'), 5), Ids{});
    EXPECT_EQ(index().find("royal", 0), Ids{});
    EXPECT_EQ(MatchIndex({}).find("royal", 5), Ids{});
    EXPECT_NO_THROW(index().find("\xff\xfe royal \xc3", 5));
}

// More names than a search reads, with few words among them; each is looked for with a mistake.
TEST(MatchIndex, FindsWhatIsMeantAmongMoreNamesThanItReads) {
    const std::vector<std::string> places = {"Ash",  "Birch", "Cold", "Dun",  "East",  "Fern",
                                             "Glen", "Iron",  "King", "Mill", "North", "Quern"};
    const std::vector<std::string> ends = {"bourne", "bridge", "brook", "combe", "field", "ford"};
    const std::vector<std::string> kinds = {"Hospice", "Community Interest Company", "University"};
    std::vector<NameEntry> entries;
    for (int number = 1; number <= 100; ++number) {
        for (const auto& place : places) {
            for (const auto& end : ends) {
                for (const auto& kind : kinds) {
                    const auto id = static_cast<std::int64_t>(entries.size()) + 1;
                    const std::string numbered = " " + std::to_string(number);
                    entries.push_back({id, place + end + " " + kind + numbered, "", true});
                }
            }
        }
    }
    const MatchIndex many(entries);
    const auto means = [&](const std::string& typed, const std::string& meant) {
        const auto ids = many.find(typed, 8);
        EXPECT_EQ(ids.size(), 8u) << typed;
        for (const auto id : ids) {
            const auto& name = entries.at(static_cast<std::size_t>(id) - 1).name;
            EXPECT_TRUE(name.starts_with(meant)) << typed << " found " << name;
        }
    };
    means("ashbourne hospice", "Ashbourne Hospice");
    means("ashbourne hospise", "Ashbourne Hospice");
    means("quernconbe university", "Querncombe University");
    means("kingford comunity interest", "Kingford Community");
    means("milbrook universty", "Millbrook University");
    EXPECT_EQ(many.find("hospice", 8).size(), 8u) << "each of a third of all";
    const auto one = many.find("Northfield University 77", 1);
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(entries.at(static_cast<std::size_t>(one[0]) - 1).name, "Northfield University 77");
}

// What is looked at beside an index scores as it does within.
TEST(MatchIndex, NamesBesideItScoreAsTheirsDo) {
    const std::vector<NameEntry> entries = {{1, "Ysbyty Glân", "-6", true},
                                        {2, "Leeds Teaching Hospitals NHS Trust", "RR8", true},
                                        {3, "Leeds Community Healthcare NHS Trust", "RY6", false},
                                        {4, "Two go-lives", "", true},
                                        {5, "Two two two", "", true}};
    const MatchIndex within(entries);
    const LatestNames beside(entries);
    for (const std::string_view typed :
         {"leeds", "Leads teaching", "ysbyty glan", "two", "two golives", "rr8", "-6", "zzzz", "",
          "l", "nhs trust", "leeds community healthcare nhs trust"}) {
        auto fits = within.fits_among(beside, typed);
        std::ranges::sort(fits, [](const Fit& a, const Fit& b) {
            return a.score != b.score ? a.score > b.score : a.id < b.id;
        });
        const auto own = within.fits(typed, 10);
        ASSERT_EQ(fits.size(), own.size()) << typed;
        for (std::size_t i = 0; i < own.size(); ++i) {
            EXPECT_EQ(fits[i].id, own[i].id) << typed;
            EXPECT_NEAR(fits[i].score, own[i].score, 1e-5) << typed;
        }
    }
    EXPECT_EQ(within.fits_among(beside, "leeds").size(), 2u);
    EXPECT_EQ(index().fits_among(LatestNames({{9, "A name of its own", "", true}}), "own name")
                  .front().id,
              9)
        << "words that the index does not have";
}

// A word that one name has, or none: what else is found is the same.
TEST(MatchIndex, AFewDoNotWeighOtherwiseThanNone) {
    std::vector<NameEntry> entries;
    for (int i = 0; i < 200; ++i) {
        entries.push_back({i + 1, "Member " + std::to_string(i), "", true});
    }
    entries.push_back({300, "Anil Kapoor", "", true});
    const MatchIndex without(entries);
    for (int more = 1; more <= 5; ++more) {
        entries.push_back({300 + more, "whistleblowing", "", true});
        const MatchIndex with(entries);
        for (const std::string_view typed :
             {"kapoor whistleb", "anil kap whistleblowing", "kapoor whis", "member 12 whistle"}) {
            auto found = with.find(typed, 50);
            std::erase_if(found, [](auto id) { return id > 300; });
            EXPECT_EQ(found, without.find(typed, 50)) << typed << " beside " << more;
        }
    }
}

TEST(MatchIndex, GivesAtMostSoMany) {
    EXPECT_EQ(index().find("nhs trust", 3).size(), 3u);
    EXPECT_EQ(index().find("leeds", 1).size(), 1u);
}

}  // namespace
}  // namespace search
