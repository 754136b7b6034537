// How a trust file becomes changes of the directory: what was there before, row by row, against
// what the file says now.

#include "features/organisations/facts.h"
#include "features/organisations/policy.h"
#include "features/organisations/store.h"
#include "features/organisations/trust_file.h"
#include "platform/base/text.h"

#include <map>
#include <set>

namespace organisations {

namespace {

using Known = std::map<std::string, Organisation, std::less<>>;

constexpr std::size_t missing_share = 5;  // more than one in so many: the file may be cut off

Known known_trusts(sql::Tx& tx) {
    Known known;
    for (auto& trust : store::trusts(tx)) {
        std::string code = trust.code;
        known.emplace(std::move(code), std::move(trust));
    }
    return known;
}

std::set<std::string, std::less<>> codes_in(const TrustFile& file) {
    std::set<std::string, std::less<>> codes;
    for (const auto& row : file.rows) codes.insert(row.code);
    for (const auto& line : file.refused) codes.insert(line.code);
    return codes;
}

// Of those open on the day, how many are there, and how many the file has not.
base::Verdict may_be_whole(const Known& known, const TrustFile& file, base::Day as_of) {
    const auto codes = codes_in(file);
    std::size_t open = 0;
    std::size_t missing = 0;
    for (const auto& [code, trust] : known) {
        if (!trust.is_listed || !trust.is_open(as_of)) continue;
        ++open;
        if (!codes.contains(code)) ++missing;
    }
    if (missing * missing_share <= open) return base::allowed;
    const auto count = [](std::size_t n) { return base::grouped(static_cast<long long>(n)); };
    return base::Refusal{"Of the " + count(open) + " organisations open on " +
                             base::day_text(as_of) + ", " + count(missing) +
                             " are missing from this file. It may be cut off. If it is whole, "
                             "import it with --accept-missing.",
                         "missing"};
}

std::string address_line(const Organisation& trust) {
    std::string line;
    for (const auto* part : {&trust.address, &trust.town, &trust.postcode}) {
        if (part->empty()) continue;
        if (!line.empty()) line += ", ";
        line += *part;
    }
    return line;
}

// "opened 2011-04-01, closed 2022-03-31"
std::string days_words(const Organisation& trust) {
    std::string words = "opened " + (trust.opened ? base::iso_day(*trust.opened) : "unknown");
    if (trust.closed) words += ", closed " + base::iso_day(*trust.closed);
    return words;
}

// The days of the last file and of this one; a last day between the two has come since.
struct Between {
    std::optional<base::Day> before;  // nothing: this is the first
    base::Day now;
};

// What differs, and the organisation as it is from now on.
std::vector<Change> differences(const Organisation& before, const TrustRow& row,
                                const Between& files) {
    using enum Change::Kind;
    std::vector<Change> found;
    const auto note = [&](Change::Kind kind, std::string words) {
        found.push_back({kind, row.code, row.name, row.line, std::move(words)});
    };
    if (!before.is_listed) note(returned, "");
    if (before.name != row.name) note(renamed, before.name);
    if (before.region != row.region || before.board != row.board || before.nation != row.nation) {
        note(recoded, before.region + " " + before.board);
    }
    const bool has_moved = before.address != row.address || before.town != row.town ||
                           before.postcode != row.postcode;
    if (has_moved) note(moved, address_line(before));
    // A last day to come is another day of it, and listed as closed when it has come.
    const bool is_over = row.closed && *row.closed <= files.now;
    const bool was_over = before.closed && files.before && *before.closed <= *files.before;
    const bool is_other_day = row.closed != before.closed;
    if (is_over && (is_other_day || !was_over)) note(closed, base::iso_day(*row.closed));
    if (before.opened != row.opened || (is_other_day && !is_over)) {
        note(redated, days_words(before));
    }
    return found;
}

Organisation made_of(const TrustRow& row) {
    Organisation trust;
    trust.code = row.code;
    trust.name = row.name;
    trust.nation = row.nation;
    trust.region = row.region;
    trust.board = row.board;
    trust.address = row.address;
    trust.town = row.town;
    trust.postcode = row.postcode;
    trust.opened = row.opened;
    trust.closed = row.closed;
    return trust;
}

bool has_same_state(const Organisation& a, const Organisation& b) {
    return a.name == b.name && a.nation == b.nation && a.region == b.region && a.board == b.board &&
           a.is_listed == b.is_listed;
}

// Carries the rows of one file into the directory.
class Reading {
public:
    Reading(sql::Tx& tx, const Between& files)
        : tx_(tx), files_(files), as_of_(files.now), known_(known_trusts(tx)) {}

    const Known& known() const { return known_; }
    std::vector<Change> take_changes() { return std::move(changes_); }
    std::int64_t unchanged() const { return unchanged_; }
    bool has_written() const { return has_written_; }

    void take(const TrustRow& row) {
        const auto found = known_.find(row.code);
        Organisation now = made_of(row);
        if (found == known_.end()) {
            has_written_ = true;
            now.id = store::add(tx_, now);
            store::put_state(tx_, now, as_of_);
            changes_.push_back({Change::Kind::added, row.code, row.name, row.line, ""});
            return;
        }
        const Organisation& before = found->second;
        now.id = before.id;
        auto differing = differences(before, row, files_);
        if (differing.empty()) {
            ++unchanged_;
            return;
        }
        has_written_ = true;
        store::change(tx_, now);
        if (!has_same_state(before, now)) store::put_state(tx_, now, as_of_);
        std::ranges::move(differing, std::back_inserter(changes_));
    }

    void note_absent(const TrustFile& file) {
        const auto codes = codes_in(file);
        for (const auto& [code, trust] : known_) {
            if (!trust.is_listed || codes.contains(code)) continue;
            Organisation gone = trust;
            gone.is_listed = false;
            has_written_ = true;
            store::change(tx_, gone);
            store::put_state(tx_, gone, as_of_);
            changes_.push_back({Change::Kind::absent, code, trust.name, 0, ""});
        }
    }

    void note_refused(const TrustFile& file) {
        for (const auto& line : file.refused) {
            changes_.push_back({Change::Kind::rejected, line.code, "", line.line, line.reason});
        }
    }

private:
    sql::Tx& tx_;
    const Between files_;
    const base::Day as_of_;
    const Known known_;
    std::vector<Change> changes_;
    std::int64_t unchanged_ = 0;
    bool has_written_ = false;
};

base::Verdict may_follow(const std::optional<Import>& last, base::Day as_of, base::Day today) {
    if (as_of > today) {
        return base::Refusal{base::day_text(as_of) + " has not come. Enter the day of the file.",
                             "as_of"};
    }
    if (!last || last->as_of <= as_of) return base::allowed;
    return base::Refusal{"The directory stands at " + base::day_text(last->as_of) +
                             " already. A file of an earlier day would take it back.",
                         "as_of"};
}

base::Verdict may_hold_trusts(const TrustFile& file) {
    if (!file.rows.empty()) return base::allowed;
    std::string sentence = "No line of this file is a trust.";
    if (!file.refused.empty()) {
        const auto& first = file.refused.front();
        sentence += " Line " + std::to_string(first.line) + ": " + first.reason;
    }
    return base::Refusal{sentence, "file"};
}

}  // namespace

base::Result<ImportReport> Organisations::import_trusts(std::string_view bytes, base::Day as_of,
                                                        Missing missing) {
    if (auto refusal = may_keep(floor_.actor)) return std::unexpected(*refusal);
    const auto file = read_trust_file(bytes);
    if (!file) return base::refuse(file.error(), "file");
    if (auto refusal = may_hold_trusts(*file)) return std::unexpected(*refusal);
    const auto last = store::last_import(floor_.tx);
    if (auto refusal = may_follow(last, as_of, latest_today(floor_.now))) {
        return std::unexpected(*refusal);
    }
    Reading reading(floor_.tx, {last ? std::optional(last->as_of) : std::nullopt, as_of});
    if (missing == Missing::refused) {
        if (auto refusal = may_be_whole(reading.known(), *file, as_of)) {
            return std::unexpected(*refusal);
        }
    }
    for (const TrustRow& row : file->rows) reading.take(row);
    reading.note_absent(*file);
    reading.note_refused(*file);

    ImportReport report{.import = {.as_of = as_of,
                                   .at = floor_.now,
                                   .total = static_cast<std::int64_t>(file->rows.size()),
                                   .unchanged = reading.unchanged()},
                        .changes = reading.take_changes()};
    report.import.id = store::add_import(floor_.tx, report.import, floor_.actor.id());
    std::int64_t place = 0;
    for (const Change& change : report.changes) {
        store::add_change(floor_.tx, report.import.id, ++place, change);
    }
    if (reading.has_written()) {
        store::move_version(floor_.tx);
    }
    floor_.record().add(TrustsImported{report.import.id, report.import.total});
    return report;
}

}  // namespace organisations
