#include "features/linter/detectors.h"

#include <algorithm>
#include <array>

namespace linter {

namespace {

constexpr std::size_t address_letters_max = 254;  // RFC 5321, 4.5.3.1
constexpr std::size_t labels_max = 12;            // words of an address that is spelled out

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_alnum(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_host_part(char c) {
    return is_alnum(c) || c == '-' || c == '.';
}
bool is_local_part(char c) {
    return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' || c == '\'';
}

// Endings of addresses that are met in texts about the NHS; not those that are English words.
bool is_top_domain(std::string_view label) {
    constexpr std::string_view all[] = {"uk",   "com", "org",   "net",    "gov",  "edu",  "io",
                                        "eu",   "co",  "scot",  "wales",  "info", "int",  "ac",
                                        "app",  "dev", "cymru", "london", "ie",   "biz",  "health",
                                        "tv",   "ai",  "cloud", "online", "tech", "site", "blog",
                                        "page", "me",  "ly",    "social"};
    const std::string small = lower(label);
    return std::ranges::find(all, small) != std::end(all);
}

// Further endings, which count where what stands before the dot is no word, as "fine.thanks" is.
bool is_rare_top_domain(std::string_view label) {
    constexpr std::string_view all =
        " me ai co example test academy agency care center centre clinic club coach community "
        "company consulting contact design digital doctor email energy events expert foundation "
        "fund global group guide help hospital institute international life link live ltd media "
        "network news ngo one ong ooo partners photos pictures press pro review science services "
        "software solutions space store studio support systems team technology today tools "
        "training university video website wiki work works world xyz zone us ca au nz de fr es nl "
        "se no dk fi pl pt ch at be gg im je cc fm to gl nu so sh is ";
    return all.find(" " + lower(label) + " ") != all.npos;
}

// The name of a framework, not a host.
bool is_framework(std::string_view host) {
    constexpr std::string_view all[] = {"asp.net",   "vb.net", "ado.net", "ml.net", "node.io",
                                        "socket.io", "co.uk",  "org.uk",  "gov.uk"};
    return std::ranges::find(all, host) != std::end(all);
}

std::string_view last_label(std::string_view host) {
    const auto dot = host.rfind('.');
    return dot == host.npos ? std::string_view() : host.substr(dot + 1);
}

// ---- what is written with its marks ----

class Marks {
public:
    explicit Marks(Document& document) : document_(document), text_(document.plain().letters) {}

    void find() {
        for (at_ = 0; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '@')
                at_sign();
            else if (c == ':')
                scheme();
            else if (c == '.')
                dot();
        }
    }

private:
    char letter(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

    std::size_t back(std::size_t at, bool (*belongs)(char)) const {
        const std::size_t least = at > address_letters_max ? at - address_letters_max : 0;
        while (at > std::max(least, done_) && belongs(text_[at - 1])) --at;
        return at;
    }
    std::size_t on(std::size_t at, bool (*belongs)(char)) const {
        const std::size_t most = std::min(text_.size(), at + address_letters_max);
        while (at < most && belongs(text_[at])) ++at;
        return at;
    }

    void found(Kind kind, std::size_t begin, std::size_t end, std::string reason) {
        if (document_.is_covered(end - 1)) {  // spelled out in part, and found so
            done_ = end;
            at_ = end - 1;
            return;
        }
        document_.add_letters(kind, Cover::address, begin, end, std::move(reason));
        done_ = end;
        at_ = end - 1;
    }

    void at_sign() {
        std::size_t begin = back(at_, is_local_part);
        while (begin < at_ && !is_alnum(text_[begin]) && text_[begin] != '_') ++begin;
        std::size_t end = on(at_ + 1, is_host_part);
        while (end > at_ + 1 && !is_alnum(text_[end - 1])) --end;
        const std::string_view host(text_.data() + at_ + 1, end - at_ - 1);
        if (begin < at_ && is_alnum(text_[at_ - 1]) && host.find('.') != host.npos) {
            return found(Kind::contact, begin, end, "An e-mail address leads to its owner.");
        }
        if (begin < at_) return;
        handle();
    }

    void handle() {
        const auto belongs = [](char c) { return is_alnum(c) || c == '_' || c == '-' || c == '.'; };
        std::size_t end = on(at_ + 1, belongs);
        while (end > at_ + 1 && !is_alnum(text_[end - 1]) && text_[end - 1] != '_') --end;
        const std::string_view name(text_.data() + at_ + 1, end - at_ - 1);
        constexpr std::string_view everybody[] = {"here",  "all",    "everyone", "channel", "team",
                                                  "media", "import", "param",    "home",    "work"};
        if (name.size() < 2 || is_digit(name[0])) return;
        if (std::ranges::find(everybody, lower(name)) != std::end(everybody)) return;
        found(Kind::handle, at_, end, "A handle names an account and whoever writes with it.");
    }

    static bool is_path_part(char c) {
        constexpr std::string_view ends = "<>\"[]{}|\\^`";
        return c > ' ' && ends.find(c) == ends.npos;
    }

    std::size_t path_end(std::size_t at) const {
        while (at < text_.size() && is_path_part(text_[at])) ++at;
        constexpr std::string_view closing = ".,;:!?'\")*_\x02";
        while (closing.find(text_[at - 1]) != closing.npos) --at;
        return at;
    }

    void scheme() {
        if (letter(at_ + 1) != '/' || letter(at_ + 2) != '/') return;
        const std::size_t begin = back(at_, is_alnum);
        const std::size_t end = path_end(on(at_ + 3, is_host_part));
        if (begin == at_ || end <= at_ + 3) return;
        found(Kind::url, begin, end, "A link can lead back to a person or an organisation.");
    }

    void dot() {
        if (at_ < done_ || !is_alnum(letter(at_ + 1)) || at_ == 0 || !is_alnum(text_[at_ - 1]))
            return;
        std::size_t begin = back(at_, is_host_part);
        while (begin < at_ && !is_alnum(text_[begin])) ++begin;
        std::size_t end = on(at_, is_host_part);
        while (end > begin && !is_alnum(text_[end - 1])) --end;
        const std::string_view host(text_.data() + begin, end - begin);
        const std::string_view top = last_label(host);
        const bool is_cased = std::ranges::any_of(top, [](char c) { return c < 'a'; }) &&
                              std::ranges::any_of(top, [](char c) { return c >= 'a'; });
        const bool has_path = letter(end) == '/' && is_alnum(letter(end + 1));
        const bool is_web = lower_host(host).starts_with("www.") && top.size() > 1 &&
                            std::ranges::none_of(top, is_digit);
        const bool is_top = is_web || (is_rare_top_domain(top) ? has_path || is_no_word(host)
                                                               : is_top_domain(top));
        const bool has_letters = std::ranges::any_of(
            host.substr(0, host.size() - std::min(host.size(), top.size() + 1)),
            [](char c) { return !is_digit(c) && is_alnum(c); });
        if (!is_top || is_cased || !has_letters || is_framework(lower_host(host))) {
            at_ = std::max(at_, end > 0 ? end - 1 : 0);
            done_ = std::max(done_, begin);
            return;
        }
        if (has_path || letter(end) == '?' || letter(end) == '#') end = path_end(end + 1);
        found(Kind::url, begin, end, "An address on the web can lead back to its owner.");
    }

    // "irisfielding.me", "a-b.care"; not "tell.me" nor "St.Helens".
    bool is_no_word(std::string_view host) const {
        constexpr std::size_t letters_min = 4;
        const std::string_view front = host.substr(0, host.rfind('.'));
        const std::string_view label = front.substr(front.rfind('.') + 1);
        const bool has_capitals = std::ranges::any_of(host,
                                                      [](char c) { return c >= 'A' && c <= 'Z'; });
        if (label.size() < letters_min || has_capitals) return false;
        const bool is_compound = label.find('-') != label.npos || front.size() > label.size();
        return is_compound || !document_.words().is(document_.words().find(label), Trait::ordinary);
    }

    static std::string lower_host(std::string_view host) {
        std::string out(host);
        for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return out;
    }

    Document& document_;
    const std::string& text_;
    std::size_t at_ = 0;
    std::size_t done_ = 0;  // before it, all is decided
};

// ---- what is said in words ----

class Spoken {
public:
    explicit Spoken(Document& document) : document_(document) {}

    void find() {
        for (std::size_t i = 1; i + 1 < document_.size(); ++i) {
            if (document_.cover(i) == Cover::address) continue;
            if (document_.is_word(i, "at"))
                mail(i);
            else if (document_.is_word(i, "dot"))
                host(i - 1);
            else if (is_bracketed_dot(i))
                host(i - 1);
        }
    }

private:
    std::string_view between(std::size_t i) const {  // before token i
        const auto& plain = document_.plain().letters;
        const auto begin = document_.token(i - 1).end;
        return std::string_view(plain).substr(begin, document_.token(i).begin - begin);
    }

    bool is_bracketed_dot(std::size_t i) const {
        const auto gap = between(i);
        return gap == "[.]" || gap == "(.)" || gap == " [.] " || gap == "{.}";
    }

    static bool is_near(std::string_view gap) {
        constexpr std::size_t wide = 4;
        return gap.size() <= wide && gap.find('\n') == gap.npos && gap.find(',') == gap.npos;
    }

    // From a label to the last that dots join to it.
    std::size_t host_end(std::size_t i) const {
        const std::size_t most = i + labels_max;
        while (i + 1 < document_.size() && i < most) {
            const bool is_said = document_.is_word(i + 1, "dot") && i + 2 < document_.size() &&
                                 is_near(between(i + 1)) && is_near(between(i + 2));
            if (is_said)
                i += 2;
            else if (between(i + 1) == "." || is_bracketed_dot(i + 1))
                i += 1;
            else
                break;
        }
        return i;
    }

    void mail(std::size_t i) {
        if (!is_near(between(i)) || !is_near(between(i + 1))) return;
        const std::size_t end = host_end(i + 1);
        if (end == i + 1 || !is_top_domain(document_.letters(end))) return;
        const bool is_plain = between(i) == " " && between(i + 1) == " " && between(end) == ".";
        if (is_plain && document_.is(i - 1, Trait::ordinary)) return;  // "look at nhs.uk"
        std::size_t begin = i - 1;
        while (begin >= 2 && i - begin < labels_max && document_.is_word(begin - 1, "dot") &&
               is_near(between(begin)))
            begin -= 2;
        while (begin >= 1 && begin < i && i - begin < labels_max &&
               (between(begin) == "." || between(begin) == "_" || between(begin) == "-")) {
            --begin;
        }
        document_.add(Kind::contact, Cover::address, begin, end,
                      "An e-mail address, spelled out, leads to its owner.");
    }

    void host(std::size_t first) {
        if (document_.cover(first) == Cover::address) return;
        const std::size_t end = host_end(first);
        if (end == first || !is_top_domain(document_.letters(end))) return;
        if (document_.is(first, Trait::determiner)) return;  // the dot net framework
        document_.add(Kind::url, Cover::address, first, end,
                      "An address on the web, spelled out, can lead back to its owner.");
    }

    Document& document_;
};

// ---- telephones ----

struct Number {
    std::size_t begin = 0, end = 0;
    std::string digits;
    std::vector<std::size_t> groups;  // how many digits in each
    std::vector<std::size_t> ends;    // where each ends
    bool has_plus = false;
};

// Groups of digits with single spaces, dots, hyphens or brackets between them.
Number number_at(std::string_view text, std::size_t at) {
    constexpr std::size_t digits_max = 20;
    Number number{.begin = at};
    const auto letter = [&](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
    number.has_plus = letter(at) == '+';
    if (number.has_plus) ++at;
    while (at < text.size() && number.digits.size() < digits_max) {
        std::size_t marks = 0;
        while (marks < 3 &&
               std::string_view(" ().-").find(letter(at + marks)) != std::string_view::npos) {
            ++marks;
        }
        if (!is_digit(letter(at + marks))) break;
        at += marks;
        std::size_t count = 0;
        for (; is_digit(letter(at)); ++at, ++count) {
            if (number.digits.size() < digits_max + 1) number.digits += text[at];
        }
        number.groups.push_back(count);
        number.ends.push_back(at);
    }
    number.end = at;
    return number;
}

// Takes the last groups away until so many digits or fewer are left.
void shorten(Number& number, std::size_t digits_max) {
    while (number.groups.size() > 1 && number.digits.size() > digits_max) {
        number.digits.resize(number.digits.size() -
                             std::min(number.digits.size(), number.groups.back()));
        number.groups.pop_back();
        number.ends.pop_back();
        number.end = number.ends.back();
    }
}

bool is_date(const Number& number) {
    return number.groups.size() >= 3 && number.groups[0] <= 2 && number.groups[1] <= 2 &&
           number.groups[2] == 4;
}

// The plan of numbers of the United Kingdom (Ofcom), and E.164 for the others.
bool is_telephone(Number& number) {
    if (number.digits.empty() || is_date(number)) return false;
    if (number.has_plus || number.digits.starts_with("00")) {
        shorten(number, number.has_plus ? 13 : 15);
        return number.digits.size() >= 9 && number.digits.size() <= 15;
    }
    if (number.digits[0] != '0' || number.groups[0] < 3) return false;
    shorten(number, 11);
    return number.digits.size() >= 10 && number.digits.size() <= 11;
}

void find_telephones(Document& document) {
    const std::string_view text = document.plain().letters;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool may_begin = text[at] == '0' || text[at] == '+' ||
                               (text[at] == '(' && at + 1 < text.size() &&
                                (text[at + 1] == '0' || text[at + 1] == '+'));
        if (!may_begin || (at > 0 && (is_alnum(text[at - 1]) || text[at - 1] == '.'))) continue;
        const std::size_t begin = text[at] == '(' ? at + 1 : at;
        Number number = number_at(text, begin);
        if (is_telephone(number) && (number.end == text.size() || !is_alnum(text[number.end]))) {
            document.add_letters(Kind::contact, Cover::address, begin, number.end,
                                 "A telephone number leads to whoever answers it.");
        }
        at = std::max(at, number.end > 0 ? number.end - 1 : 0);
    }
}

// ---- numbers that a word introduces ----

struct Introduction {
    std::string_view words;
    std::size_t digits_min, digits_max;
};
constexpr Introduction introductions[] = {
    {" x ext extn extension extensions bleep bleeps beep pager dect ", 3, 7},
    {" tel telephone phone mobile mob call ring dial fax landline switchboard whatsapp ", 5, 15}};

bool stands_in(std::string_view list, std::string_view word) {
    return !word.empty() && list.find(" " + std::string(word) + " ") != list.npos;
}

// "call: 2026-11-03"
bool is_day(const Document& document, std::size_t i) {
    const auto year = document.letters(i);
    const bool is_year = year.size() == 4 && (year.starts_with("19") || year.starts_with("20"));
    return is_year && i + 1 < document.size() && document.token(i + 1).follows(Gap::hyphen);
}

// "ext. 4432", "bleep me on 1234", "tel: 243 3144".
void introduced(Document& document, std::size_t i, const Introduction& introduction) {
    constexpr std::size_t between_max = 3;
    if (document.is_word(i, "x") && i > 0 && document.token(i - 1).has_digit) return;  // 10 x 500
    constexpr std::string_view linking = " number no num is on me at us us the to her his or my ";
    std::size_t first = i + 1;
    while (first < document.size() && first <= i + between_max &&
           stands_in(linking, lower(document.letters(first)))) {
        ++first;
    }
    if (first >= document.size() || document.token(first).follows(Gap::paragraph)) return;
    std::size_t digits = 0, last = first;
    for (; last < document.size() && document.token(last).shape == Shape::number; ++last) {
        if (last > first && !document.is_joined(last)) break;
        digits += document.token(last).letters();
    }
    if (digits < introduction.digits_min || digits > introduction.digits_max) return;
    if (is_day(document, first) || document.cover(first) != Cover::none) return;
    document.add(Kind::contact, Cover::address, i, last - 1,
                 "A number that rings leads to whoever answers it.");
}

bool is_short_extension(std::string_view letters) {  // x4432
    return letters.size() >= 4 && letters.size() <= 6 && (letters[0] | 0x20) == 'x' &&
           std::ranges::all_of(letters.substr(1), is_digit);
}

// ---- postcodes ----

bool is_postal_area(std::string_view area) {
    constexpr std::string_view all =
        " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
        "DY "
        "E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD "
        "LE "
        "LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK "
        "SL "
        "SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";
    return stands_in(all, area);
}

// BS 7666: one or two letters, a digit, perhaps a digit or a letter.
bool is_outward(std::string_view code) {
    std::size_t letters = 0;
    while (letters < code.size() && !is_digit(code[letters])) ++letters;
    const auto rest = code.substr(letters);
    if (letters == 0 || letters > 2 || rest.empty() || rest.size() > 2 || !is_digit(rest[0]))
        return false;
    return is_postal_area(code.substr(0, letters));
}

bool is_inward(std::string_view code) {
    constexpr std::string_view never = "CIKMOV";
    return code.size() == 3 && is_digit(code[0]) && !is_digit(code[1]) && !is_digit(code[2]) &&
           never.find(code[1]) == never.npos && never.find(code[2]) == never.npos;
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

void postcode(Document& document, std::size_t i) {
    const std::string code = upper(document.letters(i));
    constexpr std::string_view reason = "A postcode places an organisation or a person.";
    const bool is_one = code.size() >= 5 && code.size() <= 7 &&
                        document.token(i).shape == Shape::upper &&
                        is_inward(std::string_view(code).substr(code.size() - 3)) &&
                        is_outward(std::string_view(code).substr(0, code.size() - 3));
    if (is_one) return document.add(Kind::contact, Cover::address, i, i, std::string(reason));
    if (code.size() > 4 || i + 1 >= document.size() || !document.is_joined(i + 1)) return;
    if (!is_outward(code) || !is_inward(upper(document.letters(i + 1)))) return;
    document.add(Kind::contact, Cover::address, i, i + 1, std::string(reason));
}

// ---- accounts ----

constexpr std::string_view platforms =
    " github gitlab twitter linkedin mastodon bluesky bsky instagram slack discord skype telegram "
    "facebook orcid threads tiktok youtube reddit signal futurenhs x ";

bool looks_like_account(const Document& document, std::size_t i) {
    if (i >= document.size() || document.letters(i).size() < 3) return false;
    if (document.is(i, Trait::ordinary) || document.is(i, Trait::jargon) ||
        document.is(i, Trait::deed) || document.is(i, Trait::auxiliary) ||
        document.is(i, Trait::pronoun) || document.is(i, Trait::determiner) ||
        document.is(i, Trait::preposition))
        return false;
    return document.token(i).shape != Shape::number;
}

// Runs on over what - and _ join: hope-price_ed.
std::size_t account_end(const Document& document, std::size_t i) {
    const auto& plain = document.plain().letters;
    const std::size_t most = i + labels_max;
    while (i < most && i + 1 < document.size() &&
           document.token(i + 1).begin == document.token(i).end + 1) {
        const char joint = plain[document.token(i).end];
        if (joint != '-' && joint != '_' && joint != '.') break;
        ++i;
    }
    return i;
}

// "GitHub handle: hprice", "on Twitter as hope_p", "my Slack name is hopep".
void account(Document& document, std::size_t i) {
    constexpr std::size_t between_max = 4;
    constexpr std::string_view naming =
        " handle username user account name profile id nick as nickname ";
    constexpr std::string_view linking = " is was the under called my her his their at login ";
    bool is_named = false;
    std::size_t at = i + 1;
    for (; at < document.size() && at <= i + between_max; ++at) {
        is_named |= document.token(at).follows(Gap::colon);
        const std::string word = lower(document.letters(at));
        if (stands_in(naming, word) || word == "is")
            is_named = true;
        else if (!stands_in(linking, word))
            break;
    }
    if (!is_named || at >= document.size() || document.token(at).follows(Gap::paragraph)) return;
    const std::size_t end = account_end(document, at);
    const bool is_joined = end > at;
    if (!is_joined && !looks_like_account(document, at)) return;
    if (document.cover(at) != Cover::none || document.token(at).follows(Gap::stop)) return;
    document.add(Kind::handle, Cover::address, at, end,
                 "A name of an account leads to whoever writes with it.");
}

// "hprice on GitHub".
void account_before(Document& document, std::size_t i) {
    if (i < 2 || !document.is_word(i - 1, "on")) return;
    std::size_t begin = i - 2;
    const auto& plain = document.plain().letters;
    while (begin > 0 && i - begin < labels_max &&
           document.token(begin).begin == document.token(begin - 1).end + 1) {
        const char joint = plain[document.token(begin - 1).end];
        if (joint != '-' && joint != '_') break;
        --begin;
    }
    const bool is_account = begin < i - 2 || (document.token(i - 2).has_digit &&
                                              document.token(i - 2).shape != Shape::number);
    if (!is_account || document.cover(begin) != Cover::none) return;
    document.add(Kind::handle, Cover::address, begin, i - 2,
                 "A name of an account leads to whoever writes with it.");
}

}  // namespace

void find_addresses(Document& document) {
    Spoken(document).find();
    Marks(document).find();
    find_telephones(document);
    for (std::size_t i = 0; i < document.size(); ++i) {
        if (document.cover(i) != Cover::none) continue;
        const Token& token = document.token(i);
        const std::string_view letters = document.letters(i);
        if (token.has_digit) {
            if (is_short_extension(letters)) {
                document.add(Kind::contact, Cover::address, i, i,
                             "An extension leads to whoever answers it.");
            } else if (letters.size() <= 7) {
                postcode(document, i);
            }
            continue;
        }
        if (!document.is(i, Trait::lead)) continue;
        const std::string word = lower(letters);
        for (const Introduction& introduction : introductions) {
            if (stands_in(introduction.words, word)) introduced(document, i, introduction);
        }
        const bool is_platform = stands_in(platforms, word);
        if (is_platform || word == "username" || word == "handle") account(document, i);
        if (is_platform) account_before(document, i);
    }
}

}  // namespace linter
