#pragma once
// Speaking unattributed: a fresh name in one topic, for whoever has its phrase. The phrase is the
// voice: what is kept is what it is checked against, and nothing leads from there to a person.

#include "features/forum/batch.h"

namespace forum {

struct VoiceDraft {
    std::string body;
    std::string phrase;     // fresh, or of a voice in this topic
    std::string state;      // a code of the state that stood above the form
    bool is_fresh = false;  // the phrase is the one that was handed out with the form
};

struct VoiceEditDraft {
    std::string number, version, body;
};

struct Spoken {
    std::string name;
    base::Instant appears;
};

// What waits at a voice to be fetched.
struct Fetched {
    Voice voice;
    std::vector<OwnSaying> said;
    std::vector<std::string> waiting;  // texts that have not appeared yet
    struct Answer {
        int number = 0;
        std::string author;
    };
    std::vector<Answer> answers;    // posts that quote one of its own
    std::vector<Loosening> wishes;  // that ask it
};

// As somebody meets it who belongs to the topic's audience, and is not written down.
class Voices {
public:
    Voices(const record::Floor& floor, Batch& batch) : floor_(floor), batch_(batch) {}

    base::Verdict may_speak_in(const Topic& topic) const;
    std::optional<Voice> find(const Topic& topic, std::string_view phrase) const;
    Fetched fetch(const Topic& topic, const Voice& voice) const;

    // Each is held until its batch appears; nothing is written.
    base::Result<Spoken> say(const Topic& topic, const VoiceDraft& draft);
    base::Result<Spoken> edit(const Topic& topic, const Voice& voice, const VoiceEditDraft& draft);
    base::Result<Spoken> answer(const Topic& topic, const Voice& voice, LooseningId wish,
                                bool is_yes);
    base::Result<Spoken> let_go(const Topic& topic, const Voice& voice);

private:
    base::Verdict may_be_said(const Topic& topic, rule::State under, const std::string& body) const;
    base::Verdict has_room(std::size_t bytes) const;
    Spoken hold(const Voice& voice, Held held);

    record::Floor floor_;
    Batch& batch_;
};

// Words that a draft of the person's already has, kept under their name.
bool shares_words(std::string_view one, std::string_view other);

// A name that is none of these: of nobody, and of no other topic's.
std::string fresh_name(const std::vector<std::string>& taken);

}  // namespace forum
