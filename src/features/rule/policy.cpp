#include "features/rule/policy.h"

#include "platform/base/text.h"

namespace rule {

using base::allowed;
using base::Refusal;
using base::Verdict;

Verdict may_set(const identity::Actor& actor) {
    const bool is_worker = actor.kind() == identity::Actor::Kind::worker;  // the demo
    if (is_worker || actor.may(set_rule)) return allowed;
    return Refusal{"Only those who run this community may do this."};
}

bool writes_text(const identity::Actor& actor, const Scope& scope) {
    return scope.network ? actor.may(write_rule_text, scope.audience())
                         : actor.may(write_rule_text);
}

bool reads_text(const identity::Actor& actor, const Scope& scope) {
    return !scope.network || actor.is_member_of(scope.audience()) || writes_text(actor, scope);
}

namespace {

Verdict may_begin(const TextDraft& draft, const Publication& publication) {
    if (draft.asks != "yes") {
        if (draft.from.empty()) return allowed;
        return Refusal{"A correction asks nobody, so it needs no day. Leave it empty", "from"};
    }
    std::optional<base::Day> day;
    if (!draft.from.empty()) {
        day = base::parse_day(draft.from);
        if (!day) return Refusal{"Enter a day like 2027-03-31, or nothing", "from"};
        const auto last = publication.today + base::days{grace_days_max};
        if (*day <= publication.today || *day > last) {
            return Refusal{"The day must be to come, within 180 days", "from"};
        }
    }
    // Whom an announced version would have asked by then, the next may not ask later.
    if (publication.coming && day && *day > *publication.coming) {
        return Refusal{"The last version asks from " + base::day_text(*publication.coming) +
                           ". This one asks from the same day, or earlier",
                       "from"};
    }
    return allowed;
}

}  // namespace

Verdict may_publish(const identity::Actor& actor, const Scope& scope, const TextDraft& draft,
                    const Publication& publication) {
    if (!actor.is_person() || !writes_text(actor, scope)) {
        return Refusal{"Only those who lead may write this text."};
    }
    if (draft.version != std::to_string(publication.last.version)) {
        return Refusal{
            "Somebody published another version meanwhile. It stands below: compare, "
            "then publish yours.",
            "words"};
    }
    if (draft.asks != "yes" && draft.asks != "no") {
        return Refusal{"Say whether everybody is asked again", "asks"};
    }
    if (draft.words.empty()) {
        if (!scope.network) return Refusal{"Write the text", "words"};
        if (publication.last.words.empty()) return Refusal{"Write what is added", "words"};
        if (draft.asks == "yes") {
            return Refusal{"Where nothing is added any more, nobody is asked", "asks"};
        }
    }
    if (draft.asks == "no" && draft.words == publication.last.words) {
        return Refusal{"Nothing has changed in the text", "words"};
    }
    if (auto refusal = base::fits(draft.words, text_characters_max, "The text", "words")) {
        return refusal;
    }
    return may_begin(draft, publication);
}

Verdict may_accept(const identity::Actor& actor, std::string_view shown, int version) {
    if (!actor.is_person()) return Refusal{"Sign in first. Nobody accepts for another."};
    if (shown == std::to_string(version)) return allowed;
    return Refusal{"The text has changed since you opened this page. Read it again, then accept."};
}

Verdict may_withdraw(const identity::Actor& actor, bool stands) {
    if (!actor.is_person()) return Refusal{"Sign in first. Nobody withdraws for another."};
    if (stands) return allowed;
    return Refusal{"You have not accepted it, so there is nothing to withdraw."};
}

}  // namespace rule
