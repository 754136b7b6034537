// expects: web::Call::floor_' is private within this context
// A handler reaches the data through a feature, opened for whoever asks.

#include "platform/web/call.h"

std::int64_t reached(const web::Call& call) { return call.floor_.tx.statements(); }
