#include "app/commands.h"
#include "app/config.h"
#include "app/wiring.h"

#include <cstdio>
#include <fmt/core.h>

int main(int count, char** arguments) {
    constexpr int exit_refused = 1;
    constexpr int exit_unreadable = 2;
    constexpr int exit_broken = 3;
    const app::Config config = app::read_config(count, arguments);
    base::log::start(config.log_level);
    try {
        return app::run_command(config);
    } catch (const app::Refused& refused) {
        fmt::print(stderr, "moothall: {}\n", refused.what());
        return exit_refused;
    } catch (const app::Unreadable& unreadable) {
        fmt::print(stderr, "moothall: {}\n", unreadable.what());
        return exit_unreadable;
    } catch (const std::exception& broken) {
        fmt::print(stderr, "moothall: {}\n", broken.what());
        return exit_broken;
    }
}
