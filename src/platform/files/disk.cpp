#include "platform/files/disk.h"

#include "platform/base/result.h"
#include "platform/crypto/random.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace files {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk_bytes = 256 * 1024;
constexpr std::string_view part_suffix = ".part";
constexpr std::int64_t folders = 256;  // so that no folder grows too long to look through

[[noreturn]] void fail(std::string_view what) {
    const std::string why = std::strerror(errno);
    throw base::Unavailable(std::string(what) + ": " + why + ".");
}

// An open file, closed whatever happens.
class Descriptor {
public:
    Descriptor(const fs::path& path, int flags)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

std::size_t read_some(const Descriptor& file, std::span<char> into) {
    for (;;) {
        const ssize_t count = ::read(file.number(), into.data(), into.size());
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) fail("A file could not be read");
    }
}

void write_all(const Descriptor& file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) fail("A file could not be kept");
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void sync(const Descriptor& file) {
    if (!file.is_open() || ::fsync(file.number()) != 0) fail("A file could not be kept");
}

void sync_folder(const fs::path& folder) { sync(Descriptor(folder, O_RDONLY | O_DIRECTORY)); }

// A file on its way: gone, unless it was renamed into its place.
class Part {
public:
    explicit Part(fs::path path)
        : path_(std::move(path)), file_(path_, O_WRONLY | O_CREAT | O_TRUNC) {
        if (!file_.is_open()) fail("A file could not be kept");
    }
    Part(const Part&) = delete;
    ~Part() {
        if (!path_.empty()) ::unlink(path_.c_str());
    }

    void copy_from(const Descriptor& source) {
        std::string buffer(chunk_bytes, '\0');
        while (const std::size_t count = read_some(source, buffer)) {
            write_all(file_, std::string_view(buffer).substr(0, count));
        }
        sync(file_);
    }
    void become(const fs::path& place) {
        if (::rename(path_.c_str(), place.c_str()) != 0) fail("A file could not be kept");
        path_.clear();
        sync_folder(place.parent_path());
    }

private:
    fs::path path_;
    Descriptor file_;
};

class OpenOnDisk final : public OpenFile {
public:
    explicit OpenOnDisk(Descriptor file) : file_(std::move(file)) {
        struct stat status {};
        if (::fstat(file_.number(), &status) != 0) fail("A file could not be read");
        size_ = static_cast<std::uint64_t>(status.st_size);
    }
    std::uint64_t size() const override { return size_; }
    std::size_t read(std::span<char> into) override { return read_some(file_, into); }

private:
    Descriptor file_;
    std::uint64_t size_ = 0;
};

// Two puts of one id at the same time must not share a part.
std::string fresh_suffix() { return "." + crypto::random_token() + std::string(part_suffix); }

// Another process may be writing a young one, as at a restart.
bool is_left_behind(const fs::directory_entry& entry) {
    constexpr auto young = std::chrono::hours(24);
    if (entry.path().extension() != part_suffix) return false;
    return entry.last_write_time() < fs::file_time_type::clock::now() - young;
}

}  // namespace

Disk::Disk(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
        if (is_left_behind(entry)) fs::remove(entry.path());
    }
}

fs::path Disk::place(FileId id) const {
    const auto in = static_cast<std::uint64_t>(id.value) % folders;
    return folder_ / std::to_string(in) / std::to_string(id.value);
}

void Disk::put(FileId id, const std::string& spooled) {
    const Descriptor source(spooled, O_RDONLY);
    if (!source.is_open()) fail("An upload could not be read");
    const fs::path at = place(id);
    if (fs::create_directory(at.parent_path())) sync_folder(folder_);
    Part part(fs::path(at.string() + fresh_suffix()));
    part.copy_from(source);
    part.become(at);
}

std::unique_ptr<OpenFile> Disk::open(FileId id) const {
    Descriptor file(place(id), O_RDONLY);
    if (!file.is_open()) {
        if (errno == ENOENT) throw base::NotFound();
        fail("A file could not be read");
    }
    return std::make_unique<OpenOnDisk>(std::move(file));
}

void Disk::remove(FileId id) {
    const fs::path at = place(id);
    if (::unlink(at.c_str()) == 0) return sync_folder(at.parent_path());
    if (errno != ENOENT) fail("A file could not be removed");
}

std::string Disk::path_of(FileId id) const {
    const fs::path at = place(id);
    std::error_code error;
    if (!fs::is_regular_file(at, error)) throw base::NotFound();
    return at.string();
}

}  // namespace files
