#include "demo/networks.h"

namespace demo {
namespace {

constexpr AreaPlan ccio_areas[] = {
    {"clinical-safety", "Clinical safety", "Hazards, safety cases, incidents and near misses.",
     "safety meds"},
    {"records", "Electronic patient records", "Choosing, building, living with and leaving them.",
     "records nursing training"},
    {"interoperability", "Interoperability", "Shared records, messages, APIs and identity.",
     "interop"},
    {"ai", "AI and decision support", "What works, what it costs, and who checks.", "ai"},
    {"jobs", "Jobs and people", "Job plans, careers, teams and looking after each other.",
     "people events"},
    {"ask", "Ask anything", "Short questions and everything without a better place.",
     "ask strategy data patients govern cyber infra open"},
};

constexpr AreaPlan cio_areas[] = {
    {"infrastructure", "Infrastructure and devices", "Networks, desks, devices, cloud, printing.",
     "infra"},
    {"cyber", "Cyber and continuity", "Exercises, outages, old systems and access.", "cyber"},
    {"systems", "Records and integration", "EPR programmes, data and the joins between systems.",
     "records interop data meds"},
    {"strategy", "Strategy and money", "Business cases, procurement, suppliers and policy.",
     "strategy"},
    {"jobs", "Jobs and people", "Recruiting, keeping and growing digital teams.",
     "people training events"},
    {"ask", "Ask anything", "Short questions and everything without a better place.",
     "ask safety ai govern patients nursing open"},
};

constexpr AreaPlan cnio_areas[] = {
    {"nursing-records", "Nursing records", "Documentation, observations, handover.",
     "nursing records"},
    {"ahp", "AHP digital", "Allied health professions: records, outcomes and roles.", "ahp data"},
    {"medicines-safety", "Medicines and safety", "Scanning, prescribing, alerts and incidents.",
     "meds safety"},
    {"devices", "Devices and access", "What is in our hands, and whether it works.",
     "infra cyber interop"},
    {"adoption", "Training and adoption", "Superusers, go-lives and the months after.",
     "training ai patients"},
    {"people", "Roles and people", "Job descriptions, careers, support.",
     "people events ask strategy govern open"},
};

constexpr AreaPlan wider_areas[] = {
    {"start", "Getting started", "New here, or new in digital? Begin here.", "ask training open"},
    {"patients", "Patients and inclusion", "Portals, access, languages, and those left out.",
     "patients"},
    {"data", "Data and reporting", "Quality, dashboards, coding.", "data records"},
    {"work", "Systems at work", "What we use every day.",
     "infra cyber interop nursing ahp meds safety ai govern strategy"},
    {"learning", "Events and learning", "Summer School, webinars, hack days, careers.",
     "events people"},
};

constexpr AreaPlan guardian_areas[] = {
    {"sharing", "Sharing and disclosure", "When to share, with whom, and how to write it down.",
     "govern interop cyber"},
    {"access", "Records and access", "Portals, audit, subject access, retention.",
     "records patients ai"},
    {"ask", "Ask a Guardian", "If in doubt, ask another Guardian.", "ask strategy people"},
};

constexpr AreaPlan risk_areas[] = {
    {"safety-cases", "Hazard logs and safety cases", "DCB0129, DCB0160 and how to keep them alive.",
     "safety"},
    {"incidents", "Incidents and learning", "What went wrong, and what we changed.",
     "cyber meds nursing records"},
    {"ask", "Devices, AI and the rest", "New things, and whether they are devices.",
     "ai ask people open"},
};

constexpr AreaPlan cyber_areas[] = {
    {"exercises", "Incidents and exercises", "Before, during and after.", "safety open ask"},
    {"controls", "Controls and toolkits", "Access, patching, assurance, suppliers.",
     "cyber infra govern interop"},
    {"people", "People and habits", "Training, phishing and fatigue.", "training people strategy"},
};

constexpr AreaPlan informatics_areas[] = {
    {"standards", "Standards and terminology", "Codes, models, messages.", "interop records data"},
    {"practice", "Informatics in practice", "Safety, AI, decision support and evaluation.",
     "safety ai meds nursing ask govern open"},
    {"faculty", "Careers and the Faculty", "Competencies, fellowship, supervision.",
     "people events"},
};

constexpr AreaPlan academy_areas[] = {
    {"projects", "Projects and coursework", "Scope, sponsors and finishing.",
     "events data patients ai"},
    {"alumni", "Alumni and careers", "After the course.", "people open ask training"},
};

constexpr AreaPlan chapter_areas[] = {
    {"records", "Records and sharing", "How it is done here.",
     "records interop infra cyber data ai"},
    {"people", "People and policy", "Roles, regions, programmes.", "strategy people patients"},
    {"visits", "Visits and meetings", "Between us and our British colleagues.", "events ask"},
};

constexpr NetworkPlan plans[] = {
    {"ccio", "CCIO Network", "CCIO",
     "Chief clinical information officers, their deputies and those who do the job under another "
     "name.",
     "ccio", 260, 70, "", ccio_areas},
    {"cio", "Health CIO Network", "Health CIO",
     "Chief information officers and directors of digital in health and care.", "cio", 175, 70, "",
     cio_areas},
    {"cnio", "CNIO Network", "CNIO",
     "Digital leaders in nursing, midwifery and the allied health "
     "professions.",
     "cnio", 165, 70, "", cnio_areas},
    {"wider", "Wider community", "Wider community",
     "Anyone who works for a health service provider and cares about digital.", "pc", 150, 70, "",
     wider_areas},
    {"caldicott-guardians", "Caldicott Guardians", "Caldicott Guardians",
     "Guardians and those who advise them.", "shield", 38, 40, "", guardian_areas},
    {"clinical-risk-officers", "Clinical Risk Officers", "Clinical Risk Officers",
     "Clinical safety officers and everybody who signs a safety case.", "risk", 50, 45, "",
     risk_areas},
    {"cyber-security", "Cyber Security Network", "Cyber Security",
     "Those who keep the lights on and the doors shut.", "cyber", 45, 45, "", cyber_areas},
    {"clinical-informatics", "Faculty of Clinical Informatics", "Clinical Informatics",
     "Clinical informaticians of all professions.", "informatics", 38, 45, "", informatics_areas},
    {"digital-academy", "NHS Digital Academy", "Digital Academy",
     "Students and alumni of the Academy.", "academy", 22, 30, "", academy_areas},
    {"sweden", "Sweden chapter", "Sweden", "Colleagues in Sweden, and friends.", "globe", 10, 12,
     "Sweden", chapter_areas},
    {"norway", "Norway chapter", "Norway", "Colleagues in Norway, and friends.", "globe", 9, 12,
     "Norway", chapter_areas},
    {"netherlands", "Netherlands chapter", "Netherlands",
     "Colleagues in the Netherlands, and friends.", "globe", 11, 12, "Netherlands", chapter_areas},
    {"new-zealand", "New Zealand chapter", "New Zealand", "Colleagues in Aotearoa New Zealand.",
     "globe", 13, 12, "New Zealand", chapter_areas},
    {"australia", "Australia chapter", "Australia", "Colleagues in Australia, and friends.",
     "globe", 14, 12, "Australia", chapter_areas},
};

// Who may join, as those who run the community would say it.
struct RulePlan {
    std::string_view slug, colour, who_for, needs, place;
    int panel_size;
    bool has_role_at_trusts = false;
};
constexpr RulePlan chapter_rule = {"",     "slate",  "Anyone who works in health IT there.",
                                   "work", "abroad", 0};
constexpr RulePlan rules[] = {
    {"ccio", "teal",
     "Whoever leads clinical information at a trust or another provider of care, whatever the "
     "title "
     "says, and their deputies.",
     "role", "care-provider", 12, true},
    {"cio", "blue", "Chief information officers, directors of digital, and their deputies.", "role",
     "care-provider", 12, true},
    {"cnio", "plum",
     "Nurses, midwives and allied health professionals who lead digital work, and their deputies.",
     "role", "care-provider", 8, true},
    {"wider", "green", "Anyone who works for a health service provider.", "work", "care-provider",
     0},
    {"caldicott-guardians", "violet", "Guardians, their deputies and those who advise them.",
     "role", "care-provider", 6},
    {"clinical-risk-officers", "rust", "Whoever signs, or helps to write, a safety case.", "work",
     "care-provider", 6},
    {"cyber-security", "slate", "Whoever answers for cyber security at a provider of care.", "role",
     "nhs", 6},
    {"clinical-informatics", "ochre", "Clinical informaticians of every profession.", "interest",
     "anywhere", 6},
    {"digital-academy", "blue", "Students and alumni of the Academy.", "invitation", "anywhere", 0},
};

const RulePlan& rule_of(std::string_view slug) {
    for (const RulePlan& rule : rules) {
        if (rule.slug == slug) return rule;
    }
    return chapter_rule;
}

bool has_word(std::string_view text, std::string_view word) {
    while (!text.empty()) {
        auto space = text.find(' ');
        if (text.substr(0, space) == word) return true;
        if (space == std::string_view::npos) return false;
        text.remove_prefix(space + 1);
    }
    return false;
}

Network network(const NetworkPlan& plan) {
    const RulePlan& rule = rule_of(plan.slug);
    Network made{.slug = std::string(plan.slug),
                 .name = std::string(plan.name),
                 .short_name = std::string(plan.short_name),
                 .purpose = std::string(plan.purpose),
                 .glyph = std::string(plan.glyph),
                 .colour = std::string(rule.colour),
                 .who_for = std::string(rule.who_for),
                 .needs = std::string(rule.needs),
                 .place = std::string(rule.place),
                 .panel_size = rule.panel_size,
                 .has_role_at_trusts = rule.has_role_at_trusts};
    for (const AreaPlan& area : plan.areas)
        made.areas.push_back(
            {std::string(area.slug), std::string(area.name), std::string(area.purpose)});
    return made;
}

}  // namespace

std::span<const NetworkPlan> network_plans() {
    return plans;
}

std::vector<Network> networks() {
    std::vector<Network> made;
    for (const NetworkPlan& plan : plans) made.push_back(network(plan));
    return made;
}

std::size_t area_for(const NetworkPlan& network, std::span<const std::string_view> themes) {
    for (std::string_view theme : themes)
        for (std::size_t i = 0; i < network.areas.size(); ++i)
            if (has_word(network.areas[i].themes, theme)) return i;
    return network.areas.size() - 1;
}

}  // namespace demo
