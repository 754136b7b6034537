#pragma once
// What in a text could still tell who spoke, judged against the roll of one network as it is now.
// The linter finds it; this says what of it may stay, and what could stand in its place.

#include "features/linter/linter.h"
#include "features/networks/networks.h"
#include "platform/sql/remembered.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace extracts {

// A finding, at its place in one of the texts.
struct Mark {
    std::optional<std::size_t> passage;  // none: the title
    std::size_t from = 0, to = 0;        // bytes of it
    std::string kind;                    // "person", "time"
    std::string text, reason;
    std::optional<int> k;    // how many of the network's roll fit a combination
    std::string key;         // the same for the same finding, wherever it stands
    std::string instead;     // what could stand there; "": only its writer knows
    bool may_stay = false;   // with a reason; else it can only be written otherwise
    bool is_hidden = false;  // read once it is set, not in the text as it is written: at no place
    std::string why;         // set: it stays, and why

    bool is_open() const { return why.empty(); }
};

// Safe for concurrent use: what is kept of a network is its linter, made anew when its roll or the
// directory of organisations has changed.
class Judge {
public:
    explicit Judge(std::string host);  // ours: an address that leads back is never to stay

    // In the order of the texts, and within each of where they begin.
    std::vector<Mark> marks(const record::Floor& floor, const networks::Network& network,
                            const std::string& title, const std::vector<std::string>& passages);
    const std::string& host() const { return host_; }

private:
    std::shared_ptr<const linter::Linter> linter(const record::Floor& floor,
                                                 const networks::Network& network);

    const std::string host_;
    sql::Remembered<std::int64_t, std::string, linter::Linter> kept_{8};  // by network
};

}  // namespace extracts
