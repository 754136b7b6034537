#pragma once
// Notices: those who lead a network write to its members by letter. A notice is drafted, looked at
// and sent once; it stays on the network's pages, with who wrote it. Each letter has a link that
// stops them, and whoever stopped them gets none until they want them again.

#include "features/membership/membership.h"
#include "platform/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace notices {

using NoticeId = base::Id<struct NoticeTag>;
using identity::PersonId;
using networks::NetworkId;

// Writes to the members: everywhere, or in the network of a chair.
inline constexpr identity::Permission write_notices{"write_notices"};
inline constexpr std::size_t subject_characters_max = 120;
inline constexpr std::size_t body_characters_max = 6'000;
inline constexpr auto week = base::days{7};
inline constexpr std::int64_t notices_a_week = 3;  // of one network
inline constexpr int drafts_max = 10;              // of one person in one network
inline constexpr int notices_a_page = 10;
inline constexpr int receivers_max = 100'000;  // that a preview counts
// A batch is one transaction and holds the writer for as long; and what is queued besides, such as
// a sign-in link, waits for no more letters than these.
inline constexpr int letters_a_batch = 100;
inline constexpr auto stuck_after = base::hours(1);  // a large network takes a minute
inline constexpr auto links_kept = base::days{365};  // then a letter's link is an old one

enum class State { draft = 1, going, sent };
enum class Office { chair = 1, vice_chair, community };

struct Notice {
    NoticeId id;
    NetworkId network;
    identity::AudienceId audience;  // its network's
    PersonId author;
    std::string author_name;
    Office office = Office::chair;  // of the author, when it was written
    std::string subject;
    std::string body;  // Markdown
    std::string html;  // made of it when it was written
    State state = State::draft;
    base::Instant written;
    std::optional<base::Instant> sent;  // when it was let go
    std::int64_t receivers = 0;         // of then
    std::int64_t letters = 0;           // queued so far
    PersonId last;                      // of the receivers, in the order of their ids
};

struct NoticeDraft {
    std::string subject, body;
};

// Whom a notice would reach now.
struct Reach {
    std::int64_t receivers = 0;
    std::int64_t unsubscribed = 0;  // of those it would reach else
};

// The notices as one actor sees them: those of their networks, and of where they may write. The
// drafts are their authors' alone.
class Notices {
public:
    explicit Notices(const record::Floor& floor) : floor_(floor) {}

    bool writes_in(const networks::Network& network) const;
    bool reads_in(const networks::Network& network) const;
    // The latest first. NotFound to whoever does not read there.
    sql::Slice<Notice> sent_in(const networks::Network& network, const sql::After& after) const;
    std::vector<Notice> latest() const;  // of all the actor's networks
    // NotFound to whoever may not write there, as all that follows of drafts.
    std::vector<Notice> drafts(const networks::Network& network) const;
    Notice notice(const networks::Network& network, NoticeId id) const;
    Reach reach(const networks::Network& network) const;
    std::int64_t sent_this_week(const networks::Network& network) const;
    bool is_subscribed(const networks::Network& network) const;  // the actor

    base::Result<NoticeId> draft(const networks::Network& network, const NoticeDraft& draft);
    base::Result<NoticeId> change(const Notice& notice, const NoticeDraft& draft);
    base::Result<NoticeId> discard(const Notice& notice);
    // Lets it go: the letters are queued by and by, see queue_letters.
    base::Result<NoticeId> send(const networks::Network& network, const Notice& notice);
    base::Result<NetworkId> subscribe(const networks::Network& network, bool wants);

private:
    void require_reader(const networks::Network& network) const;
    void require_writer(const networks::Network& network) const;

    record::Floor floor_;
};

// What the link of a letter stands for. It says of nobody anything.
struct Link {
    NetworkId network;
    bool is_stopped = false;  // its letters come no more
};

// By the link of a letter, whoever has it: no sign-in, and so no actor.
class Links {
public:
    explicit Links(const record::Floor& floor) : floor_(floor) {}

    std::optional<Link> find(std::string_view token) const;  // nothing for an old one
    base::Result<NetworkId> stop(std::string_view token);

private:
    record::Floor floor_;
};

std::string notices_path(const networks::Network& network);  // "/networks/ccio/notices"
std::string path_to(const networks::Network& network, NoticeId id);
std::string path_to_stop(std::string_view token);
// "Ann Lee, chair of the CCIO network"
std::string byline(const Notice& notice, const networks::Network& network);

}  // namespace notices
