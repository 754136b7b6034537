#include "features/account/sealed.h"

#include "platform/base/json.h"
#include "platform/crypto/seal.h"

namespace account {

namespace {

constexpr std::string_view half_way_purpose = "half of a sign-in";

std::string purpose_of(const Sealing& sealing) {
    return std::string(sealing.purpose) + '\n' + std::string(sealing.bound);
}

}  // namespace

std::string seal(const Sealing& sealing, const Parts& parts, base::Instant expires) {
    base::Json json = {{"until", expires.time_since_epoch().count()}, {"parts", parts}};
    return crypto::seal(sealing.door.key, purpose_of(sealing), json.dump());
}

std::optional<Parts> open(const Sealing& sealing, std::string_view sealed, base::Instant now) {
    const auto text = crypto::open(sealing.door.key, purpose_of(sealing), sealed);
    if (!text) return std::nullopt;
    const auto json = base::Json::parse(*text);  // ours: nobody else can have made it
    if (json.at("until").get<std::int64_t>() <= now.time_since_epoch().count()) return std::nullopt;
    return json.at("parts").get<Parts>();
}

std::string seal_half_way(const Door& door, std::string_view bound, const HalfWay& half,
                          base::Instant now) {
    return seal({door, half_way_purpose, bound},
                {{"person", std::to_string(half.person.value)}, {"way", half.way}},
                now + challenge_life);
}

std::optional<HalfWay> open_half_way(const Door& door, std::string_view bound,
                                     std::string_view sealed, base::Instant now) {
    const auto parts = open({door, half_way_purpose, bound}, sealed, now);
    if (!parts) return std::nullopt;
    return HalfWay{identity::PersonId{std::stoll(parts->at("person"))}, parts->at("way")};
}

}  // namespace account
