#pragma once
// What the roll writes: to who asks to join, to who is asked to vouch, to who was decided on, to
// whose membership has ended. A letter says that there is news, and where; reasons and evidence
// stay on the pages.

#include "features/membership/joining.h"
#include "platform/kit/letter.h"
#include "platform/record/fact.h"

#include <string>

namespace membership {

using kit::Mailing;

// To a stranger the link that shows the address is theirs; to a member, that they have an account.
void write_to_join(const record::Floor& floor, const JoinLetter& letter, const Mailing& mailing);
struct InvitationLetter {
    std::string name, email, token;
};
void write_invitation(const record::Floor& floor, const InvitationLetter& letter,
                      const Mailing& mailing);
void write_to_confirm(const record::Floor& floor, PersonId person, const std::string& token,
                      const Mailing& mailing);
void write_of_lapse(const record::Floor& floor, PersonId person, const networks::Network& network,
                    const Mailing& mailing);
// After an application: to those it names, as far as they may vouch there; after a step: to the
// applicant; after the end of a membership: to whose it was.
void follow(const record::Floor& floor, const record::StoredFact& fact, const Mailing& mailing);

}  // namespace membership
