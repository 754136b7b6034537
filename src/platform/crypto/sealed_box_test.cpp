// Phrases, and boxes that only one key opens.

#include "platform/crypto/sealed_box.h"

#include "platform/crypto/phrase.h"
#include "platform/crypto/random.h"

#include <gtest/gtest.h>
#include <set>

namespace crypto {
namespace {

TEST(Phrase, IsTheOneThatTheStandardHas) {
    // Of the test vectors of BIP 39.
    EXPECT_EQ(phrase_of(std::string(16, '\0')),
              "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
              "abandon about");
    EXPECT_EQ(phrase_of(std::string(16, '\x7f')),
              "legal winner thank year wave sausage worth useful legal winner thank yellow");
    EXPECT_EQ(phrase_of(std::string(16, '\xff')),
              "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong");
}

TEST(Phrase, IsReadBackAsPeopleTypeIt) {
    std::set<std::string> seen;
    for (int n = 0; n < 200; ++n) {
        const auto secret = random_bytes(phrase_secret_bytes);
        const auto phrase = phrase_of(secret);
        EXPECT_EQ(secret_of(phrase), secret);
        seen.insert(phrase);
    }
    EXPECT_EQ(seen.size(), 200u);
    EXPECT_EQ(secret_of("  Legal WINNER thank\nyear wave sausage worth useful legal winner\t"
                        "thank   yellow "),
              std::string(16, '\x7f'));
}

TEST(Phrase, WithASlipIsNone) {
    for (const char* wrong :
         {"", "zoo", "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo",
          "legal winner thank year wave sausage worth useful legal winner thank",
          "legal winner thank year wave sausage worth useful legal winner thank yellow zoo",
          "legal winner thank year wave sausage worth useful legal winner yellow thank",
          "legal winner thank year wave sausage worth useful legal winner thank yelow"}) {
        EXPECT_FALSE(secret_of(wrong)) << wrong;
    }
    EXPECT_FALSE(secret_of(std::string(100'000, 'a')));
}

TEST(SealedBox, OpensForItsKeyAlone) {
    const KeyPair ann("a secret", "keys"), bob("another", "keys"), same("a secret", "keys"),
        other("a secret", "other keys");
    const auto box = close_box(ann.public_key(), "words");
    EXPECT_NE(box, close_box(ann.public_key(), "words")) << "two boxes never look alike";
    EXPECT_EQ(ann.open(box), "words");
    EXPECT_EQ(same.open(box), "words");
    EXPECT_FALSE(bob.open(box));
    EXPECT_FALSE(other.open(box)) << "of another purpose";
    for (std::size_t at = 0; at < box.size(); ++at) {
        auto changed = box;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(ann.open(changed)) << at;
    }
    EXPECT_FALSE(ann.open(""));
    EXPECT_FALSE(ann.open(box.substr(0, 47)));
}

TEST(SealedBox, TwoPartsAreNothingOneByOne) {
    const std::string text = "whom it names", pad = random_bytes(text.size());
    const auto masked = exclusive_or(text, pad);
    EXPECT_NE(masked, text);
    EXPECT_EQ(exclusive_or(masked, pad), text);
    std::string secret = "words";
    wipe(secret);
    EXPECT_EQ(secret, "");
}

}  // namespace
}  // namespace crypto
