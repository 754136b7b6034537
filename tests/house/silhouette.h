#pragma once
// Which files each feature is made of: the same names in the same places, so that a reader always
// knows which file to open.

#include "tests/house/rooms.h"

namespace house {

// What a feature is made of; each part stands for the files it must have.
enum class Part { face, facts, store, migrations, pages, policy, listeners };

struct Silhouette {
    std::string feature;
    std::vector<Part> parts;
    std::string why_not_all;  // what it goes without, and why
    bool is_pure = false;     // no feature of the site: it has no manifest
};

inline const std::vector<Silhouette>& silhouettes() {
    using enum Part;
    static const std::vector<Silhouette> all = {
        {"forum", {face, facts, store, migrations, pages, policy, listeners}, ""},
        {"sealing", {face, facts, store, migrations, pages, policy, listeners}, ""},
        {"breaches", {face, facts, store, migrations, pages, policy, listeners}, ""},
        {"extracts", {face, facts, store, migrations, pages, policy, listeners}, ""},
        {"networks", {face, facts, store, migrations, pages, policy},
         "Nothing follows its facts: pages look at networks each time."},
        {"rule", {face, facts, store, migrations, pages, policy, listeners}, ""},
        {"organisations", {face, facts, store, migrations, pages, policy},
         "What follows its facts, the roll does."},
        {"people", {face, facts, store, migrations, pages, policy, listeners}, ""},
        {"coverage", {face, facts, store, migrations, pages, policy},
         "Nothing follows a consent: pages look for it each time."},
        {"notices", {face, facts, store, migrations, pages, policy},
         "Its letters follow a job; the one fact it hears is a line of the manifest."},
        {"membership", {face, facts, store, migrations, pages, policy, listeners}, ""},
        {"offices", {face, facts, store, migrations, pages, policy, listeners}, ""},
        {"privacy", {face, facts, store, migrations, pages, policy},
         "Nothing follows a consent yet: whoever writes asks whether it stands."},
        {"admin", {face, facts, store, migrations, pages},
         "One permission guards every route; there is nothing finer to decide."},
        {"account", {face, facts, store, migrations, pages, policy},
         "Its one listener is a line of the manifest."},
        {"linter", {face},
         "A pure room, of texts and lists in and findings out: no manifest, nothing to route or keep.",
         true},
        {"counting", {face},
         "A pure room, of ballots in and results out: no manifest, nothing to route or keep.", true},
        {"home", {pages}, "It shows what other features have, and keeps nothing of its own."},
    };
    return all;
}

// Any one of these files makes a part whole.
struct PartFiles {
    Part part;
    std::string name;
    std::vector<std::vector<std::string>> files;
};

inline std::vector<PartFiles> files_of_parts(const std::string& feature) {
    using enum Part;
    return {{face, "face", {{feature + ".h"}, {feature + ".cpp"}}},
            {facts, "facts", {{"facts.h"}}},
            {store, "store", {{"store.h"}, {"store.cpp"}}},
            {migrations, "migrations", {{"migrations/"}}},
            {pages, "pages", {{"pages.h"}, {"pages.cpp", "pages/", "today.cpp"}}},
            {policy, "policy", {{"policy.h"}, {"policy.cpp"}, {"policy_test.cpp"}}},
            {listeners, "listeners", {{"listeners.h"}, {"listeners.cpp"}}}};
}

inline bool has_file(const Tree& tree, const std::string& path) {
    const auto found = tree.lower_bound(path);
    if (found == tree.end()) return false;
    return path.ends_with('/') ? found->first.starts_with(path) : found->first == path;
}

inline void judge_part(const Tree& tree, const Silhouette& shape, const PartFiles& part,
                       Findings& findings) {
    const std::string folder = "features/" + shape.feature + "/";
    const bool is_stated = std::ranges::find(shape.parts, part.part) != shape.parts.end();
    for (const auto& choice : part.files) {
        const auto there = std::ranges::find_if(
            choice, [&](const std::string& file) { return has_file(tree, folder + file); });
        if (is_stated && there == choice.end()) {
            findings.push_back({folder + choice.front(), 1,
                                "is missing: " + shape.feature + " has " + part.name});
        }
        if (!is_stated && there != choice.end()) {
            findings.push_back({folder + *there, 1,
                                "is there, but tests/house/silhouette.h does not say that " +
                                    shape.feature + " has " + part.name});
        }
    }
}

inline Findings broken_silhouettes(const Tree& tree) {
    Findings findings;
    std::set<std::string> features;
    for (const auto& [path, source] : tree) {
        if (const auto feature = feature_of(path); !feature.empty()) features.insert(feature);
    }
    for (const auto& feature : features) {
        const auto shape = std::ranges::find(silhouettes(), feature, &Silhouette::feature);
        if (shape == silhouettes().end()) {
            findings.push_back({"features/" + feature, 1,
                                "is new: say in tests/house/silhouette.h what it is made of"});
            continue;
        }
        for (const char* file : {"/feature.h", "/feature.cpp"}) {
            const std::string path = "features/" + feature + file;
            const bool is_there = has_file(tree, path);
            if (!is_there && !shape->is_pure) {
                findings.push_back({path, 1, "is missing: the manifest"});
            }
            if (is_there && shape->is_pure) {
                findings.push_back({path, 1, "is there, but a pure room has no manifest"});
            }
        }
        for (const auto& part : files_of_parts(feature)) {
            judge_part(tree, *shape, part, findings);
        }
    }
    return findings;
}

// ---- policies ----

inline Findings untested_policies(const Tree& tree) {
    Findings findings;
    for (const auto& [path, source] : tree) {
        if (file_of(path) != "policy.h") continue;
        const auto test = tree.find(folder_of(path) + "/policy_test.cpp");
        std::set<std::string_view> tested;
        if (test != tree.end()) {
            each_word(test->second.code,
                      [&](std::size_t, std::string_view word) { tested.insert(word); });
        }
        const std::string_view code = source.code;
        int depth = 0;
        std::size_t read = 0;
        each_word(code, [&](std::size_t at, std::string_view word) {
            for (; read < at; ++read) depth += code[read] == '(' ? 1 : code[read] == ')' ? -1 : 0;
            const auto after = skip_blanks(code, at + word.size());
            const bool is_function = depth == 0 && after < code.size() && code[after] == '(';
            if (!is_function || tested.contains(word)) return;
            findings.push_back({path, source.line_of(at),
                                "no test of policy_test.cpp names " + std::string(word)});
        });
    }
    return findings;
}

// ---- samples ----

inline Sample home_with(std::vector<std::string> files) {
    Sample sample;
    for (auto& file : files) sample.push_back({"features/home/" + file, ""});
    return sample;
}

inline Sample linter_with(std::vector<std::string> files) {
    Sample sample;
    for (auto& file : files) sample.push_back({"features/linter/" + file, ""});
    return sample;
}

inline std::vector<Rule> silhouette_rules() {
    const std::string policy = "Verdict may_reply(const Actor& actor, const Topic& topic);\n"
                               "bool is_old(int (*clock)());\n";
    const std::string folder = "features/forum/";
    return {
        {.name = "FeaturesHaveTheirSilhouette",
         .check = broken_silhouettes,
         .accepts = {home_with({"feature.h", "feature.cpp", "pages.h", "pages.cpp"}),
                     home_with({"feature.h", "feature.cpp", "pages.h", "today.cpp", "extra.h"}),
                     linter_with({"linter.h", "linter.cpp", "tokens.h"})},
         .refuses = {home_with({"feature.h", "feature.cpp", "pages.h"}),
                     home_with({"feature.h", "pages.h", "pages.cpp"}),
                     home_with({"feature.h", "feature.cpp", "pages.h", "pages.cpp", "store.h"}),
                     linter_with({"linter.h", "linter.cpp", "feature.h"}),
                     linter_with({"linter.h", "tokens.h"}),
                     {{"features/unheard_of/feature.h", ""}}}},
        {.name = "EveryPolicyHasATest",
         .check = untested_policies,
         .accepts = {{{folder + "policy.h", policy},
                      {folder + "policy_test.cpp", "EXPECT(may_reply(a, b)); is_old(clock);"}},
                     {{folder + "policy.h", "struct Sample;"}}},
         .refuses = {{{folder + "policy.h", policy}},
                     {{folder + "policy.h", policy},
                      {folder + "policy_test.cpp", "may_reply(a, b); // is_old(c)\n"}}}},
    };
}

}  // namespace house
