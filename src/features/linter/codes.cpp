#include "features/linter/detectors.h"

#include <algorithm>

namespace linter {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_of(std::string_view letters) {
    return static_cast<std::size_t>(std::ranges::count_if(letters, is_digit));
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

// Whether one of the words stands among so many tokens before i, in its paragraph.
bool stands_before(const Document& document, std::size_t i, std::size_t within,
                   std::string_view words) {
    for (std::size_t back = 1; back <= within && back <= i; ++back) {
        if (document.token(i - back + 1).follows(Gap::paragraph)) return false;
        const std::string word = lower(document.letters(i - back));
        if (!word.empty() && words.find(" " + word + " ") != words.npos) return true;
    }
    return false;
}

// ---- organisation codes (ODS) ----

constexpr std::string_view other_codes =
    " icd snomed opcs read clinical diagnosis procedure error exit status discount access qr bar "
    "source dress morse zip postal post dial country http ctv loinc dmd atc drug ";

constexpr std::string_view makes = " model camera printer scanner version part monitor laptop ";

// What a code alone may stand behind, though it is also an acronym of the field.
constexpr std::string_view leading =
    " code codes site ods provider providers trust org orgs organisation commissioner ";

bool may_be_ods(std::string_view letters) {
    const auto size = letters.size();
    return (size == 3 || size == 5 || size == 6) &&
           std::ranges::all_of(letters, [](unsigned char c) { return std::isalnum(c); });
}

bool is_introduced(const Document& document, std::size_t i, bool has_digit) {
    if (stands_before(document, i, 5, other_codes)) return false;
    if (stands_before(document, i, 4, " ods ")) return true;
    return has_digit && stands_before(document, i, 3, " code codes orgcode ");
}

// "RA7 or RAS", "|RAS|": what is also an acronym of the field is a code beside other codes.
bool stands_among_codes(const Document& document, std::size_t i) {
    const auto& known = document.lexicon().organisations;
    const auto is_code = [&](std::size_t other) {
        return other < document.size() && document.token(other).is_capital() &&
               !document.is(other, Trait::jargon) && !document.is(other, Trait::ordinary) &&
               known.is_code(upper(document.letters(other)));
    };
    constexpr std::size_t near = 2;
    for (std::size_t step = 1; step <= near; ++step) {
        if ((i >= step && is_code(i - step)) || is_code(i + step)) return true;
    }
    return document.after(i) == '|' && document.token(i).begin > 0 &&
           document.plain().letters[document.token(i).begin - 1] == '|';
}

// A general practice: a letter and five digits, where a practice is spoken of.
bool is_practice_code(const Document& document, std::size_t i) {
    const auto letters = document.letters(i);
    return letters.size() == 6 && !is_digit(letters[0]) && digits_of(letters) == 5 &&
           (stands_before(document, i, 4, " practice practices surgery gp ods code "));
}

bool is_organisation_code(const Document& document, std::size_t i) {
    const Token& token = document.token(i);
    const std::string_view letters = document.letters(i);
    if (letters.size() < 3 || letters.size() > 6) return false;
    if (token.shape == Shape::number && !is_introduced(document, i, false)) return false;
    if (stands_before(document, i, 1, makes)) return false;
    const auto& known = document.lexicon().organisations;
    const std::string code = upper(letters);
    const bool is_known = known.is_code(code) ||
                          (code.size() == 5 && token.has_digit &&
                           known.is_code(code.substr(0, 3)) && is_digit(code[4])) ||
                          (code.size() == 5 && token.shape == Shape::upper &&
                           token.word == unknown_word && known.is_code(code.substr(0, 3)));
    if (token.has_digit && token.shape != Shape::number && is_known) {
        return !stands_before(document, i, 3, other_codes);
    }
    if (token.shape != Shape::upper) return false;
    if (is_practice_code(document, i)) return true;
    if (is_known && !document.is(i, Trait::jargon) && !document.is(i, Trait::ordinary)) return true;
    if (is_known && stands_among_codes(document, i)) return true;
    if (is_known && stands_before(document, i, 1, leading)) return true;
    return may_be_ods(letters) && is_introduced(document, i, token.has_digit);
}

// ---- registers and staff lists ----

// Two digits, a letter of the country, four digits and a letter (Nursing and Midwifery Council).
bool is_nmc_pin(std::string_view code) {
    return code.size() == 8 && digits_of(code) == 6 && is_digit(code[0]) && is_digit(code[1]) &&
           !is_digit(code[2]) && !is_digit(code[7]);
}

bool is_national_insurance(std::string_view code) {
    return code.size() == 9 && digits_of(code) == 6 && !is_digit(code[0]) && !is_digit(code[1]) &&
           (code[8] | 0x20) >= 'a' && (code[8] | 0x20) <= 'd';
}

// The check digit of an NHS number (NHS Data Dictionary), modulo 11.
bool is_nhs_number(std::string_view digits) {
    if (digits.size() != 10 || digits_of(digits) != 10) return false;
    int sum = 0;
    for (int i = 0; i < 9; ++i) sum += (10 - i) * (digits[static_cast<std::size_t>(i)] - '0');
    const int check = (11 - sum % 11) % 11;
    return check != 10 && check == digits[9] - '0';
}

// 943 476 5919
bool is_in_groups(const Document& document, std::size_t i) {
    if (i + 2 >= document.size() || !document.is_joined(i + 1) || !document.is_joined(i + 2))
        return false;
    return document.letters(i).size() == 3 && document.letters(i + 1).size() == 3 &&
           document.letters(i + 2).size() == 4;
}

constexpr std::string_view registers = " gmc gphc nmc hcpc gdc goc gosc ";
constexpr std::string_view lists =
    " staff employee payroll assignment esr smartcard badge personnel registration register "
    "licence "
    "license pin national insurance hospital mrn patient worker clinician prescriber uuid login "
    "professional ";
constexpr std::string_view numbering = " number no id pin num nr numbers code ref reference ";

bool is_registered(const Document& document, std::size_t i) {
    const Token& token = document.token(i);
    const std::string_view letters = document.letters(i);
    const std::size_t digits = digits_of(letters);
    if (digits < 4 || document.cover(i) != Cover::none) return false;
    if (is_nmc_pin(letters) || is_national_insurance(letters)) return true;
    const std::string word = lower(letters);
    const bool is_run_in = word.size() > 8 && digits == 7 &&
                           registers.find(" " + word.substr(0, word.size() - 7) + " ") !=
                               registers.npos;
    if (is_run_in) return true;
    if (digits >= 5 && digits <= 8 && stands_before(document, i, 6, registers)) return true;
    if (token.shape == Shape::number && is_nhs_number(letters)) return true;
    if (stands_before(document, i, 2, " smartcard payroll uuid esr gmc pin prescriber "))
        return true;
    return stands_before(document, i, 3, numbering) && stands_before(document, i, 5, lists);
}

// "1234567 (GMC)", "1234567 is my GMC number"
bool is_register_behind(const Document& document, std::size_t i) {
    constexpr std::size_t behind_max = 8;
    if (document.letters(i).size() != 7 || digits_of(document.letters(i)) != 7) return false;
    for (auto at = i + 1; at <= i + behind_max && at < document.size(); ++at) {
        if (document.token(at).follows(Gap::paragraph)) return false;
        if (document.token(at).shape != Shape::upper) continue;
        if (registers.find(" " + lower(document.letters(at)) + " ") != registers.npos) return true;
    }
    return false;
}

}  // namespace

void find_codes(Document& document) {
    constexpr std::string_view number = "A number in a register or a staff list is one person's.";
    for (std::size_t i = 0; i < document.size(); ++i) {
        const Token& token = document.token(i);
        if (document.cover(i) != Cover::none) continue;
        if (!token.has_digit && token.shape != Shape::upper) continue;
        if (is_organisation_code(document, i)) {
            document.add(Kind::code, Cover::code, i, i,
                         "The code " + upper(document.letters(i)) + " is one organisation's.");
        } else if (is_registered(document, i) || is_register_behind(document, i)) {
            document.add(Kind::code, Cover::code, i, i, std::string(number));
        } else if (token.shape == Shape::number && is_in_groups(document, i)) {
            std::string digits;
            for (const std::size_t part : {i, i + 1, i + 2}) digits += document.letters(part);
            if (is_nhs_number(digits) || stands_before(document, i, 3, " number no ")) {
                document.add(Kind::code, Cover::code, i, i + 2, "An NHS number is one person's.");
            }
        }
    }
}

}  // namespace linter
