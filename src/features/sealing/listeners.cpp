#include "features/sealing/listeners.h"

namespace sealing {

std::vector<record::Listener> listeners(const Mailing& mailing) {
    return {{"sealing.mail", [mailing](const record::Floor& floor, const record::StoredFact& fact) {
                 tell_concerned(floor, fact, mailing);
             }}};
}

}  // namespace sealing
