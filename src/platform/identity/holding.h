#pragma once
// What is held of a person, as it is handed to them: a table of words, with the reason why it is
// held. One value serves the page that people read and the file that machines read.

#include "platform/base/time.h"
#include "platform/sql/tx.h"

#include <boost/pfr/core.hpp>
#include <cassert>
#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace identity {

// Of one table. Where there are more, the table says so: nothing is left out in silence.
inline constexpr int rows_held_max = 250'000;

// A file that belongs to a holding; read only where it is packed.
struct HeldFile {
    std::string name;  // of our own making, safe as a path: "documents/12-letter.pdf"
    std::function<std::string(sql::Tx&)> bytes;
};

struct Holding {
    std::string name;                 // for machines: "posts"
    std::string title;                // for people: "Posts"
    std::string why;                  // one sentence
    std::vector<std::string> tables;  // of the database, whose rows of a person stand here
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows = {};
    std::vector<HeldFile> files = {};
    bool is_consent = false;  // shown among what was consented to

    bool is_whole() const { return rows.size() < static_cast<std::size_t>(rows_held_max); }
};

// A value as words: moments and days as ISO 8601, truth as yes and no, nothing as nothing.
std::string cell(std::string_view text);
std::string cell(bool is_so);
std::string cell(base::Instant at);
std::string cell(base::Day day);
template <std::integral T>
std::string cell(T number) {
    return std::to_string(number);
}
template <class Tag>
std::string cell(base::Id<Tag> id) {
    return std::to_string(id.value);
}
template <class T>
std::string cell(const std::optional<T>& maybe) {
    return maybe ? cell(*maybe) : std::string();
}

// The holding with these rows, each a struct whose fields stand in the order of the columns.
template <class Row>
Holding with_rows(Holding holding, const std::vector<Row>& rows) {
    assert(holding.columns.size() == boost::pfr::tuple_size_v<Row>);
    holding.rows.reserve(rows.size());
    for (const Row& row : rows) {
        auto& cells = holding.rows.emplace_back();
        cells.reserve(holding.columns.size());
        boost::pfr::for_each_field(row, [&](const auto& field) { cells.push_back(cell(field)); });
    }
    return holding;
}

// The same of a statement that takes the person and rows_held_max.
template <class Row, class Person>
Holding with_rows_of(sql::Tx& tx, Holding holding, const sql::Query<Row(Person, int)>& query,
                     Person person) {
    return with_rows(std::move(holding), tx.all(query, person, rows_held_max));
}

}  // namespace identity
