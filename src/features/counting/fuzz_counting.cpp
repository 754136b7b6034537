// Any bytes as a .blt file: refused with a line and a sentence, or read, written and read again to
// the same, and counted by every rule without a vote gained or lost.

#include "features/counting/counting.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace counting;

void require(bool holds) {
    if (!holds) std::abort();
}

std::int64_t all_votes(const Stage& stage) {
    std::int64_t sum = stage.non_transferable;
    for (const std::int64_t votes : stage.votes) {
        require(votes >= 0);
        sum += votes;
    }
    return sum;
}

void check(const Election& election, const Result& result) {
    require(result.elected.size() <= static_cast<std::size_t>(election.seats));
    require(result.outcome != Outcome::counted || result.unfilled() == 0);
    for (const Stage& stage : result.stages) {
        require(stage.non_transferable >= 0);
        require(all_votes(stage) == all_votes(result.stages.front()));
    }
    require(!text_of(election, result).empty());
    require(!csv_of(election, result).empty());
    (void)diagram_of(election, result, Placed::alone).text();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    auto election = read_blt({reinterpret_cast<const char*>(bytes), size});
    if (!election) {
        require(election.error().line > 0 && election.error().reason.ends_with('.'));
        return 0;
    }
    const auto again = read_blt(blt_of(*election));
    require(again && blt_of(*again) == blt_of(*election));
    for (const Rule rule : {Rule::scottish, Rule::ers97, Rule::meek, Rule::block, Rule::irv}) {
        if (rule == Rule::irv) election->seats = 1;
        const auto result = count(*election, rule, {});
        require(result.has_value());
        check(*election, *result);
    }
    return 0;
}
