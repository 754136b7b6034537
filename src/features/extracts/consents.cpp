#include "features/extracts/assembly.h"
#include "features/extracts/facts.h"
#include "features/extracts/policy.h"
#include "platform/base/text.h"

#include <algorithm>

namespace extracts {

using base::refuse;
using base::Result;

Asked Consents::asked(ExtractId id) const {
    const auto me = floor_.actor.id();
    auto extract = extract_of(store::find_asked(floor_.tx, me, id), floor_);
    if (!extract) throw base::NotFound();
    const auto answer = store::find_answer(floor_.tx, me, id);
    return {.extract = *std::move(extract),
            .passages = store::own_passages(floor_.tx, me, id),
            .answer = answer ? answer->answer : std::nullopt};
}

std::vector<Asked> Consents::asked_of_me() const {
    auto rows = store::asked_of(floor_.tx, floor_.actor.id());
    if (rows.empty()) return {};
    std::vector<Asked> all;
    for (auto& extract : extracts_of(std::move(rows), floor_)) {
        all.push_back({.extract = std::move(extract), .passages = {}, .answer = {}});
    }
    return all;
}

Result<ExtractId> Consents::agree(const Asked& asked, const Texts& own_words) {
    Asked now = this->asked(asked.extract.id);
    const auto id = now.extract.id;
    if (auto refusal = may_answer(now, true, floor_.now)) return std::unexpected(*refusal);
    for (Passage& passage : now.passages) {
        passage.text = typed_for(passage, own_words, shop_.judge.host());
        if (passage.text.empty()) {
            return refuse("Say in your words what may be used, or say no",
                          "text-" + std::to_string(passage.id.value));
        }
        if (auto refusal = may_be_passage(passage.text, passage.id)) {
            return std::unexpected(*refusal);
        }
    }
    if (auto refusal = tells_of_nobody(now)) return std::unexpected(*refusal);
    const auto before = store::find_answer(floor_.tx, floor_.actor.id(), id);
    const std::string agreed = digest_of(now.passages);
    if (before && before->answer.value_or(false) && before->agreed == agreed) return id;
    const bool was_missing = store::count_missing(floor_.tx, id) > 0;
    for (const Passage& one : now.passages) {
        store::set_own_text(floor_.tx, id, one.id, one.text);
    }
    store::answer(floor_.tx, id, {floor_.actor.id(), true, agreed}, floor_.now);
    store::put_in_own_texts(floor_.tx, id);
    floor_.record().add(AuthorAnswered{id});
    if (was_missing && store::count_missing(floor_.tx, id) == 0) {
        floor_.record().add(AnswersComplete{id});
    }
    return id;
}

// In its author's words. Who left the network is not told whose name it is that its roll has.
base::Verdict Consents::tells_of_nobody(const Asked& asked) const {
    const Extracts extracts(floor_, shop_);
    auto all = extracts.passages(asked.extract);
    for (Passage& one : all) {
        const auto own = std::ranges::find(asked.passages, one.id, &Passage::id);
        if (own != asked.passages.end()) one.text = own->text;
    }
    if (auto refusal = may_be_whole(all)) return refusal;
    const bool belongs = floor_.actor.belongs_to(asked.extract.network.audience);
    for (const Mark& mark : extracts.marks(asked.extract, all)) {
        if (!mark.is_open() || !mark.passage) continue;
        const auto own = std::ranges::find(asked.passages, all[*mark.passage].id, &Passage::id);
        if (own == asked.passages.end()) continue;
        const std::string what = belongs ? "“" + base::excerpt(base::one_line(mark.text), 80) + "”"
                                         : std::string("Something in these words");
        return base::Refusal{what + " could still tell who spoke. Write it otherwise",
                             "text-" + std::to_string(own->id.value)};
    }
    return base::allowed;
}

Result<ExtractId> Consents::decline(const Asked& asked) {
    Asked now = this->asked(asked.extract.id);
    const auto id = now.extract.id;
    if (auto refusal = may_answer(now, false, floor_.now)) return std::unexpected(*refusal);
    if (!now.answer.value_or(true)) return id;
    store::drop_own_texts(floor_.tx, floor_.actor.id(), id);
    now.passages = store::own_passages(floor_.tx, floor_.actor.id(), id);  // as handed on
    store::answer(floor_.tx, id, {floor_.actor.id(), false, digest_of(now.passages)}, floor_.now);
    floor_.record().add(AuthorAnswered{id});
    return id;
}

}  // namespace extracts
