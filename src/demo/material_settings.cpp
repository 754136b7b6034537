// What is said about care settings and their records.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "maternity; records nursing; cnio ccio; acute"},
    {Part::title, "^2 Maternity: one record for community and labour ward?"},
    {Part::title, "^2 Digital maternity notes: what do women actually <open|use>?"},
    {Part::title, "^1 Community midwives and a record that needs a signal"},
    {Part::context, "Our community midwives work in {14-26} clinics, of which {w 5-8} have "
        "usable signal. The maternity system assumes all of them have. They write on paper in "
        "the car and type at home, and the notes are {w 6-11} hours late."},
    {Part::context, "We run a separate maternity system next to the EPR. Bloods are in one, the "
        "labour record in the other, and the baby gets a number in whichever happens first. The "
        "merger of the two keeps being moved to next year."},
    {Part::question, "^2 Has anybody moved from a specialist system into the EPR's own maternity "
        "module? Would you again?"},
    {Part::question, "^2 How many women use the app or portal for their notes after booking, and "
        "who does not?"},
    {Part::reply, "^2 Moved into the EPR {w 2-3} years ago. One record for theatre, bloods and "
        "postnatal wards is worth a lot. The midwives lost {w 5-8} things they liked, and only "
        "{w 2-3} have come back. Honest score: six out of ten, and safer."},
    {Part::reply, "^2 We stayed with the specialist system and spent the money on interfaces. "
        "Results come in, the discharge summary goes out, the baby's number is made in one "
        "place. It is dull and it works."},
    {Part::reply, "^2 {86-93} in 100 women register, {58-70} look after the first month. Those "
        "who do not are the ones you would expect, and some you would not: we found it was "
        "mostly a forgotten password."},
    {Part::reply, "^1 Offline mode was the only requirement that mattered for our community "
        "team. We made it pass or fail and {w 3-5} of {w 6-8} bidders left."},
    {Part::reply, "Let the digital midwife be a full-time post. Ours is {0.6-0.8} and holds "
        "together {w 4-6} systems, {180-260/10} staff and the national data set."},
    {Part::reply, "Interpreters. The app was in English for the first year. {22-34} in 100 of "
        "our women needed something else."},
    {Part::point, "The baby needs an identity before the cord is cut, more or less."},
    {Part::point, "^1 Print-outs in the ambulance are still paper. Plan for it."},
    {Part::point, "Ask about safeguarding notes which a partner could read over her shoulder."},
    {Part::follow_up, "^r4 Thank you. Offline as pass or fail: it will be so. We have {w 4-6} "
        "bidders and I will tell you how many are left."},
    {Part::update, "^r4 {w 2-3} bidders left, {since} later. One of them brought a working "
        "offline tablet into a basement car park for the demonstration. They won."},
    {Part::question, "^1 What do they use where you are, and does it really work without a "
        "signal?"},
    {Part::reply, "^1 We tried paper, then laptops, then phones. The phone won, with a form of "
        "{w 14-18} fields for a normal antenatal visit and everything else later, from a desk."},

    {Part::subject, "emergency; records; ccio cnio cio; acute"},
    {Part::title, "^2 The emergency department and the EPR: one system or its own?"},
    {Part::title, "^1 Clicks in the ED: {w 4-6#emergency1} minutes to <see|discharge> a sprained "
        "ankle"},
    {Part::context, "A careful resident timed it. From opening the record to discharging a "
        "sprained ankle takes {w 5-8#emergency1} minutes of typing and {84-131} clicks. There "
        "are {280-460/10} such patients a day, not all ankles."},
    {Part::context, "Our emergency department has had its own system since {2006-2012} and loves "
        "it. The EPR programme will replace it in {w 8-14} months. The consultants have written "
        "a letter, signed by all {w 14-22} of them."},
    {Part::question, "^2 Has anyone kept a specialist ED system through an EPR programme without "
        "regretting it?"},
    {Part::question, "^2 If you moved: what did you do in the first month for flow?"},
    {Part::reply, "^2 We kept it. {w 3-4} years later the interface for medicines is still "
        "\"phase two\" and patients are admitted with two drug charts. I would not keep it again."},
    {Part::reply, "^2 We moved and the department lost {w 9-15} % of throughput for {w 5-7} "
        "weeks. Then it came back. Two things helped: scribes for a month, and {w 6-9} one-click "
        "bundles for the commonest presentations."},
    {Part::reply, "^2 The letter deserves an answer with numbers. Take {w 3-5} of the "
        "signatories and build the minor injuries pathway with them. Ours went from {90-120} "
        "clicks to {27-39}."},
    {Part::reply, "^1 Hand the triage screen to the nurses to design. It was the one screen "
        "nobody complained about at go-live."},
    {Part::reply, "^1 Coding of the emergency data set is where the clicks are. Let people pick "
        "plain words and map behind. {w 30-45} presentations cover {82-88} in 100."},
    {Part::reply, "^1 The wireless keyboard and the location of the printer are half of it, I "
        "swear. We moved {w 3-4} printers and saved more steps than any change in the build."},
    {Part::point, "Discharge letters to the GP: three lines will do."},
    {Part::point, "Do not start on a Monday. Or in January."},
    {Part::point, "Count logins per shift. Ours was {61-88} per doctor."},
    {Part::follow_up, "^r3 I like answering the letter with numbers. {w 3-5} of the signatories "
        "have agreed to a build day. One brought cake, suspiciously."},
    {Part::update, "^r3 The build day made minor injuries {31-44} clicks, from {95-130}. {Since} "
        "on, the letter has been withdrawn, in writing, with a joke."},
    {Part::question, "^1 What did you take away, and who had to agree? I would settle for half "
        "of the clicks."},
    {Part::reply, "^1 Half of our clicks were the end of the visit: diagnosis, disposal, letter, "
        "three confirmations. One page for all of it took {w 5-7} weeks to build and saved {w "
        "22-34} clicks for each patient."},

    {Part::subject, "outpatients; records patients; cio ccio; acute"},
    {Part::title, "^2 Did not attends: have reminders stopped working?"},
    {Part::title, "^3 Patient-initiated follow-up: how do you stop people being lost?"},
    {Part::title, "^1 Clinic templates: {1100-2400/100#outpatients1} of them and rising"},
    {Part::context, "We have {1100-2400/100#outpatients1} clinic templates, the oldest from "
        "{2003-2009}. {w 3-4} people understand them. Any change to a clinic takes {w 5-9} weeks."},
    {Part::context, "{w 7-11} in 100 appointments are missed, after two texts and a letter. The "
        "rate is {w 17-24} in 100 in our two poorest postcodes, and has not moved since we began "
        "the texts."},
    {Part::context, "We moved {4200-9800/100} patients to patient-initiated follow-up last year. "
        "Nobody can tell me how many should have rung by now and have not."},
    {Part::question, "What did you change that made a difference one could see?"},
    {Part::question, "I would like to hear from anybody who has cleaned this up rather than "
        "worked around it."},
    {Part::reply, "^1 Templates: one analyst and one retired clinic manager, {w 6-8} months, "
        "{1800-2200/100} down to {340-430/10}. Rule: a clinic that cannot say what is different "
        "about it is merged."},
    {Part::reply, "^2 Ask *why* in the reminder. We let people answer the text with one of four "
        "reasons. \"Cannot get there\" was {28-36} in 100. Then you know it is buses and not "
        "apps."},
    {Part::reply, "^3 For patient-initiated follow-up we set a safety-net date for each patient, "
        "chosen by the clinician at the time. No date, no pathway. A list each week of those "
        "past it. {w 30-50} a week get a call."},
    {Part::reply, "^2 Overbooking by predicted risk: we did it for {w 3-5} months and stopped. "
        "It made the waiting room worse for exactly the people who always come."},
    {Part::reply, "^2 We offered an evening slot and a phone slot to everybody who missed one. "
        "{w 4-5} in ten took it up. Cheaper than any software."},
    {Part::reply, "^2 Letters: stop sending both the letter and the portal message with "
        "different times on them. Ask me how I know."},
    {Part::point, "The most honest number is clinics cancelled by *us*."},
    {Part::point, "Interpreters booked on the template and not by email."},
    {Part::point, "Let reception fix a wrong phone number in two clicks."},
    {Part::follow_up, "^r2 \"Cannot get there\" at about a third: we have just run the same and "
        "got {27-35} in 100. It changes the conversation completely."},
    {Part::update, "^r3 {Since} later: safety-net dates are on for {w 4-6} specialties. First "
        "list had {140-260/10} names. {w 9-17} of them had not rung because they thought they "
        "had been discharged."},
    {Part::reply, "^1 We gave each specialty {w 5-8} templates and a promise that a change takes "
        "{w 2-3} days. They gave up the other {w 40-60} without a fight. It was the slowness "
        "that bred the variety."},
    {Part::reply, "^1 Freeze first. A new template needed the signature of the {exec} for {w "
        "4-6} months. Requests fell by three quarters."},
    {Part::reply, "^3 Count those past their date by hand once, before you buy anything. Ours "
        "were {w 11-14} in 100, and {w 6-9} of every ten only needed a phone call."},
    {Part::reply, "^3 Write to the patient at discharge to the pathway with *how* to come back, "
        "on one side of paper. Our help line went from {w 9-12} to {w 60-75} calls a week, which "
        "is what should have happened from the start."},

    {Part::subject, "theatres; records; cio ccio; acute"},
    {Part::title, "^1 Theatre lists: the five versions of the truth"},
    {Part::title, "^1 Theatre scheduling and the EPR: who won?"},
    {Part::title, "^2 Implant and device tracking: scanning at the table"},
    {Part::context, "On a normal morning the list exists in the scheduling system, in the EPR, "
        "on a printed sheet, on the whiteboard and in the coordinator's head. The whiteboard is "
        "right."},
    {Part::context, "We want to scan every implant at the table. The record supports it, the "
        "barcodes exist, the store room has its own system, and theatre staff have one hand free "
        "for {w 4-6} seconds."},
    {Part::question, "^1 Has anyone got down to a single list? What did you take away first?"},
    {Part::question, "^2 What was your compliance after half a year, honestly?"},
    {Part::reply, "^1 The printed sheet went last. We took away the *reasons* for printing "
        "first: no screen at the scrub sink, no list by the recovery bay. {w 5-7} screens, "
        "£{6-11},000."},
    {Part::reply, "^2 Scanning: {91-96} in 100 for hips and knees, {52-64} in trauma at night. A "
        "scanner on a boom arm, not on a cable, made more difference than any training."},
    {Part::reply, "^1 Let the coordinator own the list, with nobody else able to change the "
        "order on the day. It had been {w 9-14} people."},
    {Part::reply, "^1 Our average delay at the start is {w 21-29} minutes, and IT is responsible "
        "for {w 2-3} of them. It is worth knowing before you buy a system to fix it."},
    {Part::reply, "^1 Make the supplier prove that it handles a change of side, a change of "
        "surgeon and a cancelled first patient, in that order, live."},
    {Part::point, "^1 A list that locks at 17:00 the day before is a policy, not a feature."},
    {Part::point, "Do not print the password next to the screen in theatre {w 3-7}. You know who "
        "you are."},
    {Part::point, "Barcodes on some implants are inside the box you have just thrown away."},
    {Part::follow_up, "^r3 Own the list, one person. We have {w 8-12} who can change it. I see."},
    {Part::update, "^r2 Boom arms fitted in {w 4-6} theatres. Scanning went from {38-49} to "
        "{86-93} in 100 in {w 5-8} weeks. The arm cost £{310-440/10}."},
    {Part::reply, "^2 Start with the store and not with the table. Half of our boxes had no "
        "usable barcode, and nobody in theatre can put that right at 10 pm."},
    {Part::reply, "^2 Make the scan do something for the nurse. With us it fills in the implant "
        "sheet and the re-order, so she types nothing. Before that it was an extra job, and it "
        "was treated as one."},
    {Part::point, "^2 Test in the trauma theatre first, not in the new one."},

    {Part::subject, "mentalhealth; records; ccio cnio cio; mental"},
    {Part::title, "^2 Mental health records: care plans nobody reads"},
    {Part::title, "^1 Risk assessment in mental health: free text, form or <neither|formulation>?"},
    {Part::context, "Our risk form has {58-94} tick boxes and is filled in {w 5-8} different "
        "places. After a serious incident we find that it was complete, up to date and no use. "
        "The narrative was in a progress note."},
    {Part::context, "Patients on our wards have asked to see their care plan on their own phone. "
        "It prints at {w 9-15} pages. A patient of ours described it as \"a form about "
        "somebody\"."},
    {Part::question, "^1 Has anyone replaced the tick boxes with a formulation, and how did the "
        "commissioners and the coroner take it?"},
    {Part::question, "^2 What would you show the patient? All of it, today, is my instinct. My "
        "colleagues are less sure."},
    {Part::reply, "^1 We dropped the scored form {w 2-3} years ago. A narrative of five "
        "headings, written with the patient where possible, and the whole team edits one text. "
        "The first audit was frightening and the second was better than anything we had before."},
    {Part::reply, "^2 All of it, by default, with a reason recorded for holding back a part. In "
        "{w 14-20} months a part has been held back {w 11-19} times out of {4000-7000/500}."},
    {Part::reply, "^1 Copy forward of risk text was our real problem. {w 6-7} in ten \"updated\" "
        "assessments were identical. We show the changes in colour now."},
    {Part::reply, "Crisis teams need the last page first: who to ring, what helps, what makes it "
        "worse. It was on page {w 11-14}. We moved it to the top and nobody objected."},
    {Part::reply, "^2 Please let people with experience of care write the headings. Ours changed "
        "\"compliance\" to \"what I agree with and what I don't\". It took five minutes and has "
        "changed the tone."},
    {Part::point, "Carers are missing from most of our forms."},
    {Part::point, "Access by the acute trust at 2 am is worth more than any template."},
    {Part::point, "^1 Watch out for forms which must be complete before you can write in the "
        "record."},
    {Part::follow_up, "^r1 Five headings, one text. I would love to see the headings, if you may "
        "share them."},
    {Part::update, "We begin with {w 3-4} teams next month, {since} after this topic opened. The "
        "tick boxes are still there underneath, for the return. One thing at a time."},
    {Part::reply, "^2 We print nothing. The plan is {w 2} pages on the phone, in the patient's "
        "words at the top, and {w 7-8} in 10 patients on our rehabilitation ward have opened it."},
    {Part::reply, "^1 Training before form. We spent {w 3-4} months on formulation with real "
        "cases. After that the boxes looked silly to the people who had asked for them."},

    {Part::subject, "community; records infra; cnio cio ccio; community"},
    {Part::title, "^1 Community nursing without signal: what do you really use?"},
    {Part::title, "^1 District nurses: two hours of typing after the last visit"},
    {Part::title, "^2 Scheduling for community teams: who keeps the human in it?"},
    {Part::title, "^1 Shared caseloads and the community record"},
    {Part::context, "Our district nurses see {w 9-14} patients a day and type {w 90-130} minutes "
        "in the evening. The system works offline \"in principle\". In practice it needs {w "
        "12-25} minutes to synchronise and <one visit in 20 fails|two visits in 20 fail>."},
    {Part::context, "We have begun automatic scheduling for {w 6-9} community teams. It saves "
        "miles. It also sent a male nurse to a woman who has asked, for {w 10-15} years, that we "
        "do not."},
    {Part::question, "^1 Which device, which record, and does it work at the end of a lane? "
        "Pictures of lanes welcome."},
    {Part::question, "^1 What is the one thing that gave time back?"},
    {Part::reply, "^1 A phone rather than a laptop, with a short visit form: {w 7-10} fields, "
        "dictation, photograph of the wound. The full record opens only when needed. Evening "
        "typing went from {95-120} minutes to {25-40}."},
    {Part::reply, "^1 Synchronise at a fixed point, for us the car park of the surgery, with a "
        "progress bar that tells the truth. The failures were people closing the lid."},
    {Part::reply, "^2 Scheduling: we let it propose and the team coordinator disposes. {w 15-25} "
        "in 100 visits are moved by hand, and the reasons become rules. \"No male nurse\" is "
        "rule {w 12-30}."},
    {Part::reply, "^1 Two SIM cards from different networks in each device. £{60-90} a year. "
        "Dead spots down by {55-70} %."},
    {Part::reply, "^1 The record was never the whole burden. We counted: {w 38-46} in 100 of the "
        "evening time was referrals to others, typed into {w 5-7} different forms and portals."},
    {Part::reply, "^1 Wound photographs are the best thing we have done. Tissue viability now "
        "answers {w 6-8} in ten questions without a visit."},
    {Part::reply, "Student nurses and bank staff need access on the day. Ours waited {w 6-10} "
        "days, and so the permanent staff typed for them."},
    {Part::point, "^1 Ask to see it work in aeroplane mode, on a full caseload."},
    {Part::point, "^1 Insulin visits want a form of one line."},
    {Part::point, "^1 Battery, battery, battery."},
    {Part::follow_up, "^r2 The honest progress bar is so simple. Supplier says {w 4-6} months. "
        "We have put a sticky note on the lid in the meantime."},
    {Part::update, "^r1 {Since} on, {w 3-5} teams with the short form. Evening typing is down by "
        "{48-61} minutes a day each. One nurse said she had supper with her children on a "
        "weekday."},
    {Part::question, "^2 Who may overrule it, and do the reasons go back into the system?"},
    {Part::reply, "^2 It took our coordinators {w 8-10} weeks to trust it. What turned them was "
        "that it told them *why* two visits had been put together."},
    {Part::reply, "^2 Continuity was the first casualty with ours: one patient saw {w 9-11} "
        "nurses in a month. We made \"same nurse\" worth {w 12-15} minutes of driving, and "
        "complaints stopped."},

    {Part::subject, "ambulance; records interop; ccio cio cnio; ambulance"},
    {Part::title, "^1 Ambulance to hospital: who reads the electronic patient care record?"},
    {Part::title, "^2 Paramedics and the shared record: is it used at the scene?"},
    {Part::context, "Our crews write an electronic record for every patient and it lands in {w "
        "11-16} hospitals as a PDF. We surveyed {w 30-45} receiving doctors. {w 7-11} had opened "
        "one in the last month."},
    {Part::context, "Crews have access to the shared care record at the scene. It is opened for "
        "{w 14-22} in 100 patients, and {w 5-8} in 100 in the city. When it is opened, "
        "conveyance is lower by {w 6-9} points, though of course they choose when to look."},
    {Part::question, "What would make you open it? Be frank, we are used to it."},
    {Part::question, "^1 Has any hospital got structured data in, observations at least, instead "
        "of a document?"},
    {Part::reply, "^1 We take observations and drugs given as data, straight to the first set in "
        "our chart. {w 9-13} months of work on both sides. The triage nurse notices if it is "
        "down, which is my test of usefulness."},
    {Part::reply, "^1 Frankly: because it arrives {w 20-40} minutes after the patient. If it "
        "were there at the door, I would read it."},
    {Part::reply, "^1 It is {w 6-9} pages. The {w 4-5} lines I need are on page {w 3-5}. Give me "
        "these and attach the rest."},
    {Part::reply, "^2 At the scene the value is in the advance care plan and the medicines. We "
        "put those two on a first screen and use rose from {15-19} to {31-38} in 100."},
    {Part::reply, "Outcome back to the crew is the thing which keeps them writing well. We "
        "return a diagnosis for {55-70} in 100, automatically, without names."},
    {Part::point, "^1 The handover time stamp is everybody's favourite argument. Agree on one "
        "clock."},
    {Part::point, "Fingers, gloves, rain."},
    {Part::point, "Tell us when we were wrong. Kindly."},
    {Part::follow_up, "^r4 The first screen with two things is exactly our next step. And "
        "message received about {w 6-9} pages."},
    {Part::update, "^r3 The short version went live with {w 2-3} hospitals {since} after this "
        "began. Opened for {41-58} in 100 patients at the better one. They moved the screen to "
        "where the handover happens."},
    {Part::reply, "^2 Tell crews what is in there *today* for your area. Ours had stopped "
        "looking in {2019-2021}, when it was empty, and nobody had told them otherwise."},

    {Part::subject, "imaging; records interop; cio ccio clinical-informatics; acute"},
    {Part::title, "^1 PACS replacement across {w 4-7#imaging1} trusts: who goes first?"},
    {Part::title, "^1 Images from <outside|next door>: how long does a transfer take?"},
    {Part::title, "^2 Clinical photography on a phone: what is allowed?"},
    {Part::title, "^1 Reporting across sites: one worklist or {w 3-6}?"},
    {Part::context, "We share a reporting contract across {w 4-6#imaging1} trusts and have {w "
        "3-5} PACS. A trauma CT from the next hospital takes {w 12-40} minutes to appear, so the "
        "sender still puts a disc in the ambulance."},
    {Part::context, "Every dermatology patient has a photograph. {w 6-8} in ten are on "
        "somebody's phone. I do not want to know, and I have to."},
    {Part::question, "^1 Has one shared archive solved it? Or did you agree a way of looking "
        "into each other's?"},
    {Part::question, "^1 And for those who went first in a consortium: worth it?"},
    {Part::reply, "^1 One archive, {w 5-6} trusts, {w 3-4} years. Looking at a neighbour's "
        "image: {w 3-6} seconds. The technology took one year. The rest was agreeing on exam "
        "names, {4200-6800/100} of them down to {1100-1500/50}."},
    {Part::reply, "^1 We went first, by accident. You get the supplier's best people and all the "
        "bugs. On balance I would go second."},
    {Part::reply, "^1 Single worklist needs single governance. Ours works for CT head out of "
        "hours. In plain film nobody reads for a neighbour without a payment model, and I "
        "understand why."},
    {Part::reply, "^2 Photography: an app which never stores on the phone, consent tick, "
        "straight to the record. {w 90-120} users in week one, {900-1400/50} in a year. The "
        "phones were never the enemy. The absence of an alternative was."},
    {Part::reply, "^1 The disc in the ambulance will outlive us all."},
    {Part::reply, "^1 Prior images are what radiologists want. Fetch them when the appointment "
        "is made, not when the reporter opens it."},
    {Part::point, "^1 Storage grows by {w 15-22} % a year. Put that in the contract."},
    {Part::point, "^1 Do not migrate lossy to lossless. Someone tried."},
    {Part::point, "^1 Test with a child, for paediatric protocols."},
    {Part::follow_up, "^r2 \"Go second\" is the best advice here and I cannot take it, since we "
        "have drawn the short straw."},
    {Part::update, "^r1 {Since} on: we are live, first of {w 4-6}. {w 2-3} bad weeks. Exam names "
        "were indeed the work."},
    {Part::question, "^2 What did you give people instead, and how did you get them to use it?"},
    {Part::reply, "^2 Start with the medical photographers. They had written a policy, a consent "
        "form and a shopping list {w 6-8} years ago, and no one had replied."},
    {Part::reply, "^2 Patients sending their own is the next wave. We take them by a link that "
        "expires after {w 48-72} hours, and {w 6-7} in 10 are good enough."},

    {Part::subject, "pathology; records interop data; clinical-informatics ccio cio; acute"},
    {Part::title, "^1 Pathology networks and {w 3-5#pathology1} laboratory systems"},
    {Part::title, "^1 Test catalogues: merging {w 900-1400} names for the same bloods"},
    {Part::title, "^2 Order comms for GPs: still on paper forms?"},
    {Part::title, "^1 Units and reference ranges after a pathology merger"},
    {Part::context, "Our pathology network merges {w 3-4#pathology1} laboratories. Between them "
        "there are {w 14-19} names for a full blood count, {w 3-4} units for the same hormone, "
        "and reference ranges that differ by {w 4-9} %."},
    {Part::context, "{w 18-26} in 100 GP requests still arrive on paper, and {w 3-5} in 100 of "
        "the labels do not match. The laboratory rejects them and the patient comes back."},
    {Part::question, "^1 Did you harmonise before moving systems, or after?"},
    {Part::question, "^1 How do you show a trend when the method changed on a Tuesday?"},
    {Part::reply, "^1 Before. It is dull and clinical and it cannot be done by a project "
        "manager. {w 2-3} biochemists, one afternoon a week, {w 9-13} months."},
    {Part::reply, "^1 After, because of the lease on the building. Do not. We had results with "
        "the same name and different meaning next to each other for {w 6-8} months."},
    {Part::reply, "^1 For trends we break the line and write the reason at the break. Clinicians "
        "understood at once. A smoothed line would have been a lie."},
    {Part::reply, "^2 GP ordering: the {w 15-20} in 100 on paper were {w 5-7} practices with old "
        "printers. We bought printers. £{2-4},000, {w 90-95} in 100 electronic in a month."},
    {Part::reply, "^1 Pick the national catalogue for codes and keep local names as what people "
        "see for a year. Nobody should have to learn a name at 3 am."},
    {Part::reply, "^1 Microbiology will not fit in the same model. Give it time and do not let "
        "anyone tell you it is the same message."},
    {Part::point, "^1 Critical values: agree on the phone list before the merger."},
    {Part::point, "^1 Send the method with the result."},
    {Part::point, "^1 Let the haematologists choose the decimal places."},
    {Part::follow_up, "^r3 Break the line and write the reason. Agreed, and our cardiologists "
        "were the first to say yes."},
    {Part::question, "^2 What got the last ones off paper?"},
    {Part::reply, "^2 Sit in a practice for a morning. Ours could order in {w 40-60} seconds on "
        "paper and in {w 3-4} minutes on screen. We fixed the screen, and paper went without a "
        "memo."},
    {Part::reply, "^2 Labels printed at the patient's side, not in the office. Mismatches went "
        "from {w 3-4} in 100 to {w 2-3} in 1,000."},

    {Part::subject, "oncology; records meds; ccio clinical-informatics cnio; acute"},
    {Part::title, "^1 MDT meetings: {w 38-60#oncology1} patients in two hours and no record"},
    {Part::title, "^1 Cancer MDT tools: inside the EPR or <beside it|separate>?"},
    {Part::title, "^2 Chemotherapy prescribing and the EPR: two drug charts"},
    {Part::context, "Our {cancer} MDT discusses {w 38-56#oncology1} patients in two hours. The "
        "outcome is typed by the coordinator, who is not clinical, while somebody talks about "
        "the next patient. {w 6-9} in 100 outcomes were changed afterwards."},
    {Part::context, "Chemotherapy is prescribed in its own system, all else in the EPR. The two "
        "do not know each other. On the ward the nurse looks at both, and an antiemetic is given "
        "twice about once every {w 5-8} weeks."},
    {Part::question, "^1 How do you record an MDT decision so that the right people see it the "
        "next day?"},
    {Part::question, "^1 Has anyone shortened the list? We would need to discuss {w 20-25} "
        "rather than {w 40-56}."},
    {Part::reply, "^1 Standards of care: about {w 35-45} in 100 of ours now follow a written "
        "protocol and are listed, not discussed. The meeting became bearable and the record "
        "improved, since somebody has time to write it."},
    {Part::reply, "^1 One clinician types, on the big screen, read back aloud before moving on. "
        "It is old-fashioned and it has cut later changes to <one|two> in 100."},
    {Part::reply, "^1 A form with five fields in the EPR, closed by the chair, which puts a task "
        "on the named clinician. The trick is *named*. \"Surgeons\" is not a name."},
    {Part::reply, "^2 Two drug charts: we show the chemotherapy as a read-only line in the EPR's "
        "chart. It took {w 6-10} months. Double antiemetics: none since."},
    {Part::reply, "^1 Coordinators are the experts. Ours redesigned the list order so that "
        "pathology leaves after half an hour, and attendance rose."},
    {Part::point, "^1 Radiology needs the question, not the history."},
    {Part::point, "^1 Ask what the patient wants before the meeting, and write it at the top."},
    {Part::point, "^1 Nobody can hear the second room. Buy a microphone."},
    {Part::follow_up, "^r2 Read back aloud, of course. We tried it this week: {w 2-3} "
        "corrections in {w 38-50} patients, on the spot."},
    {Part::question, "^2 How did you bring the two charts together, on the ward at least?"},
    {Part::reply, "^2 Until there is an interface: a sticker. One line on the EPR chart that "
        "says \"also has a chemotherapy chart\", put there by the pharmacist. It is crude and "
        "has caught {w 4-6} already."},
    {Part::reply, "^2 We moved the supportive medicines, antiemetics and steroids, to the EPR "
        "altogether and left only the chemotherapy in its own system. That removed {w 8-9} in 10 "
        "of the doubles."},

    {Part::subject, "virtualward; records ai nursing; cnio ccio cio; community"},
    {Part::title, "^1 Virtual wards: which record do they live in?"},
    {Part::title, "^2 Remote monitoring alerts at night: who is looking?"},
    {Part::context, "We run {w 60-110} virtual ward beds for frailty and respiratory. "
        "Observations are in the supplier's portal, prescribing in the EPR, the plan in the "
        "community record, and the GP learns about it from the patient."},
    {Part::context, "Overnight we get {w 22-48} alerts, of which {w 2-4} need a human. One nurse "
        "covers. She is also the out-of-hours line."},
    {Part::question, "^1 Where do you write the notes? I would like one answer for the whole "
        "system and I have four."},
    {Part::question, "^2 What thresholds did you choose, and did you set them per patient?"},
    {Part::reply, "^1 Notes in the acute EPR, observations pulled in every {w 15-30} minutes. "
        "The patient is admitted to a ward with beds called \"home\". That sounds silly and "
        "solved identity, prescribing and coding at once."},
    {Part::reply, "^2 Per patient, set at admission by the clinician, default by condition. "
        "Alerts fell from {35-50} to {9-14} a night. The default set was for twenty-year-olds."},
    {Part::reply, "^2 We pay the ambulance service's clinical hub to look at night. £{3-5} a "
        "patient a night. They are awake anyway and they are good at it."},
    {Part::reply, "Kit returns went from {74-79} to {92-96} in 100 when we put a prepaid bag in "
        "the box and a child-friendly drawing of what goes where."},
    {Part::reply, "Be careful with the evidence. Our readmissions looked excellent until we "
        "noticed that we choose patients who would have done well."},
    {Part::reply, "Honest count: {w 24-33} in 100 of those eligible cannot or will not use a "
        "device. We ring them twice a day. It works, and no dashboard shows it."},
    {Part::point, "Tell the GP on day one and on the last day, three lines."},
    {Part::point, "Oxygen levels in darker skin: ask about your probes."},
    {Part::point, "Spare batteries. Always."},
    {Part::follow_up, "^r1 A ward called \"home\". I put it to our operations team and was met "
        "with silence and then \"why didn't we\"."},
    {Part::update, "^r1 {Since} on: ward \"Home\" has {w 40-70} beds. Prescribing errors at the "
        "boundary: two in {w 3-5} months, compared with about one a week."},
    {Part::reply, "^1 We gave up on one record and agreed on one *summary*, four lines, written "
        "daily by the team and visible in all four. It is good enough."},

    {Part::subject, "endoflife; records interop; ccio cnio wider; any"},
    {Part::title, "Advance care plans: which system is the one to trust?"},
    {Part::title, "End-of-life wishes at 3 am: can the crew see them?"},
    {Part::context, "A patient with a clear plan to die at home was conveyed to us last month. "
        "The plan existed in {w 3-4} systems, with {w 2-3} versions. The crew saw none. I would "
        "like it never to happen again."},
    {Part::question, "Do you have one source for these, across all providers? And who may change "
        "it?"},
    {Part::question, "How do patients and families see what is written?"},
    {Part::reply, "One form in the shared record, editable by anybody with a clinical role in "
        "any setting, with history. All other systems show it and do not hold it. {w 18-24} "
        "months of persuasion, mostly to get others to *delete* their form."},
    {Part::reply, "Print a copy for the fridge. With a date and a barcode that opens the current "
        "version. I am a digital leader and I am telling you to print."},
    {Part::reply, "{w 6-7} in ten plans in our area are made by hospice and community nurses. "
        "Let them write, without asking a doctor's leave each time."},
    {Part::reply, "Review dates. We found plans from {2013-2017}, contradicting what the patient "
        "now wanted. They are reviewed on every admission, and the family is asked."},
    {Part::reply, "The ambulance screen shows a bar in one colour if there is a plan. Only that. "
        "Crews open it {w 88-94} times in 100."},
    {Part::point, "Language: \"not for\" reads badly on a portal."},
    {Part::point, "Make it work when the network is down."},
    {Part::point, "Ask care homes. They keep the best copy."},
    {Part::follow_up, "^r2 Thank you. The fridge and the barcode: both, then. I will tell the "
        "family what we are doing, with their leave."},
};

}  // namespace

std::span<const Line> material_settings() {
    return lines;
}

}  // namespace demo
