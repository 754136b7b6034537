#include "features/membership/sponsors.h"

#include "features/membership/store.h"
#include "platform/identity/store.h"

namespace membership {

using base::Result;

namespace {

// The first day on which it is over; none where nothing was entered.
Result<std::optional<base::Day>> expiry_of(std::string_view last_day) {
    if (last_day.empty()) return std::nullopt;
    const auto last = base::parse_day(last_day);
    if (!last) return base::refuse("Enter the last day as year, month and day", "expires");
    return *last + base::days{1};
}

}  // namespace

void Sponsors::require_keeper() const {
    if (!floor_.actor.may(verify_positions)) throw base::NotFound();
}

std::vector<Member> Sponsors::contacts() const {
    require_keeper();
    return store::sponsors(floor_.tx, sponsors_max);
}

Member Sponsors::contact(MembershipId id) const {
    require_keeper();
    auto found = store::find_member(floor_.tx, id);
    if (!found || found->category != Category::sponsor) throw base::NotFound();
    return *std::move(found);
}

Result<MembershipId> Sponsors::add(const SponsorDraft& draft) {
    require_keeper();
    const auto person = identity::store::find_person_by_email(floor_.tx, draft.email);
    if (!person) {
        return base::refuse("No account has this address. Ask them to join first", "email");
    }
    if (store::find_sponsor(floor_.tx, person->id)) {
        return base::refuse("They are a sponsor’s contact already", "email");
    }
    const auto expires = expiry_of(draft.expires);
    if (!expires) return std::unexpected(expires.error());
    return Roll(floor_).enrol_sponsor(person->id, *expires);
}

Result<MembershipId> Sponsors::change(const Member& contact, std::string_view last_day) {
    require_keeper();
    if (contact.ended) return base::refuse("They are no sponsor’s contact any more.");
    const auto expires = expiry_of(last_day);
    if (!expires) return std::unexpected(expires.error());
    return Roll(floor_).enrol_sponsor(contact.person, *expires);
}

Result<MembershipId> Sponsors::end(const Member& contact, std::string_view why) {
    require_keeper();
    return Roll(floor_).end(contact, why);
}

}  // namespace membership
