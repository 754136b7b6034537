#pragma once
// The rules once more, for tests: paper by paper, without merging, piles or any care for speed, and
// written from the rules' own words. What the real ones give for small elections must be the same.

#include "features/counting/counting.h"

namespace counting::testing {

struct ModelStage {
    std::vector<std::int64_t> votes;
    std::int64_t non_transferable = 0;
    std::int64_t quota = 0;
};

struct ModelResult {
    std::vector<int> elected;
    std::vector<ModelStage> stages;
};

// Rankings one a paper, of candidates from 0. More candidates than seats, and one valid paper at
// least.
ModelResult model_scottish(const std::vector<std::vector<int>>& papers, int candidates, int seats);
ModelResult model_ers97(const std::vector<std::vector<int>>& papers, int candidates, int seats);
ModelResult model_meek(const std::vector<std::vector<int>>& papers, int candidates, int seats);

}  // namespace counting::testing
