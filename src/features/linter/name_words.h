#pragma once
// What the words of a text are where names are looked for: on the roll, also a word of the
// language, joined to the one before. It does not say whether a word is somebody's name here.

#include "features/linter/document.h"

namespace linter {

class NameWords {
protected:
    explicit NameWords(const Document& document)
        : document_(document), people_(document.lexicon().people) {}

    const Token& token(std::size_t i) const { return document_.token(i); }
    bool is(std::size_t i, Trait trait) const { return document_.is(i, trait); }
    bool exists(std::size_t i) const {
        return i < document_.size() && document_.cover(i) == Cover::none;
    }
    bool is_name(std::size_t i) const {
        return exists(i) && (is(i, Trait::first_name) || is(i, Trait::family_name));
    }
    bool is_capital(std::size_t i) const { return exists(i) && token(i).is_capital(); }
    // Also something else than a name: then only what stands around it decides.
    bool is_plain(std::size_t i) const {
        return !is(i, Trait::ordinary) && !is(i, Trait::proper) && !is(i, Trait::season) &&
               !is(i, Trait::jargon) && !is(i, Trait::place) && !is(i, Trait::filler) &&
               !is(i, Trait::body) && !is(i, Trait::title);
    }
    bool is_initial(std::size_t i) const {
        return exists(i) && token(i).letters() == 1 && token(i).shape == Shape::upper;
    }
    bool is_dotted(std::size_t i) const { return document_.after(i) == '.'; }
    char initial(std::size_t i) const { return document_.letters(i)[0]; }
    // Nothing but space stands between, or the dot of an initial or a title.
    bool is_joined(std::size_t i) const {
        if (!exists(i) || i == 0) return false;
        if (document_.is_joined(i)) return true;
        const bool may_have_dot = is_initial(i - 1) || is(i - 1, Trait::title) ||
                                  (token(i - 1).letters() <= 2 &&
                                   token(i - 1).shape == Shape::upper);
        const bool is_list = token(i).follows(Gap::comma) || token(i).follows(Gap::colon);
        return may_have_dot && token(i).follows(Gap::stop) && !is_list &&
               !token(i).follows(Gap::paragraph) && token(i).begin - token(i - 1).end <= 3;
    }
    bool is_after_comma(std::size_t i) const {
        return exists(i) && token(i).follows(Gap::comma) && !token(i).follows(Gap::paragraph) &&
               !token(i).follows(Gap::stop) && token(i).begin - token(i - 1).end <= 2;
    }
    bool is_pair(std::size_t a, std::size_t b) const {
        const WordId one = token(a).word, other = token(b).word;
        return people_.is_pair(one, other) || people_.is_pair(other, one);
    }
    bool is_linked(std::size_t i) const {
        return document_.is_word(i, "and") || document_.is_word(i, "or");
    }
    bool is_last_of_line(std::size_t i) const {
        if (i + 1 >= document_.size()) return true;
        return token(i + 1).follows(Gap::paragraph) || token(i + 1).follows(Gap::line);
    }
    bool is_first_of_line(std::size_t i) const {
        return token(i).follows(Gap::paragraph) || token(i).follows(Gap::line) ||
               token(i).follows(Gap::bullet);
    }
    bool is_one_of(std::size_t i, std::string_view words) const {
        return document_.is_one_of(i, words);
    }

    const Document& document_;
    const People& people_;
};

}  // namespace linter
