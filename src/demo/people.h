#pragma once
// Makes the organisations and the people of the demo, and says who takes part in which network and
// how eagerly. It writes no posts.

#include "demo/community.h"
#include "demo/dice.h"

#include <cstdint>
#include <vector>

namespace demo {

std::vector<Organisation> organisations(std::size_t members, Dice dice);
std::vector<Person> people(std::size_t count, const std::vector<Organisation>& at, Dice dice);

// The members of one network. A few hundred write often, some now and then, many never.
class Circle {
public:
    void add(std::size_t person, std::uint32_t eagerness);

    bool is_empty() const { return members_.empty(); }
    std::size_t size() const { return members_.size(); }
    std::size_t writer(Dice& dice) const;  // by eagerness
    std::size_t reader(Dice& dice) const;  // half by eagerness, half anyone

private:
    std::vector<std::size_t> members_;
    std::vector<std::uint64_t> eagerness_to_;  // running totals
};

// One circle for each network, in the order of network_plans().
std::vector<Circle> circles(const std::vector<Person>& people, Dice dice);

}  // namespace demo
