#include "platform/web/metrics.h"

#include <map>
#include <mutex>
#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace web {

struct Metrics::Families {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("moothall_requests_total")
            .Help("Requests answered, by route and status")
            .Register(registry);
    prometheus::Histogram& seconds =
        prometheus::BuildHistogram()
            .Name("moothall_request_seconds")
            .Help("Time from the whole request to its answer")
            .Register(registry)
            .Add({}, prometheus::Histogram::BucketBoundaries{0.0001, 0.00025, 0.0005, 0.001, 0.0025,
                                                             0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1,
                                                             5});
    std::mutex mutex;
    std::map<std::pair<std::string, int>, prometheus::Counter*, std::less<>> counters;
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::count_request(std::string_view route, int status, double seconds) {
    families_->seconds.Observe(seconds);
    const std::scoped_lock lock(families_->mutex);
    auto& counter = families_->counters[{std::string(route), status}];
    if (counter == nullptr) {
        counter = &families_->requests.Add(
            {{"route", std::string(route)}, {"status", std::to_string(status)}});
    }
    counter->Increment();
}

std::string Metrics::text() const {
    return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace web
