#pragma once
// Small elections for the tests of this room, written as in a .blt file, and results as short
// texts.

#include "features/counting/counting.h"

#include <gtest/gtest.h>

namespace counting::testing {

// Candidates A, B, C …; ballots like "5 1 2". The head may have lines of withdrawn candidates.
inline Election made(int candidates, int seats, const std::vector<std::string>& ballots,
                     const std::string& withdrawn = "") {
    std::string text = std::to_string(candidates) + " " + std::to_string(seats) + "\n" + withdrawn;
    for (const std::string& ballot : ballots) text += ballot + " 0\n";
    text += "0\n";
    for (int c = 0; c < candidates; ++c) text += "\"" + std::string(1, char('A' + c)) + "\"\n";
    auto election = read_blt(text + "\"made\"\n");
    if (!election) throw std::runtime_error(election.error().reason + "\n" + text);
    return std::move(*election);
}

inline Result counted(const Election& election, Rule rule, const Terms& terms = {}) {
    auto result = count(election, rule, terms);
    if (!result) throw std::runtime_error(result.error());
    return std::move(*result);
}

inline std::string letters(const std::vector<int>& candidates) {
    std::string text;
    for (const int c : candidates) text += static_cast<char>('A' + c);
    return text;
}

// "1.5 2 0 | 0.5": the votes of a stage, and what is non-transferable.
inline std::string row(const Result& result, int number) {
    const Stage& stage = result.stages.at(static_cast<std::size_t>(number - 1));
    std::string text;
    for (const std::int64_t votes : stage.votes) text += votes_words(votes, result.digits) + " ";
    return text + "| " + votes_words(stage.non_transferable, result.digits);
}

inline const Stage& stage(const Result& result, int number) {
    return result.stages.at(static_cast<std::size_t>(number - 1));
}

}  // namespace counting::testing
