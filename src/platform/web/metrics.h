#pragma once
// Counts and times of requests, as Prometheus reads them. A thin face over prometheus-cpp.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace web {

// Safe for concurrent use.
class Metrics {
public:
    Metrics();
    ~Metrics();
    void count_request(std::string_view route, int status, double seconds);
    std::string text() const;

private:
    struct Families;
    std::unique_ptr<Families> families_;
};

}  // namespace web
