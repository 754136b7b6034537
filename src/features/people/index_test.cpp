// What is found by words while people change: as if the index had just been made.

#include "features/people/index.h"

#include "features/people/feature.h"
#include "features/people/store.h"
#include "platform/identity/store.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace people {
namespace {

using Persons = std::vector<std::int64_t>;

class PeopleIndexTest : public testing_site::SiteTest {
protected:
    PersonId add(sql::Tx& tx, int number) {
        const std::string name = "Member " + std::to_string(number);
        const auto id = identity::store::add_person(
            tx, {.name = name, .handle = name, .email = name + "@example.org"});
        store::list(tx, id, {});
        return id;
    }
    void say(sql::Tx& tx, PersonId person, const std::string& interest) {
        store::keep_tags(tx, person, 1, {interest});
        store::note_change(tx, person);
    }
    static Persons found_by(Index& index, sql::Tx& tx, const std::string& words) {
        Persons persons;
        for (const auto& match : index.find(tx, words)) persons.push_back(match.person.value);
        std::ranges::sort(persons);
        const auto same = std::ranges::unique(persons);
        persons.erase(same.begin(), same.end());
        return persons;
    }
    Persons found_by(Index& index, const std::string& words) {
        Persons persons;
        site().database().read([&](sql::Tx& tx) { persons = found_by(index, tx, words); });
        return persons;
    }
    Persons found_by(const std::string& words) { return found_by(index_, words); }
    Persons listed() {
        Persons persons;
        site().database().read([&](sql::Tx& tx) {
            for (const auto& one : store::unguarded_listings(tx, {}, 1000)) {
                persons.push_back(one.person.value);
            }
        });
        return persons;
    }
    template <class Act>
    void change(Act&& act) {
        site().database().write([&](sql::Tx& tx) { act(tx); });
    }

    Index index_;
};
MOOTHALL_ON_BOTH_ENGINES(PeopleIndexTest);

TEST_P(PeopleIndexTest, WhoChangedIsFoundByTheirNewWordsAlone) {
    PersonId first, second;
    change([&](sql::Tx& tx) {
        first = add(tx, 1);
        second = add(tx, 2);
        say(tx, first, "virtual wards");
    });
    EXPECT_EQ(found_by("virtual wards"), Persons{first.value});
    change([&](sql::Tx& tx) {
        say(tx, first, "ambient voice");
        say(tx, second, "virtual wards");
    });
    EXPECT_EQ(found_by("virtual wards"), Persons{second.value});
    EXPECT_EQ(found_by("ambient voice"), Persons{first.value});
    change([&](sql::Tx& tx) { say(tx, first, "virtual wards"); });
    EXPECT_EQ(found_by("virtual wards"), (Persons{first.value, second.value}));
}

TEST_P(PeopleIndexTest, ATransactionOfBeforeFindsWhatItSees) {
    PersonId person;
    change([&](sql::Tx& tx) {
        person = add(tx, 1);
        say(tx, person, "virtual wards");
    });
    site().database().read([&](sql::Tx& before) {
        ASSERT_GT(store::version(before), 0);
        change([&](sql::Tx& tx) { say(tx, person, "ambient voice"); });
        EXPECT_EQ(found_by("ambient voice"), Persons{person.value}) << "the index is made after";
        EXPECT_EQ(found_by(index_, before, "ambient voice"), Persons{});
        EXPECT_EQ(found_by(index_, before, "virtual wards"), Persons{person.value});
    });
    EXPECT_EQ(found_by("virtual wards"), Persons{}) << "and is kept";
}

// Few changes and many, at random, over several indexes: always what one made just now finds.
TEST_P(PeopleIndexTest, FindsWhatAnIndexMadeNowWouldFind) {
    const std::vector<std::string> interests = {"virtual wards",  "ambient voice",  "safety cases",
                                                "two go-lives",   "single sign on", "maternity",
                                                "clinical coding"};
    std::uint32_t seed = 5;
    const auto below = [&seed](std::size_t limit) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<std::size_t>(seed >> 8) % limit;
    };
    std::vector<PersonId> persons;
    change([&](sql::Tx& tx) {
        for (int n = 0; n < 400; ++n) persons.push_back(add(tx, n));
    });
    for (const std::size_t changes : {1U, 3U, 40U, 2U, 390U, 5U, 250U, 250U, 1U}) {
        change([&](sql::Tx& tx) {
            for (std::size_t n = 0; n < changes; ++n) {
                const auto person = persons[below(persons.size())];
                if (below(10) == 0) {
                    store::unlist(tx, person);
                } else {
                    store::list(tx, person, {.organisation = interests[below(7)]});
                    say(tx, person, interests[below(7)]);
                }
            }
        });
        // Whoever left the directory is dropped where the database is asked for the people.
        const auto there = listed();
        const auto find_there = [&](Index& index, const std::string& words) {
            auto found = found_by(index, words);
            std::erase_if(found, [&](auto id) { return !std::ranges::binary_search(there, id); });
            return found;
        };
        for (const auto& words : interests) {
            Index fresh;
            const auto found = find_there(index_, words), expected = find_there(fresh, words);
            EXPECT_FALSE(expected.empty() && changes > 40) << words;
            EXPECT_EQ(found, expected) << words << " after " << changes;
        }
    }
}

}  // namespace
}  // namespace people
