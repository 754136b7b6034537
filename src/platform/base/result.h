#pragma once
// The three ways a call can end without what was asked: a refusal is a value the reader can act on,
// NotFound is thrown for what is not there (or not for you), and any other exception means that the
// world is broken. Exceptions are caught at the request, the job and main, nowhere else.

#include <expected>
#include <optional>
#include <stdexcept>
#include <string>

namespace base {

// Why not, in a sentence that says what to do. `field` names the form field it belongs to, if any.
struct Refusal {
    std::string sentence;
    std::string field = {};
};

using Verdict = std::optional<Refusal>;
inline constexpr std::nullopt_t allowed = std::nullopt;

template <class T>
using Result = std::expected<T, Refusal>;

inline std::unexpected<Refusal> refuse(std::string sentence, std::string field = {}) {
    return std::unexpected(Refusal{std::move(sentence), std::move(field)});
}

// Not there, or not for you: the two are one answer, so that outsiders learn nothing.
struct NotFound : std::runtime_error {
    NotFound() : std::runtime_error("not found") {}
};

// The world is broken in a way that passes by itself: a database that restarts, a full disk.
struct Unavailable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace base
