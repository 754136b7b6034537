#include "app/demo.h"

#include "app/demo_cases.h"
#include "app/demo_directory.h"
#include "demo/community.h"
#include "features/forum/forum.h"
#include "features/membership/membership.h"
#include "features/notices/feature.h"
#include "features/offices/offices.h"
#include "features/people/people.h"
#include "features/rule/rule.h"
#include "platform/base/text.h"
#include "platform/identity/identity.h"
#include "platform/mail/outbox.h"
#include "platform/web/community.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::size_t rows_a_transaction = 250;
constexpr identity::LinkTerms link_terms{base::hours(24), identity::Assurance::two_factors};

// Carries out `each` for 0 … count - 1, a few hundred in one transaction.
void in_parts(sql::Database& database, std::size_t count, std::string_view what,
              const Progress& progress, const std::function<void(sql::Tx&, std::size_t)>& each) {
    for (std::size_t from = 0; from < count; from += rows_a_transaction) {
        const std::size_t to = std::min(count, from + rows_a_transaction);
        database.write([&](sql::Tx& tx) {
            for (std::size_t i = from; i < to; ++i) each(tx, i);
        });
        progress(what, static_cast<std::int64_t>(to), static_cast<std::int64_t>(count));
    }
}

void found_networks(sql::Tx& tx, Grown& grown) {
    const Actor worker = Actor::worker("demo");
    const record::Floor floor{tx, worker, grown.now};
    networks::Networks networks(floor);
    for (const demo::Network& network : grown.community.networks) {
        const auto founded = networks.found({.slug = network.slug,
                                             .name = network.name,
                                             .short_name = network.short_name,
                                             .purpose = network.purpose,
                                             .glyph = network.glyph,
                                             .colour = network.colour,
                                             .who_for = network.who_for,
                                             .needs = network.needs,
                                             .place = network.place,
                                             .panel_size = std::to_string(network.panel_size),
                                             .coverage = network.has_role_at_trusts ? "trusts"
                                                                                    : "none"});
        grown.networks.push_back(founded.value());
        grown.network_audiences.push_back(founded.value().audience);
        auto& areas = grown.areas.emplace_back();
        for (const demo::Area& area : network.areas) {
            const auto opened =
                networks.open_area(*founded, {area.slug, area.name, area.purpose});
            areas.push_back(opened.value());
        }
    }
}

// Role holders have said where they work, and most were verified; the others wait for their chairs.
void hold_position(sql::Tx& tx, const Grown& grown, std::size_t index) {
    const demo::Person& person = grown.community.people[index];
    const std::string network = network_of_role(person.role);
    if (network.empty()) return;
    constexpr std::size_t one_waits_in = 40, days_before_max = 4'000;
    const bool waits = index % one_waits_in == 7;
    const Actor actor = grown.actor(index);
    const base::Instant joined = grown.ago(person.joined_ago_s);
    const auto before = base::days{static_cast<int>(index * 397 % days_before_max)};
    const base::Instant said = waits ? grown.ago(3'600 + static_cast<std::int64_t>(index) * 60)
                                     : joined;
    const auto claimed = membership::Membership(record::Floor{tx, actor, said})
                             .claim({.organisation = grown.organisations[person.organisation],
                                     .network = network,
                                     .title = person.role,
                                     .began = base::iso_day(
                                         std::chrono::floor<base::days>(joined) - before),
                                     .evidence = "The board page of our organisation names me."});
    if (!claimed) throw std::runtime_error("demo: " + claimed.error().sentence);
    if (waits) return;
    const Actor worker = Actor::worker("demo");
    membership::Membership roll(record::Floor{tx, worker, said});
    (void)roll.verify(roll.position(*claimed));
}

// As what somebody of that role belongs to a network.
membership::Category category_in(const demo::Network& network, const std::string& role) {
    using membership::Category;
    if (network.place == "abroad") return Category::international;
    if (network.slug == network_of_role(role)) return Category::full;
    if (network.needs == "role") return Category::deputy;
    return network.slug == "wider" ? Category::wider : Category::specialist;
}

void enrol(const Grown& grown, sql::Tx& tx, PersonId person, std::size_t network,
           membership::Category category, base::Instant at) {
    const Actor worker = Actor::worker("demo");
    const record::Floor floor{tx, worker, at};
    const auto enrolled = membership::Roll(floor).enrol(person, grown.networks[network], category);
    if (!enrolled) throw std::runtime_error("demo: " + enrolled.error().sentence);
}

// Enrolled, and in: they accepted the first text of the Rule.
void let_in(const Grown& grown, sql::Tx& tx, PersonId person, std::size_t network,
            membership::Category category, base::Instant at) {
    enrol(grown, tx, person, network, category, at);
    const Actor actor = Actor::person(
        {.id = person, .audiences = {grown.network_audiences[network].value}});
    const auto entered = rule::Acceptance(record::Floor{tx, actor, at})
                             .enter(grown.networks[network], {.text = "1", .addition = "0"});
    if (!entered) throw std::runtime_error("demo: " + entered.error().sentence);
}

// Within the last year nearly everybody has said that all is still so; the first night asks the
// others, as far as they have been here for a year.
void confirm(sql::Tx& tx, const Grown& grown, std::size_t index) {
    constexpr std::size_t days_ago_max = 330, one_is_asked_in = 60;
    if (index % one_is_asked_in == 31) return;
    const Actor actor = grown.actor(index);
    const auto ago = base::days{static_cast<int>(index * 37 % days_ago_max)};
    membership::Review(record::Floor{tx, actor, grown.now - ago}).confirm();
}

constexpr std::array things_done = {
    "Two EPR go-lives",   "Bar-coded medicines",  "Virtual wards",      "Shared care record",
    "Downtime planning",  "DCB0129 safety cases", "Ambient voice",      "Digital maternity notes",
    "Patient portal",     "Single sign-on",       "Clinical coding",    "AI assurance",
    "Staff rostering",    "Paper-light wards",    "Order sets",         "Training by simulation",
};
constexpr std::array systems_used = {
    "Rowan EPR",       "Linnet PAS",   "Kestrel prescribing", "Heron imaging",
    "Sedge pathology", "Plover notes", "Teal maternity",      "Wren community",
};

// Two in three say what they have done and which systems they use; some hide a part of it.
void introduce(sql::Tx& tx, const Grown& grown, std::size_t index) {
    if (index % 3 == 2) return;
    const auto done = [&](std::size_t n) {
        return std::string(things_done[(index * 7 + index / 11 + n * 5) % things_done.size()]);
    };
    const Actor actor = grown.actor(index);
    const auto saved =
        people::People(record::Floor{tx, actor, grown.ago(3'600)})
            .save({.about = "",
                   .interests = done(0) + (index % 2 == 0 ? "\n" + done(1) : ""),
                   .systems = systems_used[(index * 5 + index / 7) % systems_used.size()],
                   .mentors = index % 5 == 0 ? "yes" : "",
                   .receives = index % 7 == 0 ? "yes" : "",
                   .see_name = index % 60 == 13 ? "networks" : "members",
                   .see_work = "members",
                   .see_networks = "members",
                   .see_about = "members",
                   .see_interests = "members",
                   .see_systems = index % 4 == 1 ? "networks" : "members"});
    if (!saved) throw std::runtime_error("demo: " + saved.error().sentence);
}

void admit(sql::Tx& tx, Grown& grown, std::size_t index) {
    const demo::Person& person = grown.community.people[index];
    const auto& organisation = grown.community.organisations[person.organisation];
    const PersonId id = identity::store::add_person(
        tx, {.name = person.name,
             .handle = person.handle,
             .role_line = person.role + ", " + organisation.name,
             .email = person.email,
             .joined = grown.ago(person.joined_ago_s)});
    grown.persons[index] = id;
    auto& audiences = grown.audiences[index];
    audiences.clear();  // the transaction may run again
    for (std::size_t n = 0; n < grown.community.networks.size(); ++n) {
        const auto& slug = grown.community.networks[n].slug;
        if (std::ranges::find(person.networks, slug) == person.networks.end()) continue;
        let_in(grown, tx, id, n, category_in(grown.community.networks[n], person.role),
              grown.ago(person.joined_ago_s));
        audiences.push_back(grown.network_audiences[n].value);
    }
    std::ranges::sort(audiences);
    confirm(tx, grown, index);
    hold_position(tx, grown, index);
    introduce(tx, grown, index);
}

constexpr std::size_t first_members = 40, chair_of_ccio = 1;
constexpr std::string_view first_notice = R"(Welcome to the CCIO network.

- Ask in the area that fits: somebody has met it before.
- What you read here you may use. Say neither who said it nor where they work.
- Once a year we ask whether what we have of you is still so. One press answers.

What should we talk about first? **Write it in the forum.**)";

// From its chair to the network while it was young, so long ago that its few letters are forgotten:
// the demo writes to nobody.
void write_notice(sql::Tx& tx, const Grown& grown) {
    const auto& ccio = grown.networks[0];
    const PersonId chair = grown.persons[chair_of_ccio];
    const Actor actor = Actor::person({.id = chair,
                                       .roles = {{"chair", ccio.audience}},
                                       .audiences = {ccio.audience.value},
                                       .rights = {{{notices::write_notices, ccio.audience}}}});
    const record::Floor floor{tx, actor, grown.now - mail::letters_kept - base::days(30)};
    notices::Notices notices(floor);
    const auto draft = notices.draft(ccio, {"How we work here", std::string(first_notice)});
    if (!draft) throw std::runtime_error("demo: " + draft.error().sentence);
    const auto sent = notices.send(ccio, notices.notice(ccio, *draft));
    if (!sent) return;  // in a tiny demo nobody belongs yet
    notices::queue_letters(floor, {{"notice", sent->value}, {"after", 0}},
                           {.gate = gate(), .base_url = ""});
    mail::purge(tx, grown.now - mail::letters_kept);
}

void react(sql::Tx& tx, const Grown& grown, forum::PostId post, const demo::Post& said) {
    const auto press = [&](const std::vector<std::size_t>& people, forum::Reaction reaction) {
        for (const std::size_t person : people) {
            const Actor actor = grown.actor(person);
            forum::Forum forum(record::Floor{tx, actor, grown.ago(said.ago_s)});
            (void)forum.react(forum.post(post), reaction);
        }
    };
    press(said.thanked_by, forum::Reaction::thanks);
    press(said.found_useful_by, forum::Reaction::useful);
}

void say_topic(sql::Tx& tx, const Grown& grown, const demo::Topic& topic) {
    const auto audience = grown.network_audiences[topic.network];
    const auto& area = grown.areas[topic.network][topic.area];
    forum::TopicId id;
    for (const demo::Post& said : topic.posts) {
        const Actor actor = grown.actor(said.author);
        forum::Forum forum(record::Floor{tx, actor, grown.ago(said.ago_s)});
        if (!id) {
            const auto started = forum.start_topic(area, {topic.title, said.markdown});
            if (!started) throw std::runtime_error("demo: " + started.error().sentence);
            id = *started;
            const auto opening = posts_of(forum, forum.topic(id), 1, 1).front().id;
            react(tx, grown, opening, said);
            continue;
        }
        const auto replied = forum.reply(forum.topic(id), {said.markdown});
        if (!replied) throw std::runtime_error("demo: " + replied.error().sentence);
        react(tx, grown, *replied, said);
    }
    if (!topic.pinned && !topic.closed) return;
    Actor::Person chair;
    chair.id = grown.persons[topic.posts.front().author];
    chair.audiences = {audience.value};
    chair.rights.held.push_back({forum::moderate_forum, audience});
    const Actor actor = Actor::person(chair);
    const record::Floor floor{tx, actor, grown.ago(topic.posts.back().ago_s)};
    const forum::Forum forum(floor);
    forum::Moderation moderation(floor);
    forum::Ruling ruling(floor);
    if (topic.pinned) {
        (void)moderation.pin(forum.topic(id));
        (void)ruling.allow_naming(posts_of(forum, forum.topic(id), 1, 1).front(), true);
    }
    if (topic.closed) {
        (void)ruling.set_next(forum.topic(id), {"closed"});
        (void)moderation.close(forum.topic(id));
    }
}

struct Part {
    std::string_view role, label;
    std::size_t person;
    bool in_ccio_only;
};

constexpr std::array parts = {
    Part{"", "member", 0, false},
    Part{"chair", "chair", chair_of_ccio, true},
    Part{"moderator", "moderator", 2, false},
    Part{"returning_officer", "returning officer", 3, false},
    Part{"organiser", "organiser", 4, false},
    Part{"administrator", "administrator", 5, false},
    Part{"community_manager", "community manager", 6, false},
};

// Who is signed in first sees a day's news, not two years of it.
void begin_reading(sql::Tx& tx, const Grown& grown, std::size_t person) {
    constexpr int mentions_max = 1'000;
    const Actor actor = grown.actor(person);
    const base::Instant then = grown.now - base::hours(20);
    forum::Forum forum(record::Floor{tx, actor, then});
    forum.catch_up();
    for (const auto& mention : forum.unseen_mentions(mentions_max)) {
        if (mention.written > then) continue;
        forum.note_shown(forum.topic(mention.topic), {mention.number, mention.number});
    }
}

// Long ago, so that no letter tells of it.
bool appoint(sql::Tx& tx, const Grown& grown, PersonId person,
             const offices::AppointmentDraft& draft) {
    const Actor worker = Actor::worker("demo");
    const record::Floor floor{tx, worker, grown.now - base::days(200)};
    return offices::Offices(floor).appoint(person, draft).has_value();
}

// Those who lead a network: of its members who may stand, the first who play no other part.
void choose_leaders(sql::Tx& tx, const Grown& grown, std::size_t network) {
    constexpr std::size_t panel_shown_max = 4;
    const demo::Network& plan = grown.community.networks[network];
    const auto panel = static_cast<std::size_t>(grown.networks[network].panel_size);
    std::vector<std::string> wanted(std::min(panel, panel_shown_max), "panel_member");
    wanted.push_back("vice_chair");
    if (plan.slug != "ccio") wanted.push_back("chair");  // there it is one of the parts
    for (std::size_t i = parts.size(); i < grown.persons.size() && !wanted.empty(); ++i) {
        const demo::Person& person = grown.community.people[i];
        const auto rights = membership::face_of(category_in(plan, person.role)).rights;
        const bool belongs = std::ranges::find(person.networks, plan.slug) !=
                             person.networks.end();
        if (!belongs || !rights.stands) continue;
        if (appoint(tx, grown, grown.persons[i], {wanted.back(), plan.slug})) wanted.pop_back();
    }
}

// What the demo shows of elections and meetings has no office yet that opens anything.
void give_part(sql::Tx& tx, const Grown& grown, const Part& part) {
    const PersonId person = grown.persons[part.person];
    const std::string role(part.role);
    if (!offices::office_of(role)) return identity::store::give_role(tx, person, role, {});
    const std::string network = part.in_ccio_only ? grown.networks[0].slug : "";
    if (!appoint(tx, grown, person, {role, network})) {
        throw std::runtime_error("demo: nobody can be " + role);
    }
}

DemoPerson present(sql::Tx& tx, const Grown& grown, std::string_view label, std::string_view name,
                   PersonId person) {
    const auto row = identity::store::find_person(tx, person);
    return {std::string(label), std::string(name), row->email,
            "/sign-in/link/" + identity::make_link(tx, person, grown.now, link_terms)};
}

// Who has applied and waits: the first is one of those who can be signed in.
struct Applicant {
    std::string_view name, host, network, category, title, words;
    std::int64_t ago_s;
};
constexpr std::array applicants = {
    Applicant{"Robin Ashdown", "applicant.example", "ccio", "deputy", "Deputy CCIO",
              "I deputise on Thursdays and Fridays, and run the safety group.", 2 * 86'400},
    Applicant{"Noor Castell", "nhs.net", "ccio", "full", "Chief clinical information officer",
              "Appointed by the board in spring; the minutes are public.", 9 * 86'400},
    Applicant{"Ivo Lindqvist", "mail.example", "ccio", "full", "Digital lead",
              "We have no CCIO; I do what one would do.", 16 * 86'400},
    Applicant{"Bea Halloran", "ward.nhs.net", "cnio", "deputy", "Lead nurse for digital", "",
              5 * 3'600},
};

PersonId apply(sql::Tx& tx, const Grown& grown, std::size_t index) {
    const Applicant& one = applicants[index];
    const std::string handle = base::slug(one.name) + "-applicant";
    const base::Instant then = grown.ago(one.ago_s);
    const PersonId person = identity::store::add_person(
        tx, {.name = std::string(one.name),
             .handle = handle,
             .role_line = "",
             .email = base::slug(one.name) + "@" + std::string(one.host),
             .joined = then});
    const Actor actor = Actor::person({.id = person, .joined = then});
    const auto sent = membership::file_application(
        record::Floor{tx, actor, then},
        {.network = std::string(one.network),
         .category = std::string(one.category),
         .organisation = grown.organisations[index * 7 % grown.organisations.size()],
         .title = std::string(one.title),
         .began = base::iso_day(std::chrono::floor<base::days>(then) - base::days{200}),
         .link = "https://example.org/our-board",
         .words = std::string(one.words),
         .voucher_1 = grown.community.people[1].email});
    if (!sent) throw std::runtime_error("demo: " + sent.error().sentence);
    membership::Application named;
    named.id = *sent;
    named.person = person;
    named.network = std::ranges::find(grown.networks, one.network, &networks::Network::slug)->id;
    (void)membership::ask_named(record::Floor{tx, actor, then}, named);
    return person;
}

// Somebody who works for a provider of care, and belongs to the wider community alone.
PersonId add_wider_member(sql::Tx& tx, const Grown& grown) {
    const base::Instant then = grown.now - base::hours(20);
    const PersonId person = identity::store::add_person(
        tx, {.name = "Jo Merriweather",
             .handle = "jo-merriweather-wider",
             .role_line = "Ward clerk, " + grown.community.organisations[0].name,
             .email = "jo.merriweather@ward.example",
             .joined = then});
    const auto& all = grown.networks;
    const auto wider = std::ranges::find(all, "wider", &networks::Network::slug);
    let_in(grown, tx, person, static_cast<std::size_t>(wider - all.begin()),
           membership::Category::wider, then);
    return person;
}

// Somebody from a roll that was brought, who has not been here yet: the Rule is asked of them.
PersonId add_newcomer(sql::Tx& tx, const Grown& grown) {
    const PersonId person = identity::store::add_person(
        tx, {.name = "Alex Thornbury",
             .handle = "alex-thornbury-new",
             .role_line = "Deputy CCIO, " + grown.community.organisations[0].name,
             .email = "alex.thornbury@ward.example",
             .joined = grown.now});
    enrol(grown, tx, person, 0, membership::Category::deputy, grown.now);
    return person;
}

// Somebody of a sponsor, who sees nothing of the forum.
PersonId add_sponsor(sql::Tx& tx, const Grown& grown) {
    const PersonId person = identity::store::add_person(tx, {.name = "Sasha Quill",
                                                             .handle = "sasha-quill-sponsor",
                                                             .role_line = "Partnerships, Quillmark",
                                                             .email = "sasha@quillmark.example",
                                                             .joined = grown.now});
    const Actor worker = Actor::worker("demo");
    (void)membership::Roll(record::Floor{tx, worker, grown.now}).enrol_sponsor(person);
    return person;
}

std::vector<DemoPerson> cast_parts(sql::Tx& tx, const Grown& grown) {
    std::vector<DemoPerson> people;
    for (const Part& part : parts) {
        const PersonId person = grown.persons[part.person];
        for (const std::size_t network : {0, 1}) {
            const auto& plan = grown.community.networks[network];
            const bool leads = part.in_ccio_only && network == 0;  // so they may stand there
            let_in(grown, tx, person, network,
                   leads ? membership::Category::full
                         : category_in(plan, grown.community.people[part.person].role),
                   grown.now);
        }
        if (!part.role.empty()) give_part(tx, grown, part);
        begin_reading(tx, grown, part.person);
        people.push_back(present(tx, grown, part.label, grown.community.people[part.person].name,
                                 person));
    }
    for (std::size_t n = 0; n < grown.networks.size(); ++n) choose_leaders(tx, grown, n);
    plant_cases(tx, grown);
    people.push_back(present(tx, grown, "applicant", applicants[0].name, apply(tx, grown, 0)));
    for (std::size_t n = 1; n < applicants.size(); ++n) apply(tx, grown, n);
    people.push_back(present(tx, grown, "wider member", "Jo Merriweather",
                             add_wider_member(tx, grown)));
    people.push_back(present(tx, grown, "newcomer", "Alex Thornbury", add_newcomer(tx, grown)));
    people.push_back(present(tx, grown, "sponsor contact", "Sasha Quill",
                             add_sponsor(tx, grown)));
    return people;
}

// The invented trusts would be the latest word on the list, and mark all that are there absent.
void require_empty(sql::Database& database, base::Instant now) {
    bool has_members = false, has_organisations = false;
    database.read([&](sql::Tx& tx) {
        has_members = identity::store::count_persons(tx) > 0;
        const Actor worker = Actor::worker("demo");
        const organisations::Organisations directory(record::Floor{tx, worker, now});
        has_organisations = !directory.after("", 1).empty();
    });
    if (has_members) {
        throw Refused("This database has members already. The demo fills an empty one only.");
    }
    if (has_organisations) {
        throw Refused(
            "This database has a directory of organisations already, which the demo would take "
            "apart. The demo fills an empty one only.");
    }
}

}  // namespace

Planted plant_demo(sql::Database& database, const base::Clock& clock, const DemoWish& wish,
                   const Progress& progress) {
    require_empty(database, clock.now());
    const auto community = demo::community({.members = static_cast<std::size_t>(wish.members),
                                            .topics = static_cast<std::size_t>(wish.topics),
                                            .posts = static_cast<std::size_t>(wish.posts),
                                            .seed = wish.seed});
    Grown grown{.community = community, .now = clock.now()};
    grown.persons.resize(community.people.size());
    grown.audiences.resize(community.people.size());
    database.write([&](sql::Tx& tx) {
        grown.networks.clear();
        grown.network_audiences.clear();
        grown.areas.clear();
        web::keep_community(tx, {.name = "Digital Health Networks (demo)", .is_set_up = true});
        found_networks(tx, grown);
        grown.organisations = plant_organisations(tx, community, grown.now);
    });
    in_parts(database, community.people.size(), "members", progress,
             [&](sql::Tx& tx, std::size_t i) {
                 admit(tx, grown, i);
                 if (i + 1 == std::min(first_members, grown.persons.size())) {
                     write_notice(tx, grown);
                 }
             });
    in_parts(database, community.topics.size(), "topics", progress,
             [&](sql::Tx& tx, std::size_t i) { say_topic(tx, grown, community.topics[i]); });
    Planted planted{.members = wish.members, .topics = wish.topics, .posts = wish.posts};
    database.write([&](sql::Tx& tx) { planted.people = cast_parts(tx, grown); });
    return planted;
}

}  // namespace app
