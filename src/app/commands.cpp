#include "app/commands.h"

#include "app/demo.h"
#include "app/migrations.h"
#include "app/wiring.h"
#include "features/admin/admin.h"
#include "features/coverage/coverage.h"
#include "features/membership/feature.h"
#include "features/organisations/organisations.h"
#include "platform/base/json.h"
#include "platform/identity/identity.h"
#include "platform/record/store.h"
#include "platform/search/index.h"
#include "platform/sql/backup.h"
#include "platform/sql/check.h"
#include "platform/web/community.h"

#include <algorithm>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <span>

namespace app {

namespace {

constexpr int exit_done = 0;
constexpr int exit_refused = 1;
// Whoever has the machine has everything: no second factor is asked for.
constexpr identity::LinkTerms cli_link{base::hours(12), identity::Assurance::two_factors};
constexpr int told_aside_max = 20;

bool wants_json(const Config& config) { return config.format == "json"; }

void print(const base::Json& json) { fmt::print("{}\n", json.dump(2)); }

std::string base_url_of(const Config& config) {
    if (!config.base_url.empty()) return config.base_url;
    const auto colon = config.listen.rfind(':');
    return "http://localhost" + (colon == config.listen.npos ? "" : config.listen.substr(colon));
}

void show_progress(std::string_view what, std::int64_t done, std::int64_t of) {
    fmt::print(stderr, "\r{}: {} of {}   {}", what, done, of, done == of ? "\n" : "");
}

// The words of all posts and the directory of people, and nothing else: nobody is written to about
// an invented past.
void index_demo(sql::Database& database, const base::Clock& clock, House& house) {
    std::vector<record::Listener> search;
    for (const auto& feature : house.features()) {
        for (const auto& listener : feature.listeners) {
            const bool fills = listener.name == "forum.search" ||
                               listener.name == "people.listings";
            if (fills) search.push_back(listener);
        }
    }
    record::Reader(database, clock, std::move(search), {}).catch_up();
    search::tidy(database);
    database.write([&](sql::Tx& tx) {
        const auto newest = record::store::newest(tx);
        for (const auto& feature : house.features()) {
            for (const auto& listener : feature.listeners) {
                record::store::move_cursor(tx, listener.name, newest);
            }
        }
    });
}

// Who plays which part, without links: for signing in again later.
void write_people(const Config& config, const Planted& planted) {
    auto people = base::Json::array();
    for (const auto& person : planted.people) {
        people.push_back({{"role", person.role}, {"name", person.name}, {"email", person.email}});
    }
    std::ofstream(config.data + "/demo-people.json") << people.dump(2) << '\n';
}

int demo(const Config& config) {
    const auto database = open_database(config);
    require_schema(*database);
    const base::SystemClock clock;
    const auto planted = plant_demo(*database, clock,
                                    {config.members, config.topics, config.posts, config.seed},
                                    show_progress);
    House house(*database, clock, base_url_of(config));
    fmt::print(stderr, "search index …\n");
    index_demo(*database, clock, house);
    write_people(config, planted);
    auto people = base::Json::array();
    for (const auto& person : planted.people) {
        people.push_back({{"role", person.role},
                          {"name", person.name},
                          {"sign_in", base_url_of(config) + person.sign_in}});
    }
    if (wants_json(config)) {
        print({{"members", planted.members},
               {"topics", planted.topics},
               {"posts", planted.posts},
               {"people", people}});
        return exit_done;
    }
    fmt::print("{} members, {} topics, {} posts\n", planted.members, planted.topics,
               planted.posts);
    for (const auto& person : people) {
        fmt::print("{:18} {:24} {}\n", person["role"].get<std::string>(),
                   person["name"].get<std::string>(), person["sign_in"].get<std::string>());
    }
    return exit_done;
}

int migrate(const Config& config) {
    const auto database = open_database(config);
    const auto done = sql::migrate(*database, migrations());
    bool is_whole = true;
    database->read([&](sql::Tx& tx) { is_whole = search::is_whole(tx); });
    if (!is_whole) search::reindex(*database);
    if (wants_json(config)) {
        print({{"steps", done}});
        return exit_done;
    }
    for (const auto& step : done) fmt::print("{}\n", step);
    fmt::print(stderr, "{}\n", done.empty() ? "The schema is up to date." : "Done.");
    return exit_done;
}

std::vector<std::string> facts_aside(sql::Tx& tx) {
    std::vector<std::string> sentences;
    for (const auto& aside : record::store::set_aside_after(tx, "", {}, told_aside_max)) {
        sentences.push_back(fmt::format("record: {} has set fact {} aside ({}); run moothall retry",
                                        aside.listener, aside.fact.value, aside.reason));
    }
    return sentences;
}

int check(const Config& config) {
    const auto database = open_database(config);
    require_schema(*database);
    const base::SystemClock clock;
    House house(*database, clock, base_url_of(config));
    std::vector<std::string> troubles;
    database->read([&](sql::Tx& tx) {
        for (const auto& feature : house.features()) {
            for (auto& sentence : feature.check.value(tx)) {
                troubles.push_back(feature.name.value + ": " + sentence);
            }
        }
        for (auto& sentence : facts_aside(tx)) troubles.push_back(std::move(sentence));
        if (!search::is_whole(tx)) {
            troubles.push_back("search: words are missing; run moothall migrate");
        }
    });
    for (auto& sentence : sql::broken_references(*database)) {
        troubles.push_back("database: " + sentence);
    }
    if (wants_json(config)) print({{"ok", troubles.empty()}, {"wrong", troubles}});
    else for (const auto& sentence : troubles) fmt::print("{}\n", sentence);
    if (troubles.empty()) fmt::print(stderr, "Everything fits together.\n");
    return troubles.empty() ? exit_done : exit_refused;
}

int retry(const Config& config) {
    const auto database = open_database(config);
    require_schema(*database);
    const base::SystemClock clock;
    House house(*database, clock, base_url_of(config));
    const auto retried = house.reader().retry();
    if (wants_json(config)) {
        print({{"heard", retried.heard}, {"set_aside", retried.failed}});
    } else {
        fmt::print("{} heard, {} still set aside\n", retried.heard, retried.failed);
    }
    return retried.failed == 0 ? exit_done : exit_refused;
}

int administrator(const Config& config) {
    const auto database = open_database(config);
    require_schema(*database);
    const auto now = base::SystemClock().now();
    std::string token;
    database->write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("command line");
        const auto appointed = admin::Administration(record::Floor{tx, worker, now})
                                   .appoint_first(config.email);
        if (!appointed) throw Refused(appointed.error().sentence);
        token = identity::make_link(tx, *appointed, now, cli_link);
    });
    fmt::print("{}/sign-in/link/{}?next=%2Fadmin%2Fset-up\n", base_url_of(config), token);
    return exit_done;
}

int sign_in(const Config& config) {
    const auto database = open_database(config);
    require_schema(*database);
    const auto now = base::SystemClock().now();
    std::string token;
    database->write([&](sql::Tx& tx) {
        const auto person = identity::store::find_person_by_email(tx, config.email);
        if (!person) throw Refused("Nobody here has the address " + config.email + ".");
        token = identity::make_link(tx, person->id, now, cli_link);
    });
    fmt::print("{}/sign-in/link/{}\n", base_url_of(config), token);
    return exit_done;
}

int routes(const Config& config) {
    live::Hub hub;
    web::Routes all;
    const auto entrance = std::make_shared<account::Entrance>(account::Door{},
                                                             std::vector<account::Provider>(),
                                                             &http::fetch);
    const auto batch = std::make_shared<forum::Batch>();  // nothing waits in it
    for (const auto& feature : features(hub, "", entrance, batch)) feature.routes.value(all);
    auto json = base::Json::array();
    for (const auto& route : all.all()) {
        const std::string_view method = route.method == http::Method::get ? "GET" : "POST";
        if (wants_json(config)) {
            json.push_back({{"method", method},
                            {"path", route.pattern},
                            {"access", route.access.text()}});
        } else {
            fmt::print("{:5} {:40} {}\n", method, route.pattern, route.access.text());
        }
    }
    if (wants_json(config)) print(json);
    return exit_done;
}

int print_report(const Config& config, const sql::BackupReport& report) {
    if (wants_json(config)) {
        print({{"tables", report.tables}, {"rows", report.rows}, {"bytes", report.bytes}});
    } else {
        fmt::print("{} tables, {} rows, {} bytes\n", report.tables, report.rows, report.bytes);
    }
    return exit_done;
}

void show_table(std::string_view table, std::int64_t rows) {
    fmt::print(stderr, "{}: {} rows\n", table, rows);
}

int backup(const Config& config) {
    const auto database = open_database(config);
    require_schema(*database);
    const auto report = sql::back_up(*database, config.file, show_table);
    database->write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("backup");
        const auto now = base::SystemClock().now();
        admin::Administration(record::Floor{tx, worker, now})
            .note_backup({now, report.rows, report.bytes, ""});
    });
    return print_report(config, report);
}

int restore(const Config& config) {
    if (!std::filesystem::exists(config.file)) {
        throw Refused("There is no file " + config.file + ".");
    }
    const auto database = open_database(config);
    const auto report = sql::restore(*database, config.file, migrations(), show_table);
    fmt::print(stderr, "search index …\n");
    search::reindex(*database);
    return print_report(config, report);
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) {
        throw Unreadable("The file " + path + " cannot be read.");
    }
    constexpr std::uintmax_t bytes_max = 256 * 1024 * 1024;
    if (std::filesystem::file_size(path) > bytes_max) {
        throw Unreadable("The file " + path + " is larger than 256 MB.");
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

base::Json lists_of(const organisations::ImportReport& report) {
    using organisations::Change;
    base::Json json{{"unchanged", report.import.unchanged}};
    for (const auto kind : {Change::Kind::added, Change::Kind::returned, Change::Kind::renamed,
                            Change::Kind::recoded, Change::Kind::moved, Change::Kind::closed,
                            Change::Kind::redated, Change::Kind::absent, Change::Kind::rejected}) {
        auto& list = json[std::string(code_of(kind))] = base::Json::array();
        for (const Change& change : report.changes) {
            if (change.kind != kind) continue;
            if (kind == Change::Kind::rejected) {
                list.push_back({{"line", change.line}, {"reason", change.words}});
            } else {
                list.push_back({{"code", change.code}, {"name", change.name}});
            }
        }
    }
    return json;
}

void print_changes(const organisations::ImportReport& report) {
    for (const auto& change : report.changes) {
        const std::string place = change.line > 0 ? fmt::format(" (line {})", change.line) : "";
        fmt::print("{:9} {:5} {}{}{}{}\n", code_of(change.kind), change.code, change.name,
                   change.words.empty() || change.name.empty() ? "" : ": ", change.words, place);
    }
    fmt::print("{} organisations in the file, {} unchanged\n", report.import.total,
               report.import.unchanged);
}

int import_organisations(const Config& config) {
    const auto as_of = base::parse_day(config.as_of);
    if (!as_of) throw Unreadable("--as-of must be a day like 2026-07-31.");
    const std::string bytes = bytes_of(config.file);
    const auto database = open_database(config);
    require_schema(*database);
    const auto now = base::SystemClock().now();
    organisations::ImportReport report;
    database->write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("command line");
        organisations::Organisations directory(record::Floor{tx, worker, now});
        const auto missing = config.accepts_missing ? organisations::Missing::accepted
                                                    : organisations::Missing::refused;
        auto read = directory.import_trusts(bytes, *as_of, missing);
        if (!read && read.error().field == "file") throw Unreadable(read.error().sentence);
        if (!read) throw Refused(read.error().sentence);
        report = *std::move(read);
    });
    if (wants_json(config)) print(lists_of(report));
    else print_changes(report);
    return exit_done;
}

// Thrown to undo what was only tried.
struct TriedOnly {};

base::Json report_of(const membership::Brought& brought) {
    auto rejected = base::Json::array();
    for (const auto& [line, reason] : brought.rejected) {
        rejected.push_back({{"line", line}, {"reason", reason}});
    }
    return {{"matched", brought.matched},
            {"invited", brought.invited},
            {"enrolled", brought.enrolled},
            {"unchanged", brought.unchanged},
            {"rejected", rejected}};
}

void print_brought(const membership::Brought& brought, bool is_tried_only) {
    for (const auto& [line, reason] : brought.rejected) {
        fmt::print("line {}: {}\n", line, reason);
    }
    const char* will = is_tried_only ? "would be" : "will be";
    fmt::print("{} lines name an organisation that is known. {} people {} invited by mail; {} with "
               "an account {} in their networks at once; {} lines change nothing; {} lines were "
               "not taken.\n",
               brought.matched, brought.invited, will, brought.enrolled, will, brought.unchanged,
               brought.rejected.size());
}

int import_members(const Config& config) {
    constexpr std::size_t rows_a_transaction = 250;
    const auto file = membership::read_roll_file(bytes_of(config.file));
    if (!file) throw Unreadable(file.error());
    const auto database = open_database(config);
    require_schema(*database);
    const auto now = base::SystemClock().now();
    const auto worker = identity::Actor::worker("command line");
    organisations::Directory directory;
    membership::Bringing bringing(directory);
    const std::span rows(file->rows);
    for (std::size_t from = 0; from < rows.size(); from += rows_a_transaction) {
        const auto part = rows.subspan(from, std::min(rows_a_transaction, rows.size() - from));
        membership::Bringing attempt = bringing;  // a transaction may run a second time
        try {
            database->write([&](sql::Tx& tx) {
                attempt = bringing;
                attempt.bring({tx, worker, now}, part);
                if (config.is_tried_only) throw TriedOnly();
            });
        } catch (const TriedOnly&) {
        }
        bringing = attempt;
        show_progress("Lines", static_cast<std::int64_t>(from + part.size()),
                      static_cast<std::int64_t>(rows.size()));
    }
    if (!config.is_tried_only) {  // the first letters go at once, the others as the server runs
        const membership::Mailing mailing{.gate = gate(), .base_url = base_url_of(config)};
        database->write([&](sql::Tx& tx) {
            membership::send_invitations({tx, worker, now}, mailing);
        });
    }
    auto brought = bringing.brought();
    brought.rejected.insert(brought.rejected.end(), file->refused.begin(), file->refused.end());
    std::ranges::sort(brought.rejected, {}, &membership::RefusedRow::line);
    if (wants_json(config)) print(report_of(brought));
    else print_brought(brought, config.is_tried_only);
    return exit_done;
}

base::Json day_or_null(const std::optional<base::Day>& day) {
    return day ? base::Json(base::iso_day(*day)) : base::Json();
}

int list_organisations(const Config& config) {
    constexpr int read_at_once = 1'000;
    const auto database = open_database(config);
    require_schema(*database);
    const auto now = base::SystemClock().now();
    std::vector<organisations::Organisation> all;
    base::Zone zone;
    database->read([&](sql::Tx& tx) {
        all.clear();
        zone = base::Zone(web::community(tx).zone);
        const auto worker = identity::Actor::worker("command line");
        const organisations::Organisations directory(record::Floor{tx, worker, now});
        for (std::size_t before = SIZE_MAX; before != all.size();) {
            before = all.size();
            for (auto& one : directory.after(all.empty() ? "" : all.back().code, read_at_once)) {
                all.push_back(std::move(one));
            }
        }
    });
    const auto today = base::day_of(zone.local(now));
    auto json = base::Json::array();
    for (const auto& one : all) {
        json.push_back({{"code", one.code},
                        {"name", one.name},
                        {"kind", code_of(one.kind)},
                        {"region", one.region},
                        {"board", one.board},
                        {"opened", day_or_null(one.opened)},
                        {"closed", day_or_null(one.closed)},
                        {"open", one.is_open(today)}});
        if (wants_json(config)) continue;
        fmt::print("{:6} {:16} {:4} {:6} {:6} {}\n", one.code, code_of(one.kind), one.region,
                   one.board, one.is_open(today) ? "open" : "closed", one.name);
    }
    if (wants_json(config)) print(json);
    return exit_done;
}

std::string shown(const std::optional<std::int64_t>& covered) {
    return covered ? std::to_string(*covered) : "hidden";
}

int show_coverage(const Config& config) {
    const auto database = open_database(config);
    require_schema(*database);
    const auto now = base::SystemClock().now();
    coverage::Table table;
    database->read([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("command line");
        const record::Floor floor{tx, worker, now};
        const base::Zone zone(web::community(tx).zone);
        const auto today = base::day_of(zone.local(now));
        const auto on = config.on.empty() ? today : base::parse_day(config.on);
        if (!on) throw Unreadable("--on must be a day like 2026-07-31.");
        const auto all = networks::Networks(floor).all();
        const auto network = std::ranges::find(all, config.network, &networks::Network::slug);
        if (network == all.end()) throw Refused("There is no network " + config.network + ".");
        if (network->coverage != networks::Told::trusts) {
            throw Refused("The coverage does not tell of the network " + config.network + ".");
        }
        const auto by = coverage::by_of(config.by).value();
        const coverage::Coverage coverage(floor);
        if (auto refusal = coverage.may_tell(*on, today)) throw Refused(refusal->sentence);
        table = coverage.table(network->id, by, *on, today);
    });
    const auto or_null = [](const std::optional<std::int64_t>& covered) {
        return covered ? base::Json(*covered) : base::Json();
    };
    auto rows = base::Json::array();
    for (const auto& area : table.rows) {
        rows.push_back({{"code", area.code},
                        {"name", area.name},
                        {"open", area.open},
                        {"covered", or_null(area.covered)}});
        if (!wants_json(config)) {
            fmt::print("{:6} {:52} {:5} {:>7}\n", area.code, area.name, area.open,
                       shown(area.covered));
        }
    }
    if (wants_json(config)) {
        print({{"scope", table.scope}, {"covered", or_null(table.covered)}, {"rows", rows}});
    } else {
        fmt::print("{:6} {:52} {:5} {:>7}\n", "", "All", table.scope, shown(table.covered));
    }
    return exit_done;
}

}  // namespace

int run_command(const Config& config) {
    if (config.command == "serve") return serve(config);
    if (config.command == "demo") return demo(config);
    if (config.command == "migrate") return migrate(config);
    if (config.command == "check") return check(config);
    if (config.command == "retry") return retry(config);
    if (config.command == "administrator") return administrator(config);
    if (config.command == "routes") return routes(config);
    if (config.command == "sign-in") return sign_in(config);
    if (config.command == "backup") return backup(config);
    if (config.command == "organisations import") return import_organisations(config);
    if (config.command == "members import") return import_members(config);
    if (config.command == "rule lint") return lint(config);
    if (config.command == "count") return count(config);
    if (config.command == "coverage") return show_coverage(config);
    if (config.command == "organisations list") return list_organisations(config);
    return restore(config);
}

}  // namespace app
