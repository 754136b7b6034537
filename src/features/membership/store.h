#pragma once
// All SQL of the roll. Whoever reads positions reads their own, or those of the networks in which
// they decide; what networks and organisations are called, these are asked.

#include "features/membership/applications.h"
#include "features/membership/invitations.h"
#include "platform/identity/merger.h"

namespace membership::store {

using List = std::vector<std::int64_t>;

struct NewPosition {
    PersonId person;
    OrganisationId organisation;
    NetworkId network;
    std::string_view title, evidence;
    base::Day began;
    base::Instant now;
    Standing kind = Standing::role_holder;
};

struct Row {
    PositionId id;
    PersonId person;
    std::string person_name;
    OrganisationId organisation;
    NetworkId network;
    std::string title, evidence;
    base::Day began;
    std::optional<base::Day> ended;
    base::Instant claimed;
    std::optional<base::Instant> decided;
    bool is_verified = false;
    std::string reason;
};

std::vector<Row> positions_of(sql::Tx& tx, PersonId person);
std::vector<Row> waiting(sql::Tx& tx, const List& networks, PersonId except);
std::optional<Row> find(sql::Tx& tx, PositionId id, PersonId person, const List& networks);
// Verified, and not over on that day: by person, of each the latest first.
struct Post {
    PersonId person;
    OrganisationId organisation;
    std::string title;
};
std::vector<Post> posts_of(sql::Tx& tx, const List& persons, base::Day day);
// The same of everybody in an audience, who come first whether they hold one or not.
struct PresentRow {
    PersonId person;
    std::string name;
    std::optional<OrganisationId> organisation;
    std::string title;
};
std::vector<PresentRow> present(sql::Tx& tx, identity::AudienceId audience, base::Day day);
// Who is in no such audience, and belonged to its network once, or has one of these categories.
std::vector<std::string> names_beside(sql::Tx& tx, const networks::Network& network,
                                      const List& categories);
std::vector<OrganisationId> held_at(sql::Tx& tx, NetworkId network, base::Day day);  // verified

PositionId add(sql::Tx& tx, const NewPosition& position);
void decide(sql::Tx& tx, PositionId position, bool is_verified, std::string_view reason,
            PersonId by, base::Instant now);
void end(sql::Tx& tx, PositionId id, base::Day last);
void forget(sql::Tx& tx, PersonId person);
void forget_belonging(sql::Tx& tx, PersonId person);  // memberships, applications, what they said
Belongs belongs(sql::Tx& tx, PersonId person);
// Whether one of the two decided on the other or vouched for it, and that still stands.
bool spoke_for_each_other(sql::Tx& tx, const identity::Merger& merger);
void merge(sql::Tx& tx, const identity::Merger& merger, base::Day today);

// ---- invitations ----

// What is to be true of somebody in one network, once they come in.
struct InvitationRow {
    std::string email, name;
    NetworkId network;
    Category category = Category::full;
    std::optional<OrganisationId> organisation;
    std::string title;
    std::optional<base::Day> began;
};
bool add_invitation(sql::Tx& tx, const InvitationRow& row, std::string_view email_folded,
                    base::Instant now);  // false: it is there
std::vector<InvitationRow> invitations_by(sql::Tx& tx, std::string_view token_digest,
                                          base::Instant now);  // that are still good
void remove_invitations(sql::Tx& tx, std::string_view email_folded);
// Of an address that has a letter already: the same link opens this too.
void join_sent_invitations(sql::Tx& tx, std::string_view email_folded);
bool has_left(sql::Tx& tx, PersonId person, NetworkId network);
struct UnsentRow {
    std::string email_folded, email, name;
};
std::vector<UnsentRow> unsent_invitations(sql::Tx& tx, int count);  // an address each
void note_invited(sql::Tx& tx, std::string_view email_folded, std::string_view token_digest,
                  base::Instant now);
bool has_declined(sql::Tx& tx, std::string_view email_digest);
void note_declined(sql::Tx& tx, std::string_view email_digest, base::Instant now);
InvitationCounts count_invitations(sql::Tx& tx);
std::int64_t purge_invitations(sql::Tx& tx, base::Instant sent_before);

// ---- memberships ----

std::vector<Member> members_of(sql::Tx& tx, PersonId person);  // what is over too
std::optional<Member> find_member(sql::Tx& tx, PersonId person, NetworkId network);  // that lasts
std::optional<Member> find_member(sql::Tx& tx, MembershipId id);
std::optional<Member> find_sponsor(sql::Tx& tx, PersonId person);  // that lasts
std::vector<Member> sponsors(sql::Tx& tx, int count);  // that last, by name
std::vector<Member> members_in(sql::Tx& tx, NetworkId network, std::int64_t before_id, int count);
// Lasting members who read, were not asked before that day in vain, and are none of `except`.
struct Reach {
    base::Day today, asked_before;
    List except;  // not empty: nobody is 0
};
std::vector<PersonId> reached(sql::Tx& tx, NetworkId network, const Reach& reach, PersonId after,
                              int count);
std::vector<Member> expired_members(sql::Tx& tx, base::Day today);
MembershipId add_member(sql::Tx& tx, const Member& member);
void change_member(sql::Tx& tx, const Member& member);
void end_member(sql::Tx& tx, MembershipId id, base::Day last, std::string_view why);
bool note_end_told(sql::Tx& tx, MembershipId id);  // false: it was told already
// Lasting memberships that a position gave, of persons all of whose positions in that network
// ended before this day.
std::vector<Member> left_members(sql::Tx& tx, base::Day before);
std::vector<PersonId> over_on(sql::Tx& tx, base::Day last);  // whose position had this last day
std::optional<base::Day> last_day_in(sql::Tx& tx, PersonId person, NetworkId network);

struct ConfirmationRow {
    PersonId person;
    std::optional<base::Day> confirmed, asked;
};
std::optional<ConfirmationRow> find_confirmation(sql::Tx& tx, PersonId person);
std::optional<ConfirmationRow> find_confirmation(sql::Tx& tx, std::string_view token_digest);
void confirm(sql::Tx& tx, PersonId person, base::Day day);
void keep_confirmation(sql::Tx& tx, const ConfirmationRow& row);
void ask_to_confirm(sql::Tx& tx, PersonId person, base::Day day, std::string_view token_digest);
// Who belongs, has said nothing since this day, and was not asked.
std::vector<PersonId> unconfirmed(sql::Tx& tx, base::Day since, int count);
std::vector<Member> members_asked_before(sql::Tx& tx, base::Day day);
std::vector<Member> members_of(sql::Tx& tx, const List& persons);  // that last
// Audiences of networks that are not those whom memberships let read, and sponsor contacts who
// belong to a network; for `check`.
std::vector<std::string> broken_memberships(sql::Tx& tx);

// ---- applications ----

struct NewApplication {
    PersonId person;
    NetworkId network;
    Category category = Category::full;
    std::optional<OrganisationId> organisation;
    std::optional<base::Day> began;
    std::string proof;
    const ApplicationDraft& draft;
    base::Instant now;
};
std::vector<Application> applications_of(sql::Tx& tx, PersonId person);
std::vector<Application> applications_waiting(sql::Tx& tx, const List& networks, PersonId except);
std::vector<Application> applications_asking(sql::Tx& tx, PersonId voucher);
// That person's own, or one of these networks.
std::optional<Application> find_application(sql::Tx& tx, ApplicationId id, PersonId person,
                                            const List& networks);
std::optional<Application> find_application(sql::Tx& tx, ApplicationId id);  // for letters
ApplicationId add_application(sql::Tx& tx, const NewApplication& application);
void decide_application(sql::Tx& tx, ApplicationId id, State state, std::string_view reason,
                        PersonId by, base::Instant now);
void withdraw_application(sql::Tx& tx, ApplicationId id, base::Instant now);
void appeal_application(sql::Tx& tx, ApplicationId id, std::string_view appeal, base::Instant now);

std::vector<Vouch> vouches_of(sql::Tx& tx, ApplicationId id);
void add_vouch(sql::Tx& tx, ApplicationId id, std::string_view email_folded);
struct Named {
    VouchId id;
    std::string email_folded;
};
std::vector<Named> vouches_unasked(sql::Tx& tx, ApplicationId id);
// Whether that applicant has had this person asked since then.
bool was_asked(sql::Tx& tx, PersonId applicant, PersonId person, base::Instant since);
void ask_vouch(sql::Tx& tx, VouchId id, PersonId person);
void answer_vouch(sql::Tx& tx, ApplicationId id, PersonId person, bool is_yes,
                  std::string_view words, base::Instant now);

std::vector<Document> documents_of(sql::Tx& tx, ApplicationId id);
std::string bytes_of(sql::Tx& tx, DocumentId id);
DocumentId add_document(sql::Tx& tx, ApplicationId id, std::string_view name,
                        std::string_view media_type, std::string_view bytes);
void drop_document(sql::Tx& tx, DocumentId id);

std::vector<EvidenceView> views_of(sql::Tx& tx, ApplicationId id);
std::vector<PositionView> views_of_positions_of(sql::Tx& tx, PersonId person);
struct Look {
    PersonId by;
    base::Instant at;
};
void note_view(sql::Tx& tx, ApplicationId id, DocumentId document, const Look& look);
// But of those that are the person's own.
void note_views_of_applications(sql::Tx& tx, const List& ids, const Look& look);
void note_views_of_positions(sql::Tx& tx, const List& ids, const Look& look);
std::int64_t purge_views(sql::Tx& tx, base::Instant seen_before);

// What goes by night; each gives how many rows.
std::int64_t purge_evidence(sql::Tx& tx, base::Instant decided_before);
std::int64_t purge_applications(sql::Tx& tx, base::Instant decided_before);

// ---- visitors ----

struct RequestRow {
    std::string name, email, email_folded, network;
    base::Instant asked, expires;
    std::optional<base::Instant> used = {};
};
void add_request(sql::Tx& tx, std::string_view digest, const RequestRow& request);
std::int64_t count_requests(sql::Tx& tx, std::string_view email_folded, base::Instant now);
std::optional<RequestRow> find_request(sql::Tx& tx, std::string_view digest);
bool use_request(sql::Tx& tx, std::string_view digest, base::Instant now);
void use_requests_of(sql::Tx& tx, std::string_view email_folded, base::Instant now);
std::int64_t purge_requests(sql::Tx& tx, base::Instant expired_before);

std::vector<std::string> domains(sql::Tx& tx);
void add_domain(sql::Tx& tx, std::string_view domain);
void drop_domain(sql::Tx& tx, std::string_view domain);

// ---- what is held of a person, as it is handed to them ----

struct HeldPosition {
    PositionId id;
    OrganisationId organisation;
    NetworkId network;
    std::string title, evidence;
    base::Day began;
    std::optional<base::Day> ended;
    base::Instant claimed;
    std::optional<base::Instant> decided;
    bool is_verified = false;
    std::string reason;
};
struct HeldMembership {
    std::optional<NetworkId> network;
    Category category = Category::full;
    base::Day began;
    std::optional<base::Day> expires, ended;
    std::string why_ended;
    std::optional<Category> lapsed_from;
};
struct HeldApplication {
    ApplicationId id;
    NetworkId network;
    Category category = Category::full;
    std::optional<OrganisationId> organisation;
    std::string title;
    std::optional<base::Day> began;
    std::string proof, link, words;
    base::Instant asked;
    std::string state;
    std::optional<base::Instant> decided;
    std::string reason, appeal;
    std::optional<base::Instant> appealed;
};
struct HeldDocument {
    ApplicationId application;
    DocumentId id;
    std::string name, media_type;
    std::int64_t size_bytes = 0;
};
struct HeldNaming {
    ApplicationId application;
    std::int64_t named = 0;
};
struct HeldVouch {
    ApplicationId application;
    std::optional<base::Instant> answered;
    std::string answer, words;
};
struct HeldView {
    std::optional<ApplicationId> application;
    std::optional<PositionId> position;
    std::optional<DocumentId> document;
    base::Instant at;
};
struct HeldDecision {
    std::string of;
    std::int64_t number = 0;
    std::optional<base::Instant> decided;
};
struct HeldConfirmation {
    std::optional<base::Day> confirmed, asked;
};
struct HeldRequest {
    base::Instant asked;
    std::string name, email, network;
    std::optional<base::Instant> used;
};
std::vector<HeldPosition> positions_held_of(sql::Tx& tx, PersonId person);
std::vector<HeldMembership> memberships_held_of(sql::Tx& tx, PersonId person);
std::vector<HeldApplication> applications_held_of(sql::Tx& tx, PersonId person);
std::vector<HeldDocument> documents_held_of(sql::Tx& tx, PersonId person);
std::vector<HeldNaming> named_for(sql::Tx& tx, PersonId person);
std::vector<HeldVouch> vouches_by(sql::Tx& tx, PersonId person);
std::vector<HeldView> views_of_evidence_of(sql::Tx& tx, PersonId person);
std::vector<HeldView> views_by(sql::Tx& tx, PersonId person);
std::vector<HeldDecision> decisions_by(sql::Tx& tx, PersonId person);
std::vector<HeldConfirmation> confirmations_of(sql::Tx& tx, PersonId person);
std::vector<HeldRequest> requests_of(sql::Tx& tx, PersonId person);
struct HeldInvitation {
    base::Instant brought;
    std::string name, email, network, organisation, title;
    std::optional<base::Day> began;
    std::optional<base::Instant> sent;
};
std::vector<HeldInvitation> invitations_held_of(sql::Tx& tx, PersonId person);

}  // namespace membership::store
