// What is said about learning and events.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "summerschool; events people; ccio cio cnio wider digital-academy; any"},
    {Part::title, "^1 Summer School: first time, <what should I know?|worth two days?>"},
    {Part::title, "^2 Summer School sessions: what would you <put on|come for>?"},
    {Part::title, "^1 Student rooms at Summer School: pillow or not?"},
    {Part::context, "I've a place for Summer School, my first. I know <nobody|two people|three "
        "people, slightly>. I can defend {w 2} days to my clinical director if I bring something "
        "back."},
    {Part::context, "The panel's asked what we'd like in the programme. I'd rather have {w 5} "
        "people say what went wrong than one keynote say what will go right."},
    {Part::question, "What do you go for: talks, people, or the walk between?"},
    {Part::question, "^1 Bring what? I have heard pillow, cables, an honest story."},
    {Part::reply, "The walk between. I solved our label printing on a wall outside a lecture "
        "room with someone from {a kind}."},
    {Part::reply, "^1 Pillow. It's student accommodation, and the pillow is symbolic."},
    {Part::reply, "Go to one session outside your trade. I went to the Caldicott one by mistake "
        "and it's the one I still use."},
    {Part::reply, "^1 Bring {w 1} problem on {w 1} side of paper. Ask {w 5} people. I got {w 3} "
        "answers and a friend."},
    {Part::reply, "^2 Session I'd come for: {w 6} failures, {w 7} minutes each, no slides, no "
        "notes taken."},
    {Part::reply, "After the last one I did one thing: stopped our weekly report. It's been {w "
        "9} months, nobody's asked."},
    {Part::reply, "^1 If you know nobody stand by the coffee and say so. Half of us came alone "
        "the first time."},
    {Part::reply, "^1 Site visits, book them first. They go within a day."},
    {Part::reply, "^1 For the clinical director: I write a page on the train home, {w 5} things "
        "we could do, costs. {w 2} get done. She sends me again."},
    {Part::point, "Comfortable shoes."},
    {Part::point, "The quiz is taken seriously."},
    {Part::point, "The Rule holds in the bar as well."},
    {Part::point, "Sit at the front, be kind to the first speaker."},
    {Part::follow_up, "^r4 One problem, one side of paper. Mine's written. Pillow packed."},
    {Part::follow_up, "^r5 Six failures without slides: I've sent that to the panel as our joint "
        "wish."},
    {Part::update, "^r4 Home again. {w 3} answers to my problem, {w 14} new names and no sleep. "
        "The page for my clinical director had {w 6} things on it."},

    {Part::subject, "hackday; events data; ccio clinical-informatics wider digital-academy; any"},
    {Part::title, "Hack day: what's still alive a year later?"},
    {Part::title, "Hack day ideas: pitch yours in <a minute|three lines>"},
    {Part::title, "Bringing {w 6-12#hackday1} clinicians to a hack day"},
    {Part::context, "I'm bringing {w 6-9#hackday1} people from our wards to the hack day. None "
        "writes code. They've {w 30} ideas, and a minute each."},
    {Part::question, "What makes a good pitch? And what's a good size of team?"},
    {Part::question, "Has anything lived on? I should like to tell my chief executive that "
        "something has."},
    {Part::reply, "Lived on: a page that says which ward phone is answered. {w 11} lines of "
        "code. {w 4} years."},
    {Part::reply, "Pitch: one person, one moment, one thing that goes wrong. No \"platform\"."},
    {Part::reply, "Team of {w 5}: {w 2} who know the ward, {w 2} who build, {w 1} who says no. "
        "Ours lacked the last one and built {w 4} things."},
    {Part::reply, "Don't bring data. Invent it, on the train."},
    {Part::reply, "A nurse from our {ward} won it with paper. They built it in {w 20} hours, and "
        "she still has the paper in a frame."},
    {Part::reply, "Nothing of mine has lived, but {w 2} people whom I met there work for me."},
    {Part::reply, "Ask the judges about who'd run it on Monday."},
    {Part::point, "Sleep. It shows on day two."},
    {Part::point, "Socket extensions."},
    {Part::point, "Write the demo first."},
    {Part::follow_up, "^r2 One person, one moment, one thing. I've put it on the wall for the "
        "rehearsal."},

    {Part::subject, "webinar; events training; wider ccio cio cnio clinical-informatics; any"},
    {Part::title, "^1 Webinar on {topic#webinar1}: questions for the speakers?"},
    {Part::title, "^2 Slides and notes from the session on {topic#webinar1}"},
    {Part::title, "^1 Who could talk about {topic#webinar1}?"},
    {Part::context, "We've a lunchtime session on {topic#webinar1} next {day}, {w 45} minutes, "
        "{w 2} speakers, no sponsor. I would rather start from your questions than from their "
        "slides."},
    {Part::context, "Thank you to the {w 90-180} who came to the session on {topic#webinar1}. "
        "The Rule applied, so here are points and no names."},
    {Part::question, "^1 What would you want to hear, particularly the part that usually isn't "
        "told?"},
    {Part::question, "^1 Post here or send me a note, and I'll put them without names."},
    {Part::reply, "^1 What did it cost to *run* in the second year?"},
    {Part::reply, "^1 What was the worst day?"},
    {Part::reply, "^1 Who lost something by it? And what did you say to them?"},
    {Part::reply, "^1 I'd like to hear from the person who uses it at the weekend and not the "
        "sponsor of the programme."},
    {Part::reply, "^1 Could it be recorded? I know about the Rule. Then a page of points, "
        "please, I'm always in clinic at that hour."},
    {Part::reply, "^1 How would they start with {w 2} people and no money?"},
    {Part::reply, "^1 What would make them stop?"},
    {Part::reply, "^1 Did the first figure hold? Six-month numbers are always good."},
    {Part::reply, "^2 I came, and it's the {w 10} minutes after the official end which were "
        "best. Leave the line open again."},
    {Part::point, "^1 Slides in advance for those with screen readers, please."},
    {Part::point, "^1 Captions on."},
    {Part::point, "^1 Less of who we are, more of what broke."},
    {Part::follow_up, "^r2 Lovely questions. \"What was your worst day?\" will be first."},
    {Part::update, "^r2 Points from the session: [one page, no "
        "names](https://example.org/session-notes). The worst day was a Tuesday, as ever."},
    {Part::reply, "^2 I thought the point on what it costs in year two was worth the hour. Thank "
        "you for making them say it."},
    {Part::reply, "^2 Came for the figures, stayed for the nurse who said what she had stopped "
        "doing."},

    {Part::subject, "visits; events; ccio cio cnio wider; any"},
    {Part::title, "^1 Site visits on {topic#visits1}: who will have us?"},
    {Part::title, "^2 Come and see our <downtime day|e-prescribing|virtual ward>"},
    {Part::context, "We'd like to see a place that does {topic#visits1} well, warts included. {w "
        "4-6} of us, nurses mostly, any day but {day}."},
    {Part::context, "We've had {w 9} requests to visit, and so we'll do it in one go: last {day} "
        "of {month}, {w 10} places, you choose the ward."},
    {Part::question, "^1 Any takers? We bring lunch."},
    {Part::question, "What do you look at on a visit that you wouldn't see in slides?"},
    {Part::reply, "^1 Come to us. It's {w 76-83} % here and you may meet those who hate it."},
    {Part::reply, "I look at the bins. And at what is taped to screens."},
    {Part::reply, "^2 We'd love {w 2} places. One ward sister, one pharmacist who is sceptical."},
    {Part::reply, "Ask to be left alone for {w 20} minutes."},
    {Part::reply, "See the service desk too, and at the end a resident for {w 10} minutes "
        "without the boss."},
    {Part::reply, "We did an exchange: {w 3} nurses for {w 3} nurses, for a day. Costs nothing, "
        "and they still write to each other."},
    {Part::point, "Say thanks to the ward with something other than biscuits. Batteries."},
    {Part::point, "^1 Late shift tells more than the early."},
    {Part::follow_up, "^r2 The bins! We did. I shall never be the same."},

    {Part::subject, "shuri; events people; wider ccio cnio cio digital-academy; any"},
    {Part::title, "Networks within networks: women of colour in digital"},
    {Part::title, "Sponsorship, not mentoring: who said your name in the room?"},
    {Part::title, "Panels: {w 5} speakers, and who is not on them?"},
    {Part::context, "I looked at the last {w 12} events I've been at: {w 57} speakers, {w 4} of "
        "them women of colour, and {w 1} a nurse. I would like us to do better without a working "
        "group."},
    {Part::question, "What have you done that changed who's in the room?"},
    {Part::question, "If you organise: how do you choose?"},
    {Part::reply, "We ask every invited speaker to suggest somebody that we don't know. {w 40} % "
        "of the last programme came so."},
    {Part::reply, "My boss said my name when I wasn't there. It mattered more than {w 3} courses."},
    {Part::reply, "I turn down panels of people like me and send {w 2} names. It's awkward for "
        "about a minute."},
    {Part::reply, "Pay for travel and for backfill. Nurses can't come else, and then you get "
        "whoever's got an office."},
    {Part::reply, "A shadow seat on our board, {w 6} months, with papers and a vote on one item. "
        "{w 3} of {w 4} have gone on to bigger roles."},
    {Part::point, "Publish the numbers. It concentrates the mind."},
    {Part::point, "Times: not at school pick-up."},
    {Part::point, "Ask again if someone says no."},
    {Part::follow_up, "^r1 Each speaker suggests another one. We'll do that from the next, and "
        "I'll count."},

    {Part::subject, "assignment; events data people; digital-academy clinical-informatics; any"},
    {Part::title, "^1 Academy project: <scope|title|sponsor> trouble"},
    {Part::title, "^1 {w 4000} words on {topic#assignment1}: anyone with a real example?"},
    {Part::title, "^2 Learning sets: keep yours going after the course?"},
    {Part::context, "My project's on {topic#assignment1}. My sponsor has changed {w 2} times, "
        "the scope {w 3}. {w 9} weeks left."},
    {Part::context, "Our learning set ends with the course. {w 6} people, {w 5} trades. I'd hate "
        "to lose it."},
    {Part::question, "^1 How did you keep it small enough to finish?"},
    {Part::question, "^1 Did it live on at work afterwards?"},
    {Part::reply, "^1 One ward, one measure, {w 6} weeks. Write down what you *didn't* do, "
        "that's half the marks."},
    {Part::reply, "^1 My sponsor left, and I wrote it up as the finding. It's how change happens."},
    {Part::reply, "^2 Our set's met every {w 8} weeks for {w 3} years, always at a different "
        "one's place. Nobody misses it."},
    {Part::reply, "^1 Take a stakeholder map to somebody on the map. Humbling."},
    {Part::reply, "^1 Mine lives: {w 11} wards now. The theory chapter has been no use, the "
        "interviews all the use."},
    {Part::reply, "^1 Happy to give an interview on {topic#assignment1}, {w 30} minutes, no "
        "names."},
    {Part::point, "^1 Ethics form first."},
    {Part::point, "^1 Write the abstract on day one, badly."},
    {Part::point, "Cite a nurse."},
    {Part::follow_up, "^r1 One ward, one measure. The new sponsor agreed in {w 4} minutes, thank "
        "you."},
    {Part::question, "^2 How have others kept one going?"},

    {Part::subject, "faculty; people records; clinical-informatics ccio; any"},
    {Part::title, "Faculty competencies: how do you evidence <leadership|them>?"},
    {Part::title, "Fellowship of the Faculty: worth the form?"},
    {Part::title, "Professional registration for informaticians: <for or against?|who gains?>"},
    {Part::context, "I'm filling in the competencies for the third evening. {w 60}-odd of them, "
        "and I've done most and can prove few."},
    {Part::question, "What did you send as evidence? And did it ever matter to an employer?"},
    {Part::question, "Is registration going to help the band 6 or only the likes of us?"},
    {Part::reply, "Decision log, two business cases with my part marked, one incident review, a "
        "letter from a ward manager. Accepted at once. The letter mattered most."},
    {Part::reply, "It mattered for my job plan: it gave \"informatics\" a name beside cardiology."},
    {Part::reply, "For, if it protects patients. Against, if it's a tax. I should like to see "
        "the register with people struck off, and then I'd believe it."},
    {Part::reply, "Have your team write theirs together, in {w 2} afternoons. We found {w 3} "
        "gaps in the same place: evaluation."},
    {Part::reply, "The form takes {w 9-12} hours. The reflection in it is worth perhaps {w 4} of "
        "these."},
    {Part::reply, "Supervision! It's the thing that clinicians have and informaticians lack. We "
        "set up {w 6} in our region."},
    {Part::point, "Keep a folder from today."},
    {Part::point, "Old emails are evidence."},
    {Part::point, "Ask a fellow to read it."},
    {Part::follow_up, "^r1 The letter from a ward manager. I've asked, and she said she'd write "
        "two."},

    {Part::subject, "terminology; data interop; clinical-informatics; any"},
    {Part::title, "SNOMED subsets: {w 40-190#terminology1} local ones and no librarian"},
    {Part::title, "Local codes in a national feed: confess here"},
    {Part::context, "We've {w 60-170#terminology1} local subsets, made by {w 20-30} people, of "
        "whom {w 7} are still here. {w 12-16} % of the concepts in them are inactive."},
    {Part::question, "Who's your librarian, and how much of a person is it?"},
    {Part::question, "What do you do on the two release days each year?"},
    {Part::reply, "{0.4-0.6} of a band 8a, with a meeting of {w 4} clinicians monthly. {w 140} "
        "subsets became {w 48}, and {w 3} of them are shared in the region."},
    {Part::reply, "On release day: a script lists what became inactive *and is in use*. {w "
        "30-60}, half an hour. Without \"in use\" it's {w 900}."},
    {Part::reply, "Confession: {w 2100} local codes in our pathology feed, the oldest from "
        "{1994-1998}. {w 9} a week get mapped. I'll be retired."},
    {Part::reply, "Free text with good search would do for {w 70} % of our uses. Heresy, I know."},
    {Part::point, "One owner for each subset, with a leaving date."},
    {Part::point, "Keep the term that the clinician picked."},
    {Part::point, "Publish yours, please."},
    {Part::follow_up, "^r2 Inactive and in use. The script found {w 44}, not {w 1200}. Thank you!"},
};

}  // namespace

std::span<const Line> material_events() {
    return lines;
}

}  // namespace demo
