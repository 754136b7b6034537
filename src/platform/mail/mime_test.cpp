#include "platform/mail/mime.h"

#include <gtest/gtest.h>

#include <functional>
#include <sstream>

namespace mail {
namespace {

const base::Instant june = std::chrono::sys_days{std::chrono::year{2027} / 6 / 8} +
                           base::hours{8} + base::minutes{57} + base::seconds{3};

Letter letter() {
    return {.from_name = "Moothall",
            .from_address = "post@moothall.example",
            .to_name = "Meera Raman",
            .to_address = "meera@nhs.example",
            .subject = "Six new replies",
            .text = "Hello",
            .html = "Hello",
            .message_id = "a1@moothall.example"};
}

std::string composed(const std::function<void(Letter&)>& change = [](Letter&) {}) {
    Letter changed = letter();
    change(changed);
    return compose(changed, june);
}

TEST(Mime, ALetterIsItsHeadersAndTwoParts) {
    EXPECT_EQ(composed([](Letter& letter) {
                  letter.headers = {{"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"}};
              }),
              "Date: Tue, 08 Jun 2027 08:57:03 +0000\r\n"
              "From: Moothall <post@moothall.example>\r\n"
              "To: Meera Raman <meera@nhs.example>\r\n"
              "Subject: Six new replies\r\n"
              "Message-ID: <a1@moothall.example>\r\n"
              "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: multipart/alternative; boundary=\"=_moothall\"\r\n"
              "\r\n"
              "--=_moothall\r\n"
              "Content-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n"
              "\r\n"
              "Hello\r\n"
              "\r\n"
              "--=_moothall\r\n"
              "Content-Type: text/html; charset=utf-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n"
              "\r\n"
              "Hello\r\n"
              "\r\n"
              "--=_moothall--\r\n");
}

TEST(Mime, OnePartNeedsNoBoundary) {
    const std::string text = composed([](Letter& letter) { letter.html = ""; });
    EXPECT_FALSE(text.contains("multipart"));
    EXPECT_TRUE(text.ends_with("\r\n\r\nHello\r\n"));
    EXPECT_THROW(composed([](Letter& letter) { letter.html = letter.text = ""; }), Rejected);
}

TEST(Mime, LineEndsInHeadersAreRefused) {
    const std::function<void(Letter&)> changes[] = {
        [](Letter& letter) { letter.subject = "a\r\nBcc: all@example.org"; },
        [](Letter& letter) { letter.subject = "a\nb"; },
        [](Letter& letter) { letter.subject = "a\rb"; },
        [](Letter& letter) { letter.subject = std::string("a\0b", 3); },
        [](Letter& letter) { letter.subject = "é\r\nBcc: all@example.org"; },
        [](Letter& letter) { letter.to_name = "Meera\r\nBcc: all@example.org"; },
        [](Letter& letter) { letter.from_name = "a\nb"; },
        [](Letter& letter) { letter.to_address = "meera@nhs.example\r\nBcc: a@b.example"; },
        [](Letter& letter) { letter.to_address = "meera@nhs.example, b@c.example"; },
        [](Letter& letter) { letter.to_address = "meera@nhs.example> SIZE=1"; },
        [](Letter& letter) { letter.from_address = "post@moothall.example\n"; },
        [](Letter& letter) { letter.message_id = "a@b\r\nBcc: c@d"; },
        [](Letter& letter) { letter.message_id = "a b@c"; },
        [](Letter& letter) { letter.headers = {{"X-A", "b\r\nBcc: c@d"}}; },
        [](Letter& letter) { letter.headers = {{"X-A:\r\nBcc", "c@d"}}; },
        [](Letter& letter) { letter.headers = {{"", "c@d"}}; },
        [](Letter& letter) { letter.headers = {{"Bcc", "c@d"}}; },
        [](Letter& letter) { letter.headers = {{"content-Type", "text/evil"}}; },
        [](Letter& letter) { letter.subject = std::string(header_bytes_max + 1, 'a'); },
        [](Letter& letter) { letter.text = std::string(letter_bytes_max, 'a'); }};
    for (const auto& change : changes) EXPECT_THROW(composed(change), Rejected);
}

TEST(Mime, AnAddressIsPlainAscii) {
    for (const char* good : {"a@b", "meera.raman@nhs.example", "a+b=c@d-e.f.example", "o'n@b.ie",
                             "1@2.example", "root@localhost"}) {
        EXPECT_TRUE(is_address(good)) << good;
    }
    const std::string long_name(65, 'a');
    for (const std::string& bad :
         {std::string(""), std::string("a"), std::string("@b"), std::string("a@"),
          std::string("a@@b"), std::string("a b@c"), std::string("a.@b"), std::string(".a@b"),
          std::string("a..b@c"), std::string("a@b..c"), std::string("a@.b"), std::string("a@b."),
          std::string("a@-b"), std::string("a@b-"), std::string("a@b_c"), std::string("\"a\"@b"),
          std::string("a@[1.2.3.4]"), std::string("zoë@b"), std::string("a@bücher.example"),
          std::string("<a@b>"), std::string("a@b\n"), std::string("a,b@c"), long_name + "@b",
          "a@" + std::string(64, 'b'), std::string("a\0@b", 4)}) {
        EXPECT_FALSE(is_address(bad)) << bad;
    }
}

TEST(Mime, NamesAreQuotedOrEncodedWhereTheyMustBe) {
    const auto to = [](const std::string& name) {
        const std::string message = composed([&](Letter& letter) { letter.to_name = name; });
        const std::size_t at = message.find("To: ") + 4;
        return message.substr(at, message.find("\r\nSubject", at) - at);
    };
    EXPECT_EQ(to(""), "meera@nhs.example");
    EXPECT_EQ(to("Raman, M. (Dr)"), "\"Raman, M. (Dr)\" <meera@nhs.example>");
    EXPECT_EQ(to("\"M\" \\"), "\"\\\"M\\\" \\\\\" <meera@nhs.example>");
    EXPECT_EQ(to("Zoë"), "=?utf-8?B?Wm/Dqw==?= <meera@nhs.example>");
    EXPECT_EQ(to("=?utf-8?B?Wg==?="), "=?utf-8?B?PT91dGYtOD9CP1dnPT0/PQ==?= <meera@nhs.example>");
}

TEST(Mime, LinesStayShort) {
    const std::string message = composed([](Letter& letter) {
        letter.subject = std::string(900, 'a') + ' ' + std::string(900, 'b');
        letter.to_name = std::string(500, 'c');
        letter.from_name.clear();
        for (int n = 0; n < 200; ++n) letter.from_name += "é";
        letter.headers = {{"X-Long-Name-Of-A-Header", "ö" + std::string(600, 'd')}};
        letter.text = std::string(5000, 'e') + "\n" + std::string(76, 'f') + "\n" +
                      std::string(77, 'g') + "\n" + std::string(75, 'h') + "= \n";
        letter.html.clear();
    });
    std::istringstream lines(message);
    for (std::string line; std::getline(lines, line);) {
        ASSERT_TRUE(line.ends_with('\r'));
        line.pop_back();
        EXPECT_LE(line.size(), line.starts_with("Subject") || line.starts_with(" b") ? 998u : 76u)
            << line;
        EXPECT_TRUE(line.empty() || line.find_first_not_of(' ') != std::string::npos);
    }
    EXPECT_TRUE(message.contains("\r\n" + std::string(76, 'f') + "\r\n"));
    EXPECT_TRUE(message.contains("\r\n" + std::string(75, 'g') + "=\r\ngg\r\n"));
}

TEST(Mime, BodiesAreQuotedPrintable) {
    const auto body = [](const std::string& text) {
        const std::string message = composed([&](Letter& letter) {
            letter.text = text;
            letter.html.clear();
        });
        return message.substr(message.find("\r\n\r\n") + 4);
    };
    EXPECT_EQ(body("a=b\tc"), "a=3Db\tc\r\n");
    EXPECT_EQ(body("é"), "=C3=A9\r\n");
    EXPECT_EQ(body("a \nb\t\n \n"), "a=20\r\nb=09\r\n=20\r\n");
    EXPECT_EQ(body("a\r\nb\rc\n\nd"), "a\r\nb\r\nc\r\n\r\nd\r\n");
    EXPECT_EQ(body(std::string("a\0b\x1B", 4)), "a=00b=1B\r\n");
    EXPECT_EQ(body(".\n..\n.a"), ".\r\n..\r\n.a\r\n") << "doubling dots is SMTP's business";
    EXPECT_EQ(body("--=_moothall--"), "--=3D_moothall--\r\n");
}

}  // namespace
}  // namespace mail
