#include "features/membership/policy.h"

#include "platform/base/text.h"

namespace membership {

namespace {

using base::fits;

bool is_worker(const identity::Actor& actor) {
    return actor.kind() == identity::Actor::Kind::worker;  // the demo, the nightly work
}

}  // namespace

base::Verdict may_claim(const identity::Actor& actor, const PositionDraft& draft,
                        std::ptrdiff_t waiting) {
    if (!actor.is_person()) return base::Refusal{"Sign in to say where you work."};
    if (waiting >= waiting_max) {
        return base::Refusal{"Ten of your positions wait to be verified. Wait for those first."};
    }
    if (draft.title.empty()) return base::Refusal{"Enter the title of your role", "title"};
    if (auto refusal = fits(draft.title, title_characters_max, "A title", "title")) return refusal;
    return fits(draft.evidence, evidence_characters_max, "What shows it", "evidence");
}

base::Verdict may_begin(base::Day began, base::Day today) {
    if (began > today) {
        return base::Refusal{"Enter a day that has come: say it when you have begun", "began"};
    }
    if (began < today - base::days{60 * 366}) {
        return base::Refusal{"Enter the day on which you began in this role", "began"};
    }
    return base::allowed;
}

base::Verdict may_decide(const identity::Actor& actor, const Position& position) {
    const bool is_worker = actor.kind() == identity::Actor::Kind::worker;
    if (!is_worker && !actor.may(verify_positions, position.audience)) {
        return base::Refusal{"Only those who lead the network may decide this."};
    }
    if (!is_worker && position.person == actor.id()) {
        return base::Refusal{"Somebody else has to decide on your own position."};
    }
    if (!position.waits()) {
        return base::Refusal{position.is_verified ? "Somebody has verified it already."
                                                  : "Somebody has refused it already."};
    }
    return base::allowed;
}

base::Verdict may_refuse(const identity::Actor& actor, const Position& position,
                         const RefusalDraft& draft) {
    if (auto refusal = may_decide(actor, position)) return refusal;
    if (draft.reason.empty()) return base::Refusal{"Say why, in a sentence they can use", "reason"};
    return fits(draft.reason, reason_characters_max, "A reason", "reason");
}

base::Verdict may_end(const identity::Actor& actor, const Position& position, base::Day last,
                      base::Day today) {
    if (position.person != actor.id()) return base::Refusal{"Only its holder may end a position."};
    if (position.ended) return base::Refusal{"It has ended already."};
    if (last > today + base::days{366}) {
        return base::Refusal{"Enter a last day within a year from now", "on"};
    }
    if (last < position.began) {
        return base::Refusal{
            "The last day cannot be before the first, " + base::day_text(position.began), "on"};
    }
    return base::allowed;
}

base::Verdict may_work_at(const organisations::Organisation& one, base::Day today) {
    if (one.successor && *one.succeeded <= today) {
        return base::Refusal{"Another organisation has succeeded it: search again for that one",
                             "organisation"};
    }
    if (one.closed && *one.closed < today - base::days{1}) {
        return base::Refusal{"It has closed, on " + base::day_text(*one.closed) +
                                 ": search again and choose where you work now",
                             "organisation"};
    }
    return base::allowed;
}

// ---- belonging ----

base::Verdict may_keep(const identity::Actor& actor, const networks::Network& network) {
    if (is_worker(actor) || actor.may(verify_positions)) return base::allowed;
    const bool leads = actor.may(verify_positions, network.audience);
    if (leads && network.decided_by == networks::Deciders::leaders) return base::allowed;
    return base::Refusal{"Only those who decide on who belongs may do this."};
}

base::Verdict may_enrol(const identity::Actor& actor, PersonId person,
                        const networks::Network& network, Category category,
                        const Belongs& now) {
    if (auto refusal = may_keep(actor, network)) return refusal;
    if (!is_worker(actor) && person == actor.id()) {
        return base::Refusal{"Somebody else has to decide on your own membership."};
    }
    if (category == Category::sponsor) {
        return base::Refusal{"A sponsor contact belongs to no network", "category"};
    }
    if (now.to_a_sponsor) {
        return base::Refusal{"They are a sponsor’s contact, and those do not read the forum. End "
                             "that first."};
    }
    return base::allowed;
}

base::Verdict may_enrol_sponsor(const identity::Actor& actor, PersonId person, const Belongs& now,
                                bool holds_office) {
    if (!is_worker(actor) && !actor.may(verify_positions)) {
        return base::Refusal{"Only those who run this community may do this."};
    }
    if (!is_worker(actor) && person == actor.id()) {
        return base::Refusal{"Nobody makes themselves a sponsor’s contact.", "email"};
    }
    if (now.to_a_network) {
        return base::Refusal{"They belong to a network, and a sponsor’s contact does not read the "
                             "forum. End their memberships first", "email"};
    }
    if (holds_office) {
        return base::Refusal{"They hold an office. It has to end first", "email"};
    }
    return base::allowed;
}

base::Verdict may_end_sponsorship(const identity::Actor& actor, const Member& member,
                                  std::string_view why) {
    if (!is_worker(actor) && !actor.may(verify_positions)) {
        return base::Refusal{"Only those who run this community may do this."};
    }
    if (member.ended) return base::Refusal{"They are no sponsor’s contact any more."};
    if (why.empty()) return base::Refusal{"Say why, in a sentence they can use", "reason"};
    return fits(why, reason_characters_max, "A reason", "reason");
}

base::Verdict may_be_merged(const Belongs& gone, const Belongs& kept) {
    const bool is_mixed = (gone.to_a_sponsor && kept.to_a_network) ||
                          (gone.to_a_network && kept.to_a_sponsor);
    if (!is_mixed) return base::allowed;
    return base::Refusal{"One of the two is a sponsor’s contact, and those do not read the forum. "
                         "Write to whoever runs this community: one of the two has to end first."};
}

base::Verdict may_end_membership(const identity::Actor& actor, const Member& member,
                                 const networks::Network& network, std::string_view why) {
    if (member.ended) return base::Refusal{"This membership has ended already."};
    const bool is_own = actor.is_person() && member.person == actor.id();
    if (!is_own) {
        if (auto refusal = may_keep(actor, network)) return refusal;
    }
    if (why.empty()) return base::Refusal{"Say why, in a sentence they can use", "reason"};
    return fits(why, reason_characters_max, "A reason", "reason");
}

// ---- applying ----

base::Verdict may_be_name(const JoinDraft& draft) {
    if (draft.name.empty()) return base::Refusal{"Enter your name", "full_name"};
    return fits(draft.name, 100, "A name", "full_name");
}

base::Verdict fits(const networks::Network& network, Category category,
                   std::optional<organisations::Kind> kind) {
    using networks::Needs;
    const bool leads = category == Category::full || category == Category::deputy;
    if (network.needs == Needs::invitation) {
        return base::Refusal{"This network is joined by invitation: ask those who lead it",
                             "network"};
    }
    if (category == Category::alumni || category == Category::sponsor) {
        return base::Refusal{"Nobody applies as that: choose another", "category"};
    }
    if (network.needs == Needs::role && !leads) {
        return base::Refusal{
            "This network is for those who hold the role, and their deputies. "
            "Apply as one of these, or to another network",
            "category"};
    }
    if (category == Category::patient) {
        if (network.needs == Needs::interest) return base::allowed;
        return base::Refusal{"This network is for people who work there: choose another network",
                             "network"};
    }
    if (!kind) return base::Refusal{"Choose the organisation you work for", "organisation"};
    if (!networks::takes(network.place, *kind)) {
        return base::Refusal{
            "This network is for people who work " + networks::place_words(network.place),
            "organisation"};
    }
    return base::allowed;
}

std::string proof_of(std::string_view email, const std::vector<std::string>& domains) {
    const auto at = email.rfind('@');
    if (at == email.npos) return {};
    const std::string host = base::fold(email.substr(at + 1));
    std::string best;
    for (const auto& domain : domains) {
        const bool is_below = host.size() > domain.size() && host.ends_with(domain) &&
                              host[host.size() - domain.size() - 1] == '.';
        if ((host == domain || is_below) && domain.size() > best.size()) best = domain;
    }
    return best;
}

base::Verdict may_apply(const identity::Actor& actor, const ApplicationDraft& draft,
                        const Belongs& now) {
    if (!actor.is_person()) return base::Refusal{"Sign in to apply."};
    if (now.to_a_sponsor) {
        return base::Refusal{"You are a sponsor’s contact, and those do not belong to networks. "
                             "Write to whoever runs this community if that is over."};
    }
    if (draft.title.empty()) {
        return base::Refusal{"Enter the title of your role", "title"};
    }
    if (auto refusal = fits(draft.title, title_characters_max, "A title", "title")) return refusal;
    if (auto refusal = fits(draft.link, link_characters_max, "An address", "link")) return refusal;
    const bool is_address = draft.link.starts_with("https://") || draft.link.starts_with("http://");
    if (!draft.link.empty() && !is_address) {
        return base::Refusal{"A web address begins with https://", "link"};
    }
    if (auto refusal = fits(draft.words, words_characters_max, "What shows it", "words")) {
        return refusal;
    }
    return base::allowed;
}

base::Verdict may_withdraw(const identity::Actor& actor, const Application& application) {
    if (application.person != actor.id()) {
        return base::Refusal{"Only who applied may withdraw an application."};
    }
    if (!application.is_open()) return base::Refusal{"It has been decided already."};
    return base::allowed;
}

base::Verdict may_attach(const identity::Actor& actor, const Application& application,
                         std::size_t there, std::size_t size) {
    if (auto refusal = may_withdraw(actor, application)) return refusal;
    if (there >= documents_max) {
        return base::Refusal{"Three documents are enough: remove one first", "document"};
    }
    if (size > document_bytes_max) {
        return base::Refusal{"A document can have 4 MB. Choose a smaller one", "document"};
    }
    return base::allowed;
}

base::Verdict may_appeal(const identity::Actor& actor, const Application& application,
                         const AppealDraft& draft, base::Instant now) {
    if (application.person != actor.id()) {
        return base::Refusal{"Only who applied may appeal."};
    }
    if (application.state == State::appealed || application.state == State::refused_for_good) {
        return base::Refusal{"You have appealed already. One appeal is possible."};
    }
    if (application.state != State::refused) return base::Refusal{"It was not refused."};
    if (now > *application.decided + evidence_kept) {
        return base::Refusal{"An appeal is possible for 30 days. Apply anew instead."};
    }
    if (draft.appeal.empty()) {
        return base::Refusal{"Say what was overlooked, or what has changed", "appeal"};
    }
    return fits(draft.appeal, words_characters_max, "An appeal", "appeal");
}

base::Verdict may_vouch(const identity::Actor& actor, const Application& application,
                        std::optional<Category> category, const VouchDraft& draft) {
    if (!actor.is_person() || application.person == actor.id()) {
        return base::Refusal{"Nobody vouches for themselves."};
    }
    if (!category || !face_of(*category).rights.vouches) {
        return base::Refusal{"Only members of the network who may vouch can do this."};
    }
    if (!application.is_open()) return base::Refusal{"It has been decided already. Thank you."};
    if (draft.answer != "yes" && draft.answer != "no") {
        return base::Refusal{"Choose one of the two answers", "answer"};
    }
    return fits(draft.words, vouch_characters_max, "What you know", "words");
}

base::Verdict may_decide_on(const identity::Actor& actor, const Filed& filed) {
    const Application& application = filed.application;
    if (auto refusal = may_keep(actor, filed.network)) return refusal;
    if (actor.is_person() && application.person == actor.id()) {
        return base::Refusal{"Somebody else has to decide on your own application."};
    }
    switch (application.state) {
        case State::admitted: return base::Refusal{"Somebody has admitted them already."};
        case State::withdrawn: return base::Refusal{"They have withdrawn it."};
        case State::refused:
        case State::refused_for_good: return base::Refusal{"Somebody has refused it already."};
        case State::waits: return base::allowed;
        case State::appealed: break;
    }
    if (is_worker(actor)) return base::allowed;
    if (application.decided_by == actor.id() || !actor.may(verify_positions)) {
        return base::Refusal{
            "An appeal is decided by a community manager or an administrator who "
            "did not refuse it."};
    }
    return base::allowed;
}

base::Verdict may_refuse_application(const identity::Actor& actor, const Filed& filed,
                                     const RefusalDraft& draft) {
    if (auto refusal = may_decide_on(actor, filed)) return refusal;
    if (draft.reason.empty()) return base::Refusal{"Say why, in a sentence they can use", "reason"};
    return fits(draft.reason, reason_characters_max, "A reason", "reason");
}

base::Verdict may_keep_domains(const identity::Actor& actor) {
    if (!is_worker(actor) && !actor.may(verify_positions)) {
        return base::Refusal{"Only those who run this community may do this."};
    }
    return base::allowed;
}

}  // namespace membership
