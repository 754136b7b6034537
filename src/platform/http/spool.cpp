#include "platform/http/spool.h"

#include "platform/base/log.h"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace http {

namespace {

constexpr std::string_view name_start = "request-body-";
constexpr std::chrono::minutes youngest_swept{1};  // younger may be about to be locked

int refusal_of(int error) {
    base::log::error("http.spool_failed", {{"why", base::log::ours(std::strerror(error))}});
    return error == ENOSPC || error == EDQUOT ? 507 : 503;
}

void remove_if_unheld(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
    ::close(file);
}

}  // namespace

Spool::Spool(const std::string& folder) : path_(folder + "/" + std::string(name_start) + "XXXXXX") {
    file_ = ::mkostemp(path_.data(), O_CLOEXEC);
    if (file_ < 0) {
        status_ = refusal_of(errno);
    } else {
        ::flock(file_, LOCK_SH | LOCK_NB);
    }
}

Spool::~Spool() {
    if (file_ < 0) return;
    ::unlink(path_.c_str());
    ::close(file_);
}

int Spool::append(std::string_view bytes) {
    while (status_ == 0 && !bytes.empty()) {
        const auto written = ::write(file_, bytes.data(), bytes.size());
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            status_ = refusal_of(errno);
        }
    }
    return status_;
}

void Spool::sweep(const std::string& folder) {
    std::error_code ignored;  // a folder that is not there has nothing to sweep
    const auto now = std::filesystem::file_time_type::clock::now();
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const auto written = entry.last_write_time(ignored);
        if (ignored || now - written < youngest_swept) continue;
        if (entry.path().filename().string().starts_with(name_start))
            remove_if_unheld(entry.path().string());
    }
}

}  // namespace http
