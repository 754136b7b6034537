#include "app/commands.h"
#include "app/key.h"
#include "app/wiring.h"

#include "features/admin/admin.h"
#include "features/membership/feature.h"
#include "features/notices/feature.h"
#include "features/privacy/privacy.h"
#include "features/rule/feature.h"
#include "platform/http/server.h"
#include "platform/jobs/schedule.h"
#include "platform/jobs/worker.h"
#include "platform/mail/mime.h"
#include "platform/mail/outbox.h"
#include "platform/mail/smtp.h"
#include "platform/search/index.h"
#include "platform/sql/backup.h"
#include "platform/web/community.h"
#include "platform/web/errors.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <fmt/chrono.h>
#include <fmt/core.h>
#include <malloc.h>
#include <thread>

namespace app {

namespace {

namespace fs = std::filesystem;

http::Listen listen_of(const Config& config) {
    http::Listen listen;
    listen.inherited = config.inherited_socket;
    const auto colon = config.listen.rfind(':');
    if (colon == std::string::npos) {
        throw Refused("Listen on an address and a port, like 127.0.0.1:8080, not " +
                      config.listen + ".");
    }
    listen.address = config.listen.substr(0, colon);
    const char* end = config.listen.data() + config.listen.size();
    const auto read = std::from_chars(config.listen.data() + colon + 1, end, listen.port);
    if (read.ec != std::errc() || read.ptr != end) {
        throw Refused("The port in " + config.listen + " is not a number from 0 to 65535.");
    }
    return listen;
}

// "smtp://host:587" (STARTTLS), "smtps://host:465", "smtp+plain://127.0.0.1:25" (a relay here).
mail::SmtpSettings smtp_of(const Config& config) {
    mail::SmtpSettings settings{.user = config.smtp_user, .password = config.smtp_password};
    const auto scheme_end = config.smtp_url.find("://");
    const auto scheme = config.smtp_url.substr(0, scheme_end);
    const bool known = scheme == "smtp" || scheme == "smtps" || scheme == "smtp+plain";
    if (scheme_end == std::string::npos || !known) {
        throw Refused("smtp_url must be like smtp://mail.example.org:587, not " + config.smtp_url +
                      ".");
    }
    settings.encryption = scheme == "smtps"        ? mail::Encryption::tls
                          : scheme == "smtp+plain" ? mail::Encryption::none
                                                   : mail::Encryption::starttls;
    settings.port = scheme == "smtps" ? 465 : scheme == "smtp+plain" ? 25 : 587;
    const auto place = config.smtp_url.substr(scheme_end + 3);
    const auto colon = place.rfind(':');
    settings.host = place.substr(0, colon);
    if (colon != std::string::npos) {
        std::from_chars(place.data() + colon + 1, place.data() + place.size(), settings.port);
    }
    return settings;
}

std::unique_ptr<mail::Mailer> mailer_of(const Config& config, const base::Clock& clock) {
    if (config.smtp_url.empty()) {
        return std::make_unique<mail::FolderMailer>(config.data + "/mail", clock);
    }
    return std::make_unique<mail::SmtpMailer>(smtp_of(config), clock);
}

// Who our letters come from: as configured, else as set up, else nobody in particular.
mail::SenderOf sender_of(const Config& config) {
    if (!config.mail_from.empty() && !mail::is_address(config.mail_from)) {
        throw Refused("mail_from must be like hello@example.org, not " + config.mail_from +
                      ". The name beside it is the community's.");
    }
    return [from = config.mail_from](sql::Tx& tx) {
        const auto community = web::community(tx);
        const std::string address = !from.empty()                  ? from
                                    : community.mail_from.empty() ? "moothall@localhost.invalid"
                                                                  : community.mail_from;
        return mail::Sender{community.name, address};
    };
}

// One voice is nobody's cover.
extracts::Thresholds thresholds_of(const Config& config) {
    if (config.extract_contributors < 2 || config.extract_organisations < 2) {
        throw Refused("extract_contributors and extract_organisations must be 2 or more.");
    }
    return {config.extract_contributors, config.extract_organisations};
}

// The newest stay; what is older than the last `keep` goes.
void rotate(const std::string& folder, int keep) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".moothall") files.push_back(entry.path());
    }
    std::ranges::sort(files, std::greater<>());  // the names are dates
    for (std::size_t i = static_cast<std::size_t>(std::max(1, keep)); i < files.size(); ++i) {
        fs::remove(files[i]);
    }
}

void note_backup(sql::Database& database, const admin::Backup& backup) {
    database.write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("backup");
        admin::Administration(record::Floor{tx, worker, backup.at}).note_backup(backup);
    });
}

void scheduled_backup(sql::Database& database, const base::Clock& clock, const Config& config) {
    const auto now = clock.now();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    const std::string file =
        config.backups() + fmt::format("/{:%Y-%m-%dT%H%M%SZ}.moothall", seconds);
    try {
        fs::create_directories(config.backups());
        fs::permissions(config.backups(), fs::perms::owner_all);
        const auto report = sql::back_up(database, file);
        sql::verify_backup(file);
        note_backup(database, {now, report.rows, report.bytes, ""});
        rotate(config.backups(), config.backup_keep);
    } catch (const std::exception& trouble) {
        note_backup(database, {now, 0, 0, trouble.what()});
        throw;
    }
}

// What the features keep no longer goes.
void purge(sql::Database& database, const base::Clock& clock,
           const std::vector<kit::Feature>& features) {
    database.write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("purge");
        const auto run = privacy::Purging({tx, worker, clock.now()}).run(retentions(features));
        if (!run) throw std::logic_error(run.error().sentence);
    });
}

std::string base_url_of(const Config& config, std::uint16_t port) {
    return config.base_url.empty() ? "http://localhost:" + std::to_string(port) : config.base_url;
}

void review_roll(sql::Database& database, const base::Clock& clock, const Config& config) {
    const auto worker = identity::Actor::worker("roll");
    const membership::Mailing mailing{
        .gate = gate(), .base_url = base_url_of(config, listen_of(config).port)};
    database.write([&](sql::Tx& tx) { membership::review({tx, worker, clock.now()}, mailing); });
}

void queue_notice(sql::Database& database, const base::Clock& clock, const std::string& base_url,
                  const record::Details& payload) {
    const auto worker = identity::Actor::worker("notices");
    const notices::Mailing mailing{.gate = gate(), .base_url = base_url};
    database.write([&](sql::Tx& tx) {
        notices::queue_letters({tx, worker, clock.now()}, payload, mailing);
    });
}

void queue_rule_letters(sql::Database& database, const base::Clock& clock,
                        const std::string& base_url, const record::Details& payload) {
    const auto worker = identity::Actor::worker("rule");
    const rule::Mailing mailing{.gate = gate(), .base_url = base_url};
    database.write(
        [&](sql::Tx& tx) { rule::queue_letters({tx, worker, clock.now()}, payload, mailing); });
}

void resume_notices(sql::Database& database, const base::Clock& clock) {
    const auto worker = identity::Actor::worker("notices");
    database.write([&](sql::Tx& tx) { notices::resume({tx, worker, clock.now()}); });
}

void invite(sql::Database& database, const base::Clock& clock, const Config& config) {
    const auto worker = identity::Actor::worker("roll");
    const membership::Mailing mailing{
        .gate = gate(), .base_url = base_url_of(config, listen_of(config).port)};
    database.write(
        [&](sql::Tx& tx) { membership::send_invitations({tx, worker, clock.now()}, mailing); });
}

std::vector<jobs::Recurring> recurring(sql::Database& database, const base::Clock& clock,
                                       const Config& config, House* const& house) {
    std::vector<jobs::Recurring> works{
        {"mail.expire", base::minutes(5),
         [&] { database.write([&](sql::Tx& tx) { mail::empty_expired(tx, clock.now()); }); }},
        {"purge", base::hours(24), [&] { purge(database, clock, house->features()); }},
        {"search.tidy", base::hours(24), [&] { search::tidy(database); }},
        {"notices.resume", base::hours(1), [&] { resume_notices(database, clock); }},
        {"membership.invite", base::minutes(5), [&] { invite(database, clock, config); }},
        {"membership.review", base::hours(24), [&] { review_roll(database, clock, config); }}};
    if (config.backup_every_hours > 0) {
        works.push_back({"backup", base::hours(config.backup_every_hours),
                         [&] { scheduled_backup(database, clock, config); }});
    }
    return works;
}

std::vector<account::Provider> providers_of(const Config& config) {
    if (config.providers.empty()) return {};
    std::ifstream stream(config.providers, std::ios::binary);
    if (!stream) throw Refused("The file of providers " + config.providers + " cannot be read.");
    try {
        return account::read_providers(std::string{std::istreambuf_iterator<char>(stream), {}});
    } catch (const std::invalid_argument& wrong) {
        throw Refused(wrong.what());
    }
}

// Nothing appears sooner than a sixth of the time after it was said.
forum::Hours hours_of(const Config& config) {
    const auto every = base::minutes(std::clamp(config.batch_minutes, 1, 24 * 60));
    return {.every = every, .at_least = every / 6};
}

std::string server_metrics(const http::Counters& counters) {
    return fmt::format(
        "# TYPE moothall_connections gauge\nmoothall_connections {}\n"
        "# TYPE moothall_streams gauge\nmoothall_streams {}\n"
        "# TYPE moothall_bytes_out_total counter\nmoothall_bytes_out_total {}\n",
        counters.open_connections, counters.open_streams, counters.bytes_out);
}

// SIGTERM and SIGINT end the server's loop; blocked before any thread begins, waited for by one.
class Signals {
public:
    Signals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGTERM);
        sigaddset(&set_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    void wait_then(std::function<void()> act) {
        thread_ = std::jthread([this, act = std::move(act)] {
            int caught = 0;
            sigwait(&set_, &caught);
            act();
        });
    }
    void end() { pthread_kill(thread_.native_handle(), SIGTERM); }

private:
    sigset_t set_{};
    std::jthread thread_;
};

// A reader of SQLite lets its pages go whenever another connection has committed, and soon reads
// them again: the heap is not given back to the system and taken anew each time.
void keep_heap() {
    mallopt(M_TRIM_THRESHOLD, 32 * 1024 * 1024);
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);  // naming the one stops the other from growing
}

// Works beside the requests: mail, purges, backups.
struct Workers {
    std::unique_ptr<mail::Mailer> mailer;
    mail::Outbox outbox;
    jobs::Worker worker;
    jobs::Schedule schedule;

    // `house` is set before they start.
    Workers(sql::Database& database, const base::Clock& clock, const Config& config,
            House* const& house)
        : mailer(mailer_of(config, clock)),
          outbox(database, clock, *mailer, sender_of(config)),
          worker(database, clock,
                 {{std::string(mail::send_job),
                   [this](const record::Details& payload) { outbox.send(payload); }},
                  {std::string(notices::send_job),
                   [&database, &clock, base_url = base_url_of(config, listen_of(config).port)](
                       const record::Details& payload) {
                       queue_notice(database, clock, base_url, payload);
                   }},
                  {std::string(rule::letters_job),
                   [&database, &clock, base_url = base_url_of(config, listen_of(config).port)](
                       const record::Details& payload) {
                       queue_rule_letters(database, clock, base_url, payload);
                   }}}),
          schedule(database, clock, recurring(database, clock, config, house)) {}
};

void serve_until_told(Signals& signals, sql::Database& database, const Config& config) {
    const base::SystemClock clock;
    std::function<std::string()> metrics;
    House* house = nullptr;
    Workers workers(database, clock, config, house);
    http::Server server(
        {.listen = listen_of(config),
         .limits = {},
         .spool_folder = config.data + "/spool",
         .trusted_proxies = config.trusted_proxies,
         .body_limit =
             [&house](const http::Request& request) {
                 return house->site().routes().body_bytes_max(request.method, request.path);
             },
         .error_page =
             [&house](int status) { return web::bare_error(status, house->site().signposts()); }},
        [&house](http::Request request, http::Reply reply) {
            house->site().answer(std::move(request), std::move(reply));
        });
    House built(database, clock, base_url_of(config, server.port()),
                {.key = data_key(config.key_file.empty() ? config.data + "/key"
                                                         : config.key_file),
                 .providers = providers_of(config),
                 .thresholds = thresholds_of(config),
                 .hours = hours_of(config),
                 .metrics_token = config.metrics_token,
                 .committed = [&] { workers.worker.nudge(); },
                 .metrics =
                     [&] {
                         return server_metrics(server.counters()) + jobs::metrics(database, clock);
                     }});
    house = &built;
    built.start();
    workers.worker.start();
    workers.schedule.start();
    signals.wait_then([&] {
        built.hub().stop();
        server.stop();
    });
    fmt::print(stderr, "moothall: {} on {}\n", base_url_of(config, server.port()),
               database.description());
    server.run();
    built.stop();
    workers.schedule.stop();
    workers.worker.stop();
}

}  // namespace

int serve(const Config& config) {
    keep_heap();
    Signals signals;
    const auto database = open_database(config);
    require_schema(*database);
    fs::create_directories(config.data + "/spool");
    serve_until_told(signals, *database, config);
    database->stop();
    fmt::print(stderr, "moothall: stopped\n");
    return 0;
}

}  // namespace app
