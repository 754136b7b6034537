#pragma once
// Finds what in a text could still identify a person who spoke under the Chatham House Rule. It
// assists whoever prepares the text and guarantees nothing: what it does not find may identify too.

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linter {

enum class Kind { person, organisation, contact, code, handle, url, combination };
std::string_view code_of(Kind kind);  // "person"

// Bytes [from, to) of the text as it was handed in, never within a code point.
struct Finding {
    std::size_t from = 0, to = 0;
    Kind kind = Kind::person;
    std::string text;
    std::string reason;    // one sentence
    std::optional<int> k;  // of a combination: how many people on the roll fit it
};

// A line of the roll. Only the name is needed; the rest makes combinations countable.
struct RollEntry {
    std::string name, organisation, organisation_code, role, region;
};

struct KnownOrganisation {
    std::string code, name, kind;
    std::vector<std::string> aliases;
};

// ---- reading the lists from CSV with a header row, whatever the order of the columns ----

template <class Row>
struct FileRead {
    std::vector<Row> rows;
    std::vector<int> refused;  // numbers of lines
};

// Refused with a sentence where the file is no CSV or lacks the column "name".
std::expected<FileRead<RollEntry>, std::string> read_roll(std::string_view bytes);

// Columns code, name, kind, aliases; aliases have ; or | between them.
std::expected<FileRead<KnownOrganisation>, std::string> read_organisations(std::string_view bytes);

// ---- the linter ----

struct Settings {
    int people_min = 5;  // a combination that fits fewer is a finding
};

struct Lexicon;

// The text of one person is judged against the names of all: building takes about 10 µs a person,
// reading is linear in the text. Nothing is kept of a text.
class Linter {
public:
    Linter(const std::vector<RollEntry>& roll, const std::vector<KnownOrganisation>& organisations,
           Settings settings = {});
    ~Linter();
    Linter(const Linter&) = delete;
    Linter& operator=(const Linter&) = delete;

    // In the order in which they begin. Any bytes may be read, UTF-8 or not.
    std::vector<Finding> findings(std::string_view text) const;

private:
    std::unique_ptr<const Lexicon> lexicon_;
};

}  // namespace linter
