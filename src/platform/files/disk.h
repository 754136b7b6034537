#pragma once
// A file store in one folder of this machine: written beside its place, synced, then renamed, so
// that a file is there whole or not at all.

#include "platform/files/file.h"

#include <filesystem>

namespace files {

class Disk final : public FileStore {
public:
    explicit Disk(std::filesystem::path folder);  // made, if need be; what a crash left goes

    void put(FileId id, const std::string& spooled) override;
    std::unique_ptr<OpenFile> open(FileId id) const override;
    void remove(FileId id) override;

    // For http::Response::file; base::NotFound if there is none.
    std::string path_of(FileId id) const;

private:
    std::filesystem::path place(FileId id) const;

    const std::filesystem::path folder_;
};

}  // namespace files
