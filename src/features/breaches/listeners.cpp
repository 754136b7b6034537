#include "features/breaches/listeners.h"

namespace breaches {

std::vector<record::Listener> listeners(const Mailing& mailing) {
    return {
        {"breaches.mail", [mailing](const record::Floor& floor, const record::StoredFact& fact) {
             tell_concerned(floor, fact, mailing);
         }}};
}

}  // namespace breaches
