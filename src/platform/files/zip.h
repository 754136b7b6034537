#pragma once
// Packs files into one ZIP archive, in memory. It only packs: what others send is never unpacked.

#include "platform/base/time.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace files {

class Zip {
public:
    explicit Zip(base::Instant made);  // the time that its files carry
    ~Zip();
    Zip(const Zip&) = delete;

    // `name` is a path within the archive, of the caller's own making: "documents/1-letter.pdf".
    // Throws std::runtime_error where the name is there already.
    void add(std::string_view name, std::string bytes);
    std::string done() &&;  // the archive; nothing can be added after

private:
    struct Open;  // of the library
    std::unique_ptr<Open> open_;
    const base::Instant made_;
    std::deque<std::string> bytes_;  // read when the archive is made
};

}  // namespace files
