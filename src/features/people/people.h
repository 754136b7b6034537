#pragma once
// The directory of people: members find each other by name, place of work, network, interest and
// system. Each part of what one says is seen by whom one chose; every read asks that in its
// statement. Addresses are in none of them: whoever wants to write asks for an introduction.

#include "features/membership/membership.h"
#include "platform/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace people {

using identity::PersonId;
using IntroductionId = base::Id<struct IntroductionTag>;

inline constexpr std::size_t about_characters_max = 1'200;
inline constexpr std::size_t tag_characters_max = 60;
inline constexpr std::size_t tags_max = 20;  // of a kind
inline constexpr std::size_t words_characters_max = 600;
inline constexpr int people_a_page = 20;
inline constexpr std::size_t matches_max = 500;     // that a search by words looks at
inline constexpr std::size_t choosy_max = 2'000;   // of those who choose who sees them, counted
inline constexpr std::size_t found_max = 30;       // of which it shows the best
inline constexpr int introductions_a_day = 5;
inline constexpr auto rest_after_no = base::days{180};
inline constexpr int introductions_max = 100;  // of one list

// Who sees a part: nobody else, the members of one's networks, all members.
enum class See { me = 1, networks, members };
// The parts that have words to be found by; `name` is the person as such.
enum class Part { name = 1, work, interests, systems };

struct Line {
    PersonId id;
    std::string name;
    // "" where this actor does not see the part.
    std::string role_line, region, organisation, role;
    bool mentors = false, receives = false;
    bool sees_work = false, sees_networks = false, sees_about = false, sees_interests = false,
         sees_systems = false;
};

struct Tags {
    std::vector<std::string> interests, systems;
};

// A line with all that this actor sees of it.
struct Entry {
    Line line;
    Tags tags;
    std::vector<networks::Network> networks;
    std::string about;  // on the person's own page only
};

struct Wish {
    std::string words;
    std::string network;  // a slug
    std::string region;   // a code
    std::string organisation, role;  // as they are listed
    std::string tag;      // one interest or system, whole
    std::string open_to;  // "mentoring", "visits"
    PersonId after;       // the last of the stretch before
};

struct Count {
    std::string code, words;
    std::int64_t people = 0;
};

struct Found {
    std::vector<Entry> entries;
    std::int64_t total = 0;
    bool is_least = false;  // more than choosy_max choose who sees them; the others are not counted
    bool is_more = false;
    bool is_cut = false;  // more than matches_max matched the words; the others are not counted
    // Of those found, as this actor sees them; of the last three the ten most common.
    std::vector<Count> networks, regions, organisations, roles, interests;
};

struct Profile {
    std::string about;
    bool mentors = false, receives = false;
    See name = See::members, work = See::members, networks = See::members,
        about_seen = See::members, interests_seen = See::members, systems_seen = See::members;
    Tags tags;
};

struct ProfileDraft {
    std::string about, interests, systems;  // tags: one a line, or parted by commas
    std::string mentors, receives;          // "yes" or nothing
    std::string see_name, see_work, see_networks, see_about, see_interests, see_systems;
};

struct Introduction {
    IntroductionId id;
    PersonId asker, asked;
    std::string asker_name, asker_role, asked_name;
    std::string words;
    base::Instant at;
    std::optional<base::Instant> answered;
    bool is_yes = false;
};

struct IntroductionDraft {
    std::string words;
};

class Index;

// The directory as one actor sees it. NotFound for all, to who is no member.
class People {
public:
    explicit People(const record::Floor& floor);

    Found find(const Wish& wish, Index& index) const;
    Entry person(PersonId id) const;  // NotFound where the actor may not know of them
    // Of an account that was merged into another: that one. NotFound likewise.
    std::optional<PersonId> merged_into(PersonId id) const;
    Profile profile() const;          // the actor's own
    std::vector<Introduction> introductions() const;  // of and by the actor, the latest first
    Introduction introduction(IntroductionId id) const;
    // The address of who said yes, or of whom one said yes to; "" else.
    std::string address(const Introduction& introduction) const;

    base::Result<PersonId> save(const ProfileDraft& draft);
    base::Result<IntroductionId> ask(const Entry& entry, const IntroductionDraft& draft);
    base::Result<IntroductionId> answer(const Introduction& introduction, bool is_yes);

private:
    record::Floor floor_;
};

std::string path_to(PersonId id);
std::optional<See> see_of(std::string_view code);  // "me", "networks", "members"
std::string_view code_of(See see);
std::vector<std::string> tags_in(std::string_view text);  // one a line, or parted by commas

}  // namespace people
