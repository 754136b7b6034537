// expects: no matching function for call to 'forum::Forum::Forum(const web::Call&)'
// A handler has no floor of its own to open a store on.

#include "features/forum/forum.h"
#include "platform/web/call.h"

forum::Forum opened(const web::Call& call) { return forum::Forum(call); }
