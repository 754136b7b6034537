#include "app/commands.h"

#include "app/wiring.h"
#include "features/counting/counting.h"
#include "platform/base/json.h"
#include "platform/crypto/token.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/core.h>
#include <fstream>
#include <iostream>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {

// The bytes of a file as they lie in the system's memory, so that a million ballots are not copied;
// or read, where they come from no file.
class Bytes {
public:
    explicit Bytes(const std::string& path) {
        if (path == "-") {
            read(std::cin, path);
            return;
        }
        struct stat about = {};
        const bool is_there = stat(path.c_str(), &about) == 0 && !S_ISDIR(about.st_mode);
        if (is_there && S_ISREG(about.st_mode)) {
            map(path, static_cast<std::size_t>(about.st_size));
            return;
        }
        std::ifstream stream;  // of a pipe
        if (is_there) stream.open(path, std::ios::binary);
        if (!stream.is_open()) throw_unreadable(path);
        read(stream, path);
    }
    ~Bytes() {
        if (mapped_ != nullptr) munmap(mapped_, size_);
    }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;

    std::string_view text() const {
        return mapped_ == nullptr ? std::string_view(read_)
                                  : std::string_view(static_cast<const char*>(mapped_), size_);
    }

private:
    [[noreturn]] static void throw_too_large(const std::string& path) {
        throw Unreadable("The file " + path + " is larger than 256 MB.");
    }

    [[noreturn]] static void throw_unreadable(const std::string& path) {
        throw Unreadable("The file " + path + " cannot be read.");
    }

    void map(const std::string& path, std::size_t size) {
        if (size > counting::blt_bytes_max) throw_too_large(path);
        const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) throw_unreadable(path);
        size_ = size;
        if (size > 0) mapped_ = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
        close(file);
        if (mapped_ == MAP_FAILED) throw_unreadable(path);
    }

    void read(std::istream& stream, const std::string& path) {
        constexpr std::size_t part_bytes = 1024 * 1024;
        std::string part(part_bytes, '\0');
        while (stream.read(part.data(), static_cast<std::streamsize>(part.size())),
               stream.gcount() > 0) {
            read_.append(part, 0, static_cast<std::size_t>(stream.gcount()));
            if (read_.size() > counting::blt_bytes_max) throw_too_large(path);
        }
    }

    std::size_t size_ = 0;
    void* mapped_ = nullptr;
    std::string read_;
};

int value_of(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

std::string seed_of(const std::string& hex) {
    constexpr std::size_t seed_bytes = 32;
    std::string seed;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const int high = value_of(hex[i]), low = value_of(hex[i + 1]);
        if (high < 0 || low < 0) break;
        seed += static_cast<char>(high * 16 + low);
    }
    if (seed.size() != seed_bytes || hex.size() != 2 * seed_bytes) {
        throw Unreadable("--lot must be 64 hexadecimal digits: the 32 bytes of the lot's seed.");
    }
    return seed;
}

// The order of the lot: candidates by HMAC-SHA-256 of their number under the seed. The number is
// written in decimal digits, as on the ballot, from 1.
std::vector<int> lot_of(const std::string& hex, std::size_t candidates) {
    if (hex.empty()) return {};
    const std::string seed = seed_of(hex);
    std::vector<std::pair<std::string, int>> drawn;
    for (std::size_t i = 0; i < candidates; ++i) {
        drawn.emplace_back(crypto::hmac_sha256(seed, std::to_string(i + 1)), static_cast<int>(i));
    }
    std::ranges::sort(drawn);
    std::vector<int> order;
    for (const auto& [digest, candidate] : drawn) order.push_back(candidate);
    return order;
}

// ---- JSON: votes are texts with the rule's digits, so that no reader rounds them ----

using counting::Election;
using counting::Result;

base::Json names(const Election& election, const std::vector<int>& candidates) {
    auto list = base::Json::array();
    for (const int c : candidates) {
        list.push_back(election.candidates[static_cast<std::size_t>(c)].name);
    }
    return list;
}

base::Json votes_or_null(const std::optional<std::int64_t>& votes, int digits) {
    return votes ? base::Json(counting::votes_text(*votes, digits)) : base::Json();
}

base::Json stage_of(const Election& election, const Result& result, const counting::Stage& stage) {
    auto votes = base::Json::array();
    for (const int c : counting::standing(election)) {
        votes.push_back(
            counting::votes_text(stage.votes[static_cast<std::size_t>(c)], result.digits));
    }
    const std::string tie = counting::tie_words(election, stage);
    base::Json json = {
        {"number", stage.number},
        {"action", counting::action_words(election, result, stage)},
        {"votes", votes},
        {"non_transferable", counting::votes_text(stage.non_transferable, result.digits)},
        {"elected", names(election, stage.elected)},
        {"excluded", names(election, stage.excluded)},
        {"tie", tie.empty() ? base::Json() : base::Json(tie)}};
    if (stage.quota) json["quota"] = votes_or_null(stage.quota, result.digits);
    if (stage.vote_required) {
        json["vote_required"] = votes_or_null(stage.vote_required, result.digits);
    }
    return json;
}

std::string_view code_of(counting::Outcome outcome) {
    switch (outcome) {
        case counting::Outcome::counted: return "counted";
        case counting::Outcome::unopposed: return "unopposed";
        case counting::Outcome::no_valid_ballots: return "no_valid_ballots";
        case counting::Outcome::impossible: return "impossible";
    }
    return {};
}

// Withdrawn candidates are none of the list, as in every row of votes. Where nothing was counted it
// is said why, and how many seats stay empty.
base::Json json_of(const Election& election, const Result& result) {
    auto stages = base::Json::array();
    for (const counting::Stage& stage : result.stages) {
        stages.push_back(stage_of(election, result, stage));
    }
    std::vector<int> withdrawn;
    for (std::size_t c = 0; c < election.candidates.size(); ++c) {
        if (election.candidates[c].has_withdrawn) withdrawn.push_back(static_cast<int>(c));
    }
    base::Json json = {{"rule", counting::code_of(result.rule)},
                       {"title", election.title},
                       {"seats", result.seats},
                       {"candidates", names(election, counting::standing(election))},
                       {"ballots", result.ballots},
                       {"valid", result.valid},
                       {"quota", votes_or_null(result.quota, result.digits)},
                       {"elected", names(election, result.elected)},
                       {"stages", stages}};
    if (!withdrawn.empty()) json["withdrawn"] = names(election, withdrawn);
    if (result.outcome != counting::Outcome::counted) {
        json["outcome"] = code_of(result.outcome);
        json["unfilled"] = result.unfilled();
    }
    return json;
}

void print_diagram(const Election& election, const Result& result) {
    const auto diagram = counting::diagram_of(election, result, counting::Placed::alone);
    if (diagram.empty()) {
        throw Unreadable(result.stages.empty()
                             ? "Nothing was counted, so there is nothing to draw. " +
                                   counting::outcome_words(election, result)
                             : "There are too many stages and candidates for a picture. Take the "
                               "table: --format csv.");
    }
    fmt::print("{}\n", diagram.text());
}

}  // namespace

int count(const Config& config) {
    auto election = [&] {
        const Bytes bytes(config.file);
        return counting::read_blt(bytes.text());  // which is not needed any more
    }();
    if (!election) {
        throw Unreadable(fmt::format("{}, line {}: {}", config.file, election.error().line,
                                     election.error().reason));
    }
    if (config.seats > 0) election->seats = config.seats;
    const auto result = counting::count(*election, counting::rule_of(config.rule).value(),
                                        {.lot = lot_of(config.lot, election->candidates.size())});
    if (!result) throw Unreadable(result.error());
    if (config.format == "json")
        fmt::print("{}\n", json_of(*election, *result).dump(2));
    else if (config.format == "csv")
        fmt::print("{}", counting::csv_of(*election, *result));
    else if (config.format == "svg")
        print_diagram(*election, *result);
    else
        fmt::print("{}", counting::text_of(*election, *result));
    return 0;
}

}  // namespace app
