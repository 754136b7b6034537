#include "features/counting/test_models.h"

#include <algorithm>
#include <map>
#include <set>

namespace counting::testing {

namespace {

using Ranking = std::vector<int>;

struct ModelPaper {
    Ranking ranking;
    std::int64_t value = 0;
    int holder = nowhere;
    int batch = 0;  // of ERS97: a number for all that came together
};

enum class State { hopeful, elected, excluded };

struct Model {
    std::vector<ModelPaper> papers;
    std::vector<State> states;
    std::vector<std::int64_t> kept;  // what an elected candidate has without papers of their own
    int seats;
    std::int64_t cast;
    ModelResult result;

    Model(const std::vector<Ranking>& rankings, int candidates, int seats_, std::int64_t unit)
        : states(static_cast<std::size_t>(candidates), State::hopeful),
          kept(static_cast<std::size_t>(candidates), 0),
          seats(seats_) {
        for (const Ranking& ranking : rankings) {
            if (!ranking.empty()) papers.push_back({ranking, unit, ranking.front(), 0});
        }
        cast = static_cast<std::int64_t>(papers.size()) * unit;
    }

    State& state(int c) { return states[static_cast<std::size_t>(c)]; }

    std::vector<int> hopeful() {
        std::vector<int> all;
        for (int c = 0; c < static_cast<int>(states.size()); ++c) {
            if (state(c) == State::hopeful) all.push_back(c);
        }
        return all;
    }

    int left() { return seats - static_cast<int>(result.elected.size()); }

    std::int64_t votes(int c) {
        std::int64_t sum = kept[static_cast<std::size_t>(c)];
        for (const ModelPaper& paper : papers) sum += paper.holder == c ? paper.value : 0;
        return sum;
    }

    int next(const ModelPaper& paper) {
        bool is_past = false;
        for (const int c : paper.ranking) {
            if (is_past && state(c) == State::hopeful) return c;
            is_past = is_past || c == paper.holder;
        }
        return nowhere;
    }

    void note(std::int64_t quota) {
        ModelStage stage;
        std::int64_t sum = 0;
        for (int c = 0; c < static_cast<int>(states.size()); ++c) {
            stage.votes.push_back(votes(c));
            sum += stage.votes.back();
        }
        stage.non_transferable = cast - sum;
        stage.quota = quota;
        result.stages.push_back(stage);
    }

    void elect(std::vector<int> all) {
        std::ranges::stable_sort(all, [&](int a, int b) { return votes(a) > votes(b); });
        for (const int c : all) {
            if (left() == 0) return;
            state(c) = State::elected;
            result.elected.push_back(c);
        }
    }

    // One of those with the extreme votes: `order` gives the stages that are looked at.
    int one_of(std::vector<int> all, bool wants_most, const std::vector<std::size_t>& order) {
        const auto keep_best = [&](auto value) {
            std::int64_t best = value(all.front());
            for (const int c : all) {
                if (wants_most ? value(c) > best : value(c) < best) best = value(c);
            }
            std::erase_if(all, [&](int c) { return value(c) != best; });
        };
        keep_best([&](int c) { return votes(c); });
        for (const std::size_t s : order) {
            keep_best([&](int c) { return result.stages[s].votes[static_cast<std::size_t>(c)]; });
        }
        return *std::ranges::min_element(all);
    }

    std::vector<std::size_t> stages(bool is_backward) {
        std::vector<std::size_t> order;
        for (std::size_t s = 0; s < result.stages.size(); ++s) order.push_back(s);
        if (is_backward) std::ranges::reverse(order);
        return order;
    }
};

}  // namespace

ModelResult model_scottish(const std::vector<Ranking>& rankings, int candidates, int seats) {
    constexpr std::int64_t unit = 100'000;
    Model m(rankings, candidates, seats, unit);
    const std::int64_t quota = (static_cast<std::int64_t>(m.papers.size()) / (seats + 1) + 1) *
                               unit;
    const auto end_stage = [&] {
        m.note(quota);
        std::vector<int> reached;
        for (const int c : m.hopeful()) {
            if (m.votes(c) >= quota) reached.push_back(c);
        }
        m.elect(reached);
        if (static_cast<int>(m.hopeful().size()) == m.left()) m.elect(m.hopeful());
    };
    end_stage();
    while (m.left() > 0) {
        std::vector<int> over;
        for (const int c : m.result.elected) {
            if (m.votes(c) > quota) over.push_back(c);
        }
        if (!over.empty()) {
            const int from = m.one_of(over, true, m.stages(true));
            const std::int64_t votes = m.votes(from), surplus = votes - quota;
            for (ModelPaper& paper : m.papers) {
                if (paper.holder != from) continue;
                paper.holder = m.next(paper);
                paper.value = paper.value * surplus / votes;
            }
            m.kept[static_cast<std::size_t>(from)] = quota;
        } else {
            const int from = m.one_of(m.hopeful(), false, m.stages(true));
            m.state(from) = State::excluded;
            for (ModelPaper& paper : m.papers) {
                if (paper.holder == from) paper.holder = m.next(paper);
            }
        }
        end_stage();
    }
    return m.result;
}

namespace {

constexpr std::int64_t hundred = 100;

struct ModelErs97 : Model {
    using Model::Model;
    std::int64_t quota = 0;
    int batches = 0;

    std::int64_t non_transferable() {
        std::int64_t sum = 0;
        for (int c = 0; c < static_cast<int>(states.size()); ++c) sum += votes(c);
        return cast - sum;
    }

    void deem() {
        while (left() > 0) {
            std::int64_t active = cast - non_transferable();
            for (const int c : result.elected) active -= std::min(votes(c), quota);
            std::int64_t most = 0;
            for (const int c : hopeful()) most = std::max(most, votes(c));
            if (most == 0 || (most < quota && most * (left() + 1) < active)) return;
            std::vector<int> at_most;
            for (const int c : hopeful()) {
                if (votes(c) == most) at_most.push_back(c);
            }
            for (const std::size_t s : stages(false)) {
                if (static_cast<int>(at_most.size()) <= left()) break;
                const auto then = [&](int c) {
                    return result.stages[s].votes[static_cast<std::size_t>(c)];
                };
                const std::int64_t best = then(*std::ranges::max_element(at_most, {}, then));
                std::erase_if(at_most, [&](int c) { return then(c) != best; });
            }
            if (static_cast<int>(at_most.size()) > left()) return;
            elect(at_most);
        }
    }

    void end_stage() {
        if (result.elected.empty() && non_transferable() > 0) {
            quota = (cast - non_transferable() + seats) / (seats + 1);
        }
        note(quota);
        deem();
    }

    std::vector<int> group(std::int64_t surpluses) {
        std::vector<int> rising = hopeful();
        std::ranges::stable_sort(rising, [&](int a, int b) { return votes(a) < votes(b); });
        std::vector<int> largest;
        for (std::size_t i = 1; i < rising.size(); ++i) {
            std::int64_t sum = surpluses;
            for (std::size_t k = 0; k < i; ++k) sum += votes(rising[k]);
            const bool is_enough = static_cast<int>(rising.size() - i) >= left();
            const bool is_boundary = votes(rising[i - 1]) != votes(rising[i]);
            if (is_enough && is_boundary && sum <= votes(rising[i])) {
                largest.assign(rising.begin(), rising.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        return largest;
    }

    void transfer_surplus(int from) {
        const std::int64_t surplus = votes(from) - quota;
        int last = 0;
        for (const ModelPaper& paper : papers) {
            if (paper.holder == from) last = std::max(last, paper.batch);
        }
        std::int64_t transferable = 0, value = 0;
        for (const ModelPaper& paper : papers) {
            if (paper.holder != from || paper.batch != last) continue;
            value = paper.value;
            transferable += next(paper) != nowhere;
        }
        if (transferable * value > surplus) value = surplus / transferable;
        ++batches;
        for (ModelPaper& paper : papers) {
            if (paper.holder != from) continue;
            const bool moves = paper.batch == last;
            paper.holder = moves ? next(paper) : nowhere;
            if (moves) paper.value = value;
            if (moves) paper.batch = batches;
        }
        kept[static_cast<std::size_t>(from)] = quota;
        end_stage();
    }

    void exclude(const std::vector<int>& all) {
        std::set<std::int64_t, std::greater<>> values;
        for (const ModelPaper& paper : papers) {
            if (std::ranges::count(all, paper.holder) > 0 && paper.value > 0) {
                values.insert(paper.value);
            }
        }
        if (values.empty()) values.insert(hundred);
        for (const int c : all) state(c) = State::excluded;
        for (const std::int64_t value : values) {
            ++batches;
            for (ModelPaper& paper : papers) {
                if (std::ranges::count(all, paper.holder) == 0 || paper.value != value) continue;
                paper.holder = next(paper);
                paper.batch = batches;
            }
            end_stage();
            if (left() == 0) return;
        }
    }
};

}  // namespace

ModelResult model_ers97(const std::vector<Ranking>& rankings, int candidates, int seats) {
    ModelErs97 m(rankings, candidates, seats, hundred);
    m.quota = (m.cast + seats) / (seats + 1);
    m.end_stage();
    while (m.left() > 0) {
        if (static_cast<int>(m.hopeful().size()) == m.left()) {
            m.elect(m.hopeful());
            break;
        }
        std::int64_t surpluses = 0;
        std::vector<int> over;
        for (const int c : m.result.elected) {
            if (m.votes(c) > m.quota) over.push_back(c);
            surpluses += std::max<std::int64_t>(m.votes(c) - m.quota, 0);
        }
        std::vector<int> group = m.group(surpluses);
        if (surpluses > 0 && group.empty()) {
            m.transfer_surplus(m.one_of(over, true, m.stages(false)));
            continue;
        }
        if (group.empty()) group = {m.one_of(m.hopeful(), false, m.stages(false))};
        if (static_cast<int>(m.hopeful().size() - group.size()) == m.left()) {
            for (const int c : group) m.state(c) = State::excluded;
            m.elect(m.hopeful());
            break;
        }
        m.exclude(group);
    }
    return m.result;
}

ModelResult model_meek(const std::vector<Ranking>& rankings, int candidates, int seats) {
    constexpr std::int64_t unit = 1'000'000'000, omega = 1'000;
    __extension__ typedef __int128 Large;
    const auto up = [](Large number, Large by) {
        return static_cast<std::int64_t>((number + by - 1) / by);
    };
    Model m(rankings, candidates, seats, unit);
    std::vector<std::int64_t> factor(static_cast<std::size_t>(candidates), unit);
    std::vector<std::int64_t> votes;
    while (m.left() > 0 && static_cast<int>(m.hopeful().size()) > m.left()) {
        std::int64_t last = -1;
        for (;;) {
            votes.assign(static_cast<std::size_t>(candidates), 0);
            std::int64_t sum = 0;
            for (const ModelPaper& paper : m.papers) {
                std::int64_t weight = unit;
                for (const int c : paper.ranking) {
                    const auto i = static_cast<std::size_t>(c);
                    const std::int64_t kept = up(Large{weight} * factor[i], unit);
                    votes[i] += kept;
                    weight -= kept;
                    sum += kept;
                }
            }
            const std::int64_t quota = sum / (seats + 1) + 1;
            std::vector<int> reached;
            for (const int c : m.hopeful()) {
                if (votes[static_cast<std::size_t>(c)] >= quota) reached.push_back(c);
            }
            const auto noted = [&] { m.result.stages.push_back({votes, m.cast - sum, quota}); };
            for (const int c : reached) {
                m.state(c) = State::elected;
                m.result.elected.push_back(c);
            }
            if (!reached.empty()) {
                noted();
                break;
            }
            std::int64_t surplus = 0;
            for (const int c : m.result.elected)
                surplus += votes[static_cast<std::size_t>(c)] - quota;
            surplus = std::max<std::int64_t>(surplus, 0);
            if (surplus < omega || (last >= 0 && surplus >= last)) {
                noted();
                std::int64_t lowest = votes[static_cast<std::size_t>(m.hopeful().front())];
                for (const int c : m.hopeful()) {
                    lowest = std::min(lowest, votes[static_cast<std::size_t>(c)]);
                }
                for (const int c : m.hopeful()) {
                    if (votes[static_cast<std::size_t>(c)] > lowest + surplus) continue;
                    m.state(c) = State::excluded;
                    factor[static_cast<std::size_t>(c)] = 0;
                    break;
                }
                break;
            }
            last = surplus;
            for (const int c : m.result.elected) {
                const auto i = static_cast<std::size_t>(c);
                factor[i] = up(Large{up(Large{factor[i]} * quota, unit)} * unit, votes[i]);
            }
        }
    }
    if (m.left() > 0) {
        for (const int c : m.hopeful()) m.result.elected.push_back(c);
    }
    return m.result;
}

}  // namespace counting::testing
