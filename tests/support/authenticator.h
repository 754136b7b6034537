#pragma once
// A passkey's device in memory: makes keys and signs with them as a browser would hand it on.

#include "platform/crypto/passkey.h"

#include <memory>
#include <string>

namespace testing_site {

class Authenticator {
public:
    explicit Authenticator(crypto::RelyingParty party);
    ~Authenticator();
    Authenticator(const Authenticator&) = delete;

    // What a browser gives for `challenge` (base64url).
    std::string client_data(crypto::Ceremony ceremony, const std::string& challenge) const;
    std::string new_credential() const;  // authenticator data with the key in it
    crypto::Assertion sign(const std::string& challenge);

    crypto::RelyingParty party;  // may be changed: then it is another page's
    bool verifies_user = true;
    bool is_present = true;
    std::uint32_t count = 0;
    std::string credential_id = "a credential of 24 bytes";

private:
    struct Key;
    std::string beginning(unsigned char more_flags) const;
    std::unique_ptr<Key> key_;
};

}  // namespace testing_site
