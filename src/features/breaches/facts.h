#pragma once
// What can happen to a case. Whom it concerns and what was said stand in the case and go with it.

#include "features/breaches/breaches.h"

namespace breaches {

struct CaseReported {
    static constexpr std::string_view kind = "breaches.reported";
    CaseId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "reported a breach"; }
};

struct PersonNamed {
    static constexpr std::string_view kind = "breaches.person_named";
    CaseId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "named the person reported"; }
};

struct CaseNoted {
    static constexpr std::string_view kind = "breaches.noted";
    CaseId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "added a note"; }
};

struct WordAsked {
    static constexpr std::string_view kind = "breaches.word_asked";
    CaseId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) {
        return "asked the person reported for their word";
    }
};

struct WordGiven {
    static constexpr std::string_view kind = "breaches.word_given";
    CaseId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "gave their word"; }
};

// The outcome as the details have it: "a warning".
std::string told_outcome(const record::Details& details);

struct CaseDecided {
    static constexpr std::string_view kind = "breaches.decided";
    CaseId id;
    Outcome outcome = Outcome::no_breach;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {{"outcome", std::string(face_of(outcome).code)}}; }
    static std::string sentence(const record::Details& details) {
        return "decided: " + told_outcome(details);
    }
};

struct AppealMade {
    static constexpr std::string_view kind = "breaches.appealed";
    CaseId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "appealed"; }
};

struct AppealSettled {
    static constexpr std::string_view kind = "breaches.appeal_settled";
    CaseId id;
    Outcome outcome = Outcome::no_breach;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {{"outcome", std::string(face_of(outcome).code)}}; }
    static std::string sentence(const record::Details& details) {
        return "decided the appeal: " + told_outcome(details);
    }
};

inline constexpr record::Telling tellings[] = {
    record::telling<CaseReported>(), record::telling<PersonNamed>(),
    record::telling<CaseNoted>(),    record::telling<WordAsked>(),
    record::telling<WordGiven>(),    record::telling<CaseDecided>(),
    record::telling<AppealMade>(),   record::telling<AppealSettled>()};

}  // namespace breaches
