#include "platform/files/zip.h"

#include <stdexcept>
#include <zip.h>

namespace files {

// The source is what the archive is written into; both are ours until done().
struct Zip::Open {
    zip_source_t* source = nullptr;
    zip_t* archive = nullptr;

    ~Open() {
        if (archive) zip_discard(archive);
        if (source) zip_source_free(source);
    }
};

namespace {

[[noreturn]] void broken(const char* what) {
    throw std::runtime_error(std::string("the archive could not be packed: ") + what);
}

}  // namespace

Zip::Zip(base::Instant made) : open_(std::make_unique<Open>()), made_(made) {
    zip_error_t error;
    zip_error_init(&error);
    open_->source = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (!open_->source) broken(zip_error_strerror(&error));
    open_->archive = zip_open_from_source(open_->source, ZIP_TRUNCATE, &error);
    if (!open_->archive) broken(zip_error_strerror(&error));
    zip_source_keep(open_->source);  // closing the archive would free it
}

Zip::~Zip() = default;

void Zip::add(std::string_view name, std::string bytes) {
    const std::string& kept = bytes_.emplace_back(std::move(bytes));
    zip_source_t* source = zip_source_buffer(open_->archive, kept.data(), kept.size(), 0);
    if (!source) broken(zip_strerror(open_->archive));
    const auto index = zip_file_add(open_->archive, std::string(name).c_str(), source,
                                    ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        broken(zip_strerror(open_->archive));
    }
    const auto seconds = std::chrono::floor<base::seconds>(made_).time_since_epoch().count();
    zip_file_set_mtime(open_->archive, static_cast<zip_uint64_t>(index), seconds, 0);
}

std::string Zip::done() && {
    if (zip_close(open_->archive) != 0) broken(zip_strerror(open_->archive));
    open_->archive = nullptr;
    if (zip_source_open(open_->source) != 0) broken("it cannot be read");
    zip_source_seek(open_->source, 0, SEEK_END);
    const auto size = zip_source_tell(open_->source);
    zip_source_seek(open_->source, 0, SEEK_SET);
    std::string packed(static_cast<std::size_t>(size), '\0');
    const auto read = zip_source_read(open_->source, packed.data(), packed.size());
    zip_source_close(open_->source);
    if (read != size) broken("it is not whole");
    return packed;
}

}  // namespace files
