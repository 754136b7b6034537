#include "platform/http/multipart.h"

#include "platform/base/text.h"
#include "platform/http/listener.h"

#include <algorithm>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace http {

// body        = delimiter *( CRLF part CRLF delimiter ) "--" [ CRLF ]     RFC 7578 as browsers
// delimiter   = "--" boundary                                            write it: no preamble,
// part        = *( field CRLF ) CRLF *OCTET                              no epilogue
// disposition = "form-data" *( ";" name "=" ( token / quoted ) )
// quoted      = DQUOTE *( char / "\" DQUOTE / "\\" / "%22" ) DQUOTE

namespace {

constexpr std::size_t boundary_bytes_max = 70;  // RFC 2046, 5.1.1

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool take(std::string_view& rest, std::string_view expected) {
    if (!rest.starts_with(expected)) return false;
    rest.remove_prefix(expected.size());
    return true;
}

bool has_control(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

// From behind the opening quote to behind the closing one. A '\' before another character stays:
// some old browsers send a whole Windows path.
std::optional<std::string> take_quoted(std::string_view& rest) {
    std::string text;
    while (!rest.empty() && rest.front() != '"') {
        if (rest.starts_with("\\\"") || rest.starts_with("\\\\")) rest.remove_prefix(1);
        text += rest.front();
        rest.remove_prefix(1);
    }
    if (!take(rest, "\"")) return std::nullopt;
    for (auto at = text.find("%22"); at != text.npos; at = text.find("%22", at + 1))
        text.replace(at, 3, "\"");  // how browsers write a quote
    return text;
}

std::optional<std::string> take_value(std::string_view& rest) {
    if (take(rest, "\"")) return take_quoted(rest);
    const auto end = std::min(rest.find_first_of("; \t"), rest.size());
    std::string text(rest.substr(0, end));
    rest.remove_prefix(end);
    return text;
}

struct Parameters {
    Fields named;
    std::string kind;  // what stands in front of them
};

// "form-data; name="a"; filename="b""
std::optional<Parameters> read_parameters(std::string_view value) {
    Parameters parameters;
    const auto first = value.find(';');
    parameters.kind = trim(value.substr(0, first));
    std::string_view rest = first == value.npos ? std::string_view{} : value.substr(first);
    while (!(rest = trim(rest)).empty()) {
        if (!take(rest, ";")) return std::nullopt;
        rest = trim(rest);
        if (rest.empty()) break;
        const auto equals = rest.find('=');
        if (equals == rest.npos) return std::nullopt;
        std::string name(trim(rest.substr(0, equals)));
        rest.remove_prefix(equals + 1);
        auto text = take_value(rest);
        if (!text || parameters.named.find(name)) return std::nullopt;
        parameters.named.add(std::move(name), std::move(*text));
    }
    return parameters;
}

struct PartHead {
    std::string name, filename, content_type;
    bool is_file = false;
};

bool take_disposition(std::string_view value, PartHead& head) {
    const auto parameters = read_parameters(value);
    if (!parameters || !same_name(parameters->kind, "form-data") || !head.name.empty())
        return false;
    const auto* filename = parameters->named.find("filename");
    head.name = parameters->named.get("name");
    head.is_file = filename != nullptr;
    if (filename) head.filename = *filename;
    return !head.name.empty();
}

bool take_part_field(std::string_view line, PartHead& head) {
    const auto colon = line.find(':');
    if (colon == line.npos || colon == 0) return false;
    const auto name = line.substr(0, colon), value = trim(line.substr(colon + 1));
    if (has_control(value)) return false;
    if (same_name(name, "content-disposition")) return take_disposition(value, head);
    if (same_name(name, "content-type")) head.content_type = value;
    if (same_name(name, "content-transfer-encoding"))
        return same_name(value, "binary") || same_name(value, "8bit") || same_name(value, "7bit");
    return true;
}

bool is_name(std::string_view text, const MultipartLimits& limits) {
    return text.size() <= limits.name_bytes_max && base::is_utf8(text) && !has_control(text);
}

// `rest` stands behind the delimiter's line and is left where the part's bytes begin.
std::optional<PartHead> take_part_head(std::string_view& rest, const MultipartLimits& limits) {
    PartHead head;
    const auto end = rest.substr(0, limits.part_head_bytes_max).find("\r\n\r\n");
    if (end == rest.npos) return std::nullopt;
    for (std::string_view lines = rest.substr(0, end + 2); !lines.empty();) {
        const auto line_end = lines.find("\r\n");
        if (!take_part_field(lines.substr(0, line_end), head)) return std::nullopt;
        lines.remove_prefix(line_end + 2);
    }
    rest.remove_prefix(end + 4);
    const auto slash = head.filename.find_last_of("/\\");
    if (slash != head.filename.npos) head.filename.erase(0, slash + 1);
    if (head.name.empty() || !is_name(head.name, limits) || !is_name(head.filename, limits))
        return std::nullopt;
    return head;
}

bool keep_part(Multipart& form, PartHead head, std::string_view bytes,
               const MultipartLimits& limits) {
    if (!head.is_file) {
        if (bytes.size() > limits.field_bytes_max || !base::is_utf8(bytes)) return false;
        form.fields.add(std::move(head.name), std::string(bytes));
    } else if (!head.filename.empty()) {
        form.uploads.push_back({std::move(head.name), std::move(head.filename),
                                std::move(head.content_type), bytes});
    } else {
        return bytes.empty();  // an input left empty; bytes without a name come from no browser
    }
    return true;
}

// The file as memory. The spool is ours alone and not written to any more, so it cannot shrink.
struct Mapping {
    explicit Mapping(const std::string& path) {
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        struct stat facts {};
        if (!file || ::fstat(file.get(), &facts) < 0 || facts.st_size == 0) return;
        size = static_cast<std::size_t>(facts.st_size);
        bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    }
    ~Mapping() {
        if (bytes != MAP_FAILED) ::munmap(bytes, size);
    }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;

    void* bytes = MAP_FAILED;
    std::size_t size = 0;
};

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    const auto parameters = read_parameters(content_type);
    if (!parameters || !same_name(parameters->kind, "multipart/form-data")) return std::nullopt;
    std::string boundary;
    for (const auto& [name, value] : parameters->named.all())
        if (same_name(name, "boundary")) boundary = value;
    const bool is_usable = !boundary.empty() && boundary.size() <= boundary_bytes_max &&
                           !has_control(boundary) && boundary.back() != ' ';
    return is_usable ? std::optional(boundary) : std::nullopt;
}

std::optional<Multipart> parse_multipart(std::string_view body, std::string_view boundary,
                                         const MultipartLimits& limits) {
    const std::string delimiter = "\r\n--" + std::string(boundary);
    Multipart form;
    if (!take(body, std::string_view(delimiter).substr(2))) return std::nullopt;
    for (std::size_t count = 0; !take(body, "--"); ++count) {
        if (count == limits.parts_max || !take(body, "\r\n")) return std::nullopt;
        auto head = take_part_head(body, limits);
        if (!head) return std::nullopt;
        const auto end = body.find(delimiter);
        if (end == body.npos) return std::nullopt;
        if (!keep_part(form, std::move(*head), body.substr(0, end), limits)) return std::nullopt;
        body.remove_prefix(end + delimiter.size());
    }
    if (!body.empty() && body != "\r\n") return std::nullopt;
    return form;
}

std::optional<Multipart> read_multipart(const Request& request, const MultipartLimits& limits) {
    const auto boundary = multipart_boundary(request.header("content-type"));
    if (!boundary) return std::nullopt;
    if (request.body_file.empty()) return parse_multipart(request.body, *boundary, limits);
    const auto mapping = std::make_shared<const Mapping>(request.body_file);
    if (mapping->bytes == MAP_FAILED) return std::nullopt;
    auto form = parse_multipart({static_cast<const char*>(mapping->bytes), mapping->size},
                                *boundary, limits);
    if (form) form->mapping = mapping;
    return form;
}

}  // namespace http
