#include "platform/web/limits.h"

#include "platform/crypto/token.h"

#include <algorithm>

namespace web {

namespace {

// By then the fullest bucket has run dry. A clock that was set back has passed everything.
bool has_run_dry(base::Instant at, base::Instant now) {
    return now < at || now - at > base::minutes(1);
}

}  // namespace

bool Limits::allow(std::string_view key, int count_a_minute, base::Instant now) {
    std::string digest = crypto::digest(key);
    const std::scoped_lock lock(mutex_);
    if (has_run_dry(swept_, now) || buckets_.size() >= buckets_max) forget_dry(now);
    Bucket& bucket = buckets_.try_emplace(std::move(digest), Bucket{0, now}).first->second;
    const auto passed = std::max(now - bucket.at, base::Instant::duration::zero());
    const auto passed_us = static_cast<double>(passed.count());
    bucket.level = std::max(0.0, bucket.level - passed_us * count_a_minute / 60e6);
    bucket.at = now;
    if (bucket.level + 1 > count_a_minute) return false;
    bucket.level += 1;
    return true;
}

void Limits::forget_dry(base::Instant now) {
    std::erase_if(buckets_, [now](const auto& entry) { return has_run_dry(entry.second.at, now); });
    if (buckets_.size() >= buckets_max) buckets_.clear();
    swept_ = now;
}

}  // namespace web
