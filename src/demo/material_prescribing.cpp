// What is said about medicines.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "epma; meds records; ccio cnio clinical-risk-officers; acute"},
    {Part::title, "^1 e-Prescribing rollout: <paper charts for how long?|wards in what order?>"},
    {Part::title, "^2 ePMA in {w 9-14#epma1} wards: <what slowed us down|the first fortnight>"},
    {Part::title, "^1 Prescribing on paper and on screen in the same hospital"},
    {Part::title, "^1 ePMA: critical care and paediatrics last, or first?"},
    {Part::context, "We start e-prescribing in {w 8-12} weeks, {w 22-34} wards over {w 4-6} "
        "months. Patients will move between paper and screen about {w 30-60} times a day while "
        "it lasts."},
    {Part::context, "{w 9-12#epma1} wards are live. Drug rounds take {w 20-35} minutes longer "
        "than on paper, {w 6-9} weeks in. I was told three weeks."},
    {Part::question, "^1 In what order did you go, and would you do it again? I am inclined to "
        "start with the {ward} because the ward manager is willing. Pharmacy would begin with "
        "the easy ones."},
    {Part::question, "What did you do about **transcribing** at the border? It is the top hazard "
        "on our list."},
    {Part::reply, "Follow the patient's journey backwards. We started with the wards people are "
        "discharged from and finished with the emergency department. A patient then crosses the "
        "border once and in one direction."},
    {Part::reply, "^2 Drug rounds came back to the old time after {w 9-12} weeks, apart from {w "
        "2-3} wards where the trolleys did not fit the doors. Measure trolleys."},
    {Part::reply, "Two pharmacists did nothing else but transcribe for the whole rollout. {w "
        "1.1-1.6} errors in 100 lines, all caught on second check. Do not let this fall on night "
        "residents."},
    {Part::reply, "Paediatrics last, with their own pharmacist and weight as a mandatory, dated "
        "field. Weight from {w 5-9} months ago was our worst near miss."},
    {Part::reply, "Critical care first in our case, against all advice. They are technical, they "
        "have computers at each bed and they complain in writing with suggestions."},
    {Part::reply, "Willing ward manager beats any sequence on paper. You will need a ward where "
        "other managers can go and look."},
    {Part::reply, "Missed doses are the measure that nurses care about. Ours went from {9-13} in "
        "100 to {3-5}, because you can see them. Put it up on the ward in week two."},
    {Part::reply, "Patient's own drugs, self-administration, leave medicines, hypos at 4 am. "
        "Write these four workflows before training, or the trainers will invent {w 12-18} "
        "versions."},
    {Part::reply, "Downtime chart: print each patient's current chart to a box on the ward every "
        "{w 4-6} hours. It has saved us {w 3-4} times."},
    {Part::point, "Times of doses on the ward's own clock."},
    {Part::point, "Check the defaults for \"as required\". All of them."},
    {Part::point, "Ask the night pharmacist what she dreads."},
    {Part::point, "Oxygen is a drug. It was missing from our formulary build."},
    {Part::follow_up, "^r1 Backwards along the journey. We have redrawn the plan, and the {ward} "
        "is still in the first {w 3-4}, as luck will have it."},
    {Part::follow_up, "^r2 Trolleys. I went round with a tape measure: {w 2-4} do not fit. Bless "
        "you."},
    {Part::update, "{Since} later, {w 18-26} wards live. Missed doses {10-13} to {4-6} in 100. "
        "Rounds are about {w 6-11} minutes longer than on paper and people have stopped "
        "mentioning it."},

    {Part::subject, "barcode; meds nursing infra; cnio ccio cio; acute"},
    {Part::title, "Barcode medicines administration: <scan rates after the first month|who scans "
        "at night?>"},
    {Part::title, "^1 Scanning wristbands: {58-74#barcode1} % and stuck"},
    {Part::title, "Bedside scanning and <dead batteries|trolleys|side rooms>"},
    {Part::context, "We went live with bedside scanning on {w 4-7} wards. Scan rate was {81-88} "
        "% in week one and is {56-69#barcode1} % now, in week {w 9-14}. Nurses tell me it is the "
        "trolleys, the batteries, the wristbands and the {w 9-15} drugs that never scan."},
    {Part::context, "A nurse showed me how they do it: a sheet of spare wristbands taped inside "
        "the cupboard door. I was impressed and horrified."},
    {Part::question, "What got you above {85-90} %, and for how long?"},
    {Part::question, "What do you count as a valid reason not to scan?"},
    {Part::reply, "We published the list of drugs that fail to scan and pharmacy relabelled the "
        "top {w 20-30}. Rate went from {62-68} to {83-89} % in {w 4-6} weeks. It was never the "
        "nurses."},
    {Part::reply, "Batteries: swap, do not charge. {w 3-4} spare per device in a rack by the "
        "drug room. One support worker owns the rack."},
    {Part::reply, "The wristband printer by the bed. If a band smudges in the shower, a new one "
        "takes {w 20-40} seconds. Ours was on the ground floor."},
    {Part::reply, "^2 The taped wristbands are a message and not a crime. Ask why. In our case "
        "the scanner could not reach the patient in {w 5-8} side rooms."},
    {Part::reply, "Valid reasons, with us: isolation, emergency, patient refuses to be woken. "
        "Those three. Everything else is a fault for somebody to fix, and goes on a board."},
    {Part::reply, "{90-94} % for {w 8-14} months. What keeps it there is that the ward sister "
        "sees the number by shift, without names, and it is talked about once a week for {w 3-5} "
        "minutes."},
    {Part::reply, "I would not chase 100. Ours pushed for {w 97-99} and got scanning *after* "
        "giving. Look at the time between the scan and the tick."},
    {Part::point, "Ampoules. Always ampoules."},
    {Part::point, "Cordless, disinfectable, and with a beep that can be switched off at night."},
    {Part::point, "Blood products first if you need a quick win."},
    {Part::follow_up, "^r7 Scanning after giving: I looked at the times and in {w 9-14} in 100 "
        "the scan is later than the tick. Thank you, I think."},
    {Part::update, "^r1 Relabelled {w 18-27} drugs, racks for batteries on all wards. {Since} "
        "on: {84-91} %, and the sheet in the cupboard has gone. Nobody asked them to take it "
        "down."},

    {Part::subject, "criticalmeds; meds safety; ccio cnio clinical-risk-officers; acute"},
    {Part::title, "^1 Time-critical medicines on the board: Parkinson's, insulin, "
        "<antibiotics|steroids>"},
    {Part::title, "^2 Insulin prescribing on screen: what does yours look like?"},
    {Part::context, "Doses of Parkinson's medicines on time: {48-61} in 100 within 30 minutes, "
        "on {w 20-28} wards. The system knows. Nobody sees it until the audit, {w 5-8} months "
        "later."},
    {Part::context, "Insulin generated {w 24-35} of our last 100 medicine incidents. Our screen "
        "needs {w 11-17} clicks to change a dose, so people write \"see paper chart\". We have a "
        "digital hospital with a paper insulin chart."},
    {Part::question, "^1 Has anybody put overdue critical doses on the ward board so that it "
        "helps and does not nag?"},
    {Part::question, "^2 If you have an insulin screen that nurses like, may I come and look at "
        "it?"},
    {Part::reply, "^1 On the board as a clock symbol beside the name, which appears {w 10-15} "
        "minutes *before* the dose is due. After the time is too late to help. {52-58} became "
        "{81-88} in 100."},
    {Part::reply, "^2 We have the insulin chart on screen, with glucose above it on the same "
        "time axis. Built in house on the supplier's toolkit, {w 60-80} days of work. You are "
        "welcome any Wednesday."},
    {Part::reply, "^1 Self-administration solved more of our Parkinson's delays than any board. "
        "<One|Two> in three patients can and want to."},
    {Part::reply, "Two doses of anticoagulant given in two systems, theatre and ward. We now "
        "allow one place only, and theatre prescribes in the ward's chart. A cultural matter "
        "more than a technical one."},
    {Part::reply, "^1 Think about the words. \"Overdue\" in red made our nurses feel accused and "
        "they stopped looking. \"Due next\" did not."},
    {Part::reply, "^1 A list of {w 8-12} drugs and not more. Ours started with {w 31-40} and was "
        "ignored."},
    {Part::point, "Check what happens at the change of the clocks in October."},
    {Part::point, "The stock location on the same screen saves a walk."},
    {Part::point, "^1 Nil by mouth does not mean no levodopa. Say so in the order."},
    {Part::follow_up, "^r1 *Before* the dose, not after. That is the whole thing, isn't it?"},
    {Part::update, "^r1 Clock symbol live for {w 9-11} drugs {since} later. On-time doses "
        "{54-60} to {79-86} in 100, {w 20-26} wards. No extra staff, no new policy."},
    {Part::reply, "^2 One screen with the last {w 24-48} hours of glucose, doses given and "
        "meals. Ours was drawn by two diabetes nurses on a paper tablecloth, and built almost as "
        "drawn."},
    {Part::reply, "^2 Until it is good, a paper chart with a date on it is honest. We went back "
        "to paper for variable-rate infusions only, and the incidents halved."},
    {Part::point, "^2 Units in full, always."},

    {Part::subject, "pharmacylink; meds interop; ccio clinical-informatics cio; any"},
    {Part::title, "^1 Discharge medicines to community pharmacy: does anyone <answer|pick it up>?"},
    {Part::title, "^2 Medicines reconciliation across {w 3-4} systems and a carrier bag"},
    {Part::context, "We send {w 700-1300} referrals a month to community pharmacies after "
        "discharge. {w 58-71} in 100 are completed. Where they are, readmission at 30 days is "
        "lower, but then those are the patients who can get to a pharmacy."},
    {Part::context, "A patient's medicines list in one week: GP {w 9-11} items, hospital {w "
        "7-8}, care home {w 10-13}, dosette box {w 8-9}. All four were signed by a professional."},
    {Part::question, "Did you get structured data over, or is it a document that somebody types "
        "again?"},
    {Part::question, "^1 What raised the completion?"},
    {Part::reply, "Structured, coded in dm+d, into {w 4-6} in ten of the pharmacies. The others "
        "type. The typing is where two errors a month come from."},
    {Part::reply, "^1 A phone call in the first fortnight to every pharmacy that had not opened "
        "one. A technician did it. {57-62} to {81-86} in 100. They did not know where in their "
        "system to look."},
    {Part::reply, "The *why* was missing. We added the reason for every stop and change as a "
        "plain sentence, and pharmacists began to act on it."},
    {Part::reply, "Care homes: send it to the home as well as to the pharmacy, on the day, in a "
        "form which they can put in front of the visiting GP."},
    {Part::reply, "Do not forget dispensing practices. {w 14-19} in 100 of our rural patients."},
    {Part::point, "Ask the patient what they actually swallow."},
    {Part::point, "Dose as an amount of drug, not \"two tablets\"."},
    {Part::point, "Test with a medicine that has three strengths."},
    {Part::follow_up, "^r2 A phone call by a technician. We went looking for an integration "
        "problem and it was a \"where do I click\" problem."},

    {Part::subject, "chemistbi; meds data; clinical-informatics ccio wider; any"},
    {Part::title, "^1 Antimicrobial stewardship from e-prescribing data: <worth the effort?|what "
        "do you show?>"},
    {Part::title, "^2 Opioid dashboards: who acts on them?"},
    {Part::title, "^2 Drug usage data: three systems, three answers"},
    {Part::context, "The stewardship team still walks the wards with a clipboard, {w 2-3} "
        "mornings a week. All that they write down is in the prescribing system, in theory."},
    {Part::context, "I compared opioid use from e-prescribing, from pharmacy stock and from the "
        "ward register. They differ by {w 12-19} %. For one ward by half."},
    {Part::question, "What do you show, to whom and how often? I can build anything; I do not "
        "know what would be used."},
    {Part::question, "And has anybody changed practice with it?"},
    {Part::reply, "^1 One list, at 08:00, to the microbiologist: patients on a broad-spectrum "
        "agent for over 72 hours without a review. {w 14-25} names. It replaced the clipboard. "
        "Everything else we built went unread."},
    {Part::reply, "^1 Give prescribers their own figure next to their peers', in private. Days "
        "of therapy fell by {w 9-14} % in {w 5-7} months. No one was told off."},
    {Part::reply, "^2 Stock and administration will never agree. Choose one for each question "
        "and print which one below the chart."},
    {Part::reply, "^1 Our indication field was free text. We made it a list of {w 24-32} and it "
        "is right {w 85-90} times in 100. Without indication the whole thing is guesswork."},
    {Part::reply, "We built {w 11-16} dashboards and {w 2-3} are opened weekly. I check. Delete "
        "the rest."},
    {Part::point, "Ask for the question before the data."},
    {Part::point, "Paper charts in theatre and in dialysis make holes in everything."},
    {Part::point, "Say the date of the data in large letters."},
    {Part::follow_up, "^r1 One list at eight o'clock, understood. It will be on the "
        "microbiologist's phone from <Monday|next week>."},
};

}  // namespace

std::span<const Line> material_prescribing() {
    return lines;
}

}  // namespace demo
