// What the program has acknowledged is there, however it ended: killed in the middle of everything,
// asked to stop, or out of disk.

#include "tests/real_site.h"

#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <mutex>
#include <set>
#include <sys/mount.h>

namespace {

using namespace real_site;

constexpr int writers = 8;
constexpr int members_each = 2;
constexpr std::size_t acknowledged_min = 60;

// Eight members write replies, each as fast as it is answered, until the server is gone.
class Crowd {
public:
    Crowd(const Place& place, std::uint16_t port, const std::string& email)
        : port_(port), members_(sign_in(place, port, email, writers * members_each)) {
        topic_ = a_topic(members_.front(), port);
    }

    void begin() {
        for (int writer = 0; writer < writers; ++writer) {
            threads_.emplace_back([this, writer] { write(writer); });
        }
    }
    bool has_written(std::size_t replies) {
        const auto until = SteadyClock::now() + std::chrono::seconds(60);
        while (SteadyClock::now() < until && written_ < replies) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return written_ >= replies;
    }
    void end() { threads_.clear(); }

    const std::set<std::string>& acknowledged() const { return acknowledged_; }
    struct Unsure {
        std::size_t member;
        Reply reply;
        std::string words;
    };
    const std::vector<Unsure>& unsure() const { return unsure_; }
    Member& member(std::size_t index) { return members_[index]; }
    const std::string& topic() const { return topic_; }

private:
    void write(int writer) {
        for (int number = 0; number < 28 * members_each; ++number) {
            const auto index =
                static_cast<std::size_t>(writer * members_each + number % members_each);
            const auto words =
                "Reply " + std::to_string(writer) + " of " + std::to_string(number) + ".";
            Reply reply;
            try {
                reply = write_reply(members_[index], port_, topic_, words);
            } catch (const std::runtime_error&) {
                return;  // the page did not come: the server is gone
            }
            const auto answer = members_[index].post(port_, reply.path, reply.fields);
            const std::scoped_lock lock(mutex_);
            if (answer.status == 303) {
                acknowledged_.insert(words);
                ++written_;
            } else {
                unsure_.push_back({index, reply, words});
                return;
            }
        }
    }

    std::uint16_t port_;
    std::vector<Member> members_;
    std::string topic_;
    std::mutex mutex_;
    std::set<std::string> acknowledged_;
    std::vector<Unsure> unsure_;
    std::atomic<std::size_t> written_ = 0;
    std::vector<std::jthread> threads_;
};

std::map<std::string, int> replies_in(const Place& place) {
    std::map<std::string, int> found;
    const std::string ours = "SELECT markdown FROM posts WHERE markdown LIKE 'Reply % of %'";
    for (auto& words : place.rows(ours)) ++found[words];
    return found;
}

void expect_each_once(const Crowd& crowd, const std::map<std::string, int>& found) {
    for (const auto& words : crowd.acknowledged()) {
        const auto at = found.find(words);
        EXPECT_TRUE(at != found.end() && at->second == 1) << words << " was acknowledged";
    }
    for (const auto& [words, count] : found) EXPECT_EQ(count, 1) << words;
}

class Durability : public testing::TestWithParam<sql::Engine> {};
MOOTHALL_ON_BOTH_ENGINES(Durability);

TEST_P(Durability, WhatWasAcknowledgedOutlivesAKill) {
    const Place place(GetParam());
    const auto email = plant(place);
    std::unique_ptr<Crowd> crowd;
    {
        Server server(place);
        crowd = std::make_unique<Crowd>(place, server.port(), email);
        crowd->begin();
        ASSERT_TRUE(crowd->has_written(acknowledged_min));
        server.process().send(SIGKILL);
        EXPECT_EQ(server.process().wait().code, 128 + SIGKILL);
        crowd->end();
    }
    Server again(place);  // also makes sure that the database has dealt with what was under way
    for (const auto& unsure : crowd->unsure()) {
        const auto answer =
            crowd->member(unsure.member).post(again.port(), unsure.reply.path, unsure.reply.fields);
        EXPECT_EQ(answer.status, 303) << "sent again, by the session of before: " << unsure.words;
    }
    again.process().send(SIGTERM);
    EXPECT_EQ(again.process().wait().code, 0);
    const auto found = replies_in(place);
    expect_each_once(*crowd, found);
    EXPECT_EQ(found.size(), crowd->acknowledged().size() + crowd->unsure().size());
    EXPECT_FALSE(crowd->unsure().empty()) << "the kill came in the middle of writing";
    const auto checked = place.run({"check"});
    EXPECT_EQ(checked.code, 0) << checked.out << checked.err;
}

TEST_P(Durability, AskedToStopItFinishesWhatItTook) {
    const Place place(GetParam());
    const auto email = plant(place);
    Server server(place);
    Crowd crowd(place, server.port(), email);
    crowd.begin();
    ASSERT_TRUE(crowd.has_written(acknowledged_min));
    const auto asked = SteadyClock::now();
    server.process().send(SIGTERM);
    const auto ended = server.process().wait();
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_LT(seconds_since(asked), 10.0);
    EXPECT_NE(ended.err.find("moothall: stopped"), std::string::npos);
    crowd.end();
    expect_each_once(crowd, replies_in(place));
    const auto checked = place.run({"check"});
    EXPECT_EQ(checked.code, 0) << checked.out << checked.err;
}

TEST_P(Durability, AReplyIsThereAfterARestart) {
    const Place place(GetParam());
    const auto email = plant(place);
    auto server = std::make_unique<Server>(place);
    auto member = sign_in(place, server->port(), email, 1).front();
    const auto topic = a_topic(member, server->port());
    const auto reply = write_reply(member, server->port(), topic, "Still here tomorrow.");
    const auto sent = member.post(server->port(), reply.path, reply.fields);
    ASSERT_EQ(sent.status, 303);
    server->process().send(SIGTERM);
    EXPECT_EQ(server->process().wait().code, 0);
    server = std::make_unique<Server>(place);
    const auto location = header_of(sent.head, "Location");
    const auto page = member.get(server->port(), location.substr(0, location.find('#')));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.page().says("Still here tomorrow."));
}

// ---- a full disk ----

// A disk as small as needed: only root can make one.
class SmallDisk {
public:
    SmallDisk() {
        const bool is_made = mount("moothall-test", folder_.path().c_str(), "tmpfs", 0,
                                   "size=80m,mode=700") == 0;
        if (!is_made) trouble_ = std::string("no small disk can be made here: ") + strerror(errno);
    }
    SmallDisk(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (trouble_.empty()) umount2(folder_.path().c_str(), MNT_DETACH);
    }
    const std::string& path() const { return folder_.path(); }
    const std::string& trouble() const { return trouble_; }
    void fill() {
        std::ofstream file(ballast(), std::ios::binary);
        const std::string block(4096, 'x');
        while (file.write(block.data(), 4096) && file.flush()) {
        }
    }
    void make_room() { std::filesystem::remove(ballast()); }

private:
    std::string ballast() const { return folder_.path() + "/ballast"; }
    sql::testing::TestFolder folder_;
    std::string trouble_;
};

TEST(FullDisk, NothingTypedIsLostAndPostingGoesOnWhenThereIsRoom) {
    SmallDisk disk;
    if (!disk.trouble().empty()) GTEST_SKIP() << "needs root: " << disk.trouble();
    const Place place(sql::Url{.engine = sql::Engine::sqlite, .place = disk.path() + "/test.db"});
    const auto email = plant(place);
    Server server(place);
    auto member = sign_in(place, server.port(), email, 1).front();
    const auto topic = a_topic(member, server.port());
    const auto text = "A long reply. " + std::string(20'000, 'w');
    disk.fill();
    Answer full;
    Reply reply;
    int kept = 0;
    for (; kept < 20 && full.status != 503; ++kept) {  // some room may be left within the file
        reply = write_reply(member, server.port(), topic, text);
        full = member.post(server.port(), reply.path, reply.fields);
        EXPECT_TRUE(full.status == 503 || full.status == 303) << full.status;
    }
    ASSERT_EQ(full.status, 503) << "after " << kept;
    EXPECT_EQ(full.page().find("#body").text(), text);
    EXPECT_EQ(member.get(server.port(), topic).status, 200) << "reading goes on";
    EXPECT_TRUE(server.process().is_running());
    disk.make_room();
    const auto again = full.page();
    EXPECT_EQ(member.post(server.port(), again.action_of("/replies"), again.fields_of("/replies"))
                  .status,
              303);
    server.process().send(SIGTERM);
    EXPECT_EQ(server.process().wait().code, 0);
    const auto found = place.rows("SELECT markdown FROM posts WHERE markdown LIKE 'A long reply%'");
    EXPECT_EQ(found.size(), static_cast<std::size_t>(kept)) << "each acknowledged one, once";
    EXPECT_EQ(place.run({"check"}).code, 0);
}

TEST(FullDisk, ItDoesNotStartWhereThereIsHardlyRoom) {
    SmallDisk disk;
    if (!disk.trouble().empty()) GTEST_SKIP() << "needs root: " << disk.trouble();
    disk.fill();
    const auto refused = run({"serve", "--data", disk.path(), "--listen", "127.0.0.1:0"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.err.find("has less than 64 MB left. Make room, then start again."),
              std::string::npos)
        << refused.err;
}

}  // namespace
