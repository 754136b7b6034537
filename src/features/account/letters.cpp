#include "features/account/letters.h"

#include "platform/exit/gate.h"
#include "platform/mail/outbox.h"

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

}  // namespace account
