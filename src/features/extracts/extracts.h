#pragma once
// Extracts of what was said, to be taken outside: a text in which nothing tells who spoke, read by
// the linter against the network's own roll, released by a second person, and where few spoke, with
// the consent of each. `Extracts` are those that one actor may know of.

#include "features/extracts/judge.h"
#include "features/forum/forum.h"
#include "platform/base/result.h"
#include "platform/record/history.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace extracts {

using ExtractId = base::Id<struct ExtractTag>;
using PassageId = base::Id<struct PassageTag>;
using CopyId = base::Id<struct CopyTag>;
using forum::AudienceId;
using forum::PersonId;
using networks::Network;

inline constexpr std::size_t title_characters_max = 140;
inline constexpr std::size_t passage_characters_max = forum::body_characters_max;
inline constexpr int passages_max = 60;  // of one extract
inline constexpr std::size_t reason_characters_max = 400;
inline constexpr int extracts_max = 200;  // of one list
inline constexpr int copies_shown_max = 100;
inline constexpr std::size_t text_characters_max = 200'000;  // of all passages
inline constexpr std::int64_t hand_ons_a_month = 10;         // of one person
inline constexpr auto hand_ons_counted_for = base::days{30};
inline constexpr auto answer_within = base::days{14};
inline constexpr auto copy_good_for = base::minutes{10};
inline constexpr auto drafts_kept = base::days{90};
inline constexpr auto answers_kept = base::days{730};  // after publication; and who took copies

enum class State { draft = 1, handed_on, published, given_up };
enum class Form { markdown = 1, html, pdf };

struct FormFace {
    Form form;
    std::string_view code, words, type;  // "md", "Markdown", of media
};
std::span<const FormFace> forms();
const FormFace& face_of(Form form);

// Whether an extract that was handed on can be published now. Of what consents lack, and how many
// contributors are missing, nothing is told apart.
enum class Standing { ready, waits, late, changed, open_findings };

struct Extract {
    ExtractId id;
    forum::TopicId topic;
    Network network;
    std::optional<PersonId> taker;
    std::string taker_name, second_name;  // "": erased
    std::string title;
    State state = State::draft;
    base::Day said_from, said_to;  // months
    base::Instant made, changed;
    std::optional<base::Instant> handed_on, published;
    std::string returned;  // why a second person sent it back

    base::Instant answers_until() const { return *handed_on + answer_within; }
};

struct Passage {
    PassageId id;
    forum::PostId post;
    int post_number = 0;
    int post_version = 1;
    std::string text;
};

// What the post is now that a passage was taken from.
enum class Source { same, edited, gone };  // gone: closed or hidden since
struct Origin {
    Source source = Source::same;
    std::size_t other_words = 0;  // of the passage, that are not from the post
};

// An author's own passages, as they would go out.
struct Asked {
    Extract extract;
    std::vector<Passage> passages;
    std::optional<bool> answer;
};

struct Copy {
    std::string person_name;
    Form form = Form::markdown;
    base::Instant at;
};

struct TitleDraft {
    std::string title;
};
struct KeepDraft {
    std::string why;
};
struct ReturnDraft {
    std::string reason;
};

using Texts = std::vector<std::pair<PassageId, std::string>>;
struct Changes {
    std::string title;
    Texts texts;  // an empty one takes its passage out
};

// How few may stand behind a text that goes out without each of them being asked.
struct Thresholds {
    int contributors_min = 5;
    int organisations_min = 5;
};

// What extracts are made with, beside the data. Safe for concurrent use.
struct Workshop {
    Workshop(std::string host, Thresholds its_thresholds)
        : judge(std::move(host)), thresholds(its_thresholds) {}
    Judge judge;
    const Thresholds thresholds;
};

bool is_any_gone(const std::vector<Origin>& origins);
std::vector<Origin> origins_of(const record::Floor& floor, forum::TopicId topic,
                               const std::vector<Passage>& passages);

class Extracts {
public:
    Extracts(const record::Floor& floor, Workshop& workshop) : floor_(floor), shop_(workshop) {}

    // Reads. NotFound for what is not there or not for this actor.
    std::vector<Extract> all() const;  // the actor's own and those of their networks, latest first
    Extract one(ExtractId id) const;
    std::optional<Extract> find(ExtractId id) const;
    std::vector<Passage> passages(const Extract& seen) const;
    std::vector<Origin> origins(const Extract& seen, const std::vector<Passage>& passages) const;
    std::vector<Mark> marks(const Extract& seen, const std::vector<Passage>& passages) const;
    Standing standing(const Extract& seen) const;  // of one that was handed on
    bool is_mine(const Extract& seen) const { return seen.taker == floor_.actor.id(); }
    bool is_second(const Extract& seen) const;  // may be its second person
    std::vector<Copy> copies(const Extract& seen) const;
    std::vector<record::ToldFact> history(const Extract& seen) const;  // no answers are in it

    // The taker's.
    base::Result<ExtractId> take(const forum::Topic& topic, const std::vector<int>& numbers);
    base::Result<ExtractId> change(const Extract& seen, const Changes& changes);
    base::Result<ExtractId> keep(const Extract& seen, std::string_view key, const KeepDraft& draft);
    base::Result<ExtractId> judge_anew(const Extract& seen, std::string_view key);  // no keeping
    base::Result<ExtractId> write_otherwise(const Extract& seen, std::string_view key);
    base::Result<ExtractId> take_anew(const Extract& seen);  // what changed in its posts
    base::Result<ExtractId> hand_on(const Extract& seen);
    base::Result<ExtractId> take_back(const Extract& seen);  // to be changed
    base::Result<ExtractId> give_up(const Extract& seen);
    // The second person's.
    base::Result<ExtractId> publish(const Extract& seen, std::string_view read);  // what_is_read
    base::Result<ExtractId> send_back(const Extract& seen, const ReturnDraft& draft);
    // Any member's.
    std::optional<Form> form_of(CopyId copy) const;  // of the actor's own
    base::Result<CopyId> copy(const Extract& seen, Form form);

private:
    struct Weighed;
    Weighed weigh(const Extract& seen) const;
    Standing standing(const Extract& seen, const Weighed& weighed) const;
    void back_to_draft(const Extract& seen, std::string_view why);
    base::Verdict uses_no_other(const Extract& seen, const std::vector<Passage>& passages) const;

    record::Floor floor_;
    Workshop& shop_;
};

// What an author is asked about their own words: wherever they belong now, and nobody else.
class Consents {
public:
    Consents(const record::Floor& floor, Workshop& workshop) : floor_(floor), shop_(workshop) {}

    Asked asked(ExtractId id) const;         // NotFound to whoever is not asked
    std::vector<Asked> asked_of_me() const;  // that wait, without their passages

    // Their own wording becomes the text, once all who are asked have agreed.
    base::Result<ExtractId> agree(const Asked& asked, const Texts& own_words);
    base::Result<ExtractId> decline(const Asked& asked);  // or take a yes back

private:
    base::Verdict tells_of_nobody(const Asked& asked) const;

    record::Floor floor_;
    Workshop& shop_;
};

// The same for as long as a reader has the same before them: the words, and why what stays.
std::string what_is_read(const Extract& seen, const std::vector<Passage>& passages,
                         const std::vector<Mark>& marks);
std::string months_in_words(base::Day from, base::Day to);  // "May 2027", "May to June 2027"
std::string path_to(ExtractId id);
std::string path_to_take(forum::TopicId topic);

}  // namespace extracts
