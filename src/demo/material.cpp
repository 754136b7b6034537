#include "demo/material.h"

namespace demo {

std::span<const Line> material_hazards();
std::span<const Line> material_safety();
std::span<const Line> material_settings();
std::span<const Line> material_records();
std::span<const Line> material_prescribing();
std::span<const Line> material_ai();
std::span<const Line> material_interoperability();
std::span<const Line> material_cyber();
std::span<const Line> material_infrastructure();
std::span<const Line> material_governance();
std::span<const Line> material_nursing();
std::span<const Line> material_people();
std::span<const Line> material_strategy();
std::span<const Line> material_figures();
std::span<const Line> material_patients();
std::span<const Line> material_events();
std::span<const Line> material_chapters();
std::span<const Line> material_asks();
std::span<const Line> material_series();
std::span<const Line> material_talk();

std::vector<std::span<const Line>> all_material() {
    return {
        material_hazards(),
        material_safety(),
        material_settings(),
        material_records(),
        material_prescribing(),
        material_ai(),
        material_interoperability(),
        material_cyber(),
        material_infrastructure(),
        material_governance(),
        material_nursing(),
        material_people(),
        material_strategy(),
        material_figures(),
        material_patients(),
        material_events(),
        material_chapters(),
        material_asks(),
        material_series(),
        material_talk(),
    };
}

}  // namespace demo
