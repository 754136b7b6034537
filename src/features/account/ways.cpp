#include "features/account/ways.h"

#include "features/account/facts.h"
#include "features/account/sealed.h"
#include "features/account/store.h"
#include "platform/base/text.h"
#include "platform/crypto/one_time_code.h"
#include "platform/crypto/random.h"
#include "platform/crypto/seal.h"
#include "platform/crypto/token.h"

#include <algorithm>
#include <sstream>

namespace account {

using identity::PersonId;

namespace {

constexpr std::string_view challenge_purpose = "passkey challenge";
constexpr std::size_t name_characters_max = 60;
constexpr auto wait_min = base::minutes(1), wait_max = base::minutes(24 * 60);

// Sealed for its owner alone, so that one person's row says nothing in another's place.
std::string secret_purpose(PersonId person) {
    return "authenticator of " + std::to_string(person.value);
}
std::string sheet_purpose(PersonId person) {
    return "recovery codes of " + std::to_string(person.value);
}

// "k7qm2-xv9tn": 50 bits, in letters and digits that are not taken for one another.
std::string new_recovery_code() {
    constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string code;
    for (const char byte : crypto::random_bytes(10)) {
        if (code.size() == 5) code += '-';
        code += letters[static_cast<unsigned char>(byte) % letters.size()];
    }
    return code;
}

// As it was printed, whatever was typed between its letters.
std::string plain_code(std::string_view typed) {
    std::string plain;
    for (const char c : base::fold(typed)) {
        if (c == ' ' || c == '-') continue;
        plain += c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
    }
    return plain;
}

std::string code_digest(const Door& door, PersonId person, std::string_view code) {
    return crypto::keyed_digest(
        door.key, "recovery code\n" + std::to_string(person.value) + '\n' + plain_code(code));
}

// Ten are free; then a minute, two, four … and a day at most.
base::Instant next_try(std::int64_t failures, base::Instant now) {
    if (failures < code_failures_free) return now;
    const auto doublings = std::min<std::int64_t>(failures - code_failures_free, 12);
    return now + std::min<std::chrono::microseconds>(wait_max, wait_min * (1LL << doublings));
}

base::Refusal too_late() {
    return {"That took too long, or was answered already. Try again."};
}
base::Refusal no_passkey_of_ours() {
    return {"That passkey is not known here. Sign in another way, then add it in your settings."};
}

}  // namespace

std::string new_challenge(const Door& door, std::string_view bound, base::Instant now) {
    return seal({door, challenge_purpose, bound}, {}, now + challenge_life);
}

Standing Ways::standing(PersonId person) const {
    const auto authenticator = store::find_authenticator(floor_.tx, person);
    return {.has_authenticator = authenticator && authenticator->confirmed,
            .recovery_codes_left = store::count_recovery_codes(floor_.tx, person),
            .passkeys = store::passkeys_of(floor_.tx, person),
            .providers = store::providers_of(floor_.tx, person)};
}

std::vector<std::string> Ways::credentials(PersonId person) const {
    std::vector<std::string> all;
    for (const auto& one : store::credentials_of(floor_.tx, person)) {
        all.push_back(crypto::base64url(one));
    }
    return all;
}

base::Verdict Ways::may_change() const {
    const bool is_sure = floor_.actor.assurance() == identity::Assurance::two_factors;
    if (is_sure || !standing(floor_.actor.id()).has_second_factor()) return base::allowed;
    return base::Refusal{
        "Confirm that it is you, with your passkey or a code, then do this again."};
}

// ---- passkeys ----

base::Result<std::string> Ways::answered_challenge(const PasskeyAnswer& answer,
                                                   crypto::Ceremony ceremony,
                                                   std::string_view bound) {
    const auto data = crypto::from_base64url(answer.client_data);
    const auto challenge = data ? crypto::challenge_of(*data, ceremony, door_.party) : std::nullopt;
    if (!challenge || !open({door_, challenge_purpose, bound}, *challenge, floor_.now) ||
        !spend(*challenge)) {
        return std::unexpected(too_late());
    }
    return *data;
}

base::Result<PersonId> Ways::answer_by_passkey(const PasskeyAnswer& answer,
                                               std::string_view bound) {
    const auto data = answered_challenge(answer, crypto::Ceremony::get, bound);
    if (!data) return std::unexpected(data.error());
    const auto id = crypto::from_base64url(answer.credential_id);
    const auto authenticator = crypto::from_base64url(answer.authenticator_data);
    const auto signature = crypto::from_base64url(answer.signature);
    if (!id || !authenticator || !signature) return std::unexpected(no_passkey_of_ours());
    const auto row = store::find_passkey(floor_.tx, *id);
    if (!row) return std::unexpected(no_passkey_of_ours());
    const auto count = crypto::verify_assertion(row->key, {*data, *authenticator, *signature},
                                                door_.party);
    if (!count) return std::unexpected(no_passkey_of_ours());
    // A counter that does not rise is a copy's (WebAuthn level 2, 6.1.1); synced keys stay at 0.
    const bool counts = *count != 0 || row->key.sign_count != 0;
    if (counts && *count <= row->key.sign_count) {
        return base::refuse(
            "This passkey seems to be a copy of yours. Sign in another way, and "
            "remove it in your settings.");
    }
    store::use_passkey(floor_.tx, row->id, *count, floor_.now);
    return row->person;
}

base::Result<PasskeyId> Ways::add_passkey(const PasskeyAnswer& answer, std::string_view bound,
                                          std::string_view name) {
    if (auto refusal = may_change()) return std::unexpected(*refusal);
    const auto me = floor_.actor.id();
    const auto data = answered_challenge(answer, crypto::Ceremony::create, bound);
    if (!data) return std::unexpected(data.error());
    const auto authenticator = crypto::from_base64url(answer.authenticator_data);
    const auto key = authenticator
                         ? crypto::read_new_passkey(*authenticator, answer.algorithm, door_.party)
                         : std::nullopt;
    if (!key || key->credential_id != crypto::from_base64url(answer.credential_id)) {
        return base::refuse(
            "This device did not make a passkey that can be used here. Try again, "
            "or use another device.");
    }
    if (store::find_passkey(floor_.tx, key->credential_id)) {
        return base::refuse("This passkey is known already.");
    }
    if (store::passkeys_of(floor_.tx, me).size() >= passkeys_max) {
        return base::refuse("You have twenty passkeys. Remove one that you do not use any more.");
    }
    const auto shown = base::excerpt(base::one_line(name), name_characters_max);
    const auto added = store::add_passkey(floor_.tx, me, *key, shown.empty() ? "A passkey" : shown,
                                          floor_.now);
    floor_.record().add(WayChanged{me, "passkey_added"});
    return added;
}

base::Verdict Ways::remove_passkey(PasskeyId passkey) {
    if (auto refusal = may_change()) return refusal;
    if (!store::remove_passkey(floor_.tx, floor_.actor.id(), passkey)) throw base::NotFound();
    floor_.record().add(WayChanged{floor_.actor.id(), "passkey_removed"});
    return base::allowed;
}

// ---- an app that shows codes ----

base::Verdict Ways::begin_authenticator() {
    if (auto refusal = may_change()) return refusal;
    const auto me = floor_.actor.id();
    const auto row = store::find_authenticator(floor_.tx, me);
    if (row && row->confirmed) return base::Refusal{"Codes are asked for already."};
    const auto sealed = crypto::seal(door_.key, secret_purpose(me), crypto::new_code_secret());
    store::begin_authenticator(floor_.tx, me, sealed, floor_.now);
    return base::allowed;
}

std::optional<std::string> Ways::waiting_secret() const {
    const auto me = floor_.actor.id();
    const auto row = store::find_authenticator(floor_.tx, me);
    if (!row || row->confirmed) return std::nullopt;
    return crypto::open(door_.key, secret_purpose(me), row->sealed_secret);
}

base::Verdict Ways::confirm_authenticator(std::string_view code) {
    if (auto refusal = may_change()) return refusal;
    const auto me = floor_.actor.id();
    const auto secret = waiting_secret();
    if (!secret) return base::Refusal{"Begin again: scan the new picture with your app.", "code"};
    const auto step = crypto::step_of_code(*secret, code, floor_.now, 0);
    if (!step) {
        return base::Refusal{
            "That code does not fit. Type the six digits that your app shows now, "
            "and see that your phone's clock is right.",
            "code"};
    }
    store::use_step(floor_.tx, me, *step);
    store::confirm_authenticator(floor_.tx, me, floor_.now);
    write_recovery_codes();
    floor_.record().add(WayChanged{me, "authenticator_added"});
    return base::allowed;
}

base::Verdict Ways::remove_authenticator() {
    if (auto refusal = may_change()) return refusal;
    const auto me = floor_.actor.id();
    if (!store::remove_authenticator(floor_.tx, me)) throw base::NotFound();
    store::remove_recovery_codes(floor_.tx, me);
    store::remove_sheet(floor_.tx, me);
    store::remove_failures(floor_.tx, me);
    floor_.record().add(WayChanged{me, "authenticator_removed"});
    return base::allowed;
}

// ---- recovery codes ----

void Ways::write_recovery_codes() {
    const auto me = floor_.actor.id();
    store::remove_recovery_codes(floor_.tx, me);
    std::string sheet;
    for (std::size_t i = 0; i < recovery_codes_count; ++i) {
        const std::string code = new_recovery_code();
        store::add_recovery_code(floor_.tx, me, code_digest(door_, me, code));
        sheet += code + '\n';
    }
    store::keep_sheet(floor_.tx, me, crypto::seal(door_.key, sheet_purpose(me), sheet),
                      floor_.now + recovery_sheet_life);
}

base::Verdict Ways::renew_recovery_codes() {
    if (auto refusal = may_change()) return refusal;
    if (!standing(floor_.actor.id()).has_authenticator) throw base::NotFound();
    write_recovery_codes();
    floor_.record().add(WayChanged{floor_.actor.id(), "recovery_codes_renewed"});
    return base::allowed;
}

std::vector<std::string> Ways::recovery_sheet() const {
    const auto me = floor_.actor.id();
    const auto sealed = store::find_sheet(floor_.tx, me, floor_.now);
    const auto sheet = sealed && !may_change() ? crypto::open(door_.key, sheet_purpose(me), *sealed)
                                               : std::nullopt;
    std::vector<std::string> codes;
    std::istringstream lines(sheet.value_or(""));
    for (std::string code; std::getline(lines, code);) codes.push_back(code);
    return codes;
}

void Ways::put_sheet_away() {
    store::remove_sheet(floor_.tx, floor_.actor.id());
}

base::Result<Ways::CodeKind> Ways::answer_by_code(PersonId person, std::string_view code) {
    const auto failures = store::failures_of(floor_.tx, person);
    if (floor_.now < failures.not_before) {
        return base::refuse("Too many wrong codes. Wait a while, or use your passkey.", "code");
    }
    const auto row = store::find_authenticator(floor_.tx, person);
    if (!row || !row->confirmed)
        return base::refuse("No codes are asked for. Begin again.", "code");
    CodeKind kind = CodeKind::authenticator;
    const auto secret = crypto::open(door_.key, secret_purpose(person), row->sealed_secret);
    const auto step = secret ? crypto::step_of_code(*secret, code, floor_.now, row->last_step)
                             : std::nullopt;
    if (!step || !store::use_step(floor_.tx, person, *step)) {
        kind = CodeKind::recovery;
        if (!store::use_recovery_code(floor_.tx, person, code_digest(door_, person, code),
                                      floor_.now)) {
            return base::refuse(
                "That code does not fit, or was used already. Type the one that "
                "your app shows now, or a recovery code.",
                "code");
        }
        floor_.record().add(WayChanged{person, "recovery_code_used"});
    }
    store::remove_failures(floor_.tx, person);
    return kind;
}

void Ways::note_code_failure(PersonId person) {
    const auto count = store::failures_of(floor_.tx, person).count + 1;
    store::keep_failures(floor_.tx, person, {count, next_try(count, floor_.now)});
}

bool Ways::spend(std::string_view challenge) {
    return store::spend(floor_.tx, crypto::digest(challenge), floor_.now + challenge_life);
}

// ---- identity providers ----

std::optional<PersonId> Ways::find_by_provider(std::string_view issuer,
                                               std::string_view subject) const {
    return store::find_by_provider(floor_.tx, issuer, subject);
}

void Ways::note_provider_used(std::string_view issuer, std::string_view subject) {
    store::use_provider(floor_.tx, issuer, subject, floor_.now);
}

base::Verdict Ways::connect_provider(const Said& said) {
    if (auto refusal = may_change()) return refusal;
    const auto me = floor_.actor.id();
    if (const auto holder = find_by_provider(said.issuer, said.subject)) {
        if (*holder == me) return base::Refusal{"It is connected already."};
        return base::Refusal{
            "It is connected to another account here. Sign in with it, and "
            "disconnect it there first."};
    }
    store::add_provider(floor_.tx, me, said, floor_.now);
    floor_.record().add(WayChanged{me, "provider_connected"});
    return base::allowed;
}

base::Verdict Ways::disconnect_provider(ProviderAccountId account) {
    if (auto refusal = may_change()) return refusal;
    if (!store::remove_provider(floor_.tx, floor_.actor.id(), account)) throw base::NotFound();
    floor_.record().add(WayChanged{floor_.actor.id(), "provider_disconnected"});
    return base::allowed;
}

std::int64_t purge(sql::Tx& tx, base::Instant before) { return store::purge(tx, before); }

}  // namespace account
