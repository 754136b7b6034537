#include "demo/people.h"

#include "demo/material.h"
#include "demo/networks.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace demo {
namespace {

constexpr std::int64_t day_s = 86400;

struct Region {
    std::string_view name;
    std::uint32_t share;
};
constexpr std::array<Region, 10> regions = {{{"London", 14},
                                             {"South East", 12},
                                             {"South West", 10},
                                             {"Midlands", 15},
                                             {"East of England", 10},
                                             {"North West", 13},
                                             {"North East and Yorkshire", 13},
                                             {"Wales", 5},
                                             {"Scotland", 6},
                                             {"Northern Ireland", 2}}};

struct Shape {
    std::string_view kind, ending;
    std::uint32_t share;
};
constexpr std::array<Shape, 11> shapes = {{
    {"Acute trust", " University Hospitals NHS Foundation Trust", 15},
    {"Acute trust", " Hospitals NHS Trust", 14},
    {"Acute trust", " Teaching Hospitals NHS Trust", 8},
    {"Mental health trust", " Mental Health NHS Foundation Trust", 14},
    {"Community trust", " Community Health NHS Trust", 12},
    {"Integrated care board", " Integrated Care Board", 8},
    {"GP federation", " GP Federation", 7},
    {"Hospice", " Hospice", 4},
    {"Specialist trust", " Children's Hospital NHS Foundation Trust", 4},
    {"Specialist trust", " Orthopaedic Hospital NHS Trust", 3},
    {"Ambulance trust", " Ambulance Service NHS Trust", 3},
}};

template <class List>
const auto& by_share(const List& list, Dice& dice) {
    std::uint64_t total = 0;
    for (const auto& item : list) total += item.share;
    std::uint64_t at = dice.below(total);
    for (const auto& item : list) {
        if (at < item.share) return item;
        at -= item.share;
    }
    return list[0];
}

std::string place(Dice& dice) {
    std::string made(dice.pick(place_beginnings()));
    std::string_view ending = dice.pick(place_endings());
    return dice.chance(0.25) ? made + "ley " + char(ending[0] - 'a' + 'A') +
                                   std::string(ending.substr(1))
                             : made + std::string(ending);
}

Organisation at_home(Dice& dice) {
    std::string region(by_share(regions, dice).name);
    std::string where = place(dice);
    if (region == "Wales") return {where + " University Health Board", "Health board", region};
    if (region == "Scotland") return {"NHS " + where, "Health board", region};
    if (region == "Northern Ireland")
        return {where + " Health and Social Care Trust", "Health and social care trust", region};
    const Shape& shape = by_share(shapes, dice);
    return {where + std::string(shape.ending), std::string(shape.kind), region};
}

struct Abroad {
    std::string_view country;
    std::array<Shape, 3> shapes;
};
constexpr Abroad chapters[] = {
    {"Sweden",
     {{{"University hospital", " universitetssjukhus", 2},
       {"Regional hospital", " lasarett", 3},
       {"Primary care centre", " vårdcentral", 2}}}},
    {"Norway",
     {{{"University hospital", " universitetssykehus", 2},
       {"Hospital trust", " helseforetak", 3},
       {"Municipality", " kommune", 2}}}},
    {"Netherlands",
     {{{"University hospital", " Universitair Centrum", 2},
       {"Regional hospital", " Ziekenhuis", 4},
       {"Care group", " Zorggroep", 2}}}},
    {"New Zealand",
     {{{"District hospital", " District Hospital", 3},
       {"Rural hospital", " Rural Health Centre", 2},
       {"Primary health organisation", " Primary Health", 2}}}},
    {"Australia",
     {{{"Local health district", " Local Health District", 4},
       {"Teaching hospital", " Memorial Hospital", 2},
       {"Primary health network", " Primary Care Alliance", 2}}}},
};
constexpr std::string_view northern_beginnings[] = {
    "Alv",   "Bjark", "Dalver", "Ekna",  "Fjorn", "Grenma", "Havel", "Inger",  "Kalva", "Lomma",
    "Mossa", "Norra", "Oster",  "Ravna", "Solla", "Tolva",  "Ulma",  "Varna", "Wendel", "Zevra"};
constexpr std::string_view northern_endings[] = {"by",   "vik",  "dal", "sund", "meer",
                                                 "wold", "stad", "nes", "veld", "mark"};

std::string northern_place(Dice& dice) {
    std::string made(dice.pick(northern_beginnings));
    return made.append(dice.pick(northern_endings));
}

Organisation abroad(std::string_view country, Dice& dice) {
    auto chapter = std::ranges::find(chapters, country, &Abroad::country);
    const Shape& shape = by_share(chapter->shapes, dice);
    bool is_southern = country == "New Zealand" || country == "Australia";
    std::string where = is_southern ? place(dice) : northern_place(dice);
    return {where + std::string(shape.ending), std::string(shape.kind), std::string(country)};
}

// What a role is, and the networks (besides the wider one) in which it makes a person at home.
struct Role {
    std::string_view name, home;
    std::uint32_t share;
};
constexpr Role roles[] = {
    {"CCIO", "ccio", 90},
    {"Deputy CCIO", "ccio", 70},
    {"Consultant and clinical lead for digital", "ccio", 75},
    {"Associate medical director, digital", "ccio", 30},
    {"GP and clinical digital lead", "ccio", 50},
    {"Lead pharmacist for e-prescribing", "ccio", 30},
    {"CIO", "cio", 80},
    {"Deputy CIO", "cio", 45},
    {"Director of digital", "cio", 40},
    {"Head of IT operations", "cio", 45},
    {"Chief technology officer", "cio", 25},
    {"Head of integration", "cio", 25},
    {"CNIO", "cnio", 70},
    {"Deputy CNIO", "cnio", 35},
    {"Digital nurse", "cnio", 45},
    {"Digital midwife", "cnio", 25},
    {"Chief AHP information officer", "cnio", 22},
    {"AHP digital lead", "cnio", 25},
    {"Clinical safety officer", "clinical-risk-officers", 45},
    {"Caldicott Guardian", "caldicott-guardians", 30},
    {"Head of information governance", "caldicott-guardians", 25},
    {"Head of cyber security", "cyber-security", 32},
    {"Clinical informatician", "clinical-informatics", 35},
    {"Terminology lead", "clinical-informatics", 10},
    {"Digital transformation manager", "digital-academy", 30},
    {"EPR trainer", "", 20},
    {"Information analyst", "", 28},
    {"Service desk lead", "", 14},
    {"Registrar and digital fellow", "clinical-informatics", 22},
    {"Project manager", "", 22},
    {"Patient experience lead", "", 12},
};

std::string_view plain_letters(std::string_view utf8) {
    struct Letter {
        std::string_view from, to;
    };
    static constexpr Letter letters[] = {
        {"á", "a"}, {"à", "a"}, {"ä", "a"}, {"å", "a"}, {"ā", "a"}, {"é", "e"}, {"è", "e"},
        {"ë", "e"}, {"ě", "e"}, {"ė", "e"}, {"í", "i"}, {"ì", "i"}, {"ï", "i"}, {"ó", "o"},
        {"ö", "o"}, {"ø", "o"}, {"ő", "o"}, {"ú", "u"}, {"ü", "u"}, {"ū", "u"}, {"ý", "y"},
        {"ł", "l"}, {"ń", "n"}, {"ñ", "n"}, {"ř", "r"}, {"š", "s"}, {"ś", "s"}, {"ș", "s"},
        {"ţ", "t"}, {"ž", "z"}, {"ż", "z"}, {"č", "c"}, {"ć", "c"}, {"ç", "c"}, {"ô", "o"},
        {"ê", "e"}, {"â", "a"}, {"î", "i"}, {"Á", "a"}, {"Å", "a"}, {"Ö", "o"}, {"Ø", "o"},
        {"Ł", "l"}, {"Ž", "z"}, {"Ż", "z"}, {"É", "e"}, {"ă", "a"}, {"ą", "a"}, {"ę", "e"},
        {"ź", "z"}, {"ů", "u"}, {"ı", "i"}, {"æ", "ae"}, {"Ā", "a"}, {"ī", "i"}, {"ō", "o"}};
    for (const Letter& letter : letters)
        if (letter.from == utf8) return letter.to;
    return "";
}

// "Siân O'Hara" gives "sian-ohara".
std::string handle_of(std::string_view name) {
    std::string made;
    for (std::size_t i = 0; i < name.size();) {
        unsigned char c = static_cast<unsigned char>(name[i]);
        std::size_t length = c < 0x80 ? 1 : c < 0xE0 ? 2 : 3;
        if (length > 1) made += plain_letters(name.substr(i, length));
        if (c >= 'A' && c <= 'Z') made += static_cast<char>(c - 'A' + 'a');
        if (c >= 'a' && c <= 'z') made += static_cast<char>(c);
        bool is_gap = (c == ' ' || c == '-') && !made.empty() && made.back() != '-';
        if (is_gap) made += '-';
        i += length;
    }
    return made;
}

std::string domain_of(const Organisation& organisation) {
    std::string made = handle_of(organisation.name);
    for (std::string_view ending : {"-nhs-foundation-trust", "-nhs-trust"})
        if (made.ends_with(ending)) made.resize(made.size() - ending.size());
    return made + ".example";
}

const Names& names_for(const Organisation& at, Dice& dice) {
    auto plans = network_plans();
    auto lists = all_names();
    for (const NetworkPlan& plan : plans)
        for (const Names& names : lists)
            if (plan.country == at.region && names.origin == plan.slug && dice.chance(0.85))
                return names;
    return by_share(lists, dice);
}

// Gives each person a handle and an address nobody has yet.
class Register {
public:
    void enter(Person& person, const Organisation& at) {
        std::string wanted = handle_of(person.name);
        std::size_t& times = times_[wanted];
        do {
            ++times;
            person.handle = times == 1 ? wanted : wanted + "-" + std::to_string(times);
        } while (!taken_.insert(person.handle).second);
        std::string local = person.handle;
        std::ranges::replace(local, '-', '.');
        person.email = local + "@" + domain_of(at);
    }

private:
    std::unordered_map<std::string, std::size_t> times_;
    std::unordered_set<std::string> taken_;
};

bool is_abroad(const Organisation& at) {
    return std::ranges::any_of(network_plans(),
                               [&](const NetworkPlan& plan) { return plan.country == at.region; });
}

bool belongs(const NetworkPlan& plan, const Role& role, const Organisation& at, Dice& dice) {
    if (plan.slug == "wider") return true;
    if (!plan.country.empty()) return at.region == plan.country || dice.chance(0.004);
    if (is_abroad(at)) return false;
    if (role.home == plan.slug) return true;
    bool is_clinical = role.home == "ccio" || role.home == "cnio";
    if (plan.slug == "ccio") return dice.chance(role.home == "clinical-informatics" ? 0.6 : 0.12);
    if (plan.slug == "cio") return dice.chance(role.home == "ccio" ? 0.12 : 0.07);
    if (plan.slug == "cnio") return dice.chance(0.05);
    if (plan.slug == "clinical-informatics") return dice.chance(is_clinical ? 0.14 : 0.03);
    if (plan.slug == "clinical-risk-officers") return dice.chance(is_clinical ? 0.16 : 0.04);
    if (plan.slug == "cyber-security") return dice.chance(role.home == "cio" ? 0.25 : 0.03);
    if (plan.slug == "caldicott-guardians") return dice.chance(role.home == "ccio" ? 0.08 : 0.02);
    return dice.chance(0.07);
}

Person amira(const std::vector<Organisation>& at) {
    Person person;
    person.name = "Amira Haddad";
    person.role = "CCIO";
    person.networks = {"ccio", "cio", "wider", "clinical-risk-officers", "cyber-security"};
    for (std::size_t i = 0; i < at.size(); ++i)
        if (at[i].kind == "Acute trust") {
            person.organisation = i;
            break;
        }
    person.joined_ago_s = 900 * day_s;
    return person;
}

std::string full_name(const Names& names, Dice& dice) {
    std::string name;
    do {
        name = dice.pick(names.first);
        name += ' ';
        name += dice.pick(names.last);
    } while (name == "Amira Haddad");
    return name;
}

// No midwife at an ambulance service, no registrar at a federation of practices.
bool is_found_at(const Role& role, std::string_view kind) {
    bool is_hospital = kind == "Acute trust" || kind == "Health board" ||
                       kind == "Health and social care trust" || kind.ends_with("hospital");
    bool is_primary = kind == "GP federation" || kind == "Integrated care board" ||
                      kind == "Community trust" || kind.starts_with("Primary");
    if (role.name == "Digital midwife") return is_hospital;
    if (role.name.starts_with("GP ")) return is_primary || kind == "Health board";
    if (role.name.starts_with("Registrar") || role.name.starts_with("Consultant"))
        return kind != "GP federation" && kind != "Integrated care board";
    return role.name.find("pharmacist") == std::string_view::npos || kind != "Ambulance trust";
}

const Role& role_at(const Organisation& at, Dice& dice) {
    const Role* role = &by_share(roles, dice);
    while (!is_found_at(*role, at.kind)) role = &by_share(roles, dice);
    return *role;
}

Person person(const std::vector<Organisation>& at, Dice& dice) {
    Person made;
    made.organisation = dice.below(at.size());
    const Organisation& workplace = at[made.organisation];
    made.name = full_name(names_for(workplace, dice), dice);
    const Role& role = role_at(workplace, dice);
    made.role = role.name;
    for (const NetworkPlan& plan : network_plans())
        if (belongs(plan, role, workplace, dice)) made.networks.emplace_back(plan.slug);
    double u = dice.unit();
    made.joined_ago_s = 2 * day_s + static_cast<std::int64_t>(u * 1300 * day_s);
    return made;
}

}  // namespace

std::vector<Organisation> organisations(std::size_t members, Dice dice) {
    constexpr std::size_t members_each = 13;
    std::size_t wanted = std::max<std::size_t>(12, members / members_each);
    std::vector<Organisation> made;
    std::unordered_set<std::string> names;
    auto plans = network_plans();
    while (made.size() < wanted && names.size() < 20000) {
        const NetworkPlan& plan = plans[dice.below(plans.size())];
        bool is_abroad = !plan.country.empty() && dice.chance(0.28);
        Organisation next = is_abroad ? abroad(plan.country, dice) : at_home(dice);
        if (made.empty())
            next = {"Harbourne University Hospitals NHS Foundation Trust", "Acute trust",
                    "Midlands"};
        if (names.insert(next.name).second) made.push_back(std::move(next));
    }
    return made;
}

std::vector<Person> people(std::size_t count, const std::vector<Organisation>& at, Dice dice) {
    std::vector<Person> made;
    made.reserve(count);
    Register entries;
    for (std::size_t i = 0; i < count; ++i) {
        made.push_back(i == 0 ? amira(at) : person(at, dice));
        entries.enter(made.back(), at[made.back().organisation]);
    }
    return made;
}

void Circle::add(std::size_t person, std::uint32_t eagerness) {
    std::uint64_t before = eagerness_to_.empty() ? 0 : eagerness_to_.back();
    members_.push_back(person);
    eagerness_to_.push_back(before + eagerness);
}

std::size_t Circle::writer(Dice& dice) const {
    std::uint64_t total = eagerness_to_.back();
    if (total == 0) return members_[dice.below(members_.size())];
    std::uint64_t at = dice.below(total);
    auto found = std::ranges::upper_bound(eagerness_to_, at);
    return members_[static_cast<std::size_t>(found - eagerness_to_.begin())];
}

std::size_t Circle::reader(Dice& dice) const {
    return dice.chance(0.5) ? writer(dice) : members_[dice.below(members_.size())];
}

std::vector<Circle> circles(const std::vector<Person>& people, Dice dice) {
    auto plans = network_plans();
    std::unordered_map<std::string_view, std::size_t> place;
    for (std::size_t i = 0; i < plans.size(); ++i) place[plans[i].slug] = i;
    std::vector<Circle> made(plans.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        double u = dice.unit();
        std::uint32_t eagerness = u < 0.09 ? 40 : u < 0.40 ? 4 : u < 0.62 ? 1 : 0;
        if (i == 0) eagerness = 40;
        for (const std::string& slug : people[i].networks)
            made[place.at(slug)].add(i, eagerness);
    }
    return made;
}

}  // namespace demo
