#include "platform/web/route.h"

#include <algorithm>
#include <cassert>

namespace web {

namespace {

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const auto end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

bool is_name(std::string_view part) { return part.starts_with('{') && part.ends_with('}'); }

bool fits(const Route& route, const std::vector<std::string_view>& parts) {
    if (route.parts.size() != parts.size()) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (is_name(route.parts[i]) ? parts[i].empty() : route.parts[i] != parts[i]) return false;
    }
    return true;
}

PathValues values_of(const Route& route, const std::vector<std::string_view>& parts) {
    PathValues values;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string_view name = route.parts[i];
        if (is_name(name)) values.emplace_back(name.substr(1, name.size() - 2), parts[i]);
    }
    return values;
}

}  // namespace

std::string Access::text() const {
    switch (kind_) {
        case Kind::anyone: return "anyone";
        case Kind::signed_in: return "signed in";
        case Kind::permission: return std::string(permission_.name);
    }
    return {};
}

void Routes::get(std::string pattern, Access access, Handler handler, RouteOptions options) {
    add({http::Method::get, std::move(pattern), access, std::move(handler), std::move(options),
         {}});
}

void Routes::post(std::string pattern, Access access, Handler handler, RouteOptions options) {
    add({http::Method::post, std::move(pattern), access, std::move(handler), std::move(options),
         {}});
}

void Routes::add(Route route) {
    assert(route.pattern.starts_with('/'));
    assert(!route.options.takes_one_click || route.access.kind() == Access::Kind::anyone);
    for (const auto part : split(route.pattern)) route.parts.emplace_back(part);
    routes_.push_back(std::move(route));
}

Match Routes::find(http::Method method, std::string_view path) const {
    const auto wanted = method == http::Method::head ? http::Method::get : method;
    const auto parts = split(path);
    Match match;
    for (const Route& route : routes_) {
        if (!fits(route, parts)) continue;
        if (route.method != wanted) {
            match.other_method = true;
            continue;
        }
        match.route = &route;
        match.values = values_of(route, parts);
        return match;
    }
    return match;
}

std::uint64_t Routes::body_bytes_max(http::Method method, std::string_view path) const {
    const auto takes_body = [](const Route& route) { return route.method == http::Method::post; };
    const auto match = find(method, path);
    if (match.route && takes_body(*match.route)) return match.route->options.body_bytes_max;
    std::optional<std::uint64_t> least;
    for (const Route& route : routes_) {
        const auto takes = route.options.body_bytes_max;
        if (takes_body(route)) least = std::min(least.value_or(takes), takes);
    }
    return least.value_or(0);
}

}  // namespace web
