// What is said about the five international chapters.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "seregions; strategy records; sweden; any"},
    {Part::title, "One region, one record: <first month|what the wards say>"},
    {Part::title, "Regional record programmes in Sweden: who pauses?"},
    {Part::title, "^1 Primary care after the switch: <queues|lists> and patience"},
    {Part::context, "Our region switched record system in {month}. {w 12-16} years after the "
        "decision, {w 4-7} days before the unions asked for a pause. Lists are longer by {w "
        "20-30} % and sick leave is up."},
    {Part::context, "We're {w 14-20} months from our switch and we read about others' every "
        "morning. I'd like to learn from those who've done it without the newspaper between us."},
    {Part::question, "What would you have delayed, if only you'd been allowed?"},
    {Part::question, "How did you support those on call on the first nights?"},
    {Part::reply, "Medicines first and alone. We took it all at once, and the night doctors paid "
        "for it."},
    {Part::reply, "We asked for {w 3} more weeks of rehearsal with real lists. We got {w 1}. I'd "
        "now refuse."},
    {Part::reply, "The union's safety representative was our best friend. She'd {w 40} "
        "observations from the wards in {w 2} days, better than the programme's own."},
    {Part::reply, "{w 60-80} extra people on the floor for {w 6} weeks. Retired colleagues came "
        "back for it. It felt like a village."},
    {Part::reply, "Primary care isn't a small hospital. It needs its own configuration group, "
        "from day one."},
    {Part::point, "Say openly what doesn't work yet."},
    {Part::point, "Fika for the night shift. Not a joke."},
    {Part::point, "Write down the decisions *not* taken."},
    {Part::follow_up, "^r4 Thank you. Retired colleagues, we have plenty of these and they like "
        "to be asked."},

    {Part::subject, "sepatient; patients interop; sweden; any"},
    {Part::title, "^1 Patients read everything at once: {w 9-12} years of it"},
    {Part::title, "^1 Journal access for teenagers: <13 to 15|the gap>"},
    {Part::title, "^2 The national medication list: does your clinic <see|use> it?"},
    {Part::context, "Here patients have read their notes online for many years, and our British "
        "friends ask me whether it was frightening. For {w 2} months. Then it was Tuesday."},
    {Part::context, "The national list of medicines is connected in our region since {month}. {w "
        "30-40} % of my colleagues still print their own."},
    {Part::question, "^1 What do you tell a colleague from a country that's about to open the "
        "notes?"},
    {Part::question, "^1 What's still hidden by default with you?"},
    {Part::reply, "^1 That calls went down, and that we write better. The word \"denies\" went "
        "out of use in {w 3} years."},
    {Part::reply, "^1 Psychiatry opened last, and had the fewest complaints."},
    {Part::reply, "^1 For those of 13 to 15 neither parent nor child sees it. It's the law's "
        "gap, and school nurses live in it."},
    {Part::reply, "^2 On the list: prescriptions agree in {w 7} of {w 10} patients. The talk "
        "about the other {w 3} is the benefit."},
    {Part::point, "^1 Tell them about the log. Patients here can see who's read."},
    {Part::point, "^1 A clinician's worry is nearly always about one patient."},
    {Part::follow_up, "\"Then it was Tuesday\" will be on my slide in {month}."},
    {Part::question, "^2 What got your colleagues to trust it?"},

    {Part::subject, "security2; infra cyber; sweden norway netherlands; any"},
    {Part::title, "Preparedness: care without network for {w 3-30#security21} days"},
    {Part::title, "Total defence and hospital IT: what's asked of <you|us>?"},
    {Part::context, "We've been asked to show that we can give care for {w 14-30#security21} "
        "days without the outside world. Our record is hosted {w 500-700} kilometres away."},
    {Part::question, "What do you store locally, and who has exercised it?"},
    {Part::question, "Satellite, radio, paper: where did you put the money?"},
    {Part::reply, "A daily copy in the building, readable on {w 20} laptops, with power for {w "
        "72} hours. Paper after that."},
    {Part::reply, "We exercised with the municipality. They had radio, we had paper, and neither "
        "had each other's number."},
    {Part::reply, "Money on power and on printing. Satellite for {w 3} people."},
    {Part::reply, "Medicine supply ends before the network matters. It was a useful evening."},
    {Part::point, "Key cards fail shut. Check the pharmacy's door."},
    {Part::point, "Print the blood bank's procedures."},
    {Part::follow_up, "^p1 Key cards. Ours do fail shut, it turns out."},

    {Part::subject, "nofelles; records strategy; norway; any"},
    {Part::title, "One inhabitant, one record: how far <are we|has your municipality come>?"},
    {Part::title, "Helseplattform experiences: the quiet half"},
    {Part::title, "GPs outside the platform: {w 3-5} ways to send a letter"},
    {Part::context, "Our municipality has been on a common platform with the hospital for {w "
        "14-22} months. Home nurses are content, hospital doctors less and GPs are mostly "
        "outside."},
    {Part::question, "What's better for the patient? I need {w 3} examples for the council, true "
        "ones."},
    {Part::question, "What would have to change for GPs to come in?"},
    {Part::reply, "One medicines list between home nurse and ward. It's a real gain, every day, "
        "and no newspaper writes of it."},
    {Part::reply, "For GPs: speed. My own system opens a patient in {w 2} seconds. I'm not going "
        "to {w 11}."},
    {Part::reply, "Letters went missing in the first months, and trust with them. It takes {w "
        "2-3} years to come back, so count on it."},
    {Part::reply, "The nursing plan is common now. The physiotherapist in the valley reads what "
        "the ward meant."},
    {Part::point, "Show waiting for fixes, with dates."},
    {Part::point, "Ask the health secretaries. They know it all."},
    {Part::follow_up, "^r1 The medicines list is example one. Thank you."},

    {Part::subject, "nokjerne; interop patients; norway; any"},
    {Part::title, "^1 Summary care record: <critical information|allergies> filled in by whom?"},
    {Part::title, "^2 Digital home follow-up: after the project money"},
    {Part::context, "Critical information is filled in for {w 11-18} % of our patients. By the "
        "emergency physicians it's opened for nearly all."},
    {Part::question, "^1 Who writes it with you, and when?"},
    {Part::question, "^2 Is it kept up after the project ends? Ours ended in {month}."},
    {Part::reply, "^1 GPs at the annual check, by a fee. {w 40-50} % after {w 2} years."},
    {Part::reply, "^1 Documents from other regions: {w 900} look-ups a day in ours. "
        "Anaesthetists mostly."},
    {Part::reply, "^2 Home follow-up survived with us as the municipality took it on the budget, "
        "{w 60} patients, {w 1.5} nurses. No app of its own."},
    {Part::reply, "^1 Give the patient the right to propose. They know that they've a pacemaker."},
    {Part::point, "Sami names need all their letters. Test."},
    {Part::point, "Mountains eat signal. Offline first."},
    {Part::follow_up, "^r1 By a fee. I will put it before our board, with your numbers."},
    {Part::context, "Our project for follow-up at home ended in {month}. {w 60-90} patients, "
        "good results, and no line in next year's budget."},

    {Part::subject, "nlexchange; interop records; netherlands; any"},
    {Part::title, "^1 Electronic exchange by law: ready by {month}?"},
    {Part::title, "^1 Nursing handover, standardised: who uses the <full set|short set>?"},
    {Part::title, "^2 Images between hospitals without a disc at last"},
    {Part::title, "^1 Building blocks in the record: zibs on the ward"},
    {Part::context, "The nursing handover is to be exchanged electronically. Our standard has {w "
        "60-90} items, and our nurses need {w 14}."},
    {Part::context, "Between {w 6} hospitals in our region images go without a disc since "
        "{month}. The parking place for couriers is still there."},
    {Part::question, "^1 Did you exchange all or a small part first?"},
    {Part::question, "^1 Who pays for the small nursing homes to connect?"},
    {Part::reply, "^1 Small part: {w 14-18} items that the receiving nurse asked for. It's live "
        "with {w 9} homes. The rest is \"later\", which may be never."},
    {Part::reply, "^1 The insurer paid half for the homes. It took {w 3} letters and a visit."},
    {Part::reply, "We had trouble with consent. {w 8} of {w 10} patients think that it's shared "
        "already."},
    {Part::reply, "^1 Building blocks, good. A form that shows all {w 30} fields of one, not "
        "good. Choose per ward."},
    {Part::reply, "^2 A courier told me he'll retire at last."},
    {Part::point, "^1 Test with the oldest nursing home first."},
    {Part::point, "Agree on who corrects."},
    {Part::follow_up, "^r1 Asking the receiving nurse. We hadn't, and I'm somewhat ashamed."},

    {Part::subject, "nlcmio; people ai; netherlands; any"},
    {Part::title, "^2 CMIO and CNIO in Dutch hospitals: how many days?"},
    {Part::title, "^1 AI in discharge letters: {w 3} hospitals compare"},
    {Part::title, "^2 Registration burden: {w 35-42#nlcmio1} % of the day"},
    {Part::context, "{w 3} hospitals here tried generated discharge letters on the same {w 60} "
        "cases. Doctors preferred the draft in {w 22-31}. Errors which mattered: in {w 4-6} of "
        "drafts, and in {w 3-5} of doctors'."},
    {Part::context, "A CMIO has {w 2} days with us, the CNIO {w 1}. The registration burden for "
        "nurses is {w 36-41#nlcmio1} %."},
    {Part::question, "How do you measure it, so that we may compare?"},
    {Part::question, "^2 Which registrations were dropped?"},
    {Part::reply, "^2 We dropped {w 5} screening lists for patients under {w 70}. The "
        "inspectorate agreed beforehand. {w 11} minutes a patient."},
    {Part::reply, "^2 CMIO {w 2.5} days, CNIO {w 2.5}, same office. The same office is the point."},
    {Part::reply, "^1 Generated letters: time saved is {w 2-3} minutes, but the resident starts. "
        "It's procrastination that we cured."},
    {Part::reply, "Measure a day, by observers, each {month}. Self-report is {w 10} points too "
        "high."},
    {Part::point, "Compare only the same specialty."},
    {Part::point, "^1 Patients liked the drafts best."},
    {Part::follow_up, "The same office. It's being moved as I write."},

    {Part::subject, "nzregions; strategy records; new-zealand; any"},
    {Part::title, "^1 From twenty districts to one: what's moved for <you|your ward>?"},
    {Part::title, "^1 Regional clinical portals: four into <one|two>?"},
    {Part::title, "^2 Rural hospitals and digital: the view from {w 3} hours away"},
    {Part::context, "Kia ora koutou. Since the districts merged our team's had {w 3} structures "
        "and {w 4} names. The portal's the same one and the enhancement list is longer."},
    {Part::context, "We're a rural hospital of {w 18-26} beds, {w 3} hours from the next. When "
        "the link's down we're an island on an island."},
    {Part::question, "^1 What has got better? I'd like a list for a tired team."},
    {Part::question, "^1 Who's making clinical decisions on the regional systems with you?"},
    {Part::reply, "^1 One login across {w 4} districts. It's small, and locums cry with joy."},
    {Part::reply, "Clinical governance by region, nurses and allied in equal number, and a "
        "Māori data governance lead with a veto. The veto's been used once, rightly."},
    {Part::reply, "^2 Our satellite link was {w 900} dollars and has been used {w 9} nights."},
    {Part::reply, "^1 Better: the national immunisation register, and results across the motu. "
        "Worse: who to ring."},
    {Part::reply, "The regional portal's our best thing, for a community pharmacist sees what I "
        "see."},
    {Part::point, "Keep the local channel. People ring people."},
    {Part::point, "Macrons in names. It matters, and half of our systems drop them."},
    {Part::follow_up, "^p2 Ngā mihi. The macrons are on the list, at the top, where they "
        "should've been."},

    {Part::subject, "nzdata; data patients; new-zealand australia; any"},
    {Part::title, "Indigenous data sovereignty: from <statement|principle> to table"},
    {Part::title, "Equity by design: what did you change in the <build|form>?"},
    {Part::title, "Whānau, community and proxy access"},
    {Part::context, "We've a good statement on Indigenous data sovereignty. An analyst asked me "
        "on {day} what it means for a column in her table, and I couldn't say."},
    {Part::question, "Who decides on use, in practice, and at what point?"},
    {Part::question, "Has it changed a product of yours?"},
    {Part::reply, "Iwi partners sit on the group that approves extracts. {w 14} requests last "
        "year, {w 3} changed, {w 1} declined. Work started with the name of the column."},
    {Part::reply, "We ask who'll benefit, and who'll hold the results. Two boxes on the request "
        "form."},
    {Part::reply, "Proxy access for more than one person. Our portal knew one \"next of kin\", "
        "which isn't how families are."},
    {Part::reply, "We took a \"non-compliant\" field out of the referral. It said a lot about "
        "us, and nothing about patients."},
    {Part::point, "Take time. It's not a sign-off."},
    {Part::point, "Feed back first to those whose data it is."},
    {Part::follow_up, "^r2 Two boxes. I'll begin there and bring the draft back to the group."},

    {Part::subject, "nzpeople; people events; new-zealand; any"},
    {Part::title, "Clinical informatics leads: {0.3} FTE and a dream"},
    {Part::title, "Pacific and Māori clinicians in informatics: growing our own"},
    {Part::context, "{w 0.3} FTE for {w 4} hospitals here, and a lovely title. I'm keen on "
        "hearing how others got to a team."},
    {Part::question, "What was the argument that worked?"},
    {Part::question, "Who'd share a fellow with us?"},
    {Part::reply, "Safety. A single event with good follow-up got us a CSO and {w 0.5} for "
        "nursing."},
    {Part::reply, "A fellow, shared by {w 3} districts, {w 6} months each. She's now my boss."},
    {Part::reply, "Scholarships by name, and paid leave. {w 5} on the course from our rohe this "
        "year."},
    {Part::reply, "Come to the hui. It's the cheapest team there is."},
    {Part::point, "Put it in the regional plan, not in the hospital's."},
    {Part::point, "Ask nursing to co-fund."},
    {Part::follow_up, "^r2 Shared by three. We've two, so who's the third?"},

    {Part::subject, "aurecord; records strategy; australia; any"},
    {Part::title, "Single digital patient record: which <hospital|district> first?"},
    {Part::title, "Statewide EMR: how local is local?"},
    {Part::context, "Our state's going to one record for {w 200-220} hospitals. I'm in a "
        "district with {w 14} small ones, most with a doctor on the phone. The design workshops "
        "are in the capital, at 9 am."},
    {Part::question, "How did small hospitals get a say?"},
    {Part::question, "What's the right amount of local content? I'd say {w 5} %."},
    {Part::reply, "By telehealth, at 2 pm, with backfill for the nurse in charge. {w 31} small "
        "sites came."},
    {Part::reply, "{w 8} % local, each item with an owner, reviewed yearly. It was {w 30} when "
        "we began."},
    {Part::reply, "Design for the nurse who's alone at night with a doctor on a screen. If it "
        "works for her, it works."},
    {Part::point, "Test over the worst link, at dusk."},
    {Part::point, "Time zones: half an hour matters."},
    {Part::follow_up, "^r3 The nurse alone at night. She's now persona number one."},

    {Part::subject, "aushare; interop patients; australia; any"},
    {Part::title, "^1 National health record uploads: pathology by default, and <radiology|aged "
        "care>?"},
    {Part::title, "^2 Discharge summaries to aged care: who reads them?"},
    {Part::context, "Uploads are on by default for pathology now. Our emergency doctors open the "
        "national record for {w 12-19} % of interstate patients, which is up from {w 3}."},
    {Part::context, "Aged care homes get our discharge summary by fax. {w 3} of {w 22} asked if "
        "we might stop."},
    {Part::question, "^1 How do you get it in front of people within their own system?"},
    {Part::question, "^2 What's the first thing to share with aged care, in your view?"},
    {Part::reply, "^1 A tab that's only lit when there's something newer than our own record. {w "
        "14} to {w 33} %."},
    {Part::reply, "^2 Medicines, changes with reasons, the next dose due. On arrival, not after."},
    {Part::reply, "^2 Homes have {w 9} different systems. We post it into a web page with a code "
        "on paper. Old-fashioned and used."},
    {Part::point, "Ask the retrieval nurses."},
    {Part::point, "Remote communities share phones. Think of privacy."},
    {Part::follow_up, "^r2 Medicines, reasons, next dose: we'll pilot with {w 4} homes."},

    {Part::subject, "aupeople; people safety; australia; any"},
    {Part::title, "Digital health safety roles: who does the work of a CSO here?"},
    {Part::title, "CMIO, CNIO, CHIO: titles and FTE"},
    {Part::context, "We've no equivalent of the British clinical safety officer in law. I've "
        "been reading about theirs with some envy, and some relief."},
    {Part::question, "Has anyone taken up the British standard here, by choice?"},
    {Part::question, "Who'd sign, in your health service?"},
    {Part::reply, "We did, for our EMR upgrade. {w 60} hazards, {w 2} people, {w 5} weeks. The "
        "hazard log was the best part, and the report the dullest."},
    {Part::reply, "Our quality director signs. She'd like hours for it."},
    {Part::reply, "CMIO {w 0.6}, CNIO {w 1.0}, for {w 9000} staff. It was {w 0.2} and nil."},
    {Part::point, "Borrow templates, keep the thinking."},
    {Part::point, "Invite a British colleague at 7 am our time. They're awake, mostly."},
    {Part::follow_up, "^r1 We'll try the hazard log without the report. And happy to do 7 am."},

    {Part::subject, "compare; events people; sweden norway netherlands new-zealand australia; any"},
    {Part::title, "^1 What could we <borrow from|show> our British colleagues?"},
    {Part::title, "^1 Visitors in {month}: where should they go?"},
    {Part::title, "^2 Meeting of the chapter: {topic#compare1} and a <walk|meal>"},
    {Part::title, "^2 {topic#compare1}: how is it done with us?"},
    {Part::context, "{w 6-9} colleagues come over from Britain in {month} for {w 3} days. They'd "
        "like to see {topic#compare1}, and not only the new hospital."},
    {Part::context, "For our next meeting I suggest {topic#compare1}. {w 45} minutes online and "
        "then whoever can, in person."},
    {Part::question, "^1 Where'd you take them, and what wouldn't you show?"},
    {Part::question, "^2 Who could say a few words? Five minutes, no slides."},
    {Part::reply, "^1 Show them the thing that failed and what we learned. They're generous "
        "about that, I find."},
    {Part::reply, "^1 A small place, where one person does it all. It surprises visitors more "
        "than robots."},
    {Part::reply, "^2 I'll say five minutes. It's going to be on what we switched off."},
    {Part::reply, "^1 What we can borrow: safety officers with a name. What we can lend: open "
        "notes."},
    {Part::reply, "^1 Take them to a pharmacy, and to the night shift."},
    {Part::point, "^1 Leave an hour free. It's when they ask."},
    {Part::point, "No supplier at dinner."},
    {Part::follow_up, "^r3 Five of you have offered. It makes {w 25} minutes, and a walk."},
};

}  // namespace

std::span<const Line> material_chapters() {
    return lines;
}

}  // namespace demo
