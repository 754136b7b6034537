#pragma once
// The roll as people see it: joining, applying, deciding, who belongs, and where one works.

#include "features/membership/applications.h"
#include "features/membership/letters.h"
#include "features/networks/feature.h"
#include "features/organisations/feature.h"
#include "platform/kit/feature.h"
#include "platform/kit/today.h"
#include "platform/web/form.h"
#include "platform/web/parts.h"

namespace membership {

void joining_routes(web::Routes& site, const Mailing& mailing);
void invitation_routes(web::Routes& site);
// What a press says yes to, besides: within its form, for it says which words they are.
html::Html consented_words(const web::Call& call);
rule::Shown shown_on(const web::Call& call);
void applying_routes(web::Routes& site, const organisations::DirectoryPtr& directory);
void deciding_routes(web::Routes& site);
void document_routes(web::Routes& site, const Mailing& mailing);
void sponsor_routes(web::Routes& site);
void roll_routes(web::Routes& site);
void position_routes(web::Routes& site, const organisations::DirectoryPtr& directory);

std::vector<web::MenuEntry> menu(web::Call& call);
std::vector<kit::TodayPart> today_parts(web::Call& call);

// ---- parts ----

// Whether the actor decides in some network, be it one that they lead.
bool decides_anywhere(const identity::Actor& actor);
std::vector<web::Choice> category_choices();  // that can be given: all but a sponsor's
// One of those that one can apply as, each with what it means.
html::Html category_part(const web::Call& call, const web::FieldFace& face,
                         std::string_view chosen);
std::vector<web::Choice> network_choices(const web::Call& call);
html::Html state_of(const Application& application);
// A name beside other words, which one written from right to left does not turn around.
html::Html name_of(std::string_view name);
// "CCIO, Royal Free London NHS Foundation Trust"
std::string place_line(const Filed& filed);
html::Html evidence_part(const web::Call& call, const Filed& filed);
// The documents of an application, with what its person may do to them.
html::Html documents_part(const web::Call& call, const Filed& filed);

// Asks for a reason, which the person concerned reads.
web::Form<RefusalDraft> reason_form(std::string label, std::string hint);
html::Html form_to(const web::Call& call, const std::string& path, const html::Html& fields,
                   std::string_view button);

// Of a membership, be it in a network or a sponsor contact's: its last day as it is entered, and
// until when it lasts, and how its end is asked for and told.
web::FieldFace last_day_face();
std::string last_day_of(const Member& member);  // "2027-03-31"; "" where there is none
std::string until_words(const Member& member);  // "until 31 March 2027"; ""
web::Form<RefusalDraft> member_ending_form();
html::Html way_to_end(const std::string& path, std::string_view words);  // from its own page
html::Html ending_part(const web::Call& call, const std::string& path);
html::Html ended_words(const Member& member);

// What is said to officers where Applications::without_officer() has something.
kit::Waiting appeal_without_officer();

// How long somebody has waited, and until when they should hear.
html::Html clock_of(const web::Call& call, base::Instant asked);
html::Html fact(std::string_view name, const std::string& value);  // of a list of facts
// "on 8 June 2027 at 08:57".
std::string moment_of(const web::Call& call, base::Instant at);

}  // namespace membership
