#pragma once
// Setting a community up, and looking after the machine it runs on: backups, waiting work. What
// members said is not here.

#include "platform/base/result.h"
#include "platform/jobs/queue.h"
#include "platform/mail/outbox.h"
#include "platform/record/record.h"
#include "platform/web/community.h"

#include <optional>
#include <string>

namespace admin {

inline constexpr identity::Permission administer{"administer"};
inline constexpr auto backup_age_max = base::hours(48);

struct Backup {
    base::Instant at;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    std::string trouble;  // "" where it is good
};

struct SetUpDraft {
    std::string name;
    std::string zone;
    std::string mail_from;
    std::string network;  // the first one
};

struct Counts {
    std::int64_t persons = 0;
    jobs::Counters jobs;
    mail::Counters letters;
    std::int64_t facts_set_aside = 0;  // by the listeners that could not follow them
};

class Administration {
public:
    explicit Administration(const record::Floor& floor) : floor_(floor) {}

    web::Community community() const;
    base::Result<bool> set_up(const SetUpDraft& draft);
    // The first administrator of an empty community; refused where anybody is there already.
    base::Result<identity::PersonId> appoint_first(std::string_view email);

    void note_backup(const Backup& backup);
    std::optional<Backup> last_backup() const;       // whatever came of it
    std::optional<Backup> last_good_backup() const;
    bool is_backup_overdue() const;
    Counts counts() const;

private:
    record::Floor floor_;
};

}  // namespace admin
