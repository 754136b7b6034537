#pragma once
// Who is looking on: one stream of hints ("topic 12 has changed") a browser tab. Hints name things
// and carry no content; the browser asks again through the same door as everybody.

#include "platform/http/message.h"
#include "platform/identity/actor.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

namespace live {

inline constexpr std::size_t streams_per_person_max = 6;  // one more closes the oldest
inline constexpr unsigned beat_seconds = 25;              // proxies cut what is silent for longer
// Then it is closed and the browser comes again, through the door: who has lost an audience since
// is told nothing more of it.
inline constexpr unsigned life_seconds = 30 * 60;

// Safe for concurrent use.
class Hub {
public:
    Hub() = default;
    Hub(const Hub&) = delete;
    ~Hub();

    // The stream is shared with the connection, which may end it at any time. `audiences` is
    // ascending, as Actor::audiences() gives it.
    void join(std::shared_ptr<http::Stream> stream, identity::PersonId person,
              std::vector<std::int64_t> audiences);
    // To the streams of those who belong to the audience; `subject` as in Page: "topic:12".
    void hint(identity::AudienceId audience, std::string_view subject);
    void leave(identity::PersonId person);  // closes all of a person's streams: signed out, left
    void leave_all();  // everybody comes again through the door, who may still

    void beat();  // a comment to every stream now; forgets those that are closed
    void tick();  // a second has passed: a beat to those whose turn it is
    std::size_t streams() const;

    void start();  // ticks by itself
    void stop();   // and closes every stream

private:
    struct Watcher {
        std::shared_ptr<http::Stream> stream;
        identity::PersonId person;
        std::uint64_t joined = 0;  // tick
        unsigned phase = 0;        // at which tick of beat_seconds its turn is
        std::shared_ptr<const std::vector<std::int64_t>> audiences;  // shared by one person's
    };
    using Streams = std::vector<std::shared_ptr<http::Stream>>;

    void make_room(identity::PersonId person, Streams& closing);
    std::shared_ptr<const std::vector<std::int64_t>> shared(identity::PersonId person,
                                                            std::vector<std::int64_t> audiences);

    mutable std::mutex mutex_;
    std::vector<Watcher> watchers_;  // in the order of joining
    std::uint64_t ticks_ = 0;
    unsigned next_phase_ = 0;
    std::condition_variable_any stopping_;
    std::jthread thread_;
};

}  // namespace live
