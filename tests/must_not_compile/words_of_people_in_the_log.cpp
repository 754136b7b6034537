// expects: could not convert '{"words", what_somebody_wrote}'
// The log takes our own words alone.

#include "platform/base/log.h"

#include <string>

base::log::Field tell(const std::string& what_somebody_wrote) {
    return {"words", what_somebody_wrote};
}
