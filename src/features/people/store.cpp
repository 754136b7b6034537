#include "features/people/store.h"

#include "platform/base/text.h"
#include "platform/identity/store.h"

#include <algorithm>

namespace people::store {

namespace {

using sql::Nothing;
using sql::Query;

// $1 the reader's audiences, $2 the reader. Whether they see a part of l's person, who chose for it
// pr.see_…; without a profile all members see it.
std::string sees(const std::string& part) {
    const std::string see = "coalesce(pr.see_" + part + ", 3)";
    return "(" + see + " = 3 OR l.person_id = $2 OR (" + see +
           " = 2 AND EXISTS (SELECT 1 FROM audience_members s WHERE s.person_id = l.person_id AND "
           "s.audience_id IN ($1))))";
}

std::string visible_people(const std::string& of = "") {
    return R"(
      FROM listings l
      JOIN persons p ON p.id = l.person_id
      LEFT JOIN profiles pr ON pr.person_id = p.id)" + of + R"(
     WHERE )" + sees("name");
}
// Of these alone: said of their profiles too, or PostgreSQL reads everybody's for a few.
const std::string these = visible_people(" AND pr.person_id IN ($10)");
// Of those alone who show not everything to all members; without their names, which no count needs.
const std::string visible_choosy = R"(
      FROM profiles pr
      JOIN listings l ON l.person_id = pr.person_id
     WHERE pr.is_choosy = 1 AND )" + sees("name");

std::string flag(const std::string& part) {
    return "CASE WHEN " + sees(part) + " THEN 1 ELSE 0 END";
}

const std::string line_columns = "SELECT p.id, p.name, CASE WHEN " + sees("work") +
                                 " THEN p.role_line ELSE '' END, CASE WHEN " + sees("work") +
                                 " THEN l.region ELSE '' END, CASE WHEN " + sees("work") +
                                 " THEN l.organisation ELSE '' END, CASE WHEN " + sees("work") +
                                 " THEN l.role ELSE '' END, CASE WHEN " + sees("about") +
                                 " THEN coalesce(pr.mentors, 0) ELSE 0 END, CASE WHEN " +
                                 sees("about") + " THEN coalesce(pr.receives, 0) ELSE 0 END, " +
                                 flag("work") + ", " + flag("networks") + ", " + flag("about") +
                                 ", " + flag("interests") + ", " + flag("systems");

// $3 region, $4 audience, $5 tag, $6 mentors, $7 receives, $8 organisation, $9 role.
const std::string filtered = R"(
       AND ($3 = '' OR (l.region = $3 AND )" +
                             sees("work") + R"())
       AND ($4 = 0 OR ()" + sees("networks") +
                             R"( AND EXISTS
            (SELECT 1 FROM audience_members f
              WHERE f.person_id = l.person_id AND f.audience_id = $4)))
       AND ($5 = '' OR EXISTS
            (SELECT 1 FROM profile_tags t
              WHERE t.person_id = l.person_id AND t.folded = $5
                AND ((t.kind = 1 AND )" +
                             sees("interests") + R"()
                     OR (t.kind = 2 AND )" +
                             sees("systems") + R"())))
       AND ($6 = 0 OR (pr.mentors = 1 AND )" +
                             sees("about") + R"())
       AND ($7 = 0 OR (pr.receives = 1 AND )" +
                             sees("about") + R"())
       AND ($8 = '' OR (l.organisation = $8 AND )" +
                             sees("work") + R"())
       AND ($9 = '' OR (l.role = $9 AND )" +
                             sees("work") + "))";
// And of those whom the index found, $10, only who was found by a part that the reader sees: $11 by
// name, $12 work, $13 interests, $14 systems.
const std::string found = filtered + R"(
       AND p.id IN ($10)
       AND (p.id IN ($11) OR (p.id IN ($12) AND )" +
                          sees("work") + R"()
            OR (p.id IN ($13) AND )" +
                          sees("interests") + R"()
            OR (p.id IN ($14) AND )" +
                          sees("systems") + "))";

// Of these choosy, $10, who are asked for: seen once, then counted by each of what they have. Of
// those whose region the reader does not see, all are counted under no region.
const std::string counts_of_choosy = "WITH seen AS MATERIALIZED (SELECT l.person_id, l.region, "
                                  "l.organisation, l.role, " +
                                  flag("work") + " AS work, " + flag("networks") +
                                  " AS networks, " + flag("interests") + " AS interests" +
                                  visible_choosy + filtered + R"(
       AND l.person_id IN ($10))
    SELECT 1, CASE WHEN work = 1 THEN region ELSE '' END AS code, count(*)
      FROM seen
     GROUP BY 2
     UNION ALL
    SELECT 2, CAST(m.audience_id AS TEXT), count(*)
      FROM seen
     CROSS JOIN audience_members m
     WHERE m.person_id = seen.person_id AND networks = 1
     GROUP BY m.audience_id
     UNION ALL
    SELECT 3, organisation, count(*) FROM seen WHERE work = 1 GROUP BY 2
     UNION ALL
    SELECT 4, role, count(*) FROM seen WHERE work = 1 GROUP BY 2
     UNION ALL
    SELECT 5, min(t.tag), count(*)
      FROM seen
     CROSS JOIN profile_tags t
     WHERE t.person_id = seen.person_id AND t.kind = 1 AND interests = 1
     GROUP BY t.folded
     LIMIT 100000)";

template <class Row, class... More>
using Filtered = Query<Row(List, PersonId, std::string, std::int64_t, std::string, bool, bool,
                           std::string, std::string, More...)>;
template <class Row, class... More>
using FoundOnes = Filtered<Row, List, List, List, List, List, More...>;

const Filtered<Line, List> people_lines{
    "people_lines", line_columns + these + filtered + " AND p.id IN ($10)"};
const FoundOnes<Line, int> people_found{
    "people_found", line_columns + these + found + " ORDER BY p.name, p.id LIMIT $15"};

struct CountRow {
    int kind = 0;
    std::string code;
    std::int64_t people = 0;
};
const Filtered<CountRow, List> choosy_counted{"people_choosy_counted", counts_of_choosy};
const Query<Counted(List)> belongings_counted{"people_belongings_counted", R"(
    SELECT CAST(audience_id AS TEXT), count(*)
      FROM audience_members
     WHERE person_id IN ($1)
     GROUP BY audience_id
     ORDER BY audience_id
     LIMIT 500)"};
const Query<Counted(List)> interests_counted{"people_interests_counted", R"(
    SELECT min(tag), count(*)
      FROM profile_tags
     WHERE person_id IN ($1) AND kind = 1
     GROUP BY folded
     ORDER BY folded
     LIMIT 20000)"};
const Query<Line(List, PersonId, PersonId)> person_line{
    "people_person", line_columns + visible_people() + " AND p.id = $3"};
const Query<Line(List, PersonId, List)> person_lines{
    "people_persons", line_columns + visible_people(" AND pr.person_id IN ($3)") +
                          " AND p.id IN ($3) ORDER BY p.name, p.id"};

const Query<TagRow(List)> tags_by_person{"profile_tags_of", R"(
    SELECT person_id, kind, tag
      FROM profile_tags
     WHERE person_id IN ($1)
     ORDER BY person_id, kind, folded
     LIMIT 4000)"};
const Query<BelongingRow(List)> belongings_by_person{"people_belongings", R"(
    SELECT person_id, audience_id
      FROM audience_members
     WHERE person_id IN ($1)
     ORDER BY person_id, audience_id
     LIMIT 4000)"};
const Query<std::string(PersonId)> about_by_person{
    "profile_about", "SELECT about FROM profiles WHERE person_id = $1"};
const Query<ProfileRow(PersonId)> profile_by_person{"profile_by_person", R"(
    SELECT about, mentors, receives, see_name, see_work, see_networks, see_about, see_interests,
           see_systems
      FROM profiles
     WHERE person_id = $1)"};
const Query<Nothing(PersonId, std::string_view, bool, bool, See, See, See, See, See, See)>
    profile_kept{"profile_kept", R"(
    INSERT INTO profiles (person_id, about, mentors, receives, see_name, see_work, see_networks,
                          see_about, see_interests, see_systems)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (person_id) DO UPDATE
       SET about = excluded.about, mentors = excluded.mentors, receives = excluded.receives,
           see_name = excluded.see_name, see_work = excluded.see_work,
           see_networks = excluded.see_networks, see_about = excluded.see_about,
           see_interests = excluded.see_interests, see_systems = excluded.see_systems)"};
const Query<Nothing(PersonId, int)> tags_dropped{
    "profile_tags_dropped", "DELETE FROM profile_tags WHERE person_id = $1 AND kind = $2"};
const Query<Nothing(PersonId, int, std::string_view, std::string_view)> tag_added{
    "profile_tag_added", R"(
    INSERT INTO profile_tags (person_id, kind, folded, tag)
    VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING)"};

const Query<Version()> version_read{"people_version_read",
                                    "SELECT version, gone FROM people_version WHERE id = 1"};
const Query<Nothing()> version_moved{"people_version_moved", R"(
    INSERT INTO people_version (id, version)
    VALUES (1, 1)
        ON CONFLICT (id) DO UPDATE SET version = people_version.version + 1)"};
const Query<Nothing()> departure_noted{"people_departure_noted",
                                       "UPDATE people_version SET gone = version WHERE id = 1"};
const Query<Nothing(PersonId)> listing_changed{"listing_changed", R"(
    UPDATE listings
       SET changed = (SELECT version FROM people_version WHERE id = 1)
     WHERE person_id = $1)"};
const Query<std::int64_t(std::int64_t, int)> unguarded_changed_since{"unguarded_changed_since", R"(
    SELECT person_id
      FROM (SELECT person_id FROM listings WHERE changed > $1 ORDER BY changed LIMIT $2) latest
     ORDER BY person_id)"};

struct CardRow {
    PersonId person;
    std::string organisation, region, role, name, role_line;
    bool mentors = false, receives = false, is_choosy = false;
};
struct SaidRow {
    PersonId person;
    int kind = 0;
    std::string folded, tag;
};
const std::string card_columns = R"(
    SELECT l.person_id, l.organisation, l.region, l.role, p.name, p.role_line,
           coalesce(pr.mentors, 0), coalesce(pr.receives, 0), coalesce(pr.is_choosy, 0)
      FROM listings l
      JOIN persons p ON p.id = l.person_id
      LEFT JOIN profiles pr ON pr.person_id = p.id)";
const Query<CardRow(PersonId, int)> unguarded_card_rows{"unguarded_people_cards", card_columns + R"(
     WHERE l.person_id > $1
     ORDER BY l.person_id
     LIMIT $2)"};
const Query<CardRow(List)> unguarded_card_rows_of{"unguarded_people_cards_of", card_columns + R"(
     WHERE l.person_id IN ($1)
     ORDER BY l.person_id
     LIMIT 1000)"};
const Query<SaidRow(PersonId, PersonId)> unguarded_tags_between{"unguarded_tags_between", R"(
    SELECT person_id, kind, folded, tag
      FROM profile_tags
     WHERE person_id BETWEEN $1 AND $2
     ORDER BY person_id, kind, folded
     LIMIT 100000)"};
const Query<SaidRow(List)> unguarded_tags_of{"unguarded_tags_of", R"(
    SELECT person_id, kind, folded, tag
      FROM profile_tags
     WHERE person_id IN ($1)
     ORDER BY person_id, kind, folded
     LIMIT 100000)"};
const Query<BelongingRow(List)> unguarded_belongings_of{"unguarded_belongings_of", R"(
    SELECT person_id, audience_id
      FROM audience_members
     WHERE person_id IN ($1)
     ORDER BY person_id, audience_id
     LIMIT 100000)"};
const Query<BelongingRow(PersonId, PersonId)> unguarded_belongings_between{
    "unguarded_belongings_between", R"(
    SELECT person_id, audience_id
      FROM audience_members
     WHERE person_id BETWEEN $1 AND $2
     ORDER BY person_id, audience_id
     LIMIT 100000)"};
struct ListingRow {
    PersonId person;
    std::string organisation, region, role;
};
const Query<ListingRow(PersonId, int)> unguarded_listings_after{"unguarded_listings", R"(
    SELECT person_id, organisation, region, role
      FROM listings
     WHERE person_id > $1
     ORDER BY person_id
     LIMIT $2)"};
const Query<Nothing(List, std::string_view, std::string_view, std::string_view)> listings_moved{
    "listings_moved", R"(
    UPDATE listings
       SET organisation = $2, region = $3, role = $4,
           changed = (SELECT version FROM people_version WHERE id = 1)
     WHERE person_id IN ($1))"};
const Query<Nothing(PersonId, std::string_view, std::string_view, std::string_view)> person_listed{
    "person_listed", R"(
    INSERT INTO listings (person_id, organisation, region, role, changed)
    VALUES ($1, $2, $3, $4, (SELECT version FROM people_version WHERE id = 1))
        ON CONFLICT (person_id) DO UPDATE
       SET organisation = excluded.organisation, region = excluded.region, role = excluded.role,
           changed = excluded.changed)"};
const Query<PersonId(PersonId)> person_unlisted{
    "person_unlisted", "DELETE FROM listings WHERE person_id = $1 RETURNING person_id"};

const std::string introduction_columns = "SELECT i.id, i.asker_id, i.asked_id, a.name, " +
                                         identity::store::role_line_to("a", "i.asked_id") + R"(,
           b.name, i.words, i.asked_at, i.answered_at, i.is_yes
      FROM introductions i
      JOIN persons a ON a.id = i.asker_id
      JOIN persons b ON b.id = i.asked_id)";
const Query<Introduction(PersonId, int)> introductions_by_person{"introductions_by_person",
                                                                 introduction_columns + R"(
     WHERE i.asker_id = $1 OR i.asked_id = $1
     ORDER BY i.asked_at DESC, i.id DESC
     LIMIT $2)"};
const Query<Introduction(IntroductionId)> introduction_by_id{
    "introduction_by_id", introduction_columns + " WHERE i.id = $1"};
const Query<std::int64_t(PersonId, base::Instant)> introductions_counted{
    "introductions_counted",
    "SELECT count(*) FROM introductions WHERE asker_id = $1 AND asked_at > $2"};
const Query<std::int64_t(PersonId, PersonId)> introduction_waits{"introduction_waits", R"(
    SELECT count(*)
      FROM introductions
     WHERE asker_id = $1 AND asked_id = $2 AND answered_at IS NULL)"};
const Query<std::int64_t(PersonId, PersonId, base::Instant)> introduction_refused{
    "introduction_refused", R"(
    SELECT count(*)
      FROM introductions
     WHERE asker_id = $1 AND asked_id = $2 AND is_yes = 0 AND answered_at > $3)"};
const Query<IntroductionId(PersonId, PersonId, std::string_view, base::Instant)> introduction_added{
    "introduction_added", R"(
    INSERT INTO introductions (asker_id, asked_id, words, asked_at)
    VALUES ($1, $2, $3, $4)
 RETURNING id)"};
const Query<Nothing(IntroductionId, bool, base::Instant)> introduction_answered{
    "introduction_answered",
    "UPDATE introductions SET is_yes = $2, answered_at = $3 WHERE id = $1"};

const Query<std::string()> unguarded_broken_choices{"unguarded_broken_choices", R"(
    SELECT 'person ' || p.id || ' shows their role line otherwise than they chose'
      FROM profiles pr
      JOIN persons p ON p.id = pr.person_id
     WHERE p.role_seen <> pr.see_work
     LIMIT 100)"};

const Query<Nothing(PersonId)> profile_forgotten{"profile_forgotten",
                                                 "DELETE FROM profiles WHERE person_id = $1"};
const Query<Nothing(PersonId)> tags_forgotten{"profile_tags_forgotten",
                                              "DELETE FROM profile_tags WHERE person_id = $1"};
const Query<Nothing(PersonId)> introductions_forgotten{
    "introductions_forgotten", "DELETE FROM introductions WHERE asker_id = $1 OR asked_id = $1"};

// Of two profiles the kept one stands; what it leaves empty is filled, and the narrower eye holds.
std::string narrower(const std::string& column) {
    return column + " = CASE WHEN excluded." + column + " < profiles." + column +
           " THEN excluded." + column + " ELSE profiles." + column + " END";
}
using Passing = Query<Nothing(PersonId, PersonId)>;
const Passing profile_passed{"profile_passed", R"(
    INSERT INTO profiles (person_id, about, mentors, receives, see_name, see_work, see_networks,
                          see_about, see_interests, see_systems)
    SELECT CAST($2 AS BIGINT), about, mentors, receives, see_name, see_work, see_networks,
           see_about, see_interests, see_systems
      FROM profiles
     WHERE person_id = $1
        ON CONFLICT (person_id) DO UPDATE
       SET about = CASE WHEN profiles.about = '' THEN excluded.about ELSE profiles.about END,
           )" + narrower("see_name") + ", " + narrower("see_work") +
                                                 ", " + narrower("see_networks") + ", " +
                                                 narrower("see_about") + ", " +
                                                 narrower("see_interests") + ", " +
                                                 narrower("see_systems")};
const Passing tags_passed{"profile_tags_passed", R"(
    INSERT INTO profile_tags (person_id, kind, folded, tag)
    SELECT CAST($2 AS BIGINT), kind, folded, tag
      FROM profile_tags
     WHERE person_id = $1
        ON CONFLICT DO NOTHING)"};
// What shows the other the address of an account: they were given that of the one that goes, not
// that of the kept one. What the two asked of one another, and what both asked of the same person
// and still wait for.
const Passing introductions_doubled{"introductions_doubled", R"(
    DELETE FROM introductions
     WHERE (asker_id IN ($1, $2) AND asked_id IN ($1, $2))
        OR (is_yes = 1 AND (asker_id = $1 OR asked_id = $1))
        OR (answered_at IS NULL AND asker_id = $1
            AND EXISTS (SELECT 1 FROM introductions o
                         WHERE o.asker_id = $2 AND o.asked_id = introductions.asked_id
                           AND o.answered_at IS NULL))
        OR (answered_at IS NULL AND asked_id = $1
            AND EXISTS (SELECT 1 FROM introductions o
                         WHERE o.asked_id = $2 AND o.asker_id = introductions.asker_id
                           AND o.answered_at IS NULL)))"};
const Passing askers_passed{"introduction_askers_passed",
                            "UPDATE introductions SET asker_id = $2 WHERE asker_id = $1"};
const Passing asked_passed{"introductions_asked_passed",
                           "UPDATE introductions SET asked_id = $2 WHERE asked_id = $1"};

template <class Run>
auto with(const Reader& reader, const Filter& f, Run&& run) {
    return run(reader.audiences, reader.person, f.region, f.audience, f.tag, f.mentors, f.receives,
               f.organisation, f.role);
}

List all_of(const Matched& matched) {
    List all = matched.by_name;
    for (const auto* more : {&matched.by_work, &matched.by_interests, &matched.by_systems}) {
        all.insert(all.end(), more->begin(), more->end());
    }
    return all;
}

using Visit = std::function<void(const Card&)>;

// All by person, ascending.
void visit_cards(std::vector<CardRow> rows, const std::vector<SaidRow>& tags,
                 const std::vector<BelongingRow>& belongings, const Visit& visit) {
    for (CardRow& row : rows) {
        Card card{.person = {.id = row.person,
                             .organisation = std::move(row.organisation),
                             .region = std::move(row.region),
                             .role = std::move(row.role),
                             .mentors = row.mentors,
                             .receives = row.receives,
                             .audiences = {},
                             .tags = {}},
                  .name = std::move(row.name),
                  .role_line = std::move(row.role_line),
                  .is_choosy = row.is_choosy};
        for (const auto& tag : std::ranges::equal_range(tags, row.person, {}, &SaidRow::person)) {
            card.person.tags.push_back({tag.kind == 1, tag.folded, tag.tag});
        }
        for (const auto& one :
             std::ranges::equal_range(belongings, row.person, {}, &BelongingRow::person)) {
            card.person.audiences.push_back(one.audience.value);
        }
        visit(card);
    }
}

}  // namespace

std::vector<Line> lines(sql::Tx& tx, const Reader& reader, const Filter& f, const List& persons) {
    return with(reader, f, [&](const auto&... asked) {
        return tx.all(people_lines, asked..., persons);
    });
}

std::vector<Line> lines_matched(sql::Tx& tx, const Reader& reader, const Filter& f,
                                const Matched& matched, int count) {
    return with(reader, f, [&](const auto&... asked) {
        return tx.all(people_found, asked..., all_of(matched), matched.by_name, matched.by_work,
                      matched.by_interests, matched.by_systems, count);
    });
}

std::vector<Line> lines_of(sql::Tx& tx, const Reader& reader, const List& persons) {
    return tx.all(person_lines, reader.audiences, reader.person, persons);
}

Counts count_choosy(sql::Tx& tx, const Reader& reader, const Filter& f, const List& persons) {
    const auto rows = with(reader, f, [&](const auto&... asked) {
        return tx.all(choosy_counted, asked..., persons);
    });
    Counts counts;
    std::vector<Counted>* const kinds[] = {&counts.regions, &counts.audiences,
                                           &counts.organisations, &counts.roles,
                                           &counts.interests};
    for (const CountRow& row : rows) kinds[row.kind - 1]->push_back({row.code, row.people});
    return counts;
}

std::vector<Counted> audiences_of(sql::Tx& tx, const List& persons) {
    return tx.all(belongings_counted, persons);
}

std::vector<Counted> interests_of(sql::Tx& tx, const List& persons) {
    return tx.all(interests_counted, persons);
}

std::optional<Line> find(sql::Tx& tx, const Reader& reader, PersonId person) {
    return tx.find(person_line, reader.audiences, reader.person, person);
}

std::vector<TagRow> tags_of(sql::Tx& tx, const List& persons) {
    return tx.all(tags_by_person, persons);
}

std::vector<BelongingRow> belongings_of(sql::Tx& tx, const List& persons) {
    return tx.all(belongings_by_person, persons);
}

std::string about(sql::Tx& tx, PersonId person) {
    return tx.find(about_by_person, person).value_or("");
}

std::optional<ProfileRow> find_profile(sql::Tx& tx, PersonId person) {
    return tx.find(profile_by_person, person);
}

void keep_profile(sql::Tx& tx, PersonId person, const ProfileRow& p) {
    tx.run(profile_kept, person, p.about, p.mentors, p.receives, p.name, p.work, p.networks,
           p.about_seen, p.interests_seen, p.systems_seen);
}

void keep_tags(sql::Tx& tx, PersonId person, int kind, const std::vector<std::string>& tags) {
    tx.run(tags_dropped, person, kind);
    for (const auto& tag : tags) tx.run(tag_added, person, kind, base::fold(tag), tag);
}

Version version(sql::Tx& tx) {
    return tx.find(version_read).value_or(Version{});
}

void note_change(sql::Tx& tx, PersonId person) {
    tx.run(version_moved);
    tx.run(listing_changed, person);
}

List changed_since(sql::Tx& tx, std::int64_t version, int count) {
    return tx.all(unguarded_changed_since, version, count);
}

void unguarded_cards(sql::Tx& tx, const Visit& visit) {
    constexpr int at_once = 1'000;
    PersonId last;
    for (;;) {
        auto rows = tx.all(unguarded_card_rows, last, at_once);
        if (rows.empty()) return;
        const auto first = rows.front().person;
        last = rows.back().person;
        visit_cards(std::move(rows), tx.all(unguarded_tags_between, first, last),
                    tx.all(unguarded_belongings_between, first, last), visit);
    }
}

void unguarded_cards_of(sql::Tx& tx, const List& persons, const Visit& visit) {
    if (persons.empty()) return;
    visit_cards(tx.all(unguarded_card_rows_of, persons), tx.all(unguarded_tags_of, persons),
                tx.all(unguarded_belongings_of, persons), visit);
}

std::vector<Listing> unguarded_listings(sql::Tx& tx, PersonId after, int count) {
    std::vector<Listing> listings;
    for (auto& row : tx.all(unguarded_listings_after, after, count)) {
        listings.push_back(
            {row.person,
             {std::move(row.organisation), std::move(row.region), std::move(row.role)}});
    }
    return listings;
}

void move(sql::Tx& tx, const List& persons, const Place& place) {
    tx.run(version_moved);
    tx.run(listings_moved, persons, place.organisation, place.region, place.role);
}

void list(sql::Tx& tx, PersonId person, const Place& place) {
    tx.run(version_moved);
    tx.run(person_listed, person, place.organisation, place.region, place.role);
}

void unlist(sql::Tx& tx, PersonId person) {
    tx.run(version_moved);
    if (tx.find(person_unlisted, person)) tx.run(departure_noted);
}

std::vector<Introduction> introductions_of(sql::Tx& tx, PersonId person) {
    return tx.all(introductions_by_person, person, introductions_max);
}

std::optional<Introduction> find_introduction(sql::Tx& tx, IntroductionId id) {
    return tx.find(introduction_by_id, id);
}

std::int64_t asked_since(sql::Tx& tx, PersonId asker, base::Instant since) {
    return tx.one(introductions_counted, asker, since);
}

bool waits(sql::Tx& tx, PersonId asker, PersonId asked) {
    return tx.one(introduction_waits, asker, asked) > 0;
}

bool refused_since(sql::Tx& tx, PersonId asker, PersonId asked, base::Instant since) {
    return tx.one(introduction_refused, asker, asked, since) > 0;
}

IntroductionId add_introduction(sql::Tx& tx, PersonId asker, PersonId asked, std::string_view words,
                                base::Instant now) {
    return tx.one(introduction_added, asker, asked, words, now);
}

void answer_introduction(sql::Tx& tx, IntroductionId id, bool is_yes, base::Instant now) {
    tx.run(introduction_answered, id, is_yes, now);
}

std::vector<std::string> broken_choices(sql::Tx& tx) {
    return tx.all(unguarded_broken_choices);
}

void merge(sql::Tx& tx, const identity::Merger& merger) {
    const auto [gone, kept] = merger;
    for (const auto* passing :
         {&profile_passed, &tags_passed, &introductions_doubled, &askers_passed, &asked_passed}) {
        tx.run(*passing, gone, kept);
    }
    tx.run(profile_forgotten, gone);
    tx.run(tags_forgotten, gone);
    unlist(tx, gone);
    note_change(tx, kept);
}

void forget(sql::Tx& tx, PersonId person) {
    tx.run(introductions_forgotten, person);
    tx.run(tags_forgotten, person);
    tx.run(profile_forgotten, person);
    unlist(tx, person);
}

}  // namespace people::store
