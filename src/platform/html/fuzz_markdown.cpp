// Any bytes at all, rendered: the HTML must be balanced, made of allowed elements and attributes,
// and within its bound; the text must say the same words. Built with -fsanitize=fuzzer.

#include "platform/html/markdown.h"
#include "platform/html/markdown_check.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const html::MarkdownNames names = {
        .person = [](std::string_view handle) -> std::optional<html::Named> {
            if (handle.size() % 2 == 0) return std::nullopt;
            return html::Named{std::string(handle), "Meera <Raman>", 7};
        },
        .author_of = [](int number) -> std::optional<std::string> {
            if (number % 2 == 0) return std::nullopt;
            return "Meera \"Raman\"";
        }};
    const std::string_view markdown(reinterpret_cast<const char*>(bytes), size);
    const html::Rendered rendered = html::render_markdown(markdown, names);
    std::string fault = html::check::fault_of(rendered.html, rendered.text);
    if (rendered.html.size() > html::output_bytes_max(size)) fault = "too long";
    if (!fault.empty()) {
        std::fputs((fault + '\n' + rendered.html + '\n').c_str(), stderr);
        std::abort();
    }
    return 0;
}
