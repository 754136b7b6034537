#include "platform/crypto/one_time_code.h"

#include <gtest/gtest.h>

namespace crypto {
namespace {

const std::string rfc_secret = "12345678901234567890";
base::Instant at(std::int64_t seconds) {
    return base::Instant(base::seconds(seconds));
}

// RFC 6238, appendix B, the last six of its eight digits.
TEST(OneTimeCode, TheExamplesOfTheStandard) {
    const std::pair<std::int64_t, const char*> examples[] = {
        {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
        {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
    for (const auto& [seconds, code] : examples) {
        EXPECT_EQ(one_time_code(rfc_secret, code_step_of(at(seconds))), code);
    }
}

TEST(OneTimeCode, GoodInItsOwnHalfMinuteAndTheNeighboursAndOnce) {
    const std::string code = one_time_code(rfc_secret, 1000);
    for (const std::int64_t seconds : {29'970, 30'000, 30'029, 30'059}) {
        EXPECT_EQ(step_of_code(rfc_secret, code, at(seconds), 0), 1000) << seconds;
    }
    for (const std::int64_t seconds : {29'969, 30'060, 0}) {
        EXPECT_FALSE(step_of_code(rfc_secret, code, at(seconds), 0)) << seconds;
    }
    EXPECT_FALSE(step_of_code(rfc_secret, code, at(30'000), 1000)) << "used";
    EXPECT_TRUE(step_of_code(rfc_secret, code, at(30'000), 999));
}

TEST(OneTimeCode, SpacesDoNotMatterAndNothingElseIsForgiven) {
    std::string code = one_time_code(rfc_secret, 1000);
    EXPECT_TRUE(step_of_code(rfc_secret, code.substr(0, 3) + " " + code.substr(3), at(30'000), 0));
    EXPECT_FALSE(step_of_code(rfc_secret, code.substr(0, 5), at(30'000), 0));
    EXPECT_FALSE(step_of_code(rfc_secret, code + "0", at(30'000), 0));
    EXPECT_FALSE(step_of_code(rfc_secret, "", at(30'000), 0));
    EXPECT_FALSE(step_of_code(new_code_secret(), code, at(30'000), 0));
}

// RFC 4648, section 10.
TEST(OneTimeCode, Base32) {
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("fo"), "MZXQ");
    EXPECT_EQ(base32("foo"), "MZXW6");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

TEST(OneTimeCode, TheAddressNamesIssuerAndAccount) {
    EXPECT_EQ(code_address("The Networks", "ann@example.org", "foobar"),
              "otpauth://totp/The%20Networks:ann%40example.org?secret=MZXW6YTBOI"
              "&issuer=The%20Networks");
}

}  // namespace
}  // namespace crypto
