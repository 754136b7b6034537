#pragma once
// What was said unattributed and waits, in memory alone, to appear together at a full hour: nothing
// of it is written before, and who said it is in it only sealed. Safe for concurrent use.

#include "features/forum/forum.h"
#include "features/sealing/sealing.h"

#include <map>
#include <mutex>

namespace forum {

inline constexpr std::size_t held_max = 1'000;  // of all
inline constexpr std::size_t held_bytes_max = 8 * 1024 * 1024;
inline constexpr int new_voices_a_day = 3;  // of one person
inline constexpr int deeds_an_hour = 20;    // of one person
inline constexpr std::size_t bytes_an_hour = 512 * 1024;

// When a batch appears: at each whole `every` since midnight, what was said `at_least` before.
struct Hours {
    std::chrono::microseconds every = base::hours(1);
    std::chrono::microseconds at_least = base::minutes(10);
};

struct FreshVoice {
    std::string name;
    sealing::Envelope envelope;
};
struct SaidPost {
    AudienceId audience;
    rule::State state;
    std::string body;
};
struct SaidEdit {
    PostId post;
    int version = 0;  // the one that it began from
    std::string body;
};
struct SaidAnswer {
    LooseningId loosening;
    bool is_yes = false;
};
struct SaidFarewell {};  // the phrase is to open nothing any more

struct Held {
    TopicId topic;
    std::string verifier;             // of the voice
    std::optional<FreshVoice> fresh;  // of a voice that is not there yet
    std::variant<SaidPost, SaidEdit, SaidAnswer, SaidFarewell> deed;
    base::Instant due;

    bool is_of(const Held& other) const {  // the same voice's
        return topic == other.topic && verifier == other.verifier;
    }
};

class Batch {
public:
    // `key`: of the data folder.
    explicit Batch(const Hours& hours = {}, std::string_view key = {});

    base::Instant due_of(base::Instant said) const;
    base::Verdict has_room(std::size_t bytes) const;
    // Beside it, of what one person may send in this hour: numbers in memory, of whom alone.
    base::Verdict has_share(PersonId person, std::size_t bytes, base::Instant now) const;
    void note_sent(PersonId person, std::size_t bytes, base::Instant now);
    // Under what a browser keeps what is this person's: the next who signs in there has another,
    // and it says to nobody who that is.
    std::string mark_of(PersonId person) const;
    // The same a second time is one: a form that was sent twice.
    void add(Held held);
    // The name under which a voice waits that is not there yet.
    std::optional<std::string> name_of(TopicId topic, std::string_view verifier) const;
    std::vector<std::string> names_in(TopicId topic) const;
    std::vector<std::string> posts_of(TopicId topic, std::string_view verifier) const;
    // How many voices this person began today: a number in memory, and not which.
    bool may_begin(PersonId person, base::Instant now) const;
    void note_begun(PersonId person, base::Instant now);

    // What is due, voice by voice in an order that nobody knows; all there is, where the program
    // ends.
    std::vector<Held> take(base::Instant now);
    std::vector<Held> take_all();
    void put_back(std::vector<Held> held);
    std::size_t size() const;

private:
    std::vector<Held> taken_where(const std::function<bool(const Held&)>& is_taken);

    struct Share {
        int deeds = 0;
        std::size_t bytes = 0;
    };

    const Hours hours_;
    const std::string key_;
    mutable std::mutex mutex_;
    std::vector<Held> held_;
    std::size_t bytes_ = 0;
    std::int64_t day_ = 0;
    std::map<std::int64_t, int> begun_;  // by person, on that day
    std::int64_t hour_ = 0;
    std::map<std::int64_t, Share> sent_;  // by person, in that hour
};

// Makes it appear: one transaction, one moment for all.
void publish(const record::Floor& floor, const std::vector<Held>& batch);

}  // namespace forum
