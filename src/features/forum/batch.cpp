#include "features/forum/batch.h"

#include "platform/crypto/random.h"
#include "platform/crypto/token.h"

#include <algorithm>
#include <cstring>

namespace forum {

namespace {

std::size_t bytes_of(const Held& held) {
    constexpr std::size_t around = 512;
    std::size_t bytes = around;
    if (held.fresh) {
        for (const auto& pair : held.fresh->envelope.pairs) {
            bytes += pair.first.size() + pair.second.size();
        }
    }
    if (const auto* post = std::get_if<SaidPost>(&held.deed)) bytes += post->body.size();
    if (const auto* edit = std::get_if<SaidEdit>(&held.deed)) bytes += edit->body.size();
    return bytes;
}

// The same of all and of one: whoever is told learns nothing of others.
base::Refusal no_room() {
    return base::Refusal{
        "So much waits to appear that there is no room. Keep your text, and come "
        "back after the full hour."};
}

std::int64_t hour_of(base::Instant at) {
    return std::chrono::floor<base::hours>(at).time_since_epoch().count();
}

std::uint64_t random_number() {
    std::uint64_t number = 0;
    std::memcpy(&number, crypto::random_bytes(sizeof number).data(), sizeof number);
    return number;
}

bool is_same(const Held& one, const Held& other) {
    if (one.topic != other.topic || one.verifier != other.verifier) return false;
    const auto *post = std::get_if<SaidPost>(&one.deed), *same = std::get_if<SaidPost>(&other.deed);
    return post && same && post->body == same->body;
}

// In whatever order, but each voice's words in their own.
std::vector<Held> shuffled(std::vector<Held> batch) {
    std::map<std::pair<std::int64_t, std::string>, std::uint64_t> places;
    for (const Held& held : batch) {
        places.try_emplace({held.topic.value, held.verifier}, random_number());
    }
    std::ranges::stable_sort(
        batch, {}, [&](const Held& held) { return places.at({held.topic.value, held.verifier}); });
    return batch;
}

}  // namespace

Batch::Batch(const Hours& hours, std::string_view key)
    : hours_(hours), key_(crypto::digest("what browsers keep of voices " + std::string(key))) {}

std::string Batch::mark_of(PersonId person) const {
    return crypto::base64url(crypto::keyed_digest(key_, std::to_string(person.value)));
}

base::Instant Batch::due_of(base::Instant said) const {
    const auto since = (said + hours_.at_least).time_since_epoch();
    const auto whole = (since + hours_.every - std::chrono::microseconds(1)) / hours_.every;
    return base::Instant(whole * hours_.every);
}

base::Verdict Batch::has_room(std::size_t bytes) const {
    const std::scoped_lock lock(mutex_);
    if (held_.size() < held_max && bytes_ + bytes <= held_bytes_max) return base::allowed;
    return no_room();
}

base::Verdict Batch::has_share(PersonId person, std::size_t bytes, base::Instant now) const {
    const std::scoped_lock lock(mutex_);
    if (hour_ != hour_of(now)) return base::allowed;
    const auto found = sent_.find(person.value);
    if (found == sent_.end()) return base::allowed;
    const Share& share = found->second;
    if (share.deeds < deeds_an_hour && share.bytes + bytes <= bytes_an_hour) return base::allowed;
    return no_room();
}

void Batch::note_sent(PersonId person, std::size_t bytes, base::Instant now) {
    const std::scoped_lock lock(mutex_);
    if (hour_ != hour_of(now)) sent_.clear();
    hour_ = hour_of(now);
    Share& share = sent_[person.value];
    ++share.deeds;
    share.bytes += bytes;
}

void Batch::add(Held held) {
    const std::scoped_lock lock(mutex_);
    for (const Held& one : held_) {
        if (is_same(one, held)) return;
    }
    bytes_ += bytes_of(held);
    held_.push_back(std::move(held));
}

std::optional<std::string> Batch::name_of(TopicId topic, std::string_view verifier) const {
    const std::scoped_lock lock(mutex_);
    for (const Held& held : held_) {
        if (held.fresh && held.topic == topic && held.verifier == verifier) return held.fresh->name;
    }
    return std::nullopt;
}

std::vector<std::string> Batch::names_in(TopicId topic) const {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> names;
    for (const Held& held : held_) {
        if (held.fresh && held.topic == topic) names.push_back(held.fresh->name);
    }
    return names;
}

std::vector<std::string> Batch::posts_of(TopicId topic, std::string_view verifier) const {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> posts;
    for (const Held& held : held_) {
        if (held.topic != topic || held.verifier != verifier) continue;
        if (const auto* post = std::get_if<SaidPost>(&held.deed)) posts.push_back(post->body);
    }
    return posts;
}

bool Batch::may_begin(PersonId person, base::Instant now) const {
    const std::scoped_lock lock(mutex_);
    if (day_ != std::chrono::floor<base::days>(now).time_since_epoch().count()) return true;
    const auto found = begun_.find(person.value);
    return found == begun_.end() || found->second < new_voices_a_day;
}

void Batch::note_begun(PersonId person, base::Instant now) {
    const std::scoped_lock lock(mutex_);
    const auto day = std::chrono::floor<base::days>(now).time_since_epoch().count();
    if (day_ != day) begun_.clear();
    day_ = day;
    ++begun_[person.value];
}

std::vector<Held> Batch::take(base::Instant now) {
    return taken_where([now](const Held& held) { return held.due <= now; });
}

std::vector<Held> Batch::take_all() {
    return taken_where([](const Held&) { return true; });
}

std::vector<Held> Batch::taken_where(const std::function<bool(const Held&)>& is_taken) {
    const std::scoped_lock lock(mutex_);
    std::vector<Held> taken, kept;
    for (Held& held : held_) (is_taken(held) ? taken : kept).push_back(std::move(held));
    held_ = std::move(kept);
    bytes_ = 0;
    for (const Held& held : held_) bytes_ += bytes_of(held);
    return shuffled(std::move(taken));
}

void Batch::put_back(std::vector<Held> held) {
    const std::scoped_lock lock(mutex_);
    for (Held& one : held) {
        bytes_ += bytes_of(one);
        held_.push_back(std::move(one));
    }
}

std::size_t Batch::size() const {
    const std::scoped_lock lock(mutex_);
    return held_.size();
}

}  // namespace forum
