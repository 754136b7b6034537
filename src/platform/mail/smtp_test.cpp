#include "platform/mail/smtp.h"

#include "platform/base/json.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <vector>

namespace mail {
namespace {

using base::Json;

const base::Instant june = std::chrono::sys_days{std::chrono::year{2027} / 6 / 8} +
                           base::hours{8} + base::minutes{57} + base::seconds{3};
const base::FrozenClock frozen{june};

// smtp_test_server.py, running; ended when its standard input closes.
class Server {
public:
    explicit Server(const char* mode) {
        int in[2] = {};
        int out[2] = {};
        if (pipe(in) != 0 || pipe(out) != 0) throw std::runtime_error("no pipes");
        process_ = fork();
        if (process_ == 0) run(mode, in, out);
        close(in[0]);
        close(out[1]);
        input_ = in[1];
        output_ = fdopen(out[0], "r");
        port_ = std::stoi(line());
        certificate_ = line();
    }
    Server(const Server&) = delete;
    ~Server() {
        close(input_);
        int status = 0;
        waitpid(process_, &status, 0);
        fclose(output_);
    }

    std::string line() {
        std::string text;
        for (int c = fgetc(output_); c != '\n'; c = fgetc(output_)) {
            if (c == EOF) throw std::runtime_error("the SMTP server (python3-aiosmtpd) has ended");
            text += static_cast<char>(c);
        }
        return text;
    }

    Json taken() { return Json::parse(line()); }
    const std::string& certificate() const { return certificate_; }

    SmtpSettings settings() const {
        return {.host = "localhost", .port = port_, .encryption = Encryption::none,
                .hello_name = "moothall.example", .letter_timeout = std::chrono::seconds{20}};
    }

private:
    [[noreturn]] static void run(const char* mode, int (&in)[2], int (&out)[2]) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        for (const int end : {in[0], in[1], out[0], out[1]}) close(end);
        const std::string script = SOURCE_FOLDER "/src/platform/mail/smtp_test_server.py";
        execl("/usr/bin/python3", "python3", script.c_str(), mode, nullptr);
        _exit(127);
    }

    pid_t process_ = 0;
    int input_ = -1;
    std::FILE* output_ = nullptr;
    int port_ = 0;
    std::string certificate_;
};

Letter letter_to(const std::string& name) {
    return {.from_name = "Moothall",
            .from_address = "post@moothall.example",
            .to_name = "Meera Raman",
            .to_address = name + "@nhs.example",
            .subject = "Six new replies",
            .text = "Hello\n",
            .html = "Hello (HTML)\n"};
}

std::string reason_of(Mailer& mailer, const Letter& letter) {
    try {
        mailer.send(letter);
    } catch (const Deferred& deferred) {
        return std::string("deferred: ") + deferred.what();
    } catch (const Rejected& rejected) {
        return std::string("rejected: ") + rejected.what();
    }
    return "sent";
}

TEST(Smtp, ALetterArrivesAsItWasWritten) {
    Server server("plain");
    SmtpMailer mailer(server.settings(), frozen);
    Letter letter = letter_to("meera");
    letter.headers = {{"List-Unsubscribe", "<https://moothall.example/stop/abc>"},
                      {"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"},
                      {"Auto-Submitted", "auto-generated"}};
    mailer.send(letter);
    const Json taken = server.taken();
    EXPECT_EQ(taken["mail_from"], "post@moothall.example");
    EXPECT_EQ(taken["rcpt_tos"], Json({"meera@nhs.example"}));
    EXPECT_EQ(taken["hello"], "moothall.example");
    const Json& read = taken["read"];
    EXPECT_EQ(read["defects"], Json::array());
    EXPECT_EQ(read["type"], "multipart/alternative");
    EXPECT_EQ(read["types"], Json({"text/plain", "text/html"}));
    EXPECT_EQ(read["from"], Json::array({Json({"Moothall", "post@moothall.example"})}));
    EXPECT_EQ(read["to"], Json::array({Json({"Meera Raman", "meera@nhs.example"})}));
    EXPECT_EQ(read["subject"], "Six new replies");
    EXPECT_EQ(read["date"], "2027-06-08T08:57:03+00:00");
    EXPECT_EQ(read["text"], "Hello\n");
    EXPECT_EQ(read["html"], "Hello (HTML)\n");
    const std::string id = read["message_id"];
    EXPECT_TRUE(id.starts_with("<") && id.ends_with("@moothall.example>")) << id;
    for (const Header& header : letter.headers) {
        const Json wanted = Json({header.name, header.value});
        EXPECT_NE(std::ranges::find(read["headers"], wanted), read["headers"].end());
    }
}

TEST(Smtp, EveryLanguageAndEveryLengthArrives) {
    Server server("plain");
    SmtpMailer mailer(server.settings(), frozen);
    std::string long_subject;
    for (int n = 0; n < 40; ++n) long_subject += "Ärger über die Übergabe · ";
    long_subject += "Ende";
    for (const auto& [name, subject, text] : std::vector<std::array<std::string, 3>>{
             {"Siân Ó Briain", "Café résumé", "Zoë, Łódź, Ærø\n"},
             {"李小龙", "日本語の件名 — 三", "日本語\n😀👩‍⚕️\n"},
             {"فاطمة", long_subject, std::string(5000, 'x') + "\n" + long_subject + "\n"},
             {"O'Neil, \"Bob\" (x)", "=?utf-8?B?Zm9v?=", "=?utf-8?B?Zm9v?= = =3D\n"},
             {std::string(60, 'n'), std::string(300, 's'), std::string(998, 't') + "\n"},
             {"a  b", "two  spaces " + std::string(70, 'w') + "  and a fold", "a\n \n\tb \n"}}) {
        Letter letter = letter_to("meera");
        letter.to_name = name;
        letter.subject = subject;
        letter.text = text;
        letter.html = "(HTML) " + text;
        mailer.send(letter);
        const Json read = server.taken()["read"];
        EXPECT_EQ(read["to"][0][0], name);
        EXPECT_EQ(read["subject"], subject);
        EXPECT_EQ(read["text"], text);
        EXPECT_EQ(read["html"], "(HTML) " + text);
        EXPECT_EQ(read["defects"], Json::array());
    }
}

TEST(Smtp, ALongNameArrivesWhole) {
    Server server("plain");
    SmtpMailer mailer(server.settings(), frozen);
    for (const std::string& name : {std::string(300, 'n'), std::string("李小龙李小龙李小龙李小龙李小龙")}) {
        Letter letter = letter_to("meera");
        letter.to_name = name;
        mailer.send(letter);
        EXPECT_EQ(server.taken()["read"]["to_line"], name + " <meera@nhs.example>");
    }
}

TEST(Smtp, DotsAndCommandsInATextStayText) {
    Server server("plain");
    SmtpMailer mailer(server.settings(), frozen);
    Letter letter = letter_to("meera");
    letter.text = ".\n..\n.a\n\n.\nQUIT\nFrom here\n.\r\nMAIL FROM:<x@y.example>\n.\n";
    letter.html.clear();
    mailer.send(letter);
    EXPECT_EQ(server.taken()["read"]["text"],
              ".\n..\n.a\n\n.\nQUIT\nFrom here\n.\nMAIL FROM:<x@y.example>\n.\n");
}

TEST(Smtp, LettersFollowOneAnotherOverOneConnection) {
    Server server("plain");
    SmtpMailer mailer(server.settings(), frozen);
    mailer.send(letter_to("meera"));
    mailer.send(letter_to("dan"));
    const Json one = server.taken();
    const Json two = server.taken();
    EXPECT_EQ(one["peer_port"], two["peer_port"]);
    EXPECT_EQ(two["rcpt_tos"], Json({"dan@nhs.example"}));
    EXPECT_NE(one["read"]["message_id"], two["read"]["message_id"]);
}

TEST(Smtp, ManyThreadsMaySend) {
    Server server("plain");
    SmtpMailer mailer(server.settings(), frozen);
    {
        std::vector<std::jthread> threads;
        for (int n = 0; n < 4; ++n) {
            threads.emplace_back([&, n] {
                for (int i = 0; i < 5; ++i) mailer.send(letter_to("m" + std::to_string(n)));
            });
        }
    }
    for (int n = 0; n < 20; ++n) EXPECT_EQ(server.taken()["read"]["text"], "Hello\n");
}

TEST(Smtp, ANoIsFinalOrNotAsTheServerSays) {
    Server server("plain");
    SmtpMailer mailer(server.settings(), frozen);
    const auto answer = [&](const char* name) { return reason_of(mailer, letter_to(name)); };
    EXPECT_TRUE(answer("busy").starts_with("deferred: ")) << answer("busy");
    EXPECT_TRUE(answer("busy").contains("451 4.3.0 Come again later")) << answer("busy");
    EXPECT_TRUE(answer("unknown").starts_with("rejected: ")) << answer("unknown");
    EXPECT_TRUE(answer("unknown").contains("550 5.1.1 No such person"));
    EXPECT_TRUE(answer("full").starts_with("deferred: ")) << answer("full");
    EXPECT_TRUE(answer("spam").starts_with("rejected: ")) << answer("spam");
    EXPECT_TRUE(answer("spam").contains("554 5.7.1 We do not want this"));
    EXPECT_TRUE(answer("stranger").starts_with("deferred: ")) << "our fault, not the letter's";
    EXPECT_EQ(answer("meera"), "sent") << "after all that";
    EXPECT_EQ(server.taken()["rcpt_tos"], Json({"meera@nhs.example"}));
}

TEST(Smtp, ABadAddressIsRejectedBeforeAnybodyIsAsked) {
    SmtpMailer mailer({.host = "nowhere.invalid", .port = 1}, frozen);
    Letter letter = letter_to("meera");
    letter.to_address = "meera@nhs.example>\r\nRCPT TO:<all@nhs.example";
    EXPECT_THROW(mailer.send(letter), Rejected);
}

TEST(Smtp, WhoCannotBeReachedIsDeferred) {
    SmtpMailer closed({.host = "127.0.0.1", .port = 1, .encryption = Encryption::none}, frozen);
    EXPECT_THROW(closed.send(letter_to("meera")), Deferred);
    Server server("plain");
    SmtpSettings hasty = server.settings();
    hasty.letter_timeout = std::chrono::seconds{1};
    SmtpMailer mailer(hasty, frozen);
    EXPECT_THROW(mailer.send(letter_to("slow")), Deferred);
    SmtpSettings strict = server.settings();
    strict.encryption = Encryption::starttls;
    SmtpMailer encrypted(strict, frozen);
    EXPECT_THROW(encrypted.send(letter_to("meera")), Deferred) << "never falls back to clear text";
}

TEST(Smtp, SignsInOverStarttlsIfTheCertificateIsTrusted) {
    Server server("auth");
    SmtpSettings settings = server.settings();
    settings.encryption = Encryption::starttls;
    settings.user = "moothall";
    settings.password = "right";
    SmtpMailer suspicious(settings, frozen);
    EXPECT_THROW(suspicious.send(letter_to("meera")), Deferred) << "an unknown certificate";
    settings.authorities_file = server.certificate();
    SmtpMailer mailer(settings, frozen);
    mailer.send(letter_to("meera"));
    const Json taken = server.taken();
    EXPECT_EQ(taken["tls"], true);
    EXPECT_EQ(taken["user"], "moothall");
    settings.password = "wrong";
    SmtpMailer stranger(settings, frozen);
    EXPECT_TRUE(reason_of(stranger, letter_to("meera")).starts_with("deferred: "));
    settings.host = "127.0.0.1";  // not the name in the certificate
    SmtpMailer misdirected(settings, frozen);
    EXPECT_THROW(misdirected.send(letter_to("meera")), Deferred);
}

TEST(Smtp, SendsOverTlsFromTheFirstByte) {
    Server server("tls");
    SmtpSettings settings = server.settings();
    settings.encryption = Encryption::tls;
    settings.authorities_file = server.certificate();
    SmtpMailer mailer(settings, frozen);
    mailer.send(letter_to("meera"));
    EXPECT_EQ(server.taken()["read"]["subject"], "Six new replies");
}

TEST(Smtp, NoPasswordTravelsInTheClear) {
    EXPECT_THROW(SmtpMailer({.host = "mail.example", .encryption = Encryption::none, .user = "u",
                             .password = "p"},
                            frozen),
                 std::invalid_argument);
}

TEST(FolderMailer, WritesEachLetterToAFileOfItsOwn) {
    const auto folder = std::filesystem::temp_directory_path() /
                        ("moothall-letters-" + std::to_string(getpid()));
    FolderMailer mailer(folder / "deep", frozen);
    mailer.send(letter_to("meera"));
    mailer.send(letter_to("dan"));
    EXPECT_THROW(mailer.send(letter_to("not an address")), Rejected);
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "deep")) {
        ++count;
        EXPECT_TRUE(entry.path().filename().string().starts_with("20270608T085703Z-"));
        EXPECT_EQ(entry.path().extension(), ".eml");
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string message((std::istreambuf_iterator<char>(file)), {});
        EXPECT_TRUE(message.starts_with("Date: Tue, 08 Jun 2027 08:57:03 +0000\r\n"));
        EXPECT_TRUE(message.contains("\r\nSubject: Six new replies\r\n"));
        EXPECT_TRUE(message.contains("\r\nMessage-ID: <"));
    }
    EXPECT_EQ(count, 2u);
    std::filesystem::remove_all(folder);
    EXPECT_THROW(mailer.send(letter_to("meera")), Deferred);
}

}  // namespace
}  // namespace mail
