#include "app/wiring.h"

#include "app/migrations.h"
#include "features/admin/feature.h"
#include "features/breaches/feature.h"
#include "features/coverage/feature.h"
#include "features/extracts/feature.h"
#include "features/home/feature.h"
#include "features/membership/feature.h"
#include "features/membership/membership.h"
#include "features/networks/feature.h"
#include "features/notices/feature.h"
#include "features/offices/feature.h"
#include "features/organisations/feature.h"
#include "features/people/feature.h"
#include "features/privacy/feature.h"
#include "features/rule/feature.h"
#include "features/sealing/feature.h"
#include "platform/jobs/queue.h"
#include "platform/live/pages.h"

#include <algorithm>
#include <filesystem>

namespace app {

namespace {

constexpr std::uintmax_t disk_bytes_min = 64 * 1024 * 1024;

// Whoever was signed out somewhere, or belongs to more or less than before, comes again through the
// door. Whom a case of the Rule is about, no fact says, and whom a text asks are many: then all do.
void close_streams(live::Hub& hub, const record::StoredFact& fact) {
    const auto is = [&](std::string_view kind) { return fact.kind == kind; };
    if (is("account.sessions_ended") || is("account.merged") || is("rule.acceptance_withdrawn")) {
        return hub.leave(identity::PersonId{fact.subject});
    }
    if (is("membership.member_ended")) {
        return hub.leave(identity::PersonId{fact.details.integer("person")});
    }
    const bool closes_a_door = is("breaches.decided") || is("breaches.appeal_settled")
                                   ? fact.details.text("outcome") == "suspended"
                                   : is("rule.text_published") && fact.details.integer("asks") != 0;
    if (closes_a_door) hub.leave_all();
}

// What the machinery itself serves: the stream of hints.
kit::Feature live_feature(live::Hub& hub) {
    return {
        .name = "live",
        .routes = [&hub](web::Routes& site) { live::routes(site, hub); },
        .forget = [&hub](const record::Floor&, identity::PersonId person) {
            hub.leave(person);
        },
        .merge = kit::nothing_to_merge,
        .hold = [](const record::Floor&) { return std::vector<identity::Holding>{}; },
        .check = [](sql::Tx&) { return std::vector<std::string>{}; },
        .watchers = {[&hub](const record::StoredFact& fact) { close_streams(hub, fact); }},
    };
}

// The forum tells whoever belongs to no network to apply to one. To a sponsor's contact none is
// open, and the roll, which the forum does not know, says so.
kit::Today for_members(kit::Today forum) {
    return [forum = std::move(forum)](web::Call& call) {
        if (call.open<membership::Roll>().is_sponsor_contact()) {
            return std::vector<kit::TodayPart>();
        }
        return forum(call);
    };
}

std::vector<kit::Today> today_parts(const std::vector<kit::Feature>& features) {
    std::vector<kit::Today> parts;
    for (const auto& feature : features) {
        if (!feature.today) continue;
        parts.push_back(feature.name.value == "forum" ? for_members(feature.today)
                                                      : feature.today);
    }
    return parts;
}

}  // namespace

leaving::Gate gate() {
    return leaving::Gate({extracts::extracts_alone()});
}

std::vector<kit::Feature> features(live::Hub& hub, const std::string& base_url,
                                   const account::EntrancePtr& entrance,
                                   const std::shared_ptr<forum::Batch>& batch,
                                   extracts::Thresholds thresholds) {
    std::vector<kit::Feature> all;
    all.push_back(live_feature(hub));
    all.push_back(networks::feature(
        {&forum::activity_of, &notices::activity_of}, [](const web::Call& call) {
            return !call.open<membership::Roll>().is_sponsor_contact();
        }));
    all.push_back(rule::feature());
    const auto whole = std::make_shared<account::Whole>();  // shared with its pages; filled below
    all.push_back(account::feature(whole, entrance));
    all.push_back(admin::feature());
    all.push_back(sealing::feature({.gate = gate(), .base_url = base_url}));
    // Before the forum, to whose areas the addresses of notices would lead else.
    all.push_back(notices::feature({.gate = gate(), .base_url = base_url}));
    all.push_back(forum::feature(
        [&hub](identity::AudienceId audience, const std::string& subject) {
            hub.hint(audience, subject);
        },
        {.gate = gate(), .base_url = base_url}, batch));
    const auto directory = std::make_shared<organisations::Directory>();
    all.push_back(organisations::feature(directory));
    all.push_back(membership::feature(directory,
                                      {.gate = gate(), .base_url = base_url}));
    all.push_back(breaches::feature({.gate = gate(), .base_url = base_url}));
    all.push_back(extracts::feature({.gate = gate(), .base_url = base_url}, thresholds));
    all.push_back(offices::feature({.gate = gate(), .base_url = base_url}));
    all.push_back(people::feature({.gate = gate(), .base_url = base_url}));
    all.push_back(coverage::feature(gate()));
    const auto held = std::make_shared<privacy::Whole>();  // shared with its pages; filled below
    held->gate = gate();
    all.push_back(privacy::feature(held));
    all.insert(all.begin(), home::feature(today_parts(all)));
    for (const auto& feature : all) {
        if (feature.name.value != "account") {
            whole->forget.push_back(feature.forget.value);
            whole->merge.push_back(feature.merge.value);
            whole->holds.push_back(feature.hold.value);
        }
        whole->keeps.insert(whole->keeps.end(), feature.keeps.begin(), feature.keeps.end());
        held->holds.push_back(feature.hold.value);
        held->about_persons.insert(held->about_persons.end(), feature.about_persons.begin(),
                                   feature.about_persons.end());
    }
    // The account last: until then the others can ask it who is forgotten, and who read what.
    const auto account = std::ranges::find(all, "account", [](const kit::Feature& one) {
        return one.name.value;
    });
    whole->forget.push_back(account->forget.value);
    whole->merge.push_back(account->merge.value);
    held->retains = retentions(all);
    return all;
}

std::vector<identity::Grant> grants(const std::vector<kit::Feature>& features) {
    std::vector<identity::Grant> all;
    for (const auto& feature : features) {
        all.insert(all.end(), feature.grants.begin(), feature.grants.end());
    }
    return all;
}

std::vector<kit::Retention> retentions(const std::vector<kit::Feature>& features) {
    std::vector<kit::Retention> all;
    for (const auto& feature : features) {
        all.insert(all.end(), feature.retains.begin(), feature.retains.end());
    }
    return all;
}

std::unique_ptr<sql::Database> open_database(const Config& config) {
    std::error_code trouble;
    std::filesystem::create_directories(config.data, trouble);
    if (trouble) {
        throw Refused("The data folder " + config.data + " cannot be made: " + trouble.message() +
                      ".");
    }
    std::filesystem::permissions(config.data, std::filesystem::perms::owner_all, trouble);
    const auto space = std::filesystem::space(config.data, trouble);
    if (!trouble && space.available < disk_bytes_min) {
        throw Refused("The disk of the data folder " + config.data +
                      " has less than 64 MB left. Make room, then start again.");
    }
    try {
        sql::Options options;
        options.connections_max = std::max(4, config.workers * 2);
        return sql::Database::open(sql::Url::parse(config.database_url()), options);
    } catch (const std::invalid_argument& wrong) {
        throw Refused(wrong.what());
    }
}

void require_schema(sql::Database& database) {
    const auto state = sql::schema_state(database, migrations());
    if (!state.unknown.empty()) {
        throw Refused("The database was made by a newer Moothall (it has " +
                      state.unknown.front() + "). Start that one, or restore an older backup.");
    }
    if (!state.changed.empty()) {
        throw Refused("The schema step " + state.changed.front() +
                      " differs from the one this database was made with. This program does not "
                      "belong to this database.");
    }
    if (state.missing.size() == migrations().size()) {
        sql::migrate(database, migrations());  // an empty place
        return;
    }
    if (!state.missing.empty()) {
        throw Refused("The database needs " + std::to_string(state.missing.size()) +
                      " schema steps. Back it up, then run: moothall migrate");
    }
}

House::House(sql::Database& database, const base::Clock& clock, const std::string& base_url,
             const HouseOptions& options)
    : batch_(std::make_shared<forum::Batch>(options.hours, options.key)),
      features_(app::features(
          hub_, base_url,
          std::make_shared<account::Entrance>(
              account::Door{options.key, crypto::relying_party(base_url)}, options.providers,
              options.fetch),
          batch_, options.thresholds)),
      publishing_(database, clock, *batch_, [this] { reader_->nudge(); }) {
    std::vector<record::Listener> listeners;
    std::vector<record::Watcher> watchers;
    web::Routes routes;
    std::vector<web::Menu> menus;
    web::Bar bar;
    web::Banner banner;
    web::Signposts signposts;
    for (const auto& feature : features_) {
        feature.routes.value(routes);
        listeners.insert(listeners.end(), feature.listeners.begin(), feature.listeners.end());
        watchers.insert(watchers.end(), feature.watchers.begin(), feature.watchers.end());
        if (feature.menu) menus.push_back(feature.menu);
        if (feature.bar) bar = feature.bar;
        if (feature.banner) banner = feature.banner;
        signposts.add(feature.signposts);
    }
    reader_ = std::make_unique<record::Reader>(database, clock, std::move(listeners),
                                               std::move(watchers));
    site_ = std::make_unique<web::Site>(
        web::Site::Parts{.database = database,
                         .clock = clock,
                         .routes = std::move(routes),
                         .grants = grants(features_),
                         .menus = std::move(menus),
                         .bar = std::move(bar),
                         .banner = std::move(banner),
                         .signposts = std::move(signposts),
                         .gate = gate(),
                         .base_url = base_url,
                         .metrics_token = options.metrics_token,
                         .committed =
                             [this, committed = options.committed] {
                                 reader_->nudge();
                                 if (committed) committed();
                             },
                         .metrics = options.metrics});
}

House::~House() { stop(); }

void House::start() {
    hub_.start();
    reader_->start();
    publishing_.start();
}

void House::stop() {
    hub_.stop();
    reader_->stop();
    site_->stop();
    publishing_.stop();
}

}  // namespace app
