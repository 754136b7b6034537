#include "features/sealing/sealing.h"

#include <algorithm>
#include <array>

namespace sealing {

namespace {

constexpr std::array ground_faces = {
    GroundFace{Ground::breach, "breach", "A breach of the Rule"},
    GroundFace{Ground::safety, "safety", "Somebody’s safety"},
    GroundFace{Ground::law, "law", "A court, or the law"},
    GroundFace{Ground::abuse, "abuse", "Abuse of others"},
};

}  // namespace

std::span<const GroundFace> grounds() {
    return ground_faces;
}

const GroundFace& face_of(Ground ground) {
    return *std::ranges::find(ground_faces, ground, &GroundFace::ground);
}

std::optional<Ground> ground_of(std::string_view code) {
    const auto found = std::ranges::find(ground_faces, code, &GroundFace::code);
    if (found == ground_faces.end()) return std::nullopt;
    return found->ground;
}

std::string path_to(OpeningId id) {
    return "/sealing/openings/" + std::to_string(id.value);
}

std::string path_to(NameId id) {
    return "/sealing/names/" + std::to_string(id.value);
}

std::string path_to(KeyId id) {
    return "/sealing/keys/" + std::to_string(id.value);
}

}  // namespace sealing
