// expects: use of deleted function 'record::Floor::Floor(sql::Tx&, const identity::Actor&&
// A floor refers to its actor, so one that is gone at the end of the line is none to stand on.

#include "features/forum/forum.h"

forum::Forum opened(sql::Tx& tx, base::Instant now) {
    return forum::Forum(record::Floor{tx, identity::Actor::visitor(), now});
}
