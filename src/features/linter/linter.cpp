#include "features/linter/linter.h"

#include "features/linter/detectors.h"

#include <algorithm>

namespace linter {

std::string_view code_of(Kind kind) {
    switch (kind) {
        case Kind::person: return "person";
        case Kind::organisation: return "organisation";
        case Kind::contact: return "contact";
        case Kind::code: return "code";
        case Kind::handle: return "handle";
        case Kind::url: return "url";
        case Kind::combination: return "combination";
    }
    return "";
}

Linter::Linter(const std::vector<RollEntry>& roll,
               const std::vector<KnownOrganisation>& organisations, Settings settings)
    : lexicon_(std::make_unique<const Lexicon>(roll, organisations, settings)) {}

Linter::~Linter() = default;

std::vector<Finding> Linter::findings(std::string_view text) const {
    Document document(text, *lexicon_);
    find_addresses(document);
    find_codes(document);
    find_organisations(document);
    find_persons(document);
    find_combinations(document);
    return document.take();
}

}  // namespace linter
