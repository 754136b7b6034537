#pragma once
// The record appends facts; the floor is what a deed needs to happen: one transaction, one actor,
// one moment. A feature is always opened on a floor.

#include "platform/identity/actor.h"
#include "platform/record/fact.h"
#include "platform/sql/tx.h"

namespace record {

class Record {
public:
    Record(sql::Tx& tx, identity::PersonId actor, base::Instant now)
        : tx_(tx), actor_(actor), now_(now) {}

    template <Fact T>
    void add(const T& fact) {
        append(T::kind, fact.subject(), fact.details());
    }

private:
    void append(std::string_view kind, std::int64_t subject, const Details& details);

    sql::Tx& tx_;
    identity::PersonId actor_;
    base::Instant now_;
};

// Passed by value and kept by features; the transaction and the actor must outlive it.
struct Floor {
    Floor(sql::Tx& its_tx, const identity::Actor& its_actor, base::Instant its_now)
        : tx(its_tx), actor(its_actor), now(its_now) {}
    Floor(sql::Tx&, const identity::Actor&&, base::Instant) = delete;  // it would be gone at once

    sql::Tx& tx;
    const identity::Actor& actor;
    base::Instant now;

    Record record() const { return {tx, actor.id(), now}; }
};

}  // namespace record
