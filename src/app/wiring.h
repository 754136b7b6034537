#pragma once
// Builds database, features, site, listeners, workers and server from a configuration; owns them,
// and stops them in reverse.

#include "app/config.h"
#include "app/publishing.h"
#include "features/account/feature.h"
#include "features/extracts/feature.h"
#include "features/forum/feature.h"
#include "platform/base/time.h"
#include "platform/kit/feature.h"
#include "platform/live/hub.h"
#include "platform/record/reader.h"
#include "platform/sql/database.h"
#include "platform/web/site.h"

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace app {

// A sentence for the person at the machine; the program ends with 1 (refused) or 3 (broken).
struct Refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Input that cannot be read; the program ends with 2.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The one door out, with what the features have to say at it.
leaving::Gate gate();

// The features, in order; the live hub receives their hints.
// `entrance`: what signing in needs of the world outside.
// `batch`: what is said unattributed waits there.
std::vector<kit::Feature> features(live::Hub& hub, const std::string& base_url,
                                   const account::EntrancePtr& entrance,
                                   const std::shared_ptr<forum::Batch>& batch,
                                   extracts::Thresholds thresholds = {});
std::vector<identity::Grant> grants(const std::vector<kit::Feature>& features);

// What all of them keep for how long; the nightly purge goes by it.
std::vector<kit::Retention> retentions(const std::vector<kit::Feature>& features);

// Opens what the configuration names. `Refused` where the folder or the address is wrong.
std::unique_ptr<sql::Database> open_database(const Config& config);
// `Refused` where the schema is not the program's own.
void require_schema(sql::Database& database);

struct HouseOptions {
    std::string key = "of tests and of commands that let nobody in";  // of the data folder
    std::vector<account::Provider> providers = {};
    http::Fetch fetch = &http::fetch;  // what asks providers
    extracts::Thresholds thresholds = {};  // of what is taken outside
    forum::Hours hours = {};          // at which what was said unattributed appears
    std::string metrics_token = {};
    std::function<void()> committed = {};        // after every durable write
    std::function<std::string()> metrics = {};   // added to /metrics
};

// The whole site without sockets: for serving and for tests.
class House {
public:
    House(sql::Database& database, const base::Clock& clock, const std::string& base_url,
          const HouseOptions& options = {});
    ~House();

    web::Site& site() { return *site_; }
    live::Hub& hub() { return hub_; }
    record::Reader& reader() { return *reader_; }
    const std::vector<kit::Feature>& features() const { return features_; }
    forum::Batch& batch() { return *batch_; }
    void publish_due() { publishing_.run_due(); }  // as is done every few seconds, once started
    void start();  // listeners and workers
    void stop();

private:
    live::Hub hub_;
    std::shared_ptr<forum::Batch> batch_;  // shared with the forum's pages
    std::vector<kit::Feature> features_;
    std::unique_ptr<record::Reader> reader_;
    std::unique_ptr<web::Site> site_;
    Publishing publishing_;  // ends first
};

}  // namespace app
