#pragma once
// The ways out: which there are, who uses them, and that none is built beside the gate.

#include "tests/house/rule.h"

#include <algorithm>
#include <set>

namespace house {

// A file that asks the gate to let something out, and which way.
struct WayOut {
    std::string path;
    std::string exit;  // of leaving::Exit
    std::string what;  // leaves, to whom
};

// All there are. Whoever builds a new one writes it here, and whoever reads it asks: who may read
// what leaves, and does it say who said something?
inline const std::vector<WayOut>& ways_out() {
    static const std::vector<WayOut> all = {
        {"app/publishing.cpp", "log", "Why a batch did not appear: what a library says."},
        {"features/account/letters.cpp", "mail", "Of one's own account, to oneself."},
        {"features/account/openid.cpp", "log", "A provider's key, and why it did not answer."},
        {"features/account/pages/address.cpp", "page_for_outsiders",
         "Whether an address is confirmed or taken back, to who has the link."},
        {"features/account/pages/erasure.cpp", "page_for_outsiders", "That an account is gone."},
        {"features/account/pages/lost_access.cpp", "page_for_outsiders",
         "How to ask when a second factor is lost."},
        {"features/account/pages/providers.cpp", "page_for_outsiders",
         "The way to another provider and back."},
        {"features/account/pages/second_step.cpp", "page_for_outsiders", "What is asked second."},
        {"features/account/pages/sign_in.cpp", "page_for_outsiders", "How to sign in."},
        {"features/admin/admin.cpp", "mail", "A trial letter, to who asked for it."},
        {"features/breaches/letters.cpp", "mail",
         "That a case has something to read, to whom it concerns: neither what nor whom."},
        {"features/breaches/pages/reporting.cpp", "page_for_outsiders",
         "How many cases ended how; fewer than five is said as that."},
        {"features/coverage/pages.cpp", "export_file", "The table that the page shows its reader."},
        {"features/coverage/pages.cpp", "page_for_outsiders",
         "Shares of trusts with somebody in post, as far as that tells of nobody."},
        {"features/extracts/edition.cpp", "export_file",
         "The policy: what a draft of a copy is filled with, and that nothing else said leaves."},
        {"features/extracts/edition.cpp", "print", "The policy: no post leaves on paper."},
        {"features/extracts/edition.cpp", "feed", "The policy: no post leaves in a feed."},
        {"features/extracts/edition.cpp", "api", "The policy: no post leaves by an API."},
        {"features/extracts/edition.cpp", "page_for_outsiders",
         "The policy: no post is on a page for outsiders."},
        {"features/extracts/letters.cpp", "mail",
         "That one is asked, or something waits: neither what was said nor by whom."},
        {"features/extracts/pages/taking.cpp", "export_file",
         "A published extract, to members of its network; noted. It names nobody."},
        {"features/forum/letters.cpp", "mail",
         "That one is mentioned, or asked: neither authors nor texts."},
        {"features/forum/listeners.cpp", "search", "Texts of posts, for their audience; no author."},
        {"features/forum/pages/lists.cpp", "page_for_outsiders",
         "Which networks there are; of what is said in them nothing."},
        {"features/home/help.cpp", "page_for_outsiders", "Help."},
        {"features/membership/letters.cpp", "mail", "Of one's own membership, to oneself."},
        {"features/membership/pages/documents.cpp", "export_file",
         "A document of an application, to its applicant and those who decide; noted."},
        {"features/membership/pages/invitations.cpp", "page_for_outsiders",
         "The network that somebody is invited to, to who has the link."},
        {"features/membership/pages/joining.cpp", "page_for_outsiders", "How to join."},
        {"features/membership/pages/roll.cpp", "page_for_outsiders",
         "What is held of one's membership, to who has the link."},
        {"features/networks/pages.cpp", "page_for_outsiders",
         "What a network is for, its chair and vice chair, how to join."},
        {"features/notices/letters.cpp", "mail", "A notice, to those who belong to its network."},
        {"features/notices/pages/stopping.cpp", "page_for_outsiders",
         "That notices of a network stop, to who has the link."},
        {"features/offices/letters.cpp", "mail", "Of one's own office, to oneself."},
        {"features/people/listeners.cpp", "mail", "That somebody would like to be introduced."},
        {"features/privacy/pages/archive.cpp", "export_file", "All that is held on who asks."},
        {"features/privacy/pages/consents.cpp", "page_for_outsiders",
         "What is held of members, and the texts that they agree to."},
        {"features/rule/letters.cpp", "mail",
         "That the text of the Rule has changed, to members who are asked: not the text."},
        {"features/rule/pages/explaining.cpp", "page_for_outsiders", "What the Rule says."},
        {"features/rule/pages/text.cpp", "page_for_outsiders", "The community's text of the Rule."},
        {"features/sealing/letters.cpp", "mail",
         "That a second officer is needed, or that a name was opened: neither what nor whose."},
        {"features/sealing/pages/openings.cpp", "page_for_outsiders",
         "How many sealed names were opened, a year and ground."},
        {"platform/http/loop.cpp", "log", "Why a handler failed: what a library says."},
        {"platform/http/sending.cpp", "log", "Why a file was not sent: the system's words."},
        {"platform/http/spool.cpp", "log", "Why nothing could be spooled: the system's words."},
        {"platform/http/writer.cpp", "log", "The name of a header of ours that is none."},
        {"platform/jobs/schedule.cpp", "log", "Which recurring work failed, and why."},
        {"platform/jobs/worker.cpp", "log", "Which kind of job ended how, not what it said."},
        {"platform/record/reader.cpp", "log", "Which listener stumbled over which fact, and why."},
        {"platform/sql/postgres.cpp", "log", "Why a connection was lost: no values of a row."},
        {"platform/sql/sqlite.cpp", "log", "Why a transaction failed: no values of a row."},
        {"platform/sql/tx.cpp", "log", "The name of a slow statement, not its values."},
        {"platform/web/site.cpp", "log", "A request's own number, its route, and why it failed."},
    };
    return all;
}

// Which ways out a file uses: what it names, and what leads there. The platform makes them, so of it
// only the log counts.
inline std::vector<std::string> exits_in(const std::string& path, const Source& source) {
    struct Mark {
        std::string_view in_code, exit;
    };
    constexpr Mark marks[] = {
        {"kit::write(", "mail"},               // the usual letter
        {"kit::sheet_of(", "mail"},            //
        {"web::anyone", "page_for_outsiders"}, // whose pages the site lets out
        {"log::ours(", "log"},                 // words that are no literal
    };
    const bool makes_them = path.starts_with("platform/");
    std::vector<std::string> exits;
    for (const Mark& mark : marks) {
        if (makes_them && mark.exit != "log") continue;
        if (source.code.find(mark.in_code) != source.code.npos) exits.emplace_back(mark.exit);
    }
    if (makes_them) return exits;
    constexpr std::string_view name = "Exit::";
    for (auto at = source.code.find(name); at != source.code.npos;
         at = source.code.find(name, at + 1)) {
        exits.emplace_back(word_at(source.code, at + name.size()));
    }
    return exits;
}

inline Findings unlisted_ways_out(const Tree& tree) {
    Findings findings;
    std::set<std::pair<std::string, std::string>> used;
    for (const auto& [path, source] : tree) {
        if (is_test(path)) continue;
        for (const auto& exit : exits_in(path, source)) {
            used.emplace(path, exit);
            const bool is_listed = std::ranges::any_of(ways_out(), [&](const WayOut& one) {
                return one.path == path && one.exit == exit;
            });
            if (is_listed) continue;
            findings.push_back({path, 1, "lets something out by " + exit +
                                             ": say in tests/house/exits.h what, and to whom"});
        }
    }
    for (const WayOut& one : ways_out()) {
        const bool is_there = !tree.contains(one.path) || used.contains({one.path, one.exit});
        if (!is_there) findings.push_back({one.path, 1, "lets nothing out by " + one.exit +
                                                            " any more: take it off the list"});
    }
    return findings;
}

// What makes a way out, and the one file that may: it takes what the gate has let pass.
struct Door {
    std::string mark;  // in a string
    std::string path;
    std::string instead;
};
inline const std::vector<Door>& doors() {
    static const std::vector<Door> all = {
        {"Content-Disposition", "platform/web/download.cpp", "hand it to web::download"},
        {"INSERT INTO letters", "platform/mail/store.cpp", "queue it with mail::queue_letter"},
        {"INSERT INTO search_entries", "platform/search/store.cpp", "put it with search::put"},
    };
    return all;
}

inline Findings doors_beside_the_gate(const Tree& tree) {
    Findings findings;
    for (const auto& [path, source] : tree) {
        if (is_test(path)) continue;
        for (const Literal& literal : source.literals) {
            for (const Door& door : doors()) {
                if (path == door.path || literal.text.find(door.mark) == literal.text.npos) continue;
                findings.push_back({path, source.line_of(literal.at),
                                    door.mark + " is a way out of its own: " + door.instead});
            }
        }
    }
    return findings;
}

// A letter's text is what its room writes. What else leaves could be what members said, and goes by
// the gate that has policies.
inline Findings gates_of_their_own(const Tree& tree) {
    Findings findings;
    for (const auto& [path, source] : tree) {
        if (!path.starts_with("features/") || is_test(path)) continue;
        const auto exits = exits_in(path, source);
        const bool is_more = std::ranges::any_of(
            exits, [](const std::string& exit) {
                return exit != "mail" && exit != "log" && exit != "page_for_outsiders";
            });
        const auto made = source.code.find("Gate().pass(");
        if (!is_more || made == source.code.npos) continue;
        findings.push_back({path, source.line_of(made),
                            "makes a gate without policies: take the one that the app hands down"});
    }
    return findings;
}

inline std::vector<Rule> exit_rules() {
    const std::string listed = "features/forum/letters.cpp";
    const auto lets_out = [](const std::string& exit) {
        return "#include \"features/forum/letters.h\"\nvoid a() { pass({.exit = leaving::Exit::" +
               exit + "}); }";
    };
    return {
        {.name = "WaysOutAreListed",
         .check = unlisted_ways_out,
         .accepts = {{{listed, lets_out("mail")}},
                     {{"features/forum/gate_test.cpp", lets_out("feed")}}},
         .refuses = {{{listed, lets_out("mail") + lets_out("feed")}},
                     {{"features/forum/news.cpp", "void a() { kit::write(floor, to, news, it); }"}},
                     {{"features/forum/feeds.cpp", lets_out("feed")}},
                     {{listed, "void a();"}}}},
        {.name = "FilesLeaveByTheGateThatHasPolicies",
         .check = gates_of_their_own,
         .accepts = {{{listed, "void a() { Gate().pass({.exit = leaving::Exit::mail}); }"}},
                     {{listed, "void a() { gate.pass({.exit = leaving::Exit::feed}); }"}}},
         .refuses = {{{listed, "void a() { Gate().pass({.exit = leaving::Exit::feed}); }"}},
                     {{listed, "auto a = leaving::Gate().pass({.exit = leaving::Exit::print});"}}}},
        {.name = "NoDoorBesideTheGate",
         .check = doors_beside_the_gate,
         .accepts = {{{"platform/web/download.cpp", "auto a = \"Content-Disposition\";"}},
                     {{"features/forum/pages.cpp", "auto a = \"Content-Type\";"}}},
         .refuses = {{{"features/forum/pages.cpp", "auto a = \"Content-Disposition\";"}},
                     {{"features/forum/letters.cpp", "auto a = \"INSERT INTO letters (a)\";"}}}},
    };
}

}  // namespace house
