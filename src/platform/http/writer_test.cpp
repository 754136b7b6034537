#include "platform/http/writer.h"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <libdeflate.h>

namespace http {
namespace {

std::string html_page() {
    std::string text = "<!doctype html>\n";
    while (text.size() < 20'000)
        text += "<p>Post " + std::to_string(text.size()) + " about Siân’s assessment.</p>\n";
    return text;
}

Response html(std::string body) {
    Response response;
    response.body = std::move(body);
    return std::move(response).with("Content-Type", "text/html; charset=utf-8");
}

std::string value_of(const Response& response, std::string_view name) {
    std::string all;
    for (const auto& header : response.headers)
        if (same_name(header.name, name)) all += (all.empty() ? "" : "|") + header.value;
    return all;
}

std::string un_gzip(std::string_view bytes, std::size_t size) {
    std::string text(size, '\0');
    auto* decompressor = libdeflate_alloc_decompressor();
    std::size_t written = 0;
    libdeflate_gzip_decompress(decompressor, bytes.data(), bytes.size(), text.data(), text.size(),
                               &written);
    libdeflate_free_decompressor(decompressor);
    return text.substr(0, written);
}

std::string un_brotli(std::string_view bytes, std::size_t size) {
    std::string text(size, '\0');
    BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                            &size, reinterpret_cast<std::uint8_t*>(text.data()));
    return text.substr(0, size);
}

TEST(Compression, TheClientsWeightsChoose) {
    for (const char* accepted : {"gzip", "gzip, deflate", "gzip, deflate, br, zstd", "*",
                                 "x-a,gzip", "GZIP;q=0.5", "br;q=0.4, gzip;q=0.5",
                                 "gzip ; q=1.0, br;q=1"})
        EXPECT_EQ(preferred_encoding(accepted), Encoding::gzip) << accepted;
    for (const char* accepted : {"br", "br, gzip;q=0.9", "br;q=0.1", "*, gzip;q=0", "BR"})
        EXPECT_EQ(preferred_encoding(accepted), Encoding::brotli) << accepted;
    for (const char* accepted : {"", "identity", "gzip;q=0", "gzip;q=0.000, br;q=0", "*;q=0",
                                 "zstd", "gzip;q=", "gzip;level=1", ",,;"})
        EXPECT_EQ(preferred_encoding(accepted), Encoding::none) << accepted;
}

TEST(Compression, BothEncodingsComeBackAsTheyWere) {
    const std::string text = html_page();
    const auto gzipped = compress(Encoding::gzip, text);
    const auto brotlied = compress(Encoding::brotli, text);
    ASSERT_TRUE(gzipped && brotlied);
    EXPECT_LT(gzipped->size(), text.size() / 4);
    EXPECT_LT(brotlied->size(), text.size() / 4);
    EXPECT_EQ(un_gzip(*gzipped, text.size()), text);
    EXPECT_EQ(un_brotli(*brotlied, text.size()), text);
}

TEST(Compression, WhatWouldNotShrinkIsLeft) {
    std::string noise;
    std::uint32_t state = 1;
    for (int count = 0; count < 4'000; ++count)
        noise += static_cast<char>((state = state * 1'664'525 + 1'013'904'223) >> 24);
    EXPECT_FALSE(compress(Encoding::gzip, noise));
    EXPECT_FALSE(compress(Encoding::brotli, noise));
    EXPECT_FALSE(compress(Encoding::none, html_page()));
}

TEST(Shape, TextIsCompressedAndCachesAreTold) {
    Response response = html(html_page());
    response.with("ETag", "\"1\"");
    shape(response, {.encoding = Encoding::gzip});
    EXPECT_EQ(value_of(response, "content-encoding"), "gzip");
    EXPECT_EQ(value_of(response, "vary"), "Accept-Encoding");
    EXPECT_EQ(value_of(response, "etag"), "W/\"1\"");
    EXPECT_EQ(un_gzip(response.body, 30'000), html_page());

    Response plain = html(html_page());
    shape(plain, {});
    EXPECT_EQ(value_of(plain, "vary"), "Accept-Encoding");
    EXPECT_EQ(plain.body, html_page());
}

TEST(Shape, StaticBytesAreCompressedIntoABody) {
    const std::string text = html_page();
    Response response = html("");
    response.static_body = text;
    shape(response, {.encoding = Encoding::brotli});
    EXPECT_EQ(value_of(response, "content-encoding"), "br");
    EXPECT_EQ(un_brotli(body_of(response), 30'000), text);
}

TEST(Shape, SomeThingsAreNotCompressed) {
    const Wishes wishes{.encoding = Encoding::gzip};
    Response small = html(std::string(1'023, 'a'));
    Response image = html(html_page());
    image.headers[0].value = "image/png";
    Response done = html(html_page());
    done.with("Content-Encoding", "br");
    Response unwilling = html(html_page());
    unwilling.may_compress = false;
    Response events = html(html_page());
    events.headers[0].value = "text/event-stream";
    for (auto* response : {&small, &image, &done, &unwilling, &events}) {
        const std::string before = response->body;
        shape(*response, wishes);
        EXPECT_EQ(response->body, before);
        EXPECT_EQ(value_of(*response, "vary"), "");
    }
    Response enough = html(std::string(1'024, 'a'));
    shape(enough, wishes);
    EXPECT_EQ(value_of(enough, "content-encoding"), "gzip");
}

TEST(Shape, AKnownTagIsAnsweredWithoutTheBody) {
    for (const char* known : {"\"1\"", "W/\"1\"", "\"0\", \"1\"", "\"a,b\",W/\"1\"", "*"}) {
        Response response = html(html_page());
        response.with("ETag", "\"1\"").with("Cache-Control", "private");
        shape(response, {.encoding = Encoding::gzip, .if_none_match = known});
        EXPECT_EQ(response.status, 304) << known;
        EXPECT_TRUE(response.body.empty());
        EXPECT_EQ(value_of(response, "etag"), "\"1\"");
        EXPECT_EQ(value_of(response, "vary"), "Accept-Encoding");
        EXPECT_EQ(value_of(response, "cache-control"), "private");
        EXPECT_EQ(value_of(response, "content-type"), "");
    }
    for (const char* other : {"\"2\"", "1", "\"1", "\"11\"", "", "W/"}) {
        Response response = html(html_page());
        response.with("ETag", "\"1\"");
        shape(response, {.if_none_match = other});
        EXPECT_EQ(response.status, 200) << other;
    }
}

TEST(Shape, OnlyAPageThatWasFoundCanBeKnown) {
    const Wishes wishes{.if_none_match = "*"};
    Response untagged = html("a");
    shape(untagged, wishes);
    EXPECT_EQ(untagged.status, 200);
    Response missing = html("a");
    missing.status = 404;
    missing.with("ETag", "\"1\"");
    shape(missing, wishes);
    EXPECT_EQ(missing.status, 404);
    Response posted = html("a");
    posted.with("ETag", "\"1\"");
    shape(posted, {.method = Method::post, .if_none_match = "*"});
    EXPECT_EQ(posted.status, 200);
}

TEST(Shape, ATimeCountsWhereNoTagIsAsked) {
    const auto status = [](std::string known, std::string tag) {
        Response response = html("a");
        response.with("Last-Modified", "Tue, 08 Jun 2027 08:57:03 GMT").with("ETag", "\"1\"");
        shape(response, {.if_none_match = std::move(tag), .if_modified_since = std::move(known)});
        return response.status;
    };
    EXPECT_EQ(status("Tue, 08 Jun 2027 08:57:03 GMT", ""), 304);
    EXPECT_EQ(status("Tue, 08 Jun 2027 08:57:04 GMT", ""), 304);
    EXPECT_EQ(status("Tue, 08 Jun 2027 08:57:02 GMT", ""), 200);
    EXPECT_EQ(status("Tue, 08 Jun 2027 08:57:03 GMT", "\"2\""), 200);
    EXPECT_EQ(status("yesterday", ""), 200);
}

TEST(Dates, AreWrittenAndReadInOneForm) {
    EXPECT_EQ(http_date(1'812'445'023), "Tue, 08 Jun 2027 08:57:03 GMT");
    EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
    EXPECT_EQ(read_http_date("Tue, 08 Jun 2027 08:57:03 GMT"), 1'812'445'023);
    for (const char* bad : {"", "Tuesday, 08-Jun-27 08:57:03 GMT", "Tue, 08 Jun 2027 08:57:03 CET",
                            "Tue, -8 Jun 2027 08:57:03 GMT", "Tue, 08 Jux 2027 08:57:03 GMT"})
        EXPECT_FALSE(read_http_date(bad)) << bad;
}

TEST(Head, HoldsWhatTheServerDecides) {
    Response response = html("abc");
    response.with("Content-Length", "7").with("Connection", "close").with("date", "x");
    std::string bytes;
    write_head(bytes, response, {.persistence = Persistence::keep, .length = 3, .date = "now"});
    EXPECT_EQ(bytes, "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Type: text/html; charset=utf-8\r\n"
                     "Content-Length: 3\r\n\r\n");
}

TEST(Head, AFieldThatWouldBreakOutOfItsLineIsLeftOut) {
    Response response;
    response.with("Location", "/a\r\nSet-Cookie: stolen=1").with("X\r\nY", "1").with("", "1");
    response.with("A", std::string("a\0b", 3)).with("Good", "yes").with("A B", "1");
    std::string bytes;
    write_head(bytes, response, {.length = 0, .date = "now"});
    EXPECT_EQ(bytes, "HTTP/1.1 200 OK\r\nDate: now\r\nGood: yes\r\nContent-Length: 0\r\n"
                     "Connection: close\r\n\r\n");
}

}  // namespace
}  // namespace http
