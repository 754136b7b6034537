#pragma once
// What each word of the command line does. Results go to standard output, progress and troubles to
// standard error; the number is the program's exit code.

#include "app/config.h"

namespace app {

int run_command(const Config& config);  // throws what ends with 1 or 3, see main.cpp

int serve(const Config& config);

int lint(const Config& config);  // rule lint

int count(const Config& config);

}  // namespace app
