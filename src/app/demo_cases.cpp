#include "app/demo_cases.h"

#include "features/breaches/breaches.h"
#include "features/forum/forum.h"

#include <algorithm>
#include <stdexcept>

namespace app {

namespace {

class Cases {
public:
    Cases(sql::Tx& tx, const Grown& grown) : tx_(tx), grown_(grown) {}

    void plant() {
        constexpr int closed_ago = 40, open_ago = 2;  // days
        const auto posts = openings();
        if (posts.size() < 2) return;  // the smallest of demos have none to report
        const auto closed = report(posts[0], closed_ago,
                                   {.kind = "forwarded",
                                    .words = "A supplier read this post to me, with the name.",
                                    .came_out = "At their stand, last week",
                                    .whom = "author",
                                    .handle = "",
                                    .named = "no"});
        act(moderator(), closed_ago, closed, &breaches::Cases::ask,
            breaches::QuestionDraft{"Did you pass your post on, with the names in it?"});
        act(grown_.actor(person_of(posts[0])), closed_ago - 1, closed, &breaches::Cases::answer,
            breaches::WordDraft{"I sent it to our supplier and forgot whose words stood in it."});
        act(moderator(), closed_ago - 2, closed, &breaches::Cases::decide,
            breaches::OutcomeDraft{"reminder", "", "It was passed on by mistake, and taken back."});
        report(posts[1], open_ago,
               {.kind = "said-outside",
                .words = "My chief executive knew on Monday who had said this on Friday.",
                .came_out = "A meeting of our board",
                .whom = "unknown",
                .handle = "",
                .named = "no"});
    }

private:
    Actor moderator() const {
        Actor::Person person;
        person.id = grown_.persons[2];  // of the parts
        person.audiences = {grown_.network_audiences[0].value};
        person.rights.held.push_back({forum::moderate_forum, grown_.network_audiences[0]});
        return Actor::person(person);
    }

    std::size_t person_of(const forum::Post& post) const {
        const auto wrote = std::ranges::find(grown_.persons, post.author.id);
        return static_cast<std::size_t>(wrote - grown_.persons.begin());
    }

    // Of the network's latest topics two, begun by somebody else than the moderator.
    std::vector<forum::Post> openings() {
        const Actor reader = moderator();
        const forum::Forum forum(record::Floor{tx_, reader, grown_.now});
        std::vector<forum::Post> posts;
        for (const auto& line :
             forum.topics(forum::View::latest, grown_.network_audiences[0]).rows) {
            if (posts.size() == 2) break;
            auto first = forum::posts_of(forum, forum.topic(line.id), 1, 1);
            if (first.front().author.id != reader.id()) posts.push_back(std::move(first.front()));
        }
        return posts;
    }

    // By somebody who did not write it.
    breaches::CaseId report(const forum::Post& post, int days_ago,
                            const breaches::ReportDraft& draft) {
        Actor::Person person;
        person.id = grown_.persons[person_of(post) == 4 ? 3 : 4];
        person.audiences = {grown_.network_audiences[0].value};
        const Actor reporter = Actor::person(person);
        breaches::Cases cases({tx_, reporter, grown_.now - base::days(days_ago)});
        const auto done = cases.report(breaches::spot_of(post), draft);
        if (!done) throw std::runtime_error("demo: " + done.error().sentence);
        return *done;
    }

    template <class Draft>
    void act(const Actor& actor, int days_ago, breaches::CaseId id,
             base::Result<breaches::CaseId> (breaches::Cases::*verb)(const breaches::Case&,
                                                                     const Draft&),
             const Draft& draft) {
        breaches::Cases cases({tx_, actor, grown_.now - base::days(days_ago)});
        const auto done = (cases.*verb)(cases.one(id), draft);
        if (!done) throw std::runtime_error("demo: " + done.error().sentence);
    }

    sql::Tx& tx_;
    const Grown& grown_;
};

}  // namespace

void plant_cases(sql::Tx& tx, const Grown& grown) {
    Cases(tx, grown).plant();
}

}  // namespace app
