#pragma once
// All SQL of extracts. A draft is there for its taker; what was handed on or published, for whoever
// reads its network's forum. Authors are asked beside that condition, wherever they belong now.

#include "features/extracts/extracts.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

namespace extracts::store {

using List = std::vector<std::int64_t>;

struct Row {
    ExtractId id;
    forum::TopicId topic;
    AudienceId audience;
    std::optional<PersonId> taker;
    std::string taker_name, second_name, title;
    State state = State::draft;
    base::Day said_from, said_to;
    base::Instant made, changed;
    std::optional<base::Instant> handed_on, published;
    std::string returned;
};
std::optional<Row> find(sql::Tx& tx, const List& audiences, PersonId reader, ExtractId id);
std::vector<Row> all(sql::Tx& tx, const List& audiences, PersonId reader);
std::vector<Passage> passages(sql::Tx& tx, ExtractId id);

struct NewExtract {
    forum::TopicId topic;
    AudienceId audience;
    PersonId taker;
    std::string_view title;
    base::Day said_from, said_to;
    base::Instant now;
};
ExtractId add(sql::Tx& tx, const NewExtract& row);
void add_passage(sql::Tx& tx, ExtractId id, const Passage& passage);
void set_title(sql::Tx& tx, ExtractId id, std::string_view title, base::Instant now);
void set_text(sql::Tx& tx, ExtractId id, PassageId passage, std::string_view text);
void set_source(sql::Tx& tx, ExtractId id, const Passage& passage);  // its text and version
void drop_passage(sql::Tx& tx, ExtractId id, PassageId passage);

struct Kept {
    std::string kind, text, reason, why;
};
std::vector<Kept> keeps(sql::Tx& tx, ExtractId id);
void keep(sql::Tx& tx, ExtractId id, const Kept& kept);
void drop_keep(sql::Tx& tx, ExtractId id, const Kept& kept);

// Only from the state that it is in for whoever moves it on.
bool hand_on(sql::Tx& tx, ExtractId id, PersonId taker, base::Instant now);  // and notes that
bool back_to_draft(sql::Tx& tx, ExtractId id, std::string_view why, base::Instant now);
bool give_up(sql::Tx& tx, ExtractId id, base::Instant now);
bool publish(sql::Tx& tx, ExtractId id, PersonId second, base::Instant now);
std::int64_t count_handed_on(sql::Tx& tx, PersonId taker, base::Instant since);

struct Consent {
    PersonId person;
    std::optional<bool> is_yes;
    std::string agreed;
};
void ask(sql::Tx& tx, ExtractId id, const List& persons, base::Instant now);  // who were not yet
void forget_answers(sql::Tx& tx, ExtractId id, const List& but_of);
void forget_all_but_no(sql::Tx& tx, ExtractId id);
std::vector<Consent> consents(sql::Tx& tx, ExtractId id);
void answer(sql::Tx& tx, ExtractId id, const Consent& consent, base::Instant now);
// For the author who is asked alone.
struct AskedRow {
    ExtractId id;
    std::optional<bool> answer;
    std::string agreed;
};
std::optional<Row> find_asked(sql::Tx& tx, PersonId author, ExtractId id);
std::optional<AskedRow> find_answer(sql::Tx& tx, PersonId author, ExtractId id);
std::vector<Row> asked_of(sql::Tx& tx, PersonId author);  // that wait for an answer
std::vector<Passage> own_passages(sql::Tx& tx, PersonId author, ExtractId id);  // as they word them
// An author's wording: theirs alone until all who are asked have agreed, then the text, in one
// step.
struct OwnText {
    PassageId passage;
    std::string text;
};
std::vector<OwnText> own_texts(sql::Tx& tx, ExtractId id);
void set_own_text(sql::Tx& tx, ExtractId id, PassageId passage, std::string_view text);
void drop_own_texts(sql::Tx& tx, PersonId author, ExtractId id);
void put_in_own_texts(sql::Tx& tx, ExtractId id);
std::int64_t count_missing(sql::Tx& tx, ExtractId id);        // answers that are no yes
std::vector<PersonId> unanswered(sql::Tx& tx, ExtractId id);  // for the letters
std::optional<PersonId> taker_of(sql::Tx& tx, ExtractId id);
std::optional<AudienceId> audience_of(sql::Tx& tx, ExtractId id);

CopyId add_copy(sql::Tx& tx, ExtractId id, PersonId person, Form form, base::Instant now);
std::vector<Copy> copies(sql::Tx& tx, ExtractId id, int count);
struct CopyRow {
    ExtractId extract;
    Form form = Form::markdown;
    base::Instant at;
};
std::optional<CopyRow> find_copy(sql::Tx& tx, PersonId person, CopyId id);  // of their own alone

std::int64_t purge_drafts(sql::Tx& tx, base::Instant before);  // not touched since, and given up
std::int64_t purge_handed_on(sql::Tx& tx, base::Instant before);
std::int64_t purge_hand_ons(sql::Tx& tx, base::Instant before);
std::int64_t purge_answers(sql::Tx& tx, base::Instant before);
std::int64_t purge_copies(sql::Tx& tx, base::Instant before);
void forget(sql::Tx& tx, PersonId person);
bool met(sql::Tx& tx, const identity::Merger& merger);  // as taker and second person of one
void merge(sql::Tx& tx, const identity::Merger& merger);
std::vector<identity::Holding> holdings(sql::Tx& tx, PersonId person);
std::vector<std::string> broken(sql::Tx& tx);  // for `check`

}  // namespace extracts::store
