#include "features/membership/store.h"

namespace membership::store {

namespace {

using sql::Blob;
using sql::Nothing;
using sql::Query;

Blob blob(std::string_view bytes) {
    return {std::string(bytes)};
}

const Query<Nothing(std::string, std::string_view, std::string, NetworkId, Category,
                    std::optional<OrganisationId>, std::string, std::optional<base::Day>,
                    base::Instant)>
    invitation_added{"invitation_added", R"(
    INSERT INTO invitations (email, email_folded, name, network_id, category, organisation_id,
                             title, began, brought_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT DO NOTHING)"};
const Query<InvitationRow(Blob, base::Instant)> invitations_by_token{"invitations_by_token", R"(
    SELECT email, name, network_id, category, organisation_id, title, began
      FROM invitations
     WHERE token_digest = $1 AND sent_at > $2
     ORDER BY id
     LIMIT 100)"};
const Query<Nothing(Blob)> invitations_removed{"invitations_removed",
                                               "DELETE FROM invitations WHERE token_digest = $1"};
const Query<UnsentRow(int)> invitations_unsent{"invitations_unsent", R"(
    SELECT email_folded, min(email), min(name)
      FROM invitations
     WHERE sent_at IS NULL
     GROUP BY email_folded
     ORDER BY min(id)
     LIMIT $1)"};
const Query<Nothing(std::string_view, Blob, base::Instant)> invitation_sent{"invitation_sent", R"(
    UPDATE invitations
       SET token_digest = $2, sent_at = $3
     WHERE email_folded = $1)"};
const Query<std::int64_t(Blob)> declined_counted{
    "declined_counted", "SELECT count(*) FROM invitations_declined WHERE email_digest = $1"};
const Query<Nothing(Blob, base::Instant)> declined_noted{"declined_noted", R"(
    INSERT INTO invitations_declined (email_digest, declined_at)
    VALUES ($1, $2)
        ON CONFLICT DO NOTHING)"};
const Query<InvitationCounts()> invitations_counted{"invitations_counted", R"(
    SELECT count(DISTINCT CASE WHEN sent_at IS NULL THEN email_folded END),
           count(DISTINCT CASE WHEN sent_at IS NOT NULL THEN email_folded END)
      FROM invitations)"};
const Query<HeldInvitation(PersonId, int)> invitations_held{"invitations_held", R"(
    SELECT i.brought_at, i.name, i.email, n.short_name, coalesce(o.name, ''), i.title, i.began,
           i.sent_at
      FROM invitations i
      JOIN networks n ON n.id = i.network_id
      LEFT JOIN organisations o ON o.id = i.organisation_id
     WHERE i.email_folded = (SELECT email_folded FROM persons WHERE id = $1)
     ORDER BY i.id
     LIMIT $2)"};
const Query<Nothing(base::Instant)> invitations_purged{
    "invitations_purged", "DELETE FROM invitations WHERE sent_at < $1"};

}  // namespace

bool add_invitation(sql::Tx& tx, const InvitationRow& row, std::string_view email_folded,
                    base::Instant now) {
    return tx.run(invitation_added, row.email, email_folded, row.name, row.network, row.category,
                  row.organisation, row.title, row.began, now) == 1;
}

std::vector<InvitationRow> invitations_by(sql::Tx& tx, std::string_view token_digest,
                                          base::Instant now) {
    return tx.all(invitations_by_token, blob(token_digest), now - invitation_life);
}

void remove_invitations(sql::Tx& tx, std::string_view token_digest) {
    tx.run(invitations_removed, blob(token_digest));
}

std::vector<UnsentRow> unsent_invitations(sql::Tx& tx, int count) {
    return tx.all(invitations_unsent, count);
}

void note_invited(sql::Tx& tx, std::string_view email_folded, std::string_view token_digest,
                  base::Instant now) {
    tx.run(invitation_sent, email_folded, blob(token_digest), now);
}

bool has_declined(sql::Tx& tx, std::string_view email_digest) {
    return tx.one(declined_counted, blob(email_digest)) > 0;
}

void note_declined(sql::Tx& tx, std::string_view email_digest, base::Instant now) {
    tx.run(declined_noted, blob(email_digest), now);
}

InvitationCounts count_invitations(sql::Tx& tx) {
    return tx.one(invitations_counted);
}

std::vector<HeldInvitation> invitations_held_of(sql::Tx& tx, PersonId person) {
    return tx.all(invitations_held, person, identity::rows_held_max);
}

std::int64_t purge_invitations(sql::Tx& tx, base::Instant sent_before) {
    return tx.run(invitations_purged, sent_before);
}

}  // namespace membership::store
