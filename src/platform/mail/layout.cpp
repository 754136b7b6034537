#include "platform/mail/layout.h"

#include "platform/base/text.h"
#include "platform/html/markdown.h"
#include "platform/html/tags.h"

#include <stdexcept>
#include <string_view>

namespace mail {

namespace {

namespace h = html;

constexpr h::Element root{"html"};
constexpr h::Element style_sheet{"style"};

// Mail programs read inline styles; the sheet is for those that know more (dark, narrow).
constexpr std::string_view sheet_text =
    "@media (prefers-color-scheme: dark){.bg{background:#12181A!important}"
    ".card{background:#192123!important;border-color:#2A3437!important}"
    ".ink{color:#E8ECEA!important}.ink2{color:#B3BEBE!important}"
    ".ln{border-color:#2A3437!important}.lk{color:#7CCBC6!important}"
    ".md a{color:#7CCBC6!important}"
    ".bt{background:#7CCBC6!important;color:#06211F!important}}"
    ".md a{color:#0B5C63}"
    "@media (max-width:600px){.wrap{width:100%!important}.p{padding:20px!important}}";

constexpr std::string_view hidden = "display:none;max-height:0;overflow:hidden";
constexpr std::string_view wrap_style =
    "width:600px;max-width:100%;"
    "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
constexpr std::string_view brand_style = "font:600 18px Georgia,serif;color:#1B2426";
constexpr std::string_view card_style =
    "background:#FFFFFF;border:1px solid #E5E2D9;border-radius:10px;padding:28px";
constexpr std::string_view heading_style =
    "margin:0 0 6px;font:500 26px/1.2 Georgia,serif;color:#1B2426";
constexpr std::string_view paragraph_style =
    "margin:0 0 20px;font-size:16px;line-height:1.5;color:#475355";
constexpr std::string_view markdown_style =
    "margin:0 0 24px;font-size:16px;line-height:1.5;color:#1B2426";
constexpr std::string_view list_style = "border-top:1px solid #E5E2D9;margin:0 0 24px";
constexpr std::string_view item_style = "padding:14px 0;border-bottom:1px solid #E5E2D9";
constexpr std::string_view item_link_style =
    "color:#0B5C63;font-size:17px;line-height:1.35;font-weight:600;text-decoration:none";
constexpr std::string_view note_style = "font-size:14px;line-height:1.5;color:#475355";
constexpr std::string_view button_cell_style = "background:#0B5C63;border-radius:6px";
constexpr std::string_view button_style =
    "display:inline-block;padding:13px 20px;color:#FFFFFF;font-size:16px;font-weight:600;"
    "text-decoration:none";
constexpr std::string_view footer_style =
    "padding:18px 6px;font-size:13px;line-height:1.55;color:#475355";

h::Attribute style(std::string_view text) { return {"style", text}; }

template <class... Parts>
h::Html layout_table(Parts&&... parts) {
    return h::table(h::attr("role", "presentation"), h::attr("cellpadding", "0"),
                    h::attr("cellspacing", "0"), std::forward<Parts>(parts)...);
}

void require_mail(const leaving::Passed& passed) {
    if (passed.exit() != leaving::Exit::mail) {
        throw std::logic_error("what passed by another exit was put into a letter");
    }
}

// Empty lines stand between paragraphs.
std::vector<std::string> paragraphs(std::string_view text) {
    std::vector<std::string> made;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        std::string one = base::trim(text.substr(at, end - at));
        if (!one.empty()) made.push_back(std::move(one));
        at = end + 2;
    }
    return made;
}

const std::string& heading_of(const Sheet& sheet) {
    return sheet.heading.empty() ? sheet.news.subject_line() : sheet.heading;
}

h::Html head(const Sheet& sheet) {
    return h::head(
        h::meta(h::attr("charset", "utf-8")),
        h::meta(h::attr("name", "viewport"),
                h::attr("content", "width=device-width, initial-scale=1")),
        h::meta(h::attr("name", "color-scheme"), h::attr("content", "light dark")),
        h::meta(h::attr("name", "supported-color-schemes"), h::attr("content", "light dark")),
        h::title(sheet.news.subject_line()), style_sheet(sheet_text));
}

h::Html item_row(const SheetItem& item) {
    return h::tr(h::td(
        h::cls("ln"), style(item_style),
        h::a(h::cls("lk"), h::href(item.address), style(item_link_style),
             item.passed.subject_line()),
        h::when(!item.passed.summary().empty(), [&] {
            return h::all(h::br(), h::span(h::cls("ink2"), style(note_style),
                                           item.passed.summary()));
        })));
}

h::Html item_list(const Sheet& sheet) {
    if (sheet.items.empty()) return {};
    return layout_table(h::attr("width", "100%"), h::cls("ln"), style(list_style),
                        h::each(sheet.items, item_row));
}

h::Html button(const Button& button) {
    if (button.label.empty()) return {};
    return layout_table(
        h::tr(h::td(h::cls("bt"), style(button_cell_style),
                    h::a(h::cls("bt"), h::href(button.address), style(button_style),
                         button.label))));
}

h::Html news(const Sheet& sheet) {
    const std::string& summary = sheet.news.summary();
    if (sheet.is_markdown) {
        return h::div(h::cls("ink md"), style(markdown_style),
                      h::rendered_before(h::render_markdown(summary).html));
    }
    return h::each(paragraphs(summary), [](const std::string& text) {
        return h::p(h::cls("ink2"), style(paragraph_style), text);
    });
}

h::Html card(const Sheet& sheet) {
    return h::tr(h::td(
        h::cls("card p"), style(card_style),
        h::h1(h::cls("ink"), style(heading_style), heading_of(sheet)),
        news(sheet), item_list(sheet), button(sheet.button)));
}

h::Html footer_link(std::string_view address, std::string_view label) {
    return h::a(h::cls("lk"), h::href(address), style("color:#0B5C63"), label);
}

h::Html footer(const Footer& footer) {
    h::Html links;
    const bool may_change = !footer.change_address.empty();
    const bool may_stop = !footer.stop_address.empty();
    if (may_change) links.add(footer_link(footer.change_address, "Change how often"));
    if (may_change && may_stop) links.add(h::all(" or "));
    if (may_stop) {
        links.add(footer_link(footer.stop_address,
                              may_change ? "stop these emails" : "Stop these emails"));
    }
    if (!links.empty()) links.add(h::all("."));
    return h::tr(h::td(h::cls("ink2"), style(footer_style), footer.why, " ", links));
}

std::string html_of(const Sheet& sheet) {
    const auto brand = h::tr(h::td(style("padding:0 4px 16px"),
                                   h::span(h::cls("ink"), style(brand_style), sheet.community)));
    const auto letter = layout_table(h::attr("width", "600"), h::cls("wrap"), style(wrap_style),
                                     brand, card(sheet), footer(sheet.footer));
    const auto page = layout_table(
        h::attr("width", "100%"),
        h::tr(h::td(h::attr("align", "center"), style("padding:24px 12px"), letter)));
    const auto preheader = h::when(!sheet.preheader.empty(), [&] {
        return h::div(style(hidden), sheet.preheader);
    });
    const auto body =
        h::body(h::cls("bg"), style("margin:0;background:#FAF9F5"), preheader, page);
    return "<!DOCTYPE html>\n" + root(h::attr("lang", "en-GB"), head(sheet), body).text();
}

std::string text_of(const Sheet& sheet) {
    std::string text = heading_of(sheet) + "\n\n";
    if (sheet.is_markdown) text += base::trim(sheet.news.summary()) + "\n\n";
    for (const std::string& paragraph : paragraphs(sheet.news.summary())) {
        if (!sheet.is_markdown) text += paragraph + "\n\n";
    }
    for (const SheetItem& item : sheet.items) {
        text += "* " + item.passed.subject_line() + "\n";
        if (!item.passed.summary().empty()) text += "  " + item.passed.summary() + "\n";
        text += "  " + item.address + "\n\n";
    }
    if (!sheet.button.label.empty()) {
        text += sheet.button.label + ":\n" + sheet.button.address + "\n\n";
    }
    text += "-- \n" + sheet.community + "\n" + sheet.footer.why + "\n";
    if (!sheet.footer.change_address.empty()) {
        text += "Change how often: " + sheet.footer.change_address + "\n";
    }
    if (!sheet.footer.stop_address.empty()) {
        text += "Stop these emails: " + sheet.footer.stop_address + "\n";
    }
    return text;
}

}  // namespace

Drawn draw(const Sheet& sheet) {
    require_mail(sheet.news);
    for (const SheetItem& item : sheet.items) require_mail(item.passed);
    return {base::one_line(sheet.news.subject_line()), text_of(sheet), html_of(sheet)};
}

}  // namespace mail
