#pragma once
// How letters leave: by SMTP, or into a folder for tests and the demo. What waits, is tried again
// or given up is not decided here.

#include "platform/base/time.h"
#include "platform/mail/mime.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace mail {

// Not now: the other side asked to come again (4xx), cannot be reached, or does not let us in.
struct Deferred : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Mailer {
public:
    virtual ~Mailer() = default;
    // Returns once the other side has taken the letter; throws Deferred or Rejected.
    virtual void send(const Letter& letter) = 0;
};

enum class Encryption { none, starttls, tls };  // none: only for a relay on the same machine

struct SmtpSettings {
    std::string host;
    int port = 587;
    Encryption encryption = Encryption::starttls;
    std::string user = {};      // empty: without signing in
    std::string password = {};
    std::string hello_name = {};  // how we greet; empty: the machine's name
    std::string authorities_file = {};  // certificates to trust; empty: the system's
    std::chrono::seconds connect_timeout{10};
    std::chrono::seconds letter_timeout{60};
};

// One connection, kept for the next letter. Safe for concurrent use; sends one letter at a time.
class SmtpMailer final : public Mailer {
public:
    // Throws std::invalid_argument if a password would travel in the clear to another machine.
    SmtpMailer(SmtpSettings settings, const base::Clock& clock);
    ~SmtpMailer() override;
    void send(const Letter& letter) override;

private:
    class Line;
    std::unique_ptr<Line> line_;
    const base::Clock& clock_;
};

// Writes each letter to a file of its own, "20270608T085703Z-….eml", complete or not at all. Safe
// for concurrent use.
class FolderMailer final : public Mailer {
public:
    FolderMailer(std::filesystem::path folder, const base::Clock& clock);  // makes the folder
    void send(const Letter& letter) override;

private:
    std::filesystem::path folder_;
    const base::Clock& clock_;
};

}  // namespace mail
