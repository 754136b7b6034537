#pragma once
// For the tests of extracts: a network in which five of five trusts talk, and what its members do
// with what was said.

#include "features/extracts/extracts.h"
#include "features/extracts/feature.h"
#include "features/extracts/store.h"
#include "features/membership/membership.h"
#include "platform/identity/store.h"
#include "tests/support/page_check.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <vector>

namespace extracts {

inline constexpr std::array<const char*, 5> writers = {"Grace Okonjo", "Meera Raman", "Owen Hughes",
                                                       "Siobhán O'Brien", "Tomasz Nowak"};
inline constexpr std::array<const char*, 5> trusts = {"RAL", "RA7", "RBS", "RRU", "RTG"};
inline constexpr std::array<const char*, 5> said = {
    "Ours is a spreadsheet, read every week by one of us.",
    "We bought a tool for it, and nobody used it.", "A log that nobody reads is worse than none.",
    "Somebody has to own each hazard, or nobody ever will.",
    "We ask the wards first, and then the people who log."};

class Talked : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        for (const char* name : writers) site().person(name, {"ccio"});
        for (const char* name : {"Tak Er", "Sec Ond", "Oth Er"}) site().person(name, {"ccio"});
        site().person("Mod Erator", {"ccio"}, {"moderator"});
        site().person("Out Sider", {"cnio"});
        site().person("Adm Inistrator", {"cnio"}, {"administrator"});
        site().with_floor("Adm Inistrator", [](const record::Floor& floor) {
            const auto imported = organisations::Organisations(floor).import_trusts(
                "RAL,ROYAL FREE LONDON NHS FOUNDATION "
                "TRUST,Y56,QMJ,,,,LONDON,,NW3,,,,,,,,,,,,0,,H\n"
                "RA7,UNIVERSITY HOSPITALS BRISTOL NHS FOUNDATION TRUST,Y58,QUY,,,,BRISTOL,,BS1,,,,,"
                ",,,,,,,0,,K\n"
                "RBS,ALDER HEY CHILDREN'S NHS FOUNDATION TRUST,Y62,QYG,,,,LIVERPOOL,,L12,,,,,,,,,,,"
                ",0,,K\n"
                "RRU,LONDON AMBULANCE SERVICE NHS TRUST,Y56,QMJ,,,,LONDON,,SE1,,,,,,,,,,,,0,,K\n"
                "RTG,DERBY TEACHING HOSPITALS NHS FOUNDATION TRUST,Y60,QJ2,,,,DERBY,,DE22,,,,,,,,,,"
                ",,0,,K\n",
                base::parse_day("2021-07-31").value(), organisations::Missing::refused);
            ASSERT_TRUE(imported) << imported.error().sentence;
        });
        for (std::size_t i = 0; i < writers.size(); ++i) works_at(writers.at(i), trusts.at(i));
    }

    void works_at(const char* who, const char* trust) {
        membership::PositionId id;
        site().with_floor(who, [&](const record::Floor& floor) {
            const auto claimed = membership::Membership(floor).claim(
                {trust, "ccio", "CCIO", "2021-01-01", "The board page."});
            ASSERT_TRUE(claimed) << claimed.error().sentence;
            id = *claimed;
        });
        site().with_floor("Adm Inistrator", [&](const record::Floor& floor) {
            membership::Membership roll(floor);
            ASSERT_TRUE(roll.verify(roll.position(id)));
        });
    }

    // A topic whose posts are by the first so many writers, one each.
    forum::TopicId talked(std::size_t by) {
        const auto topic = site().topic(writers.at(0), "Hazard logs", said.at(0));
        for (std::size_t i = 1; i < by; ++i) site().reply(writers.at(i), topic, said.at(i));
        return topic;
    }

    template <class Act>
    auto in_room(const std::string& who, Act&& act) {
        std::optional<std::invoke_result_t<Act, Extracts&>> out;
        site().with_floor(who, [&](const record::Floor& floor) {
            Extracts room(floor, shop_);
            out.emplace(act(room));
        });
        return *std::move(out);
    }
    template <class Act>
    auto as_author(const std::string& who, Act&& act) {
        std::optional<std::invoke_result_t<Act, Consents&>> out;
        site().with_floor(who, [&](const record::Floor& floor) {
            Consents consents(floor, shop_);
            out.emplace(act(consents));
        });
        return *std::move(out);
    }

    base::Result<ExtractId> try_take(const std::string& who, forum::TopicId topic,
                                     const std::vector<int>& numbers) {
        std::optional<base::Result<ExtractId>> out;
        site().with_floor(who, [&](const record::Floor& floor) {
            const auto seen = forum::Forum(floor).topic(topic);
            out.emplace(Extracts(floor, shop_).take(seen, numbers));
        });
        return *std::move(out);
    }
    ExtractId taken(forum::TopicId topic, const std::vector<int>& numbers,
                    const std::string& who = "Tak Er") {
        const auto id = try_take(who, topic, numbers);
        EXPECT_TRUE(id) << id.error().sentence;
        return id.value();
    }
    ExtractId taken_whole(std::size_t by) {
        std::vector<int> numbers;
        for (std::size_t i = 1; i <= by; ++i) numbers.push_back(static_cast<int>(i));
        return taken(talked(by), numbers);
    }
    static std::string why_not(const base::Result<ExtractId>& result) {
        return result ? "it was done" : result.error().sentence;
    }
    using Step = base::Result<ExtractId> (Extracts::*)(const Extract&);
    base::Result<ExtractId> act(const std::string& who, ExtractId id, Step step) {
        std::optional<base::Result<ExtractId>> out;
        site().with_floor(who, [&](const record::Floor& floor) {
            Extracts room(floor, shop_);
            const Extract seen = room.one(id);
            out.emplace((room.*step)(seen));
        });
        return *std::move(out);
    }
    // Having read it as it is now.
    base::Result<ExtractId> publish(const std::string& who, ExtractId id) {
        return in_room(who, [&](Extracts& room) {
            const auto seen = room.one(id);
            const auto all = room.passages(seen);
            return room.publish(seen, what_is_read(seen, all, room.marks(seen, all)));
        });
    }
    ExtractId handed_on(std::size_t by) {
        const auto id = taken_whole(by);
        const auto done = act("Tak Er", id, &Extracts::hand_on);
        EXPECT_TRUE(done) << done.error().sentence;
        return id;
    }
    Standing standing(ExtractId id, const std::string& who = "Sec Ond") {
        return in_room(who, [&](Extracts& room) { return room.standing(room.one(id)); });
    }
    base::Result<ExtractId> agree(const std::string& who, ExtractId id, const Texts& words = {}) {
        return as_author(who, [&](Consents& all) { return all.agree(all.asked(id), words); });
    }
    base::Result<ExtractId> decline(const std::string& who, ExtractId id) {
        return as_author(who, [&](Consents& all) { return all.decline(all.asked(id)); });
    }
    bool is_asked(const std::string& who, ExtractId id) {
        return as_author(who, [&](Consents& all) {
            return std::ranges::any_of(all.asked_of_me(),
                                       [&](const Asked& one) { return one.extract.id == id; });
        });
    }
    std::vector<Mark> marks(ExtractId id) {
        return in_room("Tak Er", [&](Extracts& room) {
            const auto seen = room.one(id);
            return room.marks(seen, room.passages(seen));
        });
    }
    std::string text(ExtractId id, const std::string& who = "Tak Er") {
        return in_room(who, [&](Extracts& room) {
            std::string all;
            for (const auto& one : room.passages(room.one(id))) all += one.text + "\n";
            return all;
        });
    }
    base::Result<ExtractId> change(ExtractId id, const std::string& words,
                                   const std::string& title = "Hazard logs") {
        return in_room("Tak Er", [&](Extracts& room) {
            const auto seen = room.one(id);
            const auto all = room.passages(seen);
            return room.change(seen, {title, {{all.at(0).id, words}}});
        });
    }
    // Of one post with this text, as its taker sees it.
    ExtractId of_text(const std::string& words) {
        const auto topic = site().topic(writers.at(0), "Hazard logs", words);
        return taken(topic, {1});
    }
    void edit(forum::TopicId topic, int number, const std::string& words) {
        site().with_floor(
            writers.at(static_cast<std::size_t>(number - 1)), [&](const record::Floor& floor) {
                forum::Forum forum(floor);
                const auto post = forum::posts_of(forum, forum.topic(topic), number, 1);
                ASSERT_TRUE(forum.edit(post.at(0), {words, "1"}));
            });
    }
    forum::TopicId topic_of(ExtractId id) {
        return in_room("Tak Er", [&](Extracts& room) { return room.one(id).topic; });
    }
    std::vector<std::string> broken() {
        std::vector<std::string> found;
        site().database().read([&](sql::Tx& tx) { found = store::broken(tx); });
        return found;
    }
    testing_site::Page whole(testing_site::Browser& browser, const std::string& at) {
        auto page = browser.get(at);
        for (const auto& fault : testing_site::faults_of(page))
            ADD_FAILURE() << at << ": " << fault;
        return page;
    }
    struct Letter {
        std::string subject, text;
    };
    std::vector<Letter> letters_to(const std::string& whom) {
        site().listen();
        static const sql::Query<Letter(PersonId)> all{
            "test_extract_letters",
            "SELECT subject, text FROM letters WHERE person_id = $1 AND "
            "(subject LIKE '%xtract%' OR subject LIKE '%outside%') ORDER BY id"};
        std::vector<Letter> found;
        const auto person = site().id_of(whom);
        site().database().read([&](sql::Tx& tx) { found = tx.all(all, person); });
        return found;
    }

    Workshop shop_{"localhost", Thresholds{}};
};

}  // namespace extracts
