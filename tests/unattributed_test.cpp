// What other rooms make of a post that was said unattributed.

#include "features/breaches/breaches.h"
#include "features/extracts/extracts.h"
#include "features/forum/voices.h"
#include "platform/crypto/phrase.h"
#include "tests/support/test_site.h"

#include <gtest/gtest.h>

namespace {

class UnattributedTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        for (const char* name : {"Ann", "Bob", "Pat"}) site().person(name, {"ccio"});
        site().person("Man", {"cnio"}, {"community_manager"});
        topic_ = site().topic("Ann", "Hazard logs", "Our log is a spreadsheet.");
        site().reply("Bob", topic_, "The hospital on the hill has none.");
    }

    void pat_speaks_unattributed() {
        site().person("Adm", {"ccio"}, {"administrator"});
        for (const char* who : {"Adm", "Man"}) {
            site().with_floor(who, [](const record::Floor& floor) {
                const auto phrase = crypto::random_phrase();
                ASSERT_TRUE(sealing::Keys(floor).make({phrase, phrase}));
            });
        }
        site().with_floor("Adm", [](const record::Floor& floor) {
            ASSERT_TRUE(sealing::Keys(floor).decide({"nothing", "", "", ""}));
        });
        site().with_floor("Pat", [&](const record::Floor& floor) {
            forum::Voices voices(floor, site().house().batch());
            ASSERT_TRUE(voices.say(forum::Forum(floor).topic(topic_),
                                   {"We have none.", crypto::random_phrase(), "", true}));
        });
        site().clock().advance(base::hours(2));
        site().house().publish_due();
    }

    forum::TopicId topic_;
};
MOOTHALL_ON_BOTH_ENGINES(UnattributedTest);

TEST_P(UnattributedTest, WhoSpokeUnattributedIsReportedAsUnknown) {
    pat_speaks_unattributed();
    site().with_floor("Ann", [&](const record::Floor& floor) {
        const auto posts = forum::posts_of(forum::Forum(floor), forum::Forum(floor).topic(topic_),
                                           3, 1);
        ASSERT_EQ(posts.size(), 1u);
        const auto spot = breaches::spot_of(posts[0]);
        EXPECT_TRUE(spot.is_unattributed);
        const auto done = breaches::Cases(floor).report(spot, {"other", "It came out.", "Today", "author",
                                                     "", "no"});
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().field, "whom");
        EXPECT_TRUE(breaches::Cases(floor).report(spot, {"other", "It came out.", "Today", "unknown", "",
                                               "no"}));
    });
    auto ann = site().as("Ann");
    const auto form = ann.get("/breaches/posts/3");
    EXPECT_FALSE(form.says("Whoever wrote this post"));
}

TEST_P(UnattributedTest, WhatWasSaidUnattributedDoesNotGoOutWhereFewSpoke) {
    pat_speaks_unattributed();
    extracts::Workshop shop("localhost", {});
    const auto id = [&] {
        extracts::ExtractId made;
        site().with_floor("Bob", [&](const record::Floor& floor) {
            extracts::Extracts room(floor, shop);
            made = room.take(forum::Forum(floor).topic(topic_), {1, 3}).value();
            ASSERT_TRUE(room.hand_on(room.one(made)));
        });
        return made;
    }();
    site().with_floor("Ann", [&](const record::Floor& floor) {
        extracts::Consents all(floor, shop);
        ASSERT_TRUE(all.agree(all.asked(id), {}));
    });
    site().with_floor("Pat", [&](const record::Floor& floor) {
        EXPECT_TRUE(extracts::Consents(floor, shop).asked_of_me().empty()) << "nobody knows whom";
        extracts::Extracts room(floor, shop);
        EXPECT_EQ(room.standing(room.one(id)), extracts::Standing::waits);
    });
    EXPECT_TRUE(site().as("Bob").get(extracts::path_to(id)).says(
        "What was said unattributed is asked of nobody, and does not go out."));
}

}  // namespace
