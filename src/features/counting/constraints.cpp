#include "features/counting/constraints.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace counting {

// Whether numbers can be chosen, one a group within its bounds, so that all conditions are met. A
// state is what the groups so far leave to the others; one that led nowhere is not tried again, so
// there are at most as many steps as there are states: few, since seats and categories are few.
class Constraints::Search {
public:
    Search(const Constraints& all, const std::vector<Bounds>& bounds)
        : all_(all), bounds_(bounds) {}

    bool finds_any() {
        std::vector<int> state(all_.categories_.size() + 1, 0);
        return go_on(0, state);
    }

private:
    // The state: how many are chosen in all, then how many of each category.
    bool go_on(std::size_t group, std::vector<int>& state) {
        if (state[0] > all_.seats_) return false;
        if (group == all_.groups_.size()) return is_legal(state);
        if (!can_still_be_met(group, state)) return false;
        std::vector<int> key = state;
        key.push_back(static_cast<int>(group));
        if (!tried_.insert(std::move(key)).second) return false;
        for (int chosen = bounds_[group].least; chosen <= bounds_[group].most; ++chosen) {
            std::vector<int> next = with(group, state, chosen);
            if (go_on(group + 1, next)) return true;
        }
        return false;
    }

    std::vector<int> with(std::size_t group, std::vector<int> state, int chosen) const {
        state[0] += chosen;
        for (std::size_t k = 0; k < all_.categories_.size(); ++k) {
            if (all_.groups_[group].is_in[k]) state[k + 1] += chosen;
        }
        return state;
    }

    bool is_legal(const std::vector<int>& state) const {
        if (state[0] != all_.seats_) return false;
        for (std::size_t k = 0; k < all_.categories_.size(); ++k) {
            const Category& category = all_.categories_[k];
            if (state[k + 1] < category.least || state[k + 1] > category.most) return false;
        }
        return true;
    }

    // Counts each condition by itself: with all that may still come it must be within reach.
    bool can_still_be_met(std::size_t group, const std::vector<int>& state) const {
        std::vector<int> least = state, most = state;
        for (std::size_t g = group; g < all_.groups_.size(); ++g) {
            least = with(g, std::move(least), bounds_[g].least);
            most = with(g, std::move(most), bounds_[g].most);
        }
        if (least[0] > all_.seats_ || most[0] < all_.seats_) return false;
        for (std::size_t k = 0; k < all_.categories_.size(); ++k) {
            const Category& category = all_.categories_[k];
            if (least[k + 1] > category.most || most[k + 1] < category.least) return false;
        }
        return true;
    }

    const Constraints& all_;
    const std::vector<Bounds>& bounds_;
    std::set<std::vector<int>> tried_;
};

Constraints::Constraints(const std::vector<Category>& categories, std::size_t candidates, int seats)
    : categories_(categories), seats_(seats) {
    assert(categories.size() <= categories_max);
    std::vector<std::vector<char>> is_in(candidates, std::vector<char>(categories.size(), 0));
    for (std::size_t k = 0; k < categories.size(); ++k) {
        for (const int member : categories[k].members) {
            is_in.at(static_cast<std::size_t>(member))[k] = 1;
        }
    }
    for (std::size_t c = 0; c < candidates; ++c) {
        auto group = std::ranges::find(groups_, is_in[c], &Group::is_in);
        if (group == groups_.end()) group = groups_.insert(group, Group{is_in[c], {}});
        group->members.push_back(static_cast<int>(c));
    }
}

// Candidates of a group are alike, so it is enough to ask for the most and the fewest of a group
// that a legal completion can have.
Constraints::Judgement Constraints::judge(const std::vector<Place>& places) const {
    std::vector<Bounds> bounds;
    for (const Group& group : groups_) {
        Bounds of_group;
        for (const int member : group.members) {
            const Place place = places[static_cast<std::size_t>(member)];
            of_group.least += place == Place::elected;
            of_group.most += place != Place::out;
        }
        bounds.push_back(of_group);
    }
    Judgement judgement{std::vector<char>(places.size(), 0), std::vector<char>(places.size(), 0),
                        Search(*this, bounds).finds_any()};
    if (!judgement.is_possible) return judgement;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const Bounds whole = bounds[g];
        if (whole.least == whole.most) continue;
        bounds[g].least = whole.least + 1;
        const bool is_doomed = !Search(*this, bounds).finds_any();
        bounds[g] = {whole.least, whole.most - 1};
        const bool is_guarded = !Search(*this, bounds).finds_any();
        bounds[g] = whole;
        for (const int member : groups_[g].members) {
            const auto c = static_cast<std::size_t>(member);
            if (places[c] != Place::open) continue;
            judgement.doomed[c] = is_doomed;
            judgement.guarded[c] = is_guarded;
        }
    }
    return judgement;
}

}  // namespace counting
