#include "features/networks/networks.h"

#include <array>

namespace networks {

namespace {

// Each has a class in button.css, with three to one against every ground in light and dark.
constexpr std::array colour_names = {
    Named{"teal", "Teal"},   Named{"blue", "Blue"},   Named{"violet", "Violet"},
    Named{"plum", "Plum"},   Named{"rust", "Rust"},   Named{"ochre", "Ochre"},
    Named{"green", "Green"}, Named{"slate", "Slate"},
};
// The symbols g-… of icons.svg.
constexpr std::array glyph_names = {
    Named{"network", "Three circles"},
    Named{"ccio", "Three quarters"},
    Named{"cio", "Diamond"},
    Named{"cnio", "Arches"},
    Named{"cto", "Bars"},
    Named{"ahp", "Triangle"},
    Named{"pc", "Ring"},
    Named{"shield", "Shield"},
    Named{"risk", "Warning sign"},
    Named{"cyber", "Padlock"},
    Named{"academy", "Cap"},
    Named{"informatics", "Squares"},
    Named{"globe", "Globe"},
};
constexpr std::array needs_names = {
    Named{"role", "A role that the network is for, verified"},
    Named{"work", "Work at such an organisation, in any role"},
    Named{"interest", "An interest, wherever one works"},
    Named{"invitation", "An invitation"},
};
constexpr std::array place_names = {
    Named{"care-provider", "Providers of care, in the NHS or not"},
    Named{"nhs", "The NHS"},
    Named{"anywhere", "Any organisation"},
    Named{"abroad", "Organisations abroad"},
};
constexpr std::array decider_names = {
    Named{"leaders", "Its chair and vice chair, and community managers"},
    Named{"managers", "Community managers alone"},
};
constexpr std::array coverage_names = {
    Named{"trusts", "At how many trusts somebody of it is in post"},
    Named{"none", "Nothing: it has no role that every trust should have"},
};

}  // namespace

std::span<const Named> colours() {
    return colour_names;
}
std::span<const Named> glyphs() {
    return glyph_names;
}
std::span<const Named> needs() {
    return needs_names;
}
std::span<const Named> places() {
    return place_names;
}
std::span<const Named> deciders() {
    return decider_names;
}

std::span<const Named> coverages() {
    return coverage_names;
}

std::string place_words(Place place) {
    switch (place) {
        case Place::care_provider: return "at an organisation that provides care";
        case Place::nhs: return "in the NHS";
        case Place::anywhere: return "at any organisation";
        case Place::abroad: return "at an organisation abroad";
    }
    return {};
}

std::string rule_words(const Network& network) {
    switch (network.needs) {
        case Needs::role:
            return "You hold the role, or deputise for whoever does, " +
                   place_words(network.place) + ". We verify it.";
        case Needs::work: return "You work " + place_words(network.place) + ", in any role.";
        case Needs::interest:
            return "You take an interest, and work " + place_words(network.place) + ".";
        case Needs::invitation: return "You have been invited by those who lead it.";
    }
    return {};
}

bool takes(Place place, organisations::Kind kind) {
    using organisations::Kind;
    switch (place) {
        case Place::anywhere: return true;
        case Place::abroad: return kind == Kind::abroad;
        case Place::nhs: return kind == Kind::trust || kind == Kind::nhs_body;
        case Place::care_provider:
            return kind == Kind::trust || kind == Kind::nhs_body ||
                   kind == Kind::private_provider || kind == Kind::charity;
    }
    return false;
}

std::string tone_of(const Network& network) {
    return "c-" + network.colour;
}

}  // namespace networks
