#pragma once
// The pages of signing in and of one's own settings.

#include "features/account/access.h"
#include "features/account/feature.h"
#include "features/account/sealed.h"
#include "platform/web/form.h"
#include "platform/web/limits.h"
#include "platform/web/parts.h"
#include "platform/web/route.h"

namespace account {

void sign_in_routes(web::Routes& site, const EntrancePtr& entrance);
http::Response show_sign_in(web::Call& call, const Entrance& entrance);
void second_step_routes(web::Routes& site, const EntrancePtr& entrance);
void provider_routes(web::Routes& site, const EntrancePtr& entrance);
void settings_routes(web::Routes& site);
void ways_routes(web::Routes& site, const EntrancePtr& entrance);
void address_routes(web::Routes& site, const EntrancePtr& entrance);
void lost_access_routes(web::Routes& site, const EntrancePtr& entrance);
void authenticator_routes(web::Routes& site, const EntrancePtr& entrance);
void merging_routes(web::Routes& site, const std::shared_ptr<const Whole>& whole,
                    const EntrancePtr& entrance);
void erasure_routes(web::Routes& site, const std::shared_ptr<const Whole>& whole,
                    const EntrancePtr& entrance);

// ---- parts that they share ----

inline constexpr std::uint64_t sign_in_bytes_max = 64 * 1024;  // whoever sends them is a stranger
inline constexpr std::string_view passkey_bound = "passkey";
inline constexpr std::string_view half_way_bound = "half way";

using web::safe_next;
std::string next_query(std::string_view next);  // "?next=…", or nothing for home

html::Html sign_panel(const html::Html& content, const html::Html& under = {});
html::Html hidden_input(std::string_view name, std::string_view value);
std::string device_of(const web::Call& call);

// A form that a script answers with a passkey: hidden where there is no script, or no passkeys.
struct PasskeyForm {
    crypto::Ceremony ceremony = crypto::Ceremony::get;
    std::string action;
    std::string button;
    std::string next = {};
    std::vector<std::string> credentials =
        {};                // base64url: only these; or, when made, none of them
    bool is_wide = true;   // the button
    html::Html more = {};  // further fields
};
html::Html passkey_form(const web::Call& call, const Door& door, const PasskeyForm& form);
html::Html without_script();  // where a passkey form stands: what to do instead
PasskeyAnswer passkey_answer(const http::Fields& form);

// What a person wants to type next, and how: the code of an app, or a recovery code.
struct CodeDraft {
    std::string code;
    std::string next;
};
extern const web::Form<CodeDraft> code_form;

// Goes on with somebody who has shown one factor or two: in, or to where a code is asked for.
http::Response let_in(web::Call& call, const Entrance& entrance, const Shown& shown,
                      std::string_view next);

// To the page where one shows a second factor, for those who have one and have not.
std::optional<http::Response> confirm_first(web::Call& call, const Entrance& entrance);

}  // namespace account
