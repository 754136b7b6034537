// What passing the gate costs, beside what it belongs to: a letter queued, a page for visitors, a
// page for members (which does not pass it). "cost", what it is, and the microseconds of the gate and
// of the whole, on the engine that BENCH_ENGINE names. bench/gate.py builds it and reads the lines.

#include "app/wiring.h"
#include "platform/mail/outbox.h"
#include "tests/support/test_site.h"

#include <chrono>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <iostream>
#include <string>

namespace {

double microseconds_each(int count, const std::function<void()>& deed) {
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) deed();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    return took.count() / count;
}

void print(const char* what, double gate, double whole) {
    std::cout << "cost " << what << ' ' << gate << ' ' << whole << std::endl;
}

TEST(Gate, Costs) {
    const char* engine = std::getenv("BENCH_ENGINE");
    const bool is_postgres = engine && std::string(engine) == "postgresql";
    testing_site::TestSite site(is_postgres ? sql::Engine::postgresql : sql::Engine::sqlite);
    const leaving::Gate gate = app::gate();
    site.person("Ann Lee", {"ccio"});
    const auto topic = site.topic("Ann Lee", "Hazard logs");
    for (int i = 0; i < 19; ++i) site.reply("Ann Lee", topic, "Ours is a *spreadsheet* too.");

    const auto knock = [&] {
        return gate.pass({.exit = leaving::Exit::mail,
                          .from = {"forum.post", 1, 1},
                          .audience = {5},
                          .subject_line = "6 new replies on ambient voice",
                          .summary = "CCIO Network, two of them with attachments"});
    };
    const double for_letters = microseconds_each(20'000, [&] { (void)knock(); });
    site.with_floor("Ann Lee", [&](const record::Floor& floor) {
        print("letter", for_letters, microseconds_each(400, [&] {
                  mail::queue_letter(floor, {.to = floor.actor.id(),
                                             .sheet = {.news = *knock(),
                                                       .community = "Networks",
                                                       .footer = {.why = "You are a member."},
                                                       .button = {"Read", "http://localhost/"}}});
              }));
    });

    auto visitor = site.visitor();
    const std::string page(visitor.get("/networks/ccio/about").body());
    std::string content = page;  // moved in and out, as the site does
    const double for_pages = microseconds_each(20'000, [&] {
        auto passed = gate.pass({.exit = leaving::Exit::page_for_outsiders,
                                 .from = {"page", 0, 0},
                                 .audience = {},
                                 .subject_line = "/networks/{network}/about",
                                 .content = std::move(content)});
        content = std::move(*passed).content();
    });
    print("visitors", for_pages,
          microseconds_each(400, [&] { (void)visitor.get("/networks/ccio/about"); }));
    auto member = site.as("Ann Lee");
    const auto path = testing_site::path_of(topic) + "-hazard-logs";
    print("members", 0, microseconds_each(400, [&] { (void)member.get(path); }));
}

}  // namespace
