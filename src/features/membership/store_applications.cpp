#include "features/membership/store.h"

namespace membership::store {

namespace {

using sql::Nothing;
using sql::Query;

const std::string columns = R"(
    SELECT a.id, a.person_id, h.name, a.network_id, a.category, a.organisation_id, a.title,
           a.began, a.proof, a.link, a.words, a.asked_at, a.state, a.decided_at, a.decided_by,
           a.reason, a.appeal, a.appealed_at
      FROM applications a
      JOIN persons h ON h.id = a.person_id)";
const Query<Application(PersonId, int)> applications_by_person{"applications_by_person",
                                                               columns + R"(
     WHERE a.person_id = $1
     ORDER BY a.id DESC
     LIMIT $2)"};
const Query<Application(List, PersonId, int)> applications_open{"applications_open", columns + R"(
     WHERE a.network_id IN ($1) AND a.state IN (1, 5) AND a.person_id <> $2
     ORDER BY a.asked_at, a.id
     LIMIT $3)"};
const Query<Application(PersonId, int)> applications_by_voucher{"applications_by_voucher",
                                                                columns + R"(
      JOIN vouches v ON v.application_id = a.id
     WHERE v.person_id = $1 AND v.answered_at IS NULL AND a.state IN (1, 5)
     ORDER BY a.asked_at, a.id
     LIMIT $2)"};
const Query<Application(ApplicationId, PersonId, List)> application_shown{
    "application_shown",
    columns + " WHERE a.id = $1 AND (a.person_id = $2 OR a.network_id IN ($3))"};
const Query<Application(ApplicationId)> application_by_id{"application_by_id",
                                                          columns + " WHERE a.id = $1"};
const Query<ApplicationId(PersonId, NetworkId, Category, std::optional<OrganisationId>,
                          std::string_view, std::optional<base::Day>, std::string_view,
                          std::string_view, std::string_view, base::Instant)>
    application_added{"application_added", R"(
    INSERT INTO applications (person_id, network_id, category, organisation_id, title, began,
                              proof, link, words, asked_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
 RETURNING id)"};
const Query<Nothing(ApplicationId, State, std::string_view, std::optional<PersonId>, base::Instant)>
    application_decided{"application_decided", R"(
    UPDATE applications
       SET state = $2, reason = $3, decided_by = $4, decided_at = $5
     WHERE id = $1)"};
const Query<Nothing(ApplicationId, base::Instant)> application_withdrawn{"application_withdrawn",
                                                                         R"(
    UPDATE applications
       SET state = 4, reason = '', decided_at = $2
     WHERE id = $1)"};
const Query<Nothing(ApplicationId, std::string_view, base::Instant)> application_appealed{
    "application_appealed",
    "UPDATE applications SET state = 5, appeal = $2, appealed_at = $3 WHERE id = $1"};

const Query<Vouch(ApplicationId)> vouches_by_application{"vouches_by_application", R"(
    SELECT v.id, v.application_id, v.person_id, coalesce(p.name, ''), v.answered_at, v.is_yes,
           v.words
      FROM vouches v
      LEFT JOIN persons p ON p.id = v.person_id
     WHERE v.application_id = $1
     ORDER BY v.id
     LIMIT 10)"};
const Query<Nothing(ApplicationId, std::string_view)> vouch_added{"vouch_added", R"(
    INSERT INTO vouches (application_id, email_folded)
    VALUES ($1, $2)
        ON CONFLICT DO NOTHING)"};
const Query<Named(ApplicationId)> vouches_not_asked{"vouches_unasked", R"(
    SELECT id, email_folded
      FROM vouches
     WHERE application_id = $1 AND person_id IS NULL
     ORDER BY id
     LIMIT 10)"};
const Query<std::int64_t(PersonId, PersonId, base::Instant)> vouches_lately{"vouches_lately", R"(
    SELECT count(*)
      FROM vouches v
      JOIN applications a ON a.id = v.application_id
     WHERE v.person_id = $2 AND a.person_id = $1 AND a.asked_at > $3)"};
const Query<Nothing(VouchId, PersonId)> vouch_asked{
    "vouch_asked", "UPDATE vouches SET person_id = $2 WHERE id = $1"};
const Query<Nothing(ApplicationId, PersonId, bool, std::string_view, base::Instant)> vouch_answered{
    "vouch_answered", R"(
    UPDATE vouches
       SET is_yes = $3, words = $4, answered_at = $5
     WHERE application_id = $1 AND person_id = $2 AND answered_at IS NULL)"};

const Query<Document(ApplicationId)> documents_by_application{"documents_by_application", R"(
    SELECT id, name, media_type, size_bytes
      FROM application_documents
     WHERE application_id = $1
     ORDER BY id
     LIMIT 10)"};
const Query<sql::Blob(DocumentId)> document_bytes{
    "document_bytes", "SELECT bytes FROM application_documents WHERE id = $1"};
const Query<DocumentId(ApplicationId, std::string_view, std::string_view, std::int64_t, sql::Blob)>
    document_added{"document_added", R"(
    INSERT INTO application_documents (application_id, name, media_type, size_bytes, bytes)
    VALUES ($1, $2, $3, $4, $5)
 RETURNING id)"};
const Query<Nothing(DocumentId)> document_dropped{
    "document_dropped", "DELETE FROM application_documents WHERE id = $1"};

const std::string decided_long_ago = R"(
     WHERE state IN (2, 3, 4, 6) AND decided_at < $1)";
const Query<Nothing(base::Instant)> evidence_purged{"evidence_purged",
                                                    R"(
    UPDATE applications
       SET link = '', words = '', appeal = '', proof = '')" +
                                                        decided_long_ago +
                                                        " AND (link <> '' OR words "
                                                        "<> '' OR appeal <> '' OR proof <> '')"};
const Query<Nothing(base::Instant)> vouches_purged{
    "vouches_purged", "DELETE FROM vouches WHERE application_id IN (SELECT id FROM applications" +
                          decided_long_ago + ")"};
const Query<Nothing(base::Instant)> documents_purged{
    "documents_purged",
    "DELETE FROM application_documents WHERE application_id IN (SELECT id FROM applications" +
        decided_long_ago + ")"};
const std::string came_to_nothing = R"(
     WHERE state IN (3, 4, 6) AND decided_at < $1)";
const Query<Nothing(base::Instant)> old_applications_purged{
    "old_applications_purged", "DELETE FROM applications" + came_to_nothing};

const Query<Nothing(sql::Blob, std::string_view, std::string_view, std::string_view,
                    std::string_view, base::Instant, base::Instant)>
    request_added{"join_request_added", R"(
    INSERT INTO join_requests (token_digest, name, email, email_folded, network, asked_at,
                               expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING)"};
const Query<std::int64_t(std::string_view, base::Instant)> requests_counted{
    "join_requests_counted",
    "SELECT count(*) FROM join_requests WHERE email_folded = $1 AND expires_at > $2"};
const Query<RequestRow(sql::Blob)> request_found{"join_request_found", R"(
    SELECT name, email, email_folded, network, asked_at, expires_at, used_at
      FROM join_requests
     WHERE token_digest = $1)"};
const Query<Nothing(sql::Blob, base::Instant)> request_used{
    "join_request_used",
    "UPDATE join_requests SET used_at = $2 WHERE token_digest = $1 AND used_at IS NULL"};
const Query<Nothing(std::string_view, base::Instant)> requests_used{
    "join_requests_used",
    "UPDATE join_requests SET used_at = $2 WHERE email_folded = $1 AND used_at IS NULL"};
const Query<Nothing(base::Instant)> requests_purged{
    "join_requests_purged", "DELETE FROM join_requests WHERE expires_at < $1"};

const Query<std::string()> domains_all{
    "proving_domains_all", "SELECT domain FROM proving_domains ORDER BY domain LIMIT 500"};
const Query<Nothing(std::string_view)> domain_added{"proving_domain_added", R"(
    INSERT INTO proving_domains (domain)
    VALUES ($1)
        ON CONFLICT DO NOTHING)"};
const Query<Nothing(std::string_view)> domain_dropped{
    "proving_domain_dropped", "DELETE FROM proving_domains WHERE domain = $1"};

sql::Blob blob(std::string_view bytes) {
    return {std::string(bytes)};
}

}  // namespace

std::vector<Application> applications_of(sql::Tx& tx, PersonId person) {
    return tx.all(applications_by_person, person, applications_max);
}

std::vector<Application> applications_waiting(sql::Tx& tx, const List& networks, PersonId except) {
    return tx.all(applications_open, networks, except, applications_max);
}

std::vector<Application> applications_asking(sql::Tx& tx, PersonId voucher) {
    return tx.all(applications_by_voucher, voucher, applications_max);
}

std::optional<Application> find_application(sql::Tx& tx, ApplicationId id, PersonId person,
                                            const List& networks) {
    return tx.find(application_shown, id, person, networks);
}

std::optional<Application> find_application(sql::Tx& tx, ApplicationId id) {
    return tx.find(application_by_id, id);
}

ApplicationId add_application(sql::Tx& tx, const NewApplication& a) {
    return tx.one(application_added, a.person, a.network, a.category, a.organisation, a.draft.title,
                  a.began, a.proof, a.draft.link, a.draft.words, a.now);
}

void decide_application(sql::Tx& tx, ApplicationId id, State state, std::string_view reason,
                        PersonId by, base::Instant now) {
    tx.run(application_decided, id, state, reason, by ? std::optional(by) : std::nullopt, now);
}

void withdraw_application(sql::Tx& tx, ApplicationId id, base::Instant now) {
    tx.run(application_withdrawn, id, now);
}

void appeal_application(sql::Tx& tx, ApplicationId id, std::string_view appeal, base::Instant now) {
    tx.run(application_appealed, id, appeal, now);
}

std::vector<Vouch> vouches_of(sql::Tx& tx, ApplicationId id) {
    return tx.all(vouches_by_application, id);
}

void add_vouch(sql::Tx& tx, ApplicationId id, std::string_view email_folded) {
    tx.run(vouch_added, id, email_folded);
}

std::vector<Named> vouches_unasked(sql::Tx& tx, ApplicationId id) {
    return tx.all(vouches_not_asked, id);
}

bool was_asked(sql::Tx& tx, PersonId applicant, PersonId person, base::Instant since) {
    return tx.one(vouches_lately, applicant, person, since) > 0;
}

void ask_vouch(sql::Tx& tx, VouchId id, PersonId person) {
    tx.run(vouch_asked, id, person);
}

void answer_vouch(sql::Tx& tx, ApplicationId id, PersonId person, bool is_yes,
                  std::string_view words, base::Instant now) {
    tx.run(vouch_answered, id, person, is_yes, words, now);
}

std::vector<Document> documents_of(sql::Tx& tx, ApplicationId id) {
    return tx.all(documents_by_application, id);
}

std::string bytes_of(sql::Tx& tx, DocumentId id) {
    return tx.one(document_bytes, id).bytes;
}

DocumentId add_document(sql::Tx& tx, ApplicationId id, std::string_view name,
                        std::string_view media_type, std::string_view bytes) {
    return tx.one(document_added, id, name, media_type, static_cast<std::int64_t>(bytes.size()),
                  blob(bytes));
}

void drop_document(sql::Tx& tx, DocumentId id) {
    tx.run(document_dropped, id);
}

std::int64_t purge_evidence(sql::Tx& tx, base::Instant decided_before) {
    return tx.run(evidence_purged, decided_before) + tx.run(vouches_purged, decided_before) +
           tx.run(documents_purged, decided_before);
}

std::int64_t purge_applications(sql::Tx& tx, base::Instant decided_before) {
    return tx.run(old_applications_purged, decided_before);  // and who looked at them
}

void add_request(sql::Tx& tx, std::string_view digest, const RequestRow& row) {
    tx.run(request_added, blob(digest), row.name, row.email, row.email_folded, row.network,
           row.asked, row.expires);
}

std::int64_t count_requests(sql::Tx& tx, std::string_view email_folded, base::Instant now) {
    return tx.one(requests_counted, email_folded, now);
}

std::optional<RequestRow> find_request(sql::Tx& tx, std::string_view digest) {
    return tx.find(request_found, blob(digest));
}

bool use_request(sql::Tx& tx, std::string_view digest, base::Instant now) {
    return tx.run(request_used, blob(digest), now) == 1;
}

void use_requests_of(sql::Tx& tx, std::string_view email_folded, base::Instant now) {
    tx.run(requests_used, email_folded, now);
}

std::int64_t purge_requests(sql::Tx& tx, base::Instant expired_before) {
    return tx.run(requests_purged, expired_before);
}

std::vector<std::string> domains(sql::Tx& tx) {
    return tx.all(domains_all);
}

void add_domain(sql::Tx& tx, std::string_view domain) {
    tx.run(domain_added, domain);
}

void drop_domain(sql::Tx& tx, std::string_view domain) {
    tx.run(domain_dropped, domain);
}

}  // namespace membership::store
