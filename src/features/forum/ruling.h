#pragma once
// The Rule as it holds for what is said in a topic. A topic has a state, which holds for what is
// said next, and each post has the one under which it was said. Any may be made stricter at once; a
// post's is loosened only when every author concerned has agreed.

#include "features/forum/forum.h"

namespace forum {

inline constexpr std::size_t loosening_words_max = 600;
inline constexpr int loosening_posts_max = 200;         // of one wish
inline constexpr auto loosening_rest = base::days{30};  // after a no, until the same is asked again
inline constexpr int loosenings_shown_max = 20;

struct StateDraft {
    std::string state;  // "record", "rule", "closed"
};

struct LooseningDraft {
    std::string state;
    std::string from, to;  // numbers of posts
    std::string words;     // why; the authors read it
};

struct OwnPost {
    int number = 0;
    std::string html;
};

// The Rule in the forum as one actor meets it.
class Ruling {
public:
    explicit Ruling(const record::Floor& floor) : floor_(floor) {}

    // From the next post on. NotFound for a state that there is not, here as below.
    base::Result<rule::State> set_next(const Topic& topic, const StateDraft& draft);
    // All that was said, and what is said next.
    base::Result<rule::State> tighten(const Topic& topic, const StateDraft& draft);
    base::Result<rule::State> tighten(const Post& post, const StateDraft& draft);
    base::Result<rule::State> set_area(const networks::Area& area, const StateDraft& draft);
    base::Result<bool> allow_naming(const Post& post, bool may_be_named);

    base::Result<LooseningId> ask(const Topic& topic, const LooseningDraft& draft);
    base::Result<LooseningId> withdraw(const Loosening& loosening);
    base::Result<Loosening::Outcome> answer(const Loosening& loosening, bool is_yes);

    // For the authors who are asked, wherever they belong now, and for who may ask; NotFound else.
    Loosening loosening(LooseningId id) const;
    std::vector<OwnPost> own_posts(const Loosening& loosening) const;  // of the actor, concerned
    std::vector<Loosening> of(const Topic& topic) const;               // that wait
    std::vector<Loosening> asked_of_me() const;                        // and wait

private:
    record::Floor floor_;
};

std::string path_to(LooseningId id);
std::optional<rule::State> state_of(std::string_view code);
std::string_view code_of(rule::State state);

}  // namespace forum
