#include "features/linter/combination_words.h"

#include "features/linter/places.h"
#include "features/linter/tokens.h"

#include <algorithm>

namespace linter {

namespace {

// Each line is one role: its label, then what else it is called.
constexpr std::string_view role_lines[] = {
    "CCIO|chief clinical information officer|chief clinical info officer|clinical CIO|chief "
    "clinical informatics officer|clinical chief "
    "information officer|chief clinical information and informatics officer",
    "deputy CCIO|deputy chief clinical information officer|associate CCIO|associate chief clinical "
    "information officer|deputy chief clinical informatics officer",
    "CIO|chief information officer|chief informatics officer",
    "deputy CIO|deputy chief information officer",
    "CNIO|chief nursing information officer|chief nurse information officer|chief nursing "
    "informatics officer|chief nurse informatics officer|chief nursing and midwifery information "
    "officer",
    "deputy CNIO|deputy chief nursing information officer",
    "CMIO|chief medical information officer|chief medical informatics officer",
    "CDIO|chief digital and information officer|chief digital information officer|chief digital & "
    "information officer",
    "chief digital officer|chief digital and technology officer|CDO",
    "CTO|chief technology officer|chief technical officer",
    "chief data officer|chief data and analytics officer|chief analytics officer",
    "CPIO|chief pharmacy information officer|chief pharmaceutical information officer",
    "AHP lead|allied health professions lead|allied health professional lead|lead AHP|chief "
    "AHP|AHP director|director of AHPs|director of allied health professions|chief allied health "
    "professional",
    "chief AHP information officer|chief allied health professions information officer|CAHPIO",
    "chief midwifery information officer|digital midwife|lead digital midwife",
    "head of cyber security|head of infosec|infosec lead|head of cybersecurity|cybersecurity "
    "lead|CISO|chief information security officer|cyber security lead|head of "
    "cyber|cyber lead|head of information security",
    "Caldicott Guardian|Caldicott lead",
    "SIRO|senior information risk owner",
    "data protection officer|DPO",
    "clinical safety officer|digital clinical safety officer|CSO|clinical safety lead",
    "medical director|chief medical officer|CMO|executive medical director",
    "deputy medical director|associate medical director|assistant medical director",
    "chief nurse|chief nursing officer|director of nursing|nursing director|nurse "
    "director|CNO|executive nurse|executive director of nursing|chief nurse and director of "
    "nursing",
    "deputy chief nurse|deputy director of nursing|associate chief nurse",
    "chief executive|chief executive officer|CEO|chief exec",
    "chief operating officer|COO|director of operations|director of ops|ops director",
    "finance director|director of finance|chief finance officer|chief financial officer|CFO",
    "chief pharmacist|director of pharmacy",
    "director of digital|digital director|director of digital services|director of "
    "informatics|informatics director|director of IT|IT director|director of digital "
    "transformation|director of ICT|digital transformation director|director of "
    "information|director of technology",
    "head of IT|head of ICT|head of technology|head of digital|IT manager|head of informatics|head "
    "of digital "
    "services|head of digital transformation",
    "director of midwifery|head of midwifery",
    "head of information governance|head of IG|IG manager|information governance lead|information "
    "governance manager|IG "
    "lead",
    "EPR programme director|EPR lead|EPR programme manager|EPR director",
    "digital nurse lead|lead digital nurse|digital lead nurse|digital nurse|nurse "
    "informatician|nurse informatics lead|nursing informatics lead|lead nurse for digital",
    "clinical director",
    "chief scientific officer|chief scientist",
    "director of strategy|strategy director|chief strategy officer",
    "chief people officer|CPO|director of workforce|HR director|director of HR",
    "director of transformation|transformation director|chief transformation officer",
    "patient safety specialist|patient safety lead|patient safety director|head of patient "
    "safety|director of patient safety",
    "chief paramedic|director of paramedicine",
    "public health director|director of public health",
    "non-executive director|NED",
    "digital pharmacist|lead digital pharmacist|EPMA pharmacist|EPMA lead",
    "trust secretary|company secretary|board secretary",
};

struct KindLine {
    std::uint32_t kinds;
    std::string_view label;
    std::string_view phrases;  // that say it alone
    std::string_view bare;     // that need "trust" or a role behind them
};
constexpr KindLine kind_lines[] = {
    {kinds::ambulance, "ambulance trust",
     "ambulance trust|ambulance service|ambulance services|ambulance provider|ambulance "
     "organisation|ambulance sector|ambo trust|ambo service|ambulance NHS trust",
     "ambulance|ambulances|ambo|ambos"},
    {kinds::mental_health, "mental health trust",
     "mental health trust|mental health provider|mental health foundation trust|mental health "
     "hospital|psychiatric hospital|mental health organisation|mental health sector|MH trust|MH "
     "provider|MH foundation trust|MH FT",
     "mental health|psychiatric|MH|psychiatry"},
    {kinds::community, "community trust",
     "community trust|community provider|community health trust|community hospital|community "
     "services trust|community healthcare trust|community services provider",
     "community|community health"},
    {kinds::children, "children's hospital",
     "children's hospital|childrens hospital|children's trust|paediatric hospital|paediatric "
     "trust|children's provider|paeds trust|paeds hospital|kids' hospital|kids hospital|pediatric "
     "hospital|peds hospital",
     "children's|paediatric|paediatrics|paeds|kids"},
    {kinds::acute, "acute trust",
     "acute trust|acute hospital|acute provider|teaching hospital|teaching trust|acute teaching "
     "trust|acute teaching hospital|district general|district general hospital|DGH|university "
     "hospital|acute sector|general hospital",
     "acute|acutes|teaching|district general"},
    {kinds::specialist, "specialist trust",
     "specialist trust|specialist hospital|specialist provider|cancer centre|cancer "
     "hospital|cancer trust|eye hospital|orthopaedic hospital|orthopaedic trust|heart "
     "hospital|heart and chest hospital|women's hospital|maternity hospital|neurological "
     "hospital|tertiary centre|specialist centre|neuroscience centre|cardiothoracic "
     "centre|cardiothoracic hospital|burns hospital",
     "specialist|orthopaedic|tertiary|ortho|cancer|cardiac"},
    {kinds::care_board, "integrated care board",
     "integrated care board|ICB|integrated care system|ICS|commissioner", ""},
    {kinds::health_board, "health board", "health board|local health board|university health board",
     ""},
    {kinds::primary_care, "general practice",
     "general practice|GP practice|GP surgery|GP federation|primary care network|PCN|primary care "
     "provider",
     "primary care"},
    {kinds::hospice, "hospice", "hospice", ""},
};

// Said of whoever stands out; `sole` ones weigh even where more would fit.
constexpr std::string_view sole_phrases[] = {"the only", "the one",    "the sole", "only one",
                                             "our only", "the single", "its only"};
constexpr std::string_view standing_phrases[] = {
    "the first",  "the largest", "the biggest",        "the smallest",      "the oldest",
    "the newest", "the last",    "the busiest",        "the youngest",      "largest",
    "smallest",   "biggest",     "the most northerly", "the most southerly"};

std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> parts;
    while (!line.empty()) {
        const auto end = std::min(line.find('|'), line.size());
        parts.emplace_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return parts;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

std::string joined(std::string_view text) {  // "north east and yorkshire", with a space around
    std::string out = " ";
    for (const std::string& word : spelled(text)) out += word + " ";
    return out;
}

}  // namespace

namespace {

// The word by which a town is known in longer names: Manchester of Greater Manchester.
std::string town_word(std::string_view town) {
    const auto parts = spelled(town);
    std::string area;
    for (const std::string& part : parts) area += part;
    if (std::ranges::find(area_words(), area, &AreaWords::area) != area_words().end()) return area;
    constexpr std::string_view fronts = " greater great isle high st tower south ";
    const bool is_front = contains(fronts, " " + parts.front() + " ");
    return is_front ? parts.back() : parts.front();
}

}  // namespace

CombinationWords::CombinationWords(Words& words) {
    add_roles(words);
    add_kinds(words);
    add_places(words);
    for (const std::string_view phrase : sole_phrases) {
        add(phrase,
            {.aspect = Aspect::standing,
             .label = "\"" + std::string(phrase) + "\"",
             .is_sole = true},
            words);
    }
    for (const std::string_view phrase : standing_phrases) {
        add(phrase, {.aspect = Aspect::standing, .label = "\"" + std::string(phrase) + "\""},
            words);
    }
}

void CombinationWords::add(std::string_view phrase, Saying saying, Words& words) {
    std::vector<WordId> ids;
    for (const std::string& word : spelled(phrase)) ids.push_back(words.intern(word));
    phrases_.add(ids, static_cast<std::uint32_t>(sayings_.size()));
    sayings_.push_back(std::move(saying));
}

// One, and several: CCIOs, medical directors.
void CombinationWords::add_many(std::string_view phrase, Saying saying, Words& words) {
    add(phrase, saying, words);
    saying.is_many = true;
    std::string many(phrase);
    if (many.ends_with('y'))
        many.replace(many.size() - 1, 1, "ies");
    else
        many += "s";
    add(many, saying, words);
    const auto of = phrase.find(" of ");
    if (of == phrase.npos) return;
    many = std::string(phrase.substr(0, of)) + "s" + std::string(phrase.substr(of));
    add(many, std::move(saying), words);
}

void CombinationWords::add_roles(Words& words) {
    for (const std::string_view line : role_lines) {
        const auto names = split(line);
        for (const std::string& name : names) {
            add_many(name,
                     {.aspect = Aspect::role,
                      .value = static_cast<std::uint32_t>(roles_),
                      .label = "role " + names.front()},
                     words);
        }
        ++roles_;
    }
}

void CombinationWords::add_kinds(Words& words) {
    for (const KindLine& line : kind_lines) {
        Saying saying{
            .aspect = Aspect::kind, .value = line.kinds, .label = std::string(line.label)};
        for (const std::string& phrase : split(line.phrases)) add_many(phrase, saying, words);
        saying.needs_body = true;
        for (const std::string& phrase : split(line.bare)) add(phrase, saying, words);
    }
}

void CombinationWords::add_places(Words& words) {
    for (const RegionWords& region : region_words()) {
        for (const std::string& phrase : split(region.phrases)) {
            const bool is_low = std::islower(static_cast<unsigned char>(phrase[0])) != 0;
            add(phrase,
                {.aspect = Aspect::region,
                 .value = region.regions,
                 .label = std::string(region.label),
                 .needs_capitals = !is_low},
                words);
        }
    }
    for (const TownWords& towns : town_words()) {
        for (const std::string& name : split(towns.names)) {
            const auto same = std::min(name.find('='), name.size());  // Herts=Hertfordshire
            const WordId town = words.intern(
                town_word(same == name.size() ? name : name.substr(same + 1)));
            towns_.push_back(town);
            add(name.substr(0, same),
                {.aspect = Aspect::town,
                 .value = towns.regions,
                 .label = name.substr(0, same),
                 .town = town,
                 .needs_capitals = std::isupper(static_cast<unsigned char>(name[0])) != 0},
                words);
        }
    }
}

int CombinationWords::role_of(std::string_view role, Words& words) {
    const auto parts = spelled(role);
    if (parts.empty()) return -1;
    std::optional<std::uint32_t> found;
    std::size_t longest = 0;
    for (std::size_t first = 0; first < parts.size(); ++first) {
        Phrases::Node node = Phrases::root;
        for (std::size_t i = first; i < parts.size(); ++i) {
            const auto next = phrases_.step(node, words.find(parts[i]));
            if (!next) break;
            node = *next;
            const auto value = phrases_.value(node);
            if (!value || sayings_[*value].aspect != Aspect::role || i + 1 - first <= longest)
                continue;
            found = sayings_[*value].value;
            longest = i + 1 - first;
        }
    }
    if (found) return static_cast<int>(*found);
    if (parts.size() < 2) return -1;
    add_many(role,
             {.aspect = Aspect::role,
              .value = static_cast<std::uint32_t>(roles_),
              .label = "role " + std::string(role)},
             words);
    return roles_++;
}

std::uint32_t CombinationWords::kinds_of(std::string_view organisation,
                                         std::string_view kind) const {
    const std::uint32_t listed = kind.empty() ? 0 : kinds_of(kind, "");
    const std::string all = joined(organisation);
    const auto has = [&](std::string_view part) { return contains(all, part); };
    std::uint32_t found = 0;
    if (has(" ambulance ")) found |= kinds::ambulance;
    if (has(" mental ") || has(" psychiatric ") ||
        (has(" partnership ") && !has(" hospital") && !has("board")))
        found |= kinds::mental_health;
    if (has(" community ") && !has(" community interest ")) found |= kinds::community;
    if (has(" childrens ") || has(" children ") || has(" paediatric ")) found |= kinds::children;
    if (has(" specialist ") || has(" orthopaedic ") || has(" eye ") || has(" heart ") ||
        has(" cancer ") || has(" womens ") || has(" walton ") || has(" christie ") ||
        has(" marsden ") || has(" papworth ") || has(" moorfields ") || has(" clatterbridge ")) {
        found |= kinds::specialist;
    }
    if (has(" integrated care ") || has(" icb ") || has(" icb")) found |= kinds::care_board;
    if (has(" health board ") || has(" university health board ")) found |= kinds::health_board;
    if (has(" hospice ")) found |= kinds::hospice;
    if (has(" practice ") || has(" surgery ") || has(" primary care ") || has(" medical centre ") ||
        has(" federation "))
        found |= kinds::primary_care;
    const bool is_acute = has(" acute ") || has(" teaching ") ||
                          (has(" hospital") &&
                           (found & (kinds::children | kinds::specialist | kinds::community |
                                     kinds::mental_health)) == 0);
    if (is_acute || (found == 0 && has(" trust "))) found |= kinds::acute;
    // What the list says holds; children's hospitals are so by their name as well.
    return listed != 0 ? listed | (found & kinds::children) : found;
}

std::vector<WordId> CombinationWords::towns_of(std::string_view organisation,
                                               const Words& words) const {
    std::vector<WordId> found;
    for (const std::string& part : spelled(organisation)) {
        for (const WordId town : towns_) {
            constexpr std::size_t county_letters_min = 6;
            const std::string_view name = words.spelling(town);
            const bool is_county = name.size() >= county_letters_min && part.starts_with(name);
            if (part == name || is_county) found.push_back(town);
        }
        for (const AreaWords& area : area_words()) {
            if (contains(area.words, " " + part + " ")) found.push_back(words.find(area.area));
        }
    }
    return found;
}

std::uint32_t CombinationWords::regions_of(std::string_view text, const Words& words) const {
    const auto parts = spelled(text);
    if (parts.empty()) return 0;
    for (std::size_t first = 0; first < parts.size(); ++first) {
        Phrases::Node node = Phrases::root;
        std::uint32_t found = 0;
        for (std::size_t i = first; i < parts.size(); ++i) {
            const auto next = phrases_.step(node, words.find(parts[i]));
            if (!next) break;
            node = *next;
            const auto value = phrases_.value(node);
            if (!value) continue;
            const Saying& saying = sayings_[*value];
            if (saying.aspect == Aspect::region || saying.aspect == Aspect::town)
                found = saying.value;
        }
        if (found != 0) return found;
    }
    return 0;
}

}  // namespace linter
