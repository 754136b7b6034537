// What is said about patients and inclusion.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "portal; patients records; ccio cio cnio wider caldicott-guardians; any"},
    {Part::title, "^1 Patient portal: results at once, or after <three|seven> days?"},
    {Part::title, "^2 Portal uptake {w 31-58#portal1} %: who is missing?"},
    {Part::context, "We release results after {w 5-7} days. Our patient group would like at "
        "once. {w 9} of {w 14} specialties say no, and of these {w 3} have tried it elsewhere "
        "and liked it."},
    {Part::context, "{w 34-56#portal1} % have registered. By postcode it goes from {w 19} to {w "
        "71}. It's a picture of something that we all know."},
    {Part::question, "^1 What are your exceptions to release, and did they shrink?"},
    {Part::question, "^1 Which calls went up and which down?"},
    {Part::reply, "^1 At once, all but {w 4} categories: genetics, biopsies, HIV, prenatal. It "
        "was {w 19} at the start. Calls went up by {w 6} % for {w 7} weeks and then fell below "
        "where they were."},
    {Part::reply, "^1 Let the patient choose at the time of the test: at once or with my "
        "clinician. {w 78-84} % choose at once, cancer patients too."},
    {Part::reply, "^1 Proxy: parents see all until {w 11-13}, then less by default, and the "
        "young person decides. The system gets it wrong at midnight on a birthday. Check that."},
    {Part::reply, "{w 900-1400} corrections were requested in the first year. {w 6} in ten were "
        "right. They are our best proof-readers."},
    {Part::reply, "^2 Uptake: reception staff with {w 2} minutes and a tablet, at the "
        "appointment. {w 38} to {w 61} %. The poster did next to nothing."},
    {Part::reply, "Sensitive: a partner with the phone. We've a way for staff to hide an entry "
        "and it's used {w 20-30} times a month."},
    {Part::reply, "^1 GPs rang about results they hadn't ordered, seen by patients before them. "
        "Agree with them first. We did so second."},
    {Part::point, "\"Unremarkable\" upset a patient. Write for her."},
    {Part::point, "^1 Tell clinicians on the day the first one goes."},
    {Part::point, "^1 Friday at 18:00 is not a release time."},
    {Part::follow_up, "^r2 Let the patient choose. Our group loved it, and {w 6} of the {w 9} "
        "specialties have come round."},
    {Part::update, "^r2 At once, with a choice, since {month}. {since} in: {w 81} % choose at "
        "once, {w 11} complaints, {w 140} thanks. One clinician has said sorry to me, in a "
        "corridor."},
    {Part::question, "^2 Who helps people to register, and does it last?"},
    {Part::reply, "^2 Ask those who registered and never came back. {w 5-6} in 10 of ours had "
        "found nothing there. We now wait with the invitation until there is something to read."},
    {Part::reply, "^2 Libraries and the volunteers at the front desk. {w 30-40} registrations a "
        "day between them, and they come back since somebody showed them how."},

    {Part::subject, "inclusion; patients; wider cnio ccio cio; any"},
    {Part::title, "Digital inclusion: who helps the {w 15-24#inclusion1} % who won't?"},
    {Part::title, "Data, devices and {w 2-3} hours of patience"},
    {Part::title, "Telephone lines stay: how do you defend them?"},
    {Part::context, "{w 16-23#inclusion1} % of those we invite can't or don't want to. In the "
        "figures they are a problem, and face to face they are {w 79} and make their own jam."},
    {Part::question, "Who helps, where and paid by whom? Libraries, volunteers, your own staff?"},
    {Part::question, "Do you keep equal access by phone, and measure it?"},
    {Part::reply, "Libraries. {w 14-18} of them, {w 2} hours a week, £{9},000 a year all in. "
        "Librarians are better at it than we are."},
    {Part::reply, "Volunteers in the waiting room, with purple aprons. {w 60} % of those they "
        "help use it again within a month."},
    {Part::reply, "We measure waits by channel. The phone may not be longer than online. It's in "
        "the contract."},
    {Part::reply, "Data, literally. {w 30-40} % of our younger homeless patients have a phone "
        "and no credit. We hand out cards."},
    {Part::reply, "Don't assume old. Our lowest group is men of {w 35-50} in work."},
    {Part::reply, "Ask \"how would you like us to reach you?\" once and *keep* it. {w 11} "
        "systems of ours don't talk about this."},
    {Part::reply, "Staff too! {w 14} % of ours would not fill in an online form without help."},
    {Part::point, "Easy read isn't big print."},
    {Part::point, "Test with a {w 5}-year-old phone."},
    {Part::point, "Never \"simply\"."},
    {Part::follow_up, "^r2 Purple aprons. There's a budget for aprons, I asked."},

    {Part::subject, "access; patients govern; wider cnio ccio; any"},
    {Part::title, "^1 Accessibility: our own staff can't use <the rota|it> with a screen reader"},
    {Part::title, "^2 Reasonable adjustments: flagged, seen, <acted on?|ignored?>"},
    {Part::context, "A blind physiotherapist of ours can use {w 3} of our {w 17} systems. She's "
        "been very patient about it, for {w 4-5} years."},
    {Part::context, "The flag for reasonable adjustments is on for {w 1900-3400} patients. We "
        "rang {w 50}. {w 11} had noticed any difference."},
    {Part::question, "^1 What have you put in contracts, with what result?"},
    {Part::question, "^2 How does a flag turn into an action at the desk?"},
    {Part::reply, "^1 Contract: standard {w 2.2} AA, tested by people who need it, before "
        "acceptance. One supplier failed and fixed it within {w 4} months."},
    {Part::reply, "^2 The flag opens a *task* at booking: longer slot, quiet room, large print. "
        "Without it, it was a coloured dot."},
    {Part::reply, "^1 We pay {w 6} staff with disabilities a day each quarter to test what's "
        "coming. It's the best testing we buy."},
    {Part::reply, "^2 Letters in large print: {w 340} a month, posted by default as normal print "
        "for {w 9} years. We rang and said sorry."},
    {Part::reply, "^1 Magnification at {w 200-400} % broke the drug chart. Safety issue, and was "
        "treated as one from then on."},
    {Part::reply, "^2 Deaf patients and phone-only services: we counted {w 41} numbers without "
        "any other way."},
    {Part::point, "^2 Ask once, share everywhere."},
    {Part::point, "Captions on your training films."},
    {Part::point, "^1 Contrast, in sunlight, in an ambulance."},
    {Part::follow_up, "^r2 A task and not a dot. We have asked for it in the next build."},

    {Part::subject, "interpreters; patients safety; wider cnio ccio; any"},
    {Part::title, "Interpreters by video on wards: in {w 2} minutes or <twenty|never>?"},
    {Part::title, "Machine translation at the bedside: it's <happening|here> anyway"},
    {Part::context, "Interpreters by telephone arrive in {w 9-17} minutes, on a phone with a "
        "cord. So staff use an app on their own mobile. I did as well, last week, at 3 am."},
    {Part::question, "Is there anybody with a policy that's neither \"never\" nor silence?"},
    {Part::question, "Video on a stand: does the stand get stolen?"},
    {Part::reply, "Policy: machine for the cup of tea, human for consent, diagnosis, "
        "safeguarding and medicines. With {w 12} examples on a card."},
    {Part::reply, "We tested {w 400} sentences in {w 7} languages with {w 9} interpreters. {w 6} "
        "% were dangerous, among them \"once\" turned into \"eleven\". So: no medicines."},
    {Part::reply, "Stands: {w 38} bought, {w 31} remain. {w 90} seconds to a human in {w 18} "
        "languages by day."},
    {Part::reply, "Language is blank in {w 40} % of records. Start there."},
    {Part::reply, "Family members: in {w 1} of {w 4} encounters a child. That was the sentence "
        "which got us the money."},
    {Part::reply, "British Sign Language by video: good for the planned, poor for the bed by the "
        "window."},
    {Part::point, "Wi-Fi. It's always Wi-Fi."},
    {Part::point, "Charge for the human goes to the ward? Then they won't call."},
    {Part::follow_up, "^r1 Machine for tea, human for medicines. I've put it on a card already."},

    {Part::subject, "video; patients records; wider ccio cnio; any"},
    {Part::title, "Video clinics: {w 9-14#video1} % and falling. Does it matter?"},
    {Part::title, "Telephone, video, face to face: let the patient pick?"},
    {Part::context, "In {2020-2021} we did {w 38-46} % by video. It's {w 8-13#video1} now, and "
        "{w 24-31} by phone. No one decided it."},
    {Part::question, "Is there a right figure? Ours is a habit."},
    {Part::question, "Who chooses? With you, I mean, in truth and not in policy."},
    {Part::reply, "Patients choose at booking, clinician may overrule with a reason. It settled "
        "at {w 21-24} % video, {w 19} phone."},
    {Part::reply, "In prison healthcare it's {w 60} %, as an escort costs £{400} and a morning."},
    {Part::reply, "The room is the limit. {w 11} consultants, one quiet room, one working camera."},
    {Part::reply, "Psychology: {w 48} % by choice of the patients, and they attend more. Group "
        "work not."},
    {Part::reply, "New patients in person, follow-ups as they like. A rule a child can remember."},
    {Part::reply, "We lost it when the waiting room screen moved to another tab. I'm serious: "
        "one more click."},
    {Part::point, "Test call the day before, by a volunteer."},
    {Part::point, "Say what to do if it drops."},
    {Part::point, "Interpreters must be able to join."},
    {Part::follow_up, "^r6 One more click! Ours is {w 4}. We'll count those first."},

    {Part::subject, "codesign; patients ai; wider cnio ccio digital-academy; any"},
    {Part::title, "^1 Patients on our digital board: <are we listening?|paid or thanked?>"},
    {Part::title, "^1 Co-design: two people, every time the same"},
    {Part::title, "^2 Feedback: {w 4-8#codesign1} thousand free-text comments and one reader"},
    {Part::context, "We've {w 2} patients on the digital board. They are wise, retired and on "
        "all the other boards too."},
    {Part::context, "{w 4-8#codesign1} thousand comments a year from patients. One colleague "
        "reads them all, on the train. She's retiring."},
    {Part::question, "^1 How do you reach others, and what do you pay?"},
    {Part::question, "What changed because of a patient? One example is plenty."},
    {Part::reply, "^1 Go to them: a food bank, a barber, a mosque, a school gate. {w 20} minutes "
        "and a question. {w 2} of our {w 7} priorities came from a barber."},
    {Part::reply, "^1 £{25} an hour, travel, and a phone call after with what came of it. Paid "
        "in a week, not in a quarter."},
    {Part::reply, "Example: the text said \"DNA\". One woman thought we had tested hers. Changed "
        "in a day."},
    {Part::reply, "^2 A machine sorts our comments by theme, someone reads the odd ones. The odd "
        "ones are the gold."},
    {Part::reply, "^1 Young people: by messages, in the evening, {w 6} weeks at most. Then new "
        "ones."},
    {Part::reply, "^1 Ask them to *chair*. Ours does, once in {w 3}. The papers are shorter."},
    {Part::point, "No acronyms, with a bell."},
    {Part::point, "^1 Start with a meal."},
    {Part::point, "Say what you won't change."},
    {Part::follow_up, "^r1 The barber. I'm having a haircut on {day} and shall take a notebook."},
};

}  // namespace

std::span<const Line> material_patients() {
    return lines;
}

}  // namespace demo
