#pragma once
// How often one address or person may do a thing: a leaky bucket for each, in memory, bounded. It
// forgets at a restart and each node counts for itself; that is enough to blunt guessing.

#include "platform/base/time.h"

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace web {

// Safe for concurrent use.
class Limits {
public:
    // True while `key`, of any length, stays within `count_a_minute`, in bursts as large.
    bool allow(std::string_view key, int count_a_minute, base::Instant now);

private:
    struct Bucket {
        double level = 0;
        base::Instant at;
    };
    void forget_dry(base::Instant now);

    static constexpr std::size_t buckets_max = 100'000;
    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;  // by digest: all keys are of one size
    base::Instant swept_;
};

}  // namespace web
