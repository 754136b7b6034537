// The word lists behind the slots. Every supplier is invented.
#include "demo/material.h"

namespace demo {
namespace {

using Word = std::string_view;

constexpr Word list_ward[] = {
    "acute medical unit", "surgical assessment unit", "stroke ward", "frailty ward",
    "orthopaedic ward", "respiratory ward", "cardiology ward", "gastroenterology ward",
    "day surgery unit", "discharge lounge", "renal ward", "oncology day unit", "neonatal unit",
    "high dependency unit", "rehabilitation ward", "short stay unit", "paediatric ward",
    "vascular ward", "older people's ward", "trauma ward", "coronary care unit",
    "haematology ward"};

constexpr Word list_specialty[] = {
    "cardiology", "rheumatology", "dermatology", "respiratory medicine", "gastroenterology",
    "orthopaedics", "urology", "gynaecology", "paediatrics", "neurology", "diabetes",
    "ophthalmology", "renal medicine", "stroke medicine", "haematology", "palliative care",
    "vascular surgery", "maternity", "therapies", "older people's care", "general surgery",
    "radiology", "anaesthetics", "audiology"};

constexpr Word list_exec[] = {
    "medical director", "chief nurse", "chief executive", "finance director",
    "chief operating officer", "director of nursing", "deputy chief executive",
    "chair of the quality committee"};

constexpr Word list_role[] = {
    "CIO", "head of IT", "director of digital"};

constexpr Word list_colleague[] = {
    "ward clerk", "charge nurse", "discharge coordinator", "resident doctor", "pharmacist",
    "ward sister", "healthcare support worker", "medical secretary", "porter", "site manager",
    "staff nurse", "physiotherapist", "bed manager", "switchboard operator"};

constexpr Word list_month[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"};

constexpr Word list_day[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};

constexpr Word list_supplier[] = {
    "Quillmere", "Tarnbrook", "Halewind Clinical", "Orrinfold", "Brackenfold", "Silverdrift",
    "Larkfen Systems", "Wrenlight", "Corvane Health", "Thistlecote", "Marlpit Digital", "Norwold",
    "Pinderwick Software", "Ottercombe", "Dovebeck Care"};

constexpr Word list_product[] = {
    "maternity records", "theatre scheduling", "e-rostering", "vital signs", "single sign-on",
    "patient flow", "digital dictation", "order communications", "virtual wards",
    "outpatient letters", "clinical photography", "pathology ordering", "consent forms",
    "the patient portal", "mortuary records", "community scheduling"};

constexpr Word list_topic[] = {
    "ambient voice", "clinical safety on a small budget", "nursing documentation",
    "shared care records", "community prescribing", "virtual wards", "data quality",
    "patient portals", "downtime drills", "digital inclusion", "terminology", "barcode scanning",
    "AI governance", "job plans", "superusers", "release management", "records retention",
    "video interpreting", "outpatient letters", "single sign-on", "discharge summaries",
    "alert fatigue", "maternity records", "mental health records", "theatre lists",
    "cyber exercises", "subject access", "patient-reported outcomes", "e-observations",
    "handover", "digital skills", "care home links"};

constexpr Word list_score[] = {
    "early warning scores", "kidney injury alerts", "frailty scores", "falls scores"};

constexpr Word list_a_score[] = {
    "a kidney injury score", "a frailty score", "an early warning score", "a falls score",
    "a nutrition score"};

constexpr Word list_cancer[] = {
    "colorectal", "breast", "lung", "urology", "head and neck", "gynaecology", "skin"};

constexpr Word list_a_trainee[] = {
    "a registrar in anaesthetics", "a band 6 physiotherapist", "a GP trainee",
    "a hospital pharmacist", "a paediatric nurse", "a radiographer", "a registrar in geriatrics",
    "a community midwife", "a staff nurse in critical care", "a specialist trainee in psychiatry"};

constexpr Word list_trade[] = {
    "physiotherapist", "nurse", "pharmacist", "radiographer", "paramedic", "midwife",
    "general practitioner", "anaesthetist", "dietitian", "biomedical scientist", "ward clerk",
    "occupational therapist", "psychiatrist", "health visitor", "librarian",
    "speech and language therapist", "geriatrician", "healthcare scientist",
    "pharmacy technician", "software tester", "chef", "teacher"};

constexpr Word list_form[] = {
    "admission form", "discharge checklist", "falls form", "consent form", "wound chart",
    "referral form", "transfer form", "fluid chart", "thrombosis form", "handover form",
    "swallow chart", "property form", "pain chart", "nutrition chart", "cannula form"};

constexpr Word list_thing[] = {
    "a bring-your-own-device policy", "a clinical safety officer job description",
    "a script for a downtime drill", "a template for a hazard workshop",
    "a standard reply to unsolicited suppliers", "a smartcard amnesty poster",
    "an induction slide on information governance", "a digital strategy on one page",
    "a data quality charter", "a superuser role description",
    "a policy on photographs taken by staff", "a go/no-go checklist",
    "a letter inviting patients to a portal", "a consent sentence for ambient tools",
    "a naming rule for test patients", "a statement on shared mailboxes",
    "terms of reference for a design authority", "a one-page DPIA for pilots",
    "an exit plan for a departmental system", "a business continuity plan that fits a clipboard",
    "a charter for release notes", "a job plan for a deputy CCIO",
    "a digital induction for residents", "an easy-read notice on data sharing",
    "a policy on generative AI", "a safety case for a spreadsheet", "a leaflet on video clinics",
    "a risk assessment for personal phones", "an agenda for a clinical design group",
    "a letter to manufacturers about old operating systems"};

constexpr Word list_thing2[] = {
    "printing the drug chart before theatre", "asking for religion twice",
    "two signatures on the valuables form", "faxing the list to the kitchen",
    "a cover sheet on each discharge letter", "writing the bed number in the notes",
    "ringing the laboratory to say that a sample is coming", "keeping the carbon copy",
    "a password that changes every 42 days", "the pink sheet", "logging out at lunch",
    "a stamp on the referral", "initials beside every printed page", "weighing on Sundays",
    "copying the consent form for the anaesthetist", "the second fax machine",
    "numbering the nursing notes by hand", "asking for the GP's address",
    "a paper diary for theatre", "printing results that are on the screen",
    "a signature for each wristband", "the form that goes with the form",
    "closing the clinic at 16:12", "the yellow folder at the bed end",
    "emailing the bed state to forty people"};

constexpr Word list_thing3[] = {
    "label printers", "test patients", "mandatory fields", "chargers", "release notes",
    "wristbands", "generic log-ins", "training rooms", "spare keyboards", "interface queues",
    "night cover", "handover sheets", "user groups", "data extracts", "wall screens",
    "barcode scanners", "log-in times", "paper forms", "downtime boxes", "old order sets"};

struct WordList {
    Word slot;
    std::span<const Word> words;
};

constexpr WordList lists[] = {
    {"ward", list_ward},
    {"specialty", list_specialty},
    {"exec", list_exec},
    {"role", list_role},
    {"colleague", list_colleague},
    {"month", list_month},
    {"day", list_day},
    {"supplier", list_supplier},
    {"product", list_product},
    {"topic", list_topic},
    {"score", list_score},
    {"a score", list_a_score},
    {"cancer", list_cancer},
    {"a trainee", list_a_trainee},
    {"trade", list_trade},
    {"form", list_form},
    {"thing", list_thing},
    {"thing2", list_thing2},
    {"thing3", list_thing3},
    {"specialty2", list_specialty},
};

}  // namespace

std::span<const std::string_view> words(std::string_view slot) {
    for (const WordList& list : lists)
        if (list.slot == slot) return list.words;
    return {};
}

}  // namespace demo
