#include "platform/web/download.h"

#include <gtest/gtest.h>
#include <type_traits>

namespace web {
namespace {

leaving::Passed passed(leaving::Exit exit) {
    return *leaving::Gate().pass({.exit = exit,
                                  .from = {"test.file", 1, 0},
                                  .audience = {},
                                  .subject_line = "A file",
                                  .content = "a,b\r\n1,2\r\n"});
}

static_assert(!std::is_invocable_v<decltype(download), leaving::Draft, FileFace>);

TEST(Download, SendsWhatPassedToBeKept) {
    const auto response = download(passed(leaving::Exit::export_file),
                                   {"Übersicht \"1\".csv", "text/csv; charset=utf-8"});
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "a,b\r\n1,2\r\n");
    EXPECT_EQ(response.headers[1].value,
              "attachment; filename*=UTF-8''%C3%9Cbersicht%20%221%22.csv");
    EXPECT_EQ(response.headers[2].value, "no-store");
}

TEST(Download, RefusesWhatWasLetOutAnotherWay) {
    EXPECT_THROW(download(passed(leaving::Exit::page_for_outsiders), {"a", "text/plain"}),
                 std::logic_error);
}

}  // namespace
}  // namespace web
