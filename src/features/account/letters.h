#pragma once
// The letter that carries a sign-in link: the only one with a secret, and gone when it expires.

#include "features/account/access.h"
#include "platform/web/community.h"

namespace account {

class Letters {
public:
    explicit Letters(const record::Floor& floor) : floor_(floor) {}
    // To the account that is to be given up: a link for whoever keeps the other.
    void send_merging(identity::PersonId person, const std::string& address);
    // To both addresses, once the two accounts are one.
    void send_merged(identity::PersonId kept, const std::string& name, const std::string& address);
    // To an address that no account has any more.
    void send_farewell(const std::string& name, const std::string& address);
    // What changed about the ways to sign in, to whoever they belong to.
    void send_way_changed(identity::PersonId person, std::string_view what);
    // To both addresses: the new one confirms, the old one can undo.
    void send_address_change(const AddressLetters& letters, const std::string& base_url);
    void send_sign_in_link(const SignInLetter& letter, const web::Community& community,
                           const std::string& address);

private:
    record::Floor floor_;
};

}  // namespace account
