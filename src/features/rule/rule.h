#pragma once
// The Chatham House Rule as a state of each area, and the words that say so on every page of it.
// Only the beginning: sealing, extracts and acceptance come to this room later.

#include "features/networks/networks.h"
#include "platform/html/html.h"

#include <string_view>

namespace rule {

inline constexpr identity::Permission set_rule{"set_rule"};

enum class State { on_record = 0, chatham_house = 1, closed = 2 };

// The rule as one actor meets it.
class Rule {
public:
    explicit Rule(const record::Floor& floor) : floor_(floor) {}

    // An area without a stated rule is under the Chatham House Rule.
    State state_of(networks::AreaId area) const;
    base::Result<State> set(const networks::Area& area, State state);

private:
    record::Floor floor_;
};

std::string_view name_of(State state);
std::string_view meaning_of(State state);  // with its name, in one line
const html::Html& banner(State state);  // stands above every topic

}  // namespace rule
