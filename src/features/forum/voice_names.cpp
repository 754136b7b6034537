#include "features/forum/voices.h"

#include "platform/crypto/random.h"

#include <algorithm>
#include <array>

namespace forum {

namespace {

constexpr auto tints = std::to_array<std::string_view>(
    {"Amber", "Ash",    "Azure",  "Birch",   "Bronze",  "Cedar",  "Chalk",   "Chestnut", "Cinder",
     "Clay",  "Cobalt", "Copper", "Coral",   "Dawn",    "Dune",   "Dusk",    "Elm",      "Ember",
     "Fern",  "Flint",  "Frost",  "Granite", "Harbour", "Hazel",  "Heather", "Indigo",   "Ivory",
     "Jade",  "Larch",  "Lilac",  "Linen",   "Maple",   "Marble", "Meadow",  "Mist",     "Moss",
     "Oak",   "Ochre",  "Olive",  "Opal",    "Pebble",  "Pine",   "Reed",    "Rowan",    "Saffron",
     "Sage",  "Sand",   "Sienna", "Silver",  "Slate",   "Spruce", "Teal",    "Thistle",  "Topaz",
     "Umber", "Velvet", "Violet", "Walnut",  "Willow",  "Winter"});
constexpr auto birds = std::to_array<std::string_view>(
    {"Avocet",    "Bittern",   "Brambling",  "Bunting",   "Bustard",   "Chough",     "Coot",
     "Cormorant", "Corncrake", "Crane",      "Curlew",    "Dipper",    "Dotterel",   "Dunlin",
     "Dunnock",   "Egret",     "Eider",      "Fieldfare", "Firecrest", "Gadwall",    "Gannet",
     "Garganey",  "Godwit",    "Goldeneye",  "Goosander", "Goshawk",   "Grebe",      "Guillemot",
     "Harrier",   "Heron",     "Hobby",      "Hoopoe",    "Kestrel",   "Kingfisher", "Kittiwake",
     "Knot",      "Lapwing",   "Linnet",     "Merlin",    "Moorhen",   "Nightjar",   "Nuthatch",
     "Osprey",    "Ouzel",     "Petrel",     "Pintail",   "Pipit",     "Plover",     "Pochard",
     "Puffin",    "Redshank",  "Sanderling", "Shelduck",  "Shoveler",  "Siskin",     "Skylark",
     "Snipe",     "Tern",      "Turnstone",  "Wagtail",   "Whimbrel",  "Wigeon"});

std::size_t drawn(std::size_t count) {
    const auto bytes = crypto::random_bytes(4);
    std::size_t number = 0;
    for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
    return number % count;
}

}  // namespace

std::string fresh_name(const std::vector<std::string>& taken) {
    constexpr int tries_max = 200;
    std::string name;
    for (int tries = 0; tries < tries_max; ++tries) {
        name = std::string(tints[drawn(tints.size())]) + " " +
               std::string(birds[drawn(birds.size())]);
        if (std::ranges::find(taken, name) == taken.end()) return name;
    }
    return name + " " + std::to_string(taken.size() + 1);
}

}  // namespace forum
