#include "features/membership/letters.h"

#include "features/membership/facts.h"
#include "features/membership/invitations.h"
#include "features/membership/store.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

namespace membership {

namespace {

std::string network_name(const record::Floor& floor, NetworkId id) {
    const auto network = networks::Networks(floor).find(id);
    return network ? network->short_name : std::string();
}

void ask_for_vouches(const record::Floor& floor, const Application& application,
                     const Mailing& mailing) {
    for (const PersonId person : ask_named(floor, application)) {
        kit::write(
            floor, person,
            {.subject_line = "Somebody asks you to vouch for them",
             .summary = application.person_name + " applies to the " +
                        network_name(floor, application.network) +
                        " network, and names you as somebody who knows their work.",
             .why = "You get this because an applicant gave your address.",
             .button = "Say what you know",
             .path = path_to(application.id) + "/vouch",
             .from = {"membership.vouch", application.id.value, 0}},
            mailing);
    }
}

void tell_applicant(const record::Floor& floor, const Application& application,
                    const Mailing& mailing) {
    const std::string name = network_name(floor, application.network);
    const bool is_in = application.state == State::admitted;
    kit::write(floor, application.person,
          {.subject_line = is_in ? "Welcome to the " + name + " network"
                                 : "Your application has been decided",
           .summary = is_in ? "You have been admitted. Say hello, or read what the others talk "
                              "about."
                            : "Your application to the " + name +
                                  " network was not accepted. Read why, and what you can do.",
           .why = "You get this because you applied.",
           .button = is_in ? "Go to the network" : "See the decision",
           .path = path_to(application.id),
           .from = {"membership.application", application.id.value, 0}},
          mailing);
}

// What they lose, keep and can do. Why it ended is on the page.
kit::News news_of_end(const record::Floor& floor, const Member& member, bool is_own_deed) {
    kit::News news{.why = "You get this because it was your membership.",
                   .button = "See your networks",
                   .path = "/applications",
                   .from = {"membership.end", member.id.value, 0}};
    if (!member.network) {
        news.subject_line = "You are a sponsor’s contact no more";
        news.summary =
            "You no longer stand here for a sponsor. Your account stays: with it you can apply to "
            "a network, take your data with you, or erase it. Why it ended stands under Your "
            "networks.";
        return news;
    }
    const std::string name = network_name(floor, *member.network);
    news.subject_line = is_own_deed ? "You have left the " + name + " network"
                                    : "You do not belong to the " + name + " network any more";
    news.summary =
        "You no longer read what is said there, and get none of its notices. Your account and what "
        "you wrote stay" +
        std::string(store::belongs(floor.tx, member.person).to_a_network
                        ? ", and so do your other networks. "
                        : ". ") +
        (is_own_deed ? "To come back, apply again."
                     : "Why it ended stands under Your networks. If it is a mistake, or things "
                       "have changed, apply again and say so.");
    return news;
}

// Once, whatever is heard again. Nothing to who was erased since, or whose account is another one
// now: the membership is then not there, or not theirs. Nothing to who is back either.
void tell_of_end(const record::Floor& floor, const record::StoredFact& fact,
                 const Mailing& mailing) {
    const MembershipId id{fact.subject};
    const PersonId person{fact.details.integer("person")};
    const auto member = store::find_member(floor.tx, id);
    if (!member || member->person != person || !store::note_end_told(floor.tx, id)) return;
    const bool is_back = member->network
                             ? store::find_member(floor.tx, person, *member->network).has_value()
                             : store::find_sponsor(floor.tx, person).has_value();
    if (is_back) return;
    kit::write(floor, person, news_of_end(floor, *member, fact.actor == person), mailing);
}

}  // namespace

void write_to_join(const record::Floor& floor, const JoinLetter& letter, const Mailing& mailing) {
    kit::News news{.why = "You get this because somebody entered this address to join.",
                   .from = {"membership.join", letter.person ? letter.person->value : 0, 0}};
    if (letter.person) {
        news.subject_line = "You have an account already";
        news.summary =
            "Somebody asked to join with this address, which is known to us. Sign in to "
            "apply to further networks. The link works once, for 20 minutes. If it was "
            "not you, leave it.";
        news.button = "Sign in";
        news.path = "/sign-in/link/" + letter.sign_in_token + "?next=%2Fapplications%2Fnew";
    } else {
        news.subject_line = "Go on with joining";
        news.summary =
            "Press the button to show that this address is yours, and go on. The link "
            "works once, for a day. If it was not you, leave it.";
        news.button = "Go on";
        news.path = "/join/link/" + letter.token;
    }
    auto sheet = kit::sheet_of(floor, news, mailing);
    if (!sheet) return;
    mail::Outgoing outgoing{.sheet = *std::move(sheet)};
    if (letter.person) {
        outgoing.to = *letter.person;
        outgoing.secret_until = floor.now + identity::link_life;
    } else {
        outgoing.stranger = mail::Stranger{letter.name, letter.email};
        outgoing.secret_until = floor.now + request_life;
    }
    mail::queue_letter(floor, outgoing);
}

void write_invitation(const record::Floor& floor, const InvitationLetter& letter,
                      const Mailing& mailing) {
    const std::string community = web::community(floor.tx).name;
    const kit::News news{
        .subject_line = "You are a member of " + community + ": come in",
        .summary = "The roll of its members has moved to a place of its own, and your name is on "
                   "it. Press the button to come in: there is nothing to fill in. The link works "
                   "once, for 60 days. There you can also say that you are not to be written to "
                   "again.",
        .why = "You get this because your address stands on the roll of this community's members.",
        .button = "Come in",
        .path = "/join/invitation/" + letter.token,
        .from = {"membership.invitation", 0, 0}};
    auto sheet = kit::sheet_of(floor, news, mailing);
    if (!sheet) return;
    mail::queue_letter(floor, {.sheet = *std::move(sheet),
                               .secret_until = floor.now + invitation_life,
                               .stranger = mail::Stranger{letter.name, letter.email}});
}

void write_to_confirm(const record::Floor& floor, PersonId person, const std::string& token,
                      const Mailing& mailing) {
    kit::write(floor, person,
          {.subject_line = "Is it still so?",
           .summary = "Once a year we ask whether what we have of your role and your organisation "
                      "is still so. It takes one press. Without an answer in 60 days you keep "
                      "reading, but no longer vote or vouch.",
           .why = "You get this once a year, because you belong to a network.",
           .button = "Answer",
           .path = "/memberships/confirmation/" + token,
           .from = {"membership.confirm", person.value, 0}},
          mailing);
}

void write_of_lapse(const record::Floor& floor, PersonId person, const networks::Network& network,
                    const Mailing& mailing) {
    kit::write(floor, person,
          {.subject_line = "You are an alumna or alumnus now",
           .summary = "You left your role 90 days ago, so in the " + network.short_name +
                      " network you read and speak as an alumna or alumnus from now on. If you "
                      "work elsewhere, say where, and all is as before.",
           .why = "You get this because you belong to a network.",
           .button = "Say where you work",
           .path = "/positions/new",
           .from = {"membership.lapse", person.value, 0}},
          mailing);
}

void follow(const record::Floor& floor, const record::StoredFact& fact, const Mailing& mailing) {
    if (fact.kind == MembershipEnded::kind) return tell_of_end(floor, fact, mailing);
    const bool is_new = fact.kind == Applied::kind;
    if (!is_new && fact.kind != ApplicationStepped::kind) return;
    const auto application = store::find_application(floor.tx, ApplicationId{fact.subject});
    if (!application) return;
    if (is_new && !application->is_open()) return;  // withdrawn before we came to it
    if (is_new) return ask_for_vouches(floor, *application, mailing);
    const auto step = fact.details.text("step");
    if (step == "admitted" || step == "refused") tell_applicant(floor, *application, mailing);
}

}  // namespace membership
