#include "features/notices/letters.h"

#include "features/notices/facts.h"
#include "features/notices/store.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"
#include "platform/jobs/queue.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

#include <algorithm>

namespace notices {

namespace {

// A name that somebody gave themselves stands in Markdown as it is.
std::string plain_in_markdown(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>&#~|").find(c) != std::string_view::npos) plain += '\\';
        plain += c;
    }
    return plain;
}

std::optional<leaving::Passed> pass(const Notice& notice, const networks::Network& network,
                                    const leaving::Gate& gate) {
    return gate.pass(
        {.exit = leaving::Exit::mail,
         .from = {"notices.notice", notice.id.value, 0},
         .audience = notice.audience,
         .subject_line = notice.subject,
         .summary = "From " + plain_in_markdown(byline(notice, network)) + "\n\n" + notice.body});
}

networks::Network network_of(const record::Floor& floor, const Notice& notice) {
    return networks::Networks(floor).find(notice.network).value();
}

mail::Sheet frame(const record::Floor& floor, leaving::Passed passed, const Notice& notice,
                  const networks::Network& network, const Mailing& mailing) {
    return {.news = std::move(passed),
            .community = web::community(floor.tx).name,
            .footer = {.why = "You get this because you belong to the " + network.short_name +
                              " network."},
            .button = {"Read it on the site", mailing.base_url + path_to(network, notice.id)},
            .is_markdown = true};
}

void enqueue(const record::Floor& floor, NoticeId id, PersonId after) {
    jobs::enqueue(floor, send_job, {{"notice", id.value}, {"after", after.value}}, floor.now);
}

// The letter of one receiver; false: they have it already.
bool write(const record::Floor& floor, const Notice& notice, PersonId person,
           const mail::Sheet& framed, const Mailing& mailing) {
    const std::string token = crypto::random_token();
    const bool is_first = store::add_receiver(floor.tx, {.notice = notice.id,
                                                         .network = notice.network,
                                                         .person = person,
                                                         .token_digest = crypto::digest(token),
                                                         .now = floor.now});
    if (!is_first) return false;
    mail::Sheet sheet = framed;
    const std::string stop = mailing.base_url + path_to_stop(token);
    sheet.footer.stop_address = stop;
    mail::queue_letter(floor, {.to = person, .sheet = std::move(sheet), .list_unsubscribe = stop});
    return true;
}

std::int64_t write_all(const record::Floor& floor, const Notice& notice,
                       const std::vector<PersonId>& persons, const Mailing& mailing) {
    const auto network = network_of(floor, notice);
    auto passed = pass(notice, network, mailing.gate);
    if (!passed) return 0;
    store::List ids;
    for (const PersonId person : persons) ids.push_back(person.value);
    const auto away = store::unsubscribed(floor.tx, notice.network, ids);  // ascending
    const auto sheet = frame(floor, *std::move(passed), notice, network, mailing);
    return std::ranges::count_if(persons, [&](PersonId person) {
        const bool wants_none = std::ranges::binary_search(away, person.value);
        return !wants_none && write(floor, notice, person, sheet, mailing);
    });
}

}  // namespace

std::optional<mail::Sheet> Preview::sheet(const Notice& notice, const Mailing& mailing) const {
    const auto network = network_of(floor_, notice);
    auto passed = pass(notice, network, mailing.gate);
    if (!passed) return std::nullopt;
    auto sheet = frame(floor_, *std::move(passed), notice, network, mailing);
    sheet.footer.stop_address = mailing.base_url + path_to_stop("…");
    return sheet;
}

void resume(const record::Floor& floor) {
    for (const auto& one : store::going_since(floor.tx, floor.now - stuck_after)) {
        enqueue(floor, one.id, one.last);
    }
}

void queue_letters(const record::Floor& floor, const record::Details& payload,
                   const Mailing& mailing) {
    const NoticeId id{payload.integer("notice")};
    const PersonId after{payload.integer("after")};
    const auto notice = store::find_going(floor.tx, id);
    if (!notice || notice->last != after) return;
    const auto persons = membership::reached(floor, notice->network, after, letters_a_batch);
    const auto queued = write_all(floor, *notice, persons, mailing);
    if (persons.size() == static_cast<std::size_t>(letters_a_batch)) {
        store::move_on(floor.tx, id, persons.back(), queued);
        enqueue(floor, id, persons.back());
        return;
    }
    store::finish(floor.tx, id, queued);
    floor.record().add(NoticeQueued{id, notice->network, notice->letters + queued});
}

}  // namespace notices
