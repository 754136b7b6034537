#include "features/rule/listeners.h"

#include "features/rule/letters.h"

namespace rule {

std::vector<record::Listener> listeners() {
    return {{"rule.letters", &begin_letters}};
}

}  // namespace rule
