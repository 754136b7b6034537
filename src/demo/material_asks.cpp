// What is said about quick questions.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "quickask; ask training; ccio cio cnio wider clinical-informatics; any"},
    {Part::title, "Quick one: <does anybody have|who has> {thing#q1}?"},
    {Part::title, "Has anyone <written|got> {thing#q1}?"},
    {Part::title, "Before I write my own: {thing#q1}"},
    {Part::title, "Asking for a friend: {thing#q1}, anybody?"},
    {Part::context, "Before I write one from scratch: has anyone got {thing#q1}, recent, and "
        "used in earnest? I'm content with scruffy."},
    {Part::context, "I have been asked for {thing#q1} by <Friday|the end of the week>. I can't "
        "believe that I'm the first."},
    {Part::question, "Anything helps, names removed. I'll share what I end up with."},
    {Part::question, "Even \"we tried and gave up\" would help."},
    {Part::reply, "Ours, such as it is: [scruffy but used](https://example.org/shared/template). "
        "{w 2-3} pages. Section {w 3-5} is the bit worth taking."},
    {Part::reply, "We tried and gave up. It was {w 14} pages, and nobody could find it. We've a "
        "paragraph in the handbook now."},
    {Part::reply, "Sent you a note. It's from {w 2-3} years ago, so check the links."},
    {Part::reply, "Ask your neighbours too. Ours had one and so did the university."},
    {Part::reply, "A word of warning: ours says who's responsible by *name*, and she has left. "
        "Roles, please."},
    {Part::reply, "There's one in the library here I believe, under templates. Two stars from "
        "me. Good bones."},
    {Part::reply, "If you do write one, put the date and a version. Ours has been copied to {w "
        "5-6} places, I keep meeting it."},
    {Part::point, "Put it on one page."},
    {Part::point, "Try it on someone from nights."},
    {Part::follow_up, "Three in an hour. This place! I'll put them together."},
    {Part::update, "Done, and shared: [the result](https://example.org/shared/combined). {w 2} "
        "pages, taken from {w 4} of yours."},

    {Part::subject, "whohas; ask strategy; ccio cio cnio wider; any"},
    {Part::title, "Who uses {supplier#whsupplier} for {product#whproduct}? <Looking for a "
        "reference|A quiet word?>"},
    {Part::title, "{supplier#whsupplier} and {product#whproduct}: <your experience|worth a "
        "visit?>"},
    {Part::title, "Moving {product#whproduct} to {supplier#whsupplier}: what should we ask?"},
    {Part::context, "We're looking at {supplier#whsupplier} for {product#whproduct}. The "
        "demonstration was good and I'd like to hear from somebody who's lived with it for a "
        "winter."},
    {Part::context, "Our contract for {product#whproduct} ends in {month} and "
        "{supplier#whsupplier} is one of {w 3-4} on the list."},
    {Part::question, "A call of {w 15-20} minutes would be plenty. I'll bring the questions."},
    {Part::question, "What would you ask them, if you could begin again?"},
    {Part::reply, "{w 3-4} years with them, by and large content. Support is real people. "
        "Reports are weak. Happy to talk, {day} after 16:00."},
    {Part::reply, "We looked at them and chose another, closely. Their test environment was the "
        "best of the lot, the interface to our EPR the thinnest."},
    {Part::reply, "Ask how many customers of *your* kind are on the current version."},
    {Part::reply, "Ask for the last {w 3} outages with cause. They gave us these without a fuss, "
        "which counted for them."},
    {Part::reply, "We're mid-implementation. {w 5-6} weeks late, half of it ours. I'd say fair, "
        "and I'd ask for the same project manager."},
    {Part::reply, "Go and see. Ours is at your disposal, choose your ward."},
    {Part::point, "Ask for the price in year {w 5-6}."},
    {Part::point, "The Rule applies, and I would say the same to their face."},
    {Part::follow_up, "Calls with {w 2} of you booked. Exactly what I'd hoped for."},
    {Part::update, "We've decided: {since} and {w 5} calls. Thank you for frankness on all "
        "sides. I'll return the favour to the next."},

    {Part::subject, "odd; ask records safety; ccio cnio wider; any"},
    {Part::title, "Daft question about {thing2#o1}"},
    {Part::title, "Is it only us? {Thing2#o1}"},
    {Part::title, "{Thing2#o1}: does anybody know why?"},
    {Part::context, "This may be daft. {Thing2#o1}: we've done it so since before any of us "
        "began, and no one can tell me why."},
    {Part::context, "A student asked me about {thing2#o1} and I'd no answer, after {w 20} years."},
    {Part::question, "Do you? And if you stopped, did anything happen?"},
    {Part::reply, "Not daft. We stopped {w 2} years ago, and nothing happened at all."},
    {Part::reply, "There was a reason, once: a system that's been gone since {2008-2013}."},
    {Part::reply, "Same with us. I asked, and was told that audit wanted it. Audit said that "
        "*we* wanted it."},
    {Part::reply, "We still do, and I've just found that {w 7} people take {w 20} minutes a day "
        "over it. Thank you for an interesting week."},
    {Part::reply, "Somebody here will know of a case in law. I don't."},
    {Part::point, "Give the student a prize."},
    {Part::point, "Stop quietly, and wait."},
    {Part::follow_up, "^p2 Stopped it today, quietly. I'll report."},
    {Part::update, "^p1 Nothing's happened, {since} on. The student has her prize."},

    {Part::subject, "naming; records training; ccio cnio cio wider; any"},
    {Part::title, "Clocks go <back|forward> on Sunday: your list, please"},
    {Part::context, "It's that time. Our list is {w 11-16} lines, made in {2016-2019}, and at "
        "least {w 2} of the systems no longer exist."},
    {Part::question, "Share yours? I'd happily make one list of all."},
    {Part::question, "What caught you out the last time?"},
    {Part::reply, "Observations between one and two. We write them on paper, and enter them with "
        "a comment."},
    {Part::reply, "The blood gas machines. They're set by hand, by {w 1} person."},
    {Part::reply, "The pharmacy robot took an hour off."},
    {Part::reply, "Duplicate appointment times on infusion pumps' logs. Nobody's died, the "
        "coroner asked."},
    {Part::reply, "Freeze changes from Thursday noon. The best line of our list."},
    {Part::point, "Ring switchboard. They've their own list."},
    {Part::point, "Check the wall clocks in theatre. Seriously."},
    {Part::follow_up, "^r3 The combined list: [{w 31} lines](https://example.org/shared/list). "
        "The robot's on it."},

    {Part::subject, "reading; events people training; wider ccio cio cnio digital-academy; any"},
    {Part::title, "What are you reading on <safety|change|data>?"},
    {Part::title, "One talk, paper or podcast worth {w 30-40} minutes"},
    {Part::title, "A story to open a talk with"},
    {Part::context, "I've {w 40} minutes on a train {w 2} times a week, and should like to use "
        "them on something that's not a strategy."},
    {Part::question, "One thing, and why. Not your own, please, unless it's good."},
    {Part::question, "What did it change?"},
    {Part::reply, "Something on how pilots speak up. Changed how I begin a go-live meeting: I "
        "now ask the most junior first."},
    {Part::reply, "A history of the drug chart. You'd not think so. {w 200} pages, and you'll "
        "see why it looks as it does."},
    {Part::reply, "An old paper on nurses and \"workarounds\". It's {w 20} years old, and "
        "describes my Tuesday."},
    {Part::reply, "A novel about a lighthouse. Nothing to do with it, and I came back kinder."},
    {Part::reply, "Accident reports, railways. Beautifully written, no blame, and all in the "
        "last three pages."},
    {Part::reply, "I listen to nothing on the way home. Recommended."},
    {Part::point, "Anything with a chapter on failure."},
    {Part::point, "Ask your librarian. We've one, and she's brilliant."},
    {Part::follow_up, "^r5 Railways it is. I'm already on my second."},
};

}  // namespace

std::span<const Line> material_asks() {
    return lines;
}

}  // namespace demo
