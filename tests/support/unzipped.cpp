#include "tests/support/unzipped.h"

#include <memory>
#include <stdexcept>
#include <zip.h>

namespace testing_site {

std::map<std::string, std::string> unzipped(std::string_view bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* opened = zip_open_from_source(source, ZIP_CHECKCONS | ZIP_RDONLY, nullptr);
    if (!opened) throw std::runtime_error("no archive");
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(opened, &zip_discard);
    std::map<std::string, std::string> all;
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(opened, 0));
    for (zip_uint64_t i = 0; i < count; ++i) {
        zip_stat_t entry;
        if (zip_stat_index(opened, i, 0, &entry) != 0) throw std::runtime_error("no entry");
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(opened, i, 0),
                                                                      &zip_fclose);
        std::string text(entry.size, '\0');
        const auto read = zip_fread(file.get(), text.data(), text.size());
        if (read != static_cast<zip_int64_t>(text.size())) throw std::runtime_error("not whole");
        all[entry.name] = std::move(text);
    }
    return all;
}

}  // namespace testing_site
