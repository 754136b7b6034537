#pragma once
// What can happen to networks.

#include "features/networks/networks.h"

namespace networks {

struct NetworkFounded {
    static constexpr std::string_view kind = "networks.founded";
    NetworkId network;
    std::string name;

    std::int64_t subject() const { return network.value; }
    record::Details details() const { return {{"name", name}}; }
};

struct NetworkChanged {
    static constexpr std::string_view kind = "networks.changed";
    NetworkId network;
    std::string name;

    std::int64_t subject() const { return network.value; }
    record::Details details() const { return {{"name", name}}; }
};

struct AreaOpened {
    static constexpr std::string_view kind = "networks.area_opened";
    AreaId area;
    std::string name;

    std::int64_t subject() const { return area.value; }
    record::Details details() const { return {{"name", name}}; }
};

struct AreaChanged {
    static constexpr std::string_view kind = "networks.area_changed";
    AreaId area;
    std::string name;

    std::int64_t subject() const { return area.value; }
    record::Details details() const { return {{"name", name}}; }
};

}  // namespace networks
