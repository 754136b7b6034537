#include "features/rule/store.h"

#include "platform/identity/store.h"

namespace rule::store {

namespace {

using identity::with_rows_of;
using sql::Nothing;
using sql::Query;

const Query<State(networks::AreaId)> state_by_area{
    "state_by_area", "SELECT state FROM area_rules WHERE area_id = $1"};
const Query<AreaState()> states_by_area{
    "states_by_area", "SELECT area_id, state FROM area_rules ORDER BY area_id LIMIT 10000"};
const Query<Nothing(networks::AreaId, State)> state_kept{"state_kept", R"(
    INSERT INTO area_rules (area_id, state)
    VALUES ($1, $2)
        ON CONFLICT (area_id) DO UPDATE SET state = excluded.state)"};

// ---- the text ----

const std::string text_columns = R"(
    SELECT t.version, t.words, t.published_at, coalesce(p.name, ''), t.asks, t.from_day
      FROM rule_texts t
      LEFT JOIN persons p ON p.id = t.published_by
     WHERE t.audience_id = $1)";
const Query<Text(AudienceId)> rule_text_last{"rule_text_last",
                                             text_columns + " ORDER BY t.version DESC LIMIT 1"};
const Query<Text(AudienceId, std::int64_t)> rule_text_by_version{
    "rule_text_by_version", text_columns + " AND t.version = $2"};
const Query<Text(AudienceId, int)> rule_text_versions{
    "rule_text_versions", text_columns + " ORDER BY t.version DESC LIMIT $2"};
const Query<Nothing(AudienceId, int, std::string_view, base::Instant, PersonId, bool,
                    std::optional<base::Day>)>
    rule_text_added{"rule_text_added", R"(
    INSERT INTO rule_texts (audience_id, version, words, published_at, published_by, asks, from_day)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
const Query<std::int64_t()> members_counted{
    "members_counted", "SELECT count(DISTINCT person_id) FROM audience_members"};
// $1 0: whoever belongs to any audience.
const Query<PersonId(AudienceId, std::int64_t, PersonId, int)> members_not_accepted{
    "members_not_accepted", R"(
    SELECT p.id
      FROM persons p
     WHERE p.id > $3
       AND EXISTS (SELECT 1 FROM audience_members m
                    WHERE m.person_id = p.id AND (m.audience_id = $1 OR $1 = 0))
       AND NOT EXISTS (SELECT 1 FROM terms_met t
                        WHERE t.person_id = p.id AND t.audience_id = $1 AND t.version >= $2)
     ORDER BY p.id
     LIMIT $4)"};

// ---- its acceptance ----

const Query<Nothing(PersonId, AudienceId, int, base::Instant, std::string_view)> acceptance_added{
    "acceptance_added", R"(
    INSERT INTO rule_acceptances (person_id, audience_id, version, accepted_at, how)
    VALUES ($1, $2, $3, $4, $5))"};
const Query<Accepted(PersonId, AudienceId)> acceptance_standing{"acceptance_standing", R"(
    SELECT audience_id, version, accepted_at
      FROM rule_acceptances
     WHERE person_id = $1 AND audience_id = $2 AND withdrawn_at IS NULL
     ORDER BY version DESC, id
     LIMIT 1)"};
const Query<Nothing(PersonId, AudienceId, base::Instant)> acceptance_withdrawn{
    "acceptance_withdrawn", R"(
    UPDATE rule_acceptances
       SET withdrawn_at = $3
     WHERE person_id = $1 AND audience_id = $2 AND withdrawn_at IS NULL)"};

const Query<Nothing(PersonId, base::Instant)> acceptances_ended{"acceptances_ended", R"(
    UPDATE rule_acceptances
       SET withdrawn_at = $2
     WHERE person_id = $1 AND withdrawn_at IS NULL)"};
const Query<Nothing(PersonId)> text_authors_forgotten{
    "text_authors_forgotten", "UPDATE rule_texts SET published_by = NULL WHERE published_by = $1"};

// $1 the account that goes, $2 the one that is kept: one human. What they withdrew under one after
// they had accepted it under the other is withdrawn.
const Query<Nothing(PersonId, PersonId, base::Instant)> acceptances_outlived{"acceptances_outlived",
                                                                             R"(
    UPDATE rule_acceptances
       SET withdrawn_at = $3
     WHERE person_id IN ($1, $2) AND withdrawn_at IS NULL
       AND EXISTS (SELECT 1 FROM rule_acceptances o
                    WHERE o.person_id IN ($1, $2) AND o.person_id <> rule_acceptances.person_id
                      AND o.audience_id = rule_acceptances.audience_id
                      AND o.withdrawn_at > rule_acceptances.accepted_at))"};
const Query<Nothing(PersonId, PersonId)> acceptances_passed{
    "acceptances_passed", "UPDATE rule_acceptances SET person_id = $2 WHERE person_id = $1"};
const Query<Nothing(PersonId, PersonId)> text_authors_passed{
    "text_authors_passed", "UPDATE rule_texts SET published_by = $2 WHERE published_by = $1"};
const Query<Nothing(PersonId)> doors_met_anew{"doors_met_anew", R"(
    INSERT INTO terms_met (person_id, audience_id, version)
    SELECT person_id, audience_id, max(version)
      FROM rule_acceptances
     WHERE person_id = $1 AND withdrawn_at IS NULL
     GROUP BY person_id, audience_id)"};

struct AcceptanceHeld {
    std::string of;
    int version = 0;
    base::Instant accepted;
    std::optional<base::Instant> withdrawn;
    std::string how;
};
const Query<AcceptanceHeld(PersonId, int)> acceptances_held{"acceptances_held", R"(
    SELECT coalesce(a.name, 'the community'), r.version, r.accepted_at, r.withdrawn_at, r.how
      FROM rule_acceptances r
      LEFT JOIN audiences a ON a.id = r.audience_id
     WHERE r.person_id = $1
     ORDER BY r.id
     LIMIT $2)"};
struct TextHeld {
    std::string of;
    int version = 0;
    std::string words;
    base::Instant published;
};
const Query<TextHeld(PersonId, int)> rule_texts_held{"rule_texts_held", R"(
    SELECT coalesce(a.name, 'the community'), t.version, t.words, t.published_at
      FROM rule_texts t
      LEFT JOIN audiences a ON a.id = t.audience_id
     WHERE t.published_by = $1
     ORDER BY t.audience_id, t.version
     LIMIT $2)"};

const Query<std::string()> unguarded_broken_doors{"unguarded_broken_doors", R"(
    SELECT 'person ' || t.person_id || ' is let into audience ' || t.audience_id || ' by version '
           || t.version || ' of the Rule, which they have not accepted'
      FROM terms_met t
     WHERE NOT EXISTS (SELECT 1 FROM rule_acceptances r
                        WHERE r.person_id = t.person_id AND r.audience_id = t.audience_id
                          AND r.version = t.version AND r.withdrawn_at IS NULL)
     UNION ALL
    SELECT 'person ' || r.person_id || ' accepted version ' || r.version ||
           ' of the Rule and is not let into audience ' || r.audience_id
      FROM rule_acceptances r
     WHERE r.withdrawn_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM terms_met t
                        WHERE t.person_id = r.person_id AND t.audience_id = r.audience_id
                          AND t.version >= r.version)
     LIMIT 100)"};
const Query<std::string()> unguarded_broken_terms{"unguarded_broken_terms", R"(
    SELECT 'audience ' || t.audience_id || ' asks for a version of the Rule that is not the last'
      FROM terms t
     WHERE coalesce(t.coming, t.version) <>
           coalesce((SELECT max(r.version) FROM rule_texts r
                      WHERE r.audience_id = t.audience_id AND r.asks = 1), 0)
     UNION ALL
    SELECT 'audience ' || r.audience_id || ' asks nobody for the Rule that was published'
      FROM rule_texts r
     WHERE r.asks = 1 AND NOT EXISTS (SELECT 1 FROM terms t WHERE t.audience_id = r.audience_id)
     LIMIT 100)"};

}  // namespace

std::vector<AreaState> states(sql::Tx& tx) {
    return tx.all(states_by_area);
}

std::optional<State> find_state(sql::Tx& tx, networks::AreaId area) {
    return tx.find(state_by_area, area);
}

void keep_state(sql::Tx& tx, networks::AreaId area, State state) {
    tx.run(state_kept, area, state);
}

std::optional<Text> last(sql::Tx& tx, AudienceId audience) {
    return tx.find(rule_text_last, audience);
}

std::optional<Text> find(sql::Tx& tx, AudienceId audience, std::int64_t version) {
    return tx.find(rule_text_by_version, audience, version);
}

std::vector<Text> versions(sql::Tx& tx, AudienceId audience) {
    return tx.all(rule_text_versions, audience, versions_shown_max);
}

void add(sql::Tx& tx, const NewText& text) {
    tx.run(rule_text_added, text.audience, text.version, text.words, text.now, text.by, text.asks,
           text.from);
}

std::int64_t count_members(sql::Tx& tx) {
    return tx.one(members_counted);
}

std::vector<PersonId> not_accepted(sql::Tx& tx, AudienceId audience, std::int64_t version,
                                   PersonId after, int count) {
    return tx.all(members_not_accepted, audience, version, after, count);
}

void add(sql::Tx& tx, const NewAcceptance& acceptance) {
    tx.run(acceptance_added, acceptance.person, acceptance.audience, acceptance.version,
           acceptance.now, acceptance.how);
}

std::optional<Accepted> standing(sql::Tx& tx, PersonId person, AudienceId audience) {
    return tx.find(acceptance_standing, person, audience);
}

void withdraw(sql::Tx& tx, PersonId person, AudienceId audience, base::Instant now) {
    tx.run(acceptance_withdrawn, person, audience, now);
}

void forget(sql::Tx& tx, PersonId person, base::Instant now) {
    tx.run(acceptances_ended, person, now);
    tx.run(text_authors_forgotten, person);
    identity::store::unmeet_all(tx, person);
}

void merge(sql::Tx& tx, const identity::Merger& merger, base::Instant now) {
    tx.run(acceptances_outlived, merger.gone, merger.kept, now);
    tx.run(acceptances_passed, merger.gone, merger.kept);
    tx.run(text_authors_passed, merger.gone, merger.kept);
    identity::store::unmeet_all(tx, merger.gone);
    identity::store::unmeet_all(tx, merger.kept);
    tx.run(doors_met_anew, merger.kept);
}

std::vector<identity::Holding> holdings(sql::Tx& tx, PersonId person) {
    return {with_rows_of(tx,
                         {.name = "rule_acceptances",
                          .title = "Versions of the Rule that you accepted",
                          .why = "So that everybody in the room has promised to keep it.",
                          .tables = {"rule_acceptances"},
                          .columns = {"Text of", "Version", "Accepted", "Withdrawn", "How"},
                          .is_consent = true},
                         acceptances_held, person),
            with_rows_of(tx,
                         {.name = "rule_texts",
                          .title = "Versions of the Rule that you published",
                          .why = "What people accepted stays readable word for word.",
                          .tables = {"rule_texts"},
                          .columns = {"Text of", "Version", "Words", "Published"}},
                         rule_texts_held, person)};
}

std::vector<std::string> broken(sql::Tx& tx) {
    auto sentences = tx.all(unguarded_broken_doors);
    for (auto& one : tx.all(unguarded_broken_terms)) sentences.push_back(std::move(one));
    return sentences;
}

}  // namespace rule::store
