#include "features/membership/membership.h"

#include <algorithm>
#include <array>

namespace membership {

namespace {

// reads, votes, stands, vouches, is listed
constexpr std::array faces = {
    CategoryFace{Category::full,
                 "full",
                 "Full member",
                 "Holds the role that the network is for.",
                 {true, true, true, true, true}},
    CategoryFace{Category::deputy,
                 "deputy",
                 "Deputy or aspiring member",
                 "Deputises for whoever holds the role, or is on the way there.",
                 {true, true, false, true, true}},
    CategoryFace{Category::wider,
                 "wider",
                 "Wider member",
                 "Works for a health service provider, in any role.",
                 {true, false, false, false, true}},
    CategoryFace{Category::specialist,
                 "specialist",
                 "Specialist member",
                 "Works in the subject of a specialist network.",
                 {true, true, true, true, true}},
    CategoryFace{Category::international,
                 "international",
                 "International member",
                 "Works in health IT in another country.",
                 {true, false, false, true, true}},
    CategoryFace{Category::patient,
                 "patient",
                 "Patient or lay member",
                 "Speaks for those who are cared for.",
                 {true, false, false, false, true}},
    CategoryFace{Category::alumni,
                 "alumni",
                 "Alumna or alumnus",
                 "Has left the role, and stays in touch.",
                 {true, false, false, false, true}},
    CategoryFace{Category::sponsor,
                 "sponsor",
                 "Sponsor contact",
                 "Speaks for a sponsor. Never sees the forum.",
                 {}},
};

}  // namespace

std::span<const CategoryFace> categories() {
    return faces;
}

const CategoryFace& face_of(Category category) {
    return faces[static_cast<std::size_t>(category) - 1];
}

std::optional<Category> category_of(std::string_view code) {
    const auto found = std::ranges::find(faces, code, &CategoryFace::code);
    if (found == faces.end()) return std::nullopt;
    return found->category;
}

std::string rights_words(const CategoryRights& rights) {
    if (!rights.reads) return "Sees nothing of the forum.";
    std::string words = "Reads and speaks";
    if (rights.votes) words += ", votes";
    if (rights.stands) words += ", can stand for an office";
    if (rights.vouches) words += ", can vouch";
    return words + ".";
}

Standing standing_of(Category category) {
    if (category == Category::full) return Standing::role_holder;
    return category == Category::deputy ? Standing::deputy : Standing::other;
}

}  // namespace membership
