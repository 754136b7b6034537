#include "platform/http/test_client.h"

#include <gtest/gtest.h>

#include <atomic>

namespace http {
namespace {

using test::Client;
using test::TestServer;

// What is sent, and the status it is refused with. Each ends the connection: what follows could be
// the second half of something else.
struct Wrong {
    const char* what;
    std::string bytes;
    int status;
};

std::string with_host(std::string_view line, std::string_view fields) {
    return std::string(line) + "\r\nHost: test\r\n" + std::string(fields) + "\r\n";
}

std::string post(std::string_view fields, std::string_view body = "") {
    return with_host("POST / HTTP/1.1", fields) + std::string(body);
}

const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n";

std::vector<Wrong> wrong_lines() {
    return {
        {"no version (HTTP/0.9)", "GET /\r\n\r\n", 400},
        {"HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        {"a version to come", with_host("GET / HTTP/1.2", ""), 505},
        {"a version in small letters", with_host("GET / http/1.1", ""), 400},
        {"a version with more digits", with_host("GET / HTTP/1.10", ""), 400},
        {"two spaces before the target", with_host("GET  / HTTP/1.1", ""), 400},
        {"two spaces before the version", with_host("GET /  HTTP/1.1", ""), 400},
        {"a space in the target", with_host("GET /a b HTTP/1.1", ""), 400},
        {"a space at the end of the line", with_host("GET / HTTP/1.1 ", ""), 400},
        {"a tab for a space", with_host("GET\t/\tHTTP/1.1", ""), 400},
        {"a space in front", " " + with_host("GET / HTTP/1.1", ""), 400},
        {"no target", with_host("GET HTTP/1.1", ""), 400},
        {"a target without slash", with_host("GET index HTTP/1.1", ""), 400},
        {"an asterisk", with_host("GET * HTTP/1.1", ""), 400},
        {"a fragment", with_host("GET /#a HTTP/1.1", ""), 400},
        {"raw UTF-8 in the target", with_host("GET /\xC3\xA9 HTTP/1.1", ""), 400},
        {"NUL in the target", with_host(std::string_view("GET /\0 HTTP/1.1", 15), ""), 400},
        {"an encoded NUL", with_host("GET /%00 HTTP/1.1", ""), 400},
        {"an encoded slash", with_host("GET /a%2Fb HTTP/1.1", ""), 400},
        {"an encoded backslash", with_host("GET /a%5Cb HTTP/1.1", ""), 400},
        {"bad UTF-8", with_host("GET /%C3%28 HTTP/1.1", ""), 400},
        {"overlong UTF-8", with_host("GET /%C0%AE%C0%AE/ HTTP/1.1", ""), 400},
        {"half an escape", with_host("GET /%4 HTTP/1.1", ""), 400},
        {"no escape", with_host("GET /%zz HTTP/1.1", ""), 400},
        {"a way up", with_host("GET /../etc/passwd HTTP/1.1", ""), 400},
        {"an encoded way up", with_host("GET /a/%2e%2E/b HTTP/1.1", ""), 400},
        {"a dot", with_host("GET /./a HTTP/1.1", ""), 400},
        {"an unknown scheme", with_host("GET ftp://test/ HTTP/1.1", ""), 400},
        {"an authority that is not Host", with_host("GET http://other/ HTTP/1.1", ""), 400},
        {"a user in the authority", with_host("GET http://a@test/ HTTP/1.1", ""), 400},
        {"an empty authority", with_host("GET http:///a HTTP/1.1", ""), 400},
        {"PUT", with_host("PUT / HTTP/1.1", "Content-Length: 3\r\n") + "abc", 405},
        {"OPTIONS of all", with_host("OPTIONS * HTTP/1.1", ""), 405},
        {"CONNECT", with_host("CONNECT test:443 HTTP/1.1", ""), 405},
        {"TRACE", with_host("TRACE / HTTP/1.1", ""), 405},
        {"a method unknown", with_host("BREW / HTTP/1.1", ""), 501},
        {"a method in small letters", with_host("get / HTTP/1.1", ""), 501},
        {"a method that is none", with_host("G(T / HTTP/1.1", ""), 400},
        {"a TLS greeting", std::string("\x16\x03\x01\x02\x00\x01\x00\x01", 8), 400},
        {"NUL at once", std::string(4, '\0'), 400},
    };
}

std::vector<Wrong> wrong_fields() {
    const std::string line = "GET / HTTP/1.1";
    return {
        {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"two Hosts", with_host(line, "Host: test\r\n"), 400},
        {"two Hosts by letter case", with_host(line, "hOST: other\r\n"), 400},
        {"an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
        {"a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        {"a Host with a user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400},
        {"two Hosts in one", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400},
        {"a folded field", with_host(line, "A: b\r\n c\r\n"), 400},
        {"a field folded with a tab", with_host(line, "A: b\r\n\tc\r\n"), 400},
        {"a first field folded", "GET / HTTP/1.1\r\n Host: test\r\n\r\n", 400},
        {"a space before the colon", with_host(line, "A : b\r\n"), 400},
        {"a tab before the colon", with_host(line, "A\t: b\r\n"), 400},
        {"a field without colon", with_host(line, "Abc\r\n"), 400},
        {"a field without name", with_host(line, ": b\r\n"), 400},
        {"a name with parentheses", with_host(line, "A(b): c\r\n"), 400},
        {"NUL in a value", with_host(line, std::string_view("A: b\0c\r\n", 8)), 400},
        {"a control character in a value", with_host(line, "A: b\x01\r\n"), 400},
        {"a bare CR in a value", with_host(line, "A: b\rB: c\r\n"), 400},
        {"a bare LF behind a field", "GET / HTTP/1.1\r\nHost: test\nA: b\r\n\r\n", 400},
        {"bare LFs alone", "GET / HTTP/1.1\nHost: test\n\n", 400},
        {"a bare LF at the end", "GET / HTTP/1.1\r\nHost: test\r\n\n", 400},
        {"an expectation unknown", post("Expect: magic\r\nContent-Length: 1\r\n"), 417},
        {"a hundred and one fields", with_host(line, [] {
             std::string fields;
             for (int count = 0; count < 100; ++count) fields += "A: b\r\n";
             return fields;
         }()), 431},
        {"bad tokens in Connection", with_host(line, "Connection: (\r\n"), 400},
    };
}

std::vector<Wrong> wrong_lengths() {
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    return {
        {"a POST without length", post(""), 411},
        {"two lengths", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400},
        {"two different lengths", post("Content-Length: 0\r\nContent-Length: 40\r\n", smuggled),
         400},
        {"two lengths in one field", post("Content-Length: 3, 3\r\n", "abc"), 400},
        {"a negative length", post("Content-Length: -1\r\n"), 400},
        {"a length with a plus", post("Content-Length: +3\r\n", "abc"), 400},
        {"a length in hexadecimal", post("Content-Length: 0x3\r\n", "abc"), 400},
        {"an empty length", post("Content-Length:\r\n"), 400},
        {"a length with a space in it", post("Content-Length: 1 0\r\n"), 400},
        {"a length beyond 64 bits", post("Content-Length: 18446744073709551617\r\n", "a"), 413},
        {"length and chunks (CL.TE)",
         post("Content-Length: 6\r\n" + chunked, "0\r\n\r\n" + smuggled), 400},
        {"chunks and length (TE.CL)",
         post(chunked + "Content-Length: 4\r\n", "29\r\n" + smuggled + "\r\n0\r\n\r\n"), 400},
        {"two codings (TE.TE)", post(chunked + "Transfer-Encoding: x\r\n", "0\r\n\r\n"), 400},
        {"the same coding twice", post(chunked + chunked, "0\r\n\r\n"), 400},
        {"a coding before chunks", post("Transfer-Encoding: gzip, chunked\r\n"), 400},
        {"chunks twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), 400},
        {"a coding unknown", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 501},
        {"identity", post("Transfer-Encoding: identity\r\n"), 501},
        {"chunks in quotes", post("Transfer-Encoding: \"chunked\"\r\n"), 400},
        {"chunks behind a vertical tab", post("Transfer-Encoding: \vchunked\r\n"), 400},
        {"a space before its colon", post("Transfer-Encoding : chunked\r\n"), 400},
        {"chunks on a folded line", post("Transfer-Encoding:\r\n chunked\r\n"), 400},
        {"chunks in HTTP/1.0", "POST / HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n", 400},
        {"a GET with a body", with_host("GET / HTTP/1.1", "Content-Length: 40\r\n") + smuggled,
         400},
        {"a GET with chunks", with_host("GET / HTTP/1.1", chunked) + "0\r\n\r\n", 400},
    };
}

std::vector<Wrong> wrong_chunks() {
    const std::string head = post("Transfer-Encoding: chunked\r\n");
    return {
        {"a size that is none", head + "x\r\n", 400},
        {"a size with a sign", head + "-1\r\nabc\r\n0\r\n\r\n", 400},
        {"a size with 0x", head + "0x3\r\nabc\r\n0\r\n\r\n", 400},
        {"a size beyond 64 bits", head + "10000000000000003\r\nabc\r\n0\r\n\r\n", 400},
        {"an empty size", head + "\r\nabc\r\n0\r\n\r\n", 400},
        {"an extension", head + "3;a=b\r\nabc\r\n0\r\n\r\n", 400},
        {"a space behind the size", head + "3 \r\nabc\r\n0\r\n\r\n", 400},
        {"a bare LF behind the size", head + "3\nabc\r\n0\r\n\r\n" + std::string(300, 'a'), 400},
        {"more bytes than said", head + "3\r\nabcd\r\n0\r\n\r\n", 400},
        {"fewer bytes than said", head + "4\r\nabc\r\n0\r\n\r\n" + smuggled, 400},
        {"an endless size", head + std::string(1'000, '0'), 400},
        {"a trailer", head + "3\r\nabc\r\n0\r\nHost: other\r\n\r\n", 400},
        {"an endless trailer", head + "0\r\n" + std::string(1'000, 'a'), 400},
        {"a bare LF in the trailer", head + "0\r\n\n" + std::string(300, 'a'), 400},
        {"a chunk beyond the limit", head + "200001\r\n", 413},
        {"a chunk far beyond it", head + "ffffffffffffffff\r\n", 413},
    };
}

class Malformed : public ::testing::Test {
protected:
    std::atomic<int> handled_ = 0;
    TestServer server_{[this](Request, Reply reply) {
        ++handled_;
        reply(test::page("served"));
    }};

    void expect_refused(const Wrong& wrong) {
        SCOPED_TRACE(wrong.what);
        Client client(server_.port());
        client.send(wrong.bytes + smuggled);
        const auto answer = client.read();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, wrong.status);
        EXPECT_EQ(answer->header("connection"), "close");
        EXPECT_TRUE(answer->body.contains(std::to_string(wrong.status)));
        client.end_sending();
        EXPECT_EQ(client.read_to_end(), "") << "something was answered behind the refusal";
        EXPECT_EQ(handled_, 0) << "the handler saw it";
    }

    // The same bytes, one at a time, may not be judged otherwise.
    void expect_refused_slowly(const Wrong& wrong) {
        SCOPED_TRACE(wrong.what);
        Client client(server_.port());
        for (const char byte : wrong.bytes)
            if (!client.send({&byte, 1})) break;
        client.send(smuggled);
        const auto answer = client.read();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, wrong.status);
        EXPECT_EQ(handled_, 0);
    }
};

TEST_F(Malformed, RequestLinesAreRefused) {
    for (const auto& wrong : wrong_lines()) expect_refused(wrong);
}

TEST_F(Malformed, FieldsAreRefused) {
    for (const auto& wrong : wrong_fields()) expect_refused(wrong);
}

TEST_F(Malformed, LengthsThatSmuggleAreRefused) {
    for (const auto& wrong : wrong_lengths()) expect_refused(wrong);
}

TEST_F(Malformed, ChunksAreRefused) {
    for (const auto& wrong : wrong_chunks()) expect_refused(wrong);
}

TEST_F(Malformed, TheSameGoesForBytesThatComeOneByOne) {
    for (const auto& wrong : wrong_lines()) expect_refused_slowly(wrong);
    for (const auto& wrong : wrong_lengths()) expect_refused_slowly(wrong);
    for (const auto& wrong : wrong_chunks()) expect_refused_slowly(wrong);
}

TEST_F(Malformed, TheRefusalOfAMethodSaysWhichAreAllowed) {
    Client client(server_.port());
    const auto answer = client.ask("DELETE / HTTP/1.1\r\nHost: test\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("allow"), "GET, HEAD, POST");
}

TEST_F(Malformed, AHalfRequestIsAnsweredToOneWhoStillListens) {
    Client client(server_.port());
    client.send("GET / HTTP/1.1\r\nHo");
    client.end_sending();
    const auto answer = client.read();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 400);
}

TEST_F(Malformed, TheRefusalMayBeDrawnByTheSite) {
    TestServer server(test::echo(), [](auto& options) {
        options.error_page = [](int status) {
            return test::page("Sorry: " + std::to_string(status));
        };
    });
    Client client(server.port());
    const auto answer = client.ask("GET /\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 400);
    EXPECT_EQ(answer->body, "Sorry: 400");
}

}  // namespace
}  // namespace http
