// What we believe of an identity provider's answer, and what not.

#include "features/account/openid.h"

#include "platform/base/json.h"
#include "platform/crypto/token.h"
#include "tests/support/issuer.h"

#include <gtest/gtest.h>

namespace account {
namespace {

using base::Json;
using testing_site::Issuer;

const base::Instant now{base::seconds(1'812'000'000)};
std::int64_t in(std::int64_t seconds) {
    return 1'812'000'000 + seconds;
}

// A provider in memory, with the steps that one has.
class OpenIdTest : public ::testing::Test {
protected:
    std::unique_ptr<Issuer> issuer = std::make_unique<Issuer>();
    std::vector<const Issuer*> published = {issuer.get()};
    Json discovery = {{"issuer", "https://id.example"},
                      {"authorization_endpoint", "https://id.example/auth"},
                      {"token_endpoint", "https://id.example/token"},
                      {"userinfo_endpoint", "https://id.example/me"},
                      {"jwks_uri", "https://id.example/keys"}};
    Json user = {{"sub", "ann-1"}, {"email", "ann@nhs.example"}};
    Errand errand{"nonce-of-this", "verifier-of-this", "https://here.example/return"};
    Json claims = {{"iss", "https://id.example"}, {"aud", "moothall"}, {"sub", "ann-1"},
                   {"nonce", "nonce-of-this"},    {"iat", in(0)},      {"exp", in(300)}};
    std::string token;  // empty: the claims, signed
    bool is_silent = false;
    int token_status = 200, keys_status = 200;
    std::vector<http::FetchRequest> asked;
    Provider provider{.key = "nhsmail",
                      .name = "NHSmail",
                      .issuer = "https://id.example",
                      .client_id = "moothall",
                      .client_secret = "a secret/with signs"};

    http::Fetched answer(const http::FetchRequest& request) {
        asked.push_back(request);
        if (is_silent) return {.trouble = "timed out"};
        if (request.url.ends_with("openid-configuration")) return {200, discovery.dump()};
        if (request.url.ends_with("/keys")) return {keys_status, Issuer::key_set(published)};
        if (request.url.ends_with("/me")) return {200, user.dump()};
        const Json said = {{"access_token", "for-me"},
                           {"id_token", token.empty() ? issuer->token(claims.dump()) : token}};
        return {token_status, said.dump()};
    }
    OpenId openid{{provider},
                  [this](const http::FetchRequest& request) { return answer(request); }};

    base::Result<Vouched> redeem(base::Instant at = now, const std::string& code = "code") {
        return openid.redeem(provider, errand, code, at);
    }
    bool is_believed() { return redeem().has_value(); }
};

TEST_F(OpenIdTest, TheBrowserIsSentWithEverythingThatMustComeBack) {
    const auto address = openid.address(provider, errand, "state-of-this", now);
    ASSERT_TRUE(address);
    EXPECT_EQ(*address,
              "https://id.example/auth?response_type=code&client_id=moothall&redirect_uri="
              "https%3A%2F%2Fhere.example%2Freturn&scope=openid%20email%20profile&state="
              "state-of-this&nonce=nonce-of-this&code_challenge=" +
                  crypto::base64url(crypto::sha256("verifier-of-this")) +
                  "&code_challenge_method=S256");
    discovery["authorization_endpoint"] = "https://id.example/auth?tenant=1";
    OpenId other({provider}, [this](const http::FetchRequest& request) { return answer(request); });
    EXPECT_TRUE(other.address(provider, errand, "s", now)
                    ->starts_with("https://id.example/auth?tenant=1&response_type=code"));
}

TEST_F(OpenIdTest, ACodeIsRedeemedWithTheVerifierAndOurSecret) {
    const auto vouched = redeem();
    ASSERT_TRUE(vouched);
    EXPECT_EQ(vouched->subject, "ann-1");
    EXPECT_EQ(vouched->shown, "ann@nhs.example");
    const auto& sent = asked.at(2);
    EXPECT_EQ(sent.url, "https://id.example/token");
    EXPECT_EQ(sent.form,
              "grant_type=authorization_code&code=code&redirect_uri=https%3A%2F%2F"
              "here.example%2Freturn&code_verifier=verifier-of-this");
    EXPECT_EQ(sent.user, "moothall");
    EXPECT_EQ(sent.password, "a%20secret%2Fwith%20signs");
    EXPECT_EQ(asked.at(3).bearer, "for-me");
}

TEST_F(OpenIdTest, APublicClientNamesItselfInTheForm) {
    provider.client_secret.clear();
    ASSERT_TRUE(is_believed());
    EXPECT_TRUE(asked.at(2).form.ends_with("&client_id=moothall"));
    EXPECT_EQ(asked.at(2).user, "");
}

TEST_F(OpenIdTest, WhatIsNotMeantForThisSignInIsNotBelieved) {
    ASSERT_TRUE(is_believed());
    const std::pair<const char*, Json> wrong[] = {
        {"iss", "https://evil.example"},
        {"iss", "https://id.example/"},
        {"aud", "another"},
        {"aud", Json::array({"another"})},
        {"aud", Json::array({"moothall", "another"})},  // and no azp
        {"aud", 5},
        {"nonce", "of an older sign-in"},
        {"nonce", ""},
        {"sub", ""},
        {"sub", 7},
        {"exp", in(-301)},
        {"exp", "soon"},
        {"iat", in(301)},
        {"nbf", in(301)}};
    const Json good = claims;
    for (const auto& [name, value] : wrong) {
        claims = good;
        claims[name] = value;
        EXPECT_FALSE(is_believed()) << name << " " << value;
    }
    for (const auto* name : {"iss", "aud", "sub", "nonce", "exp", "iat"}) {
        claims = good;
        claims.erase(name);
        EXPECT_FALSE(is_believed()) << name;
    }
    claims = good;
    claims["aud"] = Json::array({"moothall", "another"});
    claims["azp"] = "moothall";
    EXPECT_TRUE(is_believed());
}

TEST_F(OpenIdTest, AClockFiveMinutesOffIsForgiven) {
    claims["iat"] = in(299);
    claims["nbf"] = in(299);
    claims["exp"] = in(-299);
    EXPECT_TRUE(is_believed());
}

TEST_F(OpenIdTest, AnAlteredOrForeignTokenIsNotBelieved) {
    const Issuer stranger;
    token = stranger.token(claims.dump());
    EXPECT_FALSE(is_believed());
    token = issuer->token(claims.dump());
    const auto first_dot = token.find('.');
    token[first_dot + 5] = token[first_dot + 5] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(is_believed());
    token = crypto::base64url(R"({"alg":"none"})") + '.' + crypto::base64url(claims.dump()) + '.';
    EXPECT_FALSE(is_believed());
    token = "<html>";
    EXPECT_FALSE(is_believed());
}

TEST_F(OpenIdTest, ACodeUsedTwiceIsSaidSoInASentence) {
    token_status = 400;
    token = "none";
    const auto refused = redeem();
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().sentence.find("used before"), std::string::npos);
    EXPECT_FALSE(redeem(now, ""));
    EXPECT_FALSE(redeem(now, std::string(5000, 'x')));
}

TEST_F(OpenIdTest, AProviderThatIsAwayIsSaidSo) {
    is_silent = true;
    const auto refused = openid.address(provider, errand, "state", now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().sentence,
              "NHSmail does not answer. Try again in a minute, or sign in another way.");
    is_silent = false;
    const auto count = asked.size();
    EXPECT_FALSE(openid.address(provider, errand, "state", now + base::seconds(5)));
    EXPECT_EQ(asked.size(), count) << "others do not wait for it again at once";
    EXPECT_TRUE(openid.address(provider, errand, "state", now + base::seconds(30)))
        << "it is asked again";
    is_silent = true;
    EXPECT_TRUE(openid.address(provider, errand, "state", now)) << "it is known";
    EXPECT_FALSE(openid.address(provider, errand, "state", now + base::hours(7)));
    EXPECT_FALSE(redeem());
}

TEST_F(OpenIdTest, WhoeverAnswersForAnotherIssuerIsNotAsked) {
    discovery["issuer"] = "https://evil.example";
    EXPECT_FALSE(openid.address(provider, errand, "state", now));
    discovery = Json::array();
    EXPECT_FALSE(openid.address(provider, errand, "state", now + base::minutes(1)));
    discovery = {{"issuer", "https://id.example"}};
    EXPECT_FALSE(openid.address(provider, errand, "state", now + base::minutes(2)));
}

TEST_F(OpenIdTest, NewKeysAreFoundWhereTheyAreUsed) {
    ASSERT_TRUE(is_believed());
    const Issuer second(Issuer::Algorithm::ps256, "second");
    published = {&second};
    token = second.token(claims.dump());
    EXPECT_FALSE(is_believed()) << "the keys were read less than a minute ago";
    EXPECT_TRUE(redeem(now + base::minutes(2)));
    const auto count = asked.size();
    EXPECT_TRUE(redeem(now + base::minutes(2)));
    EXPECT_EQ(asked.size(), count + 2) << "known from then on: the token and the user only";
}

TEST_F(OpenIdTest, KeysThatCannotBeReadAreNotKept) {
    keys_status = 503;
    EXPECT_FALSE(redeem());
    keys_status = 200;
    EXPECT_TRUE(redeem(now + base::minutes(1)));
}

TEST_F(OpenIdTest, TheNameIsNotTakenFromAnotherSubject) {
    user["sub"] = "bob-2";
    const auto vouched = redeem();
    ASSERT_TRUE(vouched);
    EXPECT_EQ(vouched->shown, "an account");
    claims["email"] = "ann@token.example";
    EXPECT_EQ(redeem()->shown, "ann@token.example");
}

TEST(Providers, AreReadFromAListAndWrongOnesAreNamed) {
    const auto all = read_providers(R"([{"key":"nhsmail","name":"NHSmail","issuer":"https://x",
        "client_id":"a","client_secret":"b","asks_two_factors":true},
        {"key":"cis2","name":"CIS2","issuer":"https://y","client_id":"c","scope":"openid"}])");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].asks_two_factors);
    EXPECT_FALSE(all[1].asks_two_factors);
    EXPECT_EQ(all[1].scope, "openid");
    for (const auto* wrong :
         {"", "{}", "[5]", R"([{"key":"A B","name":"N","issuer":"i","client_id":"c"}])",
          R"([{"key":"a","issuer":"i","client_id":"c"}])",
          R"([{"key":"a","name":"N","client_id":"c"}])"}) {
        EXPECT_THROW((void)read_providers(wrong), std::invalid_argument) << wrong;
    }
}

}  // namespace
}  // namespace account
