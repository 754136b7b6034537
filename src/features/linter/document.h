#pragma once
// One text while it is read: its words, and which of them already belong to a finding.

#include "features/linter/lexicon.h"
#include "features/linter/tokens.h"

namespace linter {

enum class Cover : std::uint8_t { none, address, code, organisation, person };

class Document {
public:
    Document(std::string_view text, const Lexicon& lexicon);

    const Lexicon& lexicon() const { return lexicon_; }
    const Words& words() const { return lexicon_.words; }
    const PlainText& plain() const { return plain_; }
    const std::vector<Token>& tokens() const { return tokens_; }
    std::size_t size() const { return tokens_.size(); }
    const Token& token(std::size_t i) const { return tokens_[i]; }

    bool is(std::size_t i, Trait trait) const {
        return i < tokens_.size() && words().is(tokens_[i].word, trait);
    }
    std::string_view letters(std::size_t i) const;  // of a token, as they are written
    char after(std::size_t i) const;                // the letter behind a token; \0 at the end
    bool is_joined(std::size_t i) const;  // to the token before, by space or a line break at most
    bool has_and(std::size_t i) const;    // an & before it
    WordId and_word() const { return words().find("and"); }
    bool is_word(std::size_t i, std::string_view word) const;  // in small letters

    bool is_one_of(std::size_t i, std::string_view words) const;  // " a b ": spaces around each

    // Six words or more in capitals: their case says nothing.
    bool is_shouted(std::size_t i) const;

    Cover cover(std::size_t i) const { return covers_[i]; }
    bool is_covered(std::size_t letter) const;  // of the plain text
    // Tokens [first, last] become one finding.
    void add(Kind kind, Cover cover, std::size_t first, std::size_t last, std::string reason);
    // Letters [begin, end) of the plain text do, and the tokens in them are covered.
    void add_letters(Kind kind, Cover cover, std::size_t begin, std::size_t end,
                     std::string reason);
    void add_combination(std::size_t first, std::size_t last, std::string reason, int k);

    std::vector<Finding> take();  // of one kind, the longest of those that overlap; in order

private:
    Finding finding(Kind kind, std::size_t begin, std::size_t end, std::string reason) const;

    std::string_view text_;
    const Lexicon& lexicon_;
    PlainText plain_;
    std::vector<Token> tokens_;
    std::vector<Cover> covers_;
    std::vector<Finding> findings_;
};

}  // namespace linter
