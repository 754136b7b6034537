#pragma once
// Names that say nothing, the product's words in the platform, calls that only one file may make,
// and asking which engine it is.

#include "tests/house/rule.h"

#include <set>

namespace house {

// ---- names ----

// "post_history" is post, history; "HttpServer" is Http, Server; "Database" is one word.
inline std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto c = static_cast<unsigned char>(name[i]);
        const bool is_break = !std::isalnum(c);
        const bool ends_lower = i > 0 && std::islower(static_cast<unsigned char>(name[i - 1]));
        const bool begins_lower =
            i + 1 < name.size() && std::islower(static_cast<unsigned char>(name[i + 1]));
        const bool begins_title = std::isupper(c) && (ends_lower || begins_lower);
        if ((is_break || begins_title) && !parts.back().empty()) parts.emplace_back();
        if (!is_break) parts.back() += static_cast<char>(std::tolower(c));
    }
    return parts;
}

inline bool says_nothing(std::string_view part) {
    static const std::set<std::string_view> empty = {
        "util", "utils", "utility", "helper", "helpers", "manager", "misc",
        "common", "impl", "data", "info", "service", "services"};
    return empty.contains(part);
}

inline void empty_names(const Source& source, Findings& findings) {
    const auto judge = [&](int line, std::string_view kind, std::string_view name) {
        const auto parts = parts_of(name);
        for (const auto& part : parts) {
            if (!says_nothing(part)) continue;
            findings.push_back({source.path, line, std::string(kind) + " " + std::string(name) +
                                                       ": the word " + part + " says nothing"});
        }
        if (kind != "file" && parts.size() > 1 && parts.back() == "base") {
            findings.push_back({source.path, line, std::string(kind) + " " + std::string(name) +
                                                       " ends in Base: compose, do not inherit"});
        }
    };
    for (const auto& step : split(source.path, '/')) judge(1, "file", step);
    each_word(source.code, [&](std::size_t at, std::string_view word) {
        const bool is_space = word == "namespace";
        if (!is_space && word != "class" && word != "struct" && word != "union") return;
        const auto earlier = before(source.code, at);
        if (earlier == "<" || earlier == ",") return;  // of a template
        auto name_at = skip_blanks(source.code, at + word.size());
        const auto name = word_at(source.code, name_at);
        judge(source.line_of(at), is_space ? "namespace" : "class", name);
        if (!is_space) return;
        for (name_at += name.size(); source.code.substr(name_at, 2) == "::";) {
            const auto next = word_at(source.code, name_at + 2);
            judge(source.line_of(at), "namespace", next);
            name_at += 2 + next.size();
        }
    });
}

// ---- the product's words ----

// The nouns of WORDS.md that belong to features, built or to come. What the platform has itself
// (person, audience, fact, letter, draft, hint…) is not among them.
inline bool is_product_word(std::string_view word) {
    static const std::set<std::string_view> nouns = {
        "network",   "area",      "topic",    "forum",      "chatham",  "reaction", "mention",
        "mentioned", "moderator", "moderate", "moderation", "election", "ballot",   "panel"};
    if (nouns.contains(word) || word == "replies" || word == "posts") return true;
    return word.ends_with('s') && nouns.contains(word.substr(0, word.size() - 1));
}

// HTTP has words of its own: the method POST, to post to a loop, and the reply to a request.
inline bool is_product_name(std::string_view name) {
    const auto parts = parts_of(name);
    const bool is_compound = parts.size() > 1 && name != "handle_post";
    return std::ranges::any_of(parts, [&](const std::string& part) {
        return is_product_word(part) || (is_compound && part == "post");
    });
}

// Of these a string tells which is meant: unread bytes and the rules of ICU are not the product's.
inline bool is_product_text(std::string_view word) {
    return is_product_word(word) || word == "reply" || word == "post" || word == "rule" ||
           word == "unread";
}

// A class of the stylesheet is the stylesheet's word: cls("panel").
inline bool is_class(const Source& source, const Literal& literal) {
    return before(source.code, literal.at) == "(" &&
           before(source.code, source.code.rfind('(', literal.at)) == "cls";
}

inline std::string product_word_in(const Literal& literal) {
    std::string found;
    if (literal.text == "post") return found;  // a form's method
    each_word(literal.text, [&](std::size_t, std::string_view word) {
        for (const std::string& part : parts_of(word)) {
            if (is_product_text(part) && word != "POST") found = word;
        }
    });
    return found;
}

// Comments may take their examples from the product, and tests stand on a site with all of it.
inline void product_words(const Source& source, Findings& findings) {
    if (!source.path.starts_with("platform/") || is_test(source.path)) return;
    if (source.path == "platform/crypto/phrase_words.cpp") return;  // a standard's list of words
    const auto refuse = [&](int line, std::string_view word) {
        findings.push_back({source.path, line, std::string(word) + " is a word of the product: " +
                                                   "let a feature hand it down"});
    };
    for (const auto& step : split(source.path, '/')) {
        if (is_product_name(step)) refuse(1, step);
    }
    each_word(source.code, [&](std::size_t at, std::string_view word) {
        if (is_product_name(word)) refuse(source.line_of(at), word);
    });
    for (const Literal& literal : source.literals) {
        const auto word = product_word_in(literal);
        if (!word.empty() && !is_class(source, literal)) refuse(source.line_of(literal.at), word);
    }
}

// ---- calls ----

struct Ban {
    std::string call;               // as the sentence says it
    std::vector<std::string> owner;  // files that may
    std::string instead;
    bool tests_may = false;  // they wait for real sockets, and are told by the environment where
};

inline const std::vector<Ban>& bans() {
    static const std::vector<Ban> all = {
        {"system_clock::now", {"platform/base/time.cpp"}, "take a base::Clock"},
        {"rand", {}, "crypto::random_token, or a seeded engine"},
        {"getenv", {"app/config.cpp"}, "be handed the value by app/config.cpp",
         true},
        {"detach", {}, "own the thread: std::jthread"},
        {"std::regex", {}, "read the text by hand"},
        {"new", {}, "std::make_unique"},
        {"delete", {}, "std::unique_ptr"},
        {"catch (...)", {}, "catch what you know; the request, the job and main catch the rest"},
        {"printf", {}, "fmt::print, or the log"},
        {"sleep", {}, "wait on a condition with a deadline", true}};
    return all;
}

// Which of the bans this word breaks, where it stands; "" if none.
inline std::string banned_at(std::string_view code, std::size_t at, std::string_view word) {
    const auto after = skip_blanks(code, at + word.size());
    const auto rest = code.substr(after);
    const auto earlier = before(code, at);
    const bool is_call = rest.starts_with('(');
    if (word == "system_clock" && rest.starts_with("::now")) return "system_clock::now";
    if ((word == "rand" || word == "srand") && is_call && earlier != ".") return "rand";
    if (word == "getenv" || word == "secure_getenv") return "getenv";
    if (word == "detach" && is_call && (earlier == "." || earlier == ">")) return "detach";
    if (word == "regex" && earlier == ":") return "std::regex";
    if (word == "new" && earlier != "operator") return "new";
    if (word == "delete" && earlier != "operator" && earlier != "=") return "delete";
    if (word == "catch" && is_call) {
        const auto inside = skip_blanks(rest, 1);
        if (rest.substr(inside).starts_with("...")) return "catch (...)";
    }
    if (word.ends_with("printf") && is_call) return "printf";
    static const std::set<std::string_view> sleeps = {"sleep",     "usleep",      "nanosleep",
                                                      "sleep_for", "sleep_until"};
    return sleeps.contains(word) && is_call ? "sleep" : "";
}

inline void banned_calls(const Source& source, Findings& findings) {
    const auto judge = [&](std::size_t at, const std::string& call) {
        const auto ban = std::ranges::find(bans(), call, &Ban::call);
        if (ban->tests_may && is_test(source.path)) return;
        if (std::ranges::find(ban->owner, source.path) != ban->owner.end()) return;
        findings.push_back({source.path, source.line_of(at),
                            call + " is not for this file: " + ban->instead});
    };
    each_word(source.code, [&](std::size_t at, std::string_view word) {
        const auto call = banned_at(source.code, at, word);
        if (!call.empty()) judge(at, call);
    });
    for (const Include& include : source.includes) {
        if (include.path == "regex") judge(0, "std::regex");
    }
}

// ---- engines ----

inline void asked_engines(const Source& source, Findings& findings) {
    if (source.path.starts_with("platform/sql/") || source.path.starts_with("platform/search/")) {
        return;
    }
    static const std::vector<std::string_view> questions = {
        "engine ==", "engine() ==", "engine !=", "engine() !=",
        "== sql::Engine::", "!= sql::Engine::", "== Engine::", "!= Engine::"};
    each_line(source.code, [&](int line, std::string_view text) {
        const auto is_in = [&](std::string_view words) { return text.find(words) != text.npos; };
        const bool is_switched = is_in("switch (") && is_in("engine");
        if (!is_switched && std::ranges::none_of(questions, is_in)) return;
        findings.push_back({source.path, line,
                            "asks which engine it is; that is for platform/sql and search"});
    });
}

inline std::vector<Rule> word_rules() {
    return {
        {.name = "NamesSaySomething",
         .check = in_each_file(empty_names),
         .accepts = {{{"platform/sql/database.h", "class Database; struct Information {};"}},
                     {{"platform/base/text.h", "namespace base { class Basement {}; int data; }"}},
                     {{"app/a.h", "template <class Data> class Metadata; enum class A { impl };"}}},
         .refuses = {{{"platform/base/string_util.h", ""}},
                     {{"platform/common/text.h", ""}},
                     {{"app/a.h", "class SessionManager;"}},
                     {{"app/a.h", "namespace forum::impl {}"}},
                     {{"app/a.cpp", "struct UserData { int a; };"}},
                     {{"app/a.cpp", "class PageBase {};"}}}},
        {.name = "ThePlatformKnowsNoWordOfTheProduct",
         .check = in_each_file(product_words),
         .accepts = {{{"platform/web/page.cpp",
                       "h::p(h::cls(\"panel area\"), h::attr(\"method\", \"post\"));"}},
                     {{"platform/web/site.h", "void handle_post(Reply reply); // of a topic\n"}},
                     {{"platform/http/loop.cpp", "page.with(\"Allow\", \"GET, HEAD, POST\");"}},
                     {{"platform/web/page_test.cpp", "ann.get(\"/forum\");"}},
                     {{"features/forum/forum.h", "struct Topic { std::string posts; };"}}},
         .refuses = {{{"platform/web/page.h", "enum class Section { main, networks, foot };"}},
                     {{"platform/web/page.cpp", "h::p(h::cls(\"lede\"), \"Your networks\");"}},
                     {{"platform/web/page.cpp", "item(\"/help/rule\", \"What this means\");"}},
                     {{"platform/html/markdown.h", "int post_number = 0;"}},
                     {{"platform/html/markdown.cpp", "html.append(\"Post \");"}},
                     {{"platform/mail/layout.cpp", "text += \"Read and reply\";"}},
                     {{"platform/kit/forum_part.h", ""}},
                     {{"platform/live/hub.h", "struct TopicHint {};"}}}},
        {.name = "CallsStayWithTheirOwners",
         .check = in_each_file(banned_calls),
         .accepts = {{{"platform/base/time.cpp", "auto a = std::chrono::system_clock::now();"}},
                     {{"app/config.cpp", "const char* home = std::getenv(\"HOME\");"}},
                     {{"app/a.h", "A(const A&) = delete; void* operator new(size_t); int newest;"}},
                     {{"app/a.cpp", "fmt::print(\"new {}\", 1); // never delete this\n"}},
                     {{"app/a.cpp", "try { a(); } catch (const Refused& refused) {}"}},
                     {{"platform/http/a_test.cpp", "std::this_thread::sleep_for(1ms);"}},
                     {{"app/a.cpp", "steady_clock::now(); int sleep = 3; random(); unregex();"}}},
         .refuses = {{{"app/a.cpp", "auto now = std::chrono::system_clock::now();"}},
                     {{"app/a.cpp", "const int dice = std::rand() % 6;"}},
                     {{"app/a.cpp", "srand (1);"}},
                     {{"platform/mail/smtp.cpp", "const char* home = getenv(\"HOME\");"}},
                     {{"app/a.cpp", "thread.detach();"}},
                     {{"app/a.cpp", "#include <regex>\n"}},
                     {{"app/a.cpp", "const std::regex words(\"a+\");"}},
                     {{"app/a.cpp", "auto* page = new Page(1);"}},
                     {{"app/a.cpp", "delete page;"}},
                     {{"app/a.cpp", "try { a(); } catch ( ... ) {}"}},
                     {{"app/a.cpp", "std::snprintf(out, 8, \"%d\", 1);"}},
                     {{"app/a.cpp", "std::this_thread::sleep_for(1s);"}}}},
        {.name = "NobodyAsksForTheEngine",
         .check = in_each_file(asked_engines),
         .accepts = {{{"platform/sql/check.cpp", "if (tx.engine() == Engine::sqlite) return;"}},
                     {{"platform/search/fts.cpp", "switch (tx.engine()) {}"}},
                     {{"app/a.cpp", "url.engine = Engine::sqlite; log(database.engine());"}}},
         .refuses = {{{"app/a.cpp", "if (engine == sql::Engine::sqlite) return;"}},
                     {{"features/forum/store.cpp", "if (tx.engine() != Engine::sqlite) return;"}},
                     {{"features/forum/store.cpp", "return kind == sql::Engine::sqlite;"}},
                     {{"features/forum/store.cpp", "switch (tx.engine()) {}"}}}},
    };
}

}  // namespace house
