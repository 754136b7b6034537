#pragma once
// All SQL of breaches. Every read of a case that somebody sees begins with the one condition of who
// may know of it.

#include "features/breaches/breaches.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

namespace breaches::store {

using List = std::vector<std::int64_t>;

// For whom cases are looked up.
struct Eyes {
    PersonId person;
    List audiences;            // whose cases they handle, unless one concerns them
    bool carries_out = false;  // exclusions, of every network
};

struct Row {
    CaseId id;
    AudienceId audience;
    forum::TopicId topic;
    std::optional<forum::PostId> post;
    Kind kind = Kind::other;
    State state = State::open;
    std::optional<PersonId> reporter;
    std::string reporter_name;
    bool names_reporter = false;
    std::optional<PersonId> reported;
    std::string reported_name;
    std::string words, came_out;
    base::Instant at;
    std::string question;
    std::optional<base::Instant> asked;
    std::string word;
    std::optional<base::Instant> answered;
    std::optional<Outcome> outcome;
    std::string reason;
    std::optional<base::Day> until;
    std::optional<base::Instant> decided;
    std::optional<PersonId> decided_by;
    std::string decided_by_name;
    std::string appeal;
    std::optional<base::Instant> appealed;
    std::optional<Outcome> appeal_outcome;
    std::string appeal_reason;
    std::optional<base::Day> appeal_until;
    std::optional<base::Instant> settled;
    std::optional<PersonId> settled_by;
    std::string settled_by_name;
};
std::optional<Row> find(sql::Tx& tx, const Eyes& eyes, CaseId id);
std::vector<Row> handled(sql::Tx& tx, const Eyes& eyes);  // those that wait first
std::vector<Row> concerning(sql::Tx& tx, const Eyes& eyes);
std::vector<Note> notes(sql::Tx& tx, CaseId id);

struct NewCase {
    AudienceId audience;
    forum::TopicId topic;
    std::optional<forum::PostId> post;
    Kind kind;
    PersonId reporter;
    bool names_reporter;
    std::optional<PersonId> reported;
    std::string_view words, came_out;
    base::Instant now;
};
CaseId add(sql::Tx& tx, const NewCase& row);
std::int64_t count_reports(sql::Tx& tx, PersonId reporter, base::Instant since);
std::optional<PersonId> find_member(sql::Tx& tx, AudienceId audience, std::string_view handle);
void add_note(sql::Tx& tx, CaseId id, PersonId author, std::string_view text, base::Instant now);
void set_reported(sql::Tx& tx, CaseId id, PersonId person);
void set_question(sql::Tx& tx, CaseId id, std::string_view question, base::Instant now);
void set_word(sql::Tx& tx, CaseId id, std::string_view word, base::Instant now);
void set_ruling(sql::Tx& tx, CaseId id, const Ruling& ruling);
void set_appeal(sql::Tx& tx, CaseId id, std::string_view appeal, base::Instant now);
void set_ruling_on_appeal(sql::Tx& tx, CaseId id, const Ruling& ruling);
// The latest day on which a suspension of this person there is over, of all that stand.
std::optional<base::Day> suspended_until(sql::Tx& tx, PersonId person, AudienceId audience);

void count(sql::Tx& tx, int year, Outcome outcome, int change);
struct TallyRow {
    int year = 0;
    Outcome outcome = Outcome::no_breach;
    std::int64_t cases = 0;
};
std::vector<TallyRow> tallies(sql::Tx& tx);

// For the letters, which ask again as their receiver.
struct Concerned {
    AudienceId audience;
    std::optional<PersonId> reporter, reported, decider;
};
std::optional<Concerned> find_concerned(sql::Tx& tx, CaseId id);

std::int64_t purge(sql::Tx& tx, base::Instant before);  // cases gone
void forget(sql::Tx& tx, PersonId person);
bool met_in_a_case(sql::Tx& tx, const identity::Merger& merger);
void merge(sql::Tx& tx, const identity::Merger& merger);
std::vector<identity::Holding> holdings(sql::Tx& tx, PersonId person);
std::vector<std::string> broken(sql::Tx& tx);  // for `check`

}  // namespace breaches::store
