#pragma once
// The bodies that members work for: NHS trusts as the Organisation Data Service publishes them and
// others added by hand; what each was called and where it belonged on any day, who succeeded it.

#include "platform/base/result.h"
#include "platform/record/record.h"
#include "platform/sql/slice.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace organisations {

using OrganisationId = base::Id<struct OrganisationTag>;
using ImportId = base::Id<struct ImportTag>;

inline constexpr identity::Permission keep_organisations{"keep_organisations"};
inline constexpr std::size_t name_characters_max = 200;
inline constexpr std::size_t name_code_points_max = 400;  // what the database takes
inline constexpr int imports_a_page = 50;

enum class Kind { trust = 1, nhs_body, private_provider, charity, university, supplier, abroad };
inline constexpr Kind kinds_by_hand[] = {Kind::nhs_body,   Kind::private_provider, Kind::charity,
                                         Kind::university, Kind::supplier,         Kind::abroad};
std::string_view code_of(Kind kind);   // "trust", "private-provider"
std::string_view words_of(Kind kind);  // "NHS trust", "Private provider"
std::optional<Kind> kind_of(std::string_view code);

struct Organisation {
    OrganisationId id;
    std::string code;
    Kind kind = Kind::trust;
    std::string name;    // as published, often in capitals: see display_name
    std::string nation;  // "england", "wales", …; "" abroad
    std::string region;  // a code of NHS England's: "Y56"
    std::string board;   // of an integrated care board: "QMJ"
    std::string address, town, postcode;
    std::optional<base::Day> opened, closed;  // `closed` is the last day
    bool is_listed = true;                    // in the last trust file, or added by hand
    OrganisationId successor;                 // 0: none
    std::optional<base::Day> succeeded;

    bool is_open(base::Day day) const;
};

// As it was from a day on.
struct State {
    base::Day since;
    std::string name, nation, region, board;
    bool is_listed = true;
};

// Who has succeeded whom, and from which day.
class Successions {
public:
    struct Step {
        OrganisationId from, to;
        base::Day on;
    };
    explicit Successions(std::vector<Step> steps) : steps_(std::move(steps)) {}
    // Where one finds, on that day, who worked for this organisation.
    OrganisationId at(OrganisationId organisation, base::Day day) const;
    bool begin(base::Day first, base::Day last) const;  // whether any does on one of these days

private:
    std::vector<Step> steps_;  // by `from`
};

// An open trust on a day, under the name and in the place it had then.
struct TrustThen {
    OrganisationId id;
    std::string code, name, nation, region, board;
};

struct HandDraft {
    std::string name, kind, town, nation;
};

struct SuccessionDraft {
    std::string successor;  // its code
    std::string on;         // the first day, "2027-04-01"
};

// What an import found of one organisation, which can stand in several lists, or of one line.
struct Change {
    // `closed`: a last day is given; `redated`: one was taken back, or the first day is another.
    enum class Kind {
        added = 1,
        returned,
        renamed,
        recoded,
        moved,
        closed,
        absent,
        rejected,
        redated
    };
    Kind kind = Kind::added;
    std::string code, name;
    int line = 0;       // of the file, from 1
    std::string words;  // what it was before, or why the line was refused
};
std::string_view code_of(Change::Kind kind);  // "added"

struct Import {
    ImportId id;
    base::Day as_of;
    base::Instant at;
    std::int64_t total = 0;
    std::int64_t unchanged = 0;
};

struct ImportReport {
    Import import;
    std::vector<Change> changes;
};

enum class Missing { refused, accepted };  // where more than a fifth of the open ones are missing

// The directory as one actor sees it. What is in it is public; who may change it is not everyone.
class Organisations {
public:
    explicit Organisations(const record::Floor& floor) : floor_(floor) {}

    // Reads. NotFound for what is not there.
    Organisation organisation(OrganisationId id) const;
    Organisation organisation(std::string_view code) const;
    std::optional<Organisation> find(std::string_view code) const;
    std::vector<Organisation> some(const std::vector<std::int64_t>& ids) const;  // in their order
    std::vector<Organisation> after(std::string_view code, int count) const;     // by code
    std::vector<State> history(const Organisation& organisation) const;          // oldest first
    std::vector<Organisation> predecessors(const Organisation& organisation) const;
    std::vector<Organisation> without_successor(base::Day today) const;  // closed, or not listed
    std::vector<TrustThen> open_trusts(base::Day day) const;             // by code
    Successions successions() const;
    std::vector<Import> imports() const;  // the latest first
    ImportReport import(ImportId id) const;
    std::int64_t version() const;  // the same for as long as no organisation changes

    // Reads the published trust file. Refused whole: what is not text, what is older than the last
    // file, what more than a fifth are missing from.
    base::Result<ImportReport> import_trusts(std::string_view file, base::Day as_of,
                                             Missing missing);
    base::Result<OrganisationId> add(const HandDraft& draft);
    base::Result<OrganisationId> succeed(const Organisation& organisation,
                                         const SuccessionDraft& draft);
    base::Result<OrganisationId> end_succession(const Organisation& organisation);  // a mistake

private:
    record::Floor floor_;
};

// "GUY'S AND ST THOMAS' NHS FOUNDATION TRUST" is "Guy's and St Thomas' NHS Foundation Trust".
std::string display_name(std::string_view published);
// Where the day begins first: nobody may name a later one as come.
base::Day latest_today(base::Instant now);
bool is_nation(std::string_view code);
// Names of places; the code itself where nobody has told us one.
std::string region_name(std::string_view code);
std::string board_name(std::string_view code);
std::string nation_name(std::string_view code);
std::string path_to(OrganisationId id);

}  // namespace organisations
