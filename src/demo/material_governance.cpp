// What is said about information governance and research.
#include "demo/material.h"

namespace demo {
namespace {

constexpr Line lines[] = {
    {Part::subject, "dpia; govern ai; caldicott-guardians cio ccio; any"},
    {Part::title, "^1 DPIA turnaround: {w 40-90#dpia1} days and <what to drop|who holds it>"},
    {Part::title, "A DPIA of {w 3-5} pages that the <board|ICO> would accept?"},
    {Part::title, "^2 DPIA for <video|remote monitoring|a shared record>: start from whose?"},
    {Part::context, "Median time for a data protection impact assessment here is {w 44-86#dpia1} "
        "days. {w 9-13} of these are work. The rest is waiting for a supplier's answer to "
        "question {w 17-24}."},
    {Part::context, "Between {w 4-5} neighbours we have written {w 4-5} assessments of the same "
        "product. They reach {w 2-3} different conclusions."},
    {Part::question, "^2 Do you accept each other's? We would love to."},
    {Part::question, "What made it quicker without making it worse?"},
    {Part::reply, "We begin with a twenty-minute call: owner, governance, supplier, CSO. {w 5-6} "
        "in ten of the questions get answered, and the form is filled in by the one who asks."},
    {Part::reply, "Regional template, one lead organisation, others add a page of local "
        "differences. {w 11-14} done that way. Needs a little trust and a tiny bit of money."},
    {Part::reply, "The safety and privacy assessments ask {w 14-18} of the same questions. Ours "
        "is now one form with two signatures."},
    {Part::reply, "Suppliers answer in days if the purchase order waits for it."},
    {Part::reply, "We stopped assessing changes that do not change purpose, people or place of "
        "data. A half-page says why. {w 35-45} % fewer."},
    {Part::reply, "Please do the section on *people's expectations* with people. We ask {w 8-10} "
        "patients over a sandwich. They are less worried than we are about sharing and more "
        "about selling."},
    {Part::point, "Date for review in the title."},
    {Part::point, "Put the risks in words a ward manager would use."},
    {Part::point, "Publish them. Nobody reads, all behave."},
    {Part::follow_up, "^r1 A twenty-minute call first. We did the first two this week, and one "
        "of them ended the project, which counts as quick."},
    {Part::update, "^r1 Median now {w 17-24} days, {since} later. I'd credit the call, and the "
        "purchase orders."},

    {Part::subject, "caldicott; govern records; caldicott-guardians ccio; any"},
    {Part::title, "^1 Caldicott question: <a relative who works here|access to a colleague's "
        "record>"},
    {Part::title, "^1 Staff looking at their own record: allow, warn or <discipline>?"},
    {Part::title, "Who looked? Audit of access that somebody reads"},
    {Part::title, "^2 Break-glass access: {w 200-500#caldicott1} a week"},
    {Part::context, "We get {w 3-5} reports a month of staff who looked up a neighbour, an "
        "ex-partner or a colleague on the sick. And {w 40-70} who looked at *themselves*, mostly "
        "for a blood result at 2 am."},
    {Part::context, "The system lets anybody open any record with a reason. {w "
        "260-480#caldicott1} a week do. {w 8-9} in ten of reasons are \"direct care\", {w 40-50} "
        "are a full stop."},
    {Part::question, "^1 What is your policy on one's own record, and is it kept?"},
    {Part::question, "How do you look at access without reading {w 8-11} million lines?"},
    {Part::reply, "^1 Own record: allowed through the portal like any patient, not through the "
        "clinical system. Since the portal shows results the same day the {w 50-60} a month "
        "became {w 4-6}."},
    {Part::reply, "We match surname, postcode and next of kin against the staff list each week. "
        "{w 14-20} lines to look at. Each gets a friendly call. It is known, and it halved in {w "
        "3-4} months."},
    {Part::reply, "Friendly calls first. {w 6-7} in ten have a good reason. The rest are told "
        "that we see it. Dismissals: {w 2-3} in {w 4-5} years."},
    {Part::reply, "^2 Break-glass reasons: choose from {w 5-6}, and your manager sees the list. "
        "Full stops vanished."},
    {Part::reply, "Patients can ask who looked, here. {w 30-40} a year do, most during a "
        "separation. It is hard reading for some."},
    {Part::reply, "^1 As a Guardian I'd say: ask what the person *needed*. The 2 am blood result "
        "is an anxious colleague, not a villain."},
    {Part::point, "Celebrities, staff, and the man from the local paper: a flag is itself a "
        "signal."},
    {Part::point, "Leavers' accounts appear in audits. Check."},
    {Part::point, "Tell people on day one, with an example."},
    {Part::follow_up, "^r6 The anxious colleague. Thank you. It changes how I shall write the "
        "letter."},

    {Part::subject, "disclosure; govern; caldicott-guardians cnio; any"},
    {Part::title, "^1 Police at the desk: who decides at <night|the weekend>?"},
    {Part::title, "^2 Request from a coroner, a council and a <solicitor|school> in one week"},
    {Part::title, "Sharing without consent: how do you record the reasoning?"},
    {Part::context, "At 02:30 an officer asks whether a man is in our emergency department and "
        "what he is wearing. The nurse in charge rings me. I'd like her to have had something "
        "better than my mobile number."},
    {Part::context, "Three requests this week, all reasonable, all urgent, all with the wrong "
        "form. I spent {w 6-9} hours, and I am meant to be a consultant in {specialty}."},
    {Part::question, "^1 What do your people have in hand at night?"},
    {Part::question, "How do you write down a decision so that it would stand up in two years?"},
    {Part::reply, "One laminated page: *who asks, under what power, for what, how little will "
        "do, who decides, write it here*. It's on the back of the door in ED. Calls to me at "
        "night from {w 5-6} a month to one."},
    {Part::reply, "Decision log with four lines: facts, options, what I decided, what would "
        "change my mind. {w 60-80} entries a year. I have been asked for two of them, in court "
        "once."},
    {Part::reply, "^1 Confirming presence is already disclosure. Our nurses say \"I will find "
        "out what I may tell you and ring you back at the station\". It also checks the officer."},
    {Part::reply, "^2 Schools: agree on *what*, once a year, with the council. Then the answer "
        "to each is quick."},
    {Part::reply, "The eighth principle, in my words: if in doubt, talk to another Guardian. I "
        "am glad to be rung."},
    {Part::reply, "^2 For solicitors: the form is a courtesy, the power is what counts."},
    {Part::point, "Write down refusals as well."},
    {Part::point, "The deceased: duty goes on."},
    {Part::point, "Less is nearly always enough."},
    {Part::follow_up, "^r2 \"What would change my mind\" is a wonderful fourth line. Into the "
        "log it goes."},

    {Part::subject, "isa; govern interop; caldicott-guardians cio ccio; icb"},
    {Part::title, "Information sharing agreements: {w 90-160#isa1} and nobody knows which are "
        "live"},
    {Part::title, "One agreement for the whole <system|region>: did it hold?"},
    {Part::title, "Joint controllers, {w 9-14} organisations, one lawyer each"},
    {Part::context, "Our register has {w 94-150#isa1} sharing agreements. {w 30-40} % have "
        "expired, {w 8-12} % are with organisations that no longer exist."},
    {Part::question, "Has a single framework agreement with short schedules worked? After the "
        "signing, I mean."},
    {Part::question, "How did you get {w 140-190} GP practices to sign?"},
    {Part::reply, "One framework, {w 60-75} schedules of a page each. {w 13-17} months to sign, "
        "since then a new use takes {w 3-4} weeks rather than {w 7-9} months."},
    {Part::reply, "Practices: by an online form with one click, a webinar at 12:30 and the "
        "support of the local committee. {w 88-94} % in {w 5-6} weeks. For the rest we drove "
        "round."},
    {Part::reply, "The lawyers agreed in {w 2-3} hours once they were in a room without us."},
    {Part::reply, "An agreement is not a basis. Ours gives no permission, it describes. It took "
        "{w 2-3} years to unlearn."},
    {Part::reply, "Delete the expired. If somebody shouts then renew it. No one shouted for {w "
        "27-33} of {w 35-40}."},
    {Part::point, "Put the data flow as a picture."},
    {Part::point, "Review when purpose changes, not on a birthday."},
    {Part::follow_up, "^r1 One page schedules. May I see one with the names out?"},

    {Part::subject, "sar; govern records; caldicott-guardians cio wider; any"},
    {Part::title, "Subject access requests: {w 220-410} a month and rising"},
    {Part::title, "Redaction of third parties: by hand, by machine, by <prayer|weekend>?"},
    {Part::title, "Subject access and emails: where do you stop?"},
    {Part::context, "Requests are up {w 30-45} % in two years, {w 6-7} in ten from solicitors. "
        "Each is {w 300-900} pages. Redaction takes a band 4 {w 2-4} hours."},
    {Part::question, "Has software helped with redaction? We trialled one that removed every "
        "Grace and every Rose, including the ward."},
    {Part::question, "Do you let the portal answer part of it?"},
    {Part::reply, "Portal first: \"you can see it there now\". {w 3-4} in ten withdrew. The "
        "solicitors didn't."},
    {Part::reply, "Software finds {w 85-90} % of third parties. The remaining ones are the ones "
        "that hurt. We use it for the first pass and a person for the second."},
    {Part::reply, "In mental health each needs a clinician for serious harm. {w 20-40} minutes. "
        "We've job planned {0.5-1.0} session between two."},
    {Part::reply, "Ask what they want. By phone, kindly. {w 4-5} in ten want one letter."},
    {Part::reply, "Emails: we search the mailboxes that the person names. It has been accepted "
        "so far."},
    {Part::point, "Audio is coming. Be ready."},
    {Part::point, "Number the pages."},
    {Part::point, "A patient is entitled to a sane page order."},
    {Part::follow_up, "^r4 Asked {w 20-25} people by phone what they wanted. {w 9-12} of them: "
        "one letter or one date. Thank you."},

    {Part::subject, "retention; govern records; caldicott-guardians cio wider; any"},
    {Part::title, "^1 Retention in the EPR: has anybody <actually deleted|destroyed> anything?"},
    {Part::title, "^2 Shared mailboxes with clinical content: {w 320-680#retention1} of them"},
    {Part::title, "^1 The right to erasure and a medical record"},
    {Part::context, "The schedule says {w 8-10} years. The EPR says for ever. {w 3-4} suppliers "
        "tell me that deletion is \"not in the current roadmap\"."},
    {Part::question, "^1 Has somebody really deleted, by rule, in a live record?"},
    {Part::question, "^2 Shared mailboxes with patients in them: what now?"},
    {Part::reply, "^1 We have, in one departmental system. {w 41-58},000 records, {w 4-5} "
        "signatures and {w 2-3} restores to prove we could. It took a year. Nobody celebrated."},
    {Part::reply, "^1 Archive, restrict access, log. It's not deletion and we say so in the "
        "register. The regulator's visit found it reasonable."},
    {Part::reply, "^2 Mailboxes: closed after {w 12-18} months without an owner. {w 290-340} "
        "went. {w 2-3} people rang."},
    {Part::reply, "^1 A hold list is needed before any deletion. Inquiries last decades."},
    {Part::reply, "^1 For erasure requests: explain, restrict, add the patient's statement. It "
        "satisfies most."},
    {Part::point, "Backups have their own clock."},
    {Part::point, "Test data made from real data: find it."},
    {Part::follow_up, "^r1 A year, for one system. Right. I shall plan for two, then."},
    {Part::context, "We have {w 320-680#retention1} shared mailboxes with clinical content. "
        "About a third have no owner, and some go back to {2006-2010}."},
    {Part::reply, "^2 Ask each owner to choose: record, archive or delete, by a date. Silence "
        "counts as archive, locked. {w 3-4} in 5 answered."},

    {Part::subject, "research; data govern; clinical-informatics ccio caldicott-guardians cio; "
        "any"},
    {Part::title, "^1 Secure data environments: has a <trust|local> team got an answer out yet?"},
    {Part::title, "^1 Research data requests: {w 5-9#research1} months to a first table"},
    {Part::title, "^2 Trial recruitment from the EPR: {w 3-4#research2} eligible, {w "
        "80-120#research3} alerts"},
    {Part::context, "Our researchers wait {w 5-9#research1} months for data. They have started "
        "to collect it again by hand, with a student, in a spreadsheet, which is worse for "
        "everybody."},
    {Part::context, "Our trial alert fired {w 90-120#research3} times for {w 3-4#research2} "
        "recruits. The pop-up is hated, and the trial nurse is now hated too, unjustly."},
    {Part::question, "^1 How do you do feasibility counts, at least, in a week?"},
    {Part::question, "What do you say to patients, and have you asked them?"},
    {Part::reply, "^1 Counts: a self-service tool, numbers under {w 5-7} hidden, any registered "
        "researcher. {w 2-3} hundred queries a month. Most ideas die there, cheaply."},
    {Part::reply, "^1 The committee meets every fortnight rather than quarterly, with a fixed "
        "form of {w 2-3} pages. Median {w 5-6} weeks."},
    {Part::reply, "^2 No alerts. A list for the trial nurse each morning. {w 11-16} recruits a "
        "month rather than {w 3-4}."},
    {Part::reply, "^1 Opt-out is {w 3-4} % overall and {w 9-12} % in some practices. Those are "
        "not missing at random, and every paper should say so."},
    {Part::reply, "We asked {w 30-40} people in a library. They wanted three things: no selling, "
        "somebody local on the committee, and to be told what came of it. The last we had never "
        "done."},
    {Part::reply, "^1 Environments are good; data *definitions* are the work. {w 4-5} "
        "definitions of \"admission\" before lunch."},
    {Part::point, "Publish what you refuse."},
    {Part::point, "Return cleaned data to the trust. Please."},
    {Part::point, "Cost recovery: be modest or they will go round you."},
    {Part::follow_up, "^r3 A list in the morning. The trial nurse will be so relieved. So will I."},
};

}  // namespace

std::span<const Line> material_governance() {
    return lines;
}

}  // namespace demo
