#include "features/people/policy.h"

#include "platform/base/text.h"

#include <algorithm>

namespace people {

namespace {

using base::fits;

base::Verdict may_be_tags(std::string_view text, const char* field) {
    const auto tags = tags_in(text);
    if (tags.size() > tags_max) {
        return base::Refusal{"Twenty are enough. Take some away and save again.", field};
    }
    for (const auto& tag : tags) {
        if (auto refusal = fits(tag, tag_characters_max, "Each", field)) return refusal;
    }
    return base::allowed;
}

}  // namespace

base::Verdict may_save(const identity::Actor& actor, const ProfileDraft& draft) {
    if (!actor.is_person()) return base::Refusal{"Sign in to say who you are."};
    if (auto refusal = fits(draft.about, about_characters_max, "This", "about")) return refusal;
    if (auto refusal = may_be_tags(draft.interests, "interests")) return refusal;
    if (auto refusal = may_be_tags(draft.systems, "systems")) return refusal;
    for (const auto& [value, field] :
         {std::pair(&draft.see_name, "see_name"), std::pair(&draft.see_work, "see_work"),
          std::pair(&draft.see_networks, "see_networks"), std::pair(&draft.see_about, "see_about"),
          std::pair(&draft.see_interests, "see_interests"),
          std::pair(&draft.see_systems, "see_systems")}) {
        if (!see_of(*value)) return base::Refusal{"Choose who sees this", field};
    }
    return base::allowed;
}

base::Verdict may_ask(const identity::Actor& actor, const Line& line,
                      const IntroductionDraft& draft, const Asked& asked) {
    if (actor.id() == line.id) return base::Refusal{"This is you."};
    if (asked.waits) return base::Refusal{"You have asked them already. Wait for their answer."};
    if (asked.was_refused) {
        return base::Refusal{"They would rather not. Ask again in half a year, or somebody else."};
    }
    if (asked.today >= introductions_a_day) {
        return base::Refusal{"Five in a day are enough. Ask again tomorrow."};
    }
    if (draft.words.empty()) return base::Refusal{"Say what it is about", "words"};
    return fits(draft.words, words_characters_max, "This", "words");
}

base::Verdict may_answer(const identity::Actor& actor, const Introduction& introduction) {
    if (introduction.asked != actor.id()) {
        return base::Refusal{"Only who was asked can answer."};
    }
    if (introduction.answered) return base::Refusal{"You have answered already."};
    return base::allowed;
}

}  // namespace people
