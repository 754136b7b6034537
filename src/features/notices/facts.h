#pragma once
// What can happen to notices. Neither subjects nor texts: a fact is kept for ever.

#include "features/notices/notices.h"

namespace notices {

struct NoticeSent {
    static constexpr std::string_view kind = "notices.sent";
    NoticeId notice;
    NetworkId network;
    std::int64_t receivers = 0;

    std::int64_t subject() const { return notice.value; }
    record::Details details() const {
        return {{"network", network.value}, {"receivers", receivers}};
    }
};

// All its letters are queued: how many there are in the end.
struct NoticeQueued {
    static constexpr std::string_view kind = "notices.queued";
    NoticeId notice;
    NetworkId network;
    std::int64_t letters = 0;

    std::int64_t subject() const { return notice.value; }
    record::Details details() const { return {{"network", network.value}, {"letters", letters}}; }
};

struct Unsubscribed {
    static constexpr std::string_view kind = "notices.unsubscribed";
    PersonId person;
    NetworkId network;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"network", network.value}}; }
};

struct Subscribed {
    static constexpr std::string_view kind = "notices.subscribed";
    PersonId person;
    NetworkId network;

    std::int64_t subject() const { return person.value; }
    record::Details details() const { return {{"network", network.value}}; }
};

}  // namespace notices
