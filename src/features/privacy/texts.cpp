#include "features/privacy/texts.h"

namespace privacy {

namespace {

constexpr base::Day first_day{std::chrono::year{2026} / 11 / 27};

constexpr std::string_view notice_words =
    "Those who run this community decide what is held here, and answer for it. Write to them if "
    "anything of this is unclear to you, or wrong.\n\n"
    "We hold your name, your email address, where you work and in which role, what you write "
    "here, and what you do here that others have to rely on. Under Settings, My data, you see all "
    "of it, and can take it with you as one file.\n\n"
    "We hold it because you are a member, and members need to know who is in the room; and because "
    "those who decide on an application need to see what shows your role. Nothing is sold, and "
    "nothing is told to advertisers.\n\n"
    "Members see of you what you chose to show. Those who lead a network see what you apply with; "
    "each look is noted and shown to you. Your address is shown to nobody until you say yes to an "
    "introduction.\n\n"
    "How long each thing stays, and why, is in one table that every member can read. What is over "
    "its time goes every night.\n\n"
    "You can see what is held of you, have it put right, object to it, and have it erased. If you "
    "think that we do wrong, you can complain to the Information Commissioner’s Office, "
    "ico.org.uk.";

constexpr std::string_view letters_words =
    "Those who chair my networks may write to me through this site about the work of the network: "
    "meetings, votes, questions to its members. They write to the network, and are not shown my "
    "address.\n\n"
    "Such notices come to every member until they say otherwise: at the link in each letter for "
    "one network, or by withdrawing this for all the networks they belong to.\n\n"
    "Letters that answer something I did myself, or that I need in order to sign in, come without "
    "this consent.";

std::vector<Text> made() {
    return {
        {.key = std::string(privacy_notice),
         .version = 1,
         .title = "Privacy notice",
         .words = std::string(notice_words),
         .since = first_day,
         .if_withdrawn = "It is noted. Your membership does not rest on this consent: to end that, "
                         "leave your networks or erase your account.",
         .is_for_joining = true},
        {.key = std::string(letters_from_chairs),
         .version = 1,
         .title = "Letters from those who chair your networks",
         .words = std::string(letters_words),
         .since = first_day,
         .if_withdrawn = "Notices stop coming by mail, from every network that you belong to."},
    };
}

}  // namespace

std::span<const Text> all_texts() {
    static const std::vector<Text> all = made();
    return all;
}

}  // namespace privacy
