#include "demo/community.h"

#include "demo/conversation.h"
#include "demo/dice.h"
#include "demo/networks.h"
#include "demo/pace.h"
#include "demo/people.h"
#include "demo/phrase.h"
#include "demo/subject.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

namespace demo {
namespace {

// Streams of chance, one for each thing that is made: a change in one leaves the others alone.
enum Stream : std::uint64_t { for_places = 1, for_people, for_circles, for_sizes, for_times,
                              for_plan, for_reactions, for_topics };

// A deck deals each of its cards once before any of them again.
class Deck {
public:
    void add(const Subject* subject) { cards_.push_back(subject); }
    bool is_empty() const { return cards_.empty(); }
    const std::vector<const Subject*>& cards() const { return cards_; }

    const Subject* deal(Dice& dice) {
        if (at_ == 0) dice.shuffle(cards_);
        const Subject* dealt = cards_[at_];
        at_ = (at_ + 1) % cards_.size();
        return dealt;
    }

private:
    std::vector<const Subject*> cards_;
    std::size_t at_ = 0;
};

struct Title {
    std::string text;
    std::uint32_t contexts = 0;
    Memory memory;
};

class Maker {
public:
    explicit Maker(const Wish& wish)
        : wish_(wish), library_(library()), plan_(dice(for_plan)) {
        made_.networks = networks();
        made_.organisations = organisations(wish.members, dice(for_places));
        made_.people = people(wish.members, made_.organisations, dice(for_people));
        circles_ = circles(made_.people, dice(for_circles));
        deal_subjects();
    }

    Community make() {
        auto sizes = topic_sizes(wish_.topics, wish_.posts, dice(for_sizes));
        auto times = topic_times(sizes, dice(for_times));
        std::ranges::sort(times, std::greater{}, [](const auto& posts) { return posts.front(); });
        for (const auto& posts : times) made_.topics.push_back(topic(posts));
        pin_and_close();
        react();
        backdate_joining();
        return std::move(made_);
    }

private:
    Dice dice(std::uint64_t stream) const { return Dice(wish_.seed, stream); }

    void deal_subjects() {
        auto plans = network_plans();
        subjects_.resize(plans.size());
        series_.resize(plans.size());
        for (std::size_t i = 0; i < plans.size(); ++i)
            for (const Subject& subject : library_.subjects) {
                if (std::ranges::find(subject.networks, plans[i].slug) == subject.networks.end())
                    continue;
                (subject.is_series() ? series_ : subjects_)[i].add(&subject);
            }
    }

    // A network with members whose topics may grow to this size.
    std::size_t network_for(std::size_t size) {
        auto plans = network_plans();
        auto may_hold = [&](std::size_t i) {
            bool is_long = size > 70 && series_[i].is_empty();
            return !circles_[i].is_empty() && !is_long &&
                   (plans[i].topic_max >= size || plans[i].topic_max == 70);
        };
        std::uint64_t total = 0;
        for (std::size_t i = 0; i < plans.size(); ++i) total += may_hold(i) ? plans[i].talk : 0;
        std::uint64_t at = plan_.below(total);
        for (std::size_t i = 0; i < plans.size(); ++i) {
            if (!may_hold(i)) continue;
            if (at < plans[i].talk) return i;
            at -= plans[i].talk;
        }
        return 0;
    }

    const Subject& subject_for(std::size_t network, std::size_t size) {
        double share = size > 70 ? 1.0 : size > 24 ? 0.06 : size > 8 ? 0.03 : 0.0;
        Deck& series = series_[network];
        std::size_t draws = plan_.chance(share) ? series.cards().size() : 0;
        for (std::size_t i = 0; i < draws; ++i) {
            const Subject* subject = series.deal(plan_);
            // Only in these does the same kind of reply a hundred times over sound natural.
            bool is_broad = subject->key == "hello" || subject->key == "census" ||
                            subject->key == "teams";
            if (is_broad || size <= subject->entries.size() + 4) return *subject;
        }
        return *subjects_[network].deal(plan_);
    }

    Topic topic(const std::vector<std::int64_t>& times) {
        Topic made;
        made.network = network_for(times.size());
        const Subject& subject = subject_for(made.network, times.size());
        const NetworkPlan& plan = network_plans()[made.network];
        made.area = area_for(plan, subject.themes);
        std::size_t number = subject.is_series() ? ++numbers_[subject.key] : 1;
        Dice own = dice(for_topics + made_.topics.size());
        Title heading = title(subject, made.network, number, own);
        made.title = heading.text;
        auto kin = kin_of(subject, made.network);
        Setting setting{made_, library_,         circles_[made.network], made.network,
                        subject, heading.contexts, kin,                  number,
                        heading.memory};
        made.posts = Conversation(setting, times, own).write();
        return made;
    }

    std::vector<const Subject*> kin_of(const Subject& subject, std::size_t network) const {
        std::vector<const Subject*> kin;
        for (const Subject* other : subjects_[network].cards())
            if (other != &subject && other->themes[0] == subject.themes[0]) kin.push_back(other);
        return kin;
    }

    Title title(const Subject& subject, std::size_t network, std::size_t number, Dice& own) {
        const Person& voice = made_.people[circles_[network].writer(own)];
        const Organisation& at = made_.organisations[voice.organisation];
        Scene scene{&voice, &at, &voice, "", "", 0, number};
        for (int tries = 0;; ++tries) {
            Memory memory;
            scene.memory = &memory;
            const Said& line = own.pick(subject.titles);
            std::string text = phrase(line.text, scene, own);
            bool is_marked = tries >= 6 || own.chance(0.06);
            bool is_ward = subject.nearness() == Nearness::ward;
            if (is_marked && !subject.is_series()) text = marked(text, is_ward, scene, own);
            if (tries >= 200) text = marked(text, is_ward, scene, own);
            if (titles_.insert(text).second) return {text, line.fits, memory};
        }
    }

    // The same question from somewhere else: "From the night shift: …" or "… (small trust)".
    std::string marked(const std::string& text, bool is_ward, const Scene& scene, Dice& own) {
        const GeneralTalk& talk = library_.talk;
        bool has_colon = text.find(':') != std::string::npos;
        if (has_colon || own.chance(0.3))
            return text + " (" + phrase_inside(mark(talk.title_backs, is_ward, own), scene, own) +
                   ")";
        return phrase(mark(talk.title_fronts, is_ward, own), scene, own) + ": " +
               lower_first(text);
    }

    // Wards and specialties mark only what happens on wards.
    static std::string_view mark(const Pool& marks, bool is_ward, Dice& own) {
        while (true) {
            std::string_view drawn = own.pick(marks);
            bool is_of_ward = drawn.find("pecialty}") != std::string_view::npos ||
                              drawn.find("ard}") != std::string_view::npos;
            if (is_ward || !is_of_ward) return drawn;
        }
    }

    std::string phrase_inside(std::string_view line, const Scene& scene, Dice& own) {
        std::string text = phrase(line, scene, own);
        bool is_name = line.starts_with("{region}") && !text.starts_with("The ");
        return is_name ? text : lower_first(text);
    }

    void pin_and_close() {
        Dice chance = dice(for_plan + 100);
        std::unordered_map<std::size_t, int> pinned;
        for (Topic& topic : made_.topics) {
            bool is_quiet = topic.posts.back().ago_s > 200 * 86400;
            topic.closed = is_quiet && chance.chance(0.05);
            bool is_worthy = topic.posts.size() > 30 && !topic.closed;
            if (is_worthy && pinned[topic.network] < 2 && chance.chance(0.12)) {
                topic.pinned = true;
                ++pinned[topic.network];
            }
        }
    }

    void react() {
        Dice chance = dice(for_reactions);
        for (Topic& topic : made_.topics)
            for (std::size_t i = 0; i < topic.posts.size(); ++i)
                react_to(topic.posts[i], i == 0, circles_[topic.network], chance);
    }

    // Long posts with something in them are found useful; short ones are thanked.
    static void react_to(Post& post, bool is_opening, const Circle& circle, Dice& chance) {
        double age_days = static_cast<double>(post.ago_s) / 86400;
        double seen = age_days / (age_days + 0.6);
        double u = chance.unit(), v = chance.unit();
        double substance = std::min(1.0, static_cast<double>(post.markdown.size()) / 320);
        double for_asking = is_opening ? 1.5 * u : 0;
        auto thanks = static_cast<std::size_t>(seen * (u * u * u * 11 + for_asking));
        auto useful = static_cast<std::size_t>(seen * substance * v * v * v * 13);
        post.thanked_by = readers(circle, post.author, thanks, chance);
        post.found_useful_by = readers(circle, post.author, useful, chance);
    }

    static std::vector<std::size_t> readers(const Circle& circle, std::size_t author,
                                            std::size_t wanted, Dice& chance) {
        std::vector<std::size_t> made;
        for (std::size_t tries = 0; tries < wanted * 2 && made.size() < wanted; ++tries) {
            std::size_t reader = circle.reader(chance);
            bool is_in = std::ranges::find(made, reader) != made.end();
            if (reader != author && !is_in) made.push_back(reader);
        }
        return made;
    }

    // Nobody writes before they join.
    void backdate_joining() {
        for (const Topic& topic : made_.topics)
            for (const Post& post : topic.posts) {
                std::int64_t& joined = made_.people[post.author].joined_ago_s;
                joined = std::max(joined, post.ago_s + 3600);
            }
    }

    const Wish& wish_;
    Library library_;
    Dice plan_;
    Community made_;
    std::vector<Circle> circles_;
    std::vector<Deck> subjects_, series_;  // by network
    std::unordered_map<std::string_view, std::size_t> numbers_;
    std::unordered_set<std::string> titles_;
};

}  // namespace

Community community(const Wish& wish) {
    if (wish.members == 0 || wish.topics == 0 || wish.posts < wish.topics)
        throw std::invalid_argument("a demo community needs members, topics and a post for each");
    return Maker(wish).make();
}

}  // namespace demo
