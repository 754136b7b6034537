#pragma once
// How long a line, a file and a function may be, and how much a class may show.

#include "tests/house/rule.h"

namespace house {

inline constexpr int columns_max = 100;
inline constexpr int file_lines_max = 600;
inline constexpr int function_lines_max = 70;
inline constexpr int public_members_max = 25;

inline int columns(std::string_view line) {
    return static_cast<int>(
        std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }));  // UTF-8
}

inline Findings long_lines(const Tree& tree) {
    Findings findings;
    for (const auto& [path, source] : tree) {
        if (!is_code(path) && !path.ends_with(".sql")) continue;
        each_line(source.text, [&](int line, std::string_view text) {
            const int wide = columns(text);
            if (wide <= columns_max) return;
            findings.push_back({path, line, "is " + std::to_string(wide) + " columns wide"});
        });
    }
    return findings;
}

inline void long_file(const Source& source, Findings& findings) {
    const auto lines = std::ranges::count(source.text, '\n');
    if (lines <= file_lines_max) return;
    findings.push_back({source.path, 1, "has " + std::to_string(lines) + " lines"});
}

// Counts braces. A brace opens a function where only namespaces and types stand around it and
// parentheses stand before it.
class Braces {
public:
    explicit Braces(const Source& source) : source_(source), code_(source.code) {}

    Findings long_functions() {
        for (std::size_t at = 0; at < code_.size(); ++at) {
            const char c = code_[at];
            if (c == '#' && (at == 0 || code_[at - 1] == '\n')) skip_directive(at);
            else if (c == '{') open(at);
            else if (c == '}') close(at);
            else if (c == ';' && parentheses_ == 0) statement_ = at + 1;
            else if (c == '(') ++parentheses_;
            else if (c == ')') --parentheses_;
        }
        return std::move(findings_);
    }

private:
    enum class Kind { scope, function, other };
    struct Open {
        Kind kind;
        std::size_t begin;
        int parentheses;
    };

    void skip_directive(std::size_t& at) {
        while (at < code_.size() && (code_[at] != '\n' || code_[at - 1] == '\\')) ++at;
        if (open_.empty() || open_.back().kind == Kind::scope) statement_ = at;
    }

    void open(std::size_t at) {
        const bool is_outside = open_.empty() || open_.back().kind == Kind::scope;
        const Kind kind = is_outside ? kind_of(at) : Kind::other;
        const auto begin = skip_blanks(code_, statement_);
        open_.push_back({kind, begin, parentheses_});
        parentheses_ = 0;
        if (kind == Kind::scope) statement_ = at + 1;
    }

    Kind kind_of(std::size_t at) const {
        const auto statement = code_.substr(statement_, at - statement_);
        bool is_scope = false;
        bool is_operator = false;
        each_word(statement, [&](std::size_t, std::string_view word) {
            if (word == "operator") is_operator = true;
            for (const char* opens : {"namespace", "struct", "class", "union", "enum", "extern"}) {
                if (word == opens) is_scope = true;
            }
        });
        const auto last = before(code_, at);
        const bool has_call = statement.find('(') != statement.npos;
        const bool gives_value = last == "=" || last == "," || last == "(" || last == "return";
        if (has_call && (!gives_value || is_operator) && parentheses_ == 0) return Kind::function;
        return is_scope && !has_call ? Kind::scope : Kind::other;
    }

    void close(std::size_t at) {
        if (open_.empty()) return;
        const Open closed = open_.back();
        open_.pop_back();
        parentheses_ = closed.parentheses;
        if (closed.kind == Kind::function) measure(closed.begin, at);
        const bool is_outside = open_.empty() || open_.back().kind == Kind::scope;
        // After a member's initialiser in braces the same function goes on.
        const auto next = skip_blanks(code_, at + 1);
        const bool goes_on = next < code_.size() &&
                             (code_[next] == ',' || code_[next] == '{' || code_[next] == ';' ||
                              code_[next] == ')');
        if (is_outside && !goes_on) statement_ = at + 1;
    }

    void measure(std::size_t begin, std::size_t end) {
        const int first = source_.line_of(begin);
        const int lines = source_.line_of(end) - first + 1;
        if (lines <= function_lines_max) return;
        findings_.push_back(
            {source_.path, first, "a function of " + std::to_string(lines) + " lines"});
    }

    const Source& source_;
    const std::string_view code_;
    Findings findings_;
    std::vector<Open> open_;
    std::size_t statement_ = 0;
    int parentheses_ = 0;
};

inline void long_functions(const Source& source, Findings& findings) {
    for (auto& finding : Braces(source).long_functions()) findings.push_back(std::move(finding));
}

// ---- faces ----

// What a class shows: reads its body from the brace on, and counts what is declared there.
class Face {
public:
    Face(std::string_view code, std::size_t open) : code_(code), at_(open + 1) {}

    int public_members() {
        begin_ = at_;
        for (; at_ < code_.size() && code_[at_] != '}'; ++at_) {
            const char c = code_[at_];
            if (c == '(') at_ = end_of(at_, '(', ')');
            else if (c == '{') body();
            else if (c == ';') end_statement();
            else if (c == ':') label();
        }
        return count_;
    }

private:
    // Where what opens here closes.
    std::size_t end_of(std::size_t at, char open, char close) const {
        for (int depth = 0; at < code_.size(); ++at) {
            if (code_[at] == open) ++depth;
            if (code_[at] == close && --depth == 0) break;
        }
        return at;
    }

    // A function ends with its body; after a value in braces or a nested type more follows.
    void body() {
        at_ = end_of(at_, '{', '}');
        const auto next = skip_blanks(code_, at_ + 1);
        constexpr std::string_view goes_on = ";,{";
        if (next < code_.size() && goes_on.find(code_[next]) == goes_on.npos) end_statement();
    }

    void label() {
        const auto word = before(code_, at_);
        if (word != "public" && word != "protected" && word != "private") return;
        is_public_ = word == "public";
        begin_ = at_ + 1;
    }

    // "A a, b;" declares two. What is deleted or befriended is nothing that a reader could use.
    void end_statement() {
        const auto statement = code_.substr(begin_, at_ - begin_);
        begin_ = at_ + 1;
        const auto first = word_at(statement, skip_blanks(statement, 0));
        if (!is_public_ || first == "friend" || before(statement, statement.size()) == "delete") {
            return;
        }
        ++count_;
        if (statement.find_first_of("({") != statement.npos) return;
        int angles = 0;
        for (const char c : statement) {
            if (c == '<') ++angles;
            if (c == '>') --angles;
            if (c == ',' && angles == 0) ++count_;
        }
    }

    const std::string_view code_;
    std::size_t at_;
    std::size_t begin_ = 0;
    bool is_public_ = false;
    int count_ = 0;
};

// A struct is a value, and shows all that it holds.
inline void wide_faces(const Source& source, Findings& findings) {
    if (!source.path.ends_with(".h") || is_test(source.path)) return;
    const std::string_view code = source.code;
    each_word(code, [&](std::size_t at, std::string_view word) {
        const auto earlier = before(code, at);
        if (word != "class" || earlier == "<" || earlier == "," || earlier == "enum") return;
        const auto open = code.find_first_of("{;(=)", at);
        if (open == code.npos || code[open] != '{') return;
        const int shown = Face(code, open).public_members();
        if (shown <= public_members_max) return;
        const auto name = word_at(code, skip_blanks(code, at + word.size()));
        findings.push_back({source.path, source.line_of(at),
                            std::string(name) + " shows " + std::to_string(shown) + " members"});
    });
}

// ---- samples ----

inline std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

inline std::string function_of(std::string_view head, int lines) {
    return std::string(head) + " {\n" + repeated("    act();\n", lines - 2) + "}\n";
}

inline std::vector<Rule> length_rules() {
    const std::string class_of_many = "class A {\n    void a();\n" +
                                      repeated("    void b(int);\n", 90) + "};\n";
    const std::string face_of_25 =
        "    struct In {\n    int a, b;\n    };\n    std::map<int, int> m = {};\n    int a, b;\n" +
        repeated("    int f(int a, int b) { return a; }\n    void c();\n", 10) +
        "    enum { one, two };\n";
    const std::string table = "const int table[] = {\n" + repeated("    f(1),\n", 90) + "};\n";
    return {
        {.name = "LinesAreAtMostAHundredColumns",
         .check = long_lines,
         .accepts = {{{"demo/material_ai.cpp", std::string(100, 'x') + "\n"}},
                     {{"app/a.cpp", "// " + repeated("é", 97) + "\n"}},
                     {{"app/notes.txt", std::string(200, 'x')}}},
         .refuses = {{{"demo/material_ai.cpp", std::string(101, 'x') + "\n"}},
                     {{"app/a.h", "int a;\n// " + repeated("é", 98)}},
                     {{"features/a/migrations/0001_a.sqlite.sql", std::string(101, '-')}}}},
        {.name = "FilesAreAtMostSixHundredLines",
         .check = in_each_file(long_file),
         .accepts = {{{"app/a.cpp", repeated("int a;\n", 600)}}, {{"app/a.h", "int a;\n"}}},
         .refuses = {{{"app/a.cpp", repeated("int a;\n", 601)}},
                     {{"app/a.h", repeated("\n", 601)}}}},
        {.name = "FunctionsAreAtMostSeventyLines",
         .check = in_each_file(long_functions),
         .accepts = {{{"a/a.cpp", function_of("int f(int a)", 70) + function_of("int g()", 70)}},
                     {{"a/a.cpp", table}},
                     {{"a/a.h", class_of_many}},
                     {{"a/a.cpp",
                       "namespace a {\n" + repeated("int f() { return 1; }\n", 99) + "}"}}},
         .refuses = {{{"a/a.cpp", function_of("int f(int a)", 71)}},
                     {{"a/a.cpp", "namespace a {\n" + function_of("A::A(int b) : c{b}, d(b)", 71)}},
                     {{"a/a.h", "class A {\npublic:\n" + function_of("bool operator==(A b)", 71)}},
                     {{"a/a.cpp", function_of("const auto f = [](int a)", 71)}},
                     {{"a/a.cpp", function_of("struct A f(B b = {}, int c = 1) const", 71)}}}},
        {.name = "FacesShowAtMostTwentyFiveMembers",
         .check = in_each_file(wide_faces),
         .accepts = {{{"a/a.h", "class A {\n    A();\npublic:\n" + face_of_25 +
                                "private:\n    int c() { return 1; }\n};"}},
                     {{"a/a.h", "class A {\npublic:\n" + face_of_25 + "    friend class B;\n" +
                                "    A(const A&) = delete;\n};\nclass B { int b; };"}},
                     {{"a/a.h", "struct A {\n" + face_of_25 + "    int d;\n};"}}},
         .refuses = {{{"a/a.h", "class A : public B<int> {\npublic:\n" + face_of_25 +
                                "    int d() const { return 1; }\n};"}},
                     {{"a/a.h", "class A {\npublic:\n" + face_of_25 + "    B<int, int> d;\n};"}},
                     {{"a/a.h", "class A {\nprotected:\n    int d;\npublic:\n" + face_of_25 +
                                "    explicit A(int d) : d{d} {}\n};"}}}},
    };
}

}  // namespace house
