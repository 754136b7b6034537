#pragma once
// All that is held of the actor, in one file: a page to read, the same for machines, and the
// documents. Of nobody else: there is no way to name another person.

#include "features/privacy/privacy.h"
#include "platform/identity/holding.h"

#include <string>
#include <vector>

namespace privacy {

struct Archive {
    std::string community;
    std::string person;
    base::Instant made;
    std::vector<identity::Holding> holdings;

    std::size_t rows() const;
};

class Archives {
public:
    explicit Archives(const record::Floor& floor) : floor_(floor) {}

    // NotFound to who is no person.
    Archive mine(const std::vector<kit::Hold>& holds, std::string_view community) const;
    std::string packed(const Archive& archive) const;  // a ZIP
    void note_taken();
    std::vector<base::Instant> taken() const;  // by the actor, the latest first; at most three

private:
    record::Floor floor_;
};

std::string index_html(const Archive& archive);  // whole in itself: no script, no address outside
std::string machine_json(const Archive& archive);

}  // namespace privacy
