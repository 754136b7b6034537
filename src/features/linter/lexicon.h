#pragma once
// All that is known before a text is read: the language's words, the roll's names, organisations,
// roles and places. Built once, then only read.

#include "features/linter/combination_words.h"
#include "features/linter/linter.h"
#include "features/linter/organisation_names.h"
#include "features/linter/people.h"
#include "features/linter/roll_index.h"

namespace linter {

struct Lexicon {
    Lexicon(const std::vector<RollEntry>& roll, const std::vector<KnownOrganisation>& known,
            Settings chosen);

    Settings settings;
    Words words;
    Phrases turns_of_phrase;
    People people;
    OrganisationNames organisations;
    CombinationWords combinations;
    RollIndex roll;
};

}  // namespace linter
