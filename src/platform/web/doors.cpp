#include "platform/web/doors.h"

namespace web {

namespace {

bool is_there(Call::Setting setting, sql::Tx& tx, const identity::Actor& inside,
              base::Instant now) {
    setting.is_trial = true;
    Call call(setting, tx, inside, now);
    try {
        return setting.route->handler(call).status < 400;
    } catch (const base::NotFound&) {
        return false;
    }
}

}  // namespace

std::optional<identity::AudienceId> door_to(const Call::Setting& setting, sql::Tx& tx,
                                            const identity::Actor& actor, base::Instant now) {
    for (const std::int64_t one : actor.asked()) {
        const identity::AudienceId audience{one};
        if (is_there(setting, tx, actor.entering(audience), now)) return audience;
    }
    return std::nullopt;
}

}  // namespace web
