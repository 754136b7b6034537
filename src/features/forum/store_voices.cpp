// Who speaks unattributed: no statement here knows a person, but the one row that stands for all.

#include "features/forum/store.h"
#include "platform/identity/store.h"

namespace forum::store {

namespace {

using sql::Blob;
using sql::Nothing;
using sql::Query;

constexpr std::string_view address_of_all = "unattributed@voices.invalid";
// A handle is a slug: with this sign nobody has it, and no mention means it.
constexpr std::string_view handle_of_all = "*unattributed";

const Query<PersonId(std::string_view)> unattributed_by_address{
    "unattributed_by_address", "SELECT id FROM persons WHERE email_folded = $1"};

struct VoiceRow {
    VoiceId id;
    TopicId topic;
    std::string name;
    std::optional<base::Instant> silenced;
    std::string silenced_reason;
};
const Query<VoiceRow(TopicId, Blob)> voice_by_verifier{"voice_by_verifier", R"(
    SELECT id, topic_id, name, silenced_at, silenced_reason
      FROM voices
     WHERE topic_id = $1 AND verifier = $2)"};
const Query<VoiceId(TopicId, std::string_view, Blob, sealing::NameId)> voice_added{"voice_added",
                                                                                   R"(
    INSERT INTO voices (topic_id, name, verifier, sealed_name_id)
    VALUES ($1, $2, $3, $4)
 RETURNING id)"};
const Query<std::string(TopicId)> voice_names_by_topic{"voice_names_by_topic", R"(
    SELECT name
      FROM voices
     WHERE topic_id = $1
     LIMIT 5000)"};
const Query<Nothing(VoiceId, std::string_view, base::Instant)> voice_silenced{"voice_silenced", R"(
    UPDATE voices
       SET silenced_at = $3, silenced_reason = $2
     WHERE id = $1 AND silenced_at IS NULL)"};
const Query<Nothing(VoiceId, Blob)> voice_let_go{
    "voice_let_go", "UPDATE voices SET verifier = $2, is_gone = 1 WHERE id = $1"};

const Query<OwnSaying(VoiceId)> posts_by_voice{"posts_by_voice", R"(
    SELECT id, number, version, written_at, hidden_at, markdown
      FROM posts
     WHERE voice_id = $1
     ORDER BY number DESC
     LIMIT 100)"};
const Query<QuotingRow(TopicId, int)> posts_after{"posts_after", R"(
    SELECT p.number, coalesce(v.name, a.name), p.markdown
      FROM posts p
      JOIN persons a ON a.id = p.author_id
      LEFT JOIN voices v ON v.id = p.voice_id
     WHERE p.topic_id = $1 AND p.number > $2 AND p.hidden_at IS NULL
     ORDER BY p.number
     LIMIT 500)"};

const Query<VoiceConcernedRow(TopicId, int, int, rule::State)> voices_of_posts{"voices_of_posts",
                                                                               R"(
    SELECT v.id, v.is_gone
      FROM voices v
     WHERE v.id IN (SELECT p.voice_id
                      FROM posts p
                     WHERE p.topic_id = $1 AND p.number BETWEEN $2 AND $3 AND p.state > $4
                       AND p.voice_id IS NOT NULL)
     ORDER BY v.id
     LIMIT 200)"};
const Query<Nothing(LooseningId, VoiceId)> voice_asked{
    "voice_asked", "INSERT INTO voice_answers (loosening_id, voice_id) VALUES ($1, $2)"};
const Query<LooseningId(VoiceId)> voice_wishes{"voice_wishes", R"(
    SELECT y.loosening_id
      FROM voice_answers y
      JOIN loosenings w ON w.id = y.loosening_id
     WHERE y.voice_id = $1 AND w.outcome = 0
     ORDER BY y.loosening_id
     LIMIT 20)"};
const Query<Nothing(LooseningId, VoiceId, bool)> voice_answered{"voice_answered", R"(
    UPDATE voice_answers
       SET is_yes = $3
     WHERE loosening_id = $1 AND voice_id = $2)"};
const Query<Nothing(PostId, int, PersonId, base::Instant, std::string_view)> voice_text_kept{
    "voice_text_kept", R"(
    INSERT INTO earlier_texts (post_id, version, editor_id, replaced_at, markdown)
    VALUES ($1, $2, $3, $4, $5))"};
const Query<PlaceRow(TopicId)> unguarded_place{
    "unguarded_place", R"(
    SELECT audience_id, state,
           CASE WHEN closed_at IS NULL AND hidden_at IS NULL THEN 1 ELSE 0 END
      FROM topics
     WHERE id = $1)"};
const Query<std::string(PersonId)> draft_texts_by_person{"draft_texts_by_person", R"(
    SELECT body
      FROM drafts
     WHERE person_id = $1
     LIMIT 200)"};

Blob blob(std::string_view bytes) {
    return {std::string(bytes)};
}

}  // namespace

std::optional<PersonId> find_unattributed(sql::Tx& tx) {
    return tx.find(unattributed_by_address, address_of_all);
}

PersonId unattributed(sql::Tx& tx) {
    if (const auto found = find_unattributed(tx)) return *found;
    return identity::store::add_person(tx, {.name = "Unattributed",
                                            .handle = std::string(handle_of_all),
                                            .role_line = "",
                                            .email = std::string(address_of_all),
                                            .joined = {}});
}

std::optional<Voice> find_voice(sql::Tx& tx, TopicId topic, std::string_view verifier) {
    auto row = tx.find(voice_by_verifier, topic, blob(verifier));
    if (!row) return std::nullopt;
    return Voice{.id = row->id,
                 .topic = row->topic,
                 .name = std::move(row->name),
                 .verifier = std::string(verifier),
                 .silenced = row->silenced,
                 .silenced_reason = std::move(row->silenced_reason)};
}

VoiceId add_voice(sql::Tx& tx, const NewVoice& row) {
    return tx.one(voice_added, row.topic, row.name, blob(row.verifier), row.sealed_name);
}

std::vector<std::string> voices_in(sql::Tx& tx, TopicId topic) {
    return tx.all(voice_names_by_topic, topic);
}

void silence_voice(sql::Tx& tx, VoiceId voice, std::string_view reason, base::Instant now) {
    tx.run(voice_silenced, voice, reason, now);
}

void let_voice_go(sql::Tx& tx, VoiceId voice, std::string_view verifier) {
    tx.run(voice_let_go, voice, blob(verifier));
}

std::vector<OwnSaying> said_by(sql::Tx& tx, VoiceId voice) {
    return tx.all(posts_by_voice, voice);
}

std::vector<QuotingRow> said_after(sql::Tx& tx, TopicId topic, int number) {
    return tx.all(posts_after, topic, number);
}

std::vector<VoiceConcernedRow> voices_concerned(sql::Tx& tx, const Loosening& wish) {
    return tx.all(voices_of_posts, wish.topic, wish.from, wish.to, wish.state);
}

void ask_voice(sql::Tx& tx, LooseningId id, VoiceId voice) {
    tx.run(voice_asked, id, voice);
}

std::vector<LooseningId> asked_of_voice(sql::Tx& tx, VoiceId voice) {
    return tx.all(voice_wishes, voice);
}

void answer_as_voice(sql::Tx& tx, LooseningId id, VoiceId voice, bool is_yes) {
    tx.run(voice_answered, id, voice, is_yes);
}

void keep_text_of_voice(sql::Tx& tx, const OwnSaying& said, PersonId editor, base::Instant now) {
    tx.run(voice_text_kept, said.id, said.version, editor, now, said.markdown);
}

std::optional<PlaceRow> find_place(sql::Tx& tx, TopicId topic) {
    return tx.find(unguarded_place, topic);
}

std::vector<std::string> draft_texts(sql::Tx& tx, PersonId person) {
    return tx.all(draft_texts_by_person, person);
}

}  // namespace forum::store
