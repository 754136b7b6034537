#pragma once
// Breaches of the Rule as cases: reported from a post or a topic, heard, decided with a reason,
// appealed once. Officers of the network handle a case, but never one that concerns them. What a
// breach is, the Rule's own pages say; who belongs to a network, the roll.

#include "features/forum/forum.h"
#include "platform/base/result.h"
#include "platform/record/history.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace breaches {

using CaseId = base::Id<struct CaseTag>;
using forum::AudienceId;
using forum::PersonId;
using networks::Network;

inline constexpr std::size_t words_characters_max = 2'000;  // a report, a word, an appeal, a note
inline constexpr std::size_t came_out_characters_max = 300;
inline constexpr std::size_t reason_characters_max = 600;  // a question too
inline constexpr std::int64_t reports_a_day = 10;          // of one person
inline constexpr int cases_max = 200;                      // of one list
inline constexpr std::size_t notes_max = 200;              // of one case
inline constexpr int told_max = 100;
inline constexpr int suspended_days_max = 366;
inline constexpr std::int64_t shown_from = 5;  // a smaller number could tell of whom it speaks
inline constexpr auto answer_within = base::days{7};
inline constexpr auto appeal_within = base::days{28};
inline constexpr auto kept_for = base::days{730};  // after it was closed

enum class Kind { said_outside = 1, forwarded, somebody_named, other };
enum class State { open = 1, decided, appealed, settled };
// From the mildest to the hardest.
enum class Outcome { no_breach = 1, nobody_known, reminder, warning, suspended, excluded };
// As what the actor sees a case: who handles it, who carries an exclusion out, whom it concerns.
enum class Part { officer = 1, keeper, reporter, reported };

struct KindFace {
    Kind kind;
    std::string_view code, words;
};
struct OutcomeFace {
    Outcome outcome;
    std::string_view code, words, meaning;
};
std::span<const KindFace> kinds();
std::span<const OutcomeFace> outcomes();
const KindFace& face_of(Kind kind);
const OutcomeFace& face_of(Outcome outcome);
std::optional<Outcome> outcome_of(std::string_view code);

// What a report is about: a post, or a whole topic, as somebody sees it who may.
struct Spot {
    forum::TopicId topic;
    std::optional<forum::PostId> post;
    AudienceId audience;
    PersonId author;
    bool is_unattributed = false;  // then nobody reads who it was
};
Spot spot_of(const forum::Topic& topic);
Spot spot_of(const forum::Post& post);

// What was decided, first or on appeal.
struct Ruling {
    Outcome outcome = Outcome::no_breach;
    std::string reason;
    std::optional<base::Day> until;  // of a suspension: the day on which it is over
    base::Instant at;
    std::optional<PersonId> by;
    std::string by_name;  // "": the program, or somebody who was erased
};

// A case as the actor may know it: what their part does not show is empty.
struct Case {
    CaseId id;
    Part part = Part::officer;
    State state = State::open;
    Network network;
    forum::TopicId topic;
    std::optional<forum::PostId> post;
    Kind kind = Kind::other;
    base::Instant at;
    std::string words, came_out;
    bool names_reporter = false;  // towards the person reported
    std::optional<PersonId> reporter, reported;
    std::string reporter_name, reported_name;
    std::string question, word;  // to the person reported, and what they say
    std::optional<base::Instant> asked, answered;
    std::optional<Ruling> ruling;
    std::string appeal;
    std::optional<base::Instant> appealed;
    std::optional<Ruling> on_appeal;  // takes the place of the first

    const Ruling* standing() const;  // what holds now; nullptr: nothing was decided
    base::Instant appeal_until() const { return ruling->at + appeal_within; }
};

struct Note {
    std::string author_name;
    base::Instant at;
    std::string text;
};

// Of closed cases. A small number is not given, and neither is none.
struct Tally {
    int year = 0;
    Outcome outcome = Outcome::no_breach;
    std::optional<std::int64_t> cases;
};

struct ReportDraft {
    std::string kind, words, came_out;
    std::string whom;    // "author", "other", "unknown"
    std::string handle;  // of another
    std::string named;   // "yes": the person reported reads who reported
};
struct NoteDraft {
    std::string note;
};
struct NameDraft {
    std::string handle;
};
struct QuestionDraft {
    std::string question;
};
struct WordDraft {
    std::string word;
};
struct OutcomeDraft {
    std::string outcome, until, reason;
};
struct AppealDraft {
    std::string appeal;
};

class Cases {
public:
    explicit Cases(const record::Floor& floor);

    std::vector<Case> handled() const;  // those that wait first, then the latest
    std::vector<Case> mine() const;     // whom they concern; the latest first
    // NotFound to whoever may not know of it, as all that follows.
    Case one(CaseId id) const;
    std::optional<Case> find(CaseId id) const;
    std::vector<Note> notes(const Case& seen) const;
    std::vector<record::ToldFact> history(const Case& seen) const;
    bool handles_any() const;  // without asking the database

    base::Result<CaseId> report(const Spot& spot, const ReportDraft& draft);
    base::Result<CaseId> note(const Case& seen, const NoteDraft& draft);
    base::Result<CaseId> name(const Case& seen, const NameDraft& draft);
    base::Result<CaseId> ask(const Case& seen, const QuestionDraft& draft);
    base::Result<CaseId> answer(const Case& seen, const WordDraft& draft);
    base::Result<CaseId> decide(const Case& seen, const OutcomeDraft& draft);
    base::Result<CaseId> appeal(const Case& seen, const AppealDraft& draft);
    base::Result<CaseId> settle(const Case& seen, const OutcomeDraft& draft);  // the appeal

private:
    base::Result<std::optional<PersonId>> reported_by(const Spot& spot,
                                                      const ReportDraft& draft) const;
    void carry_out(const Case& seen) const;

    record::Floor floor_;
};

// For everybody, the latest year first.
std::vector<Tally> tallies(const record::Floor& floor);

std::string path_to(CaseId id);

}  // namespace breaches
