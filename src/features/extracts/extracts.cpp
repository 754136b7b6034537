#include "features/extracts/extracts.h"

#include "features/extracts/assembly.h"
#include "features/extracts/facts.h"
#include "features/extracts/policy.h"
#include "features/extracts/store.h"
#include "features/extracts/wording.h"
#include "features/membership/membership.h"
#include "platform/base/text.h"
#include "platform/crypto/token.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace extracts {

using base::refuse;
using base::Result;

namespace {

constexpr std::array form_faces = {
    FormFace{Form::markdown, "md", "Markdown", "text/markdown; charset=utf-8"},
    FormFace{Form::html, "html", "Web page (HTML)", "text/html; charset=utf-8"},
    FormFace{Form::pdf, "pdf", "PDF", "application/pdf"},
};

base::Day month_of(base::Instant at) {
    const std::chrono::year_month_day day(std::chrono::floor<base::days>(at));
    return base::Day(day.year() / day.month() / 1);
}

constexpr std::size_t run_words = 8;  // so many of another's in a row are theirs

Source source_of(const Passage& passage, const std::vector<forum::PostText>& posts) {
    const auto post = std::ranges::find(posts, passage.post, &forum::PostText::id);
    if (post == posts.end() || !may_be_taken(*post)) return Source::gone;
    return post->version == passage.post_version ? Source::same : Source::edited;
}

std::vector<forum::PostText> posts_behind(const record::Floor& floor, forum::TopicId topic,
                                          const std::vector<Passage>& passages) {
    if (passages.empty()) return {};
    return forum::Texts(floor).of(topic, passages.front().post_number, passages.back().post_number);
}

Mark* find_mark(std::vector<Mark>& marks, std::string_view key) {
    const auto found = std::ranges::find(marks, key, &Mark::key);
    return found == marks.end() ? nullptr : &*found;
}

// What stands instead, with a capital where a sentence begins.
std::string fitted(const Mark& mark, std::string_view text) {
    std::string words = mark.instead;
    const auto before = text.substr(0, mark.from).find_last_not_of(" \n*_#>-");
    const bool begins = before == text.npos || std::string_view(".!?").contains(text[before]);
    if (begins)
        words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

std::vector<std::string> texts_of(const std::vector<Passage>& passages) {
    std::vector<std::string> texts;
    for (const Passage& one : passages) texts.push_back(one.text);
    return texts;
}

}  // namespace

std::span<const FormFace> forms() {
    return form_faces;
}

const FormFace& face_of(Form form) {
    return *std::ranges::find(form_faces, form, &FormFace::form);
}

// ---- reads ----

std::vector<Extract> Extracts::all() const {
    return extracts_of(store::all(floor_.tx, floor_.actor.audiences(), floor_.actor.id()), floor_);
}

std::optional<Extract> Extracts::find(ExtractId id) const {
    return extract_of(store::find(floor_.tx, floor_.actor.audiences(), floor_.actor.id(), id),
                      floor_);
}

Extract Extracts::one(ExtractId id) const {
    auto found = find(id);
    if (!found) throw base::NotFound();
    return *std::move(found);
}

std::vector<Passage> Extracts::passages(const Extract& seen) const {
    return store::passages(floor_.tx, seen.id);
}

std::vector<Origin> origins_of(const record::Floor& floor, forum::TopicId topic,
                               const std::vector<Passage>& passages) {
    const auto posts = posts_behind(floor, topic, passages);
    std::vector<Origin> all;
    for (const Passage& one : passages) {
        const auto post = std::ranges::find(posts, one.post, &forum::PostText::id);
        Origin origin{.source = source_of(one, posts)};
        if (post != posts.end()) {
            const Shared shared = shared_words(one.text, post->markdown);
            origin.other_words = shared.words - shared.common;
        }
        all.push_back(origin);
    }
    return all;
}

bool is_any_gone(const std::vector<Origin>& origins) {
    return std::ranges::find(origins, Source::gone, &Origin::source) != origins.end();
}

std::vector<Origin> Extracts::origins(const Extract& seen,
                                      const std::vector<Passage>& passages) const {
    return origins_of(floor_, seen.topic, passages);
}

std::vector<Mark> Extracts::marks(const Extract& seen, const std::vector<Passage>& passages) const {
    auto marks = shop_.judge.marks(floor_, seen.network, seen.title, texts_of(passages));
    const auto keeps = store::keeps(floor_.tx, seen.id);
    for (Mark& mark : marks) {
        for (const auto& kept : keeps) {
            const bool is_it = kept.kind == mark.kind && kept.text == mark.text &&
                               kept.reason == mark.reason;
            if (is_it && mark.may_stay) mark.why = kept.why;
        }
    }
    return marks;
}

// What stands behind an extract, as far as this actor finds its posts.
struct Extracts::Weighed {
    std::vector<Passage> passages;
    bool is_changed = false;
    std::set<std::int64_t> authors;       // who are known
    std::set<std::int64_t> contributors;  // of these, whose words are in it
    std::vector<std::int64_t> refusing;   // who said no to just these words
    Wrote wrote = Wrote::none;            // the actor
    Behind behind;
    std::size_t open_marks = 0;
    std::string read;  // what_is_read
};

Extracts::Weighed Extracts::weigh(const Extract& seen) const {
    Weighed weighed{.passages = passages(seen)};
    const auto posts = posts_behind(floor_, seen.topic, weighed.passages);
    std::map<std::int64_t, std::vector<Passage>> by_author;
    for (const Passage& one : weighed.passages) {
        weighed.is_changed |= source_of(one, posts) != Source::same;
        const auto post = std::ranges::find(posts, one.post, &forum::PostText::id);
        if (post == posts.end()) continue;
        by_author[post->author.value].push_back(one);
        if (post->author.value != 0 && is_from(shared_words(one.text, post->markdown))) {
            weighed.contributors.insert(post->author.value);
        }
    }
    const auto own_texts = store::own_texts(floor_.tx, seen.id);
    const auto consents = store::consents(floor_.tx, seen.id);
    bool all_agreed = !by_author.empty();
    for (auto& [author, own] : by_author) {
        if (author != 0) weighed.authors.insert(author);
        if (author == floor_.actor.id().value) weighed.wrote = Wrote::some;
        if (seen.taker && author == seen.taker->value) continue;  // who asks agrees
        const auto consent = std::ranges::find(consents, PersonId{author}, &store::Consent::person);
        const bool is_yes = consent != consents.end() && consent->is_yes.value_or(false);
        const bool is_no = consent != consents.end() && !consent->is_yes.value_or(true);
        if (is_no && consent->agreed == digest_of(own)) weighed.refusing.push_back(author);
        for (Passage& one : own) {
            const auto worded = std::ranges::find(own_texts, one.id, &store::OwnText::passage);
            if (worded != own_texts.end()) one.text = worded->text;
        }
        all_agreed &= author != 0 && is_yes && consent->agreed == digest_of(own);
    }
    std::set<std::string> organisations;
    const std::vector<std::int64_t> persons(weighed.contributors.begin(),
                                            weighed.contributors.end());
    for (auto& place : membership::workplaces(floor_, persons)) {
        organisations.insert(std::move(place.organisation));
    }
    weighed.behind = {.contributors = static_cast<int>(weighed.contributors.size()),
                      .organisations = static_cast<int>(organisations.size()),
                      .was_asked = !consents.empty(),
                      .all_agreed = all_agreed};
    const auto found = marks(seen, weighed.passages);
    weighed.open_marks = static_cast<std::size_t>(std::ranges::count_if(found, &Mark::is_open));
    weighed.read = what_is_read(seen, weighed.passages, found);
    return weighed;
}

Standing Extracts::standing(const Extract& seen) const {
    return standing(seen, weigh(seen));
}

Standing Extracts::standing(const Extract& seen, const Weighed& weighed) const {
    if (weighed.is_changed) return Standing::changed;
    if (weighed.open_marks > 0) return Standing::open_findings;
    if (is_enough(weighed.behind, shop_.thresholds)) return Standing::ready;
    return floor_.now > seen.answers_until() ? Standing::late : Standing::waits;
}

bool Extracts::is_second(const Extract& seen) const {
    const auto own = passages(seen);
    const auto posts = posts_behind(floor_, seen.topic, own);
    const bool wrote = std::ranges::any_of(own, [&](const Passage& one) {
        const auto post = std::ranges::find(posts, one.post, &forum::PostText::id);
        return post != posts.end() && post->author == floor_.actor.id();
    });
    return !may_be_second(floor_.actor, seen, wrote ? Wrote::some : Wrote::none);
}

std::vector<Copy> Extracts::copies(const Extract& seen) const {
    return store::copies(floor_.tx, seen.id, copies_shown_max);
}

std::vector<record::ToldFact> Extracts::history(const Extract& seen) const {
    return record::history(floor_.tx, "extracts.", seen.id.value, copies_shown_max);
}

// ---- the taker ----

Result<ExtractId> Extracts::take(const forum::Topic& topic, const std::vector<int>& numbers) {
    std::vector<forum::PostText> posts;
    if (!numbers.empty()) {
        const auto [first, last] = std::ranges::minmax(numbers);
        posts = forum::Texts(floor_).of(topic.id, first, last);
    }
    if (auto refusal = may_take(floor_.actor, topic.audience, numbers, posts)) {
        return std::unexpected(*refusal);
    }
    std::erase_if(posts, [&](const forum::PostText& post) {
        return std::ranges::find(numbers, post.number) == numbers.end();
    });
    std::vector<Passage> passages;
    for (const auto& post : posts) {
        auto text = passage_from(post.markdown, shop_.judge.host());
        if (text.empty()) continue;
        passages.push_back({.id = {},
                            .post = post.id,
                            .post_number = post.number,
                            .post_version = post.version,
                            .text = std::move(text)});
    }
    if (passages.empty()) {
        return refuse("Nothing is left of these once quotations and signatures are taken away",
                      "posts");
    }
    if (auto refusal = may_be_whole(passages)) return refuse(refusal->sentence, "posts");
    const auto [first, last] = std::ranges::minmax(posts, {}, &forum::PostText::written);
    const ExtractId id = store::add(floor_.tx, {.topic = topic.id,
                                                .audience = topic.audience,
                                                .taker = floor_.actor.id(),
                                                .title = topic.title,
                                                .said_from = month_of(first.written),
                                                .said_to = month_of(last.written),
                                                .now = floor_.now});
    for (const Passage& one : passages) store::add_passage(floor_.tx, id, one);
    floor_.record().add(ExtractTaken{id, topic.id});
    return id;
}

// Each verb looks at the extract as it is now: somebody may have been faster.
Result<ExtractId> Extracts::change(const Extract& seen, const Changes& changes) {
    const Extract now = one(seen.id);
    if (auto refusal = may_change(floor_.actor, now)) return std::unexpected(*refusal);
    const std::string title = tidied(base::one_line(changes.title), shop_.judge.host());
    if (auto refusal = may_be_title(title)) return std::unexpected(*refusal);
    const auto before = passages(now);
    std::size_t left = before.size();
    for (const Passage& passage : before) {
        const std::string text = typed_for(passage, changes.texts, shop_.judge.host());
        if (auto refusal = may_be_passage(text, passage.id)) return std::unexpected(*refusal);
        if (text == passage.text) continue;
        if (!text.empty()) {
            store::set_text(floor_.tx, now.id, passage.id, text);
        } else {
            if (--left == 0) {
                return refuse("One passage has to stay. To drop it all, give the extract up.",
                              "text-" + std::to_string(passage.id.value));
            }
            store::drop_passage(floor_.tx, now.id, passage.id);
        }
    }
    if (auto refusal = may_be_whole(passages(now))) return std::unexpected(*refusal);
    store::set_title(floor_.tx, now.id, title, floor_.now);
    return now.id;
}

Result<ExtractId> Extracts::keep(const Extract& seen, std::string_view key,
                                 const KeepDraft& draft) {
    const Extract now = one(seen.id);
    if (auto refusal = may_change(floor_.actor, now)) return std::unexpected(*refusal);
    auto marks = this->marks(now, passages(now));
    const Mark* const mark = find_mark(marks, key);
    if (!mark) return now.id;  // it is not in the text any more
    if (auto refusal = may_stay(*mark, draft)) {
        return refuse(refusal->sentence, "why-" + std::string(key));
    }
    store::keep(floor_.tx, now.id, {mark->kind, mark->text, mark->reason, draft.why});
    return now.id;
}

Result<ExtractId> Extracts::judge_anew(const Extract& seen, std::string_view key) {
    const Extract now = one(seen.id);
    if (auto refusal = may_change(floor_.actor, now)) return std::unexpected(*refusal);
    auto marks = this->marks(now, passages(now));
    const Mark* const mark = find_mark(marks, key);
    if (mark) store::drop_keep(floor_.tx, now.id, {mark->kind, mark->text, mark->reason, ""});
    return now.id;
}

// Everywhere; an empty key: all that something could stand for. What overlaps waits for the next
// time.
Result<ExtractId> Extracts::write_otherwise(const Extract& seen, std::string_view key) {
    Extract now = one(seen.id);
    if (auto refusal = may_change(floor_.actor, now)) return std::unexpected(*refusal);
    auto all = passages(now);
    auto found = marks(now, all);
    std::erase_if(found, [&](const Mark& mark) {
        return !mark.is_open() || mark.instead.empty() || (!key.empty() && mark.key != key);
    });
    std::string title = now.title;
    std::set<std::int64_t> touched;
    std::size_t begins = 0;  // of what was replaced last, for they are taken from behind
    const std::string* last = nullptr;
    for (auto mark = found.rbegin(); mark != found.rend(); ++mark) {
        std::string& text = mark->passage ? all[*mark->passage].text : title;
        if (last == &text && mark->to > begins) continue;
        text.replace(mark->from, mark->to - mark->from, fitted(*mark, text));
        begins = mark->from;
        last = &text;
        if (mark->passage) touched.insert(all[*mark->passage].id.value);
    }
    for (const Passage& one : all) {
        if (touched.contains(one.id.value)) store::set_text(floor_.tx, now.id, one.id, one.text);
    }
    store::set_title(floor_.tx, now.id, title, floor_.now);
    return now.id;
}

void Extracts::back_to_draft(const Extract& seen, std::string_view why) {
    store::back_to_draft(floor_.tx, seen.id, why, floor_.now);
    store::forget_all_but_no(floor_.tx, seen.id);
}

Result<ExtractId> Extracts::take_anew(const Extract& seen) {
    const Extract now = one(seen.id);
    if (auto refusal = may_give_up(floor_.actor, now)) return std::unexpected(*refusal);
    const auto before = passages(now);
    const auto posts = posts_behind(floor_, now.topic, before);
    std::size_t left = before.size();
    for (Passage passage : before) {
        const Source source = source_of(passage, posts);
        if (source == Source::same) continue;
        passage.text.clear();
        if (source == Source::edited) {
            const auto post = std::ranges::find(posts, passage.post, &forum::PostText::id);
            passage.text = passage_from(post->markdown, shop_.judge.host());
            passage.post_version = post->version;
        }
        if (!passage.text.empty()) {
            store::set_source(floor_.tx, now.id, passage);
        } else if (--left > 0) {
            store::drop_passage(floor_.tx, now.id, passage.id);
        } else {
            return refuse("Nothing of it may be used any more. Give it up, and take another.");
        }
    }
    if (now.state == State::handed_on) {
        back_to_draft(now, "");
        floor_.record().add(ExtractTakenBack{now.id});
    }
    return now.id;
}

// A run of words that another wrote would go out without their being asked or counted.
base::Verdict Extracts::uses_no_other(const Extract& seen,
                                      const std::vector<Passage>& passages) const {
    const auto posts = forum::Texts(floor_).of(seen.topic, 1, std::numeric_limits<int>::max());
    std::unordered_map<std::string, std::vector<std::size_t>> passages_by_run;
    std::vector<const forum::PostText*> own;
    std::vector<std::unordered_set<std::string>> own_runs;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const auto post = std::ranges::find(posts, passages[i].post, &forum::PostText::id);
        if (post == posts.end()) return base::allowed;  // it is stopped for that
        const auto of_post = runs_in(post->markdown, run_words);
        own.push_back(&*post);
        own_runs.emplace_back(of_post.begin(), of_post.end());
        for (auto& run : runs_in(passages[i].text, run_words)) {
            passages_by_run[std::move(run)].push_back(i);
        }
    }
    for (const auto& other : posts) {
        for (const auto& run : runs_in(other.markdown, run_words)) {
            const auto found = passages_by_run.find(run);
            if (found == passages_by_run.end()) continue;
            for (const std::size_t i : found->second) {
                const bool is_theirs = other.id == own[i]->id ||
                                       (other.author == own[i]->author && other.author.value != 0);
                // Whoever wrote later quotes.
                const bool is_quoted = other.number > own[i]->number && own_runs[i].contains(run);
                if (is_theirs || is_quoted) continue;
                return base::Refusal{"Passage " + std::to_string(i + 1) + " has words of post " +
                                         std::to_string(other.number) + ", by somebody else: “" +
                                         run + "”. Leave them out here: they go out with that post",
                                     "text-" + std::to_string(passages[i].id.value)};
            }
        }
    }
    return base::allowed;
}

Result<ExtractId> Extracts::hand_on(const Extract& seen) {
    const Extract now = one(seen.id);
    const Weighed weighed = weigh(now);
    const Readiness readiness{.open_marks = weighed.open_marks,
                              .is_changed = weighed.is_changed,
                              .earlier = store::count_handed_on(floor_.tx, floor_.actor.id(),
                                                                floor_.now - hand_ons_counted_for)};
    if (auto refusal = may_hand_on(floor_.actor, now, readiness)) return std::unexpected(*refusal);
    if (auto refusal = uses_no_other(now, weighed.passages)) return std::unexpected(*refusal);
    store::hand_on(floor_.tx, now.id, floor_.actor.id(), floor_.now);
    // The same statements, whether anybody is asked, and however many. A no to these words stays.
    store::forget_answers(floor_.tx, now.id, weighed.refusing);
    store::List asked;
    if (!weighed.refusing.empty() || !is_enough(weighed.behind, shop_.thresholds)) {
        asked.assign(weighed.authors.begin(), weighed.authors.end());
        if (now.taker) std::erase(asked, now.taker->value);
    }
    store::ask(floor_.tx, now.id, asked, floor_.now);
    floor_.record().add(ExtractHandedOn{now.id});
    return now.id;
}

Result<ExtractId> Extracts::take_back(const Extract& seen) {
    const Extract now = one(seen.id);
    if (auto refusal = may_take_back(floor_.actor, now)) return std::unexpected(*refusal);
    back_to_draft(now, "");
    floor_.record().add(ExtractTakenBack{now.id});
    return now.id;
}

Result<ExtractId> Extracts::give_up(const Extract& seen) {
    const Extract now = one(seen.id);
    if (auto refusal = may_give_up(floor_.actor, now)) return std::unexpected(*refusal);
    store::give_up(floor_.tx, now.id, floor_.now);
    store::forget_answers(floor_.tx, now.id, {});
    floor_.record().add(ExtractGivenUp{now.id});
    return now.id;
}

// ---- the second person ----

// All that must hold is looked at here, in the transaction that publishes.
Result<ExtractId> Extracts::publish(const Extract& seen, std::string_view read) {
    const Extract now = one(seen.id);
    const Weighed weighed = weigh(now);
    if (auto refusal = may_be_second(floor_.actor, now, weighed.wrote)) {
        return std::unexpected(*refusal);
    }
    if (auto refusal = may_go_out(standing(now, weighed))) return std::unexpected(*refusal);
    if (read != weighed.read) {
        return refuse("It has changed since you read it: read it again. Nothing was published.");
    }
    store::publish(floor_.tx, now.id, floor_.actor.id(), floor_.now);
    floor_.record().add(ExtractPublished{now.id});
    return now.id;
}

Result<ExtractId> Extracts::send_back(const Extract& seen, const ReturnDraft& draft) {
    const Extract now = one(seen.id);
    const auto wrote = weigh(now).wrote;
    if (auto refusal = may_be_second(floor_.actor, now, wrote)) return std::unexpected(*refusal);
    if (draft.reason.empty()) return refuse("Say what is to be changed", "reason");
    if (auto refusal = base::fits(draft.reason, reason_characters_max, "A reason", "reason")) {
        return std::unexpected(*refusal);
    }
    back_to_draft(now, draft.reason);
    floor_.record().add(ExtractSentBack{now.id});
    return now.id;
}

// ---- any member ----

std::optional<Form> Extracts::form_of(CopyId copy) const {
    const auto row = store::find_copy(floor_.tx, floor_.actor.id(), copy);
    if (!row) return std::nullopt;
    return row->form;
}

Result<CopyId> Extracts::copy(const Extract& seen, Form form) {
    const Extract now = one(seen.id);
    const auto origins = this->origins(now, passages(now));
    if (auto refusal = may_copy(now, is_any_gone(origins))) return std::unexpected(*refusal);
    const CopyId id = store::add_copy(floor_.tx, now.id, floor_.actor.id(), form, floor_.now);
    floor_.record().add(CopyTaken{now.id, form});
    return id;
}

std::string what_is_read(const Extract& seen, const std::vector<Passage>& passages,
                         const std::vector<Mark>& marks) {
    std::string all = seen.title + '\0' + digest_of(passages) + '\0';
    for (const Mark& mark : marks) all += mark.key + '\0' + mark.why + '\0';
    return crypto::hex(crypto::digest(all));
}

std::string months_in_words(base::Day from, base::Day to) {
    const std::chrono::year_month_day first(from), last(to);
    const auto name = [](const std::chrono::year_month_day& day) {
        return std::string(base::month_name(unsigned(day.month())));
    };
    const std::string end = name(last) + " " + std::to_string(int(last.year()));
    if (from == to) return end;
    if (first.year() == last.year()) return name(first) + " to " + end;
    return name(first) + " " + std::to_string(int(first.year())) + " to " + end;
}

std::string path_to(ExtractId id) {
    return "/extracts/" + std::to_string(id.value);
}

std::string path_to_take(forum::TopicId topic) {
    return "/extracts/topics/" + std::to_string(topic.value);
}

}  // namespace extracts
