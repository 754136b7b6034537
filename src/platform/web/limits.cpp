#include "platform/web/limits.h"

#include <algorithm>

namespace web {

bool Limits::allow(const std::string& key, int count_a_minute, base::Instant now) {
    const std::scoped_lock lock(mutex_);
    if (buckets_.size() >= buckets_max) {
        std::erase_if(buckets_, [&](const auto& entry) {
            return now - entry.second.at > base::minutes(1);
        });
        if (buckets_.size() >= buckets_max) buckets_.clear();
    }
    Bucket& bucket = buckets_.try_emplace(key, Bucket{0, now}).first->second;
    const double passed_us = static_cast<double>((now - bucket.at).count());
    bucket.level = std::max(0.0, bucket.level - passed_us * count_a_minute / 60e6);
    bucket.at = now;
    if (bucket.level + 1 > count_a_minute) return false;
    bucket.level += 1;
    return true;
}

}  // namespace web
