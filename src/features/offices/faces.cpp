#include "features/offices/offices.h"

#include <algorithm>
#include <array>

namespace offices {

namespace {

constexpr std::array faces = {
    OfficeFace{
        Office::administrator, "administrator", "Administrator",
        "They appoint to every office, set the rule of areas, look after the machine, and do "
        "all that a community manager does.",
        Place::community},
    OfficeFace{
        Office::community_manager, "community_manager", "Community manager",
        "They found networks, decide on members everywhere and on appeals, appoint those who "
        "lead networks, and let people in who have lost a second factor.",
        Place::community},
    OfficeFace{Office::moderator, "moderator", "Moderator",
               "They close, pin and hide topics and posts, with a reason that members read.",
               Place::either},
    OfficeFace{Office::chair, "chair", "Chair",
               "They decide on who belongs to the network and who holds its role, moderate its "
               "forum, and write notices to its members."},
    OfficeFace{
        Office::vice_chair, "vice_chair", "Vice chair",
        "They decide on who belongs to the network and who holds its role, and write notices "
        "to its members."},
    OfficeFace{Office::panel_member, "panel_member", "Panel member",
               "They stand on the network’s page as members of its panel."},
};

}  // namespace

std::span<const OfficeFace> offices() {
    return faces;
}

const OfficeFace& face_of(Office office) {
    return faces[static_cast<std::size_t>(office) - 1];
}

std::optional<Office> office_of(std::string_view role) {
    const auto face = std::ranges::find(faces, role, &OfficeFace::role);
    return face == faces.end() ? std::nullopt : std::optional(face->office);
}

std::string title_of(Office office, std::string_view network) {
    const std::string words(face_of(office).words);
    return network.empty() ? words : words + " of the " + std::string(network) + " network";
}

std::string Held::title() const {
    return title_of(office, network ? network->short_name : "");
}

std::string Plan::title() const {
    return title_of(office, network ? network->short_name : "");
}

}  // namespace offices
