#include "features/rule/letters.h"

#include "features/rule/facts.h"
#include "features/rule/store.h"
#include "platform/identity/store.h"
#include "platform/jobs/queue.h"
#include "platform/mail/outbox.h"

#include <algorithm>

namespace rule {

namespace {

void enqueue(const record::Floor& floor, AudienceId audience, std::int64_t version,
             PersonId after) {
    jobs::enqueue(floor, letters_job,
                  {{"audience", audience.value}, {"version", version}, {"after", after.value}},
                  floor.now);
}

// Nothing where another version asks by now: that one has letters of its own.
std::optional<Text> asking_text(const record::Floor& floor, AudienceId audience,
                                std::int64_t version) {
    const auto terms = identity::store::terms_of(floor.tx, audience);
    if (terms.coming.value_or(terms.version) != version) return std::nullopt;
    return store::find(floor.tx, audience, version);
}

std::optional<Network> network_of(const record::Floor& floor, AudienceId audience) {
    const auto all = networks::Networks(floor).all();
    const auto found = std::ranges::find(all, audience, &Network::audience);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::string words_of(const Text& text, const std::optional<Network>& network) {
    const std::string whose = network ? "What the " + network->short_name +
                                            " network adds to the Chatham House Rule"
                                      : "The text of the Chatham House Rule";
    const std::string closed = network ? "the network is" : "your networks are";
    const std::string when = text.from ? "From " + base::day_text(*text.from) + " on, " + closed
                                       : "Until then " + closed;
    return whose + " has changed. You are asked to read and accept it. " + when +
           " closed to whoever has not. You stay a member, and can accept whenever you like.";
}

}  // namespace

void begin_letters(const record::Floor& floor, const record::StoredFact& fact) {
    if (fact.kind != TextPublished::kind || fact.details.integer("asks") != 1) return;
    enqueue(floor, AudienceId{fact.subject}, fact.details.integer("version"), {});
}

void queue_letters(const record::Floor& floor, const record::Details& payload,
                   const Mailing& mailing) {
    const AudienceId audience{payload.integer("audience")};
    const auto version = payload.integer("version");
    const auto text = asking_text(floor, audience, version);
    const auto network = audience ? network_of(floor, audience) : std::nullopt;
    if (!text) return;
    const auto sheet = kit::sheet_of(
        floor,
        {.subject_line = "The Rule has changed",
         .summary = words_of(*text, network),
         .why = "You get this once, because you are a member.",
         .button = "Read and accept",
         .path = network ? asking_path(*network) : std::string("/rule/acceptance"),
         .from = {"rule.text", audience.value, version},
         .audience = audience},
        mailing);
    if (!sheet) return;
    const auto persons = store::not_accepted(floor.tx, audience, version,
                                             PersonId{payload.integer("after")}, letters_a_batch);
    for (const PersonId person : persons) {
        mail::queue_letter(floor, {.to = person, .sheet = *sheet});
    }
    if (persons.size() == static_cast<std::size_t>(letters_a_batch)) {
        enqueue(floor, audience, version, persons.back());
    }
}

}  // namespace rule
