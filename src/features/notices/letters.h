#pragma once
// The letters of a notice: how they look, and how they are queued in batches, each a transaction of
// its own that begins where the one before it ended.

#include "features/notices/notices.h"
#include "platform/kit/letter.h"
#include "platform/mail/layout.h"

#include <optional>
#include <string>
#include <string_view>

namespace notices {

using kit::Mailing;

inline constexpr std::string_view send_job = "notices.send";  // of jobs::Worker's kinds

// The letter as it will look, its link not yet anybody's; nothing where the gate lets it not out.
class Preview {
public:
    explicit Preview(const record::Floor& floor) : floor_(floor) {}
    std::optional<mail::Sheet> sheet(const Notice& notice, const Mailing& mailing) const;

private:
    record::Floor floor_;
};

// Carries out the job of one batch, and enqueues the next. Where a try that was cut off has done it
// already, nothing happens.
void queue_letters(const record::Floor& floor, const record::Details& payload,
                   const Mailing& mailing);

// Goes on with notices whose job was given up; where one is still at work, it does nothing. Every
// hour.
void resume(const record::Floor& floor);

}  // namespace notices
