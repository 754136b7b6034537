#include "app/key.h"

#include "app/wiring.h"
#include "platform/crypto/random.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t key_bytes_min = 32;

// Written beside it and then linked: whoever comes first makes it, and nobody reads half of it.
void make_key(const std::string& file) {
    const std::string beside = file + ".new." + std::to_string(::getpid());
    const int made = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (made < 0) {
        throw Refused("The key " + file + " cannot be made: " + std::strerror(errno) + ".");
    }
    const std::string key = crypto::random_token();
    const bool is_written =
        ::write(made, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
        ::fsync(made) == 0;
    ::close(made);
    const bool is_there = is_written && (::link(beside.c_str(), file.c_str()) == 0 ||
                                         errno == EEXIST);
    ::unlink(beside.c_str());
    if (!is_there) throw Refused("The key " + file + " cannot be written. Is the disk full?");
}

}  // namespace

std::string data_key(const std::string& file) {
    if (!fs::exists(file)) make_key(file);
    const auto others = fs::perms::group_all | fs::perms::others_all;
    if ((fs::status(file).permissions() & others) != fs::perms::none) {
        throw Refused("Others than its owner may read the key " + file + ". Run: chmod 600 " +
                      file);
    }
    std::ifstream stream(file, std::ios::binary);
    std::string key{std::istreambuf_iterator<char>(stream), {}};
    while (!key.empty() && static_cast<unsigned char>(key.back()) <= ' ') key.pop_back();
    if (key.size() < key_bytes_min) {
        throw Refused("The key " + file +
                      " is too short: it needs 32 characters that nobody can "
                      "guess.");
    }
    return key;
}

}  // namespace app
