#pragma once
// The manifest of the forum.

#include "features/forum/batch.h"
#include "features/networks/networks.h"
#include "platform/kit/feature.h"
#include "platform/kit/letter.h"
#include "platform/web/call.h"

#include <functional>
#include <memory>
#include <string>

namespace forum {

// "This changed", for those of the audience who watch.
using Hint = std::function<void(identity::AudienceId audience, const std::string& subject)>;

// What leaves the forum by mail and search passes this gate, and links lead here.
using kit::Mailing;

// How much was said in a network lately: a line of its page, for those who belong to it.
html::Html activity_of(const web::Call& call, const networks::Network& network);

// What waits to appear is shared with who makes it appear, whichever lives longest.
kit::Feature feature(Hint hint, const Mailing& mailing, const std::shared_ptr<Batch>& batch);

}  // namespace forum
