#include "features/membership/listeners.h"

namespace membership {

std::vector<record::Listener> listeners(const Mailing& mailing) {
    return {
        {"membership.mail", [mailing](const record::Floor& floor, const record::StoredFact& fact) {
             follow(floor, fact, mailing);
         }}};
}

}  // namespace membership
