// A tool of the build: asset_pack IN_DIR TABLE_CPP BYTES_S. Names each file of IN_DIR after its
// content, compresses it, and writes an assembler file that draws the bytes in (.incbin; GCC 12 has
// no #embed) and the C++ table that assets.h reads. Not part of the program.
//
// Two passes, because a style sheet holds the names of its fonts: first everything else gets its
// path, then url(NAME) in style sheets becomes url(PATH), and they get theirs.
#include <brotli/encode.h>
#include <libdeflate.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace assets {
namespace {

using Bytes = std::string;

struct Packed {
    std::string name;
    std::string path;
    std::string type;
    std::string hash;
    Bytes plain, brotli, gzip;
};

Bytes read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, std::string_view bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string type_of(const fs::path& file) {
    static const std::map<std::string, std::string> types = {
        {".css", "text/css; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},           {".woff2", "font/woff2"},
        {".png", "image/png"},               {".txt", "text/plain; charset=utf-8"}};
    auto found = types.find(file.extension());
    if (found == types.end()) throw std::runtime_error("no type for " + file.string());
    return found->second;
}

// The first 8 hex digits of SHA-256.
std::string hash_of(const Bytes& bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    std::array<char, 9> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), 4);
    return hex.data();
}

std::string path_of(const std::string& name, const std::string& hash) {
    auto dot = name.rfind('.');
    return "/assets/" + name.substr(0, dot) + "." + hash + name.substr(dot);
}

Bytes smaller_or_none(Bytes made, const Bytes& plain) {
    return made.size() < plain.size() ? std::move(made) : Bytes();
}

Bytes brotli(const Bytes& plain) {
    std::size_t size = BrotliEncoderMaxCompressedSize(plain.size());
    Bytes made(size, '\0');
    if (!BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_TEXT,
                               plain.size(), reinterpret_cast<const uint8_t*>(plain.data()), &size,
                               reinterpret_cast<uint8_t*>(made.data())))
        throw std::runtime_error("brotli refused");
    made.resize(size);
    return smaller_or_none(std::move(made), plain);
}

Bytes gzip(const Bytes& plain) {
    constexpr int level = 9;
    std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    if (!compressor) throw std::runtime_error("libdeflate refused");
    Bytes made(libdeflate_gzip_compress_bound(compressor.get(), plain.size()), '\0');
    made.resize(libdeflate_gzip_compress(compressor.get(), plain.data(), plain.size(), made.data(),
                                         made.size()));
    return smaller_or_none(std::move(made), plain);
}

void pack(Packed& asset) {
    asset.hash = hash_of(asset.plain);
    asset.path = path_of(asset.name, asset.hash);
    if (asset.type == "font/woff2") return;  // Compressed already.
    asset.brotli = brotli(asset.plain);
    asset.gzip = gzip(asset.plain);
}

// Rewrites url(NAME), with or without quotes, where NAME is an asset; leaves data: and the like.
Bytes with_paths(const Bytes& style, const std::map<std::string, std::string>& path_by_name) {
    constexpr std::string_view opening = "url(";
    Bytes made;
    std::size_t at = 0;
    for (;;) {
        auto open = style.find(opening, at);
        auto close = open == Bytes::npos ? open : style.find(')', open);
        if (close == Bytes::npos) return made + style.substr(at);
        auto inner = style.substr(open + opening.size(), close - open - opening.size());
        std::erase_if(inner, [](char c) { return c == '"' || c == '\''; });
        auto known = path_by_name.find(inner);
        made += style.substr(at, open - at);
        made += known == path_by_name.end() ? style.substr(open, close + 1 - open)
                                            : "url(" + known->second + ")";
        at = close + 1;
    }
}

std::vector<Packed> packed(const fs::path& folder) {
    std::vector<Packed> assets;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        assets.push_back({.name = fs::relative(entry.path(), folder).generic_string(),
                          .type = type_of(entry.path()),
                          .plain = read(entry.path())});
    }
    auto is_style = [](const Packed& asset) { return asset.type.starts_with("text/css"); };
    std::map<std::string, std::string> path_by_name;
    for (auto& asset : assets) {
        if (is_style(asset)) continue;
        pack(asset);
        path_by_name[asset.name] = asset.path;
    }
    for (auto& asset : assets) {
        if (!is_style(asset)) continue;
        asset.plain = with_paths(asset.plain, path_by_name);
        pack(asset);
    }
    std::ranges::sort(assets, {}, &Packed::path);
    return assets;
}

// One labelled run of bytes in the assembler file, its end labelled too; nothing when empty.
void add_bytes(std::string& assembler, const fs::path& file, const std::string& label,
               const Bytes& bytes) {
    if (bytes.empty()) return;
    write(file, bytes);
    assembler += "    .balign 16\n    .global " + label + "\n    .global " + label + "_end\n" +
                 label + ":\n    .incbin \"" + file.string() + "\"\n" + label + "_end:\n";
}

std::string assembler_of(const std::vector<Packed>& assets, const fs::path& folder) {
    fs::remove_all(folder);
    std::string made = "/* Made by asset_pack. */\n    .section .rodata\n";
    for (std::size_t i = 0; i < assets.size(); ++i) {
        const auto& asset = assets[i];
        auto file = folder / asset.path.substr(sizeof("/assets/") - 1);
        fs::create_directories(file.parent_path());
        auto label = "asset_" + std::to_string(i);
        add_bytes(made, file, label + "_plain", asset.plain);
        add_bytes(made, file.string() + ".br", label + "_brotli", asset.brotli);
        add_bytes(made, file.string() + ".gz", label + "_gzip", asset.gzip);
    }
    return made + "    .section .note.GNU-stack, \"\", %progbits\n";
}

std::string span_of(const std::string& label, const Bytes& bytes) {
    return bytes.empty() ? "{}" : "{" + label + ", " + label + "_end}";
}

std::string table_of(const std::vector<Packed>& assets) {
    std::string labels, rows;
    auto declare = [&](const std::string& label, const Bytes& bytes) {
        if (!bytes.empty())
            labels += "extern const unsigned char " + label + "[], " + label + "_end[];\n";
    };
    for (std::size_t i = 0; i < assets.size(); ++i) {
        const auto& asset = assets[i];
        auto label = "asset_" + std::to_string(i);
        declare(label + "_plain", asset.plain);
        declare(label + "_brotli", asset.brotli);
        declare(label + "_gzip", asset.gzip);
        rows += "        {\"" + asset.name + "\", \"" + asset.path + "\",\n         \"" +
                asset.type + "\", \"\\\"" + asset.hash + "\\\"\",\n         " +
                span_of(label + "_plain", asset.plain) + ",\n         " +
                span_of(label + "_brotli", asset.brotli) + ",\n         " +
                span_of(label + "_gzip", asset.gzip) + "},\n";
    }
    return "// Made by asset_pack.\n#include \"platform/assets/assets.h\"\n\nextern \"C\" {\n" +
           labels + "}\n\nnamespace assets {\n\nstd::span<const Asset> all() {\n" +
           "    static const Asset table[] = {\n" + rows + "    };\n    return table;\n}\n\n" +
           "}  // namespace assets\n";
}

void run(const fs::path& folder, const fs::path& table, const fs::path& bytes) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium refused");
    auto assets = packed(folder);
    if (assets.empty()) throw std::runtime_error("no files in " + folder.string());
    auto kept = fs::absolute(bytes).replace_extension();
    fs::create_directories(kept.parent_path());
    fs::create_directories(fs::absolute(table).parent_path());
    write(bytes, assembler_of(assets, kept));
    write(table, table_of(assets));
}

}  // namespace
}  // namespace assets

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "use: asset_pack IN_DIR TABLE_CPP BYTES_S\n";
        return 2;
    }
    try {
        assets::run(words[1], words[2], words[3]);
        return 0;
    } catch (const std::exception& broken) {
        std::cerr << "asset_pack: " << broken.what() << "\n";
        return 1;
    }
}
