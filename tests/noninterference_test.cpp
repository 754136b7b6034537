// Two communities that differ only in who said what within one network. Whoever is not entitled to
// know gets the same bytes by every way out: pages, letters, what is searched, what is logged; and
// the same number of statements is run for them.

#include "features/extracts/extracts.h"
#include "features/forum/forum.h"
#include "features/membership/applications.h"
#include "features/membership/membership.h"
#include "platform/base/log.h"
#include "platform/identity/store.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

namespace {

using testing_site::Browser;
using testing_site::TestSite;

constexpr std::size_t seats = 6;
// Whose seat is whose: seat i is taken by the writer seating[i].
using Seating = std::array<std::size_t, seats>;

constexpr std::array<const char*, 7> outsiders = {"", "App", "Oth", "Wid", "Spo", "Kee", "Gon"};

class World {
public:
    World(sql::Engine engine, const Seating& seating) : site_(engine), seating_(seating) {
        populate();
        talk();
        site_.listen();
    }

    TestSite& site() { return site_; }

    Browser browser(const std::string& who) {
        return who.empty() ? site_.visitor() : site_.as(who);
    }
    std::vector<std::string> rows(const sql::Query<std::string()>& query) {
        std::vector<std::string> found;
        site_.database().read([&](sql::Tx& tx) { found = tx.all(query); });
        return found;
    }
    std::vector<std::int64_t> topics() const { return {first_.value, second_.value}; }

private:
    std::string writer(std::size_t seat) const {
        return "Writer " + std::string(1, static_cast<char>('A' + seating_.at(seat)));
    }

    // Everybody is there in the same order, whoever says what.
    void populate() {
        for (std::size_t i = 0; i < seats; ++i) {
            const std::string letter(1, static_cast<char>('A' + i));
            const auto id = site_.person("Writer " + letter, {"ccio"});
            site_.database().write([&](sql::Tx& tx) {
                identity::store::rename_person(tx, id, "Writer " + letter, "CCIO, Trust " + letter);
            });
        }
        site_.person("Mem", {"ccio"});
        site_.person("Mod", {"ccio"}, {"moderator"});
        site_.person("App");
        site_.person("Oth", {"cnio"});
        site_.person("Wid");
        site_.person("Spo");
        site_.person("Kee", {"cnio"}, {"community_manager"});
        site_.person("Gon", {"ccio"});
        site_.database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("test");
            membership::Roll roll(record::Floor{tx, worker, site_.clock().now()});
            (void)roll.enrol(site_.id_of("Wid"), site_.settled().cnio, membership::Category::wider);
            (void)roll.enrol_sponsor(site_.id_of("Spo"));
            identity::store::leave_audience(tx, site_.id_of("Gon"), site_.settled().ccio.audience);
        });
        site_.enter("Wid", "cnio");
    }

    void later() { site_.clock().advance(base::minutes(7)); }

    void talk() {
        first_ = site_.topic(writer(0), "Hazard logs", "Ours is on paper. Whose is not?");
        later();
        second_ = site_.topic(writer(1), "Ambient voice", "We tried it on one ward, @mem.");
        for (std::size_t seat = 1; seat < seats; ++seat) {
            later();
            site_.reply(writer(seat), first_, "In ours it is number " + std::to_string(seat) + ".");
            later();
            site_.reply(writer(seats - seat), second_, "> #1\n> tried\n\nSo did we.");
        }
        later();
        third_ = site_.topic(writer(0), "Tools", "Ours is bought.");
        for (std::size_t seat = 1; seat < seats; ++seat) {
            site_.reply(writer(seat), third_, "Tool number " + std::to_string(seat) + " is ours.");
        }
        act();
        agree();
        take_outside();
    }

    // Of what every writer said once, so that all are asked whoever sits where; half have answered.
    void take_outside() {
        using extracts::ExtractId;
        extracts::Workshop shop("localhost", {});
        ExtractId id;
        site_.with_floor("Mem", [&](const record::Floor& floor) {
            extracts::Extracts room(floor, shop);
            id = room.take(forum::Forum(floor).topic(third_), {1, 2, 3, 4, 5, 6}).value();
            ASSERT_TRUE(room.hand_on(room.one(id)));
        });
        site_.listen();
        for (std::size_t seat = 0; seat < 3; ++seat) {
            site_.with_floor(writer(seat), [&](const record::Floor& floor) {
                extracts::Consents consents(floor, shop);
                const auto asked = consents.asked(id);
                ASSERT_TRUE(seat == 0 ? consents.decline(asked) : consents.agree(asked, {}));
            });
        }
    }

    void act() {
        site_.with_floor(writer(2), [&](const record::Floor& floor) {
            forum::Forum forum(floor);
            const auto posts = forum::posts_of(forum, forum.topic(first_), 1, 20);
            ASSERT_TRUE(forum.react(posts.at(0), forum::Reaction::thanks));
            ASSERT_TRUE(forum.edit(posts.at(2), {"In ours it is number two.", "1"}));
            ASSERT_TRUE(forum::Ruling(floor).allow_naming(posts.at(2), true));
            forum.note_shown(forum.topic(second_), {.first = 1, .last = 6});
        });
        site_.with_floor("Mod", [&](const record::Floor& floor) {
            const forum::Forum forum(floor);
            const auto posts = forum::posts_of(forum, forum.topic(first_), 4, 1);
            ASSERT_TRUE(forum::Moderation(floor).hide(posts.at(0), {"It named a place."}));
        });
    }

    void agree() {
        forum::LooseningId wish;
        site_.with_floor("Mod", [&](const record::Floor& floor) {
            const auto topic = forum::Forum(floor).topic(first_);
            wish = forum::Ruling(floor).ask(topic, {"record", "1", "6", "For our report."}).value();
        });
        site_.listen();
        for (std::size_t seat = 0; seat < 3; ++seat) {
            site_.with_floor(writer(seat), [&](const record::Floor& floor) {
                forum::Ruling ruling(floor);
                ASSERT_TRUE(ruling.answer(ruling.loosening(wish), true));
            });
        }
    }

    TestSite site_;
    Seating seating_;
    forum::TopicId first_, second_, third_;
};

// ---- what is compared ----

// The phrases that a page draws for whoever opens it.
std::string without_phrases(std::string text) {
    const std::string mark = "translate=\"no\">";
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        const auto begin = at + mark.size();
        const auto phrase = text.substr(begin, text.find('<', begin) - begin);
        for (auto found = text.find(phrase); !phrase.empty() && found != text.npos;
             found = text.find(phrase)) {
            text.replace(found, phrase.size(), "");
        }
    }
    return text;
}

// What is drawn by lot for each visitor, the tokens of forms and challenges, has 22 letters or
// more.
std::string without_lots(const std::string& whole) {
    const auto text = without_phrases(whole);
    constexpr std::size_t lot_min = 22;
    const auto is_part = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '=';
    };
    std::string kept, run;
    const auto end_run = [&] {
        kept += run.size() < lot_min ? run : "*";
        run.clear();
    };
    for (const char c : text) {
        if (is_part(c)) {
            run += c;
            continue;
        }
        end_run();
        kept += c;
    }
    end_run();
    return kept;
}

// Where they part, with what stands around it; "" where they do not.
std::string difference(const std::string& left, const std::string& right) {
    if (left == right) return {};
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(left, right).in1 - left.begin());
    const auto from = at < 60 ? 0 : at - 60;
    return "…" + left.substr(from, 160) + "…\nand\n…" + right.substr(from, 160) + "…";
}

std::string without_cookies(const std::string& headers) {
    std::string kept;
    std::size_t from = 0;
    while (from < headers.size()) {
        const auto end = std::min(headers.find('\n', from), headers.size() - 1);
        const auto line = headers.substr(from, end + 1 - from);
        if (!line.starts_with("Set-Cookie") && !line.starts_with("Content-Length")) kept += line;
        from = end + 1;
    }
    return kept;
}

// The addresses of a pattern, each part filled with what may be there.
std::vector<std::string> addresses(const std::string& pattern) {
    const auto open = pattern.find('{');
    if (open == pattern.npos) return {pattern};
    const auto close = pattern.find('}', open);
    std::vector<std::string> all;
    for (const char* value : {"1", "2", "3", "9", "ccio", "cnio", "clinical-safety"}) {
        const auto filled = pattern.substr(0, open) + value + pattern.substr(close + 1);
        for (auto& one : addresses(filled)) all.push_back(std::move(one));
    }
    return all;
}

std::vector<std::string> all_addresses(World& world) {
    std::vector<std::string> all = {
        "/forum?view=unread",    "/search?q=ward",       "/search?q=hazard", "/people?words=writer",
        "/people?words=trust+a", "/networks?words=ccio", "/?network=ccio",   "/forum/1?from=2",
        "/forum/1?quote=2",      "/no/such/page"};
    for (const auto& route : world.site().house().site().routes().all()) {
        const bool is_stream = route.pattern == "/live";  // stays open; it says "changed" alone
        if (route.method != http::Method::get || is_stream) continue;
        for (auto& one : addresses(route.pattern)) all.push_back(std::move(one));
    }
    return all;
}

// "route status statements" of each request; what is drawn by lot or by the clock is left out.
std::vector<std::string> told_by(const std::string& log) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (from < log.size()) {
        const auto end = std::min(log.find('\n', from), log.size());
        std::string line = log.substr(from, end - from);
        for (const std::string lot : {"\"at\":", "\"id\":", "\"us\":"}) {
            const auto at = line.find(lot);
            if (at != line.npos) line.erase(at, line.find_first_of(",}", at) - at);
        }
        if (line.find("slow_statement") == line.npos) lines.push_back(std::move(line));
        from = end + 1;
    }
    return lines;
}

struct Answers {
    std::vector<std::string> pages, log;
};

Answers answers_to(World& world, const std::string& who, const std::vector<std::string>& paths) {
    Answers answers;
    auto browser = world.browser(who);
    ::testing::internal::CaptureStderr();
    for (const auto& path : paths) {
        const auto page = browser.get(path);
        answers.pages.push_back(std::to_string(page.status()) + " " +
                                without_cookies(page.headers()) + without_lots(page.body()));
    }
    answers.log = told_by(::testing::internal::GetCapturedStderr());
    return answers;
}

class NonInterference : public ::testing::TestWithParam<sql::Engine> {
protected:
    static void SetUpTestSuite() { base::log::start(base::log::Level::info); }
    static void TearDownTestSuite() { base::log::start(base::log::Level::warning); }

    World one_{GetParam(), {0, 1, 2, 3, 4, 5}};
    World other_{GetParam(), {3, 5, 1, 0, 2, 4}};
};
INSTANTIATE_TEST_SUITE_P(On, NonInterference,
                         ::testing::Values(sql::Engine::sqlite, sql::Engine::postgresql));

TEST_P(NonInterference, EveryPageIsTheSameForWhoeverIsNotEntitled) {
    const auto paths = all_addresses(one_);
    ASSERT_GT(paths.size(), 300u);
    for (const std::string who : outsiders) {
        const auto left = answers_to(one_, who, paths), right = answers_to(other_, who, paths);
        for (std::size_t i = 0; i < paths.size(); ++i) {
            EXPECT_EQ(difference(left.pages[i], right.pages[i]), "") << paths[i] << " for " << who;
        }
        const auto unseen = static_cast<std::size_t>(std::ranges::count_if(
            paths, [](const std::string& path) { return path.ends_with("/unattributed"); }));
        EXPECT_GE(left.log.size() + unseen, paths.size()) << "nothing was logged";
        ASSERT_EQ(left.log.size(), right.log.size());
        for (std::size_t i = 0; i < left.log.size(); ++i) {
            EXPECT_EQ(left.log[i], right.log[i]) << "the number of statements, for " << who;
        }
    }
}

// The control: where somebody is entitled, the two communities do look different.
TEST_P(NonInterference, InTheRoomItShowsWhoSaidWhat) {
    std::vector<std::string> paths;
    for (const auto topic : one_.topics()) paths.push_back("/forum/" + std::to_string(topic));
    const auto left = answers_to(one_, "Mem", paths), right = answers_to(other_, "Mem", paths);
    for (std::size_t i = 0; i < paths.size(); ++i) EXPECT_NE(left.pages[i], right.pages[i]);
    EXPECT_NE(left.pages[0].find("Writer A"), std::string::npos);
}

// What is to go outside says to nobody who said it, who is asked, or what they answered; but for
// where it comes from, where one may read that anyway.
TEST_P(NonInterference, AnExtractIsTheSameWhoeverSpoke) {
    const std::vector<std::string> paths = {"/extracts", "/extracts/1"};
    for (const std::string who : {"Mem", "Mod"}) {
        const auto left = answers_to(one_, who, paths), right = answers_to(other_, who, paths);
        for (std::size_t i = 0; i < paths.size(); ++i) {
            EXPECT_EQ(difference(left.pages[i], right.pages[i]), "") << paths[i] << " for " << who;
            EXPECT_EQ(left.log[i], right.log[i]) << "the number of statements, for " << who;
        }
        EXPECT_NE(left.pages[1].find("Tool number 3"), std::string::npos);
    }
}

// In an inbox nobody is entitled, for others may read it: letters do not say who said what.
TEST_P(NonInterference, LettersAreTheSame) {
    static const sql::Query<std::string()> letters{"test_all_letters", R"(
        SELECT CAST(coalesce(person_id, 0) AS TEXT) || ' ' || to_address || ' ' || subject || ' ' ||
               text || ' ' || html
          FROM letters
         ORDER BY 1)"};
    const auto left = one_.rows(letters), right = other_.rows(letters);
    EXPECT_GT(left.size(), 6u) << "a mention, and the authors who were asked";
    EXPECT_EQ(left, right);
    for (const auto& letter : left) EXPECT_EQ(letter.find("CCIO, Trust"), letter.npos) << letter;
}

TEST_P(NonInterference, WhatIsSearchedIsTheSame) {
    static const sql::Query<std::string()> entries{"test_all_entries", R"(
        SELECT kind || ' ' || CAST(subject AS TEXT) || ' ' || CAST(part AS TEXT) || ' ' ||
               CAST(audience_id AS TEXT) || ' ' || CAST(at AS TEXT) || ' ' || title || ' ' || text
          FROM search_entries
         ORDER BY id)"};
    const auto left = one_.rows(entries);
    EXPECT_EQ(left.size(), 17u) << "but the hidden post";
    EXPECT_EQ(left, other_.rows(entries));
    for (const auto& entry : left) EXPECT_EQ(entry.find("Writer"), entry.npos) << entry;
}

}  // namespace
