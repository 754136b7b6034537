#include "features/breaches/breaches.h"
#include "features/breaches/facts.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace breaches {

namespace {

constexpr std::array kind_faces = {
    KindFace{Kind::said_outside, "said-outside", "It was said outside who said it"},
    KindFace{Kind::forwarded, "forwarded", "It was forwarded or photographed"},
    KindFace{Kind::somebody_named, "somebody-named", "Somebody was named, or could be made out"},
    KindFace{Kind::other, "other", "Something else"},
};

constexpr std::array outcome_faces = {
    OutcomeFace{Outcome::no_breach, "no-breach", "No breach",
                "Nothing was done against the Rule, or nothing that could be shown."},
    OutcomeFace{Outcome::nobody_known, "nobody-known", "A breach, by whom is not known",
                "The Rule was broken, and nobody could be named."},
    OutcomeFace{Outcome::reminder, "reminder", "A reminder",
                "They are reminded of the Rule. Nothing else follows."},
    OutcomeFace{Outcome::warning, "warning", "A warning",
                "The next breach will be judged with this one in mind."},
    OutcomeFace{Outcome::suspended, "suspended", "Suspended from the network’s forum",
                "Until the day named, the network’s forum and notices are closed to them: nothing "
                "of them is read, searched, answered or mailed. They stay on the roll, and in "
                "every other network."},
    OutcomeFace{Outcome::excluded, "excluded", "Excluded from the network",
                "The community managers end the membership. Until they have, nothing is closed."},
};

}  // namespace

std::span<const KindFace> kinds() {
    return kind_faces;
}

std::span<const OutcomeFace> outcomes() {
    return outcome_faces;
}

const KindFace& face_of(Kind kind) {
    return *std::ranges::find(kind_faces, kind, &KindFace::kind);
}

const OutcomeFace& face_of(Outcome outcome) {
    return *std::ranges::find(outcome_faces, outcome, &OutcomeFace::outcome);
}

std::optional<Outcome> outcome_of(std::string_view code) {
    const auto found = std::ranges::find(outcome_faces, code, &OutcomeFace::code);
    return found == outcome_faces.end() ? std::nullopt : std::optional(found->outcome);
}

std::string told_outcome(const record::Details& details) {
    const auto outcome = outcome_of(details.text("outcome")).value_or(Outcome::no_breach);
    std::string words(face_of(outcome).words);
    words.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(words.front())));
    return words;
}

Spot spot_of(const forum::Topic& topic) {
    return {topic.id, {}, topic.audience, topic.author.id};
}

Spot spot_of(const forum::Post& post) {
    return {post.topic, post.id, post.audience, post.author.id, post.voice.has_value()};
}

std::string path_to(CaseId id) {
    return "/breaches/" + std::to_string(id.value);
}

}  // namespace breaches
