#include "platform/search/query.h"

#include "platform/search/fts.h"
#include "platform/search/rank.h"
#include "platform/search/store.h"

#include <algorithm>

namespace search {

namespace {

constexpr int found_max = 100;

Found found_of(store::Row row) {
    Found found;
    found.kind = std::move(row.kind);
    found.subject = row.subject;
    found.part = row.part;
    found.title = std::move(row.title);
    found.text = std::move(row.text);
    found.at = row.at;
    return found;
}

// The entries of these ids, in the order of the ids.
std::vector<Found> in_order(sql::Tx& tx, const std::vector<std::int64_t>& ids,
                            const std::vector<std::int64_t>& audiences) {
    auto rows = store::visible(tx, ids, audiences);
    std::vector<Found> found;
    for (const std::int64_t id : ids) {
        const auto row = std::ranges::find(rows, id, &store::Row::id);
        if (row != rows.end()) found.push_back(found_of(std::move(*row)));
    }
    return found;
}

}  // namespace

Results search(sql::Tx& tx, std::string_view words, const std::vector<std::int64_t>& audiences,
               Order order, int count) {
    Results results;
    const Query query = parse(words);
    if (query.wanted.empty() || audiences.empty() || count <= 0) return results;
    const Match match = match_for(query, audiences);
    auto ids = full_text(tx).newest(tx, match, audiences, ranked_max + 1);
    results.is_capped = ids.size() > static_cast<std::size_t>(ranked_max);
    if (results.is_capped) ids.pop_back();
    results.matches = static_cast<std::int64_t>(ids.size());
    if (order == Order::best) ids = ranked(query, store::words_of(tx, ids));
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(std::min(count, found_max))));
    results.found = in_order(tx, ids, audiences);
    return results;
}

}  // namespace search
