#include "features/membership/joining.h"

#include "features/membership/facts.h"
#include "features/membership/policy.h"
#include "features/membership/store.h"
#include "features/privacy/privacy.h"
#include "platform/base/text.h"
#include "platform/crypto/random.h"
#include "platform/crypto/token.h"

namespace membership {

// A handle of their own: "ann-lee", or "ann-lee-2" where that is taken.
std::string free_handle(sql::Tx& tx, std::string_view name) {
    const std::string plain = base::slug(name);
    std::string handle = plain;
    for (int n = 2; identity::store::is_handle_taken(tx, handle); ++n) {
        handle = plain + "-" + std::to_string(n);
    }
    return handle;
}

base::Verdict may_ask_to_join(const JoinDraft& draft) {
    if (auto refusal = may_be_name(draft)) return refusal;
    return identity::may_be_email(draft.email);
}

std::optional<JoinLetter> Joining::ask(const JoinDraft& draft) {
    if (may_ask_to_join(draft)) return std::nullopt;
    const std::string folded = base::fold(draft.email);
    if (const auto known = identity::store::find_person_by_email(floor_.tx, draft.email)) {
        if (identity::store::count_links(floor_.tx, known->id, floor_.now) >= requests_a_day) {
            return std::nullopt;
        }
        return JoinLetter{known->name, known->email, "", known->id,
                          identity::make_link(floor_.tx, known->id, floor_.now)};
    }
    if (store::count_requests(floor_.tx, folded, floor_.now) >= requests_a_day) {
        return std::nullopt;
    }
    JoinLetter letter{.name = draft.name,
                      .email = draft.email,
                      .token = crypto::random_token(),
                      .person = {},
                      .sign_in_token = {}};
    store::add_request(
        floor_.tx, crypto::digest(letter.token),
        {draft.name, draft.email, folded, draft.network, floor_.now, floor_.now + request_life});
    return letter;
}

Request Joining::request(std::string_view token) const {
    const auto row = store::find_request(floor_.tx, crypto::digest(token));
    if (!row) return {};
    const auto state = row->used                    ? RequestState::used
                       : row->expires <= floor_.now ? RequestState::expired
                                                    : RequestState::good;
    return {row->name, row->network, state};
}

base::Result<Joining::Begun> Joining::begin(std::string_view token, std::string_view device,
                                            const rule::Shown& shown) {
    const std::string digest = crypto::digest(token);
    const auto row = store::find_request(floor_.tx, digest);
    if (!row || row->used || row->expires <= floor_.now) {
        return base::refuse("This link does not work any more. Ask for a new one.");
    }
    if (auto refusal = rule::may_join(floor_, shown)) return std::unexpected(*refusal);
    if (!store::use_request(floor_.tx, digest, floor_.now)) {
        return base::refuse("This link does not work any more. Ask for a new one.");
    }
    // Asked twice: no other link is a way in any more, nor is this one where an account is there.
    store::use_requests_of(floor_.tx, row->email_folded, floor_.now);
    if (identity::store::find_person_by_email(floor_.tx, row->email)) {
        return base::refuse("There is an account with this address already. Sign in instead.");
    }
    const PersonId person = identity::store::add_person(
        floor_.tx, {.name = row->name,
                    .handle = free_handle(floor_.tx, row->name),
                    .role_line = "",
                    .email = row->email,
                    .joined = floor_.now});
    floor_.record().add(AccountBegun{person});
    privacy::consent_when_joining(floor_, person);
    rule::accept_when_joining(floor_, person, shown);
    return Begun{identity::open_session(floor_.tx,
                                        {.person = person, .device = device, .way = "link"},
                                        floor_.now),
                 row->network};
}

}  // namespace membership
