#pragma once
// Whether a name that stands alone is somebody: by what the word can be besides, and by what stands
// around it. It does not find names of several words.

#include "features/linter/name_words.h"

namespace linter {

class LoneNames : protected NameWords {
public:
    explicit LoneNames(const Document& document) : NameWords(document) {}

    bool is_task(std::size_t i) const;
    bool is_deed(std::size_t i) const;
    bool is_speaker(std::size_t i) const;
    bool stands_alone(std::size_t i) const;
    bool is_shortened(std::size_t i) const;
    bool is_in_small_letters(std::size_t i) const;

private:
    bool is_day(std::size_t i) const;
    bool is_rather_short(std::size_t i) const;
    bool is_somebodys(std::size_t i) const;
    bool is_called_after(std::size_t i) const;
    bool is_reported(std::size_t i) const;
    bool is_where(std::size_t i) const;
    bool is_placed(std::size_t i) const;
    bool has_strong_sign(std::size_t i) const;
    bool is_articled(std::size_t i) const;
    bool may_be_somebody(std::size_t i) const;
    bool is_subject(std::size_t i) const;
    bool is_thing(std::size_t i) const;
    bool is_refusing(std::size_t i) const;
    bool is_off(std::size_t i) const;
    bool is_addressed(std::size_t i) const;
    bool is_called_upon(std::size_t i) const;
    bool is_dated(std::size_t i) const;
    bool is_in_charge(std::size_t i) const;
    bool is_rather_name(std::size_t i) const;
    bool is_seldom_word(std::size_t i) const;
    bool goes_on_as_sentence(std::size_t i) const;
    bool is_part_of(std::size_t i) const;
    bool is_assigned(std::size_t i) const;
    bool is_asked_to(std::size_t i) const;
    bool is_sender(std::size_t i) const;
    bool is_greeted(std::size_t i) const;
    bool is_signed(std::size_t i) const;
    bool is_described(std::size_t i) const;
    bool is_in_company(std::size_t i) const;
    bool is_listed(std::size_t i) const;
    bool is_determined(std::size_t i) const;
    bool is_capital_word(std::size_t i) const;
    bool stands_out(std::size_t i) const;
};

}  // namespace linter
