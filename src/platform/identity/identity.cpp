#include "platform/identity/identity.h"

#include "platform/base/text.h"
#include "platform/crypto/guessable.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"

#include <algorithm>
#include <array>

namespace identity {

namespace {

void earlier(std::optional<base::Day>& of, const std::optional<base::Day>& day) {
    if (day && (!of || *day < *of)) of = day;
}

void stand_at_doors(Actor::Person& person, const std::vector<store::DoorRow>& doors) {
    for (const store::DoorRow& one : doors) {
        switch (one.door) {
            case store::Door::open: person.audiences.push_back(one.audience); break;
            case store::Door::asked: person.asked.push_back(one.audience); break;
            case store::Door::suspended: person.suspended.push_back(one.audience); break;
        }
        earlier(person.asked_from, one.all_from);
        earlier(person.asked_from, one.from);
    }
}

}  // namespace

Actor actor_of(sql::Tx& tx, PersonId id, const std::vector<Grant>& grants, Assurance assurance) {
    auto row = store::find_person(tx, id);
    if (!row) throw base::NotFound();
    Actor::Person person;
    person.id = id;
    person.name = std::move(row->name);
    person.handle = std::move(row->handle);
    person.theme = std::move(row->theme);
    person.joined = row->joined;
    person.assurance = assurance;
    person.roles = store::roles_of(tx, id);
    if (assurance == Assurance::one_factor) {
        person.is_office_closed = !person.roles.empty();
        person.roles.clear();
    }
    stand_at_doors(person, store::doors_of(tx, id));
    person.rights = Rights::of(person.roles, grants);
    return Actor::person(std::move(person));
}

std::optional<SignedIn> find_signed_in(sql::Tx& tx, std::string_view token, base::Instant now,
                                       const std::vector<Grant>& grants) {
    if (token.empty()) return std::nullopt;
    auto row = store::find_session(tx, crypto::digest(token));
    if (!row || row->expires <= now) return std::nullopt;
    return SignedIn{{row->id, std::move(row->secret), row->seen, row->expires},
                    actor_of(tx, row->person, grants, row->assurance)};
}

namespace {

// Somebody may have shown who they are while their account was merged into another: nothing is
// opened for the empty row.
void require_account(sql::Tx& tx, PersonId person) {
    const auto row = store::find_person(tx, person);
    if (!row || row->merged_into) throw base::NotFound();
}

}  // namespace

std::string make_link(sql::Tx& tx, PersonId person, base::Instant now, const LinkTerms& terms) {
    require_account(tx, person);
    std::string token = crypto::random_token();
    store::add_link(tx, {crypto::digest(token), person, now + terms.life, terms.assurance});
    return token;
}

LinkState link_state(sql::Tx& tx, std::string_view token, base::Instant now) {
    const auto link = store::find_link(tx, crypto::digest(token));
    if (!link) return LinkState::unknown;
    if (link->used) return LinkState::used;
    return link->expires > now ? LinkState::good : LinkState::expired;
}

std::optional<UsedLink> use_link(sql::Tx& tx, std::string_view token, base::Instant now) {
    const std::string digest = crypto::digest(token);
    const auto link = store::find_link(tx, digest);
    if (!link || !store::use_link(tx, digest, now)) return std::nullopt;
    return UsedLink{link->person, link->assurance};
}

NewSession open_session(sql::Tx& tx, const NewSessionOf& session, base::Instant now) {
    require_account(tx, session.person);
    NewSession opened{{}, session.person, crypto::random_token(), now + session_life};
    const std::string digest = crypto::digest(opened.token);
    const std::string secret = crypto::random_token();
    opened.id = store::add_session(tx, {.token_digest = digest,
                                        .secret = secret,
                                        .person = session.person,
                                        .device = session.device,
                                        .way = session.way,
                                        .assurance = session.assurance,
                                        .now = now,
                                        .expires = opened.expires});
    return opened;
}

std::optional<PasswordOf> find_password(sql::Tx& tx, std::string_view email) {
    auto row = store::find_person_by_email(tx, email);
    if (!row || !row->password_hash) return std::nullopt;
    return PasswordOf{row->id, *std::move(row->password_hash)};
}

base::Verdict may_be_password(std::string_view password,
                              const std::vector<std::string>& own_words) {
    const auto length = base::length(password);
    if (length < password_characters_min) {
        return base::Refusal{"Choose a password of at least 12 characters.", "password"};
    }
    if (length > password_characters_max) {
        return base::Refusal{"Choose a password of at most 200 characters.", "password"};
    }
    if (crypto::guess_bits(password, own_words) < crypto::guess_bits_min) {
        return base::Refusal{"That password is on the lists that are tried first, or close to one. "
                             "Choose three or four words that do not belong together.",
                             "password"};
    }
    return base::allowed;
}

std::vector<std::string> own_words(std::initializer_list<std::string_view> texts) {
    constexpr std::size_t bytes_min = 3;
    std::vector<std::string> words;
    for (const auto text : texts) {
        std::string word;
        for (const char c : base::fold(text) + ' ') {
            const bool ends = c == ' ' || c == '@' || c == '.' || c == '-' || c == '_';
            if (!ends) {
                word += c;
                continue;
            }
            if (word.size() >= bytes_min) words.push_back(word);
            word.clear();
        }
    }
    return words;
}

base::Verdict may_be_email(std::string_view email) {
    const auto at = email.rfind('@');
    // White space of any kind, and what turns the direction of writing, hide another address.
    const bool shaped = email.size() <= 254 && base::one_line(email) == email &&
                        at != std::string_view::npos && at > 0 &&
                        email.find('.', at) != std::string_view::npos &&
                        email.find_first_of(" <>,;:\"") == std::string_view::npos &&
                        std::ranges::none_of(email, [](unsigned char c) { return c < 0x20; }) &&
                        email.back() != '.' && email[at + 1] != '.';
    if (shaped) return base::allowed;
    return base::Refusal{"Email address must be like name@example.org", "email"};
}

std::string device_name(std::string_view user_agent) {
    struct Sign {
        std::string_view sign, name;
    };
    constexpr std::array browsers = {Sign{"Edg/", "Edge"},         Sign{"OPR/", "Opera"},
                                     Sign{"Firefox/", "Firefox"},  Sign{"Chrome/", "Chrome"},
                                     Sign{"Safari/", "Safari"}};
    constexpr std::array systems = {Sign{"iPhone", "iPhone"},   Sign{"iPad", "iPad"},
                                    Sign{"Android", "Android"}, Sign{"Windows", "Windows"},
                                    Sign{"Mac OS", "Mac"},      Sign{"Linux", "Linux"}};
    const auto named = [&](const auto& signs, std::string_view otherwise) {
        const auto found = std::ranges::find_if(
            signs, [&](const Sign& sign) { return user_agent.find(sign.sign) != user_agent.npos; });
        return std::string(found == signs.end() ? otherwise : found->name);
    };
    return named(browsers, "A browser") + " on " + named(systems, "another device");
}

}  // namespace identity
