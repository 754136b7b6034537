#include "features/membership/facts.h"
#include "features/membership/feature.h"
#include "features/membership/store.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"
#include "platform/mail/outbox.h"

namespace membership {

namespace {

base::Day day_of(base::Instant at) {
    return std::chrono::floor<base::days>(at);
}

void require_manager(const record::Floor& floor) {
    if (!floor.actor.may(verify_positions)) throw base::NotFound();
}

// Who has left is an alumna or alumnus when the time of grace is over.
void lapse(const record::Floor& floor, const Mailing& mailing) {
    Roll roll(floor);
    const networks::Networks networks(floor);
    for (const Member& member : store::left_members(floor.tx, day_of(floor.now) - grace)) {
        const auto network = networks.find(*member.network);
        if (!network || !roll.lapse(member, *network)) continue;
        write_of_lapse(floor, member.person, *network, mailing);
    }
}

void ask(const record::Floor& floor, const Mailing& mailing) {
    const auto today = day_of(floor.now);
    for (const PersonId person :
         store::unconfirmed(floor.tx, today - confirm_every, asked_a_night)) {
        const std::string token = crypto::random_token();
        store::ask_to_confirm(floor.tx, person, today, crypto::digest(token));
        write_to_confirm(floor, person, token, mailing);
    }
}

}  // namespace

std::optional<base::Day> Review::asked() const {
    const auto row = store::find_confirmation(floor_.tx, floor_.actor.id());
    return row ? row->asked : std::nullopt;
}

bool Review::is_dormant() const {
    const auto since = asked();
    return since && *since + answer_within < day_of(floor_.now);
}

std::optional<base::Day> Review::leaves_on(NetworkId network) const {
    const auto member = store::find_member(floor_.tx, floor_.actor.id(), network);
    if (!member || member->category > Category::specialist) return std::nullopt;
    const auto last = store::last_day_in(floor_.tx, floor_.actor.id(), network);
    if (!last || *last > day_of(floor_.now)) return std::nullopt;
    return *last + grace;
}

std::vector<Member> Review::dormant() const {
    require_manager(floor_);
    return store::members_asked_before(floor_.tx, day_of(floor_.now) - answer_within);
}

std::vector<Member> Review::unreachable() const {
    require_manager(floor_);
    return store::members_of(floor_.tx, mail::returned(floor_.tx));
}

void Review::confirm() {
    store::confirm(floor_.tx, floor_.actor.id(), day_of(floor_.now));
    floor_.record().add(Confirmed{floor_.actor.id()});
}

bool Review::knows(std::string_view token) const {
    return store::find_confirmation(floor_.tx, crypto::digest(token)).has_value();
}

base::Result<PersonId> Review::confirm_by(std::string_view token) {
    const auto row = store::find_confirmation(floor_.tx, crypto::digest(token));
    if (!row) return base::refuse("You have answered already, or the link is an old one.");
    store::confirm(floor_.tx, row->person, day_of(floor_.now));
    floor_.record().add(Confirmed{row->person});
    return row->person;
}

std::vector<PersonId> reached(const record::Floor& floor, NetworkId network, PersonId after,
                              int count) {
    store::Reach reach{.today = day_of(floor.now),
                       .asked_before = day_of(floor.now) - answer_within,
                       .except = mail::returned(floor.tx)};
    reach.except.push_back(0);  // an empty list would leave everybody out
    return store::reached(floor.tx, network, reach, after, count);
}

void review(const record::Floor& floor, const Mailing& mailing) {
    for (const PersonId person : store::over_on(floor.tx, day_of(floor.now) - base::days{1})) {
        floor.record().add(PositionOver{person});
    }
    const auto today = organisations::latest_today(floor.now);
    if (organisations::Organisations(floor).successions().begin(today - base::days{1}, today)) {
        floor.record().add(PlacesMoved{});
    }
    end_expired(floor, day_of(floor.now));
    lapse(floor, mailing);
    ask(floor, mailing);
}

}  // namespace membership
