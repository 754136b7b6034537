// What is said about the recurring open topics.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "hello; open; wider ccio cnio cio digital-academy; any"},
    {Part::title, "Introductions, number {no}: say hello here"},
    {Part::context, "New members, and old ones who've never said a word: who are you, where in "
        "broad terms do you work, and what would you like to get from this place? Three lines "
        "are plenty."},
    {Part::entry, "Hello from {region}. I'm {my role} at {my org}."},
    {Part::entry, "Hello all, {my role} here, {w 2-14} <months|years> in post."},
    {Part::entry, "Good <morning|afternoon|evening>. I'm {my role} in {a kind}, {w 3-69} miles "
        "from the sea by the feel of it."},
    {Part::entry, "Long-time reader, first post. {My role}, {my org}."},
    {Part::entry, "{My role}, {my org}, and before that {w 5-21} years in {specialty}."},
    {Part::entry, "Joining from {my org}. By trade I'm {a trade}."},
    {Part::entry, "Hi everyone. {My org}, {my role}, second {w 2-9}-month stretch in the job."},
    {Part::entry, "A late hello from {region}. I look after digital for {specialty} at {my org}."},
    {Part::entry, "{w 3-22} years as {a trade}, {w 2-9} months as {my role}. Still finding the "
        "kettle."},
    {Part::remark, "Here to learn about {topic}, and I can offer some scars from {topic}."},
    {Part::remark, "I'd like to find others doing {topic}, since I'm the only one in the "
        "building."},
    {Part::remark, "We're about to begin on {topic}. Be gentle."},
    {Part::remark, "I lurk on {topic} and I'd be glad of company."},
    {Part::remark, "What I can bring: {w 3-9} failed attempts at {topic}."},
    {Part::remark, "If you know about {topic}, may I ring you?"},
    {Part::remark, "My question for the year is {topic}."},
    {Part::remark, "Main worry at present: {topic}. Main joy: {topic}."},
    {Part::remark, "Came for {topic}, will probably stay for the release notes thread."},
    {Part::remark, "I've a clinic on {day}s and do {topic} on the other days, in theory."},
    {Part::aside, "Happy to be visited on any {day}."},
    {Part::aside, "My team is {w 2-40} people and a plant."},
    {Part::aside, "I was told that the biscuits are good."},
    {Part::aside, "We've {w 11-290} systems, and I have met about {w 3-60} of them."},
    {Part::aside, "{Day}s are my clinic, so replies may be slow."},
    {Part::aside, "The dog's called Ctrl."},
    {Part::entry, "My name you can see. The rest: {my role}, {my org}, {w 2-6} days a week, it "
        "says."},
    {Part::entry, "{Region} calling. {My org}, {w 3-19} years, the last {w 2-9} of them in "
        "digital."},
    {Part::entry, "I moved from {specialty} to digital {w 2-11} years ago and have not regretted "
        "it since about {month}."},
    {Part::entry, "Another {trade} here, now {my role}. There seem to be a lot of us from "
        "{specialty}."},
    {Part::entry, "New to {my org} and to the job, {my role}, since {month}."},
    {Part::entry, "{My org} here. We are {w 2-9} sites, {w 2-5} car parks and {w 11-290} systems."},
    {Part::entry, "Back after {w 2-9} years away. I was in {specialty} at the time, and am now "
        "{my role}."},
    {Part::entry, "Somebody at the {month} meeting told me to join, so I have. {My role}, "
        "{region}."},
    {Part::entry, "I've read this place for {w 2-30} months and owe it a post. {My org}."},
    {Part::entry, "Half {trade}, half {topic}. {My org} pays for the second half."},
    {Part::remark, "We have just finished with {topic} and I'd gladly talk somebody through the "
        "bruises."},
    {Part::remark, "What I'd like is one honest story on {topic}."},
    {Part::remark, "Someone here saved us {w 2-9} months on {topic}, so it's my turn."},
    {Part::remark, "I've strong views on {topic}, weakly held."},
    {Part::remark, "I'm collecting examples of {topic} for a talk in {month}."},
    {Part::remark, "{Topic} is my day, {topic} my evenings."},
    {Part::remark, "Ask me about {topic}. Please don't ask me about {topic}."},
    {Part::remark, "Looking for a pen friend in {specialty}, for {topic}."},
    {Part::aside, "It's the first forum I've joined since {1999-2011}."},
    {Part::aside, "My predecessor left me {w 2-40} folders and a cactus."},
    {Part::aside, "I drink tea at {w 2-9} cups a day."},
    {Part::aside, "My children think I fix printers. They're {w 40-90} % right."},
    {Part::follow_up, "So many, and from all over. Welcome, every one of you."},
    {Part::follow_up, "I have counted {w 12-22} professions so far. Keep going."},
    {Part::follow_up, "If you have asked something here and had no answer, start a topic with "
        "it. It will get one."},

    {Part::subject, "wins; open; wider ccio cnio cio; any"},
    {Part::title, "Small wins, week {no}"},
    {Part::context, "Friday again. What's the smallest thing that got better this week? No "
        "strategies, no launches. **Small.**"},
    {Part::entry, "The {ward} <printer|label printer> works. {w 5-26} weeks."},
    {Part::entry, "We switched off a report which {w 3-60} people received and nobody read."},
    {Part::entry, "{w 3-40} fields fewer on the {form}."},
    {Part::entry, "Log-in on the {ward} went from {w 31-58} seconds to {w 6-14}."},
    {Part::entry, "{A colleague} in {specialty} said thank you, unprompted. In writing."},
    {Part::entry, "A resident showed {w 4-30} colleagues a shortcut for the {form}, and it "
        "spread by itself."},
    {Part::entry, "{w 11-95} duplicate records merged in {specialty}, by someone in her first "
        "week."},
    {Part::entry, "We deleted {w 20-400} old order sets in {specialty}, and the phone stayed "
        "silent."},
    {Part::entry, "The {ward} did its downtime drill in {w 21-55} minutes. With singing."},
    {Part::entry, "A mandatory field on the {form} is mandatory no more."},
    {Part::entry, "Wi-Fi in bay {w 2-9} of the {ward}, at last."},
    {Part::entry, "{Specialty} agreed on one name for one test. {w 2-9} meetings."},
    {Part::entry, "We answered all {w 12-90} open requests from {specialty}. {w 3-11} were "
        "\"no\", kindly."},
    {Part::entry, "A patient in {specialty} told us that the new letter made sense."},
    {Part::entry, "The {form} fits on one screen."},
    {Part::entry, "{A colleague} found the cause of a {w 2-7}-month-old fault in {specialty}: a "
        "cable."},
    {Part::entry, "Batteries for the {ward}, a whole box, not asked for."},
    {Part::entry, "The night team on the {ward} chose its own alert sounds."},
    {Part::entry, "First {w 6-30} discharges from {specialty} with no phone call from the "
        "practice."},
    {Part::entry, "{A trade} joined our build team from {specialty}."},
    {Part::remark, "It took {w 2-19} emails."},
    {Part::remark, "Nobody's noticed, which is the point."},
    {Part::remark, "I've told the {exec}, who smiled."},
    {Part::remark, "Total cost £{12-290}."},
    {Part::remark, "{w 4-33} minutes a day back for the {ward}, by my sums."},
    {Part::remark, "We had a cake, lemon."},
    {Part::remark, "On to the next {w 4-300}."},
    {Part::remark, "I'd forgotten that one may just fix things."},
    {Part::remark, "It was {w 2-9} clicks in a settings page."},
    {Part::remark, "The credit's due to {a colleague} who would not let go."},
    {Part::aside, "And it isn't even {month}."},
    {Part::aside, "May it last till {day}."},
    {Part::follow_up, "Lovely, all of them. My favourite so far is the cable."},
    {Part::follow_up, "Keep going, it is the best half hour of my week."},
    {Part::follow_up, "I read these out at our Friday huddle, without names."},

    {Part::subject, "census; open; cio ccio cnio wider; any"},
    {Part::title, "A census by hand, round {no}: how many <systems|log-ins|devices>?"},
    {Part::context, "No survey tool, no average, just reply with your numbers: kind of "
        "organisation, staff, clinical systems, how many on single sign-on, how many you'd miss. "
        "I'll make a table."},
    {Part::entry, "{Kind}, {1800-9800/100} staff: {w 19-340} clinical systems, {w 4-90} on "
        "single sign-on."},
    {Part::entry, "{My org} if you must know, and I know you won't tell: {w 21-280} systems, {w "
        "3-70} with single sign-on."},
    {Part::entry, "{w 24-310} systems here ({kind}, {1500-9900/100} staff). Single sign-on on {w "
        "5-80}."},
    {Part::entry, "About {1600-9700/100} staff. I counted {w 31-260} systems, then finance found "
        "another {w 3-17}."},
    {Part::entry, "{Kind} in {region}. {w 18-190} clinical systems, {w 2-44} of them with one "
        "user."},
    {Part::entry, "Ours: {w 16-240}. It was {w 41-310} before we looked."},
    {Part::entry, "{1900-9600/100} staff, {w 14-220} systems, {w 2-60} log-ins for the average "
        "nurse in {specialty}."},
    {Part::remark, "I'd miss {w 3-14} of them."},
    {Part::remark, "Missed if gone: {w 5-30}, by a vote of the ward managers."},
    {Part::remark, "The one with one user is {specialty}'s, and he's retiring."},
    {Part::remark, "{w 4-39} have no contract that we can find."},
    {Part::remark, "Oldest: {1989-2006}, in {specialty}."},
    {Part::remark, "We plan to be at {w 12-120} by {month}."},
    {Part::remark, "Best guess at what they cost: £{1.1-9.8} million a year."},
    {Part::remark, "{w 2-11} do the same job as each other, in {specialty} chiefly."},
    {Part::aside, "I do not trust my own figure."},
    {Part::aside, "The count took {w 2-30} days."},
    {Part::aside, "Counting made {w 2-9} of them go away."},
    {Part::aside, "Ask me again in {month}."},
    {Part::entry, "From {region}: {w 17-230} systems for {1700-9800/100} staff, or {w 11-90} if "
        "one leaves out {specialty}."},
    {Part::entry, "{Kind}. We say {w 20-240}, our auditors say {w 30-300}."},
    {Part::entry, "{w 13-90} clinical systems and {w 2-40} spreadsheets that behave like one, "
        "{1800-9500/100} staff."},
    {Part::entry, "Before the merger {w 20-130}, after it {w 31-260}. {Kind}, {region}."},
    {Part::entry, "{1600-9400/100} staff. A nurse in {specialty} uses {w 4-14} systems, and so "
        "does {a colleague}."},
    {Part::remark, "{w 6-70} % have single sign-on, and it's all the users talk about."},
    {Part::remark, "We switched off {w 2-14} last year, with a bell."},
    {Part::remark, "I would keep {w 6-30} and give the others to {specialty}."},
    {Part::remark, "{w 2-9} were bought by {specialty}, on a card."},
    {Part::follow_up, "Thank you. The spread is wider than I had thought. I'll make the table on "
        "{day}."},
    {Part::follow_up, "So far nobody has fewer than the last census. I had hoped."},
    {Part::follow_up, "If you have a list, may I see the *columns*? Not the content."},

    {Part::subject, "advice; open; ccio cio cnio digital-academy; any"},
    {Part::title, "One thing you'd tell yourself before <go-live|the first day in post>, round "
        "{no}"},
    {Part::context, "One thing, in two sentences, that you would tell yourself on the evening "
        "before. I'll make a page of them for newcomers."},
    {Part::entry, "Walk the {ward} at {w 2-5} am before anybody shows you a slide."},
    {Part::entry, "Learn the first names of switchboard. All {w 6-19} of them."},
    {Part::entry, "Count {thing3} yourself, by hand, on the {ward}."},
    {Part::entry, "Ask {a colleague} in {specialty} first, and the committee after."},
    {Part::entry, "Put {w 2-9} % of the money aside for {thing3}. You'll thank me."},
    {Part::entry, "Nobody reads beyond line {w 3-8}. Put {thing3} in the first."},
    {Part::entry, "Never promise {thing3} in a lift."},
    {Part::entry, "Test {thing3} on the oldest machine in {specialty}."},
    {Part::entry, "Write down why you decided on {thing3}, since in {w 2-6} years someone'll ask."},
    {Part::entry, "Go and see {specialty}. They've solved {thing3} and told no one."},
    {Part::entry, "Have {w 2-7} friends outside the programme, one of them in {specialty}."},
    {Part::entry, "When {specialty} goes quiet, visit."},
    {Part::entry, "Leave {thing3} until month {w 3-9}. It can wait, and you can't do all."},
    {Part::entry, "{Thing3}: twice as long as you think, whatever you think, and in {specialty} "
        "thrice."},
    {Part::entry, "If the {exec} asks for a date, give a season."},
    {Part::entry, "You'll be wrong about {thing3}. Be wrong early and aloud."},
    {Part::entry, "Find out who orders {thing3}. It's never the person you suppose."},
    {Part::entry, "Protect {w 2-6} hours a week for {specialty}, your own or somebody's."},
    {Part::remark, "I learned it at {2-5}:{11-59} in the morning."},
    {Part::remark, "It cost us {w 3-19} weeks."},
    {Part::remark, "I still forget it about every {w 2-9} months."},
    {Part::remark, "My predecessor told me, and I nodded."},
    {Part::remark, "Cheap advice, dearly bought: £{20-300},000."},
    {Part::remark, "The second time I did so, and slept."},
    {Part::remark, "Ask anyone in {region}."},
    {Part::remark, "I'd put it on a mug."},
    {Part::aside, "Also: eat."},
    {Part::aside, "Also: it will pass by {month}."},
    {Part::aside, "There were {w 2-6} others, but you said one."},
    {Part::follow_up, "These are going on one page, with no names, for people starting in "
        "{month}."},
    {Part::follow_up, "I'd need a wall, not a page."},
    {Part::follow_up, "The one about switchboard has now been said in three different ways. It "
        "must be true."},

    {Part::subject, "boxes; open; cnio ccio cio cyber-security clinical-risk-officers; any"},
    {Part::title, "What's in your downtime box? Round {no}"},
    {Part::context, "We're restocking. One item each, please, and the reason, preferably a "
        "story. I'll publish the list."},
    {Part::entry, "A torch for every {w 4-9} beds on the {ward}."},
    {Part::entry, "{w 20-90} pens, on string."},
    {Part::entry, "Printed numbers: {w 14-60} of them, largest for {specialty}."},
    {Part::entry, "A copy of the {form}, version dated, {w 30-90} sheets."},
    {Part::entry, "Coloured wristbands for {specialty}, {w 40-120}."},
    {Part::entry, "A wind-up clock for the {ward}."},
    {Part::entry, "A clipboard with the {form} on the front and phone numbers on the back."},
    {Part::entry, "Two radios, tested on {day}s by {a colleague}."},
    {Part::entry, "A laminated map of the way from the {ward} to the laboratory."},
    {Part::entry, "Carbon paper. {w 50-200} sheets, and a student in {specialty} who'd never "
        "seen it."},
    {Part::entry, "A whiteboard marker that works, replaced each {month}."},
    {Part::entry, "A list of who's allowed to say \"we are down\" in {specialty}."},
    {Part::entry, "Blood bottles with blank labels, {w 25-80}, in a sealed bag, {ward}."},
    {Part::entry, "{w 4-12} envelopes with what to do in hour {w 2-9}."},
    {Part::entry, "A stamp for the {form}. It says DOWNTIME in green."},
    {Part::entry, "Chocolate, {w 12-48} bars, inventoried by {a colleague}."},
    {Part::entry, "A deck of cards for {w 2-5} am."},
    {Part::entry, "Spare reading glasses, {w 2-3} strengths, thanks to {specialty}."},
    {Part::remark, "In the last one we'd {w 2-9} between {w 11-30} of us."},
    {Part::remark, "Used once in {w 2-7} years, and worth it."},
    {Part::remark, "Checked by {a colleague}, who's fearless."},
    {Part::remark, "The {ward} thought of it, not me."},
    {Part::remark, "It costs £{3-80}."},
    {Part::remark, "Ask about the outage of {month}."},
    {Part::remark, "Learned after {w 5-31} hours without."},
    {Part::remark, "Signed for on {day}s."},
    {Part::aside, "Don't keep the box behind a swipe door."},
    {Part::aside, "{w 3-8} wards have opened theirs for the chocolate."},
    {Part::follow_up, "We have ordered most of it. The list goes to the library on {day}."},
    {Part::follow_up, "I had not thought of half of these, and we had one last {month}."},

    {Part::subject, "alertsillies; open; ccio cnio wider clinical-informatics; any"},
    {Part::title, "Words our systems say, part {no}"},
    {Part::context, "Error messages, alerts and labels seen in the wild this <week|month>. No "
        "patients, no product names. The winner gets a mug."},
    {Part::entry, "\"{w 2-9} warnings suppress {w 3-12} other warnings.\" Seen in {specialty}."},
    {Part::entry, "\"Please contact your administrator.\" I *am* the administrator, of "
        "{specialty} at any rate."},
    {Part::entry, "\"Date of birth can't be in the future\", said to {a colleague} in the "
        "antenatal clinic about line {w 3-19}."},
    {Part::entry, "\"No results found ({w 11-900})\", on the {ward}."},
    {Part::entry, "\"Are you sure you're not sure?\" On the {form}, page {w 2-7}."},
    {Part::entry, "\"Save {w 2-9} of {w 1}\", {ward}, {day}."},
    {Part::entry, "\"This field's mandatory if blank.\" {Form}."},
    {Part::entry, "\"Allergy: {w 3-9}.\" Just the number. {Specialty}."},
    {Part::entry, "\"Error {400-999}: success\", twice, in {specialty}."},
    {Part::entry, "\"Weight must be under {w 300-900}\", {specialty}, no units."},
    {Part::entry, "\"You have {w 1100-9900} unread messages. Dismiss?\" {A colleague} did."},
    {Part::entry, "\"Patient is in use by another user.\" {Specialty}, on a {day}."},
    {Part::entry, "\"Log off in minus {3-19} seconds\", {ward}."},
    {Part::entry, "\"Other, please specify: other.\" The {form}, every {day}."},
    {Part::entry, "\"Printing to: nowhere\", {ward}, bay {w 2-8}."},
    {Part::remark, "We've framed it."},
    {Part::remark, "It had been there since {2009-2019}."},
    {Part::remark, "{w 40-4000} people a month see it."},
    {Part::remark, "The supplier says it's by design."},
    {Part::remark, "Fixed by {day}, after {w 2-12} years."},
    {Part::remark, "I read it aloud at the board."},
    {Part::remark, "Nobody had ever reported it."},
    {Part::remark, "The {exec} laughed, then didn't."},
    {Part::aside, "My vote goes to the one before."},
    {Part::aside, "A mug for {specialty}, surely."},
    {Part::follow_up, "I have had to leave a meeting because of this topic."},
    {Part::follow_up, "The jury meets on {day}. It is me and {a colleague}."},

    {Part::subject, "teams; open; cio cnio ccio wider; any"},
    {Part::title, "Teams by numbers, round {no}: who's in yours?"},
    {Part::context, "For a paper to my board: size of your digital team, clinical people within "
        "it, bands if you like, what you're short of. Rough numbers are very welcome."},
    {Part::entry, "{Kind}, {1900-9900/100} staff. Digital team of {w 24-260}, {w 3-31} of them "
        "with a clinical registration."},
    {Part::entry, "{w 18-240} people here for {2100-9800/100} staff, and {w 2-28} nurses among "
        "them."},
    {Part::entry, "Ours is {w 9-180} strong ({kind}, {region}). Clinical: {w 2-24}."},
    {Part::entry, "We're {w 14-210}, of whom {w 3-33} are on fixed terms to {month}."},
    {Part::entry, "{1700-9900/100} staff, {w 12-190} of us, {w 2-19} clinical, {w 2-9} "
        "apprentices."},
    {Part::entry, "Small: {w 2-13} for {200-1900/50} staff, one of whom is me."},
    {Part::remark, "Short of: integration, as ever. {w 2-7} vacancies."},
    {Part::remark, "Short of {w 2-9} analysts and {a trade}."},
    {Part::remark, "{w 11-34} % vacancies, {w 3-9} % sickness."},
    {Part::remark, "Clinical time comes from {specialty} and {specialty2}, unpaid."},
    {Part::remark, "We pay {w 14-60} sessions a month for clinicians in all."},
    {Part::remark, "{w 2-9} came from the wards last year."},
    {Part::remark, "Spent on agency: £{90-900},000."},
    {Part::remark, "Best hire: a former {trade}."},
    {Part::remark, "Half are at home on {day}s."},
    {Part::aside, "Growing by {w 2-11}, if the {exec} signs."},
    {Part::aside, "It was {w 8-99} in {2014-2019}."},
    {Part::aside, "Please send me the paper."},
    {Part::entry, "{1800-9700/100} staff, {region}. We have {w 11-180} people, counting the {w "
        "2-9} who are leaving."},
    {Part::entry, "If I count only those in post: {w 14-190}, for {2000-9900/100} staff."},
    {Part::entry, "{Kind}: {w 16-170} of us, across {w 2-9} sites. Clinicians among them: {w "
        "2-17}."},
    {Part::entry, "We share {w 8-60} people with a neighbour. On our own we'd be {w 6-40}, for "
        "{900-4500/100} staff."},
    {Part::entry, "{w 21-190} today, {w 18-170} by {month}. {Kind}."},
    {Part::remark, "What we lack is someone who can say no in {w 2-9} languages."},
    {Part::remark, "{w 2-11} of them came from {specialty}."},
    {Part::remark, "We've {w 2-8} in cyber and need {w 4-12}."},
    {Part::remark, "The {trade} in the team is worth {w 2-4} of the rest of us."},
    {Part::remark, "Nobody at all for {topic}."},
    {Part::follow_up, "Thank you, the table is growing: {w 14-22} organisations so far."},
    {Part::follow_up, "The paper goes to the board on {day}. I will let you know what they make "
        "of it."},
};

}  // namespace

std::span<const Line> material_series() {
    return lines;
}

}  // namespace demo
