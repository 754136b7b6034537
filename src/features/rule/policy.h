#pragma once
// Who may say under which rule an area is: a pure function, the first line of the verb.

#include "features/rule/rule.h"

namespace rule {

base::Verdict may_set(const identity::Actor& actor);

}  // namespace rule
