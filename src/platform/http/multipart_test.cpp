#include "platform/http/multipart.h"

#include "platform/http/test_client.h"

#include <gtest/gtest.h>

#include <fstream>

namespace http {
namespace {

const std::string type = "multipart/form-data; boundary=----Web4Kit";

std::string part(std::string_view head, std::string_view bytes) {
    return "------Web4Kit\r\n" + std::string(head) + "\r\n\r\n" + std::string(bytes) + "\r\n";
}

std::string field(std::string_view name, std::string_view value) {
    return part("Content-Disposition: form-data; name=\"" + std::string(name) + "\"", value);
}

std::string file(std::string_view filename, std::string_view bytes) {
    return part("Content-Disposition: form-data; name=\"f\"; filename=\"" + std::string(filename) +
                    "\"\r\nContent-Type: application/pdf", bytes);
}

const std::string end = "------Web4Kit--\r\n";

std::optional<Multipart> parse(const std::string& body, const MultipartLimits& limits = {}) {
    Request request;
    request.headers = {{"Content-Type", type}};
    request.body = body;
    static std::vector<Request> kept;  // the result looks into its request
    kept.push_back(std::move(request));
    return read_multipart(kept.back(), limits);
}

TEST(Multipart, FieldsAndFilesAreTakenApart) {
    const std::string bytes("%PDF\r\n\0\r\n------Web4Ki\r\n--", 25);
    const auto form = parse(field("title", "Siân\r\n") + file("a b.pdf", bytes) +
                            field("title", "") + file("", "") + end);
    ASSERT_TRUE(form);
    ASSERT_EQ(form->fields.all().size(), 2U);
    EXPECT_EQ(form->fields.get("title"), "Siân\r\n");
    ASSERT_EQ(form->uploads.size(), 1U);
    EXPECT_EQ(form->uploads[0].field, "f");
    EXPECT_EQ(form->uploads[0].filename, "a b.pdf");
    EXPECT_EQ(form->uploads[0].content_type, "application/pdf");
    EXPECT_EQ(form->uploads[0].bytes, bytes);
}

TEST(Multipart, AnEmptyFormIsAForm) {
    const auto form = parse(end);
    ASSERT_TRUE(form);
    EXPECT_TRUE(form->fields.all().empty());
    EXPECT_TRUE(parse("------Web4Kit--"));
}

TEST(Multipart, AFilenameIsAClaimWithoutFolders) {
    const auto name_of = [](std::string_view claimed) {
        const auto form = parse(file(claimed, "x") + end);
        return form && form->uploads.size() == 1 ? form->uploads[0].filename : "refused";
    };
    EXPECT_EQ(name_of("../../etc/passwd"), "passwd");
    EXPECT_EQ(name_of("C:\\Users\\ann\\cv.pdf"), "cv.pdf");
    EXPECT_EQ(name_of("a\\\"b.pdf"), "a\"b.pdf");
    EXPECT_EQ(name_of("a%22b.pdf"), "a\"b.pdf");
    EXPECT_EQ(name_of("Protokoll für Zoë.pdf"), "Protokoll für Zoë.pdf");
    EXPECT_EQ(name_of("a\tb"), "refused");
    EXPECT_EQ(name_of("\xFF"), "refused");
    EXPECT_EQ(name_of(std::string(256, 'a')), "refused");
    EXPECT_EQ(name_of("folder/"), "refused") << "bytes without a name";
}

TEST(Multipart, MalformedBodiesAreRefused) {
    const std::string good = field("a", "1");
    for (const std::string& bad : std::vector<std::string>{
             "", "a=1", good, "\r\n" + good + end, "preamble\r\n" + good + end,
             good + "------Web4Kit-", good + "------Web4KitX\r\n\r\n" + end,
             good + end + "epilogue", good + "------Web4Kit \r\n" + end,
             part("", "1") + end, part("Content-Type: a/b", "1") + end,
             part("Content-Disposition: form-data", "1") + end,
             part("Content-Disposition: form-data; name=", "1") + end,
             part("Content-Disposition: form-data; name=\"a", "1") + end,
             part("Content-Disposition: attachment; name=\"a\"", "1") + end,
             part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "1") + end,
             part("Content-Disposition: form-data; name=\"a\" x", "1") + end,
             part("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; "
                  "name=\"b\"", "1") + end,
             part("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: "
                  "base64", "MQ==") + end,
             part("no colon", "1") + end, field("a", "\xFF") + end, field("\xFF", "a") + end,
             field("a", std::string_view("a\0", 2)) + end, field("", "a") + end,
             "------Web4Kit\r\nContent-Disposition: form-data; name=a\r\n\r\n1" + end,
             "------Web4Kit\nContent-Disposition: form-data; name=a\n\n1\r\n" + end})
        EXPECT_FALSE(parse(bad)) << bad;
}

TEST(Multipart, ATokenMayStandForAQuotedName) {
    const auto form = parse(part("content-disposition:form-data;name=a", "1") + end);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.get("a"), "1");
}

TEST(Multipart, LimitsHoldOnBothSides) {
    const MultipartLimits limits{
        .parts_max = 2, .part_head_bytes_max = 100, .field_bytes_max = 3, .name_bytes_max = 4};
    EXPECT_TRUE(parse(field("name", "abc") + field("b", "") + end, limits));
    EXPECT_FALSE(parse(field("a", "") + field("b", "") + field("c", "") + end, limits));
    EXPECT_FALSE(parse(field("a", "abcd") + end, limits));
    EXPECT_FALSE(parse(field("names", "a") + end, limits));
    EXPECT_FALSE(parse(part("Content-Disposition: form-data; name=a\r\nX: " +
                            std::string(100, 'x'), "1") + end, limits));
    EXPECT_TRUE(parse(file("a", std::string(100'000, 'x')) + end)) << "a file is not a field";
}

TEST(Multipart, TheBoundaryIsReadAsItIsWritten) {
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; BOUNDARY=\"a b\""), "a b");
    const std::string long_one(71, 'a');
    for (const std::string& bad : std::vector<std::string>{
             "", "text/plain; boundary=a", "multipart/form-data", "multipart/form-data; boundary=",
             "multipart/form-data; boundary=\"a", "multipart/mixed; boundary=a",
             "multipart/form-data; boundary=" + long_one, "multipart/form-data; boundary=\"a \""})
        EXPECT_FALSE(multipart_boundary(bad)) << bad;
}

TEST(Multipart, ASpooledUploadIsReadFromItsFile) {
    std::optional<Multipart> form;
    std::string file_name;
    test::TestServer server(
        [&](Request request, Reply reply) {
            file_name = request.body_file;
            form = read_multipart(request);
            reply(test::page(form ? "read" : "not read"));
        },
        [](auto& options) { options.limits.body_in_memory_max = 1'000; });
    const std::string bytes(200'000, 'x');
    const std::string body = field("title", "Zoë") + file("a.pdf", bytes) + end;
    test::Client client(server.port());
    const auto answer = client.ask("POST / HTTP/1.1\r\nHost: test\r\nContent-Type: " + type +
                                   "\r\nContent-Length: " + std::to_string(body.size()) +
                                   "\r\n\r\n" + body);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "read");
    EXPECT_FALSE(file_name.empty());
    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.get("title"), "Zoë");
    EXPECT_EQ(form->uploads.at(0).bytes, bytes) << "readable after the file is gone";
    EXPECT_TRUE(test::becomes_true([&] { return server.spooled_files() == 0; }));
}

}  // namespace
}  // namespace http
