#include "platform/crypto/password.h"

#include <gtest/gtest.h>

#include <chrono>

namespace crypto {
namespace {

TEST(Password, ItsHashSaysHowItWasMade) {
    EXPECT_TRUE(hash_password("secret").starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    EXPECT_TRUE(hash_password("secret", Effort::least).starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
}

TEST(Password, IsKnownAgainByItsHashOnly) {
    const std::string hash = hash_password("corréct horse", Effort::least);
    EXPECT_TRUE(is_password(hash, "corréct horse"));
    EXPECT_FALSE(is_password(hash, "corréct hors"));
    EXPECT_FALSE(is_password(hash, "Corréct horse"));
    EXPECT_FALSE(is_password(hash, ""));
    EXPECT_FALSE(is_password(hash, std::string_view("corréct horse\0", 15)));
}

TEST(Password, TwoHashesOfOnePasswordDiffer) {
    EXPECT_NE(hash_password("a", Effort::least), hash_password("a", Effort::least));
}

TEST(Password, EmptyAndLongAndBinaryOnesAreHashedToo) {
    for (const std::string& password :
         {std::string(), std::string(5000, 'x'), std::string("a\0b", 3)}) {
        EXPECT_TRUE(is_password(hash_password(password, Effort::least), password));
    }
    EXPECT_FALSE(is_password(hash_password(std::string("a\0b", 3), Effort::least), "a"));
}

TEST(Password, WhatIsNoHashFitsNoPassword) {
    for (const char* hash : {"", "secret", "$argon2id$", "$argon2id$v=19$m=65536,t=3,p=1$AA$",
                             "$argon2i$v=19$m=8,t=3,p=1$c29tZXNhbHQ$x", "!"}) {
        EXPECT_FALSE(is_password(hash, "secret")) << hash;
        EXPECT_FALSE(is_password(hash, "")) << hash;
    }
}

TEST(Password, NobodysCheckCostsWhatAPersonsCheckCosts) {
    const auto took = [](auto work) {
        const auto start = std::chrono::steady_clock::now();
        work();
        return std::chrono::steady_clock::now() - start;
    };
    const std::string hash = hash_password("secret");
    const auto real = took([&] { is_password(hash, "other"); });
    const auto nobody = took([] { spend_like_a_check(); });
    EXPECT_LT(nobody, real * 10);
    EXPECT_LT(real, nobody * 10);
}

}  // namespace
}  // namespace crypto
