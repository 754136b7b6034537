#include "features/linter/places.h"

#include "features/linter/combination_words.h"
#include "features/linter/tokens.h"

namespace linter {

namespace {

constexpr RegionWords regions_told[] = {
    {regions::london, "London", "London|Greater London|Y56|the capital|inner London|outer London"},
    {regions::south_west, "South West",
     "south west|south-west|southwest|Y58|South West of England|the west country"},
    {regions::south_east, "South East",
     "south east|south-east|southeast|Y59|home counties|the south coast"},
    {regions::midlands, "Midlands", "Midlands|the midlands|Y60"},
    {regions::east, "East of England",
     "east of england|East Anglia|Y61|eastern region|eastern England"},
    {regions::north_west, "North West", "north west|north-west|northwest|Y62"},
    {regions::north_east, "North East and Yorkshire",
     "north east and yorkshire|Yorkshire and the "
     "Humber|Yorkshire and Humber|NEY|Y63|West Yorkshire|South Yorkshire|North Yorkshire|East "
     "Yorkshire|Humber"},
    {regions::north_west | regions::north_east, "the North",
     "the north of England|north of england|northern England"},
    {regions::south_west | regions::south_east, "the South", "south of england|southern England"},
    {regions::wales, "Wales", "Wales|Welsh|south wales|north wales|mid wales|west wales"},
    {regions::scotland, "Scotland", "Scotland|Scottish|the highlands|central belt"},
    {regions::northern_ireland, "Northern Ireland", "Northern Ireland|Northern Irish|NI"},
    {regions::england, "England", "England"},
};

constexpr TownWords towns_told[] = {
    {regions::london,
     "Croydon|Hackney|Camden|Islington|Tower Hamlets|Lambeth|Southwark|Lewisham|Greenwich|"
     "Barnet|Enfield|Haringey|Brent|Ealing|Hounslow|Hillingdon|Harrow|"
     "Kingston upon Thames|Richmond upon Thames|Romford|Ilford|Newham|Whitechapel|"
     "Paddington|Hammersmith|Tooting|Wandsworth|Bromley|Bexley|Sutton|Merton"},
    {regions::south_west,
     "Bristol|Bath|Exeter|Plymouth|Truro|Torquay|Taunton|Yeovil|Gloucester|Cheltenham|"
     "Swindon|Salisbury|Bournemouth|Poole|Dorchester|Weymouth|Barnstaple|Cornwall|Devon|"
     "Somerset|Dorset|Wiltshire|Gloucestershire|Weston-super-Mare|Glos=Gloucestershire|"
     "Wilts=Wiltshire"},
    {regions::south_east,
     "Brighton|Southampton|Portsmouth|Winchester|Basingstoke|Reading|Oxford|Oxfordshire|"
     "Slough|Guildford|Woking|Crawley|Worthing|Hastings|Eastbourne|Chichester|Canterbury|"
     "Maidstone|Medway|Dartford|Ashford|Margate|Tunbridge Wells|Aylesbury|High Wycombe|"
     "Milton Keynes|Kent|Surrey|Sussex|Hampshire|Berkshire|Buckinghamshire|Isle of Wight|"
     "Banbury|Frimley|Epsom|Bucks=Buckinghamshire|Berks=Berkshire|Hants=Hampshire|"
     "Oxon=Oxfordshire"},
    {regions::midlands,
     "Birmingham|Coventry|Wolverhampton|Walsall|Dudley|Solihull|Sandwell|Nottingham|Derby|"
     "Leicester|Northampton|Kettering|Lincoln|Stoke-on-Trent|Stoke|Stafford|Shrewsbury|"
     "Telford|Worcester|Hereford|Redditch|Kidderminster|Warwick|Nuneaton|Burton|"
     "Chesterfield|Mansfield|Grantham|Staffordshire|Shropshire|Worcestershire|"
     "Herefordshire|Warwickshire|Derbyshire|Nottinghamshire|Leicestershire|Lincolnshire|"
     "Northamptonshire|Rutland|Black Country|Notts=Nottinghamshire|Leics=Leicestershire|"
     "Lincs=Lincolnshire|Northants=Northamptonshire|Staffs=Staffordshire|"
     "Worcs=Worcestershire|Warks=Warwickshire|Derbys=Derbyshire|Salop=Shropshire"},
    {regions::east,
     "Cambridge|Norwich|Ipswich|Peterborough|Luton|Bedford|Watford|Stevenage|Chelmsford|"
     "Colchester|Southend|Basildon|Harlow|Great Yarmouth|Lowestoft|Bury St Edmunds|"
     "Norfolk|Suffolk|Essex|Cambridgeshire|Bedfordshire|Hertfordshire|Huntingdon|"
     "Herts=Hertfordshire|Beds=Bedfordshire|Cambs=Cambridgeshire"},
    {regions::north_west,
     "Manchester|Greater Manchester|Liverpool|Salford|Bolton|Bury|Oldham|Rochdale|"
     "Stockport|Tameside|Wigan|Warrington|Chester|Crewe|Macclesfield|Preston|Blackpool|"
     "Blackburn|Burnley|Lancaster|Barrow|Carlisle|Southport|Wirral|St Helens|Birkenhead|"
     "Merseyside|Cheshire|Lancashire|Cumbria|Morecambe|Lancs=Lancashire"},
    {regions::north_east,
     "north east|northeast|Yorkshire|West Yorkshire|South Yorkshire|North Yorkshire|"
     "East Yorkshire|Humber|Leeds|Sheffield|Bradford|Hull|York|Wakefield|Huddersfield|"
     "Halifax|Doncaster|Rotherham|Barnsley|Harrogate|Scarborough|Airedale|Calderdale|"
     "Newcastle|Sunderland|Gateshead|Durham|Middlesbrough|Darlington|Hartlepool|"
     "South Shields|Northumberland|Northumbria|Teesside|Tyneside|Grimsby|Scunthorpe|"
     "Stockton|Goole|Humberside"},
    {regions::wales,
     "Cardiff|Swansea|Newport|Wrexham|Bangor|Aberystwyth|Carmarthen|Merthyr|Gwent|Powys|"
     "Rhyl|Bridgend|Llanelli|Haverfordwest"},
    {regions::scotland,
     "Edinburgh|Glasgow|Aberdeen|Dundee|Inverness|Stirling|Perth|Fife|Lothian|Lanarkshire|"
     "Ayrshire|Tayside|Grampian|Orkney|Shetland|Dumfries|Galloway|Forth Valley|Argyll"},
    {regions::northern_ireland,
     "Belfast|Derry|Londonderry|Antrim|Newry|Craigavon|Lisburn|Omagh|Enniskillen|Armagh|"
     "Fermanagh|Tyrone|Ballymena"},
};

constexpr AreaWords areas_told[] = {
    {"merseyside",
     " merseyside mersey liverpool wirral walton alder clatterbridge helens southport "},
    {"liverpool", " liverpool alder walton "},
    {"manchester", " manchester christie "},
    {"greatermanchester",
     " manchester salford bolton oldham rochdale stockport tameside wigan wrightington pennine "
     "christie alliance trafford "},
    {"kent", " kent medway maidstone dartford canterbury "},
    {"devon", " devon plymouth torbay exeter livewell "},
    {"norfolk", " norfolk norwich paget lynn "},
    {"hampshire", " hampshire southampton portsmouth solent winchester basingstoke "},
    {"sussex", " sussex brighton worthing chichester eastbourne victoria "},
    {"surrey", " surrey ashford epsom guildford frimley "},
    {"derbyshire", " derbyshire derby chesterfield "},
    {"cheshire", " cheshire chester crewe macclesfield warrington "},
    {"cumbria", " cumbria morecambe carlisle "},
    {"northamptonshire", " northamptonshire northampton kettering "},
    {"nottinghamshire", " nottinghamshire nottingham sherwood mansfield "},
    {"leicestershire", " leicestershire leicester "},
    {"lincolnshire", " lincolnshire lincoln goole "},
    {"staffordshire", " staffordshire stafford stoke midlands "},
    {"stokeontrent", " staffordshire stoke midlands "},
    {"stoke", " staffordshire stoke midlands "},
    {"shropshire", " shropshire shrewsbury telford agnes "},
    {"warwickshire", " warwickshire warwick coventry eliot "},
    {"worcestershire", " worcestershire worcester "},
    {"herefordshire", " herefordshire hereford wye "},
    {"essex", " essex basildon southend colchester chelmsford harlow alexandra "},
    {"suffolk", " suffolk ipswich "},
    {"cambridgeshire", " cambridgeshire cambridge peterborough papworth anglia "},
    {"cambridge", " cambridge cambridgeshire papworth "},
    {"bedfordshire", " bedfordshire bedford luton "},
    {"hertfordshire", " hertfordshire watford stevenage "},
    {"oxfordshire", " oxfordshire oxford "},
    {"berkshire", " berkshire reading frimley slough "},
    {"buckinghamshire", " buckinghamshire milton aylesbury "},
    {"somerset", " somerset taunton yeovil "},
    {"cornwall", " cornwall "},
    {"dorset", " dorset bournemouth poole "},
    {"wiltshire", " wiltshire salisbury swindon western "},
    {"gloucestershire", " gloucestershire gloucester cheltenham "},
    {"lancashire", " lancashire blackpool preston blackburn burnley "},
    {"newcastle", " newcastle tyne "},
    {"tyneside", " newcastle tyne gateshead tyneside "},
    {"teesside", " tees hartlepool middlesbrough "},
    {"hull", " hull "},
    {"westyorkshire", " leeds bradford airedale calderdale huddersfield wakefield "},
    {"southyorkshire", " sheffield rotherham barnsley doncaster "},
    {"yorkshire",
     " yorkshire york leeds bradford airedale calderdale huddersfield wakefield sheffield "
     "rotherham barnsley doncaster hull humber harrogate "},
    {"northeast",
     " newcastle northumbria gateshead durham darlington sunderland tyne tyneside tees "
     "hartlepool "},
    {"westmidlands",
     " birmingham black dudley walsall wolverhampton sandwell solihull coventry warwickshire "
     "warwick eliot staffordshire midlands shropshire shrewsbury telford agnes worcestershire "
     "herefordshire wye orthopaedic "},
    {"eastmidlands",
     " nottingham nottinghamshire sherwood leicester leicestershire lincolnshire derby derbyshire "
     "chesterfield northampton northamptonshire kettering "},
    {"blackcountry", " black dudley walsall wolverhampton sandwell "},
};

}  // namespace

std::span<const AreaWords> area_words() {
    return areas_told;
}
std::span<const RegionWords> region_words() {
    return regions_told;
}
std::span<const TownWords> town_words() {
    return towns_told;
}

void mark_places(Words& words) {
    const auto mark = [&](std::string_view names) {
        for (std::size_t at = 0; at < names.size();) {
            const auto end = std::min(names.find('|', at), names.size());
            auto name = names.substr(at, end - at);
            name = name.substr(0, std::min(name.find('='), name.size()));
            const auto parts = spelled(name);
            if (parts.size() == 1) words.mark(words.intern(parts[0]), Trait::place);
            at = end + 1;
        }
    };
    for (const TownWords& towns : towns_told) mark(towns.names);
    mark("London|Yorkshire|Wales|Scotland|England|Ireland|Windsor|Whitby|Whitehaven|Hexham|Kendal");
}

}  // namespace linter
