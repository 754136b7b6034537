// What is said about clinical safety.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "alertfatigue; safety meds; ccio cnio clinical-informatics; acute"},
    {Part::title, "Alert fatigue: has anybody <really|measurably> switched alerts off?"},
    {Part::title, "Override rates for <interaction|allergy|dose> alerts: what is yours?"},
    {Part::title, "We override {91-97#alertfatigue1} in 100 alerts. Who decides to turn them off?"},
    {Part::title, "Turning off drug interaction alerts without <losing sleep|starting a fight>"},
    {Part::context, "Last month our prescribers saw {41-68},000 interaction and duplicate "
        "warnings and overrode {92-97#alertfatigue1} in 100 of them. The most common override "
        "reason is a single letter. I can name {w 3-4} alerts which have changed a decision this "
        "year, and {w 2-3} which annoyed someone into missing a real one."},
    {Part::context, "We inherited the supplier's default interaction set when we went live {w "
        "2-5} years ago. Nobody has dared to prune it since. Pharmacy want evidence, doctors "
        "want silence, and I am in the middle."},
    {Part::question, "Who owns the decision in your organisation to suppress an alert? And how "
        "did you show it was safe?"},
    {Part::question, "Has anybody published or presented a before-and-after? I would like to see "
        "harm, not only clicks."},
    {Part::question, "I would value two numbers from anyone willing: alerts per 100 orders, and "
        "override rate."},
    {Part::reply, "{Kind}: {18-34} alerts per 100 orders, override {88-95} in 100. After "
        "pruning: {7-11} and {61-74}. We switched off {40-75} rules in {w 3-5} rounds, each "
        "round reviewed after a month for incidents. None traced to a suppressed rule so far."},
    {Part::reply, "Ownership: the drugs and therapeutics committee, with a written rule that any "
        "alert overridden more than {95-98} in 100 times over a quarter comes to the agenda by "
        "itself. The burden then is on whoever wants to *keep* it."},
    {Part::reply, "We made it a joint decision of the chief pharmacist and CCIO, two signatures, "
        "log kept. The committee was where it went to die."},
    {Part::reply, "Please look at who gets the alert as well. Half of ours fired for the "
        "pharmacist at verification *and* for the prescriber. Removing one of the two halved the "
        "volume overnight."},
    {Part::reply, "I would warn against override rate as the measure. A warning that is "
        "overridden nine times in ten and right on the tenth may be the best one you have. We "
        "sample {40-60} overrides a month and ask a pharmacist if they were reasonable. It is "
        "about {90-94} in 100."},
    {Part::reply, "Our most useful change was not a removal. We turned hard stops for allergies "
        "back on, with a real reason required, and made all the rest passive text beside the "
        "order. Prescribers noticed the difference at once."},
    {Part::reply, "Nurses get forgotten in this. At administration we had {w 3-5} pop-ups for a "
        "routine dose round. The {ward} timed it: {14-22} minutes a round spent closing boxes."},
    {Part::reply, "The supplier's standard set is written for every country they sell to. We "
        "found {w 11-19} rules on drugs we have never stocked."},
    {Part::reply, "Duplicate-therapy alerts: gone, all of them, apart from anticoagulants, "
        "opioids and paracetamol. {14-20} months, no regrets."},
    {Part::reply, "Sepsis alert, since nobody has mentioned it: ours fired on {22-31} in 100 "
        "admissions. We moved it from a pop-up to the ward board and now somebody actually looks."},
    {Part::point, "Ask the supplier for the firing log in a form you can sort. Ours came as a "
        "PDF of {900-1400/100} pages."},
    {Part::point, "Write down the reason you kept each one. In two years nobody will remember."},
    {Part::point, "Residents rotate in August. Measure in July and October, or you measure the "
        "rotation."},
    {Part::point, "Renal dosing is where I would spend the attention you free up."},
    {Part::follow_up, "^r2 This is gold. The \"comes to the agenda by itself\" rule is going "
        "straight into my paper. For the record ours is {21-30} alerts per 100 orders."},
    {Part::follow_up, "^r5 Fair point on override rates as a measure. We will sample too. Does a "
        "pharmacist do yours blind to the outcome?"},
    {Part::update, "{Since} since I asked: round one is done, {26-44} rules off, volume down "
        "{38-52} %. One incident reported as \"no alert shown\", which on review had never had a "
        "rule. We are going on with round two."},

    {Part::subject, "wrongpatient; safety; ccio cnio clinical-risk-officers; acute"},
    {Part::title, "Wrong patient, right form: how do you measure it?"},
    {Part::title, "Two charts open at once: allow it or not?"},
    {Part::title, "Wrong-patient <orders|entries>: what has brought the number down?"},
    {Part::context, "We looked at orders cancelled by the same prescriber within ten minutes and "
        "placed again for someone else. It comes to {31-58} a month, about {w 4-7} for every "
        "10,000 orders. I had guessed {w 2-5}."},
    {Part::context, "Our emergency department wants to open {w 3-4} charts at once, because that "
        "is how they work. Our safety log has {w 5-9} events this year where the wrong one of "
        "them was in front."},
    {Part::question, "Does anybody limit open charts and live to tell the tale? And has the "
        "photograph in the banner helped you?"},
    {Part::question, "What have you tried that moved the figure, as opposed to the policy?"},
    {Part::reply, "We limit to {w 2-3} open charts everywhere, four in the emergency department. "
        "There was shouting for a fortnight. Retract-and-reorder went from {w 5-7} per 10,000 to "
        "{w 3-4}. So it helps, and it does not solve."},
    {Part::reply, "Photographs: yes, in mental health and learning disability wards, where we "
        "have consent for {80-90} in 100. It is the one change staff *thank* us for."},
    {Part::reply, "Location in the banner, large. \"Bay C, bed 4\" turned out to matter more "
        "than the name, since that is how people hold patients in mind at 3 am."},
    {Part::reply, "We do not limit. We colour the whole frame instead, a different colour for "
        "each open record. It is ugly. It seems to work about as well as a limit, {30-40} % "
        "down, without the shouting."},
    {Part::reply, "Printers, in our case. {w 4-6} of {w 11-15} events were the right form "
        "printed at a shared printer and picked up by the next person. No screen change would "
        "have helped."},
    {Part::reply, "We added a re-confirm step for blood transfusion and for opioids only. Two "
        "keystrokes: the patient's initials. Everything else stays quick. Any wider than that "
        "and people type without looking."},
    {Part::reply, "A caution on the measure: retract-and-reorder misses the ones which nobody "
        "notices, and those are the ones you want. We cross-check with pharmacy queries that say "
        "\"patient not on this\"."},
    {Part::point, "Twins and newborn babies need their own rule. \"Baby of\" is a hazard in "
        "itself."},
    {Part::point, "Ask the night staff. They know."},
    {Part::point, "Check sessions left open on shared workstations: half of ours were that."},
    {Part::point, "The wristband scanner only helps if it is within reach of the bed."},
    {Part::follow_up, "^r4 Good, I had not thought of colouring. Our supplier says the frame "
        "colour is \"on the roadmap\", so I will ask which year."},
    {Part::update, "^r1 {Since} on: limit of {w 2-3} charts in all but the emergency department. "
        "Figure down by about a third. I did promise to report complaints: {w 3-6} formal, all "
        "from the same specialty."},

    {Part::subject, "results; safety records; ccio clinical-risk-officers clinical-informatics; "
        "acute"},
    {Part::title, "Unacknowledged results: {11-48#results1},000 and counting"},
    {Part::title, "Who owns a result when the requester has <rotated|left|gone on leave>?"},
    {Part::title, "Results acknowledgement: has anyone got it to work <at scale|outside one keen "
        "specialty>?"},
    {Part::title, "Closing the loop on <radiology|pathology|histology> results"},
    {Part::context, "Our EPR says that {11-64#results1},000 results from the last {w 3-6} months "
        "have not been acknowledged. Most have of course been seen, by somebody, somewhere. I "
        "cannot tell which have not, and last quarter {w 2-3} of those mattered."},
    {Part::context, "The inbox works on a simple idea: the person who ordered it reads it. Then "
        "the residents rotate, the locum leaves, the consultant goes part time, and {500-900/50} "
        "results a week fall on the floor."},
    {Part::question, "What is your policy in one sentence, and does the system enforce it? I "
        "have read {w 5-8} policies now and none survive a bank holiday."},
    {Part::question, "How do you separate what must be read by a human from the {85-95} in 100 "
        "that are normal? I would like to auto-file normals and the safety group would like me "
        "not to."},
    {Part::reply, "One sentence: *the consultant named on the encounter owns it*. The system "
        "routes by encounter, not by requester. It took {w 8-14} months to get the encounter "
        "consultant right, and that was the real work."},
    {Part::reply, "We auto-acknowledge normal full blood counts and urea and electrolytes for "
        "inpatients after 72 hours, with no flag and no delta. It removed {58-71} in 100 of the "
        "pile. {w 14-22} months, audit of {300-500/50} cases, no harm found."},
    {Part::reply, "Radiology is different. We use a coded \"unexpected finding\" from the "
        "radiologist, which opens a task for a person and rings a failsafe team if it is not "
        "closed in {5-10} working days. The failsafe team is {1.5-2.5} whole-time clerks. Worth "
        "every penny."},
    {Part::reply, "The pile itself is a hazard. When people see {4-9},000 in the inbox they stop "
        "looking. We drew a line, archived everything older than six months after a risk review, "
        "and began again at zero."},
    {Part::reply, "I do not think this is an IT problem, and I say that as the {role}. We gave "
        "each specialty its own number every Friday. Not a target, only the number. Halved in {w "
        "3-5} months."},
    {Part::reply, "Beware of pools. We sent results to team inboxes, and with everyone "
        "responsible nobody was. We now have a pool *and* a duty name in it each day."},
    {Part::reply, "Histology: we send the consultant a weekly list of *requests without a "
        "report*, as well as reports without a reader. The first list is where our two bad ones "
        "were."},
    {Part::reply, "Auto-filing normals: please be careful with \"normal\" for a result that was "
        "meant to be abnormal. A normal level of a drug that should be there is news."},
    {Part::reply, "For discharged patients our rule is that a result pending at discharge is "
        "named in the discharge letter. {w 3-6} in ten letters did so before we put it in the "
        "template, nearly all do now."},
    {Part::reply, "GP here. Please do not solve it by copying everything to us. \"Copied for "
        "information\" is not a handover."},
    {Part::point, "Report the oldest one, not the average."},
    {Part::point, "Ask what happens to results for a person who has died. Somebody rings the "
        "family otherwise."},
    {Part::point, "Locums need a sponsor consultant at log-in. No sponsor, no inbox."},
    {Part::point, "Delta checks are worth more than reference ranges here."},
    {Part::follow_up, "^r1 Encounter rather than requester: I keep hearing that. How did you "
        "clean up the encounter consultant in outpatients, where ours is whoever opened the "
        "clinic in {2011-2016}?"},
    {Part::follow_up, "^r10 Thank you all. To the GP: heard, and agreed. It will be in the paper "
        "in bold."},
    {Part::update, "^r8 An update, {since} on. Normals auto-file after 72 hours in {w 3-5} "
        "specialties. Backlog down from {40-60},000 to {8-14},000. The first audit found one "
        "result which should not have been filed, a tacrolimus level, so drug levels are now out "
        "of scope."},

    {Part::subject, "saamd; ai safety; ccio clinical-risk-officers clinical-informatics; any"},
    {Part::title, "Is it a medical device? The <calculator|triage form|risk score> question again"},
    {Part::title, "Software as a medical device: who in your trust makes the call?"},
    {Part::title, "^1 Risk scores in the EPR: did you register anything?"},
    {Part::context, "We want to show {a score} in the EPR, calculated from observations we "
        "already hold. The formula is published. The moment we act on it, {w 2-4} colleagues "
        "tell me it becomes a medical device, and {w 2-3} tell me that it does not."},
    {Part::context, "A supplier's letter says its triage tool is \"decision support and "
        "therefore not a device\". My reading is the opposite. The clinical lead would like to "
        "start on <Monday|the first of the month>."},
    {Part::question, "Who decides in your organisation, and is it written down anywhere? I do "
        "not need certainty, I need a process."},
    {Part::question, "Has anybody gone through in-house manufacture properly? What did it cost "
        "you in time?"},
    {Part::reply, "Our rule of thumb: if a clinician could have done the same sum on paper and "
        "can see all the inputs, we treat it as low concern and write down why. If they cannot "
        "check it, we treat it as a device until shown otherwise."},
    {Part::reply, "We have a panel of three, CSO, medical engineering and governance, who meet "
        "when there is something and keep a decision log. {14-26} decisions so far. The log is "
        "the thing that helps, because like cases get like answers."},
    {Part::reply, "^2 \"Decision support and therefore not\" is a red flag for me. Intended "
        "purpose decides, and that is what *they* write in the instructions for use. Ask for "
        "these."},
    {Part::reply, "In-house: we did it once. {w 7-11} months of one band 8a at half time. It was "
        "right to do and I would not do it for a score."},
    {Part::reply, "Medical engineering have been dealing with this for decades. We had never "
        "invited them. They were rather pleased to be asked."},
    {Part::point, "Ask what happens when an input is missing. Many scores silently treat a blank "
        "as normal."},
    {Part::point, "Write the version of the formula next to the number on the screen."},
    {Part::point, "The regulator does answer email. Ours took {w 3-6} weeks and was useful."},
    {Part::follow_up, "^r2 A decision log. Of course. Thank you, that is the process I was "
        "missing."},

    {Part::subject, "copypaste; safety records; ccio clinical-informatics cnio; acute"},
    {Part::title, "Copy forward and note bloat: <policy or plumbing?|what has worked?>"},
    {Part::title, "^1 {58-74#copypaste1} in 100 of our ward round notes are yesterday's note"},
    {Part::title, "Would you switch copy-forward off?"},
    {Part::context, "We sampled {200-400/50} ward round entries. {58-74#copypaste1} in 100 of "
        "the text was the same as the day before, and in {9-16} in 100 it was wrong by then: "
        "drains that had been removed, antibiotics that had stopped."},
    {Part::context, "A consultant showed me an admission with {41-66} pages of notes for a stay "
        "of {w 4-6} days. The actual reasoning would fit on a postcard."},
    {Part::question, "Has anybody turned copy-forward off, or limited it? I can see the uprising "
        "from here."},
    {Part::question, "I wonder if templates are the real cause. Do you let people build their "
        "own?"},
    {Part::reply, "We turned it off for the examination and plan sections and left it on for "
        "problem lists. Two weeks of noise, then quiet. Average note went from {610-780/10} "
        "words to {280-360/10}."},
    {Part::reply, "Ours shows copied text in grey until somebody edits it. It costs nothing, "
        "shames nobody and readers can skip. I think that is the answer."},
    {Part::reply, "Please do not blame the residents. They copy because the ward round moves at "
        "{w 4-6} minutes per patient and the system needs {w 3-4} to open a note."},
    {Part::reply, "Personal templates: we froze new ones at {1100-1900/100}. Then deleted all "
        "those not used for 90 days. {70-85} in 100 went. One person noticed."},
    {Part::reply, "The note has too many readers. Coding wants one thing, legal another, the "
        "night team a third. We gave the night team their own short field and the bloat bothers "
        "them less."},
    {Part::reply, "Worth saying that ambient tools will make this worse before they make it "
        "better. They produce lovely long prose."},
    {Part::point, "Measure the share of text that is new. It is a sobering chart."},
    {Part::point, "Auto-inserted results are the bulk of ours, not copying."},
    {Part::point, "Ask your coders which notes they like. They have opinions."},
    {Part::follow_up, "^r2 Grey text, I love it. Asked the supplier, and it is a setting we "
        "never switched on."},
    {Part::update, "^r2 With grey text on for {since}: unchanged share is down from {58-70} to "
        "{40-49} in 100. No policy was written."},

    {Part::subject, "allergies; safety meds interop; ccio clinical-informatics cnio; any"},
    {Part::title, "Allergy records that disagree: which one is the truth?"},
    {Part::title, "Reconciling allergies between GP, hospital and <community|mental health> "
        "systems"},
    {Part::title, "^1 Four allergy lists for one patient"},
    {Part::context, "For one patient last week: the GP record said penicillin, our EPR said \"no "
        "known allergies\", the theatre system said latex, and the paper notes said all of it "
        "and \"plasters\". The patient says she came out in a rash once, in {1982-1994}."},
    {Part::context, "We are about to switch on sharing of allergies across {w 3-5} "
        "organisations. In testing {19-28} in 100 patients had lists which conflict, and half of "
        "the entries are free text."},
    {Part::question, "Who reconciles, and when? At admission is the textbook answer, and nobody "
        "has the {w 4-7} minutes."},
    {Part::question, "Would you merge automatically, and show everything, or choose a master? "
        "None of these feels safe."},
    {Part::reply, "Show everything with its source and date, merge nothing. Clinicians are used "
        "to disagreement between sources. They are not used to a machine deciding it for them."},
    {Part::reply, "Pharmacy technicians at admission, {w 3-5} minutes each, structured with "
        "reaction and severity. {72-84} in 100 done within 24 hours. Nothing else we tried came "
        "near."},
    {Part::reply, "De-labelling of penicillin is where the prize is. We found {w 6-8} in ten "
        "labels were intolerances. It needs an allergy clinic, not a message."},
    {Part::reply, "\"No known allergies\" and \"not asked\" must be different values. In our "
        "migration they were the same value. {w 9-14} weeks to put right."},
    {Part::reply, "Free text is the enemy. We mapped {4200-6800/100} strings to codes. {w 6-8} "
        "in ten mapped by machine, the rest took two pharmacists {w 5-8} weeks."},
    {Part::reply, "I would not share until you can *retract*. An allergy sent in error lives on "
        "in every system that received it."},
    {Part::point, "Intolerance, allergy, and \"mother says\": three different things."},
    {Part::point, "Ask about the severity field. Ours defaulted to \"severe\"."},
    {Part::point, "The patient portal is a source too. Patients correct theirs, given the chance."},
    {Part::follow_up, "^r1 Show everything, merge nothing. I think that has my vote, and it is "
        "less work. Thank you."},

    {Part::subject, "incidents; safety; clinical-risk-officers ccio cnio; any"},
    {Part::title, "^1 Digital incidents: do they show up in your reporting system?"},
    {Part::title, "^2 Getting staff to report when the computer was part of the <problem|harm>"},
    {Part::title, "^1 Coding incidents as \"digital\": {4-9} in 100 or {20-30} in 100?"},
    {Part::context, "Our incident system has one tick box for \"IT\". It was ticked {60-110/5} "
        "times last year. I read {250-400/50} reports from one quarter by hand, and in {21-29} "
        "in 100 the record system had some part in it."},
    {Part::context, "Staff ring the service desk for a bug and fill in an incident form for "
        "harm. When a bug causes harm they do whichever is quicker, which is neither."},
    {Part::question, "How do you join the two? I would like one form and no more than {w 4-6} "
        "questions."},
    {Part::question, "^1 Has anybody used text search over incident reports to find the digital "
        "ones? I am not asking for AI, only for something better than a tick box."},
    {Part::reply, "We gave the service desk a button: \"a patient could have been harmed\". It "
        "sends a copy to the safety team. {w 6-11} a week. About one in {w 4-6} is real, and "
        "those we would never have heard of."},
    {Part::reply, "Text search for {30-45} words, \"screen\", \"system\", \"did not pull "
        "through\", \"greyed out\". It catches {80-88} in 100 of what reading by hand does. One "
        "of our analysts wrote it in a day."},
    {Part::reply, "We read every Monday: CSO, risk lead, a matron, thirty minutes, all reports "
        "with a digital smell. It is the cheapest safety meeting we have."},
    {Part::reply, "Feedback is what drives reporting. We answer each one in {5-10} working days "
        "with what was done, and reports went up {w 3-5} times. The number of harms did not, in "
        "case your board asks."},
    {Part::reply, "Be careful what you count as caused by the system. \"Result not seen\" is "
        "often filed as human error. Ask what the screen showed at the time."},
    {Part::reply, "In {a kind} we see fewer but nastier ones. Most of ours are about missing "
        "records at the point of a crisis, late at night."},
    {Part::point, "Screenshots without patient details should be allowed. Ours were forbidden by "
        "policy until last year."},
    {Part::point, "Put near misses on a poster. It gives permission."},
    {Part::point, "Learn the ward words. Nobody says \"EPR\", they say \"the system\" or \"the "
        "computer\" or worse."},
    {Part::follow_up, "^r1 The button on the service desk is so obvious that I am annoyed. Thank "
        "you."},
    {Part::update, "^r1 {Since} of the button: {70-130} reports, {16-28} real, {w 2-3} of them "
        "fixed with a supplier patch. The desk likes it, because they finally have somewhere to "
        "send these."},
};

}  // namespace

std::span<const Line> material_safety() {
    return lines;
}

}  // namespace demo
