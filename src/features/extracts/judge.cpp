#include "features/extracts/judge.h"

#include "features/extracts/times.h"
#include "features/membership/membership.h"
#include "platform/crypto/token.h"
#include "platform/html/markdown.h"

#include <algorithm>
#include <cctype>
#include <set>

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

// Two lists in the order of the text: the times that no other finding has.
void add_times(std::vector<linter::Finding>& findings, const std::string& whole) {
    std::vector<linter::Finding> times;
    std::size_t at = 0, covered = 0;  // covered: to where the findings that began reach
    for (const auto& time : exact_times(whole)) {
        while (at < findings.size() && findings[at].from < time.to) {
            covered = std::max(covered, findings[at++].to);
        }
        if (covered > time.from) continue;
        times.push_back({.from = time.from,
                         .to = time.to,
                         .kind = linter::Kind::code,
                         .text = whole.substr(time.from, time.to - time.from),
                         .reason = std::string(time_reason),
                         .k = {}});
    }
    findings.insert(findings.end(), times.begin(), times.end());
    std::ranges::stable_sort(findings, {}, &linter::Finding::from);
}

std::vector<Mark> marks_in(const Spans& spans, const linter::Linter& linter) {
    auto findings = linter.findings(spans.whole);
    add_times(findings, spans.whole);
    std::vector<Mark> marks;
    for (const auto& found : findings) {
        marks.push_back(mark_at(spans, found));
        if (marks.back().reason == time_reason) marks.back().kind = "time";
    }
    return marks;
}

// What is read of a stretch, whatever marks of Markdown stand in it.
std::string letters_of(const Mark& mark) {
    std::string out = mark.kind + '\0';
    for (const char c : lower(mark.text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) != 0) out += c;
    }
    return out;
}

// Found in a passage as it is set, and not in it as it is written: each once.
void add_hidden(std::vector<Mark>& marks, std::vector<Mark> set) {
    std::set<std::pair<std::size_t, std::string>> written;
    for (const Mark& mark : marks) {
        if (mark.passage) written.emplace(*mark.passage, letters_of(mark));
    }
    for (Mark& mark : set) {
        if (!mark.passage || !written.emplace(*mark.passage, letters_of(mark)).second) continue;
        mark.from = mark.to = 0;
        mark.is_hidden = true;
        marks.push_back(std::move(mark));
    }
    std::ranges::stable_sort(marks, {}, [](const Mark& mark) {
        return std::pair(mark.passage ? *mark.passage + 1 : 0, mark.from);
    });
}

void advise(Mark& mark, std::string_view host) {
    const auto advice = std::ranges::find(advices, mark.kind, &Advice::kind);
    mark.may_stay = advice->may_stay && !(mark.kind == "url" && lower(mark.text).contains(host));
    if (!mark.is_hidden) mark.instead = advice->instead;
    mark.key = key_of(mark);
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
    const auto linter = this->linter(floor, network);
    Spans written, set;
    written.add(title);
    set.add("");
    for (const auto& passage : passages) {
        written.add(passage);
        set.add(html::render_markdown(passage).text);
    }
    auto marks = marks_in(written, *linter);
    add_hidden(marks, marks_in(set, *linter));
    for (Mark& mark : marks) advise(mark, host_);
    return marks;
}

}  // namespace extracts
