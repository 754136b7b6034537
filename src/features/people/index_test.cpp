// What is found by words while people change: as if the index had just been made.

#include "features/people/index.h"

#include "features/people/feature.h"
#include "features/people/store.h"
#include "platform/base/text.h"
#include "platform/identity/store.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

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
        for (const auto& match : index.at(tx).find(words)) persons.push_back(match.person.value);
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
        ASSERT_GT(store::version(before).version, 0);
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

// ---- counts ----

// Everybody as the tables have them, and what one of them sees of another: by the choices' own
// words.
class CountsTest : public PeopleIndexTest {
protected:
    struct One {
        PersonId id;
        std::string name, region, organisation, role, interest, system;
        bool mentors = false;
        std::vector<std::string> networks;
        ProfileDraft seen;
        bool has_profile = false;
    };

    void SetUp() override {
        PeopleIndexTest::SetUp();
        const std::vector<std::vector<std::string>> networks = {
            {"ccio"}, {"cnio"}, {"ccio", "cnio"}};
        for (std::size_t n = 0; n < 30; ++n) {
            One one;
            one.name = "Member " + std::string(1, static_cast<char>('A' + n / 6)) +
                       std::string(1, static_cast<char>('a' + n % 6));
            one.networks = networks[below(3)];
            one.id = site().person(one.name, one.networks);
            all_.push_back(one);
        }
        site().listen();
    }
    std::size_t below(std::size_t limit) {
        seed_ = seed_ * 1664525U + 1013904223U;
        return (seed_ >> 8) % limit;
    }
    template <class List>
    auto& any_of(List& list) {
        return list[below(std::size(list))];
    }
    // Where they work as the roll would have it, and what they say of themselves.
    void change_somebody() {
        One& one = any_of(all_);
        one.region = any_of(regions_);
        one.organisation = any_of(organisations_);
        one.role = any_of(roles_);
        site().database().write([&](sql::Tx& tx) {
            store::list(tx, one.id, {one.organisation, one.region, one.role});
        });
        if (below(4) == 0) return;
        one.has_profile = true;
        one.interest = any_of(tags_);
        one.system = any_of(tags_);
        one.mentors = below(2) == 0;
        const auto see = [&] { return below(2) == 0 ? "members" : any_of(sees_); };
        one.seen = {.about = "",
                    .interests = one.interest,
                    .systems = one.system,
                    .mentors = one.mentors ? "yes" : "",
                    .receives = "",
                    .see_name = see(),
                    .see_work = see(),
                    .see_networks = see(),
                    .see_about = see(),
                    .see_interests = see(),
                    .see_systems = see()};
        if (below(2) == 0) {
            one.seen.see_name = one.seen.see_work = one.seen.see_networks = one.seen.see_about =
                one.seen.see_interests = one.seen.see_systems = "members";
        }
        site().with_floor(one.name, [&](const record::Floor& floor) {
            const auto saved = People(floor).save(one.seen);
            ASSERT_TRUE(saved) << saved.error().sentence;
        });
    }
    static bool sees(const One& reader, const One& one, const std::string& choice) {
        if (!one.has_profile || choice == "members" || reader.id == one.id) return true;
        return choice == "networks" && std::ranges::any_of(one.networks, [&](const auto& network) {
                   return std::ranges::find(reader.networks, network) != reader.networks.end();
               });
    }
    static bool is_wanted(const One& reader, const One& one, const Wish& wish) {
        const bool work = sees(reader, one, one.seen.see_work);
        const auto has = [&](const std::string& tag) {
            const auto folded = base::fold(wish.tag);
            return !tag.empty() && base::fold(tag) == folded;
        };
        return sees(reader, one, one.seen.see_name) &&
               (wish.region.empty() || (work && one.region == wish.region)) &&
               (wish.organisation.empty() || (work && one.organisation == wish.organisation)) &&
               (wish.role.empty() || (work && one.role == wish.role)) &&
               (wish.network.empty() ||
                (sees(reader, one, one.seen.see_networks) &&
                 std::ranges::find(one.networks, wish.network) != one.networks.end())) &&
               (wish.tag.empty() ||
                (sees(reader, one, one.seen.see_interests) && has(one.interest)) ||
                (sees(reader, one, one.seen.see_systems) && has(one.system))) &&
               (wish.open_to.empty() || (one.mentors && sees(reader, one, one.seen.see_about)));
    }
    using Numbers = std::map<std::string, std::int64_t>;
    static std::string said(const Numbers& numbers) {
        std::string text;
        for (const auto& [code, people] : numbers) {
            if (!code.empty()) text += code + " " + std::to_string(people) + "; ";
        }
        return text;
    }
    static std::string said(const std::vector<Count>& counts) {
        Numbers numbers;
        for (const Count& one : counts) {
            EXPECT_TRUE(numbers.emplace(base::fold(one.code), one.people).second) << one.code;
        }
        return said(numbers);
    }
    void expect_counted(const One& reader, const Wish& wish) {
        Numbers regions, organisations, roles, interests, networks;
        std::int64_t total = 0;
        std::vector<std::string> names;
        for (const One& one : all_) {
            if (!is_wanted(reader, one, wish)) continue;
            ++total;
            names.push_back(one.name);
            if (sees(reader, one, one.seen.see_work)) {
                ++regions[base::fold(one.region)];
                ++organisations[base::fold(one.organisation)];
                ++roles[base::fold(one.role)];
            }
            if (sees(reader, one, one.seen.see_interests)) ++interests[base::fold(one.interest)];
            if (!sees(reader, one, one.seen.see_networks)) continue;
            for (const auto& network : one.networks) ++networks[network];
        }
        std::ranges::sort(names);
        site().with_floor(reader.name, [&](const record::Floor& floor) {
            const Found found = People(floor).find(wish, index_);
            EXPECT_EQ(found.total, total);
            EXPECT_EQ(said(found.regions), said(regions));
            EXPECT_EQ(said(found.organisations), said(organisations));
            EXPECT_EQ(said(found.roles), said(roles));
            EXPECT_EQ(said(found.interests), said(interests));
            EXPECT_EQ(said(found.networks), said(networks));
            EXPECT_EQ(names_of(People(floor), wish), names);
        });
    }
    // Page after page.
    std::vector<std::string> names_of(const People& people, Wish wish) {
        std::vector<std::string> names;
        for (bool is_more = true; is_more;) {
            const Found found = people.find(wish, index_);
            for (const auto& entry : found.entries) names.push_back(entry.line.name);
            is_more = found.is_more;
            if (is_more) wish.after = found.entries.back().line.id;
            EXPECT_EQ(is_more ? found.entries.size() : people_a_page,
                      static_cast<std::size_t>(people_a_page));
        }
        return names;
    }

    const std::vector<std::string> regions_ = {"", "Y56", "Y58", "Y59"};
    const std::vector<std::string> organisations_ = {"", "BRISTOL ROYAL", "TEES VALLEY"};
    const std::vector<std::string> roles_ = {"", "CCIO", "CNIO", "CIO"};
    const std::vector<std::string> tags_ = {"Virtual wards", "virtual wards", "Ambient voice",
                                            "EPR"};
    const std::vector<std::string> sees_ = {"me", "networks", "members"};
    std::vector<One> all_;
    std::uint32_t seed_ = 3;
};
MOOTHALL_ON_BOTH_ENGINES(CountsTest);

// Whoever shows everything is counted in memory, the others by a statement: together as each alone.
TEST_P(CountsTest, AreThoseOfWhatTheReaderSees) {
    for (int round = 0; round < 40; ++round) {
        for (std::size_t n = below(6); n > 0; --n) change_somebody();
        const One& reader = any_of(all_);
        expect_counted(reader, {});
        Wish wish;
        if (below(2) == 0) wish.region = any_of(regions_);
        if (below(4) == 0) wish.organisation = any_of(organisations_);
        if (below(4) == 0) wish.role = any_of(roles_);
        if (below(3) == 0) wish.network = below(2) == 0 ? "ccio" : "cnio";
        if (below(4) == 0) wish.tag = any_of(tags_);
        if (below(4) == 0) wish.open_to = "mentoring";
        expect_counted(reader, wish);
    }
}

// Words that everybody is found by: the counts of those found are those of all.
TEST_P(CountsTest, OfThoseFoundByWordsToo) {
    for (int round = 0; round < 20; ++round) {
        for (std::size_t n = below(8); n > 0; --n) change_somebody();
        const One& reader = any_of(all_);
        const Wish wish{.network = below(2) == 0 ? "ccio" : "", .region = any_of(regions_)};
        Wish by_words = wish;
        by_words.words = "member";
        site().with_floor(reader.name, [&](const record::Floor& floor) {
            const Found all = People(floor).find(wish, index_);
            const Found found = People(floor).find(by_words, index_);
            EXPECT_EQ(found.total, all.total);
            EXPECT_EQ(found.entries.size(), static_cast<std::size_t>(all.total));
            for (const auto facet : {&Found::regions, &Found::organisations, &Found::roles,
                                     &Found::interests, &Found::networks}) {
                EXPECT_EQ(said(found.*facet), said(all.*facet));
            }
        });
    }
}

TEST_P(CountsTest, TheBestSixtyAreShown) {
    change([&](sql::Tx& tx) {
        for (auto n = static_cast<int>(all_.size()); n < static_cast<int>(found_max); ++n)
            add(tx, n);
    });
    const auto find = [&] {
        Found found;
        site().with_floor(all_.front().name, [&](const record::Floor& floor) {
            found = People(floor).find({.words = "member"}, index_);
        });
        return found;
    };
    EXPECT_EQ(find().entries.size(), found_max);
    EXPECT_FALSE(find().is_more);
    change([&](sql::Tx& tx) { add(tx, 99); });
    EXPECT_EQ(find().entries.size(), found_max);
    EXPECT_TRUE(find().is_more);
    EXPECT_EQ(find().total, static_cast<std::int64_t>(found_max) + 1);
}

TEST_P(CountsTest, WhoIsRenamedStandsAtTheirNewPlaceAlone) {
    const One reader = all_.front(), other = all_.back();
    const auto names = [&] {
        std::vector<std::string> found;
        site().with_floor(reader.name, [&](const record::Floor& floor) {
            found = names_of(People(floor), {});
        });
        return found;
    };
    EXPECT_EQ(std::ranges::count(names(), other.name), 1);  // everybody is in memory now
    change([&](sql::Tx& tx) {
        identity::store::rename_person(tx, other.id, "Aaron First", "");
        store::note_change(tx, other.id);
    });
    EXPECT_EQ(names().front(), "Aaron First");
    EXPECT_EQ(std::ranges::count(names(), other.name), 0);
    EXPECT_EQ(names().size(), all_.size());
}

// Of whom few or none show themselves to this reader, and no page says how many were passed over.
TEST_P(CountsTest, APageIsFilledPastManyWhoAreHidden) {
    const One reader = all_.front();
    std::vector<PersonId> hidden;
    change([&](sql::Tx& tx) {
        for (int n = 0; n < 1'100; ++n) {
            const auto person = add(tx, 10'000 + n);
            store::keep_profile(tx, person, {.name = n % 50 == 0 ? See::members : See::me,
                                             .work = See::me});
            store::note_change(tx, person);
        }
    });
    site().with_floor(reader.name, [&](const record::Floor& floor) {
        const auto names = names_of(People(floor), {});
        EXPECT_EQ(std::ranges::count_if(names, [](const auto& name) {
                      return name.starts_with("Member 1") && name.size() == 12;
                  }), 22);
        EXPECT_TRUE(std::ranges::is_sorted(names));
    });
}

TEST_P(CountsTest, OfMoreWhoChooseThanAreCountedItIsSaid) {
    const One reader = all_.front();
    const auto add_choosy = [&](int from, int to) {
        change([&](sql::Tx& tx) {
            for (int n = from; n < to; ++n) {
                const auto person = add(tx, 10'000 + n);
                store::keep_profile(tx, person, {.work = See::me});
                store::note_change(tx, person);
            }
        });
    };
    const auto all = [&] {
        Found found;
        site().with_floor(reader.name, [&](const record::Floor& floor) {
            found = People(floor).find({}, index_);
        });
        return found;
    };
    const auto before = all().total;
    const auto most = static_cast<int>(choosy_max);  // nobody of the few has chosen yet
    add_choosy(0, most);
    EXPECT_EQ(all().total, before + most);
    EXPECT_FALSE(all().is_least);
    add_choosy(most, most + 1);
    EXPECT_TRUE(all().is_least);
    EXPECT_LE(all().total, before + most);
}

TEST_P(CountsTest, WhoLeavesIsCountedNoMore) {
    const One& reader = all_.front();
    expect_counted(reader, {});
    change([&](sql::Tx& tx) { store::unlist(tx, all_.back().id); });
    all_.pop_back();
    expect_counted(reader, {});
    change([&](sql::Tx& tx) { store::unlist(tx, PersonId{999'999}); });
    expect_counted(reader, {});
}

}  // namespace
}  // namespace people
