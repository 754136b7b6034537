#include "demo/community.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace demo {
namespace {

constexpr std::int64_t hour_s = 3600;
constexpr std::int64_t day_s = 24 * hour_s;

// Made once: every test but those about the wish itself reads the same community.
const Community& usual() {
    static const Community made = community({});
    return made;
}

std::string print(const Community& made) {
    std::string text;
    for (const Person& person : made.people)
        text += person.handle + person.email + person.role + std::to_string(person.joined_ago_s);
    for (const Topic& topic : made.topics) {
        text += topic.title + std::to_string(topic.network) + std::to_string(topic.area);
        for (const Post& post : topic.posts) {
            text += std::to_string(post.author) + " " + std::to_string(post.ago_s) + post.markdown;
            for (std::size_t reader : post.thanked_by) text += "," + std::to_string(reader);
            for (std::size_t reader : post.found_useful_by) text += ";" + std::to_string(reader);
        }
    }
    return text;
}

std::size_t post_count(const Community& made) {
    std::size_t count = 0;
    for (const Topic& topic : made.topics) count += topic.posts.size();
    return count;
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> made(1);
    for (char c : text) c == '\n' ? made.push_back("") : made.back().push_back(c);
    return made;
}

bool is_in(const Community& made, std::size_t person, std::size_t network) {
    const auto& slugs = made.people[person].networks;
    return std::ranges::find(slugs, made.networks[network].slug) != slugs.end();
}

// Sentences of the post's own lines. Written apart from the one under test, on purpose.
std::vector<std::string> own_sentences(const std::string& markdown) {
    std::vector<std::string> made;
    for (const std::string& line : lines(markdown)) {
        if (line.starts_with(">")) continue;
        std::string sentence;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (sentence.empty() && line[i] == ' ') continue;
            sentence += line[i];
            bool is_mark = line[i] == '.' || line[i] == '?' || line[i] == '!';
            bool is_end = i + 1 == line.size() || (is_mark && line[i + 1] == ' ');
            if (is_end) made.push_back(std::move(sentence));
            if (is_end) sentence.clear();
        }
    }
    return made;
}

std::size_t topics_alive_within(std::int64_t seconds) {
    return static_cast<std::size_t>(std::ranges::count_if(usual().topics, [&](const Topic& topic) {
        return topic.posts.back().ago_s < seconds;
    }));
}

TEST(Demo, CountsAreExactlyThoseWished) {
    for (Wish wish : {Wish{}, Wish{500, 40, 40, "a"}, Wish{60, 30, 900, "b"}, Wish{1, 2, 9, "c"}}) {
        Community made = community(wish);
        EXPECT_EQ(made.people.size(), wish.members);
        EXPECT_EQ(made.topics.size(), wish.topics);
        EXPECT_EQ(post_count(made), wish.posts);
        for (const Topic& topic : made.topics) EXPECT_FALSE(topic.posts.empty());
    }
}

TEST(Demo, AWishThatCannotBeMetIsRefused) {
    EXPECT_THROW(community({.members = 0}), std::invalid_argument);
    EXPECT_THROW(community({.topics = 10, .posts = 9}), std::invalid_argument);
}

TEST(Demo, SameSeedGivesTheSameCommunityAndAnotherSeedAnother) {
    Wish wish{.members = 300, .topics = 120, .posts = 1000};
    std::string first = print(community(wish));
    EXPECT_EQ(first, print(community(wish)));
    wish.seed = "another";
    EXPECT_NE(first, print(community(wish)));
}

TEST(Demo, TheFirstPersonIsAmiraHaddad) {
    const Person& amira = usual().people[0];
    EXPECT_EQ(amira.name, "Amira Haddad");
    EXPECT_EQ(amira.handle, "amira-haddad");
    EXPECT_EQ(amira.role, "CCIO");
    for (std::string slug : {"ccio", "cio", "wider", "cyber-security"})
        EXPECT_NE(std::ranges::find(amira.networks, slug), amira.networks.end()) << slug;
}

TEST(Demo, HandlesAndEmailsAreUniqueAndPlain) {
    std::set<std::string> handles, emails;
    for (const Person& person : usual().people) {
        EXPECT_TRUE(handles.insert(person.handle).second) << person.handle;
        EXPECT_TRUE(emails.insert(person.email).second) << person.email;
        EXPECT_TRUE(person.email.ends_with(".example")) << person.email;
        EXPECT_EQ(person.handle.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
                  std::string::npos)
            << person.name << " " << person.handle;
        EXPECT_NE(std::ranges::find(person.networks, "wider"), person.networks.end());
    }
}

TEST(Demo, NamesLoseNoLetterInTheirHandles) {
    auto letters = [](const std::string& utf8) {
        return std::ranges::count_if(utf8, [](char c) {
            unsigned char u = static_cast<unsigned char>(c);
            return u >= 0xC0 || (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z');
        });
    };
    for (std::size_t i = 0; i < usual().people.size(); ++i) {
        const Person& person = usual().people[i];
        auto plain = std::ranges::count_if(person.handle, [](char c) { return c >= 'a'; });
        EXPECT_EQ(plain, letters(person.name)) << person.name << " " << person.handle;
    }
}

TEST(Demo, TitlesAreUniqueAndNotTooLong) {
    Community made = community({.members = 2000, .topics = 20000, .posts = 20000});
    std::unordered_set<std::string> titles;
    for (const Topic& topic : made.topics) {
        EXPECT_TRUE(titles.insert(topic.title).second) << topic.title;
        EXPECT_LE(topic.title.size(), 150u) << topic.title;
    }
}

TEST(Demo, AuthorsAndReadersBelongToTheNetworkOfTheTopic) {
    for (const Topic& topic : usual().topics) {
        ASSERT_LT(topic.area, usual().networks[topic.network].areas.size());
        for (const Post& post : topic.posts) {
            EXPECT_TRUE(is_in(usual(), post.author, topic.network));
            EXPECT_GE(usual().people[post.author].joined_ago_s, post.ago_s);
            for (const auto* readers : {&post.thanked_by, &post.found_useful_by}) {
                EXPECT_EQ(std::set(readers->begin(), readers->end()).size(), readers->size());
                for (std::size_t reader : *readers) {
                    EXPECT_TRUE(is_in(usual(), reader, topic.network));
                    EXPECT_NE(reader, post.author);
                }
            }
        }
    }
}

TEST(Demo, TimesFallStrictlyAlongATopicAndNothingIsTooNew) {
    for (const Topic& topic : usual().topics) {
        EXPECT_GE(topic.posts.back().ago_s, 60);
        EXPECT_LE(topic.posts.front().ago_s, 760 * day_s);
        for (std::size_t i = 1; i < topic.posts.size(); ++i)
            EXPECT_LT(topic.posts[i].ago_s, topic.posts[i - 1].ago_s) << topic.title;
    }
}

TEST(Demo, TheLastWeekIsLively) {
    EXPECT_GE(topics_alive_within(7 * day_s), 120u);
    EXPECT_GE(topics_alive_within(day_s), 25u);
    EXPECT_GE(topics_alive_within(hour_s), 5u);
}

TEST(Demo, SizesOfTopicsAreSkewed) {
    auto count = [&](std::size_t from, std::size_t to) {
        return std::ranges::count_if(usual().topics, [&](const Topic& topic) {
            return topic.posts.size() >= from && topic.posts.size() <= to;
        });
    };
    EXPECT_GT(count(1, 8), 1000);
    EXPECT_GT(count(20, 60), 100);
    EXPECT_GT(count(101, 1000), 5);
}

TEST(Demo, AQuotationIsReallyInThePostItNames) {
    std::size_t quotes = 0;
    for (const Topic& topic : usual().topics)
        for (std::size_t i = 0; i < topic.posts.size(); ++i) {
            auto said = lines(topic.posts[i].markdown);
            if (!said[0].starts_with("> #")) continue;
            ++quotes;
            std::size_t number = std::stoul(said[0].substr(3));
            ASSERT_GE(number, 1u);
            ASSERT_LE(number, i) << "only what was said before";
            ASSERT_TRUE(said.at(1).starts_with("> "));
            EXPECT_NE(topic.posts[number - 1].markdown.find(said[1].substr(2)), std::string::npos)
                << said[1];
        }
    std::size_t replies = post_count(usual()) - usual().topics.size();
    EXPECT_GT(quotes, replies * 4 / 100);
    EXPECT_LT(quotes, replies * 12 / 100);
}

TEST(Demo, AMentionIsOfSomebodyInTheTopicOrOfAmira) {
    std::size_t mentions = 0;
    for (const Topic& topic : usual().topics) {
        std::set<std::string> heard = {"amira-haddad"};
        for (const Post& post : topic.posts) {
            const std::string& text = post.markdown;
            for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
                auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", at + 1);
                std::string handle = text.substr(at + 1, end - at - 1);
                EXPECT_TRUE(heard.contains(handle)) << "@" << handle << " in " << topic.title;
                ++mentions;
            }
            heard.insert(usual().people[post.author].handle);
        }
    }
    EXPECT_GT(mentions, post_count(usual()) * 3 / 100);
    EXPECT_LT(mentions, post_count(usual()) * 10 / 100);
}

TEST(Demo, AmiraIsCalledInTheLastTwoDays) {
    std::size_t calls = 0;
    for (const Topic& topic : usual().topics)
        for (const Post& post : topic.posts)
            calls += post.ago_s < 2 * day_s &&
                     post.markdown.find("@amira-haddad") != std::string::npos;
    EXPECT_GE(calls, 2u);
}

TEST(Demo, NoSentenceIsSaidTwiceInATopic) {
    for (const Topic& topic : usual().topics) {
        std::unordered_set<std::string> said;
        for (const Post& post : topic.posts)
            for (const std::string& sentence : own_sentences(post.markdown))
                EXPECT_TRUE(said.insert(sentence).second) << topic.title << ": " << sentence;
    }
}

TEST(Demo, NoMarkOfTheMaterialIsLeft) {
    for (const Topic& topic : usual().topics) {
        EXPECT_EQ(topic.title.find_first_of("{}<>|^~"), std::string::npos) << topic.title;
        for (const Post& post : topic.posts) {
            EXPECT_EQ(post.markdown.find_first_of("{}<|^~"), std::string::npos) << post.markdown;
            EXPECT_EQ(post.markdown.find("  "), std::string::npos) << post.markdown;
            EXPECT_EQ(post.markdown.find("@@"), std::string::npos) << post.markdown;
            EXPECT_FALSE(post.markdown.empty());
        }
    }
}

TEST(Demo, AnArticleFitsItsWord) {
    for (const Topic& topic : usual().topics)
        for (const Post& post : topic.posts)
            for (std::string_view wrong :
                 {" a acute", " a ambulance", " a integrated", " an university", " a AHP",
                  " a occupational", " an CCIO", " a NHS", " a anaesthetist", " a eight", " a orth",
                  " a 8", " a 11-", " a 18-", " an 2", " a eleven", " one months", " one years",
                  " one weeks", " a Information", " no members", " £ "})
                EXPECT_EQ(post.markdown.find(wrong), std::string::npos) << post.markdown;
}

}  // namespace
}  // namespace demo
