#pragma once
// Sealed names: who somebody is, closed so that two officers open it together and one alone cannot.
// Officers' keys, what becomes of lost ones, openings, and how many there were. For what a name is
// sealed, whoever seals it knows.

#include "platform/base/result.h"
#include "platform/record/history.h"
#include "platform/record/record.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sealing {

using KeyId = base::Id<struct SealingKeyTag>;
using NameId = base::Id<struct SealedNameTag>;
using OpeningId = base::Id<struct OpeningTag>;
using identity::PersonId;

// Community managers and administrators, signed in by two factors.
inline constexpr identity::Permission open_sealed_names{"open_sealed_names"};

inline constexpr std::size_t officers_min = 2;  // with keys, or nothing is sealed
inline constexpr std::size_t keys_max = 7;      // present at once: 21 pairs
inline constexpr std::size_t words_characters_max = 1'000;
inline constexpr std::size_t reason_characters_max = 600;
inline constexpr std::size_t keeper_characters_max = 200;
inline constexpr int openings_max = 200;  // of one list
inline constexpr int keys_told_max = 100;
inline constexpr int told_max = 100;
inline constexpr auto waits_for = base::days{30};           // for the second officer
inline constexpr auto kept_for = base::days{730};           // after it ended
inline constexpr auto author_reads_first = base::days{28};  // on the first page of the day

enum class Ground { breach = 1, safety, law, abuse };
enum class State { waits = 1, opened, declined, lapsed, moved };  // moved: it belongs elsewhere
enum class Way { nothing = 1, deposit };
// As what the actor sees an opening.
enum class Part { officer = 1, acted, found };

struct GroundFace {
    Ground ground;
    std::string_view code, words;
};
std::span<const GroundFace> grounds();
const GroundFace& face_of(Ground ground);
std::optional<Ground> ground_of(std::string_view code);

struct Key {
    KeyId id;
    std::optional<PersonId> holder;
    std::string holder_name;  // "": the deposit's, or somebody who was erased
    bool is_deposit = false;
    base::Instant made;
    std::optional<base::Instant> retired;
    std::string retired_why;
    bool is_in_office = false;  // its holder; a deposit's always is
    std::string public_key;
    std::optional<PersonId> maker;  // of a deposit: they have seen its phrase

    bool is_present() const { return !retired && is_in_office; }
    // Whose phrase this person knows: no name is sealed to two that one person knows.
    std::optional<PersonId> known_to() const { return is_deposit ? maker : holder; }
};

// What was decided beforehand of lost keys.
struct Recovery {
    Way way = Way::nothing;
    std::string keeper;
    base::Instant decided;
    std::string by_name;
};

// How many names are sealed, and how many of them two present keys can still open.
struct Reach {
    std::int64_t names = 0;
    std::int64_t openable = 0;
};

struct Label {
    std::string words;  // "Amber Heron"
    std::string path;
};

// A name, closed in memory: whom it names is in it and nowhere beside it.
struct Envelope {
    struct Halves {
        KeyId first_key, second_key;
        std::string first, second;
    };
    std::vector<Halves> pairs;
    std::string binding;
    Label label;
};

struct KeyDraft {
    std::string phrase, typed;  // as it was shown, and as it was typed back
};
struct RetirementDraft {
    std::string why;
};
struct RecoveryDraft {
    std::string way, keeper;  // "nothing", "deposit"
    std::string phrase, typed;
};
struct AskDraft {
    std::string ground, words, phrase;
};
struct AgreementDraft {
    std::string phrase;
};
struct DeclineDraft {
    std::string reason;
};

// Officers' keys and what was decided of them. NotFound to everybody else, but for what seals.
class Keys {
public:
    explicit Keys(const record::Floor& floor) : floor_(floor) {}

    // Why nothing can be sealed now; allowed where it can.
    base::Verdict is_offered() const;
    // `binding`: what only the thing has that the name is sealed for, which stands there under that
    // label. Only where it is offered.
    Envelope seal(PersonId who, std::string_view binding, const Label& label) const;
    NameId keep(const Envelope& envelope) const;

    std::vector<Key> all() const;
    Key one(KeyId id) const;
    std::optional<Recovery> recovery() const;
    Reach reach() const;
    base::Result<KeyId> make(const KeyDraft& draft);
    base::Result<KeyId> retire(const Key& key, const RetirementDraft& draft);
    base::Result<Way> decide(const RecoveryDraft& draft);

private:
    record::Floor floor_;
};

struct SealedName {
    NameId id;
    Label label;
};

// As the actor may know it.
struct Opening {
    OpeningId id;
    Part part = Part::officer;
    SealedName name;
    Ground ground = Ground::breach;
    std::string words;
    State state = State::waits;
    base::Instant asked;
    std::optional<PersonId> asker;
    std::string asker_name;
    KeyId asked_key;
    std::optional<base::Instant> ended;
    std::string ended_by_name, reason;
    std::optional<PersonId> found;  // for the two who acted and for whom it is
    std::string found_name, found_handle;
    bool is_own = false;
};

class Openings {
public:
    explicit Openings(const record::Floor& floor) : floor_(floor) {}

    std::vector<Opening> all() const;    // for officers: those that wait first
    std::vector<Opening> of_me() const;  // that found the actor
    Opening one(OpeningId id) const;     // NotFound to whoever may not know of it
    SealedName name(NameId id) const;    // for officers
    std::vector<Opening> of(NameId id) const;
    base::Result<OpeningId> ask(const SealedName& name, const AskDraft& draft);
    base::Result<OpeningId> agree(const Opening& opening, const AgreementDraft& draft);
    base::Result<OpeningId> decline(const Opening& opening, const DeclineDraft& draft);

private:
    record::Floor floor_;
};

// For everybody, the latest year first.
struct Tally {
    int year = 0;
    Ground ground = Ground::breach;
    std::int64_t asked = 0, opened = 0, declined = 0, lapsed = 0, own = 0;
};
std::vector<Tally> tallies(const record::Floor& floor);

std::string path_to(OpeningId id);
std::string path_to(NameId id);
std::string path_to(KeyId id);

}  // namespace sealing
