#pragma once
// What ARCHITECTURE.md says of transactions and of threads, held against the source.

#include "tests/house/rule.h"

#include <set>

namespace house {

inline constexpr std::string_view architecture_file = "ARCHITECTURE.md";

// ---- transactions ----

struct Opener {
    std::string path;  // a file, or a folder
    std::string reason;
};

inline const std::vector<Opener>& openers() {
    static const std::vector<Opener> all = {
        {"app/", "The commands of the program, each of which is what happens."},
        {"platform/sql/", "Makes them; and steps of the schema, backups and checks are about all."},
        {"platform/web/site.cpp", "One a request, for every handler."},
        {"platform/record/reader.cpp", "A listener hears in the one that moves its cursor."},
        {"platform/jobs/worker.cpp", "Takes a job in one and notes its end in another."},
        {"platform/jobs/schedule.cpp", "Takes a turn in one and notes its end in another."},
        {"platform/jobs/queue.cpp", "Counts jobs for /metrics, which is no page and has no call."},
        {"platform/mail/outbox.cpp", "A job: reads the letter before it is sent, notes it after."},
        {"platform/search/index.cpp", "A command: makes the index anew in many short ones."},
    };
    return all;
}

inline bool is_opener(const Opener& opener, std::string_view path) {
    return opener.path.ends_with('/') ? path.starts_with(opener.path) : path == opener.path;
}

// The lines that call read(), write() or submit…() of a database, or hand such a call a Tx.
inline std::vector<int> transactions_in(const Source& source) {
    std::vector<int> lines;
    const std::string_view code = source.code;
    each_word(code, [&](std::size_t at, std::string_view word) {
        const bool is_verb = word == "read" || word == "write" || word == "submit" ||
                             word == "submit_read";
        const auto open = at + word.size();
        if (!is_verb || at < 2 || open >= code.size() || code[open] != '(') return;
        const bool is_arrow = code.substr(at - 2, 2) == "->";
        if (!is_arrow && code[at - 1] != '.') return;
        auto receiver_end = at - (is_arrow ? 2 : 1);
        if (code.substr(0, receiver_end).ends_with("()")) receiver_end -= 2;
        const auto receiver = before(code, receiver_end);
        const auto work = code.substr(open, code.find('{', open) - open);
        const bool is_database = receiver.find("database") != receiver.npos;
        if (is_database || work.find("Tx&") != work.npos) lines.push_back(source.line_of(at));
    });
    return lines;
}

inline Findings stray_transactions(const Tree& tree) {
    Findings findings;
    std::set<std::string> seen;
    for (const auto& [path, source] : tree) {
        if (!is_code(path) || is_test(path)) continue;
        const auto lines = transactions_in(source);
        const auto opener = std::ranges::find_if(
            openers(), [&](const Opener& one) { return is_opener(one, path); });
        if (opener != openers().end()) {
            if (!lines.empty()) seen.insert(opener->path);
            continue;
        }
        for (const int line : lines) {
            findings.push_back({path, line, "opens a transaction, which is not for this file"});
        }
    }
    if (!tree.contains("platform/web/site.cpp")) return findings;  // a sample
    for (const Opener& opener : openers()) {
        if (seen.contains(opener.path)) continue;
        findings.push_back({opener.path, 1, "opens no transaction any more: take it off the list"});
    }
    return findings;
}

// ---- threads ----

inline std::string snake_case(std::string_view name) {
    std::string snake;
    for (const char c : name) {
        if (std::isupper(static_cast<unsigned char>(c)) && !snake.empty()) snake += '_';
        snake += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return snake;
}

// The name that a line declares a class or struct of; "" if it declares none.
inline std::string_view type_declared(std::string_view line) {
    for (const std::string_view kind : {"class ", "struct "}) {
        if (!line.starts_with(kind) || line.ends_with(';')) continue;
        return word_at(line, kind.size());
    }
    return {};
}

// Which class of a header a comment speaks of that ends before this line: in the header's own, the
// one it is named after; in an indented line, the one around it; else the one that follows.
class Speakers {
public:
    explicit Speakers(const Source& source) : source_(source), lines_(split(source.text, '\n')) {}

    std::set<std::string> all() const {
        std::set<std::string> found;
        std::string said;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::string& line = lines_[i];
            const auto comment = line.find("// ");
            const bool is_comment = comment != line.npos;
            if (is_comment) said += line.substr(comment + 2);
            if (is_comment && i + 1 < lines_.size() && goes_on(lines_[i + 1])) continue;
            if (says_safe(said)) {
                const auto name = speaker(i);
                if (!name.empty()) found.insert(space() + "::" + name);
            }
            said.clear();
        }
        return found;
    }

private:
    static bool goes_on(std::string_view next) {
        return next.substr(skip_blanks(next, 0)).starts_with("//");
    }

    static bool says_safe(std::string said) {
        for (char& c : said) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        const auto at = said.find("safe for concurrent use");
        return at != said.npos && !std::string_view(said).substr(0, at).ends_with("not ");
    }

    std::string speaker(std::size_t last) const {
        if (last + 1 < lines_.size() && lines_[last].starts_with("//") && first_code() > last) {
            return named_after();
        }
        if (!lines_[last].starts_with("//")) {  // a member
            for (auto i = last; i > 0; --i) {
                if (const auto type = type_declared(lines_[i - 1]); !type.empty()) {
                    return std::string(type);
                }
            }
            return {};
        }
        auto next = last + 1;
        if (next < lines_.size() && lines_[next].starts_with("template")) ++next;
        return next < lines_.size() ? std::string(type_declared(lines_[next])) : std::string();
    }

    std::size_t first_code() const {
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (!lines_[i].starts_with("//")) return i;
        }
        return lines_.size();
    }

    std::string named_after() const {
        for (const std::string& line : lines_) {
            const auto type = type_declared(line);
            if (snake_case(type) == stem_of(source_.path)) return std::string(type);
        }
        return {};
    }

    std::string space() const {
        std::string name;
        each_word(source_.code, [&](std::size_t at, std::string_view word) {
            if (!name.empty() || word != "namespace") return;
            name = word_at(source_.code, skip_blanks(source_.code, at + word.size()));
        });
        return name;
    }

    const Source& source_;
    const std::vector<std::string> lines_;
};

// `sql::Database` and its like, in the chapter on what threads share.
inline std::map<std::string, int> shared_by_name(const Source& architecture) {
    std::map<std::string, int> names;
    bool is_there = false;
    each_line(architecture.text, [&](int line, std::string_view text) {
        if (text.starts_with("## ")) is_there = text == "## What threads share";
        if (!is_there) return;
        const auto parts = split(text, '`');
        for (std::size_t i = 1; i < parts.size(); i += 2) {
            if (parts[i].find("::") != std::string::npos) names[parts[i]] = line;
        }
    });
    return names;
}

inline Findings unshared_names(const Tree& tree) {
    Findings findings;
    const auto architecture = tree.find(std::string(architecture_file));
    if (architecture == tree.end()) return {{std::string(architecture_file), 1, "is missing"}};
    auto named = shared_by_name(architecture->second);
    std::set<std::string> saying;
    for (const auto& [path, source] : tree) {
        if (!path.ends_with(".h") || is_test(path)) continue;
        for (const std::string& name : Speakers(source).all()) {
            saying.insert(name);
            if (named.contains(name)) continue;
            findings.push_back({path, 1, name + " is safe for concurrent use, and is not among " +
                                             "what threads share in ARCHITECTURE.md"});
        }
    }
    for (const auto& [name, line] : named) {
        if (saying.contains(name)) continue;
        findings.push_back({architecture->first, line,
                            name + " does not say that it is safe for concurrent use"});
    }
    return findings;
}

// ---- samples ----

inline Sample sharing(const std::string& named, std::string path, std::string text) {
    return {{std::string(architecture_file),
             "# Us\n`a::Elsewhere`\n## What threads share\n\n" + named + "\n## More\n"},
            {std::move(path), std::move(text)}};
}

inline std::vector<Rule> architecture_rules() {
    const std::string opening = "void a() { database_.write([&](sql::Tx& tx) { b(tx); }); }";
    const std::string top = "#pragma once\n// What this is.\nnamespace a {\n";
    return {
        {.name = "TransactionsAreOpenedByAFew",
         .check = stray_transactions,
         .accepts = {{{"app/serve.cpp", opening}},
                     {{"platform/record/reader.cpp", opening}},
                     {{"features/forum/forum_test.cpp", opening}},
                     {{"features/forum/pages.cpp",
                       "form.submit(call, [&](const Draft& draft) { return a(draft); });"}},
                     {{"platform/http/a.cpp", "file.read(at); queue_.submit([this] { b(); });"}}},
         .refuses = {{{"features/forum/forum.cpp", opening}},
                     {{"platform/live/pages.cpp", "parts_.database->submit(work, done);"}},
                     {{"platform/web/call.cpp", "site().database().submit_read(work, done);"}},
                     {{"platform/exit/gate.cpp", "door.read([](sql::Tx& tx) { a(tx); });"}}}},
        {.name = "WhatThreadsShareIsNamed",
         .check = unshared_names,
         .accepts = {sharing("`a::Hub` (hints) and\n`a::Kept`.", "a/hub.h",
                             top + "// Hints. Safe for\n// concurrent use.\nclass Hub final {\n};\n"
                                   "// Safe for concurrent use.\ntemplate <class T>\nclass Kept "
                                   "{\n};\n}"),
                     sharing("`a::WorkLane`", "a/work_lane.h",
                             "#pragma once\n// Where work waits. Safe for concurrent use.\n\n"
                             "namespace a {\nstruct Work {\n};\nclass WorkLane {\n};\n}"),
                     sharing("`a::Site`", "a/site.h",
                             top + "class Site {\npublic:\n    struct Parts {\n    };\n"
                                   "    void nudge();  // safe for concurrent use\n};\n}"),
                     sharing("Nothing.", "a/text.h",
                             top + "// Safe for concurrent use.\nvoid write();\n"
                                   "// Not safe for concurrent use.\nclass Cache {\n};\n}")},
         .refuses = {sharing("Nothing.", "a/hub.h",
                             top + "// Safe for concurrent use.\nclass Hub {\n};\n}"),
                     sharing("Nothing.", "a/hub.h",
                             "#pragma once\n// Hints. Safe for\n// concurrent use.\n\n"
                             "namespace a {\nclass Hub {\n};\n}"),
                     sharing("`a::Hub`", "a/hub.h", top + "class Hub {\n};\n}"),
                     {{"a/hub.h", "#pragma once\n"}}}},
    };
}

}  // namespace house
