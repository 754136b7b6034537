#pragma once
// A tab that stays open on a test site, with its stream of hints.

#include "platform/http/message.h"
#include "platform/live/hub.h"
#include "tests/support/test_site.h"

#include <memory>
#include <string>
#include <utility>

namespace testing_site {

class Watching final : public http::Stream {
public:
    void send(std::string bytes) override { heard_ += std::move(bytes); }
    void close() override { is_open_ = false; }
    bool is_open() const override { return is_open_; }
    const std::string& heard() const { return heard_; }

private:
    std::string heard_;
    bool is_open_ = true;
};

inline std::shared_ptr<Watching> watch(TestSite& site, const std::string& who,
                                       identity::AudienceId audience) {
    auto stream = std::make_shared<Watching>();
    site.house().hub().join(stream, site.id_of(who), {audience.value});
    return stream;
}

}  // namespace testing_site
