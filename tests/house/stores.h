#pragma once
// Migrations that stay as they were released, and statements that ask who reads.

#include "tests/house/strings.h"
#include "platform/sql/migration_steps.h"

namespace house {

// ---- migrations ----

inline constexpr std::string_view lock_file = "migrations.lock";

// "features/forum/migrations/0001_topics.sqlite.sql 5f0c…": a file and the checksum of its text.
inline std::map<std::string, std::string> locked(const Tree& tree) {
    std::map<std::string, std::string> checksums;
    const auto lock = tree.find(std::string(lock_file));
    if (lock == tree.end()) return checksums;
    each_line(lock->second.text, [&](int, std::string_view line) {
        const auto space = line.find(' ');
        if (line.starts_with('#') || space == line.npos) return;
        checksums[std::string(line.substr(0, space))] = std::string(line.substr(space + 1));
    });
    return checksums;
}

inline std::string other_engine(std::string path) {
    constexpr std::string_view sqlite = ".sqlite.sql", postgres = ".postgres.sql";
    const bool is_sqlite = path.ends_with(sqlite);
    path.resize(path.size() - (is_sqlite ? sqlite : postgres).size());
    return path.append(is_sqlite ? postgres : sqlite);
}

inline Findings loose_migrations(const Tree& tree) {
    Findings findings;
    const auto lock = locked(tree);
    for (const auto& [path, source] : tree) {
        if (path.find("/migrations/") == path.npos) continue;
        const auto refuse = [&](const std::string& why) { findings.push_back({path, 1, why}); };
        if (!path.ends_with(".sqlite.sql") && !path.ends_with(".postgres.sql")) {
            refuse("is neither NNNN_name.sqlite.sql nor NNNN_name.postgres.sql");
            continue;
        }
        if (!tree.contains(other_engine(path))) refuse("has no twin for the other engine");
        const std::string checksum = sql::checksum(source.text);
        const auto line = path + " " + checksum;
        const auto known = lock.find(path);
        if (known == lock.end()) {
            refuse("is new. Add to tests/migrations.lock: " + line);
        } else if (known->second != checksum) {
            refuse("was changed. A step that was released is never edited: write the next one. "
                   "(Before the first release, replace its line in tests/migrations.lock by: " +
                   line + ")");
        }
    }
    for (const auto& [path, checksum] : lock) {
        if (!tree.contains(path)) findings.push_back({path, 1, "was released and is gone"});
    }
    return findings;
}

// ---- guarded reads ----

// The one condition of who sees a thing, and what it is for those that may be hidden besides.
inline constexpr std::string_view audience_condition = "audience_id IN ($1)";
inline constexpr std::string_view visible_condition =
    "audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2))";

// The tables whose rows have an audience, and those that hang on them: as the features' migrations
// make them. Rows that belong to one person (person_id) are that person's own.
inline std::set<std::string> guarded_tables(const Tree& tree) {
    std::map<std::string, std::string> made;  // a table's name, and what stands in its brackets
    for (const auto& [path, source] : tree) {
        if (!path.starts_with("features/") || !path.ends_with(".sqlite.sql")) continue;
        constexpr std::string_view create = "CREATE TABLE ";
        for (auto at = source.text.find(create); at != std::string::npos;
             at = source.text.find(create, at + 1)) {
            const auto name = word_at(source.text, at + create.size());
            made[std::string(name)] = source.text.substr(at, source.text.find(";", at) - at);
        }
    }
    std::set<std::string> guarded;
    for (bool grows = true; std::exchange(grows, false);) {
        for (const auto& [name, columns] : made) {
            if (columns.find("person_id") != std::string::npos) continue;
            bool is_guarded = columns.find("audience_id") != std::string::npos;
            for (const auto& other : guarded) {
                is_guarded |= columns.find("REFERENCES " + other + " ") != std::string::npos;
            }
            if (is_guarded) grows |= guarded.insert(name).second;
        }
    }
    return guarded;
}

struct Unguarded {
    std::string name;
    std::string reason;
};

// Statements that read such tables without the condition.
inline const std::vector<Unguarded>& unguarded() {
    static const std::vector<Unguarded> all = {
        {"unguarded_for_index",
         "The index serves all audiences; what is found in it is asked again of the condition."},
        {"unguarded_broken_counts", "`check` looks at everything, and tells counts only."},
        {"unguarded_missing_readers", "`check` looks at everything, and tells ids only."},
        {"unguarded_stray_readers", "`check` looks at everything, and tells ids only."},
        {"unguarded_mixed_sponsors", "`check` looks at everything, and tells ids only."},
        {"unguarded_unheld_offices", "`check` looks at everything, and tells ids only."},
        {"unguarded_broken_reactions", "`check` looks at everything, and tells counts only."},
        {"posts_tightened", "Writes a rule; nothing is read out."},
        {"posts_loosened", "Writes a rule; nothing is read out."},
        {"area_posts_tightened", "Writes a rule; nothing is read out."},
        {"strictest_by_numbers", "A rule alone, of a topic that was found through the condition."},
        {"authors_concerned", "Of a topic that was found through the condition, to be asked."},
        {"loosening_by_id", "Asked of may_read: for the authors concerned, and who may ask."},
        {"loosenings_by_topic", "Of a topic that was found through the condition."},
        {"loosenings_by_author", "Of the author alone who is asked."},
        {"loosenings_refused", "A count, for a topic that was found through the condition."},
        {"loosenings_overtaken", "For the machinery: wishes that a stricter rule ends."},
        {"loosenings_overtaken_in", "For the machinery: wishes that a stricter rule ends."},
        {"loosenings_waiting", "A count, for a topic that was found through the condition."},
        {"loosening_unanswered", "Ids only, for the letters to those who are asked."},
        {"loosenings_of_gone_ended", "Writes an end; nothing is read out."},
        {"answers_parted", "Writes an account's own answers; nothing is read out."},
        {"loosenings_held", "Of who asked alone, to whom they are handed."},
        {"loosening_answers_held", "Of who was asked alone, to whom they are handed."},
        {"posts_concerned", "Of their author alone, to whom they are shown."},
        {"posts_of_topic", "Ids only, for the index, of the topic that a fact names."},
        {"topics_of_author_bumped", "Writes a version; nothing is read out."},
        {"authors_in_topic", "Of a topic that was found through the condition."},
        {"faces_by_id", "Of a topic that was found through the condition, its audience alone."},
        {"author_by_number", "Of a topic that was found through the condition, for its quotes."},
        {"all_read", "Writes how far the reader has come; nothing is read out."},
        {"read_set", "Writes how far the reader has come; nothing is read out."},
        {"mentions_unseen_in_topic", "Numbers, in a topic that was found through the condition."},
        {"mentions_seen", "Writes what the reader has seen; nothing is read out."},
        {"earlier_texts_by_post", "Of a post that was found through the condition."},
        {"voices_counted", "A count, of a topic that was found through the condition."},
        {"voice_by_verifier", "Of a topic found through the condition, for who has the phrase."},
        {"voice_names_by_topic", "Names that are taken, so that a fresh one is none of them."},
        {"posts_by_voice", "Of the voice alone, for who has its phrase."},
        {"posts_after", "Of a topic found through the condition, for who quotes a voice in it."},
        {"voices_of_posts", "Of a topic that was found through the condition, to be asked."},
        {"voice_wishes", "Of the voice alone that is asked, for who has its phrase."},
        {"unguarded_place", "Audience and rule alone, for what was said while it could be seen."},
        {"topics_held", "Of their author alone, to whom they are handed."},
        {"posts_held", "Of their author alone, to whom they are handed."},
        {"earlier_texts_held", "Of their author alone; of an editor that they edited, no text."},
        {"networks_all", "That a network exists, every member may know."},
        {"network_by_slug", "That a network exists, every member may know."},
        {"network_by_id", "That a network exists, every member may know."},
        {"topics_redrawn", "Writes a version; nothing is read out."},
        {"own_reactions_dropped", "Deletes an account's reactions to what became its own."},
        {"own_counted_anew", "Writes how many of an account's own posts came after its mark."},
        {"own_mentions_dropped", "Deletes an account's mentions in what became its own."},
        {"unguarded_reading_passed",
         "Marks of one account pass to the other of the same person; asks who sees a topic itself."},
        {"unguarded_notice_going",
         "The worker queues the letters of a notice for those who belong to its network."},
        {"notices_held", "Of what the asker wrote."},
        {"notice_removed", "Deletes a draft that was found through the condition."},
        {"notice_drafts_forgotten", "Deletes what the forgotten person wrote; nothing is read."},
        {"unguarded_notices_stuck", "Ids only, for the worker, of notices whose job was given up."},
        {"unguarded_miscounted_notices", "`check` looks at everything, and tells counts only."},
        {"invitations_by_token", "Of whoever holds the token that was mailed to them."},
        {"invitations_removed", "Of whoever holds the token that was mailed to them."},
        {"invitations_joined", "Writes what the address has already; nothing is read out."},
        {"invitations_unsent", "For the letters to those that they are of; no page shows them."},
        {"invitations_counted", "Counts only, for those who run the community."},
        {"invitations_held", "Of the asker's own address."},
        {"invitations_purged", "Deletes what is too old; nothing is read out."},
        {"notes_by_case", "Of a case that was found through the condition, for its officers."},
        {"reports_counted", "A number only, of the reporter's own."},
        {"suspension_by_cases", "A day only, for the verb that carries out what was decided."},
        {"concerned_by_case", "Ids only, for the letters, which ask again as their receiver."},
        {"notes_purged", "Deletes what is too old; nothing is read out."},
        {"cases_purged", "Deletes what is too old; nothing is read out."},
        {"cases_of_both", "A number only, of cases in which both of two accounts have a part."},
        {"unguarded_broken_cases", "`check` looks at everything, and tells ids only."},
        {"reports_held", "Of the reporter alone, to whom they are handed."},
        {"cases_held", "Of the person reported alone, once they know of it."},
        {"decisions_held", "Of who decided alone, to whom they are handed."},
        {"notes_held", "Of their author alone, to whom they are handed."},
        {"passages_by_extract", "Of an extract that was found through the condition, or asked of."},
        {"passage_dropped", "Of a draft that was found through the condition, by its taker."},
        {"keeps_by_extract", "Of an extract that was found through the condition."},
        {"keep_dropped", "Of a draft that was found through the condition, by its taker."},
        {"handed_on_counted", "A number only, of the taker's own."},
        {"asked_by_id", "Of the author alone who is asked, wherever they belong now."},
        {"asked_by_author", "Of the author alone who is asked, wherever they belong now."},
        {"passages_by_author", "Of the author alone whose words they are."},
        {"authors_unanswered", "Ids only, for the letters to those who are asked."},
        {"answers_forgotten", "Deletes what was answered to other words; nothing is read out."},
        {"answers_but_no_forgotten", "Deletes what was answered to a draft; nothing is read out."},
        {"authors_asked", "Writes that authors are asked; nothing is read out."},
        {"own_texts_dropped", "Of the author alone whose words they are; nothing is read out."},
        {"own_texts_put_in", "Writes what all have agreed to; nothing is read out."},
        {"yes_missing", "A number only, and no page shows it."},
        {"own_texts_by_extract", "For the digest of what is agreed; no page shows them."},
        {"taker_by_extract", "An id only, for the letter to them."},
        {"audience_by_extract", "An id only, for the letters to those who moderate there."},
        {"consents_of_drafts_purged", "Deletes what is too old; nothing is read out."},
        {"keeps_of_drafts_purged", "Deletes what is too old; nothing is read out."},
        {"passages_of_drafts_purged", "Deletes what is too old; nothing is read out."},
        {"drafts_purged", "Deletes what is too old; nothing is read out."},
        {"consents_of_handed_on_purged", "Deletes what is too old; nothing is read out."},
        {"keeps_of_handed_on_purged", "Deletes what is too old; nothing is read out."},
        {"passages_of_handed_on_purged", "Deletes what is too old; nothing is read out."},
        {"handed_on_purged", "Deletes what is too old; nothing is read out."},
        {"answers_purged", "Deletes what is too old; nothing is read out."},
        {"consents_of_forgotten", "Deletes what hangs on a forgotten person's drafts."},
        {"keeps_of_forgotten", "Deletes what hangs on a forgotten person's drafts."},
        {"passages_of_forgotten", "Deletes what hangs on a forgotten person's drafts."},
        {"extracts_of_forgotten", "Deletes a forgotten person's drafts; nothing is read."},
        {"extracts_of_both", "A number only, of extracts in which both of two accounts have a part."},
        {"consents_parted", "Writes that somebody is asked anew; nothing is read out."},
        {"consents_of_taker_forgotten", "Deletes what nobody has to be asked; nothing is read out."},
        {"extracts_held", "Of their taker and their second person, to whom they are handed."},
        {"keeps_held", "Of their taker alone, to whom they are handed."},
        {"unguarded_broken_extracts", "`check` looks at everything, and tells ids only."},
        {"members_reached", "Ids only, for letters to those to whom the network is open."},
        {"rule_text_last", "The community's is everybody's; a network's, reads_text asks of."},
        {"rule_text_by_version", "The community's is everybody's; a network's, reads_text asks of."},
        {"rule_text_versions", "The community's is everybody's; a network's, reads_text asks of."},
        {"rule_texts_held", "Of who published them alone, to whom they are handed."},
        {"text_authors_forgotten", "Writes a name out; nothing is read out."},
        {"text_authors_passed", "Writes a name; nothing is read out."},
        {"unguarded_broken_terms", "`check` looks at everything, and tells ids only."},
        {"states_by_area", "Which rule an area has, for those areas that somebody found."},
        {"state_by_area", "Of an area that was found through the condition."},
    };
    return all;
}

inline std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_blank(c)) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
}

// The guarded tables after a FROM or JOIN.
inline std::set<std::string> guarded_in(const std::set<std::string>& guarded,
                                        std::string_view text) {
    std::set<std::string> found;
    std::string earlier;
    each_word(text, [&](std::size_t, std::string_view word) {
        const bool is_read = earlier == "FROM" || earlier == "JOIN";
        if (is_read && guarded.contains(std::string(word))) found.emplace(word);
        earlier = upper(word);
    });
    return found;
}

inline bool has_condition(const std::set<std::string>& tables, std::string_view text) {
    const bool may_be_hidden = tables.contains("topics") || tables.contains("posts");
    return text.find(may_be_hidden ? visible_condition : audience_condition) != text.npos;
}

// One `const … name = "…" + other + "…";`, its text put together from the constants above it.
struct Constant {
    std::string name;
    std::string text;
    std::size_t begin = 0, end = 0;
    bool is_statement = false;  // a query, not a piece of one
};

class Constants {
public:
    explicit Constants(const Source& source) : source_(source), code_(source.code) {
        std::size_t end = 0;
        each_word(code_, [&](std::size_t at, std::string_view word) {
            if (word != "const" || at < end) return;
            if (before(code_, at) != ";" && before(code_, at) != "{" && before(code_, at) != "}") {
                return;
            }
            end = read(at);
        });
    }

    const std::vector<Constant>& all() const { return all_; }

private:
    std::size_t read(std::size_t begin) {
        Constant constant{.begin = begin};
        const auto value = value_of(begin);
        constant.name = std::string(before(code_, value));
        constant.is_statement = value < code_.size() && code_[value] != '=';
        constant.end = end_of(value);
        bool is_first = constant.is_statement;  // the statement's name for the slow log
        for (std::size_t at = value; at < constant.end; ++at) {
            if (code_[at] == '"') {
                const auto literal = std::ranges::find(source_.literals, at, &Literal::at);
                if (literal == source_.literals.end()) continue;  // the closing one
                if (!std::exchange(is_first, false)) constant.text += literal->text;
            } else if (is_word(code_[at]) && !is_word(code_[at - 1])) {
                const auto part = std::ranges::find(all_, word_at(code_, at), &Constant::name);
                if (part != all_.end()) constant.text += part->text;
            }
        }
        all_.push_back(constant);
        return constant.end;
    }

    // Where `=`, `{` or `(` begins the value; those inside <…> belong to the type.
    std::size_t value_of(std::size_t at) const {
        constexpr std::string_view beginnings = "={(;";
        for (int depth = 0; at < code_.size(); ++at) {
            if (code_[at] == '<') ++depth;
            else if (code_[at] == '>') --depth;
            else if (depth == 0 && beginnings.find(code_[at]) != beginnings.npos) break;
        }
        return at;
    }

    std::size_t end_of(std::size_t at) const {
        for (int depth = 0; at < code_.size(); ++at) {
            if (code_[at] == '{' || code_[at] == '(') ++depth;
            if (code_[at] == '}' || code_[at] == ')') --depth;
            if (code_[at] == ';' && depth <= 0) break;
        }
        return at;
    }

    const Source& source_;
    const std::string_view code_;
    std::vector<Constant> all_;
};

inline void unguarded_reads(const std::set<std::string>& guarded, const Source& source,
                            Findings& findings) {
    const auto reads = [&](const Literal& literal) {
        return !guarded_in(guarded, literal.text).empty();
    };
    if (is_test(source.path) || std::ranges::none_of(source.literals, reads)) return;
    const Constants constants(source);
    for (const Constant& constant : constants.all()) {
        const std::string text = folded(constant.text);
        const auto tables = guarded_in(guarded, text);
        if (!constant.is_statement || tables.empty() || has_condition(tables, text)) continue;
        if (std::ranges::find(unguarded(), constant.name, &Unguarded::name) != unguarded().end()) {
            continue;
        }
        findings.push_back({source.path, source.line_of(constant.begin),
                            constant.name + " reads " + *tables.begin() +
                                " without the condition of who sees them"});
    }
    for (const Literal& literal : source.literals) {
        const auto holds = [&](const Constant& constant) {
            return literal.at > constant.begin && literal.at < constant.end;
        };
        if (!reads(literal) || std::ranges::any_of(constants.all(), holds)) continue;
        findings.push_back({source.path, source.line_of(literal.at),
                            "reads what has an audience outside a named statement"});
    }
}

inline Findings careless_reads(const Tree& tree) {
    const auto guarded = guarded_tables(tree);
    auto findings = in_each_file([&](const Source& source, Findings& found) {
        unguarded_reads(guarded, source, found);
    })(tree);
    if (!tree.contains("features/forum/store.cpp")) return findings;  // a sample
    for (const Unguarded& name : unguarded()) {
        const bool is_used = std::ranges::any_of(tree, [&](const auto& file) {
            return file.first.starts_with("features/") &&
                   file.second.code.find(name.name) != std::string::npos;
        });
        if (is_used) continue;
        findings.push_back({"features/forum/store.cpp", 1,
                            "has no " + name.name + " any more: take it off the list"});
    }
    return findings;
}

// ---- samples ----

inline Sample migration(const std::string& name, const std::string& text,
                        const std::string& locked_text) {
    const std::string folder = "features/forum/migrations/";
    std::string lock = "# file checksum\n";
    for (const char* engine : {".sqlite.sql", ".postgres.sql"}) {
        lock += folder + "0001_topics" + engine + " " + sql::checksum(locked_text) + "\n";
    }
    return {{std::string(lock_file), lock},
            {folder + "0001_topics.sqlite.sql", locked_text},
            {folder + "0001_topics.postgres.sql", locked_text},
            {folder + name, text}};
}

inline std::vector<Rule> store_rules() {
    // A table with an audience, one that hangs on it, and what is a person's own.
    const File tables = {
        "features/forum/migrations/0001_topics.sqlite.sql",
        "CREATE TABLE topics (\n id INTEGER,\n audience_id INTEGER);\n"
        "CREATE TABLE posts (topic_id INTEGER REFERENCES topics (id));\n"
        "CREATE TABLE notes (topic_id INTEGER REFERENCES topics (id), person_id INTEGER);\n"
        "CREATE TABLE rooms (id INTEGER, audience_id INTEGER);"};
    const auto stored = [&tables](const std::string& text) {
        return Sample{tables, {"features/forum/store_a.cpp", text}};
    };
    const std::string visible = "namespace a {\nconst std::string visible = R\"(\n  FROM topics t\n"
                                "  WHERE t.audience_id IN ($1)\n   AND (t.hidden_at IS NULL OR "
                                "t.audience_id IN ($2)))\";\n";
    return {
        {.name = "MigrationsStayAsTheyWere",
         .check = loose_migrations,
         .accepts = {migration("0001_topics.sqlite.sql", "CREATE", "CREATE"),
                     migration("0001_topics.postgres.sql", "CREATE", "CREATE")},
         .refuses = {migration("0001_topics.sqlite.sql", "CREATE TABLE", "CREATE"),
                     migration("0002_drafts.sqlite.sql", "CREATE", "CREATE"),
                     migration("0002_drafts.sql", "CREATE", "CREATE"),
                     {{std::string(lock_file), "features/a/migrations/0001_a.sqlite.sql 12\n"}}}},
        {.name = "ReadsOfWhatHasAnAudienceAskWhoReads",
         .check = careless_reads,
         .accepts = {stored(visible + "const Query<Row(List, List)> by_id{\"by_id\", columns + "
                                      "visible + \" AND t.id = $3\"};\n}"),
                     stored(visible + "const Query<Row()> authors_in_topic{\"f\", \"SELECT a FROM "
                                      "posts\"};\n}"),
                     stored("{\nconst Query<A()> a{\"a\", \"INSERT INTO topics (b)\"};}"),
                     stored("{\nconst Query<A()> a{\"posts\", \"SELECT a FROM notes\"};}"),
                     stored("{\nconst Query<A(L)> a{\"a\", \"SELECT id FROM rooms WHERE "
                            "audience_id IN ($1)\"};}")},
         .refuses = {stored(visible + "const Query<Row()> by_id{\"by_id\", \"SELECT id FROM "
                                      "topics\"};\n}"),
                     stored(visible + "const Query<Row()> a{\"a\", \"SELECT * FROM drafts d JOIN "
                                      "posts p ON 1\"};\n}"),
                     stored(visible + "const Query<Row()> unguarded_new{\"u\", \"SELECT id FROM "
                                      "topics\"};\n}"),
                     stored("{\nconst Query<A()> a{\"a\", \"SELECT id FROM rooms\"};}"),
                     stored("void a() { run(\"SELECT id from posts\"); }")}},
    };
}

}  // namespace house
