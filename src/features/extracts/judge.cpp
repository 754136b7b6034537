#include "features/extracts/judge.h"

#include "features/extracts/times.h"
#include "features/membership/membership.h"
#include "platform/crypto/token.h"

#include <algorithm>

namespace extracts {

namespace {

constexpr std::string_view between = "\n\n";  // two texts: nothing is read across

std::vector<linter::KnownOrganisation> known_organisations(const record::Floor& floor) {
    const organisations::Organisations directory(floor);
    constexpr int at_once = 1'000;
    std::vector<linter::KnownOrganisation> known;
    for (std::string last;;) {
        const auto some = directory.after(last, at_once);
        for (const auto& one : some) {
            known.push_back({.code = one.code, .name = one.name, .kind = "", .aliases = {}});
        }
        if (some.size() < at_once) return known;
        last = some.back().code;
    }
}

// The same for as long as nothing is said of the roll that was not said before.
std::string version_of(const record::Floor& floor,
                       const std::vector<membership::Participant>& roll) {
    std::string all = std::to_string(organisations::Organisations(floor).version());
    for (const auto& one : roll) {
        for (const auto* part :
             {&one.name, &one.organisation, &one.organisation_code, &one.role, &one.region}) {
            all += '\0' + *part;
        }
    }
    return crypto::digest(all);
}

struct Advice {
    std::string_view kind, instead;
    bool may_stay;
};
// Names and addresses of people are taken out, whatever is said for them.
constexpr Advice advices[] = {
    {"person", "a colleague", false}, {"organisation", "an organisation", true},
    {"contact", "an address", false}, {"code", "a code", false},
    {"handle", "an account", false},  {"url", "a page", true},
    {"combination", "", true},        {"time", "that time", true},
};

std::string key_of(const Mark& mark) {
    constexpr std::size_t letters = 16;
    return crypto::hex(crypto::digest(mark.kind + '\0' + mark.text + '\0' + mark.reason))
        .substr(0, letters);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// Where each text lies in the one that is read.
struct Spans {
    std::string whole;
    std::vector<std::size_t> ends;

    void add(std::string_view text) {
        whole += text;
        ends.push_back(whole.size());
        whole += between;
    }
};

Mark mark_at(const Spans& spans, const linter::Finding& found) {
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(spans.ends, found.from + 1) -
                                             spans.ends.begin());
    const std::size_t text = std::min(at, spans.ends.size() - 1);
    const std::size_t begin = text == 0 ? 0 : spans.ends[text - 1] + between.size();
    const std::size_t size = spans.ends[text] - begin;
    Mark mark{.from = std::min(found.from - begin, size),
              .to = std::min(found.to - begin, size),
              .kind = std::string(linter::code_of(found.kind)),
              .text = found.text,
              .reason = found.reason,
              .k = found.k};
    if (text > 0) mark.passage = text - 1;
    return mark;
}

}  // namespace

Judge::Judge(std::string host) : host_(std::move(host)) {}

std::shared_ptr<const linter::Linter> Judge::linter(const record::Floor& floor,
                                                    const networks::Network& network) {
    const auto roll = membership::participants(floor, network);
    auto version = version_of(floor, roll);
    const auto key = network.audience.value;
    if (auto found = kept_.find(key, version)) return found;
    std::vector<linter::RollEntry> entries;
    for (const auto& one : roll) {
        entries.push_back(
            {one.name, one.organisation, one.organisation_code, one.role, one.region});
    }
    auto made = std::make_shared<const linter::Linter>(entries, known_organisations(floor));
    kept_.keep(key, std::move(version), made);
    return made;
}

std::vector<Mark> Judge::marks(const record::Floor& floor, const networks::Network& network,
                               const std::string& title, const std::vector<std::string>& passages) {
    Spans spans;
    spans.add(title);
    for (const auto& passage : passages) spans.add(passage);
    auto findings = linter(floor, network)->findings(spans.whole);
    for (auto& time : exact_times(spans.whole)) {
        const bool is_in_another = std::ranges::any_of(findings, [&](const linter::Finding& one) {
            return one.from < time.to && time.from < one.to;
        });
        if (is_in_another) continue;
        findings.push_back({.from = time.from,
                            .to = time.to,
                            .kind = linter::Kind::code,
                            .text = spans.whole.substr(time.from, time.to - time.from),
                            .reason = std::string(time_reason),
                            .k = {}});
    }
    std::ranges::stable_sort(findings, {}, &linter::Finding::from);
    std::vector<Mark> marks;
    for (const auto& found : findings) {
        Mark mark = mark_at(spans, found);
        if (mark.reason == time_reason) mark.kind = "time";
        const auto advice = std::ranges::find(advices, mark.kind, &Advice::kind);
        mark.instead = advice->instead;
        mark.may_stay = advice->may_stay &&
                        !(mark.kind == "url" && lower(mark.text).contains(host_));
        mark.key = key_of(mark);
        marks.push_back(std::move(mark));
    }
    return marks;
}

}  // namespace extracts
