// What is said about hazard logs, releases and safety cases.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "releases; safety; ccio clinical-risk-officers cio; any"},
    {Part::title, "DCB0129 sign-off when a supplier ships every <fortnight|three weeks|month>"},
    {Part::title, "Safety cases and <fast|frequent> supplier releases: how do you keep up?"},
    {Part::title, "Our <e-prescribing|maternity|community|emergency department> supplier now "
        "releases every <week|fortnight|ten days>. Who reads the safety case?"},
    {Part::title, "Release notes that say nothing: what do you <ask|insist on> before you "
        "<install|accept> a release?"},
    {Part::context, "<Our|One of our> <EPR|e-prescribing|observations> supplier has moved to a "
        "release every <fortnight|two weeks|three weeks>. The safety case report is "
        "<refreshed|updated> twice a year. In between we get release notes of the \"various "
        "fixes and improvements\" kind, and I am asked to sign a local DCB0160 assessment on "
        "that."},
    {Part::context, "We counted: {38-61} releases across {9-14} clinical products last year, and "
        "{w 2-4} people in the trust who can review one. {6-9} of those releases changed "
        "something a clinician would notice on day one. The safety documents mentioned {w 2-3}."},
    {Part::context, "I have {w 2-3} sessions a week as clinical safety officer and a queue of "
        "{11-19} releases. Something has to give and I would rather choose what."},
    {Part::question, "How do others do this without becoming the department that says no? I am "
        "thinking of a short triage sheet: does it touch medicines, results, identity or alerts? "
        "If none of those, a named deputy signs."},
    {Part::question, "**What I would like to know:**\n\n- What do you require from the supplier "
        "per release, in writing?\n- Do you have a threshold below which nobody clinical looks?\n"
        "- Has anybody refused a release, and what happened?"},
    {Part::question, "If you have a contract clause that worked, could you share the wording "
        "with the names taken out?"},
    {Part::reply, "We triage into three. **Red** touches medicines, results, patient identity or "
        "alerting: full review. **Amber** changes a screen that clinicians use: one clinician, "
        "one tester, thirty minutes. **Green** is the rest, and the product owner signs. About "
        "{60-75} in 100 are green."},
    {Part::reply, "We refused one in <March|October|the spring>. The release changed the sort "
        "order of a results screen and called it cosmetic. It took the supplier {w 4-8} days to "
        "give us a hazard assessment, and they have been better ever since. <I expected a row "
        "and there was none.|The sky did not fall.>"},
    {Part::reply, "Put it in the contract. Ours says that no release goes to live without a "
        "delta to the hazard log, signed by the supplier's own CSO, at least ten working days "
        "before. Without a signed delta the release is late by definition, and service credits "
        "apply."},
    {Part::reply, "I would be careful with the green pile. Our worst release in {w 2-4} years "
        "was a \"performance improvement\" that dropped a trailing zero from a dose field on one "
        "browser. Nobody would have marked it red."},
    {Part::reply, "We do it as a pair: one CSO and one ward pharmacist, every "
        "<Tuesday|Thursday>, forty-five minutes, all releases for the week. It is dull and it "
        "works. The pharmacist finds more than I do."},
    {Part::reply, "{Kind} here, and we have one CSO for {14-22} systems. We stopped pretending. "
        "The board has accepted in writing that low-risk releases are signed on supplier "
        "assurance only, and we audit one in {8-12}."},
    {Part::reply, "The regulations do not say you must re-issue the whole safety case each time. "
        "They ask you to manage the change. We keep one living hazard log and append a half-page "
        "change note for every release. The full report is rebuilt once a year."},
    {Part::reply, "Has anyone tried asking for the supplier's regression test list instead of "
        "the safety case? We find the tests far more honest than the prose. <Ours|Our supplier> "
        "sends {200-400/20} lines with a pass or fail next to each."},
    {Part::reply, "From the CIO side: the pressure is real. Staying two versions behind to give "
        "you time for review means security fixes are late too. We agreed a rule that "
        "security-only releases go in {5-10} days and functional ones wait for the CSO."},
    {Part::reply, "We ask for three things: what changed, who might be hurt if it is wrong, and "
        "how it was tested. One page. Two suppliers said it was impossible and are now doing it "
        "without complaint."},
    {Part::point, "The question that gets an answer is \"which hazards in your own log does this "
        "release touch?\""},
    {Part::point, "Do not forget configuration that arrives switched off. Ours was switched on "
        "by accident {w 3-9} weeks later."},
    {Part::point, "We log the hours. {120-190/10} last year. That number got us a second CSO."},
    {Part::point, "If the supplier cannot name its CSO on the phone, that tells you something."},
    {Part::point, "A staging environment with last week's data in it found more than any "
        "document."},
    {Part::follow_up, "^r4 Thank you, this is more than I hoped for. I will take the "
        "three-colour triage to our safety group and report back. The worry about the green pile "
        "is fair, so we will sample {10-20} in 100 of them."},
    {Part::follow_up, "^r8 Useful, all of it. @@ on the regression tests: did you need a clause "
        "for that, or did they just send it?"},
    {Part::update, "^r1 {Since} on: the triage sheet is live. {30-48} releases so far, {w 4-8} "
        "red. Average wait is down from {11-16} days to {3-5}. One supplier has started to write "
        "its notes to our headings, which I did not ask for."},

    {Part::subject, "localchange; safety; ccio clinical-risk-officers cnio; any"},
    {Part::title, "DCB0160 for local configuration: where do you draw the line?"},
    {Part::title, "Does a new <form|order set|care plan> need a hazard assessment?"},
    {Part::title, "Hazard assessment for small <changes|builds>: what is proportionate?"},
    {Part::context, "We make {15-30} configuration changes to the EPR a week: forms, order sets, "
        "care plans, the odd mandatory field. In theory each is a local change to a health IT "
        "system. In practice our analysts <build on Monday and it is live on Thursday|have a "
        "queue and an understandable wish to clear it>."},
    {Part::context, "An order set went live with a <default|pre-ticked> test that should not "
        "have been there. No harm, {180-320/10} unnecessary bloods over {w 3-5} weeks. The "
        "review asked who had done the safety assessment, and the answer was that nobody knew "
        "one was needed."},
    {Part::question, "What is your threshold, and who applies it? I do not want every font "
        "change in front of a committee, but \"the analyst decides\" did not survive its first "
        "coroner's question."},
    {Part::question, "I would be grateful to see a one-page screening form that analysts will "
        "really fill in. Ours has {24-31} questions and the median answer is \"n/a\"."},
    {Part::reply, "Five questions on the change ticket, and it cannot be closed without them. "
        "Does it affect what is prescribed, what is ordered, who is identified, what is shown as "
        "urgent, or what is sent elsewhere? Any yes goes to the CSO. {12-18} in 100 are a yes."},
    {Part::reply, "We made the analysts the first line and trained {w 5-9} of them. Two days, "
        "our own material, real incidents. They now bring us things we would never have spotted. "
        "It is the best money we spent."},
    {Part::reply, "Beware of mandatory fields. Our {ward} found that people typed a full stop to "
        "get past one, and downstream a full stop was read as \"no risk\". We now treat any new "
        "mandatory field as a hazard by default."},
    {Part::reply, "I disagree with a threshold by size. The smallest change I know of, <the "
        "order of two buttons|one renamed tick box>, caused more trouble than the whole of our "
        "last upgrade. We go by *where* it is, not by how big it is."},
    {Part::reply, "Two-person rule: the builder and the tester may not be the same, and one must "
        "be registered with a professional body. Takes {20-40} minutes. No forms beyond the "
        "ticket."},
    {Part::reply, "Our assessment form is four boxes: what could go wrong, who would notice, "
        "what stops it, who agreed. People fill in four boxes. They did not fill in twenty."},
    {Part::reply, "We run a change clinic on <Wednesday|Monday> lunchtimes. Anybody can bring a "
        "change, a CSO and a pharmacist are there, and you leave with a decision. Average {7-11} "
        "changes an hour."},
    {Part::point, "Order sets deserve their own review date. Ours expire after a year unless a "
        "clinical owner renews them."},
    {Part::point, "Ask for a rollback line on each ticket. The silence is instructive."},
    {Part::point, "The same change in two places, live and training, drifted apart for {w 5-9} "
        "months before we noticed."},
    {Part::point, "We publish the last ten changes on the intranet every Friday. Complaints fell."},
    {Part::follow_up, "^r6 That is very helpful. Four boxes it is. I will also steal the rule on "
        "mandatory fields, because we have {70-110} of them and I now do not trust any."},
    {Part::update, "^r7 Small update: {since} after the change clinic began we have looked at "
        "{90-140} changes and sent back {9-16}. The analysts asked to keep it, which I take as a "
        "compliment."},

    {Part::subject, "hazardlog; safety; clinical-risk-officers ccio; any"},
    {Part::title, "Hazard logs: spreadsheet, database, or something <better|bought>?"},
    {Part::title, "What does your hazard log live in?"},
    {Part::title, "A hazard log that people <open|read> more than once a year"},
    {Part::context, "Our hazard log is a spreadsheet with {310-480/10} rows, {w 3-5} colours "
        "that nobody remembers the meaning of, and a macro written by someone who left. It is "
        "technically compliant. Nobody reads it."},
    {Part::context, "We have {17-26} hazard logs, one for each system, in {w 3-5} formats. When "
        "I ask \"where else could this happen?\" I cannot answer without opening every one."},
    {Part::question, "What do you use, and does it link hazards to incidents? That is the bit I "
        "need: when an incident comes in I want to see in a minute whether we foresaw it."},
    {Part::question, "Before I ask for money: has anyone bought a tool for this and stayed with "
        "it for more than a year?"},
    {Part::reply, "We moved to a plain ticket tracker, one ticket for a hazard, labels for "
        "system and cause, links to incidents. It cost nothing because we already had it. <The "
        "auditor liked it more than the spreadsheet.|Searching across systems finally works.>"},
    {Part::reply, "Bought a tool, used it for {w 14-20} months, went back to the spreadsheet. It "
        "insisted on its own risk matrix, and re-scoring {200-350/10} hazards was the end of "
        "goodwill."},
    {Part::reply, "The format matters less than the rhythm. Ours is reviewed on the first Monday "
        "of each month, {w 8-12} rows at a time, with somebody from the wards in the room. In a "
        "year every row is touched."},
    {Part::reply, "Keep the number of hazards small. If two rows have the same control and the "
        "same owner, they are one hazard with two causes. We went from {340-420/10} to {70-95} "
        "and lost nothing."},
    {Part::reply, "We use a shared list with a controlled vocabulary of {w 12-18} hazard types, "
        "such as *wrong patient*, *missing result*, *late result*, *wrong dose shown*. Every "
        "system's log uses the same names. Cross-system search then costs nothing."},
    {Part::reply, "Scoring is theatre in my experience. We now write two sentences, how bad and "
        "how likely, and a name. The five-by-five matrix gave us twelve hazards at exactly 9 and "
        "no argument about any of them."},
    {Part::reply, "Counterpoint on scoring: the board only ever looks at the score. We kept it, "
        "but the CSO alone may change it and must write a line on why."},
    {Part::point, "Give each hazard a number that never changes. Ours were row numbers, and "
        "somebody sorted the sheet."},
    {Part::point, "A column called \"how would we know?\" has improved our log more than any "
        "other."},
    {Part::point, "Incidents should cite the hazard, not the other way round."},
    {Part::point, "Export to plain text at least monthly. You will want it in the downtime."},
    {Part::follow_up, "^r5 Thank you. I will try the controlled list of hazard types first, "
        "since it needs no money and no permission."},
    {Part::update, "{Since} later: merged {w 3-5} logs into one, {410-520/10} rows down to "
        "{96-130}. The argument over what counts as a duplicate was the most useful safety "
        "meeting we have had."},

    {Part::subject, "csotime; safety; clinical-risk-officers ccio cnio; any"},
    {Part::title, "How many clinical safety officers do you have, and <how much time|how many "
        "sessions>?"},
    {Part::title, "Protected time for clinical safety officers: <numbers, please|what did you "
        "get?>"},
    {Part::title, "Making the case for a second CSO"},
    {Part::context, "We have <one trained CSO with two sessions|two trained CSOs with three "
        "sessions between them>, for an organisation of {4500-9000/500} staff and {20-34} "
        "clinical systems. The workload has <roughly doubled|grown by half> since AI tools began "
        "to arrive."},
    {Part::context, "My job plan says one PA for clinical safety. My diary says {w 2-4}. My "
        "medical director would like evidence, by which <he|she> means other people's numbers."},
    {Part::question, "Could people say: organisation size, number of CSOs, sessions, band or "
        "grade, who they report to? Rough is fine."},
    {Part::question, "I am collecting numbers for a business case and will share the table, "
        "without names of organisations."},
    {Part::reply, "{Kind}, about {5000-8000/500} staff. {w 2-3} CSOs: one consultant at 1 PA, "
        "one band 8a full time, one pharmacist two days a week. Reports to the CCIO. It was one "
        "person at 1 PA until {w 2-3} years ago, and the change came from an incident, I am "
        "sorry to say."},
    {Part::reply, "Ours is a nurse, band 8a, full time, and it is the best decision we made. She "
        "is on the wards every morning and knows where the workarounds are. A consultant with "
        "one session never will."},
    {Part::reply, "We trained {w 10-16} people and gave none of them time. Two are active. "
        "Training is not the bottleneck."},
    {Part::reply, "The argument that worked with our {exec} was not workload but liability: "
        "\"who signs this, and would they defend it?\" We got {w 2-3} more sessions in a month."},
    {Part::reply, "{Kind} of {2500-4000/250} staff. One CSO, {w 2-3} sessions, covers two "
        "neighbours by agreement. Sharing across organisations is underrated. The hazards are "
        "the same and so are the suppliers."},
    {Part::reply, "Please do not put all of it on doctors. Our pharmacist CSO catches things in "
        "e-prescribing that I would have signed without a blink."},
    {Part::reply, "Ratio we use for planning: half a day a week for each system in active "
        "change, two hours a month for each stable one. It gave {2.4-3.1} whole-time "
        "equivalents. We have 1.2. At least now the gap has a number."},
    {Part::point, "Put the time in the programme budget from the start. Afterwards it is always "
        "\"business as usual\"."},
    {Part::point, "Ask who covers leave. That one question got us a deputy."},
    {Part::point, "Report to the medical director or the CCIO, never to the programme. I have "
        "done both."},
    {Part::follow_up, "Brilliant, thank you. So far the median is roughly one whole-time CSO for "
        "every {3500-4500/500} staff, with a huge spread. Keep them coming."},
    {Part::update, "The table now has {18-31} organisations in it: [summary "
        "here](https://example.org/cso-numbers). Range is 0.1 to 4.2 whole-time equivalents. "
        "Nobody thinks they have enough."},

    {Part::subject, "spreadsheets; safety; ccio clinical-risk-officers clinical-informatics; "
        "acute"},
    {Part::title, "^1 The spreadsheet the ward cannot live without: does it need a safety case?"},
    {Part::title, "^1 Home-made tools on the shared drive: what do you do about them?"},
    {Part::title, "^2 A <resident doctor|registrar|consultant> wrote an app and it is "
        "<good|really good>. Now what?"},
    {Part::context, "In the same week I found a handover spreadsheet with {140-260/10} patients "
        "in it, an access database that schedules chemotherapy chairs, and a calculator written "
        "by {a trainee} over Christmas. All three are better than what we provide. None has an "
        "owner, a backup or a hazard log."},
    {Part::context, "A <resident doctor|registrar> built a <renal dosing|fluid balance|weaning> "
        "calculator as a web page. {w 4-9} wards use it. It is clear, fast and as far as I can "
        "see correct. The author rotates to another trust in <August|February>."},
    {Part::question, "Ban, adopt, or look away? I would like a fourth option."},
    {Part::question, "Does anyone have a light route for these? I do not want to punish the "
        "people who solve problems."},
    {Part::reply, "^1 We hold an amnesty every <January|spring>. Bring out your spreadsheets, "
        "nobody gets into trouble. We found {60-90}. {w 7-11} were clinical tools in the sense "
        "of the standard. Four got adopted, two were switched off the same day."},
    {Part::reply, "The test for us is whether a wrong answer could change treatment without "
        "anybody noticing. A handover list: mostly no. A dosing calculator: plainly yes. It may "
        "also be a medical device, and then kindness does not help."},
    {Part::reply, "We adopted one. The cost is not the code, it is the next ten years. We "
        "estimated {w 12-20} days a year for something a registrar wrote in a weekend."},
    {Part::reply, "Give it an owner who is not the author, before anything else. No owner by the "
        "end of the month and it goes. You would be surprised how quickly owners appear."},
    {Part::reply, "^2 I was that registrar once. If somebody had offered me half a day a week "
        "and a code review, the tool would be safe and I would not have left informatics for {w "
        "3-5} years. Please do not start the conversation with policy."},
    {Part::reply, "Our route is one page, three signatures: clinical owner, CSO, and somebody "
        "who promises to keep it running. It stays on a register with an expiry date of twelve "
        "months. {w 14-22} tools on it now."},
    {Part::point, "^1 Look for the one with a password in cell A1."},
    {Part::point, "^1 The chemotherapy chair one would worry me most. Scheduling looks harmless "
        "until it is not."},
    {Part::point, "^1 Check the formulas are locked. Ours had been overwritten by a bed number."},
    {Part::follow_up, "^r1 The amnesty is a lovely idea, and I have a date for it already. Thank "
        "you."},
    {Part::update, "^r1 We did the amnesty. {50-80} tools in {w 2-3} weeks. My favourite is a "
        "whiteboard photograph, updated daily, that turned out to be the only reliable theatre "
        "list in the building."},

    {Part::subject, "legacy; safety; clinical-risk-officers ccio cio; any"},
    {Part::title, "Systems older than the standard: do you write a safety case in retrospect?"},
    {Part::title, "^2 No safety case for a {19-24#legacy1}-year-old system: where do you start?"},
    {Part::title, "Legacy systems and DCB0160: being honest with the board"},
    {Part::context, "We have {w 9-16#legacy2} clinical systems that predate any safety standard. "
        "Suppliers have changed hands, the people who installed them have retired, and {w 2-3} "
        "of them are quietly essential. An internal audit has now asked for the safety cases."},
    {Part::context, "Our {specialty} database is {16-23#legacy1} years old and runs on a server "
        "that we are not allowed to restart. There is no supplier. There is one person, and she "
        "retires in <March|the summer>."},
    {Part::question, "Is a retrospective safety case worth the paper? Or is it more honest to "
        "write down that there is none, and what we do about it?"},
    {Part::question, "How did you rank them? I cannot do {w 9-16#legacy2} at once."},
    {Part::reply, "We wrote a two-page position statement for each: what it does, what has gone "
        "wrong in five years, what we rely on, when it goes. The auditors accepted it. Nobody "
        "would have read {60-90} pages."},
    {Part::reply, "Start with incidents, not with the system. Five years of reports gave us {w "
        "12-20} hazards for our oldest one, in an afternoon. That is a better hazard log than "
        "most new products come with."},
    {Part::reply, "Rank by \"what would we do at 2 am without it\". Two of ours turned out to "
        "matter far more than their owners thought, and one was used by nobody."},
    {Part::reply, "Retrospective cases tend to prove what is already there. I would put the "
        "effort into the exit plan."},
    {Part::reply, "We told the board plainly: here are {w 8-12} systems with no safety case, "
        "here is the risk, here is the date each goes. It was a more grown-up conversation than "
        "I expected, and it came with money for {w 2-3}."},
    {Part::reply, "Interview the person before she retires. We recorded {w 3-5} hours with ours. "
        "She knew of {w 4-7} failure modes that exist nowhere else."},
    {Part::point, "Put them on the corporate risk register under one entry, with a list. {w "
        "9-15} entries look like noise."},
    {Part::point, "Check whether it is still a medical device in somebody's register."},
    {Part::point, "Freeze changes. A stable old system is safer than an improved one."},
    {Part::follow_up, "^r1 The two-page statement seems the right size. I am going to try it on "
        "the scariest one first."},
    {Part::update, "^r1 {Since} later: {w 6-9} statements done. Two systems turned out to have "
        "no users. Switched off on a Friday, and nobody rang."},

    {Part::subject, "supplierpapers; safety; clinical-risk-officers ccio cio; any"},
    {Part::title, "Supplier will not share its hazard log: <what now?|what are our options?>"},
    {Part::title, "How much of the supplier's safety case do you get to see?"},
    {Part::title, "Safety documents \"commercial in confidence\": how do you <respond|answer>?"},
    {Part::context, "A supplier we are about to sign with will give us its safety case summary "
        "but says the hazard log itself is commercially confidential. We would have to take its "
        "word that {w 3-5} of the hazards are \"mitigated by training at the deploying "
        "organisation\". That is us."},
    {Part::context, "I asked for the hazard log of a product that we have used for {w 3-6} "
        "years. The answer was a non-disclosure agreement with {11-17} pages, and then a summary "
        "with the mitigations removed."},
    {Part::question, "Do others get the full log? If you do, was it by contract, by asking "
        "nicely or by knowing somebody?"},
    {Part::question, "Where do you stand on signing local acceptance without it?"},
    {Part::reply, "We get the full log from {w 7-9} suppliers in ten. The others changed their "
        "mind when we put the request into the tender as a pass or fail line. Once you have "
        "signed there is no lever."},
    {Part::reply, "You need to see any hazard whose control is transferred to you. I would not "
        "sign without those, and I have said so in an email to the contract manager. They "
        "arrived in {w 4-9} days."},
    {Part::reply, "I have sat on the other side before I came back to the NHS. Usually it is not "
        "secrecy, it is embarrassment. Offer to read it on a screen share and take no copy. That "
        "has worked for me {w 3-4} times."},
    {Part::reply, "A summary that leaves out the transferred controls is not a summary. We "
        "quoted the standard back to them, politely, with the paragraph."},
    {Part::reply, "Ask other users. {w 3-5} trusts with the same product wrote one letter, and "
        "the log was shared within the month."},
    {Part::reply, "Minority view: I have read a dozen full logs and most are worse than the "
        "summaries. Ask for the test evidence on the top ten hazards instead."},
    {Part::point, "Ask when the log was last changed. One answer was {2017-2019}."},
    {Part::point, "\"Mitigated by training\" should cost them a training plan."},
    {Part::point, "Put the CSO of the supplier in the same room as yours, without the "
        "salesperson."},
    {Part::follow_up, "^r3 The screen share is a neat way round. I have proposed it for next "
        "<Tuesday|Thursday>."},
    {Part::update, "^r3 They agreed to the screen share. {w 2-3} hours, {80-140} hazards, {w "
        "14-22} transferred to us that we had never been told of. We have signed with a schedule "
        "that lists each of them."},

    {Part::subject, "boardsafety; safety strategy; clinical-risk-officers ccio cio; any"},
    {Part::title, "What do you tell the board about digital clinical safety?"},
    {Part::title, "One page on clinical safety for a board that has <ten|seven> minutes"},
    {Part::title, "A digital safety report that non-executives understand"},
    {Part::context, "I have a ten-minute slot at the quality committee every quarter. Last time "
        "I showed a heat map with {40-60} hazards. A non-executive asked which one should keep "
        "her awake, and I did not have a good answer."},
    {Part::context, "Our board gets a cyber report with a number and a trend. It gets nothing on "
        "clinical safety of systems, and then it is surprised."},
    {Part::question, "What is on your page? Happy to share mine when it is less embarrassing."},
    {Part::question, "Do you report numbers, stories, or both? And have you found an indicator "
        "that is not just \"hazards open\"?"},
    {Part::reply, "Three things: one story, one number, one ask. The number is *days since a "
        "digital factor in a moderate harm incident*. Crude, and they remember it."},
    {Part::reply, "We report the age of the oldest unmitigated high hazard and the name of its "
        "owner. Owners became attentive."},
    {Part::reply, "I walk them through a single hazard from top to bottom, a different one each "
        "time. After {w 5-8} quarters they ask better questions than most of our programme "
        "boards."},
    {Part::reply, "Please avoid the heat map. Ours was the same picture for {w 3-4} years."},
    {Part::reply, "A non-executive came to a ward at night with us. It did more than all my "
        "papers together. She now chairs the digital committee."},
    {Part::reply, "Tell them about what you *stopped*. We list the releases refused and the "
        "go-lives delayed. It shows that the brake works."},
    {Part::point, "Say who would sign the safety case if you left."},
    {Part::point, "Leave out the acronyms. I counted {23-37} on my own first page."},
    {Part::point, "Ask for something every time, or the slot is taken away."},
    {Part::follow_up, "^r1 One story, one number, one ask. I have written it on a sticky note on "
        "my screen."},
};

}  // namespace

std::span<const Line> material_hazards() {
    return lines;
}

}  // namespace demo
