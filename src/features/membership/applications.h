#pragma once
// Applying to a network, vouching for who applies, deciding, and appealing. Evidence is seen by the
// applicant and those who decide, each view is noted, and it is gone 30 days after the decision.

#include "features/membership/membership.h"

namespace membership {

using VouchId = base::Id<struct VouchTag>;

using DocumentId = base::Id<struct DocumentTag>;

struct Document {
    DocumentId id;
    std::string name, media_type;
    std::int64_t size_bytes = 0;
};
// What a file is, by its first bytes: "application/pdf", "image/png", "image/jpeg"; "" for others.
std::string_view media_type_of(std::string_view bytes);

// What somebody who was named has said.
struct Vouch {
    VouchId id;
    ApplicationId application;
    std::optional<PersonId> person;
    std::string person_name;  // "": nobody of that address may vouch here
    std::optional<base::Instant> answered;
    bool is_yes = false;
    std::string words;
};

struct EvidenceView {
    std::string person_name;
    base::Instant at;
    DocumentId document;  // 0: what stands on the page
};

class Applications {
public:
    explicit Applications(const record::Floor& floor) : floor_(floor) {}

    std::vector<Filed> mine() const;     // the latest first
    std::vector<Filed> waiting() const;  // for this actor to decide, the oldest first
    // The actor's own, or one that they may decide on; NotFound else.
    Filed application(ApplicationId id) const;
    std::vector<Vouch> vouches(const Application& application) const;
    std::vector<EvidenceView> views(const Application& application) const;  // the latest first
    // Those who asked this actor to vouch for them, and wait for an answer; one of them: NotFound
    // where the actor was not asked, or has answered.
    std::vector<Filed> asking_me() const;
    Filed asking_me(ApplicationId id) const;
    bool decides_on(const Filed& filed) const;
    // Whether nobody holds an office who could decide an appeal: who refused it may not.
    bool lacks_officer(const Application& application) const;
    // Appeals that are in nobody's queue, for those who can have an officer appointed.
    std::vector<Filed> without_officer() const;

    base::Result<ApplicationId> apply(const ApplicationDraft& draft);
    base::Result<ApplicationId> withdraw(const Filed& filed);
    base::Result<ApplicationId> admit(const Filed& filed, const AdmissionDraft& draft);
    base::Result<ApplicationId> refuse(const Filed& filed, const RefusalDraft& draft);
    base::Result<ApplicationId> appeal(const Filed& filed, const AppealDraft& draft);
    base::Result<ApplicationId> vouch(const Filed& filed, const VouchDraft& draft);
    // Each look is noted, but those at one's own.
    void note_views(const std::vector<Filed>& seen);
    void note_view(const Application& application, DocumentId document = {});

    std::vector<Document> documents(const Application& application) const;
    // NotFound where it is not of this application.
    Document document(const Application& application, DocumentId id) const;
    std::string bytes(const Document& document) const;
    base::Result<DocumentId> attach(const Filed& filed, std::string_view name,
                                    std::string_view bytes);
    base::Result<DocumentId> take_away(const Filed& filed, const Document& document);

private:
    base::Result<OrganisationId> workplace(const networks::Network& network, Category category,
                                           std::string_view code) const;
    void hold_position(const Application& application, Category category);

    record::Floor floor_;
};

// Mail domains that show where somebody works.
class MailDomains {
public:
    explicit MailDomains(const record::Floor& floor) : floor_(floor) {}

    std::vector<std::string> all() const;
    base::Result<std::string> keep(std::string_view domain);
    base::Result<std::string> drop(std::string_view domain);

private:
    record::Floor floor_;
};

std::string path_to(ApplicationId id);

}  // namespace membership
