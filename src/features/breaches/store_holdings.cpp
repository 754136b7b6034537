#include "features/breaches/store.h"

namespace breaches::store {

namespace {

using identity::Holding;
using identity::with_rows_of;
using sql::Query;

struct ReportHeld {
    CaseId id;
    base::Instant at;
    std::string words, came_out;
    bool names_reporter;
    std::optional<base::Instant> decided;
};
const Query<ReportHeld(PersonId, int)> reports_held{"reports_held", R"(
    SELECT id, reported_at, words, came_out, names_reporter, decided_at
      FROM breach_cases
     WHERE reporter_id = $1
     ORDER BY id
     LIMIT $2)"};

struct CaseHeld {
    CaseId id;
    std::string question;
    std::optional<base::Instant> asked;
    std::string word, reason;
    std::optional<base::Day> until;
    std::optional<base::Instant> decided;
    std::string appeal, appeal_reason;
};
const Query<CaseHeld(PersonId, int)> cases_held{"cases_held", R"(
    SELECT id, question, asked_at, word, reason, until_day, decided_at, appeal, appeal_reason
      FROM breach_cases
     WHERE reported_id = $1 AND (asked_at IS NOT NULL OR decided_at IS NOT NULL)
     ORDER BY id
     LIMIT $2)"};

struct DecisionHeld {
    CaseId id;
    std::string deed, reason;
    std::optional<base::Instant> at;
};
const Query<DecisionHeld(PersonId, int)> decisions_held{"decisions_held", R"(
    SELECT id, 'decided', reason, decided_at
      FROM breach_cases
     WHERE decided_by = $1
     UNION ALL
    SELECT id, 'decided the appeal', appeal_reason, settled_at
      FROM breach_cases
     WHERE settled_by = $1
     LIMIT $2)"};

struct NoteHeld {
    CaseId id;
    std::string text;
    base::Instant at;
};
const Query<NoteHeld(PersonId, int)> notes_held{"notes_held", R"(
    SELECT case_id, text, written_at
      FROM breach_notes
     WHERE author_id = $1
     ORDER BY id
     LIMIT $2)"};

}  // namespace

// Left out: who reported whom, what others wrote of somebody, and a case of which the person
// reported was not told yet, so that nobody is warned before it is looked into.
std::vector<Holding> holdings(sql::Tx& tx, PersonId person) {
    return {
        with_rows_of(tx,
                     {.name = "breach_reports",
                      .title = "Breaches of the Rule that you reported",
                      .why = "So that they are looked into.",
                      .tables = {"breach_cases"},
                      .columns = {"Case", "Reported", "What happened", "When and where",
                                  "With your name", "Decided"}},
                     reports_held, person),
        with_rows_of(tx,
                     {.name = "breach_cases",
                      .title = "Cases in which a breach of the Rule by you was reported",
                      .why = "So that you are heard, and it can be answered for what was decided.",
                      .tables = {"breach_cases"},
                      .columns = {"Case", "Question", "Asked", "Your word", "Reason",
                                  "Suspended until", "Decided", "Your appeal", "Its reason"}},
                     cases_held, person),
        with_rows_of(tx,
                     {.name = "breach_decisions",
                      .title = "Cases that you decided",
                      .why = "So that it can be answered for on whose word it was.",
                      .tables = {"breach_cases"},
                      .columns = {"Case", "What you did", "Reason", "When"}},
                     decisions_held, person),
        with_rows_of(tx,
                     {.name = "breach_notes",
                      .title = "Notes that you wrote on cases",
                      .why = "So that those who handle a case know what was found.",
                      .tables = {"breach_notes"},
                      .columns = {"Case", "Note", "Written"}},
                     notes_held, person),
    };
}

}  // namespace breaches::store
