#include "platform/crypto/signed_claims.h"

#include "platform/crypto/token.h"
#include "tests/support/issuer.h"

#include <gtest/gtest.h>

namespace crypto {
namespace {

using testing_site::Issuer;
const std::string claims = R"({"sub":"ann"})";

TEST(SignedClaims, EachAlgorithmIsVerifiedByItsOwnKey) {
    for (const auto algorithm :
         {Issuer::Algorithm::rs256, Issuer::Algorithm::ps256, Issuer::Algorithm::es256}) {
        const Issuer issuer(algorithm), other(algorithm);
        const auto token = issuer.token(claims);
        const auto verified = verify_claims(token, Issuer::key_set({&issuer}));
        EXPECT_EQ(verified.fault, ClaimsFault::none);
        EXPECT_EQ(verified.claims, claims);
        EXPECT_EQ(verify_claims(token, Issuer::key_set({&other})).fault,
                  ClaimsFault::wrong_signature);
        EXPECT_EQ(verify_claims(token, Issuer::key_set({})).fault, ClaimsFault::unknown_key);
    }
}

TEST(SignedClaims, TheNamedKeyIsTakenAmongSeveral) {
    const Issuer first, second(Issuer::Algorithm::rs256, "second"),
        third(Issuer::Algorithm::es256, "third");
    const auto keys = Issuer::key_set({&first, &second, &third});
    for (const auto* issuer : {&first, &second, &third}) {
        EXPECT_EQ(verify_claims(issuer->token(claims), keys).fault, ClaimsFault::none);
    }
    EXPECT_EQ(verify_claims(second.token_with(first.header(), claims), keys).fault,
              ClaimsFault::wrong_signature);
    // Without a name each of the kind is tried.
    EXPECT_EQ(verify_claims(second.token_with(R"({"alg":"RS256"})", claims), keys).fault,
              ClaimsFault::none);
}

TEST(SignedClaims, EachChangedCharacterIsSeen) {
    const Issuer issuer(Issuer::Algorithm::es256);
    const auto keys = Issuer::key_set({&issuer});
    const auto good = issuer.token(claims);
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (const char other : {'A', 'B', '.', '*'}) {
            auto changed = good;
            changed[at] = other;
            if (changed == good) continue;
            EXPECT_NE(verify_claims(changed, keys).fault, ClaimsFault::none) << at << other;
        }
        EXPECT_NE(verify_claims(good.substr(0, at), keys).fault, ClaimsFault::none) << at;
    }
}

TEST(SignedClaims, UnsignedSharedAndWeakAreRefused) {
    const Issuer issuer, weak(Issuer::Algorithm::rs256, "weak", 1024);
    const auto keys = Issuer::key_set({&issuer, &weak});
    const auto unsigned_token = base64url(R"({"alg":"none"})") + '.' + base64url(claims) + '.';
    EXPECT_EQ(verify_claims(unsigned_token, keys).fault, ClaimsFault::malformed);
    for (const auto* header : {R"({"alg":"HS256","kid":"first"})", R"({"alg":"none"})",
                               R"({"alg":"RS256","crit":["exp"]})", R"({"kid":"first"})", "[]"}) {
        EXPECT_EQ(verify_claims(issuer.token_with(header, claims), keys).fault,
                  ClaimsFault::malformed)
            << header;
    }
    // Its kind is not the key's.
    EXPECT_EQ(
        verify_claims(issuer.token_with(R"({"alg":"ES256","kid":"first"})", claims), keys).fault,
        ClaimsFault::unknown_key);
    EXPECT_EQ(verify_claims(weak.token(claims), keys).fault, ClaimsFault::wrong_signature);
}

TEST(SignedClaims, WhatIsNoTokenAndNoSetIsSaidSo) {
    const Issuer issuer;
    const auto good = issuer.token(claims);
    for (const auto* token : {"", ".", "..", "a.b.c", "....", "e30.e30.", "e30.W10.AA"}) {
        EXPECT_EQ(verify_claims(token, Issuer::key_set({&issuer})).fault, ClaimsFault::malformed)
            << token;
    }
    EXPECT_EQ(verify_claims(std::string(20'000, 'a'), Issuer::key_set({&issuer})).fault,
              ClaimsFault::malformed);
    for (const auto* keys : {"", "[]", "null", "<html>"}) {
        EXPECT_EQ(verify_claims(good, keys).fault, ClaimsFault::malformed) << keys;
    }
    for (const auto* keys : {"{}", R"({"keys":{}})", R"({"keys":[5,"x",{}]})"}) {
        EXPECT_EQ(verify_claims(good, keys).fault, ClaimsFault::unknown_key) << keys;
    }
    for (const auto* keys : {R"({"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","kid":"first"}]})",
                             R"({"keys":[{"kty":"RSA","n":"!","e":5,"kid":"first"}]})"}) {
        EXPECT_EQ(verify_claims(good, keys).fault, ClaimsFault::wrong_signature) << keys;
    }
}

}  // namespace
}  // namespace crypto
