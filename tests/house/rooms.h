#pragma once
// The plan in src/house, and what the parts of one feature may know of each other.

#include "tests/house/rule.h"

#include <optional>
#include <set>

namespace house {

// ---- the plan ----

struct Room {
    std::string name;
    int line = 0;
    std::vector<std::string> uses;    // as its line says
    std::set<std::string> may_include;  // itself, and what comes along
};

class Plan {
public:
    // What is wrong with the plan itself goes to `findings`.
    Plan(const Tree& tree, Findings& findings) {
        const auto file = tree.find("house");
        if (file == tree.end()) {
            findings.push_back({"house", 1, "there is no plan"});
            return;
        }
        each_line(file->second.text, [&](int line, std::string_view text) {
            if (text.empty() || text.starts_with('#')) return;
            const auto colon = text.find(':');
            if (colon == text.npos) {
                findings.push_back({"house", line, "cannot be read"});
                return;
            }
            read(line, text.substr(0, colon), text.substr(colon + 1), findings);
        });
    }

    // The innermost room that a path lies in.
    const Room* room_of(std::string_view path) const {
        const Room* found = nullptr;
        for (const Room& room : rooms_) {
            const bool is_in = path.starts_with(room.name) && path.size() > room.name.size() &&
                               path[room.name.size()] == '/';
            if (is_in && (!found || found->name.size() < room.name.size())) found = &room;
        }
        return found;
    }

private:
    void read(int line, std::string_view name, std::string_view uses, Findings& findings) {
        Room room;
        room.name = std::string(word_of_path(name));
        room.line = line;
        room.may_include.insert(room.name);
        for (std::size_t at = 0; at < uses.size();) {
            at = skip_blanks(uses, at);
            const auto used = word_of_path(uses.substr(at));
            if (used.empty()) break;
            at += used.size();
            const auto above = std::ranges::find(rooms_, used, &Room::name);
            if (above == rooms_.end()) {
                findings.push_back({"house", line, room.name + " uses " + std::string(used) +
                                                       ", which stands on no line above"});
                continue;
            }
            room.may_include.insert(above->may_include.begin(), above->may_include.end());
        }
        rooms_.push_back(std::move(room));
    }

    static std::string_view word_of_path(std::string_view text) {
        std::size_t end = 0;
        while (end < text.size() && (is_word(text[end]) || text[end] == '/')) ++end;
        return text.substr(0, end);
    }

    std::vector<Room> rooms_;
};

// Tests stand on the tests' own support, and on a database with the whole schema.
inline bool tests_may_include(std::string_view path) {
    return path.starts_with("tests/") || path == "app/migrations.h";
}

inline Findings unplanned_includes(const Tree& tree) {
    Findings findings;
    const Plan plan(tree, findings);
    for (const auto& [path, source] : tree) {
        if (!is_code(path)) continue;
        const Room* room = plan.room_of(path);
        if (!room) {
            findings.push_back({path, 1, "lies in no room of src/house"});
            continue;
        }
        for (const Include& include : source.includes) {
            if (!include.is_ours) continue;
            if (is_test(path) && tests_may_include(include.path)) continue;
            const Room* other = plan.room_of(include.path);
            if (other && room->may_include.contains(other->name)) continue;
            findings.push_back({path, include.line,
                                room->name + " may not include \"" + include.path + "\""});
        }
    }
    return findings;
}

// ---- features and their faces ----

// "forum" of "features/forum/pages/topic.cpp".
inline std::string feature_of(std::string_view path) {
    constexpr std::string_view features = "features/";
    if (!path.starts_with(features)) return {};
    path.remove_prefix(features.size());
    return std::string(path.substr(0, path.find('/')));
}

inline void past_the_face(const Source& source, Findings& findings) {
    for (const Include& include : source.includes) {
        const auto feature = feature_of(include.path);
        if (feature.empty() || feature == feature_of(source.path)) continue;
        const std::string face = "features/" + feature + "/";
        if (include.path == face + feature + ".h" || include.path == face + "feature.h") continue;
        findings.push_back({source.path, include.line,
                            "of " + feature + " only its face and feature.h may be included, " +
                                "not \"" + include.path + "\""});
    }
}

// ---- parts of a feature ----

enum class FeaturePart { pages, policy, store, other };

inline FeaturePart part_of(std::string_view path) {
    if (feature_of(path).empty() || is_test(path)) return FeaturePart::other;
    const auto stem = stem_of(path);
    if (stem == "pages" || path.find("/pages/") != path.npos) return FeaturePart::pages;
    if (stem == "policy") return FeaturePart::policy;
    return stem == "store" || stem.starts_with("store_") ? FeaturePart::store : FeaturePart::other;
}

inline bool may_know(FeaturePart part, std::string_view feature, std::string_view include) {
    const std::string own = "features/" + std::string(feature) + "/";
    const auto is_under = [&](std::string_view folder) { return include.starts_with(folder); };
    switch (part) {
        case FeaturePart::pages:
            if (include == "platform/sql/slice.h" || include == "platform/sql/remembered.h") {
                return true;
            }
            return !include.ends_with("/store.h") && !is_under("platform/sql/");
        case FeaturePart::policy:
            return include == own + "policy.h" || include == own + std::string(feature) + ".h" ||
                   is_under("platform/base/") || include == "platform/identity/actor.h" ||
                   include == "platform/identity/permission.h";
        case FeaturePart::store:
            return include != own + "policy.h" && include != own + "pages.h" &&
                   !is_under("platform/web/") && !is_under("platform/html/") &&
                   !is_under("platform/http/");
        case FeaturePart::other: return true;
    }
    return true;
}

inline void indiscreet_parts(const Source& source, Findings& findings) {
    const auto part = part_of(source.path);
    for (const Include& include : source.includes) {
        if (!include.is_ours || may_know(part, feature_of(source.path), include.path)) continue;
        const std::string_view who = part == FeaturePart::pages    ? "pages"
                                     : part == FeaturePart::policy ? "a policy, made of values,"
                                                                   : "a store";
        findings.push_back({source.path, include.line,
                            std::string(who) + " may not know \"" + include.path + "\""});
    }
}

// ---- the beginning of a file ----

// The header that a source belongs to: its own; store.h for store_*, pages.h for pages/*.
inline std::optional<std::string> own_header(const Tree& tree, const std::string& path) {
    const auto folder = folder_of(path);
    std::vector<std::string> headers = {folder + "/" + stem_of(path) + ".h"};
    if (stem_of(path).starts_with("store_")) headers.push_back(folder + "/store.h");
    if (file_of(folder) == "pages") headers.push_back(folder + ".h");
    for (const auto& header : headers) {
        if (tree.contains(header)) return header;
    }
    return std::nullopt;
}

// So each header compiles alone: nothing stands before it that it could lean on. Those without a
// source of their own are compiled by cmake/tests.cmake, one by one, before this test is built.
inline Findings late_own_headers(const Tree& tree) {
    Findings findings;
    for (const auto& [path, source] : tree) {
        if (!path.ends_with(".cpp")) continue;
        const auto header = own_header(tree, path);
        if (!header) continue;
        if (!source.includes.empty() && source.includes.front().path == *header) continue;
        findings.push_back({path, 1, "does not include its own header \"" + *header + "\" first"});
    }
    return findings;
}

inline void wordless_headers(const Source& source, Findings& findings) {
    if (!source.path.ends_with(".h")) return;
    if (source.text.starts_with("#pragma once\n// ")) return;
    findings.push_back({source.path, 1,
                        "a header begins with #pragma once and a comment that says what it is"});
}

// ---- samples ----

inline Sample planned(std::string path, std::string text) {
    return {{"house",
             "# a comment\nplatform/base :\nplatform/sql : platform/base\nplatform/html :\n"
             "features/forum : platform/sql\nfeatures/home : features/forum\n"},
            {std::move(path), std::move(text)}};
}

inline std::vector<Rule> room_rules() {
    const std::string forum = "features/forum/";
    return {
        {.name = "RoomsIncludeWhatTheirLineNames",
         .check = unplanned_includes,
         .accepts = {planned("platform/sql/tx.cpp", "#include \"platform/base/id.h\"\n"),
                     planned("features/home/a.cpp", "#include \"platform/base/id.h\"\n"),
                     planned("features/forum/a.cpp", "#include \"features/forum/b.h\"\n"),
                     planned("features/forum/a.cpp", "#include <vector>\n"),
                     planned("features/forum/a_test.cpp", "#include \"tests/support/page.h\"\n")},
         .refuses = {planned("platform/base/id.h", "#include \"platform/sql/tx.h\"\n"),
                     planned("features/forum/a.cpp", "#include \"features/home/home.h\"\n"),
                     planned("features/forum/a.cpp", "#include \"platform/html/html.h\"\n"),
                     planned("features/forum/a.cpp", "#include \"tests/support/page.h\"\n"),
                     planned("features/forum/a_test.cpp", "#include \"app/wiring.h\"\n"),
                     planned("features/news/a.cpp", "int a;"),
                     {{"house", "platform/base : platform/sql\nplatform/sql :\n"}},
                     {{"house", "platform/base\n"}}}},
        {.name = "FeaturesShowTheirFaceOnly",
         .check = in_each_file(past_the_face),
         .accepts = {{{"features/home/a.cpp", "#include \"features/forum/forum.h\"\n"}},
                     {{"app/features.cpp", "#include \"features/forum/feature.h\"\n"}},
                     {{"features/forum/a.cpp", "#include \"features/forum/store.h\"\n"}}},
         .refuses = {{{"features/home/a.cpp", "#include \"features/forum/store.h\"\n"}},
                     {{"app/demo.cpp", "#include \"features/forum/policy.h\"\n"}},
                     {{"features/home/a.h", "#include \"features/forum/pages/topic.h\"\n"}}}},
        {.name = "PartsOfAFeatureKnowTheirPlace",
         .check = in_each_file(indiscreet_parts),
         .accepts = {{{forum + "pages/topic.cpp", "#include \"features/forum/policy.h\"\n"}},
                     {{forum + "pages.h", "#include \"platform/sql/slice.h\"\n"}},
                     {{forum + "policy.cpp", "#include \"platform/identity/actor.h\"\n"}},
                     {{forum + "store_reading.cpp", "#include \"platform/base/text.h\"\n"}},
                     {{forum + "forum.cpp", "#include \"features/forum/store.h\"\n"}}},
         .refuses = {{{forum + "pages/topic.cpp", "#include \"features/forum/store.h\"\n"}},
                     {{forum + "pages.h", "#include \"platform/sql/tx.h\"\n"}},
                     {{forum + "pages.cpp", "#include \"platform/identity/store.h\"\n"}},
                     {{forum + "policy.cpp", "#include \"features/forum/store.h\"\n"}},
                     {{forum + "policy.h", "#include \"platform/sql/tx.h\"\n"}},
                     {{forum + "store.cpp", "#include \"features/forum/policy.h\"\n"}},
                     {{forum + "store.h", "#include \"platform/html/html.h\"\n"}}}},
        {.name = "SourcesIncludeTheirOwnHeaderFirst",
         .check = late_own_headers,
         .accepts = {{{"app/a.h", ""}, {"app/a.cpp", "#include \"app/a.h\"\n#include <b>\n"}},
                     {{forum + "store.h", ""},
                      {forum + "store_reading.cpp", "#include \"features/forum/store.h\"\n"}},
                     {{"app/main.cpp", "#include <string>\n"}}},
         .refuses = {{{"app/a.h", ""}, {"app/a.cpp", "#include <b>\n#include \"app/a.h\"\n"}},
                     {{"app/a.h", ""}, {"app/a.cpp", "int a;"}},
                     {{forum + "pages.h", ""},
                      {forum + "pages/topic.cpp", "#include \"features/forum/forum.h\"\n"}}}},
        {.name = "HeadersSayWhatTheyAre",
         .check = in_each_file(wordless_headers),
         .accepts = {{{"app/a.h", "#pragma once\n// What this is.\n\nint a();\n"}},
                     {{"app/a.cpp", "int a();\n"}}},
         .refuses = {{{"app/a.h", "#pragma once\n\nint a();\n"}},
                     {{"app/a.h", "// What this is.\nint a();\n"}}}},
    };
}

}  // namespace house
