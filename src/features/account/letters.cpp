#include "features/account/letters.h"

#include "platform/exit/gate.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

namespace account {

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
