#pragma once
// The usual letter: that there is news, and on which page it stands.

#include "platform/exit/gate.h"
#include "platform/mail/layout.h"
#include "platform/record/record.h"

#include <optional>
#include <string>

namespace kit {

// The gate that letters leave by, and the address that their buttons lead back to.
struct Mailing {
    leaving::Gate gate;
    std::string base_url;
};

struct News {
    std::string subject_line, summary;
    std::string why;           // "You get this because a post names you."
    std::string button, path;  // to the page, from the root on
    leaving::Provenance from;
    identity::AudienceId audience = {};
};

// Nothing where the gate does not let it out.
std::optional<mail::Sheet> sheet_of(const record::Floor& floor, const News& news,
                                    const Mailing& mailing);
void write(const record::Floor& floor, identity::PersonId to, const News& news,
           const Mailing& mailing);

}  // namespace kit
