#include "platform/crypto/passkey.h"

#include "tests/support/authenticator.h"

#include <gtest/gtest.h>

namespace crypto {
namespace {

constexpr std::int64_t es256 = -7;
const RelyingParty here{.id = "networks.example.org", .origin = "https://networks.example.org"};
const RelyingParty elsewhere{.id = "networks.example.net",
                             .origin = "https://networks.example.net"};
const std::string challenge = "c29tZSBieXRlcyB0byBzaWdu";

TEST(Passkey, ThePartyIsTheHostAndTheOriginHasThePort) {
    EXPECT_EQ(relying_party("https://networks.example.org").id, "networks.example.org");
    EXPECT_EQ(relying_party("http://localhost:8080").id, "localhost");
    EXPECT_EQ(relying_party("http://localhost:8080").origin, "http://localhost:8080");
    EXPECT_EQ(relying_party("https://a.example/under").origin, "https://a.example");
}

TEST(Passkey, ANewKeyIsReadAndVerifiesWhatItSigned) {
    testing_site::Authenticator device(here);
    const auto key = read_new_passkey(device.new_credential(), es256, here);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->credential_id, device.credential_id);
    EXPECT_FALSE(key->is_synced);
    EXPECT_EQ(verify_assertion(*key, device.sign(challenge), here), 1);
    EXPECT_EQ(verify_assertion(*key, device.sign(challenge), here), 2);
}

TEST(Passkey, NothingIsTakenFromAnotherPartyOrWithoutTheUser) {
    testing_site::Authenticator device(here);
    const auto key = read_new_passkey(device.new_credential(), es256, here);
    ASSERT_TRUE(key);
    EXPECT_FALSE(read_new_passkey(device.new_credential(), es256, elsewhere));
    EXPECT_FALSE(read_new_passkey(device.new_credential(), -257, here)) << "another algorithm";
    EXPECT_FALSE(verify_assertion(*key, device.sign(challenge), elsewhere));
    device.verifies_user = false;
    EXPECT_FALSE(read_new_passkey(device.new_credential(), es256, here));
    EXPECT_FALSE(verify_assertion(*key, device.sign(challenge), here));
    device.verifies_user = true;
    device.is_present = false;
    EXPECT_FALSE(read_new_passkey(device.new_credential(), es256, here));
    EXPECT_FALSE(verify_assertion(*key, device.sign(challenge), here));
}

TEST(Passkey, EachChangedByteIsSeen) {
    testing_site::Authenticator device(here), other(here);
    const auto key = *read_new_passkey(device.new_credential(), es256, here);
    const auto good = device.sign(challenge);
    for (std::string Assertion::* part :
         {&Assertion::client_data, &Assertion::authenticator_data, &Assertion::signature}) {
        for (std::size_t at = 0; at < (good.*part).size(); ++at) {
            auto changed = good;
            (changed.*part)[at] ^= 1;
            EXPECT_FALSE(verify_assertion(key, changed, here)) << at;
        }
        auto cut = good;
        (cut.*part).pop_back();
        EXPECT_FALSE(verify_assertion(key, cut, here));
    }
    EXPECT_FALSE(verify_assertion(key, other.sign(challenge), here));
    EXPECT_FALSE(verify_assertion({}, good, here));
}

TEST(Passkey, BrokenCredentialsAreRefused) {
    testing_site::Authenticator device(here);
    const std::string good = device.new_credential();
    for (std::size_t length = 0; length < good.size(); ++length) {
        EXPECT_FALSE(read_new_passkey(good.substr(0, length), es256, here)) << length;
    }
    EXPECT_FALSE(read_new_passkey(good + std::string(5000, 'x'), es256, here));
}

TEST(Passkey, TheChallengeIsReadFromItsOwnCeremonyAndPageOnly) {
    const testing_site::Authenticator device(here);
    const std::string data = device.client_data(Ceremony::get, challenge);
    EXPECT_EQ(challenge_of(data, Ceremony::get, here), challenge);
    EXPECT_FALSE(challenge_of(data, Ceremony::create, here));
    EXPECT_FALSE(challenge_of(data, Ceremony::get, elsewhere));
    for (const char* broken :
         {"", "[]", "{}", "{\"type\":\"webauthn.get\",\"challenge\":\"x\"}", "{\"type\":5}",
          "{\"type\":\"webauthn.get\",\"challenge\":\"x\",\"origin\":"
          "\"https://networks.example.org\",\"crossOrigin\":true}"}) {
        EXPECT_FALSE(challenge_of(broken, Ceremony::get, here)) << broken;
    }
}

}  // namespace
}  // namespace crypto
