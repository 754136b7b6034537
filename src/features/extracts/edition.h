#pragma once
// What was published as a file to be taken: what was said, in which months, and the sentence that
// states the Rule. Neither who took it nor when, and nothing that leads back.

#include "features/extracts/extracts.h"
#include "platform/exit/gate.h"

#include <memory>

namespace extracts {

struct Edition {
    std::string title;
    base::Day said_from, said_to;
    std::vector<std::string> passages;  // Markdown
};

std::string bytes_of(const Edition& edition, Form form);

// What a draft of a copy is made from; its content is filled in by the policy alone.
inline constexpr std::string_view copy_kind = "extracts.copy";

// Of what members said, only published extracts leave as a file, a feed, paper or a page for
// outsiders; and of an extract, only what was published, whatever the draft says, to who noted that
// they take it.
leaving::Policy extracts_alone();

}  // namespace extracts
