#pragma once
// An identity provider's signing in memory: keys, the set it publishes, and tokens.

#include <memory>
#include <string>
#include <vector>

namespace testing_site {

class Issuer {
public:
    enum class Algorithm { rs256, ps256, es256 };
    explicit Issuer(Algorithm algorithm = Algorithm::rs256, std::string key_id = "first",
                    int rsa_bits = 2048);
    ~Issuer();
    Issuer(const Issuer&) = delete;

    std::string key() const;  // a JSON Web Key
    static std::string key_set(const std::vector<const Issuer*>& issuers);
    std::string token(const std::string& claims) const;
    // With a header of the caller's own.
    std::string token_with(const std::string& header, const std::string& claims) const;
    std::string header() const;

private:
    struct Key;
    std::unique_ptr<Key> key_;
};

}  // namespace testing_site
