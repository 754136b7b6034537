#pragma once
// Who may claim, decide on and end a position, and what may be written of it: pure functions, the
// first line of each verb.

#include "features/membership/membership.h"

namespace membership {

// `waiting`: how many of this actor's wait.
base::Verdict may_claim(const identity::Actor& actor, const PositionDraft& draft,
                        std::ptrdiff_t waiting);
base::Verdict may_begin(base::Day began, base::Day today);
// Nobody decides on their own position, whatever they lead.
base::Verdict may_decide(const identity::Actor& actor, const Position& position);
base::Verdict may_refuse(const identity::Actor& actor, const Position& position,
                         const RefusalDraft& draft);
base::Verdict may_end(const identity::Actor& actor, const Position& position, base::Day last,
                      base::Day today);

// Not where nobody works any more.
base::Verdict may_work_at(const organisations::Organisation& organisation, base::Day today);

// ---- belonging ----

// Whether this actor says who belongs to the network.
base::Verdict may_keep(const identity::Actor& actor, const networks::Network& network);
base::Verdict may_enrol(const identity::Actor& actor, PersonId person,
                        const networks::Network& network, Category category,
                        const Belongs& now);
// `holds_office`: any, of a network or of the community.
base::Verdict may_enrol_sponsor(const identity::Actor& actor, PersonId person, const Belongs& now,
                                bool holds_office);
base::Verdict may_end_sponsorship(const identity::Actor& actor, const Member& member,
                                  std::string_view why);
// Whether two accounts can be one person's on the roll.
base::Verdict may_be_merged(const Belongs& gone, const Belongs& kept);
base::Verdict may_end_membership(const identity::Actor& actor, const Member& member,
                                 const networks::Network& network, std::string_view why);

// ---- joining and applying ----

base::Verdict may_be_name(const JoinDraft& draft);  // of whoever asks to join
base::Verdict may_apply(const identity::Actor& actor, const ApplicationDraft& draft,
                        const Belongs& now);
base::Verdict may_withdraw(const identity::Actor& actor, const Application& application);
// `there`: how many documents it has; `size`: of the new one.
base::Verdict may_attach(const identity::Actor& actor, const Application& application,
                         std::size_t there, std::size_t size);
base::Verdict may_appeal(const identity::Actor& actor, const Application& application,
                         const AppealDraft& draft, base::Instant now);
// `category`: what the actor is in that network.
base::Verdict may_vouch(const identity::Actor& actor, const Application& application,
                        std::optional<Category> category, const VouchDraft& draft);
// An appeal is decided by somebody else, who runs the whole community.
base::Verdict may_decide_on(const identity::Actor& actor, const Filed& filed);
base::Verdict may_refuse_application(const identity::Actor& actor, const Filed& filed,
                                     const RefusalDraft& draft);
base::Verdict may_keep_domains(const identity::Actor& actor);

}  // namespace membership
