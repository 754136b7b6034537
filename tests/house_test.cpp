// The rules of the house (STYLE.md, ARCHITECTURE.md), held against every file below src, and each
// rule against lines that it must accept and must refuse.

#include "tests/house/architecture.h"
#include "tests/house/exits.h"
#include "tests/house/lengths.h"
#include "tests/house/rooms.h"
#include "tests/house/silhouette.h"
#include "tests/house/stores.h"
#include "tests/house/strings.h"
#include "tests/house/words.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace house {

void PrintTo(const Rule& rule, std::ostream* out) { *out << rule.name; }

namespace {

// Where a rule does not hold, and why. One that is needed no more fails the test.
const std::vector<Exception> exceptions = {
    {"FacesShowAtMostTwentyFiveMembers", "platform/web/call.h", "Call shows",
     "All that a handler may hold stands here, so that one can see what is not in its reach."},
    {"FacesShowAtMostTwentyFiveMembers", "platform/http/loop.h", "Loop shows",
     "For the server and the connections, with which it is one thing; no other room sees it."},
    {"ElementsComeFromTheHtmlRoom", "platform/web/page.cpp", "<!DOCTYPE html>",
     "Stands before the document, which platform/html makes."},
    {"ElementsComeFromTheHtmlRoom", "platform/mail/layout.cpp", "<!DOCTYPE html>",
     "Stands before the letter, which platform/html makes."},
    {"ElementsComeFromTheHtmlRoom", "platform/http/writer.cpp", "title",
     "The server's own last words: below platform/html, and made of a number and its reason."},
    {"ElementsComeFromTheHtmlRoom", "platform/assets/pack.cpp", "std::span<const Asset>",
     "Writes C++, not HTML."},
    {"ThePlatformKnowsNoWordOfTheProduct", "platform/html/markdown.cpp", "class=",
     "The stylesheet's class of a name."},
    {"ThePlatformKnowsNoWordOfTheProduct", "platform/html/markdown_check.h", "span class=",
     "The stylesheet's class of a name."},
    {"ThePlatformKnowsNoWordOfTheProduct", "platform/http/proxies.cpp", "of a proxy",
     "To whoever runs the site, 10.0.0.0/8 is a network."},
    {"ThePlatformKnowsNoWordOfTheProduct", "platform/mail/outbox.cpp", "List-Unsubscribe-Post",
     "A header of RFC 8058."},
    {"CallsStayWithTheirOwners", "platform/sql/postgres.cpp", "catch (...)",
     "The writer's thread hands whatever went wrong to the one who waits."},
    {"CallsStayWithTheirOwners", "platform/sql/sqlite.cpp", "catch (...)",
     "The writer's thread hands whatever went wrong to the one who waits."},
};

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Tree read_tree() {
    const std::filesystem::path repository = SOURCE_FOLDER;
    Tree tree;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(repository / "src")) {
        if (!entry.is_regular_file()) continue;
        const auto path = entry.path().lexically_relative(repository / "src").string();
        tree[path] = read_source(path, contents(entry.path()));
    }
    const std::string lock(lock_file);
    tree[lock] = read_source(lock, contents(repository / "tests" / lock));
    const std::string architecture(architecture_file);
    tree[architecture] = read_source(architecture, contents(repository / architecture));
    return tree;
}

const Tree& source_tree() {
    static const Tree tree = read_tree();
    return tree;
}

std::vector<Rule> all_rules() {
    std::vector<Rule> all;
    for (auto& rules : {room_rules(), silhouette_rules(), length_rules(), word_rules(),
                        string_rules(), store_rules(), exit_rules(), architecture_rules()}) {
        all.insert(all.end(), rules.begin(), rules.end());
    }
    return all;
}

std::string line_at(const Finding& finding) {
    std::string found;
    const auto file = source_tree().find(finding.path);
    if (file == source_tree().end()) return found;
    each_line(file->second.text, [&](int line, std::string_view text) {
        if (line == finding.line) found = text;
    });
    return found;
}

bool excuses(const Exception& exception, const Rule& rule, const Finding& finding) {
    return exception.rule == rule.name && exception.path == finding.path &&
           (finding.sentence.find(exception.words) != std::string::npos ||
            line_at(finding).find(exception.words) != std::string::npos);
}

// The text of every test there is.
std::string all_tests() {
    std::string text;
    for (const auto* folder : {"src", "tests"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(SOURCE_FOLDER) / folder)) {
            const auto name = entry.path().filename().string();
            if (name.ends_with("_test.cpp")) text += contents(entry.path());
        }
    }
    return text;
}

// docs/rule.md may claim what a test shows: `Suite.Name`, in each of its lines.
TEST(RuleText, NamesTestsThatThereAre) {
    const std::string text = contents(std::filesystem::path(SOURCE_FOLDER) / "docs" / "rule.md"), tests = all_tests();
    int named = 0;
    for (auto at = text.find('`'); at != text.npos; at = text.find('`', at + 1)) {
        const auto end = text.find('`', at + 1);
        ASSERT_NE(end, text.npos);
        const auto words = text.substr(at + 1, end - at - 1);
        at = end;
        const auto dot = words.find('.');
        const bool is_test = dot != words.npos && words.find_first_of("/ :<_") == words.npos;
        if (!is_test) continue;
        ++named;
        EXPECT_NE(tests.find(", " + words.substr(dot + 1) + ")"), tests.npos) << words;
    }
    EXPECT_GE(named, 8);
}

class House : public ::testing::TestWithParam<Rule> {};

TEST_P(House, AcceptsWhatItMust) {
    const Rule& rule = GetParam();
    EXPECT_GE(rule.accepts.size(), 2u);
    for (const Sample& sample : rule.accepts) {
        for (const Finding& finding : rule.check(tree_of(sample))) {
            ADD_FAILURE() << "refused: " << finding.text() << "\n" << sample.back().text;
        }
    }
}

TEST_P(House, RefusesWhatItMust) {
    const Rule& rule = GetParam();
    EXPECT_GE(rule.refuses.size(), 2u);
    for (const Sample& sample : rule.refuses) {
        EXPECT_FALSE(rule.check(tree_of(sample)).empty())
            << "accepted: " << sample.back().path << "\n" << sample.back().text;
    }
}

TEST_P(House, HoldsInTheSource) {
    const Rule& rule = GetParam();
    ASSERT_GT(source_tree().size(), 100u) << "the source was not found";
    const auto findings = rule.check(source_tree());
    for (const Finding& finding : findings) {
        const bool is_excused = std::ranges::any_of(exceptions, [&](const Exception& exception) {
            return excuses(exception, rule, finding);
        });
        if (!is_excused) ADD_FAILURE() << finding.text();
    }
    for (const Exception& exception : exceptions) {
        if (exception.rule != rule.name) continue;
        EXPECT_FALSE(exception.reason.empty()) << exception.path;
        EXPECT_TRUE(std::ranges::any_of(findings, [&](const Finding& finding) {
            return excuses(exception, rule, finding);
        })) << "not needed any more: the exception for " << exception.words << " in "
            << exception.path;
    }
}

INSTANTIATE_TEST_SUITE_P(Rule, House, ::testing::ValuesIn(all_rules()),
                         [](const auto& rule) { return rule.param.name; });

TEST(HouseExceptions, NameRulesThatExist) {
    const auto rules = all_rules();
    for (const Exception& exception : exceptions) {
        EXPECT_NE(std::ranges::find(rules, exception.rule, &Rule::name), rules.end())
            << exception.rule;
    }
}

}  // namespace
}  // namespace house
