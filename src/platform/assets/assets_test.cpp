#include "platform/assets/assets.h"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <libdeflate.h>

#include <memory>
#include <set>
#include <string>

namespace assets {
namespace {

std::string_view text(std::span<const unsigned char> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

const Asset& named(std::string_view name) { return *find(path_to(name)); }

std::string unbrotli(const Asset& asset) {
    std::string made(asset.plain.size(), '\0');
    std::size_t size = made.size();
    auto result = BrotliDecoderDecompress(asset.brotli.size(), asset.brotli.data(), &size,
                                          reinterpret_cast<uint8_t*>(made.data()));
    EXPECT_EQ(result, BROTLI_DECODER_RESULT_SUCCESS) << asset.name;
    made.resize(size);
    return made;
}

std::string gunzip(const Asset& asset) {
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    std::string made(asset.plain.size(), '\0');
    std::size_t size = 0;
    auto result = libdeflate_gzip_decompress(decompressor.get(), asset.gzip.data(),
                                             asset.gzip.size(), made.data(), made.size(), &size);
    EXPECT_EQ(result, LIBDEFLATE_SUCCESS) << asset.name;
    made.resize(size);
    return made;
}

TEST(Assets, HaveAllThatPagesName) {
    for (auto name : {"app.css", "app.js", "icons.svg", "pictures.svg", "icon.svg",
                      "fonts/public-sans.woff2", "fonts/newsreader.woff2"}) {
        EXPECT_FALSE(path_to(name).empty()) << name;
    }
}

TEST(Assets, AreFoundByTheirPathAndByNothingElse) {
    for (const auto& asset : all()) {
        EXPECT_EQ(find(asset.path), &asset);
    }
    EXPECT_EQ(find("/assets/app.css"), nullptr);
    EXPECT_EQ(find("/assets/app.00000000.css"), nullptr);
    EXPECT_EQ(find("app.css"), nullptr);
    EXPECT_EQ(find(""), nullptr);
}

TEST(Assets, CarryEightHexDigitsOfTheirContentInTheirPath) {
    std::set<std::string_view> paths;
    for (const auto& asset : all()) {
        auto dot = asset.name.rfind('.');
        auto hash = asset.etag.substr(1, 8);
        EXPECT_EQ(asset.etag, "\"" + std::string(hash) + "\"");
        EXPECT_EQ(hash.find_first_not_of("0123456789abcdef"), hash.npos);
        EXPECT_EQ(asset.path, "/assets/" + std::string(asset.name.substr(0, dot)) + "." +
                                  std::string(hash) + std::string(asset.name.substr(dot)));
        EXPECT_TRUE(paths.insert(asset.path).second);
    }
}

TEST(Assets, HaveATypeThatBrowsersTake) {
    EXPECT_EQ(named("app.css").type, "text/css; charset=utf-8");
    EXPECT_EQ(named("app.js").type, "text/javascript; charset=utf-8");
    EXPECT_EQ(named("icons.svg").type, "image/svg+xml");
    EXPECT_EQ(named("fonts/newsreader.woff2").type, "font/woff2");
}

TEST(Assets, UnpackToThePlainBytes) {
    for (const auto& asset : all()) {
        EXPECT_FALSE(asset.plain.empty()) << asset.name;
        if (!asset.brotli.empty()) {
            EXPECT_LT(asset.brotli.size(), asset.plain.size()) << asset.name;
            EXPECT_EQ(unbrotli(asset), text(asset.plain)) << asset.name;
        }
        if (!asset.gzip.empty()) {
            EXPECT_LT(asset.gzip.size(), asset.plain.size()) << asset.name;
            EXPECT_EQ(gunzip(asset), text(asset.plain)) << asset.name;
        }
    }
    EXPECT_FALSE(named("app.css").brotli.empty());
    EXPECT_FALSE(named("app.js").gzip.empty());
    EXPECT_TRUE(named("fonts/newsreader.woff2").gzip.empty()) << "fonts are compressed already";
}

TEST(Assets, TheStyleNamesItsFontsByTheirPaths) {
    auto style = text(named("app.css").plain);
    EXPECT_EQ(style.find("url(fonts/"), style.npos);
    EXPECT_EQ(style.find("url(\"fonts/"), style.npos);
    for (const auto& asset : all()) {
        if (!asset.name.starts_with("fonts/")) continue;
        EXPECT_NE(style.find("url(" + std::string(asset.path) + ")"), style.npos) << asset.name;
    }
}

TEST(Assets, StayWithinTheBudgetOfAFirstLoad) {
    // Style 14 kB, script 12 kB, the two fonts that are preloaded 60 kB.
    EXPECT_LE(named("app.css").gzip.size(), 14U * 1024);
    EXPECT_LE(named("app.js").gzip.size(), 12U * 1024);
    EXPECT_LE(named("fonts/public-sans.woff2").plain.size() +
                  named("fonts/newsreader.woff2").plain.size(),
              60'000U);
}

TEST(AssetsDeathTest, ANameThatDoesNotExistIsABug) {
    EXPECT_DEATH(path_to("nothing.css"), "no asset has this name");
}

}  // namespace
}  // namespace assets
