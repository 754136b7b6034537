#pragma once
// The words of all people in memory, for finding them as one types, mistakes included. It knows
// what nobody may see; what it finds is therefore always asked of the database again, part by part.

#include "features/people/people.h"
#include "platform/search/likeness.h"
#include "platform/sql/remembered.h"

#include <memory>

namespace people {

// By which part somebody was found, the best first.
struct Match {
    PersonId person;
    Part part = Part::name;
};

// How many of all whom a reader sees are where: what costs most of the first page. Kept by the
// directory's own version, so a change of a network shows when its listing was made anew.
struct Facets {
    std::int64_t total = 0;
    std::vector<Count> networks, regions, organisations, roles, interests;
};

// Safe for concurrent use.
class Index {
public:
    std::vector<Match> find(sql::Tx& tx, std::string_view words);
    sql::Remembered<std::int64_t, std::int64_t, Facets>& facets() { return facets_; }  // by reader

private:
    sql::Remembered<std::int64_t, std::int64_t, Facets> facets_{2'000};
    sql::Remembered<std::int64_t, std::int64_t, search::MatchIndex> kept_{1};
};

using IndexPtr = std::shared_ptr<Index>;  // shared by the handlers of one site

}  // namespace people
