#include "features/forum/forum.h"

#include "features/forum/facts.h"
#include "features/forum/policy.h"
#include "features/forum/store.h"
#include "platform/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace forum {

using base::refuse;
using base::Result;
using rule::State;

namespace {

constexpr std::array<std::string_view, 3> state_codes = {"record", "rule", "closed"};

State known_state(std::string_view code) {
    const auto state = state_of(code);
    if (!state) throw base::NotFound();
    return *state;
}

Loosening loosening_of(store::LooseningRow row) {
    return {.id = row.id,
            .topic = row.topic,
            .audience = row.audience,
            .from = row.from,
            .to = row.to,
            .state = row.state,
            .asker = row.asker,
            .asker_name = std::move(row.asker_name),
            .words = std::move(row.words),
            .asked = row.asked,
            .outcome = row.outcome,
            .authors = row.authors,
            .asks_me = row.asks_me,
            .my_answer = row.my_answer};
}

std::vector<Loosening> loosenings_of(std::vector<store::LooseningRow> rows) {
    std::vector<Loosening> all;
    for (auto& row : rows) all.push_back(loosening_of(std::move(row)));
    return all;
}

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

base::Verdict may_be_asked(const Topic& topic, const Loosening& wish) {
    if (wish.from < 1 || wish.to < wish.from || wish.to > topic.last_number) {
        return base::Refusal{"Enter the numbers of posts of this topic, the first one first",
                             "from"};
    }
    if (wish.to - wish.from >= loosening_posts_max) {
        return base::Refusal{"Ask for at most 200 posts at once", "to"};
    }
    if (wish.words.empty()) {
        return base::Refusal{"Say what you would like to use them for", "words"};
    }
    if (base::length(wish.words) > loosening_words_max) {
        return base::Refusal{"This can be 600 characters long. Shorten it.", "words"};
    }
    return base::allowed;
}

}  // namespace

// ---- stricter at once ----

Result<State> Ruling::set_next(const Topic& topic, const StateDraft& draft) {
    const State state = known_state(draft.state);
    if (auto refusal = may_rule(floor_.actor, topic)) return std::unexpected(*refusal);
    const auto least = rule::Rule(floor_).state_of(topic.area);
    if (auto refusal = may_say_under(floor_.actor, topic.audience, {state, least})) {
        return std::unexpected(*refusal);
    }
    if (state == topic.state) return state;
    store::set_state(floor_.tx, topic.id, state);
    floor_.record().add(RuleOfTopicSet{topic.id, topic.audience, state, topic.last_number + 1});
    return state;
}

Result<State> Ruling::tighten(const Topic& topic, const StateDraft& draft) {
    const State state = known_state(draft.state);
    if (auto refusal = may_rule(floor_.actor, topic)) return std::unexpected(*refusal);
    store::tighten(floor_.tx, {topic.id, 1, topic.last_number, state, floor_.now});
    store::set_state(floor_.tx, topic.id, std::max(state, topic.state));
    floor_.record().add(RuleTightened{topic.id, topic.audience, state, 1, topic.last_number});
    return state;
}

Result<State> Ruling::tighten(const Post& post, const StateDraft& draft) {
    const State state = known_state(draft.state);
    if (auto refusal = may_tighten(floor_.actor, post, state)) return std::unexpected(*refusal);
    store::tighten(floor_.tx, {post.topic, post.number, post.number, state, floor_.now});
    store::bump(floor_.tx, post.topic);
    floor_.record().add(RuleTightened{post.topic, post.audience, state, post.number, post.number});
    return state;
}

// What was said there becomes as strict; looser is only what is begun there from now on.
Result<State> Ruling::set_area(const networks::Area& area, const StateDraft& draft) {
    const State state = known_state(draft.state);
    auto set = rule::Rule(floor_).set(area, state);
    if (set) store::tighten_area(floor_.tx, area.id, state, floor_.now);
    return set;
}

Result<bool> Ruling::allow_naming(const Post& post, bool may_be_named) {
    if (may_be_named || post.author.id != floor_.actor.id()) {
        if (auto refusal = may_name(floor_.actor, post)) return std::unexpected(*refusal);
    }
    if (may_be_named == post.is_named) return may_be_named;
    store::set_named(floor_.tx, post.id, may_be_named);
    store::bump(floor_.tx, post.topic);
    floor_.record().add(NamingAllowed{post.topic, post.id, post.audience, may_be_named});
    return may_be_named;
}

// ---- looser with the consent of all concerned ----

Result<LooseningId> Ruling::ask(const Topic& topic, const LooseningDraft& draft) {
    const State state = known_state(draft.state);
    if (auto refusal = may_rule(floor_.actor, topic)) return std::unexpected(*refusal);
    const Loosening wish{.topic = topic.id,
                         .audience = topic.audience,
                         .from = number_in(draft.from),
                         .to = number_in(draft.to),
                         .state = state,
                         .asker = floor_.actor.id(),
                         .words = draft.words,
                         .asked = floor_.now};
    if (auto refusal = may_be_asked(topic, wish)) return std::unexpected(*refusal);
    const auto least = rule::Rule(floor_).state_of(topic.area);
    if (auto refusal = may_say_under(floor_.actor, topic.audience, {state, least})) {
        return std::unexpected(*refusal);
    }
    const auto authors = store::concerned(floor_.tx, wish);
    const auto voices = store::voices_concerned(floor_.tx, wish);
    if (authors.empty() && voices.empty()) {
        return refuse("None of these posts is under a stricter rule than this", "wanted");
    }
    if (std::ranges::any_of(authors, &store::ConcernedRow::is_gone) ||
        std::ranges::any_of(voices, &store::VoiceConcernedRow::is_gone)) {
        return refuse(
            "One of these posts is by somebody who has left and cannot be asked. "
            "Choose posts without it.",
            "from");
    }
    if (store::was_refused_since(floor_.tx, wish, floor_.now - loosening_rest)) {
        return refuse("This was asked, and not agreed, less than 30 days ago.", "from");
    }
    if (store::is_asked(floor_.tx, wish)) {
        return refuse("Some of these posts are asked for already. Wait for the answer, or withdraw "
                      "that wish.",
                      "from");
    }
    const auto id = store::add_loosening(floor_.tx, wish);
    for (const auto& one : authors) store::ask_author(floor_.tx, id, one.author);
    for (const auto& one : voices) store::ask_voice(floor_.tx, id, one.voice);
    floor_.record().add(LooseningAsked{topic.id, id, topic.audience, state, wish.from, wish.to});
    return id;
}

Result<LooseningId> Ruling::withdraw(const Loosening& wish) {
    if (auto refusal = may_withdraw(floor_.actor, wish)) return std::unexpected(*refusal);
    store::end(floor_.tx, wish.id, Loosening::Outcome::withdrawn, floor_.now);
    floor_.record().add(LooseningEnded{wish.topic, wish.id, wish.audience, "withdrawn"});
    return wish.id;
}

// A yes can become a no until the last one agreed; a no ends it.
Result<Loosening::Outcome> Ruling::answer(const Loosening& wish, bool is_yes) {
    if (auto refusal = may_answer(floor_.actor, wish)) return std::unexpected(*refusal);
    store::answer(floor_.tx, wish.id, floor_.actor.id(), is_yes, floor_.now);
    return conclude(wish, is_yes);
}

Result<Loosening::Outcome> Ruling::answer_as(VoiceId voice, LooseningId id, bool is_yes) {
    auto row = store::find_loosening(floor_.tx, {}, id);
    if (!row || row->outcome != Loosening::Outcome::waits) return Loosening::Outcome::withdrawn;
    store::answer_as_voice(floor_.tx, id, voice, is_yes);
    return conclude(loosening_of(*std::move(row)), is_yes);
}

Result<Loosening::Outcome> Ruling::conclude(const Loosening& wish, bool is_yes) {
    using Outcome = Loosening::Outcome;
    // To the hour, at which voices answer: nothing tells a voice's answer from a member's.
    const base::Instant ended = std::chrono::floor<base::hours>(floor_.now);
    if (!is_yes) {
        store::end(floor_.tx, wish.id, Outcome::refused, ended);
        // By nobody: the record does not say who said no.
        record::Record(floor_.tx, {}, ended)
            .add(LooseningEnded{wish.topic, wish.id, wish.audience, "refused"});
        return Outcome::refused;
    }
    const auto row = store::find_loosening(floor_.tx, floor_.actor.id(), wish.id);
    if (row->yeses < row->authors) return Outcome::waits;
    store::loosen(floor_.tx, wish);
    store::end(floor_.tx, wish.id, Outcome::agreed, ended);
    store::bump(floor_.tx, wish.topic);
    floor_.record().add(LooseningEnded{wish.topic, wish.id, wish.audience, "agreed"});
    return Outcome::agreed;
}

// ---- reads ----

Loosening Ruling::loosening(LooseningId id) const {
    auto row = store::find_loosening(floor_.tx, floor_.actor.id(), id);
    if (!row) throw base::NotFound();
    auto wish = loosening_of(*std::move(row));
    if (!may_read(floor_.actor, wish)) throw base::NotFound();
    return wish;
}

std::vector<OwnPost> Ruling::own_posts(const Loosening& wish) const {
    return store::own_posts(floor_.tx, floor_.actor.id(), wish);
}

std::vector<Loosening> Ruling::of(const Topic& topic) const {
    return loosenings_of(store::loosenings_of(floor_.tx, floor_.actor.id(), topic.id));
}

std::vector<Loosening> Ruling::asked_of_me() const {
    return loosenings_of(store::asked_of(floor_.tx, floor_.actor.id()));
}

// ---- words ----

std::string path_to(LooseningId id) {
    return "/forum/loosenings/" + std::to_string(id.value);
}

std::optional<State> state_of(std::string_view code) {
    const auto found = std::ranges::find(state_codes, code);
    if (found == state_codes.end()) return std::nullopt;
    return static_cast<State>(found - state_codes.begin());
}

std::string_view code_of(State state) {
    return state_codes.at(static_cast<std::size_t>(state));
}

}  // namespace forum
