// Every route, for every kind of actor. A route that is not in the table fails the test until
// somebody has said who gets what from it.

#include "features/breaches/breaches.h"
#include "features/sealing/sealing.h"
#include "platform/crypto/phrase.h"
#include "features/coverage/coverage.h"
#include "features/extracts/extracts.h"
#include "features/forum/forum.h"
#include "features/membership/applications.h"
#include "features/notices/notices.h"
#include "features/organisations/organisations.h"
#include "features/people/people.h"
#include "tests/support/page_check.h"
#include "tests/support/snapshot.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <map>

namespace {

using testing_site::Browser;
using testing_site::Page;
using testing_site::TestSite;

enum Who {
    visitor, applicant, sponsor, member, other, chair, moderator, manager, administrator, who_count
};

constexpr std::array<const char*, who_count> names = {
    "a visitor", "an applicant", "a sponsor contact", "a member",
    "a wider member, of another network",
    "a chair",   "a moderator",  "a community manager", "an administrator"};

// What each of them is answered: to a GET, and to a POST without a token.
using Statuses = std::array<int, who_count>;

constexpr Statuses all_200 = {200, 200, 200, 200, 200, 200, 200, 200, 200};
constexpr Statuses persons = {303, 200, 200, 200, 200, 200, 200, 200, 200};
constexpr Statuses but_sponsors = {303, 200, 404, 200, 200, 200, 200, 200, 200};
constexpr Statuses members = {303, 404, 404, 200, 200, 200, 200, 200, 200};
constexpr Statuses visitors = {200, 303, 303, 303, 303, 303, 303, 303, 303};
constexpr Statuses network = {303, 404, 404, 200, 404, 200, 200, 200, 200};
constexpr Statuses led_on = {303, 404, 404, 303, 404, 303, 303, 303, 303};
constexpr Statuses belonging = {303, 303, 303, 200, 303, 200, 200, 200, 200};
constexpr Statuses moderators = {303, 404, 404, 404, 404, 200, 200, 404, 200};
constexpr Statuses deciders = {303, 404, 404, 404, 404, 200, 404, 200, 200};
constexpr Statuses chair_only = {303, 404, 404, 404, 404, 200, 404, 404, 404};
constexpr Statuses its_holder = {303, 404, 404, 200, 404, 404, 404, 404, 404};
constexpr Statuses applicants_and_deciders = {303, 200, 404, 404, 404, 200, 404, 200, 200};
constexpr Statuses applicant_only = {303, 200, 404, 404, 404, 404, 404, 404, 404};
// What is no form with files is not read further.
constexpr Statuses post_files = {400, 400, 400, 400, 400, 400, 400, 400, 400};
constexpr Statuses led_elsewhere = {303, 303, 303, 303, 303, 303, 303, 303, 303};
constexpr Statuses not_there = {404, 404, 404, 404, 404, 404, 404, 404, 404};
constexpr Statuses nobody = {303, 404, 404, 404, 404, 404, 404, 404, 404};
constexpr Statuses keepers = {303, 404, 404, 404, 404, 404, 404, 200, 200};
constexpr Statuses rulers = {303, 404, 404, 404, 404, 404, 404, 404, 200};
constexpr Statuses administrators = {303, 404, 404, 404, 404, 404, 404, 404, 200};

constexpr Statuses post_anyone = {403, 403, 403, 403, 403, 403, 403, 403, 403};
constexpr Statuses post_person = {401, 403, 403, 403, 403, 403, 403, 403, 403};
constexpr Statuses post_keeper = {401, 404, 404, 404, 404, 404, 404, 403, 403};
constexpr Statuses post_administrator = {401, 404, 404, 404, 404, 404, 404, 404, 403};

enum class Kind { page, part, stream };

struct Line {
    std::string method;
    std::string pattern;
    Statuses statuses;
    Kind kind = Kind::page;
};

const std::vector<Line> table = {
    {"GET", "/", persons},
    {"GET", "/admin", administrators},
    {"GET", "/admin/offices", keepers},
    {"GET", "/admin/offices/people/{person}", keepers},
    {"GET", "/admin/offices/people/{person}/appointment", keepers},
    {"POST", "/admin/offices/people/{person}/appointment", post_keeper},
    {"GET", "/admin/offices/{office}/end", keepers},
    {"POST", "/admin/offices/{office}/end", post_keeper},
    {"GET", "/admin/set-up", administrators},
    {"POST", "/admin/set-up", post_administrator},
    {"GET", "/applications", persons},
    {"POST", "/applications", post_person},
    {"GET", "/applications/domains", keepers},
    {"POST", "/applications/domains", post_keeper},
    {"POST", "/applications/domains/removal", post_keeper},
    {"GET", "/applications/new", but_sponsors},
    {"GET", "/applications/waiting", deciders},
    {"GET", "/applications/{application}", applicants_and_deciders},
    {"POST", "/applications/{application}/admission", post_person},
    {"GET", "/applications/{application}/appeal", nobody},
    {"POST", "/applications/{application}/appeal", post_person},
    {"GET", "/applications/{application}/documents", applicant_only},
    {"POST", "/applications/{application}/documents", post_files},
    {"GET", "/applications/{application}/documents/{document}", nobody},
    {"POST", "/applications/{application}/documents/{document}/removal", post_person},
    {"GET", "/applications/{application}/refusal", deciders},
    {"POST", "/applications/{application}/refusal", post_person},
    {"GET", "/applications/{application}/vouch", its_holder},
    {"POST", "/applications/{application}/vouch", post_person},
    {"POST", "/applications/{application}/withdrawal", post_person},
    {"GET", "/breaches", persons},
    {"GET", "/breaches/posts/{post}", network},
    {"POST", "/breaches/posts/{post}", post_person},
    {"GET", "/breaches/topics/{topic}", network},
    {"POST", "/breaches/topics/{topic}", post_person},
    {"GET", "/breaches/{case}", moderators},
    {"POST", "/breaches/{case}/appeal", post_person},
    {"POST", "/breaches/{case}/appeal/outcome", post_person},
    {"POST", "/breaches/{case}/notes", post_person},
    {"POST", "/breaches/{case}/outcome", post_person},
    {"POST", "/breaches/{case}/person", post_person},
    {"POST", "/breaches/{case}/question", post_person},
    {"POST", "/breaches/{case}/word", post_person},
    {"GET", "/coverage", all_200},
    {"GET", "/coverage.csv", all_200, Kind::part},
    {"GET", "/coverage/consents", keepers},
    {"POST", "/coverage/consents", post_keeper},
    {"POST", "/coverage/consents/{organisation}/withdrawal", post_keeper},
    {"GET", "/design", persons},
    {"GET", "/erased", all_200},
    {"GET", "/extracts", members},
    {"GET", "/extracts/topics/{topic}", network},
    {"POST", "/extracts/topics/{topic}", post_person},
    {"GET", "/extracts/{extract}", network},
    {"GET", "/extracts/{extract}/consent", nobody},
    {"POST", "/extracts/{extract}/consent", post_person},
    {"POST", "/extracts/{extract}/copies", post_person},
    {"GET", "/extracts/{extract}/copies/{copy}", its_holder, Kind::part},
    {"POST", "/extracts/{extract}/draft", post_person},
    {"POST", "/extracts/{extract}/end", post_person},
    {"POST", "/extracts/{extract}/publication", post_person},
    {"POST", "/extracts/{extract}/renewal", post_person},
    {"POST", "/extracts/{extract}/return", post_person},
    {"POST", "/extracts/{extract}/text", post_person},
    {"GET", "/forum", members},
    {"POST", "/forum/caught-up", post_person},
    {"POST", "/forum/drafts", post_person},
    {"GET", "/forum/mentions", members},
    {"GET", "/forum/new", members},
    {"POST", "/forum/new", post_person},
    {"GET", "/forum/posts/{post}", led_on},
    {"GET", "/forum/posts/{post}/edit", network},
    {"GET", "/forum/posts/{post}/hiding", moderators},
    {"POST", "/forum/posts/{post}/hiding", post_person},
    {"GET", "/forum/posts/{post}/history", network},
    {"POST", "/forum/posts/{post}/reactions", post_person},
    {"POST", "/forum/posts/{post}/showing", post_person},
    {"POST", "/forum/posts/{post}/text", post_person},
    {"GET", "/forum/areas/{area_id}/rule", rulers},
    {"POST", "/forum/areas/{area_id}/rule", post_person},
    {"GET", "/forum/loosenings/{loosening}", moderators},
    {"POST", "/forum/loosenings/{loosening}/answer", post_person},
    {"POST", "/forum/loosenings/{loosening}/withdrawal", post_person},
    {"POST", "/forum/posts/{post}/naming", post_person},
    {"GET", "/forum/posts/{post}/rule", moderators},
    {"POST", "/forum/posts/{post}/rule", post_person},
    {"GET", "/forum/{topic}/unattributed", network},
    {"POST", "/forum/{topic}/unattributed", post_person},
    {"POST", "/forum/{topic}/unattributed/answers", post_person},
    {"POST", "/forum/{topic}/unattributed/edits", post_person},
    {"POST", "/forum/{topic}/unattributed/farewell", post_person},
    {"POST", "/forum/posts/{post}/silence", post_person},
    {"GET", "/forum/{topic}/rule", moderators},
    {"POST", "/forum/{topic}/rule/all", post_person},
    {"POST", "/forum/{topic}/rule/loosenings", post_person},
    {"POST", "/forum/{topic}/rule/next", post_person},
    {"GET", "/forum/{topic}", network},
    {"POST", "/forum/{topic}/closure", post_person},
    {"POST", "/forum/{topic}/following", post_person},
    {"POST", "/forum/{topic}/hiding", post_person},
    {"GET", "/forum/{topic}/mentionable", network, Kind::part},
    {"GET", "/forum/{topic}/moderation", moderators},
    {"POST", "/forum/{topic}/pinning", post_person},
    {"POST", "/forum/{topic}/reopening", post_person},
    {"POST", "/forum/{topic}/replies", post_person},
    {"POST", "/forum/{topic}/showing", post_person},
    {"POST", "/forum/{topic}/unpinning", post_person},
    {"GET", "/help", all_200},
    {"GET", "/help/rule", all_200},
    {"GET", "/join", all_200},
    {"POST", "/join", post_anyone},
    {"GET", "/join/declined", all_200},
    {"GET", "/join/invitation/{token}", all_200},
    {"POST", "/join/invitation/{token}", post_anyone},
    {"POST", "/join/invitation/{token}/refusal", post_anyone},
    {"GET", "/join/link/{token}", all_200},
    {"POST", "/join/link/{token}", post_anyone},
    {"GET", "/join/sent", all_200},
    {"GET", "/live", persons, Kind::stream},
    {"GET", "/lost-access", keepers},
    {"POST", "/lost-access/{lost}/refusal", post_keeper},
    {"POST", "/lost-access/{lost}/voucher", post_keeper},
    {"GET", "/memberships", nobody},  // ?network= says of which
    {"POST", "/memberships", post_person},
    {"GET", "/memberships/attention", keepers},
    {"POST", "/memberships/confirmation", post_person},
    {"GET", "/memberships/confirmation/{token}", all_200},
    {"POST", "/memberships/confirmation/{token}", post_anyone},
    {"GET", "/memberships/confirmed", all_200},
    {"GET", "/memberships/sponsors", keepers},
    {"POST", "/memberships/sponsors", post_keeper},
    {"GET", "/memberships/sponsors/{sponsor}", keepers},
    {"POST", "/memberships/sponsors/{sponsor}", post_keeper},
    {"GET", "/memberships/sponsors/{sponsor}/end", keepers},
    {"POST", "/memberships/sponsors/{sponsor}/end", post_keeper},
    {"GET", "/memberships/{membership}", deciders},
    {"POST", "/memberships/{membership}", post_person},
    {"GET", "/memberships/{membership}/end", deciders},
    {"GET", "/memberships/{membership}/leaving", its_holder},
    {"POST", "/memberships/{membership}/leaving", post_person},
    {"POST", "/memberships/{membership}/end", post_person},
    {"GET", "/networks", all_200},
    {"POST", "/networks", post_keeper},
    {"GET", "/networks/new", keepers},
    {"GET", "/networks/{network}", belonging},
    {"POST", "/networks/{network}", post_keeper},
    {"GET", "/networks/{network}/about", all_200},
    {"POST", "/networks/{network}/areas", post_keeper},
    {"GET", "/networks/{network}/areas/new", keepers},
    {"POST", "/networks/{network}/areas/{area_id}", post_keeper},
    {"GET", "/networks/{network}/areas/{area_id}/edit", keepers},
    {"GET", "/networks/{network}/edit", keepers},
    {"GET", "/networks/{network}/notices", network},
    {"POST", "/networks/{network}/notices", post_person},
    {"GET", "/networks/{network}/notices/new", deciders},
    {"POST", "/networks/{network}/notices/subscription", post_person},
    {"POST", "/networks/{network}/notices/unsubscription", post_person},
    {"GET", "/networks/{network}/notices/{notice}", network},
    {"POST", "/networks/{network}/notices/{notice}", post_person},
    {"POST", "/networks/{network}/notices/{notice}/dispatch", post_person},
    {"GET", "/networks/{network}/notices/{notice}/edit", chair_only},
    {"GET", "/networks/{network}/notices/{notice}/preview", chair_only},
    {"POST", "/networks/{network}/notices/{notice}/removal", post_person},
    {"GET", "/networks/{network}/{area}", network},
    {"GET", "/notices", persons},
    {"GET", "/notices/unsubscription/{token}", all_200},
    {"POST", "/notices/unsubscription/{token}", post_anyone},
    {"GET", "/offices", persons},
    {"GET", "/organisations", persons},
    {"POST", "/organisations", post_keeper},
    {"GET", "/organisations/imports", keepers},
    {"GET", "/organisations/imports/{import}", keepers},
    {"GET", "/organisations/new", keepers},
    {"GET", "/organisations/successions", keepers},
    {"GET", "/organisations/{organisation}", persons},
    {"GET", "/organisations/{organisation}/succession", keepers},
    {"POST", "/organisations/{organisation}/succession", post_keeper},
    {"POST", "/organisations/{organisation}/succession/end", post_keeper},
    {"GET", "/people", members},
    {"GET", "/people/introductions", members},
    {"POST", "/people/introductions/{introduction}/answer", post_person},
    {"GET", "/people/profile", members},
    {"POST", "/people/profile", post_person},
    {"GET", "/people/{person}", members},
    {"GET", "/people/{person}/introduction", members},
    {"POST", "/people/{person}/introduction", post_person},
    {"GET", "/positions", persons},
    {"POST", "/positions", post_person},
    {"GET", "/positions/new", but_sponsors},
    {"GET", "/positions/waiting", deciders},
    {"GET", "/positions/{position}/end", its_holder},
    {"POST", "/positions/{position}/end", post_person},
    {"GET", "/positions/{position}/refusal", deciders},
    {"POST", "/positions/{position}/refusal", post_person},
    {"POST", "/positions/{position}/verification", post_person},
    {"GET", "/privacy", all_200},
    {"GET", "/privacy/retention", persons},
    {"GET", "/privacy/texts/{key}/{version}", all_200},
    {"GET", "/rule", all_200},
    {"GET", "/rule/acceptance", persons},
    {"POST", "/rule/acceptance", post_person},
    {"GET", "/rule/acceptance/declined", persons},
    {"POST", "/rule/acceptance/withdrawal", post_person},
    {"GET", "/rule/acceptance/{audience}", network},
    {"POST", "/rule/acceptance/{audience}", post_person},
    {"POST", "/rule/acceptance/{audience}/withdrawal", post_person},
    {"GET", "/rule/breaches", all_200},
    {"GET", "/rule/openings", all_200},
    {"GET", "/sealing", keepers},
    {"GET", "/sealing/key", keepers},
    {"POST", "/sealing/key", post_keeper},
    {"GET", "/sealing/keys/{sealing_key}/retirement", keepers},
    {"POST", "/sealing/keys/{sealing_key}/retirement", post_keeper},
    {"GET", "/sealing/names/{sealed_name}", keepers},
    {"POST", "/sealing/names/{sealed_name}", post_keeper},
    {"GET", "/sealing/openings/{opening}", keepers},
    {"POST", "/sealing/openings/{opening}/agreement", post_keeper},
    {"POST", "/sealing/openings/{opening}/decline", post_keeper},
    {"GET", "/sealing/recovery", keepers},
    {"POST", "/sealing/recovery", post_keeper},
    {"GET", "/rule/edit", keepers},
    {"GET", "/rule/networks/{network}", network},
    {"GET", "/rule/networks/{network}/edit", deciders},
    {"POST", "/rule/networks/{network}/versions", post_person},
    {"GET", "/rule/networks/{network}/versions/{version}", network},
    {"POST", "/rule/versions", post_keeper},
    {"GET", "/rule/versions/{version}", persons},
    {"GET", "/search", members},
    {"GET", "/settings", persons},
    {"GET", "/settings/address", persons},
    {"POST", "/settings/address", post_person},
    {"GET", "/settings/address/confirm/{token}", all_200},
    {"POST", "/settings/address/confirm/{token}", post_anyone},
    {"GET", "/settings/address/sent", persons},
    {"GET", "/settings/address/undo/{token}", all_200},
    {"POST", "/settings/address/undo/{token}", post_anyone},
    {"POST", "/settings/authenticator", post_person},
    {"GET", "/settings/authenticator", led_elsewhere},  // nothing was begun
    {"POST", "/settings/authenticator/confirmation", post_person},
    {"POST", "/settings/authenticator/removal", post_person},
    {"GET", "/settings/data", persons},
    {"GET", "/settings/data/archive", persons, Kind::part},
    {"POST", "/settings/data/consents/{key}", post_person},
    {"POST", "/settings/data/consents/{key}/withdrawal", post_person},
    {"GET", "/settings/erasure", persons},
    {"POST", "/settings/erasure", post_person},
    {"POST", "/settings/look", post_person},
    {"GET", "/settings/merging", persons},
    {"POST", "/settings/merging", post_person},
    {"GET", "/settings/merging/sent", persons},
    {"GET", "/settings/merging/{token}", persons},
    {"POST", "/settings/merging/{token}", post_person},
    {"POST", "/settings/merging/{token}/sign-out", post_person},
    {"POST", "/settings/passkeys", post_person},
    {"POST", "/settings/passkeys/{passkey}/removal", post_person},
    {"POST", "/settings/password", post_person},
    {"POST", "/settings/providers/{account}/removal", post_person},
    {"GET", "/settings/recovery-codes", led_elsewhere},  // none are shown
    {"POST", "/settings/recovery-codes", post_person},
    {"POST", "/settings/recovery-codes/put-away", post_person},
    {"POST", "/settings/sessions/end-others", post_person},
    {"POST", "/settings/sessions/{session}/end", post_person},
    {"GET", "/settings/sign-in", persons},
    {"GET", "/sign-in", visitors},
    {"POST", "/sign-in", post_anyone},
    {"GET", "/sign-in/code", all_200},
    {"POST", "/sign-in/code", post_anyone},
    {"GET", "/sign-in/confirmation", persons},
    {"POST", "/sign-in/confirmation", post_person},
    {"GET", "/sign-in/link/{token}", all_200},
    {"POST", "/sign-in/link/{token}", post_anyone},
    {"GET", "/sign-in/lost", {303, 200, 200, 200, 200, 200, 200, 200, 200}},
    {"POST", "/sign-in/lost", post_anyone},
    {"GET", "/sign-in/lost/asked", all_200},
    {"POST", "/sign-in/passkey", post_anyone},
    {"GET", "/sign-in/password", visitors},
    {"POST", "/sign-in/password", post_anyone},
    {"GET", "/sign-in/sent", all_200},
    {"GET", "/sign-in/with/{provider}", not_there},  // none is configured
    {"GET", "/sign-in/with/{provider}/return", not_there},
    {"POST", "/sign-in/with/{provider}/return", post_anyone},
    {"POST", "/sign-out", post_person},
};

// Who may do what, with a form of their own: x where it is done, r where it is refused with a sentence
// (it is not theirs, or words are missing), a dot for those who may not know of it, a hyphen for those
// who are to sign in first; b: no form with files. In the order of `names`.
const std::map<std::string, std::string> deeds = {
    {"/admin/offices/people/{person}/appointment", "-......rr"},
    {"/admin/offices/{office}/end", "-......xx"},
    {"/admin/set-up", "-.......r"},
    {"/applications", "-x.xxxxxx"},
    {"/applications/domains", "-......rr"},
    {"/applications/domains/removal", "-......xx"},
    {"/applications/{application}/admission", "-....x.xx"},
    {"/applications/{application}/appeal", "-r......."},
    {"/applications/{application}/documents", "bbbbbbbbb"},
    {"/applications/{application}/documents/{document}/removal", "-x......."},
    {"/applications/{application}/refusal", "-....x.rx"},
    {"/applications/{application}/vouch", "-..r....."},
    {"/applications/{application}/withdrawal", "-x......."},
    {"/breaches/posts/{post}", "-..r.rrrr"},
    {"/breaches/topics/{topic}", "-..r.rrrr"},
    {"/breaches/{case}/appeal", "-....rr.r"},
    {"/breaches/{case}/appeal/outcome", "-....rr.r"},
    {"/breaches/{case}/notes", "-....rr.r"},
    {"/breaches/{case}/outcome", "-....rr.r"},
    {"/breaches/{case}/person", "-....rr.r"},
    {"/breaches/{case}/question", "-....rr.r"},
    {"/breaches/{case}/word", "-....rr.r"},
    {"/extracts/topics/{topic}", "-..r.rrrr"},
    {"/extracts/{extract}/consent", "-........"},
    {"/extracts/{extract}/copies", "-........"},
    {"/extracts/{extract}/draft", "-..r.rrrr"},
    {"/extracts/{extract}/end", "-..r.rrrr"},
    {"/extracts/{extract}/publication", "-..r.rrrr"},
    {"/extracts/{extract}/renewal", "-..r.rrrr"},
    {"/extracts/{extract}/return", "-..r.rrrr"},
    {"/extracts/{extract}/text", "-..r.rrrr"},
    {"/coverage/consents", "-......rr"},
    {"/coverage/consents/{organisation}/withdrawal", "-......xx"},
    {"/forum/caught-up", "-..xxxxxx"},
    {"/forum/drafts", "-..x.xxxx"},
    {"/forum/new", "-rrxrxxxx"},
    {"/forum/posts/{post}/hiding", "-....xx.x"},
    {"/forum/posts/{post}/reactions", "-..x.xxxx"},
    {"/forum/posts/{post}/showing", "-....xx.x"},
    {"/forum/posts/{post}/text", "-..r.rrrr"},
    {"/forum/areas/{area_id}/rule", "-.......r"},
    {"/forum/loosenings/{loosening}/answer", "-....rr.r"},
    {"/forum/loosenings/{loosening}/withdrawal", "-....xr.x"},
    {"/forum/posts/{post}/naming", "-....rr.r"},
    {"/forum/posts/{post}/rule", "-....rr.r"},
    {"/forum/{topic}/rule/all", "-....rr.r"},
    {"/forum/{topic}/rule/loosenings", "-....rr.r"},
    {"/forum/{topic}/rule/next", "-....rr.r"},
    {"/forum/posts/{post}/silence", "-........"},
    {"/forum/{topic}/unattributed", "-..r.rrrr"},
    {"/forum/{topic}/unattributed/answers", "-..r.rrrr"},
    {"/forum/{topic}/unattributed/edits", "-..r.rrrr"},
    {"/forum/{topic}/unattributed/farewell", "-..r.rrrr"},
    {"/forum/{topic}/closure", "-..r.xxrx"},
    {"/forum/{topic}/following", "-..x.xxxx"},
    {"/forum/{topic}/hiding", "-....xx.x"},
    {"/forum/{topic}/pinning", "-..r.xxrx"},
    {"/forum/{topic}/reopening", "-..r.xxrx"},
    {"/forum/{topic}/replies", "-..x.xxxx"},
    {"/forum/{topic}/showing", "-..r.xxrx"},
    {"/forum/{topic}/unpinning", "-..r.xxrx"},
    {"/join", "rrrrrrrrr"},
    {"/join/invitation/{token}", "rrrrrrrrr"},
    {"/join/invitation/{token}/refusal", "rrrrrrrrr"},
    {"/join/link/{token}", "rrrrrrrrr"},
    {"/lost-access/{lost}/refusal", "-......xx"},
    {"/lost-access/{lost}/voucher", "-......xx"},
    {"/memberships", "-....r.rr"},
    {"/memberships/confirmation", "-xxxxxxxx"},
    {"/memberships/confirmation/{token}", "rrrrrrrrr"},
    {"/memberships/sponsors", "-......rr"},
    {"/memberships/sponsors/{sponsor}", "-......xx"},
    {"/memberships/sponsors/{sponsor}/end", "-......xx"},
    {"/memberships/{membership}", "-....r.rr"},
    {"/memberships/{membership}/leaving", "-..x....."},
    {"/memberships/{membership}/end", "-....x..x"},
    {"/networks", "-......rr"},
    {"/networks/{network}", "-......rr"},
    {"/networks/{network}/areas", "-......xx"},
    {"/networks/{network}/areas/{area_id}", "-......xx"},
    {"/networks/{network}/notices", "-....r.rr"},
    {"/networks/{network}/notices/subscription", "-..x.xxxx"},
    {"/networks/{network}/notices/unsubscription", "-..x.xxxx"},
    {"/networks/{network}/notices/{notice}", "-....r..."},
    {"/networks/{network}/notices/{notice}/dispatch", "-....x.xx"},
    {"/networks/{network}/notices/{notice}/removal", "-....x..."},
    {"/notices/unsubscription/{token}", "rrrrrrrrr"},
    {"/organisations", "-......rr"},
    {"/organisations/{organisation}/succession", "-......xx"},
    {"/organisations/{organisation}/succession/end", "-......xx"},
    {"/people/introductions/{introduction}/answer", "-..x.x..."},
    {"/people/profile", "-..rrrrrr"},
    {"/people/{person}/introduction", "-..rrrrrr"},
    {"/positions", "-x.xxxxxx"},
    {"/positions/{position}/end", "-..r....."},
    {"/positions/{position}/refusal", "-....x.rx"},
    {"/positions/{position}/verification", "-....x.xx"},
    {"/sealing/key", "-......rr"},
    {"/sealing/keys/{sealing_key}/retirement", "-......rr"},
    {"/sealing/names/{sealed_name}", "-......rr"},
    {"/sealing/openings/{opening}/agreement", "-......rr"},
    {"/sealing/openings/{opening}/decline", "-......rx"},
    {"/sealing/recovery", "-......rr"},
    {"/rule/acceptance", "-rrrrrrrr"},
    {"/rule/acceptance/withdrawal", "-xxxxxxxx"},
    {"/rule/acceptance/{audience}", "-..r.rrrr"},
    {"/rule/acceptance/{audience}/withdrawal", "-..x.xxxx"},
    {"/rule/networks/{network}/versions", "-....r.rr"},
    {"/rule/versions", "-......rr"},
    {"/settings/address", "-xxxxxxxx"},
    {"/settings/address/confirm/{token}", "rrrrrrrrr"},
    {"/settings/address/undo/{token}", "rrrrrrrrr"},
    {"/settings/authenticator", "-xxxxxxxx"},
    {"/settings/authenticator/confirmation", "-xxxxxxxx"},
    {"/settings/authenticator/removal", "-..x....."},
    {"/settings/data/consents/{key}", "-xxxxxxxx"},
    {"/settings/data/consents/{key}/withdrawal", "-rrrrrrrr"},
    {"/settings/erasure", "-rrrrrrrr"},
    {"/settings/look", "-xxxxxxxx"},
    {"/settings/merging", "-xxxxrrrr"},
    {"/settings/merging/{token}", "-rrrrrrrr"},
    {"/settings/merging/{token}/sign-out", "-xxxxxxxx"},
    {"/settings/passkeys", "-rrrrrrrr"},
    {"/settings/passkeys/{passkey}/removal", "-..x....."},
    {"/settings/password", "-xxxxxxxx"},
    {"/settings/providers/{account}/removal", "-..x....."},
    {"/settings/recovery-codes", "-..x....."},
    {"/settings/recovery-codes/put-away", "-xxxxxxxx"},
    {"/settings/sessions/end-others", "-xxxxxxxx"},
    {"/settings/sessions/{session}/end", "-xxxxxxxx"},
    {"/sign-in", "xxxxxxxxx"},
    {"/sign-in/code", "xxxxxxxxx"},
    {"/sign-in/confirmation", "-rrrrrrrr"},
    {"/sign-in/link/{token}", "rrrrrrrrr"},
    {"/sign-in/lost", "xrrrrrrrr"},
    {"/sign-in/passkey", "rrrrrrrrr"},
    {"/sign-in/password", "rxxxxxxxx"},
    {"/sign-in/with/{provider}/return", "........."},
    {"/sign-out", "-xxxxxxxx"},
};

http::Method method_of(const Line& line) {
    return line.method == "GET" ? http::Method::get : http::Method::post;
}

class RoutesTest : public ::testing::Test {
protected:
    void SetUp() override {
        topic_ = site_.topic("Ann", "Hazard logs", "What do **you** do?\n\n- a\n- b");
        post_ = site_.reply("Bob", topic_, "A spreadsheet, and @ann.");
        site_.person("App");
        site_.person("Mem", {"ccio"});
        site_.person("Oth", {"cnio"});
        site_.person("Spo");
        site_.person("Cha", {"ccio"}, {"chair"});
        site_.person("Mod", {"ccio"}, {"moderator"});
        site_.person("Man", {"ccio"}, {"community_manager"});
        site_.person("Adm", {"ccio"}, {"administrator"});
        site_.with_floor("Adm", [](const record::Floor& floor) {
            const auto imported = organisations::Organisations(floor).import_trusts(
                "RAL,ROYAL FREE LONDON,Y56,QMJ,,,,LONDON,,NW3,,20210630,,,,,,,,,,0,,H\n"
                "RA7,BRISTOL,Y58,QUY,,,,BRISTOL,,BS1,,,,,,,,,,,,0,,K\nnonsense\n",
                base::parse_day("2021-07-31").value(), organisations::Missing::refused);
            ASSERT_TRUE(imported) << imported.error().sentence;
        });
        site_.with_floor("Mem", [](const record::Floor& floor) {
            const auto claimed = membership::Membership(floor).claim(
                {"RA7", "ccio", "CCIO", "2021-01-01", "The board page."});
            ASSERT_TRUE(claimed) << claimed.error().sentence;
        });
        site_.database().write([&](sql::Tx& tx) {
            const auto worker = identity::Actor::worker("test");
            membership::Roll roll(record::Floor{tx, worker, site_.clock().now()});
            EXPECT_TRUE(roll.enrol(site_.person("Oth"), site_.settled().cnio,
                                   membership::Category::wider));
            sponsor_ = roll.enrol_sponsor(site_.person("Spo")).value();
        });
        site_.with_floor("App", [](const record::Floor& floor) {
            const auto applied = membership::file_application(
                floor, {.network = "ccio", .category = "full", .organisation = "RA7",
                        .title = "CCIO", .began = "2021-01-01", .voucher_1 = "mem@example.org"});
            ASSERT_TRUE(applied) << applied.error().sentence;
        });
        // Taken by Mem of their own words, let go out by the chair; Mem has taken a copy.
        const auto own = site_.topic("Mem", "Our log", "We read it every week.");
        extracts::Workshop workshop("localhost", {});
        extracts::ExtractId extract;
        site_.with_floor("Mem", [&](const record::Floor& floor) {
            extracts::Extracts extracts(floor, workshop);
            extract = extracts.take(forum::Forum(floor).topic(own), {1}).value();
            ASSERT_TRUE(extracts.hand_on(extracts.one(extract)));
        });
        site_.with_floor("Cha", [&](const record::Floor& floor) {
            extracts::Extracts extracts(floor, workshop);
            const auto seen = extracts.one(extract);
            const auto passages = extracts.passages(seen);
            ASSERT_TRUE(extracts.publish(
                seen,
                extracts::what_is_read(seen, passages, extracts.marks(seen, passages))));
        });
        site_.with_floor("Mem", [&](const record::Floor& floor) {
            extracts::Extracts extracts(floor, workshop);
            ASSERT_TRUE(extracts.copy(extracts.one(extract), extracts::Form::html));
        });
        site_.with_floor("Ann", [&](const record::Floor& floor) {
            const auto reported = breaches::Cases(floor).report(
                breaches::spot_of(forum::Forum(floor).post(post_)),
                {.kind = "forwarded", .words = "It was in a mail.", .came_out = "Yesterday",
                 .whom = "author", .handle = "", .named = "no"});
            ASSERT_TRUE(reported) << reported.error().sentence;
        });
        seal_and_ask();
        site_.with_floor("Cha", [&](const record::Floor& floor) {
            const auto added = rule::Texts(floor).publish(
                {site_.settled().ccio}, {"And we *name no supplier*.", "no", "", "0"});
            ASSERT_TRUE(added) << added.error().sentence;
        });
        // The chair has sent one notice and begun another.
        site_.with_floor("Cha", [&](const record::Floor& floor) {
            notices::Notices notices(floor);
            const auto& network = site_.settled().ccio;
            const auto sent = notices.draft(network, {"The vote", "Opens on **Monday**."});
            ASSERT_TRUE(notices.send(network, notices.notice(network, sent.value())));
            ASSERT_TRUE(notices.draft(network, {"The next", "Not yet."}));
        });
        site_.with_floor("Mod", [&](const record::Floor& floor) {
            const auto topic = forum::Forum(floor).topic(topic_);
            ASSERT_TRUE(forum::Ruling(floor).ask(topic, {"record", "1", "2", "For our report."}));
        });
        site_.listen();
        browsers_.push_back(site_.visitor());
        for (const char* name : {"App", "Spo", "Mem", "Oth", "Cha", "Mod", "Man", "Adm"}) {
            browsers_.push_back(site_.as(name));
        }
    }

    // A name sealed to two officers, of whom the manager asks to open it.
    void seal_and_ask() {
        const auto of_manager = crypto::random_phrase(), of_administrator = crypto::random_phrase();
        const auto make_key = [&](const char* who, const std::string& phrase) {
            site_.with_floor(who, [&](const record::Floor& floor) {
                ASSERT_TRUE(sealing::Keys(floor).make({phrase, phrase}));
            });
        };
        make_key("Man", of_manager);
        make_key("Adm", of_administrator);
        site_.with_floor("Man", [&](const record::Floor& floor) {
            sealing::Keys keys(floor);
            ASSERT_TRUE(keys.decide({"nothing", "", "", ""}));
            const auto id = keys.keep(keys.seal(site_.id_of("Ann"), "a voice",
                                                {"Amber Heron", filled("/forum/{topic}")}));
            sealing::Openings openings(floor);
            ASSERT_TRUE(openings.ask(openings.name(id), {"law", "A court asks.", of_manager}));
        });
    }

    std::string filled(const std::string& pattern, bool exists = true) const {
        std::string path = pattern;
        const auto fill = [&](const std::string& part, const std::string& value) {
            if (const auto at = path.find(part); at != path.npos) {
                path.replace(at, part.size(), value);
            }
        };
        fill("{extract}", exists ? "1" : "999999");
        fill("{copy}", exists ? "1" : "999999");
        fill("{topic}", exists ? std::to_string(topic_.value) : "999999");
        fill("{post}", exists ? std::to_string(post_.value) : "999999");
        const bool is_draft = path.ends_with("/edit") || path.ends_with("/preview");
        fill("{notice}", !exists ? "999999" : is_draft ? "2" : "1");
        fill("{network}", exists ? "ccio" : "nowhere");
        fill("{audience}",
             exists ? std::to_string(site_.settled().ccio.audience.value) : "999999");
        fill("{area_id}", exists ? "1" : "999999");
        fill("{area}", exists ? "clinical-safety" : "nowhere");
        fill("{session}", exists ? "1" : "999999");
        fill("{organisation}", exists ? "1" : "999999");
        fill("{import}", exists ? "1" : "999999");
        fill("{application}", exists ? "1" : "999999");
        fill("{document}", exists ? "1" : "999999");
        fill("{membership}", exists ? "3" : "999999");
        fill("{sponsor}", exists ? std::to_string(sponsor_.value) : "999999");
        fill("{office}", exists ? "1" : "999999");  // the chair's
        fill("{case}", exists ? "1" : "999999");
        fill("{person}", exists ? std::to_string(site_.id_of("Mem").value) : "999999");
        fill("{introduction}", exists ? "1" : "999999");
        fill("{lost}", exists ? "1" : "999999");
        fill("{passkey}", exists ? "1" : "999999");
        fill("{account}", exists ? "1" : "999999");
        fill("{loosening}", exists ? "1" : "999999");
        fill("{provider}", "nowhere");
        fill("{position}", exists ? "1" : "999999");
        fill("{sealing_key}", exists ? "2" : "999999");  // the administrator's
        fill("{sealed_name}", exists ? "1" : "999999");
        fill("{opening}", exists ? "1" : "999999");
        fill("{key}", exists ? "privacy-notice" : "nowhere");
        fill("{version}", exists ? "1" : "999999");
        fill("{token}", "AAAAAAAAAAAAAAAAAAAAAA");
        return path;
    }

    static std::string told(const Line& line, int who) {
        return line.method + " " + line.pattern + " for " + names[static_cast<std::size_t>(who)];
    }

    // The token that this person's forms carry.
    std::string token_of(int who) {
        const auto page = browsers_[static_cast<std::size_t>(who)].get("/settings");
        return std::string(page.fields_of("/settings/look").get("token"));
    }

    http::Fields with_token(std::string token, std::string once = "a-form-that-counts-once") {
        http::Fields fields;
        fields.add("token", std::move(token));
        for (const char* name : {"body", "title", "reason", "name", "zone", "mail_from"}) {
            fields.add(name, "Words");
        }
        for (const auto& [name, value] : {std::pair("email", "ann@example.org"),
                                          std::pair("password", "four words are enough"),
                                          std::pair("kind", "thanks"), std::pair("theme", "dark"),
                                          std::pair("attention", "muted"),
                                          std::pair("version", "1"),
                                          std::pair("place", "topic:1")}) {
            fields.add(name, value);
        }
        fields.add("area", std::to_string(site_.settled().safety.id.value));
        fields.add("once", std::move(once));
        return fields;
    }

    void expect_ends(const Page& page, const std::string& address) {
        const auto& routes = site_.house().site().routes();
        for (const auto& dead : testing_site::dead_ends_of(page, address, routes)) {
            ADD_FAILURE() << dead;
        }
    }

    TestSite site_{sql::Engine::sqlite};
    forum::TopicId topic_;
    forum::PostId post_;
    membership::MembershipId sponsor_;
    std::vector<Browser> browsers_;
};

void expect_safe(const Page& page, const std::string& told) {
    for (const auto& name : testing_site::missing_headers(page)) {
        ADD_FAILURE() << told << ": the header lacks " << name;
    }
}

void expect_whole(const Page& page, const std::string& told) {
    EXPECT_EQ(page.header("Content-Type"), "text/html; charset=utf-8") << told;
    for (const auto& fault : testing_site::faults_of(page)) ADD_FAILURE() << told << ": " << fault;
}

TEST_F(RoutesTest, TheTableNamesEveryRoute) {
    std::vector<std::string> listed, there;
    for (const Line& line : table) listed.push_back(line.method + " " + line.pattern);
    for (const auto& route : site_.house().site().routes().all()) {
        const char* method = route.method == http::Method::get ? "GET " : "POST ";
        there.push_back(method + route.pattern);
    }
    for (const auto& route : there) {
        EXPECT_EQ(std::ranges::count(listed, route), 1)
            << route << " is to stand once in the table of tests/routes_test.cpp";
    }
    for (const auto& route : listed) {
        EXPECT_EQ(std::ranges::count(there, route), 1) << route << " is to be registered once";
    }
}

TEST_F(RoutesTest, SamplePathsReachTheirRoutes) {
    for (const Line& line : table) {
        const auto path = filled(line.pattern);
        const auto match = site_.house().site().routes().find(method_of(line), path);
        ASSERT_NE(match.route, nullptr) << path;
        EXPECT_EQ(match.route->pattern, line.pattern) << path;
    }
}

TEST_F(RoutesTest, EveryGetAnswersEachActorAsTheTableSays) {
    for (const Line& line : table) {
        if (line.method != "GET") continue;
        for (int who = 0; who < who_count; ++who) {
            const auto words = told(line, who);
            const auto page = browsers_[static_cast<std::size_t>(who)].get(filled(line.pattern));
            const int expected = line.statuses[static_cast<std::size_t>(who)];
            EXPECT_EQ(page.status(), expected) << words;
            expect_safe(page, words);
            const bool is_page = line.kind == Kind::page || page.status() != 200;
            if (page.status() != 303 && is_page) expect_whole(page, words);
            if (page.status() == 200 && is_page) expect_ends(page, filled(line.pattern));
            if (who == visitor && expected == 303 && line.statuses != belonging) {
                EXPECT_TRUE(page.location().starts_with("/sign-in")) << words;
            }
        }
    }
}

TEST_F(RoutesTest, PagesAreWholeInTheirOtherStatesToo) {
    auto& chair_ = browsers_[chair];
    const auto topic = filled("/forum/{topic}");
    EXPECT_EQ(chair_.press(chair_.get(topic + "/moderation"), "/pinning").status(), 303);
    EXPECT_EQ(chair_.press(chair_.get(topic + "/moderation"), "/closure").status(), 303);
    const auto hiding = filled("/forum/posts/{post}/hiding");
    const auto refused = chair_.press(chair_.get(hiding), "/hiding", {{"reason", ""}});
    EXPECT_EQ(refused.status(), 422);
    expect_whole(refused, "a refused form");
    chair_.press(refused, "/hiding", {{"reason", "It named a person."}});
    auto& member_ = browsers_[member];
    for (const std::string& path :
         {topic, topic + "?quote=1", std::string("/forum?view=unread"), std::string("/forum/new"),
          std::string("/search?q=hazard"), std::string("/search?q=nothingatall"),
          std::string("/networks/ccio"), std::string("/networks/ccio/clinical-safety"),
          std::string("/")}) {
        const auto page = member_.get(path);
        EXPECT_EQ(page.status(), 200) << path;
        expect_whole(page, path);
        expect_ends(page, path);
        expect_whole(chair_.get(path), path + " for a chair");
    }
    const auto empty = member_.press(member_.get("/forum/new"), "/forum/new", {{"title", ""}});
    EXPECT_EQ(empty.status(), 422);
    expect_whole(empty, "an empty new topic");
}

// The answer to a POST stands at an address that only takes POSTs.
TEST_F(RoutesTest, EveryLinkOfARefusedFormLeadsSomewhere) {
    for (int i = 3; i <= 45; ++i) site_.reply("Ann", topic_, "Post " + std::to_string(i));
    site_.in_forum("Mem", [&](forum::Forum& forum) {
        forum.note_shown(forum.topic(topic_), {.first = 1, .last = 24});
        return 0;
    });
    const auto topic = filled("/forum/{topic}");
    const auto own = "/forum/posts/" + std::to_string(site_.reply("Mem", topic_, "Mine.").value);
    struct Press {
        Who who;
        std::string page, form;
        testing_site::Changes changes;
    };
    const std::vector<Press> presses = {
        {member, topic, "/replies", {{"body", ""}}},
        {member, "/forum/new", "/forum/new", {{"title", ""}}},
        {member, own + "/edit", "/text", {{"body", ""}}},
        {member, own + "/edit", "/text", {{"body", "Other words"}, {"do", "preview"}}},
        {chair, topic + "/moderation", "/hiding", {{"reason", ""}}},
        {chair, filled("/forum/posts/{post}/hiding"), "/hiding", {{"reason", ""}}},
        {member, "/settings/sign-in", "/settings/password", {{"password", "short"}}},
        {member, "/settings", "/settings/look", {{"theme", "none"}}},
        {visitor, "/sign-in", "/sign-in", {{"email", "nobody"}}},
        {visitor, "/sign-in/password", "/sign-in/password", {{"email", "nobody"}}},
        {administrator, "/admin/set-up", "/admin/set-up", {{"name", ""}}}};
    for (const auto& [who, page, form, changes] : presses) {
        auto& browser = browsers_[static_cast<std::size_t>(who)];
        const auto shown = browser.get(page);
        const auto refused = browser.press(shown, form, changes);
        const bool is_aside = !changes.empty() && changes.back().first == "do";  // refuses nothing
        EXPECT_EQ(refused.status(), is_aside ? 200 : 422) << page;
        expect_whole(refused, page);
        expect_ends(refused, shown.action_of(form));
    }
    const auto token = token_of(member);
    const auto refused = browsers_[member].post(topic + "/closure", with_token(token));
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.has("a.fold") && refused.has("nav.pager")) << "there is what could be dead";
    expect_ends(refused, topic + "/closure");
}

TEST_F(RoutesTest, PostsWithoutAValidTokenChangeNothing) {
    const std::string of_another = token_of(moderator);
    const auto before = testing_site::snapshot(site_.database());
    for (const Line& line : table) {
        if (line.method != "POST") continue;
        for (int who = 0; who < who_count; ++who) {
            std::vector<std::string> tokens = {""};
            if (who == visitor || who == member) tokens.push_back(of_another);
            if (who == administrator) tokens.push_back("old");
            for (const auto& token : tokens) {
                const auto words = told(line, who) + " with the token '" + token + "'";
                site_.clock().advance(base::seconds(2));  // stays within the rates, and an hour
                auto& browser = browsers_[static_cast<std::size_t>(who)];
                const auto page = browser.post(filled(line.pattern), with_token(token));
                EXPECT_EQ(page.status(), line.statuses[static_cast<std::size_t>(who)]) << words;
                expect_safe(page, words);
                expect_whole(page, words);
                EXPECT_EQ(page.body().find("four words are enough"), std::string::npos) << words;
            }
        }
        const auto after = testing_site::snapshot(site_.database());
        ASSERT_EQ(testing_site::difference(before, after), "") << line.pattern;
    }
}

// A site of its own for each deed, with something there for each to be done to: what was done there
// is not to stand in the way of the next.
class OneDeed final : public RoutesTest {
public:
    explicit OneDeed(const Line& line) : line_(line) {
        SetUp();
        give_applicant_a_document();
        give_member_ways_to_sign_in();
        site_.with_floor("Adm", [](const record::Floor& floor) {
            ASSERT_TRUE(coverage::Coverage(floor).note_consent({"RA7", "By letter of its board."}));
        });
        site_.with_floor("Cha", [&](const record::Floor& floor) {
            people::People people(floor);
            ASSERT_TRUE(people.ask(people.person(site_.id_of("Mem")), {"Shall we talk?"}));
        });
        // Before anything is done: some deeds sign others out.
        for (int who = 0; who < who_count; ++who) {
            tokens_.push_back(who == visitor ? token_of_visitor() : token_of(who));
        }
    }

    // A letter for each of them, in the order of `names` or the other way round.
    std::string answers(bool is_reversed) {
        std::string all(who_count, ' ');
        for (int i = 0; i < who_count; ++i) {
            const int who = is_reversed ? who_count - 1 - i : i;
            auto& browser = browsers_[static_cast<std::size_t>(who)];
            const auto page = browser.post(
                path(), with_token(tokens_[static_cast<std::size_t>(who)],
                                   "a-form-of-" + std::to_string(who)));
            all[static_cast<std::size_t>(who)] = letter_of(page.status());
        }
        return all;
    }

private:
    void TestBody() override {}

    std::string path() const {
        if (line_.pattern == "/memberships") return "/memberships?network=ccio";
        auto path = filled(line_.pattern);
        const bool is_draft = line_.pattern.ends_with("{notice}") ||
                              line_.pattern.ends_with("{notice}/removal");
        if (is_draft) path.replace(path.find("/notices/1"), 10, "/notices/2");
        if (line_.pattern.starts_with("/coverage/consents/")) return replaced_organisation(path);
        return path;
    }

    static std::string replaced_organisation(std::string path) {
        path.replace(path.find("/1/"), 3, "/2/");
        return path;
    }

    void give_applicant_a_document() {
        using namespace membership;
        const bool is_appeal = line_.pattern.ends_with("/appeal");
        site_.with_floor("App", [](const record::Floor& floor) {
            Applications all(floor);
            ASSERT_TRUE(all.attach(all.application({1}), "a.pdf", "%PDF-1.7 a letter"));
        });
        if (!is_appeal) return;
        site_.with_floor("Cha", [](const record::Floor& floor) {
            Applications all(floor);
            ASSERT_TRUE(all.refuse(all.application({1}), {"It shows no role."}));
        });
    }

    void give_member_ways_to_sign_in() {
        using Given = sql::Query<sql::Nothing(identity::PersonId, base::Instant)>;
        static const std::vector<Given> all = {
            {"test_passkey", "INSERT INTO passkeys (person_id, credential_id, algorithm, "
                             "public_key, sign_count, is_synced, name, created_at) "
                             "SELECT $1, token_digest, -7, token_digest, 0, 0, 'Phone', $2 "
                             "FROM sessions ORDER BY id LIMIT 1"},
            {"test_provider", "INSERT INTO provider_accounts (person_id, provider, issuer, "
                              "subject, shown, created_at) VALUES ($1, 'p', 'i', 's', 'me', $2)"},
            {"test_app", "INSERT INTO authenticators (person_id, sealed_secret, begun_at, "
                         "confirmed_at) VALUES ($1, 'x', $2, $2)"},
            {"test_lost", "INSERT INTO lost_factors (person_id, words, asked_at) "
                          "VALUES ($1, 'Call me.', $2)"},
        };
        const auto now = site_.clock().now();
        site_.database().write([&](sql::Tx& tx) {
            for (const auto& one : all) tx.run(one, site_.id_of("Mem"), now);
        });
    }

    std::string token_of_visitor() {
        return std::string(browsers_[visitor].get("/sign-in").fields_of("/sign-in").get("token"));
    }

    static char letter_of(int status) {
        switch (status) {
            case 200:
            case 204:
            case 303: return 'x';  // done, or led on
            case 422: return 'r';  // refused with a sentence: not theirs to do, or words are missing
            case 401: return '-';  // is to sign in
            case 403: return '3';
            case 404: return '.';
            case 400: return 'b';  // no form with files
            default: return '?';
        }
    }

    const Line& line_;
    std::vector<std::string> tokens_;
};

// Whatever can be done once is done by whoever comes first: so they come in both orders.
std::string answers_to(const Line& line) {
    auto answers = OneDeed(line).answers(false);
    const auto reversed = OneDeed(line).answers(true);
    for (std::size_t who = 0; who < answers.size(); ++who) {
        if (reversed[who] == 'x') answers[who] = 'x';
    }
    return answers;
}

TEST(Deeds, EveryPostIsAnsweredToEachActorAsTheTableSays) {
    for (const Line& line : table) {
        if (line.method != "POST") continue;
        const auto expected = deeds.find(line.pattern);
        ASSERT_NE(expected, deeds.end()) << line.pattern << ": say in `deeds` who may do it";
        EXPECT_EQ(answers_to(line), expected->second) << line.pattern;
    }
    for (const auto& [pattern, answers] : deeds) {
        EXPECT_GT(std::ranges::count(table, pattern, &Line::pattern), 0) << pattern;
    }
}

TEST_F(RoutesTest, WhatOneMayNotSeeLooksLikeWhatIsNotThere) {
    const auto same = [](const Page& there, const Page& nowhere, const std::string& words) {
        EXPECT_EQ(there.status(), 404) << words;
        EXPECT_EQ(there.body(), nowhere.body()) << words;
        EXPECT_EQ(there.headers(), nowhere.headers()) << words;
    };
    // What was typed comes back in a form: its address is the request's own, its token is fresh.
    const auto same_form = [](const Page& there, const Page& nowhere, const std::string& words) {
        const auto bare = [](const Page& page) {
            std::string body = page.body();
            for (const auto& own : {page.action_of("/"),
                                    *page.find("input[name=token]").attribute("value")}) {
                body.replace(body.find('"' + own + '"') + 1, own.size(), "…");
            }
            return body;
        };
        EXPECT_EQ(there.status(), 404) << words;
        EXPECT_EQ(bare(there), bare(nowhere)) << words;
        EXPECT_EQ(there.headers(), nowhere.headers()) << words;
        EXPECT_EQ(there.find("#body").text(), "Words") << words;
    };
    const auto before = testing_site::snapshot(site_.database());
    for (const int who : {applicant, other}) {
        auto& browser = browsers_[static_cast<std::size_t>(who)];
        const auto token = token_of(who);
        for (const Line& line : table) {
            const bool names_thing = line.pattern.find("{topic}") != line.pattern.npos ||
                                     line.pattern.find("{post}") != line.pattern.npos ||
                                     line.pattern.find("{area}") != line.pattern.npos;
            if (!names_thing) continue;
            const auto there = filled(line.pattern), nowhere = filled(line.pattern, false);
            if (line.method == "GET") {
                same(browser.get(there), browser.get(nowhere), told(line, who));
            } else {
                same_form(browser.post(there, with_token(token)),
                          browser.post(nowhere, with_token(token)), told(line, who));
                http::Fields bare;
                bare.add("token", token);
                same(browser.post(there, bare), browser.post(nowhere, bare), told(line, who));
            }
        }
        same(browser.get("/networks/ccio/clinical-safety"), browser.get("/networks/ccio/nowhere"),
             "an area");
    }
    EXPECT_EQ(testing_site::difference(before, testing_site::snapshot(site_.database())), "");
}

TEST_F(RoutesTest, MembersCannotDoWhatModeratorsDo) {
    const auto token = token_of(member);
    // What is refused shows the topic again, and what was shown counts as read.
    const auto taken = [&] {
        auto all = testing_site::snapshot(site_.database());
        all.erase("reading");
        all.erase("caught_up");  // and up to where all is read is noted
        return all;
    };
    const auto before = taken();
    for (const char* step :
         {"/closure", "/reopening", "/pinning", "/unpinning", "/showing", "/hiding"}) {
        const auto page =
            browsers_[member].post(filled("/forum/{topic}") + step, with_token(token));
        EXPECT_TRUE(page.status() == 404 || page.status() == 422) << step << " " << page.status();
    }
    for (const char* step : {"/hiding", "/showing", "/text"}) {
        const auto page =
            browsers_[member].post(filled("/forum/posts/{post}") + step, with_token(token));
        EXPECT_TRUE(page.status() == 404 || page.status() == 422) << step << " " << page.status();
    }
    EXPECT_EQ(browsers_[member].post("/admin/set-up", with_token(token)).status(), 404);
    EXPECT_EQ(testing_site::difference(before, taken()), "");
}

// The checks themselves: a page that is whole, and the same page with one thing wrong.
TEST(PageCheck, SeesEachFault) {
    const std::string whole =
        "<!DOCTYPE html><html lang=\"en\"><head><title>T</title><script src=\"/a.js\"></script>"
        "</head><body data-page=\"p\"><a class=\"skip\" href=\"#main\">Skip</a>"
        "<main id=\"main\">"
        "<h1>H</h1><form action=\"/x\"><label for=\"q\">Q</label>"
        "<input id=\"q\" name=\"q\">"
        "<label>R <input name=\"r\"></label><button>Go</button></form></main></body></html>";
    const auto faults = [](const std::string& body) {
        http::Response response;
        response.body = body;
        return testing_site::faults_of(Page(std::move(response)));
    };
    EXPECT_EQ(faults(whole), std::vector<std::string>{});
    const std::vector<std::pair<std::string, std::string>> wrongs = {
        {"<h1>H</h1>", ""},
        {"<h1>H</h1>", "<h1>H</h1><h1>I</h1>"},
        {"id=\"main\"", "id=\"man\""},
        {"class=\"skip\" ", ""},
        {"href=\"#main\"", "href=\"#top\""},
        {" data-page=\"p\"", ""},
        {"<title>T", "<title>"},
        {" lang=\"en\"", ""},
        {"<label for=\"q\">Q</label>", ""},
        {"<label>R ", "<label></label>"},
        {"<h1>H", "<h1 id=\"q\">H"},
        {"<h1>H", "<h1 aria-labelledby=\"none\">H"},
        {"<h1>H", "<h1 style=\"color:red\">H"},
        {"<h1>H", "<h1 onclick=\"a()\">H"},
        {"<h1>H", "<h1>H<script>a()</script>"},
        {"<h1>H", "<h1>H<a href=\"#\">there</a>"},
        {"<h1>H", "<h1>H<a href=\"/there\"></a>"},
        {"<button>Go", "<button>"},
        {"action=\"/x\"", "action=\"\""},
        {"<!DOCTYPE html>", ""}};
    for (const auto& [words, instead] : wrongs) {
        auto body = whole;
        body.replace(body.find(words), words.size(), instead);
        EXPECT_FALSE(faults(body).empty()) << words << " → " << instead;
    }
}

TEST(PageCheck, SeesWhatLeadsNowhere) {
    web::Routes routes;
    const auto nothing = [](web::Call&) { return http::Response(); };
    routes.get("/things/{thing}", web::anyone, nothing);
    routes.post("/things/{thing}/parts", web::anyone, nothing);
    const auto dead = [&](const std::string& body, const std::string& address) {
        http::Response response;
        response.body = body;
        return testing_site::dead_ends_of(Page(std::move(response)), address, routes).size();
    };
    const std::string form = "<form method=\"post\" action=\"/things/1/parts\"><button>Go</button>";
    const std::string good = "<a href=\"/things/1?from=2#x\">A</a><a href=\"#b\" id=\"b\">B</a>"
                             "<a href=\"https://example.org/\">C</a><a href=\"mailto:a@b.c\">D</a>"
                             "<img data-src=\"/assets/a.svg\">";
    EXPECT_EQ(dead(good + form, "/things/1/parts"), 0u);
    EXPECT_EQ(dead("<a href=\"?from=2\">A</a>", "/things/1"), 0u);
    for (const auto* wrong :
         {"<a href=\"?from=2\">A</a>", "<a href=\"#none\">A</a>", "<a href=\"/nowhere\">A</a>",
          "<a href=\"/things/1/parts\">A</a>", "<p data-src=\"/nowhere\"></p>",
          "<form method=\"post\" action=\"/things/1\"><button>Go</button></form>",
          "<form action=\"/things/1/parts\"><button>Go</button></form>",
          "<button formaction=\"/things/1\">Go</button>"}) {
        EXPECT_EQ(dead(wrong, "/things/1/parts"), 1u) << wrong;
    }
}

TEST(PageCheck, SeesEachMissingHeader) {
    http::Response bare;
    EXPECT_GE(testing_site::missing_headers(Page(bare)).size(), 7u);
    bare.with("Content-Security-Policy", "default-src 'none'; script-src 'unsafe-inline'");
    EXPECT_GE(testing_site::missing_headers(Page(bare)).size(), 9u);
}

TEST_F(RoutesTest, WhatHasNoRouteIsAnsweredSafelyToo) {
    for (const char* path : {"/no/such/page", "/assets/none.css", "/forum/0", "/forum/x", "/health",
                             "/forum/12/closure", "/%2e%2e/etc/passwd"}) {
        for (int who = 0; who < who_count; ++who) {
            const auto page = browsers_[static_cast<std::size_t>(who)].get(path);
            expect_safe(page, path);
            if (page.status() == 404 || page.status() == 405) expect_whole(page, path);
        }
    }
}

}  // namespace
