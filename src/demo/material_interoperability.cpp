// What is said about joining systems up.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "sharedcare; interop strategy; ccio cio caldicott-guardians; any"},
    {Part::title, "Shared care record: <use, not logins|who opens it and why>"},
    {Part::title, "^1 Our shared care record has {w 60-90#sharedcare1} feeds and {w "
        "2-4#sharedcare2} % of clinicians"},
    {Part::title, "^2 Click-through from the EPR: how many seconds before people give up?"},
    {Part::title, "Making the shared record useful in <ED|mental health|the ambulance>"},
    {Part::context, "{w 54-88#sharedcare1} feeds go in, from {w 9-14} organisations. {w "
        "2-5#sharedcare2} % of clinicians in the acute trust opened it last week. In the hospice "
        "it is {w 70-85} %."},
    {Part::context, "Opening the shared record from our EPR takes {w 14-22} seconds, with a "
        "second page to say who you are and why. We timed it because an ED consultant asked us "
        "to stand next to her and watch."},
    {Part::question, "What raised use where you are? I am told training. I do not believe it."},
    {Part::question, "^1 Which single view is most used? I suspect it is medicines and the GP "
        "problem list, and that the rest is decoration."},
    {Part::reply, "^2 Seconds. We went from {w 16-20} to {w 3-4} by passing the context and "
        "dropping the second page. Use went up {w 4-6} times in a month. No training."},
    {Part::reply, "We show on the EPR's banner whether there is anything new in it since the "
        "last visit. A dot. The dot did it."},
    {Part::reply, "Our league table: GP medicines, GP problems, letters from other hospitals, "
        "community visits, social care contacts. The first two are {w 68-77} in 100 of all "
        "clicks."},
    {Part::reply, "The reason for access: ask once a session, not per patient. It was put to our "
        "Caldicott Guardian with the numbers and she agreed in a week."},
    {Part::reply, "Do not measure logins, measure *second* visits in a month. {w 3-4} in ten "
        "come back. Ask the others why not. We did, and {w 5-6} in ten said that \"it was "
        "empty\", for the data arrived overnight."},
    {Part::reply, "Social care use has been the surprise. {w 900-1400} staff, all day. They had "
        "nothing before."},
    {Part::reply, "I shall be the sceptic. Ours costs £{1.2-2.3} million a year. For that money "
        "I could give each practice and ward read access to each other's system. I have not "
        "found a soul who will do the comparison."},
    {Part::reply, "Mental health summaries: we agreed on {w 6-8} items to share and no more. "
        "Crisis plan first. It took {w 13-19} months and one very good lunch."},
    {Part::point, "Put it in the resident doctors' induction, in the ED, by a resident doctor."},
    {Part::point, "Overnight feeds are for reports, not care."},
    {Part::point, "Show the date of each feed. People forgive old, not unknown."},
    {Part::point, "Ask pharmacists. They are the heavy users and no one invites them."},
    {Part::follow_up, "^r1 Seconds it is. We have a test with passed context on {day}, and I "
        "will bring a stopwatch."},
    {Part::follow_up, "^r2 A dot! Could you say how you decide what counts as new?"},
    {Part::update, "^r1 {Since} on: {w 15-21} seconds became {w 4-5}. Weekly users from {w 3-5} "
        "to {w 17-26} %. I have sent the stopwatch to our supplier."},

    {Part::subject, "gpconnect; interop; ccio clinical-informatics cio; primary"},
    {Part::title, "^1 GP record access from hospital: structured or <just HTML|good enough>?"},
    {Part::title, "^2 Sending a document to the GP record: which of the {w 4-6#gpconnect1} ways?"},
    {Part::context, "We can see GP records as a page. We would like it as data, chiefly "
        "medicines and allergies. The specification exists, {w 2-3} suppliers say that they "
        "support it, and in testing {w 3-4} of {w 10-12} practices answer with something we can "
        "use."},
    {Part::context, "There are {w 4-6#gpconnect1} ways to get a letter into a GP system, of "
        "which we use {w 4-5}. Each practice has a favourite. {w 60-90} letters a week come back."},
    {Part::question, "^1 Who uses the structured form in live service, and in which setting?"},
    {Part::question, "^1 What do you do if the answer is partial? Show it, or show nothing?"},
    {Part::reply, "^1 Live for medicines at admission, {w 7-10} wards. It fills a draft which "
        "the technician confirms line by line. Saves {w 5-7} minutes each. Partial answers are "
        "shown with a yellow bar that says so."},
    {Part::reply, "^1 We use the page only. It is ugly, fast and clinicians trust it, since it "
        "looks like something from a GP."},
    {Part::reply, "^2 Pick one way to send, switch off the others one by one, with a date. There "
        "was grumbling for {w 5-7} weeks. {w 60-80} returned letters a week are now {w 4-8}."},
    {Part::reply, "Test with real practices, on their real version. The differences between "
        "versions were greater than those between suppliers."},
    {Part::reply, "^2 From general practice: please send *one* document per event. We get the "
        "draft, the final, the corrected and the copy."},
    {Part::point, "^1 Watch the time-out. {w 8-10} seconds, then say so plainly."},
    {Part::point, "Temporary residents break everything."},
    {Part::point, "Keep a list of practices by version. It is half the support calls."},
    {Part::follow_up, "^r3 One way, with a date. I have put the date in the calendar and told "
        "nobody yet."},
    {Part::question, "^2 Which one did you keep, and how did you switch off the rest?"},

    {Part::subject, "fhir; interop; clinical-informatics ccio cio; any"},
    {Part::title, "FHIR in anger: what have you got live <between organisations|at scale>?"},
    {Part::title, "^2 FHIR profiles: national, local or <whatever the supplier has>?"},
    {Part::title, "^1 Our integration engine has {w 280-460#fhir1} interfaces. Where does FHIR "
        "come in?"},
    {Part::title, "^1 Messages or APIs for <results|appointments|admissions>?"},
    {Part::context, "Our engine carries {w 260-440#fhir1} interfaces, {w 8-9} in ten of them in "
        "a message format older than some of our analysts. It works. Each new project asks for "
        "an API, and I am asked why it takes {w 10-14} weeks."},
    {Part::context, "A supplier says \"we are fully FHIR compliant\". I asked for the list of "
        "resources they can *write*. There is one, and it is the appointment."},
    {Part::question, "What is live, with volumes? I am not interested in hackathons, much as I "
        "enjoy them."},
    {Part::question, "Did you follow the national profiles to the letter? Ours don't have the "
        "field we need, and I would rather not make another dialect."},
    {Part::reply, "Live: appointments to the portal, {w 9-14},000 reads a day, and documents by "
        "reference. Results are still messages, and I am happy with this. Events as messages, "
        "questions as APIs. It has served us as a rule for {w 3-5} years."},
    {Part::reply, "^2 \"Compliant\" means nothing without a capability statement. We ask for it "
        "as a file and run {w 30-45} tests at them before the first meeting. It shortens the "
        "meeting."},
    {Part::reply, "National profiles, with our one extension published with a reason. Somebody "
        "two counties away had made the same extension with another name. We now share theirs."},
    {Part::reply, "Do not replace what works. {w 5-6} of our interfaces are changed each year. "
        "These become APIs. In {w 30-40} years we will be done."},
    {Part::reply, "The hard part was identity and permissions, not the format. {w 3-4} weeks to "
        "exchange JSON, {w 7-10} months on who may see it."},
    {Part::reply, "Bulk export is the sleeper. Our research team stopped asking for extracts."},
    {Part::reply, "Testing in public helped us: we put our sandbox on the open internet with "
        "invented patients. {w 4-6} small companies tried it and found {w 14-22} faults in a "
        "fortnight."},
    {Part::point, "Version in the URL. You will thank yourself."},
    {Part::point, "`Observation.status` deserves a meeting of its own."},
    {Part::point, "Never let two systems both own the appointment."},
    {Part::point, "Write down time zones. Once a year you will need it."},
    {Part::follow_up, "^r1 Events as messages, questions as APIs: a sentence I can put before a "
        "board. Thank you."},
    {Part::update, "^r3 We publish our one extension now, too, {since} after this. {w 2-3} "
        "others use it. A very small standard, but ours."},

    {Part::subject, "identity; interop data safety; clinical-informatics cio ccio; any"},
    {Part::title, "^1 Duplicate patients: {w 14-31#identity1},000 and a queue to merge"},
    {Part::title, "^2 NHS number tracing: {w 3-6#identity2} % that never match"},
    {Part::title, "^2 Patient matching across borders: <Welsh|Scottish|Irish> patients in "
        "English systems"},
    {Part::context, "Our index has {w 14-29#identity1},000 likely duplicates and a team of "
        "{1.5-2.5} people who merge {w 60-90} a week. {w 80-110} new ones are created in the "
        "same week, mainly in the emergency department and at the front desk after 18:00."},
    {Part::context, "{w 3-5#identity2} % of our attendances end with no verified number. They "
        "are not random: newborn babies, visitors, people without papers, people from the other "
        "side of the border, and a man who gives a different name each time and has his reasons."},
    {Part::question, "^1 What stopped them being *created*? I have given up on merging our way "
        "out."},
    {Part::question, "^1 And what is your rule for undoing a wrong merge?"},
    {Part::reply, "^1 Search by three things, then a pause. Staff had to enter surname and date "
        "of birth. We let them search with part of anything and show the likely ones with "
        "postcode. New duplicates {w 95-110} to {w 30-38} a week."},
    {Part::reply, "^1 The registration button is greyed until a search was made. Crude, it "
        "works, everyone hates it for a week."},
    {Part::reply, "^1 Undo: we can't really, we *re-create* by hand. {w 2-3} in {w 4-6} years. "
        "Each took {w 3-5} days and a clinician. So two people sign every merge."},
    {Part::reply, "^2 At the border: hold both numbers, show both, and never turn one into the "
        "other. We have {w 6-9} % of patients from the other side."},
    {Part::reply, "^1 Give the night clerk a direct line to the data quality team's voicemail. "
        "They *know* when they have made one. \"It's probably the same lady.\" We merge the next "
        "morning with their note."},
    {Part::reply, "^2 Do not force a match for people who do not wish to be found. Our asylum "
        "service has its own rule, agreed with the Guardian."},
    {Part::point, "Twins, again."},
    {Part::point, "Suffixes, hyphens and the O apostrophe. Sincerely, an O apostrophe."},
    {Part::point, "Merging in the EPR does not merge in PACS."},
    {Part::follow_up, "^r5 The voicemail is genius. It costs nothing and respects what they know."},
    {Part::update, "^r1 New duplicates: {w 88-104} a week then, {w 29-41} now, {since} later. "
        "Most of it by search with a part of the name."},
    {Part::question, "^2 What do you do about those who can't, or don't wish to, be matched?"},
    {Part::reply, "^2 For newborn babies we ask for the number at the birth and not at the "
        "registration desk. Unverified fell from {w 8-11} to {w 2-3} % in that group."},

    {Part::subject, "referrals; interop records; ccio cio wider; any"},
    {Part::title, "^1 Advice and guidance: {w 40-60#referrals1} % answered in five days, and the "
        "rest?"},
    {Part::title, "^1 Referral triage: which screen do your consultants use?"},
    {Part::title, "^2 Referrals between hospitals: still a PDF by email?"},
    {Part::context, "Advice requests are up {w 60-110} % in a year, and consultants answer them "
        "at home. {w 44-58#referrals1} in 100 within five days. Each answer is pasted into {w "
        "2-3} systems by hand."},
    {Part::context, "For referrals between hospitals we use email. Last quarter {w 1100-1700} of "
        "them. {w 9-16} went astray, of whom {w 2-3} patients waited {w 6-10} weeks for nothing."},
    {Part::question, "Is anybody's answer written once and visible on both sides?"},
    {Part::question, "^1 How is it job-planned? Our consultants ask fairly."},
    {Part::reply, "^1 Job planned at {w 8-10} minutes each, counted as activity. The moment it "
        "was counted, answers in five days rose from {w 45-52} to {w 86-93} in 100."},
    {Part::reply, "Written once, in the EPR, pushed to the national service by interface. {w "
        "7-9} months to build with {w 2-3} suppliers pointing at each other."},
    {Part::reply, "^2 We moved inter-hospital referrals to a form with a list that somebody owns "
        "at each end. {w 3-4} mandatory fields. Lost since then: <none|one, found the same day>. "
        "The list matters, not the form."},
    {Part::reply, "^1 Converting advice to an appointment without a new referral was the thing "
        "GPs asked for. {w 22-28} in 100 convert."},
    {Part::reply, "^1 Beware: advice can become unpaid work for the GP. In our area a \"please "
        "arrange\" list is agreed with the local committee. {w 12-18} tests. It made peace."},
    {Part::point, "Ask for the photograph first in dermatology."},
    {Part::point, "Send a copy to the patient. They spot the wrong one."},
    {Part::point, "Triage on a phone? They do. Design for it."},
    {Part::follow_up, "^r1 Counted as activity. I am taking that to the divisional directors, "
        "with your figures if I may."},

    {Part::subject, "messaging; interop cyber infra; ccio cnio cio; any"},
    {Part::title, "^1 Consumer messaging on wards: what did you put in its place?"},
    {Part::title, "^2 Bleeps: are you really rid of them?"},
    {Part::title, "^1 A messaging app that is part of the record?"},
    {Part::title, "^2 Switching off pagers: {w 400-900#messaging1} of them"},
    {Part::context, "We know that there are at least {w 45-80} groups on consumer messaging "
        "among our residents. They discuss patients with initials. Our approved app has {w 2-4} "
        "steps to log in and is used by the people who bought it."},
    {Part::context, "{w 500-900#messaging1} bleeps, of which {w 210-330} were not carried by "
        "anyone when we called the roll. The supplier ends support in {month}."},
    {Part::question, "What replaced it and was used after {w 6-9} months?"},
    {Part::question, "^2 Did you keep bleeps for the crash team? I would."},
    {Part::reply, "Approved app, single sign-on from the phone, and a directory by *role* and "
        "not by name. \"Medical registrar on call\" is whom you want, not Dr X. {w 2300-3400} "
        "users, no campaign."},
    {Part::reply, "^2 Bleeps kept for crash, fire and obstetrics, on their own battery-backed "
        "masts. {w 60-80} devices. All others gone. The silence on the corridors is strange."},
    {Part::reply, "Messages are not the record. We have a button \"copy to notes\" and use it in "
        "about <one|two> of 20 conversations, which are the right ones."},
    {Part::reply, "^1 The groups are a safety net of their own: friendship, swaps, cake. We "
        "said: keep yours for life, ours for patients. It was more effective than a policy."},
    {Part::reply, "Delivery receipts matter. \"Seen 02:14\" ended an argument and began {w 2-3} "
        "others."},
    {Part::reply, "^2 Non-urgent jobs by list instead of a call: {w 60-70} % of bleeps at night "
        "went. The night team was the loudest supporter by week {w 2-3}."},
    {Part::point, "Dead spots: lift {w 2-4}, the basement, mortuary."},
    {Part::point, "Agree what must never be sent there. Ours fits on a card."},
    {Part::point, "Personal phones: pay something."},
    {Part::follow_up, "^r1 Directory by role: of course that is the thing. We copied the phone "
        "book, with {w 900-1300} names and no roles."},
    {Part::update, "^r2 Bleeps down from {w 520-880} to {w 66-94}, {since} on. We held a small "
        "farewell. Someone wrote a poem."},
};

}  // namespace

std::span<const Line> material_interoperability() {
    return lines;
}

}  // namespace demo
