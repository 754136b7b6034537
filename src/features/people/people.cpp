#include "features/people/people.h"

#include "features/people/facts.h"
#include "features/people/index.h"
#include "features/people/policy.h"
#include "features/people/store.h"
#include "platform/base/text.h"
#include "platform/identity/store.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <span>
#include <unordered_map>
#include <unordered_set>

namespace people {

using base::Result;

namespace {

constexpr std::array<std::string_view, 3> see_codes = {"me", "networks", "members"};
constexpr int interest = 1, system = 2;  // kinds of tags
constexpr std::size_t common_max = 10;    // of organisations, roles and interests

store::Reader reader_of(const record::Floor& floor) {
    return {floor.actor.id(), floor.actor.audiences()};
}

// What stands in the line, and what this reader sees besides.
std::vector<Entry> entries_of(const record::Floor& floor, std::vector<Line> lines) {
    store::List ids;
    for (const Line& line : lines) ids.push_back(line.id.value);
    std::vector<Entry> entries;
    for (Line& line : lines) entries.push_back({.line = std::move(line), .tags = {}});
    const auto entry_of = [&](PersonId person) -> Entry& {
        return *std::ranges::find_if(entries,
                                     [&](const Entry& one) { return one.line.id == person; });
    };
    for (auto& row : store::tags_of(floor.tx, ids)) {
        Entry& entry = entry_of(row.person);
        const bool is_seen = row.kind == interest ? entry.line.sees_interests
                                                  : entry.line.sees_systems;
        if (!is_seen) continue;
        auto& tags = row.kind == interest ? entry.tags.interests : entry.tags.systems;
        tags.push_back(std::move(row.tag));
    }
    const auto all = networks::Networks(floor).all();
    for (const auto& row : store::belongings_of(floor.tx, ids)) {
        const auto network = std::ranges::find(all, row.audience, &networks::Network::audience);
        Entry& entry = entry_of(row.person);
        if (network != all.end() && entry.line.sees_networks) entry.networks.push_back(*network);
    }
    return entries;
}

Filter filter_of(const record::Floor& floor, const Wish& wish) {
    Filter filter;
    filter.region = wish.region;
    filter.organisation = wish.organisation;
    filter.role = wish.role;
    filter.tag = base::fold(wish.tag);
    filter.mentors = wish.open_to == "mentoring";
    filter.receives = wish.open_to == "visits";
    for (const auto& network : networks::Networks(floor).all()) {
        if (network.slug == wish.network) filter.audience = network.audience.value;
    }
    return filter;
}

// Of people already found, as their lines show them: `of` gives "" where that is not seen.
template <class Of>
std::vector<Counted> counted(const std::vector<Line>& lines, Of&& of) {
    std::map<std::string, std::int64_t> people;
    for (const Line& line : lines) ++people[of(line)];
    std::vector<Counted> counts;
    for (const auto& [code, count] : people) counts.push_back({code, count});
    return counts;
}

template <class Sees>
store::List those_who_show(const std::vector<Line>& lines, Sees&& sees) {
    store::List persons;
    for (const Line& line : lines) {
        if (sees(line)) persons.push_back(line.id.value);
    }
    return persons;
}

Counts counts_of(sql::Tx& tx, const std::vector<Line>& lines) {
    return {
        .regions = counted(lines, std::mem_fn(&Line::region)),
        .audiences = store::audiences_of(
            tx, those_who_show(lines, std::mem_fn(&Line::sees_networks))),
        .organisations = counted(lines, std::mem_fn(&Line::organisation)),
        .roles = counted(lines, std::mem_fn(&Line::role)),
        .interests = store::interests_of(
            tx, those_who_show(lines, std::mem_fn(&Line::sees_interests)))};
}

// How many of those found are in each network and each region, and so on, in words.
Facets facets_of(const record::Floor& floor, const std::vector<Counts>& parts) {
    const Counts counts = sum(parts);
    const auto common = [](const std::vector<Counted>& some) {
        return std::span(some).first(std::min(some.size(), common_max));
    };
    Facets facets;
    const auto all = networks::Networks(floor).all();
    for (const auto& one : counts.audiences) {
        for (const auto& network : all) {
            if (std::to_string(network.audience.value) != one.code) continue;
            facets.networks.push_back({network.slug, network.short_name, one.people});
        }
    }
    for (const auto& one : counts.regions) {
        facets.total += one.people;
        if (one.code.empty()) continue;
        facets.regions.push_back({one.code, organisations::region_name(one.code), one.people});
    }
    for (const auto& one : common(counts.organisations)) {
        facets.organisations.push_back(
            {one.code, organisations::display_name(one.code), one.people});
    }
    for (const auto& one : common(counts.roles)) {
        facets.roles.push_back({one.code, one.code, one.people});
    }
    for (const auto& one : common(counts.interests)) {
        facets.interests.push_back({one.code, one.code, one.people});
    }
    return facets;
}

// By the best of the parts that this reader sees: what is hidden moves nobody up.
void best_first(std::vector<Line>& lines, const std::vector<Match>& matches) {
    const auto sees = [](const Line& line, Part part) {
        switch (part) {
            case Part::name: return true;
            case Part::work: return line.sees_work;
            case Part::interests: return line.sees_interests;
            case Part::systems: return line.sees_systems;
        }
        return false;
    };
    std::unordered_map<std::int64_t, std::size_t> places;  // of each line in its list of matches
    for (const Line& line : lines) places.emplace(line.id.value, matches.size());
    std::unordered_map<std::int64_t, const Line*> by_id;
    for (const Line& line : lines) by_id.emplace(line.id.value, &line);
    for (std::size_t at = 0; at < matches.size(); ++at) {
        const auto line = by_id.find(matches[at].person.value);
        if (line == by_id.end() || !sees(*line->second, matches[at].part)) continue;
        auto& place = places.at(line->first);
        place = std::min(place, at);
    }
    by_id.clear();
    std::ranges::stable_sort(lines, {}, [&](const Line& line) { return places.at(line.id.value); });
}

Found found_of(const record::Floor& floor, std::vector<Line> lines, std::size_t shown,
               const Facets& facets) {
    Found found;
    found.is_more = lines.size() > shown;
    if (found.is_more) lines.resize(shown);
    found.entries = entries_of(floor, std::move(lines));
    found.total = facets.total;
    found.is_least = facets.is_least;
    found.networks = facets.networks;
    found.regions = facets.regions;
    found.organisations = facets.organisations;
    found.roles = facets.roles;
    found.interests = facets.interests;
    return found;
}

// Whom a reader sees changes with their audiences too, of which the directory hears later. All who
// are in the same audiences see the same, but for what the choosy among them see of themselves.
std::string asking(const record::Floor& floor, const Filter& filter, const View& view) {
    const PersonId me = floor.actor.id();
    std::string key = view.is_open(me) ? std::string("all") : std::to_string(me.value);
    for (const auto audience : floor.actor.audiences()) key += ' ' + std::to_string(audience);
    for (const auto& part : {std::to_string(filter.audience), filter.region, filter.tag,
                             filter.organisation, filter.role}) {
        key += ' ' + std::to_string(part.size()) + ':' + part;
    }
    return key + (filter.mentors ? " mentors" : "") + (filter.receives ? " receives" : "");
}

std::shared_ptr<const Facets> facets_of(const record::Floor& floor, const Filter& filter,
                                        const View& view, Index& index) {
    const auto key = asking(floor, filter, view);
    const auto version = store::version(floor.tx).version;
    if (auto kept = index.facets().find(key, version)) return kept;
    auto choosy = view.choosy(filter, choosy_max + 1);
    const bool is_least = choosy.size() > choosy_max;
    if (is_least) choosy.pop_back();
    const auto reader = reader_of(floor);
    auto facets = facets_of(floor, {view.count_open(filter),
                                    store::count_choosy(floor.tx, reader, filter, choosy)});
    facets.is_least = is_least;
    auto made = std::make_shared<const Facets>(std::move(facets));
    index.facets().keep(key, version, made);
    return made;
}

// Names come from memory in their order; who is seen, and what is asked for, the database decides.
std::vector<Line> lines_of(const record::Floor& floor, const Filter& filter, const View& view,
                           PersonId after) {
    const auto reader = reader_of(floor);
    std::optional<View::Named> place = View::Named{};
    if (after) {
        const auto line = store::find(floor.tx, reader, after);
        if (!line) return {};
        place = {line->name, line->id.value};
    }
    std::vector<Line> lines;
    while (place && lines.size() <= people_a_page) {
        const auto next = view.next(filter, *place, people_a_page + 1);
        if (next.persons.empty()) break;
        auto some = store::lines(floor.tx, reader, filter, next.persons);
        std::ranges::sort(some, {}, [](const Line& line) { return std::pair(line.name, line.id); });
        std::ranges::move(some, std::back_inserter(lines));
        place = next.last;
    }
    if (lines.size() > people_a_page + 1) lines.resize(people_a_page + 1);
    return lines;
}

std::vector<PersonId> persons_of(const std::vector<Match>& matches) {
    std::vector<PersonId> persons;
    std::unordered_set<std::int64_t> known;
    for (const Match& match : matches) {
        if (known.insert(match.person.value).second) persons.push_back(match.person);
    }
    return persons;
}

// Of the choosy each is asked for, by the parts that they were found by; of the open ones, of whom
// every reader sees everything, those that are shown.
Found found_by_words(const record::Floor& floor, const Wish& wish, Index& index) {
    const auto view = index.at(floor.tx);
    const auto reader = reader_of(floor);
    const auto filter = filter_of(floor, wish);
    const auto matches = view.find(wish.words);
    const auto open = view.open(filter, persons_of(matches));
    store::Matched choosy;
    for (const Match& match : matches) {
        if (view.is_open(match.person)) continue;
        auto& list = match.part == Part::name        ? choosy.by_name
                     : match.part == Part::work      ? choosy.by_work
                     : match.part == Part::interests ? choosy.by_interests
                                                     : choosy.by_systems;
        list.push_back(match.person.value);
    }
    auto lines = store::lines_matched(floor.tx, reader, filter, choosy, matches_max);
    const auto facets = facets_of(floor, {open.counts, counts_of(floor.tx, lines)});
    store::List best;
    for (const PersonId person : open.persons) {
        if (best.size() <= found_max) best.push_back(person.value);
    }
    for (auto& line : store::lines_of(floor.tx, reader, best)) lines.push_back(std::move(line));
    std::ranges::stable_sort(lines, {}, &Line::name);
    best_first(lines, matches);
    auto found = found_of(floor, std::move(lines), found_max, facets);
    found.is_cut = matches.size() >= matches_max;
    return found;
}

}  // namespace

People::People(const record::Floor& floor) : floor_(floor) {
    const bool is_worker = floor.actor.kind() == identity::Actor::Kind::worker;
    if (!is_worker && !membership::Roll(floor).is_member()) throw base::NotFound();
}

Found People::find(const Wish& wish, Index& index) const {
    if (!wish.words.empty()) return found_by_words(floor_, wish, index);
    const auto view = index.at(floor_.tx);
    const auto filter = filter_of(floor_, wish);
    return found_of(floor_, lines_of(floor_, filter, view, wish.after), people_a_page,
                    *facets_of(floor_, filter, view, index));
}

Entry People::person(PersonId id) const {
    auto line = store::find(floor_.tx, reader_of(floor_), id);
    if (!line) throw base::NotFound();
    Entry entry = entries_of(floor_, {*std::move(line)}).front();
    if (entry.line.sees_about) entry.about = store::about(floor_.tx, id);
    return entry;
}

std::optional<PersonId> People::merged_into(PersonId id) const {
    const auto row = identity::store::find_person(floor_.tx, id);
    if (!row || !row->merged_into) return std::nullopt;
    return person(*row->merged_into).line.id;
}

// ---- one's own ----

Profile People::profile() const {
    const auto row =
        store::find_profile(floor_.tx, floor_.actor.id()).value_or(store::ProfileRow{});
    Profile profile{.about = row.about,
                    .mentors = row.mentors,
                    .receives = row.receives,
                    .name = row.name,
                    .work = row.work,
                    .networks = row.networks,
                    .about_seen = row.about_seen,
                    .interests_seen = row.interests_seen,
                    .systems_seen = row.systems_seen,
                    .tags = {}};
    for (auto& tag : store::tags_of(floor_.tx, {floor_.actor.id().value})) {
        auto& tags = tag.kind == interest ? profile.tags.interests : profile.tags.systems;
        tags.push_back(std::move(tag.tag));
    }
    return profile;
}

Result<PersonId> People::save(const ProfileDraft& draft) {
    if (auto refusal = may_save(floor_.actor, draft)) return std::unexpected(*refusal);
    const auto me = floor_.actor.id();
    store::keep_profile(floor_.tx, me,
                        {.about = draft.about,
                         .mentors = draft.mentors == "yes",
                         .receives = draft.receives == "yes",
                         .name = *see_of(draft.see_name),
                         .work = *see_of(draft.see_work),
                         .networks = *see_of(draft.see_networks),
                         .about_seen = *see_of(draft.see_about),
                         .interests_seen = *see_of(draft.see_interests),
                         .systems_seen = *see_of(draft.see_systems)});
    identity::store::show_role_line(
        floor_.tx, me, static_cast<identity::store::RoleSeen>(*see_of(draft.see_work)));
    store::keep_tags(floor_.tx, me, interest, tags_in(draft.interests));
    store::keep_tags(floor_.tx, me, system, tags_in(draft.systems));
    store::note_change(floor_.tx, me);
    floor_.record().add(ProfileSaved{me});
    return me;
}

// ---- introductions ----

std::vector<Introduction> People::introductions() const {
    return store::introductions_of(floor_.tx, floor_.actor.id());
}

Introduction People::introduction(IntroductionId id) const {
    auto found = store::find_introduction(floor_.tx, id);
    const auto me = floor_.actor.id();
    if (!found || (found->asker != me && found->asked != me)) throw base::NotFound();
    return *std::move(found);
}

std::string People::address(const Introduction& introduction) const {
    if (!introduction.is_yes) return {};
    const bool is_mine = introduction.asker == floor_.actor.id();
    const auto other = identity::store::find_person(
        floor_.tx, is_mine ? introduction.asked : introduction.asker);
    return other ? other->email : std::string();
}

Result<IntroductionId> People::ask(const Entry& entry, const IntroductionDraft& draft) {
    const auto me = floor_.actor.id();
    const Asked asked{.today = store::asked_since(floor_.tx, me, floor_.now - base::hours(24)),
                      .waits = store::waits(floor_.tx, me, entry.line.id),
                      .was_refused = store::refused_since(floor_.tx, me, entry.line.id,
                                                          floor_.now - rest_after_no)};
    if (auto refusal = may_ask(floor_.actor, entry.line, draft, asked)) {
        return std::unexpected(*refusal);
    }
    const auto id = store::add_introduction(floor_.tx, me, entry.line.id, draft.words, floor_.now);
    floor_.record().add(IntroductionAsked{id});
    return id;
}

Result<IntroductionId> People::answer(const Introduction& introduction, bool is_yes) {
    if (auto refusal = may_answer(floor_.actor, introduction)) return std::unexpected(*refusal);
    store::answer_introduction(floor_.tx, introduction.id, is_yes, floor_.now);
    floor_.record().add(IntroductionAnswered{introduction.id});
    return introduction.id;
}

// ---- words ----

std::string path_to(PersonId id) {
    return "/people/" + std::to_string(id.value);
}

std::optional<See> see_of(std::string_view code) {
    const auto found = std::ranges::find(see_codes, code);
    if (found == see_codes.end()) return std::nullopt;
    return static_cast<See>(found - see_codes.begin() + 1);
}

std::string_view code_of(See see) {
    return see_codes[static_cast<std::size_t>(see) - 1];
}

std::vector<std::string> tags_in(std::string_view text) {
    std::vector<std::string> tags;
    std::vector<std::string> known;  // folded
    std::size_t at = 0;
    while (at <= text.size()) {
        const auto end = std::min(text.find_first_of(",\n", at), text.size());
        std::string tag = base::one_line(text.substr(at, end - at));
        std::string folded = base::fold(tag);
        if (!folded.empty() && std::ranges::find(known, folded) == known.end()) {
            known.push_back(std::move(folded));
            tags.push_back(std::move(tag));
        }
        at = end + 1;
    }
    return tags;
}

}  // namespace people
