// Links, sessions, roles, and the words for a device: what the platform promises about persons.

#include "platform/identity/identity.h"

#include "platform/crypto/token.h"
#include "platform/identity/store.h"
#include "tests/support/test_site.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace identity {
namespace {

constexpr Permission tidy_up{"tidy_up"};
const std::vector<Grant> grants = {{tidy_up, {"moderator", "chair"}}};

class IdentityTest : public testing_site::SiteTest {
protected:
    sql::Database& database() { return site().database(); }
    base::Instant now() { return site().clock().now(); }
    void later(std::chrono::microseconds by) { site().clock().advance(by); }

    std::string link_of(PersonId person) {
        std::string token;
        database().write([&](sql::Tx& tx) { token = make_link(tx, person, now()); });
        return token;
    }
    std::optional<NewSession> use(const std::string& token) {
        std::optional<NewSession> opened;
        database().write([&](sql::Tx& tx) {
            const auto link = use_link(tx, token, now());
            if (!link) return;
            opened = open_session(tx,
                                  {.person = link->person,
                                   .device = "Firefox on Linux",
                                   .way = "link",
                                   .assurance = link->assurance},
                                  now());
        });
        return opened;
    }
    LinkState state(const std::string& token) {
        LinkState found{};
        database().read([&](sql::Tx& tx) { found = link_state(tx, token, now()); });
        return found;
    }
    std::optional<SignedIn> holder(const std::string& token) {
        std::optional<SignedIn> found;
        database().read([&](sql::Tx& tx) { found = find_signed_in(tx, token, now(), grants); });
        return found;
    }
    Actor actor(PersonId person, Assurance assurance = Assurance::two_factors) {
        Actor found = Actor::visitor();
        database().read([&](sql::Tx& tx) { found = actor_of(tx, person, grants, assurance); });
        return found;
    }
};
MOOTHALL_ON_BOTH_ENGINES(IdentityTest);

// ---- audiences ----

TEST_P(IdentityTest, AnAudienceIsClosedToWhoIsSuspendedAndTheyGoOnBelonging) {
    const auto ann = site().person("Ann", {"ccio", "cnio"});
    const auto ccio = site().settled().ccio.audience, cnio = site().settled().cnio.audience;
    const auto until = now() + base::days(3);
    database().write([&](sql::Tx& tx) { store::suspend(tx, ann, ccio, until); });
    EXPECT_FALSE(actor(ann).belongs_to(ccio));
    EXPECT_TRUE(actor(ann).belongs_to(cnio)) << "and no other";
    EXPECT_TRUE(actor(site().person("Bob", {"ccio"})).belongs_to(ccio)) << "and nobody else";
    database().write([&](sql::Tx& tx) {
        EXPECT_EQ(store::audiences_of(tx, ann).size(), 2u);
        EXPECT_EQ(store::count_members(tx, ccio), 2);
        EXPECT_EQ(store::broken_member_counts(tx), std::vector<std::string>());
        EXPECT_EQ(store::purge_suspensions(tx, until - base::seconds(1)), 0);
    });
    EXPECT_FALSE(actor(ann).belongs_to(ccio)) << "to the last moment";
    database().write([&](sql::Tx& tx) { EXPECT_EQ(store::purge_suspensions(tx, until), 1); });
    EXPECT_TRUE(actor(ann).belongs_to(ccio));
}

TEST_P(IdentityTest, ASuspensionOutlivesLeavingAndIsLifted) {
    const auto ann = site().person("Ann", {"ccio"});
    const auto ccio = site().settled().ccio.audience;
    database().write([&](sql::Tx& tx) {
        store::suspend(tx, ann, ccio, now() + base::days(3));
        store::leave_audience(tx, ann, ccio);
        store::join_audience(tx, ann, ccio);
    });
    EXPECT_FALSE(actor(ann).belongs_to(ccio));
    database().write([&](sql::Tx& tx) { store::lift_suspension(tx, ann, ccio); });
    EXPECT_TRUE(actor(ann).belongs_to(ccio));
}

TEST_P(IdentityTest, OfTwoSuspensionsTheLaterEndHoldsWhenTwoAccountsBecomeOne) {
    const auto ann = site().person("Ann", {"ccio"}), bob = site().person("Bob", {"ccio"});
    const auto ccio = site().settled().ccio.audience, cnio = site().settled().cnio.audience;
    const auto soon = now() + base::days(3), late = now() + base::days(9);
    database().write([&](sql::Tx& tx) {
        store::suspend(tx, ann, ccio, late);
        store::suspend(tx, ann, cnio, soon);
        store::suspend(tx, bob, ccio, soon);
        merge(tx, {ann, bob});
        EXPECT_EQ(store::purge_suspensions(tx, soon), 1) << "the one of the other network";
    });
    EXPECT_FALSE(actor(bob).belongs_to(ccio));
    database().write([&](sql::Tx& tx) { EXPECT_EQ(store::purge_suspensions(tx, late), 1); });
    EXPECT_TRUE(actor(bob).belongs_to(ccio));
}

TEST_P(IdentityTest, AnAudienceKnowsHowManyItHas) {
    const auto ann = site().person("Ann");
    const auto audience = site().settled().cnio.audience;
    const auto count = [&] {
        std::int64_t members = -1;
        database().read([&](sql::Tx& tx) { members = store::count_members(tx, audience); });
        return members;
    };
    const auto act = [&](auto what) {
        database().write([&](sql::Tx& tx) { what(tx, ann, audience); });
    };
    EXPECT_EQ(count(), 0);
    act(store::join_audience);
    act(store::join_audience);
    EXPECT_EQ(count(), 1) << "who joins twice is one";
    act(store::leave_audience);
    act(store::leave_audience);
    EXPECT_EQ(count(), 0);
}

TEST_P(IdentityTest, AWrongCountOfMembersIsFound) {
    const auto broken = [&] {
        std::vector<std::string> sentences;
        database().read([&](sql::Tx& tx) { sentences = store::broken_member_counts(tx); });
        return sentences;
    };
    EXPECT_TRUE(broken().empty());
    const sql::Query<sql::Nothing()> miscount{"test_miscount",
                                              "UPDATE audiences SET members = 7 WHERE id = 1"};
    database().write([&](sql::Tx& tx) { tx.run(miscount); });
    ASSERT_EQ(broken().size(), 1u);
    EXPECT_TRUE(broken().front().starts_with("audience 1 counts 7 members, but has "));
}

// ---- links and sessions ----

TEST_P(IdentityTest, ALinkSignsInOnce) {
    const auto ann = site().person("Ann");
    const auto token = link_of(ann);
    EXPECT_EQ(state(token), LinkState::good);
    const auto opened = use(token);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->person, ann);
    EXPECT_EQ(holder(opened->token)->actor.id(), ann);
    EXPECT_EQ(state(token), LinkState::used);
    EXPECT_FALSE(use(token));
    EXPECT_FALSE(use("made-up"));
    EXPECT_FALSE(use(""));
    EXPECT_EQ(state("made-up"), LinkState::unknown);
}

TEST_P(IdentityTest, ALinkLivesForTwentyMinutes) {
    const auto token = link_of(site().person("Ann"));
    later(base::minutes(20) - base::seconds(1));
    EXPECT_EQ(state(token), LinkState::good);
    later(base::seconds(1));
    EXPECT_EQ(state(token), LinkState::expired);
    EXPECT_FALSE(use(token));
}

TEST_P(IdentityTest, ASessionLivesForThirtyDays) {
    const auto opened = use(link_of(site().person("Ann")));
    later(base::days(30) - base::seconds(1));
    EXPECT_TRUE(holder(opened->token));
    later(base::seconds(1));
    EXPECT_FALSE(holder(opened->token));
}

TEST_P(IdentityTest, WhatHasExpiredIsPurged) {
    const auto old = link_of(site().person("Ann"));
    use(link_of(site().person("Ann")));
    later(base::days(31));
    const auto fresh = link_of(site().person("Ann"));
    std::int64_t gone = 0;
    database().write([&](sql::Tx& tx) { gone = store::purge_expired(tx, now()); });
    EXPECT_EQ(gone, 3) << "a session, and two links";
    EXPECT_EQ(state(old), LinkState::unknown);
    EXPECT_EQ(state(fresh), LinkState::good);
}

TEST_P(IdentityTest, SessionsEndOneByOneOrAllButOneAndOnlyOnesOwn) {
    const auto ann = site().person("Ann");
    const auto desk = use(link_of(ann));
    const auto phone = use(link_of(ann));
    const auto tablet = use(link_of(ann));
    const auto bobs = use(link_of(site().person("Bob")));
    database().write([&](sql::Tx& tx) {
        EXPECT_FALSE(store::end_session(tx, ann, bobs->id));
        EXPECT_TRUE(store::end_session(tx, ann, phone->id));
        EXPECT_FALSE(store::end_session(tx, ann, phone->id));
    });
    EXPECT_FALSE(holder(phone->token));
    EXPECT_TRUE(holder(tablet->token));
    database().write([&](sql::Tx& tx) { store::end_other_sessions(tx, ann, desk->id); });
    EXPECT_TRUE(holder(desk->token));
    EXPECT_FALSE(holder(tablet->token));
    EXPECT_TRUE(holder(bobs->token));
}

TEST_P(IdentityTest, NoTwoSecretsAreTheSame) {
    const auto ann = site().person("Ann");
    const auto one = use(link_of(ann));
    const auto two = use(link_of(ann));
    EXPECT_NE(one->token, two->token);
    EXPECT_NE(holder(one->token)->session.secret, holder(two->token)->session.secret);
    EXPECT_GE(one->token.size(), 43u) << "256 bits";
}

// ---- what a stolen copy of the database opens: nothing ----

// SQLite's file and its log, byte for byte.
std::string bytes_of_file(sql::Tx& tx) {
    std::string path;
    tx.run_text({"place", "SELECT file FROM pragma_database_list WHERE name = 'main'"}, {},
                [&](const sql::Row& row) {
                    path = row.text(0);
                    return false;
                });
    std::string bytes;
    for (const auto* ending : {"", "-wal"}) {
        std::ifstream file(path + ending, std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    return bytes;
}

// PostgreSQL's rows; bytes are written in hex.
std::string rows_as_text(sql::Tx& tx) {
    std::string rows;
    const auto add = [&](const sql::Row& row) {
        rows.append(row.text(0)).append("\n");
        return true;
    };
    tx.run_text({"copy_of_sessions", "SELECT CAST(s AS TEXT) FROM sessions s"}, {}, add);
    tx.run_text({"copy_of_links", "SELECT CAST(l AS TEXT) FROM sign_in_links l"}, {}, add);
    return rows;
}

std::string stolen_copy(sql::Database& database) {
    static const std::map<sql::Engine, std::function<std::string(sql::Tx&)>> ways = {
        {sql::Engine::sqlite, bytes_of_file}, {sql::Engine::postgresql, rows_as_text}};
    std::string bytes;
    database.read([&](sql::Tx& tx) { bytes = ways.at(tx.engine())(tx); });
    return bytes;
}

TEST_P(IdentityTest, TheDatabaseHoldsDigestsAndNoTokens) {
    const auto link = link_of(site().person("Ann"));
    const auto opened = use(link_of(site().person("Ann")));
    const auto bytes = stolen_copy(database());
    const auto holds = [&](const std::string& what) {
        return bytes.find(what) != std::string::npos ||
               bytes.find(crypto::hex(what)) != std::string::npos;
    };
    EXPECT_TRUE(holds(crypto::digest(link))) << "this test looks in the right place";
    EXPECT_TRUE(holds(crypto::digest(opened->token)));
    for (const auto& token : {link, opened->token}) {
        EXPECT_FALSE(holds(token));
        EXPECT_FALSE(holds(*crypto::from_base64url(token))) << "nor its bytes";
    }
}

// ---- who may do what ----

TEST_P(IdentityTest, ARoleHeldForOneNetworkCountsThereOnly) {
    const auto here = site().settled().ccio.audience;
    const auto there = site().settled().cnio.audience;
    const auto chair = actor(site().person("Chair", {"ccio", "cnio"}, {"chair"}));
    EXPECT_TRUE(chair.may(tidy_up, here));
    EXPECT_FALSE(chair.may(tidy_up, there));
    EXPECT_FALSE(chair.may(tidy_up)) << "everywhere";
    const auto moderator = actor(site().person("Mia", {}, {"moderator"}));
    EXPECT_TRUE(moderator.may(tidy_up, here) && moderator.may(tidy_up, there));
    EXPECT_TRUE(moderator.may(tidy_up));
    EXPECT_FALSE(moderator.belongs_to(here)) << "a right is not a membership";
    const auto member = actor(site().person("Ann", {"cnio"}));
    EXPECT_FALSE(member.may(tidy_up, there));
    EXPECT_TRUE(member.belongs_to(there));
    EXPECT_FALSE(member.belongs_to(here));
    EXPECT_FALSE(Actor::visitor().may(tidy_up, here));
    EXPECT_FALSE(Actor::worker("mail").may(tidy_up));
    EXPECT_THROW(actor(PersonId{999}), base::NotFound);
}

TEST_P(IdentityTest, AnAddressIsFoundHoweverItIsWritten) {
    const auto ann = site().person("Ann");
    database().read([&](sql::Tx& tx) {
        for (const auto* email : {"ann@example.org", "ANN@Example.ORG", "  ann@example.org "}) {
            const auto found = store::find_person_by_email(tx, email);
            ASSERT_TRUE(found) << email;
            EXPECT_EQ(found->id, ann);
        }
        EXPECT_FALSE(store::find_person_by_email(tx, "ann@example.or"));
        EXPECT_FALSE(store::find_person_by_email(tx, "%"));
    });
}

TEST_P(IdentityTest, NoTwoPersonsHaveOneAddress) {
    site().person("Ann");
    EXPECT_THROW(database().write([&](sql::Tx& tx) {
        store::add_person(tx, {.name = "Other",
                               .handle = "other",
                               .role_line = "",
                               .email = "Ann@Example.org",
                               .joined = now()});
    }),
                 sql::Conflict);
}

// ---- words and shapes ----

TEST(PasswordRules, CountCharactersNotBytes) {
    EXPECT_TRUE(may_be_password(""));
    EXPECT_TRUE(may_be_password("elevenchars"));
    EXPECT_FALSE(may_be_password("twelve chars"));
    EXPECT_TRUE(may_be_password("ééééééééééé")) << "eleven, though 22 bytes";
    EXPECT_FALSE(may_be_password("éàüñøßçžłđœå"));
    const std::string words = "horse walks green ";
    EXPECT_FALSE(may_be_password(words + std::string(182, 'x')));
    EXPECT_TRUE(may_be_password(words + std::string(183, 'x')));
}

TEST(EmailRules, AskForTheShapeOfAnAddress) {
    for (const auto* good : {"a@b.org", "first.last+tag@sub.example.co.uk", "o'hara@example.org"}) {
        EXPECT_FALSE(may_be_email(good)) << good;
    }
    for (const auto* bad : {"", "a", "a@", "@b.org", "a@b", "a@b.", "a@.org", "a b@c.org",
                            "a@b.org\r\nBcc: c@d.org", "a@b.org,c@d.org", "<a@b.org>", "a@b.org;",
                            "\"a\"@b.org", "a@b.org\u202E", "a\u200F@b.org", "a\u2067b@c.org",
                            "a\u00A0b@c.org"}) {
        EXPECT_TRUE(may_be_email(bad)) << bad;
    }
    EXPECT_TRUE(may_be_email(std::string(250, 'a') + "@b.org")) << "too long for SMTP";
}

TEST(DeviceNames, SayWhatAPersonRecognises) {
    const std::vector<std::pair<std::string, std::string>> known = {
        {"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
         "Firefox on Linux"},
        {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
         "Chrome/137.0.0.0 Safari/537.36 Edg/137.0.0.0",
         "Edge on Windows"},
        {"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
         "Version/18.5 Safari/605.1.15",
         "Safari on Mac"},
        {"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
         "Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
         "Safari on iPhone"},
        {"Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
         "Chrome/137.0.0.0 Mobile Safari/537.36",
         "Chrome on Android"},
        {"curl/8.5.0", "A browser on another device"},
        {"", "A browser on another device"},
        {"<script>alert(1)</script>", "A browser on another device"}};
    for (const auto& [agent, name] : known) EXPECT_EQ(device_name(agent), name) << agent;
}

}  // namespace
}  // namespace identity
