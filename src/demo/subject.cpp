#include "demo/subject.h"

#include <string>

namespace demo {
namespace {

Pool split(std::string_view text, std::string_view by) {
    Pool parts;
    while (true) {
        auto at = text.find(by);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + by.size());
    }
}

Subject begin_subject(std::string_view line) {
    Pool fields = split(line, "; ");
    Subject subject;
    subject.key = fields.at(0);
    subject.themes = split(fields.at(1), " ");
    subject.networks = split(fields.at(2), " ");
    subject.setting = fields.at(3);
    return subject;
}

// "^w question || answer".
Exchange exchange(std::string_view line) {
    Nearness at_least = line[1] == 'w'   ? Nearness::ward
                        : line[1] == 'o' ? Nearness::organisation
                                         : Nearness::anywhere;
    line.remove_prefix(3);
    auto at = line.find(" || ");
    return {at_least, line.substr(0, at), line.substr(at + 4)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint32_t contexts_of(std::string_view digits) {
    std::uint32_t bits = 0;
    for (char c : digits) bits |= 1u << (c - '0');
    return bits;
}

// "r3" is the third reply, "p2" the second point.
std::string_view line_named(const Subject& subject, std::string_view name) {
    const SaidPool& pool = name[0] == 'r' ? subject.replies : subject.points;
    std::size_t at = 0;
    for (char c : name.substr(1)) at = at * 10 + static_cast<std::size_t>(c - '0');
    return pool.at(at - 1).text;
}

// Marks stay in `after` as a name until the whole subject has been read.
Said said(std::string_view line) {
    Said made{line};
    while (made.text.starts_with("^")) {
        auto space = made.text.find(' ');
        std::string_view mark = made.text.substr(1, space - 1);
        is_digit(mark[0]) ? void(made.fits = contexts_of(mark)) : void(made.after = mark);
        made.text.remove_prefix(space + 1);
    }
    return made;
}

SaidPool* said_pool_of(Subject& subject, Part part) {
    switch (part) {
        case Part::title: return &subject.titles;
        case Part::context: return &subject.contexts;
        case Part::question: return &subject.questions;
        case Part::reply: return &subject.replies;
        case Part::point: return &subject.points;
        case Part::follow_up: return &subject.follow_ups;
        case Part::update: return &subject.updates;
        default: return nullptr;
    }
}

Pool* pool_of(Subject& subject, Part part) {
    switch (part) {
        case Part::entry: return &subject.entries;
        case Part::remark: return &subject.remarks;
        case Part::aside: return &subject.asides;
        default: return nullptr;
    }
}

Pool* pool_of(GeneralTalk& talk, Part part) {
    switch (part) {
        case Part::general: return &talk.remarks;
        case Part::thanks: return &talk.thanks;
        case Part::quote_remark: return &talk.quote_remarks;
        case Part::ask_amira: return &talk.ask_amira;
        case Part::amira_answers: return &talk.amira_answers;
        case Part::lead: return &talk.leads;
        case Part::closing: return &talk.closings;
        case Part::welcome: return &talk.welcomes;
        case Part::title_front: return &talk.title_fronts;
        case Part::title_back: return &talk.title_backs;
        default: return nullptr;
    }
}

void add(Library& made, const Line& line) {
    if (line.part == Part::subject) {
        made.subjects.push_back(begin_subject(line.text));
    } else if (line.part == Part::exchange) {
        made.talk.exchanges.push_back(exchange(line.text));
    } else if (Pool* talk = pool_of(made.talk, line.part)) {
        talk->push_back(line.text);
    } else if (SaidPool* said_pool = said_pool_of(made.subjects.back(), line.part)) {
        said_pool->push_back(said(line.text));
    } else if (Pool* pool = pool_of(made.subjects.back(), line.part)) {
        pool->push_back(line.text);
    }
}

void resolve(const Subject& subject, SaidPool& pool) {
    for (Said& line : pool)
        if (!line.after.empty()) line.after = line_named(subject, line.after);
}

}  // namespace

Nearness Subject::nearness() const {
    for (std::string_view theme : {"people", "events", "ask", "open"})
        if (themes[0] == theme) return Nearness::anywhere;
    for (std::string_view theme : {"interop", "data", "govern", "cyber", "infra", "strategy"})
        if (themes[0] == theme) return Nearness::organisation;
    return Nearness::ward;
}

Library library() {
    Library made;
    for (std::span<const Line> file : all_material())
        for (const Line& line : file) add(made, line);
    for (Subject& subject : made.subjects) {
        resolve(subject, subject.follow_ups);
        resolve(subject, subject.updates);
    }
    return made;
}

}  // namespace demo
