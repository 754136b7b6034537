#include "platform/crypto/guessable.h"

#include <gtest/gtest.h>

namespace crypto {
namespace {

TEST(Guessable, CommonPasswordsAndTheirVariantsAreGuessedSoon) {
    for (const char* common :
         {"password1234", "passwordpassword", "123456789012", "qwertyuiopas", "letmeinletmein",
          "iloveyou1234", "Password123!", "administrator", "welcome12345", "manchesterunited",
          "football2024", "aaaaaaaaaaaa", "1q2w3e4r5t6y", "abcdefghijklm", "Pa$$w0rd2026"}) {
        EXPECT_LT(guess_bits(common, {}), guess_bits_min) << common;
    }
}

TEST(Guessable, SomeWordsThatDoNotBelongTogetherHold) {
    for (const char* good : {"correct horse battery staple", "horse walks green", "kqzvxmwbtrns",
                             "three words easy", "Løvetann under broen", "窓から見える青い山"}) {
        EXPECT_GE(guess_bits(good, {}), guess_bits_min) << good;
    }
}

TEST(Guessable, OnesOwnNameAndPlaceCountForLittle) {
    const std::string password = "wrexleyharbourne7";
    EXPECT_GE(guess_bits(password, {}), guess_bits_min);
    EXPECT_LT(guess_bits(password, {"wrexley", "harbourne"}), guess_bits_min);
}

TEST(Guessable, LengthDoesNotCost) {
    EXPECT_GE(guess_bits(std::string("kqzvxmwbtrns horse") + std::string(100'000, 'x'), {}),
              guess_bits_min);
    EXPECT_LT(guess_bits(std::string(100'000, 'x'), {}), guess_bits_min);
    EXPECT_LT(guess_bits("", {}), guess_bits_min);
}

}  // namespace
}  // namespace crypto
