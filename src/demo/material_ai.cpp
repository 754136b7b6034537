// What is said about artificial intelligence.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "ambient; ai safety; ccio cnio caldicott-guardians clinical-risk-officers; "
        "any"},
    {Part::title, "^1 Ambient voice in <outpatients|{specialty}|community clinics>: what did you "
        "put in your DPIA?"},
    {Part::title, "AI scribes: <consent, audio and accents|what have you measured?|after the "
        "pilot>"},
    {Part::title, "Ambient voice pilot, {w 2-4} clinics: the parts nobody <puts in a case "
        "study|mentions>"},
    {Part::title, "How long do you keep the audio?"},
    {Part::title, "AI scribe procurement: the clauses that mattered"},
    {Part::context, "We start a {w 4-7}-week pilot of ambient voice notes in {w 2-4} "
        "<outpatient|{specialty}> clinics in {month}. The hazard log is in decent shape. The "
        "data protection impact assessment is not."},
    {Part::context, "Our pilot has {w 14-28} clinicians and {700-1600/50} consultations behind "
        "it. Typing after clinic is down by {w 22-41} minutes a session. I also have {w 5-9} "
        "notes that contain something nobody said."},
    {Part::context, "Everybody wants it. {w 180-260} people have put their names down, and {w "
        "6-9} are using their own phone already. I would rather have a good pilot than a good "
        "prohibition."},
    {Part::question, "Three questions I would love other people's answers to:\n\n1. How long do "
        "you keep the audio, and who argued for longer?\n1. Do you ask each patient, or rely on "
        "a poster and the right to object?\n1. What did you write about accents and interpreters?"},
    {Part::question, "What does your checking look like, once the novelty has gone? One note in "
        "fifty is not enough, I think, and one in two is a full-time job."},
    {Part::question, "How do you tell a good note from a merely well-written one? Ours are "
        "lovely to read."},
    {Part::reply, "Audio deleted once the clinician signs the note, or after 30 days, whichever "
        "is first. Our medico-legal lead wanted eight years. We settled it by showing that the "
        "signed note is the record, and the audio is working material."},
    {Part::reply, "We paused ours for {w 3-6} weeks. In week two it wrote a dose that nobody in "
        "the room had said. The consultant caught it, our sampling did not, because we sampled "
        "one note in fifty. We now check one in five for the first month in each new specialty."},
    {Part::reply, "On consent: receptionists ask at check-in, in one sentence, and it goes on "
        "the appointment as a flag. About {w 3-5} in 100 say no. Nobody has complained about "
        "being asked."},
    {Part::reply, "{Kind} here. We said no for mental health assessments, for the time being. "
        "The silences matter, and the tool writes as if they did not exist."},
    {Part::reply, "Accents: we recorded {w 30-50} staged consultations with actors from {w 8-11} "
        "language backgrounds. Errors that changed meaning: {w 2-3} in 100 sentences for some, "
        "{w 6-8} for others. That figure went to the board, and changed the rollout plan."},
    {Part::reply, "Time saved is real and smaller than sold. {w 4-6} minutes a consultation in "
        "new patients, about one in follow-ups, and in {w 2-3} specialties negative. The gain "
        "which people mention is looking at the patient."},
    {Part::reply, "Omission is the hazard and not invention. Invention gets noticed. We found {w "
        "4-7} in 100 notes left out a safety-netting instruction that was said aloud."},
    {Part::reply, "The clause that mattered for us: no training on our recordings, audit logs "
        "available within five days, deletion proved every month by certificate. The supplier "
        "offered deletion \"in line with policy\". We asked whose."},
    {Part::reply, "Where is the edit distance? If people change nothing for weeks, they have "
        "stopped reading. We alert the clinical lead when someone signs {w 20-30} in a row "
        "unedited."},
    {Part::reply, "Interpreters: we tell people to switch it off if one is present. It gave us "
        "two half conversations in one voice."},
    {Part::reply, "A patient asked for the recording under subject access while it still "
        "existed. We gave it to her. Have your process ready before the first one."},
    {Part::reply, "Letters to patients: ours produces a plain version as well. Patients prefer "
        "it, {w 8-9} in ten. It may be the best part of all this."},
    {Part::reply, "It costs a band 6 half a day a week to sample properly. I would not start "
        "without that line in the business case."},
    {Part::point, "Test with a crying baby."},
    {Part::point, "Ask what happens when two people talk at once."},
    {Part::point, "Students in the room: are they told?"},
    {Part::point, "Record who was present. The tool does not know."},
    {Part::point, "Have a big red off switch, and show patients where it is."},
    {Part::point, "Make sure the draft cannot be seen in the portal before it is signed."},
    {Part::follow_up, "^r2 Thank you for saying that out loud. We have raised our sampling to "
        "one in five for the first month, and I have asked for the deletion certificates."},
    {Part::follow_up, "^r1 Our governance lead accepted 30 days, on two conditions: the clock "
        "starts when the clinic ends, not when the note is signed, and the supplier proves "
        "deletion every month."},
    {Part::follow_up, "^r5 The actors are a splendid idea. Who played the patients, drama "
        "students?"},
    {Part::update, "{Since} in: {1400-2900/100} notes, {w 240-380} sampled, {w 7-12} with an "
        "error that mattered, mostly omissions. {w 3-5} people gave up using it, which nobody "
        "had predicted. We go on, at half the speed that the supplier hoped."},

    {Part::subject, "aigovern; ai safety; ccio cio clinical-informatics clinical-risk-officers; "
        "any"},
    {Part::title, "AI governance group: <another committee or a real one?|who sits on yours?>"},
    {Part::title, "An AI register: what is on yours?"},
    {Part::title, "^1 Requests for AI tools: {w 24-46#aigovern1} in a quarter"},
    {Part::title, "How do you say \"not yet\" to an AI tool that the {exec} has already seen?"},
    {Part::context, "I have {w 24-46#aigovern1} requests for AI tools from this quarter. {w 6-9} "
        "of them are already in use in some form. About a third were proposed after a dinner."},
    {Part::context, "Our board wants an AI strategy by {month}. I would like an AI *register* "
        "first, since I do not know what we have."},
    {Part::question, "What is the smallest process that works? I am thinking of one form, one "
        "meeting a month and a list that all can see."},
    {Part::question, "Who decides, and does anyone have the power to switch a thing off?"},
    {Part::reply, "One page per tool: what it decides, who checks, what happens if it is wrong, "
        "what it costs to run in year three. If the sponsor cannot fill that in, it does not "
        "come to the meeting. {w 4-6} in ten never come back."},
    {Part::reply, "We put it under the existing safety group and refused to make a new "
        "committee. AI is {w 2-3} of {w 7-9} items. It is software with some extra questions."},
    {Part::reply, "I disagree with that, slightly. Drift is new. A tool that was safe in {month} "
        "may not be in {month}, with nobody having changed anything. We re-test quarterly on a "
        "fixed set of {w 200-400} cases."},
    {Part::reply, "The register is public on our intranet: {w 17-29} tools, status, owner, last "
        "check. Its best effect was that people began to report things themselves."},
    {Part::reply, "^1 The dinner is real. We now answer with a standard kind letter from the "
        "{exec}, asking for five documents. {w 2-3} in ten send them."},
    {Part::reply, "Off switch: the CSO can suspend any tool for 72 hours on her own authority. "
        "Used {w 2-3} times. No one has ever argued, because it is written down."},
    {Part::reply, "Count what you stop. We retired {w 4-6} tools last year, for nobody used "
        "them. Saved £{60-140/10},000."},
    {Part::reply, "Patients on the group. Two, paid. They asked the only question we could not "
        "answer: \"how will I know?\""},
    {Part::point, "Ask for performance in *your* population, by age, sex and ethnicity. Blank "
        "looks are informative."},
    {Part::point, "Include the ones hidden inside products you already own. They arrive by "
        "release."},
    {Part::point, "Year-three cost. Always."},
    {Part::follow_up, "^r8 \"How will I know?\" is going on the form as question one."},
    {Part::update, "^r4 Register is live, {w 19-33} entries, {w 5-8} of which surprised me. Two "
        "are switched off, by their own sponsors, {since} after we first asked."},

    {Part::subject, "aiimaging; ai safety; ccio clinical-informatics clinical-risk-officers; "
        "acute"},
    {Part::title, "^2 AI for chest X-ray: what happened to <reporting times|the normal ones>?"},
    {Part::title, "^1 Imaging AI in the emergency department: who is looking at disagreement?"},
    {Part::title, "^1 When the AI says normal and the registrar does not"},
    {Part::context, "We switched on fracture detection in the ED {w 4-7} months ago. It marks {w "
        "17-24} in 100 films. Residents like it. I have no idea yet if fewer are missed, since "
        "recall numbers are small and move about."},
    {Part::context, "Our chest X-ray tool sorts the list, so that likely abnormal is read first. "
        "Median for those fell from {w 9-12} days to {w 2-3}. The \"normal\" ones now wait {w "
        "16-22}."},
    {Part::question, "^1 How do you look at disagreements? We get {w 30-60} a week and nobody "
        "has the time."},
    {Part::question, "Did you set it to be sensitive or specific, and who chose?"},
    {Part::reply, "We sample {w 20-25} disagreements a week, one consultant, one hour, job "
        "planned. Of those the tool is right {w 3-4} in ten times. Keep a folder of teaching "
        "cases."},
    {Part::reply, "^2 The rebound you describe, normals waiting longer, got us too. {w 2-3} "
        "cancers among the \"normal\" in {w 7-10} months, both visible in retrospect. We cap the "
        "wait at {w 7-10} days now whatever it says."},
    {Part::reply, "Threshold chosen by the emergency consultants and radiologists together, on "
        "{w 400-600} of our own films. The factory setting was for a different population with "
        "fewer hips."},
    {Part::reply, "Residents began to agree with it. In month one they overruled it {w 22-28} "
        "times in 100, in month six {w 7-10}. I do not know which is right, but I know it "
        "changed."},
    {Part::reply, "Stroke: {w 6-9} minutes faster to a decision, mainly because the pictures get "
        "to everybody's phone. The AI part is nearly incidental."},
    {Part::reply, "A boring matter: what does the report say if the tool was down that night? "
        "Put it in."},
    {Part::point, "Portable films are another world."},
    {Part::point, "Children: out of scope, and make the system enforce it."},
    {Part::point, "Keep your test set secret from the supplier."},
    {Part::follow_up, "^r2 A cap on the wait. I am embarrassed that we did not have one. Done "
        "today."},

    {Part::subject, "generative; ai training govern; ccio cio cnio wider caldicott-guardians; any"},
    {Part::title, "^1 Staff and public chatbots: ban, allow or <teach|provide one>?"},
    {Part::title, "^2 Someone pasted a clinic letter into a chatbot"},
    {Part::title, "A policy on generative AI that fits on one page"},
    {Part::context, "We looked at the web logs. {w 800-1600} of our staff used a public chatbot "
        "last month. A ban exists, in a document of {w 21-34} pages."},
    {Part::context, "A well-meaning member of staff pasted {w 2-3} paragraphs of a letter into a "
        "public chatbot, to make it kinder. The letter did become kinder. It is now an incident."},
    {Part::question, "What do you say to staff? In one page, preferably in one paragraph."},
    {Part::question, "Has an approved tool, inside the fence, reduced the use of the others?"},
    {Part::reply, "Ours: *Nothing about a person, ever. You are responsible for what you send. "
        "Tell people if it matters that a machine wrote it.* Three lines, on a postcard."},
    {Part::reply, "We provided one inside our own tenancy. Use of public ones fell by {w 70-80} "
        "% in {w 6-9} weeks. Prohibition had reduced it by nothing."},
    {Part::reply, "Licences: we gave {w 150-300} and took back those not used weekly. {w 4-5} in "
        "ten were kept. Managers gain more than clinicians. Minutes of meetings, mostly."},
    {Part::reply, "^2 Treat the incident as a sign of need. The person wanted to write a kinder "
        "letter and had eleven minutes."},
    {Part::reply, "We run {w 45-60}-minute sessions, not \"how to prompt\" but \"how it is "
        "wrong\". Fully booked every time, chaplains included."},
    {Part::reply, "Rota coordinators are our best users. No patient data, much grief, huge gain."},
    {Part::reply, "I would be careful with summaries of *policies*. Ours invented a dose limit "
        "that sounded right. It was from no document we hold."},
    {Part::point, "Put the approved link where the banned one is blocked."},
    {Part::point, "Ask procurement: they are using it on your tenders. So are the bidders."},
    {Part::point, "Interns know more than your policy."},
    {Part::follow_up, "^r1 The postcard is going to the printer. With your leave I will use your "
        "words as they are."},
    {Part::update, "^r2 {Since} after the internal tool opened: {w 1100-1900} users, public use "
        "down {w 64-78} %, no incident of that kind since. The postcard is on the lift doors."},

    {Part::subject, "triageai; ai patients interop; ccio wider cnio; primary"},
    {Part::title, "^1 Online consultation: demand up {w 30-60#triageai1} % and nobody sure why"},
    {Part::title, "^2 AI triage at the front door of <general practice|urgent care>"},
    {Part::title, "Digital triage and the people who <cannot|will not> use it"},
    {Part::context, "Since we opened online requests all day, contacts are up by {w "
        "28-52#triageai1} %. {w 4-5} in ten come between 19:00 and 23:00. Practices limit the "
        "hours, patients queue at the door, and we are back in {1988-1996}."},
    {Part::context, "We are offered a triage tool that ranks requests by urgency. In the test on "
        "{w 300-500} old requests it put {w 2-4} people low who were admitted the next day. GPs "
        "did no better on the same set, for what it is worth."},
    {Part::question, "^1 Did your demand settle? After how long?"},
    {Part::question, "Who reads them: a clinician, a trained receptionist or a machine with a "
        "clinician behind?"},
    {Part::reply, "^1 It settled after {w 7-10} months, about {w 14-20} % above where it began. "
        "The evening requests are working people. They used to take half a day off."},
    {Part::reply, "Receptionists with a list of {w 20-30} words that go straight to the duty "
        "doctor. It is as good as the tool in our hands, and they know Mrs B does not ring for "
        "nothing."},
    {Part::reply, "^2 Rank, never close. The tool may move people up and never down."},
    {Part::reply, "{w 14-19} in 100 of our contacts come by phone from people over {w 75-80}. We "
        "type it in *for* them, in the same form, so they stand in the same queue. That was the "
        "fairest thing we did."},
    {Part::reply, "Free text beat the questionnaire with us. {w 40-60} questions before you can "
        "say \"my chest hurts\" is not triage."},
    {Part::reply, "Measure those who give up. {w 22-31} in 100 started and did not finish. Half "
        "rang within {w 2-3} hours."},
    {Part::point, "Put the opening hours of the online form next to the phone number."},
    {Part::point, "Say when they will hear. Then do it."},
    {Part::point, "Photographs: brilliant for rashes, hopeless for lumps."},
    {Part::follow_up, "^r4 Typed in for them, same queue. We start with that on Monday, it needs "
        "no one's permission."},

    {Part::subject, "prediction; ai data safety; clinical-informatics ccio cio; acute"},
    {Part::title, "^1 A model that predicts <discharge|who goes home tomorrow>: who acted <on "
        "it|differently>?"},
    {Part::title, "^2 Bed forecasting: within {w 8-15#prediction1} beds, most days"},
    {Part::context, "We have a model which predicts discharge in the next 24 hours, with an area "
        "under the curve of {0.81-0.88}. Everyone admires it. The ward round happens in the same "
        "order as before."},
    {Part::context, "Our bed forecast has been within {w 8-14#prediction1} beds on {w 6-8} days "
        "in 10. On the days when it was wrong the site team had known by 09:00, from experience "
        "and the weather."},
    {Part::question, "Has a prediction ever changed what somebody does on a ward, in a way that "
        "lasted?"},
    {Part::question, "How do you retire one?"},
    {Part::reply, "^1 One: predicted discharge sorts the pharmacy's list. Nothing else. "
        "Medicines to take home ready before noon went from {w 24-30} to {w 49-57} in 100. Find "
        "the one queue it can sort."},
    {Part::reply, "Retire it when it has no owner in the clinic. We switched off {w 3-5}. Nobody "
        "wrote."},
    {Part::reply, "Deterioration: we ran {w 7-11} months in silence before showing anything. It "
        "was earlier than the usual score by {w 3-5} hours on average, with {w 3-4} times the "
        "alerts. So we did not switch it on."},
    {Part::reply, "^2 The site team's experience *is* the benchmark. Ask them for a number each "
        "morning for {w 6-8} weeks, then compare. In ours, they won by a bed."},
    {Part::reply, "It drifted after we moved the frailty ward. Of course it did. No one had told "
        "the model."},
    {Part::reply, "Equity: it was {w 5-8} points worse for patients with few earlier contacts. "
        "They are not random people."},
    {Part::point, "Never show a probability to two decimals."},
    {Part::point, "Ask \"what will you do differently at 60 than at 40?\""},
    {Part::point, "The simplest model lost only {w 2-3} points and could be explained."},
    {Part::follow_up, "^r1 Pharmacy's list. That is small, useful and possible by {month}. Thank "
        "you."},
};

}  // namespace

std::span<const Line> material_ai() {
    return lines;
}

}  // namespace demo
