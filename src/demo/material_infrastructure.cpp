// What is said about devices, networks and desks.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "wifi; infra; cio cnio; any"},
    {Part::title, "^1 Wi-Fi black spots: <how do you find them before the nurses do?|who owns "
        "them?>"},
    {Part::title, "^1 Wi-Fi on the {ward#wifi1}: {w 3-5} bars and nothing works"},
    {Part::title, "^2 Wireless refresh in a building from {1928-1974}"},
    {Part::context, "Survey says full coverage. The {ward#wifi1} says otherwise, and the "
        "{ward#wifi1} is right: the trolleys lose their session at the door of bay {w 3-6}, "
        "about {w 20-40} times a day."},
    {Part::context, "We have a building with walls {w 60-90} centimetres thick, a listed "
        "staircase and a {w 9-10}-year-old wireless network. The quote is £{1.1-2.4} million."},
    {Part::question, "^1 How do you test it as it is used, with a trolley, moving, at visiting "
        "time?"},
    {Part::question, "^2 What did you cut when the money came to two thirds?"},
    {Part::reply, "^1 We push a trolley. An apprentice with an EPR session open walks each ward "
        "for {w 20-30} minutes with a map and a pen. {w 60-80} faults in {w 3-4} weeks, of which "
        "half were trolleys with tired network cards."},
    {Part::reply, "^1 Roaming and not coverage, nearly always. Fewer access points at lower "
        "power solved what more of them had made worse."},
    {Part::reply, "^1 Visitors at 14:00. We moved the guest network off and the complaints from "
        "that hour stopped."},
    {Part::reply, "^2 Cut offices. Clinical areas, then the routes between, then anything with a "
        "kettle."},
    {Part::reply, "^1 A dead spot map on the intranet that anyone can put a pin on. {w 210-340} "
        "pins in week one, {w 20-30} real causes."},
    {Part::reply, "^2 Listed staircase: the conservation officer was charming when asked early. "
        "{w 7-9} months when asked late."},
    {Part::point, "Lifts. Please put it in the lifts."},
    {Part::point, "Microwaves are innocent these days; X-ray lobbies are not."},
    {Part::point, "Show the nurse in charge the graph. She will tell you what happened at that "
        "hour."},
    {Part::follow_up, "^r1 Apprentice, trolley, map. Beginning Monday. She is delighted to be "
        "away from the desk."},
    {Part::update, "^r1 The trolley walk is done: {w 50-70} faults, {w 24-33} of them network "
        "cards in the trolleys. Saved us about £{140-260},000."},

    {Part::subject, "devices; infra nursing; cio cnio ccio; acute"},
    {Part::title, "^2 Devices on wards: how many per <nurse|bed>?"},
    {Part::title, "^1 Computers on wheels: {w 22-38#devices1} % not <charged|working> on any one "
        "day"},
    {Part::title, "^2 One device each, or shared?"},
    {Part::title, "^1 Who charges the trolleys?"},
    {Part::context, "I counted on {w 12-18} wards at 08:30 on a weekday. {w 24-37#devices1} % of "
        "the computers on wheels were unusable: flat, no keyboard, or a sticker that said "
        "\"broken\" with a date from last {month}."},
    {Part::context, "Our ratio is {0.5-0.8} devices per nurse on a day shift. At 10:00 there is "
        "a queue. At 22:00 there are plenty and no one to use them."},
    {Part::question, "^2 What is your ratio, and did anyone publish a figure which I could quote "
        "to my finance director?"},
    {Part::question, "Phone, tablet, trolley or fixed: what did your nurses choose after half a "
        "year?"},
    {Part::reply, "^2 Ratio {0.9-1.2}. It was {0.6-0.7}, and medication rounds finished {w "
        "25-40} minutes later than they do now. We paid from the e-prescribing case."},
    {Part::reply, "Phones for observations and tasks, trolleys for medicines, fixed for writing. "
        "After {w 6-8} months tablets were in a drawer."},
    {Part::reply, "^1 A device technician who walks the wards, band 3, with a bag of batteries. "
        "Unusable from {w 25-35} to {w 4-7} %. She is more popular than I am."},
    {Part::reply, "Doctors take them. There. Somebody had to write it."},
    {Part::reply, "^1 The sticker is the fault. We replaced it with a code to scan: fixed or "
        "swapped inside a shift. {w 90-130} scans a month."},
    {Part::reply, "One each, for community staff, always. On wards we tried, and {w 12-16} % "
        "went home in pockets each week."},
    {Part::point, "^1 Buy the ones with swappable batteries."},
    {Part::point, "Height. Ask a short nurse and a tall one."},
    {Part::point, "Sockets! Estates will say next year."},
    {Part::point, "Cleaning wipes kill screens. Test with yours."},
    {Part::follow_up, "^r3 A band 3 with a bag of batteries: I have the money for that. Job "
        "description, anyone?"},
    {Part::update, "^r3 Our technician began {since} ago, near enough. Unusable devices {w "
        "27-35} % then, {w 5-8} % now. Two matrons have asked if they may have her full time."},

    {Part::subject, "printers; infra safety; cio cnio wider; any"},
    {Part::title, "^1 Printing: why is it always <printing|labels>?"},
    {Part::title, "^2 Specimen labels: {w 3-7#printers1} in 100 unreadable"},
    {Part::title, "^1 {w 900-1700} printers and one who understands them"},
    {Part::context, "After go-live, {w 28-41} % of service desk calls are about printers. Label "
        "printers above all. We had planned {w 2-3} days for it."},
    {Part::context, "Labels: {w 3-5#printers1} in 100 can't be read by the laboratory. The "
        "printer thinks it is fine."},
    {Part::question, "What do you do about label printers? Owner, spare, map, anything."},
    {Part::question, "^1 Has follow-me printing worked on a ward?"},
    {Part::reply, "^1 Fixed queue by *location of the computer*, never by the person. It fixed "
        "{w 7-8} of 10 calls in a fortnight."},
    {Part::reply, "One model, one roll, one driver. {w 480-620} bought together. A spare on each "
        "floor in a cupboard which nurses can open."},
    {Part::reply, "^1 Follow-me: good in offices, bad on wards. Nobody wants to tap and wait "
        "with a wet specimen."},
    {Part::reply, "^2 The print head needs cleaning every {w 5-6} rolls. It was no one's job. "
        "It's on the housekeeping list now."},
    {Part::reply, "^1 Take paper away upstream. We found {w 14-19} reports that print at 06:00 "
        "and go in the bin at 06:05."},
    {Part::point, "Wristbands for newborns are a different roll."},
    {Part::point, "Write the queue's name on the printer. Big."},
    {Part::point, "Label it with where it *is*, not where it was bought for."},
    {Part::follow_up, "^r1 By location. We had it by person, since the old system did. Explains "
        "a great deal."},

    {Part::subject, "servicedesk; infra training; cio cnio wider; any"},
    {Part::title, "^1 Service desk: {w 14-26#servicedesk1} minutes to answer in the morning"},
    {Part::title, "^1 Walk-up IT desks in the <canteen|main corridor>: do they pay?"},
    {Part::title, "^2 Clinical priority on the service desk: what is a P1 to a nurse?"},
    {Part::context, "Calls are answered in {w 14-26#servicedesk1} minutes between 07:30 and "
        "09:30. Nurses don't ring. They work round it and tell me in a lift."},
    {Part::context, "Our P1 means \"a server is down\". One drug cabinet that will not open is a "
        "P3. I have been told what the night sister thinks of this."},
    {Part::question, "^2 Who has changed priorities to clinical ones, and what did it do to the "
        "numbers?"},
    {Part::question, "^1 Is a desk in the canteen worth a person?"},
    {Part::reply, "^1 Walk-up desk beside the coffee, 11:00 to 14:00. {w 60-85} people a day. {w "
        "7-8} in ten fixed on the spot. Passwords first, then phones."},
    {Part::reply, "^2 Our P1 now includes: cannot give a medicine, cannot see a result, cannot "
        "identify. Volume of P1 doubled for {w 5-6} weeks, and then fell, since causes got fixed."},
    {Part::reply, "A nurse works on the desk two days a week. Translates both ways. We can't go "
        "back."},
    {Part::reply, "\"Ring back\" kills it. A nurse isn't at that phone again for three hours. "
        "Chat from the device, with the asset number filled in, was our answer."},
    {Part::reply, "^1 Self-service password reset: {w 34-41} % of calls, gone, in {w 2-3} weeks."},
    {Part::point, "Ask callers \"can you safely go on?\" first."},
    {Part::point, "Name badges with a first name."},
    {Part::point, "Publish the top ten on a Friday."},
    {Part::follow_up, "^p1 \"Can you safely go on?\" Simple, and now the first line of our "
        "script."},

    {Part::subject, "cloud; infra strategy; cio; any"},
    {Part::title, "^2 Moving the EPR to the cloud: <what does it really cost?|latency, exit and "
        "sleep>"},
    {Part::title, "^1 Data centre in the basement: {w 2-3#cloud1} floods, <no plan|one plan>"},
    {Part::title, "^3 Exit from a hosting contract: {w 14-22#cloud2} months"},
    {Part::context, "Our data centre is below the hydrotherapy pool. I did not choose it. It has "
        "flooded {w 2-3#cloud1} times. The case for hosting is {w 18-31} % dearer over ten "
        "years, and revenue rather than capital."},
    {Part::question, "^12 Who has five years of real bills?"},
    {Part::question, "^12 How did you argue capital to revenue? That is where we are stuck."},
    {Part::reply, "^12 Bills for {w 3-4} years: {w 22-29} % above plan in the first, {w 6-9} % "
        "after we learned to switch off test systems at night."},
    {Part::reply, "^12 Latency was {w 9-14} milliseconds and no one noticed. Printing, however, "
        "noticed."},
    {Part::reply, "Exit: test it by exporting one system each year. We did not, and it took {w "
        "14-19} months."},
    {Part::reply, "^12 The capital question: we were allowed to treat the implementation as "
        "capital, and the running not. Ask your auditors early, in writing, with a nice biscuit."},
    {Part::reply, "^1 Hydrotherapy pool: photographs did it for our board. Not a single graph."},
    {Part::point, "^12 Two lines into the building by different roads."},
    {Part::point, "Backups under another key."},
    {Part::point, "Ask who may look at the data, from where."},
    {Part::follow_up, "^r5 The photograph is taken. It includes a bucket."},
    {Part::context, "We've had the quote for moving our EPR to a hosted service: {w 19-28} % "
        "dearer over ten years, revenue and not capital, and with a service level that I could "
        "not reach here with twice the staff."},
    {Part::context, "Our hosting contract ends in {w 14-22#cloud2} months. I asked the supplier "
        "what leaving looks like, and had back a price list and a shrug."},
    {Part::question, "^3 Who has left one, and what do you wish you'd written at the beginning?"},
    {Part::reply, "^3 Ask for the data in a form you've used before. Ours came as {w 900-1400} "
        "files, with names that only made sense to somebody who had retired."},
    {Part::reply, "^3 The last {w 3-4} months cost as much as the year before. Put an hourly "
        "rate for the exit into the contract while they still like you."},

    {Part::subject, "assets; infra nursing; cio cnio wider; any"},
    {Part::title, "^1 Location tags on <pumps|beds|wheelchairs>: paid back?"},
    {Part::title, "^2 Bed management boards: one view, {w 4-6} truths"},
    {Part::context, "Nurses here spend {w 18-26} minutes a shift looking for things: pumps, "
        "bladder scanners, a hoist, a chair with brakes."},
    {Part::context, "At 08:00 we have {w 12-19} empty beds by the board, {w 7-9} by the site "
        "manager and {w 4-5} by walking."},
    {Part::question, "^1 Did real-time tags last beyond the first set of batteries?"},
    {Part::question, "^2 Who keeps the board true at weekends?"},
    {Part::reply, "^1 Tags on pumps and scanners only, {w 900-1400} of them. Purchases avoided "
        "in two years: £{160-240},000. Looking time down to {w 6-8} minutes."},
    {Part::reply, "^1 Batteries: {w 26-34} months. Put the replacement in the plan, or it's a "
        "museum."},
    {Part::reply, "^2 Beds: porters' tasks made it true. When the bed is cleaned, one tap. "
        "Nurses no longer update anything."},
    {Part::reply, "^2 Ward clerk at weekends. It is the answer to {w 3-4} of the questions on "
        "this forum."},
    {Part::reply, "^1 We took the tags off again. {w 3-4} people used the map."},
    {Part::point, "^1 Ask medical engineering. They know where it all goes."},
    {Part::point, "^1 Cupboards in the renal unit."},
    {Part::follow_up, "^r4 Ward clerks at weekends, noted, again. I will ask for it again."},
};

}  // namespace

std::span<const Line> material_infrastructure() {
    return lines;
}

}  // namespace demo
