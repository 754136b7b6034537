#include "platform/crypto/token.h"

#include "platform/crypto/random.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace crypto {
namespace {

TEST(Digest, IsBlake2b256) {
    EXPECT_EQ(hex(digest("")),
              "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(hex(digest("abc")),
              "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_EQ(digest("abc").size(), 32u);
}

TEST(Digest, WithAKeyIsAnotherForEachKey) {
    // python3: hashlib.blake2b(b"text", digest_size=32, key=b"key").hexdigest()
    EXPECT_EQ(hex(keyed_digest("key", "text")), 
              "edcd3ab9c8181474ae1e9c9e02e06cdcbcddad137fb730ad93b00965f3dfed0f");
    EXPECT_NE(keyed_digest("key", "text"), keyed_digest("kez", "text"));
    EXPECT_NE(keyed_digest("key", "text"), digest("text"));
    const std::string key_long(65, 'k');
    EXPECT_EQ(keyed_digest(key_long, "text"), keyed_digest(digest(key_long), "text"));
    EXPECT_THROW(keyed_digest("", "text"), std::invalid_argument);
}

TEST(Digest, HmacSha256IsThatOfTheStandard) {
    // RFC 4231, test cases 2 and 6.
    EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hex(hmac_sha256(std::string(131, '\xaa'),
                              "Test Using Larger Than Block-Size Key - Hash Key First")),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    EXPECT_THROW(hmac_sha256("", "text"), std::invalid_argument);
}

TEST(Digest, EqualComparesBytes) {
    EXPECT_TRUE(equal("", ""));
    EXPECT_TRUE(equal("same", "same"));
    EXPECT_FALSE(equal("same", "sama"));
    EXPECT_FALSE(equal("same", "samee"));
    EXPECT_FALSE(equal("", "a"));
    EXPECT_FALSE(equal(std::string_view("a\0b", 3), std::string_view("a\0c", 3)));
}

TEST(Base64url, HasOneFormAValue) {
    EXPECT_EQ(base64url(""), "");
    EXPECT_EQ(base64url("f"), "Zg");
    EXPECT_EQ(base64url("fo"), "Zm8");
    EXPECT_EQ(base64url("foo"), "Zm9v");
    EXPECT_EQ(base64url("\xFB\xFF\xFE"), "-__-");
    EXPECT_EQ(from_base64url("-__-"), "\xFB\xFF\xFE");
    EXPECT_EQ(from_base64url(""), "");
    for (const char* text : {"Zh", "Zg==", "Zg=", "Z", "Zm 9v", "Zm9v\n", "+//+", "Zm9v."}) {
        EXPECT_EQ(from_base64url(text), std::nullopt) << text;
    }
}

TEST(Base64url, AndBackForEveryLength) {
    for (std::size_t size = 0; size < 100; ++size) {
        const std::string bytes = random_bytes(size);
        EXPECT_EQ(from_base64url(base64url(bytes)), bytes);
        EXPECT_EQ(hex(bytes).size(), size * 2);
    }
    EXPECT_EQ(hex(std::string_view("\0\xAB", 2)), "00ab");
}

TEST(RandomToken, HasFortyThreeUrlCharactersAndNoTwin) {
    std::set<std::string> seen;
    for (int n = 0; n < 1000; ++n) {
        const std::string token = random_token();
        EXPECT_EQ(token.size(), 43u);
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                          "0123456789-_"),
                  std::string::npos);
        EXPECT_TRUE(seen.insert(token).second);
    }
}

TEST(FormToken, IsGoodForItsSessionOnly) {
    const std::string token = form_token("session");
    EXPECT_EQ(token.size(), 64u);
    EXPECT_TRUE(is_form_token("session", token));
    EXPECT_FALSE(is_form_token("another", token));
    EXPECT_FALSE(is_form_token("", token));
    EXPECT_THROW(form_token(""), std::invalid_argument);
}

TEST(FormToken, NoTwoPagesCarryTheSameBytes) {
    const std::string one = form_token("session");
    const std::string two = form_token("session");
    EXPECT_NE(one, two);
    EXPECT_NE(one.substr(24), two.substr(24));
    EXPECT_TRUE(is_form_token("session", two));
}

TEST(FormToken, OneChangedCharacterSpoilsIt) {
    const std::string token = form_token("session");
    for (std::size_t at = 0; at < token.size(); ++at) {
        std::string tampered = token;
        tampered[at] = tampered[at] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(is_form_token("session", tampered)) << at;
        EXPECT_FALSE(is_form_token("session", token.substr(0, at)));
    }
    for (const std::string& wrong : {token + "A", token + "=", " " + token, std::string(64, 'A'),
                                     std::string(), std::string(1 << 20, 'A')}) {
        EXPECT_FALSE(is_form_token("session", wrong));
    }
}

}  // namespace
}  // namespace crypto
