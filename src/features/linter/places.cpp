#include "features/linter/places.h"

#include "features/linter/combination_words.h"
#include "features/linter/tokens.h"

namespace linter {

namespace {

constexpr RegionWords regions_told[] = {
    {regions::london, "London", "London|Greater London|Y56|the capital|inner London|outer London"},
    {regions::south_west, "South West",
     "south west|south-west|southwest|Y58|South West of England|the west country|SW"},
    {regions::south_east, "South East",
     "south east|south-east|southeast|Y59|home counties|the south coast|South Coast|SE"},
    {regions::midlands, "Midlands", "Midlands|the midlands|Y60|Mids"},
    {regions::east, "East of England",
     "east of england|East Anglia|E Anglia|Y61|eastern region|eastern England|EoE|E of E"},
    {regions::north_west, "North West", "north west|north-west|northwest|Y62|NW"},
    {regions::north_east, "North East and Yorkshire",
     "north east and yorkshire|Yorkshire and the "
     "Humber|Yorkshire and Humber|NEY|Y63|West Yorkshire|South Yorkshire|North Yorkshire|East "
     "Yorkshire|Humber|NE|Yorks|Yorks and Humber|Yorks and the Humber"},
    {regions::north_west | regions::north_east, "the North",
     "the north of England|north of england|northern England|up north"},
    {regions::south_west | regions::south_east, "the South",
     "south of england|southern England|down south"},
    {regions::wales, "Wales", "Wales|Welsh|south wales|north wales|mid wales|west wales"},
    {regions::scotland, "Scotland", "Scotland|Scottish|the highlands|central belt"},
    {regions::northern_ireland, "Northern Ireland",
     "Northern Ireland|Northern Irish|NI|N Ireland|N Irish"},
    {regions::england, "England", "England"},
};

constexpr TownWords towns_told[] = {
    {regions::london,
     "Croydon|Hackney|Camden|Islington|Tower Hamlets|Lambeth|Southwark|Lewisham|Greenwich|"
     "Barnet|Enfield|Haringey|Brent|Ealing|Hounslow|Hillingdon|Harrow|"
     "Kingston upon Thames|Richmond upon Thames|Romford|Ilford|Newham|Whitechapel|"
     "Paddington|Hammersmith|Tooting|Wandsworth|Bromley|Bexley|Sutton|Merton|Walthamstow|"
     "Uxbridge|Twickenham|Roehampton|Woolwich|Brixton|Tottenham|Edgware"},
    {regions::south_west,
     "Bristol|Bath|Exeter|Plymouth|Truro|Torquay|Taunton|Yeovil|Gloucester|Cheltenham|"
     "Swindon|Salisbury|Bournemouth|Poole|Dorchester|Weymouth|Barnstaple|Cornwall|Devon|"
     "Somerset|Dorset|Wiltshire|Gloucestershire|Weston-super-Mare|Glos=Gloucestershire|"
     "Wilts=Wiltshire|Cornish=Cornwall|Bristolian=Bristol|Penzance|St "
     "Austell|Newquay|Bodmin|Tiverton|Bridgwater|Glastonbury|"
     "Minehead|Cirencester|Tewkesbury|Trowbridge|Chippenham|Devizes|Torbay|Paignton|Bideford|"
     "Okehampton|Christchurch"},
    {regions::south_east,
     "Brighton|Southampton|Portsmouth|Winchester|Basingstoke|Reading|Oxford|Oxfordshire|"
     "Slough|Guildford|Woking|Crawley|Worthing|Hastings|Eastbourne|Chichester|Canterbury|"
     "Maidstone|Medway|Dartford|Ashford|Margate|Tunbridge Wells|Aylesbury|High Wycombe|"
     "Milton Keynes|Kent|Surrey|Sussex|Hampshire|Berkshire|Buckinghamshire|Isle of Wight|"
     "Banbury|Frimley|Epsom|Bucks=Buckinghamshire|Berks=Berkshire|Hants=Hampshire|"
     "Oxon=Oxfordshire|Bracknell|Maidenhead|Newbury|Wokingham|Farnborough|Fareham|Gosport|"
     "Horsham|Redhill|Sevenoaks|Folkestone|Sittingbourne|Gravesend|Sheppey|Thanet|Bognor Regis|"
     "Haywards Heath|Bicester|Abingdon|Didcot"},
    {regions::midlands,
     "Birmingham|Coventry|Wolverhampton|Walsall|Dudley|Solihull|Sandwell|Nottingham|Derby|"
     "Leicester|Northampton|Kettering|Lincoln|Stoke-on-Trent|Stoke|Stafford|Shrewsbury|"
     "Telford|Worcester|Hereford|Redditch|Kidderminster|Warwick|Nuneaton|Burton|"
     "Chesterfield|Mansfield|Grantham|Staffordshire|Shropshire|Worcestershire|"
     "Herefordshire|Warwickshire|Derbyshire|Nottinghamshire|Leicestershire|Lincolnshire|"
     "Northamptonshire|Rutland|Black Country|Notts=Nottinghamshire|Leics=Leicestershire|"
     "Lincs=Lincolnshire|Northants=Northamptonshire|Staffs=Staffordshire|"
     "Worcs=Worcestershire|Warks=Warwickshire|Derbys=Derbyshire|Salop=Shropshire|Brummie="
     "Birmingham|Oswestry|Ludlow|"
     "Bridgnorth|Tamworth|Lichfield|Cannock|"
     "Stratford-upon-Avon|Leamington|Bromsgrove|Evesham|Malvern|Worksop|Loughborough|"
     "Wellingborough|Skegness|Spalding|Sleaford|Gainsborough|Leominster|Matlock|"
     "Ilkeston|Hinckley|West Bromwich|Stourbridge|Oakham"},
    {regions::east,
     "Cambridge|Norwich|Ipswich|Peterborough|Luton|Bedford|Watford|Stevenage|Chelmsford|"
     "Colchester|Southend|Basildon|Harlow|Great Yarmouth|Lowestoft|Bury St Edmunds|"
     "Norfolk|Suffolk|Essex|Cambridgeshire|Bedfordshire|Hertfordshire|Huntingdon|"
     "Herts=Hertfordshire|Beds=Bedfordshire|Cambs=Cambridgeshire|King's Lynn|Kings "
     "Lynn|Thetford|Cromer|Gorleston|Clacton|Harwich|"
     "Braintree|Brentwood|Thurrock|Welwyn|Hemel Hempstead|St Albans|Hitchin|Letchworth|"
     "Wisbech|Felixstowe|Dereham"},
    {regions::north_west,
     "Manchester|Greater Manchester|Liverpool|Salford|Bolton|Bury|Oldham|Rochdale|"
     "Stockport|Tameside|Wigan|Warrington|Chester|Crewe|Macclesfield|Preston|Blackpool|"
     "Blackburn|Burnley|Lancaster|Barrow|Carlisle|Southport|Wirral|St Helens|Birkenhead|"
     "Merseyside|Cheshire|Lancashire|Cumbria|Morecambe|Lancs=Lancashire|Mancunian=Manchester|"
     "Scouse=Liverpool|Liverpudlian=Liverpool|"
     "Cumbrian=Cumbria|Lancastrian=Lancashire|Kendal|Whitehaven|"
     "Workington|Penrith|Ulverston|Barrow-in-Furness|"
     "Chorley|Ormskirk|Skelmersdale|Accrington|Widnes|Runcorn|Altrincham|Trafford|"
     "Knutsford|Northwich|Winsford|Nantwich|Fleetwood|Lytham|Bootle|Prescot"},
    {regions::north_east,
     "north east|northeast|Yorkshire|West Yorkshire|South Yorkshire|North Yorkshire|"
     "East Yorkshire|Humber|Leeds|Sheffield|Bradford|Hull|York|Wakefield|Huddersfield|"
     "Halifax|Doncaster|Rotherham|Barnsley|Harrogate|Scarborough|Airedale|Calderdale|"
     "Newcastle|Sunderland|Gateshead|Durham|Middlesbrough|Darlington|Hartlepool|"
     "South Shields|Northumberland|Northumbria|Teesside|Tyneside|Grimsby|Scunthorpe|"
     "Stockton|Goole|Humberside|Geordie=Newcastle|Northumbrian=Northumbria|Mackem=Sunderland|"
     "Whitby|Bridlington|Skipton|Keighley|Dewsbury|"
     "Pontefract|Hexham|Morpeth|Alnwick|Berwick|Ashington|Cramlington|North Shields|Jarrow|Redcar|"
     "Northallerton|Ilkley|Castleford|Bishop Auckland|Consett"},
    {regions::wales,
     "Cardiff|Swansea|Newport|Wrexham|Bangor|Aberystwyth|Carmarthen|Merthyr|Gwent|Powys|"
     "Rhyl|Bridgend|Llanelli|Haverfordwest|Caerphilly|Pontypridd|Neath|Port Talbot|Abergavenny|"
     "Brecon|Llandudno|Holyhead|Anglesey|Pembrokeshire|Ceredigion|Torfaen|Ebbw Vale"},
    {regions::scotland,
     "Edinburgh|Glasgow|Aberdeen|Dundee|Inverness|Stirling|Perth|Fife|Lothian|Lanarkshire|"
     "Ayrshire|Tayside|Grampian|Orkney|Glaswegian=Glasgow|Shetland|Dumfries|Galloway|Forth "
     "Valley|Argyll|Paisley|Kilmarnock|Ayr|Falkirk|Dunfermline|Kirkcaldy|Oban|"
     "Fort William|Elgin|Stornoway|Western Isles|Lerwick|Kirkwall|Greenock"},
    {regions::northern_ireland,
     "Belfast|Derry|Londonderry|Antrim|Newry|Craigavon|Lisburn|Omagh|Enniskillen|Armagh|"
     "Fermanagh|Tyrone|Ballymena|Coleraine|Larne|Dungannon"},
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

std::string short_county(std::string_view county) {
    for (const TownWords& towns : towns_told) {
        const std::string_view names = towns.names;
        for (auto at = names.find('='); at != names.npos; at = names.find('=', at + 1)) {
            const auto end = std::min(names.find('|', at), names.size());
            if (lower(names.substr(at + 1, end - at - 1)) != county) continue;
            const auto from = names.rfind('|', at) + 1;  // 0 where it is the first
            return lower(names.substr(from, at - from));
        }
    }
    return {};
}

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
