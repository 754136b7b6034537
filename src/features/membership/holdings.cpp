#include "features/membership/holdings.h"

#include "features/membership/store.h"
#include "platform/base/text.h"

#include <map>

namespace membership {

namespace {

using identity::cell;
using identity::Holding;

// What networks and organisations are called: asked once for all rows.
class Names {
public:
    explicit Names(const record::Floor& floor, const std::vector<std::int64_t>& organisations) {
        for (const auto& network : networks::Networks(floor).all()) {
            networks_[network.id.value] = network.short_name;
        }
        for (const auto& one : organisations::Organisations(floor).some(organisations)) {
            organisations_[one.id.value] = organisations::display_name(one.name);
        }
    }

    std::string network(std::optional<NetworkId> id) const {
        return id ? called(networks_, id->value) : std::string();
    }
    std::string organisation(std::optional<OrganisationId> id) const {
        return id ? called(organisations_, id->value) : std::string();
    }

private:
    using Called = std::map<std::int64_t, std::string>;
    static std::string called(const Called& names, std::int64_t id) {
        const auto found = names.find(id);
        return found == names.end() ? std::to_string(id) : found->second;
    }

    Called networks_, organisations_;
};

std::string words_of(Category category) {
    return std::string(face_of(category).words);
}

std::string words_of(const std::optional<Category>& category) {
    return category ? words_of(*category) : std::string();
}

// A name within the archive that is safe as a path, whatever the file was called.
std::string file_name(const store::HeldDocument& one) {
    const auto dot = one.name.rfind('.');
    const std::string ending = one.media_type == "application/pdf" ? ".pdf"
                               : one.media_type == "image/png"     ? ".png"
                                                                   : ".jpg";
    return "documents/" + std::to_string(one.id.value) + "-" + base::slug(one.name.substr(0, dot)) +
           ending;
}

Holding positions(const std::vector<store::HeldPosition>& rows, const Names& names) {
    Holding all{
        .name = "positions",
        .title = "Positions you said you hold",
        .why = "The roll stands on who is in which role, where and since when.",
        .tables = {"positions"},
        .columns = {"Position", "Organisation", "Network", "Title", "Evidence, until decided",
                    "Began", "Ended", "Said", "Decided", "Verified", "Why it was refused"}};
    for (const auto& p : rows) {
        all.rows.push_back({cell(p.id), names.organisation(p.organisation),
                            names.network(p.network), p.title, p.evidence, cell(p.began),
                            cell(p.ended), cell(p.claimed), cell(p.decided), cell(p.is_verified),
                            p.reason});
    }
    return all;
}

Holding memberships(const std::vector<store::HeldMembership>& rows, const Names& names) {
    Holding all{.name = "memberships",
                .title = "Your memberships",
                .why = "They say where you belong and what you may do there.",
                .tables = {"memberships"},
                .columns = {"Network", "Category", "Began", "Expires", "Ended", "Why it ended",
                            "Before it lapsed"}};
    for (const auto& m : rows) {
        all.rows.push_back({names.network(m.network), words_of(m.category), cell(m.began),
                            cell(m.expires), cell(m.ended), m.why_ended, words_of(m.lapsed_from)});
    }
    return all;
}

Holding applications(const std::vector<store::HeldApplication>& rows, const Names& names) {
    Holding all{
        .name = "applications",
        .title = "Your applications",
        .why = "Somebody has to decide on them, and to answer for it.",
        .tables = {"applications"},
        .columns = {"Application", "Network", "Category", "Organisation", "Title", "Began", "Proof",
                    "Page", "Words", "Sent", "State", "Decided", "Why", "Appeal", "Appealed"}};
    for (const auto& a : rows) {
        all.rows.push_back({cell(a.id), names.network(a.network), words_of(a.category),
                            names.organisation(a.organisation), a.title, cell(a.began), a.proof,
                            a.link, a.words, cell(a.asked), a.state, cell(a.decided), a.reason,
                            a.appeal, cell(a.appealed)});
    }
    return all;
}

Holding documents(const std::vector<store::HeldDocument>& rows) {
    Holding all{.name = "application_documents",
                .title = "Documents of your applications",
                .why = "They show that you are in the role; they lie beside this page.",
                .tables = {"application_documents"},
                .columns = {"Application", "Name", "Kind", "Bytes", "File"}};
    for (const auto& one : rows) {
        const std::string name = file_name(one);
        all.rows.push_back(
            {cell(one.application), one.name, one.media_type, cell(one.size_bytes), name});
        all.files.push_back({name, [id = one.id](sql::Tx& tx) { return store::bytes_of(tx, id); }});
    }
    return all;
}

// Numbers and days only.
void add_the_rest(sql::Tx& tx, PersonId me, std::vector<Holding>& all) {
    all.push_back(identity::with_rows({.name = "vouches_asked_for",
                                       .title = "How many you named to vouch for you",
                                       .why = "So that they could be asked.",
                                       .tables = {},
                                       .columns = {"Application", "Named"}},
                                      store::named_for(tx, me)));
    all.push_back(identity::with_rows(
        {.name = "vouches_by_you",
         .title = "Vouches that you were asked for",
         .why = "They are part of what the application of somebody else stands on.",
         .tables = {"vouches"},
         .columns = {"Application", "Answered", "Answer", "Your words"}},
        store::vouches_by(tx, me)));
    const std::vector<std::string> view_columns = {"Application", "Position", "Document", "When"};
    all.push_back(
        identity::with_rows({.name = "views_of_your_evidence",
                             .title = "Moments at which your evidence was looked at",
                             .why = "So that you can see that only those look who decide.",
                             .tables = {},
                             .columns = view_columns},
                            store::views_of_evidence_of(tx, me)));
    all.push_back(identity::with_rows({.name = "views_by_you",
                                       .title = "Moments at which you looked at evidence of others",
                                       .why = "So that they can see who looked.",
                                       .tables = {"views_of_evidence"},
                                       .columns = view_columns},
                                      store::views_by(tx, me)));
    all.push_back(
        identity::with_rows({.name = "decisions_by_you",
                             .title = "Decisions that you made on applications and positions",
                             .why = "Somebody has to answer for the roll.",
                             .tables = {"applications", "positions"},
                             .columns = {"Of", "Number", "Decided"}},
                            store::decisions_by(tx, me)));
    all.push_back(identity::with_rows({.name = "confirmations",
                                       .title = "Whether you said that all is still so",
                                       .why = "Asked once a year, so that the roll stays true.",
                                       .tables = {"confirmations"},
                                       .columns = {"You said so", "Asked, and not answered yet"}},
                                      store::confirmations_of(tx, me)));
    all.push_back(
        identity::with_rows({.name = "join_requests",
                             .title = "When you asked to join",
                             .why = "So that the link we sent to your address works once.",
                             .tables = {"join_requests"},
                             .columns = {"Asked", "Name", "Email address", "Network", "Used"}},
                            store::requests_of(tx, me)));
    all.push_back(identity::with_rows(
        {.name = "invitations",
         .title = "That you stood on a roll that was brought here",
         .why = "So that you can come in without filling anything in.",
         .tables = {"invitations"},
         .columns = {"Brought", "Name", "Email address", "Network", "Organisation", "Title",
                     "Since", "Letter sent"}},
        store::invitations_held_of(tx, me)));
}

}  // namespace

// Left out, because it is others': who was named to vouch (whether an address is a member's, nobody
// is told), who vouched and what they wrote in confidence, who looked at the evidence and who
// decided (the pages show these to whom they may be shown, while it matters), and whose
// application or position a vouch, a view or a decision of this person was about. Of the links to
// join and to confirm only that they were asked for: whoever had their digests could try them.
std::vector<Holding> held(const record::Floor& floor) {
    const PersonId me = floor.actor.id();
    const auto held_positions = store::positions_held_of(floor.tx, me);
    const auto held_applications = store::applications_held_of(floor.tx, me);
    std::vector<std::int64_t> organisations;
    organisations.reserve(held_positions.size() + held_applications.size());
    for (const auto& one : held_positions) organisations.push_back(one.organisation.value);
    for (const auto& one : held_applications) {
        if (one.organisation) organisations.push_back(one.organisation->value);
    }
    const Names names(floor, organisations);
    std::vector<Holding> all = {
        memberships(store::memberships_held_of(floor.tx, me), names),
        positions(held_positions, names),
        applications(held_applications, names),
        documents(store::documents_held_of(floor.tx, me)),
    };
    add_the_rest(floor.tx, me, all);
    return all;
}

}  // namespace membership
