#include "platform/sql/backup_stream.h"

#include <algorithm>
#include <cstdio>
#include <sodium.h>
#include <stdexcept>
#include <zlib.h>

namespace sql {

namespace {

constexpr std::string_view magic = "moothall backup 1\n";
constexpr std::size_t chunk_size = 256 * 1024;
constexpr std::int64_t columns_max = 1'000;
constexpr std::int64_t text_size_max = std::int64_t{1} << 30;

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

// Reads, unpacks and sums a backup. Memory grows only with bytes that are truly there.
class Source {
public:
    explicit Source(const std::string& file) : name_(file), file_(std::fopen(file.c_str(), "rbe")) {
        if (!file_) throw std::runtime_error("The backup " + file + " cannot be opened.");
        constexpr int gzip = 16;
        inflateInit2(&zip_, MAX_WBITS + gzip);
        crypto_generichash_init(&sum_, nullptr, 0, crypto_generichash_BYTES);
    }
    Source(const Source&) = delete;
    ~Source() { inflateEnd(&zip_); }

    [[noreturn]] void fail(const char* why) const {
        throw std::runtime_error("The backup " + name_ + " " + why + ".");
    }

    char byte() {
        if (at_ == end_) fill();
        return unpacked_[at_++];
    }
    void bytes(std::string& into, std::size_t size) {
        into.clear();
        while (into.size() < size) {
            if (at_ == end_) fill();
            const std::size_t more = std::min(size - into.size(), end_ - at_);
            into.append(unpacked_, at_, more);
            at_ += more;
        }
    }
    std::int64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0;; shift += 7) {
            const auto part = static_cast<unsigned char>(byte());
            if (shift > 63) fail("is damaged: a number is too long");
            value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
            if (part < 0x80) break;
        }
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    std::int64_t number(std::int64_t most) {
        const std::int64_t value = number();
        if (value < 0 || value > most) fail("is damaged: a size is out of bounds");
        return value;
    }
    void text(std::string& into) { bytes(into, static_cast<std::size_t>(number(text_size_max))); }
    std::string text() {
        std::string made;
        text(made);
        return made;
    }

    // What was read so far must have this sum, and nothing may follow it.
    void end() {
        sum_up();
        std::array<unsigned char, crypto_generichash_BYTES> sum;
        crypto_generichash_final(&sum_, sum.data(), sum.size());
        is_summed_ = true;
        std::string stored;
        bytes(stored, sum.size());
        const std::string_view own(reinterpret_cast<const char*>(sum.data()), sum.size());
        if (stored != own) fail("is damaged: its checksum is wrong");
        if (at_ != end_ || unpack()) fail("is damaged: something follows its end");
        if (!is_whole_) fail("is damaged: it ends too early");
    }
    std::int64_t size() const { return size_; }

private:
    void sum_up() {
        if (is_summed_) return;
        const auto* first = reinterpret_cast<const unsigned char*>(unpacked_.data()) + summed_;
        crypto_generichash_update(&sum_, first, at_ - summed_);
        summed_ = at_;
    }
    void fill() {
        sum_up();
        if (!unpack()) fail("is damaged: it ends too early");
    }
    // False at the end.
    bool unpack() {
        at_ = end_ = summed_ = 0;
        while (end_ == 0 && !is_whole_) {
            if (zip_.avail_in == 0 && !read_packed()) return false;
            zip_.next_out = reinterpret_cast<unsigned char*>(unpacked_.data());
            zip_.avail_out = static_cast<unsigned>(unpacked_.size());
            const int code = inflate(&zip_, Z_NO_FLUSH);
            if (code != Z_OK && code != Z_STREAM_END) fail("is damaged, or is none of ours");
            end_ = unpacked_.size() - zip_.avail_out;
            is_whole_ = code == Z_STREAM_END;
        }
        return end_ > 0;
    }
    bool read_packed() {
        const std::size_t read = std::fread(packed_.data(), 1, packed_.size(), file_.get());
        if (read == 0 && std::ferror(file_.get())) fail("cannot be read");
        size_ += static_cast<std::int64_t>(read);
        zip_.next_in = reinterpret_cast<unsigned char*>(packed_.data());
        zip_.avail_in = static_cast<unsigned>(read);
        return read > 0;
    }

    const std::string name_;
    const std::unique_ptr<std::FILE, CloseFile> file_;
    z_stream zip_{};
    crypto_generichash_state sum_;
    bool is_summed_ = false;
    bool is_whole_ = false;  // gzip's own end was reached, and its own checksum was right
    std::string packed_ = std::string(chunk_size, '\0');
    std::string unpacked_ = std::string(chunk_size, '\0');
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    std::size_t summed_ = 0;
    std::int64_t size_ = 0;
};

void read_cell(Source& source, Cell& cell) {
    cell.kind = Cell::Kind{source.byte()};
    switch (cell.kind) {
        case Cell::Kind::nothing: return;
        case Cell::Kind::integer: cell.number = source.number(); return;
        case Cell::Kind::text:
        case Cell::Kind::bytes: source.text(cell.text); return;
    }
    source.fail("is damaged: a value is of no known kind");
}

TableHead read_table(Source& source) {
    TableHead head{.name = source.text(), .columns = {}};
    const std::int64_t columns = source.number(columns_max);
    for (std::int64_t i = 0; i < columns; ++i) head.columns.push_back(source.text());
    head.last_id = source.number();
    return head;
}

CarriedOut read_step(Source& source) {
    CarriedOut step;
    source.text(step.room);
    source.text(step.name);
    source.text(step.checksum);
    return step;
}

}  // namespace

BackupReport receive_backup(const std::string& file, BackupReceiver& receiver) {
    Source source(file);
    std::string text;
    source.bytes(text, magic.size());
    if (text != magic) source.fail("is none of ours, or of a newer version");
    source.text(text);
    receiver.begin(text, source.number());

    BackupReport report;
    std::vector<Cell> cells;
    for (char kind = source.byte(); kind != 'E'; kind = source.byte()) {
        if (kind == 'S' && report.tables == 0) {
            receiver.step(read_step(source));
        } else if (kind == 'T') {
            const TableHead head = read_table(source);
            cells.resize(head.columns.size());
            receiver.table(head);
            ++report.tables;
        } else if (kind == 'R' && report.tables > 0) {
            for (Cell& cell : cells) read_cell(source, cell);
            receiver.row(cells);
            ++report.rows;
        } else {
            source.fail("is damaged: it has a part of no known kind");
        }
    }
    const bool is_complete = source.number() == report.tables && source.number() == report.rows;
    if (!is_complete) source.fail("is damaged: tables or rows are missing");
    source.end();
    report.bytes = source.size();
    return report;
}

BackupReport verify_backup(const std::string& file) {
    struct Onlooker final : BackupReceiver {
        void begin(std::string_view, std::int64_t) override {}
        void step(const CarriedOut&) override {}
        void table(const TableHead&) override {}
        void row(std::vector<Cell>&) override {}
    } onlooker;
    return receive_backup(file, onlooker);
}

}  // namespace sql
