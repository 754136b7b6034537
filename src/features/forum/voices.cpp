#include "features/forum/voices.h"

#include "features/forum/facts.h"
#include "features/forum/policy.h"
#include "features/forum/quotes.h"
#include "features/forum/render.h"
#include "features/forum/store.h"
#include "platform/base/text.h"
#include "platform/crypto/phrase.h"
#include "platform/crypto/random.h"
#include "platform/crypto/sealed_box.h"
#include "platform/crypto/token.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

namespace forum {

using base::refuse;
using base::Result;

namespace {

constexpr std::string_view wrong_phrase =
    "No voice in this topic has that phrase. Check it, or open this page again for a fresh one.";

// What the phrase is checked against, in this topic alone: typed in another one, it is another.
std::optional<std::string> verifier_of(TopicId topic, std::string_view phrase) {
    auto secret = crypto::secret_of(phrase);
    if (!secret) return std::nullopt;
    auto verifier = crypto::keyed_digest(*secret, "moothall voice " + std::to_string(topic.value));
    crypto::wipe(*secret);
    return verifier;
}

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// "" where nothing is said.
std::string_view words_of(const Held& held) {
    if (const auto* post = std::get_if<SaidPost>(&held.deed)) return post->body;
    if (const auto* edit = std::get_if<SaidEdit>(&held.deed)) return edit->body;
    return {};
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isspace(byte) == 0) letters += static_cast<char>(std::tolower(byte));
    }
    return letters;
}

}  // namespace

bool shares_words(std::string_view one, std::string_view other) {
    constexpr std::size_t run = 24;  // letters in a row: by chance nobody writes the same
    const std::string left = letters_of(one), right = letters_of(other);
    if (left.size() < run || right.size() < run) return !left.empty() && left == right;
    std::unordered_set<std::string_view> runs;
    for (std::size_t at = 0; at + run <= left.size(); ++at) {
        runs.insert(std::string_view(left).substr(at, run));
    }
    for (std::size_t at = 0; at + run <= right.size(); ++at) {
        if (runs.contains(std::string_view(right).substr(at, run))) return true;
    }
    return false;
}

// ---- what is asked ----

base::Verdict Voices::may_speak_in(const Topic& topic) const {
    if (auto refusal = may_speak(floor_.actor, topic)) return refusal;
    return sealing::Keys(floor_).is_offered();
}

std::optional<Voice> Voices::find(const Topic& topic, std::string_view phrase) const {
    const auto verifier = verifier_of(topic.id, phrase);
    if (!verifier) return std::nullopt;
    if (auto found = store::find_voice(floor_.tx, topic.id, *verifier)) return found;
    auto name = batch_.name_of(topic.id, *verifier);
    if (!name) return std::nullopt;
    return Voice{.id = {},
                 .topic = topic.id,
                 .name = *std::move(name),
                 .verifier = *verifier,
                 .silenced = {},
                 .silenced_reason = {}};
}

Fetched Voices::fetch(const Topic& topic, const Voice& voice) const {
    Fetched fetched{.voice = voice,
                    .said = {},
                    .waiting = batch_.posts_of(topic.id, voice.verifier),
                    .answers = {},
                    .wishes = {}};
    if (!voice.id) return fetched;
    fetched.said = store::said_by(floor_.tx, *voice.id);
    if (fetched.said.empty()) return fetched;
    for (auto& row : store::said_after(floor_.tx, topic.id, fetched.said.back().number)) {
        const auto quoted = quoted_in(row.markdown);
        const bool is_answer = std::ranges::any_of(fetched.said, [&](const OwnSaying& own) {
            return std::ranges::find(quoted, own.number) != quoted.end();
        });
        if (is_answer) fetched.answers.push_back({row.number, std::move(row.author)});
    }
    const auto asked = store::asked_of_voice(floor_.tx, *voice.id);
    for (auto& wish : Ruling(floor_).of(topic)) {
        if (std::ranges::find(asked, wish.id) == asked.end()) continue;
        fetched.wishes.push_back(std::move(wish));
    }
    return fetched;
}

// ---- what is said, and held ----

// Words, whether new or instead of earlier ones: quoting nothing that is stricter than what they
// will stand under, and none that are kept under a name.
base::Verdict Voices::may_be_said(const Topic& topic, rule::State under,
                                  const std::string& body) const {
    if (auto refusal = may_be_body(body)) return refusal;
    const auto quoted = store::strictest_of(floor_.tx, topic.id, quoted_in(body));
    if (auto refusal = may_quote(quoted, under)) return refusal;
    for (const auto& text : store::draft_texts(floor_.tx, floor_.actor.id())) {
        if (!shares_words(text, body)) continue;
        return base::Refusal{
            "A draft of yours has the same words, kept under your name. Discard it and "
            "say this in other words, or post it with your name.",
            "body"};
    }
    return has_room(body.size());
}

base::Verdict Voices::has_room(std::size_t bytes) const {
    if (auto refusal = batch_.has_room(bytes)) return refusal;
    return batch_.has_share(floor_.actor.id(), bytes, floor_.now);
}

Result<Spoken> Voices::say(const Topic& topic, const VoiceDraft& draft) {
    if (auto refusal = may_speak_in(topic)) return std::unexpected(*refusal);
    if (auto refusal = still_stands(topic.state, state_of(draft.state))) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = may_be_said(topic, topic.state, draft.body)) {
        return std::unexpected(*refusal);
    }
    Held held{.topic = topic.id,
              .verifier = {},
              .fresh = {},
              .deed = SaidPost{topic.audience, topic.state, draft.body},
              .due = {}};
    if (const auto voice = find(topic, draft.phrase)) {
        if (auto refusal = may_go_on(*voice)) return std::unexpected(*refusal);
        return hold(*voice, std::move(held));
    }
    const auto verifier = verifier_of(topic.id, draft.phrase);
    if (!verifier || !draft.is_fresh) return refuse(std::string(wrong_phrase), "phrase");
    if (!batch_.may_begin(floor_.actor.id(), floor_.now)) {
        return refuse("You have begun three voices today. Go on as one of them, or tomorrow.",
                      "phrase");
    }
    auto taken = store::voices_in(floor_.tx, topic.id);
    std::ranges::move(batch_.names_in(topic.id), std::back_inserter(taken));
    const Voice voice{.id = {},
                      .topic = topic.id,
                      .name = fresh_name(taken),
                      .verifier = *verifier,
                      .silenced = {},
                      .silenced_reason = {}};
    held.fresh = FreshVoice{
        voice.name,
        sealing::Keys(floor_).seal(floor_.actor.id(), "voice " + *verifier,
                                   {voice.name, "/forum/" + std::to_string(topic.id.value)})};
    batch_.note_begun(floor_.actor.id(), floor_.now);
    return hold(voice, std::move(held));
}

Result<Spoken> Voices::edit(const Topic& topic, const Voice& voice, const VoiceEditDraft& draft) {
    if (auto refusal = may_speak(floor_.actor, topic)) return std::unexpected(*refusal);
    if (auto refusal = may_go_on(voice)) return std::unexpected(*refusal);
    const auto said = voice.id ? store::said_by(floor_.tx, *voice.id) : std::vector<OwnSaying>();
    const auto own = std::ranges::find(said, number_in(draft.number), &OwnSaying::number);
    if (own == said.end()) return refuse("That is no post of this voice.", "number");
    if (auto refusal = may_edit_said(*own, floor_.now)) return std::unexpected(*refusal);
    if (draft.version != std::to_string(own->version)) {
        return refuse("This post was changed after you began. Open it again.", "body");
    }
    const auto under = store::strictest_of(floor_.tx, topic.id, {own->number});
    if (auto refusal = may_be_said(topic, under, draft.body)) return std::unexpected(*refusal);
    return hold(voice,
                {.topic = topic.id,
                 .verifier = {},
                 .fresh = {},
                 .deed = SaidEdit{own->id, own->version, draft.body},
                 .due = {}});
}

Result<Spoken> Voices::answer(const Topic& topic, const Voice& voice, LooseningId wish,
                              bool is_yes) {
    const auto fetched = fetch(topic, voice);
    if (std::ranges::find(fetched.wishes, wish, &Loosening::id) == fetched.wishes.end()) {
        return refuse("This was decided meanwhile. Nothing changed by your answer.");
    }
    if (auto refusal = has_room(0)) return std::unexpected(*refusal);
    return hold(voice,
                {.topic = topic.id,
                 .verifier = {},
                 .fresh = {},
                 .deed = SaidAnswer{wish, is_yes},
                 .due = {}});
}

Result<Spoken> Voices::let_go(const Topic& topic, const Voice& voice) {
    if (auto refusal = has_room(0)) return std::unexpected(*refusal);
    return hold(
        voice,
        {.topic = topic.id, .verifier = {}, .fresh = {}, .deed = SaidFarewell{}, .due = {}});
}

Spoken Voices::hold(const Voice& voice, Held held) {
    batch_.note_sent(floor_.actor.id(), words_of(held).size(), floor_.now);
    held.verifier = voice.verifier;
    held.due = batch_.due_of(floor_.now);
    const auto due = held.due;
    batch_.add(std::move(held));
    return {voice.name, due};
}

// ---- when the batch appears ----

namespace {

class Publication {
public:
    explicit Publication(const record::Floor& floor)
        : floor_(floor), author_(store::unattributed(floor.tx)) {}

    void carry_out(const Held& held) {
        if (!may_appear(held)) return;
        auto voice = store::find_voice(floor_.tx, held.topic, held.verifier);
        if (!voice && held.fresh) voice = begin(held);
        if (!voice) return;  // it was let go, or never began
        std::visit([&](const auto& deed) { carry_out(held, *voice, deed); }, held.deed);
    }

private:
    // Meanwhile the topic may have been closed or hidden, or a quoted post made stricter: the
    // browser shows its author that the words did not appear.
    bool may_appear(const Held& held) {
        const auto words = words_of(held);
        if (words.empty()) return true;
        const auto place = store::find_place(floor_.tx, held.topic);
        if (!place || !place->is_open) return false;
        auto under = place->state;
        if (const auto* post = std::get_if<SaidPost>(&held.deed)) {
            under = std::max(post->state, under);
        }
        if (const auto* edit = std::get_if<SaidEdit>(&held.deed)) under = state_of(held, *edit);
        return !may_quote(store::strictest_of(floor_.tx, held.topic, quoted_in(words)), under);
    }

    rule::State state_of(const Held& held, const SaidEdit& edit) {
        const auto voice = store::find_voice(floor_.tx, held.topic, held.verifier);
        if (!voice) return rule::State::on_record;
        for (const OwnSaying& own : store::said_by(floor_.tx, *voice->id)) {
            if (own.id != edit.post) continue;
            return store::strictest_of(floor_.tx, held.topic, {own.number});
        }
        return rule::State::on_record;
    }

    Voice begin(const Held& held) {
        // Another node may have had the same name meanwhile: the one that is sealed shows in it.
        const auto taken = store::voices_in(floor_.tx, held.topic);
        std::string name = held.fresh->name;
        if (std::ranges::find(taken, name) != taken.end()) {
            name += " " + std::to_string(taken.size() + 1);
        }
        const auto sealed = sealing::Keys(floor_).keep(held.fresh->envelope);
        store::add_voice(floor_.tx, {held.topic, name, held.verifier, sealed});
        return store::find_voice(floor_.tx, held.topic, held.verifier).value();
    }

    void carry_out(const Held& held, const Voice& voice, const SaidPost& said) {
        const auto place = store::find_place(floor_.tx, held.topic);
        if (!place || may_go_on(voice)) return;
        const auto state = std::max(said.state, place->state);
        const Written written = render(floor_, said.body, held.topic, said.audience);
        const int number = store::take_number(floor_.tx, held.topic, author_, floor_.now);
        const PostId post = store::add_post(floor_.tx, {held.topic, number, author_, floor_.now,
                                                        said.body, written.html, state, voice.id});
        mention(post, written);
        floor_.record().add(Replied{held.topic, post, said.audience});
    }

    void carry_out(const Held& held, const Voice& voice, const SaidEdit& edit) {
        const auto said = store::said_by(floor_.tx, *voice.id);
        const auto own = std::ranges::find(said, edit.post, &OwnSaying::id);
        const auto place = store::find_place(floor_.tx, held.topic);
        if (own == said.end() || own->version != edit.version || own->hidden || !place) return;
        if (may_go_on(voice) || own->markdown == edit.body) return;
        store::keep_text_of_voice(floor_.tx, *own, author_, floor_.now);
        const Written written = render(floor_, edit.body, held.topic, place->audience);
        store::change_text(floor_.tx, own->id, edit.body, written.html, floor_.now);
        mention(own->id, written);
        store::bump(floor_.tx, held.topic);
        floor_.record().add(PostEdited{held.topic, own->id, place->audience, own->version + 1});
    }

    void carry_out(const Held&, const Voice& voice, const SaidAnswer& answer) {
        Ruling ruling(floor_);
        (void)ruling.answer_as(*voice.id, answer.loosening, answer.is_yes);
    }

    void carry_out(const Held&, const Voice& voice, const SaidFarewell&) {
        store::let_voice_go(floor_.tx, *voice.id, crypto::random_bytes(32));
    }

    void mention(PostId post, const Written& written) {
        for (const PersonId person : written.mentioned) {
            store::add_mention(floor_.tx, person, post);
        }
    }

    const record::Floor floor_;
    const PersonId author_;
};

}  // namespace

void publish(const record::Floor& floor, const std::vector<Held>& batch) {
    if (batch.empty()) return;
    Publication publication(floor);
    for (const Held& held : batch) publication.carry_out(held);
}

}  // namespace forum
