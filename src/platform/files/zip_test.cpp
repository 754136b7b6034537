#include "platform/files/zip.h"

#include "tests/support/unzipped.h"

#include <gtest/gtest.h>

namespace files {
namespace {

const base::Instant noon{std::chrono::sys_days{std::chrono::year{2027} / 6 / 8} + base::hours(12)};

TEST(Zip, WhatWasPackedIsUnpackedByteForByte) {
    std::string noise;
    for (unsigned i = 0; i < 300'000; ++i) noise += static_cast<char>(i * 7919u >> 3);
    Zip zip(noon);
    zip.add("index.html", "Zoë wrote this.");
    zip.add("documents/1-letter.pdf", noise);
    zip.add("empty.txt", "");
    const auto files = testing_site::unzipped(std::move(zip).done());
    ASSERT_EQ(files.size(), 3u);
    EXPECT_EQ(files.at("index.html"), "Zoë wrote this.");
    EXPECT_EQ(files.at("documents/1-letter.pdf"), noise);
    EXPECT_EQ(files.at("empty.txt"), "");
}

TEST(Zip, TheSameFilesGiveTheSameArchive) {
    const auto packed = [] {
        Zip zip(noon);
        zip.add("a.txt", std::string(10'000, 'a'));
        return std::move(zip).done();
    };
    EXPECT_EQ(packed(), packed());
    EXPECT_LT(packed().size(), 1'000u) << "it is packed tight";
}

TEST(Zip, ANameStandsOnce) {
    Zip zip(noon);
    zip.add("a.txt", "a");
    EXPECT_THROW(zip.add("a.txt", "b"), std::runtime_error);
}

}  // namespace
}  // namespace files
