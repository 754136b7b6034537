#pragma once
// Whether what is not there for somebody is behind a door of theirs, which opens once they have met
// what is asked of whoever enters.

#include "platform/web/call.h"

#include <optional>

namespace web {

// The audience within which the page is there. It is made as if that one were open, to see whether
// it is, and thrown away; whoever is no member comes nowhere near this, and reads what everybody
// reads of what is not there.
std::optional<identity::AudienceId> door_to(const Call::Setting& setting, sql::Tx& tx,
                                            const identity::Actor& actor, base::Instant now);

}  // namespace web
