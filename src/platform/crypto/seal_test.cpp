#include "platform/crypto/seal.h"

#include "platform/crypto/random.h"
#include "platform/crypto/token.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace crypto {
namespace {

TEST(Seal, OpensToWhatWasSealed) {
    const std::string key = random_bytes(32);
    for (const std::string& text : {std::string(), std::string("person 7"),
                                    std::string("a\0b\xFF", 4), std::string(4000, 'x')}) {
        EXPECT_EQ(open(key, "sign-in", seal(key, "sign-in", text)), text);
    }
}

TEST(Seal, HidesItsTextAndNeverRepeats) {
    const std::string one = seal("key", "sign-in", "meera@example.org");
    EXPECT_NE(one, seal("key", "sign-in", "meera@example.org"));
    EXPECT_FALSE(from_base64url(one)->contains("meera"));
    EXPECT_EQ(one.find_first_of("+/=%"), std::string::npos);
}

TEST(Seal, IsBoundToItsKeyAndItsPurpose) {
    const std::string sealed = seal("key", "sign-in", "person 7");
    EXPECT_EQ(open("kez", "sign-in", sealed), std::nullopt);
    EXPECT_EQ(open("key", "sign-up", sealed), std::nullopt);
    EXPECT_EQ(open("key", "", sealed), std::nullopt);
    EXPECT_THROW(seal("", "sign-in", "text"), std::invalid_argument);
    EXPECT_THROW(open("", "sign-in", sealed), std::invalid_argument);
}

TEST(Seal, OneChangedBitSpoilsIt) {
    const std::string bytes = *from_base64url(seal("key", "sign-in", "person 7"));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string tampered = bytes;
        tampered[bit / 8] = static_cast<char>(tampered[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_EQ(open("key", "sign-in", base64url(tampered)), std::nullopt) << bit;
    }
}

TEST(Seal, WhatIsCutOrAddedToIsRefused) {
    const std::string sealed = seal("key", "sign-in", "person 7");
    for (std::size_t size = 0; size < sealed.size(); ++size) {
        EXPECT_EQ(open("key", "sign-in", sealed.substr(0, size)), std::nullopt) << size;
    }
    EXPECT_EQ(open("key", "sign-in", sealed + "A"), std::nullopt);
    EXPECT_EQ(open("key", "sign-in", sealed + "AAAA"), std::nullopt);
    EXPECT_EQ(open("key", "sign-in", "not sealed at all"), std::nullopt);
}

}  // namespace
}  // namespace crypto
