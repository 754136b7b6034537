#include "features/linter/word_lists.h"

#include "features/linter/combination_words.h"

namespace linter {

namespace {

struct List {
    Trait trait;
    std::string_view words;
};

constexpr List lists[] = {
    {Trait::title,
     "dr prof professor mr mrs ms miss mx sir dame lord lady baroness sister matron rev "
     "reverend doctor drs messrs nurse brother father judge cllr councillor "},
    {Trait::season,
     "january february march april may june july august september october november "
     "december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr "
     "jun jul aug sept sep oct nov dec easter christmas "},
    {Trait::proper,
     "english welsh french german irish scottish scotch british european american indian "
     "chinese england britain ireland scotland wales france germany spain italy india "
     "china america europe israel chad georgia kenya cuba malta cyprus epic cerner oracle "
     "lorenzo rio nervecentre emis allscripts millennium meditech orion athena alexa siri "
     "java python excel tableau jira apache docker chatham caldicott darzi wachter topol "
     "goldacre ockenden kirkup marmot gartner parkinson alzheimer crohn hodgkin marfan "
     "cushing huntington raynaud asperger tourette sjogren apgar waterlow glasgow bristol "
     "bayes pareto gaussian likert donabedian kotter maslow kanban microsoft google apple "
     "amazon salesforce servicenow philips siemens dedalus altera medway pascal eclipse "
     "cloudflare fitbit garmin dell lenovo ascom imprivata crowdstrike fujitsu accenture "
     "deloitte kpmg michaelmas "},
    {Trait::particle,
     "van von der den de del della di da dos du la le el al bin ibn abu ap ter ten af av "
     "st o mac mc y e "},
    {Trait::deed,
     "said says say told tells asked asks thinks thought explained explains argued argues "
     "noted mentioned mentions suggested suggests replied replies answered agreed agrees "
     "disagreed disagrees wrote writes emailed emails phoned rang texted messaged reckons "
     "reckoned believes believed feels felt wants wanted admitted admits confirmed "
     "confirms warned warns recalled recalls remembered remembers described describes "
     "presented presents chaired chairs joined joins spoke speaks insisted insists joked "
     "laughed nodded smiled apologised complained commented remarked responded responds "
     "stressed observed stated volunteered promised reminded reminds thanked thanks "
     "invited summarised summarises proposed proposes resigned retired knows knew heard "
     "saw hates loves likes prefers preferred hoped worried doubted wondered disputed "
     "echoed seconded objected concluded questioned clarified quipped shrugged sighed sits "
     "attended dialled urged persuaded convinced "},
    {Trait::act,
     "accepted added adds brought built came challenged chipped closed comments countered "
     "covered covers dated decided demonstrated designed did does doubts flagged found "
     "gave handed has helped interrupted introduced kept know leads led left lived lives "
     "lost made managed manages moved notes offered opened pointed pushed put qualified "
     "queried queries raised raises ran refused reported reports runs sat set shared "
     "shares showed started states stepped stood studied took trained tried went worked "
     "works worries keeps sends sent rings calls called swears swore comes goes gets got "
     "gives makes takes holds held drives drove teaches taught forgot forgets finds hears sees "
     "moans moaned complains grumbles grumbled whispered whispers shouted shouts swapped swaps "
     "carried carries promised signed signs drafted drafts approved approves booked fixed fixes "
     "broke leaves arrived arrives waited waits needed spent buys bought owes owed learned learnt "
     "tested tests reviewed checked checks retires resigns laughs cries cried volunteers "
     "speaks persuaded persuades convinces rolled spotted spots noticed notices won kicked kicks "
     "steps walked walks sang slept missed misses quits quit texts talked talks visited "
     "visits drew worried understood understands assumed assumes decides hopes cares cared "},
    {Trait::determiner,
     "the a an this that these those our your their his her its my every each any some no "
     "another such which what whose both either neither all one two three more most many "
     "much few several per "},
    {Trait::preposition,
     "to from with by for at on in of about after before between against without within "
     "through during like unlike via than as when if because since while whereas although "
     "though until once where and but or nor so yet then ask tell thank thanks see contact "
     "meet email call follow credit invite involve include including let both even perhaps "
     "maybe only also today yesterday tomorrow later earlier last next however whenever "
     "did does do is was has had can could would should will may might must are were why "
     "how who chair apologies present ring phone text message try catch add remind chase "
     "nudge trust poor dear old bring give blame nominate copy forgive credit "},
    {Trait::eponymous,
     "disease syndrome palsy chorea contracture lymphoma thyroiditis sign scale stain "
     "manoeuvre maneuver law principle principles guardian guardians criteria "
     "classification index theorem nomogram ulcer oesophagus esophagus fracture road "
     "street avenue lane close crescent ward wards wing building theatre university "
     "college school academy airport station stadium council county park line clinic "
     "inquiry fund prize medal lecture award trust foundation hospital hospitals house "
     "hall court square centre unit suite gate bridge test charter institute method effect "
     "chart score codes code "},
    {Trait::body,
     "hospital hospitals infirmary trust icb ft hospice board centre service healthcare "},
    {Trait::filler,
     "nhs university teaching general district royal community mental health healthcare "
     "acute foundation care county city national north south east west northern southern "
     "eastern western central integrated partnership children childrens women womens "
     "specialist ambulance hospital hospitals group local regional social services service "
     "united mid greater upper lower medical centre system systems board trust primary "
     "secondary tertiary private public academic science sciences orthopaedic eye heart "
     "cancer dental day cottage field learning disability digital england great "},
    {Trait::jargon,
     "ref rem rpc rwe rtf ras rna rat ran rap rep ren rfw red it ai gp ed hr pr uk us eu "
     "qa qi ig cd md id pc tv ok am pm bi bmj nhs icu itu hdu nicu picu mdt epr ehr emr "
     "pas lims ris pacs epma cpoe cds cdss dcb dpia dspt dpo siro ciso cso ccio cio cnio "
     "cmio cto cdo cdio coo ceo cfo cno cmo ceos ccios cios cnios cqc nice mhra hsib hssib "
     "bma rcn rcp rcgp rcs rcem gmc nmc hcpc gphc ndg ico hdr nihr mrc api apis fhir hl "
     "snomed icd opcs loinc dicom sso mfa vpn rfid gdpr foi pid poc rfi rfp itt kpi kpis "
     "okr roi fte wte hee hei ics icss icb icbs pcn pcns ccg ccgs sha pct pcts csu csus "
     "ahsn crn ods odt pds nems scr gpc ers hie ihe xds sds cis sus hes ecds mesh pbr crs "
     "npfit lho lhb hb tb gb mb kb cpu gpu ram ssd usb pdf csv xml json html css sql aws "
     "gcp url dns ip lan wan wifi sms app ux ui cx rca psirf datix sbar news mews must vte "
     "dvt pe mi cva ms hiv mrsa cdiff covid sars flu ecg ekg eeg mri ct pet bp bmi gcs prn "
     "stat iv im sc po npo nbm dnr dnacpr tto ttos adt aed ae sdec amu mau sau eau ccu "
     "cath lab labs ot pt slt ahp ahps hca hcas sho fy st spr cpd rtt dta los pts pta cip "
     "capex opex tco sla slas lts pmo prince agile scrum raci raid rag swot pest mvp uat "
     "fat sit bau dr bcp itil cab rfc soc siem edr xdr mdm byod vdi cad iso iec bsi wcag "
     "w3c gds dsp ndsa ndoo ndop npex pathlab llm llms ml nlp rpa ocr iot chc dols mca "
     "ncepod cquin qof qipp cnst nrls leder camhs iapt cmht crisis eip pals phe ukhsa oft "
     "tbc tba tbd eta fyi asap aob ps nb eg ie etc vs re fw cc bcc faq faqs qr ha hm mp "
     "mps lord phd msc bsc mba obe mbe frcp mrcp rn rm ba ma et al dna dob nok mrn nin uid "
     "hdd os bst gmt utc usa eea who un bbc itv hsj bcs fci fedip himss dhi nhsx nhsmail "
     "cis2 hscn n3 tpp emis vision ardens accurx egton gpit gpsoc lhcr lhcre shcr shcrs "
     "tie tif rie etl dwh edw sitrep sitreps opel tcs tc "},
    {Trait::modal, "will may can must might shall would should could "},
    {Trait::auxiliary, "is was has had does did isnt wasnt hasnt hadnt doesnt didnt "},
    {Trait::greeting,
     "best yours love hi hello dear hey thanks thank cheers regards wishes sincerely "
     "welcome congratulations morning afternoon evening well yes no sorry apologies "
     "goodbye bye kudos credit "},
    {Trait::small, "and of the for on in upon at "},
    {Trait::pronoun, "i we he she they you it me us him them "},
    {Trait::office,
     "chancellor speaker president minister justice mayor chair chairman chairwoman "
     "secretary lieutenant advocate bishop commissioner provost of and the who right madam "
     "sir universe usa england "},
    {Trait::lead,
     "ext extn extension extensions bleep bleeps beep pager dect tel telephone phone "
     "mobile mob call ring dial fax landline switchboard whatsapp github gitlab twitter "
     "linkedin mastodon bluesky bsky instagram slack discord skype telegram facebook orcid "
     "threads tiktok youtube reddit signal futurenhs x username handle "},
};

}  // namespace

Words language() {
    Words words;
    words.mark(ordinary_words(), Trait::ordinary);
    words.mark(more_ordinary_words(), Trait::ordinary);
    for (const List& list : lists) words.mark(list.words, list.trait);
    mark_places(words);
    return words;
}

}  // namespace linter
