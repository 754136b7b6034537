#pragma once
// The one door out. What leaves the members' own pages (mail, search entry, feed, export, print,
// API, page for an outsider, log) is a Passed, and only the gate makes those. Which rules hold at
// the door, the features hand in; what mail and log never carry, the gate knows by itself.

#include "platform/base/time.h"
#include "platform/record/record.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// The room is "exit"; its namespace cannot be, because the C library has a function of that name.
namespace leaving {

enum class Exit { mail, search, page_for_outsiders, print, export_file, feed, api, log };

// What a text came from: {"forum.post", topic, post}.
struct Provenance {
    std::string kind;
    std::int64_t subject = 0;
    std::int64_t part = 0;
};

// What someone would like to let out. Texts are plain text.
struct Draft {
    Exit exit;
    Provenance from;
    identity::AudienceId audience;  // who may see it inside
    std::string subject_line;       // the news in one line
    std::string summary = {};       // title, network, count, name; what was written to be mailed
    std::string content = {};       // the texts of posts
};

enum class Ruling { pass, refuse };
// May alter the draft (shorten it, take out a name, put in what was approved) or refuse it. Its
// exit, provenance and audience stay as they were, whatever a policy does to them. The floor is
// nullptr where whoever knocks stands on none: what must be looked up is refused then.
using Policy = std::function<Ruling(Draft&, const record::Floor*)>;

class Passed {
public:
    Exit exit() const { return draft_.exit; }
    const Provenance& from() const { return draft_.from; }
    identity::AudienceId audience() const { return draft_.audience; }
    const std::string& subject_line() const { return draft_.subject_line; }
    const std::string& summary() const { return draft_.summary; }
    const std::string& content() const& { return draft_.content; }
    std::string content() && { return std::move(draft_.content); }

private:
    friend class Gate;
    explicit Passed(Draft draft) : draft_(std::move(draft)) {}
    Draft draft_;
};

// Safe for concurrent use, as far as its policies are.
class Gate {
public:
    explicit Gate(std::vector<Policy> policies = {});

    // Every policy in turn; nothing where one refuses. The gate's own rule comes last, so that no
    // policy can bring back what it takes out.
    std::optional<Passed> pass(Draft draft) const { return pass(std::move(draft), nullptr); }
    std::optional<Passed> pass(Draft draft, const record::Floor& floor) const {
        return pass(std::move(draft), &floor);
    }

private:
    std::optional<Passed> pass(Draft draft, const record::Floor* floor) const;

    std::vector<Policy> policies_;
};

}  // namespace leaving
