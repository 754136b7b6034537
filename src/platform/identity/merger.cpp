#include "platform/identity/merger.h"

#include "platform/identity/store.h"

namespace identity {

void merge(sql::Tx& tx, const Merger& merger) {
    for (const auto audience : store::audiences_of(tx, merger.gone)) {
        store::join_audience(tx, merger.kept, AudienceId{audience});
        store::leave_audience(tx, merger.gone, AudienceId{audience});
    }
    store::end_other_sessions(tx, merger.gone, {});
    store::merge(tx, merger);
}

}  // namespace identity
