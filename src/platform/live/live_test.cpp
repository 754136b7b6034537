#include "platform/live/hub.h"

#include "platform/live/pages.h"
#include "platform/web/call.h"

#include <gtest/gtest.h>
#include <string>

namespace live {

namespace {

class HeardStream final : public http::Stream {
public:
    void send(std::string bytes) override { heard += bytes; }
    void close() override { open = false; }
    bool is_open() const override { return open; }
    std::string heard;
    bool open = true;
};

std::shared_ptr<HeardStream> join(Hub& hub, std::int64_t person,
                                  std::vector<std::int64_t> audiences) {
    auto stream = std::make_shared<HeardStream>();
    hub.join(stream, {person}, std::move(audiences));
    return stream;
}

TEST(HubTest, AHintReachesThoseOfTheAudienceAlone) {
    Hub hub;
    const auto ann = join(hub, 1, {3, 5});
    const auto ben = join(hub, 2, {5, 8});
    const auto nobody = join(hub, 3, {});
    hub.hint({3}, "topic:12");
    EXPECT_EQ(ann->heard, "event: hint\ndata: {\"subject\":\"topic:12\"}\n\n");
    EXPECT_EQ(ben->heard, "");
    hub.hint({5}, "topic:13");
    EXPECT_NE(ben->heard.find("topic:13"), std::string::npos);
    hub.hint({0}, "topic:14");
    hub.hint({99}, "topic:14");
    EXPECT_EQ(nobody->heard, "");
    EXPECT_EQ(ann->heard.find("topic:14"), std::string::npos);
}

TEST(HubTest, ASubjectCannotBreakOutOfItsLine) {
    Hub hub;
    const auto ann = join(hub, 1, {3});
    hub.hint({3}, "a\"\n\nevent: other\n\xff");
    EXPECT_EQ(ann->heard.find("\n\n"), ann->heard.size() - 2);
}

TEST(HubTest, TheSeventhStreamOfAPersonClosesTheOldest) {
    Hub hub;
    const auto first = join(hub, 1, {3});
    const auto other = join(hub, 2, {3});
    std::vector<std::shared_ptr<HeardStream>> more;
    for (int i = 0; i < 5; ++i) more.push_back(join(hub, 1, {3}));
    EXPECT_TRUE(first->open);
    more.push_back(join(hub, 1, {3}));
    EXPECT_FALSE(first->open);
    EXPECT_TRUE(other->open);
    EXPECT_EQ(hub.streams(), 7U);
    more[0]->open = false;  // its tab was shut: the next takes its place
    more.push_back(join(hub, 1, {3}));
    EXPECT_TRUE(more[1]->open);
    EXPECT_EQ(hub.streams(), 7U);
}

TEST(HubTest, LeavingClosesAllOfAPersonsStreams) {
    Hub hub;
    const auto ann = join(hub, 1, {3});
    const auto ben = join(hub, 2, {3});
    hub.leave({1});
    EXPECT_FALSE(ann->open);
    EXPECT_TRUE(ben->open);
    EXPECT_EQ(hub.streams(), 1U);
}

TEST(HubTest, WhenAllLeaveNobodyHearsAnything) {
    Hub hub;
    const auto ann = join(hub, 1, {3}), ben = join(hub, 2, {3});
    hub.leave_all();
    EXPECT_FALSE(ann->open);
    EXPECT_FALSE(ben->open);
    EXPECT_EQ(hub.streams(), 0U);
}

TEST(HubTest, EveryStreamHearsABeatInEachRoundAtATimeOfItsOwn) {
    Hub hub;
    std::vector<std::shared_ptr<HeardStream>> all;
    for (int i = 0; i < 100; ++i) all.push_back(join(hub, i, {3}));
    all[0]->open = false;
    std::size_t most_at_once = 0;
    for (unsigned second = 0; second < beat_seconds; ++second) {
        std::size_t before = 0;
        for (const auto& stream : all) before += stream->heard.size();
        hub.tick();
        std::size_t after = 0;
        for (const auto& stream : all) after += stream->heard.size();
        most_at_once = std::max(most_at_once, (after - before) / 3);
    }
    for (std::size_t i = 1; i < all.size(); ++i) EXPECT_EQ(all[i]->heard, ":\n\n") << i;
    EXPECT_LE(most_at_once, 4U);
    EXPECT_EQ(hub.streams(), 99U);
    hub.beat();
    EXPECT_EQ(all[1]->heard, ":\n\n:\n\n");
}

TEST(HubTest, AStreamDoesNotOutliveItsTime) {
    Hub hub;
    const auto ann = join(hub, 1, {3});
    for (unsigned second = 0; second < life_seconds - 1; ++second) hub.tick();
    EXPECT_TRUE(ann->open);
    for (unsigned second = 0; second < 10 * 60; ++second) hub.tick();
    EXPECT_FALSE(ann->open);
    EXPECT_EQ(hub.streams(), 0U);
}

TEST(HubTest, StopClosesWhatIsOpen) {
    Hub hub;
    hub.start();
    const auto ann = join(hub, 1, {3});
    hub.stop();
    EXPECT_FALSE(ann->open);
    EXPECT_EQ(hub.streams(), 0U);
}

TEST(PagesTest, TheStreamIsForThoseSignedIn) {
    Hub hub;
    web::Routes site;
    routes(site, hub);
    ASSERT_EQ(site.all().size(), 1U);
    EXPECT_EQ(site.all()[0].pattern, "/live");
    EXPECT_EQ(site.all()[0].access.kind(), web::Access::Kind::signed_in);
}

TEST(PagesTest, TheAnswerIsAnEventStreamThatJoinsTheHub) {
    Hub hub;
    web::Routes site;
    routes(site, hub);
    const http::Request request;
    const web::Community community;
    const base::Zone zone;
    const web::PathValues values;
    identity::Actor::Person person;
    person.id = {7};
    person.audiences = {3, 5};
    const auto actor = identity::Actor::person(person);
    class NoConnection final : public sql::Connection {
        sql::Engine engine() const override { return sql::Engine::sqlite; }
        std::int64_t run(const sql::Statement&, std::span<const sql::Value>,
                         const Visit&) override {
            throw std::logic_error("the stream asks no database");
        }
        void run_script(const sql::Statement&) override {}
        std::string version() override { return ""; }
        std::int64_t transaction_number() override { return 0; }
        std::int64_t settled_below() override { return 0; }
    } connection;
    sql::Tx tx(connection);
    web::Call call({.request = request,
                    .route = &site.all()[0],
                    .values = values,
                    .signed_in = nullptr,
                    .visitor_secret = {},
                    .community = community,
                    .zone = zone,
                    .form = nullptr,
                    .refused = nullptr,
                    .prepared = nullptr,
                    .base_url = {}},
                   tx, actor, base::Instant{});
    const http::Response response = site.all()[0].handler(call);
    const auto header = [&](std::string_view name) {
        for (const auto& one : response.headers) {
            if (one.name == name) return one.value;
        }
        return std::string();
    };
    EXPECT_EQ(header("Content-Type"), "text/event-stream");
    EXPECT_EQ(header("Cache-Control"), "no-store");
    EXPECT_EQ(header("X-Accel-Buffering"), "no");
    EXPECT_FALSE(response.may_compress);
    ASSERT_TRUE(response.stream);
    const auto stream = std::make_shared<HeardStream>();
    response.stream(stream);
    EXPECT_TRUE(stream->heard.starts_with("retry: "));
    hub.hint({5}, "topic:1");
    EXPECT_NE(stream->heard.find("topic:1"), std::string::npos);
}

}  // namespace

}  // namespace live
