#include "platform/base/trouble.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace base {
namespace {

TEST(TroubleTest, IsOneLineOfValidText) {
    EXPECT_EQ(trouble_line(std::runtime_error("a\r\nb")), "a b");
    EXPECT_EQ(trouble_line(std::runtime_error("")), "It failed without a word.");
    EXPECT_EQ(trouble_line(std::runtime_error("\xff")),
              "It failed, and what it said cannot be read.");
    EXPECT_LE(trouble_line(std::runtime_error(std::string(5000, 'x'))).size(), 310U);
}

}  // namespace
}  // namespace base
