#pragma once
// How a letter looks: one column, one panel, one button, and the same in plain text. It says only
// what passed the gate, and it watches nobody: no picture, no link that counts.

#include "platform/exit/gate.h"

#include <string>
#include <vector>

namespace mail {

// A line of a list: the title (a subject line) leads to the page, the note (a summary) is below.
struct SheetItem {
    leaving::Passed passed;
    std::string address;
};

struct Button {
    std::string label;  // "" leaves it out
    std::string address;
};

// Why this came, and how to have less of it; an empty address leaves its link out.
struct Footer {
    std::string why;  // "You get this once a day because you chose “daily”."
    std::string change_address = {};
    std::string stop_address = {};
};

struct Sheet {
    leaving::Passed news;    // its subject line is the letter's; its summary the first paragraphs
    std::string community;   // "The Networks"
    Footer footer;
    std::string heading = {};    // where the subject line is not to be the heading too
    std::string preheader = {};  // what mail programs show beside the subject
    std::vector<SheetItem> items = {};
    Button button = {};
    bool is_markdown = false;  // the summary: drawn in the HTML, as it was written in the text
};

struct Drawn {
    std::string subject;
    std::string text;
    std::string html;
};

// Throws std::logic_error for what did not pass by Exit::mail.
Drawn draw(const Sheet& sheet);

}  // namespace mail
