#include "features/membership/applications.h"

#include "features/membership/facts.h"
#include "features/membership/policy.h"
#include "features/membership/store.h"
#include "platform/base/text.h"
#include "platform/identity/identity.h"

#include <algorithm>
#include <array>

namespace membership {

using base::Result;

namespace {

// With what its network and organisation are called.
std::vector<Filed> filed(const record::Floor& floor, std::vector<Application> applications) {
    if (applications.empty()) return {};
    const auto all = networks::Networks(floor).all();
    const organisations::Organisations directory(floor);
    std::vector<std::int64_t> ids;
    for (const auto& one : applications) {
        if (one.organisation) ids.push_back(one.organisation->value);
    }
    const auto places = directory.some(ids);
    std::vector<Filed> filed;
    for (auto& one : applications) {
        Filed& file = filed.emplace_back();
        file.network = *std::ranges::find(all, one.network, &networks::Network::id);
        if (one.organisation) {
            file.organisation_name = std::ranges::find(places, *one.organisation,
                                                       &organisations::Organisation::id)
                                         ->name;
        }
        file.application = std::move(one);
    }
    return filed;
}

// The networks in which this actor decides on who applies.
std::vector<std::int64_t> kept_networks(const record::Floor& floor) {
    std::vector<std::int64_t> kept;
    for (const auto& network : networks::Networks(floor).all()) {
        if (!may_keep(floor.actor, network)) kept.push_back(network.id.value);
    }
    return kept;
}

base::Verdict may_be_vouchers(const ApplicationDraft& draft) {
    const auto is_wrong = [](const std::string& address) {
        return !address.empty() && identity::may_be_email(address).has_value();
    };
    constexpr const char* shape = "Email address must be like name@example.org";
    if (is_wrong(draft.voucher_1)) return base::Refusal{shape, "voucher_1"};
    if (is_wrong(draft.voucher_2)) return base::Refusal{shape, "voucher_2"};
    return base::allowed;
}

// The shape of a host name; a top-level domain proves nothing.
base::Verdict may_be_domain(std::string_view domain) {
    const bool is_host = domain.size() <= 100 && domain.find('@') == domain.npos &&
                         !identity::may_be_email("someone@" + std::string(domain));
    if (is_host) return base::allowed;
    return base::Refusal{"Enter a domain like nhs.net", "domain"};
}

// Who decides appeals of every network: the holders of verify_positions everywhere.
constexpr std::array<std::string_view, 2> officers = {"administrator", "community_manager"};

std::vector<std::string> named_in(const ApplicationDraft& draft) {
    std::vector<std::string> named;
    for (const auto& address : {draft.voucher_1, draft.voucher_2}) {
        const auto folded = base::fold(address);
        if (!folded.empty() && std::ranges::find(named, folded) == named.end()) {
            named.push_back(folded);
        }
    }
    return named;
}

}  // namespace

// ---- reads ----

std::vector<Filed> Applications::mine() const {
    return filed(floor_, store::applications_of(floor_.tx, floor_.actor.id()));
}

std::vector<Filed> Applications::waiting() const {
    auto waiting = filed(
        floor_, store::applications_waiting(floor_.tx, kept_networks(floor_), floor_.actor.id()));
    std::erase_if(waiting, [&](const Filed& file) { return !decides_on(file); });
    return waiting;
}

Filed Applications::application(ApplicationId id) const {
    auto found = store::find_application(floor_.tx, id, floor_.actor.id(), kept_networks(floor_));
    if (!found) throw base::NotFound();
    return filed(floor_, {*std::move(found)}).front();
}

std::vector<Vouch> Applications::vouches(const Application& application) const {
    return store::vouches_of(floor_.tx, application.id);
}

std::vector<EvidenceView> Applications::views(const Application& application) const {
    return store::views_of(floor_.tx, application.id);
}

std::vector<Filed> Applications::asking_me() const {
    return filed(floor_, store::applications_asking(floor_.tx, floor_.actor.id()));
}

Filed Applications::asking_me(ApplicationId id) const {
    for (auto& one : asking_me()) {
        if (one.application.id == id) return std::move(one);
    }
    throw base::NotFound();
}

bool Applications::decides_on(const Filed& filed) const {
    return !may_decide_on(floor_.actor, filed);
}

bool Applications::lacks_officer(const Application& application) const {
    for (const std::string_view role : officers) {
        for (const PersonId holder : identity::store::holders_of(floor_.tx, role)) {
            if (holder != application.person && holder != application.decided_by) return false;
        }
    }
    return true;
}

std::vector<Filed> Applications::without_officer() const {
    if (!floor_.actor.may(verify_positions)) return {};
    auto waiting = store::applications_waiting(floor_.tx, kept_networks(floor_), floor_.actor.id());
    std::erase_if(waiting, [&](const Application& one) {
        return one.state != State::appealed || !lacks_officer(one);
    });
    return filed(floor_, std::move(waiting));
}

// ---- the applicant's verbs ----

Result<OrganisationId> Applications::workplace(const networks::Network& network, Category category,
                                               std::string_view code) const {
    const auto one = organisations::Organisations(floor_).find(code);
    if (!one) return base::refuse("Choose the organisation you work for", "organisation");
    if (auto refusal = may_work_at(*one, organisations::latest_today(floor_.now))) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = fits(network, category, one->kind)) return std::unexpected(*refusal);
    return one->id;
}

Result<ApplicationId> Applications::apply(const ApplicationDraft& draft) {
    const auto now = store::belongs(floor_.tx, floor_.actor.id());
    if (auto refusal = may_apply(floor_.actor, draft, now)) return std::unexpected(*refusal);
    if (auto refusal = may_be_vouchers(draft)) return std::unexpected(*refusal);
    const auto all = networks::Networks(floor_).all();
    const auto network = std::ranges::find(all, draft.network, &networks::Network::slug);
    if (network == all.end()) return base::refuse("Choose a network", "network");
    if (floor_.actor.is_member_of(network->audience)) {
        return base::refuse("You belong to this network already", "network");
    }
    const auto category = category_of(draft.category);
    if (!category) return base::refuse("Choose as what you apply", "category");
    store::NewApplication row{.person = floor_.actor.id(),
                              .network = network->id,
                              .category = *category,
                              .draft = draft,
                              .now = floor_.now};
    if (draft.organisation.empty()) {
        if (auto refusal = fits(*network, *category, std::nullopt)) {
            return std::unexpected(*refusal);
        }
    } else {
        const auto place = workplace(*network, *category, draft.organisation);
        if (!place) return std::unexpected(place.error());
        row.organisation = *place;
    }
    const auto today = organisations::latest_today(floor_.now);
    row.began = base::parse_day(draft.began);
    if (!row.began && (row.organisation || !draft.began.empty())) {
        return base::refuse("Enter the day on which you began, as year, month and day", "began");
    }
    if (row.began) {
        if (auto refusal = may_begin(*row.began, today)) return std::unexpected(*refusal);
    }
    const auto sent = store::applications_of(floor_.tx, floor_.actor.id());
    const auto lately = std::ranges::count_if(
        sent, [&](const Application& one) { return one.asked > floor_.now - base::days{30}; });
    if (lately >= applications_a_month) {
        return base::refuse("Ten applications in a month are enough. Wait for their decisions.");
    }
    for (const Application& one : sent) {
        if (one.is_open() && one.network == network->id) {
            return base::refuse("You have applied to this network already. See how it stands.",
                                "network");
        }
    }
    const auto person = identity::store::find_person(floor_.tx, floor_.actor.id());
    if (row.organisation) row.proof = proof_of(person->email, store::domains(floor_.tx));
    const auto id = store::add_application(floor_.tx, row);
    for (const auto& address : named_in(draft)) store::add_vouch(floor_.tx, id, address);
    floor_.record().add(Applied{id, network->id});
    return id;
}

Result<ApplicationId> Applications::withdraw(const Filed& filed) {
    const Application& application = filed.application;
    if (auto refusal = may_withdraw(floor_.actor, application)) return std::unexpected(*refusal);
    store::withdraw_application(floor_.tx, application.id, floor_.now);
    for (const auto& document : documents(application)) {
        store::drop_document(floor_.tx, document.id);
    }
    floor_.record().add(ApplicationStepped{application.id, "withdrawn"});
    return application.id;
}

Result<ApplicationId> Applications::appeal(const Filed& filed, const AppealDraft& draft) {
    const Application& application = filed.application;
    if (auto refusal = may_appeal(floor_.actor, application, draft, floor_.now)) {
        return std::unexpected(*refusal);
    }
    if (floor_.actor.is_member_of(filed.network.audience)) {
        return base::refuse("You belong to this network already.");
    }
    const auto others = store::applications_of(floor_.tx, floor_.actor.id());
    if (std::ranges::any_of(others, [&](const Application& one) {
            return one.is_open() && one.network == application.network;
        })) {
        return base::refuse("You have applied to this network anew. Wait for that decision.");
    }
    store::appeal_application(floor_.tx, application.id, draft.appeal, floor_.now);
    floor_.record().add(ApplicationStepped{application.id, "appealed"});
    return application.id;
}

// ---- those who are asked ----

Result<ApplicationId> Applications::vouch(const Filed& filed, const VouchDraft& draft) {
    const Application& application = filed.application;
    if (Review(floor_).is_dormant()) {
        return base::refuse("First say that your own role is still so: see Today.");
    }
    const auto category = Roll(floor_).category_in(application.network);
    if (auto refusal = may_vouch(floor_.actor, application, category, draft)) {
        return std::unexpected(*refusal);
    }
    store::answer_vouch(floor_.tx, application.id, floor_.actor.id(), draft.answer == "yes",
                        draft.words, floor_.now);
    floor_.record().add(ApplicationStepped{application.id, "vouched"});
    return application.id;
}

// ---- those who decide ----

Result<ApplicationId> Applications::admit(const Filed& filed, const AdmissionDraft& draft) {
    const Application& application = filed.application;
    if (auto refusal = may_decide_on(floor_.actor, filed)) return std::unexpected(*refusal);
    const auto category = category_of(draft.category);
    if (!category || *category == Category::sponsor) {
        return base::refuse("Choose as what they are admitted", "category");
    }
    const auto enrolled = Roll(floor_).enrol(application.person, filed.network, *category);
    if (!enrolled) return std::unexpected(enrolled.error());
    hold_position(application, *category);
    store::decide_application(floor_.tx, application.id, State::admitted, "", floor_.actor.id(),
                              floor_.now);
    const auto person = identity::store::find_person(floor_.tx, application.person);
    if (person && person->role_line.empty() && !application.title.empty()) {
        const auto place = filed.organisation_name.empty()
                               ? ""
                               : ", " + organisations::display_name(filed.organisation_name);
        identity::store::rename_person(floor_.tx, person->id, person->name,
                                       application.title + place);
    }
    floor_.record().add(ApplicationStepped{application.id, "admitted"});
    return application.id;
}

Result<ApplicationId> Applications::refuse(const Filed& filed, const RefusalDraft& draft) {
    const Application& application = filed.application;
    if (auto refusal = may_refuse_application(floor_.actor, filed, draft)) {
        return std::unexpected(*refusal);
    }
    const auto state = application.state == State::appealed ? State::refused_for_good
                                                            : State::refused;
    store::decide_application(floor_.tx, application.id, state, draft.reason, floor_.actor.id(),
                              floor_.now);
    floor_.record().add(ApplicationStepped{application.id, "refused"});
    return application.id;
}

// Where they work is verified with them.
void Applications::hold_position(const Application& application, Category category) {
    if (!application.organisation || !application.began || application.title.empty()) return;
    const auto held = store::positions_of(floor_.tx, application.person);
    const bool is_there = std::ranges::any_of(held, [&](const store::Row& row) {
        const bool is_open = !row.ended && (!row.decided || row.is_verified);
        return is_open && row.network == application.network &&
               row.organisation == *application.organisation;
    });
    if (is_there) return;
    const auto id = store::add(floor_.tx, {.person = application.person,
                                           .organisation = *application.organisation,
                                           .network = application.network,
                                           .title = application.title,
                                           .evidence = "",
                                           .began = *application.began,
                                           .now = floor_.now,
                                           .kind = standing_of(category)});
    store::decide(floor_.tx, id, true, "", floor_.actor.id(), floor_.now);
    floor_.record().add(PositionClaimed{id, application.network});
    floor_.record().add(PositionDecided{id, application.person, true});
}

void Applications::note_view(const Application& application, DocumentId document) {
    if (application.person == floor_.actor.id()) return;
    store::note_view(floor_.tx, application.id, document, {floor_.actor.id(), floor_.now});
}

void Applications::note_views(const std::vector<Filed>& seen) {
    store::List ids;
    for (const Filed& one : seen) ids.push_back(one.application.id.value);
    store::note_views_of_applications(floor_.tx, ids, {floor_.actor.id(), floor_.now});
}

// ---- documents ----

std::string_view media_type_of(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "image/png";
    if (bytes.starts_with("\xff\xd8\xff")) return "image/jpeg";
    return {};
}

std::vector<Document> Applications::documents(const Application& application) const {
    return store::documents_of(floor_.tx, application.id);
}

Document Applications::document(const Application& application, DocumentId id) const {
    for (auto& one : documents(application)) {
        if (one.id == id) return std::move(one);
    }
    throw base::NotFound();
}

std::string Applications::bytes(const Document& document) const {
    return store::bytes_of(floor_.tx, document.id);
}

Result<DocumentId> Applications::attach(const Filed& filed, std::string_view name,
                                        std::string_view bytes) {
    const Application& application = filed.application;
    const auto there = documents(application).size();
    if (auto refusal = may_attach(floor_.actor, application, there, bytes.size())) {
        return std::unexpected(*refusal);
    }
    const auto media_type = media_type_of(bytes);
    if (media_type.empty()) {
        return base::refuse("Choose a PDF, or a picture as PNG or JPEG", "document");
    }
    const auto id = store::add_document(floor_.tx, application.id, name, media_type, bytes);
    floor_.record().add(ApplicationStepped{application.id, "document_added"});
    return id;
}

Result<DocumentId> Applications::take_away(const Filed& filed, const Document& document) {
    if (auto refusal = may_withdraw(floor_.actor, filed.application)) {
        return std::unexpected(*refusal);
    }
    store::drop_document(floor_.tx, document.id);
    floor_.record().add(ApplicationStepped{filed.application.id, "document_removed"});
    return document.id;
}

// ---- mail domains ----

std::vector<std::string> MailDomains::all() const {
    return store::domains(floor_.tx);
}

Result<std::string> MailDomains::keep(std::string_view domain) {
    const std::string plain = base::fold(domain);
    if (auto refusal = may_keep_domains(floor_.actor)) return std::unexpected(*refusal);
    if (auto refusal = may_be_domain(plain)) return std::unexpected(*refusal);
    store::add_domain(floor_.tx, plain);
    floor_.record().add(DomainsChanged{plain, "added"});
    return plain;
}

Result<std::string> MailDomains::drop(std::string_view domain) {
    const std::string plain = base::fold(domain);
    if (auto refusal = may_keep_domains(floor_.actor)) return std::unexpected(*refusal);
    store::drop_domain(floor_.tx, plain);
    floor_.record().add(DomainsChanged{plain, "removed"});
    return plain;
}

Result<ApplicationId> file_application(const record::Floor& floor, const ApplicationDraft& draft) {
    return Applications(floor).apply(draft);
}

std::vector<PersonId> ask_named(const record::Floor& floor, const Application& application) {
    std::vector<PersonId> asked;
    for (const auto& named : store::vouches_unasked(floor.tx, application.id)) {
        const auto person = identity::store::find_person_by_email(floor.tx, named.email_folded);
        if (!person || person->id == application.person) continue;
        const auto member = store::find_member(floor.tx, person->id, application.network);
        if (!member || !face_of(member->category).rights.vouches) continue;
        const bool lately = store::was_asked(floor.tx, application.person, person->id,
                                             floor.now - base::days{30});
        store::ask_vouch(floor.tx, named.id, person->id);
        if (!lately) asked.push_back(person->id);  // one letter a month from one applicant
    }
    return asked;
}

std::string path_to(ApplicationId id) {
    return "/applications/" + std::to_string(id.value);
}

}  // namespace membership
