#pragma once
// The words of all people in memory, for finding them as one types, mistakes included. It knows
// what nobody may see; what it finds is therefore always asked of the database again, part by part.

#include "features/people/people.h"
#include "platform/search/likeness.h"
#include "platform/sql/remembered.h"

#include <memory>
#include <mutex>

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

// A large index of everybody as they were at some version, and beside it the words of those who
// changed since; made anew when these are many. Safe for concurrent use.
class Index {
public:
    std::vector<Match> find(sql::Tx& tx, std::string_view words);
    sql::Remembered<std::int64_t, std::int64_t, Facets>& facets() { return facets_; }  // by reader

private:
    struct Everybody {
        std::int64_t version;
        search::MatchIndex index;
    };
    struct Latest {
        std::int64_t since;  // the version of the large index that it stands beside
        std::vector<std::int64_t> persons;  // ascending
        search::LatestNames names;
    };
    using EverybodyPtr = std::shared_ptr<const Everybody>;
    using LatestPtr = std::shared_ptr<const Latest>;

    EverybodyPtr everybody();
    void keep(const EverybodyPtr& made);
    EverybodyPtr make(sql::Tx& tx, std::int64_t version);
    LatestPtr latest(sql::Tx& tx, std::int64_t since, std::int64_t version);

    std::mutex mutex_;
    EverybodyPtr everybody_;
    sql::Remembered<std::int64_t, std::int64_t, Latest> latest_{2};  // by `since`
    sql::Remembered<std::int64_t, std::int64_t, Facets> facets_{2'000};
};

using IndexPtr = std::shared_ptr<Index>;  // shared by the handlers of one site

}  // namespace people
