#include "features/linter/letters.h"

#include "platform/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

namespace linter {

namespace {

constexpr char32_t broken = 0xFFFD;

struct Range {
    char32_t first, last;
};

bool is_in(std::initializer_list<Range> ranges, char32_t point) {
    return std::ranges::any_of(
        ranges, [&](Range range) { return point >= range.first && point <= range.last; });
}

// Letters of other scripts, and what they are taken for. After Unicode Technical Standard 39,
// "confusables", of which these are the ones that keyboards and fonts offer.
struct LookAlikes {
    std::u32string_view others;
    std::string_view latin;
};
constexpr LookAlikes look_alikes[] = {
    // Cyrillic
    {U"АВЕЅІЈКМНОРСТУХЗЬҮҺԌԚԜӀ", "ABESIJKMHOPCTYX3bYhGQWI"},
    {U"авеѕіјкмнорстухгьүһԛԝӏɡԁп", "abesijkmhopctyxrbyhqwlgdn"},
    {U"ЁЇёїйиԍ", "EIeiuug"},
    // Greek
    {U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC"},
    {U"αβγεηικνορτυχωϲϳ", "abyeniKvoptuxwcj"},
    {U"άέήίόύώΆΈΉΊΌΎ", "aeniouwAEHIOY"},
    // Armenian, Cherokee, phonetic and small capitals
    {U"օոսհցզԼՏՍ", "onuhgqLSU"},
    {U"ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ", "ABCDEHJKLMPRSTVWZ"},
    {U"ıȷɑɩɪʀʏʙɢʜʟɴᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢ", "ijaiirybghlnacdejkmoptuvwz"},
};

std::unordered_map<char32_t, char> look_alike_table() {
    std::unordered_map<char32_t, char> table;
    for (const LookAlikes& row : look_alikes) {
        const auto count = std::min(row.others.size(), row.latin.size());
        for (std::size_t i = 0; i < count; ++i) table[row.others[i]] = row.latin[i];
    }
    return table;
}

char find_look_alike(char32_t point) {
    static const auto table = look_alike_table();
    const auto found = table.find(point);
    return found == table.end() ? '\0' : found->second;
}

std::string utf8(char32_t point) {
    std::string out;
    const auto tail = [&](int shift) {
        out += static_cast<char>(0x80 | ((point >> shift) & 0x3F));
    };
    if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
    } else {
        out += static_cast<char>(0xE0 | (point >> 12));
        tail(6);
    }
    tail(0);
    return out;
}

// Whether a letter of the Latin blocks is a capital, near enough: they come in pairs.
bool is_capital(char32_t point) {
    if (point <= 0xFF) return point <= 0xDE;
    if (point >= 0x139 && point <= 0x148) return point % 2 == 1;
    if (point == 0x178 || point == 0x179 || point == 0x17B || point == 0x17D) return true;
    return point % 2 == 0;
}

constexpr Range latin_blocks[] = {{0xC0, 0x24F}, {0x1E00, 0x1EFF}};

std::string latin_letter(char32_t point) {
    std::string plain = base::fold(utf8(point));
    std::erase_if(plain, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (plain.empty()) return std::string(1, other_letter);
    if (is_capital(point)) {
        plain[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(plain[0])));
    }
    return plain;
}

std::string_view latin_plain(char32_t point) {
    static const auto table = [] {
        std::vector<std::string> letters;
        for (const Range block : latin_blocks) {
            for (auto at = block.first; at <= block.last; ++at) letters.push_back(latin_letter(at));
        }
        return letters;
    }();
    constexpr auto first_size = latin_blocks[0].last - latin_blocks[0].first + 1;
    if (point <= latin_blocks[0].last) return table[point - latin_blocks[0].first];
    return table[first_size + point - latin_blocks[1].first];
}

// All ASCII characters one after the other, to be pointed into.
std::string_view ascii(char32_t point) {
    static const auto table = [] {
        std::array<char, 128> all{};
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<char>(i);
        return all;
    }();
    return {table.data() + (point & 0x7F), 1};
}

// Wide, bold, circled and squared forms of ASCII letters and digits; 0 for others.
char32_t styled(char32_t point) {
    const auto letter = [](char32_t index) { return index < 26 ? 'A' + index : 'a' + index - 26; };
    if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFEE0;
    if (point >= 0x1D400 && point <= 0x1D6A3) return letter((point - 0x1D400) % 52);
    if (point >= 0x1D7CE && point <= 0x1D7FF) return '0' + (point - 0x1D7CE) % 10;
    if (point >= 0x24B6 && point <= 0x24E9) return letter(point - 0x24B6);
    if (point >= 0x1F130 && point <= 0x1F149) return 'A' + point - 0x1F130;
    if (point >= 0x1F150 && point <= 0x1F169) return 'A' + point - 0x1F150;
    return 0;
}

char32_t plain_mark(char32_t point) {
    if (point == 0x2028 || point == 0x2029 || point == 0x85) return '\n';
    if (is_in({{0xA0, 0xA0}, {0x2000, 0x200A}, {0x202F, 0x202F}, {0x205F, 0x205F}}, point) ||
        point == 0x3000) {
        return ' ';
    }
    if (is_in({{0x2010, 0x2015}, {0x2212, 0x2212}, {0xFE58, 0xFE58}, {0xFE63, 0xFE63}}, point)) {
        return '-';
    }
    if (is_in({{0x2018, 0x201B}, {0x2B9, 0x2BD}, {0xB4, 0xB4}, {0x2032, 0x2032}}, point)) {
        return '\'';
    }
    if (is_in({{0x201C, 0x201F}, {0xAB, 0xAB}, {0xBB, 0xBB}}, point)) return '"';
    if (point == 0x2022 || point == 0x25CF || point == 0x2023 || point == 0x25E6) return '*';
    if (point == 0x2026 || point == 0x2024 || point == 0xB7) return '.';
    return 0;
}

bool is_mark(char32_t point) {
    return is_in({{0x80, 0xBF},
                  {0xD7, 0xD7},
                  {0xF7, 0xF7},
                  {0x2000, 0x2BFF},
                  {0x3000, 0x303F},
                  {0xD800, 0xF8FF},
                  {0xFE10, 0xFE6F},
                  {0xFF00, 0xFFFF},
                  {0x1F000, 0x10FFFF}},
                 point);
}

struct NamedEntity {
    std::string_view name;
    char32_t point;
};
constexpr NamedEntity named_entities[] = {
    {"amp", '&'},      {"lt", '<'},        {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},    {"nbsp", 0xA0},     {"shy", 0xAD},      {"zwnj", 0x200C},
    {"zwj", 0x200D},   {"rsquo", 0x2019},  {"lsquo", 0x2018},  {"ldquo", 0x201C},
    {"rdquo", 0x201D}, {"ndash", 0x2013},  {"mdash", 0x2014},  {"hyphen", 0x2010},
    {"dash", 0x2010},  {"hellip", 0x2026}, {"middot", 0xB7},   {"bull", 0x2022},
    {"szlig", 0xDF},   {"aelig", 0xE6},    {"AElig", 0xC6},    {"oelig", 0x153},
    {"OElig", 0x152},  {"eth", 0xF0},      {"thorn", 0xFE},    {"commat", '@'},
    {"period", '.'},   {"colon", ':'},     {"sol", '/'},       {"lowbar", '_'},
    {"ensp", 0x2002},  {"emsp", 0x2003},   {"thinsp", 0x2009}, {"ZeroWidthSpace", 0x200B},
    {"num", '#'},      {"plus", '+'},      {"lpar", '('},      {"rpar", ')'},
};

char32_t numeric_entity(std::string_view digits) {
    const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
    if (is_hex) digits.remove_prefix(1);
    unsigned value = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [stopped, trouble] = std::from_chars(digits.data(), end, value, is_hex ? 16 : 10);
    return trouble == std::errc() && stopped == end && value <= 0x10FFFF ? value : 0;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + bytes > text.size()) return {broken, 1};
    char32_t value = lead & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return {broken, 1};
        value = value << 6 | (byte(at + i) & 0x3Fu);
    }
    const bool is_long = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
    if (is_long || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {broken, 1};
    return {value, bytes};
}

bool is_invisible(char32_t point) {
    if (point < 0xAD) return false;
    return point == 0xAD || point == 0xFEFF || point == 0x61C || point == 0x180E ||
           is_in({{0x300, 0x36F},
                  {0x200B, 0x200F},
                  {0x202A, 0x202E},
                  {0x2060, 0x206F},
                  {0x1AB0, 0x1AFF},
                  {0x1DC0, 0x1DFF},
                  {0x20D0, 0x20FF},
                  {0xFE00, 0xFE0F},
                  {0xFE20, 0xFE2F},
                  {0xE0000, 0xE01EF}},
                 point);
}

bool is_look_alike(char32_t point) {
    return point >= 0x80 && (find_look_alike(point) != '\0' || styled(point) != 0);
}

std::string_view plain_of(char32_t point) {
    if (point < 0x80) return ascii(point);
    if (is_invisible(point)) return {};
    if (const char32_t mark = plain_mark(point)) return ascii(mark);
    if (const char32_t letter = styled(point)) return ascii(letter);
    if (const char like = find_look_alike(point)) return ascii(static_cast<unsigned char>(like));
    if (point == 0xFB01) return "fi";
    if (point == 0xFB02) return "fl";
    static constexpr char other[] = {other_letter, other_mark};
    if (is_mark(point)) return {other + 1, 1};
    if (point <= 0x24F || (point >= 0x1E00 && point <= 0x1EFF)) return latin_plain(point);
    return {other, 1};
}

char32_t entity(std::string_view name) {
    if (name.starts_with('#')) return numeric_entity(name.substr(1));
    for (const NamedEntity& one : named_entities) {
        if (one.name == name) return one.point;
    }
    // "eacute" is an e to us, as é would be.
    for (const std::string_view accent :
         {"acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron", "slash"}) {
        if (name.size() == accent.size() + 1 && name.ends_with(accent)) {
            return static_cast<unsigned char>(name[0]);
        }
    }
    return 0;
}

}  // namespace linter
