#include "app/config.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

namespace app {

namespace {

constexpr int exit_wrong_use = 2;

// systemd's socket activation: LISTEN_PID names us, the first socket is descriptor 3.
int inherited_socket() {
    const char* pid = std::getenv("LISTEN_PID");
    const char* count = std::getenv("LISTEN_FDS");
    if (pid == nullptr || count == nullptr) return -1;
    if (std::to_string(getpid()) != pid || std::string_view(count) == "0") return -1;
    return 3;
}

void add_everywhere(CLI::App& app, Config& config, std::string& level) {
    app.add_option("--data", config.data, "the data folder")
        ->envname("MOOTHALL_DATA")
        ->capture_default_str();
    app.add_option("--database", config.database,
                   "sqlite:PATH or postgresql://… (default: SQLite in the data folder)")
        ->envname("MOOTHALL_DATABASE");
    app.add_option("--format", config.format, "of results")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    app.add_option("--log-level,--log_level", level, "info, warning or error")
        ->envname("MOOTHALL_LOG_LEVEL")
        ->check(CLI::IsMember({"info", "warning", "error"}));
    app.set_config("--config", "moothall.toml", "the configuration file", false);
    app.allow_config_extras(CLI::config_extras_mode::ignore);
}

void add_serving(CLI::App& app, Config& config) {
    const auto option = [&](const std::string& names, auto& value, const std::string& env,
                            const std::string& words) {
        app.add_option(names, value, words)->envname("MOOTHALL_" + env)->group("Serving");
    };
    option("--listen", config.listen, "LISTEN", "address and port (127.0.0.1:8080)");
    option("--workers", config.workers, "WORKERS", "threads that read from PostgreSQL");
    option("--base-url,--base_url", config.base_url, "BASE_URL", "how the world reaches us");
    option("--trusted-proxies,--trusted_proxies", config.trusted_proxies, "TRUSTED_PROXIES",
           "addresses whose X-Forwarded-* count");
    option("--smtp-url,--smtp_url", config.smtp_url, "SMTP_URL", "smtp://host:port or smtps://…");
    option("--smtp-user,--smtp_user", config.smtp_user, "SMTP_USER", "for the mail server");
    option("--smtp-password,--smtp_password", config.smtp_password, "SMTP_PASSWORD", "likewise");
    option("--mail-from,--mail_from", config.mail_from, "MAIL_FROM", "sender of our mails");
    option("--key-file,--key_file", config.key_file, "KEY_FILE",
           "what second factors are sealed under (key in the data folder)");
    option("--providers", config.providers, "PROVIDERS",
           "a JSON file of OpenID Connect providers to sign in with");
    option("--extract-contributors,--extract_contributors", config.extract_contributors,
           "EXTRACT_CONTRIBUTORS", "so many must have spoken, else each of them is asked (5)");
    option("--extract-organisations,--extract_organisations", config.extract_organisations,
           "EXTRACT_ORGANISATIONS", "and be of so many organisations (5)");
    option("--metrics-token,--metrics_token", config.metrics_token, "METRICS_TOKEN",
           "lets others than this machine read /metrics");
    option("--batch-minutes,--batch_minutes", config.batch_minutes, "BATCH_MINUTES",
           "what is said unattributed appears at each whole so many (60)");
    option("--backup-folder,--backup_folder", config.backup_folder, "BACKUP_FOLDER",
           "where scheduled backups go");
    option("--backup-every-hours,--backup_every_hours", config.backup_every_hours,
           "BACKUP_EVERY_HOURS", "0: none");
    option("--backup-keep,--backup_keep", config.backup_keep, "BACKUP_KEEP", "how many stay");
}

// Words of two: `organisations import`.
void add_organisations(CLI::App& app, Config& config) {
    CLI::App* organisations = app.add_subcommand("organisations", "the directory of organisations");
    organisations->fallthrough();
    organisations->require_subcommand(1);
    const auto command = [&](const std::string& name, const std::string& words) {
        CLI::App* added = organisations->add_subcommand(name, words);
        added->fallthrough();
        added->callback([&config, name] { config.command = "organisations " + name; });
        return added;
    };
    CLI::App* import = command("import", "reads the published list of NHS trusts (etr.csv)");
    import->add_option("file", config.file)->required();
    import->add_option("--as-of", config.as_of, "the day it stands for: 2026-07-31")->required();
    import->add_flag("--accept-missing", config.accepts_missing,
                     "even where more than a fifth of the open ones are missing");
    command("list", "all of them, as they are now");
}

void add_members(CLI::App& app, Config& config) {
    CLI::App* members = app.add_subcommand("members", "the roll");
    members->fallthrough();
    members->require_subcommand(1);
    CLI::App* import = members->add_subcommand(
        "import", "brings a roll kept elsewhere (CSV with name, email, network …)");
    import->fallthrough();
    import->callback([&config] { config.command = "members import"; });
    import->add_option("file", config.file)->required();
    import->add_flag("--dry-run", config.is_tried_only, "says what would happen, changes nothing");
}

void add_rule(CLI::App& app, Config& config) {
    CLI::App* rule = app.add_subcommand("rule", "the Chatham House Rule");
    rule->fallthrough();
    rule->require_subcommand(1);
    CLI::App* lint = rule->add_subcommand("lint", "finds what in a text could tell who spoke");
    lint->fallthrough();
    lint->callback([&config] { config.command = "rule lint"; });
    lint->add_option("file", config.file, "UTF-8 text; - is standard input")->required();
    lint->add_option("--roll", config.roll,
                     "CSV: name, organisation, organisation_code, role, region")
        ->required();
    lint->add_option("--organisations", config.organisations, "CSV: code, name, kind, aliases");
    lint->add_option("--fewer-than", config.people_min,
                     "a combination that fits fewer people is told")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
}

void add_count(CLI::App& app, Config& config) {
    constexpr int seats_max = 1'000;
    CLI::App* count = app.add_subcommand("count", "counts an election from its ballots (.blt)");
    count->fallthrough();
    count->callback([&config] { config.command = "count"; });
    count->add_option("file", config.file, "ballots; - is standard input")->required();
    count->add_option("--rule", config.rule, "how: see docs/howto/count-an-election.md")
        ->check(CLI::IsMember({"scottish", "ers97", "meek", "irv", "block"}))
        ->required();
    count->add_option("--seats", config.seats, "another number of seats than the file's")
        ->check(CLI::Range(1, seats_max));
    count->add_option("--lot", config.lot, "64 hexadecimal digits: the seed that breaks ties");
    count->add_option("--format", config.format, "of the result")
        ->check(CLI::IsMember({"text", "json", "csv", "svg"}));
}

void add_commands(CLI::App& app, Config& config) {
    const auto command = [&](const std::string& name, const std::string& words) {
        CLI::App* added = app.add_subcommand(name, words);
        added->fallthrough();
        added->callback([&config, name] { config.command = name; });
        return added;
    };
    command("serve", "serves the community");
    CLI::App* demo = command("demo", "fills an empty database with an invented community");
    demo->add_option("--members", config.members)->check(CLI::Range(20, 1'000'000));
    demo->add_option("--topics", config.topics)->check(CLI::Range(1, 1'000'000));
    demo->add_option("--posts", config.posts)->check(CLI::Range(1, 10'000'000));
    demo->add_option("--seed", config.seed);
    command("migrate", "brings the schema up to date");
    command("check", "verifies every invariant of the stored data");
    command("administrator", "makes the first administrator of an empty community")
        ->add_option("email", config.email)
        ->required();
    command("retry", "has facts heard again that were set aside");
    command("routes", "method, path, who may knock");
    command("sign-in", "prints a one-time sign-in link")
        ->add_option("email", config.email)
        ->required();
    command("backup", "a consistent copy, while serving")
        ->add_option("file", config.file)
        ->required();
    command("restore", "into an empty place")->add_option("file", config.file)->required();
    add_organisations(app, config);
    add_members(app, config);
    add_rule(app, config);
    add_count(app, config);
    CLI::App* coverage = command("coverage", "the share of covered trusts, as outsiders see it");
    coverage->add_option("--network", config.network, "its slug: ccio")->required();
    coverage->add_option("--by", config.by)->check(CLI::IsMember({"region", "board", "nation"}));
    coverage->add_option("--on", config.on, "a day: 2026-07-31 (today)");
    app.require_subcommand(1);
}

base::log::Level level_of(std::string_view name) {
    if (name == "warning") return base::log::Level::warning;
    if (name == "error") return base::log::Level::error;
    return base::log::Level::info;
}

}  // namespace

std::string Config::database_url() const {
    return database.empty() ? "sqlite:" + data + "/moothall.db" : database;
}

std::string Config::backups() const {
    return backup_folder.empty() ? data + "/backups" : backup_folder;
}

Config read_config(int count, const char* const* arguments) {
    Config config;
    std::string level = "info";
    CLI::App app{"Moothall: the members' platform on which a professional network lives"};
    app.set_version_flag("--version", "moothall 0.1.0");
    add_everywhere(app, config, level);
    add_serving(app, config);
    add_commands(app, config);
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& asked_for_words) {
        std::exit(app.exit(asked_for_words));
    } catch (const CLI::ParseError& wrong) {
        app.exit(wrong);
        std::exit(exit_wrong_use);
    }
    config.log_level = level_of(level);
    config.inherited_socket = inherited_socket();
    return config;
}

}  // namespace app
