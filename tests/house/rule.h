#pragma once
// A rule of the house: what it looks for, and small files that it must accept and must refuse, so
// that a rule which has gone blind fails its own test.

#include "tests/house/source.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace house {

// All files below src by their path, `house` among them; `migrations.lock` and ARCHITECTURE.md.
using Tree = std::map<std::string, Source>;

struct Finding {
    std::string path;
    int line = 0;
    std::string sentence;

    std::string text() const {
        const bool is_beside = path.ends_with(".md") || path.ends_with(".lock");
        return (is_beside ? "" : "src/") + path + ":" + std::to_string(line) + ": " + sentence;
    }
};
using Findings = std::vector<Finding>;

struct File {
    std::string path;
    std::string text;
};
using Sample = std::vector<File>;

struct Rule {
    std::string name;
    std::function<Findings(const Tree&)> check;
    std::vector<Sample> accepts;
    std::vector<Sample> refuses;
};

// One place where a rule does not hold, and why. `words` stand in the finding's line or sentence.
struct Exception {
    std::string rule;
    std::string path;
    std::string words;
    std::string reason;
};

inline Tree tree_of(const Sample& sample) {
    Tree tree;
    for (const File& file : sample) tree[file.path] = read_source(file.path, file.text);
    return tree;
}

// For rules that look at one file at a time.
template <class Check>
std::function<Findings(const Tree&)> in_each_file(Check check) {
    return [check](const Tree& tree) {
        Findings findings;
        for (const auto& [path, source] : tree) {
            if (is_code(path)) check(source, findings);
        }
        return findings;
    };
}

}  // namespace house
