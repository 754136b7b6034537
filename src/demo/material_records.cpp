// What is said about records and where they are used.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "golive; records; cio ccio cnio; acute"},
    {Part::title, "Who decides to stop an EPR go-live weekend?"},
    {Part::title, "^1 Go-live in {9-16#golive1} weeks: what would you <do again|never do again>?"},
    {Part::title, "EPR go-live criteria: <the ones that mattered on the night|how many, and who "
        "signs?>"},
    {Part::title, "Cutover weekend: your real running order, please"},
    {Part::title, "Big bang or by ward? <Our board wants an answer|Asking one last time>"},
    {Part::context, "We go live with our EPR in {9-16#golive1} weeks, {w 2-3} sites, about "
        "{600-950/10} beds, all at once. The go/no-go paper has {52-74} criteria. I think {w "
        "8-12} of them are real and the rest are there so that nobody can be blamed."},
    {Part::context, "Our second dress rehearsal went <badly|rather well>. Discharge medicines "
        "took {w 17-28} minutes instead of {w 7-9}, label printers failed on {w 3-6} wards, and "
        "everybody was very polite about it. Go-live is {w 6-10} weeks off."},
    {Part::context, "The programme says we are {88-94} % ready. I have been asking what the "
        "other {6-12} % contains and I have not had the same answer twice."},
    {Part::question, "Two questions for those who have been through it. Who held the authority "
        "to stop on the night, by name or by role? And did anybody use it?"},
    {Part::question, "What was on the list that you wish had been a hard stop, and what was a "
        "hard stop that did not matter?"},
    {Part::question, "I am after the things which are not in the supplier's plan: food, sleep, "
        "who talks to the ambulance service, who tells the pharmacy to go home."},
    {Part::reply, "One name. For us it was the {exec}, on site, with the CCIO and the CIO either "
        "side, and nobody else in the room with a vote. It had been the programme board until we "
        "asked what would happen at 4 am if it was not quorate."},
    {Part::reply, "We stopped. Friday 23:00, data load {w 6-9} hours behind. It was the right "
        "decision and it cost £{180-420/10},000 and a lot of face. Six weeks later it went in "
        "without drama. I have never met anyone who regrets a delay."},
    {Part::reply, "The hard stop that mattered was printing. Not glamorous. Wristbands, specimen "
        "labels, discharge medicines. If any of those fails on a ward then the ward stops, "
        "whatever the screen says."},
    {Part::reply, "We had {60-75} criteria and the one that predicted trouble was not among "
        "them: how many staff could log in, unaided, on their own ward, on a normal Tuesday. We "
        "sampled {150-300/10} and got {71-84} in 100."},
    {Part::reply, "Big bang, {700-1100/50} beds, {w 2-4} years ago. I would do it again, because "
        "running two records side by side for months frightened me more. But freeze elective "
        "work for {w 2-3} weeks and say it early. We reduced outpatients by half and it was not "
        "enough."},
    {Part::reply, "By ward, over {w 7-12} weeks, in a smaller place. Safer at the start and "
        "dreadful in the middle, when patients moved from a ward on the new system to a ward on "
        "paper {30-50} times a day. We put a nurse at each border."},
    {Part::reply, "Sleep. Nobody in the command centre worked more than ten hours, and it was "
        "enforced with the door badge. The decisions on night two were visibly better than at "
        "the place I had been before."},
    {Part::reply, "Have a room for clinicians who are cross, with a person in it who has the "
        "power to fix {w 3-5} small things a day. We fixed a print margin in forty minutes and "
        "it bought us a week of goodwill."},
    {Part::reply, "Take the go-live helpline number off the posters after a month. We had staff "
        "ringing it for password resets {w 7-10} months later."},
    {Part::reply, "Data migration: we loaded future appointments {w 3-4} times in rehearsal and "
        "on the night {1800-3400/100} had lost their location. Check a named sample by hand, a "
        "hundred, chosen by clinic clerks and not by the programme."},
    {Part::reply, "I would look at the second Monday and not the first. On the first, everyone "
        "is looking. On the second, half the floor-walkers have gone and the first coding "
        "deadline falls."},
    {Part::reply, "Our readiness percentage was the average of {14-22} workstreams. One of them "
        "was at 40 and it was medicines. Never average."},
    {Part::reply, "Ambulance handover. Please talk to them before. Ours went from {18-24} to "
        "{45-70} minutes for the first {w 4-6} days, and they heard about go-live from the radio."},
    {Part::point, "Buy twice the chargers."},
    {Part::point, "One shared picture of open issues, sorted by ward and not by workstream."},
    {Part::point, "Write the stop email in advance. It is easier to send."},
    {Part::point, "Tell the coroner's office and the bereavement team."},
    {Part::point, "Keep the old system readable, with logins tested, for at least {w 3-6} months."},
    {Part::point, "Feed people something other than pizza by day three."},
    {Part::point, "The chapel was our quiet room. It was used."},
    {Part::follow_up, "^r3 Thank you, so many useful things. We have cut the list to {w 11-15} "
        "hard stops, printing at the top. The {exec} has the vote, and has cleared the weekend."},
    {Part::follow_up, "^r6 The border nurse between wards is a point I have not seen in any "
        "plan. Did you have them at night too?"},
    {Part::follow_up, "^r12 That reply about averaging: I looked. Our {88-94} % has one "
        "workstream at {41-55}. Guess which."},
    {Part::update, "^r3 {Since} later, and we are live. Sixteen hours late, one hard stop "
        "invoked and cleared (printing, thank you). Handover times took {w 7-11} days to come "
        "back. We had {1400-2600/100} calls in week one and {210-340/10} in week four."},
    {Part::update, "Update: we postponed, by {w 5-8} weeks. This topic was quoted in the paper, "
        "without names. The board took it better than the supplier did."},

    {Part::subject, "afterlive; records training; ccio cnio cio; acute"},
    {Part::title, "Six months after go-live: when does it get better?"},
    {Part::title, "Optimisation after go-live: how do you choose what to fix?"},
    {Part::title, "^1 {600-1900/100#afterlive1} change requests and one build team"},
    {Part::context, "We are {w 5-8} months past go-live. The crisis is over and what remains is "
        "a long dull ache: {600-1900/100#afterlive1} change requests, {w 4-6} analysts, and "
        "clinicians who were promised that \"this will be fixed in optimisation\"."},
    {Part::context, "Our programme team left on {the last day of the month|a Friday} and took "
        "the knowledge with them. The wish list has {700-1500/100} lines, oldest first. I do not "
        "believe that the oldest is the most important."},
    {Part::question, "How do you rank requests? We have tried votes, which gave us dark mode."},
    {Part::question, "What gave people hope? I mean small, visible things, in the first {w 2-3} "
        "months."},
    {Part::reply, "We deleted everything older than {w 4-6} months and told people to ask again "
        "if they still cared. {12-19} in 100 did. Best afternoon of the year."},
    {Part::reply, "Rank by minutes: how many people, how often, how many seconds. A renamed "
        "button on a form opened {w 4-9},000 times a day beats any committee."},
    {Part::reply, "Specialty by specialty, in sprints of {w 4-6} weeks. Analysts sit in the "
        "specialty. At the end the clinical lead signs that they are done, for now. We have done "
        "{w 7-12}. Satisfaction moved where we sat and nowhere else."},
    {Part::reply, "A weekly note of five fixes, with the names of the people who asked. Open "
        "rate {60-72} %. It is read because it is short and because people look for their own "
        "name."},
    {Part::reply, "It gets better in about a year, in my experience of {w 2-3} of these. At six "
        "months people compare it with an imagined old system. At twelve they begin to complain "
        "about different things, which is a good sign."},
    {Part::reply, "Training again, at month {w 4-6}, for people who now have real questions. We "
        "offered one hour of one-to-one at their own desk to {110-190/10} consultants. {70-82} "
        "in 100 took it. Time in notes after hours fell by {14-24} %."},
    {Part::reply, "{Kind}: our backlog was really {w 9-14} problems, told {900-1400/100} times. "
        "Group before you rank."},
    {Part::reply, "I would keep two programme people for a year, whatever the finance director "
        "says. We let them all go and then hired {w 2-3} back by the day."},
    {Part::point, "Say no in writing, kindly, with a reason. It is the silence people hate."},
    {Part::point, "Let each division have one guaranteed fix per month."},
    {Part::point, "A public list of what will *not* be done is oddly popular."},
    {Part::point, "Visit at night. The list is different."},
    {Part::follow_up, "^r1 Delete and let them ask again. I can hear the gasp already. I will "
        "bring it to the board as an experiment for two divisions."},
    {Part::update, "^r1 {Since} on: we removed {500-900/50} requests in two divisions. "
        "{90-140/5} came back. Nobody was hurt."},

    {Part::subject, "migration; records data; cio clinical-informatics ccio; acute"},
    {Part::title, "Migrating old records: how much history do you bring over?"},
    {Part::title, "Data migration: what did you leave behind <and who missed it>?"},
    {Part::title, "{w 12-18} years of documents: scan, migrate or <leave>?"},
    {Part::context, "We have to decide what moves from the old system to the new. The supplier's "
        "default is {w 18-24} months of results and demographics. Renal want {w 15-20} years of "
        "creatinine. Everyone else wants \"everything\", until I ask who will check it."},
    {Part::context, "Trial load {w 2-4} has finished: {2.1-3.9} million patients, {4-9} in 1,000 "
        "duplicates, and {11-24},000 letters whose author is a user called MIGRATE, from the "
        "last time."},
    {Part::question, "How far back did you go, by type? And did you keep the old system readable "
        "instead?"},
    {Part::question, "How did you check clinically? We have an automatic reconciliation, and I "
        "do not trust green ticks alone."},
    {Part::reply, "Results: {w 5-7} years for all, {w 15-20} for renal, haematology and "
        "transplant. Documents: {w 3-5} years. Problem lists: none, because they were fiction. "
        "Allergies: all, by hand. Alerts: reviewed one by one, {w 6-8} in ten dropped."},
    {Part::reply, "We kept the old system as a read-only archive with a button in the new "
        "record. {w 30-45} uses a day in the first month, {w 2-4} a day after a year. That is a "
        "cheaper migration than most."},
    {Part::reply, "Clinical checking: {w 8-12} clinicians, {w 25-40} patients each, chosen as "
        "complicated. They found {w 9-15} kinds of error. Automatic reconciliation had found "
        "none of these, because all counts matched."},
    {Part::reply, "Do not migrate appointment *types* by name. \"Follow up\" meant {w 9-14} "
        "different things in ours."},
    {Part::reply, "Units. A load of old results had glucose in two units and nobody knew which "
        "until we plotted them. Please plot everything."},
    {Part::reply, "I regret bringing over so much. Search is slow, the junk is still junk, and "
        "it now looks official."},
    {Part::reply, "Deceased patients: leave them in the archive unless you have a reason. It "
        "removed a third of our volume."},
    {Part::point, "Merge duplicates before, never after."},
    {Part::point, "Keep the old identifiers, all of them, visibly."},
    {Part::point, "A freeze on merging in the last {w 2-3} weeks saved us."},
    {Part::point, "Ask medico-legal. They have a longer memory than you would like."},
    {Part::follow_up, "^r2 The read-only archive is winning. The quote for the licence is "
        "£{40-85},000 a year, which still compares well."},
    {Part::update, "^r5 Loaded. {Since} of trials, {w 5-7} of them. The plot of everything found "
        "a unit error in one test out of {340-480/10}. I bought the analyst a cake."},

    {Part::subject, "discharge; records interop; ccio cnio clinical-informatics; acute"},
    {Part::title, "^1 Discharge summaries: {w 9-14} pages and the GP cannot find the change"},
    {Part::title, "^1 What is in your discharge summary that a GP <reads|needs>?"},
    {Part::title, "^2 Discharge summary within 24 hours: how do you count it?"},
    {Part::title, "^1 Medicines on discharge: \"changed, stopped, started\" done properly"},
    {Part::context, "Our discharge summary has {w 24-33} headings, of which {w 11-15} are "
        "usually empty and printed anyway. A friendly GP marked {w 20-30} of them for us. The "
        "average was \"could do better\", and in {w 7-11} he could not tell what he was being "
        "asked to do."},
    {Part::context, "We report {88-96} % within 24 hours. Our GPs say it is not so. It turns out "
        "that we count the time it was *completed*, and {w 4-7} in 100 then sit in a queue "
        "overnight, and {w 2-3} go to the wrong surgery."},
    {Part::question, "^1 What did you take out? Adding is easy."},
    {Part::question, "Who writes it, and do you let anybody but a doctor do so?"},
    {Part::reply, "We moved \"actions for GP\" to the first line, limited to {w 3-4}, each "
        "starting with a verb. If there are none it says *no action requested*. GPs sent us a "
        "thank-you card. I have it framed."},
    {Part::reply, "^1 We removed {w 12-17} headings. One complaint, from a department that had "
        "put its visiting hours there."},
    {Part::reply, "Pharmacists do the medicines section before the doctor writes a word. Errors "
        "per summary went from {1.3-1.9} to {0.3-0.6}. It needs {w 2-3} more pharmacists, and "
        "that is the whole business case."},
    {Part::reply, "Nurses and physician colleagues draft, doctor signs, in our {ward}. Time from "
        "decision to leaving dropped by {50-80} minutes."},
    {Part::reply, "We tried generated drafts. Good on the story, weak on what was *stopped* and "
        "why. The resident must read it all, and reads it less the better it gets. We are still "
        "trialling, with one in {w 4-6} checked."},
    {Part::reply, "GP here. Three things: what you did, what you changed, what you want me to "
        "do. And a phone number which is answered by a person."},
    {Part::reply, "^2 Count it from the surgery's end. We asked {w 12-20} practices to tell us "
        "the time it arrived. The true figure was {71-79} %."},
    {Part::reply, "Copies to patients changed the language overnight. Nobody writes \"poor "
        "historian\" to the person themselves."},
    {Part::point, "Pending results: name the person who will look."},
    {Part::point, "^2 Weekend discharges need their own number."},
    {Part::point, "A code for the main diagnosis, or the surgery types it again."},
    {Part::point, "Ban \"as above\"."},
    {Part::follow_up, "^r1 *No action requested*. Lovely. And I will ask {w 10-15} practices for "
        "their clock, though I fear the answer."},
    {Part::follow_up, "^r2 Visiting hours! Ours has the car park."},
    {Part::update, "^r1 Done: {w 12-16} headings gone, actions first. {Since} on, calls from "
        "practices to wards are down by {28-41} %. The car park stayed, by popular vote of one."},

    {Part::subject, "coding; records data; clinical-informatics ccio cio; acute"},
    {Part::title, "^1 Clinical coding: depth has fallen <since|after> go-live"},
    {Part::title, "^1 Coders and the EPR: are they reading what we write?"},
    {Part::title, "SNOMED CT at the point of care: who does it well?"},
    {Part::title, "^2 Problem lists: has anyone got doctors to keep one?"},
    {Part::context, "Since go-live our average depth of coding fell from {5.8-6.6} to {4.6-5.4}. "
        "Finance have put a figure on it of £{1.1-2.8} million a year, and suddenly everybody "
        "is interested in problem lists."},
    {Part::context, "We have problem lists. {w 6-7} in ten inpatients have nothing on theirs, "
        "and one patient has \"chest pain\" {w 9-14} times."},
    {Part::question, "What made clinicians code as part of the work and not as a favour?"},
    {Part::question, "^1 Do your coders sit with the clinical teams, and did it help?"},
    {Part::reply, "^1 Coders on the ward round, two mornings a week, in {w 3-4} specialties. "
        "Depth went up by {0.8-1.3}, and more to the point the coders learned what the "
        "abbreviations mean."},
    {Part::reply, "^2 Make the list useful to its author. If the problem list writes the first "
        "part of the discharge summary, people keep it. When it did not, {w 8-14} in 100 had "
        "one. Now {70-81}."},
    {Part::reply, "Fewer terms. We gave each specialty a list of {w 60-90} and hid the other "
        "three hundred thousand behind a second key press."},
    {Part::reply, "^1 Depth is not quality. Ours rose after we began to prompt for "
        "comorbidities, and an audit then found {w 9-13} in 100 of the added codes had no "
        "evidence in the notes."},
    {Part::reply, "^2 A resident told me: \"I stopped adding problems because I could not remove "
        "them.\" Check who is allowed to close one."},
    {Part::reply, "^1 The drop after go-live is nearly universal and half of it returns in a "
        "year. Coders are learning where things are. Tell finance that now, in writing."},
    {Part::reply, "^1 We use suggestions from text, confirmed by the coder and never automatic. "
        "{w 14-20} % faster, and they like it. It took {w 5-7} months to earn that."},
    {Part::point, "Capture laterality once, early."},
    {Part::point, "Ask coders to name their five worst specialties. Then go there."},
    {Part::point, "Family history on the problem list: please, no."},
    {Part::follow_up, "^r5 Closing a problem: I checked. Only the consultant who added it can. "
        "There we are."},
    {Part::update, "^r5 Opened up closing to the whole team. {Since} later \"chest pain\" "
        "appears at most twice for anybody, and lists with at least one active problem rose from "
        "{38-44} to {61-70} in 100."},

    {Part::subject, "digitise; records strategy; cio ccio; any"},
    {Part::title, "^1 Scanning the paper library: {9-16#digitise1} kilometres of shelves"},
    {Part::title, "^2 Paper-lite: what is still on paper at your place?"},
    {Part::title, "^1 Records retention and {w 2-4} warehouses of notes"},
    {Part::context, "We pay £{210-460/10},000 a year to store {11-19#digitise1} kilometres of "
        "paper, and {w 5-8} in 100 of the folders are asked for in any year. The scanning quote "
        "is £{3.1-5.8} million."},
    {Part::context, "Officially we are paperless. I walked round and collected {31-47} different "
        "forms in use in one afternoon, {w 8-12} of which nobody could explain."},
    {Part::question, "^1 Scan everything, scan on demand, or let it age out under the retention "
        "schedule?"},
    {Part::question, "^1 If you scanned: who looks at it? Ours would be {w 40-90} pages per "
        "folder, with no index."},
    {Part::reply, "^1 On demand. If a patient is booked, the folder is scanned; after {w 3-4} "
        "years without a visit it stays in the store until its date. Cost is a fifth of scanning "
        "all and the use is the same."},
    {Part::reply, "^1 We scanned all. Opened at least once: {w 11-16} in 100. I would not do it "
        "again, but the building did get sold."},
    {Part::reply, "^1 Destroy what is due first. We found {w 19-26} % of boxes past their date, "
        "in a proper review with the records manager. Mind any legal hold."},
    {Part::reply, "^2 Forms amnesty: each form on the ward must have an owner and a review date, "
        "or the printer room stops stocking it. From {380-520/10} to {90-140/5} in a year."},
    {Part::reply, "^1 Index at least by year and by type. A flat file of {200-400/50} pages is "
        "worse than paper, because with paper you know where the yellow sheets are."},
    {Part::reply, "^2 Consent forms and drug charts for chemotherapy were the last paper here. "
        "Both had good reasons. It is worth asking before you declare victory."},
    {Part::point, "Test reading on the ward's worst monitor."},
    {Part::point, "Mental health, maternity and children have longer dates."},
    {Part::point, "^1 The porters know where the lost folders are."},
    {Part::follow_up, "^r3 Destroy first. Our records manager has been saying so for years and "
        "is delighted that somebody is listening."},
    {Part::question, "^2 How did you get rid of forms that nobody owns?"},
    {Part::reply, "^2 Look at who reorders them. The print room knew every form, its author and "
        "the quantity. Half of ours had been reordered for {w 9-12} years by somebody who had "
        "left."},
};

}  // namespace

std::span<const Line> material_records() {
    return lines;
}

}  // namespace demo
