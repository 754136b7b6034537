// A PDF read back with the tools that others read it with.

#include "platform/pdf/document.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

namespace pdf {
namespace {

// What a command of the system says of the file, and how it ends.
struct Said {
    std::string words;
    int status = 0;
};

class DocumentTest : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("moothall-pdf." + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    Said asked(const std::string& before, const std::string& bytes, const std::string& after = "") {
        const auto path = folder_ / "a.pdf";
        std::ofstream(path, std::ios::binary) << bytes;
        Said said;
        FILE* const pipe = ::popen((before + " " + path.string() + " " + after + " 2>&1").c_str(),
                                   "r");
        std::array<char, 4096> part{};
        while (const auto size = std::fread(part.data(), 1, part.size(), pipe)) {
            said.words.append(part.data(), size);
        }
        said.status = ::pclose(pipe);
        return said;
    }
    std::string text_of(const std::string& bytes) {
        return asked("pdftotext -enc UTF-8", bytes, "-").words;
    }
    std::string structure_of(const std::string& bytes) {
        return asked("pdfinfo -struct-text", bytes).words;
    }

    std::filesystem::path folder_;
};

Block paragraph(std::string text) {
    return {.role = Role::paragraph, .runs = {{std::move(text)}}};
}

Document sample() {
    return {.title = "Logs & tools ü",
            .blocks = {{.role = Role::heading, .level = 1, .runs = {{"Logs & tools ü"}}},
                       paragraph("Said in June 2027:"),
                       {.role = Role::quotation, .runs = {{"When a meeting, or part thereof."}}},
                       {.role = Role::heading, .level = 2, .runs = {{"Below"}}},
                       {.role = Role::paragraph,
                        .runs = {{"We "},
                                 {"do", strong},
                                 {" so, "},
                                 {"often", emphasised},
                                 {" with "},
                                 {"code", code}},
                        .begins_part = true},
                       {.role = Role::item, .label = "•", .runs = {{"first office"}}},
                       {.role = Role::item, .level = 2, .label = "1.", .runs = {{"deeper"}}},
                       {.role = Role::listing, .runs = {{"a = b"}}}}};
}

TEST_F(DocumentTest, ItIsWholeTaggedTitledAndSaysItsLanguage) {
    const auto bytes = written(sample());
    EXPECT_EQ(asked("qpdf --check", bytes).status, 0) << asked("qpdf --check", bytes).words;
    const auto told = asked("pdfinfo", bytes).words;
    EXPECT_NE(told.find("Title:           Logs & tools ü"), told.npos) << told;
    EXPECT_NE(told.find("Tagged:          yes"), told.npos);
    const auto plain = asked("qpdf --qdf --object-streams=disable", bytes, "-").words;
    EXPECT_NE(plain.find("/Lang (en-GB)"), plain.npos);
    EXPECT_NE(plain.find("/DisplayDocTitle true"), plain.npos);
    EXPECT_NE(plain.find("/Tabs /S"), plain.npos);
}

TEST_F(DocumentTest, NothingTellsWhoMadeItOrWhen) {
    const auto bytes = written(sample());
    const auto told = asked("pdfinfo", bytes).words;
    const auto plain = asked("qpdf --qdf --object-streams=disable", bytes, "-").words;
    for (const char* trace :
         {"Creator", "Producer", "CreationDate", "ModDate", "Author", "cairo", "D:20"}) {
        EXPECT_EQ(told.find(trace), told.npos) << trace;
        EXPECT_EQ(plain.find(trace), plain.npos) << trace;
    }
}

TEST_F(DocumentTest, TheSameDocumentIsTheSameBytesOnAnyThread) {
    const auto bytes = written(sample());
    EXPECT_EQ(written(sample()), bytes);
    std::array<std::string, 2> others;
    {
        std::jthread one([&] { others[0] = written(sample()); });
        std::jthread two([&] { others[1] = written(sample()); });
    }
    EXPECT_EQ(others[0], bytes);
    EXPECT_EQ(others[1], bytes);
}

TEST_F(DocumentTest, EachBlockHasItsTagInReadingOrder) {
    const auto tags = structure_of(written(sample()));
    std::size_t at = 0;
    for (const char* piece : {"H1",         "Logs & tools ü",
                              "P (",        "Said in June",
                              "BlockQuote", "When a meeting",
                              "H2",         "Below",
                              "P (",        "We do so, often with code",
                              "L (",        "LI (",
                              "Lbl",        "•",
                              "LBody",      "first office",
                              "LI (",       "1.",
                              "deeper",     "Code",
                              "a = b"}) {
        const auto found = tags.find(piece, at);
        ASSERT_NE(found, tags.npos) << piece << " in " << tags;
        at = found;
    }
}

TEST_F(DocumentTest, PageNumbersAreNoPartOfTheText) {
    Document document = sample();
    for (int i = 0; i < 90; ++i) {
        document.blocks.push_back(paragraph(
            "A paragraph that is long enough to need two lines of text on a page of paper of the "
            "usual size, or so one would think of it, number " +
            std::to_string(i) + "."));
    }
    const auto bytes = written(document);
    EXPECT_EQ(asked("qpdf --check", bytes).status, 0);
    EXPECT_EQ(asked("qpdf --show-npages", bytes).words, "6\n");
    const auto plain = asked("qpdf --qdf --object-streams=disable", bytes, "-").words;
    std::size_t artifacts = 0;
    for (auto at = plain.find("/Artifact"); at != plain.npos;
         at = plain.find("/Artifact", at + 1)) {
        ++artifacts;
    }
    EXPECT_EQ(artifacts, 6u);
    const auto tags = structure_of(bytes);
    EXPECT_EQ(tags.find("\"6\""), tags.npos);
    std::size_t paragraphs = 0;
    for (auto at = tags.find("\n  P ("); at != tags.npos; at = tags.find("\n  P (", at + 1)) {
        ++paragraphs;
    }
    EXPECT_EQ(paragraphs, 92u) << "one that goes on overleaf stays one";
}

TEST_F(DocumentTest, OtherScriptsAndMarksAreReadBack) {
    const auto text = text_of(written(
        {.title = "Scripts",
         .blocks = {paragraph("שלום עולם"), paragraph("مرحبا بالعالم"),
                    paragraph("Zoe\u0301 na\u00EFve Ω я"), paragraph("office, first, affair")}}));
    for (const char* words :
         {"שלום עולם", "مرحبا بالعالم", "na\u00EFve Ω я", "office, first, affair"}) {
        EXPECT_NE(text.find(words), text.npos) << words << " in " << text;
    }
    EXPECT_TRUE(text.find("Zo\u00E9") != text.npos || text.find("Zoe\u0301") != text.npos) << text;
}

TEST_F(DocumentTest, WhatIsLongOrEmptyIsDrawnAllTheSame) {
    EXPECT_EQ(asked("qpdf --check", written({.title = "Nothing"})).status, 0);
    const auto bytes = written(
        {.title = "Long",
         .blocks = {paragraph(""),
                    paragraph(std::string(20'000, 'x')),
                    {.role = Role::item, .level = 40, .label = "•", .runs = {{"deep"}}}}});
    EXPECT_EQ(asked("qpdf --check", bytes).status, 0);
    EXPECT_NE(text_of(bytes).find("deep"), std::string::npos);
}

}  // namespace
}  // namespace pdf
