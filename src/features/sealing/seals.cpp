#include "features/sealing/seals.h"

#include "platform/crypto/phrase.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"

#include <algorithm>

namespace sealing {

namespace {

// What a pair closes: eight bytes of whose, and to what it is bound. Of one length for everybody.
constexpr std::size_t person_bytes = 8;

std::string payload_of(PersonId who, std::string_view bound) {
    std::string payload;
    for (std::size_t at = 0; at < person_bytes; ++at) {
        payload += static_cast<char>((who.value >> (8 * at)) & 0xFF);
    }
    return payload.append(bound);
}

}  // namespace

std::unique_ptr<const crypto::KeyPair> key_of(std::string_view phrase) {
    auto secret = crypto::secret_of(phrase);
    if (!secret) return nullptr;
    auto pair = std::make_unique<const crypto::KeyPair>(*secret, "moothall officer's key");
    crypto::wipe(*secret);
    return pair;
}

base::Verdict is_typed_back(std::string_view phrase, std::string_view typed) {
    const auto shown = crypto::secret_of(phrase);
    if (!shown) return base::Refusal{"Open this page again for a fresh phrase."};
    if (crypto::secret_of(typed) == shown) return base::allowed;
    return base::Refusal{"That is not the phrase above. Type it from your paper, all twelve words",
                         "typed"};
}

std::string binding_of(std::string_view binding) {
    return crypto::digest(binding);
}

std::string bound_to(std::string_view kept_binding, const Label& label) {
    std::string all(kept_binding);  // of one length: what follows begins at one place
    all.append(label.words).append(1, '\0').append(label.path);
    return crypto::digest(all);
}

Envelope sealed_to(const std::vector<Key>& keys, PersonId who, std::string_view binding,
                   const Label& label) {
    Envelope envelope{.pairs = {}, .binding = binding_of(binding), .label = label};
    std::string payload = payload_of(who, bound_to(envelope.binding, label));
    std::vector<const Key*> in_order;
    for (const Key& key : keys) in_order.push_back(&key);
    std::ranges::sort(in_order, {}, [](const Key* key) { return key->id.value; });
    for (std::size_t first = 0; first < in_order.size(); ++first) {
        for (std::size_t second = first + 1; second < in_order.size(); ++second) {
            const Key &one = *in_order[first], &other = *in_order[second];
            if (one.known_to() && one.known_to() == other.known_to()) continue;
            std::string pad = crypto::random_bytes(payload.size());
            std::string under = crypto::exclusive_or(payload, pad);
            envelope.pairs.push_back({one.id, other.id, crypto::close_box(one.public_key, pad),
                                      crypto::close_box(other.public_key, under)});
            crypto::wipe(pad);
            crypto::wipe(under);
        }
    }
    crypto::wipe(payload);
    return envelope;
}

std::optional<PersonId> named_by(std::string_view first, std::string_view second,
                                 std::string_view bound) {
    if (first.size() != second.size() || first.size() <= person_bytes) return std::nullopt;
    std::string payload = crypto::exclusive_or(first, second);
    PersonId who;
    for (std::size_t at = 0; at < person_bytes; ++at) {
        who.value |= static_cast<std::int64_t>(static_cast<unsigned char>(payload[at])) << (8 * at);
    }
    const bool is_whole = crypto::equal(std::string_view(payload).substr(person_bytes), bound);
    crypto::wipe(payload);
    if (!is_whole) return std::nullopt;
    return who;
}

}  // namespace sealing
