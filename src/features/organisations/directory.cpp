#include "features/organisations/directory.h"

namespace organisations {

namespace {

constexpr int read_at_once = 1'000;

std::vector<search::NameEntry> entries_of(const Organisations& organisations,
                                                  base::Day today) {
    std::vector<search::NameEntry> entries;
    std::string last;
    for (;;) {
        const auto some = organisations.after(last, read_at_once);
        for (const auto& one : some) {
            entries.push_back(
                {one.id.value, one.name + " " + one.town, one.code, one.is_open(today)});
        }
        if (some.size() < read_at_once) return entries;
        last = some.back().code;
    }
}

}  // namespace

std::shared_ptr<const search::MatchIndex> Directory::index(const Organisations& organisations,
                                                           base::Day today) {
    const std::int64_t day = today.time_since_epoch().count();
    const std::int64_t version = organisations.version();
    if (auto found = kept_.find(day, version)) return found;
    auto made = std::make_shared<const search::MatchIndex>(entries_of(organisations, today));
    kept_.keep(day, version, made);
    return made;
}

std::vector<Organisation> Directory::find(const Organisations& organisations,
                                          std::string_view words, base::Day today,
                                          std::size_t count) {
    return organisations.some(index(organisations, today)->find(words, count));
}

}  // namespace organisations
