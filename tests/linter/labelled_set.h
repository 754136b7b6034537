#pragma once
// Texts in which somebody marked by hand what identifies, and how well the linter finds it: recall
// of each kind, precision, and every miss and false finding.

#include "features/linter/linter.h"

#include <algorithm>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <map>
#include <stdexcept>

namespace labelled {

struct Label {
    std::string kind;
    std::size_t from = 0, to = 0;
};

// A block of the file; `⟦kind|text⟧` marks, and \n, \\ and \u{200B} are escapes.
struct Case {
    int line = 0;
    std::string text;
    std::vector<Label> labels;
};

inline void append_utf8(std::string& out, unsigned long point) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (point >> shift & 0x3F)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | point >> 6);
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | point >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | point >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

class CaseReader {
public:
    CaseReader(std::string_view marked, int line) : marked_(marked) { read_.line = line; }

    Case read() {
        while (at_ < marked_.size()) step();
        if (!open_.empty()) throw std::runtime_error(place() + "a mark is not closed");
        return std::move(read_);
    }

private:
    static constexpr std::string_view begin_ = "⟦", end_ = "⟧";

    std::string place() const { return "case of line " + std::to_string(read_.line) + ": "; }
    bool is_at(std::string_view what) const { return marked_.substr(at_).starts_with(what); }

    void step() {
        if (is_at(begin_)) {
            const auto bar = marked_.find('|', at_);
            if (bar == marked_.npos) throw std::runtime_error(place() + "a mark has no |");
            const auto kind = marked_.substr(at_ + begin_.size(), bar - at_ - begin_.size());
            open_.push_back({std::string(kind), read_.text.size(), 0});
            at_ = bar + 1;
        } else if (is_at(end_)) {
            if (open_.empty()) throw std::runtime_error(place() + "a mark is not opened");
            open_.back().to = read_.text.size();
            read_.labels.push_back(open_.back());
            open_.pop_back();
            at_ += end_.size();
        } else if (is_at("\\n")) {
            read_.text += '\n';
            at_ += 2;
        } else if (is_at("\\\\")) {
            read_.text += '\\';
            at_ += 2;
        } else if (is_at("\\u{")) {
            const auto close = marked_.find('}', at_);
            append_utf8(
                read_.text,
                std::stoul(std::string(marked_.substr(at_ + 3, close - at_ - 3)), nullptr, 16));
            at_ = close + 1;
        } else {
            read_.text += marked_[at_++];
        }
    }

    std::string_view marked_;
    std::size_t at_ = 0;
    std::vector<Label> open_;
    Case read_;
};

inline std::vector<Case> read_cases(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("there is no " + path.string());
    std::vector<Case> cases;
    std::string line, block;
    int number = 0, first = 0;
    const auto finish = [&] {
        if (!block.empty()) cases.push_back(CaseReader(block, first).read());
        block.clear();
    };
    while (std::getline(file, line)) {
        ++number;
        if (line.starts_with('#')) continue;
        if (line.empty()) {
            finish();
            continue;
        }
        if (block.empty())
            first = number;
        else
            block += '\n';
        block += line;
    }
    finish();
    return cases;
}

struct Figures {
    std::map<std::string, int> labels, found;  // by kind
    int findings = 0, right = 0;
    std::map<std::string, int> confused;  // "person as code"
    std::vector<std::string> misses, false_findings;

    double recall(bool of_combinations) const {
        int of = 0, hit = 0;
        for (const auto& [kind, count] : labels) {
            if ((kind == "combination") != of_combinations) continue;
            of += count;
            hit += found.contains(kind) ? found.at(kind) : 0;
        }
        return of == 0 ? 1 : static_cast<double>(hit) / of;
    }
    double precision() const { return findings == 0 ? 1 : static_cast<double>(right) / findings; }

    void print(const std::string& name) const {
        for (const auto& miss : misses) fmt::print("missed  {}\n", miss);
        for (const auto& one : false_findings) fmt::print("false   {}\n", one);
        fmt::print("{}\n", name);
        for (const auto& [kind, count] : labels) {
            const int hit = found.contains(kind) ? found.at(kind) : 0;
            fmt::print("  recall {:13} {:5} of {:5}  {:.4f}\n", kind, hit, count,
                       static_cast<double>(hit) / count);
        }
        for (const auto& [kinds, count] : confused) fmt::print("  {}: {}\n", kinds, count);
        fmt::print("  recall, direct        {:.4f}\n  recall, combinations  {:.4f}\n",
                   recall(false), recall(true));
        fmt::print("  precision             {:.4f} ({} of {} findings)\n", precision(), right,
                   findings);
    }
};

inline bool fit(const Label& label, const linter::Finding& finding) {
    const bool both_combined = (label.kind == "combination") ==
                               (finding.kind == linter::Kind::combination);
    return both_combined && label.from < finding.to && finding.from < label.to;
}

inline void judge(const Case& one, const std::vector<linter::Finding>& findings, Figures& figures) {
    for (const Label& label : one.labels) {
        ++figures.labels[label.kind];
        const auto hit = std::ranges::find_if(
            findings, [&](const linter::Finding& finding) { return fit(label, finding); });
        if (hit == findings.end()) {
            figures.misses.push_back(fmt::format("{} {} \"{}\" in: {}", one.line, label.kind,
                                                 one.text.substr(label.from, label.to - label.from),
                                                 one.text));
            continue;
        }
        ++figures.found[label.kind];
        const bool is_same = std::ranges::any_of(findings, [&](const linter::Finding& finding) {
            return fit(label, finding) && code_of(finding.kind) == label.kind;
        });
        if (!is_same) ++figures.confused[label.kind + " as " + std::string(code_of(hit->kind))];
    }
    for (const linter::Finding& finding : findings) {
        ++figures.findings;
        const bool is_right = std::ranges::any_of(
            one.labels, [&](const Label& label) { return fit(label, finding); });
        figures.right += is_right;
        if (is_right) continue;
        figures.false_findings.push_back(fmt::format("{} {} \"{}\" ({}) in: {}", one.line,
                                                     code_of(finding.kind), finding.text,
                                                     finding.reason, one.text));
    }
}

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("there is no " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

// The roll and the organisations lie beside the set.
inline linter::Linter linter_beside(const std::filesystem::path& set) {
    const auto roll = linter::read_roll(bytes_of(set.parent_path() / "ROLL.csv"));
    const auto known = linter::read_organisations(
        bytes_of(set.parent_path() / "ORGANISATIONS.csv"));
    return {roll.value().rows, known.value().rows};
}

inline Figures measure(const std::filesystem::path& set) {
    const linter::Linter linter = linter_beside(set);
    Figures figures;
    for (const Case& one : read_cases(set)) judge(one, linter.findings(one.text), figures);
    return figures;
}

}  // namespace labelled
