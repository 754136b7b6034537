#pragma once
// A transaction that knows a version and nothing else: enough for what is remembered. Whoever runs
// a statement in it is sent away, to come again with a snapshot.

#include "platform/sql/tx.h"

#include <string>
#include <utility>

namespace sql {

class Glance final : public Connection {
public:
    // Not a std::exception: nobody but the one who gave the glance has an answer to it.
    struct NeedsSnapshot {};

    Glance(Engine engine, std::string version) : engine_(engine), version_(std::move(version)) {}

    Engine engine() const override { return engine_; }
    std::string version() override { return version_; }
    std::int64_t run(const Statement&, std::span<const Value>, const Visit&) override {
        throw NeedsSnapshot{};
    }
    void run_script(const Statement&) override { throw NeedsSnapshot{}; }
    std::int64_t transaction_number() override { throw NeedsSnapshot{}; }
    std::int64_t settled_below() override { throw NeedsSnapshot{}; }

private:
    const Engine engine_;
    const std::string version_;
};

}  // namespace sql
