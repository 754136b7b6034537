// What is said about jobs, teams and networks.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "ccioplan; people; ccio clinical-informatics; any"},
    {Part::title, "^1 CCIO job plans: <how many sessions, and for what?|asking for numbers>"},
    {Part::title, "^2 First {w 90-100} days as a CCIO: what would you do?"},
    {Part::title, "^1 CCIO at {w 2-3#ccioplan1} sessions: what do you say no to?"},
    {Part::title, "Report to the medical director, the CIO or the chief executive?"},
    {Part::context, "I have been offered the CCIO role with {w 2-3#ccioplan1} PAs. The outgoing "
        "one did it on {w 2} and, in her words, \"most Sundays\". There is an EPR procurement "
        "ahead."},
    {Part::context, "New CCIO here, {w 4-6} weeks in. So far I am asked to attend {w 14-19} "
        "meetings a week and have influenced one, about lanyards."},
    {Part::question, "How many sessions, for what size of place, and what did you hand over?"},
    {Part::question, "What did you do in the first three months that you are glad of?"},
    {Part::reply, "{Kind}, {w 5500-8000} staff, {w 5} PAs, deputy with {w 2}, and a CSO at {w "
        "2}. With {w 2-3} I was a commentator."},
    {Part::reply, "Go and sit in clinics and on wards for the first month. {w 20-25} visits, a "
        "notebook and no promises. I have lived off that notebook for {w 2-3} years."},
    {Part::reply, "Ask for a vote. Being *at* the programme board is decoration."},
    {Part::reply, "Say no to every meeting without a decision in it. I went from {w 15-17} to {w "
        "6-7} and nobody complained. I found that sobering."},
    {Part::reply, "Keep a clinic. You'll be tempted not to. My credibility rests on <one "
        "morning|two mornings> a week of swearing at my own system."},
    {Part::reply, "I report to the medical director with a dotted line to the CIO. The dotted "
        "one does the work."},
    {Part::reply, "Fix one thing quickly that residents hate. Mine was the auto log-off in the "
        "{ward}. I could have done nothing else that year."},
    {Part::reply, "Deputies: choose a different profession from your own. Mine is a pharmacist "
        "and sees all I do not."},
    {Part::reply, "Write down what you will not do. Mine says: service desk, statistics, being "
        "the last to know."},
    {Part::reply, "I left the role after {w 3-4} years. Too lonely, in truth. This network would "
        "have helped if I'd asked earlier. Do ask."},
    {Part::point, "Get a finance friend."},
    {Part::point, "Half a day of admin support is worth a PA."},
    {Part::point, "^1 Your predecessor's Sundays are not in the contract."},
    {Part::point, "Find the CIO's coffee order."},
    {Part::follow_up, "^r3 Thank you, all. I've asked for {w 4-5} PAs and a vote, with your "
        "numbers. They took it away to think, which is further than the last one got."},
    {Part::follow_up, "^r2 The notebook month is booked: {w 17-24} visits. I've bought a "
        "notebook."},
    {Part::update, "^r2 {Since} on, I took the job: {w 4} PAs, a vote and half a day of support. "
        "The notebook has {w 60-90} pages, and the first thing fixed was the wireless in the "
        "doctors' mess."},

    {Part::subject, "careers; people; ccio cnio clinical-informatics digital-academy wider; any"},
    {Part::title, "^1 From <registrar|band 6 nurse|pharmacist> to informatics: where do I begin?"},
    {Part::title, "^2 Is there a career between clinic and CCIO?"},
    {Part::title, "^1 Clinical informatics fellowships: worth a year out?"},
    {Part::title, "^1 Imposter syndrome in digital: is it only me?"},
    {Part::title, "^1 MSc, diploma or just get on with it?"},
    {Part::context, "I'm {a trainee} with an interest in informatics, one small project and no "
        "idea what comes next. People here have had all sorts of routes, judging by the profiles."},
    {Part::context, "I've been a digital <nurse|midwife|pharmacist|therapist> for {w 2-3} years "
        "and love it. Above me is one post, with someone in it who is {w 12-15} years from "
        "retiring and very good."},
    {Part::question, "^1 What would you do first, with a year? And with a day a week?"},
    {Part::question, "Did a qualification open a door, or did you go through it anyway?"},
    {Part::reply, "^1 With a day a week: take one dull problem on your own ward and finish it. A "
        "finished thing the size of a postcard opens more doors than a certificate."},
    {Part::reply, "I did the MSc. Worth it for the people and for learning to read a business "
        "case. No one has ever asked to see it."},
    {Part::reply, "Fellowship, {w 9-12} months in {a kind}. It changed my life, chiefly by "
        "showing how decisions get made. It cost me about £{3-5},000 in pay."},
    {Part::reply, "Not only you. I have done this for {w 11-16} years, and at each board I think "
        "that a grown-up will walk in."},
    {Part::reply, "Go sideways: programme, supplier, region, national, back. Each taught me what "
        "the others mean by \"simple\"."},
    {Part::reply, "Learn to query your own data. {w 20-30} hours of SQL did more for me than "
        "anything with \"leadership\" in its title."},
    {Part::reply, "Find somebody who does it and ask for {w 30} minutes. I've never been "
        "refused, and I have never refused."},
    {Part::reply, "There ought to be a ladder. In our region {w 4-5} trusts have put together {w "
        "7-8} posts so that people can move without moving house. Ask yours."},
    {Part::point, "Write up what failed. It's rarer."},
    {Part::point, "Keep one clinical skill sharp."},
    {Part::point, "Say yes to the safety course."},
    {Part::point, "Don't wait until you are an expert."},
    {Part::follow_up, "^r1 Thank you. I've a dull problem in mind: the {ward} discharge "
        "checklist. Postcard-sized, I hope."},
    {Part::follow_up, "^r7 I wrote to {w 2-3} of you and each said yes. What a place."},
    {Part::update, "^r1 Finished: {since} for a postcard-sized thing. It's live on {w 3-4} "
        "wards. And I start a fellowship in {month}."},

    {Part::subject, "hiring; people strategy; cio cnio ccio; any"},
    {Part::title, "^1 Recruiting analysts: {w 3-4#hiring1} adverts, {w 2-3#hiring2} applicants"},
    {Part::title, "^1 EPR analysts leave for suppliers at {w 30-45#hiring3} % more: what can you "
        "offer?"},
    {Part::title, "^2 Apprentices in digital: {w 6-9#hiring4} in, who stayed?"},
    {Part::title, "^1 Remote work for digital teams: {w 2-4} days?"},
    {Part::context, "Band 6 integration analyst: {w 3-4#hiring1} adverts, {w 2-3#hiring2} "
        "applicants, {w 1} appointed, {w 1} left for a supplier after {w 5-7} months. I can't "
        "match {w 35-45#hiring3} %."},
    {Part::question, "^1 What keeps people that isn't money? Be specific, please."},
    {Part::question, "^2 Who has grown their own, and how long did it take?"},
    {Part::reply, "^2 Grown our own: ward clerks, pharmacy technicians, a chef. {w 9-12} months "
        "to useful, {w 2} years to good. {w 8} of {w 10} have stayed {w 4-5} years. The chef "
        "runs our interfaces."},
    {Part::reply, "^1 {w 2-3} days at home, their choice, one in common. Applicants went from {w "
        "2-3} to {w 24-31} when the advert said so in line one."},
    {Part::reply, "A day a fortnight for something they choose. Two of our best tools came out "
        "of it."},
    {Part::reply, "Take them to a ward once a month. {w 9} in ten say that's why they're here, "
        "and they'd never been."},
    {Part::reply, "Share posts with a neighbour. {w 3-4} trusts, one integration team, proper "
        "grades, somebody to talk to."},
    {Part::reply, "^1 The job description! Ours asked for {w 11-14} essentials. We cut it to {w "
        "4} and had {w 3} times as many women apply."},
    {Part::reply, "^2 Apprentices: {w 7} in, {w 6} stayed. Pay for the exam and for a second "
        "screen."},
    {Part::point, "^1 Answer applicants within a week."},
    {Part::point, "^1 Don't interview with five people in a row."},
    {Part::point, "Exit interviews by someone they liked."},
    {Part::follow_up, "^r2 Line one of the advert, of course. Gone out again today."},
    {Part::update, "^r2 {w 22-29} applicants, {since} after. Appointed {w 2}, one of them a "
        "former baker. There's a pattern here."},
    {Part::context, "We took {w 6-9#hiring4} apprentices {w 2-3} years ago, against advice, "
        "since we could not recruit. I am asked to say whether we should do it again."},

    {Part::subject, "wellbeing; people; ccio cio cnio wider; any"},
    {Part::title, "^2 On call for digital: who carries the phone?"},
    {Part::title, "^1 Burnt out after go-live. How did you get people back?"},
    {Part::context, "{w 7-9} months after go-live and my team is done in. {w 3} of {w 14} are "
        "off, {w 2} have resigned, and the next programme has begun."},
    {Part::context, "I'm the only one in the building who does what I do. It was fine until "
        "{month}."},
    {Part::question, "What helped? I don't mean a webinar on resilience."},
    {Part::question, "^2 How do you do on call fairly, and do clinicians share in it?"},
    {Part::reply, "^1 We stopped. {w 6} weeks, no new work, announced by the chief executive. "
        "The world didn't end, and two people withdrew their notice."},
    {Part::reply, "^2 On call is {w 1} in {w 7-8}, paid, with the next morning off, and a "
        "clinician as second. Calls fell by half when the clinician took to asking \"why does "
        "this wake us?\""},
    {Part::reply, "Thank people by name, in front of their peers. I forgot for a year. It's free."},
    {Part::reply, "^2 A peer in another trust. We've spoken every other Friday at 08:00 for {w "
        "3-4} years. No agenda."},
    {Part::point, "Take your leave. They're watching whether you do."},
    {Part::point, "Retire {w 2-3} reports. It's like annual leave for a team."},
    {Part::point, "Sleep before deciding to resign. Then decide."},
    {Part::follow_up, "^r1 Stopping for six weeks: we got {w 4}. It has been like opening a "
        "window. Thank you."},

    {Part::subject, "networkcraft; people events; ccio cio cnio wider clinical-informatics; any"},
    {Part::title, "^1 Regional meetings: <what makes you come?|Video or tea?>"},
    {Part::title, "^1 A local network of digital nurses: how did you start yours?"},
    {Part::title, "^2 What should the panel take up <this term|next>?"},
    {Part::context, "I'd like to start a regional group, {w 8-12} organisations, no budget, no "
        "minutes if possible."},
    {Part::context, "Our panel asks for topics for its work. I've put down release notes, agency "
        "log-ins and time for CSOs. I should like to hear what I've missed."},
    {Part::question, "^1 What's the right rhythm and the right length? We've all been in the "
        "wrong ones."},
    {Part::question, "^1 And how do you make it safe to speak of what went wrong?"},
    {Part::reply, "^1 {w 90} minutes, every {w 6} weeks, at a different place, with a walk "
        "round. The walk round is the meeting."},
    {Part::reply, "^1 Start with \"what went wrong since we last met\", the chair first. {w 4-5} "
        "years in and it's still the first item."},
    {Part::reply, "^1 Mentoring: I went for career advice and got a person to ring before a "
        "difficult board. {w 6} sessions, and we still talk."},
    {Part::reply, "^1 Online at 08:00, {w 45} minutes, cameras optional, no slides. {w 25-30} "
        "come. With slides it was {w 9}."},
    {Part::reply, "^2 Panel: plain release notes, please. And somebody to say what \"AI "
        "assurance\" means for {a kind} with {w 2} people."},
    {Part::reply, "^1 Invite one supplier a year, to listen."},
    {Part::reply, "Patients. There's no patient voice in most of ours, and we talk of little "
        "else."},
    {Part::point, "Bring the person who fixes it."},
    {Part::point, "End ten minutes early."},
    {Part::point, "Rotate the chair by alphabet."},
    {Part::follow_up, "^r1 \"The walk round is the meeting\". We start on {day} in the laundry, "
        "since nobody has ever been."},
    {Part::reply, "^2 Time for clinical safety, with a number in it. All else follows."},
    {Part::reply, "^2 I'd have the panel ask for a list of what has been *switched off* "
        "nationally."},

    {Part::subject, "newleader; people ask; cio cnio wider; any"},
    {Part::title, "^1 New CIO: {w 3} things to look at in week one?"},
    {Part::title, "^1 Hello, and a question about <structures|dotted lines>"},
    {Part::title, "^2 Merging two digital teams: who is <deputy|lead> of what?"},
    {Part::context, "I start as CIO of {a kind} in {w 5-6} weeks. {w 90-160} staff, {w 280-410} "
        "systems, a deficit and a go-live. I would welcome the wisdom of this place."},
    {Part::context, "Two trusts, one board from {month}. {w 2} service desks, {w 2} EPRs, {w 2} "
        "of everything, {w 1} of me."},
    {Part::question, "^1 What would you look at in the first week that nobody will show you?"},
    {Part::question, "What did you leave alone for a year?"},
    {Part::reply, "^1 The contracts that renew by themselves. {w 30-45} of ours, £{2-3} million "
        "a year, with dates nobody had written down."},
    {Part::reply, "^1 Sit on the service desk for a morning with a headset. Then the night. Then "
        "see the board."},
    {Part::reply, "^1 Restore something. Ask for a file from last {month} and time it."},
    {Part::reply, "Leave the structure alone for {w 9-12} months. I changed it in {w 3} and then "
        "learned who did what."},
    {Part::reply, "^2 In a merger: email and log-in first. People who can't find each other "
        "can't merge. EPR third, with the wards asked."},
    {Part::reply, "Ask three ward managers what they'd switch off. Two will say the same thing. "
        "Switch it off."},
    {Part::reply, "Meet the union representative early. Ours saved me from {w 2} errors in a "
        "month."},
    {Part::point, "Look under the stairs."},
    {Part::point, "Ask who hasn't had leave."},
    {Part::point, "Read the last {w 5} incident reports yourself."},
    {Part::follow_up, "^r2 A morning with the headset is booked. I've already been told that no "
        "CIO has ever done it."},
    {Part::update, "^r1 {w 6} months and a bit. Contracts found: {w 34-44}, £{1.1-1.9} million "
        "stopped or cut. And the file came back in {w 3} hours, at the second attempt."},
};

}  // namespace

std::span<const Line> material_people() {
    return lines;
}

}  // namespace demo
