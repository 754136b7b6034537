#include "features/extracts/assembly.h"

#include "features/extracts/wording.h"
#include "platform/base/text.h"
#include "platform/crypto/token.h"

#include <algorithm>

namespace extracts {

namespace {

Extract extract_of(store::Row row, const Network& network) {
    return {.id = row.id,
            .topic = row.topic,
            .network = network,
            .taker = row.taker,
            .taker_name = std::move(row.taker_name),
            .second_name = std::move(row.second_name),
            .title = std::move(row.title),
            .state = row.state,
            .said_from = row.said_from,
            .said_to = row.said_to,
            .made = row.made,
            .changed = row.changed,
            .handed_on = row.handed_on,
            .published = row.published,
            .returned = std::move(row.returned)};
}

}  // namespace

std::vector<Extract> extracts_of(std::vector<store::Row> rows, const record::Floor& floor) {
    const auto networks = networks::Networks(floor).all();
    std::vector<Extract> all;
    for (auto& row : rows) {
        const auto network = std::ranges::find(networks, row.audience, &Network::audience);
        if (network != networks.end()) all.push_back(extract_of(std::move(row), *network));
    }
    return all;
}

std::optional<Extract> extract_of(std::optional<store::Row> row, const record::Floor& floor) {
    std::vector<store::Row> rows;
    if (row) rows.push_back(*std::move(row));
    auto all = extracts_of(std::move(rows), floor);
    if (all.empty()) return std::nullopt;
    return std::move(all.front());
}

std::string digest_of(const std::vector<Passage>& own) {
    std::string all;
    for (const Passage& one : own) all += std::to_string(one.id.value) + '\0' + one.text + '\0';
    return crypto::hex(crypto::digest(all));
}

base::Verdict may_be_passage(std::string_view text, PassageId id) {
    return base::fits(text, passage_characters_max, "A passage",
                      "text-" + std::to_string(id.value));
}

std::string typed_for(const Passage& passage, const Texts& texts, std::string_view host) {
    const auto typed = std::ranges::find(texts, passage.id, &Texts::value_type::first);
    return typed == texts.end() ? passage.text : tidied(typed->second, host);
}

}  // namespace extracts
