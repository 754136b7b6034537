#include "platform/http/message.h"

#include <gtest/gtest.h>

namespace http {
namespace {

Request form(std::string body) {
    Request request;
    request.method = Method::post;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"}};
    request.body = std::move(body);
    return request;
}

TEST(Fields, TheFirstOfANameIsFound) {
    Fields fields;
    fields.add("a", "1");
    fields.add("a", "2");
    EXPECT_EQ(fields.get("a"), "1");
    EXPECT_EQ(fields.get("b"), "");
    EXPECT_EQ(fields.find("b"), nullptr);
    EXPECT_EQ(fields.all().size(), 2U);
}

TEST(Request, AHeaderIsFoundWhateverItsCase) {
    Request request;
    request.headers = {{"Host", "a"}, {"X-One", "1"}, {"x-one", "2"}};
    EXPECT_EQ(request.header("HOST"), "a");
    EXPECT_EQ(request.header("x-one"), "1");
    EXPECT_EQ(request.header("x-two"), "");
}

TEST(Request, CookiesAreFoundInAnyOfTheirFields) {
    Request request;
    request.headers = {{"Cookie", "a=1; session=abc=;empty="}, {"cookie", " b = 2 ;junk; a=9"}};
    EXPECT_EQ(request.cookie("session"), "abc=");
    EXPECT_EQ(request.cookie("a"), "1");
    EXPECT_EQ(request.cookie("b"), "2");
    EXPECT_EQ(request.cookie("empty"), "");
    EXPECT_EQ(request.cookie("junk"), "");
    EXPECT_EQ(request.cookie("A"), "");
    EXPECT_EQ(request.cookie(""), "");
}

TEST(Request, AQueryIsReadWithPatience) {
    Request request;
    request.query = "q=data+protection&q=2&%C3%A9=%c3%a9&broken=%4&bad=%FF%41&&flag&=x&n=a%00b";
    const Fields fields = request.query_fields();
    EXPECT_EQ(fields.get("q"), "data protection");
    EXPECT_EQ(fields.get("é"), "é");
    EXPECT_EQ(fields.get("broken"), "%4");
    EXPECT_EQ(fields.get("bad"), "\xEF\xBF\xBD" "A");
    EXPECT_NE(fields.find("flag"), nullptr);
    EXPECT_EQ(fields.get("n"), "a\xEF\xBF\xBD" "b");
    EXPECT_EQ(fields.all().size(), 8U);
}

TEST(Request, AFormIsReadStrictly) {
    const auto good = form("title=Siân%27s+DPIA&body=a%0D%0Ab&body=2&empty=&=").form_fields();
    ASSERT_TRUE(good);
    EXPECT_EQ(good->get("title"), "Siân's DPIA");
    EXPECT_EQ(good->get("body"), "a\r\nb");
    EXPECT_EQ(good->all().size(), 5U);
    ASSERT_TRUE(form("").form_fields());
    for (const char* bad : {"a=%", "a=%4", "a=%zz", "%f=1", "a=%FF", "a=\xFF", "%80=1", "a=%00",
                            "a=%C0%80", "a=%ED%A0%80"})
        EXPECT_FALSE(form(bad).form_fields()) << bad;
}

TEST(Request, AFormOfAnotherTypeIsNotRead) {
    Request request = form("a=1");
    request.headers[0].value = "text/plain";
    EXPECT_FALSE(request.form_fields());
    request.headers.clear();
    EXPECT_TRUE(request.form_fields());
    request.body_file = "/somewhere";
    EXPECT_FALSE(request.form_fields());
}

TEST(Request, FieldsAreBounded) {
    std::string many = "a";
    for (int count = 1; count < 2'000; ++count) many += "&a";
    EXPECT_TRUE(form(many).form_fields());
    EXPECT_FALSE(form(many + "&a").form_fields());
    Request request;
    request.query = many + "&a&a";
    EXPECT_EQ(request.query_fields().all().size(), 2'000U);
}

TEST(Percent, CodingGoesThereAndBack) {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    EXPECT_EQ(percent_decode(percent_encode(all), false), all);
    EXPECT_EQ(percent_encode("a b/é?&=+~-._"), "a%20b%2F%C3%A9%3F%26%3D%2B~-._");
    EXPECT_EQ(percent_decode("a+b", true), "a b");
    EXPECT_EQ(percent_decode("a+b", false), "a+b");
    EXPECT_EQ(percent_decode("%2541", false), "%41") << "decoded once";
    for (const char* bad : {"%", "%4", "%g0", "%0g", "a%"})
        EXPECT_FALSE(percent_decode(bad, false)) << bad;
}

TEST(Path, GoodOnesAreDecodedOnce) {
    EXPECT_EQ(decode_path("/"), "/");
    EXPECT_EQ(decode_path("/a%20b/%C3%A9"), "/a b/é");
    EXPECT_EQ(decode_path("/..."), "/...");
    EXPECT_EQ(decode_path("/.well-known/security.txt"), "/.well-known/security.txt");
    EXPECT_EQ(decode_path("/%252e%252e"), "/%2e%2e");
    EXPECT_EQ(decode_path("//a//"), "//a//");
    EXPECT_EQ(decode_path("/a+b"), "/a+b");
}

TEST(Path, OthersAreRefused) {
    for (const char* bad : {"", "a", "/..", "/../a", "/a/..", "/.", "/a/./b", "/%2e%2e/", "/a%2fb",
                            "/a%2Fb", "/a\\b", "/%5c", "/%00", "/%0a", "/%7f", "/%FF", "/%C0%AF",
                            "/%", "/%4"})
        EXPECT_FALSE(decode_path(bad)) << bad;
}

}  // namespace
}  // namespace http
