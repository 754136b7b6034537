#include "platform/assets/assets.h"

#include <algorithm>
#include <cassert>

namespace assets {

const Asset* find(std::string_view path) {
    auto assets = all();
    auto found = std::ranges::lower_bound(assets, path, {}, &Asset::path);
    return found != assets.end() && found->path == path ? &*found : nullptr;
}

std::string_view path_to(std::string_view name) {
    auto assets = all();
    auto found = std::ranges::find(assets, name, &Asset::name);
    assert(found != assets.end() && "no asset has this name");
    return found->path;
}

}  // namespace assets
