#pragma once
// A request body too large for memory, on disk. The file lives as long as its Spool; what a crash
// left behind is swept at the next start. Writing blocks for as long as the page cache takes it.

#include <cstddef>
#include <string>
#include <string_view>

namespace http {

class Spool {
public:
    explicit Spool(const std::string& folder);  // a failure shows in status()
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    int append(std::string_view bytes);  // 0, or the status to refuse with: 507 disk full, 503
    int status() const { return status_; }
    const std::string& path() const { return path_; }

    static void sweep(const std::string& folder);  // removes what nobody holds any more

private:
    std::string path_;
    int file_ = -1;  // open, and locked, as long as the file lives: that keeps sweep() off it
    int status_ = 0;
};

}  // namespace http
