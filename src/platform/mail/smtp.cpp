#include "platform/mail/smtp.h"

#include "platform/crypto/random.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <mutex>
#include <string_view>
#include <system_error>

namespace mail {

namespace {

constexpr std::size_t reply_bytes_max = 300;

struct HandleClosed {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListFreed {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

CURL* opened() {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    CURL* handle = ready == CURLE_OK ? curl_easy_init() : nullptr;
    if (handle == nullptr) throw std::runtime_error("libcurl could not be made ready");
    return handle;
}

// With an id of its own if it has none: servers mark letters without one as unwanted.
Letter with_id(const Letter& letter) {
    Letter complete = letter;
    const std::size_t at = letter.from_address.rfind('@');
    if (complete.message_id.empty() && at != std::string::npos) {
        complete.message_id = crypto::random_token() + letter.from_address.substr(at);
    }
    return complete;
}

// A message on its way out, and the last no of the other side.
struct Passage {
    std::string_view message;
    std::size_t sent = 0;
    std::string reply = {};
};

std::size_t read_message(char* into, std::size_t size, std::size_t count, void* context) {
    auto& passage = *static_cast<Passage*>(context);
    const std::string_view rest = passage.message.substr(passage.sent);
    const std::size_t bytes = std::min(rest.size(), size * count);
    std::copy_n(rest.data(), bytes, into);
    passage.sent += bytes;
    return bytes;
}

std::size_t keep_reply(char* line, std::size_t size, std::size_t count, void* context) {
    auto& passage = *static_cast<Passage*>(context);
    if (size * count == 0 || (line[0] != '4' && line[0] != '5')) return size * count;
    passage.reply.assign(line, std::min(size * count, reply_bytes_max));
    while (!passage.reply.empty() && static_cast<unsigned char>(passage.reply.back()) <= ' ') {
        passage.reply.pop_back();
    }
    return size * count;
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "::1" || host == "[::1]" || host.starts_with("127.");
}

SmtpSettings checked(SmtpSettings settings) {
    const bool is_clear = settings.encryption == Encryption::none;
    if (is_clear && !settings.password.empty() && !is_this_machine(settings.host)) {
        throw std::invalid_argument("smtp: a password needs an encrypted connection");
    }
    return settings;
}

std::string url_of(const SmtpSettings& settings) {
    std::string url = settings.encryption == Encryption::tls ? "smtps://" : "smtp://";
    const bool is_bare_ipv6 = settings.host.contains(':') && !settings.host.starts_with('[');
    url += is_bare_ipv6 ? '[' + settings.host + ']' : settings.host;
    return url + ':' + std::to_string(settings.port) + '/' + settings.hello_name;
}

// A no to the letter is final; a no to us (we may not sign in, or are not greeted) is not, since it
// says nothing of the letter.
bool is_final(CURLcode result, long reply, const Passage& passage) {
    if (reply < 500 || reply > 599) return false;
    if (reply == 530 || reply == 534 || reply == 535 || reply == 538) return false;
    if (result == CURLE_SEND_ERROR) return true;  // to MAIL, RCPT or DATA
    return result == CURLE_WEIRD_SERVER_REPLY && passage.sent == passage.message.size();
}

}  // namespace

// The connection; libcurl keeps it open between letters.
class SmtpMailer::Line {
public:
    explicit Line(SmtpSettings settings) : settings_(std::move(settings)), handle_(opened()) {}

    void carry(const Letter& letter, std::string_view message) {
        const std::lock_guard lock(mutex_);
        curl_easy_reset(handle_.get());  // keeps the connection
        Passage passage{.message = message};
        std::array<char, CURL_ERROR_SIZE> reason{};
        const std::unique_ptr<curl_slist, ListFreed> to(
            curl_slist_append(nullptr, ('<' + letter.to_address + '>').c_str()));
        set_connection();
        set(CURLOPT_ERRORBUFFER, reason.data());
        set(CURLOPT_MAIL_FROM, ('<' + letter.from_address + '>').c_str());
        set(CURLOPT_MAIL_RCPT, to.get());
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_READFUNCTION, &read_message);
        set(CURLOPT_READDATA, &passage);
        set(CURLOPT_HEADERFUNCTION, &keep_reply);
        set(CURLOPT_HEADERDATA, &passage);
        const CURLcode result = curl_easy_perform(handle_.get());
        if (result == CURLE_OK) return;
        long reply = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &reply);
        const char* said = reason[0] != '\0' ? reason.data() : curl_easy_strerror(result);
        std::string sentence = std::string("smtp: ") + said;
        if (!passage.reply.empty()) sentence += " (" + passage.reply + ")";
        if (is_final(result, reply, passage)) throw Rejected(sentence);
        throw Deferred(sentence);
    }

private:
    template <class Value>
    void set(CURLoption option, Value value) {
        const CURLcode result = curl_easy_setopt(handle_.get(), option, value);
        if (result != CURLE_OK) throw std::runtime_error(curl_easy_strerror(result));
    }

    void set_connection() {
        using std::chrono::milliseconds;
        set(CURLOPT_URL, url_of(settings_).c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT_MS,
            static_cast<long>(milliseconds(settings_.connect_timeout).count()));
        set(CURLOPT_TIMEOUT_MS,
            static_cast<long>(milliseconds(settings_.letter_timeout).count()));
        set(CURLOPT_MAXAGE_CONN, 60L);
        set(CURLOPT_USE_SSL, static_cast<long>(settings_.encryption == Encryption::none
                                                   ? CURLUSESSL_NONE
                                                   : CURLUSESSL_ALL));
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        if (!settings_.authorities_file.empty()) {
            set(CURLOPT_CAINFO, settings_.authorities_file.c_str());
        }
        if (settings_.user.empty()) return;
        set(CURLOPT_USERNAME, settings_.user.c_str());
        set(CURLOPT_PASSWORD, settings_.password.c_str());
    }

    const SmtpSettings settings_;
    std::mutex mutex_;
    std::unique_ptr<CURL, HandleClosed> handle_;
};

SmtpMailer::SmtpMailer(SmtpSettings settings, const base::Clock& clock)
    : line_(std::make_unique<Line>(checked(std::move(settings)))), clock_(clock) {}

SmtpMailer::~SmtpMailer() = default;

void SmtpMailer::send(const Letter& letter) {
    const std::string message = compose(with_id(letter), clock_.now());
    line_->carry(letter, message);
}

FolderMailer::FolderMailer(std::filesystem::path folder, const base::Clock& clock)
    : folder_(std::move(folder)), clock_(clock) {
    std::filesystem::create_directories(folder_);
}

void FolderMailer::send(const Letter& letter) {
    const base::Instant now = clock_.now();
    const std::string message = compose(with_id(letter), now);
    std::string name = base::iso_utc(now);  // without what file systems do not like
    std::erase_if(name, [](char c) { return c == '-' || c == ':'; });
    const std::filesystem::path path = folder_ / (name + '-' + crypto::random_token() + ".eml");
    std::filesystem::path unfinished = path;
    unfinished += ".part";
    std::ofstream file(unfinished, std::ios::binary);
    file << message;
    file.close();
    if (!file) throw Deferred("the letter cannot be written to " + folder_.string());
    std::error_code error;
    std::filesystem::rename(unfinished, path, error);
    if (error) throw Deferred("the letter cannot be written: " + error.message());
}

}  // namespace mail
