// What is said about money, procurement and strategy.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "businesscase; strategy; cio ccio cnio; any"},
    {Part::title, "^1 Business cases: cash-releasing or <honest|wishful>?"},
    {Part::title, "^1 £{4-9#businesscase1} million a year and a benefits page of fiction"},
    {Part::title, "^2 Outline case to full case: {w 14-31#businesscase2} months and <counting|a "
        "wedding>"},
    {Part::context, "Our full business case promises £{4-9#businesscase1} million a year from "
        "year three. {w 60-70} % of it is time saved by clinicians, priced by the minute. I've "
        "been asked to sign as the benefits owner."},
    {Part::context, "It has been {w 15-28#businesscase2} months since the outline case was "
        "approved. Prices have risen by {w 14-19} %, two of the authors have left, and one had a "
        "wedding."},
    {Part::question, "^1 Which benefits were really found, in a ledger, in your case?"},
    {Part::question, "^1 How did you put safety in, when it has no price?"},
    {Part::reply, "^1 In the ledger: paper storage, transcription, agency coders, {w 11-15} old "
        "licences, postage. {1.2-1.9} of a promised £{5-7} million. The rest was true but not "
        "cash."},
    {Part::reply, "We split it: cash, time, safety, in three columns, never added up. The "
        "finance director objected for a week, and then defended it at the board."},
    {Part::reply, "^1 Refuse to own what you can't see. I signed for {w 4} of {w 17} lines and "
        "wrote why."},
    {Part::reply, "^1 Somebody should go back and look. We did at year {w 3}: {w 40-45} % of the "
        "benefits were found, and {w 6} that nobody had promised."},
    {Part::reply, "Baseline before you begin. We have {w 2} weeks of time-and-motion from "
        "{2019-2021} and it's the only reason anyone believes us."},
    {Part::reply, "Dis-benefits: put them in. Extra minutes per discharge, per admission, {w 6} "
        "months of lower throughput. It made the paper credible."},
    {Part::reply, "Reviewers change. Write the summary for somebody who joined yesterday."},
    {Part::point, "^2 Inflation clause. Dull, vital."},
    {Part::point, "Show the do-nothing cost with dates."},
    {Part::point, "Leave \"transformation\" out. Search and replace."},
    {Part::follow_up, "^r2 Three columns, never added up. I have redrafted it on those lines, "
        "and signed for {w 5}."},
    {Part::update, "^r6 Approved, {since} later, at the third committee. The page with "
        "dis-benefits was praised twice."},

    {Part::subject, "funding; strategy; cio ccio; any"},
    {Part::title, "^1 Capital by 31 March: {w 6-9#funding1} weeks to spend £{1.1-2.8#funding2} "
        "million"},
    {Part::title, "^2 Money in year {w 1}, support in year {w 2-5}: who pays?"},
    {Part::context, "An email on {day}: £{1.1-2.8#funding2} million of capital, spent and "
        "delivered by 31 March. It's {w 7-9#funding1} weeks. We'll buy laptops, again."},
    {Part::context, "Programme money ends in {month}. The things it bought go on costing "
        "£{400-700},000 a year."},
    {Part::question, "^1 What do you keep on the shelf, ready for a call like that?"},
    {Part::question, "What's your share of turnover, revenue and capital apart?"},
    {Part::reply, "^1 A shelf of {w 6-8} cases, two pages each, priced, with a supplier quote "
        "renewed twice a year. Ours got {w 3} of the last {w 4} late offers."},
    {Part::reply, "{1.6-2.3} % revenue, and {0.8-1.4} capital in a good year. {Kind}, {w "
        "5000-7000} staff."},
    {Part::reply, "^2 Any case here must show year {w 2-6} with a name beside it, or it doesn't "
        "reach the committee. We've turned money down. Twice."},
    {Part::reply, "^1 Laptops aren't the worst: ours were {w 7} years old. Buy batteries, "
        "scanners and label printers as well. No one ever bids for those."},
    {Part::reply, "^1 We wrote to the region as {w 9} organisations with one page on what late "
        "money costs. They published the calendar earlier the next year. Coincidence, perhaps."},
    {Part::point, "Storage space for {w 900} boxes. Ask estates first."},
    {Part::point, "VAT. Ask before, not after."},
    {Part::point, "Count the imaging time."},
    {Part::follow_up, "^r1 A shelf. We've made ours: {w 5} cases, all two pages. I await the "
        "email almost with pleasure."},

    {Part::subject, "procurement; strategy; cio ccio cnio; any"},
    {Part::title, "EPR procurement: <scored demonstrations|site visits|references>, what told "
        "you the truth?"},
    {Part::title, "^2 Site visits: the {w 8-12} questions we wish we had asked"},
    {Part::title, "^1 Output specification of {w 900-2400#procurement1} lines. Does it help?"},
    {Part::title, "^1 Joint procurement by {w 2-4} trusts: who compromises?"},
    {Part::context, "We score in {w 9-14} weeks. The specification has {w "
        "1400-2300#procurement1} lines and each bidder answers \"fully compliant\" to {w 96-99} "
        "% of it."},
    {Part::context, "Three site visits last week. We were shown the tidy ward, the keen "
        "consultant and the canteen."},
    {Part::question, "What question got you an honest answer?"},
    {Part::question, "^1 How many clinicians scored, and did the scores differ from IT's?"},
    {Part::reply, "^2 \"May we choose the ward?\" If not, that's an answer. At 20:30, "
        "unannounced within reason, on {a ward}."},
    {Part::reply, "Ask for the list of open faults with dates. One bidder gave it, and won."},
    {Part::reply, "^1 Scripts, not lines. {w 14} clinical stories, {w 4} hours, own data, "
        "clinicians at the keyboard. {w 120-160} of ours scored. IT ranked them the other way "
        "round."},
    {Part::reply, "^1 {w 1900} lines became {w 160}, by asking which would change our decision."},
    {Part::reply, "Ask the reference site's *night sister*. And whoever writes the reports."},
    {Part::reply, "Joint, {w 3} trusts. Compromise costs {w 9-12} months and saves about {w 18} "
        "%. Agree first on what happens if one withdraws. One did."},
    {Part::reply, "\"What did you lose?\" Every site lost something. Anyone who says nothing "
        "hasn't asked."},
    {Part::point, "^12 Count their staff who've been there for {w 3} years."},
    {Part::point, "Meet the people who will come, not those who sell."},
    {Part::point, "^2 Bring a ward clerk to the visit."},
    {Part::point, "^2 Time a discharge yourself, with a watch."},
    {Part::follow_up, "^r7 \"What did you lose?\" I asked it yesterday, and the room went quiet, "
        "and then we learned more than in the whole day."},
    {Part::update, "^r2 Chosen, {since} later. Clinicians' scores decided. The bidder with the "
        "list of faults was second by {w 3} points and we've told them why we liked it."},

    {Part::subject, "icb; strategy; cio ccio caldicott-guardians; icb"},
    {Part::title, "^1 Digital strategy for {w 9-16#icb1} organisations on {w 4-40#icb2} pages"},
    {Part::title, "^2 Convergence: one EPR for the system or three that talk?"},
    {Part::title, "^3 ICB digital team: cut by nearly half. What stops?"},
    {Part::context, "We've a system strategy of {w 38-64#icb2} pages, signed by {w 11-14#icb1} "
        "organisations, none of which has changed a budget line because of it."},
    {Part::context, "Our system is asked to converge. {w 3} acute trusts, {w 3} EPRs, of {w 2}, "
        "{w 7} and {w 16} years of age."},
    {Part::question, "^12 What is worth doing once, for all, and what isn't? I'd like your two "
        "lists."},
    {Part::question, "^12 Who holds the money?"},
    {Part::reply, "^12 Once: identity, integration engine, shared record, cyber monitoring, "
        "imaging archive. Never: ward builds, training, service desk at night."},
    {Part::reply, "^2 Convergence through contract dates. As each ends, it joins. {w 9-11} "
        "years, no heroics."},
    {Part::reply, "^1 Strategy on one page, {w 6} sentences each starting with \"by {month}\". "
        "All {w 12} chiefs read it aloud at the meeting. Odd, effective."},
    {Part::reply, "^3 With half of the people: we kept information governance, integration and "
        "one clinician. We stopped the dashboards. {w 2} people rang."},
    {Part::reply, "^2 One EPR isn't one way of working. {w 2} trusts here share a build and {w "
        "0} policies."},
    {Part::point, "The smallest partner should chair."},
    {Part::point, "Primary care has its own calendar."},
    {Part::point, "Show who's paid and who saves."},
    {Part::follow_up, "^r3 Two lists it is, they'll be on one page, and I'll have them read "
        "aloud."},
    {Part::context, "Our digital team goes from {w 46-62} to {w 27-34} people by {month}. I've "
        "been asked what stops, and \"nothing\" isn't an answer."},
    {Part::question, "^3 If you have been through it: what did you stop, and what did you regret "
        "stopping?"},
    {Part::reply, "^3 We stopped anything that a provider could do for itself, and told them "
        "early. They were crosser about the silence of the year before than about the news."},
    {Part::reply, "^3 Regret: the one person who kept the calendar of suppliers' contracts. It "
        "cost £{90-140},000 before we noticed."},

    {Part::subject, "maturity; strategy data; cio ccio cnio; any"},
    {Part::title, "Digital maturity assessment: {2.2-3.3#maturity1} out of 5, <and so?|by whose "
        "clock?>"},
    {Part::title, "Maturity scores: do you let wards answer?"},
    {Part::title, "From level {w 2-3} to level {w 4-5} in {month}, apparently"},
    {Part::context, "We scored {2.2-3.3#maturity1} overall. Nursing had us at {1.6-2.1}, IT at "
        "{3.4-3.9}. The published one is an average of who was in the room."},
    {Part::question, "Has a score led to money or to a decision? Either would cheer me."},
    {Part::question, "Do you check the answers against anything?"},
    {Part::reply, "We gave the same {w 12} questions to {w 140} ward staff. {w 0.9-1.4} lower. "
        "Both were sent in, with a note. It was the note that got us a visit and then funds."},
    {Part::reply, "It's useful for one conversation a year with the board. Don't ask more of it."},
    {Part::reply, "{w 4} neighbours did it together and read each other's. We all came down by "
        "{0.3-0.5}, and we learned where the good things are."},
    {Part::reply, "Ask for evidence with a photograph. Ours says \"devices at point of care\", "
        "and the photograph is of a corridor."},
    {Part::reply, "A level isn't a plan."},
    {Part::point, "Keep last year's answers in view."},
    {Part::point, "Don't let one person fill it in at 23:00."},
    {Part::follow_up, "^r4 The photograph! I have asked for {w 20}."},

    {Part::subject, "green; strategy infra; cio wider; any"},
    {Part::title, "Sustainability: {w 3000-8000#green1} PCs on all night"},
    {Part::context, "We've {w 3900-7800#green1} computers, and {w 70-80} % are on all night. By "
        "my sum £{110-240},000 a year."},
    {Part::question, "Who switches off automatically, and on wards too?"},
    {Part::reply, "Offices at 20:00, with a button to postpone. £{78-94},000 saved in the first "
        "year. Wards no."},
    {Part::reply, "Sleep broke our updates for {w 5} weeks. Have cyber in the room."},
    {Part::reply, "Devices refurbished for {w 4} years more: {w 2100} of them, {w 38-45} % of "
        "the price, and {w 2-3} % failures. Nobody can tell."},
    {Part::reply, "Delete. {w 60-70} % of our shared drives hadn't been opened in {w 5} years."},
    {Part::point, "Batteries have a bin. Where?"},
    {Part::point, "Printing less is the one that staff notice."},
    {Part::follow_up, "^r1 With a button to postpone. Our finance director likes it already."},

    {Part::subject, "policy; strategy events; ccio cio cnio wider; any"},
    {Part::title, "^1 Consultation closes on {day}: what should the network say?"},
    {Part::title, "^2 National programme letter: what do you make of <paragraph {w 6-9}|it>?"},
    {Part::title, "^2 The plan says \"digital by default\". For whom?"},
    {Part::context, "The consultation on the single patient record asks {w 14-26} questions, one "
        "of them about clinical safety and it's the last. The panel would like a reply from "
        "members and not only from the chair."},
    {Part::context, "You'll have seen the letter. {w 4} targets, {w 2} dates, and no mention of "
        "who'll train anybody."},
    {Part::question, "^1 Two or three sentences from each would be plenty. I'll put them "
        "together, with no names."},
    {Part::question, "^12 What do you support? It's easy to say what one doesn't."},
    {Part::reply, "Support: a national identity for staff that works on night one. I'd trade the "
        "rest for it."},
    {Part::reply, "Please say that time for clinicians is the constraint. Money can't be turned "
        "into it in {w 9} months."},
    {Part::reply, "Safety first in the list, not last. An accountable person in each "
        "organisation, with hours."},
    {Part::reply, "I like the ambition. I've seen {w 4} of these, and the ones that did "
        "something had a date for *switching off* what they replaced."},
    {Part::reply, "Patients ought to see who looked. It'd do more for trust than any campaign."},
    {Part::reply, "Don't forget those of us in {a kind}. The letter says \"hospital\" {w 30-40} "
        "times."},
    {Part::reply, "Standards with teeth for suppliers. We've asked politely since {2014-2016}."},
    {Part::point, "^1 Keep to one page. They have {w 900} replies to read."},
    {Part::point, "Put a story first."},
    {Part::point, "Say what we'll do ourselves."},
    {Part::follow_up, "^1 Thank you. I've {w 40-60} sentences and will post the draft on {day}: "
        "[draft reply](https://example.org/consultation-draft)."},
    {Part::update, "^1 It went in, {since} after I asked: one page, {w 7} points. {w 3} of them "
        "are from this topic almost as written."},

    {Part::subject, "smallorg; strategy ask; cio ccio wider; any"},
    {Part::title, "Small organisation, two digital people: what do you not do?"},
    {Part::title, "<A hospice|A specialist hospital|An island practice> among giants"},
    {Part::context, "There are {w 2} of us, for {w 280-460} staff. The same forms come to us as "
        "to a trust of twelve thousand."},
    {Part::question, "What do you share with a larger neighbour? And has it been a fair bargain?"},
    {Part::question, "What can one just not do?"},
    {Part::reply, "Service desk and cyber from the neighbour, £{38-52},000 a year. Fair, after "
        "{w 2} years of explaining that we have a night shift."},
    {Part::reply, "We answer the national forms with a paragraph and a telephone number. No "
        "one's ever rung."},
    {Part::reply, "No local build. We take what the system gives and change our way of working. "
        "It takes less courage than you think."},
    {Part::reply, "I'm the CIO, the CSO, and on Thursdays the person with the ladder. The safety "
        "cases are {w 3} pages."},
    {Part::reply, "Say it's {w 2} people in the first line of every meeting."},
    {Part::point, "Go to the regional meeting. It's your team."},
    {Part::point, "Leave on a Friday having told someone the password envelope's place."},
    {Part::follow_up, "^r2 A paragraph and a telephone number. I could kiss you."},
};

}  // namespace

std::span<const Line> material_strategy() {
    return lines;
}

}  // namespace demo
