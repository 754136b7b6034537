#pragma once
// All SQL of the directory. Every read of a person ends in the one condition of who sees them, and
// each part comes only where this reader sees it.

#include "features/people/roster.h"
#include "platform/identity/holding.h"
#include "platform/identity/merger.h"

#include <functional>

namespace people::store {

using List = std::vector<std::int64_t>;

struct Reader {
    PersonId person;
    List audiences;
};

// Those whom words found, by the part that they were found by: it counts only where the reader sees
// that part.
struct Matched {
    List by_name, by_work, by_interests, by_systems;
};

// Of these persons whom the filter asks for, in no order.
std::vector<Line> lines(sql::Tx& tx, const Reader& reader, const Filter& filter,
                        const List& persons);
std::vector<Line> lines_matched(sql::Tx& tx, const Reader& reader, const Filter& filter,
                                const Matched& matched, int count);
std::vector<Line> lines_of(sql::Tx& tx, const Reader& reader, const List& persons);
// Of these persons, none of whom shows everything to all members, whom the filter asks for, as this
// reader sees them.
Counts count_choosy(sql::Tx& tx, const Reader& reader, const Filter& filter, const List& persons);
std::optional<Line> find(sql::Tx& tx, const Reader& reader, PersonId person);

// Of people whom the reader sees, with the flags of their lines.
struct TagRow {
    PersonId person;
    int kind = 0;
    std::string tag;
};
std::vector<TagRow> tags_of(sql::Tx& tx, const List& persons);
struct BelongingRow {
    PersonId person;
    identity::AudienceId audience;
};
std::vector<BelongingRow> belongings_of(sql::Tx& tx, const List& persons);
std::vector<Counted> audiences_of(sql::Tx& tx, const List& persons);
std::vector<Counted> interests_of(sql::Tx& tx, const List& persons);
std::string about(sql::Tx& tx, PersonId person);

struct ProfileRow {
    std::string about;
    bool mentors = false, receives = false;
    See name = See::members, work = See::members, networks = See::members,
        about_seen = See::members, interests_seen = See::members, systems_seen = See::members;
};
std::optional<ProfileRow> find_profile(sql::Tx& tx, PersonId person);
void keep_profile(sql::Tx& tx, PersonId person, const ProfileRow& row);
void keep_tags(sql::Tx& tx, PersonId person, int kind, const std::vector<std::string>& tags);

// Moves on with each change of what people are found by; everybody has that of their last one.
struct Version {
    std::int64_t version = 0;
    std::int64_t gone = 0;  // at which somebody was taken out last
};
Version version(sql::Tx& tx);
void note_change(sql::Tx& tx, PersonId person);
// Ascending, at most so many.
List changed_since(sql::Tx& tx, std::int64_t version, int count);
// What somebody listed is found and counted by, whoever may see it: for the index in memory alone.
struct Card {
    Roster::Person person;
    std::string name, role_line;
    bool is_choosy = false;  // shows not everything to all members
};
void unguarded_cards(sql::Tx& tx, const std::function<void(const Card&)>& visit);  // of all
void unguarded_cards_of(sql::Tx& tx, const List& persons,
                        const std::function<void(const Card&)>& visit);
struct Place {
    std::string organisation, region, role;
    friend auto operator<=>(const Place&, const Place&) = default;
};
struct Listing {
    PersonId person;
    Place place;
};
// Of all, whoever may see them, by person: for the listings themselves.
std::vector<Listing> unguarded_listings(sql::Tx& tx, PersonId after, int count);
// These three are changes too.
void move(sql::Tx& tx, const List& persons, const Place& place);
void list(sql::Tx& tx, PersonId person, const Place& place);
void unlist(sql::Tx& tx, PersonId person);

std::vector<Introduction> introductions_of(sql::Tx& tx, PersonId person);
std::optional<Introduction> find_introduction(sql::Tx& tx, IntroductionId id);
std::int64_t asked_since(sql::Tx& tx, PersonId asker, base::Instant since);
bool waits(sql::Tx& tx, PersonId asker, PersonId asked);
bool refused_since(sql::Tx& tx, PersonId asker, PersonId asked, base::Instant since);
IntroductionId add_introduction(sql::Tx& tx, PersonId asker, PersonId asked, std::string_view words,
                                base::Instant now);
void answer_introduction(sql::Tx& tx, IntroductionId id, bool is_yes, base::Instant now);

void forget(sql::Tx& tx, PersonId person);
void merge(sql::Tx& tx, const identity::Merger& merger);
// Where the role line is not shown to whom its person chose; for `check`.
std::vector<std::string> broken_choices(sql::Tx& tx);
std::vector<identity::Holding> held(sql::Tx& tx, PersonId person);

}  // namespace people::store
