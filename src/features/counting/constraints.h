#pragma once
// Reserved seats: which candidates must be elected, and which cannot be, if the conditions are to
// be met (guarded and doomed, as Hill's and Otten's reading of Gray and Fitzgerald has it).

#include "features/counting/counting.h"

namespace counting {

enum class Place : char { open, elected, out };  // open: neither elected nor excluded

// A legal completion is a set of as many people as there are seats, with all who are elected and
// none who is out, in which each category has at least its least and at most its most.
class Constraints {
public:
    // At most categories_max of them, whose members are among the candidates.
    Constraints(const std::vector<Category>& categories, std::size_t candidates, int seats);

    struct Judgement {
        std::vector<char> guarded, doomed;  // by candidate
        bool is_possible = true;
    };
    Judgement judge(const std::vector<Place>& places) const;

private:
    // Candidates with the same categories are alike to every condition.
    struct Group {
        std::vector<char> is_in;  // by category
        std::vector<int> members;
    };
    struct Bounds {
        int least = 0, most = 0;  // how many of the group are elected in the end
    };
    class Search;

    std::vector<Category> categories_;
    std::vector<Group> groups_;
    int seats_;
};

}  // namespace counting
