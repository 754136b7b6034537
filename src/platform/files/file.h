#pragma once
// Files that members keep: bytes under an id, durable when put() returns. What a file is called, is
// and belongs to, stands in the tables of the feature that owns it.

#include "platform/base/id.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace files {

using FileId = base::Id<struct FileTag>;

// One file while it is read, from its beginning to its end.
class OpenFile {
public:
    virtual ~OpenFile() = default;
    virtual std::uint64_t size() const = 0;
    virtual std::size_t read(std::span<char> into) = 0;  // 0: the end
};

// Safe for concurrent use. A full or broken disk is base::Unavailable.
class FileStore {
public:
    virtual ~FileStore() = default;
    // Copies a spooled upload (http::Request::body_file); the same id again replaces its file.
    virtual void put(FileId id, const std::string& spooled) = 0;
    virtual std::unique_ptr<OpenFile> open(FileId id) const = 0;  // base::NotFound if there is none
    virtual void remove(FileId id) = 0;                           // nothing, if there is none
};

}  // namespace files
