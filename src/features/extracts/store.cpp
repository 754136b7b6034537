#include "features/extracts/store.h"

namespace extracts::store {

namespace {

using sql::Nothing;
using sql::Query;

const std::string columns = R"(
    SELECT e.id, e.topic_id, e.audience_id, e.taker_id, coalesce(t.name, ''),
           coalesce(s.name, ''), e.title, e.state, e.said_from, e.said_to, e.made_at,
           e.changed_at, e.handed_on_at, e.published_at, e.returned
      FROM extracts e
      LEFT JOIN persons t ON t.id = e.taker_id
      LEFT JOIN persons s ON s.id = e.second_id)";
// $1: the audiences of the actor; $2: the actor, whose own are theirs from the beginning.
const std::string visible_extracts = columns + R"(
     WHERE e.audience_id IN ($1) AND (e.state IN (2, 3) OR e.taker_id = $2))";
const Query<Row(List, PersonId, ExtractId)> extract_by_id{"extract_by_id",
                                                          visible_extracts + " AND e.id = $3"};
const Query<Row(List, PersonId, int)> extracts_all{"extracts_all", visible_extracts + R"(
       AND e.state <> 4
     ORDER BY e.changed_at DESC, e.id DESC
     LIMIT $3)"};
const Query<Passage(ExtractId)> passages_by_extract{"passages_by_extract", R"(
    SELECT id, post_id, post_number, post_version, text
      FROM extract_passages
     WHERE extract_id = $1
     ORDER BY post_number
     LIMIT 1000)"};

const Query<ExtractId(forum::TopicId, AudienceId, PersonId, std::string_view, base::Day, base::Day,
                      base::Instant)>
    extract_added{"extract_added", R"(
    INSERT INTO extracts (topic_id, audience_id, taker_id, title, said_from, said_to, made_at,
                          changed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
    RETURNING id)"};
const Query<Nothing(ExtractId, forum::PostId, int, int, std::string_view)> passage_added{
    "passage_added", R"(
    INSERT INTO extract_passages (extract_id, post_id, post_number, post_version, text)
    VALUES ($1, $2, $3, $4, $5))"};
const Query<Nothing(ExtractId, std::string_view, base::Instant)> title_set{"title_set", R"(
    UPDATE extracts
       SET title = $2, changed_at = $3
     WHERE id = $1)"};
const Query<Nothing(ExtractId, PassageId, std::string_view)> text_set{"text_set", R"(
    UPDATE extract_passages
       SET text = $3
     WHERE extract_id = $1 AND id = $2)"};
const Query<Nothing(ExtractId, PassageId, int, std::string_view)> source_set{"source_set", R"(
    UPDATE extract_passages
       SET post_version = $3, text = $4
     WHERE extract_id = $1 AND id = $2)"};
const Query<Nothing(ExtractId, PassageId)> passage_dropped{
    "passage_dropped", "DELETE FROM extract_passages WHERE extract_id = $1 AND id = $2"};

const Query<Kept(ExtractId)> keeps_by_extract{"keeps_by_extract", R"(
    SELECT kind, text, reason, why
      FROM extract_keeps
     WHERE extract_id = $1
     ORDER BY id
     LIMIT 1000)"};
const Query<Nothing(ExtractId, std::string_view, std::string_view, std::string_view,
                    std::string_view)>
    keep_set{"keep_set", R"(
    INSERT INTO extract_keeps (extract_id, kind, text, reason, why)
    VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (extract_id, kind, text, reason) DO UPDATE SET why = $5)"};
const Query<Nothing(ExtractId, std::string_view, std::string_view, std::string_view)> keep_dropped{
    "keep_dropped", R"(
    DELETE FROM extract_keeps
     WHERE extract_id = $1 AND kind = $2 AND text = $3 AND reason = $4)"};

const Query<Nothing(ExtractId, base::Instant)> handed_on{"handed_on", R"(
    UPDATE extracts
       SET state = 2, handed_on_at = $2, changed_at = $2, returned = ''
     WHERE id = $1 AND state = 1)"};
const Query<Nothing(ExtractId, std::string_view, base::Instant)> taken_back{"taken_back", R"(
    UPDATE extracts
       SET state = 1, changed_at = $3, returned = $2
     WHERE id = $1 AND state = 2)"};
const Query<Nothing(ExtractId, base::Instant)> given_up{"given_up", R"(
    UPDATE extracts
       SET state = 4, changed_at = $2
     WHERE id = $1 AND state IN (1, 2))"};
const Query<Nothing(ExtractId, PersonId, base::Instant)> published{"published", R"(
    UPDATE extracts
       SET state = 3, second_id = $2, published_at = $3, changed_at = $3
     WHERE id = $1 AND state = 2)"};
const Query<std::int64_t(PersonId, base::Instant)> handed_on_counted{"handed_on_counted", R"(
    SELECT count(*)
      FROM extract_hand_ons
     WHERE person_id = $1 AND at > $2)"};
const Query<Nothing(PersonId, base::Instant)> hand_on_noted{
    "hand_on_noted", "INSERT INTO extract_hand_ons (person_id, at) VALUES ($1, $2)"};

// All at once: how many they are, nothing tells.
const Query<Nothing(ExtractId, List, base::Instant)> authors_asked{"authors_asked", R"(
    INSERT INTO extract_consents (extract_id, person_id, asked_at)
    SELECT e.id, p.id, $3
      FROM extracts e, persons p
     WHERE e.id = $1 AND p.id IN ($2)
        ON CONFLICT (extract_id, person_id) DO NOTHING)"};
const Query<Nothing(ExtractId, List)> answers_forgotten{"answers_forgotten", R"(
    DELETE FROM extract_consents
     WHERE extract_id = $1 AND person_id NOT IN ($2))"};
const Query<Nothing(ExtractId)> answers_but_no_forgotten{"answers_but_no_forgotten", R"(
    DELETE FROM extract_consents
     WHERE extract_id = $1 AND coalesce(is_yes, 1) = 1)"};
const Query<Nothing(ExtractId)> own_texts_forgotten{"own_texts_forgotten", R"(
    UPDATE extract_passages
       SET own_text = ''
     WHERE extract_id = $1)"};
const Query<std::int64_t(ExtractId)> yes_missing{"yes_missing", R"(
    SELECT count(*)
      FROM extract_consents
     WHERE extract_id = $1 AND coalesce(is_yes, 0) = 0)"};
const Query<Consent(ExtractId)> consents_by_extract{"consents_by_extract", R"(
    SELECT person_id, is_yes, agreed
      FROM extract_consents
     WHERE extract_id = $1
     ORDER BY person_id
     LIMIT 1000)"};
const Query<Nothing(ExtractId, PersonId, bool, std::string_view, base::Instant)> answered{
    "answered", R"(
    UPDATE extract_consents
       SET is_yes = $3, agreed = $4, answered_at = $5
     WHERE extract_id = $1 AND person_id = $2)"};

// Of whoever is asked about their own words: the audience says nothing here, for authors move on.
const std::string extracts_asked = columns + R"(
      JOIN extract_consents c ON c.extract_id = e.id
     WHERE c.person_id = $1 AND e.state IN (2, 3))";
const Query<Row(PersonId, ExtractId)> asked_by_id{"asked_by_id", extracts_asked + " AND e.id = $2"};
const Query<Row(PersonId, int)> asked_by_author{"asked_by_author", extracts_asked + R"(
       AND e.state = 2 AND c.is_yes IS NULL
     ORDER BY e.id
     LIMIT $2)"};
const Query<AskedRow(PersonId, ExtractId)> answer_by_author{"answer_by_author", R"(
    SELECT extract_id, is_yes, agreed
      FROM extract_consents
     WHERE person_id = $1 AND extract_id = $2)"};
const Query<Passage(PersonId, ExtractId)> passages_by_author{"passages_by_author", R"(
    SELECT x.id, x.post_id, x.post_number, x.post_version,
           CASE WHEN x.own_text = '' THEN x.text ELSE x.own_text END
      FROM extract_passages x
      JOIN posts p ON p.id = x.post_id
     WHERE p.author_id = $1 AND p.voice_id IS NULL AND x.extract_id = $2
     ORDER BY x.post_number
     LIMIT 1000)"};
const Query<OwnText(ExtractId)> own_texts_by_extract{"own_texts_by_extract", R"(
    SELECT id, own_text
      FROM extract_passages
     WHERE extract_id = $1 AND own_text <> ''
     ORDER BY id
     LIMIT 1000)"};
const Query<Nothing(ExtractId, PassageId, std::string_view)> own_text_set{"own_text_set", R"(
    UPDATE extract_passages
       SET own_text = CASE WHEN text = $3 THEN '' ELSE $3 END
     WHERE extract_id = $1 AND id = $2)"};
const Query<Nothing(PersonId, ExtractId)> own_texts_dropped{"own_texts_dropped", R"(
    UPDATE extract_passages
       SET own_text = ''
     WHERE extract_id = $2 AND post_id IN (SELECT id
                                             FROM posts
                                            WHERE author_id = $1 AND voice_id IS NULL))"};
// Where nobody else has to agree any more.
const Query<Nothing(ExtractId)> own_texts_put_in{"own_texts_put_in", R"(
    UPDATE extract_passages
       SET text = own_text, own_text = ''
     WHERE extract_id = $1 AND own_text <> ''
       AND NOT EXISTS (SELECT 1
                         FROM extract_consents c
                        WHERE c.extract_id = $1 AND coalesce(c.is_yes, 0) = 0)
       AND NOT EXISTS (SELECT 1
                         FROM extract_passages x
                         JOIN posts p ON p.id = x.post_id
                        WHERE x.extract_id = $1
                          AND (p.author_id IS NULL OR p.voice_id IS NOT NULL)))"};
const Query<PersonId(ExtractId)> authors_unanswered{"authors_unanswered", R"(
    SELECT c.person_id
      FROM extract_consents c
      JOIN extracts e ON e.id = c.extract_id
     WHERE c.extract_id = $1 AND c.is_yes IS NULL AND e.state = 2
     ORDER BY c.person_id
     LIMIT 1000)"};
const Query<std::optional<PersonId>(ExtractId)> taker_by_extract{
    "taker_by_extract", "SELECT taker_id FROM extracts WHERE id = $1"};
const Query<AudienceId(ExtractId)> audience_by_extract{
    "audience_by_extract", "SELECT audience_id FROM extracts WHERE id = $1"};

const Query<CopyId(ExtractId, PersonId, Form, base::Instant)> copy_added{"copy_added", R"(
    INSERT INTO extract_copies (extract_id, person_id, form, taken_at)
    VALUES ($1, $2, $3, $4)
    RETURNING id)"};
const Query<Copy(ExtractId, int)> copies_by_extract{"copies_by_extract", R"(
    SELECT coalesce(p.name, 'Former member'), c.form, c.taken_at
      FROM extract_copies c
      LEFT JOIN persons p ON p.id = c.person_id
     WHERE c.extract_id = $1
     ORDER BY c.id DESC
     LIMIT $2)"};
const Query<CopyRow(PersonId, CopyId)> copy_by_id{"copy_by_id", R"(
    SELECT extract_id, form, taken_at
      FROM extract_copies
     WHERE person_id = $1 AND id = $2)"};

}  // namespace

std::optional<Row> find(sql::Tx& tx, const List& audiences, PersonId reader, ExtractId id) {
    return tx.find(extract_by_id, audiences, reader, id);
}

std::vector<Row> all(sql::Tx& tx, const List& audiences, PersonId reader) {
    return tx.all(extracts_all, audiences, reader, extracts_max);
}

std::vector<Passage> passages(sql::Tx& tx, ExtractId id) {
    return tx.all(passages_by_extract, id);
}

ExtractId add(sql::Tx& tx, const NewExtract& row) {
    return tx.one(extract_added, row.topic, row.audience, row.taker, row.title, row.said_from,
                  row.said_to, row.now);
}

void add_passage(sql::Tx& tx, ExtractId id, const Passage& passage) {
    tx.run(passage_added, id, passage.post, passage.post_number, passage.post_version,
           passage.text);
}

void set_title(sql::Tx& tx, ExtractId id, std::string_view title, base::Instant now) {
    tx.run(title_set, id, title, now);
}

void set_text(sql::Tx& tx, ExtractId id, PassageId passage, std::string_view text) {
    tx.run(text_set, id, passage, text);
}

void set_source(sql::Tx& tx, ExtractId id, const Passage& passage) {
    tx.run(source_set, id, passage.id, passage.post_version, passage.text);
}

void drop_passage(sql::Tx& tx, ExtractId id, PassageId passage) {
    tx.run(passage_dropped, id, passage);
}

std::vector<Kept> keeps(sql::Tx& tx, ExtractId id) {
    return tx.all(keeps_by_extract, id);
}

void keep(sql::Tx& tx, ExtractId id, const Kept& kept) {
    tx.run(keep_set, id, kept.kind, kept.text, kept.reason, kept.why);
}

void drop_keep(sql::Tx& tx, ExtractId id, const Kept& kept) {
    tx.run(keep_dropped, id, kept.kind, kept.text, kept.reason);
}

bool hand_on(sql::Tx& tx, ExtractId id, PersonId taker, base::Instant now) {
    tx.run(hand_on_noted, taker, now);
    return tx.run(handed_on, id, now) > 0;
}

bool back_to_draft(sql::Tx& tx, ExtractId id, std::string_view why, base::Instant now) {
    return tx.run(taken_back, id, why, now) > 0;
}

bool give_up(sql::Tx& tx, ExtractId id, base::Instant now) {
    return tx.run(given_up, id, now) > 0;
}

bool publish(sql::Tx& tx, ExtractId id, PersonId second, base::Instant now) {
    return tx.run(published, id, second, now) > 0;
}

std::int64_t count_handed_on(sql::Tx& tx, PersonId taker, base::Instant since) {
    return tx.one(handed_on_counted, taker, since);
}

void ask(sql::Tx& tx, ExtractId id, const List& persons, base::Instant now) {
    tx.run(authors_asked, id, persons, now);
}

void forget_answers(sql::Tx& tx, ExtractId id, const List& but_of) {
    List persons = but_of;
    persons.push_back(0);  // nobody: an empty list would match no answer
    tx.run(answers_forgotten, id, persons);
    tx.run(own_texts_forgotten, id);
}

void forget_all_but_no(sql::Tx& tx, ExtractId id) {
    tx.run(answers_but_no_forgotten, id);
    tx.run(own_texts_forgotten, id);
}

std::vector<Consent> consents(sql::Tx& tx, ExtractId id) {
    return tx.all(consents_by_extract, id);
}

void answer(sql::Tx& tx, ExtractId id, const Consent& consent, base::Instant now) {
    tx.run(answered, id, consent.person, consent.is_yes.value(), consent.agreed, now);
}

std::optional<Row> find_asked(sql::Tx& tx, PersonId author, ExtractId id) {
    return tx.find(asked_by_id, author, id);
}

std::optional<AskedRow> find_answer(sql::Tx& tx, PersonId author, ExtractId id) {
    return tx.find(answer_by_author, author, id);
}

std::vector<Row> asked_of(sql::Tx& tx, PersonId author) {
    return tx.all(asked_by_author, author, extracts_max);
}

std::vector<Passage> own_passages(sql::Tx& tx, PersonId author, ExtractId id) {
    return tx.all(passages_by_author, author, id);
}

std::vector<OwnText> own_texts(sql::Tx& tx, ExtractId id) {
    return tx.all(own_texts_by_extract, id);
}

void set_own_text(sql::Tx& tx, ExtractId id, PassageId passage, std::string_view text) {
    tx.run(own_text_set, id, passage, text);
}

void drop_own_texts(sql::Tx& tx, PersonId author, ExtractId id) {
    tx.run(own_texts_dropped, author, id);
}

void put_in_own_texts(sql::Tx& tx, ExtractId id) {
    tx.run(own_texts_put_in, id);
}

std::int64_t count_missing(sql::Tx& tx, ExtractId id) {
    return tx.one(yes_missing, id);
}

std::vector<PersonId> unanswered(sql::Tx& tx, ExtractId id) {
    return tx.all(authors_unanswered, id);
}

std::optional<PersonId> taker_of(sql::Tx& tx, ExtractId id) {
    return tx.find(taker_by_extract, id).value_or(std::nullopt);
}

std::optional<AudienceId> audience_of(sql::Tx& tx, ExtractId id) {
    return tx.find(audience_by_extract, id);
}

CopyId add_copy(sql::Tx& tx, ExtractId id, PersonId person, Form form, base::Instant now) {
    return tx.one(copy_added, id, person, form, now);
}

std::vector<Copy> copies(sql::Tx& tx, ExtractId id, int count) {
    return tx.all(copies_by_extract, id, count);
}

std::optional<CopyRow> find_copy(sql::Tx& tx, PersonId person, CopyId id) {
    return tx.find(copy_by_id, person, id);
}

}  // namespace extracts::store
