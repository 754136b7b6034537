#include "features/networks/policy.h"

#include "platform/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace networks {

namespace {

using base::fits;

// Addresses below /networks and below a network that are pages of their own.
constexpr std::array reserved = {"new", "about", "edit", "areas", "notices"};

bool is_one_of(std::span<const Named> names, std::string_view code) {
    return std::ranges::find(names, code, &Named::code) != names.end();
}

bool is_panel_size(std::string_view text) {
    int size = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    return error == std::errc() && end == text.data() + text.size() && size >= 0 &&
           size <= panel_size_max;
}

base::Verdict may_be_address(std::string_view slug, bool taken) {
    if (slug.empty() || base::slug(slug) != slug) {
        return base::Refusal{"Write the address in small letters, digits and hyphens", "slug"};
    }
    if (std::ranges::find(reserved, slug) != reserved.end()) {
        return base::Refusal{"This address is a page of its own. Choose another", "slug"};
    }
    if (taken) return base::Refusal{"This address is taken. Choose another", "slug"};
    return base::allowed;
}

}  // namespace

base::Verdict may_found(const identity::Actor& actor) {
    const bool is_worker = actor.kind() == identity::Actor::Kind::worker;  // the set-up, the demo
    if (is_worker || actor.may(found_networks)) return base::allowed;
    return base::Refusal{"Only those who run this community may do this."};
}

base::Verdict may_be_network(const NetworkDraft& draft, bool taken) {
    if (draft.name.empty()) return base::Refusal{"Enter the name of the network", "name"};
    if (auto refusal = fits(draft.name, name_characters_max, "A name", "name")) return refusal;
    if (draft.short_name.empty()) return base::Refusal{"Enter its short name", "short_name"};
    if (auto refusal = fits(draft.short_name, short_name_characters_max, "A short name",
                            "short_name")) {
        return refusal;
    }
    if (auto refusal = may_be_address(draft.slug, taken)) return refusal;
    if (auto refusal = fits(draft.purpose, words_characters_max, "A purpose", "purpose")) {
        return refusal;
    }
    if (auto refusal = fits(draft.who_for, words_characters_max, "Who it is for", "who_for")) {
        return refusal;
    }
    if (!is_one_of(glyphs(), draft.glyph)) return base::Refusal{"Choose a sign", "glyph"};
    if (!is_one_of(colours(), draft.colour)) return base::Refusal{"Choose a colour", "colour"};
    if (!is_one_of(needs(), draft.needs)) {
        return base::Refusal{"Choose what somebody needs to join", "needs"};
    }
    if (!is_one_of(places(), draft.place)) {
        return base::Refusal{"Choose where somebody has to work", "place"};
    }
    if (!is_one_of(deciders(), draft.decided_by)) {
        return base::Refusal{"Choose who decides on those who apply", "decided_by"};
    }
    if (!is_panel_size(draft.panel_size)) {
        return base::Refusal{"Enter how many the panel has, from 0 to 40", "panel_size"};
    }
    if (!is_one_of(coverages(), draft.coverage)) {
        return base::Refusal{"Choose what the coverage tells of it", "coverage"};
    }
    return base::allowed;
}

base::Verdict may_be_area(const AreaDraft& draft, bool taken) {
    if (draft.name.empty()) return base::Refusal{"Enter the name of the area", "name"};
    if (auto refusal = fits(draft.name, name_characters_max, "A name", "name")) return refusal;
    if (auto refusal = may_be_address(draft.slug, taken)) return refusal;
    return fits(draft.purpose, words_characters_max, "A purpose", "purpose");
}

}  // namespace networks
