#include "platform/web/receipt.h"

#include <gtest/gtest.h>

namespace web {
namespace {

using Named = std::vector<std::pair<std::string, std::string>>;

std::optional<std::string> receipt(const Named& sent, std::string_view path = "/notes") {
    http::Fields fields;
    for (const auto& [name, value] : sent) fields.add(name, value);
    return receipt_of(path, fields);
}

const std::pair<std::string, std::string> once{"once", "0123456789abcdefghijkl"};

TEST(Receipt, IsTheSameForTheSamePress) {
    const auto first = receipt({{"token", "A"}, once, {"body", "One"}});
    ASSERT_TRUE(first);
    EXPECT_EQ(receipt({{"token", "A"}, once, {"body", "One"}}), first);
    EXPECT_EQ(receipt({{"token", "B"}, once, {"body", "One"}}), first) << "with a fresh token";
}

TEST(Receipt, IsAnotherForAnotherTextPageOrAddress) {
    const auto first = receipt({once, {"title", "One"}, {"body", "Two"}});
    for (const Named& other : {Named{once, {"title", "One"}, {"body", "Three"}},
                               Named{once, {"title", "One"}},
                               Named{once, {"title", "OneTwo"}, {"body", ""}},
                               Named{once, {"title", "One4:body3:Two"}},
                               Named{once, {"body", "One"}, {"title", "Two"}},
                               Named{{"once", "another0123456789abcdef"}, {"title", "One"},
                                     {"body", "Two"}}}) {
        EXPECT_NE(receipt(other), first) << other.back().second;
    }
    EXPECT_NE(receipt({once, {"title", "One"}, {"body", "Two"}}, "/open"), first);
}

TEST(Receipt, IsTheSameHoweverLinesEnd) {
    EXPECT_EQ(receipt({once, {"body", "a\r\nb\r\n"}}), receipt({once, {"body", "a\nb\n"}}));
    EXPECT_NE(receipt({once, {"body", "a\nb"}}), receipt({once, {"body", "ab"}}));
}

TEST(Receipt, IsGivenForNoStepAsideAndForNoFormWithoutANumber) {
    EXPECT_FALSE(receipt({once, {"body", "One"}, {"do", "preview"}}));
    EXPECT_TRUE(receipt({once, {"body", "One"}, {"do", ""}}));
    for (const std::string& number : {std::string(), std::string("short"), std::string(65, 'x')}) {
        EXPECT_FALSE(receipt({{"once", number}, {"body", "One"}})) << number;
    }
    EXPECT_FALSE(receipt({{"body", "One"}}));
}

}  // namespace
}  // namespace web
