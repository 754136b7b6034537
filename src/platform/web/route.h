#pragma once
// Who may knock where. A route without an access does not compile; the table of all routes is what
// `moothall routes` prints and what the tests walk.

#include "platform/http/message.h"
#include "platform/identity/permission.h"

#include <any>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web {

class Call;
using Handler = std::function<http::Response(Call&)>;
// Slow work that a POST needs before its transaction (a password's hash), on a short lane of its
// own. Only for a form of our own, whose token is good, sent by somebody who may knock.
using Prepare = std::function<std::any(Call&)>;

// The door: which kind of actor may knock. What exists behind it is another question.
class Access {
public:
    enum class Kind { anyone, signed_in, permission };

    static constexpr Access open() { return Access(Kind::anyone, {}); }
    static constexpr Access person() { return Access(Kind::signed_in, {}); }
    static constexpr Access holding(identity::Permission permission) {
        return Access(Kind::permission, permission);
    }
    Kind kind() const { return kind_; }
    identity::Permission permission() const { return permission_; }
    std::string text() const;  // "anyone", "signed in", "moderate_forum"

private:
    constexpr Access(Kind kind, identity::Permission permission)
        : kind_(kind), permission_(permission) {}
    Kind kind_;
    identity::Permission permission_;
};

inline constexpr Access anyone = Access::open();
inline constexpr Access signed_in = Access::person();
constexpr Access needs(identity::Permission permission) { return Access::holding(permission); }

enum class Lane { read, blocking };  // where a GET runs: `blocking` for what takes milliseconds

// At most `count` calls a minute by one person (or one address, for visitors), in bursts as large.
struct Rate {
    int count_a_minute = 0;  // 0: no limit
};

// What a preparation spends its time with: a core, or waiting for somebody else's server. The two
// have lanes of their own, so that a slow server holds up no password.
enum class Spends { work, waiting };

struct RouteOptions {
    Lane lane = Lane::read;
    Prepare prepare = {};
    Spends prepare_spends = Spends::work;
    Rate rate = {};
    std::uint64_t body_bytes_max = 512 * 1024;
    bool takes_files = false;  // a multipart form, read on the blocking lane
    // A POST that says List-Unsubscribe=One-Click needs no token of ours (RFC 8058): it comes from
    // a mail server, and is a visitor's, whatever cookies come along. For open routes whose path
    // is the secret.
    bool takes_one_click = false;
    // Nothing is written down of a request: no line of the log, no count, no receipt, and not that
    // the session was seen.
    bool leaves_no_trace = false;
};

struct Route {
    http::Method method;
    std::string pattern;  // "/forum/{topic}/replies"
    Access access;
    Handler handler;
    RouteOptions options;
    std::vector<std::string> parts;
};

// The named parts of a path: {"topic", "12-ambient-voice"}.
using PathValues = std::vector<std::pair<std::string_view, std::string>>;

struct Match {
    const Route* route = nullptr;
    PathValues values;
    bool other_method = false;  // the path exists, but not for this method
};

class Routes {
public:
    void get(std::string pattern, Access access, Handler handler, RouteOptions options = {});
    void post(std::string pattern, Access access, Handler handler, RouteOptions options = {});
    const std::vector<Route>& all() const { return routes_; }
    Match find(http::Method method, std::string_view path) const;
    // How much a request may bring: what its route takes; where there is none, as little as any.
    std::uint64_t body_bytes_max(http::Method method, std::string_view path) const;

private:
    void add(Route route);
    std::vector<Route> routes_;
};

}  // namespace web
