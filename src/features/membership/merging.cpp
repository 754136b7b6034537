#include "features/membership/merging.h"

#include "features/membership/facts.h"
#include "features/membership/policy.h"
#include "features/membership/store.h"

#include <algorithm>

namespace membership {

namespace {

constexpr std::string_view why_ended = "Two accounts of one person became one.";

std::vector<Member> lasting(const record::Floor& floor, PersonId person) {
    auto all = store::members_of(floor.tx, person);
    std::erase_if(all, [](const Member& one) { return one.ended.has_value(); });
    return all;
}

std::vector<Application> open_ones(const record::Floor& floor, PersonId person) {
    auto all = store::applications_of(floor.tx, person);
    std::erase_if(all, [](const Application& one) { return !one.is_open(); });
    return all;
}

const Member* member_in(const std::vector<Member>& all, std::optional<NetworkId> network) {
    const auto found = std::ranges::find(all, network, &Member::network);
    return found == all.end() ? nullptr : &*found;
}

// An appeal is decided by others than those who refused, and on its own file.
base::Verdict appeal_waits(const std::vector<Application>& open) {
    if (std::ranges::find(open, State::appealed, &Application::state) == open.end()) {
        return base::allowed;
    }
    return base::Refusal{
        "An appeal of one of the two accounts waits. Come back when it is "
        "decided."};
}

void withdraw(const record::Floor& floor, const Application& application) {
    store::withdraw_application(floor.tx, application.id, floor.now);
    for (const auto& document : store::documents_of(floor.tx, application.id)) {
        store::drop_document(floor.tx, document.id);
    }
    floor.record().add(ApplicationStepped{application.id, "withdrawn"});
}

class Rolls {
public:
    Rolls(const record::Floor& floor, const identity::Merger& merger)
        : floor_(floor),
          merger_(merger),
          gone_(lasting(floor, merger.gone)),
          kept_(lasting(floor, merger.kept)) {}

    // Of two memberships in one network the one with more rights stands.
    base::Verdict settle_memberships() {
        for (const Member& gone : gone_) {
            const Member* kept = member_in(kept_, gone.network);
            if (kept == nullptr) continue;
            const auto settled = settled_membership(gone, *kept);
            if (!settled) return settled.error();
            const Member& over = settled->id == gone.id ? *kept : gone;
            store::end_member(floor_.tx, over.id, organisations::latest_today(floor_.now),
                              why_ended);
            store::change_member(floor_.tx, *settled);
        }
        return base::allowed;
    }

    // Nobody waits where they belong, or twice in one queue.
    void settle_applications() {
        const auto kept_open = open_ones(floor_, merger_.kept);
        for (const Application& one : kept_open) {
            if (member_in(gone_, one.network) != nullptr) withdraw(floor_, one);
        }
        for (const Application& one : open_ones(floor_, merger_.gone)) {
            const bool is_doubled = std::ranges::find(kept_open, one.network,
                                                      &Application::network) != kept_open.end();
            if (is_doubled || member_in(kept_, one.network) != nullptr) withdraw(floor_, one);
        }
    }

    // The later day on which they said that all is right. Who was asked since then is still asked.
    void settle_confirmations() {
        const auto gone = store::find_confirmation(floor_.tx, merger_.gone);
        if (!gone) return;
        auto kept = store::find_confirmation(floor_.tx, merger_.kept)
                        .value_or(store::ConfirmationRow{.person = merger_.kept});
        kept.confirmed = std::max(kept.confirmed, gone->confirmed);
        const auto asked = std::ranges::minmax({kept.asked, gone->asked});
        kept.asked = asked.min ? asked.min : asked.max;  // the older question, if there is one
        if (kept.confirmed && kept.asked && *kept.confirmed >= *kept.asked) kept.asked = asked.max;
        if (kept.confirmed && kept.asked && *kept.confirmed >= *kept.asked) kept.asked.reset();
        store::keep_confirmation(floor_.tx, kept);
    }

private:
    // Nothing is granted that neither had, and nothing is lost that would have lasted.
    static base::Result<Member> settled_membership(const Member& gone, const Member& kept) {
        const auto [more, less] = rights_in(gone) > rights_in(kept) ? std::pair(gone, kept)
                                                                    : std::pair(kept, gone);
        const bool lasts_longer = more.expires && (!less.expires || *less.expires > *more.expires);
        if (!lasts_longer) return more;
        if (rights_in(more) != rights_in(less)) {
            return base::refuse(
                "In one network the two accounts have different memberships, and "
                "the fuller ends earlier. Those who keep the roll there have to "
                "end one of them first.");
        }
        Member settled = more;
        settled.expires = less.expires;
        return settled;
    }

    static int rights_in(const Member& member) {
        const auto& has = face_of(member.category).rights;
        return has.reads + has.votes + has.stands + has.vouches + has.is_listed;
    }

    const record::Floor& floor_;
    const identity::Merger& merger_;
    const std::vector<Member> gone_, kept_;
};

}  // namespace

base::Verdict merge(const record::Floor& floor, const identity::Merger& merger) {
    if (auto refusal = may_be_merged(store::belongs(floor.tx, merger.gone),
                                     store::belongs(floor.tx, merger.kept))) {
        return refusal;
    }
    if (store::spoke_for_each_other(floor.tx, merger)) {
        return base::Refusal{
            "One of the two accounts vouched for the other, or decided on it. "
            "Somebody else who runs this community has to look at that first."};
    }
    for (const auto person : {merger.gone, merger.kept}) {
        if (auto refusal = appeal_waits(open_ones(floor, person))) return refusal;
    }
    Rolls rolls(floor, merger);
    if (auto refusal = rolls.settle_memberships()) return refusal;
    rolls.settle_applications();
    rolls.settle_confirmations();
    store::merge(floor.tx, merger, organisations::latest_today(floor.now));
    for (const auto person : {merger.gone, merger.kept}) floor.record().add(Merged{person});
    return base::allowed;
}

}  // namespace membership
