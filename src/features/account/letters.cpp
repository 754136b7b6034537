#include "features/account/letters.h"

#include "features/account/mergers.h"
#include "platform/exit/gate.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

#include <algorithm>
#include <array>

namespace account {

namespace {

struct WayWords {
    std::string_view what, subject, sentence;
};
constexpr std::array way_words = {
    WayWords{"passkey_added", "A passkey was added to your account",
             "Whoever holds that device can sign in as you."},
    WayWords{"passkey_removed", "A passkey was removed from your account",
             "It does not sign in any more."},
    WayWords{"authenticator_added", "Codes are asked for when you sign in",
             "An app was set up that shows them. Keep the recovery codes where you find them "
             "without your phone."},
    WayWords{"authenticator_removed", "Codes are not asked for any more when you sign in",
             "The app and the recovery codes of your account were removed."},
    WayWords{"recovery_codes_renewed", "You have new recovery codes",
             "The old ones do not work any more."},
    WayWords{"recovery_code_used", "A recovery code was used to sign in",
             "It does not work again. Make new ones before they run out."},
    WayWords{"asked", "Somebody asks to be let in to your account without your second factor",
             "Whoever asks reads your mail, or knows your password. Officers of this community "
             "have to know that it is you before anything happens. If you still have your passkey "
             "or your app, sign in with it as ever: that ends it."},
    WayWords{"restored", "You can sign in by email again",
             "Officers of this community have vouched for you. Your passkeys, your password, your "
             "app and its recovery codes are removed: set up new ones in your settings."},
    WayWords{"refused", "You were not let in without your second factor",
             "An officer could not be sure that it was you. Sign in with your passkey, your app "
             "or a recovery code, or ask again."},
    WayWords{"password_set", "Your password was set",
             "The one before does not work any more, and other devices are signed out."},
    WayWords{"provider_connected", "Another account was connected to yours",
             "Whoever signs in there is signed in here."},
    WayWords{"provider_disconnected", "An account was disconnected from yours",
             "It does not sign in here any more."},
};

}  // namespace

void Letters::send_way_changed(identity::PersonId person, std::string_view what) {
    const auto words = std::ranges::find(way_words, what, &WayWords::what);
    if (words == way_words.end()) return;
    const auto passed = leaving::Gate().pass(
        {.exit = leaving::Exit::mail,
         .from = {"account.way_changed", person.value, 0},
         .audience = {},
         .subject_line = std::string(words->subject),
         .summary = std::string(words->sentence) +
                    " If it was not you, sign out everywhere in your settings, and answer to "
                    "whoever runs this community at once."});
    if (!passed) return;
    mail::queue_letter(floor_,
                       {.to = person,
                        .sheet = {.news = *passed,
                                  .community = web::community(floor_.tx).name,
                                  .footer = {.why = "You get this because it concerns how you "
                                                    "sign in."}}});
}

void Letters::send_address_change(const AddressLetters& letters, const std::string& base_url) {
    const std::string community = web::community(floor_.tx).name;
    const auto send = [&](const std::string& to, const std::string& subject,
                          const std::string& summary, const mail::Button& button,
                          std::chrono::microseconds life) {
        const auto passed = leaving::Gate().pass({.exit = leaving::Exit::mail,
                                                  .from = {"account.address", 0, 0},
                                                  .audience = {},
                                                  .subject_line = subject,
                                                  .summary = summary});
        if (!passed) return;
        mail::queue_letter(
            floor_, {.sheet = {.news = *passed,
                               .community = community,
                               .footer = {.why = "You get this because the address of an account "
                                                 "is to change."},
                               .button = button},
                     .secret_until = floor_.now + life,
                     .stranger = mail::Stranger{letters.name, to}});
    };
    send(letters.old_email, "Your address is to change",
         "Somebody who is signed in as you asked that we write to " + letters.new_email +
             " from now on. If it was you, there is nothing to do here. If not, press the button "
             "within a week: this address is the account's again, and nobody is signed in any "
             "more.",
         {"It was not me", base_url + "/settings/address/undo/" + letters.undo_token},
         address_undo_life);
    if (letters.confirm_token.empty()) return;  // somebody's already: they are not written to
    send(letters.new_email, "Confirm your new address",
         "Press the button to show that this address is yours: from then on you sign in with it. "
         "The link works once, for a day. If you did not ask for it, leave it.",
         {"This address is mine", base_url + "/settings/address/confirm/" + letters.confirm_token},
         address_link_life);
}

void Letters::send_sign_in_link(const SignInLetter& letter, const web::Community& community,
                                const std::string& address) {
    const auto passed = leaving::Gate().pass(
        {.exit = leaving::Exit::mail,
         .from = {"account.sign_in", letter.person.value, 0},
         .audience = {},
         .subject_line = "Your sign-in link",
         .summary = "Press the button to sign in. The link works once, for 20 minutes. If you did "
                    "not ask for it, leave it: nobody can sign in without it."});
    if (!passed) return;
    mail::queue_letter(floor_, {.to = letter.person,
                                .sheet = {.news = *passed,
                                          .community = community.name,
                                          .footer = {.why = "You get this because somebody asked "
                                                            "to sign in with this address."},
                                          .button = {"Sign in", address}},
                                .secret_until = floor_.now + identity::link_life});
}

void Letters::send_merging(identity::PersonId person, const std::string& address) {
    const auto passed = leaving::Gate().pass(
        {.exit = leaving::Exit::mail,
         .from = {"account.merging", person.value, 0},
         .audience = {},
         .subject_line = "Give this account up",
         .summary = "Somebody who is signed in as you wants to give this account up, so that all "
                    "that is in it passes to another one of theirs. If it was you, press the "
                    "button within an hour and sign in with the account that you keep. If not, "
                    "do not pass it on, and sign out everywhere in your settings: that ends it."});
    if (!passed) return;
    mail::queue_letter(floor_, {.to = person,
                                .sheet = {.news = *passed,
                                          .community = web::community(floor_.tx).name,
                                          .footer = {.why = "You get this because two accounts are "
                                                            "to become one."},
                                          .button = {"Go on", address}},
                                .secret_until = floor_.now + merger_life});
}

void Letters::send_merged(identity::PersonId kept, const std::string& name,
                          const std::string& address) {
    const auto passed = leaving::Gate().pass(
        {.exit = leaving::Exit::mail,
         .from = {"account.merged", kept.value, 0},
         .audience = {},
         .subject_line = "Two accounts are one now",
         .summary = "All that was in the account of " + address +
                    " is in your other one, and it signs in nowhere any more. If it was not you, "
                    "answer to whoever runs this community at once."});
    if (!passed) return;
    const mail::Sheet sheet{.news = *passed,
                            .community = web::community(floor_.tx).name,
                            .footer = {.why = "You get this because two accounts became one."}};
    mail::queue_letter(floor_, {.to = kept, .sheet = sheet});
    mail::queue_letter(floor_, {.sheet = sheet, .stranger = mail::Stranger{name, address}});
}

void Letters::send_farewell(const std::string& name, const std::string& address) {
    const auto passed = leaving::Gate().pass(
        {.exit = leaving::Exit::mail,
         .from = {"account.erased", 0, 0},
         .audience = {},
         .subject_line = "Your account is erased",
         .summary = "What was held of you is gone, as you asked. If it was not you, answer to "
                    "whoever runs this community at once."});
    if (!passed) return;
    mail::queue_letter(floor_, {.sheet = {.news = *passed,
                                          .community = web::community(floor_.tx).name,
                                          .footer = {.why = "You get this once, because the "
                                                            "account of this address was erased."}},
                                .stranger = mail::Stranger{name, address}});
}

}  // namespace account
