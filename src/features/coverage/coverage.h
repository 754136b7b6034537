#pragma once
// The founding campaign in figures: at how many of the open trusts one of a network's role holders
// is in post, by nation, region and board, on any day. Members read all of it; outsiders what
// disclosure.h leaves, and a trust by name only with its consent.

#include "features/coverage/disclosure.h"
#include "features/membership/membership.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coverage {

using networks::NetworkId;
using organisations::OrganisationId;

inline constexpr identity::Permission keep_coverage{"keep_coverage"};
inline constexpr std::size_t words_characters_max = 300;

enum class By { region, board, nation };
std::optional<By> by_of(std::string_view code);  // "region"
std::string_view code_of(By by);

struct Table {
    std::int64_t scope = 0;               // open trusts
    std::optional<std::int64_t> covered;  // nothing: hidden
    std::vector<Area> rows;
};

// In how many trusts an area differs between two days: those that are a part of it on one alone.
struct Differing {
    std::size_t trusts = 0;
    std::size_t unnamed = 0;  // of these, such as outsiders do not know by name
};

struct NamedTrust {
    OrganisationId id;
    std::string code, name, region, board;
    bool is_covered = false;
};

struct Point {
    base::Day on;
    std::int64_t open = 0;
    std::int64_t covered = 0;
};

struct Consent {
    OrganisationId organisation;
    std::string code, name;
    base::Day given;
    std::string words;  // who gave it, and where it is kept
};

struct ConsentDraft {
    std::string organisation;  // its code
    std::string words;
};

class Coverage {
public:
    explicit Coverage(const record::Floor& floor) : floor_(floor) {}

    bool sees_all() const;  // members
    // For outsiders, who are shown the other day too, without the areas in which so few trusts
    // differ between both that two rows side by side would tell of these.
    Table table(NetworkId network, By by, base::Day day,
                std::optional<base::Day> beside = {}) const;
    // Whether outsiders, who are shown the one day, may be told of the other at all: not where so
    // few trusts differ in the whole.
    base::Verdict may_tell(base::Day day, base::Day shown) const;
    std::vector<NamedTrust> trusts(NetworkId network, base::Day day) const;
    // The last days of the years before, and that day; for members alone.
    std::vector<Point> over_time(NetworkId network, base::Day day) const;
    std::vector<Consent> consents() const;  // for those who keep them

    base::Result<OrganisationId> note_consent(const ConsentDraft& draft);
    base::Result<OrganisationId> withdraw_consent(OrganisationId organisation);

private:
    record::Floor floor_;
};

}  // namespace coverage
