#include "features/extracts/listeners.h"

namespace extracts {

std::vector<record::Listener> listeners(const Mailing& mailing, const WorkshopPtr& workshop) {
    return {{"extracts.mail",
             [mailing, workshop](const record::Floor& floor, const record::StoredFact& fact) {
                 if (!fact.kind.starts_with("extract")) return;
                 tell(floor, fact, mailing, *workshop);
             }}};
}

}  // namespace extracts
