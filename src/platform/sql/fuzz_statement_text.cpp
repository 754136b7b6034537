// Any text, any shape: no crash, and what was expanded once has nothing left to expand.

#include "platform/sql/statement_text.h"

#include <cstdint>
#include <cstdlib>
#include <stdexcept>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < 2) return 0;
    const std::size_t values = bytes[0] % 12;
    std::string shape;
    for (std::size_t i = 0; i < values; ++i) shape += "i-ABC"[(bytes[1] >> (i % 7)) % 5];
    const sql::Statement statement{
        "fuzz", std::string(reinterpret_cast<const char*>(bytes + 2), size - 2)};
    for (const sql::Mark mark : {sql::Mark::question, sql::Mark::dollar}) {
        try {
            const std::string text = sql::expand(statement, shape, mark);
            if (mark == sql::Mark::question && sql::expand({"again", text}, "", mark) != text) {
                std::abort();
            }
        } catch (const std::logic_error&) {
            continue;  // the text names other parameters than the shape
        }
    }
    return 0;
}
