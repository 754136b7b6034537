// What is said about reporting and data quality.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "dataquality; data; ccio cio clinical-informatics wider; any"},
    {Part::title, "Data quality: <whose job?|fix it at the source, they say>"},
    {Part::title, "^1 Ethnicity: {w 17-31#dataquality1} % \"not stated\""},
    {Part::title, "^2 Data quality reports that nobody opens"},
    {Part::context, "{w 18-29#dataquality1} % of our records have no ethnicity, and it's {w "
        "34-41} % in the under 30s. We can't say anything on inequality with a straight face."},
    {Part::context, "The weekly data quality report goes to {w 90-140} people. I put a line in "
        "it which promised a cake to whoever read it. Nobody came."},
    {Part::question, "^1 Who asks, at what point and in which words?"},
    {Part::question, "^2 What made it matter to the person who types?"},
    {Part::reply, "^1 By text, before the appointment, with the reason. {w 58-66} % answered. "
        "Not stated fell from {w 24-28} to {w 8-11} %."},
    {Part::reply, "^1 Show it back. A clinic sees its own patients by ethnicity and deprivation, "
        "each month, with waits. They began to ask without our asking."},
    {Part::reply, "^2 {w 3} errors a week, chosen by us, walked to the desk where they were "
        "made. No report. Down {w 60} % in {w 5} months."},
    {Part::reply, "Clerks weren't told why. Twenty minutes with a story did more than {w 4} "
        "years of reports."},
    {Part::reply, "^1 \"Not stated\" was first in the list. It was the default. I'm sorry to say "
        "it was me."},
    {Part::point, "^1 Ask for the thing once in a life and not at every visit."},
    {Part::point, "^1 Count \"other\" too."},
    {Part::point, "^2 Cake in line one."},
    {Part::follow_up, "^r5 We moved \"not stated\" to the end of the list today. I shall watch "
        "with interest."},
    {Part::update, "^r5 From {w 22-27} to {w 9-13} % in {since}. Half of it by the order of a "
        "list."},

    {Part::subject, "dashboards; data; cio ccio clinical-informatics wider; any"},
    {Part::title, "^1 {w 90-260#dashboards1} dashboards: which did you switch off?"},
    {Part::title, "^12 The board wants <real time|a single version of the truth>"},
    {Part::title, "^2 One number, three answers: what's a delayed discharge?"},
    {Part::context, "We have {w 120-240#dashboards1} dashboards. {w 21-34} were opened last "
        "month, {w 6-8} by somebody other than their author."},
    {Part::context, "The number of patients fit to leave was {w 61}, {w 84} or {w 102} this "
        "morning, by whom you asked."},
    {Part::question, "^1 How do you retire one without a fight?"},
    {Part::question, "^2 Who decides on definitions? I mean a name."},
    {Part::reply, "^1 Scream test, with notice. {w 90-110} off on a Friday. {w 4} screams, {w 2} "
        "of which were for export to Excel."},
    {Part::reply, "^2 The definitions have an owner from operations, in a list, with a date. {w "
        "46} of them. Arguments go to the owner and not to the analyst."},
    {Part::reply, "Real time is needed by the site team, the ED and theatres. All the rest is "
        "fine at 06:00."},
    {Part::reply, "Put the question in the title. \"Are we seeing the sickest first?\" It's hard "
        "to build a silly one then."},
    {Part::reply, "Every chart now has limits and a median. The board stopped asking about "
        "Tuesday."},
    {Part::reply, "An analyst in the morning meeting, once a week, on the ward. Requests halved, "
        "use doubled."},
    {Part::point, "Traffic lights make people clever."},
    {Part::point, "Say when it was last refreshed."},
    {Part::point, "Print one and hang it in the mess."},
    {Part::follow_up, "^r2 Operations own them: I suggested it, and to my surprise they said yes "
        "to {w 30} of {w 46}."},

    {Part::subject, "waitinglist; data patients; cio ccio wider; acute"},
    {Part::title, "^1 Waiting list validation by text: {w 9-16#waitinglist1} % no longer need it?"},
    {Part::title, "^2 Harm while waiting: can the data tell us?"},
    {Part::title, "^2 Priority by need: did anyone change the order?"},
    {Part::context, "We texted {w 14-22},000 patients. {w 8-12#waitinglist1} % said they didn't "
        "need it any more, {w 31-38} % didn't answer, and {w 40-60} rang in distress as they "
        "took it for a discharge."},
    {Part::question, "^1 What wording did you use? And what became of those who don't reply?"},
    {Part::question, "^2 Does anybody contact them by risk, not by length?"},
    {Part::reply, "^1 \"You are still on our list. Nothing changes unless you tell us.\" That "
        "first, then the question. Distress calls from {w 50} to {w 4}."},
    {Part::reply, "^1 No reply is *never* removal. Phone, then letter, then the GP is asked. {w "
        "6} in 100 had died, moved or were abroad."},
    {Part::reply, "^2 We sort by condition, frailty and deprivation, and a nurse rings {w 40} a "
        "week. {w 5} of them are brought forward."},
    {Part::reply, "^1 The ones who come off the list are mostly done elsewhere. It's data "
        "quality, not demand."},
    {Part::reply, "^1 Carers answer for {w 12} %. Allow for it."},
    {Part::point, "^1 Not on a Friday afternoon."},
    {Part::point, "^1 With a number that's staffed."},
    {Part::point, "^1 Languages, from the record, if you have them."},
    {Part::follow_up, "^r1 Ours began with \"Do you still need\". Yes. I see."},
    {Part::context, "We looked at who came to the emergency department while waiting: {w 6-9} in "
        "100, and twice as many from the two poorest fifths. The list is sorted by date."},

    {Part::subject, "analytics; data people; clinical-informatics cio ccio digital-academy; any"},
    {Part::title, "^2 Analysts and clinicians: how do you <get them in a room|pair them>?"},
    {Part::title, "^1 Learning to code as a clinician: worth my evenings?"},
    {Part::title, "^1 Open source in a trust: <allowed?|who approves it?>"},
    {Part::title, "^1 Reproducible reports: from spreadsheets to scripts"},
    {Part::context, "Our monthly report takes {w 4} days, {w 11-16} spreadsheets and one person. "
        "I rewrote a part of it as a script at the weekend. It takes {w 50} seconds and nobody's "
        "quite sure whether they are allowed to be pleased."},
    {Part::question, "^1 Did your trust permit it? Whom did you ask?"},
    {Part::question, "How did you bring the rest of the team?"},
    {Part::reply, "^1 We publish ours. {w 9-14} repositories, a licence, and one page by "
        "governance that says what may not go in. Nothing terrible has happened in {w 4} years."},
    {Part::reply, "Pair a clinician and an analyst for {w 6} Thursdays on a question of *hers*. "
        "{w 7} of {w 10} pairs have gone on."},
    {Part::reply, "A code club at 12:30, once a fortnight. Half of us are beginners for ever, "
        "and it's the best-attended thing I run."},
    {Part::reply, "^1 Worth your evenings if you enjoy it. Better to learn what to ask."},
    {Part::reply, "^1 Ask who maintains it at once. My own script died the day that I went on "
        "leave."},
    {Part::point, "^1 Version control before cleverness."},
    {Part::point, "^1 No patient data in the repository, ever, with a check."},
    {Part::point, "Comments for the you of next year."},
    {Part::follow_up, "^r3 Code club it is. {w 14} came to the first, one in scrubs between "
        "cases."},
    {Part::context, "We have {w 6-9} analysts and {w 40-60} clinicians with questions. They meet "
        "by ticket. The average ticket goes to and fro {w 5-7} times."},

    {Part::subject, "outcomes; data patients; ccio cnio clinical-informatics wider; any"},
    {Part::title, "^2 PROMs: {w 24-36#outcomes1} % complete, and what then?"},
    {Part::title, "^2 Patient-reported outcomes in <the record|clinic>: does anyone look?"},
    {Part::title, "^1 Quality registries: typing the same thing into {w 4-7} of them"},
    {Part::context, "We feed {w 31-46} national audits and registries. {w 7-9} nurses do little "
        "else. I'm told that {w 70} % of what they type is in the record already."},
    {Part::question, "^1 Has anybody automated one in full, and what did it take?"},
    {Part::question, "^2 Do clinicians look at outcomes at the time, with the patient?"},
    {Part::reply, "^1 One in full: hip fracture. {w 9-12} months, {w 61} fields, {w 48} from the "
        "record. The last {w 13} need a human. It gave back {0.6} of a nurse."},
    {Part::reply, "^2 In clinic, one chart with the patient's own line. Surgeons took to it as "
        "patients asked for it."},
    {Part::reply, "^2 Completion went from {w 31} to {w 74} % by asking in the waiting room on "
        "the patient's phone. Reception staff did it, not the app."},
    {Part::reply, "^1 Start with the audit with the longest list of double entries, not with the "
        "famous one."},
    {Part::reply, "^1 Ask registries to take your export. {w 2} of {w 6} said yes by return."},
    {Part::point, "Keep the wording exactly as licensed."},
    {Part::point, "Who'll act on a bad score at 23:00? Decide first."},
    {Part::follow_up, "^r3 By the patient's phone, in the waiting room. We begin with knees."},
    {Part::context, "Our patient-reported outcomes are {w 24-36#outcomes1} % complete and go to "
        "a national report. No clinician I've asked has ever seen one of their own patients' "
        "answers."},
};

}  // namespace

std::span<const Line> material_figures() {
    return lines;
}

}  // namespace demo
