#pragma once
// Who may found networks, change them and open areas in them, and what may be said of one: pure
// functions, the first line of each verb.

#include "features/networks/networks.h"

namespace networks {

base::Verdict may_found(const identity::Actor& actor);
// Of a draft with all its fields; `taken`: the address is another network's.
base::Verdict may_be_network(const NetworkDraft& draft, bool taken);
base::Verdict may_be_area(const AreaDraft& draft, bool taken);

}  // namespace networks
