#include "platform/live/hub.h"

#include "platform/base/json.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace live {

namespace {

constexpr std::string_view comment = ":\n\n";
constexpr unsigned phase_step = 7;    // no divisor of beat_seconds, so that all phases come up
constexpr unsigned life_spread = 12;  // seconds a phase, so that not all come again at once

std::string hint_text(std::string_view subject) {
    base::Json json;
    json["subject"] = subject;
    const auto replace = base::Json::error_handler_t::replace;  // what is not UTF-8
    return "event: hint\ndata: " + json.dump(-1, ' ', false, replace) + "\n\n";
}

void close_all(const std::vector<std::shared_ptr<http::Stream>>& streams) {
    for (const auto& stream : streams) stream->close();
}

void send_all(const std::vector<std::shared_ptr<http::Stream>>& streams, std::string_view text) {
    for (const auto& stream : streams) stream->send(std::string(text));
}

}  // namespace

Hub::~Hub() { stop(); }

void Hub::join(std::shared_ptr<http::Stream> stream, identity::PersonId person,
               std::vector<std::int64_t> audiences) {
    Streams closing;  // closed and sent to without the lock: a stream has its own
    {
        const std::scoped_lock lock(mutex_);
        make_room(person, closing);
        next_phase_ = (next_phase_ + phase_step) % beat_seconds;
        auto held = shared(person, std::move(audiences));
        watchers_.push_back({std::move(stream), person, ticks_, next_phase_, std::move(held)});
    }
    close_all(closing);
}

void Hub::make_room(identity::PersonId person, Streams& closing) {
    const auto is_persons = [person](const Watcher& watcher) { return watcher.person == person; };
    std::erase_if(watchers_, [&](const Watcher& watcher) {
        return is_persons(watcher) && !watcher.stream->is_open();
    });
    if (std::ranges::count_if(watchers_, is_persons) <
        static_cast<std::ptrdiff_t>(streams_per_person_max)) {
        return;
    }
    const auto oldest = std::ranges::find_if(watchers_, is_persons);
    closing.push_back(std::move(oldest->stream));
    watchers_.erase(oldest);
}

std::shared_ptr<const std::vector<std::int64_t>> Hub::shared(identity::PersonId person,
                                                             std::vector<std::int64_t> audiences) {
    for (const Watcher& watcher : watchers_) {
        if (watcher.person == person && *watcher.audiences == audiences) return watcher.audiences;
    }
    audiences.shrink_to_fit();
    return std::make_shared<const std::vector<std::int64_t>>(std::move(audiences));
}

void Hub::hint(identity::AudienceId audience, std::string_view subject) {
    Streams hearing;
    {
        const std::scoped_lock lock(mutex_);
        for (const Watcher& watcher : watchers_) {
            if (std::ranges::binary_search(*watcher.audiences, audience.value)) {
                hearing.push_back(watcher.stream);
            }
        }
    }
    if (!hearing.empty()) send_all(hearing, hint_text(subject));
}

void Hub::leave(identity::PersonId person) {
    Streams closing;
    {
        const std::scoped_lock lock(mutex_);
        std::erase_if(watchers_, [&](const Watcher& watcher) {
            if (watcher.person != person) return false;
            closing.push_back(watcher.stream);
            return true;
        });
    }
    close_all(closing);
}

void Hub::leave_all() {
    Streams closing;
    {
        const std::scoped_lock lock(mutex_);
        for (const Watcher& watcher : watchers_) closing.push_back(watcher.stream);
        watchers_.clear();
    }
    close_all(closing);
}

void Hub::beat() {
    Streams beating;
    {
        const std::scoped_lock lock(mutex_);
        std::erase_if(watchers_, [](const Watcher& watcher) { return !watcher.stream->is_open(); });
        for (const Watcher& watcher : watchers_) beating.push_back(watcher.stream);
    }
    send_all(beating, comment);
}

void Hub::tick() {
    Streams beating;
    Streams closing;
    {
        const std::scoped_lock lock(mutex_);
        ++ticks_;
        const unsigned phase = static_cast<unsigned>(ticks_ % beat_seconds);
        std::erase_if(watchers_, [&](const Watcher& watcher) {
            if (watcher.phase != phase) return false;
            if (!watcher.stream->is_open()) return true;
            if (ticks_ - watcher.joined >= life_seconds + watcher.phase * life_spread) {
                closing.push_back(watcher.stream);
                return true;
            }
            beating.push_back(watcher.stream);
            return false;
        });
    }
    send_all(beating, comment);
    close_all(closing);
}

std::size_t Hub::streams() const {
    const std::scoped_lock lock(mutex_);
    return watchers_.size();
}

void Hub::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            tick();
            std::unique_lock lock(mutex_);
            stopping_.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
        }
    });
}

void Hub::stop() {
    if (thread_.joinable()) {
        thread_.request_stop();
        thread_.join();
    }
    Streams closing;
    {
        const std::scoped_lock lock(mutex_);
        for (Watcher& watcher : watchers_) closing.push_back(std::move(watcher.stream));
        watchers_.clear();
    }
    close_all(closing);
}

}  // namespace live
