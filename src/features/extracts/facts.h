#pragma once
// What can happen to an extract. What an author answered is told apart from its story: that one
// every reader sees.

#include "features/extracts/extracts.h"

namespace extracts {

struct ExtractTaken {
    static constexpr std::string_view kind = "extracts.taken";
    ExtractId id;
    forum::TopicId topic;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {{"topic", topic.value}}; }
    static std::string sentence(const record::Details&) { return "took it from the topic"; }
};

struct ExtractHandedOn {
    static constexpr std::string_view kind = "extracts.handed_on";
    ExtractId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "handed it on"; }
};

// By its taker, to be changed.
struct ExtractTakenBack {
    static constexpr std::string_view kind = "extracts.taken_back";
    ExtractId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "took it back to change it"; }
};

struct ExtractSentBack {
    static constexpr std::string_view kind = "extracts.sent_back";
    ExtractId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "sent it back"; }
};

struct ExtractPublished {
    static constexpr std::string_view kind = "extracts.published";
    ExtractId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) {
        return "published it as the second person";
    }
};

struct ExtractGivenUp {
    static constexpr std::string_view kind = "extracts.given_up";
    ExtractId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) { return "gave it up"; }
};

struct CopyTaken {
    static constexpr std::string_view kind = "extracts.copy_taken";
    ExtractId id;
    Form form = Form::markdown;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {{"form", std::string(face_of(form).code)}}; }
    static std::string sentence(const record::Details& details) {
        return "took a copy (" + std::string(details.text("form")) + ")";
    }
};

// Whether yes or no, it does not say.
struct AuthorAnswered {
    static constexpr std::string_view kind = "extract_answers.given";
    ExtractId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) {
        return "answered whether their words may be taken outside";
    }
};

struct AnswersComplete {
    static constexpr std::string_view kind = "extract_answers.complete";
    ExtractId id;

    std::int64_t subject() const { return id.value; }
    record::Details details() const { return {}; }
    static std::string sentence(const record::Details&) {
        return "was the last whose consent was missing";
    }
};

inline constexpr record::Telling tellings[] = {
    record::telling<ExtractTaken>(),     record::telling<ExtractHandedOn>(),
    record::telling<ExtractTakenBack>(), record::telling<ExtractSentBack>(),
    record::telling<ExtractPublished>(), record::telling<ExtractGivenUp>(),
    record::telling<CopyTaken>(),        record::telling<AuthorAnswered>(),
    record::telling<AnswersComplete>()};

}  // namespace extracts
