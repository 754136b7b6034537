#pragma once
// What the features' parts of the first page look like, where they look alike.

#include "platform/kit/feature.h"

#include <string>

namespace kit {

// Something that waits for the actor: what it is, a line about it, and the way to do it.
struct Waiting {
    std::string title;
    std::string meta;
    std::string icon;  // a symbol of the sprite: "i-clock"
    std::string path;
    std::string button;
};
TodayPart waiting_item(const Waiting& waiting);

}  // namespace kit
