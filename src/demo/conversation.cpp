#include "demo/conversation.h"

#include "demo/networks.h"
#include "demo/sentence.h"

#include <algorithm>
#include <array>
#include <bit>

namespace demo {
namespace {

constexpr std::int64_t day_s = 86400;
constexpr std::size_t amira = 0;  // her place in Community::people

std::uint64_t trace(std::string_view sentence) {
    std::string folded;
    for (char c : sentence) folded += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return fingerprint(folded);
}

// The kinds of organisation that know about a setting.
bool knows(std::string_view kind, std::string_view setting) {
    if (setting == "acute") return kind == "Acute trust" || kind == "Health board" ||
                                   kind == "Specialist trust" ||
                                   kind == "Health and social care trust";
    if (setting == "mental") return kind == "Mental health trust" || kind == "Health board";
    if (setting == "community")
        return kind == "Community trust" || kind == "Health board" ||
               kind == "Health and social care trust" || kind == "Hospice";
    if (setting == "ambulance") return kind == "Ambulance trust" || kind == "Acute trust";
    if (setting == "primary") return kind == "GP federation" || kind == "Integrated care board";
    if (setting == "icb") return kind == "Integrated care board" || kind == "Health board";
    return true;
}

// Who may begin a post like this.
struct Entitled {
    std::string_view beginning, word_in_role;
};
constexpr std::array<Entitled, 10> entitled = {{{"GP here", "GP"},
                                                {"From general practice", "GP"},
                                                {"From pharmacy", "pharmac"},
                                                {"From the nursing side", "urse"},
                                                {"An allied health view", "AHP"},
                                                {"From the CIO side", "CIO"},
                                                {"From the finance side", "manager"},
                                                {"As a Guardian", "Caldicott"},
                                                {"One from the wider", "lead"},
                                                {"Please don't call us", "AHP"}}};

template <class List>
List shuffled(List list, Dice& dice) {
    dice.shuffle(list);
    return list;
}

}  // namespace

Conversation::Conversation(const Setting& setting, const std::vector<std::int64_t>& times,
                           Dice dice)
    : setting_(setting), memory_(setting.memory), times_(times), dice_(dice) {
    const GeneralTalk& talk = setting.library.talk;
    chatter_ = shuffled(talk.remarks, dice_);
    thanks_ = shuffled(talk.thanks, dice_);
    quote_remarks_ = shuffled(talk.quote_remarks, dice_);
    leads_ = shuffled(talk.leads, dice_);
    amira_questions_ = shuffled(talk.ask_amira, dice_);
    welcomes_ = shuffled(talk.welcomes, dice_);
    exchanges_ = shuffled(talk.exchanges, dice_);
}

std::vector<Post> Conversation::write() {
    posts_.reserve(times_.size());
    open();
    while (left() > 0) next();
    return std::move(posts_);
}

SaidPool Conversation::unsaid(const SaidPool& pool, std::uint32_t context) {
    SaidPool left;
    for (const Said& said : pool)
        if (fits(said, context) && !posted_in_.contains(said.text)) left.push_back(said);
    return shuffled(left, dice_);
}

bool Conversation::is_done(Matter matter) const {
    return std::ranges::any_of(matters_, [&](const Matter& done) {
        return done.subject == matter.subject && done.context == matter.context;
    });
}

std::uint32_t Conversation::choose_context(const Subject& subject, std::uint32_t allowed) {
    std::vector<std::uint32_t> choice;
    for (std::size_t i = 1; i <= subject.contexts.size(); ++i)
        if (allowed == 0 || (allowed & (1u << i)) != 0) choice.push_back(1u << i);
    return choice.empty() ? 2u : dice_.pick(choice);
}

// Posts the opening; nothing changes when it would repeat something.
bool Conversation::begin_matter(Matter matter, std::size_t asker, std::string_view turn) {
    std::string text = opening_text(matter, asker);
    if (turn.ends_with(": ")) text = lower_first(text);
    std::size_t began = posts_.size();
    if (!post({asker, std::string(turn) + text, Kind::opening})) return false;
    matter_ = matter.subject;
    matters_.push_back(matter);
    asker_ = asker;
    matter_began_ = began;
    replies_ = unsaid(matter_->replies, matter.context);
    points_ = unsaid(matter_->points, matter.context);
    follow_ups_ = unsaid(matter_->follow_ups, matter.context);
    updates_ = unsaid(matter_->updates, matter.context);
    return true;
}

void Conversation::open() {
    asker_ = writer();
    for (int tries = 0; tries < 50; ++tries)
        if (begin_matter({&setting_.subject, choose_context(setting_.subject, setting_.contexts)},
                         asker_, ""))
            return;
}

void Conversation::next() {
    if (answer_pending() || report_back()) return;
    if (matter_->is_series()) {
        if (dice_.chance(0.10) && welcome()) return;
        if (posts_.size() > 8 && dice_.chance(0.04) && follow_up()) return;
        for (int tries = 0; tries < 12; ++tries)
            if (series_entry()) return;
        return void(anything());
    }
    if (ask_amira()) return;
    if (dice_.chance(0.15) && follow_up()) return;
    if (dice_.chance(0.14) && put_question()) return;
    if (dice_.chance(0.06) && remark_on_quote()) return;
    bool has_begun = posts_.size() > matter_began_ + 1;
    if (has_begun && dice_.chance(0.055) && chat()) return;
    if (report() || (left() > 1 && move_on())) return;
    if (chat() || follow_up() || put_question() || remark_on_quote() || move_on()) return;
    anything();
}

bool Conversation::answer_pending() {
    constexpr std::int64_t patience_s = 9 * day_s;
    std::erase_if(pending_, [&](const Exchanged& asked) {
        return times_[asked.at] - times_[posts_.size()] > patience_s;
    });
    for (std::size_t i = 0; i < pending_.size(); ++i) {
        const Exchanged asked = pending_[i];
        if (is_last(asked.to) || !(dice_.chance(0.6) || left() == 1)) continue;
        pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(i));
        std::string text = say(asked.answer, asked.to);
        bool is_apart = posts_.size() - asked.at > 2;
        if (is_apart) text = "@" + person(asked.by).handle + " " + lower_first(text);
        return post({asked.to, text, Kind::answer});
    }
    return false;
}

bool Conversation::report_back() {
    if (updates_.empty() || since_s() < 15 * day_s || is_last(asker_)) return false;
    if (!dice_.chance(0.6)) return false;
    Said update;
    if (!draw_answer(updates_, update)) return false;
    return post({asker_, say(update.text, asker_), Kind::from_asker});
}

bool Conversation::follow_up() {
    if (posts_.size() < matter_began_ + 2 || is_last(asker_)) return false;
    if (kinds_.back() == Kind::chatter) return false;
    Said own;
    bool is_general = !matter_->is_series() && !dice_.chance(0.75);
    if (is_general || !draw_answer(follow_ups_, own)) return give_thanks();
    std::size_t to = own.after.empty() ? posts_.size() - 1 : posted_in_.at(own.after);
    std::string text = say(own.text, asker_, person(posts_[to].author).handle);
    bool is_apart = to + 1 != posts_.size();
    double u = own.text.find("@@") == std::string_view::npos ? dice_.unit() : 1;
    if (u < 0.4) text = quoted(to) + text;
    else if (u < 0.6 && is_apart) text = "@" + person(posts_[to].author).handle + " " + text;
    return post({asker_, text, Kind::from_asker});
}

bool Conversation::give_thanks() {
    if (thanks_.empty()) return false;
    std::string_view line = draw(thanks_);
    std::string text = say(line, asker_, person(posts_.back().author).handle);
    bool may_quote = line.find("@@") == std::string_view::npos;
    if (may_quote && dice_.chance(0.4)) text = quoted(posts_.size() - 1) + text;
    return post({asker_, text, Kind::from_asker});
}

bool Conversation::put_question() {
    auto about = recent_report();
    if (!about || exchanges_.empty()) return false;
    std::size_t to = posts_[*about].author;
    std::size_t by = dice_.chance(0.25) && asker_ != to ? asker_ : writer();
    if (by == to || is_last(by)) return false;
    auto fitting = std::ranges::find_if(exchanges_, [&](const Exchange& exchange) {
        return exchange.at_least <= matter_->nearness();
    });
    if (fitting == exchanges_.end()) return false;
    Exchange exchange = *fitting;
    exchanges_.erase(fitting);
    std::string text = say(exchange.question, by);
    double u = dice_.unit();
    if (u < 0.6) text = quoted(*about) + text;
    else if (u < 0.82 || *about + 1 != posts_.size())
        text = "@" + person(to).handle + " " + lower_first(text);
    if (!post({by, text, Kind::question})) return false;
    taken_up_.insert(*about);
    pending_.push_back({exchange.answer, to, by, posts_.size() - 1});
    return true;
}

bool Conversation::remark_on_quote() {
    auto about = recent_report();
    if (!about || quote_remarks_.empty()) return false;
    std::string quote = quoted(*about);
    std::size_t by = writer();
    if (quote.empty() || by == posts_[*about].author || is_last(by)) return false;
    if (!post({by, quote + say(draw(quote_remarks_), by), Kind::chatter})) return false;
    taken_up_.insert(*about);
    return true;
}

bool Conversation::ask_amira() {
    bool is_ccio = setting_.community.networks[setting_.network].slug == "ccio";
    bool is_fresh = times_[posts_.size()] < 2 * day_s;
    constexpr std::size_t calls_max = 2;  // in one topic
    std::size_t calls = setting_.library.talk.ask_amira.size() - amira_questions_.size();
    if (!is_ccio || calls == calls_max || !dice_.chance(is_fresh ? 0.22 : 0.003)) return false;
    std::size_t by = writer();
    if (asker_ == amira || by == amira || is_last(by)) return false;
    if (!post({by, say(draw(amira_questions_), by), Kind::question})) return false;
    bool she_answers = dice_.chance(0.3);
    if (she_answers)
        pending_.push_back({dice_.pick(setting_.library.talk.amira_answers), amira, by,
                            posts_.size() - 1});
    return true;
}

bool Conversation::chat() {
    if (chatter_.empty()) return false;
    std::string_view line = draw(chatter_);
    auto by = voice_for(line, newcomer());
    if (!by || is_last(*by) || *by == asker_) return false;
    return post({*by, say(line, *by), Kind::chatter});
}

bool Conversation::report() {
    std::size_t by = speaker_for_report();
    if (by == asker_ || is_last(by)) by = newcomer();
    if (by == asker_ || is_last(by)) by = setting_.circle.reader(dice_);
    bool is_worn = replies_.empty() && left() > 3 && dice_.chance(0.6);
    bool is_brief = !points_.empty() && !is_worn && (replies_.empty() || dice_.chance(0.14));
    if (is_brief) return post({by, points_text(by), Kind::chatter});
    for (int tries = 0; tries < 3 && !replies_.empty(); ++tries) {
        Said reply = draw(replies_);
        auto entitled = voice_for(reply.text, by);
        if (!entitled || *entitled == asker_ || is_last(*entitled)) continue;
        if (post({*entitled, report_text(reply, *entitled), Kind::report})) return true;
    }
    return false;
}

// Somebody else takes the conversation to a neighbouring matter: another side of the same subject,
// or a subject akin to it.
bool Conversation::move_on() {
    constexpr std::array<std::string_view, 8> turns = {
        "On a related matter. ",
        "A neighbouring question, if I may. ",
        "Slightly to one side of this. ",
        "Since the right people are all here: ",
        "This leads me to something I have been meaning to ask. ",
        "May I take this one step further? ",
        "Reading this I thought of our own next problem. ",
        "And then there is the other half of it. "};
    std::vector<const Subject*> choice = shuffled(setting_.kin, dice_);
    choice.insert(choice.begin(), matter_);
    for (const Subject* next : choice) {
        Matter matter{next, choose_context(*next, 0)};
        std::size_t by = newcomer();
        if (is_done(matter) || is_last(by)) continue;
        if (unsaid(next->replies, matter.context).size() < 2) continue;
        if (begin_matter(matter, by, dice_.pick(turns))) return true;
    }
    return false;
}

bool Conversation::series_entry() {
    std::size_t by = newcomer();
    if (is_last(by)) by = setting_.circle.reader(dice_);
    if (is_last(by) || by == asker_) return false;
    if (entries_.empty()) entries_ = shuffled(matter_->entries, dice_);
    if (remarks_.empty()) remarks_ = shuffled(matter_->remarks, dice_);
    std::string text = say(draw(entries_), by);
    if (dice_.chance(0.8)) text += " " + say(draw(remarks_), by);
    if (dice_.chance(0.2)) text += " " + say(dice_.pick(matter_->asides), by);
    return post({by, text, Kind::entry});
}

bool Conversation::welcome() {
    bool is_hello = matter_->key == "hello";
    if (!is_hello || welcomes_.empty() || posts_.size() < 3) return false;
    const Post& before = posts_.back();
    std::size_t by = dice_.chance(0.3) ? asker_ : setting_.circle.writer(dice_);
    if (by == before.author || kinds_.back() != Kind::entry) return false;
    return post({by, say(dice_.pick(welcomes_), by, person(before.author).handle), Kind::chatter});
}

// For wishes beyond what the material can fill: says something again, with other numbers, and in
// the end whatever comes, for the count of posts must be right.
bool Conversation::anything() {
    const GeneralTalk& talk = setting_.library.talk;
    for (int tries = 0; tries < 60; ++tries) {
        std::size_t by = tries < 20 ? newcomer() : setting_.circle.reader(dice_);
        if (is_last(by) && tries < 30) continue;
        std::string_view line = tries % 3 == 0 || matter_->replies.empty()
                                    ? dice_.pick(talk.remarks)
                                    : dice_.pick(matter_->replies).text;
        if (post({by, say(line, by), Kind::chatter})) return true;
    }
    std::size_t by = setting_.circle.reader(dice_);
    remember({by, say(dice_.pick(talk.remarks), by), Kind::chatter});
    return true;
}

std::string Conversation::opening_text(Matter matter, std::size_t author) {
    const Subject& subject = *matter.subject;
    auto at = static_cast<std::size_t>(std::countr_zero(matter.context)) - 1;
    std::string text = say(subject.contexts.at(at).text, author);
    SaidPool questions;
    for (const Said& question : subject.questions)
        if (fits(question, matter.context)) questions.push_back(question);
    questions = shuffled(questions, dice_);
    if (!questions.empty()) text += "\n\n" + say(questions[0].text, author);
    if (questions.size() > 1 && dice_.chance(0.4))
        text += "\n\n" + say(questions[1].text, author);
    if (!subject.is_series() && dice_.chance(0.35))
        text += "\n\n" + say(dice_.pick(setting_.library.talk.closings), author);
    return text;
}

std::string Conversation::report_text(const Said& reply, std::size_t author) {
    std::string text = say(reply.text, author);
    bool has_own_lead = reply.text.starts_with("{Kind}") || reply.text.starts_with("GP here");
    if (!has_own_lead && !leads_.empty() && dice_.chance(0.18))
        text = say(draw(leads_), author) + " " + text;
    if (!points_.empty() && dice_.chance(left() < points_.size() ? 0.42 : 0.22))
        text += "\n\n" + say(draw(points_).text, author);
    return text;
}

std::string Conversation::points_text(std::size_t author) {
    if (points_.size() < 2 || !dice_.chance(0.45)) {
        return say(draw(points_).text, author);
    }
    constexpr std::array<std::string_view, 6> heads = {
        "Two small things:",         "Two things that nobody told us:", "From our list:",
        "Only two points to add:", "Not much to add, except:",        "Briefly:"};
    std::string text(dice_.pick(heads));
    text += "\n\n- " + say(draw(points_).text, author);
    return text + "\n- " + say(draw(points_).text, author);
}

std::string Conversation::say(std::string_view line, std::size_t author,
                              std::string_view mentioned) {
    const Person& speaker = person(author);
    const Organisation& workplace = setting_.community.organisations[speaker.organisation];
    Scene scene{&speaker, &workplace, &person(asker_), mentioned, person(amira).handle};
    scene.since_s = since_s();
    scene.number = setting_.number;
    scene.memory = &memory_;
    return phrase(line, scene, dice_);
}

// A quotation block, with the number of the post; empty when it holds nothing to quote.
std::string Conversation::quoted(std::size_t post) {
    std::string_view words = excerpt(posts_[post].markdown, dice_);
    if (words.empty()) return {};
    return "> #" + std::to_string(post + 1) + "\n> " + std::string(words) + "\n\n";
}

bool Conversation::post(Turn turn) {
    bool is_fresh = is_new(turn.markdown);
    if (is_fresh) {
        for (std::string_view line : drawn_) posted_in_.emplace(line, posts_.size());
        remember(turn);
    }
    drawn_.clear();
    return is_fresh;
}

void Conversation::remember(const Turn& turn) {
    Post made;
    made.author = turn.author;
    made.ago_s = times_[posts_.size()];
    made.markdown = turn.markdown;
    for (std::string_view sentence : sentences(turn.markdown)) said_.insert(trace(sentence));
    posts_.push_back(std::move(made));
    kinds_.push_back(turn.kind);
    if (std::ranges::find(speakers_, turn.author) == speakers_.end())
        speakers_.push_back(turn.author);
}

bool Conversation::is_new(std::string_view markdown) const {
    std::unordered_set<std::uint64_t> own;
    for (std::string_view sentence : sentences(markdown)) {
        std::uint64_t mark = trace(sentence);
        if (said_.contains(mark) || !own.insert(mark).second) return false;
    }
    return true;
}

// Somebody who knows the setting, if that can be had in a few draws.
std::size_t Conversation::writer() {
    std::string_view setting = matter_ ? matter_->setting : setting_.subject.setting;
    std::size_t drawn = setting_.circle.writer(dice_);
    for (int tries = 0; tries < 6; ++tries) {
        const Organisation& at = setting_.community.organisations[person(drawn).organisation];
        if (knows(at.kind, setting)) return drawn;
        drawn = setting_.circle.writer(dice_);
    }
    return drawn;
}

std::optional<std::size_t> Conversation::voice_for(std::string_view line, std::size_t wanted) {
    for (const Entitled& rule : entitled) {
        if (!line.starts_with(rule.beginning)) continue;
        for (int tries = 0; tries < 60; ++tries) {
            if (person(wanted).role.find(rule.word_in_role) != std::string::npos) return wanted;
            wanted = setting_.circle.reader(dice_);
        }
        return std::nullopt;
    }
    return wanted;
}

std::size_t Conversation::newcomer() {
    std::size_t drawn = writer();
    for (int tries = 0; tries < 6; ++tries) {
        if (std::ranges::find(speakers_, drawn) == speakers_.end()) return drawn;
        drawn = tries < 3 ? writer() : setting_.circle.reader(dice_);
    }
    return drawn;
}

// Mostly a new voice; now and then one we have heard, who has more to say.
std::size_t Conversation::speaker_for_report() {
    bool is_known = speakers_.size() > 3 && dice_.chance(0.22);
    return is_known ? dice_.pick(speakers_) : newcomer();
}

bool Conversation::is_last(std::size_t person) const {
    return !posts_.empty() && posts_.back().author == person;
}

std::optional<std::size_t> Conversation::recent_report() {
    std::vector<std::size_t> found;
    std::size_t oldest = posts_.size() > 5 ? posts_.size() - 5 : 0;
    for (std::size_t i = std::max(oldest, matter_began_); i < posts_.size(); ++i)
        if ((kinds_[i] == Kind::report || kinds_[i] == Kind::entry) && !taken_up_.contains(i))
            found.push_back(i);
    if (found.empty()) return std::nullopt;
    return dice_.chance(0.6) ? found.back() : dice_.pick(found);
}

std::string_view Conversation::draw(Pool& pool) {
    std::string_view line = pool.back();
    pool.pop_back();
    return line;
}

Said Conversation::draw(SaidPool& pool) {
    Said said = pool.back();
    pool.pop_back();
    drawn_.push_back(said.text);
    return said;
}

bool Conversation::draw_answer(SaidPool& pool, Said& drawn) {
    auto may_be_said = [&](const Said& said) {
        return said.after.empty() || posted_in_.contains(said.after);
    };
    auto found = std::ranges::find_if(pool, may_be_said);
    if (found == pool.end()) return false;
    drawn = *found;
    pool.erase(found);
    return true;
}

std::int64_t Conversation::since_s() const {
    if (posts_.size() >= times_.size() || posts_.empty()) return 0;
    return times_[std::min(matter_began_, posts_.size())] - times_[posts_.size()];
}

}  // namespace demo
