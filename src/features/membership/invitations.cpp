#include "features/membership/invitations.h"

#include "features/membership/facts.h"
#include "features/membership/policy.h"
#include "features/membership/store.h"
#include "features/privacy/privacy.h"
#include "platform/base/text.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"

#include <algorithm>
#include <array>

namespace membership {

namespace {

using networks::Network;
using organisations::Organisation;

constexpr std::size_t candidates = 5;

const identity::Actor& roll_worker() {
    static const auto worker = identity::Actor::worker("roll");
    return worker;
}

// What tells two organisations apart: without the words that nearly all have.
std::string core_of(std::string_view name) {
    constexpr std::array<std::string_view, 5> common = {"nhs", "foundation", "trust", "the", "ft"};
    std::string core;
    std::string word;
    for (const char c : base::fold(name) + ' ') {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                               static_cast<unsigned char>(c) >= 0x80;
        if (is_letter) {
            word += c;
            continue;
        }
        if (!word.empty() && std::ranges::find(common, word) == common.end()) {
            (core += ' ') += word == "and" ? "&" : word;
        }
        word.clear();
    }
    return core;
}

base::Result<Organisation> found_place(organisations::Directory& directory,
                                       const record::Floor& floor, const std::string& words) {
    const organisations::Organisations all(floor);
    const auto today = organisations::latest_today(floor.now);
    std::string code = words;
    for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    auto place = all.find(words);
    if (!place) place = all.find(code);
    const auto alike = place ? std::vector<Organisation>()
                             : directory.find(all, words, today, candidates);
    std::vector<Organisation> same;
    std::ranges::copy_if(alike, std::back_inserter(same), [&](const Organisation& one) {
        return one.is_open(today) && core_of(one.name) == core_of(words);
    });
    if (!place && same.size() == 1) place = same.front();
    if (place) {
        if (auto refusal = may_work_at(*place, today)) return std::unexpected(*refusal);
        return *std::move(place);
    }
    if (alike.empty()) return base::refuse("No organisation is called " + words + ".");
    std::string meant;
    for (const auto& one : same.size() > 1 ? same : std::vector{alike.front()}) {
        meant += (meant.empty() ? "" : " or ") + organisations::display_name(one.name) + " (" +
                 one.code + ")";
    }
    return base::refuse("No organisation is called " + words + ". Did you mean " + meant +
                        "? Then write its code.");
}

const Network* found_network(const std::vector<Network>& all, const std::string& words) {
    const auto folded = base::fold(words);
    const auto found = std::ranges::find_if(all, [&](const Network& one) {
        return one.slug == folded || base::fold(one.short_name) == folded ||
               base::fold(one.name) == folded;
    });
    return found == all.end() ? nullptr : &*found;
}

std::optional<Category> found_category(const std::string& words) {
    if (words.empty()) return Category::full;
    const auto folded = base::fold(words);
    for (const CategoryFace& face : categories()) {
        if (folded == face.code || folded == base::fold(face.words)) return face.category;
    }
    return std::nullopt;
}

// A line, understood.
struct Understood {
    std::vector<const Network*> networks;
    Category category = Category::full;
    std::optional<Organisation> organisation;
    std::optional<base::Day> began;
};

base::Result<Understood> understood(const record::Floor& floor, const RollRow& row,
                                    const std::vector<Network>& all,
                                    const base::Result<Organisation>* place) {
    Understood made;
    const auto category = found_category(row.category);
    if (!category || *category == Category::alumni || *category == Category::sponsor) {
        return base::refuse("The category " + row.category +
                            " is none of full, deputy, wider, specialist, international and "
                            "patient.");
    }
    made.category = *category;
    if (place != nullptr) {
        if (!*place) return std::unexpected(place->error());
        made.organisation = **place;
    }
    if (!row.began.empty()) {
        made.began = base::parse_day(row.began);
        if (!made.began) return base::refuse("The first day is not written like 2021-04-01.");
        if (auto refusal = may_begin(*made.began, organisations::latest_today(floor.now))) {
            return std::unexpected(*refusal);
        }
    }
    for (const auto& words : row.networks) {
        const auto* network = found_network(all, words);
        if (network == nullptr) return base::refuse("No network is called " + words + ".");
        // What applicants are asked beyond this, the community's own roll answers.
        if (made.organisation && !networks::takes(network->place, made.organisation->kind)) {
            return base::refuse("The " + network->short_name + " network is for people who work " +
                                networks::place_words(network->place) + ".");
        }
        made.networks.push_back(network);
    }
    return made;
}

// What is to be true of somebody in one network.
store::InvitationRow invitation_of(const RollRow& row, const Understood& what,
                                   const Network& network) {
    return {.email = row.email,
            .name = row.name,
            .network = network.id,
            .category = what.category,
            .organisation = what.organisation ? std::optional(what.organisation->id) : std::nullopt,
            .title = row.title.empty() ? network.short_name : row.title,
            .began = what.began};
}

// The community's own roll is its word: what it says of a position is verified.
void put_position(const record::Floor& floor, PersonId person, const store::InvitationRow& row) {
    if (!row.organisation) return;
    for (const auto& known : store::positions_of(floor.tx, person)) {
        const bool is_there = known.network == row.network &&
                              known.organisation == *row.organisation && !known.ended;
        if (is_there) return;
    }
    const auto id = store::add(
        floor.tx,
        {person, *row.organisation, row.network, row.title, "On the roll that was brought here.",
         row.began.value_or(std::chrono::floor<base::days>(floor.now)), floor.now,
         standing_of(row.category)});
    store::decide(floor.tx, id, true, "", {}, floor.now);
    floor.record().add(PositionDecided{id, person, true});
}

// Whether it was new.
bool put(const record::Floor& floor, PersonId person, const store::InvitationRow& row,
         const Network& network) {
    const bool is_member = store::find_member(floor.tx, person, network.id).has_value();
    if (!is_member && !Roll(floor).enrol(person, network, row.category)) return false;
    put_position(floor, person, row);
    return !is_member;
}

}  // namespace

const Bringing::Place& Bringing::place(const record::Floor& floor, const std::string& words) {
    const auto known = places_.find(words);
    if (known != places_.end()) return known->second;
    return places_.emplace(words, found_place(*directory_, floor, words)).first->second;
}

void Bringing::bring(const record::Floor& floor, std::span<const RollRow> rows) {
    const auto all = networks::Networks(floor).all();
    for (const RollRow& row : rows) {
        const auto* where = row.organisation.empty() ? nullptr : &place(floor, row.organisation);
        const auto what = understood(floor, row, all, where);
        if (!what) {
            brought_.rejected.push_back({row.line, what.error().sentence});
            continue;
        }
        if (where != nullptr) ++brought_.matched;
        const auto known = identity::store::find_person_by_email(floor.tx, row.email);
        if (known && store::belongs(floor.tx, known->id).to_a_sponsor) {
            brought_.rejected.push_back({row.line, "They are a sponsor’s contact, and those "
                                                   "belong to no network."});
            continue;
        }
        const std::string folded = base::fold(row.email);
        if (!known && store::has_declined(floor.tx, crypto::digest(folded))) {
            brought_.rejected.push_back({row.line, "They asked not to be written to again."});
            continue;
        }
        const bool has_left = known && std::ranges::any_of(what->networks, [&](const Network* one) {
                                  return !store::find_member(floor.tx, known->id, one->id) &&
                                         store::has_left(floor.tx, known->id, one->id);
                              });
        if (has_left) {
            brought_.rejected.push_back({row.line,
                                         "They belonged to this network and left, or were "
                                         "taken off. Add them by hand if they are back."});
            continue;
        }
        bool is_new = false;
        for (const auto* network : what->networks) {
            const auto one = invitation_of(row, *what, *network);
            if (known)
                is_new |= put(floor, known->id, one, *network);
            else
                is_new |= store::add_invitation(floor.tx, one, folded, floor.now);
        }
        if (is_new && !known) store::join_sent_invitations(floor.tx, folded);
        if (!is_new)
            ++brought_.unchanged;
        else if (known)
            ++brought_.enrolled;
        else if (invited_.insert(folded).second)
            ++brought_.invited;
    }
}

std::optional<Invitation> Invitations::find(std::string_view token) const {
    const auto rows = store::invitations_by(floor_.tx, crypto::digest(token), floor_.now);
    if (rows.empty()) return std::nullopt;
    Invitation found{rows.front().name, rows.front().email, {}};
    const auto all = networks::Networks(floor_).all();
    for (const auto& row : rows) {
        const auto network = std::ranges::find(all, row.network, &Network::id);
        if (network != all.end()) found.networks.push_back(network->name);
    }
    return found;
}

base::Result<std::optional<identity::NewSession>> Invitations::accept(
    std::string_view token, std::string_view device, const rule::Shown& shown) {
    const std::string digest = crypto::digest(token);
    const auto rows = store::invitations_by(floor_.tx, digest, floor_.now);
    if (rows.empty()) return base::refuse("This invitation does not work any more.");
    if (auto refusal = rule::may_join(floor_, shown)) return std::unexpected(*refusal);
    const auto& first = rows.front();
    const auto known = identity::store::find_person_by_email(floor_.tx, first.email);
    const PersonId person = known ? known->id
                                  : identity::store::add_person(
                                        floor_.tx, {.name = first.name,
                                                    .handle = free_handle(floor_.tx, first.name),
                                                    .role_line = first.title,
                                                    .email = first.email,
                                                    .joined = floor_.now});
    const record::Floor roll{floor_.tx, roll_worker(), floor_.now};
    if (!known) roll.record().add(AccountBegun{person});
    const auto all = networks::Networks(roll).all();
    for (const auto& row : rows) {
        const auto network = std::ranges::find(all, row.network, &Network::id);
        if (network != all.end()) put(roll, person, row, *network);
    }
    store::remove_invitations(floor_.tx, base::fold(rows.front().email));
    if (known) return std::nullopt;
    privacy::consent_when_joining(floor_, person);
    rule::accept_when_joining(floor_, person, shown);
    return identity::open_session(
        floor_.tx, {.person = person, .device = device, .way = "invitation"}, floor_.now);
}

base::Result<bool> Invitations::decline(std::string_view token) {
    const std::string digest = crypto::digest(token);
    const auto rows = store::invitations_by(floor_.tx, digest, floor_.now);
    if (rows.empty()) return base::refuse("This invitation does not work any more.");
    store::note_declined(floor_.tx, crypto::digest(base::fold(rows.front().email)), floor_.now);
    store::remove_invitations(floor_.tx, base::fold(rows.front().email));
    return true;
}

InvitationCounts Invitations::counts() const {
    if (!floor_.actor.may(verify_positions)) throw base::NotFound();
    return store::count_invitations(floor_.tx);
}

std::int64_t send_invitations(const record::Floor& floor, const Mailing& mailing) {
    const auto batch = store::unsent_invitations(floor.tx, invitations_a_batch);
    for (const auto& one : batch) {
        const std::string token = crypto::random_token();
        store::note_invited(floor.tx, one.email_folded, crypto::digest(token), floor.now);
        write_invitation(floor, {one.name, one.email, token}, mailing);
    }
    return static_cast<std::int64_t>(batch.size());
}

}  // namespace membership
