#pragma once
// A source file as the rules of the house read it: its code without comments and without the
// insides of strings, its strings, its includes. Read with a ruler, not with a compiler.

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace house {

struct Literal {
    std::size_t at = 0;  // of its first quote
    std::string text;
    std::string suffix = {};  // "_h" of "<li>"_h
};

struct Include {
    int line = 0;
    std::string path;
    bool is_ours = false;  // in quotes
};

struct Source {
    std::string path;  // below src
    std::string text;
    std::string code;  // as long as the text, line for line
    std::vector<Literal> literals;
    std::vector<Include> includes;

    int line_of(std::size_t at) const {
        return 1 + static_cast<int>(std::count(text.begin(), text.begin() + at, '\n'));
    }
};

// ---- words ----

inline bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }
inline bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

inline std::size_t skip_blanks(std::string_view code, std::size_t at) {
    while (at < code.size() && is_blank(code[at])) ++at;
    return at;
}

inline std::string_view word_at(std::string_view code, std::size_t at) {
    std::size_t end = at;
    while (end < code.size() && is_word(code[end])) ++end;
    return code.substr(at, end - at);
}

// What stands before this place, blanks left out: a whole word or one character.
inline std::string_view before(std::string_view code, std::size_t at) {
    while (at > 0 && is_blank(code[at - 1])) --at;
    if (at == 0) return {};
    std::size_t begin = at - 1;
    if (!is_word(code[begin])) return code.substr(begin, 1);
    while (begin > 0 && is_word(code[begin - 1])) --begin;
    return code.substr(begin, at - begin);
}

template <class Each>
void each_word(std::string_view code, Each&& each) {
    for (std::size_t at = 0; at < code.size();) {
        if (!is_word(code[at])) {
            ++at;
            continue;
        }
        const auto word = word_at(code, at);
        each(at, word);
        at += word.size();
    }
}

template <class Each>
void each_line(std::string_view text, Each&& each) {
    for (int line = 1; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        each(line, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

inline std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = std::min(text.find(at), text.size());
        parts.emplace_back(text.substr(0, end));
        if (end == text.size()) return parts;
        text.remove_prefix(end + 1);
    }
}

// ---- paths ----

inline std::string folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == path.npos ? "" : std::string(path.substr(0, slash));
}

inline std::string file_of(std::string_view path) {
    return std::string(path.substr(path.rfind('/') + 1));
}

inline std::string stem_of(std::string_view path) {
    const auto file = file_of(path);
    return file.substr(0, file.find('.'));
}

inline bool is_code(std::string_view path) {
    return path.ends_with(".h") || path.ends_with(".cpp");
}

// Tests, what only tests are linked with, and fuzz targets: none of them is in the program.
inline bool is_test(std::string_view path) {
    const auto file = file_of(path);
    return is_code(path) && (stem_of(path).ends_with("_test") || file.starts_with("test_") ||
                             file.starts_with("fuzz_") || file == "sample.h");
}

// ---- reading ----

// Goes through a text once, and blanks out of the code what is not code.
class Reading {
public:
    explicit Reading(Source& source) : source_(source), text_(source.text) {
        source_.code = text_;
    }

    void read() {
        while (at_ < text_.size()) {
            if (starts("//")) blank_until("\n", 0);
            else if (starts("/*")) blank_until("*/", 2);
            else if (starts("#include") && is_first_on_line()) include();
            else if (text_[at_] == '"') string();
            else if (text_[at_] == '\'') character();
            else ++at_;
        }
    }

private:
    bool starts(std::string_view words) const { return text_.substr(at_).starts_with(words); }
    bool is_first_on_line() const { return at_ == 0 || text_[at_ - 1] == '\n'; }

    void blank(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (text_[i] != '\n') source_.code[i] = ' ';
        }
    }

    void blank_until(std::string_view end, std::size_t after) {
        const auto found = text_.find(end, at_ + 2);
        const auto stop = found == text_.npos ? text_.size() : found + after;
        blank(at_, stop);
        at_ = stop;
    }

    void include() {
        const auto end = std::min(text_.find('\n', at_), text_.size());
        const auto line = text_.substr(at_, end - at_);
        const auto begin = line.find_first_of("\"<");
        if (begin != line.npos) {
            const auto close = line.find_first_of("\">", begin + 1);
            source_.includes.push_back({source_.line_of(at_),
                                        std::string(line.substr(begin + 1, close - begin - 1)),
                                        line[begin] == '"'});
        }
        blank(at_, end);
        at_ = end;
    }

    void string() {
        const auto begin = at_;
        const bool is_raw = begin > 0 && text_[begin - 1] == 'R';
        is_raw ? raw_string() : plain_string();
        blank(begin + 1, at_ - 1);
    }

    void raw_string() {
        const auto begin = at_;
        const auto open = text_.find('(', begin);
        const auto mark = text_.substr(begin + 1, open - begin - 1);
        const std::string close = ")" + std::string(mark) + "\"";
        const auto end = std::min(text_.find(close, open), text_.size());
        source_.literals.push_back({begin, std::string(text_.substr(open + 1, end - open - 1))});
        at_ = std::min(end + close.size(), text_.size());
    }

    void plain_string() {
        Literal literal{at_, {}};
        for (++at_; at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\n'; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            literal.text += text_[at_];
        }
        at_ = std::min(at_ + 1, text_.size());
        while (at_ < text_.size() && is_word(text_[at_])) literal.suffix += text_[at_++];
        source_.literals.push_back(std::move(literal));
    }

    void character() {
        const bool separates_digits = at_ > 0 && is_word(text_[at_ - 1]) &&
                                      at_ + 1 < text_.size() && is_word(text_[at_ + 1]);
        if (separates_digits) {
            ++at_;
            return;
        }
        const auto begin = at_++;
        while (at_ < text_.size() && text_[at_] != '\'' && text_[at_] != '\n') {
            at_ += text_[at_] == '\\' ? 2 : 1;
        }
        at_ = std::min(at_ + 1, text_.size());
        blank(begin + 1, at_ - 1);
    }

    Source& source_;
    const std::string_view text_;
    std::size_t at_ = 0;
};

inline Source read_source(std::string path, std::string text) {
    Source source;
    source.path = std::move(path);
    source.text = std::move(text);
    if (is_code(source.path)) Reading(source).read();
    return source;
}

}  // namespace house
