#pragma once
// A fact: what happened, as it is stored. Facts are the audit trail and the outbox in one: they are
// added in the transaction of the deed and never edited.

#include "platform/base/time.h"
#include "platform/identity/actor.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace record {

using FactId = base::Id<struct FactTag>;

// The fields of a fact, small and named; stored as JSON. Secrets and message texts have no place.
class Details {
public:
    using Value = std::variant<std::int64_t, std::string>;

    Details() = default;
    Details(std::initializer_list<std::pair<std::string, Value>> fields) : fields_(fields) {}

    std::int64_t integer(std::string_view name) const;  // 0 if there is none
    std::string text(std::string_view name) const;      // "" if there is none
    std::string json() const;
    static Details parse(std::string_view json);        // throws std::runtime_error if malformed

private:
    std::vector<std::pair<std::string, Value>> fields_;
};

// What a feature hands to the record. `kind` is "room.verb", `subject` the id of the thing.
template <class T>
concept Fact = requires(const T& fact) {
    { T::kind } -> std::convertible_to<std::string_view>;
    { fact.subject() } -> std::convertible_to<std::int64_t>;
    { fact.details() } -> std::convertible_to<Details>;
};

// How a kind of fact is told: what follows the name of whoever did it, from what was stored. A
// feature lists its own beside the facts.
struct Telling {
    std::string_view kind;
    std::string (*sentence)(const Details&);
};
template <Fact T>
constexpr Telling telling() {
    return {T::kind, &T::sentence};
}

struct StoredFact {
    FactId id;
    std::int64_t transaction = 0;  // PostgreSQL's; 0 on SQLite
    base::Instant at;
    identity::PersonId actor;  // 0: a worker
    std::string kind;
    std::int64_t subject = 0;
    Details details;
};

}  // namespace record
