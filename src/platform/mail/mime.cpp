#include "platform/mail/mime.h"

#include <algorithm>
#include <cstdint>

namespace mail {

namespace {

constexpr std::size_t line_bytes = 76;           // of what we write; RFC 5322 asks for 78
constexpr std::size_t encoded_word_bytes = 39;   // in base64 52, with its frame 64 of at most 75
constexpr std::size_t encoded_name_bytes = 10;   // a longer header name has a line of its own
constexpr std::size_t name_bytes_unfolded = 60;
constexpr std::string_view line_end = "\r\n";

// "=_" stands nowhere in quoted-printable text, so no part can contain its boundary.
constexpr std::string_view boundary = "=_moothall";

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_atom(char c) {
    return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").contains(c);
}

// Parts with dots between, none empty.
template <class Allowed>
bool is_dotted(std::string_view text, std::size_t part_bytes_max, Allowed allowed) {
    std::size_t part = 0;
    for (const char c : text) {
        if (c == '.' && part == 0) return false;
        if (c != '.' && (!allowed(c) || part == part_bytes_max)) return false;
        part = c == '.' ? 0 : part + 1;
    }
    return part > 0;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t bits = 0;
        for (std::size_t n = 0; n < 3; ++n) {
            bits = bits << 8 | (n < count ? static_cast<unsigned char>(bytes[at + n]) : 0U);
        }
        for (std::size_t n = 0; n < 4; ++n) {
            text += n <= count ? digits[bits >> (18 - 6 * n) & 63] : '=';
        }
    }
    return text;
}

// RFC 2047 words, one a line; each holds whole characters.
std::string encoded_words(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        std::size_t size = std::min(encoded_word_bytes, text.size());
        while (size > 1 && size < text.size() && (text[size] & 0xC0) == 0x80) --size;
        if (!words.empty()) words.append(line_end).append(" ");
        words.append("=?utf-8?B?").append(base64(text.substr(0, size))).append("?=");
        text.remove_prefix(size);
    }
    return words;
}

// Long lines are broken before a space, which stays; unfolding takes only the line end away.
std::string folded(std::string_view name, std::string_view value) {
    std::string line(name);
    line += ": ";
    std::size_t column = line.size();
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t next = std::min(value.find(' ', at + 1), value.size());
        const bool is_fold = at > 0 && column + (next - at) > line_bytes && next > at + 1;
        if (is_fold) {
            line += line_end;
            column = 0;
        }
        line.append(value, at, next - at);
        column += next - at;
        at = next;
    }
    return line.append(line_end);
}

void require_clean(std::string_view name, std::string_view value) {
    if (std::ranges::any_of(value, is_control)) {
        throw Rejected(std::string(name) + ": control characters do not belong in a header");
    }
    if (value.size() > header_bytes_max) throw Rejected(std::string(name) + ": too long");
}

// Free text. Encoded where it is not plain, would be read as encoded, or cannot be folded.
std::string text_header(std::string_view name, std::string_view value) {
    require_clean(name, value);
    std::size_t word = 0;
    std::size_t longest = 0;
    for (const char c : value) {
        word = c == ' ' ? 0 : word + 1;
        longest = std::max(longest, word);
    }
    const bool is_plain = is_ascii(value) && !value.contains("=?") && longest <= 900 &&
                          !value.starts_with(' ') && !value.ends_with(' ');
    if (is_plain) return folded(name, value);
    const bool is_long = name.size() > encoded_name_bytes;
    std::string line(name);
    line.append(is_long ? ":\r\n " : ": ").append(encoded_words(value));
    return line.append(line_end);
}

// "Meera Raman", "\"Raman, M.\"" or encoded.
std::string display_name(std::string_view name) {
    if (!is_ascii(name) || name.contains("=?") || name.size() > name_bytes_unfolded) {
        return encoded_words(name);
    }
    const bool is_phrase =
        std::ranges::all_of(name, [](char c) { return is_atom(c) || c == ' '; }) &&
        !name.starts_with(' ') && !name.ends_with(' ') && !name.contains("  ");
    if (is_phrase) return std::string(name);
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted += '"';
}

std::string mailbox_header(std::string_view header, std::string_view name,
                           std::string_view address) {
    require_clean(header, name);
    if (!is_address(address)) throw Rejected(std::string(header) + ": not an address");
    std::string line = std::string(header) + ": ";
    if (name.empty()) return line.append(address).append(line_end);
    line += display_name(name);
    const std::size_t last = line.rfind('\n') + 1;  // 0 where there is none
    const bool is_long = line.size() - last + address.size() + 3 > line_bytes;
    line.append(is_long ? "\r\n <" : " <").append(address).append(">");
    return line.append(line_end);
}

std::string two_digits(int number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

// Tue, 08 Jun 2027 08:57:03 +0000
std::string date_header(base::Instant date) {
    const base::LocalTime at = base::Zone("UTC").local(date);
    std::string line = "Date: ";
    line.append(base::weekday_name(at.weekday).substr(0, 3)).append(", ");
    line.append(two_digits(static_cast<int>(at.day))).append(" ");
    line.append(base::month_name(at.month).substr(0, 3)).append(" ");
    line.append(std::to_string(at.year)).append(" ").append(two_digits(at.hour)).append(":");
    line.append(two_digits(at.minute)).append(":").append(two_digits(at.second));
    return line.append(" +0000").append(line_end);
}

bool is_ours(std::string_view name) {
    std::string small(name);
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    static constexpr std::string_view ours[] = {
        "from", "sender", "to", "cc", "bcc", "subject", "date", "message-id", "mime-version",
        "received", "return-path"};
    return small.starts_with("content-") || std::ranges::find(ours, small) != std::end(ours);
}

std::string added_header(const Header& header) {
    const bool is_name = !header.name.empty() && header.name.size() <= 64 &&
                         std::ranges::all_of(header.name, [](char c) {
                             return is_letter_or_digit(c) || c == '-';
                         });
    if (!is_name || is_ours(header.name)) throw Rejected(header.name + ": not a header to add");
    return text_header(header.name, header.value);
}

std::string message_id_header(std::string_view id) {
    if (id.empty()) return {};
    if (!is_address(id) || id.size() > 200) throw Rejected("Message-ID: not an id");
    return std::string("Message-ID: <").append(id).append(">").append(line_end);
}

// One line in quoted-printable form. `=` and what is not plain ASCII is written as "=3D"; so is
// white space at the end, which servers take away.
void append_quoted(std::string& out, std::string_view line) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        const bool is_last = at + 1 == line.size();
        const bool is_blank = c == ' ' || c == '\t';
        const bool is_plain = is_blank ? !is_last
                                       : !is_control(c) && c != '=' &&
                                             static_cast<unsigned char>(c) < 0x80;
        const std::size_t size = is_plain ? 1 : 3;
        if (column + size > line_bytes - (is_last ? 0U : 1U)) {  // room for the "=" of a soft break
            out.append("=").append(line_end);
            column = 0;
        }
        if (is_plain) {
            out += c;
        } else {
            out += '=';
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15];
        }
        column += size;
    }
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        append_quoted(out, text.substr(at, end - at));
        out += line_end;
        const bool is_pair = text.substr(end).starts_with(line_end);
        at = end + (is_pair ? 2 : 1);
    }
    return out;
}

std::string part(std::string_view type, std::string_view content) {
    std::string made = "Content-Type: text/";
    made.append(type).append("; charset=utf-8").append(line_end);
    made.append("Content-Transfer-Encoding: quoted-printable").append(line_end).append(line_end);
    return made.append(quoted_printable(content));
}

std::string body(const Letter& letter) {
    if (letter.html.empty()) return part("plain", letter.text);
    if (letter.text.empty()) return part("html", letter.html);
    const std::string dashes = std::string("--").append(boundary);
    std::string made = "Content-Type: multipart/alternative; boundary=\"";
    made.append(boundary).append("\"").append(line_end).append(line_end);
    // The best comes last, RFC 2046.
    made.append(dashes).append(line_end).append(part("plain", letter.text)).append(line_end);
    made.append(dashes).append(line_end).append(part("html", letter.html)).append(line_end);
    return made.append(dashes).append("--").append(line_end);
}

}  // namespace

bool is_address(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || at > 64 || text.size() > 254) return false;
    const std::string_view domain = text.substr(at + 1);
    return is_dotted(text.substr(0, at), 64, is_atom) &&
           is_dotted(domain, 63, [](char c) { return is_letter_or_digit(c) || c == '-'; }) &&
           !domain.starts_with('-') && !domain.ends_with('-');
}

std::string compose(const Letter& letter, base::Instant date) {
    if (letter.text.size() + letter.html.size() > letter_bytes_max) {
        throw Rejected("the letter is too long");
    }
    if (letter.text.empty() && letter.html.empty()) throw Rejected("the letter is empty");
    std::string message = date_header(date);
    message += mailbox_header("From", letter.from_name, letter.from_address);
    message += mailbox_header("To", letter.to_name, letter.to_address);
    message += text_header("Subject", letter.subject);
    message += message_id_header(letter.message_id);
    for (const Header& header : letter.headers) message += added_header(header);
    message.append("MIME-Version: 1.0").append(line_end);
    return message += body(letter);
}

}  // namespace mail
