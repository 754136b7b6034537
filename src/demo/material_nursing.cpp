// What is said about nursing, allied professions and training.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "burden; nursing records; cnio ccio; any"},
    {Part::title, "^1 Nursing documentation: a third of the shift, <and who reads it?|and where "
        "did it go?>"},
    {Part::title, "^1 Admission document: {w 180-310#burden1} fields. What did you cut?"},
    {Part::title, "^2 Has anyone removed a nursing assessment and <survived|been glad>?"},
    {Part::title, "^1 Time and motion on {w 3-5} wards: the burden in numbers"},
    {Part::context, "We followed {w 14-22} nurses through a shift. {w 34-43} % of their time was "
        "documentation. The admission document alone has {w 190-310#burden1} fields and takes {w "
        "38-55} minutes."},
    {Part::context, "An audit of {w 60-90} risk assessments: {w 91-96} % complete, {w 12-18} % "
        "led to a plan that differs from the standard one. We are very good at filling in."},
    {Part::question, "What have you removed, who agreed and what did the inspectors say?"},
    {Part::question, "I would like to start from what the next nurse needs. Has anyone asked "
        "them, properly?"},
    {Part::reply, "^1 We cut admission from {w 210-260} to {w 74-92} fields. Method: for each, "
        "who uses it in the next 24 hours? No name, no field. It took {w 6-9} meetings, and the "
        "last {w 10-15} fields took {w 3-4} of those."},
    {Part::reply, "Inspectors never asked for any of the fields we removed. They asked if care "
        "was given. Let us bury that myth."},
    {Part::reply, "Turn charts and intentional rounding: we stopped hourly ticks and now write "
        "by exception, with the patient's own words. Pressure ulcers unchanged over {w 7-10} "
        "months."},
    {Part::reply, "^1 It's not only the number. {w 20-30} % of our time was finding the right "
        "screen. We moved five forms to one page, cut nothing and gained {w 9-12} minutes."},
    {Part::reply, "Careful with falls. We removed a score and the coroner asked about it {w 5-6} "
        "months later. We had the reasoning in the minutes and that was enough. Minute it."},
    {Part::reply, "{Kind} here: care plans are the same story. {w 11-14} standard ones, printed, "
        "unread. We have one now, in the patient's words, and {w 2-3} of our wards do it well."},
    {Part::reply, "Healthcare support workers write half of it and nobody had asked them. They "
        "found {w 8-11} double entries in an hour."},
    {Part::reply, "Let me be the awkward one: some of that record protects nurses. In a hearing "
        "it is all they have. Remove with them and not for them."},
    {Part::point, "Copy last weight, with its date. Never a blank."},
    {Part::point, "Allied professionals ask the same {w 14-17} questions next day."},
    {Part::point, "A stop-doing list, published, with signatures."},
    {Part::point, "Measure again after {w 3-4} months, for it grows back."},
    {Part::follow_up, "^r1 \"Who uses it in the next 24 hours?\" is now printed above my desk. "
        "First meeting on {day}."},
    {Part::follow_up, "^r8 To the awkward one: you are right, and I have asked our union "
        "colleagues in. Thank you."},
    {Part::update, "^r1 {Since} on. {w 190-280} fields became {w 81-99}. {w 17-24} minutes for "
        "each admission, timed by students who had no stake in it. And no incident to which it "
        "contributed so far."},

    {Part::subject, "obs; nursing safety; cnio ccio clinical-risk-officers; acute"},
    {Part::title, "^1 Electronic observations: <late at night|what changed after the first year>"},
    {Part::title, "^1 {Score}: frequency by protocol or by judgement?"},
    {Part::title, "^1 Observations at {w 4-5} am: are we waking people for the chart?"},
    {Part::title, "^2 Escalation from an e-obs system: who <answers|carries the phone>?"},
    {Part::context, "Observations on time by day {w 86-91} %, by night {w 71-79} %. The system "
        "is honest and the paper was not, I think. The board sees only the lower figure."},
    {Part::context, "Escalation goes to a phone which one registrar carries for {w 18-26} wards. "
        "{w 90-140} messages a night, {w 11-15} of them new."},
    {Part::question, "^1 Do you allow less frequent sets at night for stable patients, and who "
        "may say so?"},
    {Part::question, "^2 What happens to the alert after {w 15-20} minutes of no reply?"},
    {Part::reply, "^1 Stable for 24 hours, score under {w 2-3}, nurse's decision, one tap \"let "
        "sleep\". {w 38-46} % of night sets gone, nothing else changed over {w 6-9} months. "
        "Patients mention sleep in the survey for the first time."},
    {Part::reply, "^2 Escalation to a role and then to the next role at {w 10-15} minutes. In "
        "practice the second is never reached, because the first knows."},
    {Part::reply, "^2 {w 3-4} in ten of our alerts were known and planned, in the last days of "
        "life. Let the team set a different threshold, with an end date."},
    {Part::reply, "^1 Do not show \"late\" in red until {w 30-45} minutes after. It is only a "
        "number, and a red screen at 06:00 teaches you to ignore red."},
    {Part::reply, "^1 Manual pulse. Please keep asking for the manual pulse."},
    {Part::reply, "^1 The night figure fell since batteries were flat by {w 3-4} am. We found "
        "out by asking the support workers."},
    {Part::point, "Respiratory rate of {w 16-18} in everybody: look at your own distribution."},
    {Part::point, "Weights and heights live here too."},
    {Part::point, "Let relatives' worry be an observation. Ours is a field, and it predicts."},
    {Part::follow_up, "^r1 \"Let sleep\". I want that button very much."},
    {Part::update, "^r1 It's in, {since} after. {w 36-44} % fewer night sets, same calls. A "
        "patient wrote to thank us for \"the quiet\"."},

    {Part::subject, "handover; nursing records; cnio ccio; any"},
    {Part::title, "Handover sheets: still <printed|in pockets|on the bus>?"},
    {Part::title, "Nursing handover from the record: what's on the page?"},
    {Part::title, "Lost handover sheet number {w 6-11#handover1} this year"},
    {Part::context, "We've had {w 6-10#handover1} handover sheets found outside the building "
        "this year, one on a bus. Each one is there because the record can't tell a nurse in {w "
        "20-30} seconds what she needs."},
    {Part::question, "What did you put on the screen so that paper stopped?"},
    {Part::question, "Bedside or office? It changes what can be shown."},
    {Part::reply, "One line per patient, {w 7-8} columns, editable by the nurse in charge, "
        "expiring after {w 24-36} hours. Printing allowed and *named*: your name on every page. "
        "None lost since."},
    {Part::reply, "It stopped when we gave phones. Until then it could not."},
    {Part::reply, "Paper that dissolves, I thought of it. Then we bought {w 2-3} locked bins per "
        "exit, and found {w 9-12} sheets a day in them. Good."},
    {Part::reply, "The medical and nursing lists were different. Merging them took a year and "
        "one brave matron."},
    {Part::reply, "Bedside, with the screen turned so that the patient reads along. They correct "
        "us <once or twice|two or three times> a round."},
    {Part::point, "No diagnosis on anything that leaves the ward."},
    {Part::point, "The bus driver was very nice about it."},
    {Part::point, "Night staff write the best ones."},
    {Part::follow_up, "^r1 Your name on each page. So simple. We go on {day}."},

    {Part::subject, "ahp; ahp nursing; cnio wider; any"},
    {Part::title, "^1 AHP records: {w 9-14#ahp1} professions, one form"},
    {Part::title, "^1 Therapy notes: outcome measures that come out again"},
    {Part::title, "^2 Frailty scores: record once, use in three places"},
    {Part::context, "The EPR has a \"therapies\" form. It was designed by one physiotherapist in "
        "{2014-2018}. {w 9-13#ahp1} professions use it, and the dietitians have a spreadsheet."},
    {Part::context, "We record the same frailty score in {w 3-4} places, and they differ in {w "
        "18-27} % of patients on the same day."},
    {Part::question, "^1 How do you get outcome data *out* so that a service lead can use it?"},
    {Part::question, "^12 Has an AHP got protected digital time at your place? From whose budget?"},
    {Part::reply, "^1 One shared first page, then each profession its own. {w 30-40} shared "
        "fields that anyone of us may complete and all see. {w 20-25} minutes less for a patient "
        "with {w 3-4} therapists."},
    {Part::reply, "^1 We chose {w 2-3} outcome measures a profession and removed {w 14-19}. "
        "They're on the monthly page now since there are few enough to plot."},
    {Part::reply, "^2 Frailty: recorded by whoever meets the patient first. Others confirm or "
        "change, and the history shows. Agreement went from {w 73-80} to {w 94-97} %."},
    {Part::reply, "Chief AHP information officer, two days a week, paid by the divisions in "
        "equal parts. It began with a physiotherapist, a cause and a very good chart."},
    {Part::reply, "Speech and language: pictures of swallow recommendations at the bed. Best use "
        "of a printer this year."},
    {Part::reply, "^1 Please don't call us \"therapies\" if you have radiographers, paramedics "
        "and operating department practitioners in the group."},
    {Part::point, "Group sessions: no system counts them well."},
    {Part::point, "Equipment loans sit in a fifth place."},
    {Part::point, "^1 The dietitians' spreadsheet is right."},
    {Part::follow_up, "^r1 One shared first page: we've drafted {w 27-35} fields with {w 8-10} "
        "professions in a room, and no one died."},

    {Part::subject, "nurseled; nursing people; cnio; any"},
    {Part::title, "^1 Sharing our job description for a nursing informatics lead"},
    {Part::title, "^1 Digital nurse teams: {w 2-9} people, which bands?"},
    {Part::title, "Digital midwife, digital AHP, CNIO: who reports to whom?"},
    {Part::title, "^2 From ward sister to CNIO: what do you miss?"},
    {Part::context, "We've money for {w 2-3} digital nurses, band 6 or 7, and I want to write a "
        "job description that attracts ward people and not only those who have already left the "
        "ward."},
    {Part::context, "I became CNIO {w 5-8} months ago from {a ward}. I have a title, {w 2-3} "
        "days a week and a desk in IT."},
    {Part::question, "^1 Would you share yours, and say what you would now change?"},
    {Part::question, "To whom do you report? I have heard director of nursing, CIO, CCIO and "
        "nobody."},
    {Part::reply, "^1 Ours, with names removed: [job "
        "description](https://example.org/nursing-informatics-lead). I would now drop "
        "\"experience of project management\" and add \"still works <two|three> clinical shifts "
        "a month\"."},
    {Part::reply, "Report to the director of nursing, sit with IT. The other way round I lost "
        "the nurses in {w 5-7} months."},
    {Part::reply, "{w 6-8} in the team: one 8a, {w 2-3} band 7, {w 3-4} band 6 on rotation for "
        "{w 9-12} months. Rotation is the secret. {w 11-14} nurses who know how it works are "
        "back on wards."},
    {Part::reply, "^2 I miss knowing at the end of a shift that something was done. I keep a "
        "list of small things finished, and read it on Fridays."},
    {Part::reply, "^2 Ask for a budget, however small. £{5-6},000 to fix things made more "
        "friends than my title."},
    {Part::reply, "Be in the nursing senior team's meeting, each week, not by invitation."},
    {Part::reply, "^2 The desk in IT was good for me. I understood why things take time, and "
        "they understood why it's not acceptable."},
    {Part::point, "Keep your registration alive on purpose."},
    {Part::point, "Mentor someone within the first year."},
    {Part::point, "Find the one ward manager who hates it all. Have tea."},
    {Part::follow_up, "^r3 Rotation! We hadn't thought of it. Rewriting tonight."},

    {Part::subject, "elearning; training; cnio ccio wider; any"},
    {Part::title, "^1 EPR training: {w 4-8#elearning1} hours of classroom or <twenty minutes on "
        "the ward|e-learning>?"},
    {Part::title, "^1 {w 25-35#elearning2} % of staff passed the training and cannot "
        "<prescribe|discharge>"},
    {Part::title, "^2 Training residents in August: {w 180-340#elearning3} in {w 2-3} days"},
    {Part::context, "We train {w 5-7#elearning1} hours in a classroom and pass {w 97-99} %. Then "
        "{w 25-35#elearning2} % ring in their first week and ask how to discharge."},
    {Part::context, "{w 190-320#elearning3} residents change in August. Each has worked with {w "
        "3-5} EPRs, {w 4-5} in ten have used ours before somewhere else, and all sit through the "
        "same {w 4-6} hours."},
    {Part::question, "^2 Who tests out, and who decides on that?"},
    {Part::question, "What has worked at {w 3-6} weeks, when people know what they don't know?"},
    {Part::reply, "Test out: {w 25-30} minutes, real tasks, at home, before they start. {w "
        "48-57} % pass and get their log-in. The rest come to {w 2-3} hours. No difference in "
        "errors."},
    {Part::reply, "Ninety seconds, one task, made on a phone by a resident. {w 60-80} films. {w "
        "3100-4400} views a month. The {w 6-7} most viewed tell us what is wrong with the build."},
    {Part::reply, "Week {w 4-5}: forty-five minutes, in the specialty's own room, over "
        "sandwiches. Favourites, order sets, a list. {w 12-18} minutes a day saved by "
        "self-report; halve it and it's still worth it."},
    {Part::reply, "Trainers who were nurses last month. We second {w 6-8} at a time. Classroom "
        "scores went up, and they go back as superusers."},
    {Part::reply, "I'd like to say it isn't training. {w 6-7} in ten of the calls were about {w "
        "3-4} screens. Fix these."},
    {Part::reply, "Locums and bank: {w 15-20} minutes at the bedside or no log-in. It has to be "
        "both."},
    {Part::point, "No training in July for a September go-live."},
    {Part::point, "Give the certificate with the log-in."},
    {Part::point, "Porters, clerks and housekeepers use it too."},
    {Part::point, "Teach the downtime in the first hour."},
    {Part::follow_up, "^r1 Test out at home. Our medical director said yes before I ended the "
        "sentence."},
    {Part::update, "^r1 August, {since} on from this thread: {w 51-58} % tested out. {w 500-700} "
        "hours of residents' time on wards instead of in the classroom. Errors per 1,000 orders "
        "the same."},

    {Part::subject, "superusers; training people; cnio ccio wider; any"},
    {Part::title, "Superusers: how many, how long and what <thanks|pay>?"},
    {Part::title, "Keeping superusers after go-live"},
    {Part::title, "Champions, superusers, floor-walkers: do the names matter?"},
    {Part::context, "We trained {w 240-420} superusers for go-live, one in {w 14-18}. After {w "
        "7-9} months I can find {w 50-70}."},
    {Part::question, "What keeps them? Time, money, a badge, or being listened to?"},
    {Part::question, "Do you let residents be superusers? They leave."},
    {Part::reply, "Being listened to. {w 30} minutes each Thursday, the build team in the room, "
        "one thing fixed live. {w 60-80} come after {w 2} years."},
    {Part::reply, "Half a day a month, on the rota, paid to the ward. Without that it's charity "
        "and the ward manager will take it back, rightly."},
    {Part::reply, "Residents: yes. They teach the next lot, and they take our ideas to the next "
        "trust. Also cheap."},
    {Part::reply, "A lanyard in a loud colour. I was wrong to laugh."},
    {Part::reply, "One in {w 10-12} on wards, one in {w 6-7} in theatres. Numbers matter less "
        "than nights: {w 4-5} in ten of ours were never on nights."},
    {Part::reply, "The best were the sceptics. We recruited {w 20-25} by asking ward managers "
        "who complained the most, and best."},
    {Part::point, "Clerks make excellent superusers."},
    {Part::point, "Send a card after."},
    {Part::point, "Tell them first, before the newsletter."},
    {Part::follow_up, "^r6 Recruiting the best complainers: done, {w 12-16} names in an hour. "
        "One asked whether it was a trap."},

    {Part::subject, "usability; nursing records strategy; ccio cnio clinical-informatics; any"},
    {Part::title, "^1 EPR usability: {w 38-57#usability1} out of 100. What did you do with the "
        "score?"},
    {Part::title, "^2 Usability survey: {w 14-22#usability2} % response and the same names"},
    {Part::title, "^1 Clicks are the wrong measure. What's the right one?"},
    {Part::title, "^1 Users who like the system: go and see what they do"},
    {Part::context, "Our usability score is {w 41-55#usability1}. It was {w 43-54} {w 2-3} years "
        "ago. £{1.2-2.6} million of optimisation lie between."},
    {Part::context, "Response to the survey was {w 15-22#usability2} %. It is the angry and the "
        "enthusiastic. The middle is on the ward."},
    {Part::question, "^1 Who moved the score by more than ten, and how?"},
    {Part::question, "Can one compare between sites? Ours differ by {w 14-19} points on the same "
        "build."},
    {Part::reply, "{w 44-49} to {w 58-63} in {w 2-3} years. It was speed, chiefly. Log-in {w "
        "40-50} seconds to {w 8-9}, screens under two. Then training at a later time, then "
        "build. In that order."},
    {Part::reply, "Same build and different score, the same here. The best site had a CCIO on "
        "the corridor and the worst had her at headquarters. {w 2-3} days a week there and it "
        "rose by {w 7-9}."},
    {Part::reply, "Sit behind those who like it. We found {w 6-7} habits in {w 4-5} people, "
        "which no one had taught."},
    {Part::reply, "^2 Response: {w 46-53} % when we asked {w 3} questions at log-in on one day "
        "and told them the results within a week."},
    {Part::reply, "Minutes in the record outside working hours is my measure. It's in the audit "
        "log and does not need a survey."},
    {Part::reply, "Between specialties it varies more than between systems. Publish with the "
        "spread or do not publish."},
    {Part::point, "Ask what they did with last year's answers. They will."},
    {Part::point, "New starters score {w 8-10} higher. For {w 3-4} months."},
    {Part::point, "Fonts. I mean it."},
    {Part::follow_up, "^r1 In that order: speed, then training later, then build. We had it the "
        "other way round, at great cost."},
    {Part::update, "^r1 Log-in {w 44-52} seconds then, {w 9-11} now, {since} on. Score {w 43-47} "
        "to {w 52-56}. The CFO asked why we did not do that first. Quite."},

    {Part::subject, "pathways; records nursing; ccio cnio clinical-informatics; acute"},
    {Part::title, "^1 Order sets: {w 240-610#pathways1}, owners: {w 11-30}"},
    {Part::title, "^1 Care bundles and forms: who maintains the content?"},
    {Part::title, "^2 Sepsis, VTE, AKI: forms or <prompts|nothing at all>?"},
    {Part::context, "We have {w 320-590#pathways1} order sets. {w 60-70} account for {w 88-93} % "
        "of use. {w 14-19} contain something which is no longer in the formulary."},
    {Part::context, "VTE assessment is at {w 94-97} % since we made it a hard stop. Appropriate "
        "prophylaxis is at {w 71-79}, as it was."},
    {Part::question, "^1 How do you keep content alive when the author has gone?"},
    {Part::question, "^2 Hard stop or not? I'd like evidence and would settle for experience."},
    {Part::reply, "^1 Expiry. A year, then it hides itself. {w 200-260} hid in the first spring, "
        "{w 31-38} came back."},
    {Part::reply, "^2 Hard stops get you completion. What moved prophylaxis was putting the "
        "*dose* as a default in the admission set, chosen by weight. {w 74-78} to {w 92-95}."},
    {Part::reply, "^1 Content belongs to the specialty with a name and a deputy; build belongs "
        "to us; use is published monthly. No owner, no set."},
    {Part::reply, "^2 AKI: the result comes with a link to one page. No stop. Recognition in the "
        "notes {w 52-58} to {w 77-83} %."},
    {Part::reply, "^1 Pharmacy reviews each before release and yearly. {w 2} days a month."},
    {Part::reply, "^1 Delete \"miscellaneous\". {w 17-22} % of orders in ours were from it."},
    {Part::point, "^1 Sort by use, never by the alphabet."},
    {Part::point, "Test with a patient of 42 kilograms."},
    {Part::point, "Evening and weekend bloods: not in default."},
    {Part::follow_up, "^r1 Expiry date it is. All {w 300-500} of them will hide on the first of "
        "{month}. I may take leave."},
};

}  // namespace

std::span<const Line> material_nursing() {
    return lines;
}

}  // namespace demo
