#include "features/organisations/places.h"

#include "features/organisations/organisations.h"

#include <algorithm>
#include <array>
#include <span>

namespace organisations {

namespace {

// The seven regions since April 2019; Y54, Y55 and Y57 are the four of before.
constexpr std::array regions = {
    NamedPlace{"Y54", "North of England (until 2019)"},
    NamedPlace{"Y55", "Midlands and East of England (until 2019)"},
    NamedPlace{"Y56", "London"},
    NamedPlace{"Y57", "South of England (until 2019)"},
    NamedPlace{"Y58", "South West"},
    NamedPlace{"Y59", "South East"},
    NamedPlace{"Y60", "Midlands"},
    NamedPlace{"Y61", "East of England"},
    NamedPlace{"Y62", "North West"},
    NamedPlace{"Y63", "North East and Yorkshire"},
    NamedPlace{"W00", "Wales"},
    NamedPlace{"", "Wales"},  // since 2026 the file leaves it blank there
};

// The 42 boards of July 2022; mergers of 2026 have codes of five characters.
constexpr std::array boards = {
    NamedPlace{"QE1", "Lancashire and South Cumbria"},
    NamedPlace{"QF7", "South Yorkshire"},
    NamedPlace{"QGH", "Herefordshire and Worcestershire"},
    NamedPlace{"QH8", "Mid and South Essex"},
    NamedPlace{"QHG", "Bedfordshire, Luton and Milton Keynes"},
    NamedPlace{"QHL", "Birmingham and Solihull"},
    NamedPlace{"QHM", "North East and North Cumbria"},
    NamedPlace{"QJ2", "Derby and Derbyshire"},
    NamedPlace{"QJG", "Suffolk and North East Essex"},
    NamedPlace{"QJK", "Devon"},
    NamedPlace{"QJM", "Lincolnshire"},
    NamedPlace{"QK1", "Leicester, Leicestershire and Rutland"},
    NamedPlace{"QKK", "South East London"},
    NamedPlace{"QKS", "Kent and Medway"},
    NamedPlace{"QM7", "Hertfordshire and West Essex"},
    NamedPlace{"QMF", "North East London"},
    NamedPlace{"QMJ", "North Central London"},
    NamedPlace{"QMM", "Norfolk and Waveney"},
    NamedPlace{"QNC", "Staffordshire and Stoke-on-Trent"},
    NamedPlace{"QNQ", "Frimley"},
    NamedPlace{"QNX", "Sussex"},
    NamedPlace{"QOC", "Shropshire, Telford and Wrekin"},
    NamedPlace{"QOP", "Greater Manchester"},
    NamedPlace{"QOQ", "Humber and North Yorkshire"},
    NamedPlace{"QOX", "Bath and North East Somerset, Swindon and Wiltshire"},
    NamedPlace{"QPM", "Northamptonshire"},
    NamedPlace{"QR1", "Gloucestershire"},
    NamedPlace{"QRL", "Hampshire and Isle of Wight"},
    NamedPlace{"QRV", "North West London"},
    NamedPlace{"QSL", "Somerset"},
    NamedPlace{"QT1", "Nottingham and Nottinghamshire"},
    NamedPlace{"QT6", "Cornwall and the Isles of Scilly"},
    NamedPlace{"QU9", "Buckinghamshire, Oxfordshire and Berkshire West"},
    NamedPlace{"QUA", "Black Country"},
    NamedPlace{"QUE", "Cambridgeshire and Peterborough"},
    NamedPlace{"QUY", "Bristol, North Somerset and South Gloucestershire"},
    NamedPlace{"QVV", "Dorset"},
    NamedPlace{"QWE", "South West London"},
    NamedPlace{"QWO", "West Yorkshire"},
    NamedPlace{"QWU", "Coventry and Warwickshire"},
    NamedPlace{"QXU", "Surrey Heartlands"},
    NamedPlace{"QYG", "Cheshire and Merseyside"},
};

std::string name_in(std::span<const NamedPlace> places, std::string_view code) {
    const auto found = std::ranges::find(places, code, &NamedPlace::code);
    return std::string(found == places.end() ? code : found->name);
}

}  // namespace

std::string region_name(std::string_view code) {
    return name_in(regions, code);
}
std::string board_name(std::string_view code) {
    return name_in(boards, code);
}
std::string nation_name(std::string_view code) {
    return name_in(nations(), code);
}

bool is_nation(std::string_view code) {
    return std::ranges::find(nations(), code, &NamedPlace::code) != nations().end();
}

const std::vector<NamedPlace>& nations() {
    static const std::vector<NamedPlace> all = {{"england", "England"},
                                                {"wales", "Wales"},
                                                {"scotland", "Scotland"},
                                                {"northern-ireland", "Northern Ireland"}};
    return all;
}

}  // namespace organisations
