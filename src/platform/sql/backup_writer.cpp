#include "platform/sql/backup_stream.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sodium.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace sql {

namespace {

constexpr int compression = 3;  // the knee: level 6 is twice as slow for a few per cent
constexpr std::size_t chunk_size = 256 * 1024;

[[noreturn]] void fail(const std::string& file) {
    const std::string why = std::strerror(errno);
    if (errno == ENOSPC || errno == EDQUOT) {
        throw base::Unavailable("The backup " + file + " could not be written: " + why + ".");
    }
    throw std::runtime_error("The backup " + file + " could not be written: " + why + ".");
}

// Synced, so that a rename in it outlives a power cut.
void sync_folder(const std::filesystem::path& file) {
    const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) fail(folder);
    const bool is_synced = fsync(opened) == 0;
    close(opened);
    if (!is_synced) fail(folder);
}

}  // namespace

// Sums, compresses and writes what is appended, a chunk at a time.
class BackupWriter::Stream {
public:
    explicit Stream(std::string file) : file_(std::move(file)), part_(file_ + ".part") {
        // Members' data: for the owner's eyes only.
        descriptor_ = open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (descriptor_ < 0) fail(part_);
        constexpr int gzip = 16;
        deflateInit2(&zip_, compression, Z_DEFLATED, MAX_WBITS + gzip, 8, Z_DEFAULT_STRATEGY);
        crypto_generichash_init(&sum_, nullptr, 0, crypto_generichash_BYTES);
        waiting_.reserve(chunk_size + 64);
    }
    Stream(const Stream&) = delete;
    ~Stream() {
        deflateEnd(&zip_);
        if (descriptor_ >= 0) close(descriptor_);
        if (!is_finished_) unlink(part_.c_str());
    }

    void append(std::string_view bytes) {
        waiting_.append(bytes);
        if (waiting_.size() >= chunk_size) pass_on(Z_NO_FLUSH);
    }
    void append(char c) { append(std::string_view(&c, 1)); }

    std::int64_t finish() {
        std::array<unsigned char, crypto_generichash_BYTES> sum;
        pass_on(Z_NO_FLUSH);
        crypto_generichash_final(&sum_, sum.data(), sum.size());
        waiting_.assign(reinterpret_cast<const char*>(sum.data()), sum.size());
        is_summed_ = true;
        pass_on(Z_FINISH);
        struct stat status {};
        if (fsync(descriptor_) != 0 || fstat(descriptor_, &status) != 0) fail(part_);
        if (rename(part_.c_str(), file_.c_str()) != 0) fail(file_);
        is_finished_ = true;
        sync_folder(file_);
        return status.st_size;
    }

private:
    void pass_on(int flush) {
        auto* const first = reinterpret_cast<unsigned char*>(waiting_.data());
        if (!is_summed_) crypto_generichash_update(&sum_, first, waiting_.size());
        zip_.next_in = first;
        zip_.avail_in = static_cast<unsigned>(waiting_.size());
        do {
            zip_.next_out = reinterpret_cast<unsigned char*>(packed_.data());
            zip_.avail_out = static_cast<unsigned>(packed_.size());
            deflate(&zip_, flush);
            write_all({packed_.data(), packed_.size() - zip_.avail_out});
        } while (zip_.avail_out == 0);
        waiting_.clear();
    }

    void write_all(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) fail(part_);
            if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    const std::string file_;
    const std::string part_;
    int descriptor_ = -1;
    z_stream zip_{};
    crypto_generichash_state sum_;
    bool is_summed_ = false;
    bool is_finished_ = false;
    std::string waiting_;
    std::string packed_ = std::string(chunk_size, '\0');
};

BackupWriter::BackupWriter(const std::string& file) : stream_(std::make_unique<Stream>(file)) {}
BackupWriter::~BackupWriter() = default;

void BackupWriter::row() {
    ++report_.rows;
    stream_->append('R');
}

void BackupWriter::nothing() { stream_->append('n'); }

void BackupWriter::number(std::int64_t number) {
    const auto sign = static_cast<std::uint64_t>(number >> 63);
    std::uint64_t rest = (static_cast<std::uint64_t>(number) << 1) ^ sign;
    for (; rest >= 0x80; rest >>= 7) stream_->append(static_cast<char>(rest | 0x80));
    stream_->append(static_cast<char>(rest));
}

void BackupWriter::text(std::string_view text) {
    number(static_cast<std::int64_t>(text.size()));
    stream_->append(text);
}

void BackupWriter::begin(std::string_view engine, std::int64_t highest) {
    stream_->append("moothall backup 1\n");
    text(engine);
    number(highest);
}

void BackupWriter::step(const CarriedOut& step) {
    stream_->append('S');
    text(step.room);
    text(step.name);
    text(step.checksum);
}

void BackupWriter::table(const TableHead& head) {
    ++report_.tables;
    stream_->append('T');
    text(head.name);
    number(static_cast<std::int64_t>(head.columns.size()));
    for (const std::string& column : head.columns) text(column);
    number(head.last_id);
}

void BackupWriter::integer(std::int64_t number) {
    stream_->append('i');
    this->number(number);
}

void BackupWriter::text(Cell::Kind kind, std::string_view text) {
    stream_->append(static_cast<char>(kind));
    this->text(text);
}

BackupReport BackupWriter::finish() {
    stream_->append('E');
    number(report_.tables);
    number(report_.rows);
    report_.bytes = stream_->finish();
    return report_;
}

}  // namespace sql
