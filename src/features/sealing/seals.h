#pragma once
// How a name is closed and opened: pure, of keys and bytes. For each two keys of different holders
// there is a random pad, closed for the one, and the name under that pad, closed for the other.

#include "features/sealing/sealing.h"
#include "platform/crypto/sealed_box.h"

#include <memory>

namespace sealing {

// nullptr where it is no phrase.
std::unique_ptr<const crypto::KeyPair> key_of(std::string_view phrase);

// What is shown is typed back: whoever cannot has not written it down.
base::Verdict is_typed_back(std::string_view phrase, std::string_view typed);

std::string binding_of(std::string_view binding);  // 32 bytes, as they are kept
// What is sealed with a name, 32 bytes: to what it is bound, and under which words it stands where.
std::string bound_to(std::string_view kept_binding, const Label& label);

// To each two keys that no one person knows both of.
Envelope sealed_to(const std::vector<Key>& keys, PersonId who, std::string_view binding,
                   const Label& label);

// Both halves together; nothing where they are not of one name, or it is of something else.
std::optional<PersonId> named_by(std::string_view first, std::string_view second,
                                 std::string_view bound);

}  // namespace sealing
