// What waits to appear: when, how much of it, and in what order.

#include "features/forum/batch.h"

#include <gtest/gtest.h>

namespace forum {
namespace {

TEST(Batch, AppearsAtTheFullHourThatIsTenMinutesAway) {
    const Batch batch;
    const base::Instant nine = base::Instant(base::days(20'000)) + base::hours(9);
    EXPECT_EQ(batch.due_of(nine + base::minutes(49)), nine + base::hours(1));
    EXPECT_EQ(batch.due_of(nine + base::minutes(50)), nine + base::hours(1));
    EXPECT_EQ(batch.due_of(nine + base::minutes(51)), nine + base::hours(2));
    EXPECT_EQ(batch.due_of(nine), nine + base::hours(1));
}

TEST(Batch, HoldsTheSameOnceAndSoMuchAtMost) {
    Batch batch;
    const auto held = [](const std::string& verifier, const std::string& body) {
        return Held{.topic = TopicId{1},
                    .verifier = verifier,
                    .fresh = {},
                    .deed = SaidPost{{}, rule::State::chatham_house, body},
                    .due = {}};
    };
    batch.add(held("a", "words"));
    batch.add(held("a", "words"));
    EXPECT_EQ(batch.size(), 1u) << "a form that was sent twice";
    EXPECT_FALSE(batch.has_room(10));
    EXPECT_TRUE(batch.has_room(held_bytes_max));
    for (std::size_t n = 1; n < held_max; ++n) batch.add(held("b", std::to_string(n)));
    EXPECT_TRUE(batch.has_room(10));
    EXPECT_EQ(batch.take(base::Instant::max()).size(), held_max);
    EXPECT_EQ(batch.size(), 0u);
}

TEST(Batch, OnePersonsShareOfAnHourIsOfDeedsAndOfBytes) {
    Batch batch;
    const base::Instant nine = base::Instant(base::days(20'000)) + base::hours(9);
    const PersonId ann{1}, bob{2};
    batch.note_sent(ann, bytes_an_hour - 10, nine);
    EXPECT_FALSE(batch.has_share(ann, 10, nine));
    EXPECT_TRUE(batch.has_share(ann, 11, nine));
    EXPECT_FALSE(batch.has_share(bob, 11, nine));
    EXPECT_FALSE(batch.has_share(ann, 11, nine + base::hours(1)));
    for (int n = 0; n < deeds_an_hour; ++n) batch.note_sent(bob, 0, nine);
    EXPECT_TRUE(batch.has_share(bob, 0, nine + base::minutes(59)));
}

TEST(Batch, IsTakenInAnOrderThatIsDrawnEachVoiceInItsOwn) {
    std::map<std::string, int> first;
    for (int n = 0; n < 200; ++n) {
        Batch batch;
        for (const char* voice : {"a", "b", "c"}) {
            for (const char* body : {"1", "2"}) {
                batch.add({.topic = TopicId{1},
                           .verifier = voice,
                           .fresh = {},
                           .deed = SaidPost{{}, rule::State::chatham_house, body},
                           .due = {}});
            }
        }
        const auto taken = batch.take_all();
        ++first[taken[0].verifier];
        for (std::size_t at = 0; at < taken.size(); at += 2) {
            EXPECT_EQ(taken[at].verifier, taken[at + 1].verifier);
            EXPECT_EQ(std::get<SaidPost>(taken[at].deed).body, "1");
        }
    }
    for (const auto& [voice, count] : first) EXPECT_GT(count, 30) << voice;
}

}  // namespace
}  // namespace forum
