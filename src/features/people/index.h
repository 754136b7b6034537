#pragma once
// The words of all people in memory, for finding them as one types, mistakes included. It knows
// what nobody may see; what it finds is therefore always asked of the database again, part by part.

#include "features/people/roster.h"
#include "platform/search/likeness.h"
#include "platform/sql/remembered.h"

#include <compare>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace people {

// By which part somebody was found.
struct Match {
    PersonId person;
    Part part = Part::name;
};

// How many of all whom a reader sees are where: what costs most of the first page. Kept by the
// directory's own version, so a change of a network shows when its listing was made anew.
struct Facets {
    std::int64_t total = 0;
    bool is_least = false;  // there are more of the choosy than are counted
    std::vector<Count> networks, regions, organisations, roles, interests;
};

// The directory as one transaction sees it: everybody as they were at some version, and beside them
// those who changed since.
class View {
public:
    std::vector<Match> find(std::string_view words) const;  // the best first

    // Those who show everything to all members. All of them whom the filter asks for:
    Counts count_open(const Filter& filter) const;
    // and of these persons, in their order.
    struct Open {
        std::vector<PersonId> persons;
        Counts counts;
    };
    Open open(const Filter& filter, std::span<const PersonId> persons) const;
    bool is_open(PersonId person) const;

    // All others, the choosy, whom the filter might ask for, at most so many: whether who reads may
    // see them, and what the filter asks for, is not known here.
    Roster::Ids choosy(const Filter& filter, std::size_t count) const;
    // Who comes next by name: from a place on, the first so many open ones whom the filter asks
    // for, and of the choosy before the last of them all whom it might.
    struct Named {
        std::string name;
        std::int64_t person = 0;
        auto operator<=>(const Named&) const = default;
    };
    struct Next {
        Roster::Ids persons;
        std::optional<Named> last;  // where to go on; nothing: these were all
    };
    Next next(const Filter& filter, const Named& after, std::size_t open) const;

private:
    friend class Index;
    struct Everybody {
        std::int64_t version;
        search::MatchIndex words;
        Roster roster, choosy;
        std::vector<Named> names;  // in their order
    };
    struct Latest {
        std::vector<std::int64_t> persons;  // ascending
        search::LatestNames words;
        Roster roster, choosy;
        std::vector<Named> names;
    };
    View(std::shared_ptr<const Everybody> everybody, std::shared_ptr<const Latest> latest)
        : everybody_(std::move(everybody)), latest_(std::move(latest)) {}

    bool is_latest(std::int64_t person) const;
    const Roster& roster_of(PersonId person) const;

    std::shared_ptr<const Everybody> everybody_;
    std::shared_ptr<const Latest> latest_;
};

// Everybody is read anew where many changed or somebody left. Safe for concurrent use.
class Index {
public:
    View at(sql::Tx& tx);
    // By the audiences that the reader is in and what they ask for, as one text; by the reader too,
    // where they choose who sees them.
    sql::Remembered<std::string, std::int64_t, Facets>& facets() { return facets_; }

private:
    using EverybodyPtr = std::shared_ptr<const View::Everybody>;
    using LatestPtr = std::shared_ptr<const View::Latest>;

    EverybodyPtr everybody();
    void keep(const EverybodyPtr& made);
    LatestPtr latest(sql::Tx& tx, std::int64_t since, std::int64_t version);

    std::mutex mutex_;
    EverybodyPtr everybody_;
    sql::Remembered<std::int64_t, std::int64_t, View::Latest> latest_{2};  // by `since`
    sql::Remembered<std::string, std::int64_t, Facets> facets_{2'000};
};

using IndexPtr = std::shared_ptr<Index>;  // shared by the handlers of one site

}  // namespace people
