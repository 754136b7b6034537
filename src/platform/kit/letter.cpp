#include "platform/kit/letter.h"

#include "platform/mail/outbox.h"
#include "platform/web/community.h"

namespace kit {

std::optional<mail::Sheet> sheet_of(const record::Floor& floor, const News& news,
                                    const Mailing& mailing) {
    auto passed = mailing.gate.pass({.exit = leaving::Exit::mail,
                                     .from = news.from,
                                     .audience = news.audience,
                                     .subject_line = news.subject_line,
                                     .summary = news.summary});
    if (!passed) return std::nullopt;
    return mail::Sheet{.news = *std::move(passed),
                       .community = web::community(floor.tx).name,
                       .footer = {.why = news.why},
                       .button = {news.button, mailing.base_url + news.path}};
}

void write(const record::Floor& floor, identity::PersonId to, const News& news,
           const Mailing& mailing) {
    if (auto sheet = sheet_of(floor, news, mailing)) {
        mail::queue_letter(floor, {.to = to, .sheet = *std::move(sheet)});
    }
}

}  // namespace kit
