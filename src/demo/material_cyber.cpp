// What is said about resilience and cyber security.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "ransomware; cyber strategy; cyber-security cio ccio; any"},
    {Part::title, "^1 Ransomware exercise: <the hour that went wrong|what broke first>"},
    {Part::title, "^1 A cyber exercise on one page"},
    {Part::title, "^2 Day {w 3-9} without systems: who has exercised this?"},
    {Part::title, "^1 Ransomware tabletop with the board: what did you put on the cards?"},
    {Part::context, "We ran a ransomware exercise with the executive last <week|month>. By hour "
        "two we had lost the telephones (on the network), the contact list (on the shared drive) "
        "and the plan (on the intranet). All fictional, I am happy to say."},
    {Part::context, "Our plan is written for {w 24-48} hours. Everybody whom I have talked to "
        "after a real one speaks of {w 3-8} weeks."},
    {Part::question, "^1 What injects worked? I want to get people off the question of ransom "
        "and on to the question of Tuesday's chemotherapy."},
    {Part::question, "Who exercises with neighbours? Half of our pathology is theirs."},
    {Part::reply, "Best inject: *the network is back, do you trust it?* It went quiet for {w "
        "3-5} minutes. Nobody had the authority to say yes."},
    {Part::reply, "We exercised payroll on day {w 9-12}. It was the item that got the board to "
        "buy an offline copy of everything."},
    {Part::reply, "Print the contact list. {w 40-60} numbers, laminated, in {w 20-30} boxes. It "
        "is the cheapest control we have."},
    {Part::reply, "With two neighbours and the ambulance service, once a year. The first lesson "
        "was that all {w 3-4} of us planned to divert to each other."},
    {Part::reply, "The clinical picture: rank services by hours until harm. Ours begins with "
        "blood transfusion, radiotherapy, theatre and the emergency department. Finance is not "
        "first, which surprised some."},
    {Part::reply, "I was in a real one, elsewhere. Nobody tells you about the backlog. {w 3-4} "
        "weeks on paper took {w 5-7} months to type in, and safety incidents peaked then and not "
        "during."},
    {Part::reply, "Keep the exercise short. Ninety minutes, one page, {w 4-5} injects, home by "
        "lunch. {w 4} a year beats one day a year."},
    {Part::reply, "Ask your suppliers for their own plan. {w 3-4} of our {w 10-12} critical ones "
        "had none that they could show."},
    {Part::point, "Who can talk to staff when email is down? Ours was a chat group of three "
        "people."},
    {Part::point, "Regulator, police, insurers: put the numbers on the card."},
    {Part::point, "Test a *restore*, not a backup."},
    {Part::point, "Chaplains and switchboard. They know everyone."},
    {Part::follow_up, "^r1 \"Do you trust it?\" is going in as inject {w 4-5}. I might give them "
        "{w 5-6} minutes of silence as well."},
    {Part::follow_up, "^r5 How did you rank by hours until harm? By asking the services, or from "
        "the centre?"},
    {Part::update, "We ran it again {since} later, with printed lists and a named person for the "
        "trust question. Better. The telephones are still on the network. That is in the capital "
        "plan now, above the line."},

    {Part::subject, "downtime; cyber infra safety; cio ccio cnio cyber-security "
        "clinical-risk-officers; any"},
    {Part::title, "^1 What a {w 19-33#downtime1}-hour network outage taught us"},
    {Part::title, "^2 Downtime: <which ward has the right form?|paper packs and who updates them>"},
    {Part::title, "^1 Business continuity viewers: do they work when the network does not?"},
    {Part::title, "^3 Planned downtime on a <Sunday|Tuesday> night: what is your limit?"},
    {Part::title, "^2 Back to paper: {w 7-13} hours last <week|month>"},
    {Part::context, "A core switch failed at 03:40 on a <Sunday|Wednesday> and took its spare "
        "with it. {w 18-33#downtime1} hours. We learned that our downtime computers need the "
        "network to log in."},
    {Part::context, "In our last downtime {w 6-9} wards found forms in the box from {2015-2018}, "
        "{w 3-4} had no box, and one had a beautiful laminated set made by {a colleague} who had "
        "been to the last one."},
    {Part::context, "Upgrades take {w 4-7} hours, {w 4-6} times a year. Clinical staff have "
        "asked for a limit of {w 2-3}. The supplier says that it is not possible."},
    {Part::question, "^12 What do you keep on the ward, who checks it and how often?"},
    {Part::question, "^12 The recovery is what I want to learn about: do you type it back in, "
        "scan it or leave it?"},
    {Part::reply, "^12 Medicines, allergies, last observations and the location of each patient, "
        "printed to the box every {w 4-6} hours by a small printer that lives in the same "
        "cupboard. If printing fails, an alarm goes to the site manager."},
    {Part::reply, "^12 Our continuity viewer is a local copy on {w 60-90} laptops, refreshed "
        "every {w 15-30} minutes by a direct cable. On batteries. Tested on the first Tuesday "
        "each month by the ward clerk, who signs."},
    {Part::reply, "^12 We type back: medicines, allergies, results that matter, procedures. We "
        "scan all other sheets under one heading with the date. Agreed with the coroner's office "
        "beforehand, and it has stood up twice."},
    {Part::reply, "^12 The order of return is clinical. Identity first, then the laboratory "
        "link, then prescribing, then the rest. Ours came back alphabetically the last time. I "
        "am not joking."},
    {Part::reply, "^12 We pull the plug on one ward each month, announced in the morning, for {w "
        "60-90} minutes. Staff were cross in {month} and proud by {month}."},
    {Part::reply, "^3 A limit of three hours is possible if you pay for it. We did. "
        "£{90-160/10},000 a year. Then we found that most of the duration was our own checks at "
        "the end."},
    {Part::reply, "^12 Runners. With phones down we needed {w 9-14} people who walk. Medical "
        "students were magnificent."},
    {Part::reply, "^3 For the planned ones: the night between Tuesday and Wednesday, from {w "
        "2-4} am. Not Sunday, there are no staff to type it back on Monday."},
    {Part::reply, "^12 Somebody must be able to declare it. Our first {w 70-90} minutes were "
        "spent hoping."},
    {Part::point, "^12 Dated wristbands print from where, if all is off?"},
    {Part::point, "^12 One colour of paper, for downtime only. Then you can find it."},
    {Part::point, "^12 Check that the box fits in the drug room."},
    {Part::point, "^12 Blood gas machines keep their own results. Bless them."},
    {Part::point, "^12 Have a pen. {w 2-3} wards did not."},
    {Part::follow_up, "^r4 Alphabetically! I have just looked at our own recovery plan, and it "
        "is by server name."},
    {Part::follow_up, "^p2 The coloured paper: which colour, and is it a legal copy once scanned?"},
    {Part::update, "^r1 Our boxes are now checked monthly, with a printer in each, {since} after "
        "the outage. Cost £{180-260} a ward. The beautiful laminated set is the standard, and "
        "its author has a badge."},
    {Part::question, "^3 What have you agreed, and with whom? I would like to stop having the "
        "same argument each time."},
    {Part::reply, "^3 Two clinicians at the rehearsal. They asked why {w 3-4} of the steps were "
        "done one after another. It turned out that nobody knew, and it is {w 90-100} minutes "
        "shorter now."},

    {Part::subject, "eol; cyber infra; cyber-security cio; any"},
    {Part::title, "^1 Windows end of life: {w 900-2600#eol1} devices and <counting|one summer>"},
    {Part::title, "Devices that cannot be patched: what do you write down?"},
    {Part::title, "Medical devices on old Windows: isolate, replace or pray?"},
    {Part::title, "^2 Extended support: pay again or finish?"},
    {Part::context, "{w 1400-2600#eol1} desktops still to go, of which {w 180-320} are attached "
        "to something: a microscope, an echo machine, a pharmacy robot. The something says that "
        "it supports only the old version."},
    {Part::context, "The bill for another year of extended support is £{90-210},000. It is the "
        "third last year."},
    {Part::question, "How do you treat those that cannot move? We have a network segment that is "
        "called \"quarantine\", and it has {w 340-500} things in it."},
    {Part::question, "Did anybody get the manufacturers to pay?"},
    {Part::reply, "Replace by clinical area, not by building. We did outpatients in {w 5-6} "
        "weeks, as nobody sleeps there. Wards took {w 4-5} months."},
    {Part::reply, "For attached ones: a small firewall in front of each, £{180-260}, allowing "
        "only what it needs. {w 210-290} of them. It is tedious and it lets me sleep."},
    {Part::reply, "We wrote to {w 20-26} manufacturers with a date after which we would not "
        "renew the service contract. {w 13-17} found that they had a version after all."},
    {Part::reply, "A risk signed by the department's own clinical director and not by me. Three "
        "of them then found the capital."},
    {Part::reply, "Check what staff *do* on the old ones. {w 22-28} % of ours were used to "
        "print, or for the radio."},
    {Part::reply, "Procurement clause since {2021-2023}: supported operating system for the life "
        "of the device or an upgrade at no charge. {w 2-3} bidders walked away, for which I was "
        "grateful."},
    {Part::point, "Count again. Ours went up, since people brought spares out of cupboards."},
    {Part::point, "The pneumatic tube controller. Look there."},
    {Part::point, "Do not call it quarantine. It sounds temporary."},
    {Part::follow_up, "^r3 The letter with a date is going out this week to {w 18-24}. I will "
        "say how many find a version."},
    {Part::update, "^r3 {w 19-23} letters out, {since} ago. {w 11-15} had an upgrade all along, "
        "{w 3-4} at no cost. The microscope remains."},

    {Part::subject, "sso; cyber infra nursing; cio ccio cnio cyber-security; any"},
    {Part::title, "^2 Single sign-on for <agency|bank> staff on night one"},
    {Part::title, "^3 Smartcards: <forgotten, shared, left in the reader|what comes after?>"},
    {Part::title, "^1 {w 31-48#sso1} log-ins in one shift"},
    {Part::title, "^1 Tap and go: does it survive {a ward}?"},
    {Part::title, "^3 Virtual smartcards: who has moved everybody?"},
    {Part::context, "We counted passwords on one medical ward: {w 6-11} systems, {w 5-9} "
        "passwords, {w 31-48#sso1} log-ins a shift per nurse. At {w 25-40} seconds each that is "
        "{w 15-25} minutes."},
    {Part::context, "An agency nurse arrived at 19:30 and got her account at 23:10. She worked "
        "four hours on somebody else's card, and the somebody is now in trouble."},
    {Part::context, "We want to retire physical cards. {w 400-700} people have one that does "
        "nothing but print prescriptions."},
    {Part::question, "^2 How do you get a person in on the first shift, safely, in less than {w "
        "15-20} minutes?"},
    {Part::question, "^13 What is your lock time on wards? Ours is {w 5-10} minutes, and people "
        "prop a mouse on a watch to keep it awake."},
    {Part::reply, "^2 Agency: account made from the booking, in advance, by interface with the "
        "bank office. Sleeps until the person taps a badge on the ward. {w 8-12} minutes at the "
        "first shift, seconds after. Joint project of nursing and IT, led by nursing."},
    {Part::reply, "^1 Tap and go on {w 1900-2800} devices. {w 45-52} seconds to {w 6-9}. We "
        "measured {w 21-27} minutes a shift saved, and sickness of the mouse has ended."},
    {Part::reply, "^1 The card in the reader was a symptom. When the lock took {w 3-4} seconds "
        "to undo, people began to lock."},
    {Part::reply, "^1 Lock after {w 2-3} minutes if unlocking is a tap; after {w 10-15} if it is "
        "a password. One rule for all is how you get the watch."},
    {Part::reply, "^3 Virtual cards for {w 3200-4600} people in {w 4-6} months. The {w 40-60} "
        "who could not were those with the oldest phones, and the chaplain, who has no phone."},
    {Part::reply, "^2 Do not discipline the lender of a card before you have looked at how long "
        "she waited. We publish the waiting time beside each incident now."},
    {Part::reply, "Second factor on the ward: badge plus something you know once per shift. "
        "Phones are not allowed in our secure units, so anything with an app was out."},
    {Part::point, "Leavers. Please ask about leavers."},
    {Part::point, "Students rotate in 40 at a time on a Monday."},
    {Part::point, "^1 Generic log-ins in theatre: nobody owns up, all have them."},
    {Part::point, "Infection control has views on badges."},
    {Part::follow_up, "^r1 From the booking, and asleep until the tap. I did not know that was "
        "possible and have asked our bank office today."},
    {Part::update, "^r1 {Since} later: median first-shift wait {w 7-11} minutes, down from {w "
        "2-4} hours. The somebody has had an apology."},
    {Part::reply, "^3 Start with the prescribers who work from home. They had most to gain and "
        "they taught the others. {w 600-900} in the first {w 4-5} weeks."},
    {Part::point, "^3 Keep {w 20-30} cards in a drawer for the day that the phones fail."},

    {Part::subject, "dspt; cyber govern; cyber-security caldicott-guardians cio; any"},
    {Part::title, "DSPT and the new framework: who wrote what?"},
    {Part::title, "Data security toolkit evidence: <how much is enough?|one owner or thirty?>"},
    {Part::title, "{w 88-95} % training: the last {w 5-12} % by June"},
    {Part::title, "Cyber assessment: our own score against the auditor's"},
    {Part::context, "We scored ourselves as achieving {w 33-38} of the outcomes. The auditor "
        "agreed with {w 24-29}. The difference is almost all in words like \"all\", \"always\" "
        "and \"regularly\"."},
    {Part::context, "Evidence sits with {w 26-38} owners. In {month} I am their friend and in "
        "June I am a man with a list."},
    {Part::question, "How are you running it: a yearly push or a steady drip?"},
    {Part::question, "Which items took you by surprise?"},
    {Part::reply, "^2 Steady. {w 3-4} outcomes each month to the governance group, evidence "
        "dated then. June is dull. I recommend dull."},
    {Part::reply, "The surprise was suppliers. {w 160-240} contracts, and we could show "
        "assurance for {w 40-55}."},
    {Part::reply, "\"All\" means all. We changed our own statements to what we do, with a plan "
        "for the rest. The auditor preferred this to a claim."},
    {Part::reply, "The last {w 6-9} % of training: consultants on leave, bank staff, and the "
        "board. We began with the board. It was in the newsletter."},
    {Part::reply, "I'd say get a clinician to read the incident response plan aloud. Ours told "
        "wards to \"consult the intranet\"."},
    {Part::reply, "An honest *partially achieved* with a date has never done us any harm."},
    {Part::point, "Keep one page on each outcome: claim, evidence, gap, date."},
    {Part::point, "Asset lists: medical devices are assets too."},
    {Part::point, "Save screenshots with the date showing."},
    {Part::follow_up, "^r1 Dull by design. That is my aim for next June."},

    {Part::subject, "suppliercyber; cyber strategy; cyber-security cio; any"},
    {Part::title, "^1 A supplier has had an incident: <your first hour|what do you ask them?>"},
    {Part::title, "^2 Third-party access: {w 60-140#suppliercyber1} suppliers with a way in"},
    {Part::title, "^1 Our hosted <pathology|records|rota> supplier went dark for {w "
        "3-9#suppliercyber2} days"},
    {Part::context, "A hosted supplier rang on Friday at 16:50 to say that it had \"an issue\". "
        "It was {w 4-8#suppliercyber2} days. We found out what it did for us by noticing what "
        "stopped."},
    {Part::context, "I asked for a list of companies with remote access. First answer {w 34-48}, "
        "second answer {w 71-90}, and the firewall says {w 110-150#suppliercyber1}."},
    {Part::question, "^1 What is on your list of questions for the first call?"},
    {Part::question, "Who may cut a supplier off, and would they?"},
    {Part::reply, "^1 Five: what is affected, since when, is our data out, is our network "
        "exposed, whom do we call at 3 am. If they can't answer the fourth, we cut."},
    {Part::reply, "The on-call network engineer may cut anybody, no permission, tell later. "
        "Exercised twice in {w 18-24} months, once needlessly. I sent cake."},
    {Part::reply, "^2 Access off by default, opened by request for {w 4-8} hours. {w 130-150} "
        "became {w 22-30} at any one time. Suppliers complained for {w 2-3} weeks."},
    {Part::reply, "Map it by *service*: who stops what. Ours hangs on the wall. {w 14-20} "
        "suppliers can each stop a theatre."},
    {Part::reply, "^1 Getting *back* is harder. We asked for a written statement by somebody "
        "senior, and tests of our own. It took {w 5-9} days beyond theirs, and it was not "
        "popular."},
    {Part::point, "Ask for their own suppliers. It is turtles."},
    {Part::point, "Contract: notice within {w 12-24} hours, in writing."},
    {Part::point, "Write to patients early, and plainly."},
    {Part::follow_up, "^r1 The fourth question. Thank you, that is the one we did not ask."},

    {Part::subject, "phishing; cyber training; cyber-security wider cio; any"},
    {Part::title, "Phishing tests: do they help or only annoy?"},
    {Part::title, "Click rate {w 11-19#phishing1} %: what next?"},
    {Part::title, "The fake <parking fine|pay rise|cake> email"},
    {Part::context, "We sent a test about a parking refund. {w 14-22#phishing1} % clicked, {w "
        "4-7} % gave a password, and I received {w 30-50} angry messages, most of which were "
        "about parking."},
    {Part::question, "Do you publish, train or leave people alone?"},
    {Part::question, "Has reporting gone up? I care less about clicks than about minutes to "
        "first report."},
    {Part::reply, "Minutes to first report is the measure. Ours went from {w 47-60} to {w 4-7}. "
        "One person who reports in {w 4-5} minutes protects {w 6000-9000}."},
    {Part::reply, "We stopped the tests with bait that hurts: pay, leave, parking, bonus. You "
        "may catch more, and you lose the next report."},
    {Part::reply, "Thank the reporters, by name, monthly. A mug. {w 18-25} % report now."},
    {Part::reply, "Clicks depend on the hour. At 04:00 on nights {w 2-3} times more. So it is "
        "tiredness we are measuring."},
    {Part::reply, "Password managers moved the needle for us, training did not."},
    {Part::point, "Test the service desk by phone. Brace."},
    {Part::point, "The executive's diary secretary is your best sensor."},
    {Part::point, "Never on the day of a real incident."},
    {Part::follow_up, "^r2 No more parking. Agreed, and I have told the person who suggested it."},

    {Part::subject, "mfa; cyber infra; cyber-security cio cnio; any"},
    {Part::title, "^1 Multi-factor on wards without phones"},
    {Part::title, "Remote access and MFA: the last few who say no"},
    {Part::title, "Passkeys for {w 4000-9000} staff: too soon?"},
    {Part::context, "MFA is on for {w 93-97} % of our accounts. The rest is shared mailboxes, {w "
        "60-90} consultants with a letter, and a service account which nobody dares to touch."},
    {Part::question, "What do you offer people without a smartphone, or who will not use their "
        "own?"},
    {Part::question, "Has anyone gone for keys, and how many come back from the laundry?"},
    {Part::reply, "Hardware keys: {w 1300-2100} given, {w 6-9} % lost a year, {w 2-3} through "
        "the wash and still working. £{17-24} each. Cheaper than the argument."},
    {Part::reply, "Ask why they refuse. {w 8-9} in ten said it was privacy of their own phone. A "
        "key settled it."},
    {Part::reply, "The letter from the consultants deserved a visit. {w 2-3} had a real problem "
        "with a screen reader. We fixed that and the letter was withdrawn."},
    {Part::reply, "Passkeys for remote access only, so far. {w 2900-3800} people. Calls to the "
        "desk fell. Shared ward devices are the unsolved part."},
    {Part::reply, "The service account turned out to print the menus."},
    {Part::point, "Break-glass accounts in a sealed envelope. Test the envelope."},
    {Part::point, "Fatigue attacks: number matching on."},
    {Part::follow_up, "^r5 Menus! I shall look at ours with new eyes."},
};

}  // namespace

std::span<const Line> material_cyber() {
    return lines;
}

}  // namespace demo
