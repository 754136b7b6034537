#pragma once
// The Chatham House Rule: as a state of each area, with the words that say so on every page of it;
// and as a text with versions, which members accept at joining, after it has changed, and on
// entering a network. Whoever has not accepted what holds for an audience finds it closed: the
// platform's doors see to that, not each page.

#include "features/networks/networks.h"
#include "platform/base/result.h"
#include "platform/html/html.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rule {

using identity::AudienceId;
using identity::PersonId;
using networks::Network;

inline constexpr identity::Permission set_rule{"set_rule"};
// Everywhere: the community's text too. For an audience: what its network adds.
inline constexpr identity::Permission write_rule_text{"write_rule_text"};

inline constexpr std::size_t text_characters_max = 8'000;
inline constexpr int grace_days_max = 180;
inline constexpr int versions_shown_max = 100;

enum class State { on_record = 0, chatham_house = 1, closed = 2 };

// The rule as one actor meets it.
class Rule {
public:
    explicit Rule(const record::Floor& floor) : floor_(floor) {}

    // An area without a stated rule is under the Chatham House Rule.
    State state_of(networks::AreaId area) const;
    std::vector<State> states_of(const std::vector<networks::Area>& areas) const;  // of each, so
    base::Result<State> set(const networks::Area& area, State state);

private:
    record::Floor floor_;
};

std::string_view name_of(State state);
std::string_view meaning_of(State state);  // with its name, in one line
const html::Html& banner(State state);     // stands above every topic

// ---- the text ----

// Whose text: the community's, or what one network adds to it.
struct Scope {
    std::optional<Network> network;
    AudienceId audience() const { return network ? network->audience : AudienceId{}; }
};

struct Text {
    int version = 0;    // 0: nothing was ever added
    std::string words;  // Markdown; "": nothing is added any more
    base::Instant published;
    std::string by_name;            // "": it came with the program, or from somebody who was erased
    bool asks = false;              // everybody again; else it corrects what they accepted
    std::optional<base::Day> from;  // it asks those who were there from that day on
};

struct TextDraft {
    std::string words;
    std::string asks;     // "yes", "no"
    std::string from;     // a day; "": at once
    std::string version;  // the last one, when the writing began
};

class Texts {
public:
    explicit Texts(const record::Floor& floor) : floor_(floor) {}

    Text present() const;  // of the community: for everybody
    // What a network adds is its members' to read, and of those who write it; NotFound to others.
    Text present(const Scope& scope) const;
    std::vector<Text> versions(const Scope& scope) const;  // the latest first
    Text version(const Scope& scope, std::int64_t number) const;
    bool writes(const Scope& scope) const;
    std::int64_t readers(const Scope& scope) const;  // who would be asked

    // Whoever publishes it accepts it.
    base::Result<int> publish(const Scope& scope, const TextDraft& draft);

private:
    void require_reader(const Scope& scope) const;
    record::Floor floor_;
};

// ---- its acceptance ----

struct Accepted {
    AudienceId audience;  // 0: the community's text
    int version = 0;
    base::Instant at;
};

// What was on the page when somebody pressed.
struct Shown {
    std::string text, addition;  // numbers of versions
};

class Acceptance {
public:
    explicit Acceptance(const record::Floor& floor) : floor_(floor) {}

    std::optional<Accepted> standing(AudienceId audience) const;  // the actor's latest
    base::Result<int> accept(const Shown& shown, std::string_view how);
    // The first time, and when it asks again; with the community's text, as both stand now.
    // NotFound to those who are no members.
    base::Result<int> enter(const Network& network, const Shown& shown);
    // Then the audience is closed, or all of them; they stay members.
    base::Result<PersonId> withdraw(const Scope& scope);

private:
    void keep(AudienceId audience, int version, std::string_view how);
    record::Floor floor_;
};

// Whoever joins accepts the text that was on the page, with the same press, as their own deed.
base::Verdict may_join(const record::Floor& floor, const Shown& shown);
void accept_when_joining(const record::Floor& floor, PersonId person, const Shown& shown);
// Within the form of that press: the words, and which version they are.
html::Html text_to_accept(const record::Floor& floor);

std::string path_to(const Scope& scope);
std::string asking_path(const Network& network);

}  // namespace rule
