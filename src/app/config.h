#pragma once
// All that is read from the command line, the environment and the configuration file, once. Every
// other room is handed values.

#include "platform/base/log.h"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

struct Config {
    std::string command;  // "serve"
    std::string data = "var";
    std::string database;  // empty: SQLite in the data folder
    std::string format = "text";
    base::log::Level log_level = base::log::Level::info;

    // serve
    std::string listen = "127.0.0.1:8080";
    std::string base_url;  // empty: http://localhost:PORT
    int workers = 4;
    std::vector<std::string> trusted_proxies;
    std::string smtp_url;  // empty: letters go to the folder `mail` of the data folder
    std::string smtp_user, smtp_password;
    std::string mail_from;
    std::string metrics_token;
    std::string key_file;   // empty: `key` in the data folder
    std::string providers;  // a JSON file of OpenID Connect providers; empty: none
    int extract_contributors = 5, extract_organisations = 5;
    std::string backup_folder;  // empty: `backups` in the data folder
    int backup_every_hours = 24;
    int backup_keep = 14;
    int batch_minutes = 60;  // when what was said unattributed appears: at each full hour
    int inherited_socket = -1;  // from systemd

    // demo
    std::int64_t members = 3500, topics = 2000, posts = 20'000;
    std::string seed = "moothall";

    std::string email;  // administrator, sign-in
    std::string file;   // backup, restore, organisations import, rule lint, count
    std::string as_of;  // organisations import: "2026-07-31"
    bool accepts_missing = false;
    bool is_tried_only = false;  // members import: --dry-run
    std::string network, by = "region", on;  // coverage
    std::string roll, organisations;         // rule lint: CSV files
    int people_min = 5;                      // rule lint
    std::string rule, lot;                   // count
    int seats = 0;                           // count: 0 as many as the file says

    std::string database_url() const;
    std::string backups() const;
};

// Ends the program with 0 or 2 where the command line asks for help or cannot be read.
Config read_config(int count, const char* const* arguments);

}  // namespace app
