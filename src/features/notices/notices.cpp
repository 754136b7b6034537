#include "features/notices/notices.h"

#include "features/notices/facts.h"
#include "features/notices/letters.h"
#include "features/notices/policy.h"
#include "features/notices/store.h"
#include "platform/crypto/token.h"
#include "platform/html/markdown.h"
#include "platform/jobs/queue.h"

#include <algorithm>

namespace notices {

using base::Result;

namespace {

constexpr const char* gone = "It has been sent already.";

store::List audience_of(const networks::Network& network) {
    return {network.audience.value};
}

store::NoticeRow row_of(const NoticeDraft& draft, const std::string& html, Office office,
                        base::Instant now) {
    return {
        .subject = draft.subject, .body = draft.body, .html = html, .office = office, .now = now};
}

std::string_view words_of(Office office) {
    switch (office) {
        case Office::chair: return "chair of the ";
        case Office::vice_chair: return "vice chair of the ";
        case Office::community: return "community team, to the ";
    }
    return {};
}

}  // namespace

// ---- reading ----

bool Notices::writes_in(const networks::Network& network) const {
    return !may_write(floor_.actor, network);
}

bool Notices::reads_in(const networks::Network& network) const {
    return floor_.actor.belongs_to(network.audience) || writes_in(network);
}

void Notices::require_reader(const networks::Network& network) const {
    if (!reads_in(network)) throw base::NotFound();
}

void Notices::require_writer(const networks::Network& network) const {
    if (!writes_in(network)) throw base::NotFound();
}

sql::Slice<Notice> Notices::sent_in(const networks::Network& network,
                                    const sql::After& after) const {
    require_reader(network);
    sql::Slice<Notice> slice;
    slice.rows = store::sent(floor_.tx, audience_of(network), after, notices_a_page + 1);
    if (slice.rows.size() > static_cast<std::size_t>(notices_a_page)) {
        slice.rows.pop_back();
        const Notice& last = slice.rows.back();
        slice.next = sql::After{last.sent->time_since_epoch().count(), last.id.value};
    }
    return slice;
}

std::vector<Notice> Notices::latest() const {
    return store::sent(floor_.tx, floor_.actor.audiences(), {}, notices_a_page);
}

std::vector<Notice> Notices::drafts(const networks::Network& network) const {
    require_writer(network);
    return store::drafts(floor_.tx, audience_of(network), floor_.actor.id());
}

Notice Notices::notice(const networks::Network& network, NoticeId id) const {
    require_reader(network);
    auto found = store::find(floor_.tx, audience_of(network), id);
    if (!found) throw base::NotFound();
    const bool is_mine = found->author == floor_.actor.id() && writes_in(network);
    if (found->state == State::draft && !is_mine) throw base::NotFound();
    return *std::move(found);
}

Reach Notices::reach(const networks::Network& network) const {
    require_writer(network);
    const auto reached = membership::reached(floor_, network.id, {}, receivers_max);
    const auto away = store::unsubscribed(floor_.tx, network.id);  // ascending
    Reach reach;
    reach.unsubscribed = std::ranges::count_if(
        reached, [&](PersonId person) { return std::ranges::binary_search(away, person.value); });
    reach.receivers = static_cast<std::int64_t>(reached.size()) - reach.unsubscribed;
    return reach;
}

std::int64_t Notices::sent_this_week(const networks::Network& network) const {
    require_writer(network);
    return store::count_since(floor_.tx, audience_of(network), floor_.now - week);
}

bool Notices::is_subscribed(const networks::Network& network) const {
    return !store::is_unsubscribed(floor_.tx, network.id, floor_.actor.id());
}

// ---- writing ----

Result<NoticeId> Notices::draft(const networks::Network& network, const NoticeDraft& draft) {
    if (auto refusal = may_write(floor_.actor, network)) return std::unexpected(*refusal);
    const auto there = static_cast<std::int64_t>(drafts(network).size());
    if (auto refusal = may_draft(draft, there)) return std::unexpected(*refusal);
    const std::string html = html::render_markdown(draft.body).html;
    return store::add(floor_.tx, network, floor_.actor.id(),
                      row_of(draft, html, office_of(floor_.actor, network), floor_.now));
}

Result<NoticeId> Notices::change(const Notice& notice, const NoticeDraft& draft) {
    if (auto refusal = may_change(floor_.actor, notice)) return std::unexpected(*refusal);
    if (auto refusal = may_draft(draft, 0)) return std::unexpected(*refusal);
    const std::string html = html::render_markdown(draft.body).html;
    if (!store::change(floor_.tx, notice.id, row_of(draft, html, notice.office, floor_.now))) {
        return base::refuse(gone);
    }
    return notice.id;
}

Result<NoticeId> Notices::discard(const Notice& notice) {
    if (auto refusal = may_change(floor_.actor, notice)) return std::unexpected(*refusal);
    if (!store::remove(floor_.tx, notice.id)) return base::refuse(gone);
    return notice.id;
}

Result<NoticeId> Notices::send(const networks::Network& network, const Notice& notice) {
    if (auto refusal = may_write(floor_.actor, network)) return std::unexpected(*refusal);
    const Reach reached = reach(network);
    if (auto refusal = may_send(floor_.actor, notice, reached, sent_this_week(network))) {
        return std::unexpected(*refusal);
    }
    const Office office = office_of(floor_.actor, network);
    if (!store::let_go(floor_.tx, notice.id, office, reached.receivers, floor_.now)) {
        return base::refuse(gone);
    }
    jobs::enqueue(floor_, send_job, {{"notice", notice.id.value}, {"after", 0}}, floor_.now);
    floor_.record().add(NoticeSent{notice.id, network.id, reached.receivers});
    return notice.id;
}

Result<NetworkId> Notices::subscribe(const networks::Network& network, bool wants) {
    if (!floor_.actor.belongs_to(network.audience)) throw base::NotFound();
    const PersonId person = floor_.actor.id();
    if (wants) {
        if (store::subscribe(floor_.tx, network.id, person)) {
            floor_.record().add(Subscribed{person, network.id});
        }
    } else if (store::unsubscribe(floor_.tx, network.id, person, floor_.now)) {
        floor_.record().add(Unsubscribed{person, network.id});
    }
    return network.id;
}

// ---- by the link of a letter ----

std::optional<Link> Links::find(std::string_view token) const {
    const auto row = store::find_link(floor_.tx, crypto::digest(token));
    if (!row) return std::nullopt;
    return Link{row->network, store::is_unsubscribed(floor_.tx, row->network, row->person)};
}

Result<NetworkId> Links::stop(std::string_view token) {
    const auto row = store::find_link(floor_.tx, crypto::digest(token));
    if (!row) return base::refuse("This link is an old one. Sign in to stop these emails.");
    if (store::unsubscribe(floor_.tx, row->network, row->person, floor_.now)) {
        floor_.record().add(Unsubscribed{row->person, row->network});
    }
    return row->network;
}

// ---- addresses and words ----

std::string notices_path(const networks::Network& network) {
    return networks::path_to(network) + "/notices";
}

std::string path_to(const networks::Network& network, NoticeId id) {
    return notices_path(network) + "/" + std::to_string(id.value);
}

std::string path_to_stop(std::string_view token) {
    return "/notices/unsubscription/" + std::string(token);
}

std::string byline(const Notice& notice, const networks::Network& network) {
    return notice.author_name + ", " + std::string(words_of(notice.office)) + network.short_name +
           " network";
}

}  // namespace notices
