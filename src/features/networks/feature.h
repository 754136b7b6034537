#pragma once
// The manifest of the networks.

#include "features/networks/networks.h"
#include "platform/kit/feature.h"
#include "platform/web/call.h"

#include <functional>
#include <vector>

namespace networks {

// What a feature says to those who belong to a network of how much is going on there: a line of its
// page, or nothing.
using Activity = std::function<html::Html(const web::Call& call, const Network& network)>;

// Whether whoever asks could apply to a network at all: the roll knows.
using MayApply = std::function<bool(const web::Call& call)>;

kit::Feature feature(std::vector<Activity> activities, MayApply may_apply);

// The sign of a network in its colour, as it stands beside its name.
html::Html sign_of(const Network& network);

}  // namespace networks
