// What is said about general conversation.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::general, "<Following this with interest.|Following.|Watching this one.> We are about "
        "{w 3-9} months behind you."},
    {Part::general, "No answer, I am afraid, only company: we have the same problem, and the "
        "same meeting about it."},
    {Part::general, "May I add a question to the pile? **Who pays for it in year two?** It is "
        "where ours always come unstuck."},
    {Part::general, "Has anyone asked patients? I do not mean it as a reproach. We had not, and "
        "it took an afternoon."},
    {Part::general, "I would be glad to host a call on this. {w 45} minutes, no slides. Say here "
        "if you would come."},
    {Part::general, "We have something on this in the region's shared folder. I will dig it out "
        "and put it in the library."},
    {Part::general, "Speaking as someone who has got this wrong twice: start smaller than you "
        "think."},
    {Part::general, "The honest answer from {a kind} is that we have not begun. This topic will "
        "be my reading list."},
    {Part::general, "It would be a good one for a lunch session. Shall we ask the panel?"},
    {Part::general, "I am taking this to our safety group on {day}, with the names left out of "
        "course."},
    {Part::general, "Our experience is closer to the sceptics', I must say. Not a disaster, only "
        "a great deal of work for a modest gain."},
    {Part::general, "I was about to start the same topic. Saved me an hour, thank you all."},
    {Part::general, "Would somebody who has done this be willing to say what it cost? A range "
        "would do."},
    {Part::general, "We are {w 2-3} sites with {w 2-3} cultures, so whatever I read here I have "
        "to imagine {w 2-3} times."},
    {Part::general, "A practical point: put a date on the decision to stop. We never did and it "
        "limped on for {w 9-15} months."},
    {Part::general, "Interesting how many of these come back to time and not to technology."},
    {Part::general, "I printed this topic and left it in the coffee room. Two consultants and a "
        "matron have annotated it. Their notes are better than mine."},
    {Part::general, "The regional team is looking at exactly this. I have told them to read here "
        "first, in so far as they are members."},
    {Part::general, "One from the wider community: thank you for writing so that those of us who "
        "are not CCIOs can follow."},
    {Part::general, "Slightly off topic, but does anyone else find that the *second* ward is "
        "harder than the first?"},
    {Part::general, "From the nursing side: please have a nurse in the room when this is decided "
        "and not when it is announced."},
    {Part::general, "From pharmacy: seconded, and could we be asked before the date is set?"},
    {Part::general, "From the finance side, where I spend one day a week: you would get further "
        "if you brought the cost of doing nothing."},
    {Part::general, "An allied health view: we are usually the third profession to be told. It "
        "would be nice to be second."},
    {Part::general, "I have changed my mind on this over the last {w 2-4} years, mainly by "
        "reading people here."},
    {Part::general, "I would push back a little. The problem is real, but I have seen {w 2-3} "
        "organisations solve it by leaving it alone."},
    {Part::general, "It is the first time that I have seen actual numbers on this. Thank you."},
    {Part::general, "{w 3-4} of us in this region are meeting about the same thing on {day}. You "
        "would be welcome by video."},
    {Part::general, "We tried to buy our way out of it. Reader, we did not get out."},
    {Part::general, "Good points all. I would only add that the people who do this at night were "
        "not in any of our meetings."},
    {Part::general, "Please, somebody, write this up. Half a page would do."},
    {Part::general, "Do not underestimate estates. Ours had a key, a ladder and an opinion, and "
        "we needed all three."},
    {Part::general, "I have sent this to my {exec} with the subject line \"before we sign "
        "anything\"."},
    {Part::general, "Could we have this as a page in the library when it settles down?"},
    {Part::general, "Same numbers here, give or take. It is oddly comforting."},
    {Part::general, "My rule with this kind of thing: if I cannot explain it to the ward clerk "
        "then I have not understood it."},
    {Part::general, "We were asked this by an inspector last {month}. Our answer was poor. It "
        "will be better next time because of this."},
    {Part::general, "Has it worked anywhere *without* a heroic individual? Ours has one and she "
        "is off on leave in {month}."},
    {Part::general, "There are {w 2-4} questions mixed up here, I think: who owns it, who does "
        "it and who is told. We only ever argue about the last."},
    {Part::general, "Not in our shape of organisation, sadly. But the principle travels."},
    {Part::general, "Small trust, small voice: the first reply is the one I would act on."},
    {Part::general, "I'd add one caution. Whatever you measure in the first month, measure it "
        "again after a year."},
    {Part::general, "I like this very much, and can hear my operational colleagues say \"not "
        "before winter\"."},
    {Part::general, "We paused ours for winter, and it was the best thing that could have "
        "happened to it."},
    {Part::general, "Can I ask what the staff side made of it? With us they had the best idea of "
        "all."},
    {Part::general, "Agree with nearly all of this. The word I would change is \"roll-out\"."},
    {Part::general, "Thanks to whoever revived this. It was ahead of its time."},
    {Part::general, "I have nothing to add except a thank you. These are the posts I joined for."},
    {Part::general, "Is anyone at {a kind} doing this? Our problems are alike but not the same."},
    {Part::general, "To be fair to suppliers: ours offered to help with this and we were too "
        "busy to answer."},
    {Part::general, "Our resident doctors' forum said it in one line: make it quicker or make it "
        "optional."},
    {Part::general, "We looked at it in the spring and left it. I am now not so sure."},
    {Part::general, "I suspect there is a generational thing here, and not in the direction that "
        "people suppose."},
    {Part::general, "I'll say what I said to our board: it is not a project, it is a chore. "
        "Chores need a rota."},
    {Part::general, "The governance answer and the ward answer differ, and the ward answer is "
        "what happens."},
    {Part::general, "How many of you have this written down? I ask since ours lives in one "
        "person's head."},
    {Part::general, "A colleague from abroad read this over my shoulder and said \"so it is not "
        "just us\"."},
    {Part::general, "Bookmarked. {w 2-3} things to try before our next meeting on {day}."},
    {Part::general, "If it helps: our version failed its first review, passed the second, and "
        "nobody has looked at it since."},
    {Part::general, "Let me know if you ever find the answer. I have been asking since "
        "{2012-2017}."},
    {Part::thanks, "Thank you all. I did not expect so much, nor so quickly."},
    {Part::thanks, "This is enormously helpful, and better than the {w 3-4} reports I have read "
        "on it."},
    {Part::thanks, "Thank you. I will pull it together on one page and post it here, no names."},
    {Part::thanks, "Several good nudges here. I will start with the cheap ones."},
    {Part::thanks, "I am grateful, and slightly alarmed. Back to the drawing board on {w 2-3} "
        "points."},
    {Part::thanks, "To answer the questions: yes, we have asked the wards; no, there is no "
        "money; and the {exec} is in favour, so far."},
    {Part::thanks, "Thanks. One thing I should have said at the start: we are {w 2-3} sites, and "
        "only one has begun."},
    {Part::thanks, "That is just what I needed for {day}. I owe several of you a coffee."},
    {Part::thanks, "@@ thank you, may I ring you about this next week?"},
    {Part::thanks, "@@ that is very kind. I have sent you a note."},
    {Part::thanks, "@@ I had not thought of that at all, and it changes the order in which we do "
        "things."},
    {Part::thanks, "@@ would you be willing to say that to our programme board? Fifteen minutes, "
        "by video."},
    {Part::thanks, "Read every word on the train. I have a list of {w 6-9} things, and "
        "permission for {w 2-3}."},
    {Part::thanks, "I raised it this morning, with your arguments. First time that nobody looked "
        "at the clock."},
    {Part::thanks, "A quick thank you before clinic. Longer answer tonight."},
    {Part::thanks, "So there is no magic, and I was hoping for magic. Thank you all the same."},
    {Part::thanks, "Keep them coming, please. The disagreements are the most useful."},
    {Part::thanks, "Right. I am convinced, chiefly by the people who had to undo it."},
    {Part::thanks, "I will report back in {w 6-8} weeks. Hold me to it."},
    {Part::thanks, "My colleague has just joined this network on the strength of this topic, so "
        "you may hear more from her."},
    {Part::thanks, "Thank you for being so frank about what went wrong. It is worth more to us "
        "than the successes."},
    {Part::thanks, "Summary for latecomers: most have tried it, few would do it the same way "
        "again, and all of you say to ask the nights."},
    {Part::quote_remark, "This. We learned it the hard way."},
    {Part::quote_remark, "This is the sentence that I am taking to our board."},
    {Part::quote_remark, "Could you say a bit more about this? It is where we are stuck."},
    {Part::quote_remark, "I would underline this twice."},
    {Part::quote_remark, "Not our experience, for what it is worth. Ours went the other way, and "
        "I have never found out why."},
    {Part::quote_remark, "Exactly the same here, down to the number."},
    {Part::quote_remark, "How did you get that past operations?"},
    {Part::quote_remark, "I read this out in our team meeting. Silence, then laughter."},
    {Part::quote_remark, "That is generous. I would have put it more strongly."},
    {Part::quote_remark, "We found that too, but only in the second year."},
    {Part::quote_remark, "Was it a decision, or did it just happen? With us it just happened."},
    {Part::quote_remark, "Can I steal this? With thanks, and no name."},
    {Part::quote_remark, "I have doubts here. It works when the team is stable, and ours turns "
        "over by a third each year."},
    {Part::quote_remark, "Yes, and it holds in {a kind} as well, which surprised me."},
    {Part::quote_remark, "It is the part that nobody budgets for."},
    {Part::quote_remark, "I wish someone had told me this {w 2-4} years ago."},
    {Part::quote_remark, "True on wards. In community it is the other way about."},
    {Part::quote_remark, "That is a striking figure. How was it counted?"},
    {Part::quote_remark, "Our auditors would faint. I say that with admiration."},
    {Part::quote_remark, "A small correction from experience: it gets worse before it gets "
        "better, for about {w 4-7} weeks."},
    {Part::quote_remark, "Does that still hold at weekends?"},
    {Part::quote_remark, "And how do the nights feel about it?"},
    {Part::quote_remark, "I want this on a poster."},
    {Part::quote_remark, "My {exec} asked me precisely that, and I had no answer until today."},
    {Part::quote_remark, "For us it was the opposite problem, but the cure was the same."},
    {Part::quote_remark, "Honest and uncomfortable. Thank you."},
    {Part::exchange, "^o Was that paid for by the programme, or by the division? || The "
        "division, after a fight. The programme paid for the first {w 3-6} months and then it "
        "was ours."},
    {Part::exchange, "^e How big is the team that does this? || {w 2-3} people, neither full "
        "time. It should be {w 4-5}, and I say so every year."},
    {Part::exchange, "^e And did it last? I ask because ours always fade after the second month. "
        "|| It has so far, {w 14-20} months. I put it down to one stubborn person, so ask me "
        "again when she retires."},
    {Part::exchange, "^o Who had to agree to that? || On paper a committee. In truth the {exec}, "
        "in a corridor, in about two minutes."},
    {Part::exchange, "^e Would you be willing to share the document with the names taken out? || "
        "Of course. It is in the library now, or message me if you can't find it."},
    {Part::exchange, "^w How did the consultants take it? || Better than I had feared. {w 2-3} "
        "were cross, and one of those now does the teaching."},
    {Part::exchange, "^w What would you do differently, if you started again tomorrow? || Begin "
        "with the nights and weekends. We designed it for Tuesday at eleven."},
    {Part::exchange, "^w How long did it take from the idea to the first ward? || {w 5-8} "
        "months, of which about {w 3-4} weeks were work."},
    {Part::exchange, "^o Does it need a clinician, or could a good analyst do it? || A good "
        "analyst with a clinician within shouting distance. Ours sit in the same room now."},
    {Part::exchange, "^w Did you tell the patients? || We did, on a poster that nobody read, and "
        "then by having reception say it, which worked."},
    {Part::exchange, "^o Is it written into anyone's job plan? || It is now. Half a session. "
        "Before that it was my evenings."},
    {Part::exchange, "^o How do you cover it when that person is away? || Badly. We have trained "
        "a second since {month}, and should have trained her first."},
    {Part::exchange, "^w Have the inspectors seen it? || They have. They asked {w 2-3} "
        "questions, all of them about what happens when it fails."},
    {Part::exchange, "^w Did you measure anything before you began? || A fortnight, with "
        "students and clipboards. I am glad of it now. Nobody believes the old figures otherwise."},
    {Part::exchange, "^o Does the supplier know that you do it like this? || They do, and have "
        "asked if they may show it to others. I said yes, if they fix the sort order."},
    {Part::exchange, "^o And the cost? A rough figure would do. || Between £{30-60/5},000 and "
        "£{70-110/10},000 in the first year, nearly all of it people."},
    {Part::exchange, "^e Was there anything that you had to stop doing, to make room? || Two "
        "reports and a monthly meeting. I have not been asked for either."},
    {Part::exchange, "^o Is that across all sites, or only the main one? || Only the main one "
        "until {month}. The others do it their own way and are about to be converted, I hope."},
    {Part::exchange, "^w What did the unions say? || They were helpful, to be frank. They wanted "
        "it written that the figures would never be used about individuals, and so it is."},
    {Part::exchange, "^w Do the night staff agree? || I asked, after you did. They do, with one "
        "exception, which we are now fixing."},
    {Part::exchange, "^w May I ask how you chose the first ward? || We asked for volunteers and "
        "took the second keenest. The keenest would have made anything work."},
    {Part::exchange, "^o Did you have to change the policy first? || No, we changed it after. It "
        "is easier to describe something than to imagine it."},
    {Part::exchange, "^o Has anyone complained, formally I mean? || One in {w 10-14} months, and "
        "it was about the chairs."},
    {Part::exchange, "^w Does it work with agency staff? || Less well. We give them a card with "
        "{w 3-4} lines and pair them for the first two hours."},
    {Part::exchange, "^w What happens to it in the summer, when everyone rotates? || It dips for "
        "{w 3-5} weeks. We plan for the dip now and nobody panics."},
    {Part::exchange, "^w Is there a risk that you have only moved the work? || There is, and "
        "partly we have. It moved from a registrar at midnight to a clerk at ten in the morning, "
        "which I can live with."},
    {Part::exchange, "^w How do you know that it was this, and not the new ward manager? || I "
        "don't, quite. We did it on a second ward with an old ward manager, and the effect was "
        "about half."},
    {Part::exchange, "^o Could it have been done without buying anything? || Most of it. About a "
        "fifth needed the purchase. I would now do the other four fifths first."},
    {Part::exchange, "^o Did your governance lead sign that off? || With two conditions, both "
        "sensible: a review after {w 3-6} months, and a named person to stop it."},
    {Part::exchange, "^w Were allied professionals part of it? || From the third meeting, and it "
        "should have been from the first. They found the worst of the duplicates."},
    {Part::exchange, "^w How much training did it need? || {w 20-30} minutes each, on the ward, "
        "at handover. Nothing in a classroom."},
    {Part::exchange, "^e Would it work in {a kind}? || I think so, with fewer steps. Send me a "
        "note, as we have a neighbour who tried."},
    {Part::exchange, "^o Who is your backstop at the weekend? || The site manager has a one-page "
        "guide and my number. It has rung {w 2-3} times in a year."},
    {Part::exchange, "^e Sorry if I have missed it: what size of place is this? || About "
        "{3500-8500/500} staff, {w 2-3} sites, one of them a long drive from the rest."},
    {Part::exchange, "^w What was the tipping point? || A resident saying in front of the {exec} "
        "that she had stopped using it. It was very quiet."},
    {Part::exchange, "^o Is there a version for people with no money at all? || The version with "
        "no money is what we did for the first year. It was {w 70} % as good."},
    {Part::exchange, "^w Did anything get worse? || Yes. It takes {w 2-4} minutes longer at "
        "admission, and we have not found a way round that."},
    {Part::ask_amira, "@@amira did your information governance lead accept this, in the end?"},
    {Part::ask_amira, "@@amira you had a view on this at the last meeting, I think. Would you "
        "repeat it here?"},
    {Part::ask_amira, "@@amira is this something for the panel's next agenda?"},
    {Part::ask_amira, "@@amira how does it look from your side? You were a few months ahead of "
        "us."},
    {Part::ask_amira, "@@amira I believe you have a one-page version of this. Might we see it?"},
    {Part::ask_amira, "@@amira would your CSO agree with that? Ours does not."},
    {Part::ask_amira, "@@amira could we have {w 15-20} minutes on this at the summer meeting?"},
    {Part::ask_amira, "@@amira I quoted you on this yesterday, without your name of course. Was "
        "I right?"},
    {Part::amira_answers, "Good question, and thank you for asking. We did in the end, on two "
        "conditions: a review after {w 3-4} months and one named person who may stop it."},
    {Part::amira_answers, "Happy to. In short: it worked where somebody on the ward owned it and "
        "nowhere else. I will bring our page to the next meeting."},
    {Part::amira_answers, "It is on the agenda for {day}. Send me anything that you want in "
        "front of the panel."},
    {Part::amira_answers, "From our side it looks much the same, with better coffee. I shall put "
        "our one page in the library tonight."},
    {Part::lead, "{Kind} here."},
    {Part::lead, "From {a kind}, so allow for that."},
    {Part::lead, "We did this {w 14-26} months ago."},
    {Part::lead, "We are a little ahead of you on this."},
    {Part::lead, "A view from {region}."},
    {Part::lead, "Two sites, both tried."},
    {Part::lead, "Been there."},
    {Part::lead, "Speaking only for {my org}."},
    {Part::lead, "As {my role} I see it from the other end."},
    {Part::lead, "I can offer one data point."},
    {Part::lead, "For what it is worth:"},
    {Part::lead, "Short version, as I am between clinics."},
    {Part::lead, "Our story, briefly."},
    {Part::lead, "Similar size to you, I would guess."},
    {Part::lead, "We have tried it both ways."},
    {Part::lead, "I sat on the fence for a year."},
    {Part::lead, "I asked our team before answering."},
    {Part::lead, "A partial answer."},
    {Part::lead, "Not quite the same, but close."},
    {Part::lead, "Late to this, sorry."},
    {Part::lead, "Answering from a train, so forgive typing."},
    {Part::lead, "{First}, a quick reply before I forget."},
    {Part::lead, "I'll take the practical side."},
    {Part::lead, "I put this to our {exec} at lunch."},
    {Part::closing, "Happy to share our draft once the group has read it."},
    {Part::closing, "I will put answers together on a page, without names."},
    {Part::closing, "Any shape of organisation, please. We learn most from the ones unlike us."},
    {Part::closing, "We are {a kind}, but experience from elsewhere is very welcome."},
    {Part::closing, "It goes to our board on {day}, so even a line would help."},
    {Part::closing, "Failures are more welcome than successes."},
    {Part::closing, "Thank you in advance. I owe this forum several already."},
    {Part::closing, "Blunt answers preferred."},
    {Part::closing, "If you would rather not write it here, my messages are open."},
    {Part::closing, "I am {my role} at {my org}, by the way, and new enough not to be "
        "embarrassed by asking."},
    {Part::closing, "We meet about it again in {w 2-4} weeks."},
    {Part::closing, "I have read the older topics on this and they stop just before the "
        "interesting part."},
    {Part::closing, "Apologies if it has been asked before."},
    {Part::closing, "For scale: {w 2-3} sites and about {3000-9000/500} staff."},
    {Part::closing, "My {exec} asked me this on {day}, and I said that I would ask people who "
        "know."},
    {Part::welcome, "@@ welcome! We are working on {topic} too, let us talk."},
    {Part::welcome, "@@ hello, and do say a word about {topic} when you have found your feet."},
    {Part::welcome, "Welcome, all of you who have joined this week. Nobody minds a daft question "
        "here."},
    {Part::welcome, "@@ we are neighbours, it seems. Tea?"},
    {Part::welcome, "@@ welcome. There is a long topic on {topic} from last {month} which is "
        "worth an evening."},
    {Part::welcome, "So glad to see more people from {specialty} here."},
    {Part::welcome, "@@ I was you {w 2-9} years ago. It gets better, mostly."},
    {Part::welcome, "@@ if you ever want to see how we do {topic}, any {day} will do."},
    {Part::welcome, "Hello to the new faces, from {region}."},
    {Part::welcome, "@@ good to have you. Nobody here has {topic} solved, whatever they say."},
    {Part::title_front, "{Specialty} view"},
    {Part::title_front, "From {region}"},
    {Part::title_front, "Asking for {specialty}"},
    {Part::title_front, "Second attempt"},
    {Part::title_front, "New in post"},
    {Part::title_front, "From the night shift"},
    {Part::title_front, "Sanity check"},
    {Part::title_front, "Before our board in {month}"},
    {Part::title_front, "{w 2-9} sites, one question"},
    {Part::title_front, "After our first {w 3-11} months"},
    {Part::title_front, "{Ward} question"},
    {Part::title_front, "A view from {a kind}"},
    {Part::title_front, "Not again"},
    {Part::title_front, "Honest answers, please"},
    {Part::title_front, "One year on"},
    {Part::title_front, "For a small team"},
    {Part::title_front, "Merger notes"},
    {Part::title_front, "{month} round"},
    {Part::title_front, "Before winter"},
    {Part::title_front, "Pilot in {specialty}"},
    {Part::title_front, "Starting again"},
    {Part::title_front, "A resident asks"},
    {Part::title_front, "A ward manager asks"},
    {Part::title_front, "Our {w 2-6}-week review"},
    {Part::title_front, "Asking on behalf of {specialty}"},
    {Part::title_front, "The {ward} asks"},
    {Part::title_back, "{specialty}"},
    {Part::title_back, "small trust"},
    {Part::title_back, "{region}"},
    {Part::title_back, "{w 2-9} sites"},
    {Part::title_back, "{w 2-11} months in"},
    {Part::title_back, "after {month}"},
    {Part::title_back, "before {month}"},
    {Part::title_back, "a view from {specialty}"},
    {Part::title_back, "second round"},
    {Part::title_back, "the {ward}"},
    {Part::title_back, "pilot on the {ward}"},
    {Part::title_back, "from a small team"},
    {Part::title_back, "merged trust"},
    {Part::title_back, "lessons from {specialty}"},
    {Part::title_back, "revisited"},
    {Part::title_back, "{w 3-9} wards in"},
    {Part::title_back, "winter edition"},
    {Part::title_back, "with figures this time"},
    {Part::exchange, "^e Was that your idea, or did somebody push you? || Pushed, by {a trade} "
        "who would not take no. I have since hired her."},
    {Part::exchange, "^e May I quote that, without your name? || Of course. Leave out the size "
        "and the region as well, or everyone here will know."},
    {Part::exchange, "^e How long was it before you felt that it was working? || Longer than I "
        "admitted at the time. About {w 5-8} months."},
    {Part::exchange, "^e Would you say so if your {exec} were reading? || I think that is quite "
        "possible here. And yes."},
    {Part::exchange, "^e Is that the official version? || The official version has more "
        "adjectives."},
    {Part::exchange, "^e What was the hardest part? || The second year, when it was nobody's "
        "favourite any more."},
    {Part::exchange, "^e Do you still do it? || We do, though less tidily than it sounds here."},
    {Part::exchange, "^o Who checks that it is still true a year later? || Nobody did, until an "
        "auditor asked. It is in the calendar for {month} now, with a name."},
    {Part::title_back, "{kind}"},
    {Part::title_back, "{w 2-9} organisations"},
    {Part::title_back, "second attempt"},
    {Part::title_back, "one year on"},
    {Part::title_back, "a year later"},
    {Part::title_back, "before the board"},
    {Part::title_back, "new site"},
    {Part::title_back, "quick poll"},
    {Part::title_back, "a plea"},
    {Part::title_back, "{month} edition"},
    {Part::title_back, "the short version"},
    {Part::title_back, "any figures?"},
    {Part::title_back, "after the review"},
    {Part::title_back, "what I have learned"},
    {Part::title_back, "asking again"},
};

}  // namespace

std::span<const Line> material_talk() {
    return lines;
}

}  // namespace demo
