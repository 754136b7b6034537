#include "platform/pdf/document.h"

#include "platform/pdf/tidied.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <cassert>
#include <memory>
#include <pango/pangocairo.h>
#include <stdexcept>

namespace pdf {

namespace {

// A4, in points.
constexpr double page_width = 595.276, page_height = 841.89, margin = 68, foot = 40;
constexpr double step = 20;  // of quotations and lists, to the right
constexpr double text_size = 11, gap = 7, part_gap = 22;
constexpr const char* family = "DejaVu Serif";
constexpr const char* code_family = "DejaVu Sans Mono";
constexpr double lines_apart = 1.25;

template <auto free_it>
struct Free {
    template <class T>
    void operator()(T* thing) const {
        free_it(thing);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, Free<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, Free<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Free<g_object_unref>>;
using Attributes = std::unique_ptr<PangoAttrList, Free<pango_attr_list_unref>>;
using Lines = std::unique_ptr<PangoLayoutIter, Free<pango_layout_iter_free>>;
using Font = std::unique_ptr<PangoFontDescription, Free<pango_font_description_free>>;

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

double size_of(const Block& block) {
    constexpr double sizes[] = {20, 15, 13, 12, 11, 11};
    if (block.role != Role::heading) return block.role == Role::listing ? 9.5 : text_size;
    return sizes[std::clamp(block.level, 1, 6) - 1];
}

// How far from the margin; the label of an item stands one step before its text.
double indent_of(const Block& block) {
    const bool is_set_in = block.role == Role::quotation || block.role == Role::item;
    return is_set_in ? step * std::clamp(block.level, 1, 8) : 0;
}

std::string tag_of(const Block& block) {
    switch (block.role) {
        case Role::heading: return "H" + std::to_string(std::clamp(block.level, 1, 6));
        case Role::item: return "LBody";
        case Role::listing: return "Code";
        case Role::quotation:
        case Role::paragraph: return "P";
    }
    return "P";
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

// Draws from the top of the first page on; a block that does not fit goes on overleaf.
class Press {
public:
    explicit Press(const std::string& title)
        : surface_(cairo_pdf_surface_create_for_stream(&append, &out_, page_width, page_height)),
          pen_(cairo_create(surface_.get())) {
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    }

    void print(const std::vector<Block>& blocks) {
        tag_begin("Document");
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            const bool was_item = i > 0 && blocks[i - 1].role == Role::item;
            const bool is_item = block.role == Role::item;
            if (is_item && (!was_item || block.begins_part)) tag_begin("L");
            print(block, i == 0);
            const bool goes_on = i + 1 < blocks.size() && blocks[i + 1].role == Role::item &&
                                 !blocks[i + 1].begins_part;
            if (is_item && !goes_on) tag_end("L");
        }
        end_page();
        tag_end("Document");
    }

    std::string finished() {
        pen_.reset();
        cairo_surface_finish(surface_.get());
        if (cairo_surface_status(surface_.get()) != CAIRO_STATUS_SUCCESS) {
            throw std::runtime_error(std::string("a PDF could not be drawn: ") +
                                     cairo_status_to_string(cairo_surface_status(surface_.get())));
        }
        return std::move(out_);
    }

private:
    void tag_begin(const std::string& name) { cairo_tag_begin(pen_.get(), name.c_str(), nullptr); }
    void tag_end(const std::string& name) { cairo_tag_end(pen_.get(), name.c_str()); }

    Layout layout_of(const std::vector<Run>& runs, double size, double width, unsigned more) {
        Layout layout(pango_cairo_create_layout(pen_.get()));
        const Font font(pango_font_description_new());
        pango_font_description_set_family(font.get(), family);
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        std::string text;
        const Attributes list(pango_attr_list_new());
        // A ligature is one sign: readers of tags lose what stands behind it.
        pango_attr_list_insert(list.get(), pango_attr_font_features_new("liga=0, clig=0"));
        for (const Run& run : runs) {
            const auto from = text.size();
            text += run.text;
            style(list.get(), run.style | more, from, text.size());
        }
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        pango_layout_set_attributes(layout.get(), list.get());
        return layout;
    }

    static void style(PangoAttrList* list, unsigned style, std::size_t from, std::size_t to) {
        if (style & strong) add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, to);
        if (style & emphasised) add(list, pango_attr_style_new(PANGO_STYLE_ITALIC), from, to);
        if (style & struck) add(list, pango_attr_strikethrough_new(TRUE), from, to);
        if (style & code) add(list, pango_attr_family_new(code_family), from, to);
    }

    void print(const Block& block, bool is_first) {
        const double size = size_of(block), indent = indent_of(block);
        if (!is_first) y_ += block.begins_part ? part_gap : gap;
        if (block.role == Role::heading && !is_first) y_ += gap;
        const unsigned more = block.role == Role::heading     ? unsigned{strong}
                              : block.role == Role::quotation ? unsigned{emphasised}
                              : block.role == Role::listing   ? unsigned{code}
                                                              : unsigned{plain};
        const auto layout = layout_of(block.runs, size, page_width - 2 * margin - indent, more);
        const bool is_item = block.role == Role::item, is_quoted = block.role == Role::quotation;
        // A heading stays with the first lines of what it heads.
        make_room((block.role == Role::heading ? 3 : 1) * size * lines_apart);
        if (is_item) {
            tag_begin("LI");
            print_label(block, size, indent);
        }
        if (is_quoted) tag_begin("BlockQuote");
        print_lines(layout.get(), tag_of(block), margin + indent);
        if (is_quoted) tag_end("BlockQuote");
        if (is_item) tag_end("LI");
    }

    void print_label(const Block& block, double size, double indent) {
        if (block.label.empty()) return;
        const auto label = layout_of({{block.label}}, size, step * 2, plain);
        tag_begin("Lbl");
        auto* const line = pango_layout_get_line_readonly(label.get(), 0);
        const double base = pango_layout_get_baseline(label.get()) / double{PANGO_SCALE};
        cairo_move_to(pen_.get(), margin + indent - step * 0.8, y_ + base);
        pango_cairo_show_layout_line(pen_.get(), line);
        tag_end("Lbl");
    }

    // Each line is a span of its own: a tag that has text cannot go on overleaf, one that has spans
    // can.
    void print_lines(PangoLayout* layout, const std::string& tag, double left) {
        const Lines lines(pango_layout_get_iter(layout));
        tag_begin(tag);
        do {
            PangoRectangle box;
            pango_layout_iter_get_line_extents(lines.get(), nullptr, &box);
            const double height = box.height / double{PANGO_SCALE} * lines_apart;
            make_room(height);
            int top = 0, bottom = 0;
            pango_layout_iter_get_line_yrange(lines.get(), &top, &bottom);
            const double base = (pango_layout_iter_get_baseline(lines.get()) - top) /
                                double{PANGO_SCALE};
            cairo_move_to(pen_.get(), left + box.x / double{PANGO_SCALE}, y_ + base);
            tag_begin("Span");
            pango_cairo_show_layout_line(pen_.get(),
                                         pango_layout_iter_get_line_readonly(lines.get()));
            tag_end("Span");
            y_ += height;
        } while (pango_layout_iter_next_line(lines.get()) != FALSE);
        tag_end(tag);
    }

    void make_room(double height) {
        if (y_ + height > page_height - margin) next_page();
    }

    void end_page() {
        const auto number = layout_of({{std::to_string(page_)}}, 9, 60, plain);
        cairo_move_to(pen_.get(), page_width / 2 - 4, page_height - foot);
        pango_cairo_show_layout(pen_.get(), number.get());
        cairo_show_page(pen_.get());
    }

    void next_page() {
        end_page();
        ++page_;
        y_ = margin;
    }

    std::string out_;
    Surface surface_;
    Pen pen_;
    double y_ = margin;
    int page_ = 1;
};

}  // namespace

std::string written(const Document& document) {
    Press press(document.title);
    press.print(document.blocks);
    return tidied(press.finished(), document.title, document.language);
}

}  // namespace pdf
