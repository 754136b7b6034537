#pragma once
// Keeps what a page shows for as long as nothing was committed by anyone: exact by construction,
// because the key is the version of the whole database.

#include "platform/sql/remembered.h"
#include "platform/web/call.h"

namespace web {

template <class Key, class Value>
using Kept = sql::Remembered<Key, std::string, Value>;

// In a GET only: a transaction that writes sees more than others do.
template <class Key, class Value, class Make>
std::shared_ptr<const Value> keep(Call& call, Kept<Key, Value>& kept, const Key& key,
                                  Make&& make) {
    const std::string& version = call.version();
    if (auto found = kept.find(key, version)) return found;
    auto made = std::make_shared<const Value>(make());
    kept.keep(key, version, made);
    return made;
}

}  // namespace web
