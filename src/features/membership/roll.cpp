#include "features/membership/facts.h"
#include "features/membership/policy.h"
#include "features/membership/store.h"
#include "platform/identity/store.h"

#include <algorithm>

namespace membership {

using base::Result;

namespace {

base::Verdict may_expire(const record::Floor& floor, std::optional<base::Day> expires) {
    if (!expires || *expires > organisations::latest_today(floor.now)) return base::allowed;
    return base::Refusal{"Enter a last day that is still to come", "expires"};
}

base::Verdict may_end_now(const record::Floor& floor, const Member& member, std::string_view why) {
    if (!member.network) return may_end_sponsorship(floor.actor, member, why);
    const auto network = networks::Networks(floor).find(*member.network);
    if (!network) throw base::NotFound();
    return may_end_membership(floor.actor, member, *network, why);
}

}  // namespace

Belongs belongings_of(const record::Floor& floor, PersonId person) {
    return store::belongs(floor.tx, person);
}

std::optional<Category> category_of(const record::Floor& floor, PersonId person,
                                    NetworkId network) {
    const auto member = store::find_member(floor.tx, person, network);
    return member ? std::optional(member->category) : std::nullopt;
}

std::vector<Member> Roll::mine() const {
    return store::members_of(floor_.tx, floor_.actor.id());
}

bool Roll::is_member() const {
    return std::ranges::any_of(mine(), [](const Member& member) {
        return !member.ended && face_of(member.category).rights.reads;
    });
}

bool Roll::is_sponsor_contact() const {
    if (!floor_.actor.is_person() || !floor_.actor.audiences().empty()) return false;
    return store::belongs(floor_.tx, floor_.actor.id()).to_a_sponsor;
}

std::optional<Category> Roll::category_in(NetworkId network) const {
    const auto one = store::find_member(floor_.tx, floor_.actor.id(), network);
    if (!one) return std::nullopt;
    return one->category;
}

bool Roll::keeps(const networks::Network& network) const {
    return !may_keep(floor_.actor, network);
}

sql::Slice<Member> Roll::members(const networks::Network& network, const sql::After& after) const {
    if (!keeps(network)) throw base::NotFound();
    sql::Slice<Member> slice;
    slice.rows = store::members_in(floor_.tx, network.id, after.id, members_a_page + 1);
    if (slice.rows.size() > static_cast<std::size_t>(members_a_page)) {
        slice.rows.pop_back();
        slice.next = sql::After{0, slice.rows.back().id.value};
    }
    return slice;
}

Member Roll::member(MembershipId id) const {
    auto found = store::find_member(floor_.tx, id);
    if (!found || !found->network) throw base::NotFound();
    const auto network = networks::Networks(floor_).find(*found->network);
    if (!network || !keeps(*network)) throw base::NotFound();
    return *std::move(found);
}

Result<MembershipId> Roll::enrol(PersonId person, const networks::Network& network,
                                 Category category, std::optional<base::Day> expires) {
    const auto now = store::belongs(floor_.tx, person);
    if (auto refusal = may_enrol(floor_.actor, person, network, category, now)) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = may_expire(floor_, expires)) return std::unexpected(*refusal);
    Member member;
    if (auto there = store::find_member(floor_.tx, person, network.id))
        member = *std::move(there);
    else
        member.began = std::chrono::floor<base::days>(floor_.now);
    member.person = person;
    member.network = network.id;
    member.category = category;
    member.expires = expires;
    member.lapsed_from.reset();
    return put(member);
}

Result<MembershipId> Roll::invite(const networks::Network& network, const InvitationDraft& draft) {
    if (auto refusal = may_keep(floor_.actor, network)) return std::unexpected(*refusal);
    const auto category = category_of(draft.category);
    if (!category) return base::refuse("Choose what they are", "category");
    const auto person = identity::store::find_person_by_email(floor_.tx, draft.email);
    if (!person) {
        return base::refuse("No account has this address. Ask them to join first", "email");
    }
    if (store::find_member(floor_.tx, person->id, network.id)) {
        return base::refuse("They belong to this network already", "email");
    }
    return enrol(person->id, network, *category);
}

Result<MembershipId> Roll::enrol_sponsor(PersonId person, std::optional<base::Day> expires) {
    const auto now = store::belongs(floor_.tx, person);
    const bool holds_office = !identity::store::roles_of(floor_.tx, person).empty();
    if (auto refusal = may_enrol_sponsor(floor_.actor, person, now, holds_office)) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = may_expire(floor_, expires)) return std::unexpected(*refusal);
    Member member;
    if (auto there = store::find_sponsor(floor_.tx, person))
        member = *std::move(there);
    else
        member.began = std::chrono::floor<base::days>(floor_.now);
    member.person = person;
    member.category = Category::sponsor;
    member.expires = expires;
    return put(member);
}

Result<MembershipId> Roll::lapse(const Member& member, const networks::Network& network) {
    const auto now = store::belongs(floor_.tx, member.person);
    if (auto refusal = may_enrol(floor_.actor, member.person, network, Category::alumni, now)) {
        return std::unexpected(*refusal);
    }
    Member left = member;
    left.lapsed_from = member.category;
    left.category = Category::alumni;
    return put(left);
}

Result<MembershipId> Roll::revive(const Member& member, const networks::Network& network) {
    const Category before = member.lapsed_from.value_or(member.category);
    const auto now = store::belongs(floor_.tx, member.person);
    if (auto refusal = may_enrol(floor_.actor, member.person, network, before, now)) {
        return std::unexpected(*refusal);
    }
    Member back = member;
    back.category = before;
    back.lapsed_from.reset();
    return put(back);
}

Result<MembershipId> Roll::change(const Member& member, const MemberDraft& draft) {
    if (member.ended) {
        return base::refuse("This membership has ended. Whoever wants to come back applies.");
    }
    const auto category = category_of(draft.category);
    if (!category) return base::refuse("Choose what they are", "category");
    std::optional<base::Day> expires;
    if (!draft.expires.empty()) {
        const auto last = base::parse_day(draft.expires);
        if (!last) return base::refuse("Enter the last day as year, month and day", "expires");
        expires = *last + base::days{1};
    }
    const auto network = networks::Networks(floor_).find(*member.network);
    if (!network) throw base::NotFound();
    return enrol(member.person, *network, *category, expires);
}

Result<MembershipId> Roll::end(const Member& member, std::string_view why) {
    if (auto refusal = may_end_now(floor_, member, why)) return std::unexpected(*refusal);
    store::end_member(floor_.tx, member.id, std::chrono::floor<base::days>(floor_.now), why);
    follow(member, false);
    floor_.record().add(MembershipEnded{member.id, member.person, member.network});
    return member.id;
}

MembershipId Roll::put(const Member& member) {
    MembershipId id = member.id;
    if (id)
        store::change_member(floor_.tx, member);
    else
        id = store::add_member(floor_.tx, member);
    follow(member, true);
    floor_.record().add(MembershipSet{id, member.person, member.network, member.category});
    return id;
}

// The audience of the network follows: whoever may read belongs to it, nobody else.
void Roll::follow(const Member& member, bool lasts) {
    if (!member.network) return;
    const auto network = networks::Networks(floor_).find(*member.network);
    if (!network) return;
    const bool reads = lasts && face_of(member.category).rights.reads;
    if (reads)
        identity::store::join_audience(floor_.tx, member.person, network->audience);
    else
        identity::store::leave_audience(floor_.tx, member.person, network->audience);
}

std::int64_t end_expired(const record::Floor& floor, base::Day today) {
    std::int64_t count = 0;
    Roll roll(floor);
    for (const Member& member : store::expired_members(floor.tx, today)) {
        if (roll.end(member, "It had an end, and that day has come.")) ++count;
    }
    return count;
}

}  // namespace membership
