#include "features/linter/word_lists.h"

namespace linter {

namespace {

constexpr std::string_view turns_of_phrase[] = {
    "tom dick and harry",
    "average joe",
    "smart alec",
    "clever dick",
    "joe public",
    "joe bloggs",
    "joe blow",
    "john doe",
    "jane doe",
    "plain jane",
    "dear john",
    "jane bloggs",
    "fred bloggs",
    "rob peter to pay paul",
    "robbing peter to pay paul",
    "robs peter to pay paul",
    "robbed peter to pay paul",
    "thomas the tank",
    "bob the builder",
    "bobs your uncle",
    "bob is your uncle",
    "jack of all trades",
    "jack the lad",
    "jack in the box",
    "jack russell",
    "before you can say jack robinson",
    "uncle sam",
    "uncle tom cobley",
    "tom cobley",
    "uncle bob",
    "peter pan",
    "nosy parker",
    "flash harry",
    "doubting thomas",
    "happy larry",
    "gordon bennett",
    "simon says",
    "heath robinson",
    "robin hood",
    "sherlock holmes",
    "jekyll and hyde",
    "florence nightingale",
    "mary seacole",
    "mickey mouse",
    "sweet fanny adams",
    "walter mitty",
    "billy no mates",
    "billy bunter",
    "silly billy",
    "moaning minnie",
    "aunt sally",
    "davy jones",
    "jolly roger",
    "big ben",
    "even stevens",
    "old nick",
    "nick of time",
    "darby and joan",
    "charlie and the chocolate",
    "alice in wonderland",
    "jack daniels",
    "dr who",
    "doctor who",
    "alan turing",
    "james bond",
    "harry potter",
    "bob marley",
    "big bertha",
    "jack frost",
    "john snow",
    "johnny come lately",
    "mary celeste",
    "rich pickings",
    "peter principle",
    "pearl harbor",
    "hobsons choice",
    "amber alert",
    "ruby on rails",
    "ruby gem",
};

}  // namespace

void add_turns_of_phrase(Phrases& phrases, Words& words) {
    for (std::string_view phrase : turns_of_phrase) {
        std::vector<WordId> ids;
        while (!phrase.empty()) {
            const auto end = std::min(phrase.find(' '), phrase.size());
            ids.push_back(words.intern(phrase.substr(0, end)));
            phrase.remove_prefix(std::min(end + 1, phrase.size()));
        }
        phrases.add(ids, 0);
    }
}

}  // namespace linter
