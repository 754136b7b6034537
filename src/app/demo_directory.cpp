#include "app/demo_directory.h"

#include "platform/base/csv.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <stdexcept>

namespace app {

namespace {

using organisations::Kind;
using organisations::Organisations;

struct RegionCodes {
    std::string_view name, code;
    std::span<const std::string_view> boards;
};

constexpr std::array<std::string_view, 5> london = {"QMJ", "QMF", "QKK", "QWE", "QRV"};
constexpr std::array<std::string_view, 7> south_west = {"QOX", "QUY", "QT6", "QJK",
                                                        "QVV", "QR1", "QSL"};
constexpr std::array<std::string_view, 6> south_east = {"QU9", "QNQ", "QRL", "QKS", "QXU", "QNX"};
constexpr std::array<std::string_view, 11> midlands = {"QHL", "QUA", "QWU", "QJ2", "QGH", "QK1",
                                                       "QJM", "QPM", "QT1", "QOC", "QNC"};
constexpr std::array<std::string_view, 6> east = {"QHG", "QUE", "QM7", "QH8", "QMM", "QJG"};
constexpr std::array<std::string_view, 3> north_west = {"QYG", "QOP", "QE1"};
constexpr std::array<std::string_view, 4> north_east = {"QHM", "QOQ", "QF7", "QWO"};
constexpr std::array regions = {RegionCodes{"London", "Y56", london},
                                RegionCodes{"South West", "Y58", south_west},
                                RegionCodes{"South East", "Y59", south_east},
                                RegionCodes{"Midlands", "Y60", midlands},
                                RegionCodes{"East of England", "Y61", east},
                                RegionCodes{"North West", "Y62", north_west},
                                RegionCodes{"North East and Yorkshire", "Y63", north_east}};

const RegionCodes* region_of(const demo::Organisation& one) {
    const auto found = std::ranges::find(regions, one.region, &RegionCodes::name);
    return found == regions.end() ? nullptr : &*found;
}

bool is_trust(const demo::Organisation& one) {
    return region_of(one) && one.kind.ends_with(" trust");
}

// Five characters, as codes have been since 2020; none of them is a real one's.
std::string code_at(std::size_t index) {
    constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string code = "X0000";
    for (std::size_t place = 4; place > 0; --place, index /= digits.size()) {
        code[place] = digits[index % digits.size()];
    }
    return code;
}

std::string trust_line(const demo::Organisation& one, std::size_t index) {
    const RegionCodes& region = *region_of(one);
    const std::string town = one.name.substr(0, one.name.find(' '));
    const std::string opened = std::to_string(1994 + index % 24) + "0401";
    std::string line = code_at(index) + ',' + base::csv_cell(one.name) + ',';
    line.append(region.code).append(",").append(region.boards[index % region.boards.size()]);
    line += ",Trust Headquarters,,," + base::csv_cell(town) + ",,," + opened + ",,,,,,,,,,,0,,";
    return line + "\n";
}

// Few enough for the rule of what outsiders read. The list leaves their region and board blank.
constexpr std::array welsh_trusts = {
    std::string_view("Cwm Gwyrfaen University NHS Trust"),
    std::string_view("Glanhelyg Ambulance Services NHS Trust"),
    std::string_view("Bro Eirinwen Public Health NHS Trust")};

std::string welsh_line(std::string_view name, const std::string& code) {
    std::string line = code + ',' + base::csv_cell(name);
    return line + ",,,Trust Headquarters,,,,,,19990401,,,,,,,,,,,0,,W\n";
}

organisations::HandDraft hand_draft(const demo::Organisation& one) {
    static const std::map<std::string, std::string, std::less<>> nations = {
        {"Wales", "wales"}, {"Scotland", "scotland"}, {"Northern Ireland", "northern-ireland"}};
    const auto nation = nations.find(one.region);
    const bool is_home = region_of(one) || nation != nations.end();
    const Kind kind = !is_home                ? Kind::abroad
                      : one.kind == "Hospice" ? Kind::charity
                                              : Kind::nhs_body;
    return {.name = one.name,
            .kind = std::string(code_of(kind)),
            .nation = nation != nations.end() ? nation->second
                      : region_of(one)        ? "england"
                                              : ""};
}

}  // namespace

std::string network_of_role(const std::string& role) {
    if (role == "CCIO") return "ccio";
    if (role == "CIO") return "cio";
    return role == "CNIO" ? "cnio" : "";
}

std::vector<std::string> plant_organisations(sql::Tx& tx, const demo::Community& community,
                                             base::Instant now) {
    const auto worker = identity::Actor::worker("demo");
    Organisations directory(record::Floor{tx, worker, now});
    const auto& all = community.organisations;
    std::string file;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (is_trust(all[i])) file += trust_line(all[i], i);
    }
    for (std::size_t i = 0; i < welsh_trusts.size(); ++i) {
        file += welsh_line(welsh_trusts.at(i), code_at(all.size() + i));
    }
    const auto as_of = std::chrono::floor<base::days>(now) - base::days{30};
    const auto report = directory.import_trusts(file, as_of, organisations::Missing::accepted);
    if (!report) throw std::runtime_error("demo: " + report.error().sentence);
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (is_trust(all[i])) {
            codes.push_back(code_at(i));
            continue;
        }
        const auto added = directory.add(hand_draft(all[i]));
        if (!added) throw std::runtime_error("demo: " + added.error().sentence);
        codes.push_back(directory.organisation(*added).code);
    }
    return codes;
}

}  // namespace app
