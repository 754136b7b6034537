#pragma once
// The names of all organisations in memory, for finding them as people type. Made anew when one has
// changed.

#include "features/organisations/organisations.h"
#include "platform/search/likeness.h"
#include "platform/sql/remembered.h"

#include <memory>

namespace organisations {

inline constexpr std::size_t matches_max = 20;

// Safe for concurrent use.
class Directory {
public:
    std::vector<Organisation> find(const Organisations& organisations, std::string_view words,
                                   base::Day today, std::size_t count = matches_max);

private:
    std::shared_ptr<const search::MatchIndex> index(const Organisations& organisations,
                                                    base::Day today);

    // By the day, for what is open follows from it.
    sql::Remembered<std::int64_t, std::int64_t, search::MatchIndex> kept_{2};
};

using DirectoryPtr = std::shared_ptr<Directory>;  // shared by the handlers of one site

}  // namespace organisations
